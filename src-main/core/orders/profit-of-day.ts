import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { Reader } from '../database/open.ts'
import { profitsOf } from './order-in-full.ts'
import { ordersOfDay } from './order-view.repository.ts'
import type { OrderOfList } from './profit-ladder.ts'
import { feesToCome } from './sale-for-fees.ts'

/** What the orders placed on one day leave, and the cost of goods in it. */
export interface ProfitOfDay {
  profit: Rupiah
  costOfGoods: Rupiah
  /** What channels will probably keep of those that they have not settled yet. */
  expectedFees: Rupiah
  /** True while some of them hold goods whose cost nobody knows. */
  costIncomplete: boolean
}

/** The sum of what the list of that day shows, order by order as their ladders say it. */
export async function profitOfDay(reader: Reader, day: BusinessDay): Promise<ProfitOfDay> {
  const found = await ordersOfDay(reader, day)
  const known = await profitsOf(reader, found)
  const profits = [...known.values()].map(({ profit }) => profit)
  const unsettled = found.filter(({ row }) => isSold(row) && known.get(row.id)!.settled.received === null)
  return {
    expectedFees: await feesToCome(
      reader,
      unsettled.map(({ row }) => row.id),
    ),
    profit: profits.reduce((total, { profit }) => total + profit, 0),
    costOfGoods: profits.reduce((total, { costOfGoods }) => total + costOfGoods, 0),
    costIncomplete: profits.some(({ costIncomplete }) => costIncomplete),
  }
}

const NO_SALE: ReadonlySet<OrderOfList['row']['state']> = new Set([
  'unpaid',
  'cancelled',
  'returned',
  'return_open',
  'unknown',
])

const isSold = ({ channel, state, isHistory }: OrderOfList['row']) =>
  channel !== 'own' && !isHistory && !NO_SALE.has(state)
