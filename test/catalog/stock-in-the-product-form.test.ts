import { expect, test } from 'vitest'
import { emptyProduct, formOf, openingLines, openingsBefore } from '../../src-renderer/catalog/product-form.ts'
import { problemIn } from '../../src-renderer/catalog/product-problems.ts'
import { aCore } from '../builders/a-core.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { anOrder } from '../builders/an-order.ts'

test('a product comes with its Stok Awal by one act, which costs what was sold before', async () => {
  const { client, take, L, M } = await aStockedShop()
  await take(anOrder().withLine('KMJ-LUK-L', 1).inTransit())
  const { productId } = (await client.catalog.variants.byCode({ code: 'KMJ-LUK-L' }))!
  const shirt = await client.catalog.products.get({ id: productId })
  const openings = [
    { variantId: L, pieces: 12, unitCost: 98_500 },
    { variantId: M, pieces: 3, unitCost: null },
  ]
  expect(await client.catalog.products.save({ ...shirt, openings })).toMatchObject({ documentsCosted: 1 })
  const { rows } = await client.inventory.opening.list({ product: productId })
  expect(rows.find(({ variantId }) => variantId === L)).toMatchObject({ pieces: 12, unitCost: 98_500 })
  expect(rows.find(({ variantId }) => variantId === M)).toMatchObject({ pieces: 3, unitCost: null })
  expect((await client.inventory.level({ variantId: L })).onHand).toBe(11)
})

test('a refused Stok Awal keeps the product from being stored too', async () => {
  const { client } = await aCore()
  const cloth = aVariant({ sku: 'KAI' })
  const product = aProduct({ name: 'Kain', variants: [cloth] })
  const dear = [{ variantId: cloth.id, pieces: 10_000, unitCost: 200_000 }]
  await expect(client.catalog.products.save({ ...product, openings: dear })).rejects.toMatchObject({
    code: 'TOTAL_UNUSUAL',
  })
  expect((await client.catalog.products.list({})).total).toBe(0)
  await client.catalog.products.save({ ...product, openings: dear, isMeant: true })
  expect((await client.inventory.level({ variantId: cloth.id })).value).toBe(2_000_000_000)
})

test('goods of another product and bundles have no Stok Awal here', async () => {
  const { client, L } = await aStockedShop()
  const bundle = aVariant({ sku: 'PKT', components: [{ variantId: L, pieces: 2 }] })
  const product = aProduct({ name: 'Paket', variants: [bundle] })
  const opening = (variantId: string) => [{ variantId, pieces: 1, unitCost: 1_000 }]
  await expect(client.catalog.products.save({ ...product, openings: opening(L) })).rejects.toMatchObject({
    code: 'PRODUCT_NOT_FOUND',
  })
  await expect(client.catalog.products.save({ ...product, openings: opening(bundle.id) })).rejects.toMatchObject({
    code: 'BUNDLE_HAS_NO_STOCK',
  })
})

test('the form sends what changed alone, knows what stood before, and names a cell that cannot be read', async () => {
  const { client, L, M } = await aStockedShop()
  await client.inventory.opening.save({ lines: [{ variantId: L, pieces: 12, unitCost: 98_500 }] })
  const { productId } = (await client.catalog.variants.byCode({ code: 'KMJ-LUK-L' }))!
  const { rows } = await client.inventory.opening.list({ product: productId })
  const form = formOf(await client.catalog.products.get({ id: productId }), new Map(), {
    openings: new Map(rows.map((row) => [row.variantId, row])),
    missing: new Map(),
  })
  expect(openingLines(form)).toEqual([])
  const typed = (id: string, change: object) => ({
    ...form,
    variants: form.variants.map((row) => (row.id === id ? { ...row, price: '200rb', ...change } : row)),
  })
  // a cost alone is of pieces sold already
  expect(openingLines(typed(M, { openingCost: '60%' }))).toEqual([{ variantId: M, pieces: 0, unitCost: 120_000 }])
  const emptied = typed(L, { openingPieces: '', openingCost: '' })
  expect(openingLines(emptied)).toEqual([{ variantId: L, pieces: null, unitCost: null }])
  expect(openingsBefore(emptied)).toEqual([{ variantId: L, pieces: 12, unitCost: 98_500 }])
  const wrong = typed(L, { openingPieces: '-3' })
  expect(problemIn(wrong)).toEqual({ what: 'openingPieces', row: L, text: '-3', why: 'pieces' })
  expect(openingLines(wrong)).toEqual([])
  expect(openingLines(emptyProduct())).toEqual([])
})
