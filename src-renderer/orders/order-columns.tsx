import { Box, Flex } from '@mantine/core'
import { IconHandStop, IconHistory, IconLinkOff } from '@tabler/icons-react'
import { type ReactNode, useMemo } from 'react'
import { businessDay, formatMoment, type Language, type Zone } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { afterFees, type ListedOrder, type OrderColumn, type OrderRow } from '../../src-shared/orders/orders.ts'
import { ordersWords } from '../../src-shared/orders/orders.words.ts'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { Chip } from '../design/Chip.tsx'
import { DeadlineText } from '../design/DeadlineText.tsx'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { MoneyText } from '../design/MoneyText.tsx'
import { StatusChip } from '../design/StatusChip.tsx'
import { CodeText } from '../design/table/CodeText.tsx'
import type { Column } from '../design/table/columns.ts'
import type { ChosenColumns } from './chosen-columns.ts'
import type { OrderAddress } from './order-address.ts'

type Words = (typeof ordersWords)['id']

export const columnNames = (w: Words): Record<OrderColumn, string> => ({
  placed: w.placedAt,
  deadline: w.shipBy,
  number: w.number,
  goods: w.goods,
  buyer: w.buyer,
  pieces: w.pieces,
  courier: w.courier,
  tracking: w.tracking,
  grossSales: w.grossSales,
  fees: w.keptByChannel,
  received: w.received,
  profit: w.profitColumn,
  state: w.status,
})

/** The columns of a list in the order of the core's; what somebody added stays however narrow the table. */
export function useOrderColumns(
  { tab, query, day }: OrderAddress,
  shown: readonly OrderColumn[],
  chosen: ChosenColumns,
) {
  const w = useWords(ordersWords)
  const { language, zone } = useLocale()
  return useMemo(
    () =>
      orderColumns(w, { tab, query, day }, language, zone)
        .filter(({ id }) => shown.includes(id as OrderColumn))
        .map((column) =>
          // beside the resi the courier would take the room in which goods are told apart
          column.id === 'courier' && shown.includes('tracking') ? { ...column, hideBelow: 1480 } : column,
        )
        .map((column) => (chosen.added.includes(column.id as OrderColumn) ? { ...column, hideBelow: 0 } : column)),
    [w, tab, query, day, language, zone, shown, chosen],
  )
}

const orderColumns = (
  w: Words,
  address: Pick<OrderAddress, 'tab' | 'query' | 'day'>,
  language: Language,
  zone: Zone,
): Column<ListedOrder>[] => {
  const canSort = address.query === ''
  return [
    {
      id: 'placed',
      head: w.placedAt,
      isSortable: canSort,
      kind: 'text',
      width: 112,
      // beside an open order in a small window goods have its room
      hideBelow: 900,
      value: (order) => (order.placedAt === null ? '' : businessDay(order.placedAt, zone)),
      cell: (order) => (order.placedAt === null ? '–' : formatMoment(order.placedAt, zone, language)),
    },
    {
      id: 'deadline',
      head: w.shipBy,
      // other lists than this one do not stand by it
      isSortable: canSort && address.tab === 'to_ship' && !address.day,
      kind: 'text',
      width: 154,
      value: (order) => (order.shipBy === null ? '' : businessDay(order.shipBy, zone)),
      cell: (order) =>
        order.shipBy === null ? <span className="quiet">{w.noDeadline}</span> : <DeadlineText at={order.shipBy} />,
    },
    {
      id: 'number',
      head: w.number,
      kind: 'code',
      width: 146,
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
      width: { share: 3, least: 140 },
      value: (order) => order.goods,
      product: (order) => order.goodsName.product,
      cell: (order) => <Goods order={order} w={w} />,
    },
    {
      id: 'buyer',
      head: w.buyer,
      kind: 'text',
      width: { share: 1, least: 112 },
      value: (order) => order.buyer,
      isQuiet: true,
      hideBelow: 1200,
    },
    { id: 'pieces', head: w.pieces, kind: 'number', width: 50, value: (order) => order.pieces, hideBelow: 760 },
    {
      id: 'courier',
      head: w.courier,
      kind: 'text',
      width: 122,
      value: (order) => order.courier,
      isQuiet: true,
      hideBelow: 1240,
    },
    {
      id: 'tracking',
      head: w.tracking,
      kind: 'code',
      width: 152,
      value: (order) => order.trackingNumber,
      hideBelow: 1080,
    },
    {
      id: 'grossSales',
      head: w.grossSales,
      isSortable: canSort,
      kind: 'money',
      width: 122,
      value: (order) => order.grossSales,
      hideBelow: 800,
    },
    {
      id: 'fees',
      head: w.keptByChannel,
      kind: 'money',
      width: 104,
      value: (order) => order.channelFees ?? order.expectedFees,
      cell: (order) => <Fees order={order} w={w} />,
      hideBelow: 1240,
    },
    {
      id: 'received',
      head: w.received,
      kind: 'money',
      width: 116,
      value: (order) => order.received,
      cell: (order) => <Received order={order} w={w} />,
      hideBelow: 1140,
    },
    {
      id: 'profit',
      head: w.profitColumn,
      kind: 'money',
      width: 116,
      value: (order) => afterFees(order.profit, order.expectedFees),
      cell: (order) => <Profit order={order} w={w} />,
      hideBelow: 958,
    },
    {
      id: 'state',
      head: w.status,
      kind: 'status',
      width: 176,
      // what is to be shipped stands under tabs that say how far it is
      ...(address.tab === 'to_ship' && { hideBelow: 900 }),
      cell: (order) => <State order={order} w={w} />,
    },
  ]
}

/** What the channel kept; in italics while that is foretold by its rates. */
function Fees({ order: { channelFees, expectedFees }, w }: { order: ListedOrder; w: Words }) {
  if (channelFees === null && expectedFees === null) return '–'
  const amount = <MoneyText amount={0 - (channelFees ?? 0) - (expectedFees ?? 0)} />
  return expectedFees === null ? amount : <Estimate title={w.feesForetold}>{amount}</Estimate>
}

/** What the channel released of it; in italics while that is not all. */
function Received({ order: { received, isFinal }, w }: { order: ListedOrder; w: Words }) {
  if (received === null) return '–'
  const amount = <MoneyText amount={received} isBadWhenNegative />
  return isFinal ? amount : <Estimate title={w.notFinal}>{amount}</Estimate>
}

function Estimate({ title, children }: { title: string; children: ReactNode }) {
  return (
    <i className="quiet" title={title}>
      {children}
    </i>
  )
}

/** What the order leaves once its channel kept its part; where a cost is missing the words say so, because a number would be wrong. */
function Profit({ order, w }: { order: ListedOrder; w: Words }) {
  if (order.costIncomplete)
    return (
      <Box component="span" fz="xs" c="var(--lb-kunyit)">
        {w.costMissing}
      </Box>
    )
  if (order.profit === null) return '–'
  const profit = <MoneyText amount={afterFees(order.profit, order.expectedFees)} isBadWhenNegative />
  if (order.expectedFees !== null) return <Estimate title={w.feesForetold}>{profit}</Estimate>
  return order.isEstimate ? <Estimate title={w.profitEstimate}>{profit}</Estimate> : profit
}

function Goods({ order, w }: { order: OrderRow; w: Words }) {
  return (
    <Flex component="span" align="center" gap={6} miw={0} maw="100%">
      {order.unmappedLines > 0 && (
        <IconLinkOff size={15} className="doubtful keeps-size" role="img" aria-label={w.unmapped} title={w.unmapped} />
      )}
      <GoodsName
        goods={order.goodsName}
        title={[order.goods, order.channelGoods].filter(Boolean).join('\n')}
        more={order.moreLines > 0 && w.moreLines(formatNumber(order.moreLines))}
      />
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
