import { useQuery } from '@tanstack/react-query'
import { api } from '../../base/api.ts'

/** How far the books are closed, and every closing and opening. */
export function useLocks() {
  const locks = useQuery(api.ledger.periods.list.queryOptions())
  return { closedThrough: locks.data?.closedThrough ?? null, locks: locks.data?.locks ?? [], error: locks.error }
}
