import { Box, Flex, Group } from '@mantine/core'
import { IconArrowLeft, IconCircleCheck, IconListCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { OversoldRow } from '../../src-shared/inventory/inventory.ts'
import { shortageOf } from '../../src-shared/inventory/shortage.ts'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { waysOutWords } from '../../src-shared/orders/ways-out.words.ts'
import { api } from '../base/api.ts'
import { Page } from '../base/Page.tsx'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { receiptPath } from '../base/use-way-to-cost.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { Columns } from '../design/Columns.tsx'
import { DeadlineText } from '../design/DeadlineText.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { RowButton } from '../design/RowButton.tsx'
import { Section } from '../design/Section.tsx'
import { StockChip } from '../design/StockChip.tsx'
import { CodeText } from '../design/table/CodeText.tsx'
import { inventoryShortcuts } from './inventory.shortcuts.ts'
import { WaysOutPanel } from './WaysOutPanel.tsx'

/** Stok Kurang: what was sold without being there, the orders that wait for it, and the ways out. */
export function OversoldPage() {
  const w = useWords(stockWords)
  const [, go] = useLocation()
  const { data, error, refetch } = useQuery(api.inventory.oversold.queryOptions())
  const [open, setOpen] = useState<{ orderId: string; variantId: string } | null>(null)
  const isOpenStill = data?.some(
    ({ variantId, orders }) => variantId === open?.variantId && orders.some(({ id }) => id === open.orderId),
  )
  const back = () => go('/stok')
  useHotkey(standingShortcuts.back, back, { label: w.back, enabled: !isOpenStill })
  return (
    <Page
      title={w.shortTitle}
      lead={w.shortIntro}
      sidePanel={
        open &&
        isOpenStill && <WaysOutPanel key={`${open.orderId}${open.variantId}`} {...open} onClose={() => setOpen(null)} />
      }
      actions={
        <>
          <ActionButton
            icon={IconListCheck}
            shortcut={inventoryShortcuts.oversold.shoppingList}
            onAct={() => go('/pembelian?restock=1')}
          />
          <ActionButton
            label={w.back}
            icon={IconArrowLeft}
            shortcut={standingShortcuts.back}
            listens={false}
            onAct={back}
          />
        </>
      }
    >
      <RefusalNotice error={error} onRetry={() => refetch()} />
      {data?.length === 0 && <EmptyState icon={IconCircleCheck}>{w.shortNone}</EmptyState>}
      {data && data.length > 0 && <WaysOut />}
      {data?.map((row, index) => (
        <Shortage
          key={row.variantId}
          row={row}
          isFirst={index === 0}
          // the key goes to the first goods that an order waits for
          hasKey={data.findIndex(({ orders }) => orders.length > 0) === index}
          onOpen={(orderId) => setOpen({ orderId, variantId: row.variantId })}
        />
      ))}
    </Page>
  )
}

function WaysOut() {
  const w = useWords(stockWords)
  const ways = [
    [w.wayReceive, w.wayReceiveHow],
    [w.wayCount, w.wayCountHow],
    [w.wayOrder, w.wayOrderHow],
  ]
  return (
    <Columns component="dl" of="repeat(3, 1fr)" gap={20}>
      {ways.map(([way, how]) => (
        <div key={way}>
          <dt className="strong">{way}</dt>
          <dd className="quiet">{how}</dd>
        </div>
      ))}
    </Columns>
  )
}

interface ShortageProps {
  row: OversoldRow
  isFirst: boolean
  hasKey: boolean
  onOpen: (orderId: string) => void
}

function Shortage({ row, isFirst, hasKey, onOpen }: ShortageProps) {
  const w = useWords(stockWords)
  const ways = useWords(waysOutWords)
  const { awaited, gone, onShelf } = shortageOf(row)
  const sentence = [
    awaited > 0 && w.shortAwaited(formatNumber(awaited), formatNumber(onShelf), formatNumber(row.reserved)),
    gone > 0 && w.shortGone(formatNumber(gone)),
  ]
    .filter(Boolean)
    .join('; ')
  const [, go] = useLocation()
  return (
    <Section
      title={<GoodsName goods={row.goodsName} layout="whole" />}
      name={row.label}
      aside={<span className="kode">{row.sku}</span>}
    >
      <Card isFlush>
        <Group gap={12} p="8px 12px">
          <StockChip state="short" short={row.short} />
          <span>{sentence}</span>
          <span className="quiet">{row.shelf ? w.shelf(row.shelf) : w.noShelf}</span>
          <Flex component="span" gap={8} ml="auto">
            <ActionButton
              label={w.receive}
              kind={isFirst ? 'primary' : 'secondary'}
              shortcut={isFirst ? inventoryShortcuts.oversold.receive : undefined}
              onAct={() => go(receiptPath([{ variantId: row.variantId, pieces: row.short }]))}
            />
            <ActionButton label={w.edit} onAct={() => go(`/stok?sku=${row.variantId}`)} />
            {row.orders[0] && (
              <ActionButton
                label={ways.open}
                shortcut={hasKey ? inventoryShortcuts.oversold.waysOut : undefined}
                onAct={() => onOpen(row.orders[0]!.id)}
              />
            )}
          </Flex>
        </Group>
        <ul className="ruled" aria-label={w.shortOrders(row.label)}>
          {row.orders.map((order) => (
            <li key={order.id}>
              <RowButton isInCard title={ways.openFor(order.number)} onClick={() => onOpen(order.id)}>
                <ChannelTile channel={order.channel} />
                <Box component="span" w={190}>
                  <CodeText code={order.number} />
                </Box>
                <Box component="span" flex={1}>
                  {order.shipBy === null ? w.noDeadline : <DeadlineText at={order.shipBy} />}
                </Box>
                <span className="right strong">
                  {w.lacking} {formatNumber(order.pieces)}
                </span>
              </RowButton>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  )
}
