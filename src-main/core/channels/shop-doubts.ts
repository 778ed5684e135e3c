import { sql } from 'kysely'
import type { ImportContent } from '../../../src-shared/channels/channel-file.ts'
import type { ShopDoubt } from '../../../src-shared/channels/channels.ts'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'

/**
 * Reasons to think that orders belong to another shop of the same channel than the one chosen: a channel gives a number to one
 * shop only, so numbers known elsewhere are its orders; goods that are known elsewhere and none of them here are a hint,
 * once the chosen shop has goods at all.
 */
export async function shopDoubts(reader: Reader, { orders }: ImportContent, shopId: string): Promise<ShopDoubt[]> {
  const numbers = orders.map(({ snapshot }) => snapshot.number)
  const known = await reader
    .selectFrom('sales_order as o')
    .innerJoin('shop as s', 's.id', 'o.shop_id')
    .select(({ fn }) => ['s.id as shopId', 's.name as shopName', fn.countAll<number>().as('known')])
    .where('o.number', 'in', valuesIn(numbers))
    .where('o.shop_id', '<>', shopId)
    .where('o.withdrawn_at', 'is', null)
    .where('s.channel', '=', channelOf(reader, shopId))
    .groupBy('s.id')
    .orderBy('known', 'desc')
    .execute()
  if (known.length > 0) return known.map((shop) => ({ why: 'numbers', ...shop, of: numbers.length }))
  return goodsKnownElsewhere(reader, orders, shopId)
}

const channelOf = (reader: Reader, shopId: string) =>
  reader.selectFrom('shop').select('channel').where('id', '=', shopId).limit(1)

async function goodsKnownElsewhere(
  reader: Reader,
  orders: ImportContent['orders'],
  shopId: string,
): Promise<ShopDoubt[]> {
  const names = [...new Set(orders.flatMap(({ snapshot }) => snapshot.lines.map(({ productName }) => productName)))]
  const shops = await reader
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
    .where('s.channel', '=', channelOf(reader, shopId))
    .groupBy('s.id')
    .orderBy('known', 'desc')
    .execute()
  const here = shops.find((shop) => shop.shopId === shopId)
  const [elsewhere] = shops.filter((shop) => shop.shopId !== shopId && shop.known > 0)
  if (!here || here.known > 0 || !elsewhere) return []
  return [{ why: 'goods', ...elsewhere, of: names.length }]
}
