import type { CashEvent } from '../../../src-shared/cash/cash-record.ts'
import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { Account, AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { memo } from '../../../src-shared/ledger/memo.words.ts'
import type { Book, Entry } from '../effects.ts'
import { type AmountLine, credit, debit } from '../entry-lines.ts'

/** What an event means in each book; a book it does not touch has no lines. */
interface Sides {
  usaha: AmountLine[]
  rumah: AmountLine[]
}

/** The shop's accounts, by code. */
export type Accounts = ReadonlyMap<AccountCode, Account>

/** Takes what moving this account's money costs: a fee, what a channel kept, the interest on a loan. */
function costOf(code: AccountCode, accounts: Accounts): AccountCode {
  const account = accounts.get(code)?.costAccount
  if (!account) throw new Error(`no account takes the costs of ${code}`)
  return account
}

/** A shop cost that the household paid: owed back, or given as capital. */
const owedOrGiven = (payBack: boolean) =>
  payBack ? ({ shop: '2120', home: '9130' } as const) : ({ shop: '3101', home: '9450' } as const)

function sidesOf(event: CashEvent, accounts: Accounts): Sides {
  switch (event.what) {
    case 'business expense':
      return { usaha: [debit(event.account, event.amount), credit(event.wallet, event.amount)], rumah: [] }
    case 'business income':
      return { usaha: [debit(event.wallet, event.amount), credit(event.account, event.amount)], rumah: [] }
    case 'private expense':
      return {
        usaha: [debit('3201', event.amount), credit(event.wallet, event.amount)],
        rumah: [debit(event.householdAccount, event.amount), credit('9401', event.amount)],
      }
    case 'mixed bill':
      return {
        usaha: [
          debit(event.account, event.businessAmount),
          debit('3201', event.householdAmount),
          credit(event.wallet, event.businessAmount + event.householdAmount),
        ],
        rumah: [debit(event.householdAccount, event.householdAmount), credit('9401', event.householdAmount)],
      }
    case 'take home':
      return {
        usaha: [debit('3201', event.amount), credit(event.wallet, event.amount)],
        rumah: [debit(event.householdWallet, event.amount), credit('9401', event.amount)],
      }
    case 'put in capital':
      return {
        usaha: [debit(event.wallet, event.amount), credit('3101', event.amount)],
        rumah: [debit('9450', event.amount), credit(event.householdWallet, event.amount)],
      }
    case 'expense from household': {
      const { shop, home } = owedOrGiven(event.payBack)
      return {
        usaha: [debit(event.account, event.amount), credit(shop, event.amount)],
        rumah: [debit(home, event.amount), credit(event.householdWallet, event.amount)],
      }
    }
    case 'mixed bill from household': {
      const { shop, home } = owedOrGiven(event.payBack)
      return {
        usaha: [debit(event.account, event.businessAmount), credit(shop, event.businessAmount)],
        rumah: [
          debit(event.householdAccount, event.householdAmount),
          debit(home, event.businessAmount),
          credit(event.householdWallet, event.businessAmount + event.householdAmount),
        ],
      }
    }
    case 'repay household':
      return {
        usaha: [debit('2120', event.amount), credit(event.wallet, event.amount)],
        rumah: [debit(event.householdWallet, event.amount), credit('9130', event.amount)],
      }
    case 'lend to household':
      return {
        usaha: [debit('1230', event.amount), credit(event.wallet, event.amount)],
        rumah: [debit(event.householdWallet, event.amount), credit('9201', event.amount)],
      }
    case 'household repays':
      return {
        usaha: [debit(event.wallet, event.amount), credit('1230', event.amount)],
        rumah: [debit('9201', event.amount), credit(event.householdWallet, event.amount)],
      }
    case 'forgive household':
      return {
        usaha: [debit('3201', event.amount), credit('1230', event.amount)],
        rumah: [debit('9201', event.amount), credit('9401', event.amount)],
      }
    case 'set off':
      return {
        usaha: [debit('2120', event.amount), credit('1230', event.amount)],
        rumah: [debit('9201', event.amount), credit('9130', event.amount)],
      }
    case 'transfer':
    case 'clearing received': {
      const [to, from] = event.what === 'transfer' ? [event.toWallet, event.wallet] : [event.wallet, event.clearing]
      const lines = [
        debit(to, event.amount - event.fee),
        debit(costOf(from, accounts), event.fee),
        credit(from, event.amount),
      ]
      return accounts.get(from)?.book === 'rumah' ? { usaha: [], rumah: lines } : { usaha: lines, rumah: [] }
    }
    case 'pay supplier':
      return { usaha: [debit('2101', event.amount), credit(event.wallet, event.amount)], rumah: [] }
    case 'loan received':
      return { usaha: [debit(event.wallet, event.amount), credit(event.account, event.amount)], rumah: [] }
    case 'loan instalment':
      return {
        usaha: [
          debit(event.account, event.principal),
          debit(costOf(event.account, accounts), event.interest),
          credit(event.wallet, event.principal + event.interest),
        ],
        rumah: [],
      }
    case 'household income':
      return { usaha: [], rumah: [debit(event.householdWallet, event.amount), credit('9402', event.amount)] }
    case 'household expense':
      return {
        usaha: [],
        rumah: [debit(event.householdAccount, event.amount), credit(event.householdWallet, event.amount)],
      }
  }
}

/** The whole sum that moved. */
export function amountMoved(event: CashEvent): Rupiah {
  if ('businessAmount' in event) return event.businessAmount + event.householdAmount
  if (event.what === 'loan instalment') return event.principal + event.interest
  return event.amount
}

/** What an event moves on one account, in whichever book it stands; debit positive. */
export function movedOn(event: CashEvent, account: AccountCode, accounts: Accounts): Rupiah {
  const { usaha, rumah } = sidesOf(event, accounts)
  return [...usaha, ...rumah].reduce((sum, line) => (line.account === account ? sum + line.amount : sum), 0)
}

/** True for events that only the household's book can hold. */
export const isHouseholdOnly = (event: CashEvent, accounts: Accounts): boolean =>
  sidesOf(event, accounts).usaha.length === 0

export interface CashDocument {
  id: string
  day: BusinessDay
  event: CashEvent
}

/**
 * The entries of one movement of money. An event that crosses the wall makes a pair, one entry a book, tied by the record's
 * id; the household's side is left out while it keeps no book. Effects of a pair have keys of their own, so that
 * switching the household's book on never leaves half a pair.
 */
export function cashEntries(
  { id, day, event }: CashDocument,
  { keepsHousehold }: { keepsHousehold: boolean },
  accounts: Accounts,
): Entry[] {
  const sides = sidesOf(event, accounts)
  const books = (['usaha', 'rumah'] as const).filter(
    (book) => sides[book].length > 0 && (book === 'usaha' || keepsHousehold),
  )
  return books.map((book: Book) => ({
    effect: books.length === 2 ? `pair/${book}` : book,
    book,
    day,
    memo: memo('cash', { what: event.what }),
    lines: sides[book].filter(({ amount }) => amount !== 0),
    ...(books.length === 2 ? { pairId: id } : {}),
  }))
}
