import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aShopWithABank as aShop, SHOPEE, withdrawn } from './withdrawn-and-arrived.ts'

test('whatever comes first, the same withdrawals meet the same lines', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom(0, 2_500, 5_000)), {
        minLength: 1,
        maxLength: 5,
      }),
      async (drawn) => {
        const out = drawn.map(([steps], index) => ({ on: 10 + index, amount: 100_000 + steps * 2_500 }))
        const lines = drawn.map(([, fee], index) => ({
          on: 10 + index,
          said: SHOPEE,
          amount: out[index]!.amount - fee,
        }))
        const ends = []
        for (const files of [
          ['out', 'bank'],
          ['bank', 'out'],
          ['half', 'bank', 'out'],
        ] as const) {
          const { take, takeBank, balances } = await aShop()
          for (const file of files)
            await (file === 'bank' ? takeBank(lines) : take(withdrawn(file === 'half' ? out.slice(0, 2) : out)))
          ends.push(balances())
          expect((balances()['1110'] ?? 0) + (balances()['6110'] ?? 0) + (balances()['1142'] ?? 0)).toBe(
            out.reduce((sum, { amount }) => sum + amount, 0),
          )
        }
        expect(ends[1]).toEqual(ends[0])
        expect(ends[2]).toEqual(ends[0])
      },
    ),
    { numRuns: 40 },
  ))
