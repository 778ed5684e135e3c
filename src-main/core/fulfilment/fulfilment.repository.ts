import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { insertMany, type Reader, type Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import type { Scans } from './parcel-items.ts'

/** The order each parcel belongs to; unknown ids are absent. */
export async function orderIdsOfParcels(reader: Reader, parcelIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await reader
    .selectFrom('parcel')
    .select(['id', 'order_id'])
    .where('id', 'in', valuesIn(parcelIds))
    .execute()
  return new Map(rows.map(({ id, order_id }) => [id, order_id]))
}

export async function scansOf(reader: Reader, parcelIds: readonly string[]): Promise<Map<string, Scans>> {
  const rows = await reader.selectFrom('pack_scan').selectAll().where('parcel_id', 'in', valuesIn(parcelIds)).execute()
  return new Map(
    [...Map.groupBy(rows, ({ parcel_id }) => parcel_id)].map(([parcelId, scans]) => [
      parcelId,
      new Map(scans.map(({ item_key, scanned }) => [item_key, scanned])),
    ]),
  )
}

/** What lies in an open parcel now; without scans, nothing. */
export async function saveScans(tx: Tx, parcelId: string, scans: Scans): Promise<void> {
  await tx.deleteFrom('pack_scan').where('parcel_id', '=', parcelId).execute()
  await insertMany(
    tx,
    'pack_scan',
    [...scans]
      .filter(([, scanned]) => scanned > 0)
      .map(([item_key, scanned]) => ({ parcel_id: parcelId, item_key, scanned })),
  )
}

/** Of what marketplaces tell, orders up to this `seq` alone; null: all. */
export type UpTo = number | null

/** Orders with parcels to be packed, nearest deadline first, held ones last. */
export async function orderIdsToPack(reader: Reader, limit: number, upTo: UpTo): Promise<string[]> {
  const rows = await toPack(reader, upTo)
    .select('id')
    .orderBy('is_held')
    .orderBy('sort_key')
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Parcels to be packed; without those on hold, unless they are asked for. */
export async function parcelsToPack(reader: Reader, upTo: UpTo, which?: 'held too'): Promise<number> {
  let query = toPack(reader, upTo).select(({ fn }) => fn.sum<number | null>('parcels_to_pack').as('parcels'))
  if (!which) query = query.where('is_held', '=', 0)
  return (await query.executeTakeFirstOrThrow()).parcels ?? 0
}

function toPack(reader: Reader, upTo: UpTo) {
  const query = reader.selectFrom('sales_order').where('parcels_to_pack', '>', 0)
  if (upTo === null) return query
  return query.where(({ eb, or }) => or([eb('seq', '<=', upTo), eb('channel', '=', 'own')]))
}

/** How many parcels were closed, or handed over, since then. */
export async function parcelsSince(
  reader: Reader,
  what: 'packed_at' | 'handed_over_at',
  since: Instant,
): Promise<number> {
  const { parcels } = await reader
    .selectFrom('parcel')
    .select(({ fn }) => fn.countAll<number>().as('parcels'))
    .where(what, '>=', since)
    .executeTakeFirstOrThrow()
  return parcels
}

/** Ids of parcels handed over from one moment until before another, newest first. */
export async function parcelIdsHandedOver(
  reader: Reader,
  { from, before, limit }: { from: Instant; before: Instant; limit: number },
): Promise<string[]> {
  const rows = await reader
    .selectFrom('parcel')
    .select('id')
    .where('handed_over_at', '>=', from)
    .where('handed_over_at', '<', before)
    .orderBy('handed_over_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** The last hand-over before one moment and the first from another on; null where there is none. */
export async function handoversBeside(
  reader: Reader,
  { before, from }: { before: Instant; from: Instant },
): Promise<{ last: Instant | null; first: Instant | null }> {
  const { last } = await reader
    .selectFrom('parcel')
    .select(({ fn }) => fn.max('handed_over_at').as('last'))
    .where('handed_over_at', '<', before)
    .executeTakeFirstOrThrow()
  const { first } = await reader
    .selectFrom('parcel')
    .select(({ fn }) => fn.min('handed_over_at').as('first'))
    .where('handed_over_at', '>=', from)
    .executeTakeFirstOrThrow()
  return { last, first }
}

/** Ids of closed parcels that still stand here, first packed first; cancelled ones too, until they are set aside. */
export async function parcelIdsAtTheDoor(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectFrom('parcel')
    .select('id')
    .where('packed_at', 'is not', null)
    .where('left_at', 'is', null)
    .where('set_aside_at', 'is', null)
    .orderBy('packed_at')
    .execute()
  return rows.map(({ id }) => id)
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
