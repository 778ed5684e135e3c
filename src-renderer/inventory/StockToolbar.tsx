import { IconAlertTriangle, IconCircleOff, IconTriangleInvertedFilled } from '@tabler/icons-react'
import type { StockState, StockTotals } from '../../src-shared/inventory/inventory.ts'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { SearchInList } from '../design/fields/SearchInList.tsx'
import { useWords } from '../design/language.tsx'
import { Toolbar, ToolbarEnd } from '../design/list/ListLayout.tsx'
import { SegmentedTabs } from '../design/tabs/SegmentedTabs.tsx'
import { inventoryShortcuts } from './inventory.shortcuts.ts'
import type { StockAddress } from './stock-address.ts'

export interface StockToolbarProps {
  address: StockAddress
  totals: StockTotals | undefined
  onChange: (next: Partial<StockAddress>) => void
  /** Where this person may count. */
  onCount?: () => void
}

/** States with their counts, search, Tersedia or Fisik, and Stok Opname. */
export function StockToolbar({ address, totals, onChange, onCount }: StockToolbarProps) {
  const w = useWords(stockWords)
  const state = (id: StockState | 'all') => onChange({ state: id === 'all' ? null : id })
  return (
    <Toolbar>
      <SegmentedTabs
        label={w.stateFilter}
        items={[
          { id: 'all', label: w.all, count: totals && w.skus(formatNumber(totals.states.all)) },
          { id: 'short', label: w.short, count: totals?.states.short, icon: IconAlertTriangle },
          { id: 'out', label: w.out, count: totals?.states.out, icon: IconCircleOff },
          { id: 'low', label: w.low, count: totals?.states.low, icon: IconTriangleInvertedFilled },
        ]}
        value={address.state ?? 'all'}
        onChange={state}
      />
      <ToolbarEnd>
        <SearchInList
          label={w.search}
          hint={w.searchHint}
          query={address.query}
          onQuery={(query) => onChange({ query })}
        />
        <SegmentedTabs
          label={w.view}
          items={[
            { id: 'available', label: w.available },
            { id: 'onHand', label: w.onHand },
          ]}
          value={address.view}
          onChange={(view) => onChange({ view })}
        />
        {onCount && <ActionButton shortcut={inventoryShortcuts.levels.count} onAct={onCount} />}
      </ToolbarEnd>
    </Toolbar>
  )
}
