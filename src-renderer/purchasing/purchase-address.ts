import { useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'

/** What the address says about Pembelian: the list, one purchase beside it, or the form. */
export interface PurchaseAddress {
  query: string
  onlyOwed: boolean
  id: string | null
  /** The form: a new receipt (perhaps begun with some SKUs), the purchase being corrected, or the shopping list. */
  form: 'new' | 'correct' | 'restock' | null
  /** SKUs to begin with, by id, with pieces where more than one is meant: `a,b*12`. */
  sku: string | null
}

/** The SKUs of an address, and how many of each. */
export const startingGoods = (sku: string): { variantId: string; pieces: number }[] =>
  sku
    .split(',')
    .filter(Boolean)
    .map((each) => {
      const [variantId = '', pieces = '1'] = each.split('*')
      return { variantId, pieces: Math.max(1, Math.trunc(Number(pieces)) || 1) }
    })

export function readPurchaseAddress(search: string): PurchaseAddress {
  const params = new URLSearchParams(search)
  const id = params.get('id')
  return {
    query: params.get('query') ?? '',
    onlyOwed: params.has('owed'),
    id,
    form: params.has('new')
      ? 'new'
      : params.has('restock')
        ? 'restock'
        : params.has('correct') && id
          ? 'correct'
          : null,
    sku: params.get('sku'),
  }
}

export function writePurchaseAddress({ query, onlyOwed, id, form, sku }: PurchaseAddress): string {
  const params = new URLSearchParams()
  if (query) params.set('query', query)
  if (onlyOwed) params.set('owed', '1')
  if (id) params.set('id', id)
  if (form) params.set(form, '1')
  if (sku && form === 'new') params.set('sku', sku)
  // an empty question still ends the one before it: the hash router keeps the old one otherwise
  return `/pembelian?${params}`
}

/** The address as state; changes replace the present one. */
export function usePurchaseAddress() {
  const [, go] = useLocation()
  const search = useSearch()
  const address = useMemo(() => readPurchaseAddress(search), [search])
  const change = (next: Partial<PurchaseAddress>) =>
    go(writePurchaseAddress({ ...address, ...next }), { replace: true })
  return { address, change, go }
}
