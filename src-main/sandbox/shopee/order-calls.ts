import { z } from 'zod'
import { courierOf } from './couriers.ts'
import { OPTIONAL_FIELDS, orderAnswer, parcelGrams } from './order-answers.ts'
import { answerCancel, cancel, newPackage, parcelBecomes, putBack } from './order-life.ts'
import { Id, Int, queryBool, queryInt, queryOneOf, queryText, queryTexts, read } from './parameters.ts'
import { type Order, type Package, type Shopee, secondsNow } from './state.ts'
import { MOST_PACKAGES, NEWEST_FIRST } from './unsure.ts'
import { type Payload, Refused } from './wire.ts'

/* Orders and their packages. Source: v2.order pages (2026-08). */

const WINDOW = 15 * 86_400
const STATUSES = [
  'UNPAID',
  'READY_TO_SHIP',
  'PROCESSED',
  'SHIPPED',
  'COMPLETED',
  'IN_CANCEL',
  'CANCELLED',
  'INVOICE_PENDING',
] as const
/** Answers to filters that are not written on the page but are seen: the statuses orders really have. */
const SEEN = [...STATUSES, 'RETRY_SHIP', 'TO_CONFIRM_RECEIVE', 'TO_RETURN'] as const

const LIST = z.object({
  time_range_field: queryOneOf(['create_time', 'update_time']),
  time_from: queryInt(),
  time_to: queryInt(),
  page_size: queryInt(1, 100),
  cursor: queryText().optional(),
  order_status: queryOneOf(SEEN).optional(),
  response_optional_fields: queryText().optional(),
  request_order_status_pending: queryBool().optional(),
  logistics_channel_id: queryInt().optional(),
})

export function orderList({ state, ground }: Shopee, query: unknown): Payload {
  const asked = read(LIST, query)
  if (asked.time_from >= asked.time_to || asked.time_to - asked.time_from > WINDOW)
    throw new Refused('order.order_list_invalid_time', 'Start time must be earlier than end time and diff in 15days.')
  const field = asked.time_range_field === 'create_time' ? 'createTime' : 'updateTime'
  let found = [...state.orders.values()].filter(
    (order) =>
      order[field] >= asked.time_from &&
      order[field] <= asked.time_to &&
      (!asked.logistics_channel_id || order.channelId === asked.logistics_channel_id) &&
      (!asked.order_status || order.status === asked.order_status),
  )
  if (field === 'updateTime')
    found = ground.faults.changedRows('order/get_order_list', found, {
      id: ({ sn }) => sn,
      changedAt: (order) => order.updateTime * 1000,
    })
  const sorted = found.sort((a, b) => compare(place(a, field), place(b, field)))
  const after = asked.cursor ? readCursor(asked.cursor) : null
  const rest = after ? sorted.filter((order) => compare(place(order, field), after) > 0) : sorted
  const page = rest.slice(0, asked.page_size)
  const more = rest.length > page.length
  const withStatus = asked.response_optional_fields?.split(',').includes('order_status')
  return {
    response: {
      more,
      next_cursor: more ? writeCursor(place(page.at(-1)!, field)) : '',
      order_list: ground.faults.rows('order/get_order_list', page).map((order) => ({
        order_sn: order.sn,
        ...(withStatus ? { order_status: ground.faults.status('order/get_order_list', order.status) } : {}),
        booking_sn: '',
      })),
    },
  }
}

type Place = [time: number, sn: string]
const place = (order: Order, field: 'createTime' | 'updateTime'): Place => [order[field], order.sn]
function compare([time, sn]: Place, [otherTime, otherSn]: Place): number {
  const order = time - otherTime || (sn < otherSn ? -1 : sn > otherSn ? 1 : 0)
  return NEWEST_FIRST ? -order : order
}
const writeCursor = (of: Place) => Buffer.from(JSON.stringify(of)).toString('base64url')
function readCursor(cursor: string): Place {
  try {
    return z.tuple([z.number(), z.string()]).parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    throw new Refused('error_param', 'Wrong parameters, detail: cursor.')
  }
}

const DETAIL = z.object({
  order_sn_list: queryTexts(50),
  response_optional_fields: queryText().optional(),
  request_order_status_pending: queryBool().optional(),
})

/** Orders that are not known are not in the answer; when none is, that is an error. */
export function orderDetail(shopee: Shopee, query: unknown): Payload {
  const asked = read(DETAIL, query)
  const fields = (asked.response_optional_fields ?? '').split(',').filter((field) => field in OPTIONAL_FIELDS)
  const orders = asked.order_sn_list.flatMap((sn) => shopee.state.orders.get(sn) ?? [])
  if (orders.length === 0) throw new Refused('error_not_found', 'Wrong parameters, detail: the order is not found.')
  return {
    response: {
      order_list: shopee.ground.faults
        .rows('order/get_order_detail', orders)
        .map((order) => orderAnswer(shopee, order, fields)),
    },
  }
}

export function orderOf({ state }: Shopee, sn: string, module = ''): Order {
  const order = state.orders.get(sn)
  if (!order) throw new Refused(`${module}error_not_found`, `Wrong parameters, detail: the order ${sn} is not found.`)
  return order
}

const LINE = z.object({ item_id: Id, model_id: Id, order_item_id: Id.optional(), promotion_group_id: Int.optional() })
const CANCEL = z.object({
  order_sn: z.string(),
  cancel_reason: z.enum(['OUT_OF_STOCK', 'CUSTOMER_REQUEST', 'UNDELIVERABLE_AREA', 'COD_NOT_SUPPORTED']),
  item_list: z.array(z.object({ item_id: Id, model_id: Id })).optional(),
  partial_cancel_item_list: z.array(LINE.extend({ model_quantity: Int.positive() })).optional(),
})

export function cancelOrder(shopee: Shopee, body: unknown): Payload {
  const asked = read(CANCEL, body, 'order.')
  const order = orderOf(shopee, asked.order_sn)
  if (asked.cancel_reason === 'UNDELIVERABLE_AREA')
    throw new Refused('order. error_param', 'This cancel_reason is not supported in your region.')
  if (asked.cancel_reason === 'COD_NOT_SUPPORTED' && !order.isCod)
    throw new Refused('order. error_param', 'The order is not a COD order.')
  if (asked.cancel_reason === 'OUT_OF_STOCK' && !asked.item_list?.length && !asked.partial_cancel_item_list?.length)
    throw new Refused('order. error_param', 'item_list is required when cancel_reason is OUT_OF_STOCK')
  if (order.status !== 'READY_TO_SHIP' || order.packages.some(({ arrangedAt }) => arrangedAt > 0))
    throw new Refused('order.error_limit', 'Order can not be cancelled in current status.')
  const parts = asked.partial_cancel_item_list ?? []
  if (parts.length > 0) {
    cancelPartly(shopee, order, parts)
    return { response: { update_time: order.updateTime } }
  }
  const strange = asked.item_list?.find(
    ({ item_id, model_id }) => !order.lines.some((line) => line.itemId === item_id && line.modelId === model_id),
  )
  if (strange) throw new Refused('order. error_param', 'item_list does not match the order.')
  // what the seller has not got is not for sale, either
  cancel(shopee, order, 'seller', asked.cancel_reason)
  if (asked.cancel_reason === 'OUT_OF_STOCK')
    for (const { item_id, model_id } of asked.item_list ?? [])
      putBack(
        shopee,
        item_id,
        model_id,
        -(shopee.state.items.get(item_id)?.models.find(({ modelId }) => modelId === model_id)?.stock ?? 0),
      )
  return { response: { update_time: order.updateTime } }
}

function cancelPartly(
  shopee: Shopee,
  order: Order,
  parts: { item_id: number; model_id: number; model_quantity: number }[],
) {
  const found = parts.map(({ item_id, model_id, model_quantity }) => {
    const line = order.lines.find(({ itemId, modelId }) => itemId === item_id && modelId === model_id)
    if (!line || model_quantity > line.quantity - line.cancelled)
      throw new Refused('order. error_param', 'partial_cancel_item_list does not match the order.')
    return { line, model_quantity }
  })
  const left = order.lines.reduce((sum, line) => sum + line.quantity - line.cancelled, 0)
  if (found.reduce((sum, { model_quantity }) => sum + model_quantity, 0) >= left)
    throw new Refused('order. error_param', 'All items would be cancelled, please cancel the whole order.')
  for (const { line, model_quantity } of found) {
    line.cancelled += model_quantity
    putBack(shopee, line.itemId, line.modelId, model_quantity)
  }
  order.packages = [
    newPackage(
      shopee,
      order.lines.flatMap(({ orderItemId, quantity, cancelled }) =>
        quantity > cancelled ? [{ orderItemId, quantity: quantity - cancelled }] : [],
      ),
    ),
  ]
  parcelBecomes(shopee, order, order.packages[0]!, 'LOGISTICS_READY', 'Pesanan siap diatur pengirimannya')
}

const HANDLE = z.object({ order_sn: z.string(), operation: z.enum(['ACCEPT', 'REJECT']) })

export function handleCancellation(shopee: Shopee, body: unknown): Payload {
  const { order_sn, operation } = read(HANDLE, body, 'order.')
  const order = orderOf(shopee, order_sn)
  if (order.status !== 'IN_CANCEL')
    throw new Refused('order.cancel_order_invalid_status', 'The order is not in cancellation.')
  answerCancel(shopee, order, operation === 'ACCEPT')
  return { response: { update_time: order.updateTime } }
}

const NOTE = z.object({ order_sn: z.string(), note: z.string().max(500) })

export function setNote(shopee: Shopee, body: unknown): Payload {
  const { order_sn, note } = read(NOTE, body, 'order.')
  const order = orderOf(shopee, order_sn)
  order.sellerNote = note
  order.noteUpdateTime = secondsNow(shopee)
  return { response: {} }
}

const SPLIT = z.object({
  order_sn: z.string(),
  package_list: z.array(
    z.object({ item_list: z.array(LINE.extend({ model_quantity: Int.positive().optional() })).min(1) }),
  ),
})

export function splitOrder(shopee: Shopee, body: unknown): Payload {
  const { order_sn, package_list } = read(SPLIT, body, 'order.')
  const order = orderOf(shopee, order_sn)
  const cannot = (why: string) => new Refused('order.order_cannot_split', why)
  if (order.status !== 'READY_TO_SHIP' || order.packages.some(({ arrangedAt }) => arrangedAt > 0))
    throw cannot('The order can not be split in current status.')
  if (order.isSplit) throw cannot('Order has been splitted.')
  if (package_list.length < 2) throw cannot('The order should be split into at least 2 packages.')
  if (package_list.length > MOST_PACKAGES) throw cannot(`Parcel count should not exceed ${MOST_PACKAGES}.`)
  const parcels = package_list.map(({ item_list }) =>
    item_list.map((item) => {
      const line = order.lines.find(
        ({ itemId, modelId, orderItemId }) =>
          itemId === item.item_id &&
          modelId === item.model_id &&
          (!item.order_item_id || item.order_item_id === orderItemId),
      )
      if (!line) throw new Refused('order.error_param', 'Can not find the item.')
      return { orderItemId: line.orderItemId, quantity: item.model_quantity ?? line.quantity - line.cancelled }
    }),
  )
  for (const line of order.lines) {
    const sent = parcels.flat().filter(({ orderItemId }) => orderItemId === line.orderItemId)
    if (sent.reduce((sum, { quantity }) => sum + quantity, 0) !== line.quantity - line.cancelled)
      throw new Refused('order.error_param', 'All items of the order should be in the packages.')
  }
  order.isSplit = true
  order.packages = parcels.map((lines) => newPackage(shopee, lines))
  for (const parcel of order.packages)
    parcelBecomes(shopee, order, parcel, 'LOGISTICS_READY', 'Pesanan siap diatur pengirimannya')
  return {
    response: {
      order_sn,
      package_list: order.packages.map((parcel) => ({
        package_number: parcel.number,
        item_list: splitLines(order, parcel),
      })),
    },
  }
}

const splitLines = (order: Order, parcel: Package) =>
  parcel.lines.map(({ orderItemId, quantity }) => {
    const line = order.lines.find((each) => each.orderItemId === orderItemId)!
    return {
      item_id: line.itemId,
      model_id: line.modelId,
      order_item_id: orderItemId,
      promotion_group_id: 0,
      model_quantity: quantity,
    }
  })

const UNSPLIT = z.object({ order_sn: z.string() })

export function unsplitOrder(shopee: Shopee, body: unknown): Payload {
  const order = orderOf(shopee, read(UNSPLIT, body, 'order.').order_sn)
  if (!order.isSplit || order.packages.some(({ arrangedAt }) => arrangedAt > 0))
    throw new Refused('order.order_cannot_unsplit', 'Parcels of this order can not be combined.')
  order.isSplit = false
  order.packages = [
    newPackage(
      shopee,
      order.lines.map(({ orderItemId, quantity, cancelled }) => ({ orderItemId, quantity: quantity - cancelled })),
    ),
  ]
  parcelBecomes(shopee, order, order.packages[0]!, 'LOGISTICS_READY', 'Pesanan siap diatur pengirimannya')
  return { response: {} }
}

const parcelsOf = ({ state }: Shopee) =>
  [...state.orders.values()].flatMap((order) => order.packages.map((parcel) => ({ order, parcel })))
const toShip = ({ order, parcel }: { order: Order; parcel: Package }) =>
  (order.status === 'READY_TO_SHIP' || order.status === 'RETRY_SHIP') && parcel.arrangedAt === 0

const SEARCH = z.object({
  filter: z
    .object({
      package_status: Int.min(0).max(3).optional(),
      product_location_ids: z.array(z.string()).optional(),
      logistics_channel_ids: z.array(Int).optional(),
      fulfillment_type: Int.min(0).max(2).optional(),
      is_pre_order: Int.min(0).max(2).optional(),
      invoice_pending: z.boolean().optional(),
      order_type: Int.optional(),
      shipping_priority: Int.optional(),
      sorting_group: Int.optional(),
    })
    .optional(),
  pagination: z.object({ page_size: Int.min(1).max(100), cursor: z.string().optional() }),
  sort: z.object({ sort_type: Int.optional(), ascending: z.boolean().optional() }).optional(),
})

/** 1 by the day it has to be sent, 2 by the day it was bought, 3 by the day the buyer paid. */
const SORTED_BY: Record<number, 'shipByDate' | 'createTime' | 'payTime'> = {
  1: 'shipByDate',
  2: 'createTime',
  3: 'payTime',
}

/** 0 all, 1 pending, 2 to process, 3 processed. */
export function searchPackages(shopee: Shopee, body: unknown): Payload {
  const { filter, pagination, sort } = read(SEARCH, body)
  const status = filter?.package_status ?? 2
  const found = parcelsOf(shopee).filter(({ order, parcel }) => {
    if (filter?.logistics_channel_ids?.length && !filter.logistics_channel_ids.includes(order.channelId)) return false
    if (filter?.product_location_ids?.length && !filter.product_location_ids.includes('IDZ')) return false
    // all of it is sent by the seller (2), none of it is made to order (1)
    if (filter?.fulfillment_type === 1 || filter?.is_pre_order === 1 || filter?.invoice_pending) return false
    if (status === 1) return order.status === 'UNPAID'
    if (status === 2) return toShip({ order, parcel })
    return status === 0 || (parcel.arrangedAt > 0 && parcel.pickedUpAt === 0 && order.status !== 'CANCELLED')
  })
  const field = SORTED_BY[sort?.sort_type ?? 0] ?? 'shipByDate'
  const direction = sort?.ascending === false ? -1 : 1
  found.sort((a, b) => direction * (a.order[field] - b.order[field]))
  const { rows, next } = paged(found, pagination.page_size, pagination.cursor)
  return {
    response: {
      packages_list: rows.map(({ order, parcel }) => ({
        order_sn: order.sn,
        package_number: parcel.number,
        logistics_channel_id: order.channelId,
        product_location_id: 'IDZ',
        sorting_group: '',
        is_shipment_arranged: parcel.arrangedAt > 0,
      })),
      pagination: { total_count: found.length, next_cursor: next, more: next !== '' },
      sort: { sort_type: sort?.sort_type ?? 1, is_asc: sort?.ascending ?? true },
    },
  }
}

function paged<Row>(rows: readonly Row[], size: number, cursor = ''): { rows: Row[]; next: string } {
  const start = Number(cursor || 0)
  if (!Number.isInteger(start)) throw new Refused('error_param', 'Wrong parameters, detail: cursor.')
  const end = start + size
  return { rows: rows.slice(start, end), next: end < rows.length ? String(end) : '' }
}

const SHIPMENTS = z.object({ page_size: queryInt(1, 100), cursor: queryText().optional() })

export function shipmentList(shopee: Shopee, query: unknown): Payload {
  const { page_size, cursor } = read(SHIPMENTS, query)
  const { rows, next } = paged(parcelsOf(shopee).filter(toShip), page_size, cursor)
  return {
    response: {
      more: next !== '',
      next_cursor: next,
      order_list: rows.map(({ order, parcel }) => ({ order_sn: order.sn, package_number: parcel.number })),
    },
  }
}

const PACKAGES = z.object({ package_number_list: queryTexts(50) })

export function packageDetail(shopee: Shopee, query: unknown): Payload {
  const { package_number_list } = read(PACKAGES, query)
  const found = parcelsOf(shopee).filter(({ parcel }) => package_number_list.includes(parcel.number))
  if (found.length === 0) throw new Refused('error_not_found', 'Wrong parameters, detail: the package is not found.')
  return {
    response: {
      package_list: found.map(({ order, parcel }) => ({
        order_sn: order.sn,
        package_number: parcel.number,
        fulfillment_status: parcel.status,
        update_time: order.updateTime,
        logistics_channel_id: order.channelId,
        shipping_carrier: courierOf(order.channelId).name,
        tracking_number: parcel.trackingNumber || '-',
        ship_by_date: order.shipByDate,
        days_to_ship: 2,
        is_split_up: order.isSplit,
        is_shipment_arranged: parcel.arrangedAt > 0,
        allow_self_design_awb: false,
        pickup_done_time: parcel.pickedUpAt,
        pending_terms: [],
        pending_description: [],
        is_pre_order: false,
        sorting_group: '',
        can_split_order: toShip({ order, parcel }) && !order.isSplit,
        can_unsplit_order: order.isSplit && order.packages.every(({ arrangedAt }) => arrangedAt === 0),
        can_full_cancel_order: order.status === 'READY_TO_SHIP',
        can_partial_cancel_order: order.status === 'READY_TO_SHIP',
        recipient_address: OPTIONAL_FIELDS.recipient_address!(shopee, order),
        parcel_chargeable_weight_gram: parcelGrams(order, parcel),
        item_list: splitLines(order, parcel).map((line) => {
          const { itemSku, modelSku } = order.lines.find(({ orderItemId }) => orderItemId === line.order_item_id)!
          return { ...line, item_sku: itemSku, model_sku: modelSku, product_location_id: 'IDZ' }
        }),
      })),
    },
  }
}

/** An ordinary shop sends from one place. */
export const warehouseFilter = (): Payload => ({ response: { warehouse_filters: [] } })

const INVOICES = z.object({ queries: z.array(z.object({ order_sn: z.string().min(1) })).min(1) })

/** Buyers in Indonesia hand in no tax invoice. */
export function buyerInvoices(_: Shopee, body: unknown): never {
  const { queries } = read(INVOICES, body)
  if (new Set(queries.map(({ order_sn }) => order_sn)).size < queries.length)
    throw new Refused('error_param', 'The Order SN is duplicated.')
  throw new Refused('error_network', 'This API is only available for TH, VN, PH region')
}
