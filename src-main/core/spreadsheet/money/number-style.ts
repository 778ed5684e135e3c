import type { Rupiah } from '../../../../src-shared/kernel/rupiah.ts'
import type { AmountReading } from './amounts.ts'

export interface DoubtfulCell {
  row: number
  /** What it would be if it were sound. */
  amount: Rupiah
  /** `thousands lost`: 85.000 may have become 85. `comma`: 82,500 where other cells write 82.500, or 4.750- where others write -4.750. */
  why: 'thousands lost' | 'comma'
}

/** What the cells of one money column, taken together, say about how its numbers are written. */
export interface NumberStyle {
  add(reading: AmountReading, row: number): void
  /** What is known of cells of each sort: true when one of them shows that thousands were kept. */
  proof(): ColumnProof
  /** Cells of this column that cannot be trusted now that the whole file is known. */
  doubtful(file: ColumnProof & { isCsv: boolean }): DoubtfulCell[]
  /** Bare small texts of a column that writes dots, which in a CSV may have been numbers between texts. */
  besideDots(): DoubtfulCell[]
}

/** Numbers, bare texts, and texts with the currency before them may have come on different ways. */
type Sort = 'numbers' | 'texts' | 'named'

interface ColumnProof {
  /** A number that no rupiah amount is: some program has read texts of this column. */
  fractions: boolean
  numbers: boolean
  texts: boolean
  /** A text from a thousand on that has cents: whatever wrote cents kept the thousands. */
  cents: boolean
}

const sortOf = ({ isNumber, hasCurrency }: AmountReading): Sort =>
  isNumber ? 'numbers' : hasCurrency ? 'named' : 'texts'

/**
 * A program that takes the dot for decimals turns `85.000` into 85, `92.500` into 92.5 and `92.555` into 92.555, and leaves
 * `1.152.000` and `196.000,00` texts. So only a bare number from a thousand on and a single group that ends in 0 prove that
 * no such program read the cells of their sort.
 */
function showsThousands({ amount, style }: AmountReading): boolean {
  if (amount === null || Math.abs(amount) < 1000) return false
  if (style === 'large') return true
  return (style === 'thousands' || style === 'comma') && Math.abs(amount) < 1e6 && amount % 10 === 0
}

/**
 * A cell alone may mislead, so each column is judged at the end: a small number is believed where a number of a thousand or
 * more stands beside it, in its column or (when no fraction shows damage) anywhere in the file. Small texts are what
 * marketplaces write themselves, so they are doubted only beside fractions, and in CSV, where every number is a text;
 * those with cents, which no marketplace writes and nobody types, wherever no text of the file kept its thousands, also with `Rp`
 * before them.
 */
export function createNumberStyle(): NumberStyle {
  const kept: ColumnProof = { fractions: false, numbers: false, texts: false, cents: false }
  let usesDots = false
  const fractions: Record<Sort, boolean> = { numbers: false, texts: false, named: false }
  const small: Record<Sort, DoubtfulCell[]> = { numbers: [], texts: [], named: [] }
  const smallWithCents: DoubtfulCell[] = []
  const commas: DoubtfulCell[] = []
  const behind: DoubtfulCell[] = []
  let hasMinusInFront = false
  return {
    add(reading, row) {
      const { amount, style, isBehind } = reading
      if (isBehind) behind.push({ row, amount: amount!, why: 'comma' })
      else hasMinusInFront ||= (amount ?? 0) < 0
      const sort = sortOf(reading)
      if (style === 'thousands' || style === 'many dots') usesDots = true
      if (style === 'fraction') kept.fractions = fractions[sort] = true
      if (amount === null) return
      if (sort !== 'named' && showsThousands(reading)) kept[sort] = true
      if (sort !== 'numbers' && reading.hasCents && Math.abs(amount) >= 1000) kept.cents = true
      if (style === 'small') {
        const doubted = sort !== 'numbers' && reading.hasCents ? smallWithCents : small[sort]
        doubted.push({ row, amount, why: 'thousands lost' })
      }
      if (style === 'comma') commas.push({ row, amount, why: 'comma' })
    },
    proof: () => kept,
    besideDots: () => (usesDots ? small.texts : []),
    doubtful(file) {
      const numbersLost = fractions.numbers || (!kept.numbers && (file.fractions || !file.numbers))
      const hasNoThousands =
        !kept.texts &&
        !kept.numbers &&
        !(kept.cents && !kept.fractions) &&
        (kept.fractions || (file.isCsv && (file.fractions || !file.texts)))
      const textsLost = hasNoThousands || (file.isCsv && fractions.texts)
      return [
        ...(numbersLost ? small.numbers : []),
        ...(textsLost ? small.texts : []),
        ...(textsLost || !(file.cents || kept.cents || kept.texts) ? smallWithCents : []),
        ...(fractions.named ? small.named : []),
        ...(usesDots ? commas : []),
        ...(hasMinusInFront ? behind : []),
      ].toSorted((a, b) => a.row - b.row)
    },
  }
}

/** What a kind of file says about its money columns. */
export interface MoneyColumns<Field> {
  /** Columns of about the same size, which vouch for the others: where they kept their thousands, the file did. */
  prices: readonly Field[]
  /** Columns that others of the same row add up to. Only these may lean on `prices`; elsewhere a thousandth could hide. */
  summed: readonly Field[]
  /** Columns that write thousands without any mark: nothing is lost there. */
  unmarked: readonly Field[]
}

/**
 * Every doubtful cell of a file, given the styles of all its money columns.
 */
export function doubtfulCells<Field>(
  styles: ReadonlyMap<Field, NumberStyle>,
  { isCsv, prices, summed, unmarked }: MoneyColumns<Field> & { isCsv: boolean },
): (DoubtfulCell & { field: Field })[] {
  const proofs = [...styles].flatMap(([field, style]) => (prices.includes(field) ? [style.proof()] : []))
  const file = {
    fractions: proofs.some(({ fractions }) => fractions),
    numbers: proofs.some(({ numbers }) => numbers),
    // whoever wrote 47,900.00 had read it whole
    texts: proofs.some(({ texts, cents, fractions }) => texts || (cents && !fractions)),
    cents: proofs.some(({ cents, texts }) => cents || texts),
    isCsv,
  }
  const evidenceFor = (field: Field) => {
    if (unmarked.includes(field)) return { ...file, fractions: false, numbers: true, texts: true, cents: true }
    return summed.includes(field) ? file : { ...file, numbers: false, texts: false }
  }
  return [...styles].flatMap(([field, style]) => style.doubtful(evidenceFor(field)).map((cell) => ({ ...cell, field })))
}
