import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'

/**
 * Below every id that was made at that moment or later, above those of before: ids begin with their moment, so what was
 * recorded since is one range of an index that holds them.
 */
export const idsSince = (at: RawBuilder<Instant>): RawBuilder<string> =>
  sql<string>`printf('%08x-%04x', max(0, ${at}) >> 16, max(0, ${at}) & 65535)`
