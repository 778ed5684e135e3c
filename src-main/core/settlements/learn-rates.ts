import { divRound } from '../../../src-shared/kernel/allocate.ts'
import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { Reckoning } from '../../../src-shared/settlements/fee-rate.ts'

/** What a channel kept of one settled order under one name. */
export interface KeptFee {
  day: BusinessDay
  /** What fees are a share of: list price less the seller's discounts and vouchers. */
  base: Rupiah
  /** Positive. */
  amount: Rupiah
  /** The one category that all its goods are of; null where they are of several. */
  category: string | null
}

/** A rate that says what was kept, and how well it does. */
export interface LearnedRate {
  reckoning: Reckoning
  category: string
  /** The first day since when it holds. */
  from: BusinessDay
  /** Orders since then, and those of them that it says to the rupiah. */
  orders: number
  matching: number
}

/** Fewer orders show nothing. */
const ENOUGH = 5
/** Of a hundred orders; more exceptions, and it is another rule. */
const MOST_EXCEPTIONS = 10

/**
 * The rates by which a channel kept these amounts, all of one name: one for all goods, else one a category. A rate that changed is
 * told from its change on. Nothing where no rate says nine in ten of the orders to the rupiah: an average is no rate.
 */
export function learnRates(kept: readonly KeptFee[]): LearnedRate[] {
  const all = rateOf(kept)
  if (all) return [{ ...all, category: '' }]
  const byCategory = Map.groupBy(
    kept.filter(({ category }) => category !== null && category !== ''),
    ({ category }) => category!,
  )
  return [...byCategory].flatMap(([category, some]) => {
    const rate = rateOf(some)
    return rate ? [{ ...rate, category }] : []
  })
}

function rateOf(kept: readonly KeptFee[]): Omit<LearnedRate, 'category'> | null {
  const newestFirst = kept.toSorted((a, b) => (a.day < b.day ? 1 : -1))
  let best: Omit<LearnedRate, 'category'> | null = null
  for (const reckoning of candidates(newestFirst)) {
    const since = holdsSince(newestFirst, reckoning)
    if (since && (best === null || since.matching > best.matching)) best = { reckoning, ...since }
  }
  return best
}

/** From the newest order back as long as hardly any order speaks against it. */
function holdsSince(newestFirst: readonly KeptFee[], reckoning: Reckoning) {
  let matching = 0
  let found: { from: BusinessDay; orders: number; matching: number } | null = null
  for (const [index, fee] of newestFirst.entries()) {
    if (!says(reckoning, fee)) continue
    matching++
    const orders = index + 1
    if (matching >= ENOUGH && (orders - matching) * 100 <= MOST_EXCEPTIONS * orders)
      found = { from: fee.day, orders, matching }
  }
  return found
}

const says = (reckoning: Reckoning, { base, amount }: KeptFee): boolean =>
  reckoning.kind === 'per order'
    ? reckoning.amount === amount
    : Math.abs(divRound(base, reckoning.basisPoints, 10_000) - amount) <= 1

/** Constant amounts first, then shares, those first that newest orders of the highest value show. */
function candidates(newestFirst: readonly KeptFee[]): Reckoning[] {
  const recent = newestFirst.slice(0, 40)
  // a fee that is mostly not kept (of what affiliates sold, say) has no rate for all
  const amounts = [...new Set(recent.map(({ amount }) => amount))].filter((amount) => amount > 0).slice(0, 5)
  const shares = new Set<number>()
  for (const { base, amount } of recent.toSorted((a, b) => b.base - a.base).slice(0, 20)) {
    if (base <= 0 || amount <= 0) continue
    const exact = divRound(amount, 10_000, base)
    if (exact <= 10_000) shares.add(exact)
  }
  // of two shares that say the same orders the rounder one was meant
  const rounder = [...shares].sort((a, b) => roundness(b) - roundness(a) || a - b)
  return [
    ...amounts.map((amount): Reckoning => ({ kind: 'per order', amount })),
    ...rounder.map((basisPoints): Reckoning => ({ kind: 'share', basisPoints, most: null })),
  ]
}

const roundness = (basisPoints: number) => [100, 50, 25, 5].findIndex((step) => basisPoints % step === 0) * -1
