import { normalHeading } from '../reading/heading-names.ts'
import { owedByColumns } from './lost-thousands.ts'
import type { Draft } from './order-draft.ts'
import { baseState } from './statuses.ts'

/**
 * True where `Total Amount` may be the goods alone. Lists in English call so what the buyer pays in all, and those that have a
 * `Grand Total` beside it what comes before shipping. The order itself tells: what a buyer pays in all is never less than
 * the columns come to. Of a cancelled order nothing is due.
 */
export function leavesShippingOpen({ layout, lines, statement }: Draft): boolean {
  const { status, money, buyerPayment } = statement
  if (normalHeading(layout.columns.get('buyerPayment')?.heading ?? '') !== 'total amount') return false
  if (buyerPayment === null || buyerPayment <= 0 || baseState(status) === 'cancelled') return false
  if (!layout.columns.has('shippingPaid')) return true
  return (money.shippingPaid ?? 0) > 0 && buyerPayment < owedByColumns({ lines, money })
}
