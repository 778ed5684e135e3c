import { Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../src-shared/kernel/ids.ts'
import { formatRupiah, type Rupiah } from '../../src-shared/kernel/rupiah.ts'
import type { Purchase } from '../../src-shared/purchasing/purchase.ts'
import { purchasesWords } from '../../src-shared/purchasing/purchases.words.ts'
import { api } from '../base/api.ts'
import { DatedRefusal } from '../base/DatedRefusal.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { Choice } from '../design/fields/Choice.tsx'
import { DayField } from '../design/fields/DayField.tsx'
import { RupiahField } from '../design/fields/RupiahField.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import { showToast } from '../design/toast.tsx'

export interface PayDialogProps {
  purchase: Purchase
  today: string
  onClose: () => void
}

/** Pays what a purchase still owes, or a part of it, as a cash record that names it. */
export function PayDialog({ purchase, today, onClose }: PayDialogProps) {
  const w = useWords(purchasesWords)
  const { owed, number, supplierName } = purchase
  const [id] = useState(newId)
  const [amount, setAmount] = useState<Rupiah | null>(owed)
  const [day, setDay] = useState(today)
  const [chosen, setWallet] = useState<string | null>(null)
  const [isAsked, setAsked] = useState(false)
  const wallets = useQuery(api.cash.wallets.queryOptions()).data?.filter(({ book }) => book === 'usaha') ?? []
  // money that can pay the debt comes before an empty tin
  const wallet = chosen ?? wallets.find(({ balance }) => balance >= owed)?.account ?? wallets[0]?.account
  const undo = useMutation(api.cash.cancel.mutationOptions())
  const save = useMutation(
    api.cash.record.mutationOptions({
      onSuccess: (record) => {
        showToast({
          text: w.paidToast(formatRupiah(record.amount), supplierName),
          undo: () => undo.mutate({ id: record.id, reason: w.undoReason }),
        })
        onClose()
      },
    }),
  )
  const isTooMuch = (amount ?? 0) > owed
  const error = isTooMuch ? w.payTooMuch(formatRupiah(owed)) : isAsked && !amount ? w.payNeeded : undefined
  const store = () => {
    setAsked(true)
    if (!amount || isTooMuch || !wallet) return
    const event = { what: 'pay supplier', wallet, amount, purchase: purchase.id } as const
    save.mutate({ id, day, note: w.payNote(number, supplierName), event })
  }
  return (
    <Dialog
      title={w.payTitle(number)}
      isOpen
      onClose={onClose}
      actions={
        <ActionButton
          label={w.paySave}
          busyLabel={w.saving}
          isBusy={save.isPending}
          kind="primary"
          shortcut={standingShortcuts.save}
          onAct={store}
        />
      }
    >
      <Stack
        gap={12}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.defaultPrevented) return
          if (!(event.target instanceof HTMLInputElement) || event.target.inputMode !== 'text') return
          event.preventDefault()
          store()
        }}
      >
        <RupiahField
          label={w.payAmount}
          value={amount}
          onChange={setAmount}
          hasFocusFirst
          help={w.payHelp(formatRupiah(owed))}
          {...(error && { error })}
        />
        <Choice
          label={w.wallet}
          value={wallet ?? null}
          data={wallets.map(({ account, name, balance }) => ({
            value: account,
            label: w.walletBalance(name, formatRupiah(balance)),
          }))}
          onChange={setWallet}
        />
        <DayField
          label={w.payDay}
          value={day}
          earliest={purchase.day}
          latest={today}
          onChange={(next) => next && setDay(next)}
        />
        <DatedRefusal
          error={save.error ?? undo.error}
          onDay={(next) => {
            save.reset()
            setDay(next)
          }}
        />
      </Stack>
    </Dialog>
  )
}
