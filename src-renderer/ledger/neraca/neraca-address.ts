import { useLocation, useSearch } from 'wouter'
import { type BusinessDay, isBusinessDay } from '../../../src-shared/kernel/business-day.ts'

/** What the address says about the neraca: absent days mean today and the end of last month. */
export interface NeracaAddress {
  day: BusinessDay | null
  compare: BusinessDay | null
  /** Keys of the lines that are open, the last one opened last. */
  open: readonly string[]
}

const dayIn = (text: string | null): BusinessDay | null => (text !== null && isBusinessDay(text) ? text : null)

export function readNeracaAddress(search: string): NeracaAddress {
  const params = new URLSearchParams(search)
  return {
    day: dayIn(params.get('day')),
    compare: dayIn(params.get('compare')),
    open: params.get('open')?.split(',').filter(Boolean) ?? [],
  }
}

export function useNeracaAddress() {
  const [, go] = useLocation()
  const address = readNeracaAddress(useSearch())
  const change = (next: Partial<NeracaAddress>) => {
    const { day, compare, open } = { ...address, ...next }
    const params = new URLSearchParams()
    if (day) params.set('day', day)
    if (compare) params.set('compare', compare)
    if (open.length > 0) params.set('open', open.join(','))
    go(`/pembukuan/neraca?${params}`, { replace: true })
  }
  return { address, change, go }
}
