import { addDays, type BusinessDay, businessDay, type Month } from '../../../src-shared/kernel/business-day.ts'
import { LATE_RISK_MS } from '../../../src-shared/orders/orders.ts'
import type { DayProfit, Today } from '../../../src-shared/reports/reports.contract.ts'
import { unansweredLines } from '../bank/lines.repository.ts'
import { searchVariants, variantLabels } from '../catalog/catalog.repository.ts'
import { countUnmapped } from '../catalog/unmapped-listings.repository.ts'
import { orderRows } from '../orders/order-view.repository.ts'
import { profitOfDay } from '../orders/profit-of-day.ts'
import { returnsToInspect } from '../returns/return-list.repository.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { feesToDo } from '../settlements/waiting.repository.ts'
import { beforeClosing } from './before-closing.ts'
import { firstSteps } from './first-steps.ts'
import {
  bookedOfDay,
  cashInHand,
  dueBefore,
  heldByChannels,
  lowStock,
  missingCost,
  packedCancelRequests,
  salesOfDays,
  shortStock,
  tabTotals,
} from './reports.repository.ts'
import { sellersOf } from './sellers.ts'

const SHORT_SHOWN = 5

async function dayProfit(read: RoomNeeds['read'], day: BusinessDay): Promise<DayProfit> {
  const sales = await salesOfDays(read, day, day)
  const sum = (pick: (row: (typeof sales)[number]) => number) => sales.reduce((total, row) => total + pick(row), 0)
  const ofOrders = await profitOfDay(read, day)
  const [grossSales, sellerCuts] = [sum(({ grossSales }) => grossSales), sum(({ sellerCuts }) => sellerCuts)]
  const booked = await bookedOfDay(read, day)
  return {
    day,
    orders: sum(({ orders }) => orders),
    pieces: sum(({ pieces }) => pieces),
    grossSales,
    sellerCuts,
    costOfGoods: ofOrders.costOfGoods,
    costIncomplete: ofOrders.costIncomplete,
    // what came back, what the channel kept, what buyers paid for shipping: the rungs come to the profit
    other: ofOrders.profit - (grossSales - sellerCuts - ofOrders.costOfGoods),
    ...booked,
    profit: ofOrders.profit + booked.stockDifferences - booked.expenses + booked.otherIncome,
    expectedFees: ofOrders.expectedFees,
  }
}

export const createReports = ({
  read,
  now,
  shops,
}: Pick<RoomNeeds, 'read' | 'now'> & {
  shops: () => Promise<
    { id: string; name: string; channel: Today['imports'][number]['channel']; lastImportAt: number | null }[]
  >
}) => ({
  firstSteps: () => firstSteps(read),

  async today(): Promise<Today> {
    const at = now()
    const { zone } = await settingsOf(read)
    const day = businessDay(at, zone)
    const of = await tabTotals(read)
    const risk = await dueBefore(read, at + LATE_RISK_MS)
    const late = await dueBefore(read, at)
    const short = await shortStock(read, SHORT_SHOWN)
    const labels = await variantLabels(
      read,
      short.worst.map(({ variantId }) => variantId),
    )
    const held = await heldByChannels(read)
    return {
      now: at,
      toShip: {
        orders: of('to_ship'),
        toArrange: of('to_ship', 'to_arrange'),
        arranged: of('to_ship', 'arranged'),
        printed: of('to_ship', 'printed'),
        packed: of('to_ship', 'packed'),
      },
      lateRisk: {
        orders: risk.orders,
        late: late.orders,
        nearest: risk.nearest?.ship_by
          ? {
              id: risk.nearest.id,
              number: risk.nearest.number,
              courier: risk.nearest.courier || risk.nearest.shipping_service,
              shipBy: risk.nearest.ship_by,
            }
          : null,
      },
      cancelRequests: { orders: of('cancel_requested'), alreadyPacked: await packedCancelRequests(read) },
      returns: await returnsToInspect(read, at),
      stock: {
        short: short.worst.map(({ variantId, short }) => ({
          variantId,
          label: labels.get(variantId)!.label,
          goodsName: labels.get(variantId)!.goodsName,
          short,
        })),
        shortSkus: short.skus,
        low: await lowStock(read),
      },
      unmapped: await countUnmapped(read),
      fees: await feesToDo(read),
      missingCost: await missingCost(read),
      bank: { waiting: await unansweredLines(read) },
      yesterday: await dayProfit(read, addDays(day, -1)),
      soFar: await dayProfit(read, day),
      cash: await cashInHand(read),
      held: { total: held.reduce((total, { amount }) => total + amount, 0), byChannel: held },
      imports: (await shops()).map(({ id, name, channel, lastImportAt }) => ({
        shopId: id,
        name,
        channel,
        lastImportAt,
      })),
      handedOverNotShipped: of('awaiting_pickup'),
    }
  },

  async salesByDay(from: string, to: string) {
    return (await salesOfDays(read, from, to)).map(({ sellerCuts: _, ...row }) => row)
  },

  beforeClosing: (month: Month) => beforeClosing(read, month),

  async sellers(month: Month) {
    const { zone } = await settingsOf(read)
    return sellersOf(read, month, { today: businessDay(now(), zone), zone })
  },

  async find(query: string) {
    const orders = await orderRows(read, { query, limit: 8 })
    const variants = await searchVariants(read, query, 8)
    return {
      orders: orders.found.map(
        ({ row: { id, number, channel, buyer, state, goodsName, placedAt, trackingNumber } }) => ({
          id,
          number,
          channel,
          buyer,
          state,
          goodsName,
          placedAt,
          trackingNumber,
        }),
      ),
      variants: variants.map((variant) => ({
        id: variant.id,
        productId: variant.productId,
        sku: variant.sku,
        label: variant.label,
        goodsName: variant.goodsName,
        available: variant.available,
      })),
    }
  },
})
export type ReportsService = ReturnType<typeof createReports>
