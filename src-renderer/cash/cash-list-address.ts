import { useLocation, useSearch } from 'wouter'
import { CashSort } from '../../src-shared/cash/direction.ts'
import { type BusinessDay, isBusinessDay } from '../../src-shared/kernel/business-day.ts'
import { type BegunPart, begunIn } from './begun-record.ts'

/** What the list of Catat Kas is narrowed to; it stands in the address, so that Back and a link bring it back. */
export interface CashFilterValues {
  query: string
  sort: CashSort | null
  wallet: string | null
  from: BusinessDay | null
  to: BusinessDay | null
}

const dayIn = (text: string | null) => (text !== null && isBusinessDay(text) ? text : null)

export function useCashAddress() {
  const [, go] = useLocation()
  const params = new URLSearchParams(useSearch())
  const sort = CashSort.safeParse(params.get('sort'))
  const change = (changes: Partial<Record<keyof CashFilterValues | 'id' | BegunPart, string | null>>) => {
    for (const [name, value] of Object.entries(changes)) {
      if (value) params.set(name, value)
      else params.delete(name)
    }
    go(`/pembukuan/kas?${params}`, { replace: true })
  }
  const filter: CashFilterValues = {
    query: params.get('query') ?? '',
    sort: sort.success ? sort.data : null,
    wallet: params.get('wallet'),
    from: dayIn(params.get('from')),
    to: dayIn(params.get('to')),
  }
  return { id: params.get('id'), begun: begunIn(params), filter, change }
}

/** The filter as the core is asked. */
export const askedBy = ({ query, sort, from, to }: CashFilterValues) => ({
  query,
  ...(sort && { sort }),
  ...(from && { from }),
  ...(to && { to }),
})

export const isNarrowed = ({ query, sort, from, to }: CashFilterValues): boolean =>
  query !== '' || sort !== null || from !== null || to !== null
