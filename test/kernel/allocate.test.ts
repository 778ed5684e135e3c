import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate, divRound } from '../../src-shared/kernel/allocate.ts'

test('parts go by largest remainder and ties to the first line', () => {
  expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33])
  expect(allocate(10, [0, 3, 7])).toEqual([0, 3, 7])
  expect(allocate(1, [1, 1])).toEqual([1, 0])
  expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33])
})

test('freight less discount is spread over goods by their value', () => {
  expect(allocate(17_000, [120_000, 150_000, 63_000])).toEqual([6_126, 7_658, 3_216])
})

test('whatever is split, nothing is lost and nobody gets more than a rupiah too much', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e12, max: 1e12 }),
      fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 20 }),
      (total, weights) => {
        const parts = allocate(total, weights)
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total)
        const sum = weights.reduce((a, b) => a + b, 0)
        if (sum > 0)
          for (const [index, part] of parts.entries())
            expect(Math.abs(part - (total * weights[index]!) / sum)).toBeLessThanOrEqual(1.001)
      },
    ),
  )
})

test('halves round away from zero, and products may pass what a float can hold', () => {
  expect(divRound(1, 1, 2)).toBe(1)
  expect(divRound(-1, 1, 2)).toBe(-1)
  expect(divRound(152_000, 4, 15)).toBe(40_533)
  expect(divRound(9_000_000_000_000, 10_000_000, 10_000_000)).toBe(9_000_000_000_000)
})
