import { z } from 'zod'
import type { ParcelAtChannel, ShipmentChoices, ShopAtChannel } from '../connector.ts'
import type { Line } from '../line.ts'
import { ChannelTrouble } from '../trouble.ts'
import { keptPackages, UnitPlace } from './kept-units.ts'
import type { ShopCalls } from './shop-calls.ts'

/* Source: Partner Center, fulfillment 202309, logistics 202309 (2026-11). One package of an order exists as soon as it is paid. */

const Told = z.object({
  orders: z
    .array(
      z.object({
        status: z.string(),
        shipping_type: z.string().nullish(),
        delivery_option_id: z.string().nullish(),
        warehouse_id: z.string().nullish(),
        packages: z.array(z.object({ id: z.string() })).nullish(),
        line_items: z.array(UnitPlace).nullish(),
      }),
    )
    .nullish(),
})
const Slots = z.object({
  can_pickup: z.boolean().nullish(),
  can_drop_off: z.boolean().nullish(),
  // spelt so
  pickup_slots: z
    .array(z.object({ start_time: z.number(), end_time: z.number(), avaliable: z.boolean().nullish() }))
    .nullish(),
})
const Providers = z.object({ shipping_providers: z.array(z.object({ id: z.string(), name: z.string() })).nullish() })
const Parcel = z.object({ tracking_number: z.string().nullish() })
const Document = z.object({ doc_url: z.url() })

const TO_ARRANGE = new Set(['UNPAID', 'ON_HOLD', 'AWAITING_SHIPMENT', 'PARTIALLY_SHIPPING'])
const STILL_DRAWN = '11034037'

export function parcelCalls(
  { get, post }: ShopCalls,
  line: Line,
): Pick<ShopAtChannel, 'shipmentChoices' | 'arrangeShipment' | 'trackingNumber' | 'label'> {
  const orderOf = async (number: string) => {
    const [order] = Told.parse((await get('/order/202507/orders', { ids: number })).data).orders ?? []
    if (!order)
      throw new ChannelTrouble({
        kind: 'permanent',
        code: 'NO_SUCH_ORDER',
        message: 'the channel does not know this order',
      })
    return order
  }
  /** The one that is named, or all there are: an order may be split. */
  const packagesOf = async ({ orderNumber, packageId }: ParcelAtChannel): Promise<string[]> => {
    if (packageId !== '') return [packageId]
    const packages = keptPackages(await orderOf(orderNumber))
    if (packages.length === 0)
      throw new ChannelTrouble({
        kind: 'permanent',
        code: 'NO_PACKAGE_YET',
        message: 'the order has no package before it is paid',
      })
    return packages
  }

  return {
    async shipmentChoices({ orderNumber, packageId }): Promise<ShipmentChoices> {
      const order = await orderOf(orderNumber)
      if (!TO_ARRANGE.has(order.status))
        throw new ChannelTrouble({
          kind: 'permanent',
          code: 'ALREADY_ARRANGED',
          message: `the order is ${order.status}`,
        })
      if (order.shipping_type === 'SELLER') {
        const { data } = await get(`/logistics/202309/delivery_options/${order.delivery_option_id}/shipping_providers`)
        const couriers = Providers.parse(data).shipping_providers ?? []
        return { pickup: [], dropOff: { isAllowed: false, branches: [] }, ownCourier: { isAllowed: true, couriers } }
      }
      const id = packageId || keptPackages(order)[0]
      if (!id)
        throw new ChannelTrouble({
          kind: 'permanent',
          code: 'NO_PACKAGE_YET',
          message: 'the order has no package before it is paid',
        })
      const told = Slots.parse((await get(`/fulfillment/202309/packages/${id}/handover_time_slots`)).data)
      const slots = (told.pickup_slots ?? [])
        .filter(({ avaliable }) => avaliable !== false)
        .map(({ start_time, end_time }) => ({
          id: `${start_time}-${end_time}`,
          from: start_time * 1000,
          to: end_time * 1000,
        }))
      return {
        pickup: told.can_pickup ? [{ addressId: order.warehouse_id ?? '', address: '', isUsual: true, slots }] : [],
        dropOff: { isAllowed: told.can_drop_off ?? false, branches: [] },
        ownCourier: { isAllowed: false, couriers: [] },
      }
    },

    async arrangeShipment(parcel, choice) {
      const ids = await packagesOf(parcel)
      const [start, end] = choice.way === 'pickup' ? choice.slotId.split('-').map(Number) : []
      const body =
        choice.way === 'own courier'
          ? { self_shipment: { shipping_provider_id: choice.courierId, tracking_number: choice.waybill } }
          : choice.way === 'pickup'
            ? {
                handover_method: 'PICKUP',
                ...(start && end ? { pickup_slot: { start_time: start, end_time: end } } : {}),
              }
            : { handover_method: 'DROP_OFF' }
      // one number of the seller's own courier is not that of several parcels
      if (choice.way === 'own courier' && ids.length > 1)
        throw new ChannelTrouble({
          kind: 'permanent',
          code: 'ONE_WAYBILL_FOR_SEVERAL',
          message: 'the order was split: each parcel needs a waybill of its own',
        })
      let arranged: unknown = null
      let isNew = false
      for (const id of ids)
        try {
          await post(`/fulfillment/202309/packages/${id}/ship`, body, { isReading: false })
          isNew = true
        } catch (problem) {
          // a parcel that has its courier already keeps no other from getting one
          if (!(problem instanceof ChannelTrouble) || problem.trouble.code !== 'ALREADY_ARRANGED') throw problem
          arranged = problem
        }
      if (!isNew && arranged !== null) throw arranged
    },

    async trackingNumber(parcel) {
      const numbers: string[] = []
      for (const id of await packagesOf(parcel)) {
        const number = Parcel.parse((await get(`/fulfillment/202309/packages/${id}`)).data).tracking_number
        if (!number) return null
        numbers.push(number)
      }
      return numbers[0] ?? null
    },

    async label(parcels) {
      const files: Uint8Array[] = []
      const ids = (await Promise.all(parcels.map(packagesOf))).flat()
      for (const id of ids) {
        let link: string
        try {
          const { data } = await get(`/fulfillment/202309/packages/${id}/shipping_documents`, {
            document_type: 'SHIPPING_LABEL',
            document_size: 'A6',
            document_format: 'PDF',
          })
          link = Document.parse(data).doc_url
        } catch (problem) {
          if (problem instanceof ChannelTrouble && problem.trouble.code === STILL_DRAWN) return { isReady: false }
          throw problem
        }
        const answer = await line.ask({ method: 'GET', url: link, isReading: true })
        if (answer.status !== 200)
          throw new ChannelTrouble({
            kind: 'transient',
            code: `HTTP_${answer.status}`,
            message: 'the label was not given',
            retryAfterMs: null,
          })
        files.push(answer.bytes)
      }
      if (files.length === 1) return { isReady: true, bytes: files[0]!, type: 'pdf' }
      return { isReady: true, bytes: await zipped(files), type: 'zip' }
    },
  }
}

/** One label is one link here, so several come as a ZIP of PDFs in the order they were asked for. */
async function zipped(files: readonly Uint8Array[]): Promise<Uint8Array> {
  const { zipSync } = await import('fflate')
  return zipSync(
    Object.fromEntries(files.map((bytes, index) => [`${String(index + 1).padStart(3, '0')}.pdf`, bytes])),
    { level: 0 },
  )
}
