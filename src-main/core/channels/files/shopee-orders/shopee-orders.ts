import type { OrderFile, OrderInFile } from '../../../../../src-shared/channels/channel-file.ts'
import { businessDay, type Zone } from '../../../../../src-shared/kernel/business-day.ts'
import { takingOrdersIn } from '../../import-orders.ts'
import { shopDoubts } from '../../shop-doubts.ts'
import { refuseShipped, takingOrdersBack } from '../../withdraw-orders.ts'
import type { FileKind } from '../file-kind.ts'
import { recognise } from '../reading/recognise.ts'
import { COLUMNS } from './columns.ts'
import { readShopeeOrders } from './read-shopee-orders.ts'

/** Shopee's order downloads, layouts of 2019 to 2026: all orders, cancellations, failed deliveries. */
export const shopeeOrders: FileKind<OrderFile> = {
  kind: 'shopee orders',
  channel: 'shopee',
  recognise(heading) {
    const layout = recognise(heading, COLUMNS)
    return layout && { missing: layout.missing, read: (sheet) => readShopeeOrders(layout, sheet) }
  },
  isEmpty: ({ totals, keptOut }) => totals.rows + keptOut.rows === 0,
  preview: ({ orders, ...said }, zone) => ({ ...said, ...daysOf(orders, zone) }),
  doubts: shopDoubts,
  takingIn: takingOrdersIn,
  mayBeTakenBack: refuseShipped,
  takingBack: takingOrdersBack,
}

/** The first and the last day on which an order of the file was placed. */
function daysOf(orders: readonly OrderInFile[], zone: Zone): { from: string | null; to: string | null } {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { snapshot } of orders) {
    if (snapshot.placedAt === null) continue
    first = Math.min(first, snapshot.placedAt)
    last = Math.max(last, snapshot.placedAt)
  }
  return first > last ? { from: null, to: null } : { from: businessDay(first, zone), to: businessDay(last, zone) }
}
