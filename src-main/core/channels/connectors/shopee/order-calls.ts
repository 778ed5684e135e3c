import { z } from 'zod'
import type { SellerCancelReason } from '../../../../../src-shared/sync/order-acts.ts'
import type { NamedOrder, Page, Payload, Window } from '../connector.ts'
import { ChannelTrouble } from '../trouble.ts'
import { ORDERS_A_PAGE } from './unsure.ts'
import { type AtShop, digits, endOf, listOf, payloadOf, secondsOf, Text } from './wire.ts'

const Listed = z.looseObject({
  more: z.boolean().nullish(),
  next_cursor: Text,
  order_list: listOf(z.looseObject({ order_sn: z.string() })),
})

/** What of an order is only told when it is asked for. */
const FIELDS = [
  'buyer_user_id',
  'buyer_username',
  'estimated_shipping_fee',
  'recipient_address',
  'actual_shipping_fee',
  'note',
  'item_list',
  'pay_time',
  'split_up',
  'buyer_cancel_reason',
  'cancel_by',
  'cancel_reason',
  'fulfillment_flag',
  'pickup_done_time',
  'package_list',
  'shipping_carrier',
  'payment_method',
  'total_amount',
].join(',')

const Told = z.looseObject({
  order_list: listOf(
    z.looseObject({
      order_sn: z.string(),
      order_status: Text,
      package_list: listOf(z.looseObject({ package_number: Text })),
    }),
  ),
})
const Parcels = z.looseObject({ package_list: listOf(z.looseObject({ package_number: z.string() })) })
const Escrows = listOf(z.looseObject({ escrow_detail: z.looseObject({ order_sn: z.string() }).nullish() }))

const AT_ONCE = 50
/** Before it is arranged a parcel has nothing more to tell; before it is paid an order has no sums. */
const WITHOUT_PARCELS = ['UNPAID', 'READY_TO_SHIP', 'PENDING', 'INVOICE_PENDING']
const WITHOUT_SUMS = ['UNPAID', 'PENDING', 'INVOICE_PENDING', 'CANCELLED']

async function listed(shop: AtShop, field: 'create_time' | 'update_time', window: Window, cursor: string | null) {
  const { said } = await shop.told(Listed, {
    method: 'GET',
    path: 'order/get_order_list',
    query: {
      time_range_field: field,
      time_from: secondsOf(window.from),
      time_to: endOf(window),
      page_size: ORDERS_A_PAGE,
      cursor: cursor ?? '',
      response_optional_fields: 'order_status',
      request_order_status_pending: true,
    },
    isReading: true,
  })
  const next = said.more && said.next_cursor !== '' ? said.next_cursor : null
  return { numbers: said.order_list.map(({ order_sn }) => order_sn), next }
}

export async function changedOrders(shop: AtShop, window: Window, cursor: string | null): Promise<Page<NamedOrder>> {
  const { numbers, next } = await listed(shop, 'update_time', window, cursor)
  return { items: numbers.map((number) => ({ number, changedAt: null, payload: null })), next }
}

export async function placedOrders(shop: AtShop, window: Window, cursor: string | null): Promise<Page<string>> {
  const { numbers, next } = await listed(shop, 'create_time', window, cursor)
  return { items: numbers, next }
}

/**
 * Orders whole: the order itself, its parcels with their waybills, and the sums that tell whose a discount was. The last is asked
 * for beside them, and an order is told without it where the channel has none yet.
 */
export async function orders(shop: AtShop, numbers: readonly string[]): Promise<Payload[]> {
  const { said, at } = await shop
    .told(Told, {
      method: 'GET',
      path: 'order/get_order_detail',
      query: { order_sn_list: numbers.join(','), response_optional_fields: FIELDS, request_order_status_pending: true },
      isReading: true,
    })
    .catch(nobodyKnows(numbers))
  const packageNumbers = said.order_list.flatMap(({ order_status, package_list }) =>
    WITHOUT_PARCELS.includes(order_status) ? [] : package_list.flatMap(({ package_number }) => package_number || []),
  )
  const parcels: z.output<typeof Parcels>['package_list'] = []
  for (let from = 0; from < packageNumbers.length; from += AT_ONCE) {
    const query = { package_number_list: packageNumbers.slice(from, from + AT_ONCE).join(',') }
    const call = { method: 'GET', path: 'order/get_package_detail', query, isReading: true } as const
    parcels.push(...(await shop.told(Parcels, call)).said.package_list)
  }
  const paid = said.order_list.flatMap(({ order_sn, order_status }) =>
    WITHOUT_SUMS.includes(order_status) ? [] : order_sn,
  )
  const sums = await escrows(shop, paid)
  return said.order_list.map((order) => {
    const own = new Set(order.package_list.map(({ package_number }) => package_number))
    const told = {
      order,
      packages: parcels.filter(({ package_number }) => own.has(package_number)),
      escrow: sums.get(order.order_sn) ?? null,
    }
    return payloadOf(order.order_sn, told, at)
  })
}

/** A question for orders that are all unknown is refused as a whole: then there are none. */
const nobodyKnows = (numbers: readonly string[]) => (problem: unknown) => {
  const isUnknown =
    problem instanceof ChannelTrouble &&
    problem.trouble.kind === 'permanent' &&
    /not.?found|not.?exist|invalid.*order|wrong/i.test(`${problem.trouble.code} ${problem.trouble.message}`)
  if (!isUnknown || numbers.length === 0) throw problem
  return { said: { order_list: [] }, at: 0 }
}

/** Sums of orders by number; those the channel does not know are missing. */
export async function escrows(shop: AtShop, numbers: readonly string[]): Promise<Map<string, unknown>> {
  if (numbers.length === 0) return new Map()
  // the page says GET, the gateway takes POST alone (public issue #125 of congminh1254/shopee-sdk, 2026-03-01)
  const call = {
    method: 'POST',
    path: 'payment/get_escrow_detail_batch',
    body: { order_sn_list: numbers },
    isReading: true,
  } as const
  const rows = await shop.told(Escrows, call).then(
    ({ said }) => said,
    (problem: unknown) => {
      if (problem instanceof ChannelTrouble && problem.trouble.kind === 'permanent') return []
      throw problem
    },
  )
  return new Map(
    rows.flatMap(({ escrow_detail }) => (escrow_detail ? [[escrow_detail.order_sn, escrow_detail] as const] : [])),
  )
}

const REASONS: Partial<Record<SellerCancelReason, string>> = {
  'out of stock': 'OUT_OF_STOCK',
  'buyer asked': 'CUSTOMER_REQUEST',
}
const Anything = z.looseObject({})

export async function cancelOrder(
  shop: AtShop,
  orderNumber: string,
  reason: SellerCancelReason,
  lines: readonly { itemId: string; modelId: string }[],
): Promise<void> {
  const cancel_reason = REASONS[reason]
  if (!cancel_reason)
    throw new ChannelTrouble({
      kind: 'permanent',
      code: 'REASON_NOT_OFFERED',
      message: `Shopee takes no cancellation for: ${reason}`,
    })
  const items = lines.map(({ itemId, modelId }) => ({ item_id: digits(itemId), model_id: digits(modelId || '0') }))
  const body = {
    order_sn: orderNumber,
    cancel_reason,
    ...(cancel_reason === 'OUT_OF_STOCK' ? { item_list: items } : {}),
  }
  await shop.told(Anything, { method: 'POST', path: 'order/cancel_order', body, isReading: false })
}

export async function answerCancelRequest(
  shop: AtShop,
  orderNumber: string,
  answer: 'accept' | 'refuse',
): Promise<void> {
  const body = { order_sn: orderNumber, operation: answer === 'accept' ? 'ACCEPT' : 'REJECT' }
  await shop.told(Anything, { method: 'POST', path: 'order/handle_buyer_cancellation', body, isReading: false })
}
