import type { Contents, OrderStatements } from '../../../src-shared/channels/channel-file.ts'
import type { OrdersOutcome } from '../../../src-shared/channels/channels.ts'
import type { OrderSnapshot } from '../../../src-shared/orders/order.ts'
import type { IntoShop, TakingIn } from './content-kind.ts'
import { takingOrdersIn } from './import-orders.ts'
import { runsToldOfTheSame } from './import-runs.repository.ts'
import { shopDoubts, shopSpokenOf } from './shop-doubts.ts'
import { refuseShipped, takingOrdersBack } from './withdraw-orders.ts'

/** Orders, whether a file or somebody else states them. */
export const ordersIn: TakingIn<Contents['orders'], IntoShop, OrdersOutcome> = {
  doubts: (reader, content, { shopId }) => shopDoubts(reader, content, shopId),
  shopSpokenOf,
  takingIn: takingOrdersIn,
  runsTellingOfTheSame: runsToldOfTheSame,
  mayBeTakenBack: refuseShipped,
  takingBack: takingOrdersBack,
}

/** Orders that came as statements and not as a file. */
export const asStatements = (snapshots: readonly OrderSnapshot[]): OrderStatements => ({
  kind: 'order statements',
  orders: snapshots.map((snapshot) => ({ snapshot, rows: [] })),
  problems: [],
  problemCount: 0,
  keptOut: { orders: 0, rows: 0, grossSales: 0, rowsWithoutAmount: 0 },
})
