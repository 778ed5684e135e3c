import { divRound } from '../../../../../src-shared/kernel/allocate.ts'
import { LARGEST_PRICE } from '../../../../../src-shared/kernel/limits.ts'
import { formatNumber, type Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import type { ItemLine } from '../orders/item-line.ts'
import type { RowReader } from '../reading/row-reader.ts'
import { type Field, LINE_MONEY_FIELDS, type LineMoneyField } from './columns.ts'
import { requestKind } from './statuses.ts'

/** An item with its share of what the order costs the buyer besides the goods. */
export interface TiktokLine extends ItemLine {
  money: Record<LineMoneyField, Rupiah | null>
}

/**
 * Reads the item of a row; null when it cannot be counted on, with the reasons reported. The list says itself that its subtotals
 * are unit price × pieces, and that less both discounts; a row in which they are not was damaged, and which of its cells
 * was, nothing tells. A discount may lie below zero where the subtotal says so, too. Discounts are of the whole line, so that the
 * price of a piece is rounded and the line is not.
 */
export function readItemLine(cells: RowReader<Field>, waybill: string): TiktokLine | null {
  const productName = cells.sharedText('productName')
  if (productName === '') cells.report('PRODUCT_NAME_MISSING', 'productName')
  const listPrice = cells.amount('listPrice')
  if (listPrice === null && cells.isBlank('listPrice')) cells.report('NOT_AN_AMOUNT', 'listPrice')
  const pieces = cells.count('pieces')
  if (pieces === 0 || cells.isBlank('pieces')) cells.report('NOT_A_QUANTITY', 'pieces')
  const bySeller = cells.signedAmount('sellerDiscount') ?? 0
  const byChannel = cells.signedAmount('channelDiscount') ?? 0
  const before = cells.amount('subtotalBefore')
  const after = cells.amount('subtotalAfter')
  const money = Object.fromEntries(
    LINE_MONEY_FIELDS.map((field) => [field, cells.amount(field)]),
  ) as TiktokLine['money']
  const returnedPieces = readReturned(cells, pieces)
  const line = {
    modelId: cells.identifier('modelId'),
    productName,
    variationName: cells.sharedText('variationName'),
    sku: cells.sharedText('sku'),
    parentSku: '',
    waybill,
    isShipped: !cells.isBlank('shippedAt'),
    grams: readKilograms(cells.written('weight')),
    money,
  }
  if (listPrice === null || !pieces || productName === '') return null
  const goods = listPrice * pieces
  if (goods > LARGEST_PRICE) {
    cells.report('NOT_AN_AMOUNT', 'listPrice', product(pieces, listPrice))
    return null
  }
  if (before !== null && before !== goods) {
    cells.report('NOT_AN_AMOUNT', 'subtotalBefore', `${formatNumber(before)} ≠ ${product(pieces, listPrice)}`)
    return null
  }
  const paid = goods - bySeller - byChannel
  const isMarkedUp = bySeller < 0 || byChannel < 0
  if (paid < 0 || (isMarkedUp && paid > LARGEST_PRICE) || (after === null ? isMarkedUp : after !== paid)) {
    const parts = [goods, bySeller, byChannel].map(formatNumber).join(' − ')
    cells.report('NOT_AN_AMOUNT', 'subtotalAfter', `${after === null ? 0 : formatNumber(after)} ≠ ${parts}`)
    return null
  }
  return { ...line, ...asSold({ listPrice, pieces, paid, byChannel }), pieces, returnedPieces }
}

/**
 * Prices and discounts that add up to what was paid. Where the unit price is missing or lower than that, a discount below zero is
 * the mark-up, and there is no discount.
 */
function asSold(sold: { listPrice: Rupiah; pieces: number; paid: Rupiah; byChannel: Rupiah }) {
  const { listPrice, pieces, paid, byChannel } = sold
  const highest = Math.max(listPrice, Math.ceil(paid / pieces))
  const discount = highest * pieces - paid
  const channelDiscount = Math.min(Math.max(byChannel, 0), discount)
  return {
    listPrice: highest,
    price: divRound(paid, 1, pieces),
    channelDiscount,
    sellerDiscount: discount - channelDiscount,
  }
}

const product = (pieces: number, price: Rupiah) => `${formatNumber(pieces)} × ${formatNumber(price)}`

/** Cancelled lines count as returned there, too: only where the order says that it came back does it speak of goods. */
function readReturned(cells: RowReader<Field>, pieces: number | null): number {
  const isReturn = requestKind(cells.sharedText('request')) === 'return'
  if (!isReturn) return 0
  const returned = cells.count('returnedPieces') ?? 0
  if (pieces !== null && returned > pieces) cells.report('NOT_A_QUANTITY', 'returnedPieces')
  return pieces === null ? 0 : Math.min(returned, pieces)
}

/** Grams, from kilograms with a point for decimals: `0.156`. */
function readKilograms(written: string): number | null {
  const kilograms = /^\d{1,5}([.,]\d{1,6})?$/.test(written) ? Number(written.replace(',', '.')) : Number.NaN
  return Number.isFinite(kilograms) ? Math.round(kilograms * 1000) : null
}
