import type { Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import { mayHaveLostThousands } from '../../../../../src-shared/kernel/written-amount.ts'
import type { Field, OrderMoneyField } from './columns.ts'

interface RowAmounts {
  price: Rupiah
  listPrice: Rupiah
  pieces: number
  subtotal: Rupiah | null
  discount: { byChannel: Rupiah; bySeller: Rupiah; inAll: Rupiah }
}

/** The cell of a row that the row's other cells show to be a thousandth of what was written; null when none is. */
export function lostInRow({ price, listPrice, pieces, subtotal, discount }: RowAmounts): Field | null {
  const goods = price * pieces
  if (subtotal !== null && subtotal >= goods * 100 && goods > 0) {
    if (mayHaveLostThousands(price)) return 'price'
    if (subtotal === goods * 1000) return 'pieces'
  }
  const gap = (listPrice - price) * pieces
  const isExplained = discount.inAll === gap
  if (mayHaveLostThousands(price) && listPrice >= price * 1000 && !isExplained) return 'price'
  if (mayHaveLostThousands(listPrice) && listPrice < price && listPrice * 1000 > price && !isExplained)
    return 'listPrice'
  const { byChannel, bySeller } = discount
  if (mayHaveLostThousands(byChannel) && byChannel + bySeller !== gap)
    if ([1, 1000].some((times) => bySeller * times + byChannel * 1000 === gap)) return 'channelDiscount'
  return null
}

export interface OrderAmounts {
  lines: readonly { price: Rupiah; pieces: number }[]
  money: Readonly<Record<OrderMoneyField, Rupiah | null>>
  buyerPayment: Rupiah
}

/** What the buyer pays is the goods and these; Shopee adds a fee of its own that no column tells. */
const PAID_WITH: [field: OrderMoneyField, sign: 1 | -1][] = [
  ['shippingPaid', 1],
  ['sellerVoucher', -1],
  ['channelVoucher', -1],
  ['channelBundleDiscount', -1],
  ['sellerBundleDiscount', -1],
  ['channelCoins', -1],
  ['cardDiscount', -1],
]

const sum = (amounts: readonly number[]) => amounts.reduce((all, each) => all + each, 0)

/** What the columns of an order come to, with the shipping that its buyer pays. */
export const owedByColumns = ({ lines, money }: Pick<OrderAmounts, 'lines' | 'money'>): Rupiah =>
  sum(lines.map(({ price, pieces }) => price * pieces)) +
  sum(PAID_WITH.map(([field, sign]) => sign * (money[field] ?? 0)))

const MOST_FEE = 2_500
const MOST_FEE_SHARE = 0.15

/** An amount with what it adds to what the buyer owes once it is taken a thousandfold. */
interface Suspect {
  field: Field
  /** Place among the lines; the first for an amount of the order. */
  line: number
  amount: Rupiah
  adds: Rupiah
}

/**
 * The small amounts of an order that make its sum come out when they are taken a thousandfold, where as they stand it
 * does not: alone, all goods together, or all of them. In 440 paid orders of seven downloads of 2020 to 2026 the buyer
 * pays up to a tenth (or Rp1.900) above the sum of the columns, and almost never less.
 * @param isNeeded whether an effect needs the field; the others are doubted sooner, since doubt costs them nothing.
 */
export function lostInOrder(
  { lines, money, buyerPayment }: OrderAmounts,
  isNeeded: (field: Field) => boolean,
): Suspect[] {
  if (buyerPayment <= 0) return []
  const owed = owedByColumns({ lines, money })
  const unexplained = buyerPayment - owed
  if (unexplained === 0) return []
  const goods: Suspect[] = lines.flatMap(({ price, pieces }, line) =>
    mayHaveLostThousands(price) ? [{ field: 'price' as const, line, amount: price, adds: 999 * price * pieces }] : [],
  )
  const ofOrder = (field: Suspect['field'], amount: Rupiah, sign: 1 | -1): Suspect[] =>
    mayHaveLostThousands(amount) ? [{ field, line: 0, amount, adds: sign * 999 * amount }] : []
  const others = PAID_WITH.flatMap(([field, sign]) => ofOrder(field, money[field] ?? 0, sign))
  const payment = ofOrder('buyerPayment', buyerPayment, -1)
  const all = [...goods, ...others, ...payment]
  const leftBy = (suspects: readonly Suspect[]) => unexplained - sum(suspects.map(({ adds }) => adds))
  const explains = (suspects: readonly Suspect[]) => {
    const left = leftBy(suspects)
    if (left === 0) return true
    if (left < 0 || left > Math.max(MOST_FEE, buyerPayment * MOST_FEE_SHARE)) return false
    if (unexplained < 0) return true
    const isOutOfBounds = unexplained > Math.max(MOST_FEE, Math.abs(owed) * MOST_FEE_SHARE)
    return left * 2 <= unexplained && (isOutOfBounds || !suspects.some(({ field }) => isNeeded(field)))
  }
  const groups = [...all.map((suspect) => [suspect]), goods, [...goods, ...others], all]
  const [best = []] = groups
    .filter((suspects) => suspects.length > 0 && explains(suspects))
    .sort((a, b) => leftBy(a) - leftBy(b))
  return best
}
