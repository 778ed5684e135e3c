import { type CFB$Container, utils, write } from 'cfb'

/** A BIFF8 cell: text through the shared list, a double, a packed whole number, or a computed text or number. */
export type XlsCell = string | number | { rk: number } | { formula: string | number } | { date: number } | null

export interface XlsOptions {
  /** Longest record before the text list goes on in a CONTINUE record; the format allows 8,224 bytes. */
  recordBytes?: number
  locked?: boolean
}

/** A small XLS workbook (BIFF8 in a compound file) with one sheet, written record by record. */
export const xlsBytes = (name: string, rows: readonly (readonly XlsCell[])[], options: XlsOptions = {}): Uint8Array =>
  xlsBook([{ name, rows }], options)

export function xlsBook(
  sheets: readonly { name: string; rows: readonly (readonly XlsCell[])[] }[],
  options: XlsOptions = {},
): Uint8Array {
  const texts = [...new Set(sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === 'string'))]
  const places = new Map(texts.map((text, at) => [text, at]))
  const before = [record(BOF, bytes(0x0600, 0x0005, 0, 0, 0, 0, 0, 0))]
  if (options.locked) before.push(record(0x002f, bytes(1, 0)))
  before.push(record(0x041e, Buffer.concat([bytes(164), xlString('yyyy-mm-dd hh:mm', 2)])))
  before.push(
    record(0x00e0, bytes(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
    record(0x00e0, bytes(0, 164, 0, 0, 0, 0, 0, 0, 0, 0)),
  )
  const after = [...sharedStrings(texts, options.recordBytes ?? 8_224), record(EOF, Buffer.alloc(0))]
  const bound = (name: string, offset: number) =>
    record(0x0085, Buffer.concat([uint32(offset), Buffer.from([0, 0]), xlString(name.slice(0, 31), 1)]))
  const streams = sheets.map(({ rows }) => {
    const cells = rows.flatMap((row, index) => row.flatMap((cell, column) => cellRecords(cell, index, column, places)))
    return Buffer.concat([record(BOF, bytes(0x0600, 0x0010, 0, 0, 0, 0, 0, 0)), ...cells, record(EOF, Buffer.alloc(0))])
  })
  let offset = Buffer.concat([...before, ...sheets.map(({ name }) => bound(name, 0)), ...after]).length
  const bounds = sheets.map(({ name }, at) => {
    const each = bound(name, offset)
    offset += streams[at]!.length
    return each
  })
  return container('/Workbook', Buffer.concat([...before, ...bounds, ...after, ...streams]))
}

/** A compound file with one stream of that name, as Word, PowerPoint and locked workbooks are too. */
export function container(path: string, content: Buffer): Uint8Array {
  const file: CFB$Container = utils.cfb_new()
  utils.cfb_add(file, path, content)
  return Buffer.from(write(file, { type: 'buffer' }) as Uint8Array)
}

const BOF = 0x0809
const EOF = 0x000a

const bytes = (...words: number[]) => Buffer.from(Uint16Array.from(words).buffer)
const uint32 = (value: number) => Buffer.from(Uint32Array.of(value).buffer)
const double = (value: number) => Buffer.from(Float64Array.of(value).buffer)
const record = (type: number, data: Buffer) => Buffer.concat([bytes(type, data.length), data])

const isWide = (text: string) => [...text].some((character) => character.charCodeAt(0) > 255)

/** Length in one or two bytes, the flag byte, the characters in one or two bytes each. */
function xlString(text: string, lengthBytes: 1 | 2): Buffer {
  const length = lengthBytes === 1 ? Buffer.from([text.length]) : bytes(text.length)
  const wide = isWide(text)
  return Buffer.concat([length, Buffer.from([wide ? 1 : 0]), Buffer.from(text, wide ? 'utf16le' : 'latin1')])
}

/** The SST record, cut into CONTINUE records in the middle of texts; each piece of a text repeats the flag byte. */
function sharedStrings(texts: readonly string[], recordBytes: number): Buffer[] {
  const records: Buffer[] = []
  let data = Buffer.concat([uint32(texts.length), uint32(texts.length)])
  const cut = () => {
    records.push(record(records.length === 0 ? 0x00fc : 0x003c, data))
    data = Buffer.alloc(0)
  }
  for (const text of texts) {
    const wide = isWide(text)
    if (data.length + 3 > recordBytes) cut()
    data = Buffer.concat([data, bytes(text.length), Buffer.from([wide ? 1 : 0])])
    for (const character of Array.from({ length: text.length }, (_, at) => text[at]!)) {
      const encoded = Buffer.from(character, wide ? 'utf16le' : 'latin1')
      if (data.length + encoded.length > recordBytes) {
        cut()
        data = Buffer.from([wide ? 1 : 0])
      }
      data = Buffer.concat([data, encoded])
    }
  }
  cut()
  return records
}

function cellRecords(cell: XlsCell, row: number, column: number, places: ReadonlyMap<string, number>): Buffer[] {
  const at = (style: number) => bytes(row, column, style)
  if (cell === null) return []
  if (typeof cell === 'string') return [record(0x00fd, Buffer.concat([at(0), uint32(places.get(cell)!)]))]
  if (typeof cell === 'number') return [record(0x0203, Buffer.concat([at(0), double(cell)]))]
  if ('rk' in cell) return [record(0x027e, Buffer.concat([at(0), uint32(cell.rk * 4 + 2)]))]
  if ('date' in cell) return [record(0x0203, Buffer.concat([at(1), double(cell.date)]))]
  const rest = Buffer.alloc(8)
  if (typeof cell.formula === 'number') return [record(0x0006, Buffer.concat([at(0), double(cell.formula), rest]))]
  const textFollows = Buffer.concat([at(0), bytes(0, 0, 0, 0xffff), rest])
  return [record(0x0006, textFollows), record(0x0207, xlString(cell.formula, 2))]
}
