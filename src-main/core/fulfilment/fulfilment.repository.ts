import { sql } from 'kysely'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { insertMany, type Reader, type Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import type { Scans } from './parcel-items.ts'

export async function scansOf(reader: Reader, orderIds: readonly string[]): Promise<Map<string, Scans>> {
  const rows = await reader.selectFrom('pack_scan').selectAll().where('order_id', 'in', valuesIn(orderIds)).execute()
  return new Map(
    [...Map.groupBy(rows, ({ order_id }) => order_id)].map(([orderId, scans]) => [
      orderId,
      new Map(scans.map(({ item_key, scanned }) => [item_key, scanned])),
    ]),
  )
}

/** What is checked of one parcel now; without scans, nothing. */
export async function saveScans(tx: Tx, orderId: string, scans: Scans): Promise<void> {
  await tx.deleteFrom('pack_scan').where('order_id', '=', orderId).execute()
  await insertMany(
    tx,
    'pack_scan',
    [...scans]
      .filter(([, scanned]) => scanned > 0)
      .map(([item_key, scanned]) => ({ order_id: orderId, item_key, scanned })),
  )
}

const UNPACKED = ['to_arrange', 'arranged', 'printed']

/** Orders to be packed, nearest deadline first, held ones last. */
export async function unpackedOrderIds(reader: Reader, limit: number): Promise<string[]> {
  const rows = await reader
    .selectFrom('sales_order')
    .select('id')
    .where('tab', '=', 'to_ship')
    .where('state', 'in', UNPACKED)
    .orderBy(sql`held_at is not null`)
    .orderBy('sort_key')
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

export async function unpackedCount(reader: Reader): Promise<number> {
  const { orders } = await reader
    .selectFrom('sales_order')
    .select(({ fn }) => fn.countAll<number>().as('orders'))
    .where('tab', '=', 'to_ship')
    .where('state', 'in', UNPACKED)
    .where('held_at', 'is', null)
    .executeTakeFirstOrThrow()
  return orders
}

export async function handedOverSince(reader: Reader, since: Instant): Promise<number> {
  const { orders } = await reader
    .selectFrom('sales_order')
    .select(({ fn }) => fn.countAll<number>().as('orders'))
    .where('handed_over_at', '>=', since)
    .executeTakeFirstOrThrow()
  return orders
}

/** Closed parcels that still stand here and are not held; cancelled ones too, until they are set aside. */
export async function parcelsAtTheDoor(reader: Reader) {
  return reader
    .selectFrom('sales_order as o')
    .innerJoin('order_recipient as r', 'r.order_id', 'o.id')
    .select([
      'o.id',
      'o.number',
      'o.channel',
      'o.courier',
      'o.shipping_service',
      'o.tracking_number',
      'o.pieces',
      'o.is_cod',
      'o.packed_at',
      'o.state',
      'r.name',
      'r.username',
    ])
    .where('o.packed_at', 'is not', null)
    .where('o.handed_over_at', 'is', null)
    .where('o.shipped_at', 'is', null)
    .where('o.set_aside_at', 'is', null)
    .where('o.held_at', 'is', null)
    .orderBy('o.packed_at')
    .execute()
}

/** Σ of what the goods of these orders cost when they left, as far as it is known. */
export async function costOfGoodsIssued(reader: Reader, orderIds: readonly string[]): Promise<number> {
  const { cost } = await reader
    .selectFrom('stock_movement')
    .select(({ fn }) => fn.sum<number | null>('cost').as('cost'))
    .where('document_kind', '=', 'order')
    .where('document_id', 'in', valuesIn(orderIds))
    .executeTakeFirstOrThrow()
  return 0 - (cost ?? 0)
}
