import { z } from 'zod'
import { pictureSize } from '../../../../src-shared/kernel/picture-size.ts'
import { openReturn } from '../after-sales.ts'
import type { Market, Parcel } from '../book.ts'
import { SELLER_DELIVERY } from '../couriers.ts'
import { endpoint } from '../endpoint.ts'
import { badParameter, SaidNo } from '../said-no.ts'
import { openCancellation } from '../selling.ts'
import { deliver, ordersOf, parcelsOf, refuse, seen, toldParcel } from '../shipping.ts'
import { fileIn } from '../uploads.ts'
import { orderOf } from './orders.ts'

const MEGABYTE = 1024 * 1024
const LARGEST_PICTURE = 5 * MEGABYTE
const LARGEST_FILE = 10 * MEGABYTE

/** After these the parcel is not on its way any more. */
const ENDS_THE_ROAD = ['BUYER_REFUSED', 'PACKAGE_LOST', 'PACKAGE_DAMAGE']

/** Another number or courier for a parcel that the seller's own courier has. */
export function renumbered(
  market: Market,
  parcel: Parcel,
  wanted: { tracking_number: string; shipping_provider_id: string },
) {
  const { trackingNumbers } = market.book
  const orders = ordersOf(market, parcel)
  if (parcel.status === 'CANCELLED' || orders.some(({ status }) => status === 'CANCELLED')) throw new SaidNo(21011041)
  if (parcel.status === 'COMPLETED') throw new SaidNo(21011030)
  if (parcel.status === 'TO_FULFILL') throw new SaidNo(21011043)
  if (orders[0]!.shippingType !== 'SELLER') throw new SaidNo(21011004)
  if (orders.some((order) => openCancellation(market, order) || openReturn(market, order))) throw new SaidNo(21011007)
  const provider = SELLER_DELIVERY.providers.find((each) => each.id === wanted.shipping_provider_id)
  if (!provider || !/^[A-Za-z0-9-]{6,}$/.test(wanted.tracking_number)) throw new SaidNo(21011022)
  const holder = trackingNumbers[wanted.tracking_number]
  if (holder !== undefined && holder !== parcel.id) throw new SaidNo(21011025)
  delete trackingNumbers[parcel.trackingNumber]
  trackingNumbers[wanted.tracking_number] = parcel.id
  Object.assign(parcel, {
    trackingNumber: wanted.tracking_number,
    providerId: provider.id,
    providerName: provider.name,
    updatedAt: market.now(),
  })
  for (const order of orders) order.updatedAt = market.now()
  toldParcel(market, parcel)
}

export const Numbered = z.looseObject({ tracking_number: z.string().min(1), shipping_provider_id: z.string().min(1) })

const Delivery = z.looseObject({
  id: z.string().min(1),
  delivery_type: z.enum(['DELIVERY_SUCCESS', 'DELIVERY_FAILED', 'UPDATE_POD']),
  fail_delivery_reason: z
    .enum([
      'INVALID_ADDRESS',
      'UNABLE_RECEIVE',
      'UNABLE_CONTACT_BUYER',
      'BUYER_REFUSED',
      'DELAY_DELIVERY',
      'PACKAGE_LOST',
      'PACKAGE_DAMAGE',
      'FORCE_MAJEURE',
      'OTHER',
    ])
    .optional(),
  file_type: z.enum(['IMG', 'PDF']).optional(),
  file_url: z.url().optional(),
})

function toldByDriver(market: Market, wanted: z.infer<typeof Delivery>) {
  const parcel = market.book.packages[wanted.id]
  if (!parcel) throw new SaidNo(21011028)
  const orders = ordersOf(market, parcel)
  if (orders[0]!.shippingType !== 'SELLER') throw new SaidNo(10007014)
  if (parcel.status === 'CANCELLED') throw new SaidNo(21011041)
  if (wanted.delivery_type === 'UPDATE_POD') {
    if (parcel.status !== 'COMPLETED') throw new SaidNo(10007002)
    return
  }
  if (parcel.status === 'COMPLETED') throw new SaidNo(21011030)
  if (parcel.status !== 'FULFILLING') throw new SaidNo(21011043)
  if (wanted.delivery_type === 'DELIVERY_SUCCESS') return deliver(market, parcel)
  if (ENDS_THE_ROAD.includes(wanted.fail_delivery_reason!)) return refuse(market, parcel)
  for (const order of orders) seen(market, order, `Belum diterima: ${wanted.fail_delivery_reason}.`)
  toldParcel(market, parcel)
}

/** Sellers who drive themselves say what became of a parcel, with a proof. */
export const ownFleetEndpoints = [
  endpoint('POST', '/fulfillment/202309/packages/deliver', 'seller.delivery.status.write', {
    body: z.looseObject({ packages: z.array(Delivery).min(1).max(50) }),
    answer: ({ market, body }) => {
      if (body.packages.some((each) => each.delivery_type === 'DELIVERY_FAILED' && !each.fail_delivery_reason))
        throw badParameter('param body.packages.fail_delivery_reason is missing')
      return {
        errors: body.packages.flatMap((wanted) => {
          try {
            toldByDriver(market, wanted)
            return []
          } catch (problem) {
            if (!(problem instanceof SaidNo)) throw problem
            return [{ code: problem.code, message: problem.message, detail: { package_id: wanted.id } }]
          }
        }),
      }
    },
  }),
  endpoint('POST', '/fulfillment/202309/images/upload', 'seller.delivery.status.write', {
    isMultipart: true,
    answer: async ({ market, call }) => {
      const { bytes } = await fileIn(call, LARGEST_PICTURE)
      const size = pictureSize(bytes)
      if (!size) throw badParameter('param body.data is invalid: only JPG, JPEG, PNG')
      if (Math.min(size.width, size.height) < 100 || Math.max(size.width, size.height) > 20_000)
        throw badParameter('param body.data is invalid: width and height between 100 and 20000 px')
      return { ...size, url: `${market.ground.url}/documents/proof-${market.book.counter}` }
    },
  }),
  endpoint('POST', '/fulfillment/202309/files/upload', 'seller.delivery.status.write', {
    isMultipart: true,
    answer: async ({ market, call }) => {
      const { bytes, name } = await fileIn(call, LARGEST_FILE)
      if (!/\.pdf$/i.test(name) || Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-')
        throw badParameter('param body.data is invalid: only PDF')
      return { name, url: `${market.ground.url}/documents/proof-${market.book.counter}` }
    },
  }),
  // for orders of one parcel; of a split order each parcel is named
  endpoint('POST', '/fulfillment/202309/orders/{order_id}/shipping_info/update', 'seller.logistics', {
    body: Numbered,
    answer: ({ market, params, body }) => {
      const order = orderOf(market, params.order_id!)
      const [parcel, ...more] = parcelsOf(market, order)
      if (!parcel) throw new SaidNo(order.status === 'CANCELLED' ? 21011041 : 21011043)
      if (more.length > 0) throw new SaidNo(10007002)
      renumbered(market, parcel, body)
      return {}
    },
  }),
]
