import { Group, Select, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, useRef, useState } from 'react'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import type { AdjustmentKind, StockRow } from '../../src-shared/inventory/inventory.ts'
import { shortageOf } from '../../src-shared/inventory/shortage.ts'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { businessDay } from '../../src-shared/kernel/business-day.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { clockNow } from '../design/clock.ts'
import { HotkeyLayer } from '../design/hotkeys/HotkeyLayer.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { showToast } from '../design/toast.tsx'
import { ExpectedBackRefusal } from './ExpectedBackRefusal.tsx'
import { signedRupiah } from './signed.ts'
import { standingText } from './standing-text.ts'
import { changeOf, readStockEntry, reasonsFor } from './stock-edit.ts'
import { useStockRow } from './use-stock-list.ts'

export interface EditStockProps {
  /** As it is listed; a list may be of a moment before, so what is typed is held against the SKU as it stands. */
  row: StockRow
  onClose: () => void
}

/** Ubah Stok over its cell: a count, or a change with its reason. Enter saves, Esc leaves. */
export function EditStock({ row: listed, onClose }: EditStockProps) {
  const told = useStockRow(listed.variantId)
  const row = told.data ?? listed
  const w = useWords(stockWords)
  const parts = useWords(partsWords)
  const { zone } = useLocale()
  const [id] = useState(() => newId())
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<AdjustmentKind | null>(null)
  const [note, setNote] = useState('')
  const [isAsked, setAsked] = useState(false)
  const noteField = useRef<HTMLInputElement>(null)

  const undo = useMutation(api.inventory.cancelAdjustment.mutationOptions())
  const done = (pieces: number) => {
    const changed = `${pieces > 0 ? '+' : ''}${formatNumber(pieces)}`
    showToast({ text: w.edited(row.sku, changed), undo: () => undo.mutate({ id, reason: w.editUndone }) })
    onClose()
  }
  const count = useMutation(api.inventory.count.mutationOptions({ onSuccess: ({ pieces }) => done(pieces) }))
  const adjust = useMutation(api.inventory.adjust.mutationOptions({ onSuccess: ({ pieces }) => done(pieces) }))

  const entry = readStockEntry(typed)
  const meantOn = (onHand: number) => {
    const change = entry ? changeOf(entry, onHand) : 0
    const reasons = reasonsFor(entry, onHand)
    const kind = chosen && reasons.includes(chosen) ? chosen : (reasons[0] ?? 'count')
    return { change, reasons, kind, isTooMuch: entry?.kind === 'change' && onHand + change < 0 }
  }
  const { change, reasons, kind, isTooMuch } = meantOn(row.onHand)
  const needsNote = kind !== 'count'

  const save = async (areNotReturns = false) => {
    setAsked(true)
    const stands = told.data ?? (await told.refetch()).data
    if (!entry || !stands) return
    const { variantId, onHand } = stands
    const { change, kind, isTooMuch } = meantOn(onHand)
    if (isTooMuch) return
    if (kind !== 'count' && note.trim().length < 3) return noteField.current?.focus()
    const day = businessDay(clockNow(), zone)
    if (kind === 'count') {
      const lines = [{ variantId, counted: onHand + change }]
      return count.mutate({ id, day, note: note.trim(), lines, areNotReturns })
    }
    const lines = [{ variantId, pieces: Math.abs(change) }]
    adjust.mutate({ id, kind, day, note: note.trim(), lines, areNotReturns })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // the list of reasons takes Enter, and Esc while it is open
    const isOfList = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true'
    if (isOfList || event.defaultPrevented) return
    if (event.key === 'Enter') {
      event.preventDefault()
      void save()
    }
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onClose()
  }
  const standing = (onHand: number) => standingText(w, onHand)
  const help = !entry
    ? w.countedHelp
    : change === 0
      ? w.countedSame(standing(row.onHand))
      : w.countedResult(
          standing(row.onHand),
          standing(row.onHand + change),
          signedRupiah(change * (row.averageCost ?? 0)),
        )
  return (
    <HotkeyLayer>
      {/* as high as it can become, so that it never leaps to the other side of its cell while one types */}
      <Stack gap={10} mih={300} onKeyDown={onKeyDown}>
        <strong>{w.editTitle(row.sku, standing(row.onHand))}</strong>
        <TextInput
          label={w.counted}
          value={typed}
          data-autofocus
          autoComplete="off"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          description={isTooMuch ? undefined : help}
          descriptionProps={{ 'aria-live': 'polite' }}
          error={
            isTooMuch
              ? w.belowZero(formatNumber(shortageOf(row).onShelf))
              : (isAsked || typed.length > 1) && !entry
                ? w.countedUnreadable
                : undefined
          }
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {reasons.length > 1 || needsNote ? (
          <Select
            label={w.reasonKind}
            data={reasons.map((value) => ({ value, label: w[`kind ${value}`] }))}
            value={kind}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={setChosen}
          />
        ) : null}
        {needsNote && (
          <TextInput
            ref={noteField}
            label={w.note}
            placeholder={w.noteHint}
            value={note}
            maxLength={500}
            autoComplete="off"
            error={isAsked && note.trim().length < 3 ? w.noteNeeded : undefined}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
        <ExpectedBackRefusal error={count.error ?? adjust.error ?? told.error} onConfirm={() => void save(true)} />
        <Group justify="flex-end" gap={8} mt="auto">
          <ActionButton
            label={parts.cancel}
            kind="quiet"
            shortcut={standingShortcuts.back}
            listens={false}
            onAct={onClose}
          />
          <ActionButton
            label={w.save}
            busyLabel={w.saving}
            isBusy={count.isPending || adjust.isPending}
            kind="primary"
            shortcut={standingShortcuts.main}
            listens={false}
            onAct={() => void save()}
          />
        </Group>
      </Stack>
    </HotkeyLayer>
  )
}
