import { IconHandStop } from '@tabler/icons-react'
import { ordersWords } from '../../src-shared/orders/orders.words.ts'
import { useWords } from '../design/language.tsx'
import type { TabItem } from '../design/tabs/TabRow.tsx'
import { Tabs } from '../design/tabs/Tabs.tsx'
import type { ListTab } from './order-address.ts'
import type { TabTotals } from './use-order-list.ts'

const FIRST = [
  'to_ship',
  'awaiting_pickup',
  'in_transit',
  'delivered',
  'completed',
  'cancel_requested',
  'returns',
  'all',
] as const
const UNDER_MORE = ['unpaid', 'on_hold', 'failed', 'cancelled', 'unknown'] as const

export interface OrderTabsProps {
  /** None while a search or a day looks through every stage. */
  tab: ListTab | null
  onTab: (tab: ListTab) => void
  totals: TabTotals | undefined
}

/** The stages of an order's life (glossary 3.1). */
export function OrderTabs({ tab, onTab, totals }: OrderTabsProps) {
  const w = useWords(ordersWords)
  const item = (id: ListTab): TabItem<ListTab> => ({
    id,
    label: w[id],
    count: countOf(id, totals),
    ...(id === 'cancel_requested' && (totals?.ofTab(id) ?? 0) > 0
      ? { icon: IconHandStop, tone: 'kunyit' as const }
      : {}),
  })
  return <Tabs label={w.tabs} items={FIRST.map(item)} more={UNDER_MORE.map(item)} value={tab} onChange={onTab} />
}

/** What waits for somebody. Completed orders, all there are, and returns that came back are not counted: that figure only grows. */
function countOf(tab: ListTab, totals: TabTotals | undefined): number | undefined {
  if (tab === 'completed' || tab === 'all') return undefined
  return tab === 'returns' ? totals?.ofState('return_open') : totals?.ofTab(tab)
}
