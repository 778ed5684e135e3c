import { sql } from 'kysely'
import { divRound } from '../../../src-shared/kernel/allocate.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import { TO_SPARE } from '../catalog/available.ts'
import type { Reader } from '../database/open.ts'

/**
 * What it costs to bring every low SKU back to its reorder point, at the shelf's average, or at the cost of its last
 * receipt when the shelf is empty. A SKU whose cost nobody knows counts nothing.
 */
export async function restockNeed(reader: Reader): Promise<Rupiah> {
  const low = await reader
    .selectFrom('variant')
    .leftJoin('stock_level', 'stock_level.variant_id', 'variant.id')
    .select([
      'variant.id as id',
      sql<number>`reorder_point - ${TO_SPARE}`.as('missing'),
      sql<number>`coalesce(costed, 0)`.as('costed'),
      sql<Rupiah>`coalesce(value, 0)`.as('value'),
    ])
    .where('archived_at', 'is', null)
    .where('is_bundle', '=', 0)
    .where('reorder_point', '>', 0)
    .where(sql<boolean>`${TO_SPARE} < reorder_point`)
    .execute()
  let need = 0
  for (const { id, missing, costed, value } of low) {
    const known = costed > 0 ? { costed, value } : await lastReceipt(reader, id)
    if (known) need += divRound(known.value, missing, known.costed)
  }
  return need
}

const lastReceipt = (reader: Reader, variantId: string) =>
  reader
    .selectFrom('stock_movement')
    .select(['costed', 'cost as value'])
    .where('variant_id', '=', variantId)
    .where('costed', '>', 0)
    .where('kind', 'in', ['opening', 'receipt'])
    .where('reverses', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
