import { z } from 'zod'
import { GoodsName } from '../catalog/goods-name.ts'
import { Id } from '../kernel/ids.ts'

/** Paper for barcode stickers: rolls of one sticker a page, or a sheet of A4 that is cut along its lines. */
export const StickerSize = z.enum(['33x19', '40x30', '50x30', 'A4'])
export type StickerSize = z.infer<typeof StickerSize>

/** What the scanner reads. Where bars would be too fine for the paper, a square takes their place. */
export const StickerSymbol = z.enum(['bars', 'square'])
export type StickerSymbol = z.infer<typeof StickerSymbol>

export interface StickerPaper {
  widthMm: number
  heightMm: number
  columns: number
  rows: number
  /** White around the whole page that no printer reaches. */
  marginMm: number
}

export const STICKER_PAPER: Readonly<Record<StickerSize, StickerPaper>> = {
  '33x19': { widthMm: 33, heightMm: 19, columns: 1, rows: 1, marginMm: 0 },
  '40x30': { widthMm: 40, heightMm: 30, columns: 1, rows: 1, marginMm: 0 },
  '50x30': { widthMm: 50, heightMm: 30, columns: 1, rows: 1, marginMm: 0 },
  A4: { widthMm: 210, heightMm: 297, columns: 4, rows: 10, marginMm: 6 },
}

export const stickersOnPage = ({ columns, rows }: StickerPaper): number => columns * rows

/** A roll has about so many; more at once is a slip of the hand. */
export const MOST_STICKERS = 5_000

/** Goods that may have a sticker. A set has none, for nobody scans a set: its parts stand in its place. */
export const StickerGoods = z.object({
  variantId: Id,
  sku: z.string(),
  goodsName: GoodsName,
  onHand: z.number().int(),
  /** SKUs of the sets asked for that hold it. */
  partOf: z.array(z.string()),
})
export type StickerGoods = z.infer<typeof StickerGoods>

/** How many stickers of which SKU. */
export const StickersWanted = z.object({
  items: z
    .array(z.object({ variantId: Id, pieces: z.number().int().min(1).max(MOST_STICKERS) }))
    .min(1)
    .max(500),
  size: StickerSize,
  symbol: StickerSymbol,
})
export type StickersWanted = z.infer<typeof StickersWanted>
