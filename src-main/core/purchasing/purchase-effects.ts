import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { memo } from '../../../src-shared/ledger/memo.words.ts'
import { type Effects, NO_EFFECTS } from '../effects.ts'
import { landedCosts, type PricedLine, purchaseTotal } from './landed-cost.ts'

/** Goods received from a supplier, as stored. */
export interface PurchaseDocument {
  id: string
  number: string
  supplierName: string
  day: BusinessDay
  recordedAt: Instant
  isCancelled: boolean
  lines: (PricedLine & { id: string; variantId: string })[]
  discount: Rupiah
  extraCost: Rupiah
  paid: Rupiah
  /** Account of the wallet; null when nothing was paid. */
  paidFrom: AccountCode | null
}

/** Goods come in at landed cost; what was not paid at once is owed to the supplier. */
export function effectsOfPurchase(purchase: PurchaseDocument): Effects {
  if (purchase.isCancelled) return NO_EFFECTS
  const { number, supplierName, day, recordedAt, lines, discount, extraCost, paid, paidFrom } = purchase
  const landed = landedCosts(lines, discount, extraCost)
  const total = purchaseTotal(purchase)
  return {
    reservations: [],
    movements: lines.map(({ id, variantId, pieces }, index) => ({
      effect: `receipt/${id}`,
      kind: 'receipt',
      variantId,
      day,
      at: recordedAt,
      pieces,
      cost: landed[index]!,
    })),
    entries: [
      {
        effect: 'receipt',
        book: 'usaha',
        day,
        memo: memo('goods received', { purchase: number, supplier: supplierName }),
        lines: [
          { account: '1301', amount: total },
          ...(paidFrom ? [{ account: paidFrom, amount: -paid }] : []),
          { account: '2101', amount: paid - total },
        ],
      },
    ],
  }
}
