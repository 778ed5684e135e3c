import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDay } from '../../src-renderer/design/fields/day-entry.ts'
import { readRupiah, rupiahText, stepAmount } from '../../src-renderer/design/fields/rupiah-entry.ts'
import { LARGEST_AMOUNT } from '../../src-shared/kernel/limits.ts'
import { readPieces } from '../../src-shared/kernel/written-pieces.ts'

describe('a money field', () => {
  test.each(['1250000', '1.250.000', 'Rp1.250.000', '1,25jt', '1250k', '1250rb', ' 1250 ribu '])(
    'understands "%s" as Rp1.250.000',
    (typed) => expect(readRupiah(typed)).toEqual({ kind: 'amount', amount: 1_250_000 }),
  )

  test.each(['1,5', '1.25', 'sejuta', '12..000', '1jt2'])('says that "%s" is not an amount yet', (typed) =>
    expect(readRupiah(typed)).toEqual({ kind: 'unreadable' }),
  )

  test('knows nothing typed from nothing meant', () => {
    expect(readRupiah('  ')).toEqual({ kind: 'empty' })
    expect(readRupiah('0')).toEqual({ kind: 'amount', amount: 0 })
  })

  test('reads back every amount that it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -LARGEST_AMOUNT, max: LARGEST_AMOUNT }), (amount) => {
        expect(readRupiah(rupiahText(amount))).toEqual({ kind: 'amount', amount })
      }),
    )
  })

  test('steps by a thousand, from nothing upwards, and not below its least', () => {
    expect(stepAmount(null, 1)).toBe(1_000)
    expect(stepAmount(15_500, 1)).toBe(16_500)
    expect(stepAmount(400, -1)).toBe(0)
    expect(stepAmount(400, -1, 1_000, -LARGEST_AMOUNT)).toBe(-600)
  })
})

test.each([
  ['12', 12],
  ['1.250', 1_250],
  ['-3', -3],
  ['', null],
  ['1,5', undefined],
  ['dua', undefined],
])('a pieces field reads "%s" as %s', (typed, pieces) => expect(readPieces(typed)).toBe(pieces))

describe('a day field, on 22 November 2026', () => {
  const read = (typed: string) => readDay(typed, '2026-11-22')

  test.each([
    '22/11/2026',
    '22-11-26',
    '22.11.2026',
    '221126',
    '22112026',
    '22 Nov 2026',
    '22 november',
    '22/11',
    '2026-11-22',
  ])('reads "%s" day first', (typed) => expect(read(typed)).toBe('2026-11-22'))

  test.each([
    ['17 agu', '2026-08-17'],
    ['17 Agustus 2026', '2026-08-17'],
    ['1 mei', '2026-05-01'],
    ['1 may', '2026-05-01'],
  ])('knows the months by name: "%s"', (typed, day) => expect(read(typed)).toBe(day))

  test.each(['31/02/2026', '11/22/2026', '32/01/26', 'kemarin', '', '22 foo'])('refuses "%s"', (typed) =>
    expect(read(typed)).toBeNull(),
  )
})
