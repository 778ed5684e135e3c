import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { waybillCode } from '../../../src-shared/orders/waybill.ts'
import {
  firstParcel,
  NO_ACTS,
  type OrderDocument,
  type OrderDocumentLine,
  type OrderParcel,
  type ParcelContent,
} from './order-document.ts'

/** Which parcels an order has, what belongs in each, and when each left. Pure: a function of the order alone. */

/** The parcel a line travels in: the one with its No. Resi, or the one that has none yet, else the first. */
export function parcelOfLine({ parcels }: OrderDocument, { waybill }: OrderDocumentLine): OrderParcel {
  const code = waybillCode(waybill)
  return parcels.find((parcel) => waybillCode(parcel.waybill) === code) ?? parcels[0]!
}

export const linesOfParcel = (order: OrderDocument, { number }: OrderParcel): OrderDocumentLine[] =>
  order.lines.filter((line) => parcelOfLine(order, line).number === number)

/** When a parcel left the shop: at hand-over, or when the channel says it was shipped, whichever is known. */
export function parcelLeftAt(order: OrderDocument, parcel: OrderParcel): Instant | null {
  if (parcel.handedOverAt !== null) return parcel.handedOverAt
  return order.channelState === 'partly_shipped' && !isStatedShipped(order, parcel) ? null : order.shippedAt
}

/**
 * Whether "partly shipped" means this parcel. Where the channel names no goods, the only parcel with a No. Resi has gone;
 * of several nobody knows which, so their goods stay promised until more is said.
 */
function isStatedShipped(order: OrderDocument, parcel: OrderParcel): boolean {
  if (order.lines.some(({ isShipped }) => isShipped))
    return linesOfParcel(order, parcel).some(({ isShipped }) => isShipped)
  if (order.parcels.some(({ handedOverAt }) => handedOverAt !== null)) return false
  const withWaybill = order.parcels.filter(({ waybill }) => waybill !== '')
  return withWaybill.length === 1 && withWaybill[0]!.number === parcel.number
}

/** How far a parcel has come, and since when. */
export function parcelStep(order: OrderDocument, parcel: OrderParcel) {
  const { setAsideAt, handedOverAt, packedAt } = parcel
  const leftAt = parcelLeftAt(order, parcel)
  if (setAsideAt !== null) return { step: 'set aside' as const, at: setAsideAt }
  if (handedOverAt !== null) return { step: 'handed over' as const, at: handedOverAt }
  if (leftAt !== null) return { step: 'shipped' as const, at: leftAt }
  return packedAt === null ? { step: 'to pack' as const, at: null } : { step: 'packed' as const, at: packedAt }
}

/** The key of goods in a parcel whose listing has no SKU. */
export const itemKeyOfListing = (listingId: string): string => `listing/${listingId}`

/** The parcel after listings turned out to be one: goods packed without an SKU go by the one that stays. */
export function withContents(parcel: OrderParcel, absorbed: ReadonlyMap<string, string>): OrderParcel {
  if (parcel.contents === null) return parcel
  const keys = new Map([...absorbed].map(([from, to]) => [itemKeyOfListing(from), itemKeyOfListing(to)]))
  const contents = new Map<string, ParcelContent>()
  for (const { key: packedAs, variantId, pieces } of parcel.contents) {
    const key = keys.get(packedAs) ?? packedAs
    contents.set(key, { key, variantId, pieces: pieces + (contents.get(key)?.pieces ?? 0) })
  }
  return { ...parcel, contents: [...contents.values()] }
}

/** The order with the next state of one of its parcels. */
export const withParcel = (order: OrderDocument, next: OrderParcel): OrderDocument => ({
  ...order,
  parcels: order.parcels.map((parcel) => (parcel.number === next.number ? next : parcel)),
})

/** The order with the parcels that its statements make of it. */
export const withParcels = (order: OrderDocument, now: Instant): OrderDocument => ({
  ...order,
  parcels: parcelsAfter(order.parcels, order, () => newId(now)),
})

/**
 * The parcels an order has after a statement: one for each No. Resi its lines name, and one for lines that have none yet while
 * others do; else one. A parcel keeps its number
 * while its No. Resi stays or is replaced; one that nobody needs any more goes, unless something was packed into it.
 * @param makeId names a parcel that was not there before.
 */
export function parcelsAfter(
  known: readonly OrderParcel[],
  order: Pick<OrderDocument, 'id' | 'lines' | 'trackingNumber'>,
  makeId: () => string,
): OrderParcel[] {
  const named = new Map(
    order.lines.flatMap(({ waybill }) => (waybill === '' ? [] : [[waybillCode(waybill), waybill] as const])),
  )
  const hasUnnamed = named.size > 0 && order.lines.some(({ waybill }) => waybill === '')
  const wanted =
    named.size > 1 || hasUnnamed ? [...named.values()] : [order.trackingNumber || ([...named.values()][0] ?? '')]
  const free = new Set(known.length > 0 ? known : [firstParcel(order.id)])
  const kept = new Map<string, OrderParcel>()
  const take = (waybill: string, parcel: OrderParcel | undefined) => {
    if (!parcel || kept.has(waybill)) return
    free.delete(parcel)
    kept.set(waybill, parcel.waybill === waybill ? parcel : { ...parcel, waybill })
  }
  for (const waybill of wanted)
    take(
      waybill,
      [...free].find((parcel) => waybillCode(parcel.waybill) === waybillCode(waybill)),
    )
  for (const waybill of wanted) take(waybill, [...free][0])
  if (hasUnnamed) {
    wanted.push('')
    take('', [...free].find(({ waybill }) => waybill === '') ?? [...free][0])
  }
  let last = Math.max(1, ...known.map(({ number }) => number))
  for (const waybill of wanted)
    if (!kept.has(waybill)) kept.set(waybill, { ...NO_ACTS, id: makeId(), number: ++last, waybill })
  const holdsGoods = ({ packedAt, handedOverAt }: OrderParcel) => packedAt !== null || handedOverAt !== null
  return [...kept.values(), ...[...free].filter(holdsGoods)].sort((a, b) => a.number - b.number)
}
