import type { SheetRow } from '../../../spreadsheet/sheet.ts'
import type { BookHead, BookToRead, SheetHead } from '../book.ts'
import type { ColumnTable } from './column-table.ts'
import { otherCurrency } from './other-currency.ts'
import { type Layout, recognise } from './recognise.ts'

/** A sheet on which the heading row of a table stands. */
export interface HeadingSheet<Field extends string> {
  sheet: SheetHead
  headingRow: number
  layout: Layout<Field>
}

/** The sheets of a book that carry these columns, each with the first heading row of them; none where it counts in the money of another country. */
export const headingSheets = <Field extends string>(
  { sheets }: BookHead,
  table: ColumnTable<Field>,
): HeadingSheet<Field>[] =>
  sheets.flatMap((sheet) => {
    for (const [at, row] of sheet.firstRows.entries()) {
      const layout = otherCurrency(row) === null ? recognise(row, table, sheet.firstRows.slice(at + 1)) : null
      if (layout) return [{ sheet, headingRow: row.number, layout }]
    }
    return []
  })

/** The rows below the heading row, some at a time. */
export async function* rowsBelow(
  book: BookToRead,
  { sheet, headingRow }: Pick<HeadingSheet<string>, 'sheet' | 'headingRow'>,
): AsyncGenerator<SheetRow[]> {
  for await (const batch of book.rowsOf(sheet)) yield batch.filter(({ number }) => number > headingRow)
}
