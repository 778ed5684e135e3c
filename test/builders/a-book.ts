import type { BookHead, BookToRead, SheetHead } from '../../src-main/core/channels/files/book.ts'
import { createProblemList, type ProblemList } from '../../src-main/core/channels/files/reading/problem-list.ts'
import { readSpreadsheet } from '../../src-main/core/spreadsheet/read-spreadsheet.ts'
import type { SheetRow } from '../../src-main/core/spreadsheet/sheet.ts'

const ROWS_OF_HEAD = 40

/** A file as its reader meets it: its first rows, and all rows sheet by sheet. */
export async function aBook(
  name: string,
  bytes: Uint8Array | string,
  { modifiedAt = Date.parse('2026-11-22T02:14:00Z') as number | null } = {},
): Promise<{ head: BookHead; book: BookToRead; problems: ProblemList }> {
  const { format, sheets } = await readSpreadsheet({ name, bytes: Buffer.from(bytes) })
  const visible = sheets.filter(({ hidden }) => !hidden)
  const heads: SheetHead[] = []
  const sheetOf = new Map<SheetHead, (typeof visible)[number]>()
  for (const sheet of visible) {
    const firstRows: SheetRow[] = []
    for await (const rows of sheet.rows()) {
      firstRows.push(...rows.slice(0, ROWS_OF_HEAD - firstRows.length))
      if (firstRows.length >= ROWS_OF_HEAD) break
    }
    const head = { name: sheet.name, firstRows }
    heads.push(head)
    sheetOf.set(head, sheet)
  }
  const problems = createProblemList()
  return {
    head: { format, sheets: heads },
    book: { rowsOf: (head) => sheetOf.get(head)!.rows(), isCsv: format === 'csv', zone: 'WIB', modifiedAt, problems },
    problems,
  }
}
