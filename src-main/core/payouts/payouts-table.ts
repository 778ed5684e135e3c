import { channelWords } from '../../../src-shared/app/parts.words.ts'
import type { Language } from '../../../src-shared/kernel/business-day.ts'
import type { BalanceCheck, BalanceLineRow, ExpectedRelease } from '../../../src-shared/payouts/payouts.ts'
import { lineStateWords, payoutsWords } from '../../../src-shared/payouts/payouts.words.ts'
import { walletMeaningWords } from '../../../src-shared/payouts/wallet-meaning.words.ts'
import type { Table } from '../spreadsheet/writing/table.ts'

type Shown =
  | { what: 'lines'; rows: readonly BalanceLineRow[] }
  | { what: 'expected'; rows: readonly ExpectedRelease[] }
  | { what: 'checks'; rows: readonly BalanceCheck[] }

/** What is seen of balances and payouts, as a sheet. */
export function payoutsTable(shown: Shown, language: Language): Table {
  const w = payoutsWords[language]
  const channels = channelWords[language]
  switch (shown.what) {
    case 'lines': {
      const [meanings, states] = [walletMeaningWords[language], lineStateWords[language]]
      return {
        name: w.linesFile,
        columns: columns(
          [w.day, 12],
          [w.channel, 14],
          [w.shop, 24],
          [w.kind, 24],
          [w.words, 48],
          [w.order, 22],
          [w.amount, 16],
          [w.balance, 16],
          [w.state, 22],
        ),
        rows: shown.rows.map((row) => [
          row.day,
          channels[row.channel],
          row.shopName,
          meanings[row.meaning],
          row.description || row.type,
          row.orderNumber,
          row.amount,
          row.balance,
          states[row.state],
        ]),
      }
    }
    case 'expected':
      return {
        name: w.expectedFile,
        columns: columns(
          [w.expectedOn, 14],
          [w.order, 22],
          [w.channel, 14],
          [w.shop, 24],
          [w.since, 14],
          [w.amount, 16],
          [w.daysLate, 12],
        ),
        rows: shown.rows.map((row) => [
          row.expectedOn,
          row.number,
          channels[row.channel],
          row.shopName,
          row.since,
          row.amount,
          row.daysLate,
        ]),
      }
    case 'checks':
      return {
        name: w.checksFile,
        columns: columns(
          [w.from, 12],
          [w.to, 12],
          [w.shop, 24],
          [w.file, 40],
          [w.byFile, 16],
          [w.byBooks, 16],
          [w.difference, 16],
          [w.differsSince, 14],
        ),
        rows: shown.rows.map((row) => [
          row.from,
          row.to,
          row.shopName,
          row.fileName,
          row.byFile,
          row.byBooks,
          row.byFile - row.byBooks,
          row.differsSince,
        ]),
      }
  }
}

const columns = (...of: [heading: string, width: number][]) => of.map(([heading, width]) => ({ heading, width }))
