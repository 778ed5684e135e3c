import { effectsOfCashRecords } from './cash/cash-steps.ts'
import { effectsOfAdjustments } from './inventory/adjustments.service.ts'
import { effectsOfOpenings } from './inventory/opening-stock.service.ts'
import { effectsOfOpeningBalance } from './ledger/ledger.service.ts'
import { effectsOfOrders } from './orders/settle-orders.ts'
import { effectsOfWalletLines } from './payouts/settle-lines.ts'
import { effectsOfPurchases } from './purchasing/purchasing.service.ts'
import { effectsOfSettlements } from './settlements/settlement-effects.ts'
import type { EffectSources } from './settling/settle.ts'

/** What each kind of document must have in the ledgers, answered by its own room. */
export const EFFECT_SOURCES: EffectSources = {
  order: effectsOfOrders,
  purchase: effectsOfPurchases,
  'stock-adjustment': effectsOfAdjustments,
  'opening-stock': effectsOfOpenings,
  'opening-balance': effectsOfOpeningBalance,
  'cash-record': effectsOfCashRecords,
  settlement: effectsOfSettlements,
  'wallet-line': effectsOfWalletLines,
}
