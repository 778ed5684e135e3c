import { isDefinedError } from '@orpc/client'
import { QueryClient } from '@tanstack/react-query'
import { isOutage } from './outage.ts'

/**
 * Facts stay fresh until the core says that their room changed (`changes.ts`), so nothing is asked twice by the clock.
 * `always`: the core is on this laptop, and being offline must not pause a single question.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // the link itself has asked again already when nobody answered
        retry: (count, error) => !isDefinedError(error) && !isOutage(error) && count < 2,
        retryDelay: (count) => 300 * 2 ** count,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
