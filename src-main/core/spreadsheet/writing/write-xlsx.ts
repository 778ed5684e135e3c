import { guarded } from './guarded-text.ts'
import type { Table } from './table.ts'
import { writeZip } from './write-zip.ts'

/**
 * One sheet with a bold, frozen heading row (ECMA-376 part 1, 18). Text cells are typed as text, so that barcodes keep
 * their zeros and nothing is ever a formula. write-excel-file 4.1.1 would do this and much more, but stamps the time
 * into the archive; these few lines give the same bytes for the same table.
 */
export function writeXlsx(table: Table): Uint8Array {
  return writeZip([
    { path: '[Content_Types].xml', text: CONTENT_TYPES },
    { path: '_rels/.rels', text: relations(['officeDocument', 'xl/workbook.xml']) },
    { path: 'xl/workbook.xml', text: workbook(table.name) },
    {
      path: 'xl/_rels/workbook.xml.rels',
      text: relations(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
    },
    { path: 'xl/styles.xml', text: STYLES },
    { path: 'xl/worksheets/sheet1.xml', text: sheet(table) },
  ])
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`

const relations = (...targets: [kind: string, target: string][]) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`

const workbook = (name: string) =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`

/** Formats: 0 numbers, 1 headings, 2 text (built-in number format 49, `@`). */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`

function sheet({ columns, rows }: Table): string {
  const widths = columns
    .map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('')
  const headings = row(1, columns.map(({ heading }, index) => text(1, index, heading, 1)).join(''))
  const body = rows.map((cells, at) => row(at + 2, cells.map((value, index) => cell(at + 2, index, value)).join('')))
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>${headings}${body.join('')}</sheetData></worksheet>`
}

const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`

function cell(row: number, column: number, value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return `<c r="${reference(row, column)}"><v>${value}</v></c>`
  return value === '' ? '' : text(row, column, guarded(value), 2)
}

const text = (row: number, column: number, value: string, style: number) =>
  `<c r="${reference(row, column)}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`

/** `B7`. Our tables have fewer columns than the alphabet has letters. */
const reference = (row: number, column: number) => `${String.fromCharCode(65 + column)}${row}`

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to hold them
const UNSAYABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** A carriage return would be read back as a line feed, and `_x000D_` as a carriage return (ECMA-376 22.9.2.19). */
const escaped = (value: string) =>
  value
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(UNSAYABLE, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
