import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { Account, AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { memo } from '../../../src-shared/ledger/memo.words.ts'
import type { Effects, Entry } from '../effects.ts'

/** The one document of opening balances. */
export const OPENING = { kind: 'opening-balance', id: 'opening' } as const

/**
 * Accounts whose opening amount is asked: what the shop owns and owes, and the household's cash when it keeps a book.
 * Capital and the family's wealth are what remains, and what stands on the other side of the wall is mirrored.
 */
export function mayHaveOpening({ book, isCash, kind, roles }: Account, keepsHousehold: boolean): boolean {
  if (book === 'rumah') return keepsHousehold && isCash
  // opening stock posts its own value
  return (kind === 'asset' || kind === 'liability') && !roles.includes('stock')
}

export interface OpeningFacts {
  day: BusinessDay
  /** Amount on the account's normal side, by account; zeros may be absent. */
  amounts: ReadonlyMap<AccountCode, Rupiah>
  accounts: readonly Account[]
  keepsHousehold: boolean
}

/** What the owner put in: everything owned less everything owed, without stock. */
export function openingCapital({ amounts, accounts }: Pick<OpeningFacts, 'amounts' | 'accounts'>): Rupiah {
  return linesOf('usaha', amounts, accounts).reduce((sum, { amount }) => sum + amount, 0)
}

/** Effects of Saldo Awal: each account on its normal side, 3101 (at home 9301) balancing. */
export function effectsOfOpening({ day, amounts, accounts, keepsHousehold }: OpeningFacts): Effects {
  const entry = (effect: string, book: 'usaha' | 'rumah', balancing: AccountCode, lines: Line[]): Entry[] =>
    lines.length === 0
      ? []
      : [
          {
            effect,
            book,
            day,
            memo: memo('opening balance'),
            lines: [...lines, { account: balancing, amount: -lines.reduce((sum, { amount }) => sum + amount, 0) }],
          },
        ]
  const home: Line[] = [
    ...linesOf('rumah', amounts, accounts),
    { account: '9130' as const, amount: amounts.get('2120') ?? 0 },
    { account: '9201' as const, amount: -(amounts.get('1230') ?? 0) },
  ].filter(({ amount }) => amount !== 0)
  return {
    reservations: [],
    movements: [],
    entries: [
      ...entry('usaha', 'usaha', '3101', linesOf('usaha', amounts, accounts)),
      ...(keepsHousehold ? entry('rumah', 'rumah', '9301', home) : []),
    ],
  }
}

interface Line {
  account: AccountCode
  amount: Rupiah
}

const linesOf = (book: string, amounts: ReadonlyMap<AccountCode, Rupiah>, accounts: readonly Account[]): Line[] =>
  accounts
    .filter((account) => account.book === book && (amounts.get(account.code) ?? 0) !== 0)
    .map(({ code, normal }) => ({ account: code, amount: (normal === 'D' ? 1 : -1) * amounts.get(code)! }))
