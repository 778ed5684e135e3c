import { Text } from '@mantine/core'
import { IconClipboardList, IconReportMoney, IconStack2 } from '@tabler/icons-react'
import { orderStateWords } from '../../../../src-shared/app/parts.words.ts'
import type { OrdersOutcome } from '../../../../src-shared/channels/channels.ts'
import { importWords } from '../../../../src-shared/channels/import.words.ts'
import { formatNumber } from '../../../../src-shared/kernel/rupiah.ts'
import { KeyValueRows } from '../../../design/KeyValueRows.tsx'
import { useWords } from '../../../design/language.tsx'
import { MoneyText } from '../../../design/MoneyText.tsx'
import { type EffectRow, EffectsPart } from '../EffectsPart.tsx'
import { isWithoutCost, profitName } from './foretold-profit.ts'

/** What orders do to the lists, the stock and the books. */
export function OrderEffects({ outcome }: { outcome: OrdersOutcome }) {
  const w = useWords(importWords)
  return (
    <>
      <EffectsPart icon={IconClipboardList} title={w.orders} rows={useOrderRows(outcome)} empty={w.noOrders} />
      <EffectsPart icon={IconStack2} title={w.stock} rows={useStockRows(outcome)} empty={w.noStock} />
      <EffectsPart
        icon={IconReportMoney}
        title={w.money}
        rows={[]}
        empty={outcome.entries === 0 ? w.noMoney : undefined}
      >
        {outcome.entries > 0 && <MoneyEffects outcome={outcome} />}
      </EffectsPart>
    </>
  )
}

function useOrderRows({ arrivals, changes, historyOrders }: OrdersOutcome): EffectRow[] {
  const w = useWords(importWords)
  const states = useWords(orderStateWords)
  const rows = [
    ...arrivals.map(({ state, orders }) => ({ id: `in/${state}`, count: orders, text: w.arrives(states[state]) })),
    ...changes.map(({ from, to, orders }) => ({
      id: `${from}/${to}`,
      count: orders,
      text: w.becomes(states[from], states[to]),
    })),
  ].sort((a, b) => b.count - a.count)
  return historyOrders > 0 ? [...rows, { id: 'history', count: historyOrders, text: w.history }] : rows
}

function useStockRows(outcome: OrdersOutcome): EffectRow[] {
  const w = useWords(importWords)
  const { reservedPieces, issuedPieces, newListings, unmappedListings, shortSkus } = outcome
  return [
    { id: 'reserved', count: Math.abs(reservedPieces), text: reservedPieces < 0 ? w.released : w.reserved },
    { id: 'issued', count: issuedPieces, text: w.issued },
    { id: 'new', count: newListings, text: w.newListings },
    { id: 'unmapped', count: unmappedListings, text: w.unmapped },
    {
      id: 'short',
      count: shortSkus.length,
      text: `${w.shortSkus}: ${shortSkus
        .slice(0, 3)
        .map(({ sku, short }) => w.short(sku, formatNumber(short)))
        .join(', ')}`,
      isBad: true,
    },
  ].filter(({ count }) => count > 0)
}

function MoneyEffects({ outcome }: { outcome: OrdersOutcome }) {
  const w = useWords(importWords)
  const { piecesWithoutCost, unmappedListings } = outcome
  const incomplete =
    piecesWithoutCost > 0 ? w.withoutCost(formatNumber(piecesWithoutCost)) : unmappedListings > 0 ? w.withoutSku : null
  return (
    <>
      <KeyValueRows
        rows={[
          { key: 'sales', label: w.sales, value: <MoneyText amount={outcome.sales} /> },
          ...(outcome.sellerCuts === 0
            ? []
            : [{ key: 'cuts', label: w.sellerCuts, value: <MoneyText amount={-outcome.sellerCuts} /> }]),
          {
            key: 'cost',
            label: w.costOfGoods,
            value: isWithoutCost(outcome) ? w.notYet : <MoneyText amount={-outcome.costOfGoods} />,
          },
          {
            key: 'profit',
            label: profitName(outcome, w),
            value: <MoneyText amount={outcome.profit} isStrong />,
            kind: incomplete ? ('sum' as const) : ('total' as const),
          },
        ]}
      />
      <Text component="p" mt={6} fz="sm" c="dimmed">
        {w.profitNote} {incomplete}
      </Text>
    </>
  )
}
