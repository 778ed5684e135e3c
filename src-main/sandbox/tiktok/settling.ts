import { allocate, divRound } from '../../../src-shared/kernel/allocate.ts'
import { type Market, nextId, type Order, type SkuMoney, type Transaction } from './book.ts'
import { UNSURE } from './unsure.ts'

/**
 * Shares in basis points of what the buyer is charged for goods after the seller's own discounts, and rupiah for each order.
 * Sizes as published for Indonesia in 2025–2026; the sandbox invents who pays which.
 */
const RATES = { platformCommission: 800, dynamicCommission: 200, paymentFee: 180, liveSpecials: 100 }
const PER_ORDER = 1_250
const RETURN_SHIPPING = 9_000

/** What an order brings, SKU by SKU, as it stands now: what was refunded is in it. */
export function moneyOf(market: Market, order: Order): SkuMoney[] {
  const refunds = Object.values(market.book.returns).filter(
    (each) => each.orderId === order.id && each.status === 'RETURN_OR_REFUND_REQUEST_COMPLETE',
  )
  const skuIds = [...new Set(order.lines.map((line) => line.skuId))]
  const weights = skuIds.map((id) => order.lines.filter((line) => line.skuId === id).length)
  const perOrder = allocate(PER_ORDER, weights)
  const actualShipping = allocate(order.originalShippingFee, weights)
  const paidByBuyer = allocate(shippingPaid(order), weights)
  const paidByPlatform = allocate(order.shippingPlatformDiscount, weights)
  const sentBack = refunds.some((each) => each.trackingNumber !== '')
  const returnShipping = allocate(sentBack ? RETURN_SHIPPING : 0, weights)
  return skuIds.map((skuId, index) => {
    const lines = order.lines.filter((line) => line.skuId === skuId)
    const sum = (of: (line: Order['lines'][number]) => number, from = lines) =>
      from.reduce((total, line) => total + of(line), 0)
    const refunded = refunds.flatMap((each) =>
      lines
        .filter((line) => each.lineIds.includes(line.id))
        .map((line) => {
          const whole = sum(
            (one) => priceOf(one),
            order.lines.filter((one) => each.lineIds.includes(one.id)),
          )
          // a part that was agreed on is spread over the pieces it is for
          return { line, share: each.partialOffer === null ? 10_000 : divRound(each.refund, 10_000, whole) }
        }),
    )
    const back = (of: (line: Order['lines'][number]) => number) =>
      refunded.reduce((total, { line, share }) => total + divRound(of(line), share, 10_000), 0)
    const revenue = {
      subtotal_before_discount_amount: sum((line) => line.originalPrice),
      seller_discount_amount: -sum((line) => line.sellerDiscount),
      refund_subtotal_before_discount_amount: -back((line) => line.originalPrice),
      seller_discount_refund_amount: back((line) => line.sellerDiscount),
    }
    const base = Object.values(revenue).reduce((total, each) => total + each, 0)
    const shareOf = (basisPoints: number) => -divRound(base, basisPoints, 10_000)
    return {
      skuId,
      skuName: lines[0]!.skuName,
      productName: lines[0]!.productName,
      quantity: lines.length,
      revenue,
      fee: {
        platform_commission_amount: shareOf(RATES.platformCommission),
        dynamic_commission_amount: shareOf(RATES.dynamicCommission),
        transaction_fee_amount: -perOrder[index]!,
        credit_card_handling_fee_amount: order.isCod ? 0 : shareOf(RATES.paymentFee),
        affiliate_commission_amount: order.creator ? shareOf(order.creatorRate) : 0,
        voucher_xtra_service_fee_amount: shareOf(order.programmeRate),
        live_specials_fee_amount: order.isFromLive ? shareOf(RATES.liveSpecials) : 0,
      },
      tax: { [UNSURE.incomeTaxField]: 0 },
      shipping: {
        actual_shipping_fee_amount: -actualShipping[index]!,
        customer_paid_shipping_fee_amount: paidByBuyer[index]!,
        shipping_fee_discount_amount: paidByPlatform[index]!,
        return_shipping_fee_amount: -returnShipping[index]!,
      },
    }
  })
}

const priceOf = (line: Order['lines'][number]) => line.originalPrice - line.sellerDiscount - line.platformDiscount

export const shippingPaid = (order: Order) =>
  order.originalShippingFee - order.shippingPlatformDiscount - order.shippingSellerDiscount

export interface Totals {
  revenue: number
  feeTax: number
  shipping: number
  adjustment: number
  settlement: number
}

const total = (amounts: Record<string, number>) => Object.values(amounts).reduce((sum, each) => sum + each, 0)

export function totalsOf(skus: readonly SkuMoney[], adjustment = 0): Totals {
  const sum = (of: (sku: SkuMoney) => number) => skus.reduce((all, sku) => all + of(sku), 0)
  const revenue = sum((sku) => total(sku.revenue))
  const feeTax = sum((sku) => total(sku.fee) + total(sku.tax))
  const shipping = sum((sku) => total(sku.shipping))
  return { revenue, feeTax, shipping, adjustment, settlement: revenue + feeTax + shipping + adjustment }
}

/** The order's money waits for the statement of the coming midnight. */
export function settle(market: Market, order: Order) {
  market.book.transactions.push({
    id: nextId(market.book, 'transaction'),
    type: 'ORDER',
    orderId: order.id,
    orderCreatedAt: order.createdAt,
    adjustmentId: null,
    adjustment: 0,
    skus: moneyOf(market, order),
    at: market.now(),
  })
}

/** Money that moves for another reason, with or without an order. */
export function adjust(market: Market, type: string, amount: number, orderId: string | null) {
  const transaction: Transaction = {
    id: nextId(market.book, 'transaction'),
    type,
    orderId,
    orderCreatedAt: orderId ? (market.book.orders[orderId]?.createdAt ?? null) : null,
    adjustmentId: nextId(market.book, 'transaction'),
    adjustment: amount,
    skus: [],
    at: market.now(),
  }
  market.book.transactions.push(transaction)
}

const DAY = 86_400

/** 00:00 UTC: what completed since the last one becomes a statement, is paid the day after, and taken out on Mondays. */
export function midnight(market: Market) {
  const { book, ground } = market
  const at = market.now()
  ground.time.at((Math.floor(at / DAY) + 1) * DAY * 1000, { kind: 'midnight', id: '' })
  if (new Date(at * 1000).getUTCDay() === 1) withdraw(market)
  if (book.transactions.length === 0) return
  const id = nextId(book, 'statement')
  book.statements[id] = { id, at, transactions: book.transactions, paymentId: null, paidAt: null, status: 'PROCESSING' }
  book.transactions = []
  ground.time.after(DAY * 1000, { kind: 'paid', id })
}

export function payStatement(market: Market, id: string) {
  const { book } = market
  const statement = book.statements[id]
  if (statement?.status !== 'PROCESSING') return
  const amount = statement.transactions.reduce((sum, each) => sum + totalsOf(each.skus, each.adjustment).settlement, 0)
  statement.status = 'PAID'
  statement.paidAt = market.now()
  statement.paymentId = nextId(book, 'payment')
  book.balance += amount
  book.withdrawals.push({ id: nextId(book, 'payment'), type: 'SETTLE', status: 'SUCCESS', amount, at: market.now() })
}

/** The balance goes to the seller's bank. */
export function withdraw(market: Market) {
  const { book } = market
  if (book.balance <= 0) return
  book.withdrawals.push({
    id: nextId(book, 'payment'),
    type: 'WITHDRAW',
    status: 'SUCCESS',
    amount: book.balance,
    at: market.now(),
  })
  book.balance = 0
}
