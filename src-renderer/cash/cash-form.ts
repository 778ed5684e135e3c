import { CASH_IN_HAND } from '../../src-shared/cash/cash-in-hand.ts'
import type { CashEvent, CashEventDraft, CashEventKind, CashRecord } from '../../src-shared/cash/cash-record.ts'
import type { BusinessDay } from '../../src-shared/kernel/business-day.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { Rupiah } from '../../src-shared/kernel/rupiah.ts'

/** What stands in the form, whatever the kind; fields a kind does not use keep what was typed. */
export interface CashForm {
  id: string
  what: CashEventKind
  day: BusinessDay
  note: string
  amount: Rupiah | null
  homePart: Rupiah | null
  fee: Rupiah | null
  principal: Rupiah | null
  interest: Rupiah | null
  wallet: string
  toWallet: string | null
  householdWallet: string
  account: string | null
  householdAccount: string | null
  payBack: boolean
  /** The receipt a payment to a supplier is for; empty for an older debt, null until chosen. */
  purchase: string | null
}

export type CashField = Exclude<keyof CashForm, 'id' | 'what' | 'day' | 'note'>

/** The fields each kind asks, in the order of asking. */
export const FIELDS: Readonly<Record<CashEventKind, readonly CashField[]>> = {
  'business expense': ['amount', 'account', 'wallet'],
  'business income': ['amount', 'account', 'wallet'],
  'private expense': ['amount', 'householdAccount', 'wallet'],
  'mixed bill': ['amount', 'homePart', 'account', 'householdAccount', 'wallet'],
  'take home': ['amount', 'wallet', 'householdWallet'],
  'put in capital': ['amount', 'householdWallet', 'wallet'],
  'expense from household': ['amount', 'account', 'householdWallet', 'payBack'],
  'mixed bill from household': ['amount', 'homePart', 'account', 'householdAccount', 'householdWallet', 'payBack'],
  'repay household': ['amount', 'wallet', 'householdWallet'],
  'lend to household': ['amount', 'wallet', 'householdWallet'],
  'household repays': ['amount', 'householdWallet', 'wallet'],
  'forgive household': ['amount'],
  'set off': ['amount'],
  transfer: ['amount', 'wallet', 'toWallet', 'fee'],
  'clearing received': ['account', 'amount', 'fee', 'wallet'],
  'pay supplier': ['purchase', 'amount', 'wallet'],
  'loan received': ['amount', 'account', 'wallet'],
  'loan instalment': ['account', 'principal', 'interest', 'wallet'],
  'household income': ['amount', 'householdWallet'],
  'household expense': ['amount', 'householdAccount', 'householdWallet'],
}

export const CASH_KINDS = Object.keys(FIELDS) as CashEventKind[]

/** A debt to a supplier that no receipt here speaks of. */
export const OLDER_DEBT = ''

export const emptyForm = (
  day: BusinessDay,
  what: CashEventKind = 'business expense',
  wallets: Partial<Pick<CashForm, 'wallet' | 'householdWallet'>> = {},
): CashForm => ({
  id: newId(),
  what,
  day,
  note: '',
  amount: null,
  homePart: null,
  fee: null,
  principal: null,
  interest: null,
  wallet: CASH_IN_HAND.usaha,
  toWallet: null,
  householdWallet: CASH_IN_HAND.rumah,
  account: null,
  householdAccount: null,
  payBack: true,
  purchase: null,
  ...wallets,
})

/** A record as it stood, ready to be corrected under its own id. */
export function formOf({ id, day, note, event, amount }: CashRecord): CashForm {
  const { what, ...facts } = event
  const form: CashForm = { ...emptyForm(day, what), id, note, amount, purchase: OLDER_DEBT }
  for (const [name, value] of Object.entries(facts)) {
    if (name === 'clearing') form.account = value as string
    else if (name === 'householdAmount') form.homePart = value as number
    else if (name in form && name !== 'amount') Object.assign(form, { [name]: value })
  }
  return form
}

/** The envelope a private bill most likely belongs to: power and internet of the home, else "other". */
const ENVELOPE_LIKE: Readonly<Record<string, string>> = { '6204': '9503', '6205': '9503' }

/** Shop spending that turned out to be the family's: same money, same wallet, another book. */
export const privateOf = ({
  wallet,
  account,
  amount,
}: Extract<CashEvent, { what: 'business expense' }>): CashEventDraft => ({
  what: 'private expense',
  wallet,
  householdAccount: ENVELOPE_LIKE[account] ?? '9599',
  amount,
})

export type CashTrouble = 'needAmount' | 'needChoice' | 'feeTooBig' | 'homePartTooBig' | 'sameWallet'

/** The first field that keeps the form from being saved, and why. */
export function troubleIn(form: CashForm): { field: CashField; why: CashTrouble } | null {
  for (const field of FIELDS[form.what]) {
    const value = form[field]
    if (field === 'fee') {
      if ((form.fee ?? 0) >= (form.amount ?? 0)) return { field, why: 'feeTooBig' }
    } else if (field === 'homePart') {
      if (!form.homePart || form.homePart < 1) return { field, why: 'needAmount' }
      if (form.homePart >= (form.amount ?? 0)) return { field, why: 'homePartTooBig' }
    } else if (field === 'interest' || field === 'principal') {
      if ((form.principal ?? 0) + (form.interest ?? 0) <= 0) return { field: 'principal', why: 'needAmount' }
    } else if (field === 'amount' && (form.amount ?? 0) < 1) return { field, why: 'needAmount' }
    else if (field === 'toWallet' && form.toWallet === form.wallet) return { field, why: 'sameWallet' }
    else if (value === null) return { field, why: 'needChoice' }
  }
  return null
}

/** The whole sum the form speaks of. */
export const formAmount = (form: CashForm): Rupiah =>
  form.what === 'loan instalment' ? (form.principal ?? 0) + (form.interest ?? 0) : (form.amount ?? 0)

/** The event the form describes; null while something is missing. */
export function eventOf(form: CashForm): CashEventDraft | null {
  if (troubleIn(form)) return null
  const { what, wallet, householdWallet, payBack } = form
  const amount = form.amount ?? 0
  const account = form.account ?? ''
  const householdAccount = form.householdAccount ?? ''
  const fee = form.fee ?? 0
  const parts = { businessAmount: amount - (form.homePart ?? 0), householdAmount: form.homePart ?? 0 }
  switch (what) {
    case 'business expense':
    case 'business income':
    case 'loan received':
      return { what, wallet, account, amount }
    case 'private expense':
      return { what, wallet, householdAccount, amount }
    case 'mixed bill':
      return { what, wallet, account, householdAccount, ...parts }
    case 'take home':
    case 'put in capital':
    case 'repay household':
    case 'lend to household':
    case 'household repays':
      return { what, wallet, householdWallet, amount }
    case 'expense from household':
      return { what, householdWallet, account, amount, payBack }
    case 'mixed bill from household':
      return { what, householdWallet, account, householdAccount, ...parts, payBack }
    case 'forgive household':
    case 'set off':
      return { what, amount }
    case 'transfer':
      return { what, wallet, toWallet: form.toWallet ?? '', amount, fee }
    case 'clearing received':
      return { what, wallet, clearing: account, amount, fee }
    case 'pay supplier':
      return { what, wallet, amount, ...(form.purchase && { purchase: form.purchase }) }
    case 'loan instalment':
      return { what, wallet, account, principal: form.principal ?? 0, interest: form.interest ?? 0 }
    case 'household income':
      return { what, householdWallet, amount }
    case 'household expense':
      return { what, householdWallet, householdAccount, amount }
  }
}
