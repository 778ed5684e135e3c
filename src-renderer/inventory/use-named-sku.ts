import { useQuery } from '@tanstack/react-query'
import { Id } from '../../src-shared/kernel/ids.ts'
import { api } from '../base/api.ts'

/** The SKU an address names, by id or by its code; null while unknown. */
export function useNamedSku(named: string | null): string | null {
  const isId = Id.safeParse(named).success
  const { data } = useQuery(
    api.catalog.variants.byCode.queryOptions({ input: { code: named ?? '' }, enabled: named !== null && !isId }),
  )
  return isId ? named : named === null ? null : (data?.id ?? null)
}
