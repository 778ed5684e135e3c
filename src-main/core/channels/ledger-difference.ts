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

export interface LedgerMarks {
  entry: number
  movement: number
  listings: number
  reserved: number
  waiting: number
}

/** What a step counts by its difference, and not by its own rows. */
const COUNTED = sql`(select count(*) from listing) as listings,
  (select coalesce(sum(reserved), 0) from stock_level) as reserved,
  (select coalesce(sum(pieces), 0) from uncosted_month) as waiting`

/**
 * Where the ledgers stand before a step, so that its own rows can be told from what others write between two steps. One query: an
 * import of a slow laptop takes thousands of steps.
 */
export async function ledgerMarks(reader: Reader): Promise<LedgerMarks> {
  const { rows } = await sql<LedgerMarks>`select (select coalesce(max(id), 0) from entry) as entry,
    (select coalesce(max(id), 0) from stock_movement) as movement, ${COUNTED}`.execute(reader)
  return rows[0]!
}

/** Adds what was written since the marks. */
export async function withStep(tx: Tx, sums: LedgerSums, before: LedgerMarks): Promise<LedgerSums> {
  const { rows } = await sql<Written>`select
    (select count(*) from entry where id > ${before.entry}) as entries,
    (select json_group_object("group", amount) from (
      select substr(account, 1, 2) as "group", sum(amount) as amount from posting where entry_id > ${before.entry} group by 1
    )) as amounts,
    (select coalesce(sum(pieces), 0) from stock_movement where id > ${before.movement} and kind = 'issue') as issued,
    ${COUNTED}`.execute(tx)
  const { entries, issued, listings, reserved, waiting, ...written } = rows[0]!
  const amounts = JSON.parse(written.amounts) as Record<string, number>
  const amountOf = (...groups: string[]) => groups.reduce((total, group) => total + (amounts[group] ?? 0), 0)
  return {
    newListings: sums.newListings + listings - before.listings,
    reservedPieces: sums.reservedPieces + reserved - before.reserved,
    issuedPieces: sums.issuedPieces - issued,
    sales: sums.sales - amountOf('41', '43'),
    sellerCuts: sums.sellerCuts + amountOf('42'),
    costOfGoods: sums.costOfGoods + amountOf('51'),
    piecesWithoutCost: sums.piecesWithoutCost + waiting - before.waiting,
    entries: sums.entries + entries,
  }
}

interface Written extends Omit<LedgerMarks, 'entry' | 'movement'> {
  entries: number
  issued: number
  /** By the first two digits of the account, as JSON. */
  amounts: string
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
