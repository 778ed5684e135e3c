import { Box, Flex } from '@mantine/core'
import { IconHandStop, IconHistory, IconLinkOff } from '@tabler/icons-react'
import { useMemo } from 'react'
import { businessDay, formatMoment, type Language, type Zone } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import type { ListedOrder, OrderRow, OrderTab } from '../../src-shared/orders/orders.ts'
import { ordersWords } from '../../src-shared/orders/orders.words.ts'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { Chip } from '../design/Chip.tsx'
import { DeadlineText } from '../design/DeadlineText.tsx'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { MoneyText } from '../design/MoneyText.tsx'
import { StatusChip } from '../design/StatusChip.tsx'
import { CodeText } from '../design/table/CodeText.tsx'
import type { Column, Sort } from '../design/table/columns.ts'
import classes from './orders.module.css'

type Words = (typeof ordersWords)['id']

/** What waits for shipping counts down; everything else is told by the day it was placed. */
const countsDown = (tab: OrderTab | null) => tab === 'to_ship' || tab === 'awaiting_pickup'

/**
 * Whether a list can be turned around by the head of its first column: only where its rows stand by what that column
 * shows. Waiting parcels count down but stand by the day they were placed, and hits of a search by nothing one can see.
 */
const canTurn = (tab: OrderTab | null) => tab !== null && tab !== 'awaiting_pickup'

/** How the rows of a tab stand: to ship by deadline, the others newest first; turned around, the other way. */
export const sortOf = (tab: OrderTab | null, isReversed: boolean): Sort | undefined =>
  canTurn(tab) ? { columnId: 'when', isDescending: (tab !== 'to_ship') !== isReversed } : undefined

/** The columns of one tab; null for the hits of a search. */
export function useOrderColumns(tab: OrderTab | null): Column<ListedOrder>[] {
  const w = useWords(ordersWords)
  const { language, zone } = useLocale()
  return useMemo(() => orderColumns(w, tab, language, zone), [w, tab, language, zone])
}

const orderColumns = (w: Words, tab: OrderTab | null, language: Language, zone: Zone): Column<ListedOrder>[] => {
  const isDeadline = countsDown(tab)
  return [
    {
      id: 'when',
      head: isDeadline ? w.shipBy : w.placedAt,
      isSortable: canTurn(tab),
      kind: 'text',
      width: isDeadline ? 160 : 112,
      value: (order) => {
        const at = isDeadline ? order.shipBy : order.placedAt
        return at === null ? '' : businessDay(at, zone)
      },
      cell: (order) => {
        if (!isDeadline) return order.placedAt === null ? '–' : formatMoment(order.placedAt, zone, language)
        return order.shipBy === null ? (
          <span className="quiet">{w.noDeadline}</span>
        ) : (
          <DeadlineText at={order.shipBy} />
        )
      },
    },
    {
      id: 'number',
      head: w.number,
      kind: 'code',
      width: 152,
      value: (order) => order.number,
      cell: (order) => (
        <Flex component="span" align="center" gap={6} miw={0} maw="100%">
          <ChannelTile channel={order.channel} />
          <CodeText code={order.number} />
        </Flex>
      ),
    },
    {
      id: 'goods',
      head: w.goods,
      kind: 'text',
      width: { share: 2, least: 140 },
      value: (order) => order.goods,
      product: (order) => order.goodsName.product,
      cell: (order) => <Goods order={order} w={w} />,
    },
    {
      id: 'buyer',
      head: w.buyer,
      kind: 'text',
      width: { share: 1, least: 120 },
      value: (order) => order.buyer,
      isQuiet: true,
      hideBelow: 1200,
    },
    { id: 'pieces', head: w.pieces, kind: 'number', width: 50, value: (order) => order.pieces },
    {
      id: 'courier',
      head: w.courier,
      kind: 'text',
      width: 122,
      value: (order) => order.courier,
      isQuiet: true,
      hideBelow: 1080,
    },
    ...(tab === null ? [waybillColumn(w)] : []),
    { id: 'grossSales', head: w.grossSales, kind: 'money', width: 122, value: (order) => order.grossSales },
    {
      id: 'profit',
      head: w.profitColumn,
      kind: 'money',
      width: 116,
      value: (order) => order.profit,
      cell: (order) => <Profit order={order} w={w} />,
      hideBelow: 958,
    },
    { id: 'state', head: w.status, kind: 'status', width: 176, cell: (order) => <State order={order} w={w} /> },
  ]
}

/** What a search was about more often than not: people ask by it. */
const waybillColumn = (w: Words): Column<ListedOrder> => ({
  id: 'tracking',
  head: w.tracking,
  kind: 'code',
  width: 152,
  value: (order) => order.trackingNumber,
  hideBelow: 1000,
})

/** What the order leaves; where a cost is missing the words say so, because a number would be wrong. */
function Profit({ order, w }: { order: ListedOrder; w: Words }) {
  if (order.costIncomplete)
    return (
      <Box component="span" fz="xs" c="var(--lb-kunyit)">
        {w.costMissing}
      </Box>
    )
  if (order.profit === null) return '–'
  const profit = <MoneyText amount={order.profit} isBadWhenNegative />
  return order.isEstimate ? (
    <i className="quiet" title={w.profitEstimate}>
      {profit}
    </i>
  ) : (
    profit
  )
}

function Goods({ order, w }: { order: OrderRow; w: Words }) {
  return (
    <Flex component="span" align="center" gap={6} miw={0} maw="100%">
      {order.unmappedLines > 0 && (
        <IconLinkOff size={15} className={classes.flag} role="img" aria-label={w.unmapped} title={w.unmapped} />
      )}
      <GoodsName goods={order.goodsName} title={[order.goods, order.channelGoods].filter(Boolean).join('\n')} />
      {order.moreLines > 0 && (
        <Box component="span" flex="none" c="dimmed">
          {w.moreLines(formatNumber(order.moreLines))}
        </Box>
      )}
    </Flex>
  )
}

/** A hold of ours goes before the stage: it is what must be answered. Nothing hides a cancellation. */
function State({ order, w }: { order: OrderRow; w: Words }) {
  if (order.isHeld && order.state !== 'cancelled' && order.state !== 'cancel_requested')
    return (
      <Chip icon={IconHandStop} tone="kunyit" isFilled>
        {w.held}
      </Chip>
    )
  return (
    <Flex component="span" align="center" gap={6} miw={0} maw="100%">
      <StatusChip state={order.state} />
      {order.isHistory && (
        <IconHistory size={14} className="quiet" role="img" aria-label={w.history} title={w.history} />
      )}
    </Flex>
  )
}
