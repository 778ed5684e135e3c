import type { CashEventKind } from '../../src-shared/cash/cash-record.ts'
import { firstNames } from '../../src-shared/ledger/account-name.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'
import type { CashForm } from './cash-form.ts'

/** Business spending people write down most, by account; `quick …` in `cashWords` says them in everyday words. */
export const QUICK_SPENDING = ['6105', '6206', '6204', '6205', '6202', '6106', '6108', '6207', '6219'] as const

/** What the owner calls an account of the chart; null while it has a first name. */
export function ownNameOf(accounts: readonly Account[], code: string): string | null {
  const name = accounts.find((account) => account.code === code)?.name
  return name === undefined || firstNames(code).includes(name) ? null : name
}

const isQuick = (code: string) => (QUICK_SPENDING as readonly string[]).includes(code)

/** As people look for them: the owner's own, daily costs, other costs, the cost of goods that documents book by themselves, assets and debts. */
const places: readonly ((account: Account) => boolean)[] = [
  ({ isOwn }) => isOwn,
  ({ code }) => isQuick(code),
  ({ kind, line }) => kind === 'expense' && line !== 'cost of goods',
  ({ kind }) => kind === 'expense',
]
const placeOf = (account: Account): number => {
  const at = places.findIndex((holds) => holds(account))
  return at < 0 ? places.length : at
}
export const asLookedFor = (accounts: readonly Account[]): Account[] =>
  accounts.toSorted((a, b) => placeOf(a) - placeOf(b))

/** The accounts `account` may be, for a kind of record; the core has the last word. */
export function accountChoices(all: readonly Account[], what: CashEventKind): Account[] {
  const accounts = all.filter(({ isArchived }) => !isArchived)
  if (what === 'business income') return accounts.filter(({ roles }) => roles.includes('income'))
  if (what === 'clearing received') return accounts.filter(({ roles }) => roles.includes('awaited'))
  if (what === 'loan received' || what === 'loan instalment')
    return accounts.filter(({ roles }) => roles.includes('loan'))
  return asLookedFor(accounts.filter(({ roles }) => roles.includes('spending')))
}

export const envelopeChoices = (accounts: readonly Account[]): Account[] =>
  accounts.filter(({ roles, isArchived }) => !isArchived && roles.includes('household spending'))

export const walletChoices = (accounts: readonly Account[], book: Account['book']): Account[] =>
  accounts.filter((account) => !account.isArchived && account.roles.includes('wallet') && account.book === book)

/** Where money may be moved: another wallet of the same book, or the road between two. */
export function transferChoices(accounts: readonly Account[], { wallet }: Pick<CashForm, 'wallet'>): Account[] {
  const from = accounts.find(({ code }) => code === wallet)
  return accounts.filter(
    ({ code, isCash, book, isArchived }) => isCash && !isArchived && code !== wallet && book === from?.book,
  )
}
