import { Group, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, useRef, useState } from 'react'
import { cashWords } from '../../src-shared/cash/cash.words.ts'
import { householdWords } from '../../src-shared/household/household.words.ts'
import { formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { type CashForm, emptyForm, eventOf } from '../cash/cash-form.ts'
import { envelopeChoices, walletChoices } from '../cash/choices.ts'
import { movesSentence } from '../cash/moves-sentence.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { Columns } from '../design/Columns.tsx'
import { Choice } from '../design/fields/Choice.tsx'
import { RupiahField } from '../design/fields/RupiahField.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'
import { showToast } from '../design/toast.tsx'
import classes from './household.module.css'
import { householdShortcuts } from './household.shortcuts.ts'

/** Catat belanja in one line: paid from household money, or from the shop's (then it is prive). C comes here. */
export function QuickSpending({ accounts, today }: { accounts: readonly Account[]; today: string }) {
  const w = useWords(householdWords)
  const say = useWords(cashWords)
  const fresh = () => ({
    ...emptyForm(today, 'household expense'),
    householdAccount: envelopeChoices(accounts)[0]?.code ?? null,
  })
  const [form, setForm] = useState<CashForm>(fresh)
  const [isAsked, setAsked] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useHotkey(householdShortcuts.page.record, () => box.current?.querySelector('input')?.focus())
  const undo = useMutation(api.cash.cancel.mutationOptions())
  const save = useMutation(
    api.cash.record.mutationOptions({
      onSuccess: ({ id, amount }) => {
        showToast({
          text: w.recorded(formatRupiah(amount)),
          undo: () => undo.mutate({ id, reason: w.undoReason }),
        })
        setAsked(false)
        setForm({ ...fresh(), what: form.what, wallet: form.wallet, householdWallet: form.householdWallet })
        box.current?.querySelector('input')?.focus()
      },
    }),
  )
  const store = () => {
    setAsked(true)
    const event = eventOf(form)
    if (event) save.mutate({ id: form.id, day: form.day, note: form.note.trim(), event })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    // on a choice Enter opens its list
    if (event.key !== 'Enter' || event.ctrlKey || target.matches('button,[aria-haspopup="listbox"]')) return
    event.preventDefault()
    store()
  }
  const payer = form.what === 'private expense' ? form.wallet : form.householdWallet
  const group = (book: Account['book']) =>
    walletChoices(accounts, book).map(({ code, name }) => ({ value: code, label: name }))
  return (
    <Section title={w.record} aside={w.privateNote}>
      <Card>
        <Columns of="minmax(0, 1fr) minmax(0, 1.4fr)" gap={12} ref={box} onKeyDown={onKeyDown}>
          <RupiahField
            label={w.amount}
            value={form.amount}
            onChange={(amount) => setForm({ ...form, amount })}
            {...(isAsked && !form.amount && { error: w.needAmount })}
          />
          <Choice
            label={w.forWhat}
            value={form.householdAccount}
            data={envelopeChoices(accounts).map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(householdAccount) => setForm({ ...form, householdAccount })}
          />
          <TextInput
            label={w.note}
            value={form.note}
            maxLength={500}
            autoComplete="off"
            onChange={(event) => setForm({ ...form, note: event.currentTarget.value })}
          />
          <Choice
            label={w.paidFrom}
            value={payer}
            data={[
              { group: w.homeMoney, items: group('rumah') },
              { group: w.shopMoney, items: group('usaha') },
            ]}
            onChange={(code) => {
              if (code === null) return
              setForm(
                accounts.find((account) => account.code === code)?.book === 'rumah'
                  ? { ...form, what: 'household expense', householdWallet: code }
                  : { ...form, what: 'private expense', wallet: code },
              )
            }}
          />
        </Columns>
        <RefusalNotice error={save.error ?? undo.error} />
        <Group justify="flex-end" gap={10} mt={10}>
          <p className={`quiet small ${classes.moves}`} aria-live="polite">
            {movesSentence(say, form, accounts, true)}
          </p>
          <ActionButton
            label={w.save}
            busyLabel={w.saving}
            isBusy={save.isPending}
            size="small"
            shortcut={standingShortcuts.save}
            onAct={store}
          />
        </Group>
      </Card>
    </Section>
  )
}
