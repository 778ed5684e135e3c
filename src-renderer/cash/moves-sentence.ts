import type { cashWords } from '../../src-shared/cash/cash.words.ts'
import { formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'
import { type CashForm, formAmount } from './cash-form.ts'

/** Which books will move, in one plain sentence; null until there is an amount. */
export function movesSentence(
  say: (typeof cashWords)['id'],
  form: CashForm,
  accounts: readonly Pick<Account, 'code' | 'name'>[],
): string | null {
  const amount = formAmount(form)
  if (amount <= 0) return null
  const name = (code: string | null) => accounts.find((account) => account.code === code)?.name ?? ''
  const second = form.what === 'transfer' ? form.toWallet : form.householdWallet
  if (form.what === 'transfer' && second === null) return null
  return say[`moves ${form.what}`](formatRupiah(amount), name(form.wallet), name(second))
}
