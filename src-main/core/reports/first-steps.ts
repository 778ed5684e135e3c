import { sql } from 'kysely'
import type { FirstSteps } from '../../../src-shared/reports/first-steps.ts'
import type { Reader } from '../database/open.ts'
import { settingsOf } from '../settings/settings.repository.ts'

const exists = (table: 'order_line' | 'opening_balance') => sql<number>`exists (select 1 from ${sql.table(table)})`

/** How far a new shop has come, from what is stored and from nothing that was clicked. */
export async function firstSteps(reader: Reader): Promise<FirstSteps> {
  const { orders, opened } = await reader
    .selectNoFrom([exists('order_line').as('orders'), exists('opening_balance').as('opened')])
    .executeTakeFirstOrThrow()
  const listings = await reader
    .selectFrom('listing as l')
    .select(({ fn }) => [fn.countAll<number>().as('of'), fn.count<number>('l.variant_id').as('done')])
    .where(({ exists: has, selectFrom }) =>
      has(selectFrom('order_line as o').select('o.listing_id').whereRef('o.listing_id', '=', 'l.id')),
    )
    .executeTakeFirstOrThrow()
  const skus = await reader
    .selectFrom('variant as v')
    .innerJoin('product as p', 'p.id', 'v.product_id')
    .leftJoin('opening_stock as o', 'o.variant_id', 'v.id')
    .leftJoin('moving_average as a', 'a.variant_id', 'v.id')
    .select(({ fn }) => [
      fn.countAll<number>().as('of'),
      fn.coalesce(fn.sum<number>(sql`o.pieces is not null or a.pieces > 0`), sql<number>`0`).as('stocked'),
      fn
        .coalesce(fn.sum<number>(sql`o.unit_cost is not null or o.pieces = 0 or a.value > 0`), sql<number>`0`)
        .as('costed'),
    ])
    .where('v.is_bundle', '=', 0)
    .where('v.archived_at', 'is', null)
    .where('p.archived_at', 'is', null)
    .executeTakeFirstOrThrow()
  const { address, phone } = await settingsOf(reader)
  const printed = await reader.selectFrom('parcel').select('id').where('printed_at', 'is not', null).executeTakeFirst()
  const all: FirstSteps = [
    { step: 'orders', done: orders, of: 1 },
    { step: 'mapping', ...listings },
    { step: 'stock', done: skus.stocked, of: skus.of },
    { step: 'cost', done: skus.costed, of: skus.of },
    { step: 'opening balance', done: opened, of: 1 },
    { step: 'sender', done: address !== '' && phone !== '' ? 1 : 0, of: 1 },
    { step: 'label', done: printed ? 1 : 0, of: 1 },
  ]
  // who sells without a marketplace has nothing to map
  return all.filter(({ step, of }) => step !== 'mapping' || of > 0)
}
