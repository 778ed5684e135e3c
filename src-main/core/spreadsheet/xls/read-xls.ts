import { type CFB$Container, find, read } from 'cfb'
import { DomainError } from '../../../../src-shared/kernel/refusal.ts'
import { filledRow } from '../filled-row.ts'
import { damaged, notASpreadsheet } from '../refuse.ts'
import type { SheetRow, SourceFile, Spreadsheet } from '../sheet.ts'
import { readCells } from './cells.ts'
import { readGlobals, type XlsGlobals } from './globals.ts'

const ROWS_AT_ONCE = 500

/** A workbook of Excel 97 to 2003 (BIFF8, [MS-XLS]) in its container ([MS-CFB]). */
export async function readXls(file: SourceFile): Promise<Spreadsheet> {
  const stream = sound(file, () => workbookStream(file))
  const globals = sound(file, () => readGlobals(file, stream))
  const sheets = globals.sheets.map(({ name, hidden, offset }) => ({
    name,
    hidden,
    rows: () => rowsOf(file, stream, offset, globals),
  }))
  return { format: 'xls', sheets }
}

function workbookStream(file: SourceFile): Buffer {
  const container: CFB$Container = read(Buffer.from(file.bytes), { type: 'buffer' })
  if (find(container, '/EncryptedPackage')) throw notASpreadsheet(file.name, 'locked workbook')
  if (find(container, '/WordDocument')) throw notASpreadsheet(file.name, 'document')
  if (find(container, '/PowerPoint Document')) throw notASpreadsheet(file.name, 'presentation')
  const workbook = find(container, '/Workbook')
  if (workbook) return Buffer.from(workbook.content)
  throw notASpreadsheet(file.name, find(container, '/Book') ? 'old workbook' : 'unknown')
}

async function* rowsOf(
  file: SourceFile,
  stream: Buffer,
  offset: number,
  globals: XlsGlobals,
): AsyncGenerator<SheetRow[]> {
  const rows = [...sound(file, () => readCells(file, stream, offset, globals))].sort(([a], [b]) => a - b)
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    yield rows.slice(at, at + ROWS_AT_ONCE).flatMap(([index, cells]) => filledRow(index + 1, cells) ?? [])
  }
}

/** Reading behind the end of a record or a container throws whatever it likes: all of it means the file is damaged. */
function sound<Result>(file: SourceFile, step: () => Result): Result {
  try {
    return step()
  } catch (error) {
    throw error instanceof DomainError ? error : damaged(file.name, 'structure')
  }
}
