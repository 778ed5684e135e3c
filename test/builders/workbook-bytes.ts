import { strToU8, type Zippable, zipSync } from 'fflate'

/** A number is a numeric cell; `{ date }` is a serial day shown as a date; `{ formula }` was computed. */
export type CellInFile =
  | string
  | number
  | boolean
  | { date: number }
  | { formula: string; value: string | number }
  | null

export interface SheetInFile {
  name: string
  rows: readonly (readonly CellInFile[])[]
  hidden?: boolean
}

/** How a writer stores text: once per workbook, or in each cell. */
export type Strings = 'shared' | 'inline'

/**
 * An XLSX file as Seller Centre writes it (Go Excelize): `<dimension ref="A1">` whatever follows, the first sheet
 * called `sheet2.xml`, blank cells left out.
 */
export function workbookBytes(
  sheets: readonly SheetInFile[],
  strings: Strings,
  parts: Record<string, string | Uint8Array>,
) {
  const texts = new Map<string, number>()
  const shared = (text: string) => {
    const index = texts.get(text) ?? texts.size
    texts.set(text, index)
    return index
  }
  const files: Record<string, string | Uint8Array> = { '[Content_Types].xml': CONTENT_TYPES, '_rels/.rels': RELATIONS }
  for (const [index, sheet] of sheets.entries()) {
    files[`xl/worksheets/sheet${index + 2}.xml`] = sheetXml(sheet, strings === 'shared' ? shared : null)
  }
  files['xl/workbook.xml'] = workbookXml(sheets)
  files['xl/_rels/workbook.xml.rels'] = workbookRelations(sheets)
  files['xl/styles.xml'] = STYLES
  files['xl/sharedStrings.xml'] = sharedStringsXml([...texts.keys()])
  const zippable: Zippable = {}
  for (const [path, content] of Object.entries({ ...files, ...parts })) {
    zippable[path] = typeof content === 'string' ? strToU8(content) : content
  }
  return zipSync(zippable, { mtime: '2026-11-22T00:00:00' })
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

const CONTENT_TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`
const RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`

const workbookXml = (sheets: readonly SheetInFile[]) =>
  `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets
    .map(({ name, hidden }, index) => {
      const state = hidden ? ' state="hidden"' : ''
      return `<sheet name="${escaped(name)}" sheetId="${index + 2}"${state} r:id="rId${index + 4}"/>`
    })
    .join('')}</sheets></workbook>`

const workbookRelations = (sheets: readonly SheetInFile[]) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/>${sheets
    .map((_, index) => {
      const target = `worksheets/sheet${index + 2}.xml`
      return `<Relationship Id="rId${index + 4}" Type="${OFFICE}/worksheet" Target="${target}"/>`
    })
    .join('')}</Relationships>`

const sharedStringsXml = (texts: readonly string[]) =>
  `${HEAD}<sst xmlns="${MAIN}">${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`

function sheetXml({ rows }: SheetInFile, shared: ((text: string) => number) | null): string {
  const rowXml = rows.map((cells, index) => {
    const cellXml = cells.map((cell, column) => cellXmlOf(cell, `${letters(column)}${index + 1}`, shared)).join('')
    return `<row r="${index + 1}">${cellXml}</row>`
  })
  return `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1"/><sheetData>${rowXml.join('')}</sheetData></worksheet>`
}

function cellXmlOf(cell: CellInFile, reference: string, shared: ((text: string) => number) | null): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'string') {
    if (shared) return `<c r="${reference}" t="s"><v>${shared(cell)}</v></c>`
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  }
  if ('date' in cell) return `<c r="${reference}" s="1"><v>${cell.date}</v></c>`
  const type = typeof cell.value === 'string' ? ' t="str"' : ''
  return `<c r="${reference}"${type}><f>${escaped(cell.formula)}</f><v>${escaped(String(cell.value))}</v></c>`
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))
