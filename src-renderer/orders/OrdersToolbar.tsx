import { Flex, Select } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import { channelWords, orderStateWords } from '../../src-shared/app/parts.words.ts'
import { formatDay } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { Channel, type OrderState } from '../../src-shared/orders/order.ts'
import type { OrderTab } from '../../src-shared/orders/orders.ts'
import { ordersWords } from '../../src-shared/orders/orders.words.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { SearchInList } from '../design/fields/SearchInList.tsx'
import { ariaKeys } from '../design/hotkeys/key-combination.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { Toolbar, ToolbarEnd } from '../design/list/ListLayout.tsx'
import { SegmentedTabs } from '../design/tabs/SegmentedTabs.tsx'
import { OrderDates } from './OrderDates.tsx'
import { type OrderAddress, shownTab, WHOLE_TAB } from './order-address.ts'
import { ordersShortcuts } from './orders.shortcuts.ts'
import type { TabTotals } from './use-order-list.ts'

/** The parts of a tab that is worked through stage by stage. */
const PARTS: Partial<Record<OrderTab, readonly OrderState[]>> = {
  to_ship: ['to_arrange', 'arranged', 'printed', 'packed'],
  returns: ['return_open', 'returned'],
}

export interface OrdersToolbarProps {
  address: OrderAddress
  onChange: (next: Partial<OrderAddress>) => void
  totals: TabTotals | undefined
  /** Hits of the search, once counted. */
  found: number | undefined
  /** What the list shows, and the list as a file. */
  listMenu: ReactNode
}

/** Parts of Perlu Dikirim or what was searched for, then search and channel. */
export function OrdersToolbar({ address, onChange, totals, found, listMenu }: OrdersToolbarProps) {
  const w = useWords(ordersWords)
  const channels = useWords(channelWords)
  const states = useWords(orderStateWords)
  const channelField = useRef<HTMLInputElement>(null)
  useHotkey(ordersShortcuts.list.channel, () => channelField.current?.click())
  const { language } = useLocale()
  const parts = address.tab === 'all' ? undefined : PARTS[address.tab]
  const count = found === undefined ? null : formatNumber(found)
  const narrowed =
    count === null
      ? ''
      : address.query !== ''
        ? w.found(count, address.query)
        : address.day
          ? w.soldOn(count, formatDay(address.day, language))
          : w.urgent(count)
  return (
    <Toolbar>
      {shownTab(address) === null || address.isUrgent ? (
        <Flex component="span" align="center" gap={10} c="dimmed" role="status">
          {narrowed}
          <ActionButton
            label={address.query === '' ? w.showAll : w.clearSearch}
            size="small"
            onAct={() => onChange(WHOLE_TAB)}
          />
        </Flex>
      ) : (
        parts && (
          <SegmentedTabs<OrderState | 'all'>
            label={w.parts(w[address.tab])}
            items={[
              { id: 'all', label: w.all, count: totals?.ofTab(address.tab) },
              ...parts.map((id) => ({ id, label: states[id], count: totals?.ofState(id) })),
            ]}
            value={parts.find((part) => part === address.state) ?? 'all'}
            onChange={(part) => onChange({ state: part === 'all' ? null : part, id: null })}
          />
        )
      )}
      <ToolbarEnd>
        <SearchInList
          label={w.search}
          hint={w.searchHint}
          query={address.query}
          onQuery={(query) =>
            onChange({
              query,
              day: null,
              isUrgent: false,
              id: null,
              // a search begins with every day; what is chosen while it stands narrows it
              ...(address.query === '' ? { from: null, to: null } : {}),
            })
          }
        />
        <OrderDates
          dates={address}
          onChange={(dates) => onChange({ ...dates, day: null, isUrgent: false, id: null })}
        />
        <Select
          ref={channelField}
          aria-label={w.channel}
          aria-keyshortcuts={ariaKeys(ordersShortcuts.list.channel.keys)}
          flex="none"
          w={142}
          size="xs"
          allowDeselect={false}
          data={[
            { value: '', label: w.everyChannel },
            ...Channel.options.map((channel) => ({ value: channel, label: channels[channel] })),
          ]}
          value={address.channel ?? ''}
          onChange={(value) => onChange({ channel: Channel.nullable().catch(null).parse(value), id: null })}
        />
        {listMenu}
      </ToolbarEnd>
    </Toolbar>
  )
}
