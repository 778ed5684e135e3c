import type { Rupiah } from '../../../../src-shared/kernel/rupiah.ts'
import type { AmountReading } from './amounts.ts'

export interface DoubtfulCell {
  row: number
  /** What it would be if it were sound. */
  amount: Rupiah
  /** `thousands lost`: 85.000 may have become 85. `comma`: 82,500 where other cells write 82.500. */
  why: 'thousands lost' | 'comma'
}

/** What the cells of one money column, taken together, say about how its numbers are written. */
export interface NumberStyle {
  add(reading: AmountReading, row: number): void
  /** What is known of cells of each sort: true when one of them shows that thousands were kept. */
  proof(): Kept
  /** Cells of this column that cannot be trusted now that the whole file is known. */
  doubtful(file: Kept & { isCsv: boolean }): DoubtfulCell[]
}

interface Kept {
  numbers: boolean
  texts: boolean
}

const SHOWS_THOUSANDS: ReadonlySet<AmountReading['style']> = new Set(['thousands', 'large', 'comma', 'decimal comma'])

/**
 * A cell alone may mislead: a program that takes the dot for decimals turns `85.000` into 85, `92.500` into 92.5, and leaves
 * `1.152.000` a text. So each column is judged at the end: a small number is believed where numbers of a thousand and more
 * stand beside it, in its column, or (when no fraction shows damage) anywhere in the file. Small texts are what
 * marketplaces write themselves, so they are doubted only beside fractions, and in CSV, where every number is a text.
 */
export function createNumberStyle(): NumberStyle {
  let usesDots = false
  let hasFractions = false
  const kept: Kept = { numbers: false, texts: false }
  const small = { numbers: [] as DoubtfulCell[], texts: [] as DoubtfulCell[] }
  const commas: DoubtfulCell[] = []
  return {
    add({ amount, style, isNumber }, row) {
      const sort = isNumber ? 'numbers' : 'texts'
      if (style === 'thousands' || style === 'many dots' || style === 'decimal comma') usesDots = true
      if (style === 'fraction') hasFractions = true
      if (amount === null) return
      if (SHOWS_THOUSANDS.has(style) && Math.abs(amount) >= 1000) kept[sort] = true
      if (style === 'small') small[sort].push({ row, amount, why: 'thousands lost' })
      if (style === 'comma') commas.push({ row, amount, why: 'comma' })
    },
    proof: () => kept,
    doubtful(file) {
      const numbersLost = !kept.numbers && (hasFractions || !file.numbers)
      const textsLost = !kept.texts && !kept.numbers && (hasFractions || (file.isCsv && !file.texts))
      return [
        ...(numbersLost ? small.numbers : []),
        ...(textsLost ? small.texts : []),
        ...(usesDots ? commas : []),
      ].toSorted((a, b) => a.row - b.row)
    },
  }
}

/** Every doubtful cell of a file, given the styles of all its money columns. */
export function doubtfulCells<Field>(
  styles: ReadonlyMap<Field, NumberStyle>,
  isCsv: boolean,
): (DoubtfulCell & { field: Field })[] {
  const proofs = [...styles.values()].map((style) => style.proof())
  const file = { numbers: proofs.some(({ numbers }) => numbers), texts: proofs.some(({ texts }) => texts), isCsv }
  return [...styles].flatMap(([field, style]) => style.doubtful(file).map((cell) => ({ ...cell, field })))
}
