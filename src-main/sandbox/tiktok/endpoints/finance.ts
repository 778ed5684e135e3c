import { z } from 'zod'
import type { Statement, Transaction } from '../book.ts'
import { listOf, seconds, sortOrder, wholeIn } from '../checking.ts'
import { endpoint, listed } from '../endpoint.ts'
import { SaidNo } from '../said-no.ts'
import { moneyOf, totalsOf } from '../settling.ts'
import { UNSURE } from '../unsure.ts'
import { allAmounts, cost, rupiah, said } from '../wire.ts'
import { orderOf } from './orders.ts'

const Paged = {
  page_size: wholeIn(1, 100).default(20),
  page_token: z.string().optional(),
  sort_order: sortOrder.default('ASC'),
}

const sumOf = (transactions: readonly Transaction[]) =>
  transactions
    .map((each) => totalsOf(each.skus, each.adjustment))
    .reduce(
      (all, each) => ({
        revenue: all.revenue + each.revenue,
        feeTax: all.feeTax + each.feeTax,
        shipping: all.shipping + each.shipping,
        adjustment: all.adjustment + each.adjustment,
        settlement: all.settlement + each.settlement,
      }),
      { revenue: 0, feeTax: 0, shipping: 0, adjustment: 0, settlement: 0 },
    )

/** Breakdowns of a whole order are those of its SKUs, added name by name. */
function added(parts: readonly Record<string, number>[], written = cost): Record<string, string> {
  const sums: Record<string, number> = {}
  for (const part of parts) for (const [name, value] of Object.entries(part)) sums[name] = (sums[name] ?? 0) + value
  return allAmounts(sums, written)
}

const statementView = (statement: Statement) => {
  const totals = sumOf(statement.transactions)
  return said({
    id: statement.id,
    statement_time: statement.at,
    currency: 'IDR',
    revenue_amount: rupiah(totals.revenue),
    fee_amount: cost(totals.feeTax),
    shipping_cost_amount: cost(totals.shipping),
    net_sales_amount: rupiah(totals.revenue),
    adjustment_amount: rupiah(totals.adjustment),
    settlement_amount: rupiah(totals.settlement),
    payment_status: statement.status,
    payment_id: statement.paymentId,
    payment_time: statement.paidAt,
  })
}

function transactionView(it: Transaction) {
  const totals = totalsOf(it.skus, it.adjustment)
  const isOrder = it.type === 'ORDER'
  return said({
    id: it.id,
    type: it.type,
    order_id: isOrder ? it.orderId : null,
    order_create_time: isOrder ? it.orderCreatedAt : null,
    adjustment_id: it.adjustmentId,
    adjustment_order_id: isOrder ? null : it.orderId,
    associated_order_id: isOrder ? null : it.orderId,
    revenue_amount: rupiah(totals.revenue),
    fee_tax_amount: cost(totals.feeTax),
    shipping_cost_amount: cost(totals.shipping),
    adjustment_amount: rupiah(totals.adjustment),
    settlement_amount: rupiah(totals.settlement),
    reserve_amount: '0',
    revenue_breakdown: isOrder
      ? added(
          it.skus.map((sku) => sku.revenue),
          rupiah,
        )
      : null,
    fee_tax_breakdown: isOrder
      ? { fee: added(it.skus.map((sku) => sku.fee)), tax: added(it.skus.map((sku) => sku.tax)) }
      : null,
    shipping_cost_breakdown: isOrder ? added(it.skus.map((sku) => sku.shipping)) : null,
  })
}

export const financeEndpoints = [
  endpoint('GET', '/finance/202309/statements', 'seller.finance.info', {
    query: z.looseObject({
      ...Paged,
      sort_field: z.literal('statement_time'),
      statement_time_ge: seconds.optional(),
      statement_time_lt: seconds.optional(),
      payment_status: z.enum(['PAID', 'FAILED', 'PROCESSING']).optional(),
    }),
    answer: (asked) => {
      const { market, query } = asked
      const rows = Object.values(market.book.statements).filter(
        (each) =>
          each.at >= (query.statement_time_ge ?? 0) &&
          each.at < (query.statement_time_lt ?? Number.POSITIVE_INFINITY) &&
          (query.payment_status === undefined || each.status === query.payment_status),
      )
      const page = listed(asked, {
        rows,
        idOf: (each) => each.id,
        by: (each) => each.at,
        descending: query.sort_order === 'DESC',
        size: query.page_size,
        token: query.page_token,
      })
      return { next_page_token: page.next_page_token, statements: page.rows.map(statementView) }
    },
  }),
  endpoint('GET', '/finance/202501/statements/{statement_id}/statement_transactions', 'seller.finance.info', {
    query: z.looseObject({ ...Paged, sort_field: z.literal('order_create_time') }),
    answer: (asked) => {
      const { market, query, params } = asked
      const statement = market.book.statements[params.statement_id!]
      if (!statement) throw new SaidNo(11001002, 'Statement not found.')
      const page = listed(asked, {
        rows: statement.transactions,
        idOf: (each) => each.id,
        by: (each) => each.orderCreatedAt ?? 0,
        descending: query.sort_order === 'DESC',
        size: query.page_size,
        token: query.page_token,
      })
      const totals = sumOf(statement.transactions)
      return {
        id: statement.id,
        create_time: statement.at,
        currency: 'IDR',
        status: 'SETTLED',
        next_page_token: page.next_page_token,
        total_count: page.total_count,
        total_reserve_amount: '0',
        payable_amount: rupiah(totals.settlement),
        total_settlement_amount: rupiah(totals.settlement),
        total_settlement_breakdown: {
          total_revenue_amount: rupiah(totals.revenue),
          total_fee_tax_amount: cost(totals.feeTax),
          total_shipping_cost_amount: cost(totals.shipping),
          total_adjustment_amount: rupiah(totals.adjustment),
        },
        transactions: page.rows.map(transactionView),
      }
    },
  }),
  endpoint('GET', '/finance/202501/orders/{order_id}/statement_transactions', 'seller.finance.info', {
    answer: ({ market, params }) => {
      const order = orderOf(market, params.order_id!)
      const settled = Object.values(market.book.statements).flatMap((statement) =>
        statement.transactions
          .filter((each) => each.type === 'ORDER' && each.orderId === order.id)
          .flatMap((each) => each.skus.map((sku) => ({ sku, statementId: statement.id }))),
      )
      const totals = totalsOf(settled.map(({ sku }) => sku))
      return {
        order_id: order.id,
        order_create_time: order.createdAt,
        currency: 'IDR',
        total_count: settled.length,
        revenue_amount: rupiah(totals.revenue),
        fee_and_tax_amount: cost(totals.feeTax),
        shipping_cost_amount: cost(totals.shipping),
        settlement_amount: rupiah(totals.settlement),
        sku_transactions: settled.map(({ sku, statementId }) => {
          const of = totalsOf([sku])
          return {
            statement_id: statementId,
            sku_id: sku.skuId,
            sku_name: sku.skuName,
            product_name: sku.productName,
            quantity: String(sku.quantity),
            revenue_amount: rupiah(of.revenue),
            fee_tax_amount: cost(of.feeTax),
            shipping_cost_amount: cost(of.shipping),
            settlement_amount: rupiah(of.settlement),
            revenue_breakdown: allAmounts(sku.revenue, rupiah),
            fee_tax_breakdown: { fee: allAmounts(sku.fee, cost), tax: allAmounts(sku.tax, cost) },
            shipping_cost_breakdown: allAmounts(sku.shipping, cost),
          }
        }),
      }
    },
  }),
  endpoint('GET', '/finance/202507/orders/unsettled', 'seller.finance.info', {
    query: z.looseObject({
      ...Paged,
      sort_field: z.literal('order_create_time'),
      search_time_ge: seconds.optional(),
      search_time_lt: seconds.optional(),
    }),
    answer: (asked) => {
      const { market, query } = asked
      const settled = new Set(
        Object.values(market.book.statements).flatMap((statement) =>
          statement.transactions.map((each) => each.orderId),
        ),
      )
      const rows = Object.values(market.book.orders).filter(
        (order) =>
          order.paidAt !== null &&
          order.status !== 'CANCELLED' &&
          !settled.has(order.id) &&
          order.createdAt >= (query.search_time_ge ?? 0) &&
          order.createdAt < (query.search_time_lt ?? Number.POSITIVE_INFINITY),
      )
      const page = listed(asked, {
        rows,
        idOf: (order) => order.id,
        by: (order) => order.createdAt,
        descending: query.sort_order === 'DESC',
        size: query.page_size,
        token: query.page_token,
      })
      const all = rows.map((order) => totalsOf(moneyOf(market, order)))
      const sum = (of: (each: (typeof all)[number]) => number) =>
        rupiah(all.reduce((total, each) => total + of(each), 0))
      return {
        next_page_token: page.next_page_token,
        total_count: page.total_count,
        sum_est_adjustment_amount: '0',
        sum_est_fee_amount: sum((each) => each.feeTax),
        sum_est_revenue_amount: sum((each) => each.revenue),
        sum_est_settlement_amount: sum((each) => each.settlement),
        transactions: page.rows.map((order) => {
          const skus = moneyOf(market, order)
          const of = totalsOf(skus)
          return said({
            id: order.id,
            type: 'ORDER',
            status: 'UNSETTLED',
            order_id: order.id,
            currency: 'IDR',
            order_create_time: order.createdAt,
            order_delivery_time: order.deliveredAt,
            unsettled_reason: order.deliveredAt
              ? 'waiting for the end of the after-sales period'
              : 'waiting for delivery',
            estimated_settlement: order.deliveredAt
              ? String(order.deliveredAt + UNSURE.afterSalesSeconds)
              : `${UNSURE.afterSalesSeconds / 86_400} days after delivery`,
            est_revenue_amount: rupiah(of.revenue),
            est_fee_tax_amount: cost(of.feeTax),
            est_shipping_cost_amount: cost(of.shipping),
            est_adjustment_amount: '0',
            est_settlement_amount: rupiah(of.settlement),
            revenue_breakdown: added(
              skus.map((sku) => sku.revenue),
              rupiah,
            ),
            fee_tax_breakdown: { fee: added(skus.map((sku) => sku.fee)), tax: added(skus.map((sku) => sku.tax)) },
            shipping_cost_breakdown: added(skus.map((sku) => sku.shipping)),
          })
        }),
      }
    },
  }),
  endpoint('GET', '/finance/202309/withdrawals', 'seller.finance.info', {
    query: z.looseObject({
      page_size: wholeIn(1, 100).default(20),
      page_token: z.string().optional(),
      types: listOf(4).pipe(z.array(z.enum(['WITHDRAW', 'SETTLE', 'TRANSFER', 'REVERSE']))),
      create_time_ge: seconds.optional(),
      create_time_lt: seconds.optional(),
    }),
    answer: (asked) => {
      const { market, query } = asked
      const rows = market.book.withdrawals.filter(
        (each) =>
          query.types.includes(each.type) &&
          each.at >= (query.create_time_ge ?? 0) &&
          each.at < (query.create_time_lt ?? Number.POSITIVE_INFINITY),
      )
      const page = listed(asked, {
        rows,
        idOf: (each) => each.id,
        by: (each) => each.at,
        descending: true,
        size: query.page_size,
        token: query.page_token,
      })
      return {
        next_page_token: page.next_page_token,
        total_count: page.total_count,
        withdrawals: page.rows.map((each) => ({
          id: each.id,
          type: each.type,
          status: each.status,
          amount: rupiah(each.amount),
          currency: 'IDR',
          create_time: each.at,
        })),
      }
    },
  }),
  // "not available in South-East Asia", and older versions "exclusive to the US and UK": Partner Center, 2025-12
  ...[
    '/finance/202309/payments',
    '/finance/202309/statements/{statement_id}/statement_transactions',
    '/finance/202309/orders/{order_id}/statement_transactions',
  ].map((path) =>
    endpoint('GET', path, 'seller.finance.info', {
      answer: () => {
        throw new SaidNo(11001002, 'This API is not available in your region.')
      },
    }),
  ),
  endpoint('GET', '/finance/202504/tax_information', 'seller.finance.info', {
    answer: () => ({
      tax_information: {
        business_entity: { business_name: 'Batik Ratna', address: 'Jl. Kartini No. 7, Jepara', postal_code: '59427' },
        overall_status: { is_tax_infomation_complete: true, is_tax_number_submitted: true },
        tax_numbers: [{ type: 'NPWP', tax_number: '00.000.000.0-000.000', registration_status: 'REGISTERED' }],
      },
    }),
  }),
]
