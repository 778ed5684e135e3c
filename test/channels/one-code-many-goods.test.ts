import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'

const FAULTS = new URL('../../../shared/faults/one-code-many-goods/', import.meta.url)

async function aShopOfFiles() {
  const { client, clock } = await aCore()
  const shopId = newId(clock.now)
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna' })
  const take = async (name: string) => {
    const file = aFile(name, readFileSync(new URL(name, FAULTS)))
    const { importId } = await client.channels.files.stage({ file, modifiedAt: clock.now })
    for await (const news of await client.channels.files.confirm({ importId, shopId, despite: [] }))
      if (news.type === 'result') return
  }
  const listed = async () => (await client.catalog.listings.list({ show: 'all' })).rows
  return { client, take, listed }
}

describe.skipIf(!existsSync(FAULTS))('one code for many goods (skipped where ../shared/faults is absent)', () => {
  test('A: SKUs are made of S and M; XL with their code stays unmapped', async () => {
    const { client, take, listed } = await aShopOfFiles()
    await take('A1 S dan M.xlsx')
    await client.catalog.listings.createProducts({ listingIds: (await listed()).map(({ id }) => id) })
    const before = new Set((await listed()).map(({ variant }) => variant!.sku))
    expect(before.size).toBe(2)
    await take('A2 XL.xlsx')
    await client.catalog.listings.mapCertain()
    const unmapped = (await listed()).filter(({ variant }) => variant === null)
    expect(unmapped.map(({ variationName }) => variationName)).toEqual([expect.stringMatching(/XL/)])
  })

  test('B: the catalog knows the code as S; of S, M and L only S is certain', async () => {
    const { client, take, listed } = await aShopOfFiles()
    await client.catalog.products.save(aProduct({ name: 'Kaos', variants: [aVariant({ sku: 'KAOS', size: 'S' })] }))
    await take('B.xlsx')
    const mapped = (await listed()).filter(({ variant }) => variant !== null)
    expect(await listed()).toHaveLength(3)
    expect(mapped.map(({ variationName }) => variationName)).toEqual([expect.stringMatching(/\bS$/)])
  })
})
