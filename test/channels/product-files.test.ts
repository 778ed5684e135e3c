import { describe, expect, test } from 'vitest'
import { readProductFile } from '../../src-main/core/channels/product-files/read-product-file.ts'
import { aShopeeProductFile, aTiktokProductFile } from '../builders/a-product-file.ts'
import { workbookBytes } from '../builders/workbook-bytes.ts'

const read = (bytes: Uint8Array) => readProductFile({ name: 'produk.xlsx', bytes })

describe('Shopee, mass update of prices and stock', () => {
  test('names stand on the first variation alone and hold for the others', async () => {
    const file = await read(
      aShopeeProductFile([
        {
          productId: '21004512',
          productName: 'Gamis Tunik',
          modelId: '881',
          variationName: 'Navy, L',
          parentSku: 'GT',
          sku: 'GT-NV-L',
          price: '185000',
          stock: '12',
        },
        { productId: '21004512', modelId: '882', variationName: 'Navy, XL', sku: 'GT-NV-XL', price: 190_000, stock: 0 },
        { productId: '21009999', productName: 'Outer Lurik', price: '240.000', stock: 3 },
      ]),
    )
    expect(file).toMatchObject({
      channel: 'shopee',
      kind: 'sales',
      sheet: 'Sheet1',
      priceColumn: 6,
      stockColumn: 8,
      unreadable: 0,
    })
    expect(
      file!.rows.map(({ row, productId, modelId, productName, sku, price, stock }) => [
        row,
        productId,
        modelId,
        productName,
        sku,
        price,
        stock,
      ]),
    ).toEqual([
      [7, '21004512', '881', 'Gamis Tunik', 'GT-NV-L', 185_000, 12],
      [8, '21004512', '882', 'Gamis Tunik', 'GT-NV-XL', 190_000, 0],
      [9, '21009999', '', 'Outer Lurik', '', 240_000, 3],
    ])
  })

  test('what cannot be read is no price and no stock, and is counted', async () => {
    const file = await read(
      aShopeeProductFile([{ productId: '21004512', productName: 'Gamis', price: 'gratis', stock: 'banyak' }]),
    )
    expect(file).toMatchObject({ unreadable: 1, rows: [{ price: null, stock: null }] })
  })

  test.each([
    ['basic_info', 'basics'],
    ['shipping_info', 'shipping'],
    ['media_info', 'media'],
  ])('%s is recognised as a file that tells neither', async (mark, kind) => {
    const bytes = workbookBytes(
      [
        {
          name: 'Sheet1',
          rows: [
            ['et_title_product_id', 'et_title_product_name'],
            [mark, 'abc'],
            ['Kode Produk'],
            ['21004512', 'Gamis'],
          ],
        },
      ],
      'shared',
      {},
    )
    expect(await read(bytes)).toMatchObject({ kind, rows: [{ productId: '21004512' }] })
  })
})

describe('TikTok Shop, batch edit', () => {
  test('goods stand between explanations', async () => {
    const file = await read(
      aTiktokProductFile([
        {
          productId: '1729384756',
          productName: 'Gamis',
          modelId: '1729384799',
          variationName: 'L',
          sku: 'G-L',
          price: '185000',
          stock: '7',
        },
      ]),
    )
    expect(file).toMatchObject({
      channel: 'tiktok',
      kind: 'sales',
      sheet: 'Template',
      priceColumn: 4,
      stockColumn: 5,
      rows: [{ row: 6, modelId: '1729384799', sku: 'G-L', price: 185_000, stock: 7 }],
    })
  })

  test('of several warehouses the stock is their sum, and none of them is ours to write', async () => {
    const file = await read(
      aTiktokProductFile([{ productId: '1729384756', modelId: '1', price: 1000, stock: 7 }], ['71', '72']),
    )
    expect(file).toMatchObject({ warehouses: 2, stockColumn: null, rows: [{ stock: 9 }] })
  })
})

test('any other workbook is no product file', async () => {
  expect(
    await read(
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
    ),
  ).toBeNull()
})
