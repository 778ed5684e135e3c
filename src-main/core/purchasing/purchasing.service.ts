import { addDays, businessDay, type Instant } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import { EVERYDAY } from '../../../src-shared/ledger/account-name.ts'
import type { Purchase, PurchaseDraft, Supplier } from '../../../src-shared/purchasing/purchase.ts'
import type { Restock, RestockPlan } from '../../../src-shared/purchasing/restock.ts'
import { variantLabels } from '../catalog/catalog.repository.ts'
import type { Reader, Tx } from '../database/open.ts'
import { requireShelvedGoods } from '../inventory/shelved-goods.ts'
import { requireOpenDay } from '../ledger/closed-periods.repository.ts'
import { accountsIn } from '../ledger/ledger.repository.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { EffectSource, Settle } from '../settling/settle.ts'
import { takingBack } from '../taking-back.ts'
import { requireUsual } from '../unusual-total.ts'
import { payableToSuppliers } from './debts-due.ts'
import { goodsValue, landedCosts, purchaseTotal } from './landed-cost.ts'
import { effectsOfPurchase } from './purchase-effects.ts'
import {
  markCancelled,
  nextNumber,
  type PurchaseFilter,
  paymentsOf,
  purchasePage,
  purchaseRow,
  purchasesByIds,
  purchaseTotals,
  savePurchase,
  supplierByName,
  suppliersFound,
} from './purchasing.repository.ts'
import { restock } from './restock.repository.ts'

const TOUCHED = ['purchasing', 'inventory', 'ledger', 'cash', 'orders'] as const

/** How settling finds the effects of purchases. */
export const effectsOfPurchases: EffectSource = async (tx, ids) =>
  new Map([...(await purchasesByIds(tx, ids))].map(([id, purchase]) => [id, effectsOfPurchase(purchase)]))

/** @throws DISCOUNT_TOO_LARGE, PAID_TOO_MUCH, WALLET_MISSING. */
async function requireSoundMoney(tx: Tx, draft: PurchaseDraft, paidLater: Rupiah): Promise<void> {
  const { discount, paid, paidFrom } = draft
  const value = goodsValue(draft.lines)
  if (discount > value) throw new DomainError('DISCOUNT_TOO_LARGE', { discount, value })
  const total = purchaseTotal(draft)
  if (paid + paidLater > total) throw new DomainError('PAID_TOO_MUCH', { paid: paid + paidLater, total })
  if (paid === 0) return
  const wallets = (await accountsIn(tx, EVERYDAY)).filter(
    ({ roles, book }) => roles.includes('wallet') && book === 'usaha',
  )
  if (!wallets.some(({ code }) => code === paidFrom)) throw new DomainError('WALLET_MISSING')
}

/** A line without an id is the stored line of its SKU, so that correcting a purchase moves only what changed. */
function linesWithIds(
  lines: PurchaseDraft['lines'],
  stored: readonly { id: string; variantId: string }[],
  at: Instant,
): (PurchaseDraft['lines'][number] & { id: string })[] {
  const taken = new Set(lines.map(({ id }) => id))
  return lines.map((line) => {
    const id = line.id ?? stored.find((known) => known.variantId === line.variantId && !taken.has(known.id))?.id
    taken.add(id)
    return { ...line, id: id ?? newId(at) }
  })
}

/** Pembelian: goods received from suppliers. */
export const createPurchasing = ({ read, write, now, settle }: RoomNeeds & { settle: Settle }) => {
  const get = async (reader: Reader, id: string): Promise<Purchase> => {
    const row = await purchaseRow(reader, id)
    const purchase = (await purchasesByIds(reader, [id])).get(id)
    if (!row || !purchase) throw new DomainError('PURCHASE_NOT_FOUND', { id })
    const { discount, extraCost, paidFrom, note, recordedAt, lines } = purchase
    const landed = landedCosts(lines, discount, extraCost)
    const labels = await variantLabels(
      reader,
      lines.map(({ variantId }) => variantId),
    )
    return {
      ...row,
      discount,
      extraCost,
      paidFrom,
      note,
      recordedAt,
      payments: await paymentsOf(reader, id),
      lines: lines.map(({ id: lineId, variantId, pieces, price }, index) => {
        const { sku, label, goodsName } = labels.get(variantId)!
        return { id: lineId, variantId, sku, label, goodsName, pieces, price, landedCost: landed[index]! }
      }),
    }
  }
  const settled = async (tx: Tx, id: string): Promise<Purchase> => {
    const purchase = (await purchasesByIds(tx, [id])).get(id)!
    await settle(tx, [{ ref: { kind: 'purchase', id }, effects: effectsOfPurchase(purchase) }])
    return get(tx, id)
  }

  return {
    async list({ cursor, limit, ...filter }: PurchaseFilter & { cursor?: string | undefined; limit: number }) {
      return {
        ...(await purchasePage(read, { ...filter, cursor, limit })),
        ...(await purchaseTotals(read, filter)),
        payable: await payableToSuppliers(read),
      }
    },

    get: (id: string): Promise<Purchase> => get(read, id),

    /** Number and moment of recording stay what they were when the same id is received again. */
    receive: (draft: PurchaseDraft): Promise<Purchase> =>
      write([...TOUCHED], async (tx) => {
        const before = (await purchasesByIds(tx, [draft.id])).get(draft.id)
        // an answer that was lost on the way and is asked for again must not bring back what was cancelled meanwhile
        if (before?.isCancelled) return get(tx, draft.id)
        // what stands in a closed period may be corrected on its day: the difference is booked on the first open one
        if (draft.day !== before?.day) await requireOpenDay(tx, draft.day, now())
        await requireShelvedGoods(
          tx,
          draft.lines.map(({ variantId }) => variantId),
        )
        await requireUsual(tx, 'purchase', goodsValue(draft.lines) + draft.extraCost, draft.isMeant)
        const payments = await paymentsOf(tx, draft.id)
        await requireSoundMoney(
          tx,
          draft,
          payments.reduce((sum, { amount }) => sum + amount, 0),
        )
        const supplier = await supplierByName(tx, draft.supplierName, now())
        await savePurchase(tx, {
          ...draft,
          number: before?.number ?? (await nextNumber(tx, draft.day)),
          recordedAt: before?.recordedAt ?? now(),
          supplierId: supplier.id,
          supplierName: supplier.name,
          isCancelled: false,
          paidFrom: draft.paid > 0 ? draft.paidFrom : null,
          lines: linesWithIds(draft.lines, before?.lines ?? [], now()),
        })
        return settled(tx, draft.id)
      }),

    /** The purchase stays, with the reason; goods, cost and debt are taken back. */
    cancel: (id: string, reason: string): Promise<Purchase> =>
      write([...TOUCHED], async (tx) => {
        const purchase = await get(tx, id)
        if (purchase.cancelled) return purchase
        await markCancelled(tx, id, now(), reason)
        return takingBack(() => settled(tx, id))
      }),

    async restock(plan: RestockPlan): Promise<Restock> {
      const { zone } = await settingsOf(read)
      return restock(read, addDays(businessDay(now(), zone), -plan.basis), plan)
    },

    /** Suppliers with what their purchases still owe. */
    suppliers: (query: string): Promise<Supplier[]> => suppliersFound(read, query),
  }
}
export type PurchasingService = ReturnType<typeof createPurchasing>
