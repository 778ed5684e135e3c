import { z } from 'zod'
import { divRound } from '../../../../../src-shared/kernel/allocate.ts'
import type {
  ChannelState,
  MoneyKind,
  OrderSnapshot,
  Recipient,
  SnapshotLine,
} from '../../../../../src-shared/orders/order.ts'
import type { Payload } from '../connector.ts'
import { amountOf } from './amount.ts'
import { keptUnits } from './kept-units.ts'

/* What an order means. Source: Partner Center, order 202309 and 202507 (2026-11). Moments are unix seconds. */

const Text = z.string().nullish()
const Moment = z.number().nullish()

const Unit = z.object({
  id: z.string(),
  product_id: z.string(),
  product_name: z.string(),
  sku_id: z.string(),
  sku_name: Text,
  seller_sku: Text,
  original_price: z.string(),
  seller_discount: Text,
  platform_discount: Text,
  package_id: Text,
  /** TO_FULFILL, PROCESSING, FULFILLING, COMPLETED, CANCELLED. */
  package_status: Text,
  /** Of the unit by itself, in the words of the order's status. */
  display_status: Text,
  tracking_number: Text,
})
type Unit = z.infer<typeof Unit>

const Order = z.object({
  id: z.string(),
  status: z.string(),
  create_time: z.number(),
  update_time: z.number(),
  paid_time: Moment,
  rts_time: Moment,
  collection_time: Moment,
  delivery_time: Moment,
  cancel_time: Moment,
  tts_sla_time: Moment,
  rts_sla_time: Moment,
  is_cod: z.boolean().nullish(),
  is_buyer_request_cancel: z.boolean().nullish(),
  cancel_reason: Text,
  payment_method_name: Text,
  delivery_option_name: Text,
  shipping_provider: Text,
  tracking_number: Text,
  buyer_message: Text,
  commerce_platform: Text,
  seller_note: Text,
  buyer_nickname: Text,
  payment: z.record(z.string(), z.unknown()).nullish(),
  line_items: z.array(Unit).min(1),
  recipient_address: z
    .object({
      name: Text,
      phone_number: Text,
      full_address: Text,
      district_info: z.array(z.object({ address_level: Text, address_name: Text })).nullish(),
    })
    .nullish(),
})
const Told = z.object({
  order: Order,
  parcels: z.array(z.object({ tracking_number: Text, shipping_provider_name: Text })),
})

/** A status that is not here is `unknown` and keeps its word. The webhook writes CANCEL where the API writes CANCELLED. */
export const STATES: Record<string, ChannelState> = {
  UNPAID: 'unpaid',
  ON_HOLD: 'on_hold',
  AWAITING_SHIPMENT: 'to_arrange',
  // of an order that was split some parcels have a courier and others not; none needs to have left yet
  PARTIALLY_SHIPPING: 'to_arrange',
  AWAITING_COLLECTION: 'arranged',
  IN_TRANSIT: 'in_transit',
  DELIVERED: 'delivered',
  COMPLETED: 'completed',
  CANCELLED: 'cancelled',
  CANCEL: 'cancelled',
}
const MAY_BE_ASKED: readonly ChannelState[] = ['on_hold', 'to_arrange', 'arranged']

/** Amounts of the order as a whole, under the headings of the seller's own order list. */
const MONEY: [field: string, heading: string, kind: MoneyKind][] = [
  ['shipping_fee', 'Shipping Fee After Discount', 'shipping paid by buyer'],
  ['original_shipping_fee', 'Original Shipping Fee', 'shipping estimate'],
  ['shipping_fee_seller_discount', 'Shipping Fee Seller Discount', 'other'],
  ['shipping_fee_platform_discount', 'Shipping Fee Platform Discount', 'shipping subsidy'],
  ['distance_shipping_fee', 'Distance Shipping Fee', 'other'],
  ['distance_fee', 'Distance Fee', 'other'],
  ['handling_fee', 'Handling Fee', 'other'],
  ['payment_platform_discount', 'Payment platform discount', 'payment promotion'],
  ['buyer_service_fee', 'Buyer Service Fee', 'other'],
  ['shipping_insurance_fee', 'Shipping Insurance', 'other'],
  ['item_insurance_fee', 'Item Insurance', 'other'],
]

export function readOrder({ body, saidAt }: Payload): OrderSnapshot {
  const { order, parcels } = Told.parse(JSON.parse(body))
  const units = keptUnits(order)
  const state = stateOf(order.status, units)
  const at = (seconds: number | null | undefined) => (seconds ? seconds * 1000 : null)
  const payment = order.payment ?? {}
  const told = (field: string) => (typeof payment[field] === 'string' ? amountOf(payment[field]) : null)
  const [parcel] = parcels.filter(({ tracking_number }) => tracking_number)
  return {
    channel: 'tiktok',
    number: order.id,
    state: order.is_buyer_request_cancel && MAY_BE_ASKED.includes(state) ? 'cancel_requested' : state,
    rawStatus: order.status,
    // a delivery that failed has no status, and returns are asked for by themselves: the order stays as it is
    tellsOfFailure: false,
    tellsOfReturns: false,
    atLeast: order.update_time * 1000,
    atMost: saidAt,
    placedAt: order.create_time * 1000,
    paidAt: at(order.paid_time),
    arrangedAt: at(order.rts_time),
    shippedAt: at(order.collection_time),
    deliveredAt: at(order.delivery_time),
    completedAt: null,
    cancelledAt: at(order.cancel_time),
    shipBy: at(order.tts_sla_time ?? order.rts_sla_time),
    cancelReason: order.cancel_reason ?? '',
    paymentMethod: order.payment_method_name ?? '',
    isCod: order.is_cod ?? false,
    shippingService: order.delivery_option_name ?? '',
    courier: parcel?.shipping_provider_name || order.shipping_provider || '',
    trackingNumber: order.tracking_number || parcel?.tracking_number || '',
    isPickup: null,
    ...frontOf(order.commerce_platform),
    buyerNote: order.buyer_message ?? '',
    sellerNote: order.seller_note ?? '',
    recipient: recipientOf(order),
    lines: linesOf(units),
    money: MONEY.flatMap(([field, name, kind]) => {
      const amount = told(field)
      return amount === null ? [] : [{ name, kind, amount }]
    }),
    buyerPayment: told('total_amount') ?? 0,
  }
}

/** Partly shipped is what a courier has a parcel of while another waits here: no status of its own says so. */
function stateOf(status: string, units: readonly Unit[]): ChannelState {
  const state = STATES[status] ?? 'unknown'
  const left = units.filter(({ package_status }) => HAS_LEFT.has(package_status ?? '')).length
  const isPartly = left > 0 && left < units.length
  return isPartly && (state === 'to_arrange' || state === 'arranged') ? 'partly_shipped' : state
}

/** Packages that the courier has. */
const HAS_LEFT: ReadonlySet<string> = new Set(['FULFILLING', 'COMPLETED'])

/** One line item of the wire is one piece; the same goods at the same price in the same parcel are one line of ours. */
function linesOf(units: readonly Unit[]): SnapshotLine[] {
  const groups = new Map<string, Unit[]>()
  for (const unit of units) {
    const key = JSON.stringify([
      unit.sku_id,
      unit.original_price,
      unit.seller_discount,
      unit.platform_discount,
      unit.package_id,
    ])
    groups.set(key, [...(groups.get(key) ?? []), unit])
  }
  const isSplit = new Set(units.map(({ package_id }) => package_id ?? '')).size > 1
  return [...groups.values()].map((same) => {
    const [first] = same as [Unit, ...Unit[]]
    const pieces = same.length
    const listPrice = amountOf(first.original_price)
    const sum = (field: 'seller_discount' | 'platform_discount') =>
      same.reduce((total, unit) => total + amountOf(unit[field]), 0)
    const [sellerDiscount, channelDiscount] = [sum('seller_discount'), sum('platform_discount')]
    return {
      itemId: first.product_id,
      modelId: first.sku_id,
      lineId: first.id,
      productName: first.product_name,
      variationName: first.sku_name ?? '',
      sku: first.seller_sku ?? '',
      parentSku: '',
      listPrice,
      price: divRound(listPrice * pieces - sellerDiscount - channelDiscount, 1, pieces),
      pieces,
      returnedPieces: 0,
      sellerDiscount,
      channelDiscount,
      weightGrams: null,
      ...(isSplit && first.tracking_number ? { waybill: first.tracking_number } : {}),
      ...(isSplit ? { isShipped: HAS_LEFT.has(first.package_status ?? '') } : {}),
    }
  })
}

/** As the seller's own order list writes it. */
const FRONTS: Record<string, string> = { TOKOPEDIA: 'Tokopedia', TIKTOK_SHOP: 'TikTok' }
const frontOf = (platform: string | null | undefined) => (platform ? { shopFront: FRONTS[platform] ?? platform } : {})

const PROVINCE = 'L1'
const CITY = 'L2'

/** Masked as it came; absent before it is paid. */
function recipientOf({ recipient_address: address, buyer_nickname }: z.infer<typeof Order>): Recipient {
  const level = (wanted: string) =>
    address?.district_info?.find(({ address_level }) => address_level === wanted)?.address_name ?? ''
  return {
    username: buyer_nickname ?? '',
    name: address?.name ?? '',
    phone: address?.phone_number ?? '',
    address: (address?.full_address ?? '').slice(0, 500),
    city: level(CITY),
    province: level(PROVINCE),
  }
}
