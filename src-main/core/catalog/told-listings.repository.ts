import { sql } from 'kysely'
import type { Reader, Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'

/** Goods as the channel's own lists of products tell of them, each list a statement of its own: of two the one taken in last stands. */

export interface ToldListing {
  listingId: string
  price: number | null
  stock: number | null
}

export async function storeToldListings(tx: Tx, runSeq: number, told: readonly ToldListing[]): Promise<void> {
  // rows of one list may turn out to be the same goods
  await sql`insert into told_listing (run_seq, listing_id, price, stock)
    select ${runSeq}, n.value ->> 'listingId', n.value ->> 'price', n.value ->> 'stock'
    from json_each(${JSON.stringify(told)}) n where true
    on conflict (run_seq, listing_id) do update set price = excluded.price, stock = excluded.stock`.execute(tx)
}

/** What stands of these listings, by id. */
export async function toldOfListings(reader: Reader, listingIds: readonly string[]): Promise<Map<string, ToldListing>> {
  const rows = await reader
    .selectFrom('told_listing')
    .select(['listing_id as listingId', 'price', 'stock'])
    .where('listing_id', 'in', valuesIn(listingIds))
    .orderBy('run_seq')
    .execute()
  return new Map(rows.map((row) => [row.listingId, row]))
}

/** Listings that turned out to be others hand over what lists tell of them; where one list tells of both, the one that stays counts. */
export async function moveToldListings(tx: Tx, absorbed: ReadonlyMap<string, string>): Promise<void> {
  for (const [from, to] of absorbed) {
    await sql`insert or ignore into told_listing (run_seq, listing_id, price, stock)
      select run_seq, ${to}, price, stock from told_listing where listing_id = ${from}`.execute(tx)
    await tx.deleteFrom('told_listing').where('listing_id', '=', from).execute()
  }
}

export async function countToldListings(reader: Reader, runSeq: number): Promise<number> {
  const { told } = await reader
    .selectFrom('told_listing')
    .select(({ fn }) => fn.countAll<number>().as('told'))
    .where('run_seq', '=', runSeq)
    .executeTakeFirstOrThrow()
  return told
}

/** Takes some of what a list told of away; answers of which listings. */
export async function forgetToldListings(tx: Tx, runSeq: number, limit: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('told_listing')
    .select('listing_id')
    .where('run_seq', '=', runSeq)
    .orderBy('listing_id')
    .limit(limit)
    .execute()
  const ids = rows.map(({ listing_id }) => listing_id)
  await tx.deleteFrom('told_listing').where('run_seq', '=', runSeq).where('listing_id', 'in', valuesIn(ids)).execute()
  return ids
}

/** Numbers of the other lists that stand and told of goods this one told of too. */
export async function runsToldOfListings(reader: Reader, runSeq: number): Promise<number[]> {
  const rows = await reader
    .selectFrom('told_listing as t')
    .innerJoin('told_listing as mine', (join) =>
      join.onRef('mine.listing_id', '=', 't.listing_id').on('mine.run_seq', '=', runSeq),
    )
    .select('t.run_seq as run')
    .distinct()
    .where('t.run_seq', '<>', runSeq)
    .execute()
  return rows.map(({ run }) => run)
}
