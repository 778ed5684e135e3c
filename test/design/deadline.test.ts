import { describe, expect, test } from 'vitest'
import { agoWords, deadlineWords } from '../../src-renderer/design/deadline.ts'

const NOW = Date.parse('2026-11-22T09:14:00+07:00')
const inMinutes = (minutes: number) => NOW + minutes * 60_000
const at = (clock: string) => Date.parse(clock)

describe('a ship-by deadline', () => {
  test.each([
    [at('2026-11-22T23:59:00+07:00'), 'calm', '23.59 WIB', 'hari ini'],
    [at('2026-11-23T12:00:00+07:00'), 'calm', '12.00 WIB', 'besok'],
    [at('2026-11-26T12:00:00+07:00'), 'calm', '12.00 WIB', '26 Nov'],
    [inMinutes(5 * 60 + 46), 'soon', 'sisa 5 jam 46 mnt', ''],
    [inMinutes(119), 'urgent', 'sisa 1 jam 59 mnt', ''],
    [inMinutes(20), 'urgent', 'sisa 20 mnt', ''],
    [inMinutes(-40), 'late', 'terlambat 40 mnt', ''],
    [inMinutes(-(13 * 60 + 44)), 'late', 'terlambat 13 jam', ''],
    [inMinutes(-3 * 24 * 60), 'late', 'terlambat 3 hari', ''],
  ] as const)('%d reads as %s: %s %s', (deadline, tone, text, day) => {
    expect(deadlineWords(deadline, NOW, 'WIB', 'id')).toEqual({ tone, text, day })
  })

  test('exactly six and exactly two hours belong to the calmer side', () => {
    expect(deadlineWords(inMinutes(360), NOW, 'WIB', 'id').tone).toBe('calm')
    expect(deadlineWords(inMinutes(120), NOW, 'WIB', 'id').tone).toBe('soon')
  })

  test('a shop in Makassar sees the marketplace clock and its own', () => {
    expect(deadlineWords(at('2026-11-22T16:00:00+07:00'), NOW, 'WITA', 'id').text).toBe('16.00 WIB (17.00 WITA)')
  })

  test('half past midnight in Makassar is already tomorrow there', () => {
    expect(deadlineWords(at('2026-11-22T23:30:00+07:00'), NOW, 'WITA', 'id').day).toBe('besok')
  })
})

test.each([
  [2, 'baru saja'],
  [40, '40 detik lalu'],
  [5 * 60, '5 menit lalu'],
  [3 * 3600, '3 jam lalu'],
  [13 * 3600, 'kemarin 20.14'],
  [3 * 86_400, '19 Nov 2026'],
])('%d seconds ago reads as "%s"', (seconds, words) => {
  expect(agoWords(NOW - seconds * 1000, NOW, 'WIB', 'id')).toBe(words)
})
