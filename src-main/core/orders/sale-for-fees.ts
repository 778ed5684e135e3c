import { type BusinessDay, businessDay, type Zone } from '../../../src-shared/kernel/business-day.ts'
import type { FeeLine } from '../../../src-shared/settlements/meaning.ts'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { ownRates } from '../settlements/fee-rates.repository.ts'
import type { SettledSale } from '../settlements/fee-rates.service.ts'
import { type FeeRates, feeRates, type SaleForFees } from '../settlements/fee-rates.ts'
import { feeKey } from '../settlements/same-fee.ts'
import { goodsOfOrders } from './goods-of-lines.ts'
import type { OrderDocument } from './order-document.ts'
import { placedMoment } from './order-facts.ts'
import type { GoodsByLine } from './order-goods.ts'
import { isCancelled } from './order-life.ts'
import { orderAmounts } from './order-money.ts'
import { ordersByIds } from './orders.repository.ts'

/** An order as fees are reckoned from it. Discounts of the whole order fall on its goods as vouchers do. */
export function saleForFees(
  order: OrderDocument,
  goods: GoodsByLine,
  categories: ReadonlyMap<string, string>,
  zone: Zone,
): SaleForFees {
  const { sellerDiscount, sellerVoucher } = orderAmounts(order)
  const ofLines = order.lines.reduce((total, line) => total + line.sellerDiscount, 0)
  return {
    channel: order.channel,
    shopId: order.shopId,
    day: businessDay(placedMoment(order), zone),
    goods: order.lines.map((line) => ({
      category: categories.get(goods.get(line.line)?.[0]?.variantId ?? '') ?? '',
      value: line.listPrice * line.pieces - line.sellerDiscount,
      pieces: line.pieces,
    })),
    sellerVoucher: sellerVoucher + sellerDiscount - ofLines,
  }
}

/** The shop's word for what these SKUs are, by id. */
async function categoriesOf(reader: Reader, variantIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await reader
    .selectFrom('variant as v')
    .innerJoin('product as p', 'p.id', 'v.product_id')
    .select(['v.id', 'p.category'])
    .where('v.id', 'in', valuesIn(variantIds))
    .execute()
  return new Map(rows.map(({ id, category }) => [id, category]))
}

/** Rates as they stand today, and as the owner said. */
export const standingRates = async (reader: Reader): Promise<FeeRates> => feeRates(await ownRates(reader))

/** Orders as fees are reckoned from them, by id. */
export async function salesForFees(
  reader: Reader,
  orders: readonly OrderDocument[],
): Promise<Map<string, SaleForFees>> {
  const goods = await goodsOfOrders(reader, orders)
  const variantIds = [...goods.values()].flatMap((byLine) =>
    [...byLine.values()].flat().map(({ variantId }) => variantId),
  )
  const categories = await categoriesOf(reader, [...new Set(variantIds)])
  const { zone } = await settingsOf(reader)
  return new Map(orders.map((order) => [order.id, saleForFees(order, goods.get(order.id)!, categories, zone)]))
}

/** What the channel will probably keep of an order that it has not settled; nothing of one that earns nothing. */
export async function feesOf(reader: Reader, order: OrderDocument): Promise<FeeLine[]> {
  if (order.channel === 'own' || isCancelled(order)) return []
  const sale = (await salesForFees(reader, [order])).get(order.id)!
  return (await standingRates(reader)).estimate(sale)
}

/** The same of many orders together; positive. */
export async function feesToCome(reader: Reader, ids: readonly string[]): Promise<number> {
  const rates = await standingRates(reader)
  let total = 0
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const known = await ordersByIds(reader, ids.slice(at, at + AT_ONCE), 'left out')
    const sales = await salesForFees(
      reader,
      [...known.values()].map(({ document }) => document),
    )
    for (const sale of sales.values()) for (const { amount } of rates.estimate(sale)) total -= amount
  }
  return total
}

const MOST_LEARNED_FROM = 2_000
const AT_ONCE = 200

/** Orders placed since a day whose settlement is here and of which nothing came back, the newest. */
export async function settledSales(reader: Reader, since: BusinessDay): Promise<SettledSale[]> {
  const rows = await reader
    .selectFrom('sales_order as o')
    .innerJoin('shop as s', 's.id', 'o.shop_id')
    .select(['o.id', 's.name as shopName'])
    .where('o.withdrawn_at', 'is', null)
    .where('o.placed_day', '>=', since)
    .where('o.comes_back_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('settlement as t')
          .select('t.id')
          .whereRef('t.shop_id', '=', 'o.shop_id')
          .whereRef('t.order_number', '=', 'o.number')
          .where('t.kind', '=', 'order')
          .where('t.withdrawn_at', 'is', null),
      ),
    )
    .orderBy('o.placed_day', 'desc')
    .orderBy('o.seq', 'desc')
    .limit(MOST_LEARNED_FROM)
    .execute()
  const found: SettledSale[] = []
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE)
    const documents = [
      ...(
        await ordersByIds(
          reader,
          some.map(({ id }) => id),
          'left out',
        )
      ).values(),
    ].map(({ document }) => document)
    const sales = await salesForFees(reader, documents)
    const shopOf = new Map(some.map(({ id, shopName }) => [id, shopName]))
    for (const order of documents)
      found.push({ sale: sales.get(order.id)!, shopName: shopOf.get(order.id)!, kept: keptOf(order) })
  }
  return found
}

/** What was kept under each name of a fee, as its settlement says. */
function keptOf({ settlements }: OrderDocument): SettledSale['kept'] {
  const kept = new Map<string, { name: string; amount: number }>()
  for (const { name, meaning, amount } of settlements.releases.flatMap(({ lines }) => lines)) {
    if (meaning !== 'fee' && meaning !== 'affiliate') continue
    const key = feeKey(name)
    kept.set(key, { name, amount: (kept.get(key)?.amount ?? 0) - amount })
  }
  return kept
}
