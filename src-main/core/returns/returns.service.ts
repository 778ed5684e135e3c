import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { businessDay } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { formatRupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { waybillCode } from '../../../src-shared/orders/waybill.ts'
import type {
  ClaimDraft,
  EvidenceDraft,
  InspectionDraft,
  RefundDraft,
  Return,
  ReturnScan,
} from '../../../src-shared/returns/return.ts'
import { variantLabels } from '../catalog/catalog.repository.ts'
import { isMade } from '../database/made-once.ts'
import type { Reader, Tx } from '../database/open.ts'
import { requireOpenDay } from '../ledger/closed-periods.repository.ts'
import { accountsIn } from '../ledger/ledger.repository.ts'
import { whyBack } from '../orders/goods-back.ts'
import type { OrderDocument } from '../orders/order-document.ts'
import { leftAt } from '../orders/order-life.ts'
import { ordersByIds, recordEvents } from '../orders/orders.repository.ts'
import { goodsBackOf, saveActs } from '../orders/settle-orders.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { Settle } from '../settling/settle.ts'
import { takingBack } from '../taking-back.ts'
import { requireUsual } from '../unusual-total.ts'
import { evidenceIn, keepEvidence } from './evidence.repository.ts'
import { inspecting } from './inspecting.ts'
import { paidInto, refundable } from './refundable.ts'
import { orderIdScanned } from './return-codes.ts'
import { type ReturnFilter, returnCounts, returnPage } from './return-list.repository.ts'
import { returnInFull } from './return-view.ts'
import {
  claimById,
  recordClaim,
  recordInspections,
  recordRefund,
  setClaimPaid,
  setClaimRefused,
  setReceived,
  undoStep,
} from './returns.repository.ts'

const TOUCHED = ['returns', 'orders', 'inventory', 'ledger', 'cash', 'reports'] as const
const DAY_MS = 24 * 3_600_000

interface Event {
  what: string
  detail?: string
}

/** Retur: goods that come back are expected, received, looked at and settled with their order. */
export const createReturns = ({ read, write, now, settle }: RoomNeeds & { settle: Settle }) => {
  const orderOf = async (reader: Reader, id: string): Promise<OrderDocument> => {
    const order = (await ordersByIds(reader, [id])).get(id)?.document
    if (!order) throw new DomainError('ORDER_NOT_FOUND', { code: id })
    return order
  }
  const goneOrder = async (tx: Tx, id: string): Promise<OrderDocument> => {
    const order = await orderOf(tx, id)
    if (leftAt(order) === null) throw new DomainError('GOODS_NEVER_LEFT', { orderNumber: order.number })
    return order
  }

  /** The stored steps have changed: the order is read again, settled and listed anew. */
  const settled = async (tx: Tx, orderId: string, at: Instant, events: readonly Event[]): Promise<void> => {
    const [first, ...more] = events.map((event) => ({ ...event, at }))
    await saveActs(tx, settle, [await orderOf(tx, orderId)], first!)
    await recordEvents(
      tx,
      more.map((event) => ({ orderId, ...event })),
    )
  }
  const inFull = async (reader: Reader, orderId: string): Promise<Return> =>
    returnInFull(reader, await orderOf(reader, orderId))
  const changed = (work: (tx: Tx, at: Instant) => Promise<string>): Promise<Return> =>
    write([...TOUCHED], async (tx) => inFull(tx, await work(tx, now())))
  const undone: typeof changed = (work) => changed((tx, at) => takingBack(() => work(tx, at)))

  const refundInto = async (tx: Tx, order: OrderDocument, refund: RefundDraft, at: Instant) => {
    await requireOpenDay(tx, refund.day, at)
    const most = refundable(order)
    if (refund.amount > most) throw new DomainError('REFUND_TOO_HIGH', { amount: refund.amount, most })
    if (refund.account !== paidInto(order)) await requireWallet(tx, refund.account)
    await recordRefund(tx, refund, at)
  }

  return {
    get: (orderId: string): Promise<Return> => inFull(read, orderId),

    async list(filter: ReturnFilter) {
      const { returnDays } = await settingsOf(read)
      return {
        ...(await returnPage(read, filter, returnDays)),
        counts: await returnCounts(read, now() - returnDays * DAY_MS),
      }
    },

    async scan(typed: string): Promise<ReturnScan> {
      const code = typed.trim()
      const id = await orderIdScanned(read, code)
      if (id === null) return { verdict: 'unknown code', code, order: null }
      const order = await orderOf(read, id)
      const verdict = leftAt(order) === null ? 'not sent' : whyBack(order) === null ? 'not announced' : 'expected'
      return { verdict, code, order: { id, number: order.number, channel: order.channel } }
    },

    /** Received twice is received once. */
    receive: (orderId: string, waybill: string) =>
      changed(async (tx, at) => {
        const order = await goneOrder(tx, orderId)
        if (order.returns.receivedAt !== null) return orderId
        await setReceived(tx, orderId, { receivedAt: at, waybill: waybillCode(waybill) })
        await settled(tx, orderId, at, [{ what: 'return received', detail: waybill }])
        return orderId
      }),

    undoReceive: (orderId: string, reason: string) =>
      undone(async (tx, at) => {
        const order = await orderOf(tx, orderId)
        if (order.returns.receivedAt === null) return orderId
        await setReceived(tx, orderId, { receivedAt: null })
        await settled(tx, orderId, at, [{ what: 'return step undone', detail: reason }])
        return orderId
      }),

    inspect: (draft: InspectionDraft) =>
      changed(async (tx, at) => {
        const { orderId, lines, note, refund } = draft
        const made: boolean[] = []
        for (const { id } of refund ? [...lines, refund] : lines) made.push(await isMade(tx, id, draft))
        if (made.includes(true)) return orderId
        const order = await goneOrder(tx, orderId)
        const labels = await variantLabels(
          tx,
          lines.map(({ variantId }) => variantId),
        )
        const skuOf = (variantId: string) => labels.get(variantId)?.sku ?? '?'
        await recordInspections(tx, orderId, inspecting(await goodsBackOf(tx, order), lines, skuOf), { at, note })
        // what is looked at is here, whoever forgot to say so
        if (order.returns.receivedAt === null) await setReceived(tx, orderId, { receivedAt: at })
        if (refund) {
          const day = businessDay(at, (await settingsOf(tx)).zone)
          await refundInto(tx, order, { ...refund, orderId, day, note }, at)
        }
        await settled(tx, orderId, at, [
          ...lines.map(({ variantId, pieces, condition }) => ({
            what: `inspected ${condition}`,
            detail: `${pieces} × ${labels.get(variantId)?.label ?? ''}`,
          })),
          ...(refund ? [{ what: 'refunded', detail: formatRupiah(refund.amount) }] : []),
        ])
        return orderId
      }),

    undoInspection: (id: string, reason: string) => undone((tx, at) => undo(tx, 'return_inspection', id, at, reason)),

    refund: (draft: RefundDraft) =>
      changed(async (tx, at) => {
        if (await isMade(tx, draft.id, draft)) return draft.orderId
        const order = await goneOrder(tx, draft.orderId)
        await refundInto(tx, order, draft, at)
        await settled(tx, draft.orderId, at, [{ what: 'refunded', detail: formatRupiah(draft.amount) }])
        return draft.orderId
      }),

    undoRefund: (id: string, reason: string) => undone((tx, at) => undo(tx, 'return_refund', id, at, reason)),

    claim: (draft: ClaimDraft) =>
      changed(async (tx, at) => {
        if (await isMade(tx, draft.id, draft)) return draft.orderId
        await goneOrder(tx, draft.orderId)
        await recordClaim(tx, draft, at)
        await settled(tx, draft.orderId, at, [
          { what: 'claimed', detail: `${draft.party}, ${formatRupiah(draft.amount)}` },
        ])
        return draft.orderId
      }),

    claimPaid: (id: string, paid: { day: string; amount: number; account: AccountCode }, isMeant?: boolean) =>
      changed(async (tx, at) => {
        const { order_id: orderId, party } = await unpaidClaim(tx, id)
        await requireOpenDay(tx, paid.day, at)
        await requireWallet(tx, paid.account)
        await requireUsual(tx, 'claim', paid.amount, isMeant)
        await setClaimRefused(tx, id, null)
        await setClaimPaid(tx, id, paid)
        await settled(tx, orderId, at, [{ what: 'claim paid', detail: `${party}, ${formatRupiah(paid.amount)}` }])
        return orderId
      }),

    claimRefused: (id: string, reason: string) =>
      changed(async (tx, at) => {
        const { order_id: orderId } = await unpaidClaim(tx, id)
        await setClaimRefused(tx, id, at)
        await settled(tx, orderId, at, [{ what: 'claim refused', detail: reason }])
        return orderId
      }),

    undoClaim: (id: string, reason: string) =>
      undone(async (tx, at) => {
        const claim = await claimById(tx, id)
        if (!claim) throw new DomainError('RETURN_STEP_NOT_FOUND', { id })
        if (claim.paid_day !== null) await setClaimPaid(tx, id, null)
        else if (claim.refused_at !== null) await setClaimRefused(tx, id, null)
        else await undoStep(tx, 'return_claim', id, { at, reason })
        await settled(tx, claim.order_id, at, [{ what: 'return step undone', detail: reason }])
        return claim.order_id
      }),

    async keepEvidence(draft: EvidenceDraft) {
      const evidence = await evidenceIn(draft)
      const { bytes: _, ...facts } = evidence
      return changed(async (tx, at) => {
        if (await isMade(tx, draft.id, facts)) return draft.orderId
        await orderOf(tx, draft.orderId)
        await keepEvidence(tx, evidence, at)
        return draft.orderId
      })
    },
  }

  async function undo(tx: Tx, table: 'return_inspection' | 'return_refund', id: string, at: Instant, reason: string) {
    const orderId = await undoStep(tx, table, id, { at, reason })
    if (orderId === null) throw new DomainError('RETURN_STEP_NOT_FOUND', { id })
    await settled(tx, orderId, at, [{ what: 'return step undone', detail: reason }])
    return orderId
  }
}

async function unpaidClaim(tx: Tx, id: string) {
  const claim = await claimById(tx, id)
  if (!claim) throw new DomainError('RETURN_STEP_NOT_FOUND', { id })
  if (claim.paid_day !== null) throw new DomainError('CLAIM_ALREADY_PAID', { party: claim.party })
  return claim
}

/** @throws WRONG_ACCOUNT unless the account is a wallet of the shop. */
async function requireWallet(tx: Tx, code: AccountCode): Promise<void> {
  const account = (await accountsIn(tx, await settingsOf(tx))).find((each) => each.code === code)
  if (!account?.roles.includes('wallet') || account.book !== 'usaha')
    throw new DomainError('WRONG_ACCOUNT', { account: code, role: 'shop wallet' })
}

export type ReturnsService = ReturnType<typeof createReturns>
