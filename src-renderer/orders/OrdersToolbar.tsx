import { Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { channelWords, orderStateWords } from '../../src-shared/app/parts.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { Channel } from '../../src-shared/orders/order.ts'
import { ordersWords } from '../../src-shared/orders/orders.words.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { SegmentedTabs } from '../design/tabs/SegmentedTabs.tsx'
import type { OrderAddress } from './order-address.ts'
import classes from './orders.module.css'
import type { TabTotals } from './use-order-list.ts'

const PARTS = ['to_arrange', 'arranged', 'printed', 'packed'] as const

export interface OrdersToolbarProps {
  address: OrderAddress
  onChange: (next: Partial<OrderAddress>) => void
  totals: TabTotals | undefined
  /** Hits of the search, once counted. */
  found: number | undefined
}

/** Parts of Perlu Dikirim or what was searched for, then search and channel. */
export function OrdersToolbar({ address, onChange, totals, found }: OrdersToolbarProps) {
  const w = useWords(ordersWords)
  const channels = useWords(channelWords)
  const states = useWords(orderStateWords)
  const channelField = useRef<HTMLInputElement>(null)
  useHotkey('F', w.channel, () => channelField.current?.click())
  const all = { id: 'all' as const, label: w.all, count: totals?.ofTab('to_ship') }
  return (
    <div className={classes.toolbar}>
      {address.query !== '' ? (
        <span className={classes.found} role="status">
          {found !== undefined && w.found(formatNumber(found), address.query)}
          <ActionButton label={w.clearSearch} size="small" onAct={() => onChange({ query: '' })} />
        </span>
      ) : (
        address.tab === 'to_ship' && (
          <SegmentedTabs
            label={w.parts}
            items={[all, ...PARTS.map((id) => ({ id, label: states[id], count: totals?.ofState(id) }))]}
            value={PARTS.find((part) => part === address.state) ?? 'all'}
            onChange={(part) => onChange({ state: part === 'all' ? null : part, id: null })}
          />
        )
      )}
      <span className={classes.tools}>
        <SearchField query={address.query} onQuery={(query) => onChange({ query, id: null })} />
        <Select
          ref={channelField}
          aria-label={w.channel}
          aria-keyshortcuts="F"
          className={classes.channel}
          size="xs"
          allowDeselect={false}
          data={[
            { value: '', label: w.everyChannel },
            ...Channel.options.map((channel) => ({ value: channel, label: channels[channel] })),
          ]}
          value={address.channel ?? ''}
          onChange={(value) => onChange({ channel: Channel.nullable().catch(null).parse(value), id: null })}
        />
      </span>
    </div>
  )
}

/** Writes the address once typing rests; `/` comes here, Enter goes down into the list, Esc empties it. */
function SearchField({ query, onQuery }: { query: string; onQuery: (query: string) => void }) {
  const w = useWords(ordersWords)
  const [typed, setTyped] = useState(query)
  const field = useRef<HTMLInputElement>(null)
  const ask = useDebouncedCallback((text: string) => onQuery(text.trim()), 180)
  useHotkey('/', w.search, () => field.current?.select())
  // what the address says goes before what stood here, but never before what is being typed
  useEffect(() => {
    if (query === '' || document.activeElement !== field.current) setTyped(query)
  }, [query])
  return (
    <TextInput
      ref={field}
      className={classes.search}
      size="xs"
      aria-label={w.search}
      aria-keyshortcuts="/"
      placeholder={w.searchHint}
      maxLength={100}
      leftSection={<IconSearch size={15} aria-hidden />}
      rightSection={typed === '' && <Kbd keys="/" />}
      rightSectionPointerEvents="none"
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        ask(event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'ArrowDown') {
          event.preventDefault()
          document.querySelector<HTMLElement>('[role="grid"] [data-cursor]')?.focus()
        }
        if (event.key !== 'Escape' || typed === '') return
        event.preventDefault()
        setTyped('')
        onQuery('')
      }}
    />
  )
}
