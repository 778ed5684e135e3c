import { expect } from 'vitest'
import { readChannelFile } from '../../../src-main/core/channels/files/read-channel-file.ts'
import { readSpreadsheet } from '../../../src-main/core/spreadsheet/read-spreadsheet.ts'
import { contentOf } from '../../../src-main/core/spreadsheet/sheet.ts'
import type { ChannelFile } from '../../../src-shared/channels/channel-file.ts'
import { workbookBytes } from '../../builders/workbook-bytes.ts'
import { xlsBook } from '../../builders/xls-bytes.ts'

export type Grid = { name: string; rows: (string | number | null)[][] }[]

/** What stands in the visible sheets of a file, row by row as a spreadsheet numbers them. */
export async function gridOf(bytes: Uint8Array): Promise<Grid> {
  const { sheets } = await readSpreadsheet({ name: 'berkas', bytes })
  const grid: Grid = []
  for (const sheet of sheets) {
    if (sheet.hidden) continue
    const rows: Grid[number]['rows'] = []
    for await (const batch of sheet.rows())
      for (const row of batch) {
        while (rows.length < row.number - 1) rows.push([])
        rows.push(row.cells.map(contentOf).map((cell) => (typeof cell === 'boolean' ? String(cell) : cell)))
      }
    grid.push({ name: sheet.name, rows })
  }
  return grid
}

const quoted = (cell: string | number | null, separator: string): string => {
  const text = String(cell ?? '')
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
/** As spreadsheet programs write a sheet: each row as wide as the widest. */
function csvText([sheet]: Grid, separator: string): string {
  const width = Math.max(...sheet!.rows.map(({ length }) => length))
  const line = (row: Grid[number]['rows'][number]) =>
    Array.from({ length: width }, (_, at) => quoted(row[at] ?? null, separator)).join(separator)
  return sheet!.rows.map(line).join('\r\n')
}

const ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with its mark': (text) => Buffer.from(`\uFEFF${text}`),
  'UTF-16LE': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16BE': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'Windows-1252': (text) => Buffer.from(text, 'latin1'),
}
const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t' }

const isInLatin = (letter: string) => letter.codePointAt(0)! < 0x80 || /[\u00A0-\u00FF]/.test(letter)
const isLatin = (grid: Grid) =>
  grid.every(({ rows }) => rows.flat().every((cell) => [...String(cell ?? '')].every(isInLatin)))

export interface Writing {
  name: string
  /** A workbook keeps all sheets; a text one. */
  isText: boolean
  mayWrite(grid: Grid): boolean
  write(grid: Grid): Uint8Array
}

export const WRITINGS: readonly Writing[] = [
  { name: 'xls', isText: false, mayWrite: () => true, write: (grid) => xlsBook(grid) },
  { name: 'xlsx, shared', isText: false, mayWrite: () => true, write: (grid) => workbookBytes(grid, 'shared', {}) },
  { name: 'xlsx, inline', isText: false, mayWrite: () => true, write: (grid) => workbookBytes(grid, 'inline', {}) },
  ...Object.entries(ENCODINGS).flatMap(([encoding, encoded]) =>
    Object.entries(SEPARATORS).map(([name, separator]) => ({
      name: `csv, ${encoding}, ${name}`,
      isText: true,
      mayWrite: encoding === 'Windows-1252' ? isLatin : () => true,
      write: (grid: Grid) => encoded(csvText(grid, separator)),
    })),
  ),
]

/** A letter beyond ASCII in the goods, which is where an encoding shows. */
export const withLetters = (grid: Grid): Grid =>
  grid.map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.replace(/\bOuter\b/, 'Outér') : cell))),
  }))

/** Columns that are doubted in a text alone, where a program may have lost their thousands; nothing that is booked needs them. */
const doubtedIn = ({ problems }: ChannelFile): string[] =>
  problems.flatMap(({ code, column, blocks }) => (code === 'THOUSANDS_LOST' && !blocks ? column : []))

/** All that is read of a file, without where it stood in it. */
function told(file: ChannelFile, doubted: readonly string[]): unknown {
  if ('orders' in file)
    return {
      totals: file.totals,
      all: file.orders.map(({ snapshot: { money, ...order } }) => ({
        ...order,
        money: money.filter(({ name }) => !doubted.includes(name)),
      })),
    }
  if ('settlements' in file) return { totals: file.totals, all: [file.settlements, file.withdrawals] }
  if ('returns' in file) return { totals: file.totals, all: file.returns }
  if ('listings' in file) return { totals: file.totals, all: file.listings }
  return { totals: file.totals, all: file.lines }
}

const read = (bytes: Uint8Array) => readChannelFile({ name: 'berkas', bytes, zone: 'WIB', modifiedAt: MADE_AT })
const MADE_AT = Date.UTC(2026, 10, 30)

/** The sheet that by itself is the file, which is what a text can hold, and what it tells; null where it takes several. */
async function mainSheet(grid: Grid, whole: ChannelFile): Promise<{ sheets: Grid; file: ChannelFile } | null> {
  if (grid.length === 1) return { sheets: grid, file: whole }
  for (const sheet of grid) {
    const file = await read(workbookBytes([sheet], 'shared', {})).catch(() => null)
    if (file?.kind === whole.kind) return { sheets: [sheet], file }
  }
  return null
}

/** Written anew in each of these ways a file tells the same, to the last field of each record. */
export async function tellsTheSame(bytes: Uint8Array, writings: readonly Writing[]): Promise<number> {
  const sheets = withLetters(await gridOf(bytes))
  const file = await read(workbookBytes(sheets, 'shared', {}))
  const main = await mainSheet(sheets, file)
  let written = 0
  for (const { name, isText, mayWrite, write } of writings) {
    const from = isText ? main : { sheets, file }
    if (!from || !mayWrite(from.sheets)) continue
    written++
    const again = await read(write(from.sheets))
    expect(told(again, doubtedIn(again)), name).toEqual(told(from.file, doubtedIn(again)))
  }
  return written
}
