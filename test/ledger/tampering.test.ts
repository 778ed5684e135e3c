import { expect, test } from 'vitest'
import { aShopToTamper, BROKEN_SEALS, TAMPERINGS } from './tamperings.ts'

/** All of them are tried in `npm run proof`. */
test('tampering with a raw handle is named, in documents, ledgers, trail and seals', async () => {
  const shop = await aShopToTamper()
  expect(await shop.saidAfter('SELECT 1')).toEqual([])
  const some = TAMPERINGS.filter((_, at) => at % 12 === 2)
  for (const [, change, named] of some) expect((await shop.saidAfter(change)).join()).toMatch(named)
  const [, change, named] = BROKEN_SEALS[0]!
  expect((await shop.saidAfter(change, { touchSeals: true })).join()).toMatch(named)
})
