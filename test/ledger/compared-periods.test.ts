import { expect, test } from 'vitest'
import { previousPeriod } from '../../src-main/core/ledger/compared-periods.ts'

const before = (from: string, to: string) => {
  const period = previousPeriod({ from, to })
  return `${period.from} ${period.to}`
}

test('a whole month is compared with the month before, however long that was', () => {
  expect(before('2026-03-01', '2026-03-31')).toBe('2026-02-01 2026-02-28')
  expect(before('2026-02-01', '2026-02-28')).toBe('2026-01-01 2026-01-31')
})

test('a quarter or year is compared with the quarter or year before', () => {
  expect(before('2026-07-01', '2026-09-30')).toBe('2026-04-01 2026-06-30')
  expect(before('2026-01-01', '2026-12-31')).toBe('2025-01-01 2025-12-31')
})

test('the first days of a month are compared with the same days of the month before', () => {
  expect(before('2026-11-01', '2026-11-22')).toBe('2026-10-01 2026-10-22')
  expect(before('2026-03-01', '2026-03-30')).toBe('2026-02-01 2026-02-28')
})

test('any other stretch is compared with as many days just before it', () => {
  expect(before('2026-11-16', '2026-11-22')).toBe('2026-11-09 2026-11-15')
  expect(before('2026-11-22', '2026-11-22')).toBe('2026-11-21 2026-11-21')
})
