import type { ChannelFile } from '../../../../src-shared/channels/channel-file.ts'
import type { FileContentsShown } from '../../../../src-shared/channels/file-shown.ts'
import type { Zone } from '../../../../src-shared/kernel/business-day.ts'
import type { BookHead, BookToRead } from './book.ts'

/** A file of a kind, and how it is read. */
export interface Recognised<File> {
  /** Required columns that are not there; nothing may be read unless this is empty. */
  missing: string[]
  /** How many headings mean something to it: of two ways to read a heading the one that tells more is meant. */
  known?: number | undefined
  /** Names of its sheets where each is a file of its own; reading one and leaving the others would lose rows without a word. */
  rivals?: string[] | undefined
  /** Reads all those sheets as one list that goes on from one to the next; null where they tell of the same things, so that nobody knows which counts. */
  readOn?: ((book: BookToRead) => Promise<File | null>) | undefined
  read(book: BookToRead): Promise<File>
}

/**
 * One kind of file that a channel or a bank hands out: recognised by the headings on its sheets, read, shown. Each kind has a folder
 * of its own and is one line in the list of `kinds.ts`; the doors and the screens' frames know no kind by name. What happens with
 * its contents is decided by what they are about (`content-kind.ts`), not by where they came from.
 */
export interface FileKind<File extends ChannelFile> {
  kind: File['kind']
  recognise(head: BookHead): Recognised<File> | null
  /** Recognised, and nothing in it. */
  isEmpty(file: File): boolean
  /** What the file itself says, before anything is compared with the shop. */
  preview(file: File, zone: Zone): FileContentsShown
}
