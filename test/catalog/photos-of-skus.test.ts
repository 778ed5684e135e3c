import { expect, test } from 'vitest'
import { newVariants } from '../../src-renderer/catalog/new-variants.ts'
import { emptyProduct, formOf, withPhoto } from '../../src-renderer/catalog/product-form.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aProduct, aShop, aVariant, sell } from '../builders/a-product.ts'

test('an SKU is shown by its own picture, else by its product’s: in the catalog, in stock, in an order and at the desk', async () => {
  const { client, core, doors } = await aCore()
  const [ofProduct, ofNavy] = [newId(), newId()]
  const navy = aVariant({ sku: 'NVY', colour: 'Navy', ownPhotoId: ofNavy })
  const white = aVariant({ sku: 'PTH', colour: 'Putih' })
  const product = aProduct({ photoId: ofProduct, variants: [navy, white] })
  await client.catalog.products.save(product)
  const shown = (rows: readonly { sku: string; photoId: string | null }[]) =>
    Object.fromEntries(rows.map(({ sku, photoId }) => [sku, photoId]))
  const both = { NVY: ofNavy, PTH: ofProduct }
  expect(shown((await client.catalog.products.get({ id: product.id })).variants)).toEqual(both)
  expect(shown((await client.inventory.levels({})).rows)).toEqual(both)

  await sell(core, aShop(doors), '2611', [
    { productName: 'Kemeja', variationName: 'Navy', sku: 'NVY' },
    { productName: 'Kemeja', variationName: 'Putih', sku: 'PTH' },
  ])
  const { rows } = await client.orders.list({})
  const { lines } = await client.orders.get({ id: rows[0]!.id })
  expect(shown(lines.map(({ variant }) => variant!))).toEqual(both)
  expect(shown((await client.fulfilment.pickList({})).rows)).toEqual(both)
  const { parcels } = await client.fulfilment.queue({})
  expect(parcels[0]!.goods.map(({ colour, photoId }) => [colour, photoId])).toEqual(
    expect.arrayContaining([
      ['Navy', ofNavy],
      ['Putih', ofProduct],
    ]),
  )

  // taken off, the product's stands in again
  await client.catalog.products.save({ ...product, variants: [{ ...navy, ownPhotoId: null }, white] })
  expect(shown((await client.inventory.levels({})).rows)).toEqual({ NVY: ofProduct, PTH: ofProduct })
})

test('the picture of a colour is that of all its sizes, of those made later too; of goods without colours it is their own', async () => {
  const { client } = await aCore()
  const photo = newId()
  const variants = ['Navy', 'Putih'].flatMap((colour) =>
    ['M', 'L'].map((size) => aVariant({ sku: `${colour}-${size}`, colour, size })),
  )
  const stored = await client.catalog.products.save(aProduct({ variants }))
  const form = formOf(stored, new Map(), { openings: new Map(), missing: new Map() })
  const dressed = withPhoto(form.variants, form.variants[0]!, photo)
  expect(dressed.map(({ colour, ownPhotoId }) => [colour, ownPhotoId])).toEqual([
    ['Navy', photo],
    ['Navy', photo],
    ['Putih', null],
    ['Putih', null],
  ])
  const lists = { motifs: [], colours: ['Navy', 'Putih'], sizes: ['XL'] }
  const more = newVariants(lists, dressed, { skuStart: 'KMJ', price: '' })
  expect(more.map(({ ownPhotoId }) => ownPhotoId)).toEqual([photo, null])

  const sizes = newVariants({ motifs: [], colours: [], sizes: ['S', 'M'] }, emptyProduct().variants, {
    skuStart: 'SRG',
    price: '',
  })
  expect(withPhoto(sizes, sizes[1]!, photo).map(({ ownPhotoId }) => ownPhotoId)).toEqual([null, photo])
})
