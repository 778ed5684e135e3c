import { sql } from 'kysely'
import { isShort, SHORT } from '../catalog/available.ts'
import { variantLabels } from '../catalog/catalog.repository.ts'
import { countUnmapped } from '../catalog/unmapped-listings.repository.ts'
import type { Reader, Tx } from '../database/open.ts'

/** What the steps of an import, or of taking one back, changed so far in stock and books. */
export interface LedgerSums {
  newListings: number
  reservedPieces: number
  issuedPieces: number
  sales: number
  sellerCuts: number
  costOfGoods: number
  piecesWithoutCost: number
  entries: number
}

export const NOTHING_BOOKED: LedgerSums = {
  newListings: 0,
  reservedPieces: 0,
  issuedPieces: 0,
  sales: 0,
  sellerCuts: 0,
  costOfGoods: 0,
  piecesWithoutCost: 0,
  entries: 0,
}

/** Where the ledgers stand before a step, so that its own rows can be told from what others write between two steps. */
export async function ledgerMarks(reader: Reader) {
  const last = async (table: 'entry' | 'stock_movement') =>
    (await reader.selectFrom(table).select('id').orderBy('id', 'desc').limit(1).executeTakeFirst())?.id ?? 0
  return {
    entry: await last('entry'),
    movement: await last('stock_movement'),
    listings: await count(reader, 'listing'),
    ...(await stockMarks(reader)),
  }
}
export type LedgerMarks = Awaited<ReturnType<typeof ledgerMarks>>

const count = async (reader: Reader, table: 'listing') =>
  (
    await reader
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

async function stockMarks(reader: Reader) {
  const level = await reader
    .selectFrom('stock_level')
    .select(({ fn }) => fn.sum<number | null>('reserved').as('reserved'))
    .executeTakeFirstOrThrow()
  const waiting = await reader
    .selectFrom('uncosted_month')
    .select(({ fn }) => fn.sum<number | null>('pieces').as('pieces'))
    .executeTakeFirstOrThrow()
  return { reserved: level.reserved ?? 0, waiting: waiting.pieces ?? 0 }
}

/** Adds what was written since the marks. */
export async function withStep(tx: Tx, sums: LedgerSums, before: LedgerMarks): Promise<LedgerSums> {
  const amounts = await tx
    .selectFrom('posting')
    .select(({ fn }) => [sql<string>`substr(account, 1, 2)`.as('group'), fn.sum<number>('amount').as('amount')])
    .where('entry_id', '>', before.entry)
    .groupBy('group')
    .execute()
  const amountOf = (...groups: string[]) =>
    amounts.filter(({ group }) => groups.includes(group)).reduce((total, { amount }) => total + amount, 0)
  const entries = await tx
    .selectFrom('entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('id', '>', before.entry)
    .executeTakeFirstOrThrow()
  const issued = await tx
    .selectFrom('stock_movement')
    .select(({ fn }) => fn.sum<number | null>('pieces').as('pieces'))
    .where('id', '>', before.movement)
    .where('kind', '=', 'issue')
    .executeTakeFirstOrThrow()
  const now = await stockMarks(tx)
  return {
    newListings: sums.newListings + (await count(tx, 'listing')) - before.listings,
    reservedPieces: sums.reservedPieces + now.reserved - before.reserved,
    issuedPieces: sums.issuedPieces - (issued.pieces ?? 0),
    sales: sums.sales - amountOf('41', '43'),
    sellerCuts: sums.sellerCuts + amountOf('42'),
    costOfGoods: sums.costOfGoods + amountOf('51'),
    piecesWithoutCost: sums.piecesWithoutCost + now.waiting - before.waiting,
    entries: sums.entries + entries.count,
  }
}

/** SKUs that are short, and by how many pieces. */
export type ShortLevels = Record<string, number>

export async function shortLevels(reader: Reader): Promise<ShortLevels> {
  const rows = await reader
    .selectFrom('stock_level')
    .select(['variant_id', SHORT.as('short')])
    .where(isShort)
    .execute()
  return Object.fromEntries(rows.map(({ variant_id, short }) => [variant_id, short]))
}

/** The whole difference, as people see it. */
export async function ledgerDifference(tx: Tx, sums: LedgerSums, shortBefore: ShortLevels) {
  const short = Object.entries(await shortLevels(tx)).filter(([id, pieces]) => pieces > (shortBefore[id] ?? 0))
  const labels = await variantLabels(
    tx,
    short.map(([id]) => id),
  )
  return {
    ...sums,
    unmappedListings: (await countUnmapped(tx)).listings,
    shortSkus: short.map(([id, pieces]) => ({
      sku: labels.get(id)!.sku,
      label: labels.get(id)!.label,
      goodsName: labels.get(id)!.goodsName,
      short: pieces,
    })),
    profit: sums.sales - sums.sellerCuts - sums.costOfGoods,
  }
}
