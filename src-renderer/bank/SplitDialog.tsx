import { Select, Stack } from '@mantine/core'
import { useState } from 'react'
import type { BankLine } from '../../src-shared/bank/bank.ts'
import { bankWords } from '../../src-shared/bank/bank.words.ts'
import { eventOf } from '../../src-shared/bank/bank-meaning.ts'
import { formatNumber, formatRupiah, type Rupiah } from '../../src-shared/kernel/rupiah.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Columns } from '../design/Columns.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { RupiahField } from '../design/fields/RupiahField.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import { type MeaningsAsked, meaningsOf } from './meanings.ts'
import type { BankActs } from './use-bank-acts.ts'

interface Part {
  code: string | null
  amount: Rupiah | null
}

const MOST_PARTS = 10

export interface SplitDialogProps {
  line: BankLine
  asked: MeaningsAsked
  acts: BankActs
  onClose: () => void
}

/** One line of the bank as several things: each part with what it was for, together exactly the line. */
export function SplitDialog({ line, asked, acts, onClose }: SplitDialogProps) {
  const w = useWords(bankWords)
  const total = Math.abs(line.amount)
  const sides = ['usaha', 'pribadi', 'pindah'] as const
  const choices = sides.flatMap((side) =>
    meaningsOf(side, asked, w).map((choice) => ({ ...choice, code: `${side} ${choice.code}`, side })),
  )
  const [parts, setParts] = useState<Part[]>([
    { code: null, amount: null },
    { code: null, amount: null },
  ])
  const change = (at: number, next: Partial<Part>) =>
    setParts(parts.map((part, index) => (index === at ? { ...part, ...next } : part)))
  const rest = total - parts.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
  const isWhole = rest === 0 && parts.every(({ code, amount }) => code !== null && (amount ?? 0) > 0)
  const save = async () => {
    const events = parts.flatMap(({ code, amount }) => {
      const chosen = choices.find((each) => each.code === code)
      const signed = Math.sign(line.amount) * (amount ?? 0)
      const event = chosen && eventOf(chosen.meaning, { account: line.account, book: asked.book, amount: signed })
      return event ? [event] : []
    })
    if (await acts.answer(line, { as: 'records', events })) onClose()
  }
  return (
    <Dialog
      title={w.splitTitle}
      isOpen
      width="wide"
      onClose={onClose}
      actions={
        <ActionButton
          label={w.save}
          busyLabel={w.saving}
          isBusy={acts.isBusy}
          kind="primary"
          shortcut={standingShortcuts.save}
          {...(isWhole ? {} : { disabledBecause: w.splitLead(formatRupiah(total)) })}
          onAct={() => void save()}
        />
      }
    >
      <Stack gap={12}>
        <p>{w.splitLead(formatRupiah(total))}</p>
        {parts.map((part, at) => (
          <Columns key={at} of="minmax(0, 1fr) 150px" gap={8} align="end">
            <Select
              label={w.partFor(formatNumber(at + 1))}
              searchable
              data={sides.map((side) => ({
                group: w[side],
                items: choices
                  .filter((choice) => choice.side === side)
                  .map(({ code, label }) => ({ value: code, label })),
              }))}
              value={part.code}
              onChange={(code) => change(at, { code })}
            />
            <RupiahField
              label={w.part(formatNumber(at + 1))}
              value={part.amount}
              onChange={(amount) => change(at, { amount })}
              hasFocusFirst={at === 0}
            />
          </Columns>
        ))}
        <p className={rest === 0 ? 'good' : 'quiet'}>{rest === 0 ? w.restNone : w.rest(formatRupiah(rest))}</p>
        {parts.length < MOST_PARTS && (
          <div>
            <ActionButton
              label={w.addPart}
              size="small"
              onAct={() => setParts([...parts, { code: null, amount: rest > 0 ? rest : null }])}
            />
          </div>
        )}
        <RefusalNotice error={acts.error} />
      </Stack>
    </Dialog>
  )
}
