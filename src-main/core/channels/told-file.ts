import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { OrderSnapshot } from '../../../src-shared/orders/order.ts'
import { totalsOf } from './files/shopee-orders/totals.ts'
import { sha256, type WaitingFile } from './staged-files.ts'

/** Orders that somebody tells as a file would have told them at `at`. */
export interface ToldFile {
  name: string
  at: Instant
  snapshots: readonly OrderSnapshot[]
}

export function asWaitingFile({ name, at, snapshots }: ToldFile): WaitingFile {
  const orders = snapshots.map((snapshot, index) => ({ snapshot, rows: [index + 2] }))
  return {
    name,
    sha256: sha256(Buffer.from(name)),
    bytes: 0,
    stagedAt: at,
    modifiedAt: at,
    file: {
      kind: 'shopee orders',
      report: 'all',
      columns: 0,
      orders,
      problems: [],
      problemCount: 0,
      totals: totalsOf(orders),
      keptOut: { orders: 0, rows: 0, grossSales: 0, rowsWithoutAmount: 0 },
      absentColumns: [],
      unknownColumns: [],
    },
  }
}
