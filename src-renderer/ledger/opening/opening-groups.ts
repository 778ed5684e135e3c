import type { booksWords } from '../../../src-shared/ledger/books.words.ts'

type Title =
  | 'groupCash'
  | 'groupBank'
  | 'groupChannel'
  | 'groupReceivable'
  | 'groupSupplies'
  | 'groupTools'
  | 'groupDebt'
  | 'groupHome'

/** Keys of `booksWords` that title a group, in the order they are asked. */
const GROUPS: readonly [title: Title & keyof (typeof booksWords)['id'], from: string, below: string][] = [
  ['groupCash', '1101', '1110'],
  ['groupBank', '1110', '1130'],
  ['groupChannel', '1130', '1140'],
  ['groupReceivable', '1140', '1300'],
  ['groupSupplies', '1300', '1500'],
  ['groupTools', '1500', '2000'],
  ['groupDebt', '2000', '3000'],
  ['groupHome', '9000', '9999'],
]

/** Money under way between wallets is asked with the channel balances, where people look for it. */
const groupCode = (account: string): string => (account === '1142' ? '1139' : account)

export interface OpeningGroup<Line> {
  title: Title
  lines: readonly Line[]
}

export const openingGroups = <Line extends { account: string }>(lines: readonly Line[]): OpeningGroup<Line>[] =>
  GROUPS.map(([title, from, below]) => ({
    title,
    lines: lines.filter(({ account }) => groupCode(account) >= from && groupCode(account) < below),
  })).filter((group) => group.lines.length > 0)
