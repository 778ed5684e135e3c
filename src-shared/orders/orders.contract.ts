import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { catalogRefusals } from '../catalog/catalog.refusals.ts'
import { dated } from '../inventory/inventory.contract.ts'
import { BusinessDay } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { PageInput, PlainText, page } from '../kernel/page.ts'
import { pick } from '../kernel/refusal.ts'
import { unusualRefusals } from '../ledger/unusual.refusals.ts'
import { Channel, OrderState } from './order.ts'
import { ordersRefusals } from './orders.refusals.ts'
import {
  ExportStep,
  KnownBuyer,
  ListedOrder,
  Order,
  OrderColumn,
  OrderRow,
  OrderSort,
  OrderTab,
  OwnSaleChange,
  OwnSaleDraft,
  ProfitSum,
  TabCount,
} from './orders.ts'
import { WaysOut } from './ways-out.ts'

const Filter = z.object({
  tab: OrderTab.optional(),
  states: z.array(OrderState).max(OrderState.options.length).optional(),
  channel: Channel.optional(),
  query: z.string().max(100).default(''),
  sort: OrderSort.optional(),
  isReversed: z.boolean().optional(),
  day: BusinessDay.optional(),
  from: BusinessDay.optional(),
  to: BusinessDay.optional(),
  isUrgent: z.boolean().optional(),
})

/** Orders whose profits are summed without being asked for: longer lists are summed when somebody wants to know. */
export const SUMMED_AT_ONCE = 5_000

export const ordersContract = {
  /** Counts per tab, state and channel; from maintained totals, so the cost does not grow with history. */
  tabs: oc.route({ method: 'GET', path: '/orders/tabs' }).output(z.array(TabCount)),
  /**
   * Sales that were finished before the books began, which therefore show in no report; null when there are none, or the books may not
   * begin earlier. They would `begin` with the month of the first.
   */
  beforeBooks: oc
    .route({ method: 'GET', path: '/orders/before-books' })
    .output(
      z
        .object({ orders: z.number().int(), firstDay: BusinessDay, startDay: BusinessDay, begins: BusinessDay })
        .nullable(),
    ),
  /**
   * One tab, or every order when `query` is given (number, resi, buyer or goods, by their
   * beginnings; number and resi by any part of four signs too). To-ship lists come by
   * deadline, the others newest first; with `sort` by day or by value, the greatest first; `isReversed` turns it around. `from` and
   * `to` are days on which the orders were placed, both included. With `day` it is what was sold that day, as the day's
   * totals count it; with `isUrgent` what is to ship within six hours. `totals` are of the whole filter, not of the page; a search
   * that finds more than 200 orders says so (`isCapped`) instead of counting them all.
   */
  list: oc
    .route({ method: 'GET', path: '/orders' })
    .input(PageInput.extend(Filter.shape))
    .output(
      page(ListedOrder).extend({
        totals: z.object({
          orders: z.number().int(),
          pieces: z.number().int(),
          grossSales: z.number().int(),
          isCapped: z.boolean(),
        }),
      }),
    ),
  /** What the orders of a filter leave together; with `all` however many they are. */
  profitSum: oc
    .route({ method: 'GET', path: '/orders/profit' })
    .input(Filter.extend({ all: z.boolean().default(false) }))
    .output(ProfitSum),
  /** The whole filter as a sheet with these columns, in its order. */
  exportFile: oc
    .route({ method: 'POST', path: '/orders/export' })
    .input(Filter.extend({ format: z.enum(['xlsx', 'csv']), columns: z.array(OrderColumn).min(1).max(20) }))
    .output(eventIterator(ExportStep))
    .errors(pick(ordersRefusals, 'LIST_TOO_LONG')),
  get: oc
    .route({ method: 'GET', path: '/orders/{id}' })
    .input(z.object({ id: Id }))
    .output(Order)
    .errors(pick(ordersRefusals, 'ORDER_NOT_FOUND')),
  /** Exactly this order number or tracking number. */
  byCode: oc
    .route({ method: 'GET', path: '/orders/by-code' })
    .input(z.object({ code: z.string().max(128) }))
    .output(OrderRow.nullable()),
  recordOwnSale: oc
    .route({ method: 'POST', path: '/orders/own' })
    .input(OwnSaleDraft)
    .output(Order)
    .errors({
      ...pick(catalogRefusals, 'PRODUCT_NOT_FOUND'),
      ...pick(ordersRefusals, 'SALE_DISCOUNT_TOO_LARGE', 'SALE_WALLET_UNKNOWN'),
      ...dated,
      ...unusualRefusals,
    }),
  /**
   * Corrects an own sale: what it said before is kept (`changes`), and the books follow by linked corrections, on the first
   * open day where its own is closed.
   */
  changeOwnSale: oc
    .route({ method: 'POST', path: '/orders/own/change' })
    .input(OwnSaleChange)
    .output(Order)
    .errors({
      ...pick(
        ordersRefusals,
        'ORDER_NOT_FOUND',
        'ONLY_OWN_SALES_CHANGE',
        'OWN_SALE_IS_CANCELLED',
        'OWN_SALE_CAME_BACK',
        'SOLD_AFTER_HANDOVER',
        'OWN_SALE_WITHOUT_GOODS',
        'OWN_SALE_TOO_LARGE',
        'OWN_SALE_PACKED_AND_GONE',
        'OWN_SALE_MONTH_CLOSED',
        'SALE_DISCOUNT_TOO_LARGE',
        'SALE_WALLET_UNKNOWN',
      ),
      ...dated,
      ...unusualRefusals,
    }),
  /** Buyers of own sales whose name begins so or whose phone has this part, the newest sale first. */
  buyers: oc
    .route({ method: 'GET', path: '/orders/own/buyers' })
    .input(z.object({ query: z.string().max(100) }))
    .output(z.array(KnownBuyer)),
  cancelOwnSale: oc
    .route({ method: 'POST', path: '/orders/own/cancel' })
    .input(z.object({ id: Id, reason: PlainText(500).pipe(z.string().min(3)) }))
    .output(Order)
    .errors(pick(ordersRefusals, 'ORDER_NOT_FOUND', 'NOT_AN_OWN_SALE', 'OWN_SALE_HAS_LEFT', 'ORDER_ALREADY_CANCELLED')),
  /**
   * Sends another SKU for a line that is sold out, as agreed with the buyer; null sends what was sold. The channel is told nothing: what
   * was paid stays, and what goes out and what it cost follow the SKU that is sent.
   */
  sendInstead: oc
    .route({ method: 'POST', path: '/orders/send-instead' })
    .input(z.object({ id: Id, line: z.number().int(), variantId: Id.nullable(), note: PlainText(300) }))
    .output(Order)
    .errors({
      ...pick(ordersRefusals, 'ORDER_NOT_FOUND', 'TOO_LATE_TO_SEND_OTHER'),
      ...pick(catalogRefusals, 'PRODUCT_NOT_FOUND'),
    }),
  /** What may be done about goods of an order that are not there, and what each way costs. */
  waysOut: oc
    .route({ method: 'GET', path: '/orders/ways-out' })
    .input(z.object({ id: Id, variantId: Id }))
    .output(WaysOut)
    .errors(pick(ordersRefusals, 'ORDER_NOT_FOUND')),
  /** The shop's own note; never sent anywhere. */
  note: oc
    .route({ method: 'POST', path: '/orders/note' })
    .input(z.object({ id: Id, note: PlainText(2000) }))
    .output(z.object({ id: Id }))
    .errors(pick(ordersRefusals, 'ORDER_NOT_FOUND')),
}
