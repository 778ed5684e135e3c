import { z } from 'zod'
import type { CashEvent } from '../cash/cash-record.ts'
import { allocate } from '../kernel/allocate.ts'
import type { Rupiah } from '../kernel/rupiah.ts'
import { AccountCode } from '../ledger/ledger.ts'

/**
 * What lines of a kind are, without the wallet and the amount that each line tells: what rules say. `other` is the wallet at the
 * other end. `shopShare` of a mixed bill is in basis points.
 */
export const BankMeaning = z.discriminatedUnion('what', [
  z.object({ what: z.enum(['business expense', 'business income', 'loan received']), account: AccountCode }),
  z.object({ what: z.enum(['private expense', 'household expense']), householdAccount: AccountCode }),
  z.object({
    what: z.literal('mixed bill'),
    account: AccountCode,
    householdAccount: AccountCode,
    shopShare: z.number().int().min(1).max(9_999),
  }),
  z.object({ what: z.literal('expense from household'), account: AccountCode, payBack: z.boolean() }),
  z.object({
    what: z.enum([
      'take home',
      'put in capital',
      'repay household',
      'lend to household',
      'household repays',
      'transfer',
    ]),
    other: AccountCode,
  }),
  z.object({ what: z.literal('clearing received'), clearing: AccountCode }),
  z.object({ what: z.enum(['pay supplier', 'household income']) }),
])
export type BankMeaning = z.infer<typeof BankMeaning>

/** The wallet a line is in, and what it moved there: came in above zero. */
export interface MovedInWallet {
  account: AccountCode
  book: 'usaha' | 'rumah'
  amount: Rupiah
}

/** Ways the money goes, seen from a wallet of each book; a meaning that goes another way does not fit the line. */
const WAY: Readonly<Record<BankMeaning['what'], Readonly<Partial<Record<MovedInWallet['book'], 'in' | 'out'>>>>> = {
  'business expense': { usaha: 'out' },
  'business income': { usaha: 'in' },
  'loan received': { usaha: 'in' },
  'private expense': { usaha: 'out' },
  'household expense': { rumah: 'out' },
  'mixed bill': { usaha: 'out' },
  'expense from household': { rumah: 'out' },
  'take home': { usaha: 'out', rumah: 'in' },
  'repay household': { usaha: 'out', rumah: 'in' },
  'lend to household': { usaha: 'out', rumah: 'in' },
  'put in capital': { usaha: 'in', rumah: 'out' },
  'household repays': { usaha: 'in', rumah: 'out' },
  transfer: {},
  'clearing received': { usaha: 'in' },
  'pay supplier': { usaha: 'out' },
  'household income': { rumah: 'in' },
}

/** Whether a line may mean this, by its book and the way its money went. */
export const mayMean = (
  { what }: Pick<BankMeaning, 'what'>,
  { book, amount }: Omit<MovedInWallet, 'account'>,
): boolean => what === 'transfer' || WAY[what][book] === (amount > 0 ? 'in' : 'out')

/** The event of a line that means this; null when the line goes another way or is too small to be shared. */
export function eventOf(meaning: BankMeaning, line: MovedInWallet): CashEvent | null {
  if (!mayMean(meaning, line)) return null
  const amount = Math.abs(line.amount)
  const wallet = line.account
  const isHome = line.book === 'rumah'
  switch (meaning.what) {
    case 'business expense':
    case 'business income':
    case 'loan received':
      return { what: meaning.what, wallet, account: meaning.account, amount }
    case 'private expense':
      return { what: meaning.what, wallet, householdAccount: meaning.householdAccount, amount }
    case 'household expense':
      return { what: meaning.what, householdWallet: wallet, householdAccount: meaning.householdAccount, amount }
    case 'mixed bill': {
      const { account, householdAccount, shopShare } = meaning
      const [businessAmount = 0, householdAmount = 0] = allocate(amount, [shopShare, 10_000 - shopShare])
      if (businessAmount < 1 || householdAmount < 1) return null
      return { what: meaning.what, wallet, account, businessAmount, householdAccount, householdAmount }
    }
    case 'expense from household':
      return { what: meaning.what, householdWallet: wallet, account: meaning.account, amount, payBack: meaning.payBack }
    case 'take home':
    case 'put in capital':
    case 'repay household':
    case 'lend to household':
    case 'household repays': {
      const [shop, home] = isHome ? [meaning.other, wallet] : [wallet, meaning.other]
      return { what: meaning.what, wallet: shop, householdWallet: home, amount }
    }
    case 'transfer': {
      const [from, to] = line.amount < 0 ? [wallet, meaning.other] : [meaning.other, wallet]
      return from === to ? null : { what: meaning.what, wallet: from, toWallet: to, amount, fee: 0 }
    }
    case 'clearing received':
      return { what: meaning.what, wallet, clearing: meaning.clearing, amount, fee: 0 }
    case 'pay supplier':
      return { what: meaning.what, wallet, amount }
    case 'household income':
      return { what: meaning.what, householdWallet: wallet, amount }
  }
}

/** What an event would mean of other lines; null for what only its own line can say: a fee, an instalment, a receipt. */
export function meaningOf(event: CashEvent, account: AccountCode): BankMeaning | null {
  switch (event.what) {
    case 'business expense':
    case 'business income':
    case 'loan received':
      return { what: event.what, account: event.account }
    case 'private expense':
    case 'household expense':
      return { what: event.what, householdAccount: event.householdAccount }
    case 'mixed bill': {
      const { businessAmount, householdAmount } = event
      const shopShare = Math.round((businessAmount * 10_000) / (businessAmount + householdAmount))
      const isShared = shopShare > 0 && shopShare < 10_000
      const { what, account: spending, householdAccount } = event
      return isShared ? { what, account: spending, householdAccount, shopShare } : null
    }
    case 'expense from household':
      return { what: event.what, account: event.account, payBack: event.payBack }
    case 'take home':
    case 'put in capital':
    case 'repay household':
    case 'lend to household':
    case 'household repays':
      return { what: event.what, other: event.wallet === account ? event.householdWallet : event.wallet }
    case 'transfer':
      return event.fee === 0
        ? { what: event.what, other: event.wallet === account ? event.toWallet : event.wallet }
        : null
    case 'clearing received':
      return event.fee === 0 ? { what: event.what, clearing: event.clearing } : null
    case 'pay supplier':
      return event.purchase === undefined ? { what: event.what } : null
    case 'household income':
      return { what: event.what }
    case 'mixed bill from household':
    case 'loan instalment':
    case 'forgive household':
    case 'set off':
      return null
  }
}

/** The same in every fact, whatever the order in which they were written. */
export const isSameMeaning = (a: BankMeaning, b: BankMeaning): boolean => keyOf(a) === keyOf(b)
const keyOf = (meaning: BankMeaning): string => JSON.stringify(Object.entries(meaning).toSorted())

/** Whose money it was, in the one word of the key that says it. */
export type BankSide = 'usaha' | 'pribadi' | 'pindah' | 'bagi'

const SIDES: Readonly<Record<CashEvent['what'], BankSide>> = {
  'business expense': 'usaha',
  'business income': 'usaha',
  'private expense': 'pribadi',
  'mixed bill': 'bagi',
  'take home': 'pribadi',
  'put in capital': 'pribadi',
  'expense from household': 'usaha',
  'mixed bill from household': 'bagi',
  'repay household': 'pribadi',
  'lend to household': 'pribadi',
  'household repays': 'pribadi',
  'forgive household': 'pribadi',
  'set off': 'pribadi',
  transfer: 'pindah',
  'clearing received': 'usaha',
  'pay supplier': 'usaha',
  'loan received': 'usaha',
  'loan instalment': 'usaha',
  'household income': 'pribadi',
  'household expense': 'pribadi',
}
export const sideOf = (what: CashEvent['what']): BankSide => SIDES[what]
