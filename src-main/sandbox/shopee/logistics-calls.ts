import { z } from 'zod'
import { courierOf } from './couriers.ts'
import { totalOf } from './income.ts'
import { masked, parcelGrams } from './order-answers.ts'
import { orderOf } from './order-calls.ts'
import { arrange } from './order-life.ts'
import { Id, queryText, queryTexts, read } from './parameters.ts'
import { push } from './push-calls.ts'
import { type Order, type Package, type Shopee, secondsNow } from './state.ts'
import { POLLS_WITHOUT_DOCUMENT, POLLS_WITHOUT_TRACKING_NUMBER } from './unsure.ts'
import { type Payload, Refused } from './wire.ts'

/* From "packed" to the label. Source: v2.logistics pages (2026-08) and "Order management" (2025-12). */

const ADDRESS_ID = 2826
const ADDRESS = {
  address_id: ADDRESS_ID,
  region: 'ID',
  state: 'JAWA TENGAH',
  city: 'KAB. JEPARA',
  district: 'TAHUNAN',
  town: '',
  address: 'Jl. Raya Tahunan 8',
  zipcode: '59427',
}
const BRANCH_ID = 501
const DAY = 86_400
const PICKUP_DAYS = 3

const no = (error: string, message: string) => new Refused(`logistics.${error}`, message)

/** The package that is meant: of an order that was split, one must be named. */
function parcelOf(order: Order, packageNumber: string | undefined): Package {
  if (packageNumber === '') throw no('error_param', 'package_number should not be empty.')
  if (packageNumber === undefined) {
    if (order.isSplit) throw no('package_number_not_exist', 'Please request with package_number for this split order.')
    return order.packages[0]!
  }
  const parcel = order.packages.find(({ number }) => number === packageNumber)
  if (!parcel) throw no('package_number_not_found', `The package_number ${packageNumber} is not exist.`)
  return parcel
}

const ONE = z.object({
  order_sn: queryText().pipe(z.string().min(1)),
  package_number: queryText().optional(),
  response_optional_fields: queryTexts(20).optional(),
})

function asked(shopee: Shopee, query: unknown): { order: Order; parcel: Package; fields: Set<string> } {
  const { order_sn, package_number, response_optional_fields = [] } = read(ONE, query, 'logistics.')
  const order = orderOf(shopee, order_sn, 'logistics.')
  return { order, parcel: parcelOf(order, package_number), fields: new Set(response_optional_fields) }
}

function checkMayBeArranged(order: Order, parcel: Package) {
  if (parcel.arrangedAt > 0) throw no('error_param', 'Order has been shipped.')
  if (order.status !== 'READY_TO_SHIP' && order.status !== 'RETRY_SHIP')
    throw no('error_param', 'The order status is not ready to ship.')
}

/** Pick-up days: from today, one slot a day, named by the time it begins. */
function slots(shopee: Shopee) {
  const today = Math.floor((secondsNow(shopee) + 7 * 3600) / DAY) * DAY - 7 * 3600
  return Array.from({ length: PICKUP_DAYS }, (_, index) => today + (index + 1) * DAY)
}

/** How a parcel of this shop can be handed over. */
const waysOf = (shopee: Shopee) => ({
  info_needed: { dropoff: [], pickup: ['address_id', 'pickup_time_id'] },
  dropoff: {
    branch_list: [
      {
        branch_id: BRANCH_ID,
        region: 'ID',
        state: 'JAWA TENGAH',
        city: 'KAB. JEPARA',
        address: 'Jl. Pemuda 12',
        zipcode: '59411',
        district: 'JEPARA',
        town: '',
      },
    ],
    slug_list: null,
  },
  pickup: {
    address_list: [
      {
        ...ADDRESS,
        address_flag: ['default_address', 'pickup_address', 'return_address'],
        time_slot_list: slots(shopee).map((date, index) => ({
          date,
          time_text: '',
          pickup_time_id: String(date),
          flags: index === 0 ? ['recommended'] : [],
        })),
      },
    ],
  },
})

const RESHIP = z.object({
  order_sn: z.string(),
  package_number: z.string().optional(),
  pickup: z.object({ address_id: Id, pickup_time_id: z.string() }),
})

/** Another day for a courier who did not come. */
export function updateShippingOrder(shopee: Shopee, body: unknown): Payload {
  const wanted = read(RESHIP, body, 'logistics.')
  if (orderOf(shopee, wanted.order_sn, 'logistics.').status !== 'RETRY_SHIP')
    throw no('error_limit', 'Can not update order logistics in current status.')
  ship(shopee, wanted)
  return { response: {} }
}

export function shippingParameter(shopee: Shopee, query: unknown): Payload {
  const { order, parcel } = asked(shopee, query)
  checkMayBeArranged(order, parcel)
  return { response: waysOf(shopee) }
}

const SHIP = z.object({
  order_sn: z.string(),
  package_number: z.string().optional(),
  pickup: z
    .object({ address_id: Id, pickup_time_id: z.string().optional(), tracking_number: z.string().optional() })
    .optional(),
  dropoff: z
    .object({
      branch_id: Id.optional(),
      sender_real_name: z.string().optional(),
      tracking_number: z.string().optional(),
      slug: z.string().optional(),
    })
    .optional(),
  non_integrated: z.object({ tracking_number: z.string().optional() }).optional(),
})

export function shipOrder(shopee: Shopee, body: unknown): Payload {
  ship(shopee, read(SHIP, body, 'logistics.'))
  return { response: {} }
}

function ship(shopee: Shopee, wanted: z.infer<typeof SHIP>) {
  const order = orderOf(shopee, wanted.order_sn, 'logistics.')
  const parcel = parcelOf(order, wanted.package_number)
  checkMayBeArranged(order, parcel)
  const ways = [wanted.pickup, wanted.dropoff, wanted.non_integrated].filter((way) => way !== undefined)
  if (ways.length !== 1) throw no('error_param', 'Only one of pickup, dropoff and non_integrated should be chosen.')
  if (wanted.non_integrated) throw no('error_unsupported', 'Operation is not supported.')
  if (wanted.pickup) {
    if (wanted.pickup.address_id !== ADDRESS_ID) throw no('address_not_found', 'Address is not found.')
    if (!wanted.pickup.pickup_time_id || !slots(shopee).map(String).includes(wanted.pickup.pickup_time_id))
      throw no('error_pickup_time', 'Pickup time is invalid. Please check the pick up time.')
  }
  if (wanted.dropoff?.branch_id !== undefined && wanted.dropoff.branch_id !== BRANCH_ID)
    throw no('error_store_not_found', 'Store is not found.')
  arrange(shopee, order, parcel)
}

const MASS = z.object({
  order_list: z
    .array(z.object({ order_sn: z.string(), package_number: z.string().optional() }))
    .min(1)
    .max(50),
  pickup: SHIP.shape.pickup,
  dropoff: SHIP.shape.dropoff,
  non_integrated: SHIP.shape.non_integrated,
})

/** The same for up to fifty orders; each is answered for itself. */
export function batchShip(shopee: Shopee, body: unknown): Payload {
  const { order_list, ...way } = read(MASS, body, 'logistics.')
  return batch(order_list, (each) => {
    ship(shopee, { ...each, ...way })
    return {}
  })
}

const MASS_SHIP = z.object({
  package_list: z
    .array(z.object({ package_number: z.string() }))
    .min(1)
    .max(50),
  pickup: SHIP.shape.pickup,
  dropoff: SHIP.shape.dropoff,
  non_integrated: SHIP.shape.non_integrated,
})

export function massShip(shopee: Shopee, body: unknown): Payload {
  const { package_list, ...way } = read(MASS_SHIP, body, 'logistics.')
  return {
    response: eachPackage(shopee, package_list, (order, package_number) =>
      ship(shopee, { order_sn: order.sn, package_number, ...way }),
    ),
  }
}

const MASS_PARAMETER = z.object({
  package_list: z
    .array(z.object({ package_number: z.string() }))
    .min(1)
    .max(50),
  logistics_channel_id: Id.optional(),
  product_location_id: z.string().optional(),
})

/** Of packages that one courier takes at one place: its courier is that of the first, unless another is named. */
export function massShippingParameter(shopee: Shopee, body: unknown): Payload {
  const { package_list, logistics_channel_id } = read(MASS_PARAMETER, body, 'logistics.')
  let channelId = logistics_channel_id
  const lists = eachPackage(shopee, package_list, (order, package_number) => {
    checkMayBeArranged(order, parcelOf(order, package_number))
    channelId ??= order.channelId
    if (order.channelId !== channelId)
      throw no('error_param', 'The packages should be under the same logistics channel.')
  })
  return { response: { ...waysOf(shopee), ...lists } }
}

/** What of many packages could be done, and why not of the others. */
function eachPackage(
  { state }: Shopee,
  packages: readonly { package_number: string }[],
  work: (order: Order, packageNumber: string) => void,
): { success_list: object[]; fail_list: object[] } {
  const [success_list, fail_list]: [object[], object[]] = [[], []]
  for (const { package_number } of packages)
    try {
      const order = [...state.orders.values()].find((each) =>
        each.packages.some(({ number }) => number === package_number),
      )
      if (!order) throw no('package_number_not_found', `The package_number ${package_number} is not exist.`)
      work(order, package_number)
      success_list.push({ package_number })
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem
      fail_list.push({ package_number, fail_reason: problem.message })
    }
  return { success_list, fail_list }
}

/** Rows that each succeed or say why not; when none succeeded, that is said above, too. */
function batch<Row extends { order_sn: string; package_number?: string | undefined }>(
  rows: readonly Row[],
  work: (row: Row) => object,
): Payload {
  let failed = 0
  const result_list = rows.map((row) => {
    const named = {
      order_sn: row.order_sn,
      ...(row.package_number === undefined ? {} : { package_number: row.package_number }),
    }
    try {
      return { ...named, ...work(row) }
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem
      failed += 1
      return { ...named, fail_error: problem.error, fail_message: problem.message }
    }
  })
  if (failed === rows.length)
    throw new Refused('common.batch_api_all_failed', 'Failed, please check result_list for more details.', {
      result_list,
    })
  return { response: { result_list }, warning: failed > 0 ? result_list.filter((row) => 'fail_error' in row) : null }
}

export function trackingNumber(shopee: Shopee, query: unknown): Payload {
  const { order, parcel, fields } = asked(shopee, query)
  if (parcel.arrangedAt === 0)
    throw no('error_status', 'Operation is not supported with current logistics record status.')
  const isKnown = parcel.trackingPolls++ >= POLLS_WITHOUT_TRACKING_NUMBER
  return {
    response: {
      tracking_number: isKnown ? parcel.trackingNumber : '',
      hint: '',
      pickup_code: '',
      ...(fields.has('plp_number') ? { plp_number: '' } : {}),
      ...(fields.has('first_mile_tracking_number') ? { first_mile_tracking_number: '' } : {}),
      ...(fields.has('last_mile_tracking_number')
        ? { last_mile_tracking_number: isKnown && order.channelId === 8003 ? parcel.trackingNumber : '' }
        : {}),
    },
  }
}

const MASS_TRACKING = z.object({
  package_list: z
    .array(z.object({ package_number: z.string() }))
    .min(1)
    .max(50),
})

export function massTrackingNumber(shopee: Shopee, body: unknown): Payload {
  const { package_list } = read(MASS_TRACKING, body, 'logistics.')
  const all = [...shopee.state.orders.values()].flatMap(({ packages }) => packages)
  const [success_list, fail_list]: [unknown[], unknown[]] = [[], []]
  for (const { package_number } of package_list) {
    const parcel = all.find(({ number }) => number === package_number)
    if (!parcel || parcel.arrangedAt === 0)
      fail_list.push({
        package_number,
        fail_reason: 'Operation is not supported with current logistics record status.',
      })
    else
      success_list.push({
        package_number,
        tracking_number: parcel.trackingPolls++ >= POLLS_WITHOUT_TRACKING_NUMBER ? parcel.trackingNumber : '',
      })
  }
  return { response: { success_list, fail_list } }
}

export function trackingInfo(shopee: Shopee, query: unknown): Payload {
  const { order, parcel } = asked(shopee, query)
  if (parcel.arrangedAt === 0)
    throw no('error_status', 'Operation is not supported with current logistics record status.')
  return {
    response: {
      order_sn: order.sn,
      package_number: parcel.number,
      logistics_status: parcel.status,
      collection_pin_code: '',
      tracking_info: parcel.events.toReversed().map(({ time, description, status }) => ({
        update_time: time,
        description,
        logistics_status: status,
        return_code: '',
      })),
    },
  }
}

export const addressList = (): Payload => ({
  response: {
    show_pickup_address: true,
    address_list: [
      {
        ...ADDRESS,
        address_type: ['DEFAULT_ADDRESS', 'PICKUP_ADDRESS', 'RETURN_ADDRESS'],
      },
    ],
  },
})

const TYPES = [
  'NORMAL_AIR_WAYBILL',
  'THERMAL_AIR_WAYBILL',
  'NORMAL_JOB_AIR_WAYBILL',
  'THERMAL_JOB_AIR_WAYBILL',
  'THERMAL_UNPACKAGED_LABEL',
]
const USUAL_TYPE = 'THERMAL_AIR_WAYBILL'
const ROW = z.object({
  order_sn: z.string(),
  package_number: z.string().optional(),
  tracking_number: z.string().optional(),
  shipping_document_type: z.string().optional(),
})
const ROWS = z.object({ order_list: z.array(ROW).min(1).max(50) })

function printable(shopee: Shopee, row: z.infer<typeof ROW>): { order: Order; parcel: Package } {
  const order = shopee.state.orders.get(row.order_sn)
  if (!order) throw no('order_not_exist', `The order_sn ${row.order_sn} you provided is not exist. Please check`)
  const parcel = parcelOf(order, row.package_number)
  if (parcel.status !== 'LOGISTICS_REQUEST_CREATED') throw no('package_can_not_print', 'The package can not print now.')
  return { order, parcel }
}

const checkType = (type: string) => {
  if (!TYPES.includes(type))
    throw no(
      'shipping_document_type_invalid',
      'The shipping_document_type is not invalid. Please check the shipping_document_type.',
    )
}

export function documentParameter(shopee: Shopee, body: unknown): Payload {
  return batch(read(ROWS, body, 'logistics.').order_list, (row) => {
    printable(shopee, row)
    return { suggest_shipping_document_type: USUAL_TYPE, selectable_shipping_document_type: TYPES.slice(0, 2) }
  })
}

export function createDocument(shopee: Shopee, body: unknown): Payload {
  return batch(read(ROWS, body, 'logistics.').order_list, (row) => {
    const { parcel } = printable(shopee, row)
    const type = row.shipping_document_type ?? USUAL_TYPE
    checkType(type)
    if (
      row.tracking_number === undefined ||
      row.tracking_number !== parcel.trackingNumber ||
      parcel.trackingPolls <= POLLS_WITHOUT_TRACKING_NUMBER
    )
      throw no('tracking_number_invalid', 'The tracking number is invalid. Please check the tracking number.')
    parcel.document = { type, polls: 0 }
    return {}
  })
}

export function documentResult(shopee: Shopee, body: unknown): Payload {
  return batch(read(ROWS, body, 'logistics.').order_list, (row) => {
    const { order, parcel } = printable(shopee, row)
    if (!parcel.document) throw no('shipping_document_not_created', 'The shipping document has not been created.')
    const isReady = parcel.document.polls++ >= POLLS_WITHOUT_DOCUMENT
    if (isReady && parcel.document.polls === POLLS_WITHOUT_DOCUMENT + 1)
      push(shopee, 15, { ordersn: order.sn, package_number: parcel.number, status: 'READY' })
    return { status: isReady ? 'READY' : 'PROCESSING' }
  })
}

const DOWNLOAD = z.object({ shipping_document_type: z.string().optional(), order_list: z.array(ROW).min(1).max(50) })

export async function downloadDocument(shopee: Shopee, body: unknown): Promise<Payload> {
  const { order_list, shipping_document_type } = read(DOWNLOAD, body, 'logistics.')
  if (shipping_document_type !== undefined) checkType(shipping_document_type)
  const parcels = order_list.map((row) => {
    const { order, parcel } = printable(shopee, row)
    if (!parcel.document || parcel.document.polls <= POLLS_WITHOUT_DOCUMENT)
      throw no('shipping_document_should_print_first', 'The shipping document is not ready. Please create it first.')
    if (shipping_document_type !== undefined && shipping_document_type !== parcel.document.type)
      throw no('shipping_document_type_invalid', 'The shipping_document_type is not the one that was created.')
    return { order, parcel }
  })
  const { airwayBillsPdf } = await import('../frame/airway-bill.ts')
  const file = await airwayBillsPdf(
    parcels.map(({ order, parcel }) => billOf(shopee, order, parcel)),
    shopee.ground.time.now(),
  )
  return { file, type: 'application/pdf' }
}

function billOf({ state }: Shopee, order: Order, parcel: Package) {
  return {
    courier: courierOf(order.channelId).name,
    trackingNumber: parcel.trackingNumber,
    sortCode: `${order.buyer.city.slice(-3).toUpperCase()}-A-${String(order.buyer.id % 30).padStart(2, '0')}`,
    orderNumber: order.sn,
    recipient: {
      name: masked(order.buyer.name),
      phone: `******${order.buyer.phone.slice(-2)}`,
      address: order.buyer.address,
    },
    sender: {
      name: state.shop.name,
      phone: '******77',
      address: 'Jl. Raya Tahunan 8, TAHUNAN, KAB. JEPARA, JAWA TENGAH',
    },
    weightGrams: parcelGrams(order, parcel),
    collect: order.isCod ? totalOf(order) : 0,
    shipBy: new Date(order.shipByDate * 1000 + 7 * 3_600_000).toISOString().slice(0, 10).split('-').reverse().join('-'),
    lines: parcel.lines.map(({ orderItemId, quantity }) => {
      const line = order.lines.find((each) => each.orderItemId === orderItemId)!
      return { name: line.name, sku: line.modelSku || line.itemSku, variation: line.modelName, quantity }
    }),
  }
}
