import { describe, expect, test } from 'vitest'
import { aFile } from '../builders/a-file.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { anOrder } from '../builders/an-order.ts'

const HEADINGS = 'Kode SKU;Stok Awal;Harga Modal'
const sheet = (...rows: string[]) => aFile('stok.csv', [HEADINGS, ...rows].join('\r\n'))

describe('the sheet of opening stock', () => {
  test.each(['csv', 'xlsx'] as const)('as %s comes back filled without changing what stands', async (format) => {
    const { client, L } = await aStockedShop()
    await client.inventory.opening.save({ lines: [{ variantId: L, pieces: 12, unitCost: 98_500 }] })
    const file = await client.inventory.opening.exportFile({ format })
    expect(file.name).toBe(`stok-awal-2026-11-22.${format}`)
    expect(await client.inventory.opening.importFile({ file, store: true })).toEqual({
      changed: 0,
      unchanged: 1,
      value: 0,
      documentsCosted: 0,
    })
  })

  test('is counted first and stored in one piece; blanks leave what stands', async () => {
    const { client, take, L, M } = await aStockedShop()
    await client.inventory.opening.save({ lines: [{ variantId: M, pieces: 7, unitCost: null }] })
    await take(anOrder().withLine('KMJ-LUK-L', 1).inTransit())
    const file = sheet('kmj-luk-l;20;60rb', 'KMJ-LUK-M;;Rp58.000', 'KMJ-LUK-S;;')
    const read = { changed: 2, unchanged: 0, value: 20 * 60_000 + 7 * 58_000 }
    expect(await client.inventory.opening.importFile({ file, store: false })).toEqual({ ...read, documentsCosted: 0 })
    const list = async () =>
      (await client.inventory.opening.list({})).rows.map(({ sku, pieces, unitCost }) => [sku, pieces, unitCost])
    expect(await list()).toContainEqual(['KMJ-LUK-L', null, null])
    expect(await client.inventory.opening.importFile({ file, store: true })).toEqual({ ...read, documentsCosted: 1 })
    expect(await list()).toEqual([
      ['KMJ-LUK-S', null, null],
      ['KMJ-LUK-M', 7, 58_000],
      ['KMJ-LUK-L', 20, 60_000],
    ])
    expect(await client.inventory.opening.list({ query: 'luk-l' })).toMatchObject({ rows: [{ variantId: L }] })
  })

  test('says a cost as a share of the selling price', async () => {
    const { client } = await aStockedShop()
    await client.catalog.products.save(aProduct({ name: 'Syal', variants: [aVariant({ sku: 'SYL', price: 165_333 })] }))
    await client.inventory.opening.importFile({ file: sheet('SYL;10;62,5%'), store: true })
    expect((await client.inventory.opening.list({ query: 'syl' })).rows).toMatchObject([{ unitCost: 103_333 }])
  })

  test('names each cell that was not understood by its row, and then stores nothing', async () => {
    const { client, L } = await aStockedShop()
    const priced = aProduct({ name: 'Topi', variants: [aVariant({ sku: 'TPI', price: 100_000 })] })
    const free = aProduct({ name: 'Bonus', variants: [aVariant({ sku: 'BNS', price: 0 })] })
    const bundle = aProduct({
      name: 'Paket',
      variants: [aVariant({ sku: 'PKT', components: [{ variantId: L, pieces: 2 }] })],
    })
    for (const product of [priced, free, bundle]) await client.catalog.products.save(product)
    const file = sheet(
      'KMJ-LUK-S;5;60000',
      'KMJ-LUK-L;dua;murah',
      'KMJ-XXL;5;1000',
      'PKT;5;60000',
      'TPI;-1;60',
      'BNS;2,5;60%',
      'KMJ-LUK-S;5;60000',
    )
    const refused = await client.inventory.opening.importFile({ file, store: true }).catch((error) => error)
    expect(refused.code).toBe('OPENING_FILE_ROWS')
    expect(
      refused.data.problems.map(({ row, column, value }: { row: number; column: string; value: string }) =>
        [row, column, value].join(' '),
      ),
    ).toEqual([
      '3 Stok Awal dua',
      '3 Harga Modal murah',
      '4 Kode SKU KMJ-XXL',
      '5 Kode SKU PKT',
      '6 Stok Awal -1',
      '6 Harga Modal 60',
      '7 Stok Awal 2,5',
      '7 Harga Modal 60%',
      '8 Kode SKU KMJ-LUK-S',
    ])
    expect(await client.inventory.opening.list({})).toMatchObject({ filled: 0 })
  })

  test('without its columns is refused by the names of those that lack', async () => {
    const { client } = await aStockedShop()
    for (const [headings, missing] of [
      ['SKU;Stok Awal', ['Kode SKU']],
      ['Kode SKU;Jumlah', ['Stok Awal']],
    ] as const)
      await expect(
        client.inventory.opening.importFile({ file: aFile('a.csv', `${headings}\r\nA;1`), store: false }),
      ).rejects.toMatchObject({ code: 'FILE_COLUMNS_MISSING', data: { missing, holds: 'opening stock' } })
  })

  test('asks about a total far beyond what shops have', async () => {
    const { client } = await aStockedShop()
    const file = sheet('KMJ-LUK-L;100000;60000')
    await expect(client.inventory.opening.importFile({ file, store: true })).rejects.toMatchObject({
      code: 'TOTAL_UNUSUAL',
    })
    expect(await client.inventory.opening.importFile({ file, store: true, isMeant: true })).toMatchObject({
      changed: 1,
    })
  })
})
