import type { CashEvent } from '../../../src-shared/cash/cash-record.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Accounts } from './cash-entries.ts'

const SHOP_OWES_SUPPLIERS = '2101'
const SHOP_OWES_HOME = '2120'
const HOME_OWES_SHOP = '1230'

/** The debts an event makes smaller, by account of the shop's book. */
function debtsOf(event: CashEvent, accounts: Accounts): AccountCode[] {
  switch (event.what) {
    case 'repay household':
      return [SHOP_OWES_HOME]
    case 'household repays':
    case 'forgive household':
      return [HOME_OWES_SHOP]
    case 'set off':
      return [SHOP_OWES_HOME, HOME_OWES_SHOP]
    case 'pay supplier':
      return [SHOP_OWES_SUPPLIERS]
    case 'business expense':
      return accounts.get(event.account)?.roles.includes('payable') ? [event.account] : []
    default:
      return []
  }
}

/**
 * Nobody pays back more than is owed.
 * @param balanceOf balance of an account, debit positive, without this record itself.
 * @throws MORE_THAN_OWED
 */
export function requireOwed(
  event: CashEvent,
  amount: Rupiah,
  accounts: Accounts,
  balanceOf: (account: AccountCode) => Rupiah,
): void {
  for (const account of debtsOf(event, accounts)) {
    const owed = Math.max(0, account === HOME_OWES_SHOP ? balanceOf(account) : -balanceOf(account))
    if (amount > owed) throw new DomainError('MORE_THAN_OWED', { amount, owed })
  }
}
