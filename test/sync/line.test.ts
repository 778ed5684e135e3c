import { expect, test } from 'vitest'
import { isDead, type Line, lineOf } from '../../src-shared/sync/line.ts'

const HOUR = 3_600_000
const now = Date.parse('2026-11-14T05:00:00Z')
type Told = Parameters<typeof lineOf>[0]
const fresh: Told = { isBroken: false, consentUntil: null, ordersUntil: now - 60_000, isFailing: false }

test.each<[string, Partial<Told>, Line]>([
  ['a minute old', {}, 'well'],
  ['failed once, a minute ago', { isFailing: true }, 'well'],
  ['failing for two hours', { isFailing: true, ordersUntil: now - 2 * HOUR }, 'failing'],
  ['asleep for two hours', { ordersUntil: now - 2 * HOUR }, 'well'],
  ['a day and an hour old, whatever failed', { ordersUntil: now - 25 * HOUR }, 'behind'],
  ['never read yet', { ordersUntil: null, isFailing: true }, 'well'],
  ['permission over, though read just now', { consentUntil: now }, 'consent over'],
  ['permission until tomorrow', { consentUntil: now + 24 * HOUR }, 'well'],
  ['broken off and over', { isBroken: true, consentUntil: now - 1 }, 'broken'],
])('a shop %s', (_, told, line) => {
  expect(lineOf({ ...fresh, ...told }, now)).toBe(line)
})

test('only its owner brings a dead line back', () => {
  const lines: Line[] = ['well', 'failing', 'behind', 'consent over', 'broken']
  expect(lines.filter(isDead)).toEqual(['consent over', 'broken'])
})
