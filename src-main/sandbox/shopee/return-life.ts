import { divRound } from '../../../src-shared/kernel/allocate.ts'
import { NotPossible } from '../frame/world.ts'
import { become, complete, due } from './order-life.ts'
import { push } from './push-calls.ts'
import { type Order, type Return, type ReturnStatus, type Shopee, secondsNow } from './state.ts'
import { takeBack } from './wallet.ts'

/* A return from the buyer's wish to the money. Source: "Return and refund management" (2025-12). */

const DAY = 86_400
const ANSWER_SECONDS = 2 * DAY
const ON_THE_ROAD_SECONDS = 3 * DAY
const CHECK_SECONDS = 2 * DAY
const JUDGE_SECONDS = 3 * DAY

const REASONS = {
  damaged: ['ITEM_DAMAGED', 'Barang datang dalam keadaan rusak'],
  wrong: ['ITEM_WRONGDAMAGED', 'Barang yang datang salah'],
  missing: ['ITEM_MISSING', 'Barang kurang'],
  changedMind: ['CHANGE_MIND', 'Berubah pikiran'],
} as const

/** The buyer asks for his money: of the first line, all of its pieces. */
export function askReturn(shopee: Shopee, order: Order): Return {
  if (order.status !== 'TO_CONFIRM_RECEIVE' && order.status !== 'SHIPPED' && order.status !== 'COMPLETED')
    throw new NotPossible(`Pesanan ${order.sn} berstatus ${order.status}; belum ada yang bisa dikembalikan.`)
  const { state, ground } = shopee
  const now = secondsNow(shopee)
  const line = order.lines.find(({ quantity, cancelled, returned }) => quantity > cancelled + returned)
  if (!line) throw new NotPossible(`Semua barang pesanan ${order.sn} sudah dikembalikan.`)
  const quantity = line.quantity - line.cancelled - line.returned
  const goods = order.lines.reduce((sum, each) => sum + each.price * (each.quantity - each.cancelled), 0)
  const asked = order.fate?.asksBack
  const [reason, text] = REASONS[asked?.reason ?? 'damaged']
  const price = line.price * quantity
  const returned: Return = {
    sn: `${order.sn.slice(0, 6)}${ground.dice.text(9, '0123456789')}`,
    orderSn: order.sn,
    status: 'REQUESTED',
    reason,
    text,
    createTime: now,
    updateTime: now,
    dueDate: now + ANSWER_SECONDS,
    isRefundOnly: asked?.refundOnly ?? false,
    // the buyer paid less than the price by the shop's voucher
    refundAmount: price - divRound(order.money.sellerVoucher, price, Math.max(goods, 1)),
    lines: [{ orderItemId: line.orderItemId, quantity }],
    trackingNumber: '',
    hasArrived: false,
    offer: null,
    dispute: null,
  }
  state.returns.set(returned.sn, returned)
  if (order.status !== 'COMPLETED') become(shopee, order, 'TO_RETURN')
  due(shopee, ANSWER_SECONDS, 'returnUnanswered', returned.sn)
  told(shopee, returned)
  return returned
}

function told(shopee: Shopee, { sn, orderSn, status, updateTime }: Return) {
  push(shopee, 29, { return_sn: sn, order_sn: orderSn, return_status: status, update_time: updateTime })
}

export function returnBecomes(shopee: Shopee, returned: Return, status: ReturnStatus) {
  returned.status = status
  returned.updateTime = secondsNow(shopee)
  told(shopee, returned)
}

/** The shop agrees: the goods come back first, unless nothing is to come back. */
export function agree(shopee: Shopee, returned: Return) {
  if (returned.isRefundOnly || returned.hasArrived) return refund(shopee, returned)
  returned.trackingNumber = `ID${shopee.ground.dice.text(13, '0123456789')}`
  returnBecomes(shopee, returned, 'PROCESSING')
  due(shopee, ON_THE_ROAD_SECONDS, 'returnArrives', returned.sn)
}

export function returnArrives(shopee: Shopee, returned: Return) {
  if (returned.status !== 'PROCESSING' || returned.hasArrived)
    throw new NotPossible(`Retur ${returned.sn} berstatus ${returned.status}; tidak ada barang yang sedang kembali.`)
  returned.hasArrived = true
  returned.dueDate = secondsNow(shopee) + CHECK_SECONDS
  returnBecomes(shopee, returned, 'PROCESSING')
  due(shopee, CHECK_SECONDS, 'returnChecked', returned.sn)
}

export function refund(shopee: Shopee, returned: Return) {
  const order = shopee.state.orders.get(returned.orderSn)!
  for (const { orderItemId, quantity } of returned.lines)
    order.lines.find((line) => line.orderItemId === orderItemId)!.returned += returned.isRefundOnly ? 0 : quantity
  returnBecomes(shopee, returned, 'ACCEPTED')
  order.updateTime = secondsNow(shopee)
  if (order.releaseTime > 0) takeBack(shopee, order, returned.sn, returned.refundAmount)
  else order.money.refunded += returned.refundAmount
  if (order.status === 'TO_RETURN') complete(shopee, order)
}

/** The buyer gives up, or Shopee sides with the shop. */
export function endReturn(shopee: Shopee, returned: Return, status: 'CANCELLED' | 'CLOSED') {
  const order = shopee.state.orders.get(returned.orderSn)!
  returnBecomes(shopee, returned, status)
  if (order.status === 'TO_RETURN') complete(shopee, order)
}

export function disputed(shopee: Shopee, returned: Return) {
  returnBecomes(shopee, returned, 'SELLER_DISPUTE')
  due(shopee, DAY, 'judging', returned.sn)
  due(shopee, DAY + JUDGE_SECONDS, 'judged', returned.sn)
}
