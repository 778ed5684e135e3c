import { sql } from 'kysely'
import { waybillCode } from '../../../src-shared/orders/waybill.ts'
import { insertMany, type Reader, type Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import type { OrderDocument, OrderParcel } from './order-document.ts'
import { itemKeyOfListing, parcelLeftAt } from './order-parcels.ts'

/** Parcels of these orders with what was packed into them, by order. */
export async function parcelsOf(reader: Reader, orderIds: readonly string[]): Promise<Map<string, OrderParcel[]>> {
  const ids = valuesIn(orderIds)
  const rows = await reader
    .selectFrom('parcel')
    .selectAll()
    .where('order_id', 'in', ids)
    .orderBy('order_id')
    .orderBy('number')
    .execute()
  const packed = rows.filter(({ packed_at }) => packed_at !== null).map(({ id }) => id)
  const contents =
    packed.length === 0
      ? []
      : await reader.selectFrom('parcel_content').selectAll().where('parcel_id', 'in', valuesIn(packed)).execute()
  const contentsByParcel = Map.groupBy(contents, ({ parcel_id }) => parcel_id)
  return Map.groupBy(
    rows.map((row) => ({
      orderId: row.order_id,
      id: row.id,
      number: row.number,
      waybill: row.waybill,
      printedAt: row.printed_at,
      packedAt: row.packed_at,
      packedBy: row.packed_by,
      contents:
        row.packed_at === null
          ? null
          : (contentsByParcel.get(row.id) ?? []).map(({ item_key, variant_id, pieces }) => ({
              key: item_key,
              variantId: variant_id,
              pieces,
            })),
      handedOverAt: row.handed_over_at,
      handedOverBy: row.handed_over_by,
      heldAt: row.held_at,
      setAsideAt: row.set_aside_at,
      holdReason: row.hold_reason,
    })),
    ({ orderId }) => orderId,
  )
}

const parcelRow = (order: OrderDocument, parcel: OrderParcel) => ({
  id: parcel.id,
  order_id: order.id,
  number: parcel.number,
  waybill: parcel.waybill,
  printed_at: parcel.printedAt,
  packed_at: parcel.packedAt,
  packed_by: parcel.packedBy,
  handed_over_at: parcel.handedOverAt,
  handed_over_by: parcel.handedOverBy,
  held_at: parcel.heldAt,
  set_aside_at: parcel.setAsideAt,
  hold_reason: parcel.holdReason,
  left_at: parcelLeftAt(order, parcel),
})

/** Writes the parcels of orders that were never seen before. */
export async function insertParcels(tx: Tx, orders: readonly OrderDocument[]): Promise<void> {
  await insertMany(
    tx,
    'parcel',
    orders.flatMap((order) => order.parcels.map((parcel) => parcelRow(order, parcel))),
  )
  await insertMany(tx, 'waybill', orders.flatMap(waybillRows))
}

/** Replaces the stored parcels of an order; one it has no more leaves nothing behind but its No. Resi. */
export async function saveParcels(tx: Tx, order: OrderDocument): Promise<void> {
  const gone = await tx
    .selectFrom('parcel')
    .select('id')
    .where('order_id', '=', order.id)
    .where(
      'number',
      'not in',
      order.parcels.map(({ number }) => number),
    )
    .execute()
  for (const { id } of gone) {
    await tx.deleteFrom('parcel_content').where('parcel_id', '=', id).execute()
    await tx.deleteFrom('pack_scan').where('parcel_id', '=', id).execute()
    await tx.deleteFrom('parcel_claim').where('parcel_id', '=', id).execute()
    await tx.deleteFrom('parcel').where('id', '=', id).execute()
  }
  for (const waybill of waybillRows(order))
    await tx
      .insertInto('waybill')
      .values(waybill)
      .onConflict((conflict) => conflict.columns(['code', 'order_id']).doUpdateSet({ parcel: waybill.parcel }))
      .execute()
  for (const parcel of order.parcels) {
    const row = parcelRow(order, parcel)
    await tx
      .insertInto('parcel')
      .values(row)
      .onConflict((conflict) => conflict.columns(['order_id', 'number']).doUpdateSet(row))
      .execute()
    await tx.deleteFrom('parcel_content').where('parcel_id', '=', parcel.id).execute()
    await insertMany(
      tx,
      'parcel_content',
      (parcel.contents ?? []).map(({ key, variantId, pieces }) => ({
        parcel_id: parcel.id,
        item_key: key,
        variant_id: variantId,
        pieces,
      })),
    )
  }
}

type Waybilled = Pick<OrderDocument, 'id' | 'parcels'>

const waybillRows = ({ id, parcels }: Waybilled) =>
  parcels.flatMap(({ waybill, number }) => {
    const code = waybillCode(waybill)
    return code === '' ? [] : [{ code, order_id: id, parcel: number, shown: waybill }]
  })

/** A No. Resi that a statement names is kept for ever, also when a newer statement names another: it still finds the order. */
export async function rememberWaybills(tx: Tx, orders: readonly Waybilled[]): Promise<void> {
  for (const waybill of orders.flatMap(waybillRows))
    await tx
      .insertInto('waybill')
      .values(waybill)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** Goods packed or scanned without an SKU go by the listing that theirs was joined with. */
export async function movePackedListings(tx: Tx, absorbed: ReadonlyMap<string, string>): Promise<void> {
  for (const [from, to] of absorbed) {
    const [old, kept] = [itemKeyOfListing(from), itemKeyOfListing(to)]
    await sql`insert into parcel_content (parcel_id, item_key, pieces)
      select parcel_id, ${kept}, pieces from parcel_content where item_key = ${old} and variant_id is null
      on conflict (parcel_id, item_key) do update set pieces = pieces + excluded.pieces`.execute(tx)
    await tx.deleteFrom('parcel_content').where('item_key', '=', old).where('variant_id', 'is', null).execute()
    await sql`insert into pack_scan (parcel_id, item_key, scanned)
      select parcel_id, ${kept}, scanned from pack_scan where item_key = ${old}
      on conflict (parcel_id, item_key) do update set scanned = scanned + excluded.scanned`.execute(tx)
    await tx.deleteFrom('pack_scan').where('item_key', '=', old).execute()
  }
}

/** Every No. Resi these orders ever had, as the channel wrote it, by order. */
export async function waybillsOf(reader: Reader, orderIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await reader
    .selectFrom('waybill')
    .select(['order_id', 'shown'])
    .where('order_id', 'in', valuesIn(orderIds))
    .orderBy('order_id')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ order_id }) => order_id)].map(([id, waybills]) => [
      id,
      waybills.map(({ shown }) => shown),
    ]),
  )
}

/** No. Resi that an order had and has no more. */
export async function formerWaybills(reader: Reader, { id, parcels }: Waybilled): Promise<string[]> {
  const current = new Set(parcels.map(({ waybill }) => waybillCode(waybill)))
  return ((await waybillsOf(reader, [id])).get(id) ?? []).filter((shown) => !current.has(waybillCode(shown)))
}

export interface FoundParcel {
  orderId: string
  /** Number of the parcel; null when the code is the order's own number. */
  parcel: number | null
  /** Has this code now, and not only once. */
  isNow: boolean
}

/** Orders that a channel sends in one bag share its No. Resi; more than these share none. */
const MOST_IN_ONE_BAG = 20

/**
 * The orders with this number or No. Resi, however it is written: those that carry it now before those that once did, and of each
 * the one placed last, whichever was heard of last. Couriers use their numbers again, and labels of two orders are exchanged.
 */
export async function parcelsByCode(reader: Reader, code: string): Promise<FoundParcel[]> {
  const number = code.trim()
  if (number === '') return []
  const wanted = waybillCode(code)
  // two searches by index; one search for either would read through all orders, newest first
  const found = await reader
    .selectFrom('sales_order')
    .select(['id', 'seq', 'placed_day', sql<number | null>`null`.as('parcel'), sql<string | null>`null`.as('carries')])
    .where(sql<boolean>`number = ${number} collate nocase`)
    .where('withdrawn_at', 'is', null)
    .unionAll(
      reader
        .selectFrom('waybill')
        .innerJoin('sales_order', 'sales_order.id', 'waybill.order_id')
        .leftJoin('parcel', (join) =>
          join.onRef('parcel.order_id', '=', 'waybill.order_id').onRef('parcel.number', '=', 'waybill.parcel'),
        )
        .select([
          'sales_order.id',
          'sales_order.seq',
          'sales_order.placed_day',
          'waybill.parcel',
          sql<string | null>`coalesce(parcel.waybill, '')`.as('carries'),
        ])
        .where('waybill.code', '=', wanted)
        .where('withdrawn_at', 'is', null),
    )
    .orderBy('placed_day', 'desc')
    .orderBy('seq', 'desc')
    .limit(MOST_IN_ONE_BAG)
    .execute()
  const named = found.map(({ id, parcel, carries }) => ({
    orderId: id,
    parcel,
    isNow: carries === null || waybillCode(carries) === wanted,
  }))
  return [...named.filter(({ isNow }) => isNow), ...named.filter(({ isNow }) => !isNow)]
}

/** The first of them. */
export const parcelByCode = async (reader: Reader, code: string): Promise<FoundParcel | null> =>
  (await parcelsByCode(reader, code))[0] ?? null
