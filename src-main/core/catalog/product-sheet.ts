import { packParts } from '../packed-parts.ts'
import { readSpreadsheet } from '../spreadsheet/read-spreadsheet.ts'
import { contentOf, type SourceFile } from '../spreadsheet/sheet.ts'
import type { SheetRow } from './product-file-rows.ts'

export interface ProductSheet {
  isCsv: boolean
  /** Packed parts of `SheetRow`, the heading row first. */
  rows: Uint8Array[]
}

/** The rows of the first sheet that people see; a row without anything in it is left out. @throws as `readSpreadsheet` does. */
export async function readProductSheet(file: SourceFile): Promise<ProductSheet> {
  const { format, sheets } = await readSpreadsheet(file)
  const rows: SheetRow[] = []
  const sheet = sheets.find(({ hidden }) => !hidden) ?? sheets[0]
  if (sheet)
    for await (const batch of sheet.rows())
      for (const { number, cells } of batch) rows.push({ number, cells: cells.map(contentOf) })
  return { isCsv: format === 'csv', rows: packParts(rows) }
}
