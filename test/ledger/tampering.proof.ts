import { expect, test } from 'vitest'
import { aShopToTamper, BROKEN_SEALS, TAMPERINGS } from './tamperings.ts'

test('every kind of tampering with a raw handle is named', async () => {
  const shop = await aShopToTamper()
  expect(TAMPERINGS.length + BROKEN_SEALS.length).toBeGreaterThanOrEqual(54)
  expect(await shop.saidAfter('SELECT 1')).toEqual([])
  const passed: string[] = []
  for (const [kinds, touchSeals] of [
    [TAMPERINGS, false],
    [BROKEN_SEALS, true],
  ] as const)
    for (const [what, change, named] of kinds) {
      const said = (await shop.saidAfter(change, { touchSeals })).join('\n')
      if (!named.test(said)) passed.push(`${what}: ${said || 'nothing was said'}`)
    }
  expect(passed).toEqual([])
})
