import type { GoodsAtChannel } from '../../../src-shared/channels/product-files.contract.ts'

export interface GoodsWishes {
  stock: boolean
  price: boolean
  /** Pieces of each SKU that are not offered. */
  keptBack: number
}

export interface GoodsEdit {
  row: number
  stock?: number
  price?: number
}

/** What the file shall say of a row: never more than may be sold, and nothing where it says so already. Null where nothing changes. */
export function editOf({ row, ours, stock, price }: GoodsAtChannel, wishes: GoodsWishes): GoodsEdit | null {
  if (!ours) return null
  const edit: GoodsEdit = { row }
  const offered = Math.max(0, ours.available - wishes.keptBack)
  if (wishes.stock && offered !== stock) edit.stock = offered
  if (wishes.price && ours.price !== null && ours.price > 0 && ours.price !== price) edit.price = ours.price
  return edit.stock === undefined && edit.price === undefined ? null : edit
}
