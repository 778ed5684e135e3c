import { UNMAPPED_CHANNEL_FEE } from '../../../src-shared/ledger/channel-fee-account.ts'
import type { LadderLine } from '../../../src-shared/orders/orders.ts'
import type { Cause } from '../../../src-shared/settlements/causes.ts'
import { type FeeLine, isOfTheSale, type MeantLine } from '../../../src-shared/settlements/meaning.ts'
import { type Release, refundIn } from '../settlements/release.ts'
import { feeKey } from '../settlements/same-fee.ts'
import type { OrderDocument } from './order-document.ts'
import type { OrderFigures } from './order-figures.repository.ts'
import { orderAmounts } from './order-money.ts'

/** Percentages of a price are rounded by each side in its own way. */
const ROUNDED_OFF = 2

/**
 * What a channel keeps of an order or adds to it, name by name, with what was expected of that beside it; every difference has its
 * cause. What the goods brought is not in here: that is the order's own sale.
 */
export function ladderLines(
  order: OrderDocument,
  { booked }: Pick<OrderFigures, 'booked'>,
  estimated: readonly FeeLine[],
): LadderLine[] {
  const { releases } = order.settlements
  const isSettled = releases.some(({ kind }) => kind === 'order')
  const actual = byName(releases)
  const kept = keptOfSale(releases)
  const expected = new Map(estimated.map((line) => [feeKey(line.name), line]))
  const lines = [...actual].map(([name, line]): LadderLine => {
    const estimate = expected.get(name)?.amount ?? null
    const cause = causeOf(line, estimate, estimated.length > 0, kept)
    return { ...line, estimated: estimate, actual: line.amount, cause }
  })
  const missing = [...expected]
    .filter(([name]) => !actual.has(name))
    .map(
      ([, { name, amount, account }]): LadderLine => ({
        name,
        meaning: 'fee',
        account,
        estimated: amount,
        actual: isSettled ? 0 : null,
        cause: !isSettled ? null : isOfRefund(0, amount, kept) ? 'refund' : 'programme',
      }),
    )
  return [...lines, ...missing, ...unexplained(order, booked, lines)]
}

type Named = Pick<MeantLine, 'name' | 'amount' | 'meaning' | 'account'>

function byName(releases: readonly Release[]): Map<string, Named> {
  const lines = new Map<string, Named>()
  for (const release of releases)
    for (const { name, amount, meaning, account } of release.lines) {
      if (isOfTheSale(meaning) || meaning === 'refund') continue
      const key = feeKey(name)
      const known = lines.get(key)
      lines.set(key, known ? { ...known, amount: known.amount + amount } : { name, amount, meaning, account })
    }
  // what the courier takes and what buyer and channel pay for it: nothing of the seller's while they come to nothing
  const shipping = [...lines].filter(([, { meaning }]) => meaning === 'shipping')
  if (shipping.reduce((total, [, { amount }]) => total + amount, 0) === 0)
    for (const [key] of shipping) lines.delete(key)
  for (const [key, { amount }] of lines) if (amount === 0) lines.delete(key)
  return lines
}

const CAUSE_OF_MEANING: Partial<Record<MeantLine['meaning'], Cause>> = {
  affiliate: 'affiliate',
  shipping: 'shipping',
  'return shipping': 'shipping',
  'tax withheld': 'tax withheld',
  compensation: 'compensation',
  ads: 'adjustment',
  adjustment: 'adjustment',
  unknown: 'unknown',
}

/** Accounts of programmes that a shop may join and leave. */
const PROGRAMMES: ReadonlySet<string> = new Set(['6102'])

/** What is left of the sale once money was given back, as a part of it: 1 where nothing was. */
function keptOfSale(releases: readonly Release[]): number {
  const lines = releases.flatMap(({ lines }) => lines)
  const sale = lines.reduce((total, { meaning, amount }) => total + (isOfTheSale(meaning) ? amount : 0), 0)
  const refunded = releases.reduce((total, release) => total - refundIn(release), 0)
  return refunded > 0 && sale > 0 ? Math.max(sale - refunded, 0) / sale : 1
}

/** A fee is lower because its base is, and not by more than that. */
const isOfRefund = (amount: number, estimate: number, kept: number): boolean =>
  kept < 1 &&
  Math.abs(amount) < Math.abs(estimate) &&
  Math.abs(amount) >= Math.floor(Math.abs(estimate) * kept) - ROUNDED_OFF

function causeOf(
  { amount, meaning, account }: Named,
  estimate: number | null,
  isEstimated: boolean,
  kept: number,
): Cause | null {
  if (estimate === amount) return null
  if (estimate !== null) {
    if (Math.abs(amount - estimate) <= ROUNDED_OFF) return 'rounding'
    return isOfRefund(amount, estimate, kept) ? 'refund' : 'fee rate'
  }
  if (meaning !== 'fee') return CAUSE_OF_MEANING[meaning] ?? 'unknown'
  // where nothing was expected of any fee, none of them is a surprise
  if (!isEstimated) return null
  return PROGRAMMES.has(account) ? 'programme' : 'new fee'
}

/** What the books hold under 6119 that no line of the channel names: the sale differs from what was paid for it. */
function unexplained(order: OrderDocument, booked: OrderFigures['booked'], lines: readonly LadderLine[]): LadderLine[] {
  const named = lines.reduce(
    (total, { account, actual }) => total + (account === UNMAPPED_CHANNEL_FEE ? (actual ?? 0) : 0),
    0,
  )
  const amount = 0 - (booked.get(UNMAPPED_CHANNEL_FEE) ?? 0) - named
  if (amount === 0) return []
  return [
    {
      name: '',
      meaning: 'unknown',
      account: UNMAPPED_CHANNEL_FEE,
      estimated: null,
      actual: amount,
      cause: causeOfRest(order, amount),
    },
  ]
}

function causeOfRest(order: OrderDocument, amount: number): Cause {
  if (Math.abs(amount) <= ROUNDED_OFF) return 'rounding'
  const { sellerVoucher, sellerDiscount, sellerCoins } = orderAmounts(order)
  const cuts = sumOf(order.settlements.releases, ['seller voucher', 'seller coins', 'seller discount'])
  if (cuts + sellerVoucher + sellerDiscount + sellerCoins === amount) return 'seller voucher'
  return order.settlements.releases.some((release) => refundIn(release) !== 0) ? 'refund' : 'unknown'
}

const sumOf = (releases: readonly Release[], meanings: readonly MeantLine['meaning'][]) =>
  releases
    .flatMap(({ lines }) => lines)
    .reduce((total, { meaning, amount }) => total + (meanings.includes(meaning) ? amount : 0), 0)
