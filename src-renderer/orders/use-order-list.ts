import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { OrderState } from '../../src-shared/orders/order.ts'
import type { ListedOrder } from '../../src-shared/orders/orders.ts'
import { api } from '../base/api.ts'
import { isChosen, type Selection } from '../design/table/selection.ts'
import { type ListTab, type OrderAddress, shownTab } from './order-address.ts'

/** Most orders one bulk act takes. */
export const MOST_AT_ONCE = 500

/** What the core is asked for. A search looks through every stage, a day through what was sold on it. */
export function filterOf(address: OrderAddress) {
  const { tab, state, channel, sort, isReversed, isUrgent, day, from, to } = address
  const shown = shownTab(address)
  const byTab = shown === null ? {} : { ...(tab === 'all' ? {} : { tab }), ...(state ? { states: [state] } : {}) }
  const standing = { ...(sort ? { sort } : {}), ...(isReversed ? { isReversed } : {}) }
  return {
    ...(channel ? { channel } : {}),
    ...byTab,
    ...(shown !== null && isUrgent ? { isUrgent } : {}),
    ...(address.query === '' ? standing : {}),
    ...(address.query === '' && day ? { day } : { ...(from ? { from } : {}), ...(to ? { to } : {}) }),
    query: address.query.slice(0, 100),
  }
}

/** The rows of the address, page after page, with the totals of the whole filter. */
export function useOrderList(address: OrderAddress) {
  const list = useInfiniteQuery(
    api.orders.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...filterOf(address), cursor }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data])
  return {
    rows,
    totals: list.data?.pages[0]?.totals,
    error: list.error,
    refetch: list.refetch,
    isLoading: list.isPending,
    onEndReached: list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined,
  }
}

/** What all orders of the address leave; long lists are summed once somebody asks. */
export function useProfitSum(address: OrderAddress, isShown: boolean) {
  // turning a list around changes no sum
  const filter = filterOf({ ...address, sort: null, isReversed: false })
  const name = JSON.stringify(filter)
  const [summedWhole, setSummedWhole] = useState<string | null>(null)
  const sum = useQuery(
    api.orders.profitSum.queryOptions({
      input: { ...filter, all: summedWhole === name },
      enabled: isShown,
    }),
  )
  return { sum: sum.data, isCounting: sum.isFetching && summedWhole === name, sumWhole: () => setSummedWhole(name) }
}

/** The chosen rows themselves. "All in the filter" may name rows that were not loaded yet, so these are asked for. */
export function useChosenRows(
  address: OrderAddress,
  rows: readonly ListedOrder[],
  selection: Selection,
): ListedOrder[] {
  const everything = useQuery(
    api.orders.list.queryOptions({
      input: { ...filterOf(address), limit: MOST_AT_ONCE },
      enabled: selection.kind === 'all',
    }),
  )
  const from = selection.kind === 'all' ? (everything.data?.rows ?? rows) : rows
  return useMemo(() => from.filter(({ id }) => isChosen(selection, id)), [from, selection])
}

export interface TabTotals {
  ofTab: (tab: ListTab) => number
  ofState: (state: OrderState) => number
  isEmpty: boolean
}

/** How many orders stand in each tab and state, of one channel or of all. */
export function useTabTotals(channel: OrderAddress['channel']): TabTotals | undefined {
  const { data } = useQuery(api.orders.tabs.queryOptions())
  return useMemo(() => {
    if (!data) return undefined
    const shown = data.filter((count) => channel === null || count.channel === channel)
    const sum = (counts: typeof shown) => counts.reduce((total, { orders }) => total + orders, 0)
    return {
      ofTab: (tab) => sum(shown.filter((count) => tab === 'all' || count.tab === tab)),
      ofState: (state) => sum(shown.filter((count) => count.state === state)),
      isEmpty: data.length === 0,
    }
  }, [data, channel])
}
