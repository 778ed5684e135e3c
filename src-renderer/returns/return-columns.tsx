import { Box, Flex } from '@mantine/core'
import {
  type Icon,
  IconArrowBackUp,
  IconBuildingStore,
  IconHelpHexagon,
  IconMessageQuestion,
  IconOctagon,
  IconShoppingBagMinus,
  IconTruckOff,
} from '@tabler/icons-react'
import { useMemo } from 'react'
import { businessDay, daysBetween, formatDay, type Instant } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import type { WhyBack } from '../../src-shared/orders/return.ts'
import type { ReturnRow } from '../../src-shared/returns/return.ts'
import { type ReturnsWords, returnsWords } from '../../src-shared/returns/returns.words.ts'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { Chip } from '../design/Chip.tsx'
import { useNow } from '../design/clock.ts'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import type { Column } from '../design/table/columns.ts'
import type { Tone } from '../design/theme.ts'

const WHY_LOOK: Record<WhyBack, [icon: Icon, tone: Tone]> = {
  cancelled: [IconOctagon, 'mengkudu'],
  'delivery failed': [IconTruckOff, 'mengkudu'],
  returned: [IconArrowBackUp, 'manggis'],
  'return open': [IconMessageQuestion, 'manggis'],
  'brought back': [IconShoppingBagMinus, 'manggis'],
  'not announced': [IconHelpHexagon, 'kunyit'],
}

/** Why goods come back, as icon and word. */
export function WhyChip({ why, isFilled }: { why: WhyBack; isFilled?: boolean }) {
  const w = useWords(returnsWords)
  const [icon, tone] = WHY_LOOK[why]
  return (
    <Chip icon={icon} tone={tone} {...(isFilled ? { isFilled } : {})}>
      {w[`why ${why}`]}
    </Chip>
  )
}

/** The columns of Retur; what is done ages no more and needs no deadline. */
export function useReturnColumns(isWaiting: boolean): Column<ReturnRow>[] {
  const w = useWords(returnsWords)
  const { zone, language } = useLocale()
  const now = useNow()
  const today = businessDay(now, zone)
  return useMemo(() => {
    const age = (since: Instant) => Math.max(0, daysBetween(businessDay(since, zone), today))
    const columns: Column<ReturnRow>[] = [
      {
        id: 'why',
        head: w.why,
        kind: 'status',
        width: 196,
        value: (row) => w[`why ${row.why}`],
        cell: (row) => <WhyChip why={row.why} />,
      },
      {
        id: 'order',
        head: w.order,
        kind: 'text',
        width: 190,
        value: (row) => row.orderNumber,
        cell: (row) => (
          <Flex component="span" align="center" gap={8} miw={0}>
            <ChannelTile channel={row.channel} />
            <span className="kode">{row.orderNumber}</span>
          </Flex>
        ),
      },
      {
        id: 'goods',
        head: w.goods,
        kind: 'text',
        width: { share: 1, least: 140 },
        value: (row) => row.goods,
        product: (row) => row.goodsName.product,
        cell: (row) => (
          <GoodsName
            goods={row.goodsName}
            more={row.moreLines > 0 && <small>{w.moreLines(formatNumber(row.moreLines))}</small>}
          />
        ),
      },
      {
        id: 'progress',
        head: w.progress,
        kind: 'text',
        width: 84,
        hideBelow: 760,
        value: (row) => w.ofPieces(formatNumber(row.inspected), formatNumber(row.pieces)),
      },
      {
        id: 'place',
        head: w.place,
        kind: 'status',
        width: 140,
        hideBelow: 1000,
        cell: (row) =>
          row.receivedAt === null ? (
            <span className="quiet">{w.onItsWay}</span>
          ) : (
            <Chip icon={IconBuildingStore} tone="jolawe">
              {w.isHere}
            </Chip>
          ),
      },
    ]
    return isWaiting
      ? [
          ...columns,
          {
            id: 'age',
            head: w.age,
            kind: 'number',
            width: 78,
            hideBelow: 760,
            value: (row) => age(row.since),
            cell: (row) => w.days(formatNumber(age(row.since))),
          },
          {
            id: 'deadline',
            head: w.deadline,
            kind: 'date',
            width: 110,
            value: (row) => businessDay(row.deadline, zone),
            cell: (row) => (
              <Deadline at={row.deadline} now={now} w={w} day={formatDay(businessDay(row.deadline, zone), language)} />
            ),
          },
        ]
      : [
          ...columns,
          {
            id: 'received',
            head: w.receivedOn,
            kind: 'date',
            width: 110,
            value: (row) => (row.receivedAt === null ? null : businessDay(row.receivedAt, zone)),
          },
        ]
  }, [w, zone, language, today, now, isWaiting])
}

function Deadline({ at, now, w, day }: { at: Instant; now: Instant; w: ReturnsWords; day: string }) {
  if (at >= now) return day
  return (
    <Box component="span" fw={600} className="bad">
      {w.overdue(formatNumber(Math.ceil((now - at) / 86_400_000)))}
    </Box>
  )
}
