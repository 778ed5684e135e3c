import { sql } from 'kysely'
import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import type { Channel, MoneyLine } from '../../../src-shared/orders/order.ts'
import type { FeeLine } from '../../../src-shared/settlements/meaning.ts'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import { type SaidOfFees, saidOfFees } from '../settlements/fee-rates.repository.ts'
import type { SettledSale } from '../settlements/fee-rates.service.ts'
import { type FeeRates, feeRates, type SaleForFees } from '../settlements/fee-rates.ts'
import { feeKey } from '../settlements/same-fee.ts'
import type { OrderDocument } from './order-document.ts'
import { factsIn } from './order-rows.ts'
import { ordersByIds } from './orders.repository.ts'

interface Row {
  id: string
  channel: Channel
  shopId: string
  day: BusinessDay
  money: string
  listPrice: number
  pieces: number
  sellerDiscount: number
  category: string | null
}

/** Orders as fees are reckoned from them, by id, with one query: a page of a list asks for them each time it is shown. */
async function salesForFees(reader: Reader, ids: readonly string[]): Promise<Map<string, SaleForFees>> {
  const { rows } = await sql<Row>`
    select o.id, o.channel, o.shop_id as "shopId", o.placed_day as day, o.money, line.list_price as "listPrice", line.pieces,
      line.seller_discount as "sellerDiscount", product.category
    from sales_order o
    join order_line line on line.order_id = o.id
    left join listing on listing.id = line.listing_id
    left join variant on variant.id = coalesce(line.variant_id, listing.variant_id)
    left join product on product.id = variant.product_id
    where o.id in ${valuesIn(ids)}
    order by o.id, line.line`.execute(reader)
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, lines]) => {
      const { channel, shopId, day, money } = lines[0]!
      return [id, { channel, shopId, day, goods: lines.map(goodsIn), sellerVoucher: ofWholeOrder(money) }]
    }),
  )
}

const goodsIn = ({ category, listPrice, pieces, sellerDiscount }: Row): SaleForFees['goods'][number] => ({
  category: category ?? '',
  value: listPrice * pieces - sellerDiscount,
  pieces,
})

/** Discounts of the whole order fall on its goods as vouchers do. */
const ofWholeOrder = (money: string): number =>
  factsIn<MoneyLine[]>(money, [], 'left out').reduce(
    (total, { kind, amount }) => total + (kind === 'seller voucher' || kind === 'seller discount' ? amount : 0),
    0,
  )

let standing: { said: string; rates: FeeRates } | null = null

/** Rates as they stand today, and as the owner said. The same ones as long as she said nothing else: they remember what they found. */
async function standingRates(reader: Reader): Promise<FeeRates> {
  const said = await saidOfFees(reader)
  if (standing?.said === said) return standing.rates
  const { own, shops } = JSON.parse(said) as SaidOfFees
  standing = { said, rates: feeRates(own, shops) }
  return standing.rates
}

/** What channels probably keep of each of these orders, name by name. */
export async function estimatedFees(reader: Reader, ids: readonly string[]): Promise<Map<string, FeeLine[]>> {
  if (ids.length === 0) return new Map()
  const rates = await standingRates(reader)
  return new Map([...(await salesForFees(reader, ids))].map(([id, sale]) => [id, rates.estimate(sale)]))
}

/** The sum of what is probably kept, positive; null where no rate says anything. */
export const sumOfFees = (fees: readonly FeeLine[]): number | null =>
  fees.length === 0 ? null : fees.reduce((total, { amount }) => total - amount, 0)

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
    const sales = await salesForFees(
      reader,
      documents.map(({ id }) => id),
    )
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
