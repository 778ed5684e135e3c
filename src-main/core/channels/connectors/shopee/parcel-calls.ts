import { z } from 'zod'
import type { LabelAnswer, ParcelAtChannel, ShipmentChoice, ShipmentChoices } from '../connector.ts'
import { ChannelTrouble } from '../trouble.ts'
import { CALLED_OFF } from './parcel-states.ts'
import { LABEL } from './unsure.ts'
import { type AtShop, digits, envelopeOf, Id, listOf, Text, troubleOf } from './wire.ts'

/** The key is left out where an order is one parcel: an empty one is wrong. */
const named = ({ orderNumber, packageId }: ParcelAtChannel) => ({
  order_sn: orderNumber,
  ...(packageId === '' ? {} : { package_number: packageId }),
})

const Parameters = z.looseObject({
  info_needed: z
    .looseObject({
      pickup: z.array(z.string()).nullish(),
      dropoff: z.array(z.string()).nullish(),
      non_integrated: z.array(z.string()).nullish(),
    })
    .nullish(),
  dropoff: z
    .looseObject({ branch_list: listOf(z.looseObject({ branch_id: Id, address: Text, city: Text })) })
    .nullish(),
  pickup: z
    .looseObject({
      address_list: listOf(
        z.looseObject({
          address_id: Id,
          address: Text,
          district: Text,
          city: Text,
          state: Text,
          address_flag: listOf(z.string()),
          time_slot_list: listOf(z.looseObject({ date: z.number().int(), pickup_time_id: Text })),
        }),
      ),
    })
    .nullish(),
})

/**
 * Of an order that was split each parcel must be named. That it was is only looked up where asking for the whole is turned down. None of one
 * that is whole.
 */
async function partsOf(
  shop: AtShop,
  { orderNumber, packageId }: ParcelAtChannel,
  problem: unknown,
): Promise<(ParcelAtChannel & { isArranged: boolean })[]> {
  if (packageId !== '' || !(problem instanceof ChannelTrouble) || problem.trouble.kind !== 'permanent') return []
  const query = { order_sn_list: orderNumber, response_optional_fields: 'package_list' }
  const call = { method: 'GET', path: 'order/get_order_detail', query, isReading: true } as const
  const parts = (await shop.told(Standing, call)).said.order_list[0]?.package_list ?? []
  if (parts.length < 2) return []
  // what was called off gets neither a courier nor a number
  const kept = parts.filter((part) => !CALLED_OFF.includes(part.logistics_status))
  return kept.map(({ package_number, logistics_status }) => ({
    orderNumber,
    packageId: package_number,
    isArranged: hasCourier({ logistics_status }),
  }))
}

/** What may be chosen for the order, or for the first of its parcels that no courier was asked for. */
export const shipmentChoices = (shop: AtShop, parcel: ParcelAtChannel): Promise<ShipmentChoices> =>
  choicesOf(shop, parcel).catch(async (problem: unknown) => {
    const open = (await partsOf(shop, parcel, problem)).find(({ isArranged }) => !isArranged)
    if (!open) throw problem
    return choicesOf(shop, open)
  })

async function choicesOf(shop: AtShop, parcel: ParcelAtChannel): Promise<ShipmentChoices> {
  const call = {
    method: 'GET',
    path: 'logistics/get_shipping_parameter',
    query: named(parcel),
    isReading: true,
  } as const
  const { said } = await shop.told(Parameters, call).catch((problem: unknown) => orArranged(shop, parcel, problem))
  const needed = said.info_needed
  return {
    pickup: needed?.pickup
      ? (said.pickup?.address_list ?? []).map((address) => ({
          addressId: address.address_id,
          address: [address.address, address.district, address.city, address.state]
            .filter((part) => part !== '')
            .join(', '),
          isUsual: address.address_flag.includes('pickup_address') || address.address_flag.includes('default_address'),
          slots: address.time_slot_list.map((slot) => ({ id: slot.pickup_time_id, from: slot.date * 1000, to: null })),
        }))
      : [],
    dropOff: {
      isAllowed: Boolean(needed?.dropoff),
      branches: (said.dropoff?.branch_list ?? []).map((branch) => ({
        id: branch.branch_id,
        name: [branch.address, branch.city].filter((part) => part !== '').join(', '),
      })),
    },
    // the seller's courier has no name here: Shopee asks for the number alone
    ownCourier: { isAllowed: Boolean(needed?.non_integrated), couriers: [] },
  }
}

const Anything = z.looseObject({})

function shipment(choice: ShipmentChoice) {
  if (choice.way === 'pickup')
    return {
      pickup: {
        address_id: digits(choice.addressId),
        ...(choice.slotId === '' ? {} : { pickup_time_id: choice.slotId }),
      },
    }
  if (choice.way === 'drop-off')
    return { dropoff: choice.branchId === '' ? {} : { branch_id: digits(choice.branchId) } }
  return { non_integrated: { tracking_number: choice.waybill } }
}

/** The whole order, parcel by parcel where it was split; what was arranged before is passed over. */
export async function arrangeShipment(shop: AtShop, parcel: ParcelAtChannel, choice: ShipmentChoice): Promise<void> {
  try {
    return await arrangeOne(shop, parcel, choice)
  } catch (problem) {
    const parts = await partsOf(shop, parcel, problem)
    const open = parts.filter(({ isArranged }) => !isArranged)
    // one number of the seller's own courier is not that of several parcels
    if (open.length === 0 || (choice.way === 'own courier' && open.length > 1)) throw problem
    for (const part of open) await arrangeOne(shop, part, choice)
  }
}

async function arrangeOne(shop: AtShop, parcel: ParcelAtChannel, choice: ShipmentChoice): Promise<void> {
  const body = { ...named(parcel), ...shipment(choice) }
  await shop
    .told(Anything, { method: 'POST', path: 'logistics/ship_order', body, isReading: false })
    .catch((problem: unknown) => orArranged(shop, parcel, problem))
}

const Standing = z.looseObject({
  order_list: listOf(
    z.looseObject({
      order_status: Text,
      package_list: listOf(z.looseObject({ package_number: Text, logistics_status: Text })),
    }),
  ),
})
const ARRANGED = ['PROCESSED', 'SHIPPED', 'TO_CONFIRM_RECEIVE', 'TO_RETURN', 'COMPLETED']
const STILL_TO_ARRANGE = [
  '',
  'LOGISTICS_NOT_START',
  'LOGISTICS_PENDING_ARRANGE',
  'LOGISTICS_READY',
  'LOGISTICS_PICKUP_RETRY',
]

interface ParcelTold {
  logistics_status: string
}
const hasCourier = ({ logistics_status }: ParcelTold) => !STILL_TO_ARRANGE.includes(logistics_status)
/** Of an order whose buyer asks to cancel only its parcels tell that their couriers were asked for. */
function isAskedFor(parcels: readonly ParcelTold[]): boolean {
  const kept = parcels.filter(({ logistics_status }) => !CALLED_OFF.includes(logistics_status))
  return kept.length > 0 && kept.every(hasCourier)
}

/** What Shopee calls a second arrangement is not documented; how the order stands tells whether it was one. */
async function orArranged(shop: AtShop, { orderNumber, packageId }: ParcelAtChannel, problem: unknown): Promise<never> {
  if (!(problem instanceof ChannelTrouble) || problem.trouble.kind !== 'permanent') throw problem
  const query = { order_sn_list: orderNumber, response_optional_fields: 'package_list' }
  const call = { method: 'GET', path: 'order/get_order_detail', query, isReading: true } as const
  const [order] = (await shop.told(Standing, call)).said.order_list
  const parcel = order?.package_list.find((each) => each.package_number === packageId)
  const isArranged = parcel
    ? hasCourier(parcel)
    : ARRANGED.includes(order?.order_status ?? '') || isAskedFor(order?.package_list ?? [])
  if (!isArranged) throw problem
  const { code, message } = problem.trouble
  throw new ChannelTrouble(
    { kind: 'permanent', code: 'ALREADY_ARRANGED', message: `${code} ${message}`.trim() },
    problem,
  )
}

const Numbered = z.looseObject({ tracking_number: Text })

/** The first number of an order that was split, once each of its parcels has one. */
export async function trackingNumber(shop: AtShop, parcel: ParcelAtChannel): Promise<string | null> {
  try {
    return await numberOf(shop, parcel)
  } catch (problem) {
    const parts = await partsOf(shop, parcel, problem)
    if (parts.length === 0) throw problem
    const numbers = await Promise.all(parts.map((part) => numberOf(shop, part)))
    return numbers.includes(null) ? null : numbers[0]!
  }
}

async function numberOf(shop: AtShop, parcel: ParcelAtChannel): Promise<string | null> {
  const call = { method: 'GET', path: 'logistics/get_tracking_number', query: named(parcel), isReading: true } as const
  const { tracking_number } = (await shop.told(Numbered, call)).said
  return tracking_number === '' || tracking_number === '-' ? null : tracking_number
}

const Results = z.looseObject({
  result_list: listOf(z.looseObject({ order_sn: Text, status: Text, fail_error: Text, fail_message: Text })),
})
type Row = z.output<typeof Results>['result_list'][number]

/** Rows of a question for documents: failures stand beside an error as well as beside none. */
async function rows(shop: AtShop, path: string, body: unknown, isReading: boolean): Promise<Row[]> {
  const answer = await shop.ask({ method: 'POST', path, body, isReading })
  const envelope = envelopeOf(answer)
  const told = Results.safeParse(envelope.response ?? {}).data?.result_list ?? []
  if (envelope.error !== '' && told.length === 0) throw troubleOf(envelope.error, envelope.message, answer, isReading)
  return told
}

/** Asks for the labels, then whether they are drawn, then for their bytes; the first time they are ordered. */
export async function label(shop: AtShop, parcels: readonly ParcelAtChannel[]): Promise<LabelAnswer> {
  try {
    return await labelsOf(shop, parcels)
  } catch (problem) {
    const [parcel, ...others] = parcels
    const parts = parcel && others.length === 0 ? await partsOf(shop, parcel, problem) : []
    if (parts.length === 0) throw problem
    return labelsOf(shop, parts)
  }
}

async function labelsOf(shop: AtShop, parcels: readonly ParcelAtChannel[]): Promise<LabelAnswer> {
  const order_list = parcels.map((parcel) => ({ ...named(parcel), shipping_document_type: LABEL }))
  const drawn = await rows(shop, 'logistics/get_shipping_document_result', { order_list }, true).catch(
    (problem: unknown) => {
      if (problem instanceof ChannelTrouble && problem.trouble.kind === 'permanent') return []
      throw problem
    },
  )
  const isDrawn = drawn.length === parcels.length && drawn.every(({ status }) => status === 'READY')
  if (isDrawn) return downloaded(shop, parcels)
  if (drawn.length > 0 && drawn.every(({ status }) => status === 'PROCESSING')) return { isReady: false }
  const numbered = await Promise.all(
    parcels.map(async (parcel) => ({
      ...named(parcel),
      shipping_document_type: LABEL,
      tracking_number: await numberOf(shop, parcel),
    })),
  )
  // without a number there is nothing to draw yet
  if (numbered.some(({ tracking_number }) => tracking_number === null)) return { isReady: false }
  const ordered = await rows(shop, 'logistics/create_shipping_document', { order_list: numbered }, true)
  const failed = ordered.find(({ fail_error }) => fail_error !== '')
  if (failed) throw new ChannelTrouble({ kind: 'permanent', code: failed.fail_error, message: failed.fail_message })
  return { isReady: false }
}

const TYPES: [RegExp, 'pdf' | 'png' | 'zip'][] = [
  [/pdf/, 'pdf'],
  [/png/, 'png'],
  [/zip/, 'zip'],
]
const PDF = '%PDF-'

/** The file itself, or an envelope that says no. */
async function downloaded(shop: AtShop, parcels: readonly ParcelAtChannel[]): Promise<LabelAnswer> {
  const body = { shipping_document_type: LABEL, order_list: parcels.map(named) }
  const answer = await shop.ask({ method: 'POST', path: 'logistics/download_shipping_document', body, isReading: true })
  if (answer.type.startsWith('application/json')) {
    const { error, message } = envelopeOf(answer)
    throw troubleOf(error || 'EMPTY_LABEL', message, answer, true)
  }
  const looksLikePdf = Buffer.from(answer.bytes.subarray(0, PDF.length)).toString('latin1') === PDF
  const type = looksLikePdf ? 'pdf' : TYPES.find(([pattern]) => pattern.test(answer.type))?.[1]
  if (!type)
    throw new ChannelTrouble({ kind: 'transient', code: 'NOT_A_LABEL', message: answer.type, retryAfterMs: null })
  return { isReady: true, bytes: answer.bytes, type }
}
