import { Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { businessDay } from '../../src-shared/kernel/business-day.ts'
import { formatRupiah, type Rupiah } from '../../src-shared/kernel/rupiah.ts'
import type { AccountCode } from '../../src-shared/ledger/ledger.ts'
import { returnsWords } from '../../src-shared/returns/returns.words.ts'
import { DatedRefusal } from '../base/DatedRefusal.tsx'
import { useSettings } from '../base/use-settings.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { useNow } from '../design/clock.ts'
import { Dialog } from '../design/Dialog.tsx'
import { Choice } from '../design/fields/Choice.tsx'
import { DayField } from '../design/fields/DayField.tsx'
import { RupiahField } from '../design/fields/RupiahField.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useLocale, useWords } from '../design/language.tsx'

export interface MoneyDialogProps {
  title: string
  body: string
  /** What stands in the field when it opens. */
  amount: Rupiah
  /** The most it may be, where there is such. */
  most?: Rupiah
  accountLabel: string
  accounts: readonly { value: AccountCode; label: string }[]
  isBusy: boolean
  error: unknown
  onSave: (money: { amount: Rupiah; account: AccountCode; day: string; note: string }) => void
  onClose: () => void
}

/** Money that comes or goes because of a return: how much, through which account, on which day. */
export function MoneyDialog(props: MoneyDialogProps) {
  const { title, body, most, accounts, isBusy, error, onSave, onClose } = props
  const w = useWords(returnsWords)
  const { zone } = useLocale()
  const today = businessDay(useNow(), zone)
  const startDay = useSettings()?.startDay ?? today
  const [amount, setAmount] = useState<Rupiah | null>(props.amount || null)
  const [chosen, choose] = useState<AccountCode | null>(null)
  const [day, setDay] = useState(today)
  const [note, setNote] = useState('')
  const [isAsked, setAsked] = useState(false)
  const account = chosen ?? accounts[0]?.value
  const isTooMuch = most !== undefined && (amount ?? 0) > most
  const trouble = isTooMuch ? w.tooMuch(formatRupiah(most)) : isAsked && !amount ? w.amountNeeded : undefined
  const store = () => {
    setAsked(true)
    if (amount && !isTooMuch && account) onSave({ amount, account, day, note })
  }
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <ActionButton
          label={w.save}
          busyLabel={w.saving}
          isBusy={isBusy}
          kind="primary"
          shortcut={standingShortcuts.save}
          onAct={store}
        />
      }
    >
      <Stack gap={12}>
        <Text component="p">{body}</Text>
        <RupiahField
          label={w.amount}
          value={amount}
          onChange={setAmount}
          hasFocusFirst
          {...(most === undefined ? {} : { help: w.refundHelp(formatRupiah(most)) })}
          {...(trouble && { error: trouble })}
        />
        <Choice
          label={props.accountLabel}
          value={account ?? null}
          data={[...accounts]}
          onChange={(code) => code !== null && choose(code as AccountCode)}
        />
        <DayField
          label={w.day}
          value={day}
          earliest={startDay}
          latest={today}
          onChange={(next) => next && setDay(next)}
        />
        <TextInput
          label={w.note}
          value={note}
          maxLength={500}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <DatedRefusal error={error} onDay={setDay} />
      </Stack>
    </Dialog>
  )
}
