import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { Reader } from '../database/open.ts'
import { profitsOf } from './order-in-full.ts'
import { ordersOfDay } from './order-view.repository.ts'

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
  return {
    expectedFees: [...known.values()].reduce((total, { ofChannel }) => total + (ofChannel.expectedFees ?? 0), 0),
    profit: profits.reduce((total, { profit }) => total + profit, 0),
    costOfGoods: profits.reduce((total, { costOfGoods }) => total + costOfGoods, 0),
    costIncomplete: profits.some(({ costIncomplete }) => costIncomplete),
  }
}
