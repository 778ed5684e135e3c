import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { fileKind } from './file-kind.ts'
import { LIMITS } from './limits.ts'
import { notASpreadsheet, refuseTooLarge } from './refuse.ts'
import type { Sheet, SheetRow, SourceFile, Spreadsheet } from './sheet.ts'

/**
 * Opens an XLSX, XLS (BIFF8) or CSV file, told apart by its bytes. Everything in it is hostile until shown otherwise:
 * sizes are counted while unpacking, nothing is run, nothing outside the file is followed. The SheetJS package would
 * read all three formats, but its npm release is stuck at 0.18.5 (CVE-2023-30533, CVE-2024-22363) and it holds whole
 * files in memory, so each format has its own small reader that streams.
 * @throws FILE_EMPTY, FILE_TOO_LARGE, FILE_NOT_A_SPREADSHEET, FILE_DAMAGED, FILE_UNPACKS_TOO_LARGE
 */
export async function readSpreadsheet(file: SourceFile): Promise<Spreadsheet> {
  if (file.bytes.byteLength === 0) throw new DomainError('FILE_EMPTY', { name: file.name })
  const kind = fileKind(file.bytes)
  refuseTooLarge(
    { name: file.name, size: file.bytes.byteLength },
    kind.read === 'text' ? LIMITS.csvMegabytes : LIMITS.workbookMegabytes,
  )
  const spreadsheet = await open(file, kind)
  return { ...spreadsheet, sheets: spreadsheet.sheets.map((sheet) => ({ ...sheet, rows: () => counted(file, sheet) })) }
}

/** A reader is fetched with the first file of its kind. */
async function open(file: SourceFile, kind: ReturnType<typeof fileKind>): Promise<Spreadsheet> {
  switch (kind.read) {
    case 'zip':
      return (await import('./xlsx/read-xlsx.ts')).readXlsx(file)
    case 'cfb':
      return (await import('./xls/read-xls.ts')).readXls(file)
    case 'text':
      return (await import('./csv/read-csv.ts')).readCsv(file)
    case null:
      throw notASpreadsheet(file.name, kind.looksLike)
  }
}

async function* counted(file: SourceFile, sheet: Sheet): AsyncGenerator<SheetRow[]> {
  let rows = 0
  for await (const batch of sheet.rows()) {
    rows += batch.length
    if (rows - 1 > LIMITS.rows) throw new DomainError('FILE_TOO_MANY_ROWS', { name: file.name, limit: LIMITS.rows })
    yield batch
  }
}
