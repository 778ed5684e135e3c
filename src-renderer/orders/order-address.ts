import { useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { Channel, OrderState } from '../../src-shared/orders/order.ts'
import { OrderTab } from '../../src-shared/orders/orders.ts'

/** What the address says about Pesanan, so that any figure of the app can open exactly these rows. */
export interface OrderAddress {
  tab: OrderTab
  /** A part of Perlu Dikirim. */
  state: OrderState | null
  channel: Channel | null
  /** With a search the tab steps aside: every order is looked through. */
  query: string
  /** The order in the side panel. */
  id: string | null
  isNewSale: boolean
  /** False when only an order is named: the tab is then the one that order stands in. */
  namesTab: boolean
}

export function readAddress(path: string, search: string): OrderAddress {
  const params = new URLSearchParams(search)
  const idInPath = /^\/pesanan\/([0-9a-f-]{36})$/.exec(path)?.[1]
  return {
    tab: OrderTab.catch('to_ship').parse(params.get('tab')),
    state: OrderState.nullable().catch(null).parse(params.get('state')),
    channel: Channel.nullable().catch(null).parse(params.get('channel')),
    query: params.get('query') ?? '',
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
