import { sql } from 'kysely'
import type { CountedSince } from '../../../src-shared/inventory/inventory.ts'
import {
  addDays,
  type BusinessDay,
  businessDay,
  type Instant,
  startOfDay,
  type Zone,
} from '../../../src-shared/kernel/business-day.ts'
import type { Reader } from '../database/open.ts'

export interface CountedMoment {
  variantId: string
  at: Instant
}

/**
 * The moment with whose books a count is compared: when it was counted if that lies on the day of the count, else the end
 * of that day, and never later than now.
 */
export function momentOfCount(day: BusinessDay, countedAt: Instant | undefined, zone: Zone, now: Instant): Instant {
  const end = Math.min(now, startOfDay(addDays(day, 1), zone) - 1)
  return countedAt !== undefined && businessDay(countedAt, zone) === day ? Math.min(countedAt, end) : end
}

/**
 * What the books held of each SKU at a moment, and what left and came since: movements of later days, and those of the same
 * day that happened later. What was recorded and taken back again comes to nothing.
 */
export async function booksAtMoments(
  reader: Reader,
  moments: readonly CountedMoment[],
  zone: Zone,
): Promise<Map<string, { expected: number } & CountedSince>> {
  const asked = moments.map(({ variantId, at }) => ({ variantId, at, day: businessDay(at, zone) }))
  const { rows } = await sql<{ variantId: string; onHand: number; came: number; left: number }>`
    with asked as (
      select value ->> 'variantId' as variant_id, value ->> 'at' as at, value ->> 'day' as day
      from json_each(${JSON.stringify(asked)})
    ), later as (
      select m.variant_id, sum(m.pieces) as pieces
      from asked join stock_movement m on m.variant_id = asked.variant_id
      where m.day > asked.day or (m.day = asked.day and m.at > asked.at)
      group by m.variant_id, m.document_kind, m.document_id, substr(m.effect, 1, instr(m.effect || '~', '~') - 1)
    )
    select asked.variant_id as variantId, coalesce(level.on_hand, 0) as onHand,
      coalesce((select sum(pieces) from later where later.variant_id = asked.variant_id and pieces > 0), 0) as came,
      coalesce((select -sum(pieces) from later where later.variant_id = asked.variant_id and pieces < 0), 0) as "left"
    from asked left join stock_level level on level.variant_id = asked.variant_id`.execute(reader)
  return new Map(
    rows.map(({ variantId, onHand, came, left }) => [variantId, { expected: onHand - came + left, came, left }]),
  )
}
