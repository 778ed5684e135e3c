import type { BusinessDay, Instant, Zone } from '../../../../../src-shared/kernel/business-day.ts'
import type { WalletFile, WalletLine } from '../../../../../src-shared/payouts/wallet-file.ts'
import type { SheetRow } from '../../../spreadsheet/sheet.ts'
import type { BookHead, BookToRead } from '../book.ts'
import { headingTexts } from '../reading/heading-names.ts'
import { readDayFirstMoment } from '../reading/moments.ts'
import type { RowReader } from '../reading/row-reader.ts'
import {
  lacksDateOrAmount,
  readWalletSheets,
  type WalletSheetsFound,
  walletSheetsIn,
} from '../reading/wallet-sheets.ts'
import { COLUMNS, type Field } from './columns.ts'

export type AdsBillFound = WalletSheetsFound<Field>

export const recogniseShopeeAdsBill = (head: BookHead): AdsBillFound | null =>
  walletSheetsIn(head, COLUMNS, ({ columns }) => columns.has('sequence'))

/**
 * What was paid in for Iklan Shopee and what was used of it. Days are written day first; the period above the lines tells
 * that a date was meant otherwise, and such a row stays out. The bill has no balances.
 */
export function readShopeeAdsBill(found: AdsBillFound, book: BookToRead): Promise<WalletFile> {
  const isInPeriod = periodOf(
    found.sheets.flatMap(({ above }) => above),
    book.zone,
  )
  return readWalletSheets(found, book, {
    kind: 'shopee ads bill',
    wallet: 'ads',
    table: COLUMNS,
    readLine: (cells, dayOf) => readLine(cells, dayOf, book.zone, isInPeriod),
    isNothing: (cells) => cells.isBlank('at') && cells.isBlank('amount'),
    sequence: 'sequence',
  })
}

function readLine(
  cells: RowReader<Field>,
  dayOf: (at: Instant) => BusinessDay,
  zone: Zone,
  isInPeriod: (at: Instant) => boolean,
): WalletLine | null {
  const moment = readDayFirstMoment(cells.written('at'), zone)
  const at = typeof moment === 'number' && isInPeriod(moment) ? moment : null
  if (at === null && !cells.isBlank('at')) cells.report('NOT_A_DATE', 'at')
  const amount = cells.isBlank('amount') ? null : cells.signedAmount('amount')
  if (lacksDateOrAmount(cells, { field: 'at', read: at }, { field: 'amount', read: amount })) return null
  return {
    at: at!,
    day: dayOf(at!),
    type: cells.sharedText('description'),
    description: cells.text('note', 'note'),
    orderNumber: '',
    amount: amount!,
    balance: null,
    status: 'done',
    reference: '',
  }
}

const DAY = 86_400_000
const PERIOD =
  /(\d{2}[-/]\d{2}[-/]\d{4}|\d{4}[-/]\d{2}[-/]\d{2})\s*(?:--|–|-|s\/d)\s*(\d{2}[-/]\d{2}[-/]\d{4}|\d{4}[-/]\d{2}[-/]\d{2})/

/** Whether a moment lies in `01/08/2026 -- 31/08/2026`; any does where no such period is told. */
function periodOf(above: readonly SheetRow[], zone: Zone): (at: Instant) => boolean {
  const [, from, to] = PERIOD.exec(above.flatMap(headingTexts).join(' ')) ?? []
  const [first, last] = [from, to].map((day) => readDayFirstMoment(day ?? null, zone))
  return (at) => typeof first !== 'number' || typeof last !== 'number' || (at >= first && at < last + DAY)
}
