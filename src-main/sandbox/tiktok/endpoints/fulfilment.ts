import { z } from 'zod'
import { openReturn } from '../after-sales.ts'
import { type Market, nextId, type Parcel } from '../book.ts'
import { id, listOf, sortOrder, unixSeconds, wholeIn } from '../checking.ts'
import { COURIERS, SELLER_DELIVERY } from '../couriers.ts'
import { endpoint, listed } from '../endpoint.ts'
import { addressView } from '../order-view.ts'
import { badParameter, SaidNo, sentenceOf } from '../said-no.ts'
import { openCancellation } from '../selling.ts'
import { arrange, ordersOf, parcelsOf, toldParcel } from '../shipping.ts'
import { UNSURE } from '../unsure.ts'
import { said } from '../wire.ts'
import { orderOf } from './orders.ts'
import { Numbered, renumbered } from './own-fleet.ts'

const HOUR = 3_600
const DAY = 86_400

const parcelOf = (market: Market, parcelId: string): Parcel => {
  const parcel = market.book.packages[parcelId]
  if (!parcel) throw new SaidNo(21011028)
  return parcel
}

const shipment = z.looseObject({
  handover_method: z.enum(['PICKUP', 'DROP_OFF']).optional(),
  pickup_slot: z.looseObject({ start_time: unixSeconds, end_time: unixSeconds }).optional(),
  self_shipment: z
    .looseObject({ tracking_number: z.string().min(1).max(64), shipping_provider_id: z.string().min(1) })
    .optional(),
})

/** Mornings and afternoons of the two coming days, in the shop's own zone (WIB). */
function slotsFrom(now: number) {
  const zone = 7 * HOUR
  const today = Math.floor((now + zone) / DAY) * DAY - zone
  return [0, 1, 2]
    .flatMap((day) => [
      { start: today + day * DAY + 9 * HOUR, end: today + day * DAY + 12 * HOUR },
      { start: today + day * DAY + 13 * HOUR, end: today + day * DAY + 17 * HOUR },
    ])
    .filter(({ start }) => start > now)
    .slice(0, 4)
}

const slotsView = (market: Market) => ({
  can_pickup: true,
  can_drop_off: true,
  can_van_collection: false,
  drop_off_point_url: '',
  // misspelt by the API itself
  pickup_slots: slotsFrom(market.now()).map(({ start, end }) => ({
    start_time: start,
    end_time: end,
    avaliable: true,
  })),
})

function ship(market: Market, parcel: Parcel, wanted: z.infer<typeof shipment>) {
  const orders = ordersOf(market, parcel)
  if (orders.some((order) => order.status === 'CANCELLED') || parcel.status === 'CANCELLED') throw new SaidNo(21011041)
  if (orders.some((order) => order.fulfillment !== 'FULFILLMENT_BY_SELLER')) throw new SaidNo(21008025)
  if (parcel.status !== 'TO_FULFILL') throw new SaidNo(parcel.status === 'PROCESSING' ? 11006021 : 21011040)
  if (orders.some((order) => openCancellation(market, order) || openReturn(market, order))) throw new SaidNo(21008044)
  const own = wanted.self_shipment
  const provider = SELLER_DELIVERY.providers.find((each) => each.id === own?.shipping_provider_id)
  if (own && (!provider || !/^[A-Za-z0-9-]{6,}$/.test(own.tracking_number))) throw new SaidNo(21011022)
  if (own && market.book.trackingNumbers[own.tracking_number]) throw new SaidNo(21011025)
  const slot = wanted.pickup_slot
  if (slot) {
    const isOffered = slotsFrom(market.now()).some(
      ({ start, end }) => start === slot.start_time && end === slot.end_time,
    )
    if (!isOffered) throw new SaidNo(21011053)
  }
  arrange(market, parcel, {
    handoverMethod: wanted.handover_method ?? 'PICKUP',
    pickupSlot: slot ? { start: slot.start_time, end: slot.end_time } : null,
    self:
      own && provider
        ? { providerId: provider.id, providerName: provider.name, trackingNumber: own.tracking_number }
        : null,
  })
}

const parcelView = (market: Market, parcel: Parcel) => {
  const orders = ordersOf(market, parcel)
  const [order] = orders
  const delivery = order!.shippingType === 'SELLER' ? SELLER_DELIVERY : COURIERS[order!.courier]!.option
  return said({
    package_id: parcel.id,
    package_status: parcel.status,
    create_time: parcel.createdAt,
    update_time: parcel.updatedAt,
    delivery_option_id: delivery.id,
    delivery_option_name: delivery.name,
    handover_method: parcel.handoverMethod || null,
    has_multi_skus: new Set(linesOf(market, parcel).map((line) => line.skuId)).size > 1,
    note_tag: order!.message ? 'BUYER_NOTED' : 'BUYER_UNNOTED',
    order_line_item_ids: parcel.lineIds,
    orders: parcel.orderIds.map((orderId) => ({
      id: orderId,
      skus: skuCounts(linesOf(market, parcel).filter((line) => market.book.orders[orderId]!.lines.includes(line))),
    })),
    pickup_slot: parcel.pickupSlot ? { start_time: parcel.pickupSlot.start, end_time: parcel.pickupSlot.end } : null,
    shipping_provider_id: parcel.providerId,
    shipping_provider_name: parcel.providerName,
    shipping_type: order!.shippingType,
    split_and_combine_tag: parcel.tag,
    tracking_number: parcel.trackingNumber,
    last_mile_tracking_number: '',
    dimension: { length: '30', width: '25', height: '3', unit: 'CM' },
    weight: { value: String(weightOf(market, parcel)), unit: 'GRAM' },
    recipient_address: addressView(order!),
    sender_address: {
      name: market.book.shop.name,
      phone_number: '(+62)812*****00',
      full_address: 'Jl. Kartini No. 7, Kabupaten Jepara',
      region_code: 'ID',
      postal_code: '59427',
    },
  })
}

const linesOf = (market: Market, parcel: Parcel) =>
  ordersOf(market, parcel)
    .flatMap((order) => order.lines)
    .filter((line) => parcel.lineIds.includes(line.id))

const skuCounts = (lines: ReturnType<typeof linesOf>) =>
  [...new Set(lines.map((line) => line.skuId))].map((skuId) => {
    const same = lines.filter((line) => line.skuId === skuId)
    return { id: skuId, name: same[0]!.productName, image_url: '', quantity: same.length }
  })

export const weightOf = (market: Market, parcel: Parcel) =>
  linesOf(market, parcel).reduce((total, line) => {
    const weight = market.book.products[line.productId]?.weight
    return total + (weight ? Number(weight.value) * (weight.unit === 'KILOGRAM' ? 1000 : 1) : 0)
  }, 0)

const DOCUMENTS = {
  SHIPPING_LABEL: { kind: 'pdf', parts: 'label' },
  PACKING_SLIP: { kind: 'pdf', parts: 'slip' },
  SHIPPING_LABEL_AND_PACKING_SLIP: { kind: 'pdf', parts: 'both' },
  SHIPPING_LABEL_PICTURE: { kind: 'png', parts: 'label' },
} as const

export const fulfilmentEndpoints = [
  endpoint('POST', '/fulfillment/202309/packages/search', 'seller.fulfillment.basic', {
    query: z.looseObject({
      page_size: wholeIn(1, 50),
      sort_field: z.enum(['create_time', 'update_time', 'order_pay_time']).default('create_time'),
      sort_order: sortOrder.default('DESC'),
      page_token: z.string().optional(),
    }),
    body: z.looseObject({
      package_status: z.enum(['PROCESSING', 'FULFILLING', 'COMPLETED', 'CANCELLED']).optional(),
      create_time_ge: unixSeconds.optional(),
      create_time_lt: unixSeconds.optional(),
      update_time_ge: unixSeconds.optional(),
      update_time_lt: unixSeconds.optional(),
    }),
    answer: (asked) => {
      const { market, query, body } = asked
      const rows = Object.values(market.book.packages).filter(
        (parcel) =>
          (body.package_status === undefined || parcel.status === body.package_status) &&
          parcel.createdAt >= (body.create_time_ge ?? 0) &&
          parcel.createdAt < (body.create_time_lt ?? Number.POSITIVE_INFINITY) &&
          parcel.updatedAt >= (body.update_time_ge ?? 0) &&
          parcel.updatedAt < (body.update_time_lt ?? Number.POSITIVE_INFINITY),
      )
      const by = {
        create_time: (parcel: Parcel) => parcel.createdAt,
        update_time: (parcel: Parcel) => parcel.updatedAt,
        order_pay_time: (parcel: Parcel) => ordersOf(market, parcel)[0]?.paidAt ?? 0,
      }
      const page = listed(asked, {
        rows,
        idOf: (parcel) => parcel.id,
        by: by[query.sort_field],
        descending: query.sort_order === 'DESC',
        size: query.page_size,
        token: query.page_token,
        changedAt: query.sort_field === 'update_time' ? (parcel) => parcel.updatedAt : undefined,
      })
      return {
        next_page_token: page.next_page_token,
        total_count: page.total_count,
        packages: page.rows.map((parcel) => ({
          id: parcel.id,
          status: parcel.status,
          create_time: parcel.createdAt,
          update_time: parcel.updatedAt,
          order_line_item_ids: parcel.lineIds,
          orders: parcel.orderIds.map((orderId) => ({ id: orderId })),
          shipping_provider_id: parcel.providerId,
          shipping_provider_name: parcel.providerName,
          tracking_number: parcel.trackingNumber,
        })),
      }
    },
  }),
  endpoint('POST', '/fulfillment/202309/packages/ship', 'seller.fulfillment.basic', {
    body: z.looseObject({ packages: z.array(shipment.extend({ id })).min(1).max(50) }),
    answer: ({ market, body }) => ({
      errors: body.packages.flatMap((wanted) => {
        try {
          ship(market, parcelOf(market, wanted.id), wanted)
          return []
        } catch (problem) {
          if (!(problem instanceof SaidNo)) throw problem
          return [{ code: problem.code, message: problem.message, detail: { package_id: wanted.id } }]
        }
      }),
    }),
  }),
  endpoint('POST', '/fulfillment/202309/packages/combine', 'seller.fulfillment.package.write', {
    body: z.looseObject({
      combinable_packages: z.array(z.looseObject({ id: z.string(), order_ids: z.array(id).min(2).max(20) })).min(1),
    }),
    answer: ({ market, body }) => {
      const packages: { id: string; order_ids: string[] }[] = []
      const errors: unknown[] = []
      for (const wanted of body.combinable_packages) {
        const orders = wanted.order_ids.map((orderId) => orderOf(market, orderId))
        const parcels = orders.flatMap((order) => parcelsOf(market, order))
        const first = parcels[0]
        const mayGoTogether =
          first !== undefined &&
          parcels.length === orders.length &&
          parcels.every(({ status }) => status === 'TO_FULFILL') &&
          orders.every((order) => isSameDoor(order.buyer, orders[0]!.buyer))
        if (!mayGoTogether) {
          errors.push({ code: 21011005, message: sentenceOf(21011005), detail: { package_id: wanted.id } })
          continue
        }
        const whole: Parcel = {
          ...first,
          id: nextId(market.book, 'package'),
          orderIds: wanted.order_ids,
          lineIds: orders.flatMap((order) => order.lines.map((line) => line.id)),
          createdAt: market.now(),
          updatedAt: market.now(),
          tag: 'COMBINE',
        }
        putInto(market, whole)
        packages.push({ id: whole.id, order_ids: whole.orderIds })
      }
      return { packages, errors }
    },
  }),
  endpoint('GET', '/fulfillment/202309/combinable_packages/search', 'seller.fulfillment.basic', {
    query: z.looseObject({ page_size: wholeIn(1, 50), page_token: z.string().optional() }),
    answer: (asked) => {
      const { market, query } = asked
      const waiting = Object.values(market.book.orders).filter(
        (order) => order.status === 'AWAITING_SHIPMENT' && order.packageIds.length === 1,
      )
      const groups = waiting
        .map((order) => waiting.filter((other) => isSameDoor(order.buyer, other.buyer)))
        .filter((group, index) => group.length > 1 && group[0] === waiting[index])
        .map((group) => ({ id: group[0]!.id, order_ids: group.map((order) => order.id) }))
      const page = listed(asked, {
        rows: groups,
        idOf: (group) => group.id,
        by: () => 0,
        size: query.page_size,
        token: query.page_token,
      })
      return { next_page_token: page.next_page_token, total_count: page.total_count, combinable_packages: page.rows }
    },
  }),
  endpoint('POST', '/fulfillment/202309/packages/{package_id}/uncombine', 'seller.fulfillment.package.write', {
    body: z.looseObject({ order_ids: z.array(id).max(20).optional() }),
    answer: ({ market, params, body }) => {
      const whole = parcelOf(market, params.package_id!)
      if (whole.tag !== 'COMBINE' || whole.status !== 'TO_FULFILL') throw new SaidNo(21011005)
      const leaving = body.order_ids ?? whole.orderIds
      if (leaving.some((orderId) => !whole.orderIds.includes(orderId))) throw new SaidNo(21011005)
      const staying = whole.orderIds.filter((orderId) => !leaving.includes(orderId))
      const groups = [...leaving.map((orderId) => [orderId]), ...(staying.length > 0 ? [staying] : [])]
      return {
        packages: groups.map((orderIds) => {
          const part: Parcel = {
            ...whole,
            id: nextId(market.book, 'package'),
            orderIds,
            lineIds: orderIds.flatMap((orderId) => orderOf(market, orderId).lines.map((line) => line.id)),
            tag: orderIds.length > 1 ? 'COMBINE' : 'DEFAULT',
            createdAt: market.now(),
            updatedAt: market.now(),
          }
          putInto(market, part)
          return { id: part.id, order_ids: orderIds }
        }),
      }
    },
  }),
  endpoint('GET', '/fulfillment/202309/packages/{package_id}', 'seller.fulfillment.basic', {
    answer: ({ market, params }) => parcelView(market, parcelOf(market, params.package_id!)),
  }),
  endpoint('GET', '/fulfillment/202309/packages/{package_id}/handover_time_slots', 'seller.fulfillment.basic', {
    answer: ({ market, params }) => {
      parcelOf(market, params.package_id!)
      return slotsView(market)
    },
  }),
  endpoint('GET', '/fulfillment/202309/orders/{order_id}/handover_time_slots', 'seller.fulfillment.basic', {
    query: z.looseObject({ order_line_item_ids: z.string().optional() }),
    answer: ({ market, params, query }) => {
      const { lines } = orderOf(market, params.order_id!)
      const asked = (query.order_line_item_ids ?? '').split(',').filter(Boolean)
      if (asked.some((id) => !lines.some((line) => line.id === id)))
        throw badParameter('param query.order_line_item_ids is invalid')
      return slotsView(market)
    },
  }),
  endpoint('POST', '/fulfillment/202309/packages/{package_id}/ship', 'seller.fulfillment.basic', {
    body: shipment,
    answer: ({ market, params, body }) => {
      ship(market, parcelOf(market, params.package_id!), body)
      return {}
    },
  }),
  endpoint('GET', '/fulfillment/202309/packages/{package_id}/shipping_documents', 'seller.fulfillment.basic', {
    query: z.looseObject({
      document_type: z.enum([
        'SHIPPING_LABEL',
        'PACKING_SLIP',
        'SHIPPING_LABEL_AND_PACKING_SLIP',
        'SHIPPING_LABEL_PICTURE',
      ]),
      document_size: z.enum(['A6', 'A5']).default('A6'),
      document_format: z.enum(['PDF']).default('PDF'),
    }),
    answer: ({ market, params, query }) => {
      const parcel = parcelOf(market, params.package_id!)
      const [order] = ordersOf(market, parcel)
      if (parcel.status === 'CANCELLED') throw new SaidNo(21023059)
      if (order!.shippingType === 'SELLER') throw new SaidNo(11034002)
      if (parcel.arrangedAt === null) throw new SaidNo(21023035)
      if (parcel.status !== 'PROCESSING') throw new SaidNo(21042102)
      parcel.labelPolls += 1
      if (parcel.labelPolls <= UNSURE.pollsWithoutLabel) throw new SaidNo(11034037)
      market.book.counter += 1
      const key = `${parcel.id}-${market.book.counter}`
      market.book.documents[key] = {
        packageId: parcel.id,
        ...DOCUMENTS[query.document_type],
        until: market.now() + UNSURE.labelLinkSeconds,
      }
      return { doc_url: `${market.ground.url}/documents/${key}`, tracking_number: parcel.trackingNumber }
    },
  }),
  endpoint('POST', '/fulfillment/202309/packages/{package_id}/shipping_info/update', 'seller.fulfillment.basic', {
    body: Numbered,
    answer: ({ market, params, body }) => {
      renumbered(market, parcelOf(market, params.package_id!), body)
      return {}
    },
  }),
  endpoint('GET', '/fulfillment/202309/orders/split_attributes', 'seller.fulfillment.basic', {
    query: z.looseObject({ order_ids: listOf(50) }),
    answer: ({ market, query }) => ({
      split_attributes: query.order_ids.map((orderId) => {
        const why = whyWhole(market, orderId)
        return said({
          order_id: orderId,
          can_split: why === null,
          must_split: false,
          must_split_reasons: [],
          reason: why,
        })
      }),
    }),
  }),
  endpoint('POST', '/fulfillment/202309/orders/{order_id}/split', 'seller.fulfillment.package.write', {
    body: z.looseObject({
      splittable_groups: z
        .array(z.looseObject({ id: z.string().min(1), order_line_item_ids: z.array(id).min(1) }))
        .min(1)
        .max(20),
    }),
    answer: ({ market, params, body }) => {
      const order = orderOf(market, params.order_id!)
      if (whyWhole(market, order.id) !== null) throw new SaidNo(21011035)
      const named = body.splittable_groups.flatMap((group) => group.order_line_item_ids)
      const lineIds = order.lines.map((line) => line.id)
      if (new Set(named).size !== named.length || named.some((lineId) => !lineIds.includes(lineId)))
        throw new SaidNo(21011005)
      const rest = lineIds.filter((lineId) => !named.includes(lineId))
      if (rest.length === 0 && body.splittable_groups.length === 1) throw new SaidNo(21011035)
      const [whole] = parcelsOf(market, order)
      const groups = [
        ...body.splittable_groups.map((group) => ({ name: group.id, lineIds: group.order_line_item_ids })),
        ...(rest.length > 0 ? [{ name: null, lineIds: rest }] : []),
      ]
      order.packageIds = []
      delete market.book.packages[whole!.id]
      const packages = groups.map(({ name, lineIds: ofGroup }) => {
        const part: Parcel = {
          ...whole!,
          id: nextId(market.book, 'package'),
          lineIds: ofGroup,
          tag: 'SPLIT',
          createdAt: market.now(),
          updatedAt: market.now(),
        }
        market.book.packages[part.id] = part
        order.packageIds.push(part.id)
        for (const line of order.lines) if (ofGroup.includes(line.id)) line.packageId = part.id
        toldParcel(market, part)
        return { id: part.id, splittable_group_id: name }
      })
      order.updatedAt = market.now()
      return { packages: packages.filter((each) => each.splittable_group_id !== null) }
    },
  }),
  endpoint('GET', '/fulfillment/202309/orders/{order_id}/tracking', 'seller.fulfillment.basic', {
    answer: ({ market, params }) => ({
      tracking: orderOf(market, params.order_id!)
        .events.map(({ at, text }) => ({ description: text, update_time_millis: at }))
        .reverse(),
    }),
  }),
]

/** Why an order cannot be taken apart; null when it can. */
function whyWhole(market: Market, orderId: string): string | null {
  const order = market.book.orders[orderId]
  if (!order) return 'Order not found'
  if (order.status === 'CANCELLED') return 'Order has been canceled'
  if (order.status !== 'AWAITING_SHIPMENT') return 'Order has been shipped'
  if (order.packageIds.length > 1) return 'Order has been split'
  if (parcelsOf(market, order)[0]?.tag === 'COMBINE') return 'Order has been combined'
  return order.lines.length < 2 ? 'Order has only one item' : null
}

const isSameDoor = (a: { phone: string; address: string }, b: { phone: string; address: string }) =>
  a.phone === b.phone && a.address === b.address

/** The parcel takes the place of whatever its orders were packed in. */
function putInto(market: Market, parcel: Parcel) {
  market.book.packages[parcel.id] = parcel
  for (const order of ordersOf(market, parcel)) {
    for (const old of order.packageIds) delete market.book.packages[old]
    order.packageIds = [parcel.id]
    for (const line of order.lines) line.packageId = parcel.id
    order.updatedAt = market.now()
  }
  toldParcel(market, parcel)
}
