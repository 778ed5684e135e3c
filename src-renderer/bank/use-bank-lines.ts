import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AccountCode } from '../../src-shared/ledger/ledger.ts'
import { api } from '../base/api.ts'
import type { BankAddress } from './bank-address.ts'

/** What the core is asked for, without the state. */
export const filterOf = ({ account, month, query }: BankAddress) => ({
  ...(account && { account: account as AccountCode }),
  ...(month && { month }),
  query: query.slice(0, 100),
})

/** Lines within the filter, some pages of them, and the counts of all. */
export function useBankLines(address: BankAddress) {
  const list = useInfiniteQuery(
    api.bank.lines.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...filterOf(address), state: address.state, cursor, limit: 200 }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const summary = useQuery(
    api.bank.summary.queryOptions({ input: filterOf(address), placeholderData: keepPreviousData }),
  ).data
  return {
    summary,
    rows: useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]),
    isWhole: !list.hasNextPage,
    isPending: list.isPending,
    error: list.error,
    refetch: list.refetch,
    onEndReached: list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined,
  }
}
