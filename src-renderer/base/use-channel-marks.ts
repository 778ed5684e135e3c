import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ChannelMark } from '../../src-shared/channels/stock-out.ts'
import { api } from './api.ts'

/** As many as the core answers for at once. */
const MOST = 1000
const NONE: readonly ChannelMark[] = []

/** Which shops list the products of a list, by product; nothing while it is asked. */
export function useChannelMarks(productIds: readonly string[]): (productId: string) => readonly ChannelMark[] {
  const input = useMemo(() => ({ productIds: [...new Set(productIds)].slice(0, MOST) }), [productIds])
  const { data } = useQuery({
    ...api.sync.stock.marks.queryOptions({ input, placeholderData: keepPreviousData }),
    enabled: input.productIds.length > 0,
  })
  return useMemo(() => {
    const byProduct = Map.groupBy(data ?? NONE, ({ productId }) => productId)
    return (productId) => byProduct.get(productId) ?? NONE
  }, [data])
}
