import { allocate, divRound } from '../../../src-shared/kernel/allocate.ts'
import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'
import type { FeeRate } from '../../../src-shared/settlements/fee-rate.ts'
import type { FeeLine } from '../../../src-shared/settlements/meaning.ts'
import type { ShopClass, ShopFees } from '../../../src-shared/settlements/shop-fees.ts'
import { feeAccounts } from './fee-accounts.ts'
import { normalName } from './normal-name.ts'
import { feeKey } from './same-fee.ts'
import { SHIPPED_RATES, type ShippedRate } from './shipped-rates.ts'

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

interface Known {
  key: string
  name: string
  shopId: string | null
  category: string
  classes: readonly ShopClass[] | null
  /** Who joined it, as `joined` writes it; null for everybody. */
  programme: string | null
  from: BusinessDay
  reckoning: FeeRate['reckoning']
  /** Where what it reckons goes. */
  account: AccountCode
  /** Of the owner's rates the narrower one counts, and any of hers before ours. */
  rank: number
}

/** What the program itself knows of a name; asked once a rate, not once an order. */
const ACCOUNTS = feeAccounts([])
const accountOf = ({ channel, name, from }: ShippedRate | FeeRate): AccountCode =>
  ACCOUNTS.of(channel as Channel, normalName(name), '', from).account

const joined = ({ name, level }: { name: string; level: string }) => `${name}/${level}`

const shipped = (rate: ShippedRate): Known => ({
  ...rate,
  key: feeKey(rate.name),
  category: folded(rate.category),
  shopId: null,
  programme: rate.programme && joined(rate.programme),
  account: accountOf(rate),
  rank: rate.category === '' ? 0 : 1,
})
const told = (rate: FeeRate): Known => ({
  ...rate,
  key: feeKey(rate.name),
  category: folded(rate.category),
  classes: null,
  programme: null,
  account: accountOf(rate),
  rank: 4 + (rate.shopId === null ? 0 : 2) + (rate.category === '' ? 0 : 1),
})

/** The same for every page of a list: a shop that is open all day makes them once. */
const SHIPPED = Map.groupBy(SHIPPED_RATES, ({ channel }) => channel as Channel)
const SHIPPED_OF = new Map([...SHIPPED].map(([channel, rates]) => [channel, rates.map(shipped)]))
const CATEGORIES_OF = new Map(
  [...SHIPPED_OF].map(([channel, rates]) => [channel, new Set(rates.map(({ category }) => category))]),
)

const MOST_REMEMBERED = 4000

/**
 * Rates as they stand: of one name the narrowest counts, the owner's before what the program ships, the newest that has begun.
 * A shipped rate counts for a shop of its class, for goods of its category and for whoever joined its programme.
 */
export function feeRates(own: readonly FeeRate[], shops: readonly ShopFees[] = []) {
  const ownOf = Map.groupBy(own.map(told), (_, at) => own[at]!.channel as Channel)
  const saidOf = Map.groupBy(
    shops.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    ({ shopId }) => shopId,
  )
  const found = new Map<string, ReadonlyMap<string, Known>>()

  const standing = (sale: SaleForFees, category: string): ReadonlyMap<string, Known> => {
    const question = `${sale.channel}/${sale.shopId}/${sale.day}/${category}`
    const known = found.get(question)
    if (known) return known
    const answer = reckonedBy(sale, category)
    // a sum over years asks of each of their days
    if (found.size === MOST_REMEMBERED) found.clear()
    found.set(question, answer)
    return answer
  }

  const reckonedBy = ({ channel, shopId, day }: SaleForFees, ownCategory: string): Map<string, Known> => {
    const said = saidOf.get(shopId) ?? []
    const shop = said.findLast(({ from }) => from <= day) ?? said[0]
    const isOf = categoryOf(channel, ownCategory, shop)
    const programmes = new Set(shop?.programmes.map(joined))
    const byName = new Map<string, Known>()
    for (const rate of [...(ownOf.get(channel) ?? []), ...(SHIPPED_OF.get(channel) ?? [])]) {
      if (rate.from > day || (rate.shopId ?? shopId) !== shopId) continue
      if (rate.category !== '' && rate.category !== ownCategory && rate.category !== isOf) continue
      if (rate.classes && !rate.classes.includes(shop?.shopClass ?? 'regular')) continue
      if (rate.programme && !programmes.has(rate.programme)) continue
      const best = byName.get(rate.key)
      if (!best || rate.rank > best.rank || (rate.rank === best.rank && rate.from >= best.from))
        byName.set(rate.key, rate)
    }
    return byName
  }

  return {
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
          account: rate.account,
        }))
    },
  }
}
export type FeeRates = ReturnType<typeof feeRates>

/** The channel's category of goods: what the owner said of her own, else the same word, else what the shop mostly sells. */
function categoryOf(channel: Channel, own: string, shop: ShopFees | undefined): string {
  const said = own === '' ? undefined : shop?.categories.find((each) => folded(each.own) === own)
  if (said) return folded(said.category)
  return own !== '' && CATEGORIES_OF.get(channel)?.has(own) ? own : folded(shop?.category ?? '')
}

function add<Rate>(fees: Map<string, { rate: Rate; amount: Rupiah }>, name: string, rate: Rate, amount: Rupiah): void {
  const known = fees.get(name)
  fees.set(name, { rate, amount: (known?.amount ?? 0) + amount })
}
