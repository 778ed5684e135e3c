import type { cashWords, MoveFacts } from '../../src-shared/cash/cash.words.ts'
import { formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'
import { type CashForm, formAmount } from './cash-form.ts'

const PURPOSES: Readonly<Record<Account['kind'], MoveFacts['purpose']>> = {
  asset: 'asset',
  liability: 'debt',
  equity: 'cost',
  income: 'cost',
  expense: 'cost',
}

/** What will happen in the shop's book, and in the household's when it keeps one; null until there is an amount. */
export function movesSentence(
  say: (typeof cashWords)['id'],
  form: CashForm,
  accounts: readonly Pick<Account, 'code' | 'name' | 'book' | 'kind'>[],
  keepsHousehold: boolean,
): string | null {
  const amount = formAmount(form)
  if (amount <= 0 || (form.what === 'transfer' && form.toWallet === null)) return null
  const known = (code: string | null) => accounts.find((account) => account.code === code)
  const name = (code: string | null) => known(code)?.name ?? ''
  const homePart = form.homePart ?? 0
  const facts: MoveFacts = {
    amount: formatRupiah(amount),
    wallet: name(form.wallet),
    to: name(form.toWallet),
    home: name(form.householdWallet),
    fee: form.fee ? formatRupiah(form.fee) : null,
    net: formatRupiah(amount - (form.fee ?? 0)),
    shopPart: formatRupiah(amount - homePart),
    homePart: formatRupiah(homePart),
    principal: formatRupiah(form.principal ?? 0),
    interest: formatRupiah(form.interest ?? 0),
    purpose: PURPOSES[known(form.account)?.kind ?? 'expense'],
    payBack: form.payBack,
  }
  const shop = say[`moves ${form.what}`](facts)
  return keepsHousehold ? `${shop} ${homeSentence(say, form, facts, known(form.wallet)?.book)}` : shop
}

function homeSentence(
  say: (typeof cashWords)['id'],
  { what }: CashForm,
  facts: MoveFacts,
  walletBook: Account['book'] | undefined,
): string {
  // money between two purses of the family never meets the shop
  if (what === 'transfer' && walletBook === 'rumah') return ''
  const key = `home ${what}` as const
  const said = key in say ? say[key as 'home mixed bill' | 'home take home'] : say['home unmoved']
  return typeof said === 'string' ? said : said(facts)
}
