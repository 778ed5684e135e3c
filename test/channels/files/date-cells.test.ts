import { describe, expect, test } from 'vitest'
import { dateText, isDateFormat } from '../../../src-main/core/spreadsheet/date-cells.ts'

describe('numbers that a spreadsheet shows as dates', () => {
  test.each<[number, string | undefined]>([
    [14, undefined],
    [22, undefined],
    [164, 'yyyy\\-mm\\-dd hh:mm'],
    [165, '[$-421]dd mmmm yyyy;@'],
    [166, '[h]:mm'],
  ])('format %i %s is one', (id, code) => {
    expect(isDateFormat(id, code)).toBe(true)
  })

  test.each<[number, string | undefined]>([
    [0, undefined],
    [4, undefined],
    [164, '#,##0'],
    [165, '"Rp"#,##0'],
    [166, '[Red]0.00'],
    [167, '0 "hari"'],
    [168, 'General'],
  ])('format %i %s is not', (id, code) => {
    expect(isDateFormat(id, code)).toBe(false)
  })

  test('days count from 1900, or from 1904 in workbooks that say so', () => {
    expect(dateText(46_330.4375, false)).toBe('2026-11-04 10:30:00')
    expect(dateText(46_330.4375 - 1_462, true)).toBe('2026-11-04 10:30:00')
  })

  test('a fraction of a day is rounded to the second, so 07:10 stays 07:10', () => {
    expect(dateText(46_330 + 430 / 1_440, false)).toBe('2026-11-04 07:10:00')
  })

  test('what no spreadsheet can show is no date', () => {
    expect([dateText(-1, false), dateText(1e9, false), dateText(Number.NaN, false)]).toEqual([null, null, null])
  })
})
