import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileSecrets } from '../../src-main/hosting/secrets.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { Written } from '../../src-shared/listings/listings.ts'
import { aConnectedShop } from '../builders/a-connected-shop.ts'
import { aPicture } from '../builders/a-picture.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'

const MINUTE = 60_000

test('however many answers are lost, and whatever else goes wrong, a product becomes one listing', async () => {
  const shop = await aConnectedShop()
  const { client, market, shopId, pass, round, clock, core } = shop
  await round()
  const fault = fc.constantFrom('lost answer', 'half answer', 'ill', 'no answer', 'rate', 'portal', 'expired token')
  const path = fc.constantFrom(
    /^\/items\/make$/,
    /^\/items\/edit$/,
    /^\/items\/find$/,
    /^\/items\/whole$/,
    /^\/photos$/,
  )
  const troubles = fc.array(fc.record({ fault, path, asksAgain: fc.boolean() }), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(troubles, async (row) => {
      const draft = aProduct({ name: 'Kemeja Kawung', variants: [aVariant({ sku: newId().slice(-12) })] })
      await client.catalog.products.save(draft)
      const photoId = newId(clock.now)
      const bytes = new Uint8Array(aPicture(400, 400, market.photos.length % 250))
      await client.catalog.photos.save({ id: photoId, photo: new File([bytes], 'a.png') })
      const productId = draft.id
      await client.listings.saveMaster({ productId, photoIds: [photoId], dimensions: null })
      const bahan = { id: 'bahan', name: 'Bahan', values: [{ id: 'katun', name: 'Katun' }] }
      const written = Written.parse({
        categoryId: 'kemeja',
        description: 'Katun primisima, jahitan rapi.',
        attributes: [bahan],
      })
      await client.listings.save({ productId, shopId, written })
      await core.sync.idle()
      const [before, uploaded] = [market.texts.size, market.photos.length]
      const of = [{ productId, shopId }]
      for (const { fault, path } of row) market.fault(path, fault)
      expect((await client.listings.publish({ of })).asked).toBe(1)
      await core.sync.idle()
      for (const { asksAgain } of row) {
        pass(2 * MINUTE)
        if (asksAgain) await client.listings.publish({ of })
        await round()
      }
      market.heals()
      for (let each = 0; each < 2; each++) {
        pass(20 * MINUTE)
        await round()
      }
      const [mine] = (await client.listings.get({ productId })).shops
      expect(mine).toMatchObject({ state: 'same', itemState: 'live', trouble: null })
      expect(market.texts.size).toBe(before + 1)
      expect(new Set(market.photos).size).toBe(new Set(market.photos.slice(0, uploaded)).size + 1)
    }),
    { numRuns: 4 },
  )
})

test('killed at any call, the product becomes one listing', async () => {
  const shop = await aConnectedShop()
  const { client, market, shopId, pass, round, clock, core, doors, folder } = shop
  await round()
  const draft = aProduct({ name: 'Kemeja Sekar', variants: [aVariant({ sku: 'SEKAR-M' })] })
  await client.catalog.products.save(draft)
  const productId = draft.id
  const photoId = newId(clock.now)
  await client.catalog.photos.save({
    id: photoId,
    photo: new File([new Uint8Array(aPicture(400, 400, 7))], 'a.png'),
  })
  await client.listings.saveMaster({ productId, photoIds: [photoId], dimensions: null })
  const bahan = { id: 'bahan', name: 'Bahan', values: [{ id: 'katun', name: 'Katun' }] }
  const written = Written.parse({
    categoryId: 'kemeja',
    description: 'Katun primisima, jahitan rapi.',
    attributes: [bahan],
  })
  await client.listings.save({ productId, shopId, written })
  await core.sync.idle()
  const before = market.texts.size
  const left: { path: string; file: Buffer }[] = []
  market.onCall = () => void left.push({ path: market.calls.at(-1)!.path, file: doors.raw.serialize() })
  await client.listings.publish({ of: [{ productId, shopId }] })
  await core.sync.idle()
  market.onCall = () => {}
  expect(market.texts.size).toBe(before + 1)
  expect(left.map(({ path }) => path)).toContain('/items/make')
  pass(5 * MINUTE)
  for (const { path, file: bytes } of left.filter(({ path }) => path.startsWith('/items/') || path === '/photos')) {
    const file = join(mkdtempSync(join(tmpdir(), 'lumbung-')), 'lumbung.sqlite')
    writeFileSync(file, bytes)
    const again = await aConnectedShop({
      file,
      market,
      clock: { now: clock.now },
      secrets: fileSecrets(join(folder, 'lumbung.key')),
    })
    await again.client.listings.publish({ of: [{ productId, shopId }] })
    for (let each = 0; each < 2; each++) {
      await again.round()
      again.pass(5 * MINUTE)
    }
    const [mine] = (await again.client.listings.get({ productId })).shops
    expect(mine, `killed at ${path}`).toMatchObject({ state: 'same', itemState: 'live', trouble: null })
    expect(market.texts.size, `killed at ${path}`).toBe(before + 1)
  }
})
