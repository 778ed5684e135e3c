import { LARGEST_PRICE } from '../../../../../src-shared/kernel/limits.ts'
import { formatNumber, type Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import type { ItemLine } from '../orders/item-line.ts'
import type { RowReader } from '../reading/row-reader.ts'
import type { Field } from './columns.ts'

/** An item with what its buyer saved on it, for all its pieces. */
export interface TokopediaLine extends ItemLine {
  /** Pieces that were paid for and not sent, where the seller sent a part. */
  takenOff: number
  subsidy: Rupiah
  voucher: Rupiah
  offerDiscount: Rupiah
}

/**
 * Reads the item of a row; null when it cannot be counted on, with the reasons reported. What lies between `Harga Awal` and
 * `Harga Jual` is the seller's: the channel pays out `Harga Jual`, wholesale prices lower it without any discount column.
 */
export function readItemLine(cells: RowReader<Field>, waybill: string): TokopediaLine | null {
  const productName = cells.sharedText('productName')
  if (productName === '') cells.report('PRODUCT_NAME_MISSING', 'productName')
  const price = cells.amount('price')
  if (price === null && cells.isBlank('price')) cells.report('NOT_AN_AMOUNT', 'price')
  const pieces = cells.count('pieces')
  if (pieces === 0 || cells.isBlank('pieces')) cells.report('NOT_A_QUANTITY', 'pieces')
  const takenOff = cells.count('takenOff') ?? 0
  if (pieces !== null && takenOff > pieces) {
    cells.report('NOT_A_QUANTITY', 'takenOff')
    return null
  }
  const listPrice = Math.max(cells.amount('listPrice') ?? 0, price ?? 0)
  const line = {
    productName,
    variationName: '',
    sku: cells.sharedText('sku'),
    parentSku: '',
    waybill,
    grams: null,
    subsidy: cells.amount('subsidy') ?? 0,
    voucher: cells.amount('voucher') ?? 0,
    offerDiscount: cells.amount('offerDiscount') ?? 0,
  }
  if (price === null || !pieces || productName === '') return null
  if (listPrice * pieces > LARGEST_PRICE) {
    cells.report('NOT_AN_AMOUNT', 'price', `${formatNumber(pieces)} × ${formatNumber(listPrice)}`)
    return null
  }
  return {
    ...line,
    listPrice,
    price,
    pieces,
    takenOff,
    returnedPieces: 0,
    channelDiscount: 0,
    sellerDiscount: (listPrice - price) * pieces,
  }
}
