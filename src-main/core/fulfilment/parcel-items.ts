import type { ParcelItem } from '../../../src-shared/fulfilment/fulfilment.ts'
import { variantLabel } from '../catalog/variant-label.ts'
import { parseVariationName } from '../catalog/variation-name.ts'
import type { OrderDocument } from '../orders/order-document.ts'
import type { GoodsByLine } from '../orders/order-goods.ts'

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

/** Pieces already checked, by item key. */
export type Scans = ReadonlyMap<string, number>

/**
 * What must lie in the parcel, one item for each SKU: bundles are taken apart, and the same SKU from several lines is one
 * heap. A line without an SKU is an item of its own, to be confirmed by hand.
 */
export function parcelItems(
  order: OrderDocument,
  goods: GoodsByLine,
  shelf: ReadonlyMap<string, GoodsOnShelf>,
  unmapped: ReadonlyMap<string, UnmappedGoods>,
  scans: Scans,
): ParcelItem[] {
  const items = new Map<string, ParcelItem>()
  const add = (item: ParcelItem) => {
    const known = items.get(item.key)
    if (known) known.pieces += item.pieces
    else items.set(item.key, item)
  }
  for (const line of order.lines) {
    const components = goods.get(line.line)
    if (components)
      for (const { variantId, pieces } of components) add(mappedItem(shelf.get(variantId)!, pieces * line.pieces))
    else add(unmappedItem(line.listingId!, unmapped.get(line.listingId!)!, line.pieces))
  }
  return checked([...items.values()], scans)
}

function mappedItem(goods: GoodsOnShelf, pieces: number): ParcelItem {
  const { id, sku, productName, motif, colour, size, shelf, photoId, category } = goods
  const name = variantLabel(productName, { motif, colour: '', size: '' })
  return { variantId: id, key: id, name, colour, size, sku, shelf, photoId, category, pieces, scanned: 0 }
}

function unmappedItem(
  listingId: string,
  { productName, variationName, sku }: UnmappedGoods,
  pieces: number,
): ParcelItem {
  const { motif, colour, size } = parseVariationName(variationName)
  return {
    variantId: null,
    key: `listing/${listingId}`,
    name: variantLabel(productName, { motif, colour: '', size: '' }),
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

/** Scans that do not fit the items mean that the order changed meanwhile: then the parcel is checked anew. */
function checked(items: readonly ParcelItem[], scans: Scans): ParcelItem[] {
  const pieces = new Map(items.map((item) => [item.key, item.pieces]))
  const fits = [...scans].every(([key, scanned]) => scanned <= (pieces.get(key) ?? 0))
  return items.map((item) => ({ ...item, scanned: fits ? (scans.get(item.key) ?? 0) : 0 }))
}

export const piecesOf = (items: readonly ParcelItem[]): number => items.reduce((sum, { pieces }) => sum + pieces, 0)
export const scannedOf = (items: readonly ParcelItem[]): number => items.reduce((sum, { scanned }) => sum + scanned, 0)
