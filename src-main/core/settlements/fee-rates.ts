import { allocate, divRound } from '../../../src-shared/kernel/allocate.ts'
import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'
import type { FeeRate } from '../../../src-shared/settlements/fee-rate.ts'
import type { FeeLine } from '../../../src-shared/settlements/meaning.ts'
import { type FeeAccounts, feeAccounts } from './fee-accounts.ts'
import { normalName } from './normal-name.ts'
import { feeKey } from './same-fee.ts'
import { SHIPPED_RATES } from './shipped-rates.ts'

/** An order as far as fees are reckoned from it. */
export interface SaleForFees {
  channel: Channel
  shopId: string
  /** The day it was placed: a channel holds to what stood then. */
  day: BusinessDay
  /** Goods by their category: list price less the seller's discount, and pieces. */
  goods: readonly { category: string; value: Rupiah; pieces: number }[]
  /** Vouchers that the seller pays, of the whole order. */
  sellerVoucher: Rupiah
}

const folded = (category: string) => category.trim().toLowerCase()

const known = (rate: Omit<FeeRate, 'id' | 'source'>, isOwn: 0 | 1) => ({
  ...rate,
  key: feeKey(rate.name),
  category: folded(rate.category),
  // of the owner's rates the narrower one counts, and any of hers before ours
  rank: isOwn * 4 + (rate.shopId === null ? 0 : 2) + (rate.category === '' ? 0 : 1),
})
type Known = ReturnType<typeof known>

/** The same for every page of a list: a shop that is open all day makes them once. */
const SHIPPED: readonly Known[] = SHIPPED_RATES.map((rate) => known({ ...rate, shopId: null, category: '' }, 0))
const SHIPPED_ACCOUNTS: FeeAccounts = feeAccounts([])

/** Rates as they stand: of one name the narrowest counts, the owner's before what the program ships, the newest that has begun. */
export function feeRates(own: readonly FeeRate[], accounts: FeeAccounts = SHIPPED_ACCOUNTS) {
  const all: readonly Known[] = [...own.map((rate) => known(rate, 1)), ...SHIPPED]

  const standing = ({ channel, shopId, day }: SaleForFees, category: string): Map<string, Known> => {
    const byName = new Map<string, Known>()
    for (const rate of all) {
      if (rate.channel !== channel || rate.from > day) continue
      if ((rate.shopId ?? shopId) !== shopId || (rate.category !== '' && rate.category !== category)) continue
      const best = byName.get(rate.key)
      if (!best || rate.rank > best.rank || (rate.rank === best.rank && rate.from >= best.from))
        byName.set(rate.key, rate)
    }
    return byName
  }

  return {
    /** Whether what an order is of matters for its fees. */
    askForCategory: (channel: Channel): boolean =>
      all.some((rate) => rate.channel === channel && rate.category !== '' && rate.reckoning.kind === 'share'),

    /** What the channel probably keeps of an order, name by name, the largest first; negative. What no rate names is not guessed. */
    estimate(sale: SaleForFees): FeeLine[] {
      if (sale.channel === 'own' || sale.goods.length === 0) return []
      const vouchers = allocate(
        sale.sellerVoucher,
        sale.goods.map(({ value }) => Math.max(0, value)),
      )
      const fees = new Map<string, { rate: Known; amount: Rupiah }>()
      const shares = new Map<Known, Rupiah>()
      for (const [index, { category, value, pieces }] of sale.goods.entries())
        for (const [name, rate] of standing(sale, folded(category))) {
          if (rate.reckoning.kind === 'per order') fees.set(name, { rate, amount: rate.reckoning.amount })
          else {
            const base = Math.max(0, value - vouchers[index]!)
            const { basisPoints, most } = rate.reckoning
            if (most === null) shares.set(rate, (shares.get(rate) ?? 0) + base)
            else add(fees, name, rate, Math.min(divRound(base, basisPoints, 10_000), most * pieces))
          }
        }
      // rounded once for all goods of one rate, as channels do
      for (const [rate, base] of shares)
        if (rate.reckoning.kind === 'share')
          add(fees, rate.key, rate, divRound(base, rate.reckoning.basisPoints, 10_000))
      return [...fees.values()]
        .filter(({ amount }) => amount > 0)
        .sort((a, b) => b.amount - a.amount)
        .map(({ rate, amount }) => ({
          name: rate.name,
          amount: -amount,
          account: accounts.of(sale.channel, normalName(rate.name), '', sale.day).account,
        }))
    },
  }
}
export type FeeRates = ReturnType<typeof feeRates>

function add<Rate>(fees: Map<string, { rate: Rate; amount: Rupiah }>, name: string, rate: Rate, amount: Rupiah): void {
  const known = fees.get(name)
  fees.set(name, { rate, amount: (known?.amount ?? 0) + amount })
}
