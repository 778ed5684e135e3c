import { Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { cashEventWords } from '../../src-shared/cash/cash.words.ts'
import { householdWords } from '../../src-shared/household/household.words.ts'
import { formatRupiah, type Rupiah } from '../../src-shared/kernel/rupiah.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { emptyForm, eventOf } from '../cash/cash-form.ts'
import { walletChoices } from '../cash/choices.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { Choice } from '../design/fields/Choice.tsx'
import { RupiahField } from '../design/fields/RupiahField.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import { showToast } from '../design/toast.tsx'

export interface MoveDialogProps {
  what: 'take home' | 'repay household' | 'household repays' | 'set off'
  title: string
  meaning?: string
  /** The safe amount; more may be taken, with a word of warning. */
  limit?: Rupiah
  /** What is proposed. */
  amount: Rupiah | null
  accounts: readonly Account[]
  today: string
  onClose: () => void
}

/** Money over the wall between shop and home: how much, from where, to where. Ctrl+Enter or Enter records it. */
export function MoveDialog({ what, title, meaning, limit, amount, accounts, today, onClose }: MoveDialogProps) {
  const w = useWords(householdWords)
  const kinds = useWords(cashEventWords)
  const [form, setForm] = useState(() => ({ ...emptyForm(today, what), amount }))
  const [isAsked, setAsked] = useState(false)
  const undo = useMutation(api.cash.cancel.mutationOptions())
  const save = useMutation(
    api.cash.record.mutationOptions({
      onSuccess: ({ id, amount: moved }) => {
        const text = what === 'take home' ? w.took(formatRupiah(moved)) : w.moved(kinds[what], formatRupiah(moved))
        showToast({ text, undo: () => undo.mutate({ id, reason: w.undoReason }) })
        onClose()
      },
    }),
  )
  const store = () => {
    setAsked(true)
    const event = eventOf(form)
    if (event) save.mutate({ id: form.id, day: form.day, note: form.note.trim(), event })
  }
  const isBack = what === 'household repays'
  const wallets = (name: 'wallet' | 'householdWallet', label: string) => (
    <Choice
      key={name}
      label={label}
      value={form[name]}
      data={walletChoices(accounts, name === 'wallet' ? 'usaha' : 'rumah').map(({ code, name: named }) => ({
        value: code,
        label: named,
      }))}
      onChange={(code) => code !== null && setForm({ ...form, [name]: code })}
    />
  )
  const fields = [
    wallets('wallet', isBack ? w.intoShop : w.from),
    wallets('householdWallet', isBack ? w.homeFrom : w.into),
  ]
  const isAbove = limit !== undefined && (form.amount ?? 0) > limit
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <ActionButton
          label={w.save}
          busyLabel={w.saving}
          isBusy={save.isPending}
          kind="primary"
          shortcut={standingShortcuts.save}
          onAct={store}
        />
      }
    >
      <Stack
        gap={10}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || !(event.target instanceof HTMLInputElement)) return
          event.preventDefault()
          store()
        }}
      >
        <RupiahField
          label={w.amount}
          value={form.amount}
          hasFocusFirst
          onChange={(next) => setForm({ ...form, amount: next })}
          {...(limit !== undefined && { help: w.safeHelp(formatRupiah(limit)) })}
          {...(isAsked && !form.amount && { error: w.needAmount })}
        />
        {isAbove && <p className="bad small">{w.aboveSafe(formatRupiah(limit))}</p>}
        {what !== 'set off' && (isBack ? fields.toReversed() : fields)}
        <TextInput
          label={w.note}
          value={form.note}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => setForm({ ...form, note: event.currentTarget.value })}
        />
        {meaning && <p className="quiet small">{meaning}</p>}
        <RefusalNotice error={save.error ?? undo.error} />
      </Stack>
    </Dialog>
  )
}
