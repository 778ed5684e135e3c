import type { BusinessDay, Instant } from '../../../../../src-shared/kernel/business-day.ts'
import type { WalletFile, WalletLine } from '../../../../../src-shared/payouts/wallet-file.ts'
import type { BookHead, BookToRead } from '../book.ts'
import type { RowReader } from '../reading/row-reader.ts'
import {
  lacksDateOrAmount,
  readWalletSheets,
  type WalletSheetsFound,
  walletSheetsIn,
} from '../reading/wallet-sheets.ts'
import { dayOfNumber } from '../shopee-orders/order-number-day.ts'
import { COLUMNS, type Field } from './columns.ts'
import { orderNumberIn, statusOf, typeOf } from './line-words.ts'
import { statedTotals } from './stated-totals.ts'

export type ShopeeBalanceFound = WalletSheetsFound<Field>

/** A bank statement has dates, amounts and balances too: what Shopee alone writes is who was paid, or of which type it is. */
export const recogniseShopeeBalance = (head: BookHead): ShopeeBalanceFound | null =>
  walletSheetsIn(head, COLUMNS, ({ columns }) => columns.has('type') || columns.has('recipient'))

/**
 * Shopee's balance report, layouts of 2023 to 2026. The file's own totals and the balance after each line are held against its
 * lines; rows without a date or an amount stay out and are named.
 */
export const readShopeeBalance = (found: ShopeeBalanceFound, book: BookToRead): Promise<WalletFile> =>
  readWalletSheets(found, book, {
    kind: 'shopee balance',
    wallet: 'balance',
    table: COLUMNS,
    readLine,
    at: 'at',
    // no money of an order moves before the day in its number
    daysOfOrder(orderNumber, zone) {
      const from = dayOfNumber(orderNumber, zone)
      return from === null ? null : { from, to: Number.POSITIVE_INFINITY }
    },
    isNothing: (cells) => cells.isBlank('amount') && (cells.isBlank('at') || cells.isBlank('balance')),
    balance: 'balance',
    controls: statedTotals,
  })

function readLine(cells: RowReader<Field>, dayOf: (at: Instant) => BusinessDay): WalletLine | null {
  const description = cells.text('description', 'note')
  const orderNumber = (cells.identifier('orderNumber') || orderNumberIn(description)).slice(0, 40)
  const at = cells.moment('at')
  const amount = signed(cells)
  if (lacksDateOrAmount(cells, { field: 'at', read: at }, { field: 'amount', read: amount })) return null
  const word = cells.sharedText('status')
  const known = statusOf(word)
  if (known === null) cells.report('STATUS_UNKNOWN', 'status', word)
  // whatever else it says moves nothing until it says that it is done
  const status = known ?? 'pending'
  return {
    at: at!,
    day: dayOf(at!),
    type: cells.sharedText('type') || typeOf(cells.sharedText('recipient'), description),
    description: status === 'done' ? description : `${description} (${word})`,
    orderNumber,
    amount: amount!,
    balance: cells.isBlank('balance') ? null : cells.signedAmount('balance'),
    status,
    reference: '',
  }
}

/** Shopee writes what goes out below zero; where a column says the way and the amount has no sign, the column counts. */
function signed(cells: RowReader<Field>): number | null {
  const amount = cells.isBlank('amount') ? null : cells.signedAmount('amount')
  const goesOut = /keluar|out/i.test(cells.written('direction'))
  return amount !== null && amount > 0 && goesOut ? -amount : amount
}
