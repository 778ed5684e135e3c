import type { ChannelFile } from '../../../../src-shared/channels/channel-file.ts'
import type { FileContentsShown, ImportOutcome } from '../../../../src-shared/channels/channels.ts'
import type { Instant, Zone } from '../../../../src-shared/kernel/business-day.ts'
import type { Channel } from '../../../../src-shared/orders/order.ts'
import type { Tx } from '../../database/open.ts'
import type { ShopCalendar } from '../../orders/order-facts.ts'
import type { Settle } from '../../settling/settle.ts'
import type { SheetRow } from '../../spreadsheet/sheet.ts'

/** A sheet whose heading row was recognised. */
export interface SheetToRead {
  /** The rows below the heading row. */
  rows: AsyncIterable<SheetRow[]>
  isCsv: boolean
  /** The zone the shop's own clock shows; files carry none. */
  zone: Zone
  /** When the file was last changed; it tells of nothing later. */
  modifiedAt: Instant | null
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

/** Where a file goes. */
export interface ImportTarget {
  importId: string
  shopId: string
  fileName: string
}

export interface ImportNeeds {
  settle: Settle
  calendar: ShopCalendar
  now: Instant
  /** Called after each batch. */
  onProgress: (done: number, total: number) => void
  /** Stopping throws out of the transaction, so nothing of the file stays. */
  signal: AbortSignal | undefined
}

/**
 * One kind of file that a channel hands out: recognised by its headings, read, shown, taken in. Each kind has a folder of its
 * own and stands in the list of `kinds.ts`; import runs, raw files and the screens' doors know no kind by name.
 */
export interface FileKind<File extends ChannelFile> {
  kind: File['kind']
  channel: Channel
  recognise(heading: SheetRow): Recognised<File> | null
  /** Recognised, and nothing in it. */
  isEmpty(file: File): boolean
  /** What the file itself says, before anything is compared with the shop. */
  preview(file: File, zone: Zone): FileContentsShown
  /** Takes the file into the open transaction and says what that did; the preview is this, rolled back. */
  takeIn(tx: Tx, file: File, target: ImportTarget, needs: ImportNeeds): Promise<ImportOutcome>
}
