import type { Insertable } from 'kysely'
import { insertMany, type Tx } from '../database/open.ts'
import type { WaitingCostRow, WaitingValueRow } from '../database/schema.ts'
import { valuesIn } from '../database/values-in.ts'
import type { DocumentKind, DocumentRef } from '../effects.ts'

/**
 * What could not be costed when it was recorded: goods that left ("HPP belum diisi"), and surplus found while the shelf
 * had no average. Both are filled when cost arrives on the shelf.
 */
export interface Waiting {
  issues: Insertable<WaitingCostRow>[]
  found: Insertable<WaitingValueRow>[]
}

export async function rememberWaiting(tx: Tx, { issues, found }: Waiting): Promise<void> {
  await insertMany(tx, 'waiting_cost', issues)
  await insertMany(tx, 'waiting_value', found)
}

/** A document's rows are rewritten each time it is settled. */
export async function forgetWaiting(tx: Tx, kind: DocumentKind, ids: readonly string[]): Promise<void> {
  for (const table of ['waiting_cost', 'waiting_value'] as const)
    await tx.deleteFrom(table).where('document_kind', '=', kind).where('document_id', 'in', valuesIn(ids)).execute()
}

/**
 * Documents that the cost now on these shelves can reach: surplus first, because its value may be what others wait for,
 * then issues, oldest first and no further than the costed pieces go.
 */
export async function waitingFor(tx: Tx, variantIds: ReadonlySet<string>): Promise<DocumentRef[]> {
  if (variantIds.size === 0) return []
  const found = await tx
    .selectFrom('waiting_value as w')
    .innerJoin('stock_level as level', 'level.variant_id', 'w.variant_id')
    .select(['document_kind', 'document_id'])
    .distinct()
    .where('level.costed', '<>', 0)
    .where('w.variant_id', 'in', valuesIn(variantIds))
    .orderBy('document_id')
    .execute()
  const issues = await tx
    .with('queue', (db) =>
      db
        .selectFrom('waiting_cost as w')
        .innerJoin('stock_level as level', 'level.variant_id', 'w.variant_id')
        .select(({ fn }) => [
          'document_kind',
          'document_id',
          'since',
          'w.pieces',
          'level.costed',
          fn
            .sum<number>('w.pieces')
            .over((over) => over.partitionBy('w.variant_id').orderBy('since').orderBy('document_id').orderBy('effect'))
            .as('through'),
        ])
        .where('level.costed', '>', 0)
        .where('w.variant_id', 'in', valuesIn(variantIds)),
    )
    .selectFrom('queue')
    .select(['document_kind', 'document_id'])
    .where(({ eb }) => eb(eb('through', '-', eb.ref('pieces')), '<', eb.ref('costed')))
    .groupBy(['document_kind', 'document_id'])
    .orderBy(({ fn }) => fn.min('since'))
    .orderBy('document_id')
    .execute()
  const refs = new Map(
    [...found, ...issues].map((row) => [
      `${row.document_kind}/${row.document_id}`,
      { kind: row.document_kind as DocumentKind, id: row.document_id },
    ]),
  )
  return [...refs.values()]
}
