import { describe, expect, test } from 'vitest'
import { readChannelFile } from '../../src-main/core/channels/files/read-channel-file.ts'
import type { ListingFile } from '../../src-shared/catalog/listing-file.ts'
import type { ImportOutcome } from '../../src-shared/channels/channels.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { aShopeeProductFile, aTiktokProductFile, type GoodsInFile } from '../builders/a-product-file.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'
import { workbookBytes } from '../builders/workbook-bytes.ts'
import { refusalOf } from './files/reading.ts'

const NAME = 'mass_update_sales_info_1.xlsx'

const GOODS: GoodsInFile[] = [
  {
    productId: '21004512',
    productName: 'Gamis Tunik',
    modelId: '881',
    variationName: 'Navy,L',
    sku: 'GT-L',
    price: '185000',
    stock: '12',
  },
  { productId: '21004512', modelId: '882', variationName: 'Navy,XL', sku: 'GT-XL', price: '185.000', stock: 4 },
  { productId: '21009999', productName: 'Outer Lurik', price: 240_000, stock: 3 },
]

const read = async (bytes: Uint8Array): Promise<ListingFile> => {
  const file = await readChannelFile({ name: NAME, bytes, zone: 'WIB' })
  if (!('listings' in file)) throw new Error(`read as ${file.kind}`)
  return file
}

describe('a list of products', () => {
  test('of Shopee: names stand on the first variation alone, money with and without dots', async () => {
    const file = await read(aShopeeProductFile(GOODS))
    expect(file.listings).toEqual([
      {
        itemId: '21004512',
        modelId: '881',
        productName: 'Gamis Tunik',
        variationName: 'Navy,L',
        sku: 'GT-L',
        parentSku: '',
        price: 185_000,
        stock: 12,
      },
      {
        itemId: '21004512',
        modelId: '882',
        productName: 'Gamis Tunik',
        variationName: 'Navy,XL',
        sku: 'GT-XL',
        parentSku: '',
        price: 185_000,
        stock: 4,
      },
      {
        itemId: '21009999',
        modelId: '',
        productName: 'Outer Lurik',
        variationName: '',
        sku: '',
        parentSku: '',
        price: 240_000,
        stock: 3,
      },
    ])
    expect(file.totals).toEqual({
      rows: 3,
      products: 2,
      listings: 3,
      withCode: 2,
      stock: 19,
      value: 12 * 185_000 + 4 * 185_000 + 3 * 240_000,
      from: null,
      to: null,
    })
  })

  test('of TikTok Shop: stock of several warehouses adds up', async () => {
    const file = await read(
      aTiktokProductFile(
        [
          {
            productId: '1731117477510200001',
            productName: 'Outer',
            modelId: '17311174775102193',
            price: '49000',
            stock: 5,
          },
        ],
        ['7001', '7002'],
      ),
    )
    expect(file).toMatchObject({ kind: 'tiktok products', totals: { listings: 1, stock: 7, value: 7 * 49_000 } })
  })

  test('says what it cannot read: goods without a name stay out, a row told twice counts once, an unreadable price is not said', async () => {
    const file = await read(
      aShopeeProductFile([
        ...GOODS,
        { productId: '21007777', price: '1000', stock: 1 },
        { ...GOODS[0]!, stock: 99 },
        { productId: '21008888', productName: 'Sajadah', price: 'mahal', stock: '1,5' },
      ]),
    )
    expect(file.problems.map(({ code, row, blocks }) => [code, row, blocks])).toEqual([
      ['PRODUCT_NAME_MISSING', 10, true],
      ['ROW_TWICE', 11, false],
      ['NOT_AN_AMOUNT', 12, false],
      ['NOT_A_QUANTITY', 12, false],
    ])
    expect(file.keptOut).toEqual({ rows: 1 })
    expect(file.totals).toMatchObject({ rows: 5, listings: 4, stock: 19 })
  })

  test('whose long numbers a program rounded is not read by them', async () => {
    const goods = { productName: 'Outer', price: '49000', stock: 5 }
    const file = await read(
      aTiktokProductFile([
        { ...goods, productId: '1731117477510200001', modelId: '17311174775102193' },
        { ...goods, productId: Number('1731117477510200002'), modelId: '17311174775102194' },
        { ...goods, productId: '1731117477510200003', modelId: Number('17311174775102195') },
        { ...goods, productId: '1,73112E+18', modelId: '17311174775102196' },
      ]),
    )
    expect(file.problems).toMatchObject(Array(3).fill({ code: 'DIGITS_LOST', blocks: true }))
    expect(file).toMatchObject({ totals: { listings: 1 }, keptOut: { rows: 3 } })
  })

  test('of names and pictures alone is refused by what it is', async () => {
    const bytes = workbookBytes(
      [
        {
          name: 'Sheet1',
          rows: [
            ['et_title_product_id', 'et_title_product_name', 'et_title_parent_sku'],
            ['basic_info', '1f0c'],
            ['Kode'],
          ],
        },
      ],
      'shared',
      {},
    )
    expect(await refusalOf(bytes)).toMatchObject({ code: 'FILE_NOT_RECOGNISED', facts: { report: 'shopee products' } })
  })
})

async function aShop() {
  const { client } = await aCore()
  const shopId = newId()
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna Official' })
  const product = aProduct({ variants: [aVariant({ sku: 'GT-L' })] })
  await client.catalog.products.save(product)
  const take = async (bytes: Uint8Array, into = shopId, name = NAME) => {
    const { importId } = await client.channels.files.stage({ file: aFile(name, bytes) })
    let outcome: ImportOutcome | null = null
    for await (const news of await client.channels.files.confirm({ importId, shopId: into }))
      if (news.type === 'result') outcome = news.outcome
    return { importId, outcome: outcome! }
  }
  const known = async () =>
    (await client.catalog.listings.list({ show: 'all', query: '' })).rows.map(
      ({ productName, variationName, variant }) => [productName, variationName, variant?.sku ?? null].join('|'),
    )
  return { client, shopId, take, known, variantId: product.variants[0]!.id }
}

describe('what it tells', () => {
  test('makes goods known before the first order: certain codes are mapped, the others wait, and nothing is booked', async () => {
    const { client, take, known } = await aShop()
    const { outcome } = await take(aShopeeProductFile(GOODS))
    expect(outcome).toMatchObject({
      kind: 'listings',
      added: 3,
      changed: 0,
      unchanged: 0,
      mapped: 1,
      unmapped: 2,
      entries: 0,
    })
    expect(await known()).toEqual(['Gamis Tunik|Navy,XL|', 'Outer Lurik||', 'Gamis Tunik|Navy,L|GT-L'])
    expect((await client.ledger.entries({})).rows).toEqual([])
  })

  test('is known again, and says what changed', async () => {
    const { take } = await aShop()
    await take(aShopeeProductFile(GOODS))
    const again = GOODS.map((each, at) => (at === 2 ? { ...each, price: 235_000 } : each))
    expect((await take(aShopeeProductFile(again))).outcome).toMatchObject({ added: 0, changed: 1, unchanged: 2 })
  })

  test('is the goods that orders name: an order of before gets the channel’s ids, one of after finds its SKU', async () => {
    const { client, take, known } = await aShop()
    const order = anOrderFile().withOrder('261104HN3T8WQA', {
      items: [{ product: 'Outer Lurik', variation: '', sku: '' }],
    })
    await take(order.xlsx(), undefined, 'Order.all.xlsx')
    expect((await take(aShopeeProductFile(GOODS))).outcome).toMatchObject({ added: 2, changed: 1 })
    expect(await known()).toHaveLength(3)
    const later = anOrderFile().withOrder('261105HN3T8WQB', {
      items: [{ product: 'Gamis Tunik', variation: 'Navy,L', sku: 'GT-L' }],
    })
    expect((await take(later.xlsx(), undefined, 'Order.all.xlsx')).outcome).toMatchObject({
      newListings: 0,
      reservedPieces: 1,
    })
    expect((await client.catalog.listings.list({ show: 'all', query: '' })).rows).toHaveLength(3)
  })

  test('gives new SKUs their price', async () => {
    const { client, take } = await aShop()
    await take(aShopeeProductFile(GOODS))
    const { rows } = await client.catalog.listings.list({ show: 'unmapped', query: 'Outer' })
    await client.catalog.listings.createProducts({ listingIds: rows.map(({ id }) => id) })
    const skus = await client.catalog.variants.search({ query: 'Outer Lurik' })
    expect(skus.map(({ price }) => price)).toEqual([240_000])
  })

  test('taken back, leaves what was mapped and what orders or other lists name', async () => {
    const { client, take, known } = await aShop()
    const order = anOrderFile().withOrder('261104HN3T8WQA', {
      items: [{ product: 'Outer Lurik', variation: '', sku: '' }],
    })
    await take(order.xlsx(), undefined, 'Order.all.xlsx')
    const { importId } = await take(aShopeeProductFile(GOODS))
    for await (const news of await client.channels.files.withdraw({ importId }))
      if (news.type === 'result')
        expect(news.outcome.withdrawal).toMatchObject({ kind: 'listings', withdrawn: 2, kept: 1, entries: 0 })
    expect(await known()).toEqual(['Outer Lurik||', 'Gamis Tunik|Navy,L|GT-L'])
  })

  test('of another shop is doubted by the channel’s ids, and finds its shop by them', async () => {
    const { client, shopId, take } = await aShop()
    await take(aShopeeProductFile(GOODS))
    const other = newId()
    await client.channels.shops.save({ id: other, channel: 'shopee', name: 'Batik Ratna Grosir' })
    const renamed = aShopeeProductFile(
      GOODS.map((each) => ({ ...each, productName: `${each.productName ?? ''} baru` })),
    )
    await expect(take(renamed, other)).rejects.toMatchObject({ code: 'FILE_OF_ANOTHER_SHOP' })
    expect(await client.channels.files.stage({ file: aFile(NAME, renamed) })).toMatchObject({ suggestedShopId: shopId })
  })
})
