import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ALL_MOVEMENT_KINDS } from '../../src-main/core/effects.ts'
import { Unit } from '../../src-shared/catalog/catalog.ts'
import { AdjustmentKind } from '../../src-shared/inventory/inventory.ts'
import { Channel } from '../../src-shared/orders/order.ts'
import { aCore } from '../builders/a-core.ts'

test.each([
  ['channel', Channel.options],
  ['unit', Unit.options],
  ['movement_kind', ALL_MOVEMENT_KINDS],
  ['adjustment_kind', AdjustmentKind.options],
] as const)('the rows of %s are the words the compiler knows', async (table, words) => {
  const { doors } = await aCore()
  const rows = doors.raw.prepare(`SELECT name FROM ${table}`).pluck().all() as string[]
  expect(rows.toSorted()).toEqual([...words].sort())
})

test('a channel nobody knows is refused by the database itself', async () => {
  const { doors } = await aCore()
  expect(() =>
    doors.raw.prepare("INSERT INTO shop (id, channel, name, created_at) VALUES ('x', 'bazaar', 'Toko', 0)").run(),
  ).toThrow(/FOREIGN KEY/)
})

test('only words that never grow are listed in a CHECK', () => {
  const schema = readFileSync(join(import.meta.dirname, '../../src-main/core/database/schema.snapshot.sql'), 'utf8')
  const listed = [...schema.matchAll(/CHECK \((\w+) IN \('/g)].map(([, column]) => column)
  expect(new Set(listed)).toEqual(new Set(['media_type', 'book', 'direction', 'normal', 'kind', 'basis', 'state']))
  expect(listed.filter((column) => column === 'kind')).toHaveLength(1)
})
