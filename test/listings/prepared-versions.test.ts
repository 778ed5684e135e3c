import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { type VersionDraft, Written } from '../../src-shared/listings/listings.ts'
import { aPicture } from '../builders/a-picture.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { aShopAtASandbox } from '../builders/a-shop-at-a-sandbox.ts'
import { aShopeeWorld } from '../channels/connectors/shopee/a-shopee-world.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const TITLE = 'Kemeja batik tulis Jepara lengan panjang'

/** A product that stands at Shopee as it is written, and a version of it for the hour after next. */
async function aStandingListing() {
  const shop = await aShopAtASandbox(aShopeeWorld)
  const { client, shopId, world, clock, core } = shop
  const product = aProduct({
    name: TITLE,
    description: 'Katun primisima, jahitan rapi.\nDicuci dengan lerak.',
    variants: [aVariant({ sku: 'LBG-M', size: '', price: 189_000, weightGrams: 300 })],
  })
  await client.catalog.products.save(product)
  const photoId = newId(clock.now)
  await client.catalog.photos.save({ id: photoId, photo: new File([new Uint8Array(aPicture(600, 600))], 'a.png') })
  const productId = product.id
  await client.listings.saveMaster({ productId, photoIds: [photoId], dimensions: null })
  await shop.round()
  const { id: categoryId } = (await client.listings.categories({ shopId, query: '' })).find(({ isOpen }) => isOpen)!
  await client.listings.save({ productId, shopId, written: Written.parse({ categoryId }) })
  await core.sync.idle()
  const attributes = (await client.listings.attributes({ shopId, categoryId }))!
    .filter(({ isMandatory }) => isMandatory)
    .map(({ id, name, choices }) => ({ id, name, values: [choices[0]!] }))
  await client.listings.save({ productId, shopId, written: Written.parse({ categoryId, attributes }) })
  await client.listings.publish({ of: [{ productId, shopId }] })
  await core.sync.idle()
  const later = async (ms: number) => {
    await world.move(ms)
    await shop.round()
  }
  await later(2 * MINUTE)
  const mine = async () => (await client.listings.get({ productId })).shops[0]!
  const version = async () => (await mine()).versions[0]!
  const there = async () => {
    const visit = (await core.sync.visit(shopId))!
    const { itemId } = await mine()
    const [model] = (await visit.ask((at) => at.listingsOf([itemId!])))!
    return [model!.productName, model!.price] as const
  }
  const [variant] = product.variants
  const draft = () => ({
    id: newId(),
    productId,
    shopId,
    name: 'Promo 12.12',
    title: `${TITLE} PROMO`,
    description: null,
    prices: { [variant!.id]: 149_000 },
    startsAt: clock.now + HOUR,
    endsAt: clock.now + 2 * HOUR,
  })
  return { ...shop, mine, version, there, later, draft, productId }
}

test('a prepared version is shown from its minute to its end, by itself', async () => {
  const { client, version, there, later, draft, mine } = await aStandingListing()
  await client.listings.saveVersion(draft())
  await later(MINUTE)
  expect(await version()).toMatchObject({ state: 'planned', shownAt: null })
  expect(await there()).toEqual([TITLE, 189_000])
  expect((await mine()).differences).toEqual([])
  await later(59 * MINUTE)
  expect(await there()).toEqual([`${TITLE} PROMO`, 149_000])
  expect(await version()).toMatchObject({ state: 'shown' })
  // what is written is not other than what stands there, while it lasts
  expect(await mine()).toMatchObject({ state: 'same', differences: [], written: { title: null } })
  await later(HOUR)
  expect(await there()).toEqual([TITLE, 189_000])
  expect(await version()).toMatchObject({ state: 'over' })
})

test('without internet at its minute it is shown later, and said to be late', async () => {
  const { client, version, there, later, draft, shopId } = await aStandingListing()
  await client.listings.saveVersion(draft())
  await later(MINUTE)
  await client.sync.pause({ shopId, isPaused: true })
  await later(65 * MINUTE)
  expect(await version()).toMatchObject({ state: 'late', shownAt: null })
  await client.sync.pause({ shopId, isPaused: false })
  await later(MINUTE)
  expect(await there()).toEqual([`${TITLE} PROMO`, 149_000])
  expect(await version()).toMatchObject({ state: 'late', shownAt: expect.any(Number) })
})

test('one that is shown can be ended, and what is written stands again', async () => {
  const { client, there, later, draft } = await aStandingListing()
  const promo = draft()
  await client.listings.saveVersion(promo)
  await later(61 * MINUTE)
  await expect(client.listings.saveVersion({ ...promo, name: 'Lain' })).rejects.toMatchObject({
    code: 'VERSION_HAS_BEGUN',
  })
  await client.listings.removeVersion({ id: promo.id })
  await later(MINUTE)
  expect(await there()).toEqual([TITLE, 189_000])
})

test('versions that cannot be are refused: at the same time, past, without words, against a rule', async () => {
  const { client, draft } = await aStandingListing()
  const promo = draft()
  await client.listings.saveVersion(promo)
  const refused = (more: Partial<VersionDraft>) =>
    client.listings.saveVersion({ ...draft(), ...more }).catch(({ code }) => code)
  expect(await refused({})).toBe('VERSION_OVERLAPS')
  const after = { startsAt: promo.endsAt, endsAt: promo.endsAt + HOUR }
  expect(await refused({ startsAt: promo.endsAt, endsAt: promo.endsAt })).toBe('VERSION_TIME_WRONG')
  expect(await refused({ ...after, title: null, prices: {} })).toBe('VERSION_SAYS_NOTHING')
  expect(await refused({ ...after, title: 'Kain' })).toBe('LISTING_BREAKS_RULES')
  await client.listings.saveVersion({ ...draft(), ...after })
})
