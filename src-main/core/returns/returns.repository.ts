import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { ReturnCondition } from '../../../src-shared/orders/return.ts'
import type { ClaimDraft, RefundDraft } from '../../../src-shared/returns/return.ts'
import { actorNow } from '../database/actor.ts'
import { insertMany, type Reader, type Tx } from '../database/open.ts'

/** Steps taken with goods that came back, as they are stored. A step that is undone stays, with the reason. */

/** An order has a return from its first step on; that row is what says its document has any. */
export async function openReturn(tx: Tx, orderId: string): Promise<void> {
  await tx
    .insertInto('order_return')
    .values({ order_id: orderId, received_at: null })
    .onConflict((conflict) => conflict.column('order_id').doNothing())
    .execute()
}

export async function setReceived(
  tx: Tx,
  orderId: string,
  received: { receivedAt: number | null; waybill?: string },
): Promise<void> {
  await openReturn(tx, orderId)
  await tx
    .updateTable('order_return')
    .set({ received_at: received.receivedAt, ...(received.waybill ? { waybill: received.waybill } : {}) })
    .where('order_id', '=', orderId)
    .execute()
}

export const returnHead = (reader: Reader, orderId: string) =>
  reader.selectFrom('order_return').selectAll().where('order_id', '=', orderId).executeTakeFirst()

/** The order whose goods came back with this waybill; the newest return when it was used twice. */
export async function orderIdByReturnWaybill(reader: Reader, waybill: string): Promise<string | null> {
  const row = await reader
    .selectFrom('order_return')
    .select('order_id')
    .where('waybill', '<>', '')
    .where('waybill', '=', waybill)
    .orderBy('received_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.order_id ?? null
}

export interface InspectionToRecord {
  id: string
  line: number
  variantId: string
  pieces: number
  condition: ReturnCondition
}

export async function recordInspections(
  tx: Tx,
  orderId: string,
  inspections: readonly InspectionToRecord[],
  { at, note }: { at: number; note: string },
): Promise<void> {
  await openReturn(tx, orderId)
  await insertMany(
    tx,
    'return_inspection',
    inspections.map(({ id, line, variantId, pieces, condition }) => ({
      id,
      order_id: orderId,
      line,
      variant_id: variantId,
      pieces,
      condition,
      at,
      note,
      actor: actorNow().id,
    })),
  )
}

export const inspectionsOf = (reader: Reader, orderId: string) =>
  reader
    .selectFrom('return_inspection')
    .selectAll()
    .where('order_id', '=', orderId)
    .where('undone_at', 'is', null)
    .orderBy('seq')
    .execute()

export async function recordRefund(tx: Tx, refund: RefundDraft, at: number): Promise<void> {
  const { id, orderId, day, amount, account, note } = refund
  await openReturn(tx, orderId)
  await tx
    .insertInto('return_refund')
    .values({ id, order_id: orderId, day, amount, account, at, note, actor: actorNow().id, undone_at: null })
    .execute()
}

export const refundsOf = (reader: Reader, orderId: string) =>
  reader
    .selectFrom('return_refund')
    .selectAll()
    .where('order_id', '=', orderId)
    .where('undone_at', 'is', null)
    .orderBy('at')
    .execute()

export async function recordClaim(tx: Tx, { id, orderId, party, amount, note }: ClaimDraft, at: number): Promise<void> {
  await openReturn(tx, orderId)
  await tx
    .insertInto('return_claim')
    .values({
      id,
      order_id: orderId,
      party,
      amount,
      at,
      note,
      actor: actorNow().id,
      paid_day: null,
      paid_amount: null,
      paid_to: null,
      refused_at: null,
      undone_at: null,
    })
    .execute()
}

export const claimsOf = (reader: Reader, orderId: string) =>
  reader
    .selectFrom('return_claim')
    .selectAll()
    .where('order_id', '=', orderId)
    .where('undone_at', 'is', null)
    .orderBy('at')
    .execute()

/** A claim that was not withdrawn. */
export const claimById = (reader: Reader, id: string) =>
  reader.selectFrom('return_claim').selectAll().where('id', '=', id).where('undone_at', 'is', null).executeTakeFirst()

export async function setClaimPaid(
  tx: Tx,
  id: string,
  paid: { day: string; amount: number; account: AccountCode } | null,
): Promise<void> {
  await tx
    .updateTable('return_claim')
    .set({ paid_day: paid?.day ?? null, paid_amount: paid?.amount ?? null, paid_to: paid?.account ?? null })
    .where('id', '=', id)
    .execute()
}

export async function setClaimRefused(tx: Tx, id: string, at: number | null): Promise<void> {
  await tx.updateTable('return_claim').set({ refused_at: at }).where('id', '=', id).execute()
}

/** The order of a step that still stands; the step stays with the reason it was undone for. */
export async function undoStep(
  tx: Tx,
  table: 'return_inspection' | 'return_refund' | 'return_claim',
  id: string,
  { at, reason }: { at: number; reason: string },
): Promise<string | null> {
  const undone = await tx
    .updateTable(table)
    .set({ undone_at: at, undo_reason: reason })
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .returning('order_id')
    .executeTakeFirst()
  return undone?.order_id ?? null
}
