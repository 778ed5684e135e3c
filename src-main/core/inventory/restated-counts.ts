import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'

/** Pieces that the books say came or left at a moment, or no longer say so. */
export interface LearnedPieces {
  variantId: string
  day: BusinessDay
  at: Instant
  pieces: number
  /** The adjustment that moved them, when it was one: no count is restated by itself, and of two at the same moment the one typed later comes later. */
  adjustmentId: string | null
}

/**
 * A count says what lay on a shelf at a moment, and its difference is the difference to the books of that moment. What the books
 * only learn afterwards about an earlier moment (a hand-over that a channel tells of late, a delivery note typed late, a
 * receipt that never was) was therefore on the shelf, or gone from it, when it was counted: the difference becomes less
 * or more by as many pieces, and the books go on ending on what was counted. Only the first count after the moment is
 * restated; those behind it began with what it found.
 *
 * Answers with the counts whose difference changed; they are to be settled again.
 */
export async function restateCounts(tx: Tx, learned: readonly LearnedPieces[]): Promise<string[]> {
  if (learned.length === 0) return []
  const earliest = learned.reduce((first, { day }) => (day < first ? day : first), learned[0]!.day)
  const counts = await tx
    .selectFrom('stock_adjustment_line as l')
    .innerJoin('stock_adjustment as a', 'a.id', 'l.adjustment_id')
    .select(['a.id', 'a.day', 'a.recorded_at as typedAt'])
    .select(['l.variant_id as variantId', 'l.counted_at as at', 'l.expected', 'l.pieces'])
    .where('l.variant_id', 'in', valuesIn(new Set(learned.map(({ variantId }) => variantId))))
    .where('l.counted', 'is not', null)
    .where('a.cancelled_at', 'is', null)
    .where('a.day', '>=', earliest)
    .orderBy('a.day')
    .orderBy('l.counted_at')
    .orderBy('a.recorded_at')
    .orderBy('a.id')
    .execute()
  if (counts.length === 0) return []

  const typedAt = await momentsOfTyping(
    tx,
    learned.flatMap(({ adjustmentId }) => adjustmentId ?? []),
  )
  const isTypedAfter = (count: (typeof counts)[number], id: string) =>
    (count.typedAt - typedAt.get(id)! || (count.id > id ? 1 : -1)) > 0
  const bySku = Map.groupBy(counts, ({ variantId }) => variantId)
  const more = new Map<(typeof counts)[number], number>()
  for (const { variantId, day, at, pieces, adjustmentId } of learned) {
    const count = bySku
      .get(variantId)
      ?.find(
        (each) =>
          each.id !== adjustmentId &&
          (each.day > day ||
            (each.day === day &&
              (each.at! > at || (each.at! === at && (!adjustmentId || isTypedAfter(each, adjustmentId)))))),
      )
    if (count) more.set(count, (more.get(count) ?? 0) + pieces)
  }
  const restated = [...more].filter(([, pieces]) => pieces !== 0)
  for (const [{ id, variantId, expected, pieces }, learnedPieces] of restated)
    await tx
      .updateTable('stock_adjustment_line')
      .set({ expected: expected! + learnedPieces, pieces: pieces - learnedPieces })
      .where('adjustment_id', '=', id)
      .where('variant_id', '=', variantId)
      .execute()
  return [...new Set(restated.map(([{ id }]) => id))]
}

async function momentsOfTyping(tx: Tx, adjustmentIds: readonly string[]): Promise<Map<string, Instant>> {
  if (adjustmentIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('stock_adjustment')
    .select(['id', 'recorded_at'])
    .where('id', 'in', valuesIn(new Set(adjustmentIds)))
    .execute()
  return new Map(rows.map(({ id, recorded_at }) => [id, recorded_at]))
}
