import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { channelAccounts } from '../ledger/channel-accounts.ts'
import type { OrderDocument } from '../orders/order-document.ts'
import { isCancelled, soldAt } from '../orders/order-life.ts'
import { orderAmounts } from '../orders/order-money.ts'
import { walletOf } from '../orders/own-sale.ts'
import { channelRefund } from '../orders/returned-pieces.ts'

/** Where the money of an order came in: the wallet or claim of an own sale, or what its channel owes. */
export const paidInto = (order: OrderDocument): AccountCode =>
  order.channel === 'own' ? walletOf(order) : channelAccounts(order.channel).receivable

/** What a buyer paid and did not get back yet. Nothing before the sale is in the books: there is nothing to cut. */
export function refundable(order: OrderDocument): number {
  if (isCancelled(order) || soldAt(order) === null) return 0
  const { net, shippingPaid } = orderAmounts(order)
  const byHand = order.returns.refunds.reduce((total, { amount }) => total + amount, 0)
  return Math.max(0, net + shippingPaid - channelRefund(order) - byHand)
}
