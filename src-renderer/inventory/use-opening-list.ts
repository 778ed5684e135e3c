import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { OpeningStockRow } from '../../src-shared/inventory/inventory.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { api, client } from '../base/api.ts'

const PAGE = 500

/** The SKUs of Stok Awal, page after page; the product of `first` before all others. */
export function useOpeningList(query: string, first: Id | null) {
  const asked = { query: query.slice(0, 100), ...(first === null ? {} : { first }), limit: PAGE }
  const list = useInfiniteQuery(
    api.inventory.opening.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...asked, cursor }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data])
  return {
    rows,
    totals: list.data?.pages[0],
    /** Every row of the list, also those that were not scrolled to yet. */
    async all(): Promise<readonly OpeningStockRow[]> {
      if (!list.hasNextPage) return rows
      const found = [...rows]
      let cursor = list.data?.pages.at(-1)?.nextCursor ?? null
      while (cursor !== null) {
        const page: { rows: OpeningStockRow[]; nextCursor: string | null } = await client.inventory.opening.list({
          ...asked,
          cursor,
        })
        found.push(...page.rows)
        cursor = page.nextCursor
      }
      return found
    },
    error: list.error,
    refetch: list.refetch,
    isPending: list.isPending,
    isStale: list.isPlaceholderData,
    onEndReached: list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined,
  }
}
