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
import { daysOfInvoice, invoiceDay } from '../tokopedia-sales/invoice-day.ts'
import { COLUMNS, type Field } from './columns.ts'

export type TokopediaBalanceFound = WalletSheetsFound<Field>

/** `Mutasi (Debit/Kredit)` with `Nominal` beside it is how Tokopedia alone wrote a balance. */
export const recogniseTokopediaBalance = (head: BookHead): TokopediaBalanceFound | null =>
  walletSheetsIn(head, COLUMNS, ({ columns }) => columns.has('direction') && columns.has('amount'))

/** Saldo Tokopedia before the merger (files to 2025). A credit comes in, a debit goes out, whatever sign the amount has. */
export const readTokopediaBalance = (found: TokopediaBalanceFound, book: BookToRead): Promise<WalletFile> =>
  readWalletSheets(found, book, {
    kind: 'tokopedia balance',
    wallet: 'balance',
    table: COLUMNS,
    readLine,
    at: 'at',
    daysOfOrder(orderNumber, zone) {
      const numberedOn = invoiceDay(orderNumber, zone)
      return numberedOn === null ? null : daysOfInvoice(numberedOn).done
    },
    isNothing: (cells) => cells.isBlank('amount') && cells.isBlank('direction'),
    balance: 'balance',
  })

const INVOICE = /\bINV\/[\w/-]+/i

function readLine(cells: RowReader<Field>, dayOf: (at: Instant) => BusinessDay): WalletLine | null {
  const description = cells.text('description', 'note')
  const at = cells.moment('at')
  const way = /^(?:credit|kredit|cr)$/i.test(cells.written('direction'))
    ? 1
    : /^(?:debit|debet|db)$/i.test(cells.written('direction'))
      ? -1
      : null
  if (way === null) cells.report('NOT_AN_AMOUNT', 'direction')
  const size = cells.isBlank('amount') ? null : cells.signedAmount('amount')
  if (lacksDateOrAmount(cells, { field: 'at', read: at }, { field: 'amount', read: size }) || way === null) return null
  const orderNumber = INVOICE.exec(description)?.[0].slice(0, 40) ?? ''
  return {
    at: at!,
    day: dayOf(at!),
    type: description.replace(orderNumber, '').replace(/\s+/g, ' ').trim().slice(0, 60),
    description,
    orderNumber,
    amount: way * Math.abs(size!),
    balance: cells.isBlank('balance') ? null : cells.signedAmount('balance'),
    status: 'done',
    reference: '',
  }
}
