import type { Tx } from '../database/open.ts'
import { goodsText } from './order-in-full.ts'
import { deleteSearched, insertSearched } from './order-search.ts'
import { ordersByIds } from './orders.repository.ts'
import { waybillsOf } from './parcels.repository.ts'

/** Puts orders into the search as they stand now. */
export async function findAgain(tx: Tx, ids: readonly string[]): Promise<void> {
  const stored = [...(await ordersByIds(tx, ids, 'left out')).values()]
  const searched: Parameters<typeof insertSearched>[1][number][] = []
  for (const { seq, document } of stored)
    searched.push({ seq: seq!, document, goodsText: await goodsText(tx, document) })
  await deleteSearched(tx, searched)
  await insertSearched(
    tx,
    searched.filter(({ document }) => document.withdrawnAt === null),
    await waybillsOf(tx, ids),
  )
}
