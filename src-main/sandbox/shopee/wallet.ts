import { z } from 'zod'
import { incomeOf } from './income.ts'
import { CASH_ON_DELIVERY, PAID_WITH } from './order-life.ts'
import { queryInt, queryOneOf, queryText, queryTexts, read } from './parameters.ts'
import { type Order, type Shopee, secondsNow, type WalletRow } from './state.ts'
import { PAYOUT_AMOUNT_UNIT, WALLET_KINDS_AS_NAMES } from './unsure.ts'
import { type Payload, Refused } from './wire.ts'

/* Money that was released, and what became of it. Source: v2.payment pages (2026-08). */

const KINDS = {
  ESCROW_VERIFIED_ADD: [101, 'wallet_order_income'],
  ESCROW_VERIFIED_MINUS: [102, 'wallet_order_income'],
  WITHDRAWAL_CREATED: [201, 'wallet_withdrawals'],
  WITHDRAWAL_COMPLETED: [202, 'wallet_withdrawals'],
  ADJUSTMENT_ADD: [401, 'wallet_adjustment_filter'],
  ADJUSTMENT_MINUS: [402, 'wallet_adjustment_filter'],
  POST_ESCROW_RETURN_DEDUCTION: [411, 'wallet_refund_from_order'],
} as const
const TABS = [
  'wallet_order_income',
  'wallet_adjustment_filter',
  'wallet_wallet_payment',
  'wallet_refund_from_order',
  'wallet_withdrawals',
  'fast_escrow_repayment',
  'fast_pay',
  'seller_loan',
  'corporate_loan',
] as const

const DAY = 86_400
const WINDOW = 15 * DAY

function book(shopee: Shopee, kind: keyof typeof KINDS, amount: number, about: Partial<WalletRow>) {
  const { state } = shopee
  const [number, tab] = KINDS[kind]
  state.balance += amount
  state.wallet.push({
    id: ++state.last.wallet,
    kind,
    number,
    tab,
    amount,
    balance: state.balance,
    createTime: secondsNow(shopee),
    orderSn: '',
    refundSn: '',
    withdrawalId: 0,
    status: 'COMPLETED',
    description: '',
    ...about,
  })
}

/** The order's money is the shop's. */
export function release(shopee: Shopee, order: Order) {
  if (order.releaseTime > 0) return
  order.releaseTime = secondsNow(shopee)
  const amount = incomeOf(shopee, order).order_income.escrow_amount
  book(shopee, amount < 0 ? 'ESCROW_VERIFIED_MINUS' : 'ESCROW_VERIFIED_ADD', amount, {
    orderSn: order.sn,
    description: `Penghasilan dari Pesanan #${order.sn}`,
  })
}

/** Shopee thinks again about an order whose money was released. */
export function adjust(shopee: Shopee, order: Order, amount: number, reason: string) {
  order.money.adjustments.push({ amount, date: secondsNow(shopee), reason })
  order.updateTime = secondsNow(shopee)
  book(shopee, amount < 0 ? 'ADJUSTMENT_MINUS' : 'ADJUSTMENT_ADD', amount, { orderSn: order.sn, description: reason })
}

/** Goods came back, or money was given back, after the release. */
export function takeBack(shopee: Shopee, order: Order, returnSn: string, amount: number) {
  order.money.adjustments.push({ amount: -amount, date: secondsNow(shopee), reason: `Pengembalian ${returnSn}` })
  book(shopee, 'POST_ESCROW_RETURN_DEDUCTION', -amount, {
    orderSn: order.sn,
    refundSn: returnSn,
    description: `Pengurangan dana ${returnSn}`,
  })
}

/** All of it to the shop's bank. */
export function withdraw(shopee: Shopee) {
  const { state } = shopee
  if (state.balance <= 0) return
  const withdrawalId = state.last.wallet + 1
  book(shopee, 'WITHDRAWAL_CREATED', -state.balance, {
    withdrawalId,
    description: 'Penarikan dana ke Bank BCA ****1234',
  })
}

const ESCROW_LIST = z.object({
  release_time_from: queryInt(),
  release_time_to: queryInt(),
  page_size: queryInt(1, 100).optional(),
  page_no: queryInt(1).optional(),
})

export function escrowList({ state, ground }: Shopee, query: unknown): Payload {
  const { release_time_from, release_time_to, page_size = 40, page_no = 1 } = read(ESCROW_LIST, query)
  if (release_time_from > release_time_to)
    throw new Refused('error_param', 'release_time_from should be less than release_time_to')
  const shopee = { state, ground }
  const released = [...state.orders.values()]
    .filter(({ releaseTime }) => releaseTime > 0 && releaseTime >= release_time_from && releaseTime <= release_time_to)
    .sort((a, b) => a.releaseTime - b.releaseTime || (a.sn < b.sn ? -1 : 1))
  const page = released.slice((page_no - 1) * page_size, page_no * page_size)
  return {
    response: {
      escrow_list: ground.faults.rows('payment/get_escrow_list', page).map((order) => ({
        order_sn: order.sn,
        payout_amount: incomeOf(shopee, order).order_income.escrow_amount * PAYOUT_AMOUNT_UNIT,
        escrow_release_time: order.releaseTime,
      })),
      more: released.length > page_no * page_size,
    },
  }
}

const SN = z.object({ order_sn: queryText().pipe(z.string().min(1)) })

/** What buyers in Indonesia can pay with. */
export const paymentMethods = (): Payload => ({
  response: [{ region: 'ID', payment_method: [...PAID_WITH, CASH_ON_DELIVERY] }],
})

export function escrowDetail(shopee: Shopee, query: unknown): Payload {
  const { order_sn } = read(SN, query)
  const order = shopee.state.orders.get(order_sn)
  if (!order) throw new Refused('error_not_found', `Wrong parameters, detail: the order ${order_sn} is not found.`)
  return { response: incomeOf(shopee, order) }
}

const SNS = z.object({ order_sn_list: z.array(z.string()).min(1).max(50) })

/** Orders that are not known are simply not in the answer. */
export function escrowDetails(shopee: Shopee, body: unknown): Payload {
  const { order_sn_list } = read(SNS, body)
  return {
    response: order_sn_list.flatMap((sn) => {
      const order = shopee.state.orders.get(sn)
      if (!order) return []
      const { order_income, ...detail } = incomeOf(shopee, order)
      const {
        buyer_total_amount: _,
        total_adjustment_amount: __,
        escrow_amount_after_adjustment: ___,
        ...income
      } = order_income
      return [{ escrow_detail: { ...detail, order_income: income } }]
    }),
  }
}

const WALLET = z.object({
  page_no: queryInt(0),
  page_size: queryInt(1, 100),
  create_time_from: queryInt().optional(),
  create_time_to: queryInt().optional(),
  wallet_type: queryText().optional(),
  transaction_type: queryTexts(50).optional(),
  money_flow: queryOneOf(['MONEY_IN', 'MONEY_OUT']).optional(),
  transaction_tab_type: queryOneOf(TABS).optional(),
})

export function walletTransactions(shopee: Shopee, query: unknown): Payload {
  const asked = read(WALLET, query)
  const to = asked.create_time_to ?? secondsNow(shopee)
  const from = asked.create_time_from ?? to - WINDOW
  if (from > to) throw new Refused('error_param', 'create_time_from should be less than create_time_to')
  if (to - from > WINDOW)
    throw new Refused('time_period_too_large', 'The time period is too large, it should be within 15 days.')
  const rows = shopee.state.wallet
    .filter(
      (row) =>
        row.createTime >= from &&
        row.createTime <= to &&
        (!asked.money_flow || (asked.money_flow === 'MONEY_IN') === row.amount >= 0) &&
        (!asked.transaction_tab_type || row.tab === asked.transaction_tab_type) &&
        (!asked.transaction_type ||
          asked.transaction_type.some((kind) => kind === row.kind || kind === String(row.number))),
    )
    .toReversed()
  const start = asked.page_no * asked.page_size
  const page = shopee.ground.faults.rows(
    'payment/get_wallet_transaction_list',
    rows.slice(start, start + asked.page_size),
  )
  return {
    response: {
      transaction_list: page.map((row) => ({
        status: row.status,
        transaction_type: WALLET_KINDS_AS_NAMES ? row.kind : String(row.number),
        transaction_tab_type: row.tab,
        money_flow: row.amount >= 0 ? 'MONEY_IN' : 'MONEY_OUT',
        txn_title: row.description,
        amount: row.amount,
        current_balance: row.balance,
        create_time: row.createTime,
        order_sn: row.orderSn,
        refund_sn: row.refundSn,
        withdrawal_type: row.withdrawalId ? 'WITHDRAWAL' : '',
        transaction_fee: 0,
        description: row.description,
        buyer_name: shopee.state.orders.get(row.orderSn)?.buyer.username ?? '',
        shop_name: shopee.state.shop.name,
        withdrawal_id: row.withdrawalId,
        reason: '',
        root_withdrawal_id: 0,
        pay_order_list: [],
        outlet_shop_name: '',
      })),
      more: rows.length > start + asked.page_size,
    },
  }
}

const INCOME = z.object({
  date_from: queryText().pipe(z.iso.date()),
  date_to: queryText().pipe(z.iso.date()),
  income_status: queryInt(0, 2),
  cursor: queryText().optional(),
  page_size: queryInt(1, 100),
})

/** Days of the shop's own zone, WIB. */
export function incomeDetail(shopee: Shopee, query: unknown): Payload {
  const { date_from, date_to, income_status, cursor, page_size } = read(INCOME, query)
  const [from, to] = [wib(date_from), wib(date_to) + DAY]
  if (to - from > WINDOW || to <= from) throw new Refused('error_param', 'The date range should be within 14 days.')
  const orders = [...shopee.state.orders.values()].filter((order) => {
    const time =
      income_status === 1 ? order.releaseTime : order.releaseTime === 0 && order.payTime > 0 ? order.createTime : 0
    return time >= from && time < to && order.status !== 'CANCELLED'
  })
  const start = Number(cursor || 0)
  const page = orders.slice(start, start + page_size)
  const hasMore = orders.length > start + page_size
  return {
    flat: {
      income_detail_list: {
        next_page: { cursor: hasMore ? String(start + page_size) : '', page_size },
        income_detail_list_item: page.map((order) => ({
          order_sn: order.sn,
          payment_method: order.paymentMethod,
          description: '',
          status: order.releaseTime > 0 ? 'Released' : 'Pending',
          currency: 'IDR',
          creation_date: order.createTime,
          ...(order.releaseTime > 0
            ? {
                released_amount: incomeOf(shopee, order).order_income.escrow_amount,
                actual_payout_time: order.releaseTime,
              }
            : {
                estimated_escrow_amount: incomeOf(shopee, order).order_income.escrow_amount,
                estimated_payout_time: order.shipByDate + 7 * DAY,
              }),
        })),
      },
    },
  }
}

const wib = (day: string) => Date.parse(`${day}T00:00:00+07:00`) / 1000

export function incomeOverview(shopee: Shopee): Payload {
  const { state } = shopee
  const orders = [...state.orders.values()]
  const sum = (of: readonly Order[]) =>
    of.reduce((total, order) => total + incomeOf(shopee, order).order_income.escrow_amount, 0)
  const latest = orders.reduce((last, { releaseTime }) => Math.max(last, releaseTime), 0)
  return {
    response: {
      latest_payout_date: latest > 0 ? new Date(latest * 1000 + 7 * 3_600_000).toISOString().slice(0, 10) : '',
      total_income: {
        to_release_amount: 0,
        pending_amount: sum(
          orders.filter((order) => order.releaseTime === 0 && order.payTime > 0 && order.status !== 'CANCELLED'),
        ),
        released_amount: sum(orders.filter(({ releaseTime }) => releaseTime > 0)),
      },
    },
  }
}
