import fc from 'fast-check'
import { expect, test } from 'vitest'
import { retained } from '../../src-main/core/backup/retention.ts'
import { SUNDAY } from '../builders/a-core.ts'

const MINUTES = 60_000
const DAY = 24 * 60 * MINUTES
const at = (...moments: number[]) => moments.map((at) => ({ at }))
const kept = (backups: { at: number }[]) => [...retained(backups, 'WIB')].map(({ at }) => at).sort((a, b) => b - a)

test('of today the newest three are kept, of yesterday the newest', () => {
  const today = [0, 15, 30, 45].map((minutes) => SUNDAY - minutes * MINUTES)
  const yesterday = [1, 2].map((days) => SUNDAY - DAY - days * MINUTES)
  expect(kept(at(...today, ...yesterday))).toEqual([today[0], today[1], today[2], yesterday[0]])
})

test('two years of a backup a day come down to fourteen days, eight weeks and twelve months', () => {
  const daily = Array.from({ length: 730 }, (_, days) => SUNDAY - days * DAY)
  const days = kept(at(...daily)).map((moment) => Math.round((SUNDAY - moment) / DAY))
  // 22 November 2026 is a Sunday: weeks end 0, 7, … days ago, months on the 31st, 30th, …
  expect(days).toEqual([
    ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
    ...[14, 21, 22, 28, 35, 42, 49],
    ...[53, 83, 114, 145, 175, 206, 236, 267, 295, 326],
  ])
})

test('a shop that rested for months keeps what it had', () => {
  const before = Array.from({ length: 10 }, (_, days) => SUNDAY - (200 + days) * DAY)
  expect(kept(at(SUNDAY, ...before))).toEqual([SUNDAY, ...before])
})

test('thinning out twice is thinning out once, and the newest is always kept', () => {
  const moments = fc.array(fc.nat(400 * 24 * 60), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(moments, (minutes) => {
      const once = kept(at(...minutes.map((minute) => SUNDAY - minute * MINUTES)))
      expect(kept(at(...once))).toEqual(once)
      expect(once[0]).toBe(SUNDAY - Math.min(...minutes) * MINUTES)
      expect(once.length).toBeLessThanOrEqual(3 + 14 + 8 + 12)
    }),
  )
})
