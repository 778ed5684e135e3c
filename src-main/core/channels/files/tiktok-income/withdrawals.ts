import { startOfDay, type Zone } from '../../../../../src-shared/kernel/business-day.ts'
import type { WalletLine } from '../../../../../src-shared/payouts/wallet-file.ts'
import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'
import type { ReportDays } from '../reading/days.ts'
import { headingKey, headingTexts } from '../reading/heading-names.ts'
import { type Column, rowCells, textOf } from '../reading/report-cells.ts'

const HEADINGS = {
  type: ['Type', 'Jenis transaksi'],
  reference: ['Reference ID', 'ID referensi'],
  requestedOn: ['Request time', 'Waktu permintaan'],
  amount: ['Amount', 'Total', 'Jumlah'],
  status: ['Status'],
  doneOn: ['Success time', 'Waktu keberhasilan'],
  account: ['Bank account', 'Rekening bank'],
} as const

export type WithdrawalLayout = Record<keyof typeof HEADINGS, Column>

/** The layout when this row is the heading row of `Withdrawal records` or `Riwayat penarikan`, else null. */
export function withdrawalLayout(row: SheetRow): WithdrawalLayout | null {
  const columns = headingTexts(row).map((name, index) => ({ index, name: name.replace(/\s+/g, ' ') }))
  const found = Object.entries(HEADINGS).map(([key, names]) => [
    key,
    columns.find(({ name }) => names.some((known) => headingKey(known) === headingKey(name))),
  ])
  return found.every(([, column]) => column) ? (Object.fromEntries(found) as WithdrawalLayout) : null
}

const DONE = /^(transferred|success|successful|completed|berhasil|ditransfer|selesai|sukses)$/i
const FAILED = /^(failed|rejected|cancell?ed|gagal|ditolak|dibatalkan)$/i
const PENDING = /^(processing|pending|in progress|diproses|sedang diproses|menunggu)$/i

/** What a row shows of the way the file writes its days. */
export function learnDays({ cells }: SheetRow, { requestedOn, doneOn }: WithdrawalLayout, days: ReportDays): void {
  for (const { index } of [requestedOn, doneOn]) days.read(contentOf(cells[index]))
}

/** One line of the balance; null with its reasons where it cannot be read, and of a row that holds nothing. */
export function readWithdrawal(row: SheetRow, layout: WithdrawalLayout, zone: Zone, days: ReportDays) {
  const type = textOf(row, layout.type)
  const reference = textOf(row, layout.reference)
  if (type === '' && reference === '' && textOf(row, layout.amount) === '') return null
  const cells = rowCells(row, '', '', days)
  const { amount } = cells.amount(layout.amount)
  if (amount === null) cells.report('NOT_AN_AMOUNT', layout.amount)
  const word = textOf(row, layout.status)
  const status = DONE.test(word) ? 'done' : FAILED.test(word) ? 'failed' : 'pending'
  if (status === 'pending' && !PENDING.test(word)) cells.report('STATUS_UNKNOWN', layout.status, word, false)
  const day = (status === 'done' ? cells.day(layout.doneOn) : null) ?? cells.day(layout.requestedOn)
  if (day === null && !cells.isBlocked()) cells.report('NOT_A_DATE', layout.requestedOn)
  const account = textOf(row, layout.account)
  const line: WalletLine | null =
    amount === null || day === null || cells.isBlocked()
      ? null
      : {
          at: startOfDay(day, zone),
          day,
          type,
          description: account === '/' ? '' : account,
          orderNumber: '',
          amount,
          balance: null,
          status,
          reference,
        }
  return { line, problems: cells.problems }
}
