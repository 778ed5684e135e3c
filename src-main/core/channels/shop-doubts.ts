import { sql } from 'kysely'
import type { ListingStatement } from '../../../src-shared/catalog/listing-file.ts'
import type { Contents } from '../../../src-shared/channels/channel-file.ts'
import type { ShopDoubt } from '../../../src-shared/channels/shop-doubt.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'

type Shown = Pick<ShopDoubt, 'shopId' | 'shopName' | 'known'>

/**
 * Reasons to think that orders belong to another shop of the same channel than the one chosen: a channel gives a number to one
 * shop only, so numbers known elsewhere are its orders; goods that are known elsewhere and none of them here are a hint,
 * once the chosen shop has goods at all. A file of which nothing is known anywhere is asked about, too.
 */
export async function shopDoubts(reader: Reader, { orders }: Contents['orders'], shopId: string): Promise<ShopDoubt[]> {
  const { channel, shops } = await reader
    .selectFrom('shop as s')
    .innerJoin('shop as other', 'other.channel', 's.channel')
    .select(({ fn }) => ['s.channel', fn.countAll<number>().as('shops')])
    .where('s.id', '=', shopId)
    .groupBy('s.id')
    .executeTakeFirstOrThrow()
  const names = goodsOf(orders)
  // most have one shop of a channel, and need not look through 50,000 numbers for it
  if (shops === 1) return strange(reader, orders, names, { shopId, channel })
  const isElsewhere = (shop: Shown) => shop.shopId !== shopId && shop.known > 0
  const numbers = (await shopsKnowingNumbers(reader, orders, channel)).filter(isElsewhere)
  if (numbers.length > 0) return numbers.map((shop) => ({ why: 'numbers', ...shop, of: orders.length }))
  const goods = await shopsKnowingGoods(reader, names, channel)
  const here = goods.find((shop) => shop.shopId === shopId)
  const [elsewhere] = goods.filter(isElsewhere)
  if (!here || here.known > 0) return []
  if (!elsewhere) return strange(reader, orders, names, { shopId, channel })
  return [{ why: 'goods', ...elsewhere, of: names.length }]
}

/** A file and a shop with so few names of goods may well have none in common. */
const FEW_NAMES = 5

/** Neither its goods nor its orders are known in this shop, which has goods of other names: it may be a stranger's. */
async function strange(
  reader: Reader,
  orders: Orders,
  names: readonly string[],
  { shopId, channel }: { shopId: string; channel: Channel },
): Promise<ShopDoubt[]> {
  if (names.length < FEW_NAMES) return []
  const known = await reader
    .selectFrom('listing_alias')
    .select('product_name')
    .distinct()
    .where('shop_id', '=', shopId)
    .execute()
  const here = new Set(known.map(({ product_name }) => product_name))
  if (here.size < FEW_NAMES || names.some((name) => here.has(name))) return []
  if ((await shopsKnowingNumbers(reader, orders, channel)).some((shop) => shop.shopId === shopId)) return []
  const { name } = await reader.selectFrom('shop').select('name').where('id', '=', shopId).executeTakeFirstOrThrow()
  return [{ why: 'strange', shopId, shopName: name, known: 0, of: names.length }]
}

/** The shop that a file speaks of by itself, by its numbers, else by its goods; null when none or several do equally. */
export async function shopSpokenOf(
  reader: Reader,
  { orders }: Contents['orders'],
  channel: Channel,
): Promise<string | null> {
  const byNumbers = await shopsKnowingNumbers(reader, orders, channel)
  const [first, second] = byNumbers.length > 0 ? byNumbers : await shopsKnowingGoods(reader, goodsOf(orders), channel)
  return first && first.known > 0 && first.known !== second?.known ? first.shopId : null
}

/**
 * Reasons in goods alone: a channel gives an id to one shop only, so ids known elsewhere are its goods; else names that are known
 * elsewhere and none of them here.
 */
export async function listingDoubts(
  reader: Reader,
  listings: readonly ListingStatement[],
  shopId: string,
): Promise<ShopDoubt[]> {
  const { channel } = await reader
    .selectFrom('shop')
    .select('channel')
    .where('id', '=', shopId)
    .executeTakeFirstOrThrow()
  const isElsewhere = (shop: Shown) => shop.shopId !== shopId && shop.known > 0
  const byIds = (await shopsKnowingIds(reader, listings, channel)).filter(isElsewhere)
  if (byIds.length > 0) return byIds.map((shop) => ({ why: 'goods', ...shop, of: listings.length }))
  const names = namesOf(listings)
  const known = await shopsKnowingGoods(reader, names, channel)
  const here = known.find((shop) => shop.shopId === shopId)
  const [elsewhere] = known.filter(isElsewhere)
  return here && here.known === 0 && elsewhere ? [{ why: 'goods', ...elsewhere, of: names.length }] : []
}

/** The shop that goods speak of, by the channel's ids, else by their names; null where none or several know them equally. */
export async function shopOfListings(
  reader: Reader,
  listings: readonly ListingStatement[],
  channel: Channel,
): Promise<string | null> {
  const byIds = await shopsKnowingIds(reader, listings, channel)
  const [first, second] = byIds.length > 0 ? byIds : await shopsKnowingGoods(reader, namesOf(listings), channel)
  return first && first.known > 0 && first.known !== second?.known ? first.shopId : null
}

const namesOf = (listings: readonly ListingStatement[]): string[] => [
  ...new Set(listings.map(({ productName }) => productName)),
]

/** Shops of the channel whose goods carry the same ids of products. */
const shopsKnowingIds = (reader: Reader, listings: readonly ListingStatement[], channel: Channel): Promise<Shown[]> =>
  reader
    .selectFrom('listing as l')
    .innerJoin('shop as s', 's.id', 'l.shop_id')
    .select(({ fn }) => [
      's.id as shopId',
      's.name as shopName',
      fn.count<number>('l.external_item').distinct().as('known'),
    ])
    .where('l.external_item', 'in', valuesIn(new Set(listings.map(({ itemId }) => itemId))))
    .where('l.shop_id', 'in', reader.selectFrom('shop').select('id').where('channel', '=', channel))
    .groupBy('s.id')
    .orderBy('known', 'desc')
    .execute()

/** Reasons in the numbers of orders alone: what only another shop of the channel knows is of that shop. */
export async function numberDoubts(reader: Reader, numbers: readonly string[], shopId: string): Promise<ShopDoubt[]> {
  const { channel } = await reader
    .selectFrom('shop')
    .select('channel')
    .where('id', '=', shopId)
    .executeTakeFirstOrThrow()
  const known = await shopsWithNumbers(reader, numbers, channel)
  return known
    .filter((shop) => shop.shopId !== shopId && shop.known > 0)
    .map((shop) => ({ why: 'numbers', ...shop, of: numbers.length }))
}

/** The shop that numbers of orders speak of; null where none or several know them equally. */
export async function shopOfNumbers(
  reader: Reader,
  numbers: readonly string[],
  channel: Channel,
): Promise<string | null> {
  const [first, second] = await shopsWithNumbers(reader, numbers, channel)
  return first && first.known > 0 && first.known !== second?.known ? first.shopId : null
}

/** Which of these numbers are orders of this shop. */
export async function ordersKnownIn(reader: Reader, shopId: string, numbers: readonly string[]): Promise<Set<string>> {
  const rows = await reader
    .selectFrom('sales_order')
    .select('number')
    .where('shop_id', '=', shopId)
    .where('number', 'in', valuesIn(numbers))
    .where('withdrawn_at', 'is', null)
    .execute()
  return new Set(rows.map(({ number }) => number))
}

type Orders = Contents['orders']['orders']

const goodsOf = (orders: Orders): string[] => [
  ...new Set(orders.flatMap(({ snapshot }) => snapshot.lines.map(({ productName }) => productName))),
]

const shopsKnowingNumbers = (reader: Reader, orders: Orders, channel: Channel): Promise<Shown[]> =>
  shopsWithNumbers(
    reader,
    orders.map(({ snapshot }) => snapshot.number),
    channel,
  )

const shopsWithNumbers = (reader: Reader, numbers: readonly string[], channel: Channel): Promise<Shown[]> =>
  reader
    .selectFrom('sales_order as o')
    .innerJoin('shop as s', 's.id', 'o.shop_id')
    .select(({ fn }) => ['s.id as shopId', 's.name as shopName', fn.countAll<number>().as('known')])
    .where('o.number', 'in', valuesIn(numbers))
    .where('o.withdrawn_at', 'is', null)
    // by shop and number, which is an index
    .where('o.shop_id', 'in', reader.selectFrom('shop').select('id').where('channel', '=', channel))
    .groupBy('s.id')
    .orderBy('known', 'desc')
    .execute()

/** Every shop of the channel that has goods at all. */
const shopsKnowingGoods = (reader: Reader, names: readonly string[], channel: Channel): Promise<Shown[]> =>
  reader
    .selectFrom('shop as s')
    .innerJoin('listing_alias as g', 'g.shop_id', 's.id')
    .select(({ fn }) => [
      's.id as shopId',
      's.name as shopName',
      fn
        .count<number>(sql`iif(g.product_name in ${valuesIn(names)}, g.product_name, null)`)
        .distinct()
        .as('known'),
    ])
    .where('s.channel', '=', channel)
    .groupBy('s.id')
    .orderBy('known', 'desc')
    .execute()
