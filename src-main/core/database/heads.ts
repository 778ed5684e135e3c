import type { Heads } from '../../../src-shared/backup/heads.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Reader } from './open.ts'

export async function headsOf(reader: Reader, at: Instant): Promise<Heads> {
  const entry = await reader
    .selectFrom('entry')
    .select(['id', 'hash'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const movement = await reader
    .selectFrom('stock_movement')
    .select(['id', 'hash'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const trail = await reader
    .selectFrom('trail')
    .select(['seq as id', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    at,
    entry: entry ? { id: entry.id, hash: Buffer.from(entry.hash).toString('base64url') } : null,
    movement: movement ? { id: movement.id, hash: movement.hash ?? '' } : null,
    trail: trail ?? null,
  }
}

/** The hash that stands at a place of a chain now; null where nothing does. */
export async function hashAt(
  reader: Reader,
  chain: 'entry' | 'movement' | 'trail',
  id: number,
): Promise<string | null> {
  switch (chain) {
    case 'entry': {
      const row = await reader.selectFrom('entry').select('hash').where('id', '=', id).executeTakeFirst()
      return row ? Buffer.from(row.hash).toString('base64url') : null
    }
    case 'movement': {
      const row = await reader.selectFrom('stock_movement').select('hash').where('id', '=', id).executeTakeFirst()
      return row ? (row.hash ?? '') : null
    }
    case 'trail': {
      const row = await reader.selectFrom('trail').select('hash').where('seq', '=', id).executeTakeFirst()
      return row?.hash ?? null
    }
  }
}
