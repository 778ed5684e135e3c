import { sql } from 'kysely'
import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { decodeCursor, encodeCursor } from '../../../src-shared/kernel/page.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { PurchaseRow, Supplier } from '../../../src-shared/purchasing/purchase.ts'
import { actorNow } from '../database/actor.ts'
import { insertMany, type Reader, type Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import type { PurchaseDocument } from './purchase-effects.ts'

export interface StoredPurchase extends PurchaseDocument {
  supplierId: string
  dueDay: BusinessDay | null
  note: string
}

/** The supplier of this name, however it is capitalised; made when new. */
export async function supplierByName(tx: Tx, typed: string, at: Instant): Promise<{ id: string; name: string }> {
  const name = typed.replace(/\s+/g, ' ')
  const known = await tx
    .selectFrom('supplier')
    .select(['id', 'name'])
    .where(sql`name collate nocase`, '=', name)
    .executeTakeFirst()
  if (known) return known
  const supplier = { id: newId(at), name }
  await tx
    .insertInto('supplier')
    .values({ ...supplier, created_at: at })
    .execute()
  return supplier
}

/** `PB-261122-001`: the day, then the purchases of that day in order. */
export async function nextNumber(tx: Tx, day: BusinessDay): Promise<string> {
  const prefix = `PB-${day.slice(2).replaceAll('-', '')}-`
  const { last } = await tx
    .selectFrom('purchase')
    .select(sql<number | null>`max(cast(substr(number, ${prefix.length + 1}) as integer))`.as('last'))
    .where('number', '>=', prefix)
    .where('number', '<', `${prefix}:`)
    .executeTakeFirstOrThrow()
  return prefix + String((last ?? 0) + 1).padStart(3, '0')
}

/** Adds the purchase or replaces what was stored under its id. */
export async function savePurchase(tx: Tx, purchase: StoredPurchase): Promise<void> {
  const { id, number, supplierId, day, discount, extraCost, paid, paidFrom, dueDay, note, recordedAt, lines } = purchase
  const columns = {
    supplier_id: supplierId,
    day,
    discount,
    extra_cost: extraCost,
    paid,
    paid_from: paidFrom,
    due_day: dueDay,
    note,
    cancelled_at: null,
    cancel_reason: '',
    actor: actorNow().id,
  }
  await tx
    .insertInto('purchase')
    .values({ id, number, recorded_at: recordedAt, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
  await tx.deleteFrom('purchase_line').where('purchase_id', '=', id).execute()
  await insertMany(
    tx,
    'purchase_line',
    lines.map(({ id: lineId, variantId, pieces, price }, index) => ({
      purchase_id: id,
      id: lineId,
      position: index + 1,
      variant_id: variantId,
      pieces,
      price,
    })),
  )
}

export async function markCancelled(tx: Tx, id: string, at: Instant, reason: string): Promise<void> {
  await tx
    .updateTable('purchase')
    .set({ cancelled_at: at, cancel_reason: reason, actor: actorNow().id })
    .where('id', '=', id)
    .execute()
}

/** The documents as stored, by id; what does not exist is absent. */
export async function purchasesByIds(reader: Reader, ids: readonly string[]): Promise<Map<string, StoredPurchase>> {
  const heads = await reader
    .selectFrom('purchase as p')
    .innerJoin('supplier as s', 's.id', 'p.supplier_id')
    .selectAll('p')
    .select('s.name as supplier_name')
    .where('p.id', 'in', valuesIn(ids))
    .execute()
  const lines = await reader
    .selectFrom('purchase_line')
    .select(['purchase_id', 'id', 'variant_id as variantId', 'pieces', 'price'])
    .where('purchase_id', 'in', valuesIn(ids))
    .orderBy('position')
    .execute()
  const linesOf = Map.groupBy(lines, ({ purchase_id }) => purchase_id)
  return new Map(
    heads.map((head) => [
      head.id,
      {
        id: head.id,
        number: head.number,
        supplierId: head.supplier_id,
        supplierName: head.supplier_name,
        day: head.day,
        recordedAt: head.recorded_at,
        isCancelled: head.cancelled_at !== null,
        lines: (linesOf.get(head.id) ?? []).map(({ purchase_id: _, ...line }) => line),
        discount: head.discount,
        extraCost: head.extra_cost,
        paid: head.paid,
        paidFrom: head.paid_from,
        dueDay: head.due_day,
        note: head.note,
      },
    ]),
  )
}

export interface PurchaseFilter {
  query: string
  onlyOwed: boolean
}

const goods = sql<Rupiah>`(select sum(l.pieces * l.price) from purchase_line l where l.purchase_id = p.id)`
const total = sql<Rupiah>`${goods} - p.discount + p.extra_cost`
const paidLater = sql<Rupiah>`coalesce(later.amount, 0)`
/** Of a purchase with its payments: what it still owes. */
export const OWED = sql<Rupiah>`iif(p.cancelled_at is null, ${total} - p.paid - ${paidLater}, 0)`

const purchasePaid = sql<string>`iif(json_valid(record), json_extract(record, '$.event.purchase'), null)`

/** Cash records that paid a supplier; the cash book is walked once, however many purchases are asked for. */
const payments = (reader: Reader) =>
  reader.selectFrom('cash_record').where('what', '=', 'pay supplier').where('cancelled_at', 'is', null)

/** Purchases beside what was paid for each of them later, through a day where one is given; `without` leaves one cash record out. */
export const purchasesWithPayments = (
  reader: Reader,
  { without = '', through = '9999-12-31' }: { without?: string; through?: BusinessDay } = {},
) =>
  reader.selectFrom('purchase as p').leftJoin(
    payments(reader)
      .select(({ fn }) => [purchasePaid.as('purchase_id'), fn.sum<Rupiah>('amount').as('amount')])
      .where('id', '<>', without)
      .where('day', '<=', through)
      .groupBy('purchase_id')
      .as('later'),
    'later.purchase_id',
    'p.id',
  )

/** What was paid for one purchase later, oldest first. */
export const paymentsOf = (reader: Reader, purchaseId: string) =>
  payments(reader)
    .select(['id', 'day', 'amount'])
    .where(purchasePaid, '=', purchaseId)
    .orderBy('day')
    .orderBy('id')
    .execute()

function filtered(reader: Reader, { query, onlyOwed }: PurchaseFilter) {
  let purchases = purchasesWithPayments(reader).innerJoin('supplier as s', 's.id', 'p.supplier_id')
  if (query.trim() !== '')
    purchases = purchases.where(sql<boolean>`says(p.number || ' ' || s.name || ' ' || p.note, ${query})`)
  if (onlyOwed) purchases = purchases.where(sql<boolean>`${OWED} > 0`)
  return purchases
}

const rowsOf = (reader: Reader, filter: PurchaseFilter) =>
  filtered(reader, filter).select([
    'p.id',
    'p.number',
    's.name as supplierName',
    'p.day',
    sql<number>`(select count(distinct l.variant_id) from purchase_line l where l.purchase_id = p.id)`.as('skus'),
    sql<number>`(select sum(l.pieces) from purchase_line l where l.purchase_id = p.id)`.as('pieces'),
    total.as('total'),
    'p.paid',
    paidLater.as('paidLater'),
    OWED.as('owed'),
    'p.due_day as dueDay',
    'p.cancelled_at',
    'p.cancel_reason',
  ])

const asRow = ({
  cancelled_at,
  cancel_reason,
  ...row
}: Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]): PurchaseRow => ({
  ...row,
  cancelled: cancelled_at === null ? null : { at: cancelled_at, reason: cancel_reason },
})

const EVERYTHING: PurchaseFilter = { query: '', onlyOwed: false }

export async function purchaseRow(reader: Reader, id: string): Promise<PurchaseRow | null> {
  const row = await rowsOf(reader, EVERYTHING).where('p.id', '=', id).executeTakeFirst()
  return row ? asRow(row) : null
}

/** Newest first; the cursor is day and id of the last one seen. */
export async function purchasePage(
  reader: Reader,
  { cursor, limit, ...filter }: PurchaseFilter & { cursor?: string | undefined; limit: number },
): Promise<{ rows: PurchaseRow[]; nextCursor: string | null }> {
  let query = rowsOf(reader, filter)
    .orderBy('p.day', 'desc')
    .orderBy('p.id', 'desc')
    .limit(limit + 1)
  if (cursor) {
    const [day, id] = decodeCursor(cursor)
    query = query.where(sql<boolean>`(p.day, p.id) < (${day}, ${id})`)
  }
  const found = await query.execute()
  const rows = found.slice(0, limit).map(asRow)
  const last = rows.at(-1)
  return { rows, nextCursor: found.length > limit && last ? encodeCursor(last.day, last.id) : null }
}

/** Of the whole filter, cancelled purchases left out. */
export async function purchaseTotals(reader: Reader, filter: PurchaseFilter): Promise<{ total: number; owed: number }> {
  const sums = await filtered(reader, filter)
    .select([sql<number>`coalesce(sum(${total}), 0)`.as('total'), sql<number>`coalesce(sum(${OWED}), 0)`.as('owed')])
    .where('p.cancelled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return sums
}

/** Suppliers by name, with the purchases that stand and what those left unpaid. */
export async function suppliersFound(reader: Reader, query: string): Promise<Supplier[]> {
  return reader
    .selectFrom('supplier as s')
    .leftJoin(
      purchasesWithPayments(reader)
        .select(['p.id', 'p.supplier_id', OWED.as('owed')])
        .where('p.cancelled_at', 'is', null)
        .as('p'),
      'p.supplier_id',
      's.id',
    )
    .select(({ fn }) => [
      's.id',
      's.name',
      's.phone',
      fn.count<number>('p.id').as('purchases'),
      sql<number>`coalesce(sum(p.owed), 0)`.as('owed'),
    ])
    .where(sql<boolean>`says(s.name, ${query})`)
    .groupBy('s.id')
    .orderBy(sql`natural(s.name)`)
    .execute()
}
