import type { GoodsAtChannel } from '../../../src-shared/channels/product-files.contract.ts'

export interface GoodsWishes {
  stock: boolean
  price: boolean
}

export interface GoodsEdit {
  row: number
  stock?: number
  price?: number
}

/** What the file shall say of a row: what the shop's rule shows, and nothing where it says so already. Null where nothing changes. */
export function editOf({ row, ours, stock, price }: GoodsAtChannel, wishes: GoodsWishes): GoodsEdit | null {
  if (!ours) return null
  const edit: GoodsEdit = { row }
  if (wishes.stock && ours.shown !== null && ours.shown !== stock) edit.stock = ours.shown
  if (wishes.price && ours.price !== null && ours.price > 0 && ours.price !== price) edit.price = ours.price
  return edit.stock === undefined && edit.price === undefined ? null : edit
}
