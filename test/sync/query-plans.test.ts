import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openLocks } from '../../src-main/core/channels/stock-out/stock-terms.repository.ts'
import type { Reader } from '../../src-main/core/database/open.ts'
import { idsSince } from '../../src-main/core/database/since-id.ts'
import { soldThereSince } from '../../src-main/core/sync/stock-out/listing-stock.repository.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { queryPlans } from '../builders/query-plans.ts'

test('what a listing sold since is one range of its lines: those of before cost nothing', async () => {
  const { doors } = await aCore()
  const planOf = async (ask: (reader: Reader) => Promise<unknown>) => (await queryPlans(doors, ask)).flat()
  const RANGE = /SEARCH ol USING (COVERING )?INDEX order_line_by_listing \(listing_id=\? AND order_id>\?\)/

  for (const ask of [(reader: Reader) => soldThereSince(reader, 'shop', ['a', 'b']), openLocks]) {
    const plan = await planOf(ask)
    expect(plan.join('\n')).toMatch(RANGE)
    // from the listing to its new lines, and from these to their orders: no list is walked from its beginning but the asked ones
    expect(plan.filter((step) => /^SCAN (?!json_each|k\b)/.test(step))).toEqual([])
    const at = (what: RegExp) => plan.findIndex((step) => what.test(step))
    expect(at(RANGE)).toBeLessThan(at(/SEARCH o USING/))
  }
})

test('ids of a moment and later are above its bound, those of before below', async () => {
  const { doors } = await aCore()
  const AT = Date.parse('2026-11-29T02:00:00.123Z')
  for (const at of [AT, 0xffff, 0x10000, 1]) {
    const { rows } = await sql<{ bound: string }>`SELECT ${idsSince(sql`${at}`)} AS bound`.execute(doors.read)
    const { bound } = rows[0]!
    expect(newId(at) > bound && newId(at - 1) < bound).toBe(true)
  }
  const { rows } = await sql<{ bound: string }>`SELECT ${idsSince(sql`-5`)} AS bound`.execute(doors.read)
  expect(newId(0) > rows[0]!.bound).toBe(true)
})
