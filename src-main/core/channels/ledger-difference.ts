import { sql } from 'kysely'
import { isShort, SHORT } from '../catalog/available.ts'
import { variantLabels } from '../catalog/catalog.repository.ts'
import { countUnmapped } from '../catalog/unmapped-listings.repository.ts'
import type { Reader, Tx } from '../database/open.ts'

/** Where the ledgers stood before an import, so that its own rows can be told apart. */
export async function ledgerMarks(reader: Reader) {
  const last = async (table: 'entry' | 'stock_movement') =>
    (await reader.selectFrom(table).select('id').orderBy('id', 'desc').limit(1).executeTakeFirst())?.id ?? 0
  return {
    entry: await last('entry'),
    movement: await last('stock_movement'),
    listings: await count(reader, 'listing'),
    ...(await stockMarks(reader)),
    short: new Map((await shortLevels(reader)).map(({ variantId, short }) => [variantId, short])),
  }
}

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

const shortLevels = (reader: Reader) =>
  reader
    .selectFrom('stock_level')
    .select(['variant_id as variantId', SHORT.as('short')])
    .where(isShort)
    .execute()

/** What an import, or taking one back, changed in stock and books. */
export async function ledgerDifference(tx: Tx, before: Awaited<ReturnType<typeof ledgerMarks>>) {
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
  const short = (await shortLevels(tx)).filter(({ variantId, short }) => short > (before.short.get(variantId) ?? 0))
  const labels = await variantLabels(
    tx,
    short.map(({ variantId }) => variantId),
  )
  const sales = 0 - amountOf('41', '43')
  const sellerCuts = amountOf('42')
  const costOfGoods = amountOf('51')
  return {
    newListings: (await count(tx, 'listing')) - before.listings,
    unmappedListings: (await countUnmapped(tx)).listings,
    reservedPieces: now.reserved - before.reserved,
    issuedPieces: 0 - (issued.pieces ?? 0),
    shortSkus: short.map(({ variantId, short }) => ({
      sku: labels.get(variantId)?.sku ?? '',
      label: labels.get(variantId)?.label ?? '',
      short,
    })),
    sales,
    sellerCuts,
    costOfGoods,
    profit: sales - sellerCuts - costOfGoods,
    piecesWithoutCost: now.waiting - before.waiting,
    entries: entries.count,
  }
}
