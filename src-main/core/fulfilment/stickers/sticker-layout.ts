import type { GoodsName } from '../../../../src-shared/catalog/goods-name.ts'
import type { StickerSymbol } from '../../../../src-shared/fulfilment/sticker.ts'
import { code128, code128Bars, fitCode128 } from '../labels/drawing/code-128.ts'
import { type Block, type Mark, nothing, stack } from '../labels/drawing/marks.ts'
import { qrCode, qrSymbol } from '../labels/drawing/qr-code.ts'
import type { Typesetter } from '../labels/drawing/typesetter.ts'
import { DOT, pt, toDot } from '../labels/drawing/units.ts'

/** One sticker: the SKU that is scanned, and what the eye compares. */
export interface Sticker {
  sku: string
  goods: GoodsName
}

export interface StickerArea {
  x: number
  y: number
  width: number
  height: number
}

/** Room between a sticker's edge and its print: rolls shift by a millimetre. */
const EDGE = pt(1.25)
const GAP = pt(0.75)
/** Bars lower than this are missed by a hand that scans askew. */
const LOWEST_BARS = pt(6)
const WANTED_BARS = pt(30)
/** Of a sticker's width; the words need the rest. */
const WIDEST_SQUARE = 0.48

/**
 * A sticker as marks: bars across the top with the words below, or a square at the left with the words beside. Colour and size
 * are set largest, the product's name gives way. Bars that no scanner could read in this width become a square.
 */
export function layOutSticker(sticker: Sticker, symbol: StickerSymbol, area: StickerArea, type: Typesetter): Mark[] {
  const inner = {
    x: area.x + EDGE,
    y: area.y + EDGE,
    width: area.width - 2 * EDGE,
    height: area.height - 2 * EDGE,
  }
  const bars = symbol === 'bars' ? code128(sticker.sku) : null
  const fit = bars && fitCode128(bars, area.width - 2 * DOT, WANTED_BARS)
  if (!bars || !fit) return besideSquare(sticker, inner, type)
  const words = wordsOf(sticker, inner.width, inner.height - LOWEST_BARS - GAP, type)
  const height = toDot(inner.height - words.height - GAP)
  return [
    ...code128Bars(bars, fit.moduleDots, height).at(toDot(area.x + (area.width - fit.width) / 2), toDot(inner.y)),
    ...words.at(inner.x, inner.y + inner.height - words.height),
  ]
}

/** Whether this code can stand on such paper as bars. */
export const fitsAsBars = (sku: string, width: number): boolean => {
  const bars = code128(sku)
  return bars !== null && fitCode128(bars, width - 2 * DOT, WANTED_BARS) !== null
}

function besideSquare(sticker: Sticker, inner: StickerArea, type: Typesetter): Mark[] {
  const square = qrCode(qrSymbol(sticker.sku), Math.min(inner.height - GAP, WIDEST_SQUARE * inner.width))
  const left = inner.x + square.width + square.quiet
  const words = wordsOf(sticker, inner.x + inner.width - left, inner.height, type)
  return [
    ...square.at(toDot(inner.x), toDot(inner.y + (inner.height - square.height) / 2)),
    ...words.at(left, inner.y + Math.max(0, (inner.height - words.height) / 2)),
  ]
}

/** Variation, name and code under each other, the name in as many lines as there is height for. */
function wordsOf({ sku, goods }: Sticker, width: number, height: number, type: Typesetter): Block {
  const { product, motif, colour, size } = goods
  const largest = Math.min(13, height / 2.6)
  const variation = [motif, colour, size].filter(Boolean).join(' ')
  const head = type.fit(
    variation || product,
    'heavy',
    width,
    { largest, smallest: 0.65 * largest, lines: 1 },
    { largest: 0.75 * largest, smallest: 4.5, lines: 2 },
  )
  const code = type.fit(
    sku,
    'codeBold',
    width,
    { largest: 7, smallest: 4, lines: 1 },
    { largest: 5, smallest: 3.5, lines: 2 },
  )
  const headBlock = type.block(head.lines, { face: 'heavy', size: head.size }, 1.1)
  const codeBlock = type.block(code.lines, { face: 'codeBold', size: code.size }, 1.15)
  const left = height - headBlock.height - codeBlock.height
  const lines = Math.min(3, Math.floor(left / (LEADING * NAME.largest)))
  const name = variation === '' || lines < 1 ? null : type.fit(product, 'regular', width, { ...NAME, lines })
  const nameBlock = name ? type.block(name.lines, { face: 'regular', size: name.size }, LEADING) : nothing
  return stack([headBlock, nameBlock, codeBlock])
}

const NAME = { largest: 5.5, smallest: 4.5 }
const LEADING = 1.15
