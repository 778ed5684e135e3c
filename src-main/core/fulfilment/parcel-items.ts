import { nameWithMotif } from '../../../src-shared/catalog/goods-name.ts'
import type { ParcelItem } from '../../../src-shared/fulfilment/fulfilment.ts'
import { parseVariationName } from '../catalog/variation-name.ts'
import { lyingInside } from '../orders/goods-leaving.ts'
import type { OrderDocument, OrderParcel, ParcelContent } from '../orders/order-document.ts'
import type { GoodsByLine } from '../orders/order-goods.ts'
import { itemKeyOfListing, linesOfParcel } from '../orders/order-parcels.ts'

/** An SKU as a packer knows it. */
export interface GoodsOnShelf {
  id: string
  sku: string
  productName: string
  motif: string
  colour: string
  size: string
  shelf: string
  photoId: string | null
  category: string
}

/** What a channel calls goods that are not mapped to an SKU yet. */
export interface UnmappedGoods {
  productName: string
  variationName: string
  sku: string
}

/** Pieces laid into a parcel that is not closed yet, by item key. */
export type Scans = ReadonlyMap<string, number>

/** What the goods that may lie in a parcel are called. */
export interface GoodsNames {
  shelf: ReadonlyMap<string, GoodsOnShelf>
  unmapped: ReadonlyMap<string, UnmappedGoods>
}

/**
 * What must lie in the parcel and what does, one item for each SKU: bundles are taken apart, and the same SKU from several
 * lines is one heap. A line without an SKU is an item of its own, to be confirmed by hand. What lies inside and is not asked
 * for is an item of no pieces.
 */
export function parcelItems(
  order: OrderDocument,
  parcel: OrderParcel,
  goods: GoodsByLine,
  { shelf, unmapped }: GoodsNames,
  scans: Scans,
): ParcelItem[] {
  const items = new Map<string, ParcelItem>()
  const add = (item: ParcelItem) => {
    const known = items.get(item.key)
    if (known) known.pieces += item.pieces
    else items.set(item.key, item)
  }
  for (const line of linesOfParcel(order, parcel)) {
    const components = goods.get(line.line)
    if (components)
      for (const { variantId, pieces } of components) add(mappedItem(shelf.get(variantId)!, pieces * line.pieces))
    else add(unmappedItem(line.listingId!, unmapped.get(line.listingId!)!, line.pieces))
  }
  for (const [key, { variantId, pieces }] of lyingInside(order, lying(parcel, scans), goods)) {
    if (!items.has(key)) add(named(key, variantId, { shelf, unmapped }))
    items.get(key)!.scanned = pieces
  }
  return [...items.values()]
}

/** What lies in a parcel: what it was closed with, or what was scanned so far. */
export const lying = ({ contents }: OrderParcel, scans: Scans): readonly ParcelContent[] =>
  contents ?? [...scans].map(([key, pieces]) => ({ key, variantId: listingOfKey(key) === null ? key : null, pieces }))

/** The listing an item key names; null for the key of an SKU. */
export const listingOfKey = (key: string): string | null =>
  key.startsWith(itemKeyOfListing('')) ? key.slice(itemKeyOfListing('').length) : null

function named(key: string, variantId: string | null, { shelf, unmapped }: GoodsNames): ParcelItem {
  if (variantId !== null) return mappedItem(shelf.get(variantId)!, 0)
  const listingId = listingOfKey(key)!
  return unmappedItem(listingId, unmapped.get(listingId)!, 0)
}

function mappedItem(goods: GoodsOnShelf, pieces: number): ParcelItem {
  const { id, sku, productName, motif, colour, size, shelf, photoId, category } = goods
  const name = nameWithMotif({ product: productName, motif })
  const said = { name, productName, motif, colour, size, sku, shelf, photoId, category }
  return { variantId: id, key: id, ...said, pieces, scanned: 0 }
}

function unmappedItem(
  listingId: string,
  { productName, variationName, sku }: UnmappedGoods,
  pieces: number,
): ParcelItem {
  const { motif, colour, size } = parseVariationName(variationName)
  return {
    variantId: null,
    key: itemKeyOfListing(listingId),
    name: nameWithMotif({ product: productName, motif }),
    productName,
    motif,
    colour,
    size,
    sku,
    shelf: '',
    photoId: null,
    category: '',
    pieces,
    scanned: 0,
  }
}

export const piecesOf = (items: readonly ParcelItem[]): number => items.reduce((sum, { pieces }) => sum + pieces, 0)
export const scannedOf = (items: readonly ParcelItem[]): number => items.reduce((sum, { scanned }) => sum + scanned, 0)
