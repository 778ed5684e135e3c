import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  businessDay,
  daysBetween,
  formatClock,
  formatDay,
  formatDayFull,
  formatMonth,
  isBusinessDay,
  lastOfMonth,
  startOfDay,
} from '../../src-shared/kernel/business-day.ts'

const MIDNIGHT_WIB = Date.parse('2026-11-21T17:00:00Z')

test('a moment belongs to another day in another zone', () => {
  expect(businessDay(MIDNIGHT_WIB, 'WIB')).toBe('2026-11-22')
  expect(businessDay(MIDNIGHT_WIB - 1, 'WIB')).toBe('2026-11-21')
  expect(businessDay(MIDNIGHT_WIB - 1, 'WIT')).toBe('2026-11-22')
  expect(startOfDay('2026-11-22', 'WIB')).toBe(MIDNIGHT_WIB)
})

test('days and months are counted on the calendar', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
  expect(lastOfMonth('2028-02')).toBe('2028-02-29')
  expect(addMonths('2026-01', -1)).toBe('2025-12')
  expect(daysBetween('2026-11-01', '2026-11-22')).toBe(21)
  expect(isBusinessDay('2026-02-30')).toBe(false)
  expect(isBusinessDay('kemarin')).toBe(false)
})

test('dates and clocks are written as people here write them', () => {
  expect(formatDay('2026-11-22')).toBe('22 Nov 2026')
  expect(formatDayFull('2026-11-22')).toBe('Minggu, 22 November 2026')
  expect(formatDayFull('2026-11-22', 'en')).toBe('Sunday, 22 November 2026')
  expect(formatMonth('2026-08')).toBe('Agustus 2026')
  expect(formatClock(Date.parse('2026-11-22T07:05:00Z'), 'WIB')).toBe('14.05')
})
