import type { Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import type { AmountReading } from './amounts.ts'

interface DoubtfulCell {
  row: number
  /** What it would be if it were sound. */
  amount: Rupiah
}

/** What the cells of one money column, taken together, say about how its numbers are written. */
export interface NumberStyle {
  add(reading: AmountReading, row: number): void
  /** Cells of this column that cannot be trusted now that the whole column is known. */
  doubtful(): DoubtfulCell[]
}

/**
 * A cell alone may mislead: in a column that some program read as decimals, `82.500` became 82.5 and `10.000` became a
 * harmless looking 10. So each column is judged as a whole, at the end: small bare numbers are doubted where fractions
 * stand and no cell proves that thousands were kept, and `82,500` is doubted where other cells use the dot.
 */
export function createNumberStyle(): NumberStyle {
  let usesDots = false
  let keepsThousands = false
  let hasFractions = false
  const small: DoubtfulCell[] = []
  const commas: DoubtfulCell[] = []
  return {
    add({ amount, style }, row) {
      if (style === 'thousands' || style === 'decimal comma') usesDots = true
      if (amount !== null && amount >= 1000) keepsThousands = true
      if (style === 'fraction') hasFractions = true
      if (amount === null) return
      if (style === 'small') small.push({ row, amount })
      if (style === 'comma') commas.push({ row, amount })
    },
    doubtful: () => [...(hasFractions && !keepsThousands ? small : []), ...(usesDots ? commas : [])],
  }
}
