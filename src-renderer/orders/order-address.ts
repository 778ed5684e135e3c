import { useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { z } from 'zod'
import { BusinessDay } from '../../src-shared/kernel/business-day.ts'
import { Channel, OrderState } from '../../src-shared/orders/order.ts'
import { OrderSort, OrderTab } from '../../src-shared/orders/orders.ts'

/** A stage, or every one of them. */
export const ListTab = z.enum([...OrderTab.options, 'all'])
export type ListTab = z.infer<typeof ListTab>

/** What the address says about Pesanan, so that any figure of the app can open exactly these rows. */
export interface OrderAddress {
  tab: ListTab
  /** A part of Perlu Dikirim. */
  state: OrderState | null
  channel: Channel | null
  /** With a search the tab steps aside: every order is looked through. */
  query: string
  /** By what the rows stand: by default as the tab is worked through, by deadline or newest first. */
  sort: OrderSort | null
  /** From the other end: the latest deadline, the oldest order, the smallest value first. */
  isReversed: boolean
  /** Placed on these days, both included; null without such an end. */
  from: BusinessDay | null
  to: BusinessDay | null
  /** What was sold on one day, of any stage. */
  day: BusinessDay | null
  /** To ship within six hours. */
  isUrgent: boolean
  /** The order in the side panel. */
  id: string | null
  isNewSale: boolean
  /** False when only an order is named: the tab is then the one that order stands in. */
  namesTab: boolean
}

/** The whole of a tab: no search, no day, nothing but the tab. */
export const WHOLE_TAB = { state: null, query: '', day: null, isUrgent: false } as const

/** The tab whose rows are shown; null while a search or a day looks through every tab. */
export const shownTab = ({ tab, query, day }: OrderAddress): ListTab | null => (query === '' && !day ? tab : null)

export function readAddress(path: string, search: string): OrderAddress {
  const params = new URLSearchParams(search)
  const idInPath = /^\/pesanan\/([0-9a-f-]{36})$/.exec(path)?.[1]
  return {
    tab: ListTab.catch('to_ship').parse(params.get('tab')),
    state: OrderState.nullable().catch(null).parse(params.get('state')),
    channel: Channel.nullable().catch(null).parse(params.get('channel')),
    query: params.get('query') ?? '',
    sort: OrderSort.nullable().catch(null).parse(params.get('by')),
    isReversed: params.get('sort') === 'reversed',
    from: BusinessDay.nullable().catch(null).parse(params.get('from')),
    to: BusinessDay.nullable().catch(null).parse(params.get('to')),
    day: BusinessDay.nullable().catch(null).parse(params.get('day')),
    isUrgent: params.get('due') === 'soon',
    id: idInPath ?? params.get('id'),
    isNewSale: params.get('new') === 'own',
    namesTab: params.has('tab') && !idInPath,
  }
}

export function writeAddress(address: OrderAddress): string {
  const params = new URLSearchParams({ tab: address.tab })
  if (address.state) params.set('state', address.state)
  if (address.channel) params.set('channel', address.channel)
  if (address.query) params.set('query', address.query)
  if (address.day) params.set('day', address.day)
  if (address.isUrgent) params.set('due', 'soon')
  if (address.from) params.set('from', address.from)
  if (address.to) params.set('to', address.to)
  if (address.sort) params.set('by', address.sort)
  if (address.isReversed) params.set('sort', 'reversed')
  if (address.id) params.set('id', address.id)
  if (address.isNewSale) params.set('new', 'own')
  return `/pesanan?${params}`
}

/** The address as state. Changes replace the present one, so that Back leaves the page instead of walking its rows. */
export function useOrderAddress() {
  const [path, go] = useLocation()
  const search = useSearch()
  const address = useMemo(() => readAddress(path, search), [path, search])
  const change = (next: Partial<OrderAddress>) => go(writeAddress({ ...address, ...next }), { replace: true })
  return { address, change, go }
}
