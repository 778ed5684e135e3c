import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { aPurchase } from '../builders/a-purchase.ts'

/** Goods come and go on odd days of November and are counted at noon of even ones, so that what was before what is never in doubt. */
const paper = fc.oneof(
  fc.record({
    what: fc.constant('bought' as const),
    day: fc.constantFrom(1, 3, 5, 7, 9),
    pieces: fc.integer({ min: 1, max: 9 }),
    price: fc.integer({ min: 1, max: 9_999 }),
  }),
  fc.record({
    what: fc.constant('sold' as const),
    day: fc.constantFrom(1, 3, 5, 7, 9),
    pieces: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({ what: fc.constant('counted' as const), day: fc.constantFrom(2, 4, 6, 8), pieces: fc.nat(9) }),
)
/** A shelf on which nothing ever lay has no row. */
const NOTHING = { pieces: 0, costed: 0, value: 0 }

type Paper = typeof paper extends fc.Arbitrary<infer P> ? P : never

const papers = fc
  .uniqueArray(paper, { minLength: 2, maxLength: 7, selector: ({ what, day }) => `${what} on ${day}` })
  .chain((all) => fc.record({ first: fc.constant(all), second: fc.shuffledSubarray(all, { minLength: all.length }) }))

test('papers and counts typed in any order end on the same shelf at the same value, and after a count on what was counted', async () => {
  const { client, doors } = await aCore()
  let shelves = 0
  const typed = async (all: readonly Paper[]) => {
    const variant = aVariant({ sku: `KMJ-${++shelves}` })
    await client.catalog.products.save(aProduct({ name: variant.sku, variants: [variant] }))
    for (const each of all) {
      const day = `2026-11-0${each.day}`
      const noon = Date.parse(`${day}T12:00:00+07:00`)
      const { pieces } = each
      if (each.what === 'bought')
        await client.purchasing.receive(aPurchase([{ variantId: variant.id, pieces, price: each.price }], { day }))
      else if (each.what === 'counted')
        await client.inventory.count({
          id: newId(),
          day,
          note: '',
          lines: [{ variantId: variant.id, counted: pieces, countedAt: noon }],
        })
      else
        await client.orders.recordOwnSale({
          id: newId(),
          lines: [{ variantId: variant.id, pieces, price: 150_000 }],
          payment: 'cash',
          buyerName: '',
          soldAt: noon,
          shipTo: null,
          note: '',
        })
    }
    const level = (doors.raw
      .prepare('SELECT on_hand AS pieces, costed, value FROM stock_level WHERE variant_id = ?')
      .get(variant.id) ?? NOTHING) as { pieces: number }
    const lost = doors.raw
      .prepare(
        "SELECT kind = 'count' AS lost, sum(pieces) AS pieces FROM stock_movement WHERE variant_id = ? GROUP BY 1 HAVING sum(pieces) <> 0",
      )
      .all(variant.id)
    return { level, lost }
  }
  const last = (all: readonly Paper[]) => {
    const counts = all.filter(({ what }) => what === 'counted').sort((a, b) => b.day - a.day)
    const [newest] = counts
    if (!newest) return null
    return all
      .filter(({ what, day }) => what !== 'counted' && day > newest.day)
      .reduce((sum, { what, pieces }) => sum + (what === 'bought' ? pieces : -pieces), newest.pieces)
  }
  await fc.assert(
    fc.asyncProperty(papers, async ({ first, second }) => {
      const end = await typed(first)
      expect(await typed(second)).toEqual(end)
      const counted = last(first)
      if (counted !== null) expect(end.level.pieces).toBe(counted)
    }),
    { numRuns: 300 },
  )
  expect((await client.ledger.verify()).ok).toBe(true)
})
