import { describe, expect, test } from 'vitest'
import { AS_USUAL, columnsShown, sortAsked, sortOf, withColumn } from '../../src-renderer/orders/chosen-columns.ts'
import { readAddress } from '../../src-renderer/orders/order-address.ts'
import { datesOf, datesText, QUICK_DATES, quickOf } from '../../src-renderer/orders/order-dates.ts'

const at = (search: string) => readAddress('/pesanan', search)

describe('columns', () => {
  test('a list has its usual ones, a search the resi too', () => {
    expect(columnsShown('to_ship', AS_USUAL).slice(0, 3)).toEqual(['deadline', 'number', 'goods'])
    expect(columnsShown('all', AS_USUAL).slice(0, 3)).toEqual(['placed', 'number', 'goods'])
    expect(columnsShown(null, AS_USUAL)).toContain('tracking')
    expect(columnsShown('completed', AS_USUAL)).not.toContain('tracking')
  })

  test('one put in or taken out stays so in every list, and can be put back', () => {
    const without = withColumn(AS_USUAL, 'profit', false)
    expect(columnsShown('completed', without)).not.toContain('profit')
    const both = withColumn(without, 'tracking', true)
    expect(columnsShown('completed', both)).toEqual(expect.arrayContaining(['tracking', 'number']))
    expect(columnsShown('completed', withColumn(withColumn(both, 'profit', true), 'tracking', false))).toEqual(
      columnsShown('completed', AS_USUAL),
    )
  })
})

describe('what the rows stand by', () => {
  test.each([
    ['tab=to_ship', 'deadline', false],
    ['tab=to_ship&sort=reversed', 'deadline', true],
    ['tab=completed', 'placed', true],
    ['tab=to_ship&by=placed', 'placed', true],
    ['tab=all&by=value', 'grossSales', true],
    ['tab=all&by=value&sort=reversed', 'grossSales', false],
  ])('%s stands by %s', (search, columnId, isDescending) => {
    const sort = sortOf(at(search))!
    expect(sort).toEqual({ columnId, isDescending })
    const asked = sortAsked(at(search), sort)
    expect(sortOf({ ...at(search), ...asked })).toEqual(sort)
  })

  test('hits of a search stand by nothing that could be turned', () => {
    expect(sortOf(at('query=8610'))).toBeUndefined()
  })
})

describe('days', () => {
  const TODAY = '2026-03-01'
  test.each([
    ['today', '2026-03-01', '2026-03-01'],
    ['yesterday', '2026-02-28', '2026-02-28'],
    ['week', '2026-02-23', '2026-03-01'],
    ['month', '2026-03-01', '2026-03-01'],
    ['last month', '2026-02-01', '2026-02-28'],
  ] as const)('%s is from %s to %s', (quick, from, to) => expect(datesOf(quick, TODAY)).toEqual({ from, to }))

  test('days are called by the first name that fits them, others by themselves', () => {
    for (const quick of QUICK_DATES) expect(quickOf(datesOf(quick, '2026-03-18'), '2026-03-18')).toBe(quick)
    expect(quickOf({ from: '2026-01-02', to: null }, TODAY)).toBeNull()
    const words = { since: (day: string) => `sejak ${day}`, until: (day: string) => `sampai ${day}` }
    expect(datesText({ from: '2026-01-02', to: null }, 'id', words)).toBe('sejak 2 Jan 2026')
    expect(datesText({ from: null, to: '2026-01-02' }, 'id', words)).toBe('sampai 2 Jan 2026')
    expect(datesText({ from: '2026-01-28', to: '2026-02-05' }, 'id', words)).toBe('28 Jan – 5 Feb 2026')
    expect(datesText({ from: '2025-12-28', to: '2026-01-05' }, 'id', words)).toBe('28 Des 2025 – 5 Jan 2026')
    expect(datesText({ from: '2026-01-02', to: '2026-01-02' }, 'id', words)).toBe('2 Jan 2026')
  })
})
