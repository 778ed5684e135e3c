import type { Shop } from '../../../src-shared/channels/channels.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'
import type { Reader, Tx } from '../database/open.ts'

export async function shops(reader: Reader): Promise<Shop[]> {
  const rows = await reader
    .selectFrom('shop')
    .select((eb) => [
      'id',
      'channel',
      'name',
      eb
        .selectFrom('import_run')
        .select(({ fn }) => fn.max('at').as('at'))
        .whereRef('import_run.shop_id', '=', 'shop.id')
        .where('withdrawn_at', 'is', null)
        .as('lastImportAt'),
      eb
        .selectFrom('order_tab_total')
        .select(({ fn }) => fn.sum<number | null>('orders').as('n'))
        .whereRef('order_tab_total.shop_id', '=', 'shop.id')
        .as('orders'),
    ])
    .where('archived_at', 'is', null)
    .where('channel', '<>', 'own')
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({ ...row, orders: row.orders ?? 0 }))
}

export async function saveShop(
  tx: Tx,
  shop: { id: string; channel: Channel; name: string },
  now: number,
): Promise<void> {
  await tx
    .insertInto('shop')
    .values({ ...shop, created_at: now, archived_at: null })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name: shop.name }))
    .execute()
}

export async function channelOfShop(reader: Reader, shopId: string): Promise<Channel> {
  return (await reader.selectFrom('shop').select('channel').where('id', '=', shopId).executeTakeFirstOrThrow()).channel
}
