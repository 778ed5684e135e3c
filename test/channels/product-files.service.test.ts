import { describe, expect, test } from 'vitest'
import { readProductFile } from '../../src-main/core/channels/product-files/read-product-file.ts'
import { editOf } from '../../src-renderer/channels/goods/channel-goods-edits.ts'
import { EVERYTHING } from '../../src-shared/channels/stock-out.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { aShopeeProductFile, aTiktokProductFile } from '../builders/a-product-file.ts'
import { workbookBytes } from '../builders/workbook-bytes.ts'

const GOODS = [
  {
    productId: '21004512',
    productName: 'Gamis Tunik',
    modelId: '881',
    variationName: 'Navy, L',
    sku: 'GT-L',
    price: '185000',
    stock: '12',
  },
  { productId: '21004512', modelId: '882', variationName: 'Navy, XL', sku: 'GT-XL', price: 185_000, stock: 4 },
  { productId: '21009999', productName: 'Outer Lurik', sku: 'LAIN', price: 240_000, stock: 3 },
]

async function aShopWithGoods() {
  const { client } = await aCore()
  const shopId = newId()
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna Official' })
  const product = aProduct({
    variants: [aVariant({ sku: 'GT-L', price: 190_000 }), aVariant({ sku: 'GT-XL', price: 185_000 })],
  })
  await client.catalog.products.save(product)
  await client.inventory.opening.save({
    lines: product.variants.map(({ id }, at) => ({ variantId: id, pieces: 10 + at, unitCost: 60_000 })),
  })
  return { client, shopId }
}

const NAME = 'mass_update_sales_info_1.xlsx'

describe('a product file beside the shop', () => {
  test('says which SKU each of its goods is, by the rule that maps orders, and what each side says of price and stock', async () => {
    const { client, shopId } = await aShopWithGoods()
    const look = await client.productFiles.look({ file: aFile(NAME, aShopeeProductFile(GOODS)), shopId })
    expect(look).toMatchObject({ channel: 'shopee', takesStock: true, takesPrice: true, unreadable: 0 })
    expect(
      look.rows.map(({ row, stock, price, ours }) => [row, stock, price, ours && [ours.sku, ours.shown, ours.price]]),
    ).toEqual([
      [7, 12, 185_000, ['GT-L', 10, 190_000]],
      [8, 4, 185_000, ['GT-XL', 11, 185_000]],
      [9, 3, 240_000, null],
    ])
  })

  test('goes back with our figures in the rows that differ, by the rule of the shop, and as it was everywhere else', async () => {
    const { client, shopId } = await aShopWithGoods()
    await client.sync.stock.saveRule({ shopId, about: { is: 'shop' }, rule: { ...EVERYTHING, keptBack: 2 } })
    const file = () => aFile(NAME, aShopeeProductFile(GOODS))
    const { rows } = await client.productFiles.look({ file: file(), shopId })
    const edits = rows.flatMap((row) => editOf(row, { stock: true, price: true }) ?? [])
    expect(edits).toEqual([
      { row: 7, stock: 8, price: 190_000 },
      { row: 8, stock: 9 },
    ])
    const written = await client.productFiles.write({ file: file(), edits: JSON.stringify(edits) })
    expect(written.name).toBe(NAME)
    const before = (await readProductFile({ name: NAME, bytes: await file().bytes() }))!.rows
    const after = (await readProductFile({ name: NAME, bytes: await written.bytes() }))!.rows
    expect(after).toEqual(
      before.map((row, at) => ({ ...row, ...[{ stock: 8, price: 190_000 }, { stock: 9 }, {}][at] })),
    )
    // taken back by the channel and downloaded again nothing differs
    const again = await client.productFiles.look({ file: written, shopId })
    expect(again.rows.flatMap((row) => editOf(row, { stock: true, price: true }) ?? [])).toEqual([])
  })

  test('rows that are none of goods are never written: keys and marks above them stay', async () => {
    const { client } = await aShopWithGoods()
    const file = aFile(NAME, aShopeeProductFile(GOODS))
    const written = await client.productFiles.write({
      file,
      edits: JSON.stringify([
        { row: 1, stock: 5 },
        { row: 2, price: 5 },
        { row: 9, stock: 1 },
      ]),
    })
    const { rows } = (await readProductFile({ name: NAME, bytes: await written.bytes() }))!
    expect(rows.map(({ stock }) => stock)).toEqual([12, 4, 1])
  })
})

test.each([
  [
    'a file of another channel',
    aTiktokProductFile([{ productId: '1729384756', modelId: '1', price: 1000, stock: 7 }]),
    'WRONG_CHANNEL',
  ],
  [
    'a list of orders',
    workbookBytes(
      [
        {
          name: 'A',
          rows: [
            ['No. Pesanan', 'Status'],
            ['1', 'Selesai'],
          ],
        },
      ],
      'shared',
      {},
    ),
    'NOT_A_PRODUCT_FILE',
  ],
  [
    'a file of weights',
    workbookBytes(
      [
        {
          name: 'Sheet1',
          rows: [
            ['et_title_product_id', 'et_title_product_weight'],
            ['shipping_info'],
            ['Kode Produk'],
            ['21004512', 300],
          ],
        },
      ],
      'shared',
      {},
    ),
    'PRODUCT_FILE_TELLS_NOTHING',
  ],
  ['half a file', aShopeeProductFile(GOODS).slice(0, 900), 'FILE_DAMAGED'],
])('%s is refused by a sentence', async (_, bytes, code) => {
  const { client, shopId } = await aShopWithGoods()
  await expect(client.productFiles.look({ file: aFile('x.xlsx', bytes), shopId })).rejects.toMatchObject({ code })
})
