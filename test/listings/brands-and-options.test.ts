import { describe, expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { Written } from '../../src-shared/listings/listings.ts'
import { aPicture } from '../builders/a-picture.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { aShopAtASandbox } from '../builders/a-shop-at-a-sandbox.ts'
import { aShopeeWorld } from '../channels/connectors/shopee/a-shopee-world.ts'
import { aTiktokWorld } from '../channels/connectors/tiktok/a-tiktok-world.ts'

const MINUTE = 60_000

/** An outer in two colours, one of them in two sizes, not yet at the channel. */
async function anOuter(open: Parameters<typeof aShopAtASandbox>[0]) {
  const shop = await aShopAtASandbox(open)
  const { client, shopId, clock, world } = shop
  const variant = (colour: string, size: string) =>
    aVariant({ sku: `OUT-${colour}-${size}`, colour, size, price: 189_000, weightGrams: 300 })
  const draft = aProduct({
    name: 'Outer batik tulis Jepara potongan lurus',
    description: 'Katun primisima, jahitan rapi.\nDicuci dengan lerak.',
    variants: [variant('Merah', 'M'), variant('Merah', 'L'), variant('Biru', 'M'), variant('Biru', 'L')],
  })
  await client.catalog.products.save(draft)
  const productId = draft.id
  const aPhoto = async (edge: number) => {
    const id = newId(clock.now + edge)
    await client.catalog.photos.save({ id, photo: new File([new Uint8Array(aPicture(edge, edge))], 'a.png') })
    return id
  }
  const photoIds = [await aPhoto(600)]
  await client.listings.saveMaster({ productId, photoIds, dimensions: null })
  await shop.round()
  const { id: categoryId } = (await client.listings.categories({ shopId, query: 'Outer' }))[0]!
  const write = async (more: Partial<Written>) => {
    await client.listings.save({ productId, shopId, written: Written.parse({ categoryId, ...more }) })
    await shop.core.sync.idle()
  }
  await write({})
  const facts = (await client.listings.attributes({ shopId, categoryId }))!
  const attributes = facts
    .filter(({ isMandatory }) => isMandatory)
    .map(({ id, name, choices }) => ({ id, name, values: [choices[0]!] }))
  const mine = async () => (await client.listings.get({ productId })).shops[0]!
  const publish = async () => {
    await client.listings.publish({ of: [{ productId, shopId }] })
    await shop.core.sync.idle()
    await world.move(2 * MINUTE)
    await shop.round()
  }
  const standing = async () => {
    const { itemId } = await mine()
    const [payload] = await (await shop.core.sync.visit(shopId))!.ask((there) => there.itemsWhole([itemId!]))
    return world.connector.reads.item(payload!)
  }
  const rules = async () => (await mine()).breaches.map(({ rule, about }) => `${rule} ${about}`.trim())
  return { ...shop, productId, categoryId, photoIds, aPhoto, write, attributes, mine, publish, standing, rules }
}

test('a brand that the category asks for is said before anything is sent; none is an answer, too', async () => {
  const { client, shopId, categoryId, write, attributes, rules, publish, standing, mine } = await anOuter(aShopeeWorld)
  await write({ attributes })
  expect(await rules()).toEqual(['brand missing'])
  const told = (await client.listings.brands({ shopId, categoryId, query: 'jepara' }))!
  expect(told).toMatchObject({ isMandatory: true, isWhole: true, brands: [{ name: 'Canting Jepara' }] })
  await write({ attributes, brand: { id: '', name: '' } })
  expect(await rules()).toEqual([])
  await publish()
  expect(await mine()).toMatchObject({ state: 'same', trouble: null })
  await write({ attributes, brand: told.brands[0]! })
  expect((await mine()).differences).toEqual([{ field: 'brand', ours: 'Canting Jepara', theirs: '' }])
  await publish()
  expect([(await standing()).brand, (await mine()).state]).toEqual([told.brands[0], 'same'])
})

test('brands of a category that was just chosen are there at once, those of others by and by', async () => {
  const { client, shopId, write } = await anOuter(aShopeeWorld)
  const unasked: string[] = []
  for (const { id } of await client.listings.categories({ shopId, query: '' }))
    if ((await client.listings.brands({ shopId, categoryId: id })) === null) unasked.push(id)
  const categoryId = unasked.at(-1)!
  await write({ categoryId })
  expect(await client.listings.brands({ shopId, categoryId })).not.toBeNull()
})

test('only brands that the seller may carry are offered', async () => {
  const { client, shopId, categoryId, write, attributes, publish, standing } = await anOuter(aTiktokWorld)
  const { brands, isMandatory } = (await client.listings.brands({ shopId, categoryId }))!
  expect([brands.map(({ name }) => name), isMandatory]).toEqual([
    ['Batik Ratna', 'Batik Pesisir', 'Canting Jepara'],
    false,
  ])
  await write({ attributes, brand: brands[0]! })
  await publish()
  expect((await standing()).brand).toEqual(brands[0])
})

describe.each([
  ['Shopee', aShopeeWorld],
  ['Tokopedia & TikTok Shop', aTiktokWorld],
])('pictures of options at %s', (_, open) => {
  test('they stand for every option of one kind or for none, and are brought when they change', async () => {
    const { client, productId, photoIds, aPhoto, write, attributes, rules, publish, standing, mine } =
      await anOuter(open)
    await write({ attributes, brand: { id: '', name: '' } })
    const { pictured } = await client.listings.get({ productId })
    expect(pictured).toMatchObject({ kind: 'Warna', options: [{ option: 'Merah' }, { option: 'Biru' }] })
    const [red, blue] = pictured!.options.map(({ variantIds }) => variantIds)
    const show = (photos: [of: string[], photoId: string][]) =>
      client.listings.saveMaster({
        productId,
        photoIds,
        dimensions: null,
        variantPhotos: Object.fromEntries(photos.flatMap(([of, photoId]) => of.map((id) => [id, photoId]))),
      })
    const [ofRed, ofBlue, other] = [await aPhoto(601), await aPhoto(602), await aPhoto(603)]
    await show([[red!, ofRed]])
    expect(await rules()).toEqual(['option photo missing Biru'])
    await show([
      [red!, ofRed],
      [blue!, ofBlue],
    ])
    expect(await rules()).toEqual([])
    await publish()
    const before = (await standing()).optionPhotos
    expect(before.map(({ tier, option }) => [tier, option])).toEqual([
      [0, 'Merah'],
      [0, 'Biru'],
    ])
    expect(await mine()).toMatchObject({ state: 'same', differences: [] })
    // what says nothing of pictures of options leaves them as they are
    await client.listings.saveMaster({ productId, photoIds, dimensions: null })
    expect((await mine()).state).toBe('same')
    await show([
      [red!, ofRed],
      [blue!, other],
    ])
    expect((await mine()).differences.map(({ field }) => field)).toEqual(['photos'])
    await publish()
    const after = (await standing()).optionPhotos
    expect(after[0]).toEqual(before[0])
    expect(after[1]!.id).not.toBe(before[1]!.id)
    expect((await mine()).state).toBe('same')
    // taken away here, they stay there: buyers go on seeing them
    await show([])
    expect(await mine()).toMatchObject({ state: 'same', breaches: [] })
  })
})
