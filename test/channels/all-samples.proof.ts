import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import { hasHledger } from '../builders/hledger.ts'
import { agreesWithHledger, aShopOfAllKinds } from './a-shop-of-all-kinds.ts'

const SAMPLES = new URL('../../../shared/samples/', import.meta.url)
const isPossible = hasHledger && existsSync(SAMPLES)

test.runIf(isPossible)('hledger agrees after whatever real shops downloaded from 2020 to 2026', async () => {
  const shop = await aShopOfAllKinds('2020-01-01')
  let taken = 0
  for (const folder of ['shopee', 'tiktok', 'tokopedia'])
    for (const name of readdirSync(new URL(`${folder}/`, SAMPLES)).sort())
      try {
        await shop.take({ name, bytes: readFileSync(new URL(`${folder}/${name}`, SAMPLES)) })
        taken++
      } catch (problem) {
        if (!(problem instanceof Error && problem.cause instanceof DomainError)) throw problem
      }
  expect(taken).toBeGreaterThanOrEqual(20)
  await agreesWithHledger(shop)
})

test.skipIf(isPossible)('hledger or the samples of real shops are not here', () => expect(isPossible).toBe(false))
