import { z } from 'zod'
import { allocate } from '../../../../../src-shared/kernel/allocate.ts'
import type { ChannelState, MoneyLine, OrderSnapshot, SnapshotLine } from '../../../../../src-shared/orders/order.ts'
import type { Payload } from '../connector.ts'
import { CALLED_OFF } from './parcel-states.ts'
import { Amount, Id, listOf, Moment, Text } from './wire.ts'

const Place = z.looseObject({
  item_id: Id,
  model_id: Id.nullish(),
  order_item_id: Id.nullish(),
  promotion_group_id: Id.nullish(),
})
const Item = Place.extend({
  item_name: Text,
  item_sku: Text,
  model_name: Text,
  model_sku: Text,
  model_quantity_purchased: z.number().int().positive(),
  model_original_price: Amount,
  model_discounted_price: Amount,
  /** Kilograms of a piece. */
  weight: z.number().nonnegative().nullish(),
  returned_qty: z.number().int().nonnegative().nullish(),
  /** "The quantity of the item model that has already been successfully cancelled." */
  cancelled_qty: z.number().int().nonnegative().nullish(),
})
const Package = z.looseObject({
  package_number: Text,
  logistics_status: Text,
  shipping_carrier: Text,
  item_list: listOf(Place.extend({ model_quantity: z.number().int().positive().nullish() })),
})
const Sums = z.looseObject({
  order_income: z.looseObject({
    voucher_from_seller: Amount.nullish(),
    voucher_from_shopee: Amount.nullish(),
    seller_coin_cash_back: Amount.nullish(),
    coins: Amount.nullish(),
    payment_promotion: Amount.nullish(),
    buyer_paid_shipping_fee: Amount.nullish(),
    shopee_shipping_rebate: Amount.nullish(),
    reverse_shipping_fee: Amount.nullish(),
    items: listOf(z.looseObject({ item_id: Id, model_id: Id.nullish(), shopee_discount: Amount.nullish() })),
  }),
})
const Told = z.object({
  order: z.looseObject({
    order_sn: z.string(),
    order_status: z.string(),
    cod: z.boolean().nullish(),
    create_time: Moment,
    update_time: Moment,
    pay_time: Moment,
    pickup_done_time: Moment,
    ship_by_date: Moment,
    total_amount: Amount.nullish(),
    estimated_shipping_fee: Amount.nullish(),
    buyer_username: Text,
    message_to_seller: Text,
    note: Text,
    payment_method: Text,
    shipping_carrier: Text,
    cancel_reason: Text,
    buyer_cancel_reason: Text,
    item_list: z.array(Item).min(1),
    package_list: listOf(Package),
    recipient_address: z
      .looseObject({ name: Text, phone: Text, full_address: Text, city: Text, state: Text })
      .nullish(),
  }),
  packages: z.array(z.looseObject({ package_number: z.string(), tracking_number: Text })),
  escrow: Sums.nullable(),
})
type Told = z.output<typeof Told>

/** Every status of the definitions; one that is not here is unknown and keeps its word. */
export const STATES: Record<string, ChannelState> = {
  UNPAID: 'unpaid',
  PENDING: 'on_hold',
  INVOICE_PENDING: 'on_hold',
  READY_TO_SHIP: 'to_arrange',
  // the courier came in vain: it has to be arranged again
  RETRY_SHIP: 'to_arrange',
  PROCESSED: 'arranged',
  SHIPPED: 'in_transit',
  TO_CONFIRM_RECEIVE: 'delivered',
  IN_CANCEL: 'cancel_requested',
  CANCELLED: 'cancelled',
  TO_RETURN: 'return_open',
  COMPLETED: 'completed',
}
const HAS_LEFT = ['LOGISTICS_PICKUP_DONE', 'LOGISTICS_DELIVERY_DONE', 'LOGISTICS_DELIVERY_FAILED', 'LOGISTICS_LOST']
const ON_ITS_WAY: readonly ChannelState[] = ['in_transit', 'delivered', 'completed', 'return_open', 'delivery_failed']

function stateOf({ order }: Told): ChannelState {
  const state = STATES[order.order_status] ?? 'unknown'
  const parcels = order.package_list.filter(({ logistics_status }) => !CALLED_OFF.includes(logistics_status))
  const left = parcels.filter(({ logistics_status }) => HAS_LEFT.includes(logistics_status)).length
  if (state === 'cancelled' && left > 0) return 'delivery_failed'
  const isPartly = left > 0 && left < parcels.length
  return isPartly && (state === 'to_arrange' || state === 'arranged') ? 'partly_shipped' : state
}

export function readOrder(payload: Payload): OrderSnapshot {
  const told = Told.parse(JSON.parse(payload.body))
  const { order } = told
  const waybills = new Map(told.packages.map((each) => [each.package_number, waybillOf(each.tracking_number)]))
  const state = stateOf(told)
  const recipient = order.recipient_address
  const [first] = order.package_list
  return {
    channel: 'shopee',
    number: order.order_sn,
    state,
    rawStatus: order.order_status,
    // a failed delivery has no status of its own until the order is cancelled
    tellsOfFailure: false,
    atLeast: order.update_time ?? order.create_time ?? payload.saidAt,
    atMost: payload.saidAt,
    placedAt: order.create_time,
    paidAt: order.pay_time,
    arrangedAt: null,
    shippedAt: order.pickup_done_time,
    // the detail of an order under way may still lack the moment of its scan
    ...(order.pickup_done_time === null && ON_ITS_WAY.includes(state) ? { presumedShippedAt: order.update_time } : {}),
    deliveredAt: null,
    completedAt: null,
    cancelledAt: null,
    shipBy: order.ship_by_date,
    cancelReason: order.buyer_cancel_reason || order.cancel_reason,
    paymentMethod: order.payment_method,
    isCod: order.cod ?? false,
    shippingService: '',
    courier: order.shipping_carrier || (first?.shipping_carrier ?? ''),
    trackingNumber: (first && waybills.get(first.package_number)) ?? '',
    isPickup: null,
    buyerNote: order.message_to_seller,
    sellerNote: order.note,
    recipient: {
      username: order.buyer_username,
      name: recipient?.name ?? '',
      phone: recipient?.phone ?? '',
      address: recipient?.full_address ?? '',
      city: recipient?.city ?? '',
      province: recipient?.state ?? '',
    },
    lines: linesOf(told, waybills),
    money: moneyOf(told),
    buyerPayment: order.total_amount ?? 0,
  }
}

/** `-` is no number. */
const waybillOf = (text: string) => (text === '-' ? '' : text)

type ItemTold = Told['order']['item_list'][number]
const placeOf = (of: z.output<typeof Place>) =>
  [of.item_id, of.model_id ?? '0', of.order_item_id ?? '0', of.promotion_group_id ?? '0'].join('/')
/** 0 says that an item has no variations. */
const modelOf = (id: string | null | undefined) => (id === null || id === undefined || id === '0' ? '' : id)

interface Portion {
  pieces: number
  waybill?: string
  isShipped?: boolean
}

/** Where the pieces of an item lie: in one parcel, or in several once the order was split. */
function portionsOf(
  item: ItemTold,
  pieces: number,
  packages: Told['order']['package_list'],
  waybills: ReadonlyMap<string, string>,
): Portion[] {
  const whole = [{ pieces }]
  if (packages.length < 2) return whole
  const portions = packages.flatMap((parcel) =>
    parcel.item_list
      .filter((each) => placeOf(each) === placeOf(item))
      .map((each) => ({
        pieces: each.model_quantity ?? pieces,
        waybill: waybills.get(parcel.package_number) ?? '',
        isShipped: HAS_LEFT.includes(parcel.logistics_status),
      })),
  )
  const told = portions.reduce((sum, { pieces }) => sum + pieces, 0)
  return told === pieces ? portions : whole
}

/** What is still to be sent of a living order: its buyer or seller may have called off a part. Of one that is over, all that was bought. */
function piecesOf({ item_list, order_status }: Told['order']): Map<ItemTold, number> {
  const bought = item_list.map((item) => [item, item.model_quantity_purchased] as const)
  if (STATES[order_status] === 'cancelled') return new Map(bought)
  const kept = bought.flatMap(([item, pieces]) => {
    const left = pieces - (item.cancelled_qty ?? 0)
    return left > 0 ? [[item, left] as const] : []
  })
  return new Map(kept.length > 0 ? kept : bought)
}

function linesOf({ order, escrow }: Told, waybills: ReadonlyMap<string, string>): SnapshotLine[] {
  const parcels = order.package_list.filter(({ logistics_status }) => !CALLED_OFF.includes(logistics_status))
  return [...piecesOf(order)].flatMap(([item, pieces]) => {
    const price = item.model_discounted_price
    const listPrice = Math.max(item.model_original_price, price)
    const gap = (listPrice - price) * pieces
    const sums = escrow?.order_income.items.find(
      (each) => each.item_id === item.item_id && (each.model_id ?? '0') === (item.model_id ?? '0'),
    )
    const byChannel = Math.min(Math.max(sums?.shopee_discount ?? 0, 0), gap)
    const portions = portionsOf(item, pieces, parcels, waybills)
    const weights = portions.map((portion) => portion.pieces)
    const channelShares = allocate(byChannel, weights)
    const returned = portions.length === 1 ? Math.min(item.returned_qty ?? 0, pieces) : 0
    return portions.map(({ pieces: portion, ...where }, index) => ({
      itemId: item.item_id,
      modelId: modelOf(item.model_id),
      lineId: placeOf(item),
      productName: item.item_name,
      variationName: item.model_name,
      sku: item.model_sku || (modelOf(item.model_id) === '' ? item.item_sku : ''),
      parentSku: item.item_sku,
      listPrice,
      price,
      pieces: portion,
      returnedPieces: returned,
      sellerDiscount: (listPrice - price) * portion - channelShares[index]!,
      channelDiscount: channelShares[index]!,
      weightGrams: item.weight === null || item.weight === undefined ? null : Math.round(item.weight * 1000),
      ...where,
    }))
  })
}

/** Amounts of the order under the names that the channel's order file gives them. */
function moneyOf({ order, escrow }: Told): MoneyLine[] {
  const sums = escrow?.order_income
  const lines: [string, MoneyLine['kind'], number | null | undefined][] = [
    ['Voucher Ditanggung Penjual', 'seller voucher', sums?.voucher_from_seller],
    ['Cashback Koin', 'seller coins', sums?.seller_coin_cash_back],
    ['Voucher Ditanggung Shopee', 'channel voucher', sums?.voucher_from_shopee],
    ['Potongan Koin Shopee', 'channel coins', sums?.coins],
    ['Diskon Kartu Kredit', 'payment promotion', sums?.payment_promotion],
    ['Ongkos Kirim Dibayar oleh Pembeli', 'shipping paid by buyer', sums?.buyer_paid_shipping_fee],
    ['Estimasi Potongan Biaya Pengiriman', 'shipping subsidy', sums?.shopee_shipping_rebate],
    ['Ongkos Kirim Pengembalian Barang', 'return shipping', sums?.reverse_shipping_fee],
    ['Perkiraan Ongkos Kirim', 'shipping estimate', order.estimated_shipping_fee],
  ]
  return lines.flatMap(([name, kind, amount]) =>
    amount === null || amount === undefined ? [] : [{ name, kind, amount: Math.abs(amount) }],
  )
}
