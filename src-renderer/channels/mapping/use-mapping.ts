import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ListingRow } from '../../../src-shared/catalog/catalog.ts'
import { mappingWords } from '../../../src-shared/channels/import.words.ts'
import type { Id } from '../../../src-shared/kernel/ids.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { workWords } from '../../../src-shared/work/work.words.ts'
import { api, client } from '../../base/api.ts'
import { useConfirm } from '../../design/confirm.tsx'
import { useWords } from '../../design/language.tsx'
import { showToast } from '../../design/toast.tsx'

export type Show = 'unmapped' | 'all'

export const listingName = ({ productName, variationName }: ListingRow): string =>
  [productName, variationName].filter(Boolean).join(', ')

/** The listings in view, page after page. */
export function useListings(show: Show, query: string) {
  const list = useInfiniteQuery(
    api.catalog.listings.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor, show, query: query.slice(0, 100) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data])
  const counts = list.data?.pages[0]
  return {
    rows,
    total: show === 'unmapped' ? counts?.unmapped : counts?.total,
    error: list.error,
    refetch: list.refetch,
    isLoading: list.isPending,
    onEndReached: list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined,
  }
}

/** Every listing that waits for its SKU, also those that were not scrolled to yet. */
export async function allUnmapped(query: string): Promise<Id[]> {
  const found: Id[] = []
  let cursor: string | undefined
  do {
    const page: { rows: ListingRow[]; nextCursor: string | null } = await client.catalog.listings.list({
      show: 'unmapped',
      query: query.slice(0, 100),
      limit: 500,
      cursor,
    })
    found.push(...page.rows.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return found
}

/** What can be done to listings; a mapping is taken back by mapping to what stood before. */
export function useMappingActs() {
  const w = useWords(mappingWords)
  const workWord = useWords(workWords)
  const confirm = useConfirm()
  const map = useMutation(api.catalog.listings.map.mutationOptions())
  const certain = useMutation(api.catalog.listings.mapCertain.mutationOptions())
  const create = useMutation(api.catalog.listings.createProducts.mutationOptions())

  const undoOf = (listing: ListingRow) => () =>
    map.mutate({ mappings: [{ listingId: listing.id, variantId: listing.variant?.id ?? null }] })

  return {
    error: map.error ?? certain.error ?? create.error,
    isBusy: map.isPending || create.isPending,
    isTakingCertain: certain.isPending,

    async map(listing: ListingRow, variant: { id: Id; sku: string }) {
      const { wasStopped } = await map.mutateAsync({ mappings: [{ listingId: listing.id, variantId: variant.id }] })
      if (wasStopped) return showToast({ text: workWord.mappingStopped })
      showToast({ text: w.mapped(listingName(listing), variant.sku), undo: undoOf(listing) })
    },

    async release(listing: ListingRow) {
      const { wasStopped } = await map.mutateAsync({ mappings: [{ listingId: listing.id, variantId: null }] })
      if (wasStopped) return showToast({ text: workWord.mappingStopped })
      showToast({ text: w.released(listingName(listing)), undo: undoOf(listing) })
    },

    async takeCertain() {
      const { mapped, ordersSettled, wasStopped } = await certain.mutateAsync({})
      if (wasStopped) return showToast({ text: workWord.mappingStopped })
      showToast({
        text: mapped === 0 ? w.takeCertainNone : w.takeCertainDone(formatNumber(mapped), formatNumber(ordersSettled)),
      })
    },

    /** Makes SKUs out of listings; true when it was done. Asks first, unless the page has said already what happens. */
    async create(listingIds: Id[], isSaid = false): Promise<boolean> {
      const answer =
        isSaid ||
        (await confirm({
          title: w.createTitle(formatNumber(listingIds.length)),
          body: w.createBody,
          action: w.createAction,
          stay: w.back,
        }))
      if (!answer) return false
      const { products, variants, wasStopped } = await create.mutateAsync({ listingIds })
      if (wasStopped) {
        showToast({ text: workWord.mappingStopped })
        return false
      }
      showToast({ text: w.created(formatNumber(products), formatNumber(variants)) })
      return true
    },
  }
}
export type MappingActs = ReturnType<typeof useMappingActs>
