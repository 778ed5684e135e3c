import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Me } from '../../src-shared/access/access.ts'
import { api } from '../base/api.ts'

/** Somebody else sits here, or nobody: what this window remembers was answered to the one before. */
export function useNewcomer(): (me: Me) => void {
  const queries = useQueryClient()
  return useCallback(
    (me: Me) => {
      const key = api.access.me.queryKey()
      queries.setQueryData(key, me)
      const stays = [key, api.settings.get.queryKey()].map((each) => JSON.stringify(each))
      queries.removeQueries({ predicate: ({ queryKey }) => !stays.includes(JSON.stringify(queryKey)) })
    },
    [queries],
  )
}
