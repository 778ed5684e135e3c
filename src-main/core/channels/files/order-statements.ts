import type { OrderStatements } from '../../../../src-shared/channels/channel-file.ts'
import type { OrderSnapshot } from '../../../../src-shared/orders/order.ts'
import { takingOrdersIn } from '../import-orders.ts'
import { shopDoubts } from '../shop-doubts.ts'
import { refuseShipped, takingOrdersBack } from '../withdraw-orders.ts'
import type { ImportKind } from './file-kind.ts'

/** Orders that came as statements and not as a file. */
export const orderStatements: ImportKind<OrderStatements> = {
  kind: 'order statements',
  doubts: shopDoubts,
  takingIn: takingOrdersIn,
  mayBeTakenBack: refuseShipped,
  takingBack: takingOrdersBack,
}

export const asStatements = (snapshots: readonly OrderSnapshot[]): OrderStatements => ({
  kind: 'order statements',
  orders: snapshots.map((snapshot) => ({ snapshot, rows: [] })),
  problems: [],
  problemCount: 0,
  keptOut: { orders: 0, rows: 0, grossSales: 0, rowsWithoutAmount: 0 },
})
