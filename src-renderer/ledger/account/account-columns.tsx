import type { booksWords } from '../../../src-shared/ledger/books.words.ts'
import type { Account, AccountEntryRow } from '../../../src-shared/ledger/ledger.ts'
import type { Column } from '../../design/table/columns.ts'

interface Shown {
  /** The side on which the figure grows. */
  grows: Account['normal']
  showsDetails: boolean
  /** Each line then says which account it stands on. */
  isOfSeveral: boolean
}

/** Columns of an account's page: "bertambah, berkurang" for people, debit and credit for those who ask. */
export function accountColumns(
  w: (typeof booksWords)['id'],
  { grows, showsDetails, isOfSeveral }: Shown,
): readonly Column<AccountEntryRow>[] {
  const added = (row: AccountEntryRow) => (grows === 'D' ? row.debit : row.credit)
  const reduced = (row: AccountEntryRow) => (grows === 'D' ? row.credit : row.debit)
  const present = (amount: number) => (amount === 0 ? null : amount)
  return [
    { id: 'day', kind: 'date', head: w.date, width: 104, value: ({ day }) => day, isSortable: false },
    { id: 'memo', kind: 'text', head: w.memo, width: { share: 3, least: 180 }, value: ({ memo }) => memo },
    {
      id: 'document',
      kind: 'text',
      head: w.document,
      width: { share: 2, least: 150 },
      value: ({ document }) => document.label,
      isQuiet: true,
    },
    ...(isOfSeveral
      ? [
          {
            id: 'account',
            kind: 'text',
            head: w.accountCode,
            width: { share: 2, least: 130 },
            value: ({ account }) => account,
            isQuiet: true,
            hideBelow: 900,
          } satisfies Column<AccountEntryRow>,
        ]
      : []),
    ...(showsDetails
      ? ([
          { id: 'debit', kind: 'money', head: w.debit, width: 128, value: (row) => present(row.debit) },
          { id: 'credit', kind: 'money', head: w.credit, width: 128, value: (row) => present(row.credit) },
        ] satisfies Column<AccountEntryRow>[])
      : ([
          { id: 'added', kind: 'money', head: w.added, width: 128, value: (row) => present(added(row)) },
          { id: 'reduced', kind: 'money', head: w.reduced, width: 128, value: (row) => present(reduced(row)) },
        ] satisfies Column<AccountEntryRow>[])),
    {
      id: 'balance',
      kind: 'money',
      head: w.balance,
      width: 136,
      style: 'statement',
      value: ({ balance }) => balance,
      isStrong: true,
    },
  ]
}
