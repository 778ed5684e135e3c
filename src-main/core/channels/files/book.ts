import type { Instant, Zone } from '../../../../src-shared/kernel/business-day.ts'
import type { SheetRow } from '../../spreadsheet/sheet.ts'
import type { ProblemList } from './reading/problem-list.ts'

/** A visible sheet of a file by its first rows: enough to find its heading row under titles and notes. */
export interface SheetHead {
  name: string
  /** The first rows that hold something, at most forty, with their numbers. */
  firstRows: SheetRow[]
}

/** A file as its kind is told: CSV has one sheet. */
export interface BookHead {
  format: 'xlsx' | 'xls' | 'csv'
  sheets: SheetHead[]
}

/** A recognised file, to be read sheet by sheet. */
export interface BookToRead {
  /** All rows of a sheet that hold something, some at a time, with their numbers. */
  rowsOf(sheet: SheetHead): AsyncIterable<SheetRow[]>
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
