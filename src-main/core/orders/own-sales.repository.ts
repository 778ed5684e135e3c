import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import type { Tx } from '../database/open.ts'
import { ownSaleNumber } from './own-sale.ts'

/** The shop that own sales belong to; made with the first of them. */
export async function ownShop(tx: Tx, now: Instant): Promise<string> {
  const shop = await tx.selectFrom('shop').select('id').where('channel', '=', 'own').executeTakeFirst()
  if (shop) return shop.id
  const id = newId(now)
  await tx
    .insertInto('shop')
    .values({ id, channel: 'own', name: 'WhatsApp & toko', created_at: now, archived_at: null })
    .execute()
  return id
}

/** The next number of a day, whether it has had three sales or three thousand. */
export async function nextSaleNumber(tx: Tx, day: string): Promise<string> {
  const prefix = ownSaleNumber(day, 0).slice(0, -3)
  const last = await tx
    .selectFrom('sales_order')
    .select('number')
    .where('number', '>=', prefix)
    .where('number', '<', `${prefix}:`)
    .where('channel', '=', 'own')
    // as text 999 would stand above 1000
    .orderBy(({ fn }) => fn('length', ['number']), 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return ownSaleNumber(day, Number(last?.number.slice(prefix.length) ?? 0) + 1)
}
