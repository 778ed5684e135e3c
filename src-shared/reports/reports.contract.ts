import { oc } from '@orpc/contract'
import { z } from 'zod'
import { GoodsName } from '../catalog/goods-name.ts'
import { BusinessDay, Instant, Month } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { RupiahTotal } from '../kernel/rupiah.ts'
import { Channel } from '../orders/order.ts'
import { BeforeClosing } from './before-closing.ts'
import { FirstSteps } from './first-steps.ts'
import { Sellers } from './sellers.ts'

/** What the orders of a day leave, with what the books hold beside them. */
export const DayProfit = z.object({
  day: BusinessDay,
  orders: z.number().int(),
  pieces: z.number().int(),
  grossSales: RupiahTotal,
  sellerCuts: RupiahTotal,
  costOfGoods: RupiahTotal,
  costIncomplete: z.boolean(),
  other: RupiahTotal,
  /** What the books of the day hold of no order: goods found less those missed or spoilt, costs and taxes, income. */
  stockDifferences: RupiahTotal,
  expenses: RupiahTotal,
  otherIncome: RupiahTotal,
  profit: RupiahTotal,
  /** Not in the profit: what channels will probably keep of orders that they have not settled. */
  expectedFees: RupiahTotal,
})
export type DayProfit = z.infer<typeof DayProfit>

/** The eight questions Beranda answers without a click. */
export const Today = z.object({
  now: Instant,
  toShip: z.object({
    orders: z.number().int(),
    toArrange: z.number().int(),
    arranged: z.number().int(),
    printed: z.number().int(),
    packed: z.number().int(),
  }),
  lateRisk: z.object({
    orders: z.number().int(),
    late: z.number().int(),
    nearest: z.object({ id: Id, number: z.string(), courier: z.string(), shipBy: Instant }).nullable(),
  }),
  cancelRequests: z.object({ orders: z.number().int(), alreadyPacked: z.number().int() }),
  /** Goods that come back and were not looked at yet; `oldestSince` is when the first of them began to. */
  returns: z.object({
    orders: z.number().int(),
    pieces: z.number().int(),
    overdue: z.number().int(),
    oldestSince: Instant.nullable(),
  }),
  stock: z.object({
    short: z.array(z.object({ variantId: Id, label: z.string(), goodsName: GoodsName, short: z.number().int() })),
    shortSkus: z.number().int(),
    low: z.number().int(),
  }),
  unmapped: z.object({ listings: z.number().int(), orders: z.number().int() }),
  /** Names of fees that nobody mapped, and released money that waits for its order. */
  fees: z.object({ unmapped: z.number().int(), waiting: z.number().int(), released: RupiahTotal }),
  missingCost: z.object({ skus: z.number().int(), pieces: z.number().int() }),
  /** Bank lines that wait for an answer. */
  bank: z.object({ waiting: z.number().int() }),
  yesterday: DayProfit,
  /** The day that runs, so far: what the owner asks when the shop closes. */
  soFar: DayProfit,
  /** What the shop has in hand: tills, banks, e-wallets and the balances at its channels, as the balance sheet counts it. */
  cash: RupiahTotal,
  held: z.object({
    total: RupiahTotal,
    byChannel: z.array(z.object({ channel: Channel, amount: RupiahTotal })),
  }),
  imports: z.array(z.object({ shopId: Id, name: z.string(), channel: Channel, lastImportAt: Instant.nullable() })),
  handedOverNotShipped: z.number().int(),
})
export type Today = z.infer<typeof Today>

export const reportsContract = {
  /** How far a new shop has come, by what is stored. Each is asked for until all are taken. */
  firstSteps: oc.route({ method: 'GET', path: '/reports/first-steps' }).output(FirstSteps),
  today: oc.route({ method: 'GET', path: '/reports/today' }).output(Today),
  /** Omzet Kotor per day and channel, from maintained day totals. */
  salesByDay: oc
    .route({ method: 'GET', path: '/reports/sales-by-day' })
    .input(z.object({ from: BusinessDay, to: BusinessDay }))
    .output(
      z.array(
        z.object({
          day: BusinessDay,
          channel: Channel,
          orders: z.number().int(),
          pieces: z.number().int(),
          grossSales: RupiahTotal,
        }),
      ),
    ),
  /** Tutup Buku: what is still open at the end of a month. */
  beforeClosing: oc
    .route({ method: 'GET', path: '/reports/before-closing' })
    .input(z.object({ month: Month }))
    .output(BeforeClosing),
  /** Best sellers of a month, and goods that lay without a sale. */
  sellers: oc
    .route({ method: 'GET', path: '/reports/sellers' })
    .input(z.object({ month: Month }))
    .output(Sellers),
  /** Everything at once for Ctrl+K: orders, SKUs and entries that match. */
  find: oc
    .route({ method: 'GET', path: '/find' })
    .input(z.object({ query: z.string().min(1).max(100) }))
    .output(
      z.object({
        orders: z.array(
          z.object({
            id: Id,
            number: z.string(),
            channel: Channel,
            buyer: z.string(),
            state: z.string(),
            goodsName: GoodsName,
            placedAt: Instant.nullable(),
            trackingNumber: z.string(),
          }),
        ),
        variants: z.array(
          z.object({
            id: Id,
            productId: Id,
            sku: z.string(),
            label: z.string(),
            goodsName: GoodsName,
            available: z.number().int(),
          }),
        ),
      }),
    ),
}
