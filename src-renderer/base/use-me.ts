import { useQuery } from '@tanstack/react-query'
import type { Me } from '../../src-shared/access/access.ts'
import { SEES } from '../../src-shared/access/roles.ts'
import { may, type ProcedurePath } from '../../src-shared/access/who-may.ts'
import { api } from './api.ts'

/** Who sits here, once it is known. */
export const useMe = (): Me | undefined => useQuery(api.access.me.queryOptions()).data

/** Whether whoever sits here may call this; the core decides, the window only leaves out what would be refused. */
export function useMay(procedure: ProcedurePath): boolean {
  const person = useMe()?.person
  return person ? may(person.role, procedure) : false
}

/** Whether amounts are in the answers at all. */
export function useSeesMoney(): boolean {
  const person = useMe()?.person
  return person ? SEES[person.role] === 'all money' : false
}
