import { cashEventWords, cashWords } from '../../../src-shared/cash/cash.words.ts'
import type { CashRecord, WalletMove } from '../../../src-shared/cash/cash-record.ts'
import { directionOf } from '../../../src-shared/cash/direction.ts'
import { purposesOf, walletsOf } from '../../../src-shared/cash/wallets-of.ts'
import type { Language } from '../../../src-shared/kernel/business-day.ts'
import type { Account } from '../../../src-shared/ledger/ledger.ts'
import type { Table } from '../spreadsheet/writing/table.ts'

/** Cash records as a sheet: what came and what went in columns of their own, so that each adds up; cancelled ones count nothing. */
export function recordsTable(records: readonly CashRecord[], accounts: readonly Account[], language: Language): Table {
  const w = cashWords[language]
  const kinds = cashEventWords[language]
  const name = (code: string) => accounts.find((account) => account.code === code)?.name ?? code
  return {
    name: w.list,
    columns: [
      { heading: w.date, width: 12 },
      { heading: w.what, width: 40 },
      { heading: w.kind, width: 24 },
      { heading: w.forWhat, width: 32 },
      { heading: w.wallet, width: 32 },
      { heading: w.moneyIn, width: 16 },
      { heading: w.moneyOut, width: 16 },
      { heading: w.moneyMoved, width: 16 },
    ],
    rows: records.map(({ day, note, event, amount, cancelled }) => {
      const direction = directionOf(event.what)
      const of = (wanted: string) => (direction === wanted && !cancelled ? amount : null)
      return [
        day,
        cancelled ? `${w.cancelled}: ${note}` : note,
        kinds[event.what],
        purposesOf(event).map(name).join(', '),
        walletsOf(event).map(name).join(' > '),
        of('in'),
        of('out'),
        of('moved'),
      ]
    }),
  }
}

/** One wallet's book as a sheet, with the balance after each row. */
export function walletTable(moves: readonly WalletMove[], language: Language): Table {
  const w = cashWords[language]
  const kinds = cashEventWords[language]
  return {
    name: w.list,
    columns: [
      { heading: w.date, width: 12 },
      { heading: w.what, width: 40 },
      { heading: w.kind, width: 32 },
      { heading: w.moneyIn, width: 16 },
      { heading: w.moneyOut, width: 16 },
      { heading: w.balance, width: 16 },
    ],
    rows: moves.map(({ day, document, what, memo, amount, balance }) => [
      day,
      document.label,
      what === null ? memo : kinds[what],
      amount > 0 ? amount : null,
      amount < 0 ? -amount : null,
      balance,
    ]),
  }
}
