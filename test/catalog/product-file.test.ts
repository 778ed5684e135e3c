import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guarded, unguarded } from '../../src-main/core/spreadsheet/writing/guarded-text.ts'
import type { ProductDraft } from '../../src-shared/catalog/catalog.ts'
import { aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aProduct, aShirt, aVariant, shelve } from '../builders/a-product.ts'

const HEADINGS =
  'Nama Produk,Kategori,Kode SKU,Barcode,Motif,Warna,Ukuran,Satuan,Rak,Harga Jual,Berat (g),Batas Stok Ulang,Stok Pengaman,Harga Modal,Stok Fisik'

async function aCatalogOf(...drafts: ProductDraft[]) {
  const { client, doors } = await aCore()
  for (const draft of drafts) await client.catalog.products.save(draft)
  const { products } = client.catalog
  const importText = (file: string, store = true) => products.importFile({ file: aFile('produk.csv', file), store })
  const everything = () =>
    ['product', 'variant', 'bundle_component'].map((table) => doors.raw.prepare(`SELECT * FROM ${table}`).all())
  return { client, doors, products, importText, everything }
}

describe('the product file', () => {
  test('has one row an SKU, in order of name and size, with its cost and stock to read', async () => {
    const shirt = aProduct({
      variants: [
        aVariant({ sku: 'KMJ-L', barcode: '0899', motif: 'Ukir', colour: 'Biru', size: 'L', shelf: 'A1' }),
        aVariant({ sku: 'KMJ-M', size: 'M', colour: 'Biru', motif: 'Ukir', reorderPoint: 3, safetyStock: 1 }),
      ],
    })
    const { products, doors } = await aCatalogOf(
      shirt,
      aProduct({ name: 'Kain, "Troso"', category: '', variants: [aVariant({ sku: 'KAIN', unit: 'm' })] }),
    )
    shelve(doors, shirt.variants[0]!.id, 3, 200_000)

    const file = await products.exportFile({ format: 'csv' })
    expect(file).toMatchObject({ name: 'produk-2026-11-22.csv', type: 'text/csv;charset=utf-8' })
    expect(
      Buffer.from(await file.bytes())
        .toString('utf8')
        .split('\r\n'),
    ).toEqual([
      `\uFEFF${HEADINGS}`,
      '"Kain, ""Troso""",,KAIN,,,,,m,,175000,250,0,0,,0',
      'Kemeja Lung Ukir,Kemeja,KMJ-M,,Ukir,Biru,M,pcs,,175000,250,3,1,,0',
      'Kemeja Lung Ukir,Kemeja,KMJ-L,0899,Ukir,Biru,L,pcs,A1,175000,250,0,0,66667,3',
      '',
    ])
  })

  test('never lets a spreadsheet program run what a name begins with', async () => {
    const { products } = await aCatalogOf(
      aProduct({
        name: '=HYPERLINK("http://x","klik")',
        variants: [aVariant({ sku: '@SUM(A1)', motif: '-2+3', barcode: '+62' })],
      }),
    )
    const csv = await (await products.exportFile({ format: 'csv' })).text()
    expect(csv).toContain(`"'=HYPERLINK(""http://x"",""klik"")",Kemeja,'@SUM(A1),'+62,'-2+3,`)
  })

  test.each(['csv', 'xlsx'] as const)(
    'as %s comes back without changing anything, and goes out again as the same bytes',
    async (format) => {
      const { client, products, everything } = await aCatalogOf()
      const cell = (letters: number) =>
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: letters }),
          fc.constantFrom(
            '=1+1',
            "'=1",
            '-',
            '@x',
            '"',
            ';',
            ',',
            'a\nb',
            'a\tb',
            '_x000D_',
            '<&>',
            '＝SUM',
            "'",
            '0012',
            '1E5',
            'E+10',
          ),
        )
      const letterOrDigit = fc.constantFrom(...'AbZ09-_.=+@\'"'.split(''))
      const row = fc.record({
        motif: cell(20),
        colour: cell(20),
        shelf: cell(10),
        size: fc.constantFrom('', 'S', 'M', '38', '=S'),
        unit: fc.constantFrom('pcs', 'pasang', 'm'),
        price: fc.nat(),
        weightGrams: fc.nat(1_000_000),
        reorderPoint: fc.nat(1000),
        safetyStock: fc.nat(1000),
        barcode: fc.option(fc.string({ unit: letterOrDigit, minLength: 1, maxLength: 20 })),
      })
      let made = 0
      await fc.assert(
        fc.asyncProperty(
          cell(40),
          cell(20),
          fc.string({ unit: letterOrDigit, maxLength: 8 }),
          fc.array(row, { minLength: 1, maxLength: 4 }),
          async (name, category, sku, rows) => {
            await client.catalog.products.save(
              aProduct({
                name: `${name}#${made++}`,
                category,
                variants: rows.map((facts) => {
                  const code = `${sku}#${made++}`
                  return aVariant({ ...facts, sku: code, barcode: facts.barcode && `${facts.barcode}/${code}` })
                }),
              }),
            )
            const stored = everything()
            const { length } = stored[1]!
            const first = await products.exportFile({ format })
            const result = await products.importFile({ file: first, store: true })
            expect(result).toMatchObject({ added: 0, changed: 0, unchanged: length })
            expect(everything()).toEqual(stored)
            expect(await (await products.exportFile({ format })).bytes()).toEqual(await first.bytes())
          },
        ),
        { numRuns: 40 },
      )
    },
  )

  test('takes names as long as the screen does: a sign outside the first plane is one letter', async () => {
    const shelf = '😀'.repeat(30)
    const { products } = await aCatalogOf(aProduct({ variants: [aVariant({ sku: 'KMJ-L', shelf })] }))
    const file = await products.exportFile({ format: 'csv' })

    expect(await products.importFile({ file, store: true })).toMatchObject({ changed: 0, unchanged: 1 })
    const longer = aFile('produk.csv', (await file.text()).replace(shelf, `${shelf}😀`))
    await expect(products.importFile({ file: longer, store: true })).rejects.toMatchObject({
      data: { problems: [{ column: 'Rak', reason: 'terlalu panjang, paling banyak 30 huruf' }] },
    })
  })

  test('the apostrophe that guards text is taken off exactly', () => {
    const risky = fc
      .array(fc.constantFrom("'", '"', '=', '+', '-', '@', ' ', '\t', '＝', 'a', '1'))
      .map((signs) => signs.join(''))
    fc.assert(
      fc.property(risky, (text) => {
        expect(unguarded(guarded(text))).toBe(text)
        expect(guarded(text)).not.toMatch(/^[=+\-@\t\r＝]/)
      }),
      { numRuns: 300 },
    )
  })
})

describe('importing a product file', () => {
  test('adds new SKUs, changes known ones and leaves what it does not mention', async () => {
    const shirt = aShirt()
    const { products, importText, client } = await aCatalogOf(shirt)
    const file = [
      'Nama Produk,Kode SKU,Warna,Ukuran,Harga Jual',
      'Kemeja Lung Ukir,KMJ-BIR-M,Biru,M,189.000',
      'Kemeja Lung Ukir,KMJ-HIJ-M,Hijau,M,Rp189.000',
      'Syal Troso,SYL-1,,,85rb',
      'Syal Troso,SYL-2,Merah,,',
    ].join('\n')
    expect(await importText(file)).toEqual({ products: 2, added: 3, changed: 1, unchanged: 0 })

    const saved = await products.get({ id: shirt.id })
    expect(saved.variants).toHaveLength(7)
    expect(saved.variants[0]).toMatchObject({ sku: 'KMJ-BIR-M', price: 189_000, shelf: 'A1', weightGrams: 250 })
    expect(saved.variants.at(-1)).toMatchObject({ sku: 'KMJ-HIJ-M', colour: 'Hijau', price: 189_000, unit: 'pcs' })
    expect(await client.catalog.variants.search({ query: 'syal' })).toMatchObject([
      { sku: 'SYL-1', price: 85_000 },
      { sku: 'SYL-2', price: 0, label: 'Syal Troso, Merah' },
    ])
  })

  test('can be looked at first: it counts and stores nothing', async () => {
    const { importText, everything } = await aCatalogOf(aShirt())
    const before = everything()
    expect(await importText('Kode SKU,Nama Produk\nSYL,Syal\nKMJ-BIR-M,Kemeja Lung Ukir', false)).toEqual({
      products: 2,
      added: 1,
      changed: 0,
      unchanged: 1,
    })
    expect(everything()).toEqual(before)
  })

  test('renames a product when all its rows agree, and lets barcodes pass from one row to another', async () => {
    const draft = aProduct({
      variants: [aVariant({ sku: 'A', barcode: '111', size: 'S' }), aVariant({ sku: 'B', barcode: '222', size: 'M' })],
    })
    const { products, importText } = await aCatalogOf(draft)
    expect(
      await importText('Nama Produk,Kode SKU,Barcode\nKemeja Baru,A,222\nKemeja Baru,B,111\nKemeja Baru,C,\n'),
    ).toEqual({ products: 1, added: 1, changed: 2, unchanged: 0 })
    const saved = await products.get({ id: draft.id })
    expect(saved.name).toBe('Kemeja Baru')
    expect(saved.variants.map(({ sku, barcode }) => [sku, barcode])).toEqual([
      ['C', null],
      ['A', '222'],
      ['B', '111'],
    ])
  })

  test('keeps a bundle’s components', async () => {
    const shirt = aShirt()
    const components = [{ variantId: shirt.variants[0]!.id, pieces: 2 }]
    const bundle = aProduct({ name: 'Paket', variants: [aVariant({ sku: 'PKT', components })] })
    const { products, importText } = await aCatalogOf(shirt, bundle)
    await importText('Nama Produk,Kode SKU,Harga Jual\nPaket,PKT,300000')
    expect((await products.get({ id: bundle.id })).variants[0]).toMatchObject({ price: 300_000, components })
  })

  test('names every cell that is wrong and stores nothing', async () => {
    const { importText, everything } = await aCatalogOf(
      aShirt(),
      aProduct({ name: 'Syal', variants: [aVariant({ sku: 'SYL', barcode: '899' })] }),
    )
    const before = everything()
    const file = [
      'Nama Produk,Kategori,Kode SKU,Barcode,Satuan,Harga Jual,Berat (g)',
      'Baik,Kain,BAIK,,pcs,1000,10',
      ',Kain,X1,,pcs,1000,10',
      'Kopi,Kopi,,,pcs,1000,10',
      'Kopi,Kopi,X2,,lusin,12.5,10',
      'Kopi,Kopi,X3,"8,99123E+12",pcs,-5,2000000',
      'Kopi,Kopi,X4,,pcs,1000,10',
      'Kopi,Kopi,BAIK,,pcs,1000,10',
      'Kopi,Teh,X5,899,pcs,1000,10',
      'Kopi,Kopi,899,,pcs,1000,10',
      'Kopi,Kopi,X6,777,pcs,1000,10',
      'Kopi,Kopi,X7,777,pcs,1000,10',
      'Kemeja Beda,Kemeja,KMJ-BIR-M,,pcs,1000,10',
      'Kemeja Lain,Kemeja,KMJ-BIR-L,,pcs,1000,10',
    ].join('\n')
    const said = ({ row, column, value, reason }: { row: number; column: string; value: string; reason: string }) =>
      `baris ${row}, ${column}: ${value} ${reason}`.replace(':  ', ': ')
    const refused = await importText(file).catch((problem) => problem)
    expect(refused).toMatchObject({ code: 'PRODUCT_FILE_ROWS', data: { name: 'produk.csv' } })
    expect(refused.data.problems.map(said)).toEqual([
      'baris 3, Nama Produk: harus diisi',
      'baris 4, Kode SKU: harus diisi',
      'baris 5, Satuan: lusin bukan satuan; pilih pcs, pasang, set, m, kg',
      'baris 5, Harga Jual: 12.5 bukan bilangan bulat; ketik misalnya 125000',
      'baris 6, Barcode: 8,99123E+12 angkanya dibulatkan aplikasi spreadsheet; ketik ulang sebagai teks',
      'baris 6, Harga Jual: -5 bukan bilangan bulat; ketik misalnya 125000',
      'baris 6, Berat (g): 2000000 terlalu besar, paling banyak 1.000.000',
      'baris 8, Kode SKU: BAIK sudah ada di baris 2; satu SKU satu baris',
      'baris 9, Kategori: Teh berbeda dengan baris 7 dari produk yang sama; samakan isinya',
      'baris 9, Barcode: 899 sudah dipakai baris 10; satu barcode satu SKU',
      'baris 10, Kode SKU: 899 sudah menjadi barcode Syal; pakai kode lain',
      'baris 12, Barcode: 777 sudah dipakai baris 11; satu barcode satu SKU',
      'baris 14, Nama Produk: Kemeja Lain berbeda dengan baris 13 dari produk yang sama; samakan isinya',
    ])
    expect(everything()).toEqual(before)
  })

  test('tells of rows in the language of the shop', async () => {
    const { client, importText } = await aCatalogOf()
    await client.settings.change({ language: 'en' })
    await expect(importText('Nama Produk,Kode SKU\n,A')).rejects.toMatchObject({
      data: { problems: [{ row: 2, column: 'Nama Produk', reason: 'must be filled in' }] },
    })
  })

  test('of goods that are archived asks for them back first', async () => {
    const { client, importText } = await aCatalogOf()
    const { id } = await client.catalog.products.save(aProduct())
    await client.catalog.products.archive({ id, archived: true })
    await expect(importText('Nama Produk,Kode SKU\nKemeja,KMJ-LUK-L')).rejects.toMatchObject({
      data: { problems: [{ row: 2, column: 'Kode SKU', value: 'KMJ-LUK-L' }] },
    })
  })

  test('of more SKUs than one product may have asks to divide it', async () => {
    const { importText } = await aCatalogOf()
    const rows = Array.from({ length: 401 }, (_, at) => `Kain,K-${at}`)
    await expect(importText(['Nama Produk,Kode SKU', ...rows].join('\n'))).rejects.toMatchObject({
      data: { problems: [{ row: 2, reason: 'punya lebih dari 400 SKU; bagi menjadi beberapa produk' }] },
    })
  })

  test('without the columns it cannot do without is refused by their names', async () => {
    const { importText } = await aCatalogOf()
    await expect(importText('Nama,Kode SKU\nKemeja,A')).rejects.toMatchObject({
      code: 'FILE_COLUMNS_MISSING',
      data: { missing: ['Nama Produk'] },
    })
    await expect(importText('')).rejects.toMatchObject({ code: 'FILE_EMPTY', data: { holds: 'products' } })
  })
})

describe('prices of a product file', () => {
  const priced = (...prices: string[]) =>
    [
      'Nama Produk;Kode SKU;Harga Jual;Berat (g)',
      ...prices.map((price, index) => `Blus ${index};BLS-${index};${price};1,000`),
    ].join('\r\n')
  const saved = async ({ client }: Awaited<ReturnType<typeof aCatalogOf>>) =>
    (await client.catalog.variants.search({ query: 'Blus' })).map(({ price }) => price).sort((a, b) => a - b)

  test('may have commas for thousands, as an English spreadsheet writes them, or dots', async () => {
    const shop = await aCatalogOf()
    await shop.importText(priced('12,500', '85,000', '150.000', 'Rp 99'))
    expect(await saved(shop)).toEqual([99, 12_500, 85_000, 150_000])
  })

  test('that are all below a thousand are asked about: 85.000 may have become 85', async () => {
    const shop = await aCatalogOf()
    const refused = await shop.importText(priced('85', '110')).catch((problem) => problem)
    expect(refused).toMatchObject({
      code: 'PRODUCT_FILE_ROWS',
      data: { problems: [{ row: 2, column: 'Harga Jual', value: '85' }, { row: 3 }] },
    })
    expect(refused.data.problems[0].reason).toContain('85.000')
    expect(await saved(shop)).toEqual([])
  })

  test.each([[['85', '120000']], [['85', '1,150,000']], [['85.00', '120.00']], [['85', '92.500']]])(
    '%s ask about the 85 beside what was typed whole',
    async (prices) => {
      const shop = await aCatalogOf()
      await expect(shop.importText(priced(...prices))).rejects.toMatchObject({
        code: 'PRODUCT_FILE_ROWS',
        data: {
          problems: expect.arrayContaining([expect.objectContaining({ row: 2, column: 'Harga Jual', value: '85' })]),
        },
      })
      expect(await saved(shop)).toEqual([])
    },
  )

  test('of cheap goods among cheap goods are what they are', async () => {
    const shop = await aCatalogOf()
    await shop.importText(priced('85', '900', '2500'))
    expect(await saved(shop)).toEqual([85, 900, 2_500])
  })

  test('of two files pasted together come in whole, and are refused where the columns stand in another order', async () => {
    const shop = await aCatalogOf()
    const lines = ['Nama Produk;Kode SKU', 'Blus;BLS-1', 'Nama Produk;Kode SKU', 'Blus dua;BLS-2']
    expect(await shop.importText(lines.join('\r\n'))).toMatchObject({ products: 2, added: 2 })
    const swapped = [...lines.slice(0, 2), 'Kode SKU;Nama Produk', 'BLS-3;Blus tiga'].join('\r\n')
    await expect(shop.importText(swapped)).rejects.toMatchObject({
      code: 'PRODUCT_FILE_ROWS',
      data: { problems: [{ row: 3, column: 'Kode SKU' }] },
    })
  })

  test('are believed when they are the prices known already', async () => {
    const shop = await aCatalogOf()
    await shop.importText(priced('Rp85'))
    expect(await shop.importText(priced('85'))).toMatchObject({ changed: 0, unchanged: 1 })
  })
})
