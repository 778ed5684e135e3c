import type { OpeningLine, OpeningStockRow } from '../../../src-shared/inventory/inventory.ts'
import type { OpeningCellWords } from '../../../src-shared/inventory/opening.words.ts'
import {
  type CellReading,
  readOpeningCostOfSheet,
  readOpeningPieces,
} from '../../../src-shared/inventory/opening-cells.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { codeKey } from '../catalog/codes.ts'
import { asText } from '../catalog/product-file-columns.ts'
import type { RowProblem, SheetRow } from '../catalog/product-file-rows.ts'

interface Column {
  heading: string
  width: number
  write: (row: OpeningStockRow) => string | number | null
}

const SKU = 'Kode SKU'
const PIECES = 'Stok Awal'
const COST = 'Harga Modal'

/** The sheet of opening stock, one row a SKU. The headings are the file's format and stay Indonesian in every language. */
export const OPENING_FILE: Column[] = [
  { heading: 'Nama Produk', width: 40, write: ({ goodsName }) => goodsName.product },
  {
    heading: 'Variasi',
    width: 24,
    write: ({ goodsName: { motif, colour, size } }) => [motif, colour, size].filter(Boolean).join(', '),
  },
  { heading: SKU, width: 24, write: ({ sku }) => sku },
  { heading: 'Rak', width: 9, write: ({ shelf }) => shelf },
  { heading: 'Harga Jual', width: 13, write: ({ price }) => price },
  { heading: PIECES, width: 11, write: ({ pieces }) => pieces },
  { heading: COST, width: 13, write: ({ unitCost }) => unitCost },
]

const comparable = (title: unknown) =>
  String(title ?? '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase()

/** Where the sheet holds code, pieces and cost; `missing` names what it must have. Either of the two numbers will do. */
export function openingHeadings({ cells }: SheetRow): { at: Map<string, number>; missing: string[] } {
  const at = new Map<string, number>()
  for (const heading of [SKU, PIECES, COST]) {
    const index = cells.findIndex((cell) => comparable(cell) === comparable(heading))
    if (index >= 0) at.set(heading, index)
  }
  const missing = at.has(SKU) ? [] : [SKU]
  return { at, missing: at.has(PIECES) || at.has(COST) ? missing : [...missing, PIECES] }
}

/** A SKU that a row may name, and what stands of it. */
export interface OpeningGoods extends OpeningLine {
  isBundle: boolean
  price: number
}

export interface OpeningPlan {
  lines: OpeningLine[]
  unchanged: number
  problems: RowProblem[]
}

/**
 * What the rows say. A blank cell says nothing and what stands stays; a row with neither number is passed over. Each cell that
 * was not understood is named with its row.
 * @param goods by `codeKey` of SKU and barcode.
 */
export function planOpeningFile(
  rows: readonly SheetRow[],
  at: ReadonlyMap<string, number>,
  goods: ReadonlyMap<string, OpeningGoods>,
  words: OpeningCellWords,
): OpeningPlan {
  const lines: OpeningLine[] = []
  const problems: RowProblem[] = []
  const rowOf = new Map<string, number>()
  let unchanged = 0
  for (const { number: row, cells } of rows) {
    const cell = (heading: string) => {
      const index = at.get(heading)
      return index === undefined ? '' : asText(cells[index] ?? null)
    }
    const [code, typedPieces, typedCost] = [cell(SKU), cell(PIECES), cell(COST)]
    if (typedPieces === '' && typedCost === '') continue
    const wrong = (column: string, value: string, reason: string) => problems.push({ row, column, value, reason })
    const found = goods.get(codeKey(code))
    if (!found) {
      wrong(SKU, code, words.unknown)
      continue
    }
    const { variantId, isBundle, price } = found
    const twice = rowOf.get(variantId)
    rowOf.set(variantId, row)
    if (isBundle) wrong(SKU, code, words.bundle)
    else if (twice !== undefined) wrong(SKU, code, words.twice(formatNumber(twice)))
    const pieces = understood(readOpeningPieces(typedPieces), (why) => wrong(PIECES, typedPieces, words[why]))
    const unitCost = understood(readOpeningCostOfSheet(typedCost, price), (why) => wrong(COST, typedCost, words[why]))
    const line = { variantId, pieces: pieces ?? found.pieces, unitCost: unitCost ?? found.unitCost }
    if (line.pieces === found.pieces && line.unitCost === found.unitCost) unchanged++
    else lines.push(line)
  }
  return { lines, unchanged, problems }
}

function understood<T>(
  reading: CellReading<T>,
  tell: (why: Extract<CellReading<T>, { trouble: unknown }>['trouble']) => void,
): T | null {
  if ('value' in reading) return reading.value
  tell(reading.trouble)
  return null
}
