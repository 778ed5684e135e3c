import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../base/api.ts'
import type { StockAddress } from './stock-address.ts'
import { stockLines } from './stock-lines.ts'

const PAGE = 500

/** The SKUs of the address as lines of the matrix, page after page, with the totals of the whole filter. */
export function useStockList({ state, query }: StockAddress) {
  const list = useInfiniteQuery(
    api.inventory.levels.infiniteOptions({
      input: (cursor: string | undefined) => ({
        query: query.slice(0, 100),
        ...(state ? { state } : {}),
        limit: PAGE,
        cursor,
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data])
  const matrix = useMemo(() => stockLines(rows), [rows])
  return {
    ...matrix,
    rows,
    totals: list.data?.pages[0]?.totals,
    isWhole: !list.hasNextPage,
    error: list.error,
    refetch: list.refetch,
    isLoading: list.isPending,
    onEndReached: list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined,
  }
}

/** Movements of one SKU, newest first. */
export function useStockCard(variantId: string, limit: number) {
  const list = useInfiniteQuery(
    api.inventory.card.infiniteOptions({
      input: (cursor: string | undefined) => ({ variantId, limit, cursor }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  )
  return {
    rows: useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]),
    error: list.error,
    isLoading: list.isPending,
    onEndReached: list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined,
  }
}

export const useStockRow = (variantId: string | null) =>
  useQuery(api.inventory.level.queryOptions({ input: { variantId: variantId ?? '' }, enabled: variantId !== null }))
