import { sql } from 'kysely'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { ShopFees } from '../../../src-shared/settlements/shop-fees.ts'
import { actorNow } from '../database/actor.ts'
import type { Reader, Tx } from '../database/open.ts'

export type StoredShopFees = ShopFees & { id: string }

/** What the owner said of her shops at their channels, by day. */
export async function shopFees(reader: Reader): Promise<StoredShopFees[]> {
  const { rows } = await sql<{ id: string; shopId: string; from: string; told: string }>`
    select id, shop_id as "shopId", from_day as "from", told from shop_fees where undone_at is null
    order by shop_id, from_day`.execute(reader)
  return rows.map(({ told, ...row }) => ({ ...JSON.parse(told), ...row }))
}

/** Shops of channels that keep something, the oldest first. */
export async function shopsWithFees(reader: Reader) {
  const rows = await reader
    .selectFrom('shop')
    .select(['id as shopId', 'name as shopName', 'channel'])
    .where('archived_at', 'is', null)
    .orderBy('created_at')
    .execute()
  return rows.flatMap(({ channel, ...shop }) => (channel === 'own' ? [] : [{ ...shop, channel }]))
}

/** Categories as the owner names them, in order. */
export async function categoriesOfGoods(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectFrom('product')
    .select('category')
    .distinct()
    .where('category', '<>', '')
    .orderBy('category')
    .execute()
  return rows.map(({ category }) => category)
}

/** Keeps what a shop is from a day on; what was said of the same day gives way. */
export async function saveShopFees(tx: Tx, { id, shopId, from, ...told }: StoredShopFees, at: Instant): Promise<void> {
  await tx
    .updateTable('shop_fees')
    .set({ undone_at: at })
    .where('undone_at', 'is', null)
    .where('shop_id', '=', shopId)
    .where('from_day', '=', from)
    .execute()
  await tx
    .insertInto('shop_fees')
    .values({
      id,
      shop_id: shopId,
      from_day: from,
      told: JSON.stringify(told),
      actor: actorNow().id,
      at,
      undone_at: null,
    })
    .execute()
}

/** Takes back what was said; what it took the place of stands again. @returns false when it does not stand. */
export async function undoShopFees(tx: Tx, id: string, at: Instant): Promise<boolean> {
  const row = await tx
    .selectFrom('shop_fees')
    .select(['shop_id', 'from_day', 'at'])
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  if (!row) return false
  await tx.updateTable('shop_fees').set({ undone_at: at }).where('id', '=', id).execute()
  const former = await tx
    .selectFrom('shop_fees')
    .select('id')
    .where('shop_id', '=', row.shop_id)
    .where('from_day', '=', row.from_day)
    .where('undone_at', '=', row.at)
    .where('id', '<', id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (former) await tx.updateTable('shop_fees').set({ undone_at: null }).where('id', '=', former.id).execute()
  return true
}
