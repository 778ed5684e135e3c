import type { AccountRole } from '../../../src-shared/cash/cash.words.ts'
import type { CashEvent } from '../../../src-shared/cash/cash-record.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Account, AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Accounts } from './cash-entries.ts'

const bookOf = (code: AccountCode, accounts: Accounts) => accounts.get(code)?.book

/** What an account serves as, whatever the event. */
export const SERVES: Record<Exclude<AccountRole, 'wallet of the same book'>, (account: Account) => boolean> = {
  'shop wallet': ({ roles, book }) => roles.includes('wallet') && book === 'usaha',
  'home wallet': ({ roles, book }) => roles.includes('wallet') && book === 'rumah',
  spending: ({ roles }) => roles.includes('spending'),
  income: ({ roles }) => roles.includes('income'),
  'household spending': ({ roles }) => roles.includes('household spending'),
  clearing: ({ roles }) => roles.includes('awaited'),
  loan: ({ roles }) => roles.includes('loan'),
}

const FITS: Record<AccountRole, (account: Account, event: CashEvent, accounts: Accounts) => boolean> = {
  ...SERVES,
  'wallet of the same book': ({ code, isCash, book }, event, accounts) =>
    event.what === 'transfer' && isCash && code !== event.wallet && book === bookOf(event.wallet, accounts),
}

/** Which account of an event must serve as what. */
function rolesOf(event: CashEvent, accounts: Accounts): [code: AccountCode, role: AccountRole][] {
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
        ...(accounts.get(event.wallet)?.roles.includes('money in transit')
          ? []
          : [
              [event.wallet, bookOf(event.wallet, accounts) === 'rumah' ? 'home wallet' : 'shop wallet'] as [
                AccountCode,
                AccountRole,
              ],
            ]),
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
export function requireRoles(event: CashEvent, accounts: Accounts): void {
  for (const [code, role] of rolesOf(event, accounts)) {
    const account = accounts.get(code)
    if (!account || !FITS[role](account, event, accounts))
      throw new DomainError('WRONG_ACCOUNT', { account: code, role })
  }
}
