import { Switch } from '@mantine/core'
import { cashWords } from '../../src-shared/cash/cash.words.ts'
import { formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'
import { Choice } from '../design/fields/Choice.tsx'
import { RupiahField } from '../design/fields/RupiahField.tsx'
import { useWords } from '../design/language.tsx'
import { CategoryPicker } from './CategoryPicker.tsx'
import { type CashField, type CashForm, FIELDS, type troubleIn } from './cash-form.ts'
import {
  accountChoices,
  envelopeChoices,
  ownNameOf,
  QUICK_SPENDING,
  transferChoices,
  walletChoices,
} from './choices.ts'
import { PurchaseChoice } from './PurchaseChoice.tsx'

export interface CashFieldsProps {
  form: CashForm
  accounts: readonly Account[]
  trouble: ReturnType<typeof troubleIn>
  onChange: (change: Partial<CashForm>) => void
  /** Goes on to what is asked after this field. */
  onNext: (field: CashField) => void
}

const INTO = new Set(['business income', 'put in capital', 'household repays', 'clearing received', 'loan received'])

/** The fields this kind of record asks, in its order. */
export function CashFields(props: CashFieldsProps) {
  return FIELDS[props.form.what].map((field) => (
    <div key={field} data-field={field}>
      <OneField field={field} {...props} />
    </div>
  ))
}

function OneField({ field, form, accounts, trouble, onChange, onNext }: CashFieldsProps & { field: CashField }) {
  const w = useWords(cashWords)
  const error = trouble?.field === field ? w[trouble.why] : undefined
  const money = (name: 'amount' | 'homePart' | 'fee' | 'principal' | 'interest', label: string, help?: string) => (
    <RupiahField
      label={label}
      value={form[name]}
      onChange={(amount) => onChange({ [name]: amount })}
      {...(help && { help })}
      {...(error && { error })}
      {...(name === 'amount' && { placeholder: w.amountHint, hasFocusFirst: true })}
    />
  )
  const wallets = (name: 'wallet' | 'toWallet' | 'householdWallet', label: string, choices: readonly Account[]) => (
    <Choice
      label={label}
      value={form[name]}
      error={error}
      data={choices.map(({ code, name: named }) => ({ value: code, label: named }))}
      onChange={(chosen) => onChange({ [name]: chosen })}
    />
  )
  switch (field) {
    case 'amount':
      return money('amount', form.what.startsWith('mixed') ? w.total : w.amount)
    case 'homePart': {
      const shop = (form.amount ?? 0) - (form.homePart ?? 0)
      return money('homePart', w.homePart, form.homePart && shop > 0 ? w.homePartHelp(formatRupiah(shop)) : undefined)
    }
    case 'fee':
      return money('fee', w.fee, w.feeHelp)
    case 'principal':
      return money('principal', w.principal)
    case 'interest':
      return money('interest', w.interest)
    case 'wallet':
      return wallets('wallet', INTO.has(form.what) ? w.intoWallet : w.fromWallet, [
        ...walletChoices(accounts, 'usaha'),
        ...(form.what === 'transfer' ? walletChoices(accounts, 'rumah') : []),
      ])
    case 'toWallet':
      return wallets('toWallet', w.intoWallet, transferChoices(accounts, form))
    case 'householdWallet':
      return wallets('householdWallet', w.homeWallet, walletChoices(accounts, 'rumah'))
    case 'purchase':
      return <PurchaseChoice form={form} error={error} onChange={onChange} />
    case 'payBack':
      return (
        <Switch
          label={w.payBack}
          description={w.payBackHelp}
          checked={form.payBack}
          onChange={(event) => onChange({ payBack: event.currentTarget.checked })}
        />
      )
    case 'householdAccount':
      return (
        <CategoryPicker
          label={form.what.startsWith('mixed') ? w.forWhatHome : w.forWhat}
          quick={envelopeChoices(accounts)
            .slice(0, 9)
            .map(({ code, name }) => ({ code, label: name }))}
          othersLabel={w.everyChoice}
          value={form.householdAccount}
          error={error}
          onChange={(householdAccount) => onChange({ householdAccount })}
          onChosen={() => onNext('householdAccount')}
          isOneOfTwo={form.what.startsWith('mixed')}
        />
      )
    case 'account': {
      const choices = accountChoices(accounts, form.what)
      const label = {
        'business income': w.incomeFrom,
        'clearing received': w.awaited,
        'loan received': w.loan,
        'loan instalment': w.loan,
        'mixed bill': w.forWhatShop,
        'mixed bill from household': w.forWhatShop,
      }[form.what as string]
      const isSpending = choices.some(({ code }) => code === QUICK_SPENDING[0])
      const quick = isSpending
        ? QUICK_SPENDING.map((code) => ({ code, label: ownNameOf(accounts, code) ?? w[`quick ${code}`] }))
        : choices.slice(0, 9).map(({ code, name }) => ({ code, label: name }))
      const isQuick = new Set<string>(quick.map(({ code }) => code))
      return (
        <CategoryPicker
          label={label ?? w.forWhat}
          quick={quick}
          others={choices.filter(({ code }) => !isQuick.has(code)).map(({ code, name }) => ({ code, label: name }))}
          othersLabel={w.everyChoice}
          value={form.account}
          error={error}
          help={form.what === 'business income' ? w.incomeHint : undefined}
          onChange={(account) => onChange({ account })}
          onChosen={() => onNext('account')}
          isOneOfTwo={form.what.startsWith('mixed')}
        />
      )
    }
  }
}
