import { z } from 'zod'
import type { SellerCancelReason } from '../../../../../src-shared/sync/order-acts.ts'
import type { NamedOrder, Page, Payload, ShopAtChannel, Window } from '../connector.ts'
import type { Answer } from '../line.ts'
import { ChannelTrouble } from '../trouble.ts'
import { keptPackages, keptUnits, UnitPlace } from './kept-units.ts'
import type { ShopCalls } from './shop-calls.ts'

/* Source: Partner Center, order 202309 and 202507, return_refund 202309 (2026-11). */

const PAGE_SIZE = '100'
const Named = z.looseObject({
  id: z.string(),
  status: z.string(),
  update_time: z.number(),
  tracking_number: z.string().nullish(),
  packages: z.array(z.looseObject({ id: z.string() })).nullish(),
  line_items: z.array(UnitPlace).nullish(),
})
type Named = z.infer<typeof Named>
const Orders = z.object({ orders: z.array(Named).nullish(), next_page_token: z.string().nullish() })

/** Bounds are whole seconds; the upper one is not included. */
export const within = (field: string, { from, to }: Window) => ({
  [`${field}_ge`]: Math.floor(from / 1000),
  [`${field}_lt`]: Math.floor(to / 1000) + 1,
})

export const nextOf = (token: string | null | undefined): string | null => token || null

/** A number is given when the shipment is arranged, and told by the package until the courier has it, by the order afterwards. */
const awaitsNumber = ({ status, tracking_number }: Named) => status === 'AWAITING_COLLECTION' && !tracking_number

const Parcel = z.looseObject({ tracking_number: z.string().nullish() })

export function orderCalls({
  get,
  post,
}: ShopCalls): Pick<
  ShopAtChannel,
  'changedOrders' | 'placedOrders' | 'orders' | 'answerCancelRequest' | 'cancelOrder'
> {
  const search = async (field: 'create_time' | 'update_time', window: Window, cursor: string | null) => {
    const query = {
      page_size: PAGE_SIZE,
      sort_field: field,
      sort_order: 'ASC',
      ...(cursor === null ? {} : { page_token: cursor }),
    }
    const { data, answer } = await post('/order/202309/orders/search', within(field, window), {
      query,
      isReading: true,
    })
    const { orders, next_page_token } = Orders.parse(data)
    return { orders: orders ?? [], next: nextOf(next_page_token), answer }
  }
  const payloadOf = (order: Named, parcels: unknown[], answer: Answer): Payload => ({
    key: order.id,
    body: JSON.stringify({ order, parcels }),
    saidAt: answer.at,
  })

  const told = async (numbers: readonly string[]) => {
    const { data, answer } = await get('/order/202507/orders', { ids: numbers.join(',') })
    return { orders: Orders.parse(data).orders ?? [], answer }
  }

  return {
    async changedOrders(window, cursor): Promise<Page<NamedOrder>> {
      const { orders, next, answer } = await search('update_time', window, cursor)
      const items = orders.map((order) => ({
        number: order.id,
        changedAt: order.update_time * 1000,
        payload: awaitsNumber(order) ? null : payloadOf(order, [], answer),
      }))
      return { items, next }
    },
    async placedOrders(window, cursor) {
      const { orders, next } = await search('create_time', window, cursor)
      return { items: orders.map(({ id }) => id), next }
    },
    async orders(numbers) {
      // an id of this channel is a number; asked for anything else it would refuse the others, too
      const ids = numbers.filter((number) => /^\d{1,20}$/.test(number))
      if (ids.length === 0) return []
      const { orders, answer } = await told(ids)
      const payloads: Payload[] = []
      for (const order of orders) {
        const parcels: unknown[] = []
        if (awaitsNumber(order))
          for (const id of keptPackages(order))
            parcels.push(Parcel.parse((await get(`/fulfillment/202309/packages/${id}`)).data))
        payloads.push(payloadOf(order, parcels, answer))
      }
      return payloads
    },

    async answerCancelRequest(orderNumber, answer) {
      const { data } = await post(
        '/return_refund/202309/cancellations/search',
        { order_ids: [orderNumber] },
        { query: { page_size: '50' }, isReading: true },
      )
      const pending = (Cancellations.parse(data).cancellations ?? []).find(
        ({ cancel_status }) => cancel_status === PENDING,
      )
      if (!pending)
        throw new ChannelTrouble({
          kind: 'permanent',
          code: 'NOTHING_ASKED',
          message: 'nobody asks to cancel this order any more',
        })
      const path = `/return_refund/202309/cancellations/${pending.cancel_id}`
      // named by what it is about, so that it is done once however often it is sent
      const query = { idempotency_key: `${answer}-${pending.cancel_id}` }
      if (answer === 'accept') return void (await post(`${path}/approve`, undefined, { query, isReading: false }))
      const { data: reasons } = await get('/return_refund/202309/reject_reasons', {
        return_or_cancel_id: pending.cancel_id,
      })
      const known = (Reasons.parse(reasons).reasons ?? []).map(({ name }) => name)
      const reject_reason = known.find((name) => name === PACKED) ?? known[0] ?? PACKED
      await post(`${path}/reject`, { reject_reason }, { query, isReading: false })
    },

    async cancelOrder(orderNumber, reason) {
      const [order] = (await told([orderNumber])).orders
      if (!order)
        throw new ChannelTrouble({
          kind: 'permanent',
          code: 'NO_SUCH_ORDER',
          message: 'the channel does not know this order',
        })
      const cancel_reason = REASONS[order.status === 'UNPAID' ? 'unpaid' : 'paid'][reason]
      if (cancel_reason === undefined)
        throw new ChannelTrouble({
          kind: 'permanent',
          code: 'REASON_NOT_OFFERED',
          message: `a seller cannot cancel an order in ${order.status} because of: ${reason}`,
        })
      const pieces = new Map<string, number>()
      for (const { sku_id } of keptUnits(Units.parse(order))) pieces.set(sku_id, (pieces.get(sku_id) ?? 0) + 1)
      const skus = [...pieces].map(([sku_id, quantity]) => ({ sku_id, quantity }))
      await post(
        '/return_refund/202309/cancellations',
        { order_id: orderNumber, cancel_reason, skus },
        { isReading: false },
      )
    },
  }
}

const PENDING = 'CANCELLATION_REQUEST_PENDING'
const PACKED = 'seller_reject_apply_product_has_been_packed'
const Cancellations = z.object({
  cancellations: z.array(z.object({ cancel_id: z.string(), cancel_status: z.string() })).nullish(),
})
const Reasons = z.object({ reasons: z.array(z.object({ name: z.string() })).nullish() })
const Units = z.object({ status: z.string(), line_items: z.array(UnitPlace.extend({ sku_id: z.string() })) })

/** What Indonesian sellers may say. Source: cancel reasons of the reference (2025-12). */
const REASONS: Record<'unpaid' | 'paid', Partial<Record<SellerCancelReason, string>>> = {
  unpaid: {
    'out of stock': 'seller_cancel_unpaid_reason_out_of_stock',
    'wrong price': 'seller_cancel_unpaid_reason_wrong_price',
    'buyer asked': 'seller_cancel_unpaid_reason_buyer_hasnt_paid_within_time_allowed',
  },
  paid: {
    'out of stock': 'seller_cancel_reason_out_of_stock',
    'wrong price': 'seller_cancel_reason_wrong_price',
  },
}
