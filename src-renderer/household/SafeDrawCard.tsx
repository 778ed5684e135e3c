import { Flex, Group } from '@mantine/core'
import { IconArrowDown, IconCash, IconHomeHeart, IconTrendingUp } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import type { HouseholdMonth } from '../../src-shared/household/household.contract.ts'
import { householdWords } from '../../src-shared/household/household.words.ts'
import { divRound } from '../../src-shared/kernel/allocate.ts'
import { firstOfMonth, formatDayLong, formatMonth, lastOfMonth } from '../../src-shared/kernel/business-day.ts'
import { formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Figure } from '../design/Figure.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { KeyValueRows } from '../design/KeyValueRows.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { Meter } from '../design/Meter.tsx'
import { MoneyText } from '../design/MoneyText.tsx'
import { figurePath } from '../ledger/books-address.ts'
import classes from './household.module.css'
import { MoveDialog } from './MoveDialog.tsx'
import { whyNothing } from './why-nothing.ts'

export interface SafeDrawCardProps {
  facts: HouseholdMonth
  accounts: readonly Account[]
  today: string
}

const PRIVE = '3201'

/** Boleh ambil berapa? The answer, both limits with the binding one marked, prive against profit, the one button. */
export function SafeDrawCard({ facts, accounts, today }: SafeDrawCardProps) {
  const w = useWords(householdWords)
  const { language } = useLocale()
  const [, go] = useLocation()
  const [isTaking, setTaking] = useState(false)
  const { safeDraw, prive, profit, month } = facts
  const { fromProfit, fromCash, binding } = safeDraw
  const monthName = formatMonth(month, language).replace(/ \d+$/, '')
  const share = profit > 0 ? divRound(prive, 100, profit) : 0
  const openPrive = () =>
    go(figurePath({ name: w.prive(monthName), codes: [PRIVE], from: firstOfMonth(month), to: lastOfMonth(month) }))
  return (
    <section className={classes.draw} aria-label={w.howMuch}>
      <h2 className="heading">{w.howMuch}</h2>
      <div className="quiet small">{w.safeUntil(formatDayLong(lastOfMonth(month), language))}</div>
      <Figure label={w.howMuch} isLabelHidden amount={safeDraw.answer} size="answer" />
      {safeDraw.answer === 0 && <Nothing why={whyNothing(safeDraw)} />}
      <Limit icon={<IconTrendingUp size={16} aria-hidden />} title={w.fromProfit} isBinding={binding === 'profit'}>
        <KeyValueRows
          rows={[
            {
              key: 'profit',
              label: fromProfit.months === 0 ? w.noProfitYet : w.averageProfit(fromProfit.months),
              value: <MoneyText amount={fromProfit.averageProfit} />,
              isStrong: true,
            },
            { key: 'loan', label: w.loanInstalment, value: <MoneyText amount={-fromProfit.loanInstalment} /> },
            {
              key: 'taken',
              label: w.taken,
              value: <MoneyText amount={-fromProfit.takenThisMonth} label={w.taken} onOpen={openPrive} />,
            },
            {
              key: 'left',
              label: w.leftByProfit,
              value: <MoneyText amount={fromProfit.left} isBadWhenNegative />,
              kind: 'sum',
            },
          ]}
        />
      </Limit>
      <Limit icon={<IconCash size={16} aria-hidden />} title={w.fromCash} isBinding={binding === 'cash'}>
        <KeyValueRows
          rows={[
            { key: 'cash', label: w.cash, value: <MoneyText amount={fromCash.cash} />, isStrong: true },
            ...(fromCash.overdrawn === 0
              ? []
              : [{ key: 'overdrawn', label: w.overdrawn, value: <MoneyText amount={-fromCash.overdrawn} /> }]),
            { key: 'debts', label: w.debtsDue, value: <MoneyText amount={-fromCash.debtsDue} /> },
            {
              key: 'restock',
              label: w.restock,
              value: <MoneyText amount={-fromCash.restock} label={w.restock} onOpen={() => go('/stok?state=low')} />,
            },
            {
              key: 'left',
              label: w.leftByCash,
              value: <MoneyText amount={fromCash.left} isBadWhenNegative />,
              kind: 'sum',
            },
          ]}
        />
      </Limit>
      <p className="quiet small">{w.smaller(formatRupiah(safeDraw.heldByChannels))}</p>
      <div className={classes.prive}>
        <Group justify="space-between" gap="0 10px" fz="sm">
          <span>
            {w.prive(monthName)} <MoneyText amount={prive} label={w.prive(monthName)} isStrong onOpen={openPrive} />
          </span>
          <span className="quiet small">
            {profit > 0 ? w.ofProfit(String(share), formatRupiah(profit)) : w.noProfit(formatRupiah(profit))}
          </span>
        </Group>
        <Meter
          percent={profit > 0 ? Math.min(100, Math.max(0, share)) : prive > 0 ? 100 : 0}
          fill={prive > profit ? 'mengkudu' : 'soga-isi'}
        />
        {prive > 0 && prive > profit && <div className="bad small">{w.overProfit}</div>}
        <ActionButton
          label={w.takeHome}
          kind="primary"
          size="large"
          icon={IconHomeHeart}
          shortcut={standingShortcuts.main}
          isWide
          onAct={() => setTaking(true)}
        />
      </div>
      {isTaking && (
        <MoveDialog
          what="take home"
          title={w.takeHome}
          meaning={w.takeMeaning}
          limit={safeDraw.answer}
          amount={null}
          accounts={accounts}
          today={today}
          onClose={() => setTaking(false)}
        />
      )}
    </section>
  )
}

function Nothing({ why }: { why: ReturnType<typeof whyNothing> }) {
  const w = useWords(householdWords)
  const [, go] = useLocation()
  if (why === 'not safe') return <p className="bad small">{w.nothingSafe}</p>
  return (
    <p className="quiet small">
      {why === 'unknown' ? w.nothingKnown : w.noMoneyTold}{' '}
      <button type="button" className="link" onClick={() => go('/pembukuan/awal')}>
        {w.tellMoney}
      </button>
    </p>
  )
}

interface LimitProps {
  icon: ReactNode
  title: string
  isBinding: boolean
  children: ReactNode
}

function Limit({ icon, title, isBinding, children }: LimitProps) {
  const w = useWords(householdWords)
  return (
    <div className={classes.limit} data-binding={isBinding || undefined}>
      <Group gap="0 10px" justify="space-between" className="quiet small">
        <Flex component="span" align="center" gap={6}>
          {icon} {title}
        </Flex>
        {isBinding && (
          <Flex component="strong" align="center" gap={6} fw={600} c="var(--lb-nila-teks)">
            <IconArrowDown size={15} aria-hidden /> {w.binding}
          </Flex>
        )}
      </Group>
      {children}
    </div>
  )
}
