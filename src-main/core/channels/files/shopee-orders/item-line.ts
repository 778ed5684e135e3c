import { LARGEST_PRICE } from '../../../../../src-shared/kernel/limits.ts'
import { formatNumber, type Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import type { ItemLine } from '../orders/item-line.ts'
import type { RowReader } from '../reading/row-reader.ts'
import type { Field } from './columns.ts'
import { lostInRow } from './lost-thousands.ts'

/**
 * Reads the item of a row; null when it cannot be counted on, with the reasons reported.
 *
 * Discounts are per line, not per piece: in all 329 discounted rows of six downloads from 2023 to 2026, `Total Diskon`
 * is (`Harga Awal` - `Harga Setelah Diskon`) x `Jumlah`. The seller's part is taken as what Shopee's part leaves of
 * that gap, so that list price, discounts and price always add up: wholesale prices lower the price without filling
 * any discount column. Where the list price is missing (zero in files of 2020) or lower than the price, the discount columns
 * hold the mark-up as a discount below zero; there is no discount then.
 * @param waybill No. Resi of the row's parcel.
 */
export function readItemLine(cells: RowReader<Field>, waybill: string): ItemLine | null {
  const productName = cells.sharedText('productName')
  if (productName === '') cells.report('PRODUCT_NAME_MISSING', 'productName')
  const price = required(cells, cells.amount('price'), 'price')
  const pieces = readPieces(cells)
  const returnedPieces = cells.count('returnedPieces') ?? 0
  if (pieces !== null && returnedPieces > pieces) cells.report('NOT_A_QUANTITY', 'returnedPieces')
  const listPrice = cells.amount('listPrice')
  const line = {
    productName,
    variationName: cells.sharedText('variationName'),
    sku: cells.sharedText('sku'),
    parentSku: cells.sharedText('parentSku'),
    waybill,
    grams: cells.grams('weight'),
  }
  const highest = Math.max(listPrice ?? 0, price ?? 0)
  const discount = readDiscount(cells, price !== null && highest > price)
  const subtotal = cells.amount('subtotal')
  if (price === null || pieces === null || productName === '') return null
  if (highest * pieces > LARGEST_PRICE) {
    cells.report('NOT_AN_AMOUNT', 'price', product(pieces, highest))
    return null
  }
  const lost = lostInRow({ price, listPrice: listPrice ?? 0, pieces, subtotal, discount })
  if (lost) {
    cells.report(lost === 'pieces' ? 'NOT_A_QUANTITY' : 'THOUSANDS_LOST', lost)
    return null
  }
  if (subtotal !== null && subtotal !== price * pieces) {
    cells.report('AMOUNTS_DO_NOT_ADD_UP', 'subtotal', `${formatNumber(subtotal)} ≠ ${product(pieces, price)}`)
  }
  const gap = (highest - price) * pieces
  const markUp = ((listPrice ?? 0) - price) * pieces
  if (discount.inAll !== 0 && discount.inAll !== gap && discount.inAll !== markUp) {
    const parts = `${formatNumber(discount.inAll)} ≠ ${product(pieces, highest - price)}`
    cells.report('AMOUNTS_DO_NOT_ADD_UP', 'totalDiscount', parts)
  }
  const channelDiscount = Math.min(Math.max(discount.byChannel, 0), gap)
  return {
    ...line,
    listPrice: highest,
    price,
    pieces,
    returnedPieces,
    channelDiscount,
    sellerDiscount: gap - channelDiscount,
  }
}

const product = (pieces: number, price: Rupiah) => `${formatNumber(pieces)} × ${formatNumber(price)}`

function required(cells: RowReader<Field>, amount: Rupiah | null, field: 'price'): Rupiah | null {
  if (amount === null && cells.isBlank(field)) cells.report('NOT_AN_AMOUNT', field)
  return amount
}

function readPieces(cells: RowReader<Field>): number | null {
  const pieces = cells.count('pieces')
  if (pieces === 0 || cells.isBlank('pieces')) cells.report('NOT_A_QUANTITY', 'pieces')
  return pieces === 0 ? null : pieces
}

/** @param isNeeded false where there is no discount for Shopee to have a part in. */
function readDiscount(cells: RowReader<Field>, isNeeded: boolean) {
  const byChannel = cells.signedAmount('channelDiscount', isNeeded) ?? 0
  const bySeller = cells.signedAmount('sellerDiscount') ?? 0
  return { byChannel, bySeller, inAll: cells.signedAmount('totalDiscount') ?? byChannel + bySeller }
}
