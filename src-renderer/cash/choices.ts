import type { CashEventKind } from '../../src-shared/cash/cash-record.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'
import type { CashForm } from './cash-form.ts'

/** Business spending people write down most, by account; `quick …` in `cashWords` says them in everyday words. */
export const QUICK_SPENDING = ['6105', '6206', '6204', '6205', '6202', '6106', '6108', '6207', '6219'] as const

const KEPT_BY_STOCK = new Set(['1301', '1303', '1304', '1305', '1307'])
const MONEY_UNDER_WAY = '1142'
const DEBTS_BOOKED_BEFORE = new Set(['2102', '2103', '2104', '2106', '2110', '2111', '2112'])
const SPENDING_LINES = new Set([
  'sales reductions',
  'cost of goods',
  'marketplace costs',
  'selling costs',
  'general costs',
  'other costs',
  'finance cost',
  'income tax',
  'other receivables',
  'inventory',
  'prepaid',
  'advances',
  'prepaid tax',
  'fixed assets',
])
const AWAITED_LINES = new Set(['marketplace receivables', 'clearing', 'trade receivables', 'other receivables'])

const isSpending = ({ code, book, line }: Account): boolean =>
  book === 'usaha' && !KEPT_BY_STOCK.has(code) && (SPENDING_LINES.has(line) || DEBTS_BOOKED_BEFORE.has(code))

/** The accounts `account` may be, for a kind of record; the core has the last word. */
export function accountChoices(accounts: readonly Account[], what: CashEventKind): Account[] {
  if (what === 'business income') return accounts.filter(({ line }) => line === 'other income')
  if (what === 'clearing received') return accounts.filter(({ line }) => AWAITED_LINES.has(line))
  if (what === 'loan received' || what === 'loan instalment') return accounts.filter(({ line }) => line === 'loans')
  // daily costs first: nobody looks for an asset under "Untuk apa"
  return accounts.filter(isSpending).toSorted((a, b) => Number(a.code < '5000') - Number(b.code < '5000'))
}

export const envelopeChoices = (accounts: readonly Account[]): Account[] =>
  accounts.filter(({ line }) => line === 'household spending')

export const walletChoices = (accounts: readonly Account[], book: Account['book']): Account[] =>
  accounts.filter((account) => account.isCash && account.book === book && account.code !== MONEY_UNDER_WAY)

/** Where money may be moved: another wallet of the same book, or the road between two. */
export const transferChoices = (accounts: readonly Account[], { wallet }: Pick<CashForm, 'wallet'>): Account[] =>
  accounts.filter(
    ({ code, isCash, book }) => isCash && code !== wallet && book === (wallet >= '9000' ? 'rumah' : 'usaha'),
  )
