import { Box, Flex } from '@mantine/core'
import {
  type Icon,
  IconArrowBackUp,
  IconCircleCheck,
  IconClock,
  IconHelpHexagon,
  IconHistory,
  IconLink,
  IconNotebook,
  IconTruck,
  IconX,
} from '@tabler/icons-react'
import { useMemo } from 'react'
import { formatDay } from '../../src-shared/kernel/business-day.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import type { BalanceCheck, BalanceLineRow, ExpectedRelease, LineState } from '../../src-shared/payouts/payouts.ts'
import { lineStateWords, payoutsWords } from '../../src-shared/payouts/payouts.words.ts'
import { walletMeaningWords } from '../../src-shared/payouts/wallet-meaning.words.ts'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { Chip } from '../design/Chip.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import type { Column } from '../design/table/columns.ts'
import type { Tone } from '../design/theme.ts'

const LOOK: Readonly<Record<LineState, [icon: Icon, tone: Tone]>> = {
  booked: [IconCircleCheck, 'jolawe'],
  'with its order': [IconLink, 'jolawe'],
  history: [IconHistory, 'abu'],
  'waits for order': [IconClock, 'kunyit'],
  asked: [IconHelpHexagon, 'kunyit'],
  'same as record': [IconNotebook, 'jolawe'],
  'not done': [IconX, 'abu'],
  'on its way': [IconTruck, 'nila'],
  late: [IconClock, 'mengkudu'],
  arrived: [IconCircleCheck, 'jolawe'],
  returned: [IconArrowBackUp, 'abu'],
}

const WAITS_FOR_SOMEBODY: ReadonlySet<LineState> = new Set(['asked', 'late', 'waits for order'])

/** How far a line is, as icon and word. */
export function StateChip({ state }: { state: LineState }) {
  const w = useWords(lineStateWords)
  const [icon, tone] = LOOK[state]
  return (
    <Chip icon={icon} tone={tone} isFilled={WAITS_FOR_SOMEBODY.has(state)}>
      {w[state]}
    </Chip>
  )
}

export function useLineColumns(): Column<BalanceLineRow>[] {
  const w = useWords(payoutsWords)
  const meanings = useWords(walletMeaningWords)
  const states = useWords(lineStateWords)
  return useMemo(
    (): Column<BalanceLineRow>[] => [
      { id: 'day', head: w.day, kind: 'date', width: 104, value: (row) => row.day },
      {
        id: 'kind',
        head: w.kind,
        kind: 'text',
        width: 200,
        value: (row) => meanings[row.meaning],
        cell: (row) => (
          <Flex component="span" align="center" gap={8} className="nowrap">
            <ChannelTile channel={row.channel} />
            {meanings[row.meaning]}
          </Flex>
        ),
      },
      {
        id: 'words',
        head: w.words,
        kind: 'text',
        width: { share: 1, least: 150 },
        value: (row) => (row.meaning === 'income' && row.orderNumber) || row.description || row.type,
      },
      { id: 'amount', head: w.amount, kind: 'money', width: 122, value: (row) => row.amount },
      { id: 'balance', head: w.balance, kind: 'money', width: 132, hideBelow: 940, value: (row) => row.balance },
      {
        id: 'state',
        head: w.state,
        kind: 'status',
        width: 196,
        value: (row) => states[row.state],
        cell: (row) => <StateChip state={row.state} />,
      },
    ],
    [w, meanings, states],
  )
}

export function useExpectedColumns(): Column<ExpectedRelease>[] {
  const w = useWords(payoutsWords)
  const { language } = useLocale()
  return useMemo(
    (): Column<ExpectedRelease>[] => [
      { id: 'expected', head: w.expectedOn, kind: 'date', width: 116, value: (row) => row.expectedOn },
      {
        id: 'order',
        head: w.order,
        kind: 'text',
        width: 200,
        value: (row) => row.number,
        cell: (row) => (
          <Flex component="span" align="center" gap={8} className="nowrap">
            <ChannelTile channel={row.channel} />
            <span className="kode">{row.number}</span>
          </Flex>
        ),
      },
      {
        id: 'shop',
        head: w.shop,
        kind: 'text',
        width: { share: 1, least: 120 },
        hideBelow: 760,
        value: (row) => row.shopName,
      },
      {
        id: 'since',
        head: w.since,
        kind: 'text',
        width: 184,
        value: (row) => (row.isSold ? w.soldOn : w.sentOn)(formatDay(row.since, language)),
      },
      { id: 'amount', head: w.amount, kind: 'money', width: 130, value: (row) => row.amount },
      {
        id: 'late',
        head: w.state,
        kind: 'text',
        width: { share: 1, least: 130 },
        value: (row) => (row.daysLate > 0 ? w.lateBy(formatNumber(row.daysLate)) : row.isSold ? '' : w.notCompleted),
        cell: (row) =>
          row.daysLate > 0 ? (
            <Box component="span" fw={600} className="bad">
              {w.lateBy(formatNumber(row.daysLate))}
            </Box>
          ) : row.isSold ? null : (
            <span className="quiet">{w.notCompleted}</span>
          ),
      },
    ],
    [w, language],
  )
}

export function useCheckColumns(): Column<BalanceCheck>[] {
  const w = useWords(payoutsWords)
  return useMemo(
    (): Column<BalanceCheck>[] => [
      { id: 'to', head: w.to, kind: 'date', width: 104, value: (row) => row.to },
      {
        id: 'shop',
        head: w.shop,
        kind: 'text',
        width: { share: 1, least: 140 },
        value: (row) => row.shopName,
        cell: (row) => (
          <Flex component="span" align="center" gap={8} className="nowrap">
            <ChannelTile channel={row.channel} />
            {row.shopName}
          </Flex>
        ),
      },
      {
        id: 'file',
        head: w.file,
        kind: 'file',
        width: { share: 1, least: 120 },
        hideBelow: 900,
        value: (row) => row.fileName,
      },
      { id: 'byFile', head: w.byFile, kind: 'money', width: 130, value: (row) => row.byFile },
      { id: 'byBooks', head: w.byBooks, kind: 'money', width: 142, value: (row) => row.byBooks },
      { id: 'since', head: w.differsSince, kind: 'date', width: 120, hideBelow: 980, value: (row) => row.differsSince },
      {
        id: 'agrees',
        head: w.state,
        kind: 'status',
        width: 212,
        value: (row) => (row.differsSince === null ? w.agrees : w.difference),
        cell: (row) =>
          row.differsSince === null ? (
            <Chip icon={IconCircleCheck} tone="jolawe">
              {w.agrees}
            </Chip>
          ) : (
            <Chip icon={IconHelpHexagon} tone="kunyit" isFilled>
              {w.differs(formatRupiah(row.byFile - row.byBooks))}
            </Chip>
          ),
      },
    ],
    [w],
  )
}
