import { z } from 'zod'
import { GoodsName } from '../catalog/goods-name.ts'
import { BusinessDay, Instant } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { LARGEST_AMOUNT, MOST_PIECES } from '../kernel/limits.ts'
import { PlainText } from '../kernel/page.ts'
import { Price, Rupiah } from '../kernel/rupiah.ts'
import { AccountCode } from '../ledger/ledger.ts'
import { isMeant } from '../ledger/unusual.refusals.ts'

/** Goods received from a supplier. Extra cost (freight) minus discount is spread over the lines by value. */
export const PurchaseDraft = z
  .object({
    id: Id,
    supplierName: PlainText(120).pipe(z.string().min(1)),
    day: BusinessDay,
    lines: z
      .array(
        z.object({
          /** Made by the form and kept by corrections; a line without one is the stored line of its SKU, or new. */
          id: Id.optional(),
          variantId: Id,
          pieces: z.number().int().positive().max(MOST_PIECES),
          /** Of one piece. */
          price: Price,
        }),
      )
      .min(1)
      .max(1000),
    discount: Rupiah.min(0),
    extraCost: Price,
    /** What was paid at once, and from which of the shop's wallets; the rest is owed to the supplier. */
    paid: Rupiah.min(0),
    paidFrom: AccountCode.nullable(),
    dueDay: BusinessDay.nullable(),
    note: PlainText(500),
    isMeant,
  })
  .refine(
    ({ lines, extraCost }) =>
      lines.reduce((sum, { pieces, price }) => sum + pieces * price, extraCost) <= LARGEST_AMOUNT,
    { path: ['lines'], params: { most: LARGEST_AMOUNT } },
  )
export type PurchaseDraft = z.infer<typeof PurchaseDraft>
/** As a form states it, before the wallet is known to exist. */
export type PurchaseInput = z.input<typeof PurchaseDraft>

/**
 * `paid` was paid on receipt, `paidLater` by cash records that name the purchase; `owed` is the rest. A cancelled one owes
 * nothing.
 */
export const PurchaseRow = z.object({
  id: Id,
  number: z.string(),
  supplierName: z.string(),
  day: BusinessDay,
  skus: z.number().int(),
  pieces: z.number().int(),
  total: Rupiah,
  paid: Rupiah,
  paidLater: Rupiah,
  owed: Rupiah,
  dueDay: BusinessDay.nullable(),
  cancelled: z.object({ at: Instant, reason: z.string() }).nullable(),
})
export type PurchaseRow = z.infer<typeof PurchaseRow>

export const Purchase = PurchaseRow.extend({
  discount: Rupiah,
  extraCost: Rupiah,
  paidFrom: AccountCode.nullable(),
  note: z.string(),
  recordedAt: Instant,
  /** What was paid later, oldest first: cash records. */
  payments: z.array(z.object({ id: Id, day: BusinessDay, amount: Rupiah })),
  lines: z.array(
    z.object({
      id: Id,
      variantId: Id,
      sku: z.string(),
      label: z.string(),
      goodsName: GoodsName,
      pieces: z.number().int(),
      price: Rupiah,
      landedCost: Rupiah,
    }),
  ),
})
export type Purchase = z.infer<typeof Purchase>

/**
 * `owed` adds up what the supplier's purchases still owe. Opening debts, and payments that name no purchase, belong to the
 * shop's whole debt to suppliers (account 2101) and to no supplier.
 */
export const Supplier = z.object({
  id: Id,
  name: z.string(),
  phone: z.string(),
  purchases: z.number().int(),
  owed: Rupiah,
})
export type Supplier = z.infer<typeof Supplier>
