import type { ProductFileWords } from '../../../src-shared/catalog/product-file.words.ts'
import { readAmount } from '../spreadsheet/money/amounts.ts'
import { createNumberStyle } from '../spreadsheet/money/number-style.ts'
import { asText, type FileCell, type FileFields, PRODUCT_FILE, REQUIRED_HEADINGS } from './product-file-columns.ts'

const PRICE = 'Harga Jual'
const SKU = 'Kode SKU'
/** How many times the dearest goods of a file something may cost and still look like one of them. */
const MUCH_DEARER = 10

export interface SheetRow {
  number: number
  cells: FileCell[]
}

/** One row that could be read. */
export interface FileRow extends FileFields {
  row: number
}

export interface RowProblem {
  row: number
  column: string
  value: string
  reason: string
}

/** Which column of the sheet holds which heading; `missing` names required ones that are nowhere. */
export function headingsOf(heading: SheetRow): { at: Map<string, number>; missing: string[] } {
  const at = new Map<string, number>()
  heading.cells.forEach((cell, index) => {
    const title = comparable(String(cell ?? ''))
    const column = PRODUCT_FILE.find(({ heading }) => comparable(heading) === title)
    if (column && !at.has(column.heading)) at.set(column.heading, index)
  })
  return { at, missing: REQUIRED_HEADINGS.filter((heading) => !at.has(heading)) }
}

const comparable = (title: string) => title.trim().replace(/\s+/g, ' ').toLowerCase()

/**
 * Prices that a spreadsheet program may have made a thousandth of: 85.000 typed where the dot is for decimals is 85. A price
 * that the SKU has already is none of them.
 */
export function doubtfulPrices(
  sheetRows: readonly SheetRow[],
  { at, isCsv }: { at: ReadonlyMap<string, number>; isCsv: boolean },
  priceOf: (sku: string) => number | undefined,
  words: ProductFileWords,
): RowProblem[] {
  const [price, sku] = [at.get(PRICE), at.get(SKU)]
  if (price === undefined || sku === undefined) return []
  const style = createNumberStyle()
  const readings = sheetRows.map(({ number, cells }) => ({ row: number, ...readAmount(cells[price] ?? null) }))
  for (const { row, ...reading } of readings) style.add(reading, row)
  const dearest = Math.max(...readings.map(({ amount }) => amount ?? 0))
  const doubtful = new Map(
    [
      ...style.doubtful({ ...style.proof(), isCsv }).filter(({ why }) => why === 'thousands lost'),
      // others were typed whole, and a thousandfold this one would stand among them
      ...readings.filter(
        ({ style, amount, hasCurrency }) =>
          style === 'small' && !hasCurrency && amount! * 1000 <= dearest * MUCH_DEARER,
      ),
    ].map(({ row, amount }) => [row, amount!]),
  )
  const skuByRow = new Map(sheetRows.map(({ number, cells }) => [number, asText(cells[sku] ?? null)]))
  return [...doubtful]
    .filter(([row, amount]) => priceOf(skuByRow.get(row)!) !== amount)
    .toSorted(([a], [b]) => a - b)
    .map(([row, amount]) => ({ row, column: PRICE, value: String(amount), reason: words.lostThousands(amount) }))
}

/**
 * Two files pasted together have their headings in the middle too. The same ones are no goods; below others, what stands
 * there would be read under the wrong names.
 */
function headingsAgain(row: SheetRow, at: ReadonlyMap<string, number>): 'the same' | 'others' | null {
  const isTitle = (heading: string) => {
    const title = comparable(String(row.cells[at.get(heading)!] ?? ''))
    return PRODUCT_FILE.some(({ heading }) => comparable(heading) === title)
  }
  if (!REQUIRED_HEADINGS.every(isTitle)) return null
  const again = headingsOf(row).at
  return again.size === at.size && [...at].every(([heading, index]) => again.get(heading) === index)
    ? 'the same'
    : 'others'
}

/** Reads rows cell by cell; a row with a problem is left out of `rows` and told about instead. */
export function readRows(
  sheetRows: readonly SheetRow[],
  at: ReadonlyMap<string, number>,
  words: ProductFileWords,
): { rows: FileRow[]; problems: RowProblem[] } {
  const rows: FileRow[] = []
  const problems: RowProblem[] = []
  for (const row of sheetRows) {
    const { number, cells } = row
    const again = headingsAgain(row, at)
    if (again === 'the same') continue
    if (again === 'others') {
      problems.push({
        row: number,
        column: SKU,
        value: asText(cells[at.get(SKU)!] ?? null),
        reason: words.otherHeadings,
      })
      continue
    }
    const fields: Record<string, string | number | null> = {}
    const wrong: RowProblem[] = []
    for (const { heading, field, read } of PRODUCT_FILE) {
      const index = at.get(heading)
      if (index === undefined || !field || !read) continue
      const cell = cells[index] ?? null
      const reading = read(cell, words)
      if (reading === null) continue
      if ('reason' in reading)
        wrong.push({ row: number, column: heading, value: String(cell ?? ''), reason: reading.reason })
      else fields[field] = reading.value
    }
    if (wrong.length > 0) problems.push(...wrong)
    else rows.push({ ...(fields as unknown as FileFields), row: number })
  }
  return { rows, problems }
}

const PLACE = new Map(PRODUCT_FILE.map(({ heading }, index) => [heading, index]))

/** Problems in the order in which eyes go over a sheet: down the rows, and along each. */
export const asRead = (problems: readonly RowProblem[]): RowProblem[] =>
  problems.toSorted((a, b) => a.row - b.row || PLACE.get(a.column)! - PLACE.get(b.column)!)
