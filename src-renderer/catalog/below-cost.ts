import type { ProductsWords } from '../../src-shared/catalog/products.words.ts'
import { formatNumber, formatRupiah, type Rupiah } from '../../src-shared/kernel/rupiah.ts'
import { readRupiah } from '../design/fields/rupiah-entry.ts'
import { openingOf, optionName, type VariantText } from './product-form.ts'

interface BelowCost {
  row: VariantText
  price: Rupiah
  cost: Rupiah
}

/** SKUs that would be sold for less than they cost, the greatest loss of a piece first; one without a price is not for sale. */
export function pricesBelowCost(rows: readonly VariantText[]): BelowCost[] {
  return rows
    .flatMap((row) => {
      const read = readRupiah(row.price)
      const cost = row.rest.averageCost ?? openingOf(row).unitCost
      return read.kind === 'amount' && read.amount > 0 && cost !== null && read.amount < cost
        ? [{ row, price: read.amount, cost }]
        : []
    })
    .toSorted((a, b) => b.cost - b.price - (a.cost - a.price))
}

/** The warning in words; null while every price covers its cost. It keeps nobody from saving: a clearance is meant. */
export function belowCostSentence(rows: readonly VariantText[], w: ProductsWords): string | null {
  const below = pricesBelowCost(rows)
  const worst = below[0]
  if (!worst) return null
  const loss = w.belowCost(
    optionName(worst.row) || worst.row.sku,
    formatRupiah(worst.price),
    formatRupiah(worst.cost),
    formatRupiah(worst.cost - worst.price),
  )
  return below.length === 1 ? loss : `${loss} ${w.belowCostMore(formatNumber(below.length - 1))}`
}
