import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'

const day = fc.integer({ min: 1, max: 22 }).map((of) => `2026-11-${String(of).padStart(2, '0')}`)
const acts = fc.array(
  fc.record({
    what: fc.constantFrom('receive', 'receive', 'damaged', 'found', 'count', 'take back'),
    day,
    pieces: fc.integer({ min: 1, max: 9 }),
    which: fc.nat(),
  }),
  { minLength: 2, maxLength: 10 },
)

test('whatever is written down late, the card stands in the order of its days, and each running stock and value follows from the row before', async () => {
  await fc.assert(
    fc.asyncProperty(acts, fc.integer({ min: 1, max: 5 }), async (history, limit) => {
      const { client, core, L, receive } = await aStockedShop()
      const bought: string[] = []
      for (const { what, day, pieces, which } of history) {
        if (what === 'receive') bought.push((await receive(L, pieces, 10_000 + pieces, day)).id)
        else if (what === 'take back' && bought.length > 0)
          await client.purchasing.cancel({ id: bought[which % bought.length]!, reason: 'salah catat' })
        else if (what === 'count')
          await client.inventory.count({ id: newId(), day, note: 'rak', lines: [{ variantId: L, counted: pieces }] })
        else if (what === 'damaged' || what === 'found')
          await client.inventory
            .adjust({ id: newId(), kind: what, day, note: 'gudang', lines: [{ variantId: L, pieces }] })
            .catch((problem: { code: string }) => expect(problem.code).toBe('STOCK_TOO_LOW'))
      }
      await core.work.idle()
      const { rows } = await client.inventory.card({ variantId: L, limit: 100 })
      for (const [index, row] of rows.entries()) {
        const before = rows[index + 1]
        expect([row.onHand, row.value]).toEqual([(before?.onHand ?? 0) + row.pieces, (before?.value ?? 0) + row.cost])
        if (before) expect(before.day <= row.day).toBe(true)
      }
      const level = await client.inventory.level({ variantId: L })
      expect([rows[0]?.onHand ?? 0, rows[0]?.value ?? 0]).toEqual([level.onHand, level.value])
      const paged = []
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await client.inventory.card({ variantId: L, limit, ...(cursor && { cursor }) })
        paged.push(...page.rows)
        cursor = page.nextCursor
      }
      expect(paged).toEqual(rows)
    }),
    { numRuns: 25 },
  )
}, 60_000)
