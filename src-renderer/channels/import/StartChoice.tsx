import type { OrdersOutcome } from '../../../src-shared/channels/channels.ts'
import { importWords } from '../../../src-shared/channels/import.words.ts'
import { formatDay } from '../../../src-shared/kernel/business-day.ts'
import { formatNumber, formatRupiah } from '../../../src-shared/kernel/rupiah.ts'
import { useSettings } from '../../base/use-settings.ts'
import { Card } from '../../design/Card.tsx'
import { Columns } from '../../design/Columns.tsx'
import { Kbd } from '../../design/hotkeys/Kbd.tsx'
import { choiceAt } from '../../design/hotkeys/shortcuts.ts'
import { useHotkey } from '../../design/hotkeys/useHotkey.ts'
import { useLocale, useWords } from '../../design/language.tsx'
import classes from '../import.module.css'
import { type Foretold, importWork } from '../import-work.ts'
import { profitName } from './orders/foretold-profit.ts'

/** Orders older than the books: these begin with them, or keep them as history. Both were counted, neither is written. */
export function StartChoice({ start }: { start: NonNullable<Foretold['start']> }) {
  const w = useWords(importWords)
  const { language } = useLocale()
  const now = useSettings()?.startDay
  const { earlier, asItIs, isEarlier } = start
  // only orders move the beginning of the books
  if (asItIs.kind !== 'orders' || earlier.outcome.kind !== 'orders') return null
  return (
    <Card>
      <h2 className="heading">{w.startTitle(formatNumber(asItIs.historyOrders))}</h2>
      <Columns of="1fr 1fr" gap={12} mt={10}>
        <Choice position={0} title={w.begin(formatDay(earlier.startDay, language))} isChosen={isEarlier} isEarlier>
          {`${shown(asItIs, earlier.outcome, w)} ${earlier.movesOpening ? w.movesOpening : ''}`.trim()}
        </Choice>
        <Choice
          position={1}
          title={w.stay(now ? formatDay(now, language) : '')}
          isChosen={!isEarlier}
          isEarlier={false}
        >
          {w.stayHow(formatNumber(asItIs.historyOrders))}
        </Choice>
      </Columns>
    </Card>
  )
}

const shown = (asItIs: OrdersOutcome, outcome: OrdersOutcome, w: (typeof importWords)['id']): string =>
  w.beginHow(
    formatNumber(asItIs.historyOrders - outcome.historyOrders),
    formatRupiah(outcome.sales),
    profitName(outcome, w),
    formatRupiah(outcome.profit),
  )

interface ChoiceProps {
  position: number
  title: string
  isChosen: boolean
  isEarlier: boolean
  children: string
}

function Choice({ position, title, isChosen, isEarlier, children }: ChoiceProps) {
  const shortcut = choiceAt(position, title)
  const choose = () => importWork.chooseStart(isEarlier)
  useHotkey(shortcut, choose)
  return (
    <button
      type="button"
      className={classes.start}
      data-chosen={isChosen || undefined}
      aria-pressed={isChosen}
      aria-keyshortcuts={shortcut.keys}
      onClick={choose}
    >
      <b>{title}</b>
      <Kbd keys={shortcut.keys} />
      <span className="quiet small across">{children}</span>
    </button>
  )
}
