import { useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { StockState } from '../../src-shared/inventory/inventory.ts'

export type StockView = 'available' | 'onHand'
export type StockSubPage = 'levels' | 'count' | 'opening' | 'oversold' | 'history' | 'card' | 'sellers'

/** What the address says about Stok, so that any figure of the app can open exactly these rows. */
export interface StockAddress {
  state: StockState | null
  query: string
  view: StockView
  /** The SKU in the side panel: its id, or its code as typed by a person. */
  sku: string | null
}

const SUB_PAGES: Record<string, StockSubPage> = {
  opname: 'count',
  awal: 'opening',
  kurang: 'oversold',
  riwayat: 'history',
  kartu: 'card',
  laris: 'sellers',
}
export const subPageAt = (path: string): StockSubPage => SUB_PAGES[path.split('/')[2] ?? ''] ?? 'levels'

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/

export function readStockAddress(path: string, search: string): StockAddress {
  const params = new URLSearchParams(search)
  return {
    state: StockState.nullable().catch(null).parse(params.get('state')),
    query: params.get('query') ?? '',
    view: params.get('view') === 'onHand' ? 'onHand' : 'available',
    sku: UUID.exec(path)?.[0] ?? params.get('sku'),
  }
}

export function writeStockAddress({ state, query, view, sku }: StockAddress): string {
  const params = new URLSearchParams()
  if (state) params.set('state', state)
  if (query) params.set('query', query)
  if (view === 'onHand') params.set('view', view)
  if (sku) params.set('sku', sku)
  // an empty question still ends the one before it: the hash router keeps the old one otherwise
  return `/stok?${params}`
}

/** The address as state; changes replace the present one. */
export function useStockAddress() {
  const [path, go] = useLocation()
  const search = useSearch()
  const address = useMemo(() => readStockAddress(path, search), [path, search])
  const change = (next: Partial<StockAddress>) => go(writeStockAddress({ ...address, ...next }), { replace: true })
  return { address, change, go }
}

/** Whether such documents are known by a number rather than by words. */
export const isNumbered = (kind: string): boolean => kind === 'order' || kind === 'purchase'

/** Where the document behind a movement of stock is read. */
export function documentPath({ kind, id }: { kind: string; id: string }): string | null {
  switch (kind) {
    case 'order':
      return `/pesanan/${id}`
    case 'purchase':
      return `/pembelian?id=${id}`
    case 'stock-adjustment':
      return `/stok/riwayat?id=${id}`
    case 'opening-stock':
      return `/stok/awal?sku=${id}`
    default:
      return null
  }
}
