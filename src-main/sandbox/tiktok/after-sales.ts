import { ASKED_BY_ROBOT } from './after-sale-reasons.ts'
import { type Line, type Market, nextId, type Order, type Return, type ReturnStatus } from './book.ts'
import { complete, isOver } from './shipping.ts'
import { UNSURE } from './unsure.ts'

const DAY = 86_400_000

/** The seller's answer that a request waits for, and the decisions it may be. */
export const AWAITED: Partial<
  Record<
    ReturnStatus,
    { action: Record<Return['type'], string>; yes: Record<Return['type'], string>; no: Record<Return['type'], string> }
  >
> = {
  RETURN_OR_REFUND_REQUEST_PENDING: {
    action: { REFUND: 'SELLER_RESPOND_REFUND', RETURN_AND_REFUND: 'SELLER_RESPOND_RETURN' },
    yes: { REFUND: 'APPROVE_REFUND', RETURN_AND_REFUND: 'APPROVE_RETURN' },
    no: { REFUND: 'REJECT_REFUND', RETURN_AND_REFUND: 'REJECT_RETURN' },
  },
  BUYER_SHIPPED_ITEM: {
    action: { REFUND: 'SELLER_RESPOND_RECEIVE_PACKAGE', RETURN_AND_REFUND: 'SELLER_RESPOND_RECEIVE_PACKAGE' },
    yes: { REFUND: 'APPROVE_RECEIVED_PACKAGE', RETURN_AND_REFUND: 'APPROVE_RECEIVED_PACKAGE' },
    no: { REFUND: 'REJECT_RECEIVE_PACKAGE', RETURN_AND_REFUND: 'REJECT_RECEIVE_PACKAGE' },
  },
}

export const openReturn = (market: Market, order: Order) =>
  Object.values(market.book.returns).find((each) => each.orderId === order.id && !isOver(each.status))

/** A buyer asks for his money back, with or without the goods. Only delivered orders, and only once at a time. */
export function askReturn(market: Market, order: Order) {
  if (order.status !== 'DELIVERED' || openReturn(market, order)) return
  const asks = order.fate.asksBack ?? { reason: 'damaged' as const, refundOnly: false }
  const lines = asks.reason === 'missing' ? order.lines.slice(0, 1) : order.lines
  const type = asks.refundOnly || asks.reason === 'missing' ? 'REFUND' : 'RETURN_AND_REFUND'
  openedReturn(market, order, {
    role: 'BUYER',
    type,
    reason: ASKED_BY_ROBOT[type][asks.reason],
    lineIds: lines.map((line) => line.id),
    refund: refundable(lines),
  })
}

/** What the buyer paid for these pieces. */
export const refundable = (lines: readonly Line[]) =>
  lines.reduce((sum, line) => sum + line.originalPrice - line.sellerDiscount - line.platformDiscount, 0)

/** A request that waits for the seller's answer, whoever wrote it. */
export function openedReturn(
  market: Market,
  order: Order,
  asked: Pick<Return, 'role' | 'type' | 'reason' | 'lineIds' | 'refund'>,
): Return {
  const at = market.now()
  const it: Return = {
    ...asked,
    id: nextId(market.book, 'request'),
    orderId: order.id,
    status: 'RETURN_OR_REFUND_REQUEST_PENDING',
    partialOffer: null,
    keepsItem: false,
    createdAt: at,
    updatedAt: at,
    deadline: null,
    trackingNumber: '',
    arbitration: null,
    hasArrived: false,
    records: [],
  }
  market.book.returns[it.id] = it
  const who = asked.role === 'SELLER' ? 'Penjual' : 'Pembeli'
  noted(market, it, asked.role ?? 'BUYER', `${who} mengajukan pengembalian.`)
  waitForSeller(market, it, UNSURE.answerWithinSeconds.return)
  told(market, it)
  return it
}

const noted = (market: Market, it: Return, role: Return['records'][number]['role'], description: string, note = '') =>
  it.records.push({ at: market.now(), role, description, note })

function waitForSeller(market: Market, it: Return, seconds: number) {
  it.deadline = market.now() + seconds
  market.ground.time.at(it.deadline * 1000, { kind: 'returnDeadline', id: it.id, data: it.status })
}

function told(market: Market, it: Return) {
  it.updatedAt = market.now()
  const order = market.book.orders[it.orderId]!
  order.updatedAt = market.now()
  market.notify(12, 'RETURN_STATUS_CHANGE', {
    order_id: it.orderId,
    return_role: it.role ?? 'BUYER',
    return_type: it.type,
    // the notice spells this one with two underscores
    return_status: it.status === 'RETURN_OR_REFUND_REQUEST_CANCEL' ? 'RETURN_OR_REFUND__REQUEST_CANCELLED' : it.status,
    return_id: it.id,
    create_time: it.createdAt,
    update_time: it.updatedAt,
  })
}

function become(market: Market, it: Return, status: ReturnStatus) {
  it.status = status
  it.deadline = null
  told(market, it)
}

/** The seller agrees, or his time is over. */
export function agree(market: Market, it: Return, { keepsItem = false, by = 'SELLER' as 'SELLER' | 'SYSTEM' } = {}) {
  const isReceived = it.status === 'BUYER_SHIPPED_ITEM'
  noted(market, it, by, isReceived ? 'Barang retur diterima.' : 'Pengembalian disetujui.')
  if (it.type === 'RETURN_AND_REFUND' && !isReceived && !keepsItem) {
    become(market, it, 'AWAITING_BUYER_SHIP')
    market.ground.time.after(DAY, { kind: 'returnShips', id: it.id })
    return
  }
  it.keepsItem = keepsItem
  refund(market, it)
}

/** The money goes back; then the order can complete. */
function refund(market: Market, it: Return) {
  become(market, it, 'RETURN_OR_REFUND_REQUEST_SUCCESS')
  become(market, it, 'RETURN_OR_REFUND_REQUEST_COMPLETE')
  complete(market, market.book.orders[it.orderId]!)
}

export function refuseReturn(market: Market, it: Return, note: string) {
  const isReceived = it.status === 'BUYER_SHIPPED_ITEM'
  noted(market, it, 'SELLER', isReceived ? 'Penjual menolak barang retur.' : 'Penjual menolak pengembalian.', note)
  become(market, it, isReceived ? 'REJECT_RECEIVE_PACKAGE' : 'REFUND_OR_RETURN_REQUEST_REJECT')
  it.arbitration = isReceived ? 'IN_PROGRESS' : null
  market.ground.time.after(DAY, { kind: 'complete', id: it.orderId })
}

/** The seller offers a part; the buyer takes it the next day. */
export function offerPart(market: Market, it: Return, amount: number) {
  it.partialOffer = amount
  noted(market, it, 'SELLER', 'Penjual menawarkan pengembalian sebagian.')
  become(market, it, 'AWAITING_BUYER_RESPONSE')
  market.ground.time.after(DAY, { kind: 'takesPart', id: it.id })
}

export function takePart(market: Market, it: Return) {
  if (it.status !== 'AWAITING_BUYER_RESPONSE') return
  it.refund = it.partialOffer ?? it.refund
  it.keepsItem = true
  noted(market, it, 'BUYER', 'Pembeli menerima tawaran.')
  refund(market, it)
}

export function shipBack(market: Market, it: Return) {
  if (it.status !== 'AWAITING_BUYER_SHIP') return
  it.trackingNumber = `RT${it.id.slice(-10)}`
  noted(market, it, 'BUYER', 'Pembeli mengirim barang.')
  become(market, it, 'BUYER_SHIPPED_ITEM')
  market.ground.time.after(2 * DAY, { kind: 'returnArrives', id: it.id })
}

/** The goods are back; now the seller has to look at them. */
export function arriveBack(market: Market, it: Return) {
  if (it.status === 'AWAITING_BUYER_SHIP') shipBack(market, it)
  if (it.status !== 'BUYER_SHIPPED_ITEM' || it.hasArrived) return
  it.hasArrived = true
  noted(market, it, 'SYSTEM', 'Barang retur sampai di penjual.')
  waitForSeller(market, it, UNSURE.answerWithinSeconds.receive)
  told(market, it)
}
