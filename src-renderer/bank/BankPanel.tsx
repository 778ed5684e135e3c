import { Box, Stack } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { BankAccountStanding, BankLine } from '../../src-shared/bank/bank.ts'
import { bankWords } from '../../src-shared/bank/bank.words.ts'
import { eventOf } from '../../src-shared/bank/bank-meaning.ts'
import { formatDay, formatMoment } from '../../src-shared/kernel/business-day.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { bareName } from '../../src-shared/ledger/bare-name.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'
import { SignedAmount } from '../cash/SignedAmount.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Columns } from '../design/Columns.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import { PanelPart, SidePanel } from '../design/SidePanel.tsx'
import { AnswerText } from './AnswerText.tsx'
import { Balances } from './Balances.tsx'
import { bankShortcuts } from './bank.shortcuts.ts'
import { MeaningPicker } from './MeaningPicker.tsx'
import type { MeaningChoice } from './meanings.ts'
import { SplitDialog } from './SplitDialog.tsx'
import type { BankActs } from './use-bank-acts.ts'

export interface BankPanelProps {
  line: BankLine
  accounts: readonly Account[]
  standing: BankAccountStanding | undefined
  keepsHousehold: boolean
  acts: BankActs
}

/** The line under the cursor: what it most likely is and why, and one key for each answer. */
export function BankPanel({ line, accounts, standing, keepsHousehold, acts }: BankPanelProps) {
  const w = useWords(bankWords)
  const { language, zone } = useLocale()
  const account = accounts.find(({ code }) => code === line.account)
  const when = line.at === null ? formatDay(line.day, language) : formatMoment(line.at, zone, language)
  return (
    <SidePanel
      title={<SignedAmount amount={Math.abs(line.amount)} direction={line.amount > 0 ? 'in' : 'out'} />}
      subtitle={[when, account && bareName(account.name)].filter(Boolean).join(', ')}
    >
      <PanelPart>
        <p className="path">{line.description}</p>
        {line.isLoose && <Note tone="kunyit">{w.loose}</Note>}
        {line.isClosed && line.state === 'waiting' && <Note tone="kunyit">{w.closed}</Note>}
      </PanelPart>
      {line.state === 'waiting' && account && (
        <Answering
          key={line.id}
          line={line}
          book={account.book}
          accounts={accounts}
          keepsHousehold={keepsHousehold}
          acts={acts}
        />
      )}
      {(line.state === 'answered' || line.state === 'ignored') && (
        <Answered line={line} accounts={accounts} acts={acts} />
      )}
      {line.state === 'before the books' && (
        <PanelPart>
          <p className="quiet">{w.beforeWhy}</p>
        </PanelPart>
      )}
      {standing && <Balances standing={standing} />}
    </SidePanel>
  )
}

type Side = 'usaha' | 'pribadi' | 'pindah'

interface AnsweringProps extends Omit<BankPanelProps, 'standing'> {
  book: 'usaha' | 'rumah'
}

function Answering({ line, book, accounts, keepsHousehold, acts }: AnsweringProps) {
  const w = useWords(bankWords)
  const [side, setSide] = useState<Side | null>(null)
  const [isSplitting, setSplitting] = useState(false)
  const { suggestion } = line
  const asked = { accounts, book, account: line.account, amount: line.amount, keepsHousehold }
  const answer = ({ meaning }: MeaningChoice) => {
    const event = eventOf(meaning, { account: line.account, book, amount: line.amount })
    if (event) void acts.answer(line, { as: 'records', events: [event] })
  }
  if (side)
    return (
      <PanelPart title={w[`which ${side}`]}>
        <MeaningPicker side={side} asked={asked} onChoose={answer} onBack={() => setSide(null)} />
      </PanelPart>
    )
  return (
    <>
      <PanelPart title={w.meaning}>
        <Stack gap={8}>
          {suggestion && <AnswerText line={line} accounts={accounts} />}
          <Why line={line} />
          {suggestion && (
            <ActionButton
              label={w.agree}
              kind="primary"
              size="large"
              isWide
              shortcut={standingShortcuts.main}
              isBusy={acts.isBusy}
              onAct={() => void acts.answer(line, suggestion.answer)}
            />
          )}
          <Columns of="1fr 1fr" gap={8}>
            <ActionButton shortcut={bankShortcuts.line.usaha} isWide onAct={() => setSide('usaha')} />
            <ActionButton shortcut={bankShortcuts.line.pribadi} isWide onAct={() => setSide('pribadi')} />
            <ActionButton shortcut={bankShortcuts.line.pindah} isWide onAct={() => setSide('pindah')} />
            <ActionButton shortcut={bankShortcuts.line.bagi} isWide onAct={() => setSplitting(true)} />
          </Columns>
          <ActionButton shortcut={bankShortcuts.line.ignore} kind="quiet" isWide onAct={() => void acts.ignore(line)} />
        </Stack>
      </PanelPart>
      {isSplitting && <SplitDialog line={line} asked={asked} acts={acts} onClose={() => setSplitting(false)} />}
    </>
  )
}

/** What speaks for the suggestion, in one sentence. */
function Why({ line: { suggestion } }: { line: BankLine }) {
  const w = useWords(bankWords)
  const { language } = useLocale()
  if (!suggestion) return <p className="quiet small">{w.noWhy}</p>
  const { why, isCertain } = suggestion
  const sentence = {
    rule: () =>
      why.why === 'rule' ? (why.isOwn ? w.whyOwnRule(why.words) : w.whyRule(why.words, formatNumber(why.times))) : '',
    same: () => (why.why === 'same' ? w.whySame(why.label, formatDay(why.day, language)) : ''),
    'in transit': () => {
      if (why.why !== 'in transit') return ''
      const day = formatDay(why.day, language)
      return why.fee === 0 ? w.whyTransit(day) : w.whyTransitLess(day, formatRupiah(why.fee))
    },
    'known words': () => (why.why === 'known words' ? w.whyKnown(why.words) : ''),
    qris: () => (why.why === 'qris' ? w.whyQris(formatRupiah(why.gross), formatRupiah(why.fee)) : ''),
  }[why.why]()
  return (
    <Box component="p" fz="sm" c="dimmed">
      <b>{isCertain ? w.certain : w.likely}.</b> {sentence}
    </Box>
  )
}

function Answered({ line, accounts, acts }: Pick<BankPanelProps, 'line' | 'accounts' | 'acts'>) {
  const w = useWords(bankWords)
  const [, go] = useLocation()
  const record = line.documents.find(({ document }) => document.kind === 'cash-record')
  return (
    <PanelPart title={w.answerIs}>
      <Stack gap={8}>
        <AnswerText line={line} accounts={accounts} />
        {line.documents.map(({ document, label, event }) => (
          <p key={document.id} className="quiet small">
            {label} {event && formatRupiah(Math.abs('amount' in event ? event.amount : line.amount))}
          </p>
        ))}
        {record && (
          <ActionButton
            label={w.openRecord}
            size="small"
            kind="quiet"
            onAct={() => go(`/pembukuan/kas?id=${record.document.id}`)}
          />
        )}
        <ActionButton shortcut={bankShortcuts.answered.forget} isWide onAct={() => acts.forget(line)} />
      </Stack>
    </PanelPart>
  )
}
