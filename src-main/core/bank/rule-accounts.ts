import type { BankRuleDraft } from '../../../src-shared/bank/bank.ts'
import { mayMean } from '../../../src-shared/bank/bank-meaning.ts'
import type { AccountRole } from '../../../src-shared/cash/cash.words.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Account, AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { SERVES } from '../cash/account-roles.ts'

/** Whatever holds money, be it on its way. */
const holdsMoney = ({ roles, isCash }: Account) =>
  isCash || roles.includes('wallet') || roles.includes('money in transit')

/** Which account of a rule must serve as what, as far as that is known before there is a line; wallets may be of either book. */
function rolesOf({ account, direction, meaning }: BankRuleDraft): [code: AccountCode, role: AccountRole][] {
  const isOfShop = mayMean(meaning, { book: 'usaha', amount: direction === 'in' ? 1 : -1 })
  const own: [AccountCode, AccountRole][] =
    account === null ? [] : [[account, isOfShop ? 'shop wallet' : 'home wallet']]
  switch (meaning.what) {
    case 'business expense':
    case 'expense from household':
      return [...own, [meaning.account, 'spending']]
    case 'business income':
      return [...own, [meaning.account, 'income']]
    case 'loan received':
      return [...own, [meaning.account, 'loan']]
    case 'private expense':
    case 'household expense':
      return [...own, [meaning.householdAccount, 'household spending']]
    case 'mixed bill':
      return [...own, [meaning.account, 'spending'], [meaning.householdAccount, 'household spending']]
    case 'take home':
    case 'put in capital':
    case 'repay household':
    case 'lend to household':
    case 'household repays':
      return [...own, [meaning.other, isOfShop ? 'home wallet' : 'shop wallet']]
    case 'transfer':
      return [...own, [meaning.other, 'wallet of the same book']]
    case 'clearing received':
      return [...own, [meaning.clearing, 'clearing']]
    case 'pay supplier':
    case 'household income':
      return own
  }
}

const serves = (account: Account, role: AccountRole): boolean => {
  switch (role) {
    case 'shop wallet':
    case 'home wallet':
    case 'wallet of the same book':
      return holdsMoney(account)
    default:
      return SERVES[role](account)
  }
}

/** @throws WRONG_ACCOUNT when a rule names an account that is not there or cannot serve as what the rule says it is. */
export function requireRuleAccounts(rule: BankRuleDraft, accounts: ReadonlyMap<AccountCode, Account>): void {
  for (const [code, role] of rolesOf(rule)) {
    const known = accounts.get(code)
    if (!known || !serves(known, role)) throw new DomainError('WRONG_ACCOUNT', { account: code, role })
  }
}
