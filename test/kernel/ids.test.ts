import { expect, test } from 'vitest'
import { Id, newId } from '../../src-shared/kernel/ids.ts'

test('ids are UUIDv7 and sort by the moment they were made', () => {
  const early = newId(1_000_000_000_000)
  const late = newId(1_000_000_000_001)
  expect(Id.safeParse(early).success).toBe(true)
  expect(early[14]).toBe('7')
  expect(early < late).toBe(true)
})

test('a thousand ids of one moment are a thousand ids', () => {
  const ids = Array.from({ length: 1000 }, () => newId(5))
  expect(new Set(ids).size).toBe(1000)
  expect(ids.toSorted()).toEqual(ids)
})
