import fc from 'fast-check'
import { expect } from 'vitest'
import { aShopUnderAttack } from './a-shop-under-attack.ts'
import { someActs } from './acts-at-the-limits.ts'
import { perform } from './perform.ts'
import { readEverything } from './read-everything.ts'

/** Each act twice and three times at once, beside others of other contents, while everything is read: no answer is a defect. */
export async function storm({ numRuns, most }: { numRuns: number; most: number }): Promise<void> {
  const shop = await aShopUnderAttack()
  await fc.assert(
    fc.asyncProperty(someActs(most), async (acts) => {
      const asked = acts.flatMap((act, index) => Array.from({ length: 2 + (index % 2) }, () => perform(shop, act)))
      await Promise.all([...asked, readEverything(shop)])
      expect(shop.defects).toEqual([])
      await readEverything(shop)
    }),
    { numRuns, endOnFailure: true },
  )
  expect((await shop.client.ledger.verify()).findings.filter(({ ok }) => !ok)).toEqual([])
}
