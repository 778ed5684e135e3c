import { Flex } from '@mantine/core'
import {
  type Icon,
  IconArrowsExchange,
  IconArrowsSplit,
  IconBuildingStore,
  IconCircleCheck,
  IconCircleOff,
  IconHelpHexagon,
  IconHome,
} from '@tabler/icons-react'
import type { BankLine } from '../../src-shared/bank/bank.ts'
import { bankWords } from '../../src-shared/bank/bank.words.ts'
import { type BankSide, sideOf } from '../../src-shared/bank/bank-meaning.ts'
import type { CashEvent } from '../../src-shared/cash/cash-record.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'
import { Chip } from '../design/Chip.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import type { Tone } from '../design/theme.ts'
import { eventText } from './meanings.ts'

const SIDE_LOOK: Record<BankSide, [icon: Icon, tone: Tone]> = {
  usaha: [IconBuildingStore, 'nila'],
  pribadi: [IconHome, 'soga'],
  pindah: [IconArrowsExchange, 'langit'],
  bagi: [IconArrowsSplit, 'abu'],
}

interface Look {
  icon: Icon
  tone: Tone
  word: string
  text: string
}

/** What is said of a line, or suggested: whose money in one word, and what for. */
export function AnswerText({ line, accounts }: { line: BankLine; accounts: readonly Account[] }) {
  const { icon, tone, word, text } = useAnswerLook(line, accounts)
  const isOpen = line.state === 'waiting'
  return (
    <Flex component="span" gap={8} align="center" miw={0} title={text}>
      <Chip icon={icon} tone={tone} isFilled={isOpen && (line.suggestion?.isCertain ?? false)}>
        {word}
      </Chip>
      {/* what nobody suggests anything for is left to the person: one word says so */}
      {(line.state !== 'waiting' || line.suggestion) && <span className="cut">{text}</span>}
    </Flex>
  )
}

export function useAnswerLook(line: BankLine, accounts: readonly Account[]): Look {
  const w = useWords(bankWords)
  const { language } = useLocale()
  const said = (events: readonly CashEvent[]): Look => {
    const [first] = events
    const side = events.length > 1 || !first ? 'bagi' : sideOf(first.what)
    const [icon, tone] = SIDE_LOOK[side]
    const text = events.map((event) => eventText(event, line.account, accounts, language)).join(' + ')
    return { icon, tone, word: w[side], text }
  }
  if (line.state === 'ignored')
    return { icon: IconCircleOff, tone: 'abu', word: w.ignored, text: line.ignoredBecause ?? '' }
  if (line.state === 'answered') {
    const made = line.documents.flatMap(({ event, isMade }) => (event && isMade ? [event] : []))
    if (made.length > 0) return said(made)
    return {
      icon: IconCircleCheck,
      tone: 'jolawe',
      word: w.same,
      text: line.documents.map(({ label }) => label).join(),
    }
  }
  const { suggestion } = line
  if (!suggestion) return { icon: IconHelpHexagon, tone: 'kunyit', word: w.unknown, text: w.yours }
  if (suggestion.answer.as === 'records') return said(suggestion.answer.events)
  const label = suggestion.why.why === 'same' ? suggestion.why.label : ''
  return { icon: IconCircleCheck, tone: 'jolawe', word: w.same, text: label }
}
