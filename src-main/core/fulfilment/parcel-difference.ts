import type { ParcelDifference, ParcelItem } from '../../../src-shared/fulfilment/fulfilment.ts'

const named = ({ name, colour, size, sku, shelf }: ParcelItem, pieces: number) => ({
  name: [name, colour, size].filter(Boolean).join(' '),
  sku,
  shelf,
  pieces,
})

/** What to take out of a parcel and what to put in, so that it holds what its order asks for. */
export const parcelDifference = (items: readonly ParcelItem[]): ParcelDifference => ({
  takeOut: items.flatMap((item) => (item.scanned > item.pieces ? [named(item, item.scanned - item.pieces)] : [])),
  putIn: items.flatMap((item) => (item.scanned < item.pieces ? [named(item, item.pieces - item.scanned)] : [])),
})

/** Each item lies in the parcel as often as the order asks for it. */
export const isAsWanted = (items: readonly Pick<ParcelItem, 'pieces' | 'scanned'>[]): boolean =>
  items.every(({ pieces, scanned }) => pieces === scanned)
