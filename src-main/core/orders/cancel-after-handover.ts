import type { OrderDocument } from './order-document.ts'
import { isCancelled, leftAt } from './order-life.ts'

/**
 * An order that was cancelled, or could not be delivered, after the courier took it: nothing is sold, and every piece that left
 * comes back. Its cost goes from goods in transit to goods awaiting inspection (`return-entries.ts`), and nothing returns to
 * the shelf before somebody has looked at it. Before hand-over a cancel only frees what was reserved.
 */
export const comesBackWhole = (order: OrderDocument): boolean =>
  leftAt(order) !== null && (isCancelled(order) || order.channelState === 'delivery_failed')
