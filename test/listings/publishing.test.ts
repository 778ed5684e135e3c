import { describe, expect, test } from 'vitest'
import type { Shopee } from '../../src-main/sandbox/shopee/state.ts'
import type { Market } from '../../src-main/sandbox/tiktok/book.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { Written } from '../../src-shared/listings/listings.ts'
import { aPicture } from '../builders/a-picture.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { aShopAtASandbox } from '../builders/a-shop-at-a-sandbox.ts'
import type { SandboxWorld } from '../channels/connectors/sandboxed.ts'
import { aShopeeWorld } from '../channels/connectors/shopee/a-shopee-world.ts'
import { aTiktokWorld } from '../channels/connectors/tiktok/a-tiktok-world.ts'

const MINUTE = 60_000

async function aWrittenProduct(open: Parameters<typeof aShopAtASandbox>[0]) {
  const shop = await aShopAtASandbox(open)
  const { client, shopId, world, clock } = shop
  const draft = aProduct({
    name: 'Kemeja batik tulis Jepara lengan panjang',
    description: 'Katun primisima, jahitan rapi.\nDicuci dengan lerak.',
    variants: [
      aVariant({ sku: 'LBG-M', size: 'M', price: 189_000, weightGrams: 300 }),
      aVariant({ sku: 'LBG-L', size: 'L', price: 199_000, weightGrams: 320 }),
    ],
  })
  await client.catalog.products.save(draft)
  const photoId = newId(clock.now)
  await client.catalog.photos.save({ id: photoId, photo: new File([new Uint8Array(aPicture(600, 600))], 'a.png') })
  const productId = draft.id
  await client.listings.saveMaster({ productId, photoIds: [photoId], dimensions: null })
  await shop.round()
  const { id: categoryId } = (await client.listings.categories({ shopId, query: '' })).find(({ isOpen }) => isOpen)!
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
  const of = [{ productId, shopId }]
  const later = async () => {
    await world.move(2 * MINUTE)
    await shop.round()
  }
  const itemsThere = async () => {
    const visit = (await shop.core.sync.visit(shopId))!
    const { items } = await visit.ask((there) => there.listings(null))
    return new Set(items.map(({ itemId }) => itemId)).size
  }
  return { ...shop, product: draft, productId, write, facts, attributes, mine, of, later, itemsThere, categoryId }
}

describe.each([
  ['Shopee', aShopeeWorld],
  ['Tokopedia & TikTok Shop', aTiktokWorld],
])('a product at %s', (_, open) => {
  test('rules of the channel are told before anything is sent', async () => {
    const { client, mine, of, write, attributes } = await aWrittenProduct(open)
    expect((await mine()).breaches).toEqual([expect.objectContaining({ rule: 'attribute missing', about: 'Bahan' })])
    await expect(client.listings.publish({ of })).rejects.toMatchObject({ code: 'LISTING_BREAKS_RULES' })
    await write({ attributes, title: 'Kain', description: 'Hubungi 081234567890 untuk pesan, ya' })
    const rules = (await mine()).breaches.map(({ rule }) => rule)
    expect(rules).toEqual(expect.arrayContaining(['title short', 'word forbidden']))
  })

  test('it is published once, whatever answers are lost, and its variations are mapped', async () => {
    const shop = await aWrittenProduct(open)
    const { client, mine, of, write, attributes, world, later, itemsThere, doors } = shop
    await write({ attributes })
    const before = await itemsThere()
    await world.fault('lost answer', 'create item')
    expect(await client.listings.publish({ of })).toEqual({ asked: 1, leftOut: 0 })
    await shop.core.sync.idle()
    expect((await mine()).state).toBe('waiting')
    for (let each = 0; each < 3; each++) {
      await later()
      await client.listings.publish({ of })
      await shop.core.sync.idle()
    }
    await later()
    expect(await mine()).toMatchObject({ state: 'same', itemState: 'live', differences: [], trouble: null })
    expect(await itemsThere()).toBe(before + 1)
    const mapped = doors.raw
      .prepare(
        `SELECT variant.sku FROM listing JOIN variant ON variant.id = variant_id
         WHERE external_item = ? ORDER BY variant.sku`,
      )
      .pluck()
      .all((await mine()).itemId)
    expect(mapped).toEqual(['LBG-L', 'LBG-M'])
  })

  test('what differs from the channel is shown field by field; theirs or ours is taken', async () => {
    const shop = await aWrittenProduct(open)
    const { client, mine, of, write, attributes, later, categoryId } = shop
    await write({ attributes })
    await client.listings.publish({ of })
    await shop.core.sync.idle()
    await later()
    const { ours } = await mine()
    const [dear] = ours.models
    const title = 'Kemeja batik tulis Jepara, potongan baru'
    await write({ attributes, title, prices: { [dear!.variantId]: 205_000 } })
    expect((await mine()).differences.map(({ field }) => field)).toEqual(['title', 'prices'])
    await client.listings.publish({ of, fields: ['prices'] })
    await shop.core.sync.idle()
    await later()
    expect((await mine()).differences.map(({ field }) => field)).toEqual(['title'])
    const { taken, before } = await client.listings.takeTheirs({ of, fields: ['title'] })
    expect([taken, before]).toEqual([1, [{ ...of[0], written: expect.objectContaining({ title }) }]])
    expect(await client.listings.putBack({ of: before })).toEqual({ putBack: 1 })
    expect((await mine()).written.title).toBe(title)
    expect((await mine()).differences.map(({ field }) => field)).toEqual(['title'])
    await client.listings.takeTheirs({ of, fields: ['title'] })
    expect(await mine()).toMatchObject({ state: 'same', differences: [], written: { title: null, categoryId } })
    await client.listings.publish({ of, isListed: false })
    await shop.core.sync.idle()
    await later()
    expect((await mine()).itemState).toBe('hidden')
  })
})

test('what stands at a channel is known whole, and changes there are seen', async () => {
  const shop = await aShopAtASandbox(aShopeeWorld)
  const { client, shopId, world, round, core } = shop
  await client.catalog.listings.list({ limit: 500 })
  const { rows } = await client.catalog.listings.list({ limit: 500 })
  expect(rows.length).toBeGreaterThan(5)
  await client.catalog.listings.createProducts({ listingIds: rows.map(({ id }) => id) })
  // nobody bought any of them: they cost and weigh what the channel says
  const figures = shop.doors.raw.prepare('SELECT min(price), min(weight_grams) FROM variant').raw().get() as number[]
  expect(figures.every((figure) => figure > 0)).toBe(true)
  await round()
  const { rows: products, counts } = await client.listings.list({})
  expect(counts).toMatchObject({ different: 0, unlisted: 0 })
  expect(products.every(({ shops }) => shops[0]!.state === 'same')).toBe(true)
  const { productId } = products[0]!
  const { itemId, ours } = (await client.listings.get({ productId })).shops[0]!
  const visit = (await core.sync.visit(shopId))!
  await world.move(5 * MINUTE)
  await visit.ask((there) => there.setListed(itemId!, true))
  const models = (await visit.ask((there) => there.listingsOf([itemId!]))).filter(({ lockedBy }) => lockedBy === '')
  await visit.ask((there) =>
    there.setPrice(
      itemId!,
      models.map(({ modelId, price }) => ({ modelId, price: price! + 1000 })),
    ),
  )
  await round()
  const { state, differences } = (await client.listings.get({ productId })).shops[0]!
  expect(state).toBe('different')
  expect(differences.map(({ field }) => field)).toEqual(['prices'])
  expect(ours.models.length).toBe(models.length)
})

test.each([
  ['shopee', aShopeeWorld],
  ['tiktok', aTiktokWorld],
] as const)('SKUs that a product got later are added to its standing listing at %s', async (_, open) => {
  const shop = await aWrittenProduct(open)
  const { client, mine, of, write, attributes, later, product } = shop
  await write({ attributes })
  await client.listings.publish({ of })
  await shop.core.sync.idle()
  await later()
  const known = (await client.catalog.products.get({ id: product.id })).variants
  await client.catalog.products.save({
    ...product,
    variants: [...product.variants, aVariant({ sku: 'LBG-XL', size: 'XL', price: known[0]!.price })],
  })
  expect(await mine()).toMatchObject({
    state: 'different',
    differences: [{ field: 'models', ours: 'LBG-XL (XL)', theirs: '' }],
  })
  await client.listings.publish({ of, fields: ['models'] })
  await shop.core.sync.idle()
  await later()
  await later()
  expect(await mine()).toMatchObject({ state: 'same', differences: [] })
  expect((await mine()).ours.models.map(({ sku }) => sku).toSorted()).toEqual(['LBG-L', 'LBG-M', 'LBG-XL'])
})

test.each([
  [
    'Shopee',
    aShopeeWorld,
    ({ sandbox }: SandboxWorld, isHeld: boolean) => {
      const { shopee } = sandbox.world as unknown as { shopee: Shopee }
      const models = [...shopee.state.items.values()].flatMap((item) => item.models)
      const model = models.find(({ sku }) => sku === 'LBG-M')!
      model.isDiscounted = isHeld
      model.price = isHeld ? model.originalPrice - 10_000 : model.originalPrice
    },
    ['LBG-M'],
  ],
  [
    'Tokopedia & TikTok Shop',
    aTiktokWorld,
    ({ sandbox }: SandboxWorld, isHeld: boolean) => {
      const { market } = sandbox.world as unknown as { market: Market }
      const product = Object.values(market.book.products).find(({ skus }) =>
        skus.some(({ sellerSku }) => sellerSku === 'LBG-M'),
      )!
      product.isInPromotion = isHeld
    },
    ['LBG-L', 'LBG-M'],
  ],
] as const)(
  'at %s a promotion holds prices, and only these; its own price is no difference',
  async (_, open, hold, held) => {
    const shop = await aWrittenProduct(open)
    const { client, core, mine, of, write, attributes, later } = shop
    const world = shop.world as SandboxWorld
    await write({ attributes })
    await client.listings.publish({ of })
    await core.sync.idle()
    await later()
    hold(world, true)
    await later()
    expect(await mine()).toMatchObject({ state: 'same', differences: [] })
    const prices = Object.fromEntries(
      (await mine()).ours.models.map(({ variantId, price }) => [variantId, price! + 5_000]),
    )
    await write({ attributes, prices })
    await client.listings.publish({ of, isListed: false })
    await core.sync.idle()
    await later()
    const { state, itemState, trouble, differences } = await mine()
    expect({ state, itemState }).toEqual({ state: 'refused', itemState: 'hidden' })
    expect(trouble!.message).not.toBe('')
    expect(differences.map(({ field }) => field)).toEqual(['prices'])
    const there = world.sandbox.world.shelf().filter(({ sku }) => sku.startsWith('LBG-'))
    const dear = new Map((await mine()).ours.models.map(({ sku, price }) => [sku, price]))
    expect(there.flatMap(({ sku, price }) => (price === dear.get(sku) ? [] : [sku])).toSorted()).toEqual(held)
    hold(world, false)
    await client.listings.publish({ of })
    await core.sync.idle()
    await later()
    expect(await mine()).toMatchObject({ state: 'same', trouble: null, differences: [] })
  },
)
