import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goodsValue, landedCosts } from '../../src-main/core/purchasing/landed-cost.ts'

test('ST-02: freight of 25.000 less a discount of 8.000 lands as 6.126, 7.658 and 3.216', () => {
  const lines = [
    { pieces: 10, price: 12_000 },
    { pieces: 5, price: 30_000 },
    { pieces: 7, price: 9_000 },
  ]
  expect(landedCosts(lines, 8_000, 25_000)).toEqual([126_126, 157_658, 66_216])
})

test('goods that were all free share their freight by pieces', () => {
  const lines = [
    { pieces: 3, price: 0 },
    { pieces: 1, price: 0 },
  ]
  expect(landedCosts(lines, 0, 20_000)).toEqual([15_000, 5_000])
})

describe('whatever was bought', () => {
  const lines = fc.array(fc.record({ pieces: fc.integer({ min: 1, max: 10_000 }), price: fc.nat(5_000_000) }), {
    minLength: 1,
    maxLength: 30,
  })

  test('the lines cost together what the supplier and the carrier ask', () => {
    fc.assert(
      fc.property(lines, fc.nat(10_000_000), fc.nat(100), (bought, extraCost, percent) => {
        const discount = Math.floor((goodsValue(bought) * percent) / 100)
        const landed = landedCosts(bought, discount, extraCost)
        expect(landed.reduce((sum, cost) => sum + cost, 0)).toBe(goodsValue(bought) - discount + extraCost)
      }),
    )
  })

  test('no line costs less than nothing, however large the discount', () => {
    fc.assert(
      fc.property(lines, fc.nat(1_000_000), (bought, extraCost) => {
        expect(Math.min(...landedCosts(bought, goodsValue(bought), extraCost))).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
