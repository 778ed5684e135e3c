import { useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { ReturnTab } from '../../src-shared/returns/return.ts'

/** What the address says about Retur: the tab, the search, and the order whose return stands beside the list. */
export interface ReturnAddress {
  tab: ReturnTab
  query: string
  id: string | null
}

export function readReturnAddress(search: string): ReturnAddress {
  const params = new URLSearchParams(search)
  return {
    tab: ReturnTab.catch('waiting').parse(params.get('tab')),
    query: params.get('query') ?? '',
    id: params.get('id'),
  }
}

export function writeReturnAddress({ tab, query, id }: ReturnAddress): string {
  const params = new URLSearchParams({ tab })
  if (query) params.set('query', query)
  if (id) params.set('id', id)
  return `/retur?${params}`
}

/** The address as state; changes replace the present one. */
export function useReturnAddress() {
  const [, go] = useLocation()
  const search = useSearch()
  const address = useMemo(() => readReturnAddress(search), [search])
  const change = (next: Partial<ReturnAddress>) => go(writeReturnAddress({ ...address, ...next }), { replace: true })
  return { address, change }
}
