import { expect, test } from 'vitest'
import { isBehind } from '../../src-shared/sync/sync.ts'

test('a shop whose orders came in last more than a day ago is behind; one that never began is not', () => {
  const now = Date.parse('2026-11-14T05:00:00Z')
  expect(isBehind(now - 23 * 3_600_000, now)).toBe(false)
  expect(isBehind(now - 25 * 3_600_000, now)).toBe(true)
  expect(isBehind(null, now)).toBe(false)
})
