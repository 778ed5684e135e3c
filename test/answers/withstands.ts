import fc from 'fast-check'
import { expect } from 'vitest'
import { aShopUnderAttack } from './a-shop-under-attack.ts'
import { someActs } from './acts-at-the-limits.ts'
import { perform } from './perform.ts'
import { readEverything } from './read-everything.ts'

/** One shop lives through all runs; each run does what it does, looks at everything and takes it all back. */
export async function withstands({ numRuns, most }: { numRuns: number; most: number }): Promise<void> {
  const shop = await aShopUnderAttack()
  await fc.assert(
    fc.asyncProperty(someActs(most), async (acts) => {
      const undo: (() => Promise<unknown>)[] = []
      for (const act of acts) {
        const back = await perform(shop, act)
        expect(shop.defects, JSON.stringify(act)).toEqual([])
        if (back) undo.push(back)
      }
      await readEverything(shop)
      for (const back of undo.toReversed()) await takenBack(back)
      await readEverything(shop)
      expect(shop.defects).toEqual([])
    }),
    { numRuns },
  )
  expect((await shop.client.ledger.verify()).findings.filter(({ ok }) => !ok)).toEqual([])
}

/** What has left the shop is not taken back but returned; that is the business speaking. */
const HAS_LEFT = ['OWN_SALE_HAS_LEFT', 'IMPORT_ORDERS_SHIPPED', 'IMPORT_ALREADY_WITHDRAWN']

async function takenBack(back: () => Promise<unknown>): Promise<void> {
  try {
    await back()
  } catch (problem) {
    if (!HAS_LEFT.includes((problem as { code?: string }).code ?? '')) throw problem
  }
}
