import { oc } from '@orpc/contract'
import { z } from 'zod'
import { catalogRefusals } from '../catalog/catalog.refusals.ts'
import { dated } from '../inventory/inventory.contract.ts'
import { inventoryRefusals } from '../inventory/inventory.refusals.ts'
import { Id } from '../kernel/ids.ts'
import { PageInput, PlainText, page } from '../kernel/page.ts'
import { pick } from '../kernel/refusal.ts'
import { RupiahTotal } from '../kernel/rupiah.ts'
import { unusualRefusals } from '../ledger/unusual.refusals.ts'
import { Purchase, PurchaseDraft, PurchaseRow, Supplier } from './purchase.ts'
import { purchasingRefusals } from './purchasing.refusals.ts'
import { Restock, RestockPlan } from './restock.ts'

export const purchasingContract = {
  /**
   * Newest first. `total` and `owed` are rupiah of the whole filter, cancelled purchases left out. `payable` is the whole
   * debt to suppliers in the books, with opening debts and payments that name no purchase.
   */
  list: oc
    .route({ method: 'GET', path: '/purchases' })
    .input(PageInput.extend({ query: z.string().max(100).default(''), onlyOwed: z.boolean().default(false) }))
    .output(page(PurchaseRow).extend({ total: RupiahTotal, owed: RupiahTotal, payable: RupiahTotal })),
  get: oc
    .route({ method: 'GET', path: '/purchases/{id}' })
    .input(z.object({ id: Id }))
    .output(Purchase)
    .errors(pick(purchasingRefusals, 'PURCHASE_NOT_FOUND')),
  /** Terima Barang: stock, cost and debt move together. Receiving the same id again corrects it; one that was cancelled stays so. */
  receive: oc
    .route({ method: 'PUT', path: '/purchases' })
    .input(PurchaseDraft)
    .output(Purchase)
    .errors({
      ...dated,
      ...unusualRefusals,
      ...pick(purchasingRefusals, 'PAID_TOO_MUCH', 'WALLET_MISSING', 'DISCOUNT_TOO_LARGE'),
      ...pick(inventoryRefusals, 'BUNDLE_HAS_NO_STOCK'),
      ...pick(catalogRefusals, 'PRODUCT_NOT_FOUND'),
    }),
  cancel: oc
    .route({ method: 'POST', path: '/purchases/cancel' })
    .input(z.object({ id: Id, reason: PlainText(500).pipe(z.string().min(3)) }))
    .output(Purchase)
    .errors(pick(purchasingRefusals, 'PURCHASE_NOT_FOUND')),
  /** Daftar Belanja: what to buy now, from whom, for how much. */
  restock: oc.route({ method: 'GET', path: '/restock' }).input(RestockPlan).output(Restock),
  suppliers: oc
    .route({ method: 'GET', path: '/suppliers' })
    .input(z.object({ query: z.string().max(100).default('') }))
    .output(z.array(Supplier)),
}
