import type { OtherReport } from '../../../../../src-shared/channels/file-contents.ts'
import type { Instant, Zone } from '../../../../../src-shared/kernel/business-day.ts'
import type { AmountReading } from '../../../spreadsheet/money/amounts.ts'
import type { MoneyColumns } from '../../../spreadsheet/money/number-style.ts'
import type { PlainCell } from '../../../spreadsheet/sheet.ts'

/** What a kind of file says about its columns; a column is found by its heading alone. */
export interface ColumnTable<Field extends string> {
  /** The heading of today first, then older ones and those of other languages. */
  headings: Readonly<Record<Field, readonly [string, ...string[]]>>
  /** Without one of these nothing of the file can be counted truly, so the whole file is refused. */
  required: readonly Field[]
  /** In every layout known: a file without one was changed by hand, or the channel renamed it. */
  expected: readonly Field[]
  /** Columns whose value reaches books, stock or the course of an order. What cannot be read in another one is a remark. */
  needed: readonly Field[]
  money: MoneyColumns<Field>
  /** Known headings that tell nothing we need. */
  unused: readonly string[]
  /** The column that says which document a row belongs to. */
  identity: Field
  /** The report that some of its headings would otherwise tell it to be. */
  report?: OtherReport
  /** How its dates are written; the year first where it does not say, and then the day first only where the file proves it. */
  dates?: 'day first' | 'day first if proven'
  /** How its cells are written, where that is known of each column; left out, as marketplaces here write. */
  written?: {
    amount(field: Field, cell: PlainCell): AmountReading
    moment(field: Field, cell: PlainCell, zone: Zone): Instant | null | undefined
  }
}

export const fieldsOf = <Field extends string>({ headings }: ColumnTable<Field>): Field[] =>
  Object.keys(headings) as Field[]
