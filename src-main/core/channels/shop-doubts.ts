import { sql } from 'kysely'
import type { ImportContent } from '../../../src-shared/channels/channel-file.ts'
import type { ShopDoubt } from '../../../src-shared/channels/channels.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'

type Shown = Pick<ShopDoubt, 'shopId' | 'shopName' | 'known'>

/**
 * Reasons to think that orders belong to another shop of the same channel than the one chosen: a channel gives a number to one
 * shop only, so numbers known elsewhere are its orders; goods that are known elsewhere and none of them here are a hint,
 * once the chosen shop has goods at all.
 */
export async function shopDoubts(reader: Reader, { orders }: ImportContent, shopId: string): Promise<ShopDoubt[]> {
  const { channel, shops } = await reader
    .selectFrom('shop as s')
    .innerJoin('shop as other', 'other.channel', 's.channel')
    .select(({ fn }) => ['s.channel', fn.countAll<number>().as('shops')])
    .where('s.id', '=', shopId)
    .groupBy('s.id')
    .executeTakeFirstOrThrow()
  // most have one shop of a channel, and need not look through 50,000 numbers for it
  if (shops === 1) return []
  const isElsewhere = (shop: Shown) => shop.shopId !== shopId && shop.known > 0
  const numbers = (await shopsKnowingNumbers(reader, orders, channel)).filter(isElsewhere)
  if (numbers.length > 0) return numbers.map((shop) => ({ why: 'numbers', ...shop, of: orders.length }))
  const names = goodsOf(orders)
  const goods = await shopsKnowingGoods(reader, names, channel)
  const here = goods.find((shop) => shop.shopId === shopId)
  const [elsewhere] = goods.filter(isElsewhere)
  if (!here || here.known > 0 || !elsewhere) return []
  return [{ why: 'goods', ...elsewhere, of: names.length }]
}

/** The shop that a file speaks of by itself, by its numbers, else by its goods; null when none or several do equally. */
export async function shopSpokenOf(
  reader: Reader,
  { orders }: ImportContent,
  channel: Channel,
): Promise<string | null> {
  const byNumbers = await shopsKnowingNumbers(reader, orders, channel)
  const [first, second] = byNumbers.length > 0 ? byNumbers : await shopsKnowingGoods(reader, goodsOf(orders), channel)
  return first && first.known > 0 && first.known !== second?.known ? first.shopId : null
}

type Orders = ImportContent['orders']

const goodsOf = (orders: Orders): string[] => [
  ...new Set(orders.flatMap(({ snapshot }) => snapshot.lines.map(({ productName }) => productName))),
]

const shopsKnowingNumbers = (reader: Reader, orders: Orders, channel: Channel): Promise<Shown[]> =>
  reader
    .selectFrom('sales_order as o')
    .innerJoin('shop as s', 's.id', 'o.shop_id')
    .select(({ fn }) => ['s.id as shopId', 's.name as shopName', fn.countAll<number>().as('known')])
    .where('o.number', 'in', valuesIn(orders.map(({ snapshot }) => snapshot.number)))
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
