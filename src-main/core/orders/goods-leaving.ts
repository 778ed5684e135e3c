import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { OrderDocument, OrderParcel, ParcelContent } from './order-document.ts'
import { type GoodsByLine, issueKey, piecesBySku, type SkuPieces } from './order-goods.ts'
import { itemKeyOfListing, parcelLeftAt, parcelOfLine } from './order-parcels.ts'

/** Goods that left in one parcel. */
export interface LeavingParcel {
  number: number
  at: Instant
  goods: Issue[]
}

export interface Issue extends SkuPieces {
  /** The effect key of the movement that takes them off the shelf. */
  effect: string
}

/**
 * What left the shop, parcel by parcel: what was laid into a parcel when it was packed here, else what its lines stand for.
 */
export function goodsLeaving(order: OrderDocument, goods: GoodsByLine): LeavingParcel[] {
  return order.parcels.flatMap((parcel) => {
    const at = parcelLeftAt(order, parcel)
    if (at === null) return []
    const issued = goodsOfParcel(order, parcel, goods)
    return [
      {
        number: parcel.number,
        at,
        goods: issued.map((each) => ({ ...each, effect: issueKey(each.variantId, parcel.number) })),
      },
    ]
  })
}

/** The effect keys under which the cost of these goods is found. */
export const leavingKeys = (parcels: readonly LeavingParcel[]): string[] =>
  parcels.flatMap(({ goods }) => goods.map(({ effect }) => effect))

/** What left by SKU, in whichever parcels. */
export function leftBySku(parcels: readonly LeavingParcel[]): (SkuPieces & { issues: string[] })[] {
  const issues = Map.groupBy(
    parcels.flatMap(({ goods }) => goods),
    ({ variantId }) => variantId,
  )
  return [...issues].map(([variantId, goods]) => ({
    variantId,
    pieces: goods.reduce((sum, { pieces }) => sum + pieces, 0),
    issues: goods.map(({ effect }) => effect),
  }))
}

function goodsOfParcel(order: OrderDocument, parcel: OrderParcel, goods: GoodsByLine): SkuPieces[] {
  if (parcel.contents === null)
    return piecesBySku(order, goods, (line) => (parcelOfLine(order, line).number === parcel.number ? line.pieces : 0))
  return [...lyingInside(order, parcel.contents, goods).values()].flatMap(({ variantId, pieces }) =>
    variantId === null ? [] : [{ variantId, pieces }],
  )
}

/** Whether goods left of which nobody knows the SKU. What was packed by its SKU is known, whatever its line is mapped to by now. */
export const leftUnknownGoods = (order: OrderDocument, goods: GoodsByLine): boolean =>
  order.parcels.some((parcel) => {
    if (parcelLeftAt(order, parcel) === null) return false
    if (parcel.contents === null)
      return order.lines.some((line) => parcelOfLine(order, line).number === parcel.number && !goods.has(line.line))
    return [...lyingInside(order, parcel.contents, goods).values()].some(({ variantId }) => variantId === null)
  })

/** What lies in a parcel, by item key. Goods laid in without an SKU are what their listing is mapped to by now. */
export function lyingInside(
  order: OrderDocument,
  contents: readonly ParcelContent[],
  goods: GoodsByLine,
): Map<string, { variantId: string | null; pieces: number }> {
  const inside = new Map<string, { variantId: string | null; pieces: number }>()
  const add = (key: string, variantId: string | null, pieces: number) => {
    const known = inside.get(key)
    if (known) known.pieces += pieces
    else inside.set(key, { variantId, pieces })
  }
  for (const { key, variantId, pieces } of contents) {
    const line = order.lines.find(({ listingId }) => variantId === null && itemKeyOfListing(listingId ?? '') === key)
    const components = line ? goods.get(line.line) : undefined
    if (components)
      for (const component of components) add(component.variantId, component.variantId, component.pieces * pieces)
    else add(key, variantId, pieces)
  }
  return inside
}
