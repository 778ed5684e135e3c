import { isDateFormat } from '../date-cells.ts'
import type { SourceFile } from '../sheet.ts'
import { readXml } from './xml-reader.ts'
import type { ZipArchive } from './zip-archive.ts'

/** By style number: whether a number in such a cell is shown as a date. */
export async function readDateStyles(file: SourceFile, zip: ZipArchive, path: string | null): Promise<boolean[]> {
  if (path === null || !zip.has(path)) return []
  const codeById = new Map<number, string>()
  const formatIds: number[] = []
  let inCellStyles = false
  await readXml(file, zip.unpack(path), {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') codeById.set(Number(numFmtId), formatCode)
      else if (name === 'cellXfs') inCellStyles = true
      else if (name === 'xf' && inCellStyles) formatIds.push(Number(numFmtId))
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return formatIds.map((id) => isDateFormat(id, codeById.get(id)))
}
