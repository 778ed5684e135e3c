import { expect, test } from 'vitest'
import { EVERYTHING, type RuleSubject, type StockRule } from '../../src-shared/channels/stock-out.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aConnectedShop, anExampleOrder } from '../builders/a-connected-shop.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { aPurchase } from '../builders/a-purchase.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A connected shop with a SKU that has both of the channel's codes, and pieces of it. */
async function aShopWithStock(pieces = 12) {
  const shop = await aConnectedShop()
  const { client, clock, market, shopId } = shop
  const product = aProduct({ variants: ['KWG-M', 'KWG-L'].map((sku) => aVariant({ sku })) })
  await client.catalog.products.save(product)
  const [M, L] = product.variants.map(({ id }) => id) as [string, string]
  const receive = (count: number, ...variantIds: string[]) =>
    client.purchasing.receive(aPurchase(variantIds.map((variantId) => ({ variantId, pieces: count, price: 50_000 }))))
  await receive(pieces, M, L)
  shop.pass(MINUTE)
  await shop.round(true)
  await client.catalog.listings.mapCertain()
  const there = (model = '9007199254740993') => market.models.find((each) => each.model === model)!
  const listed = async () => client.sync.stock.list({ shopId, show: 'all' })
  const standing = async () => (await client.sync.stock.shops()).find((each) => each.shopId === shopId)!
  const turnOn = async () => {
    await client.sync.stock.turn({ shopId, to: 'on', comparedAt: (await standing()).comparedAt! })
    await shop.core.sync.idle()
  }
  return { ...shop, clock, product, M, L, receive, there, listed, standing, turnOn }
}

test('nothing is told to a channel before somebody has seen what would change', async () => {
  const { client, clock, shopId, there, listed, standing, turnOn, round } = await aShopWithStock()
  await round()
  expect(there().stock).toBe(40)
  expect(await standing()).toMatchObject({ state: 'off', isReady: true, listings: 2, differing: 2 })
  expect(await listed()).toMatchObject([
    { there: 40, desired: { pieces: 12 }, state: 'waits' },
    { there: 40, desired: { pieces: 12 }, state: 'waits' },
  ])
  await expect(client.sync.stock.turn({ shopId, to: 'on', comparedAt: clock.now - 1 })).rejects.toMatchObject({
    code: 'DIFFERENCES_CHANGED',
  })
  await turnOn()
  expect(there().stock).toBe(12)
  expect(await standing()).toMatchObject({ state: 'on', differing: 0 })
})

test('a change of stock reaches the channel by itself within seconds, and only then', async () => {
  const { core, receive, there, turnOn, M, market } = await aShopWithStock()
  await turnOn()
  await core.sync.start()
  const begin = performance.now()
  await receive(5, M)
  await core.sync.idle()
  expect(there().stock).toBe(17)
  expect(performance.now() - begin).toBeLessThan(5_000)
  const calls = market.calls.length
  await core.sync.idle()
  expect(market.calls.length).toBe(calls)
})

test('what the channel sold itself it took off itself: its number is read, not said', async () => {
  const { clock, market, there, turnOn, round, pass, standing } = await aShopWithStock()
  await turnOn()
  pass(5 * MINUTE)
  market.orders.set('N1', anExampleOrder('N1', clock.now))
  there().stock -= 2
  const pushes = () => market.calls.filter(({ path }) => path.includes('/stock')).length
  const before = pushes()
  await round()
  expect(there().stock).toBe(10)
  expect(pushes()).toBe(before)
  expect(await standing()).toMatchObject({ differing: 0 })
})

test.each(['no answer', 'half answer', 'ill'] as const)(
  'after an answer that was lost (%s) the channel is asked what stands there',
  async (fault) => {
    const { market, there, turnOn, round, standing } = await aShopWithStock()
    market.fault(/stock/, fault)
    await turnOn()
    await round()
    expect(there().stock).toBe(12)
    expect(await standing()).toMatchObject({ state: 'on', differing: 0 })
  },
)

test('what went out before a kill is read back before anything else is said', async () => {
  const { doors, there, turnOn, round, listed } = await aShopWithStock()
  await turnOn()
  // as a kill between sending and its answer leaves it: the channel took 3, and nobody here knows
  doors.raw
    .prepare('UPDATE listing_stock SET sent = 3, sent_at = 1, generation = generation + 1 WHERE there = 12')
    .run()
  there().stock = 3
  await round()
  expect(there().stock).toBe(12)
  expect(await listed()).toMatchObject([{ state: 'same' }, { state: 'same' }])
})

test('a restored shop tells nothing until its owner has seen the differences anew', async () => {
  const { client, clock, doors, there, shopId, turnOn, round, pass, standing } = await aShopWithStock()
  await turnOn()
  pass(MINUTE)
  doors.raw
    .prepare(
      "INSERT INTO restore (epoch, at, backup_id, backup_at, kept_file, replayed, not_replayed) VALUES (1, ?, '', 0, NULL, 0, '[]')",
    )
    .run(clock.now)
  there().stock = 30
  expect(await standing()).toMatchObject({ state: 'restored', comparedAt: null, isReady: false })
  await expect(client.sync.stock.turn({ shopId, to: 'on', comparedAt: clock.now - 1 })).rejects.toMatchObject({
    code: 'STOCK_NOT_COMPARED',
  })
  pass(MINUTE)
  await round(true)
  expect(there().stock).toBe(30)
  expect(await standing()).toMatchObject({ state: 'restored', isReady: true, differing: 1 })
  await turnOn()
  expect(there().stock).toBe(12)
})

test('rules count from the narrowest: one listing, its product, the shop', async () => {
  const { client, shopId, product, listed, there, turnOn } = await aShopWithStock()
  await turnOn()
  const [first] = await listed()
  const numbers = async () => (await listed()).map(({ desired, ruleOf }) => [desired.pieces, ruleOf])
  const save = (about: RuleSubject, rule: Partial<StockRule> | null) =>
    client.sync.stock.saveRule({ shopId, about, rule: rule && { ...EVERYTHING, ...rule } })
  await save({ is: 'shop' }, { share: 5_000, keptBack: 2 })
  expect(await numbers()).toEqual([
    [5, 'shop'],
    [5, 'shop'],
  ])
  await save({ is: 'product', productId: product.id }, { atMost: 7 })
  await save({ is: 'listing', listingId: first!.listingId }, { isTold: false })
  expect((await listed()).map(({ state, ruleOf }) => [state, ruleOf]).sort()).toEqual([
    ['not told', 'listing'],
    ['waits', 'product'],
  ])
  await save({ is: 'listing', listingId: first!.listingId }, null)
  expect(await numbers()).toEqual([
    [7, 'product'],
    [7, 'product'],
  ])
  await client.sync.now({ shopId })
  expect(there().stock).toBeGreaterThanOrEqual(7)
})

test('pieces held for a live session are its shop’s alone, less what it sold since, until it ends', async () => {
  const { client, clock, market, shopId, M, round, pass, listed } = await aShopWithStock()
  await client.sync.stock.saveRule({ shopId, about: { is: 'shop' }, rule: { ...EVERYTHING, share: 5_000 } })
  const id = newId()
  await client.sync.stock.lock({ id, shopId, variantId: M, pieces: 8 })
  const mine = async () => (await listed()).find(({ variantId }) => variantId === M)!
  expect(await mine()).toMatchObject({
    desired: { pieces: 10, sellable: 4, locked: 8 },
    liveLock: { pieces: 8, left: 8 },
  })
  pass(MINUTE)
  market.orders.set('N1', anExampleOrder('N1', clock.now))
  await round()
  expect(await mine()).toMatchObject({ desired: { pieces: 8, sellable: 4, locked: 6 }, liveLock: { left: 6 } })
  await client.sync.stock.unlock({ id })
  expect(await mine()).toMatchObject({ desired: { pieces: 5, sellable: 10, locked: 0 }, liveLock: null })
})

test('unpaid orders of a channel hold their pieces everywhere', async () => {
  const { clock, market, round, pass, listed } = await aShopWithStock()
  pass(MINUTE)
  market.orders.set('N1', anExampleOrder('N1', clock.now, { status: 'NEW', paid: null }))
  await round()
  const held = (await listed()).find(({ terms }) => terms.unpaid > 0)!
  expect(held).toMatchObject({ terms: { onHand: 12, reserved: 0, unpaid: 2 }, desired: { pieces: 10 } })
})

test('Stok and Produk know which shops list a SKU, and whether what stands there is as it shall be', async () => {
  const { client, shopId, product, M, L, turnOn, receive, there, core } = await aShopWithStock()
  const marks = () => client.sync.stock.marks({ productIds: [product.id] })
  const stateOf = async (id: string) => (await marks()).find(({ variantId }) => variantId === id)?.state
  expect(await marks()).toMatchObject([
    { shopId, productId: product.id, state: 'unknown' },
    { shopId, productId: product.id, state: 'unknown' },
  ])
  await turnOn()
  expect([await stateOf(M), await stateOf(L)]).toEqual(['fine', 'fine'])
  // what buyers have in hand there may not be taken away
  there().reserved = 90
  await receive(3, M, L)
  await client.sync.now({ shopId })
  await core.sync.idle()
  expect([await stateOf(M), await stateOf(L)]).toEqual(['trouble', 'fine'])
  expect(await client.sync.stock.ofVariant({ variantId: M })).toMatchObject([
    {
      shopId,
      isTold: true,
      modelId: '9007199254740993',
      stock: { there: 12, desired: { pieces: 15 }, state: 'refused' },
    },
  ])
})

test('a shop that is no longer connected still lists its goods, and says no number of them', async () => {
  const { client, shopId, product, M, turnOn } = await aShopWithStock()
  await turnOn()
  await client.sync.disconnect({ shopId })
  expect(await client.sync.stock.marks({ productIds: [product.id] })).toMatchObject([
    { shopId, state: 'unknown' },
    { shopId, state: 'unknown' },
  ])
  expect(await client.sync.stock.ofVariant({ variantId: M })).toMatchObject([{ shopId, isTold: false, stock: null }])
})

test('a variation that was listed anew with its code is the same goods, and the one that went is told nothing', async () => {
  const { market, pass, round, receive, there, listed, standing, turnOn, clock, doors, L } = await aShopWithStock()
  await turnOn()
  const index = market.models.findIndex(({ model }) => model === '9007199254740994')
  const [old] = market.models.splice(index, 1)
  market.models.push({ ...old!, model: '9007199254740999', stock: 40 })
  await receive(3, L)
  pass(HOUR)
  await round(true)
  expect(there('9007199254740999').stock).toBe(15)
  expect(await standing()).toMatchObject({ differing: 0, refused: 0, unmapped: 0 })
  expect((await listed()).map(({ sku, state }) => [sku, state]).sort()).toEqual([
    ['KWG-L', 'not on sale'],
    ['KWG-L', 'same'],
    ['KWG-M', 'same'],
  ])
  const order = anExampleOrder('N1', clock.now)
  Object.assign(order.lines[0]!, { model: '9007199254740999', option: 'Navy,L', code: 'KWG-L' })
  market.orders.set('N1', order)
  pass(MINUTE)
  await round()
  expect(doors.raw.prepare('SELECT variant_id, sum(pieces) FROM reservation GROUP BY 1').raw().all()).toEqual([[L, 2]])
})
