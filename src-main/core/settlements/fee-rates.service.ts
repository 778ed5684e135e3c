import { addDays, businessDay } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type {
  Accuracy,
  FeeRateDraft,
  ProposedRate,
  ShopOfFees,
  StandingRate,
} from '../../../src-shared/settlements/fee-rates.contract.ts'
import type { ShopClass } from '../../../src-shared/settlements/shop-fees.ts'
import { isMade } from '../database/made-once.ts'
import type { Reader } from '../database/open.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { channelOfShop, ownRates, saveRate, undoRate } from './fee-rates.repository.ts'
import { feeRates, type SaleForFees } from './fee-rates.ts'
import { type KeptFee, learnRates } from './learn-rates.ts'
import { feeKey } from './same-fee.ts'
import { SHIPPED_RATES, type ShippedRate } from './shipped-rates.ts'
import {
  categoriesOfGoods,
  type StoredShopFees,
  saveShopFees,
  shopFees,
  shopsWithFees,
  undoShopFees,
} from './shop-fees.repository.ts'

/** A settled order: what it was reckoned from, and what was kept of it under each name of a fee, positive. */
export interface SettledSale {
  sale: SaleForFees
  shopName: string
  kept: ReadonlyMap<string, { name: string; amount: number }>
}

interface Needs extends RoomNeeds {
  /** Orders placed since a day whose settlement is here and of which nothing came back. */
  settledSales(reader: Reader, since: string): Promise<SettledSale[]>
}

/** Rates change several times a year: what is older teaches nothing. */
const LEARNED_FROM_DAYS = 120

export function createFeeRates({ read, write, now, settledSales }: Needs) {
  const since = async () => addDays(businessDay(now(), (await settingsOf(read)).zone), -LEARNED_FROM_DAYS)

  return {
    async list(): Promise<StandingRate[]> {
      const own = await ownRates(read)
      const shown = SHIPPED_RATES.toSorted(forEverybodyFirst)
      const shipped = shown.map((rate) => ({
        ...rate,
        classes: rate.classes && [...rate.classes],
        id: null,
        shopId: null,
        shopName: null,
      }))
      return [...own.map((rate) => ({ ...rate, classes: null, programme: null })), ...shipped]
    },

    async proposals(): Promise<ProposedRate[]> {
      const sales = await settledSales(read, await since())
      const rates = feeRates(await ownRates(read), await shopFees(read))
      const found: ProposedRate[] = []
      for (const [shopId, ofShop] of Map.groupBy(sales, ({ sale }) => sale.shopId)) {
        const { channel } = ofShop[0]!.sale
        if (channel === 'own') continue
        for (const [key, { name, kept }] of keptByName(ofShop)) {
          const isSaid = kept.filter(({ fee, sale }) => saidOf(rates.estimate(sale), key, fee.amount)).length
          if (isSaid * 10 >= kept.length * 9) continue
          for (const { reckoning, category, from, orders, matching } of learnRates(kept.map(({ fee }) => fee))) {
            const source = `${matching}/${orders}`
            found.push({
              channel,
              shopId,
              shopName: ofShop[0]!.shopName,
              category,
              name,
              from,
              reckoning,
              source,
              orders,
              matching,
            })
          }
        }
      }
      return found
    },

    async accuracy() {
      const day = await since()
      const rates = feeRates(await ownRates(read), await shopFees(read))
      const byChannel = Map.groupBy(await settledSales(read, day), ({ sale }) => sale.channel)
      const channels = [...byChannel].flatMap(([channel, sales]): Accuracy[] => {
        if (channel === 'own') return []
        const errors = sales.map(({ sale, kept }) => {
          const actual = [...kept.values()].reduce((total, { amount }) => total + amount, 0)
          const estimate = rates.estimate(sale).reduce((total, { amount }) => total - amount, 0)
          return { error: Math.abs(actual - estimate), actual }
        })
        const mean = (sum: number) => Math.round(sum / sales.length)
        return [
          {
            channel,
            orders: sales.length,
            exact: errors.filter(({ error }) => error <= 1).length,
            meanError: mean(errors.reduce((total, { error }) => total + error, 0)),
            meanFees: mean(errors.reduce((total, { actual }) => total + actual, 0)),
          },
        ]
      })
      return { since: day, channels }
    },

    /** @throws FEE_RATE_OF_ANOTHER_SHOP */
    save: (draft: FeeRateDraft): Promise<{ id: string }> =>
      write(['settlements', 'orders', 'reports'], async (tx) => {
        if (await isMade(tx, draft.id, draft)) return { id: draft.id }
        if (draft.shopId !== null && (await channelOfShop(tx, draft.shopId)) !== draft.channel)
          throw new DomainError('FEE_RATE_OF_ANOTHER_SHOP', {})
        await saveRate(tx, draft, now())
        return { id: draft.id }
      }),

    /** @throws FEE_RATE_NOT_FOUND */
    undo: (id: string): Promise<{ id: string }> =>
      write(['settlements', 'orders', 'reports'], async (tx) => {
        if (!(await undoRate(tx, id, now()))) throw new DomainError('FEE_RATE_NOT_FOUND', { id })
        return { id }
      }),

    async shops(): Promise<ShopOfFees[]> {
      const told = Map.groupBy(await shopFees(read), ({ shopId }) => shopId)
      const ownCategories = await categoriesOfGoods(read)
      return (await shopsWithFees(read)).map((shop) => ({
        ...shop,
        told: told.get(shop.shopId) ?? [],
        ...choicesOf(shop.channel),
        ownCategories,
      }))
    },

    /** @throws SHOP_FEES_NOT_FOUND where there is no such shop */
    saveShop: (said: StoredShopFees): Promise<{ id: string }> =>
      write(['settlements', 'orders', 'reports'], async (tx) => {
        if (await isMade(tx, said.id, said)) return { id: said.id }
        const channel = await channelOfShop(tx, said.shopId)
        if (!channel || channel === 'own') throw new DomainError('SHOP_FEES_NOT_FOUND', { id: said.shopId })
        await saveShopFees(tx, said, now())
        return { id: said.id }
      }),

    /** @throws SHOP_FEES_NOT_FOUND */
    undoShop: (id: string): Promise<{ id: string }> =>
      write(['settlements', 'orders', 'reports'], async (tx) => {
        if (!(await undoShopFees(tx, id, now()))) throw new DomainError('SHOP_FEES_NOT_FOUND', { id })
        return { id }
      }),
  }
}
export type FeeRatesService = ReturnType<typeof createFeeRates>

/** What a shop pays anyway, then what it joined; of each the newest first. */
const forEverybodyFirst = (a: ShippedRate, b: ShippedRate): number =>
  Number(a.programme !== null) - Number(b.programme !== null) || (a.from === b.from ? 0 : a.from < b.from ? 1 : -1)

/** What a channel distinguishes, as far as the shipped rates do. */
function choicesOf(channel: StandingRate['channel']): Pick<ShopOfFees, 'classes' | 'categories' | 'programmes'> {
  const rates = SHIPPED_RATES.filter((rate) => rate.channel === channel)
  const joined = rates.flatMap(({ programme, reckoning }) => (programme ? [{ ...programme, rate: reckoning }] : []))
  return {
    classes: CLASSES_OF[channel],
    categories: [...new Set(rates.map(({ category }) => category))].filter(Boolean),
    programmes: [...Map.groupBy(joined, ({ name }) => name)].map(([name, levels]) => ({
      name,
      levels: levels.map(({ level, rate }) => ({ level, rate })),
    })),
  }
}

const CLASSES_OF: Record<StandingRate['channel'], ShopClass[]> = {
  shopee: ['regular', 'star', 'star plus', 'mall'],
  tiktok: ['regular', 'mall'],
  other: [],
}

const saidOf = (lines: readonly { name: string; amount: number }[], key: string, actual: number): boolean => {
  const said = lines.reduce((total, line) => total + (feeKey(line.name) === key ? -line.amount : 0), 0)
  return Math.abs(said - actual) <= 1
}

/** What was kept under each name, order by order since the first that it was kept of; nothing of those that it was not kept of. */
function keptByName(sales: readonly SettledSale[]) {
  const names = new Map<string, { name: string; since: string }>()
  for (const { sale, kept } of sales)
    for (const [key, { name }] of kept) {
      const known = names.get(key)
      if (!known || sale.day < known.since) names.set(key, { name, since: sale.day })
    }
  return [...names].map(([key, { name, since }]) => {
    const later = sales.filter(({ sale }) => sale.day >= since)
    return [key, { name, kept: later.map((settled) => ({ sale: settled.sale, fee: feeOf(settled, key) })) }] as const
  })
}

function feeOf({ sale, kept }: SettledSale, key: string): KeptFee {
  const categories = new Set(sale.goods.map(({ category }) => category))
  return {
    day: sale.day,
    base: sale.goods.reduce((total, { value }) => total + value, 0) - sale.sellerVoucher,
    amount: kept.get(key)?.amount ?? 0,
    category: categories.size === 1 ? [...categories][0]! : null,
  }
}
