import { divRound } from '../../../../../src-shared/kernel/allocate.ts'
import type { SnapshotLine } from '../../../../../src-shared/orders/order.ts'
import { waybillCode } from '../../../../../src-shared/orders/waybill.ts'

/** The item line of one row. `grams` is the weight of all its pieces, as channels give it. */
export type ItemLine = Omit<SnapshotLine, 'weightGrams' | 'waybill'> & {
  grams: number | null
  waybill: string
}

/** Rows of one order name several parcels, or it has one and its lines need not say which. */
export function linesByParcel(lines: readonly ItemLine[]): ItemLine[] {
  const parcels = new Set(lines.map(({ waybill }) => waybillCode(waybill)).filter(Boolean))
  return parcels.size > 1 ? [...lines] : lines.map((line) => ({ ...line, waybill: '' }))
}

/** Twin rows of one item become one line; the same item at two prices stays two, since a line has one price. */
export function mergeTwins(lines: readonly ItemLine[]): ItemLine[] {
  const merged = new Map<string, ItemLine>()
  for (const line of lines) {
    const key = JSON.stringify([
      line.modelId,
      line.sku,
      line.variationName,
      line.productName,
      line.price,
      line.listPrice,
      waybillCode(line.waybill),
    ])
    const twin = merged.get(key)
    merged.set(key, twin ? together(twin, line) : line)
  }
  return [...merged.values()]
}

const together = (a: ItemLine, b: ItemLine): ItemLine => ({
  ...a,
  pieces: a.pieces + b.pieces,
  returnedPieces: a.returnedPieces + b.returnedPieces,
  sellerDiscount: a.sellerDiscount + b.sellerDiscount,
  channelDiscount: a.channelDiscount + b.channelDiscount,
  grams: a.grams === null || b.grams === null ? null : a.grams + b.grams,
})

export const piecesOf = (lines: readonly ItemLine[]): number => lines.reduce((sum, { pieces }) => sum + pieces, 0)

/**
 * The lines once, when the whole order stands in the file several times (two downloads pasted together) and the
 * number of pieces it states for itself says so; null when repetition does not explain the difference.
 */
export function withoutRepetition<Line extends ItemLine>(lines: readonly Line[], statedPieces: number): Line[] | null {
  const times = piecesOf(lines) / statedPieces
  if (!Number.isInteger(times) || times < 2) return null
  const groups = Map.groupBy(lines, ({ waybill: _, ...line }) => JSON.stringify(line))
  const groupsOnce = [...groups.values()].map((group) =>
    group.length % times === 0 ? group.slice(0, group.length / times) : null,
  )
  return groupsOnce.every((group) => group !== null) ? groupsOnce.flat() : null
}

/**
 * The lines of one place, when those of an order stand in the file in several places and are the same goods in each; else null. The
 * later of two downloads may know a waybill, that goods were sent or that they came back.
 */
export function asInOnePlace<Line extends ItemLine>(lines: readonly Line[], againAt: readonly number[]): Line[] | null {
  const starts = [0, ...againAt]
  const places = starts.map((start, at) =>
    lines.slice(start, starts[at + 1]).sort((a, b) => (goodsOf(a) < goodsOf(b) ? -1 : 1)),
  )
  const [first = [], ...others] = places
  const isSame = (place: readonly Line[]) =>
    place.length === first.length && place.every((line, at) => isOneLine(line, first[at]!))
  if (others.length === 0 || !others.every(isSame)) return null
  return first.map((line, at) => others.reduce<Line>((known, place) => withWhatIsLearned(known, place[at]!), line))
}

/** What an item is and costs, which no later download tells otherwise. */
const goodsOf = (line: ItemLine): string => {
  const { modelId, sku, productName, variationName, listPrice, price, pieces, sellerDiscount, channelDiscount } = line
  return JSON.stringify([
    [modelId, sku, productName, variationName],
    [listPrice, price, pieces, sellerDiscount, channelDiscount],
  ])
}

/** Two waybills are two parcels. */
const isOneLine = (a: ItemLine, b: ItemLine): boolean =>
  goodsOf(a) === goodsOf(b) &&
  (a.waybill === '' || b.waybill === '' || waybillCode(a.waybill) === waybillCode(b.waybill))

const withWhatIsLearned = <Line extends ItemLine>(line: Line, other: Line): Line => ({
  ...line,
  waybill: line.waybill || other.waybill,
  grams: line.grams ?? other.grams,
  returnedPieces: Math.max(line.returnedPieces, other.returnedPieces),
  ...(line.isShipped === undefined ? {} : { isShipped: line.isShipped || other.isShipped === true }),
})

/** Weight is stated for all pieces together and kept per piece. */
export const snapshotLine = ({ grams, ...line }: ItemLine): SnapshotLine => ({
  ...line,
  weightGrams: grams === null ? null : divRound(grams, 1, line.pieces),
})
