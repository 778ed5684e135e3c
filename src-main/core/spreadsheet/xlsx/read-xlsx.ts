import type { FileContents } from '../../../../src-shared/channels/file-contents.ts'
import { notASpreadsheet } from '../refuse.ts'
import type { SourceFile, Spreadsheet } from '../sheet.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readDateStyles } from './styles.ts'
import { findWorkbook, readWorkbook } from './workbook.ts'
import { readWorksheet } from './worksheet.ts'
import { openZip, type ZipArchive } from './zip-archive.ts'

/** An Office Open XML workbook (ECMA-376). Macros, pictures and links to other files are never unpacked. */
export async function readXlsx(file: SourceFile): Promise<Spreadsheet> {
  const zip = await openZip(file)
  const path = await findWorkbook(file, zip)
  if (path === null || !path.endsWith('.xml')) throw notASpreadsheet(file.name, archiveContents(zip))
  if (/(^|\/)(word|ppt)\//.test(path)) throw notASpreadsheet(file.name, archiveContents(zip))
  const workbook = await readWorkbook(file, zip, path)
  const context = {
    strings: await readSharedStrings(file, zip, workbook.sharedStringsPath),
    dateStyles: await readDateStyles(file, zip, workbook.stylesPath),
    from1904: workbook.from1904,
  }
  const sheets = workbook.sheets.map(({ name, hidden, path }) => ({
    name,
    hidden,
    rows: () => readWorksheet(file, zip.unpack(path), context),
  }))
  return { format: 'xlsx', sheets }
}

function archiveContents(zip: ZipArchive): FileContents {
  if (zip.has('xl/workbook.bin')) return 'binary workbook'
  if (zip.has('word/document.xml')) return 'document'
  if (zip.has('ppt/presentation.xml')) return 'presentation'
  return zip.has('content.xml') && zip.has('mimetype') ? 'open document' : 'zip'
}
