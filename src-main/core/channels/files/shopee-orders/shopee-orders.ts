import type { OrderFile, OrderInFile } from '../../../../../src-shared/channels/channel-file.ts'
import { businessDay, type Zone } from '../../../../../src-shared/kernel/business-day.ts'
import type { FileKind } from '../file-kind.ts'
import { headingSheets } from '../reading/heading-sheets.ts'
import { COLUMNS } from './columns.ts'
import { readShopeeOrders } from './read-shopee-orders.ts'

/** Shopee's order downloads, layouts of 2019 to 2026: all orders, cancellations, failed deliveries. */
export const shopeeOrders: FileKind<OrderFile> = {
  kind: 'shopee orders',
  channel: 'shopee',
  records: 'orders',
  recognise(head) {
    const found = headingSheets(head, COLUMNS)
    const [first] = found
    if (!first) return null
    return {
      missing: first.layout.missing,
      rivals: found.map(({ sheet }) => sheet.name),
      read: (book) => readShopeeOrders(first, book),
    }
  },
  isEmpty: ({ totals, keptOut }) => totals.rows + keptOut.rows === 0,
  preview: ({ orders, ...said }, zone) => ({ about: 'orders', ...said, ...daysOf(orders, zone) }),
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
