import { Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { cashEventWords, cashWords } from '../../src-shared/cash/cash.words.ts'
import type { CashEventKind } from '../../src-shared/cash/cash-record.ts'
import { formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'
import { api } from '../base/api.ts'
import { DatedRefusal } from '../base/DatedRefusal.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Columns } from '../design/Columns.tsx'
import { DayField } from '../design/fields/DayField.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import { showToast } from '../design/toast.tsx'
import { CashFields } from './CashFields.tsx'
import classes from './cash.module.css'
import { type CashField, type CashForm, emptyForm, eventOf, FIELDS, formAmount, troubleIn } from './cash-form.ts'
import { KIND_KEYS, KindSwitch } from './KindSwitch.tsx'
import { movesSentence } from './moves-sentence.ts'

export interface CashFormCardProps {
  form: CashForm
  accounts: readonly Account[]
  today: string
  keepsHousehold: boolean
  /** A record is being corrected, under its own id. */
  isCorrection: boolean
  onChange: (form: CashForm) => void
  onDone: () => void
}

/** Catat Kas: amount, what for, from which wallet. `25rb Enter 2 Enter` records an expense. */
export function CashFormCard(props: CashFormCardProps) {
  const { form, accounts, today, isCorrection, onChange, onDone } = props
  const w = useWords(cashWords)
  const kinds = useWords(cashEventWords)
  const [isAsked, setAsked] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const note = useRef<HTMLInputElement>(null)
  const trouble = isAsked ? troubleIn(form) : null
  const change = (facts: Partial<CashForm>) => onChange({ ...form, ...facts })
  const focusFirst = () =>
    box.current?.querySelector<HTMLElement>('[data-fields] input, [data-fields] [tabindex="0"]')?.focus()
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus returns to the first field for each new form
  useEffect(focusFirst, [form.id])

  const undo = useMutation(api.cash.cancel.mutationOptions())
  const save = useMutation(
    api.cash.record.mutationOptions({
      onSuccess: ({ id, amount, event }) => {
        setAsked(false)
        showToast(
          isCorrection
            ? { text: w.corrected(formatRupiah(amount)) }
            : {
                text: w.saved(kinds[event.what], formatRupiah(amount)),
                undo: () => undo.mutate({ id, reason: w.undoReason }),
              },
        )
        onDone()
      },
    }),
  )
  const store = () => {
    setAsked(true)
    const event = eventOf(form)
    if (event) save.mutate({ id: form.id, day: form.day, note: form.note.trim(), event })
    else focusOn(troubleIn(form)?.field)
  }
  const focusOn = (field: CashField | undefined) =>
    box.current
      ?.querySelector<HTMLElement>(`[data-field="${field}"] :is([tabindex="0"], input:not([type=hidden]), select)`)
      ?.focus()
  /** After a category comes the other one, when two are asked; then the note. */
  const goOn = (from: CashField) => {
    const asked = FIELDS[form.what]
    const next = asked.slice(asked.indexOf(from) + 1).find((field) => field === 'householdAccount')
    if (next) focusOn(next)
    else note.current?.focus()
  }
  const choose = (what: CashEventKind) => {
    change({ what, account: null, householdAccount: null })
    requestAnimationFrame(focusFirst)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target, key } = event
    if (
      !(target instanceof HTMLInputElement) ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.defaultPrevented
    )
      return
    const kind = target.value === '' && KIND_KEYS.find(({ keys }) => keys === key.toUpperCase())
    if (kind && target.inputMode === 'text' && target !== note.current) {
      event.preventDefault()
      choose(kind.what)
    }
    if (key !== 'Enter' || target.getAttribute('aria-expanded') === 'true') return
    event.preventDefault()
    if (target === note.current) return store()
    const fields = [
      ...event.currentTarget.querySelectorAll<HTMLElement>('[data-fields] input:not([type=hidden]), [role=radiogroup]'),
    ]
    const next = fields[fields.indexOf(target) + 1]
    if (next?.getAttribute('role') === 'radiogroup') next.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    else if (next && !next.closest('[role=radiogroup] ~ *')) next.focus()
    else note.current?.focus()
  }
  const refused = save.error ?? undo.error
  const sentence = movesSentence(w, form, accounts, props.keepsHousehold)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside
    <div className={classes.form} ref={box} onKeyDown={onKeyDown}>
      <KindSwitch value={form.what} keepsHousehold={props.keepsHousehold} onChange={choose} />
      {isCorrection && (
        <Text component="strong" inherit c="var(--lb-soga)">
          {w.correcting}
        </Text>
      )}
      <Stack gap={10} data-fields>
        <CashFields form={form} accounts={accounts} trouble={trouble} onChange={change} onNext={goOn} />
        <Columns of="1fr 148px" gap={8}>
          <TextInput
            ref={note}
            label={w.note}
            placeholder={w.noteHint}
            value={form.note}
            maxLength={500}
            autoComplete="off"
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
          <DayField label={w.date} value={form.day} latest={today} onChange={(day) => day && change({ day })} />
        </Columns>
      </Stack>
      {sentence && (
        <p className={classes.moves} aria-live="polite">
          {sentence}
        </p>
      )}
      {refused && (
        <div className={classes.refused} ref={(notice) => notice?.scrollIntoView({ block: 'nearest' })}>
          <DatedRefusal
            error={refused}
            onDay={(day) => {
              save.reset()
              change({ day })
            }}
          />
        </div>
      )}
      <div className={classes.acts}>
        {(isCorrection || formAmount(form) > 0) && (
          <ActionButton
            label={w.startOver}
            kind="quiet"
            onAct={() => {
              setAsked(false)
              onChange(emptyForm(today, isCorrection ? 'business expense' : form.what))
              if (isCorrection) onDone()
            }}
          />
        )}
        <ActionButton
          label={isCorrection ? w.saveChange : w.save}
          busyLabel={w.saving}
          isBusy={save.isPending}
          kind="primary"
          size="large"
          shortcut={standingShortcuts.save}
          isWide
          onAct={store}
        />
      </div>
    </div>
  )
}
