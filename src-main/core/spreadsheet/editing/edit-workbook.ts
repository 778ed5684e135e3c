import { isDeepStrictEqual } from 'node:util'
import { isBlank } from '../filled-row.ts'
import { readSpreadsheet } from '../read-spreadsheet.ts'
import { damaged } from '../refuse.ts'
import type { Cell, SourceFile } from '../sheet.ts'
import { findWorkbook, readWorkbook } from '../xlsx/workbook.ts'
import { openZip } from '../xlsx/zip-archive.ts'
import { archiveWith } from './archive-with.ts'
import { type CellEdit, worksheetWith } from './worksheet-with.ts'

export interface WorkbookEdits extends SourceFile {
  /** Its name. */
  sheet: string
  edits: readonly CellEdit[]
}

/**
 * The same XLSX file with some cells of one sheet written anew. All other parts, rows and cells stay as they are, byte by byte, so that
 * whoever made the file takes it back; what came out is read again and held against what went in before anybody gets it.
 * @throws as `readSpreadsheet`; FILE_DAMAGED where the sheet cannot be edited in place.
 */
export async function editWorkbook({ sheet, edits, ...file }: WorkbookEdits): Promise<Uint8Array> {
  const zip = await openZip(file)
  const workbookPath = await findWorkbook(file, zip)
  const found = workbookPath && (await readWorkbook(file, zip, workbookPath)).sheets.find(({ name }) => name === sheet)
  if (!found) throw damaged(file.name, 'structure')
  const pieces: Buffer[] = []
  for await (const piece of zip.unpack(found.path)) pieces.push(piece)
  const before = Buffer.concat(pieces)
  const xml = before.toString('utf8')
  const edited = Buffer.from(xml, 'utf8').equals(before) ? worksheetWith(xml, edits) : null
  const bytes = edited === null ? null : archiveWith(file.bytes, found.path, Buffer.from(edited, 'utf8'))
  if (bytes === null || !(await isAsMeant(file, bytes, sheet, edits))) throw damaged(file.name, 'structure')
  return bytes
}

async function isAsMeant(
  file: SourceFile,
  bytes: Uint8Array,
  sheet: string,
  edits: readonly CellEdit[],
): Promise<boolean> {
  const [before, after] = await Promise.all([cellsOf(file), cellsOf({ name: file.name, bytes })])
  for (const { row, column, value } of edits) {
    const place = `${sheet}\n${row}\n${column}`
    if (Number(after.get(place)) !== value) return false
    before.delete(place)
    after.delete(place)
  }
  for (const [place, cell] of before) {
    if (!isDeepStrictEqual(after.get(place), cell)) return false
    after.delete(place)
  }
  // spaces at the end of a row are not read, and are once something is written to their right
  return [...after.values()].every(isBlank)
}

async function cellsOf(file: SourceFile): Promise<Map<string, Cell>> {
  const cells = new Map<string, Cell>()
  const { sheets } = await readSpreadsheet(file)
  for (const { name, rows } of sheets)
    for await (const batch of rows())
      for (const { number, cells: row } of batch)
        for (const [column, cell] of row.entries())
          if ((cell ?? null) !== null) cells.set(`${name}\n${number}\n${column}`, cell)
  return cells
}
