import fc from 'fast-check'
import { expect } from 'vitest'
import { GOODS, type LastSale, theLastPieces } from './last-pieces.ts'

const levels = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: GOODS, maxLength: GOODS })
const sale: fc.Arbitrary<LastSale> = fc.record({
  at: fc.constantFrom('shopee', 'tiktok'),
  goods: fc.integer({ min: 0, max: GOODS - 1 }),
  pieces: fc.integer({ min: 1, max: 3 }),
  thenKnown: fc.boolean(),
})

/** So many times the last pieces of two goods are sold by two channels, in any order and as early or late as it may be known. */
export async function lastPiecesSold(times: number): Promise<void> {
  const { play } = await theLastPieces()
  await fc.assert(
    fc.asyncProperty(levels, fc.array(sale, { minLength: 1, maxLength: 8 }), async (pieces, sales) => {
      for (const { begin, sold, there, rows, today, stock } of await play(pieces, sales)) {
        const oversold = Math.max(0, sold - begin)
        expect(rows).toEqual(oversold === 0 ? [] : [{ short: oversold, waiting: oversold }])
        expect(today).toEqual(oversold === 0 ? [] : [oversold])
        expect(stock).toBe(oversold)
        const left = Math.max(0, begin - sold)
        expect(there).toEqual([left, left])
      }
    }),
    { numRuns: times },
  )
}
