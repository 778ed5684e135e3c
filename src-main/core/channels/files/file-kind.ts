import type { ChannelFile, ImportContent } from '../../../../src-shared/channels/channel-file.ts'
import type {
  FileContentsShown,
  ImportOutcome,
  ShopDoubt,
  WithdrawalOutcome,
} from '../../../../src-shared/channels/channels.ts'
import type { Instant, Zone } from '../../../../src-shared/kernel/business-day.ts'
import type { Channel } from '../../../../src-shared/orders/order.ts'
import type { Reader, Tx } from '../../database/open.ts'
import type { Settle } from '../../settling/settle.ts'
import type { SheetRow } from '../../spreadsheet/sheet.ts'
import type { Extent, Stepwise } from '../../work/stepwise.ts'
import type { ProblemList } from './reading/problem-list.ts'

/** A sheet whose heading row was recognised. */
export interface SheetToRead {
  /** The rows below the heading row. */
  rows: AsyncIterable<SheetRow[]>
  isCsv: boolean
  /** The zone the shop's own clock shows; files carry none. */
  zone: Zone
  /** When the file was last changed; it tells of nothing later. */
  modifiedAt: Instant | null
  /** What cannot be read goes here. */
  problems: ProblemList
  /** Rows read so far; the total is known only at the end. */
  onProgress?: ((done: number, total: number | null) => void) | undefined
  signal?: AbortSignal | undefined
}

/** A heading row of a kind, and how the rows below it are read. */
export interface Recognised<File> {
  /** Required columns that are not there; nothing may be read unless this is empty. */
  missing: string[]
  read(sheet: SheetToRead): Promise<File>
}

/** Where something is taken in, and what speaks against that shop. */
export interface ImportTarget {
  /** Its line in the history. */
  seq: number
  importId: string
  shopId: string
  /** Whose word it is, as the timeline of an order shows it. */
  fileName: string
  doubts: ShopDoubt[]
}

export interface ImportNeeds {
  settle: Settle
  /** What is done before its first document, and counted with it: everything settled anew after the start day moved. */
  first?: Stepwise<Extent, unknown> | undefined
  /** When it was asked for; all its steps happen then. */
  now: Instant
}

/** An import that was taken in. */
export interface TakenRun {
  seq: number
  importId: string
  shopId: string
  fileName: string
}

/** Another import that told of the same documents; its content is null when its bytes are no longer kept. */
export interface OtherRun {
  seq: number
  at: Instant
  content: ImportContent | null
}

/** What can be done with one kind of content, whatever door it came through. */
export interface ImportKind<Content extends ImportContent> {
  kind: Content['kind']
  /** Reasons to think that it belongs to another shop of the channel. */
  doubts(reader: Reader, content: Content, shopId: string): Promise<ShopDoubt[]>
  /** Takes it in, some at a time, and says what that did; the preview is this, rolled back. */
  takingIn(content: Content, target: ImportTarget, needs: ImportNeeds): Stepwise<Extent, ImportOutcome>
  /** @throws when what was done here with its orders speaks against taking them back. */
  mayBeTakenBack(tx: Tx, run: TakenRun): Promise<void>
  /** Takes a run back, as if it had never been: what others told stays. The preview is this, rolled back. */
  takingBack(
    run: TakenRun,
    others: readonly OtherRun[],
    needs: ImportNeeds,
  ): Stepwise<Extent, WithdrawalOutcome['withdrawal']>
}

/**
 * One kind of file that a channel hands out: recognised by its headings, read, shown, taken in, taken back. Each kind has a
 * folder of its own and stands in the list of `kinds.ts`; import runs, raw files and the screens' doors know no kind by name.
 */
export interface FileKind<File extends ChannelFile> extends ImportKind<File> {
  channel: Channel
  recognise(heading: SheetRow): Recognised<File> | null
  /** Recognised, and nothing in it. */
  isEmpty(file: File): boolean
  /** What the file itself says, before anything is compared with the shop. */
  preview(file: File, zone: Zone): FileContentsShown
}
