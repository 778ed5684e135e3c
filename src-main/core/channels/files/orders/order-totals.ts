import type { FileTotals, OrderInFile } from '../../../../../src-shared/channels/channel-file.ts'
import { valueOfLine } from '../../../../../src-shared/orders/order.ts'

/** Counts the orders that are taken in, whatever their status. */
export function totalsOf(orders: readonly OrderInFile[], statusLabel: (rawStatus: string) => string): FileTotals {
  const totals = { rows: 0, orders: orders.length, pieces: 0, grossSales: 0, goodsValue: 0, buyerPayment: 0 }
  const ordersByStatus = new Map<string, number>()
  for (const { snapshot, rows } of orders) {
    totals.rows += rows.length
    totals.buyerPayment += snapshot.buyerPayment
    for (const line of snapshot.lines) {
      totals.pieces += line.pieces
      totals.grossSales += line.listPrice * line.pieces
      totals.goodsValue += valueOfLine(line)
    }
    const label = statusLabel(snapshot.rawStatus)
    ordersByStatus.set(label, (ordersByStatus.get(label) ?? 0) + 1)
  }
  return { ...totals, ordersByStatus: Object.fromEntries(ordersByStatus) }
}
