import type { OpeningLine, OpeningStockRow } from '../../src-shared/inventory/inventory.ts'
import {
  type CellReading,
  type CellTrouble,
  readOpeningCost,
  readOpeningCostOfSheet,
  readOpeningPieces,
} from '../../src-shared/inventory/opening-cells.ts'
import { draftOf, isSame, type OpeningColumn, type OpeningDraft, readDraft } from './opening-draft.ts'

/** A cell that was not understood: of which row of what was pasted, or of which SKU. */
export interface FillProblem {
  row: number | null
  sku: string
  column: OpeningColumn | 'sku'
  value: string
  why: CellTrouble | 'unknown' | 'twice' | 'outside'
  /** The row that named the same SKU before. */
  twice: number
}

export interface Filling {
  /** The rows that change, and what stood there. */
  lines: OpeningLine[]
  before: OpeningLine[]
  /** Not empty: nothing of it is saved. */
  problems: FillProblem[]
}

export type Drafts = ReadonlyMap<string, OpeningDraft>

/** One column of these rows filled with one text; a share of the price is worked out for each. */
export function filled(
  rows: readonly OpeningStockRow[],
  drafts: Drafts,
  column: OpeningColumn,
  typed: string,
): Filling {
  return collected(
    rows.map((row) => {
      const reading = column === 'pieces' ? readOpeningPieces(typed) : readOpeningCost(typed, row.price)
      return { row, drafts, cells: { [column]: { typed, reading } }, at: null }
    }),
  )
}

/** The cells of a text as spreadsheet programs copy it: rows by line, columns by tab. Blank rows at the end are dropped. */
export function pastedTable(text: string): string[][] {
  const rows = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1')))
  while (rows.at(-1)?.every((cell) => cell === '')) rows.pop()
  return rows
}

/**
 * What a pasted table says of these rows. One column goes down from `start` in the field it was pasted into, two are stock
 * and cost. Where the first column names SKUs or barcodes, each row goes to the one it names. A line of headings is passed over.
 * Blank cells say nothing.
 */
export function pasted(
  rows: readonly OpeningStockRow[],
  drafts: Drafts,
  start: string,
  column: OpeningColumn,
  table: readonly (readonly string[])[],
): Filling {
  const byCode = new Map(
    rows.flatMap((row) => [row.barcode ?? row.sku, row.sku].map((code) => [codeKey(code), row] as const)),
  )
  const isNamed = table.some(([first = '', ...others]) => others.length > 0 && byCode.has(codeKey(first)))
  const columns = Math.max(...table.map((cells) => cells.length)) - (isNamed ? 1 : 0)
  const order: OpeningColumn[] = columns > 1 ? ['pieces', 'cost'] : [column]
  const headings = isHeading(table[0] ?? [], isNamed, byCode) ? 1 : 0
  const first = rows.findIndex(({ variantId }) => variantId === start)
  const seen = new Map<string, number>()
  const asked: Asked[] = []
  const problems: FillProblem[] = []
  table.slice(headings).forEach((cells, index) => {
    const at = index + headings + 1
    const said = isNamed ? cells.slice(1) : cells
    if (said.every((cell) => cell === '')) return
    const row = isNamed ? byCode.get(codeKey(cells[0] ?? '')) : rows[first + index]
    const twice = row && seen.get(row.variantId)
    if (!row || twice !== undefined) {
      const why = row ? 'twice' : isNamed ? 'unknown' : 'outside'
      problems.push({ row: at, sku: '', column: 'sku', value: cells[0] ?? '', why, twice: twice ?? 0 })
      return
    }
    seen.set(row.variantId, at)
    const read = Object.fromEntries(
      order.flatMap((each, place) => {
        const typed = said[place] ?? ''
        if (typed === '') return []
        const reading = each === 'pieces' ? readOpeningPieces(typed) : readOpeningCostOfSheet(typed, row.price)
        return [[each, { typed, reading }]]
      }),
    )
    asked.push({ row, drafts, cells: read, at })
  })
  const filling = collected(asked)
  return { ...filling, problems: [...problems, ...filling.problems].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) }
}

interface Asked {
  row: OpeningStockRow
  drafts: Drafts
  cells: Partial<Record<OpeningColumn, { typed: string; reading: CellReading<number> }>>
  at: number | null
}

function collected(asked: readonly Asked[]): Filling {
  const filling: Filling = { lines: [], before: [], problems: [] }
  for (const { row, drafts, cells, at } of asked) {
    // what is typed in the other field of the row goes along
    const { line } = readDraft(row, drafts.get(row.variantId) ?? draftOf(row))
    for (const [column, { typed, reading }] of Object.entries(cells) as [
      OpeningColumn,
      Required<Asked['cells']>['cost'],
    ][])
      if ('trouble' in reading)
        filling.problems.push({ row: at, sku: row.sku, column, value: typed, why: reading.trouble, twice: 0 })
      else line[column === 'pieces' ? 'pieces' : 'unitCost'] = reading.value
    if (isSame(line, row)) continue
    filling.lines.push(line)
    filling.before.push({ variantId: row.variantId, pieces: row.pieces, unitCost: row.unitCost })
  }
  return filling
}

/** Letters of either case are one code, as the core compares them. */
const codeKey = (code: string) => code.trim().toLowerCase()

function isHeading(cells: readonly string[], isNamed: boolean, byCode: ReadonlyMap<string, unknown>): boolean {
  if (isNamed && byCode.has(codeKey(cells[0] ?? ''))) return false
  return cells.some((cell) => cell !== '') && cells.every((cell) => !/\d/.test(cell))
}
