import { Box, Flex, Group } from '@mantine/core'
import { IconArrowLeft, IconCircleCheck, IconListCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { OversoldRow } from '../../src-shared/inventory/inventory.ts'
import { shortageOf } from '../../src-shared/inventory/shortage.ts'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { Page } from '../base/Page.tsx'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { receiptPath } from '../base/use-way-to-cost.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { DeadlineText } from '../design/DeadlineText.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { RowButton } from '../design/RowButton.tsx'
import { Section } from '../design/Section.tsx'
import { StockChip } from '../design/StockChip.tsx'
import { CodeText } from '../design/table/CodeText.tsx'
import { inventoryShortcuts } from './inventory.shortcuts.ts'
import classes from './oversold.module.css'

/** Stok Kurang: what was sold without being there, the orders that wait for it, and the ways out. */
export function OversoldPage() {
  const w = useWords(stockWords)
  const [, go] = useLocation()
  const { data, error, refetch } = useQuery(api.inventory.oversold.queryOptions())
  const back = () => go('/stok')
  useHotkey(standingShortcuts.back, back, { label: w.back })
  return (
    <Page
      title={w.shortTitle}
      lead={w.shortIntro}
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
        <Shortage key={row.variantId} row={row} isFirst={index === 0} />
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
    <dl className={classes.ways}>
      {ways.map(([way, how]) => (
        <div key={way}>
          <dt>{way}</dt>
          <dd>{how}</dd>
        </div>
      ))}
    </dl>
  )
}

function Shortage({ row, isFirst }: { row: OversoldRow; isFirst: boolean }) {
  const w = useWords(stockWords)
  const { awaited, gone, onShelf } = shortageOf(row)
  const sentence = [
    awaited > 0 && w.shortAwaited(formatNumber(awaited), formatNumber(onShelf), formatNumber(row.reserved)),
    gone > 0 && w.shortGone(formatNumber(gone)),
  ]
    .filter(Boolean)
    .join('; ')
  const [, go] = useLocation()
  return (
    <Section title={row.label} aside={<span className="kode">{row.sku}</span>}>
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
          </Flex>
        </Group>
        <ul className="ruled" aria-label={w.shortOrders(row.label)}>
          {row.orders.map((order) => (
            <li key={order.id}>
              <RowButton isInCard onClick={() => go(`/pesanan/${order.id}`)}>
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
