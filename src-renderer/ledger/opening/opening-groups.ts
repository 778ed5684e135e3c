import type { booksWords } from '../../../src-shared/ledger/books.words.ts'
import type { Account } from '../../../src-shared/ledger/ledger.ts'

type Title =
  | 'groupCash'
  | 'groupBank'
  | 'groupChannel'
  | 'groupReceivable'
  | 'groupSupplies'
  | 'groupTools'
  | 'groupDebt'
  | 'groupHome'

const RECEIVABLES = [
  'clearing',
  'marketplace receivables',
  'trade receivables',
  'other receivables',
  'owner receivables',
]
const SUPPLIES = ['inventory', 'prepaid', 'advances', 'prepaid tax']

/** Keys of `booksWords` that title a group, in the order they are asked. An account stands in the first that it fits. */
const GROUPS: readonly [title: Title & keyof (typeof booksWords)['id'], holds: (account: Account) => boolean][] = [
  ['groupHome', ({ book }) => book === 'rumah'],
  ['groupCash', ({ roles }) => roles.includes('cash in hand')],
  // money under way between wallets is asked with the channel balances, where people look for it
  ['groupChannel', ({ roles }) => roles.includes('channel balance') || roles.includes('money in transit')],
  ['groupBank', ({ line }) => line === 'cash'],
  ['groupReceivable', ({ line }) => RECEIVABLES.includes(line)],
  ['groupSupplies', ({ line }) => SUPPLIES.includes(line)],
  ['groupTools', ({ kind }) => kind === 'asset'],
  ['groupDebt', ({ kind }) => kind === 'liability'],
]
const ASKED: readonly Title[] = [
  'groupCash',
  'groupBank',
  'groupChannel',
  'groupReceivable',
  'groupSupplies',
  'groupTools',
  'groupDebt',
  'groupHome',
]

export interface OpeningGroup<Line> {
  title: Title
  lines: readonly Line[]
}

/** The lines of Saldo Awal by what their accounts are, never by the digits of their codes. */
export function openingGroups<Line extends { account: string }>(
  lines: readonly Line[],
  accounts: readonly Account[],
): OpeningGroup<Line>[] {
  const known = new Map<string, Account>(accounts.map((account) => [account.code, account]))
  const titleOf = ({ account }: Line) => GROUPS.find(([, holds]) => holds(known.get(account)!))?.[0]
  const byTitle = Map.groupBy(lines, titleOf)
  return ASKED.flatMap((title) => {
    const own = byTitle.get(title)
    return own ? [{ title, lines: own }] : []
  })
}
