import type { AccountRole } from '../../../src-shared/cash/cash.words.ts'
import type { CashEvent } from '../../../src-shared/cash/cash-record.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Account } from '../../../src-shared/ledger/ledger.ts'

/** Money between two wallets: neither here nor there, so nobody pays with it. */
const IN_TRANSIT = '1142'

/** Merchandise and what becomes of it is kept by documents of stock, so that books and shelf agree to the rupiah. */
const KEPT_BY_STOCK = new Set(['1301', '1303', '1304', '1305', '1307'])

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

/** Debts booked before and paid now; suppliers, loans and the owner have events of their own. */
export const PAYABLES = new Set(['2102', '2103', '2104', '2106', '2110', '2111', '2112'])

const CLEARING_LINES = new Set(['marketplace receivables', 'clearing', 'trade receivables', 'other receivables'])

export const isWallet = ({ code, isCash }: Account): boolean => isCash && code !== IN_TRANSIT

const FITS: Record<AccountRole, (account: Account, event: CashEvent) => boolean> = {
  'shop wallet': (account) => isWallet(account) && account.book === 'usaha',
  'home wallet': (account) => isWallet(account) && account.book === 'rumah',
  'wallet of the same book': (account, event) =>
    event.what === 'transfer' &&
    account.isCash &&
    account.code !== event.wallet &&
    account.book === (event.wallet >= '9000' ? 'rumah' : 'usaha'),
  spending: ({ code, book, line }) =>
    book === 'usaha' && !KEPT_BY_STOCK.has(code) && (SPENDING_LINES.has(line) || PAYABLES.has(code)),
  income: ({ line }) => line === 'other income',
  'household spending': ({ line }) => line === 'household spending',
  clearing: ({ line }) => CLEARING_LINES.has(line),
  loan: ({ line }) => line === 'loans',
}

/** Which account of an event must serve as what. */
function rolesOf(event: CashEvent): [code: string, role: AccountRole][] {
  switch (event.what) {
    case 'business expense':
      return [
        [event.wallet, 'shop wallet'],
        [event.account, 'spending'],
      ]
    case 'business income':
      return [
        [event.wallet, 'shop wallet'],
        [event.account, 'income'],
      ]
    case 'private expense':
      return [
        [event.wallet, 'shop wallet'],
        [event.householdAccount, 'household spending'],
      ]
    case 'mixed bill':
      return [
        [event.wallet, 'shop wallet'],
        [event.account, 'spending'],
        [event.householdAccount, 'household spending'],
      ]
    case 'take home':
    case 'put in capital':
    case 'repay household':
    case 'lend to household':
    case 'household repays':
      return [
        [event.wallet, 'shop wallet'],
        [event.householdWallet, 'home wallet'],
      ]
    case 'expense from household':
      return [
        [event.householdWallet, 'home wallet'],
        [event.account, 'spending'],
      ]
    case 'mixed bill from household':
      return [
        [event.householdWallet, 'home wallet'],
        [event.account, 'spending'],
        [event.householdAccount, 'household spending'],
      ]
    case 'forgive household':
    case 'set off':
      return []
    case 'transfer':
      return [
        // money in transit moves on to where it belongs
        ...(event.wallet === IN_TRANSIT
          ? []
          : [[event.wallet, event.wallet >= '9000' ? 'home wallet' : 'shop wallet'] as [string, AccountRole]]),
        [event.toWallet, 'wallet of the same book'],
      ]
    case 'clearing received':
      return [
        [event.wallet, 'shop wallet'],
        [event.clearing, 'clearing'],
      ]
    case 'pay supplier':
      return [[event.wallet, 'shop wallet']]
    case 'loan received':
    case 'loan instalment':
      return [
        [event.wallet, 'shop wallet'],
        [event.account, 'loan'],
      ]
    case 'household income':
      return [[event.householdWallet, 'home wallet']]
    case 'household expense':
      return [
        [event.householdWallet, 'home wallet'],
        [event.householdAccount, 'household spending'],
      ]
  }
}

/** @throws WRONG_ACCOUNT when an account cannot serve as what the event says it is. */
export function requireRoles(event: CashEvent, accounts: ReadonlyMap<string, Account>): void {
  for (const [code, role] of rolesOf(event)) {
    const account = accounts.get(code)
    if (!account || !FITS[role](account, event)) throw new DomainError('WRONG_ACCOUNT', { account: code, role })
  }
}
