import { sql } from 'kysely'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'
import type { FeeRate } from '../../../src-shared/settlements/fee-rate.ts'
import type { ShopFees } from '../../../src-shared/settlements/shop-fees.ts'
import { actorNow } from '../database/actor.ts'
import type { Reader, Tx } from '../database/open.ts'

export interface StoredRate extends FeeRate {
  id: string
  shopName: string | null
}

/** What the owner said that channels keep, by name and day. */
export async function ownRates(reader: Reader): Promise<StoredRate[]> {
  const { rows } = await sql<Omit<StoredRate, 'reckoning'> & { reckoning: string }>`
    select r.id, r.channel, r.shop_id as "shopId", s.name as "shopName", r.category, r.name, r.from_day as "from",
      r.reckoning, r.source
    from fee_rate r left join shop s on s.id = r.shop_id
    where r.undone_at is null
    order by r.channel, r.name, r.from_day desc`.execute(reader)
  return rows.map((row) => ({ ...row, reckoning: JSON.parse(row.reckoning) }) as StoredRate)
}

/**
 * What the owner said of rates and of her shops, as one JSON text (`SaidOfFees`): each page of a list of orders asks, mostly it is what it
 * was, and asking costs more than being answered.
 */
export async function saidOfFees(reader: Reader): Promise<string> {
  const { rows } = await sql<{ said: string }>`
    select json_object(
      'own', json((select json_group_array(json_object('channel', channel, 'shopId', shop_id, 'category', category,
          'name', name, 'from', from_day, 'reckoning', json(reckoning), 'source', source))
        from (select * from fee_rate where undone_at is null order by channel, name, from_day desc))),
      'shops', json((select json_group_array(json_set(told, '$.shopId', shop_id, '$.from', from_day))
        from (select * from shop_fees where undone_at is null order by shop_id, from_day)))) as said`.execute(reader)
  return rows[0]!.said
}
export interface SaidOfFees {
  own: FeeRate[]
  shops: ShopFees[]
}

/** Keeps a rate; one of the same channel, shop, category, name and day gives way. */
export async function saveRate(tx: Tx, { id, ...rate }: FeeRate & { id: string }, at: Instant): Promise<void> {
  const same = tx
    .updateTable('fee_rate')
    .set({ undone_at: at })
    .where('undone_at', 'is', null)
    .where('channel', '=', rate.channel)
    .where('category', '=', rate.category)
    .where('name', '=', rate.name)
    .where('from_day', '=', rate.from)
  await (rate.shopId === null ? same.where('shop_id', 'is', null) : same.where('shop_id', '=', rate.shopId)).execute()
  await tx
    .insertInto('fee_rate')
    .values({
      id,
      channel: rate.channel,
      shop_id: rate.shopId,
      category: rate.category,
      name: rate.name,
      from_day: rate.from,
      reckoning: JSON.stringify(rate.reckoning),
      source: rate.source,
      actor: actorNow().id,
      at,
      undone_at: null,
    })
    .execute()
}

/** @returns false when no such rate stands. */
export async function undoRate(tx: Tx, id: string, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('fee_rate')
    .set({ undone_at: at })
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function channelOfShop(reader: Reader, shopId: string): Promise<Channel | undefined> {
  const row = await reader.selectFrom('shop').select('channel').where('id', '=', shopId).executeTakeFirst()
  return row?.channel
}
