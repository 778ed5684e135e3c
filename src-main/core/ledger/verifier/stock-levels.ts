import { breathe, type Reader } from '../../database/open.ts'
import { movementHash } from '../movement-hash.ts'
import type { Finding } from './finding.ts'

const AT_ONCE = 2000
const COLUMNS = ['onHand', 'reserved', 'costed', 'value'] as const
type Level = Record<(typeof COLUMNS)[number], number>

/**
 * Each movement's hash over the one before it; and stock, reservations, costed pieces and value of each SKU, recounted from movements and
 * reservations.
 */
export async function stockLevels(reader: Reader, finding: Finding, chain: Finding): Promise<void> {
  const { say } = finding
  const counted = new Map<string, Level>()
  const of = (variantId: string) => {
    const level = counted.get(variantId) ?? { onHand: 0, reserved: 0, costed: 0, value: 0 }
    counted.set(variantId, level)
    return level
  }
  let previous = ''
  let expected = 1
  let last = 0
  while (true) {
    const movements = await reader
      .selectFrom('stock_movement')
      .selectAll()
      .where('id', '>', last)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    for (const { hash, ...movement } of movements) {
      const { id, variant_id, pieces, costed, cost } = movement
      for (; expected < id; expected++) chain.fault(say.missingMovement(expected))
      expected = id + 1
      if (movementHash(previous, movement) !== hash) chain.fault(say.brokenMovement(id))
      previous = hash ?? ''
      const level = of(variant_id)
      level.onHand += pieces
      level.costed += costed
      level.value += cost
    }
    finding.counted += movements.length
    chain.counted += movements.length
    if (movements.length < AT_ONCE) break
    last = movements.at(-1)!.id
    await breathe()
  }
  const reservations = await reader
    .selectFrom('reservation')
    .select(['variant_id', ({ fn }) => fn.sum<number>('pieces').as('pieces')])
    .groupBy('variant_id')
    .execute()
  for (const { variant_id, pieces } of reservations) of(variant_id).reserved = pieces

  const kept = await reader
    .selectFrom('stock_level')
    .innerJoin('variant', 'variant.id', 'stock_level.variant_id')
    .select(['variant_id', 'sku', 'on_hand as onHand', 'reserved', 'costed', 'value'])
    .orderBy('sku')
    .execute()
  for (const row of kept) {
    const recounted = of(row.variant_id)
    for (const column of COLUMNS)
      if (row[column] !== recounted[column])
        finding.fault(say.levelDiffers(row.sku, say[column], row[column], recounted[column]))
    counted.delete(row.variant_id)
  }
  for (const [variantId, level] of counted)
    for (const column of COLUMNS)
      if (level[column] !== 0) finding.fault(say.levelDiffers(variantId, say[column], 0, level[column]))
}
