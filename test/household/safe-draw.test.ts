import { describe, expect, test } from 'vitest'
import { type SafeDrawFacts, safeDrawOf } from '../../src-main/core/household/safe-draw.ts'
import { whyNothing } from '../../src-renderer/household/why-nothing.ts'

/** November 2026 of Batik Ratna: three good months, a loan, and a shelf to fill. */
const november: SafeDrawFacts = {
  profits: [18_000_000, 21_500_000, 19_000_000],
  principalPaid: [2_500_000, 2_500_000, 2_500_000],
  takenThisMonth: 6_450_000,
  cash: 22_508_900,
  overdrawn: 0,
  debtsDue: 13_950_000,
  restock: 4_032_000,
  heldByChannels: 26_437_200,
}

test('the smaller of what profit and cash allow, rounded down to fifty thousand', () => {
  expect(safeDrawOf(november)).toEqual({
    answer: 4_500_000,
    binding: 'cash',
    fromProfit: {
      averageProfit: 19_500_000,
      months: 3,
      loanInstalment: 2_500_000,
      takenThisMonth: 6_450_000,
      left: 10_550_000,
    },
    fromCash: { cash: 22_508_900, overdrawn: 0, debtsDue: 13_950_000, restock: 4_032_000, left: 4_526_900 },
    heldByChannels: 26_437_200,
  })
})

test('profit decides when it leaves less than the till', () => {
  expect(safeDrawOf({ ...november, cash: 60_000_000 })).toMatchObject({ answer: 10_550_000, binding: 'profit' })
})

describe('nothing may be taken', () => {
  test('when the month has given all its profit already', () => {
    expect(safeDrawOf({ ...november, takenThisMonth: 30_000_000 })).toMatchObject({ answer: 0, binding: 'profit' })
  })
  test('when the bills of the month are larger than the till', () => {
    expect(safeDrawOf({ ...november, debtsDue: 40_000_000 })).toMatchObject({ answer: 0, binding: 'cash' })
  })
  test('while there is no finished month to learn from', () => {
    expect(safeDrawOf({ ...november, profits: [], principalPaid: [], takenThisMonth: 0 })).toMatchObject({
      answer: 0,
      fromProfit: { averageProfit: 0, months: 0 },
    })
  })
})

test('a shop of two months is judged by two, a loan of one month by one', () => {
  expect(safeDrawOf({ ...november, profits: [5_000_000, 6_000_001], principalPaid: [2_000_000] })).toMatchObject({
    fromProfit: { averageProfit: 5_500_001, months: 2, loanInstalment: 2_000_000 },
  })
})

test('profit without any money in the books is no reason to be told not to take, but to tell of the money', () => {
  const why = (change: Partial<SafeDrawFacts>) => whyNothing(safeDrawOf({ ...november, ...change }))
  expect(why({ cash: 0, debtsDue: 0, restock: 0 })).toBe('no money told')
  expect(why({ cash: 0, profits: [] })).toBe('unknown')
  expect(why({ cash: 0, overdrawn: 50_000 })).toBe('not safe')
  expect(why({ cash: 0, profits: [-2_000_000] })).toBe('not safe')
  expect(why({ cash: 13_000_000 })).toBe('not safe')
})
