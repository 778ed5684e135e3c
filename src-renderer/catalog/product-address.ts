import { useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'

/** What the address says about Produk: the list, or the editor. */
export interface ProductAddress {
  query: string
  category: string | null
  archived: boolean
  /** The product in the editor; `new` for one that is being added. */
  edit: string | null
}

export function readProductAddress(path: string, search: string): ProductAddress {
  const params = new URLSearchParams(search)
  return {
    query: params.get('query') ?? '',
    category: params.get('category'),
    archived: params.has('archived'),
    edit: /^\/produk\/([0-9a-f-]{36})$/.exec(path)?.[1] ?? (params.has('new') ? 'new' : params.get('id')),
  }
}

export function writeProductAddress({ query, category, archived, edit }: ProductAddress): string {
  const params = new URLSearchParams()
  if (query) params.set('query', query)
  if (category !== null) params.set('category', category)
  if (archived) params.set('archived', '1')
  if (edit === 'new') params.set('new', '1')
  else if (edit) params.set('id', edit)
  // an empty question still ends the one before it: the hash router keeps the old one otherwise
  return `/produk?${params}`
}

/** The address as state; changes replace the present one. */
export function useProductAddress() {
  const [path, go] = useLocation()
  const search = useSearch()
  const address = useMemo(() => readProductAddress(path, search), [path, search])
  const change = (next: Partial<ProductAddress>) => go(writeProductAddress({ ...address, ...next }), { replace: true })
  return { address, change, go }
}
