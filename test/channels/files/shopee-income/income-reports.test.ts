import { describe, expect, test } from 'vitest'
import {
  anIncomeFile,
  aPenghasilanFile,
  INCOME_LAYOUTS,
  type IncomeLayoutName,
} from '../../../builders/shopee-income-file.ts'
import { addsUp, incomeOf, readIncome, told } from './reading.ts'

const AMOUNTS = { 'Harga Asli Produk': 250_000, 'Total Diskon Produk': -25_000, 'Biaya Administrasi': -17_200 }

describe('every layout Shopee has had', () => {
  test.each(Object.keys(INCOME_LAYOUTS) as IncomeLayoutName[])('%s', async (layout) => {
    const english = layout === 'English, 2026'
    const amounts: Record<string, number> = english
      ? { 'Original Product Price': 250_000, 'Refund Amount to Buyer': -50_000, 'Commission Fee (Incl. VAT)': -17_200 }
      : { 'Harga Asli Produk': 250_000, 'Total Diskon Produk': -50_000, 'Biaya Administrasi': -17_200 }
    const file = await incomeOf(
      anIncomeFile(layout).withOrder('260801AAAAAAA1', { amounts, reference: '189762791242231' }).xlsx(),
    )
    expect(told(file)).toEqual([])
    expect(file.unknownColumns).toEqual([])
    expect(file.settlements).toEqual([
      {
        kind: 'order',
        orderNumber: '260801AAAAAAA1',
        reference: '189762791242231',
        releasedOn: '2026-08-06',
        released: 182_800,
        lines: Object.entries(amounts).map(([name, amount]) => ({ name, amount })),
        description: '',
      },
    ])
  })

  test('Penghasilan of 2026: the row of the order counts, those of its products do not, columns of one name stay apart', async () => {
    const amounts = {
      'Harga Produk': 96_000,
      'Biaya Gratis Ongkir XTRA - Ukuran Biasa (Kategori F)': -4_775,
      'Biaya Gratis Ongkir XTRA - Ukuran Biasa (Kategori F) #2': -1_000,
      'PPh 22': -478,
    }
    const file = await incomeOf(
      aPenghasilanFile(
        [
          { orderNumber: '260801AAAAAAA1', amounts },
          { orderNumber: '260801AAAAAAA1', view: 'Sku', amounts },
          { orderNumber: '260801BBBBBBB2', view: 'Sku', amounts },
        ],
        [],
        1_000,
      ),
    )
    expect(file.settlements).toHaveLength(1)
    expect(file.settlements[0]).toMatchObject({ released: 89_747 })
    expect(file.settlements[0]!.lines.map(({ amount }) => amount)).toEqual([96_000, -4_775, -1_000, -478])
    expect(file.totals.byName.filter(({ amount }) => amount !== 0)).toHaveLength(4)
    expect(told(file)).toEqual(['ORDER_ROW_MISSING B6'])
    expect(file.unknownColumns).toEqual([])
  })

  test('a long report over several sheets', async () => {
    const second = anIncomeFile().sheetNamed('Income - 2').withOrder('260801BBBBBBB2', { amounts: AMOUNTS, total: 1 })
    const file = await incomeOf(
      anIncomeFile()
        .sheetNamed('Income - 1')
        .withOrder('260801AAAAAAA1', { amounts: AMOUNTS })
        .withSheet(second.sheet())
        .xlsx(),
    )
    expect(file.totals).toMatchObject({ orders: 2, released: 207_801 })
    expect(file.sheets).toEqual(['Income - 2', 'Income - 1'])
    expect(file.problems).toMatchObject([{ column: 'Total Penghasilan, Income - 2', blocks: false }])
  })
})

describe('lines sum to what is released, whatever stands there', () => {
  test('what the total says beyond the columns is a line and a remark', async () => {
    const file = await incomeOf(anIncomeFile().withOrder('260801AAAAAAA1', { amounts: AMOUNTS, total: 200_000 }).xlsx())
    expect(file.settlements[0]).toMatchObject({ released: 200_000 })
    expect(file.settlements[0]!.lines.at(-1)).toEqual({ name: 'Selisih dengan Total Penghasilan', amount: -7_800 })
    expect(file.totals.byName.at(-1)).toEqual({ name: 'Selisih dengan Total Penghasilan', amount: -7_800 })
    expect(file.problems).toMatchObject([{ code: 'AMOUNTS_DO_NOT_ADD_UP', value: '200.000 ≠ 207.800', blocks: false }])
  })

  test('a new column of amounts is a line and said; a new column of words is neither', async () => {
    const file = await incomeOf(
      anIncomeFile()
        .withColumnBefore('Biaya Baru 2027', 'Biaya Transaksi')
        .withColumnBefore('Jenis Toko', 'Biaya Transaksi')
        .withColumnBefore('', 'Biaya Transaksi')
        .withOrder('260801AAAAAAA1', {
          amounts: { ...AMOUNTS, 'Biaya Baru 2027': -1_500, '': -500 },
          cells: { 'Jenis Toko': 'Star' },
        })
        .xlsx(),
    )
    expect(file.settlements[0]!.lines).toContainEqual({ name: 'Biaya Baru 2027', amount: -1_500 })
    expect(file.settlements[0]!.lines).toContainEqual({ name: 'Kolom AC', amount: -500 })
    expect(file.settlements[0]!.released).toBe(205_800)
    expect(file.unknownColumns).toEqual(['Biaya Baru 2027', 'Kolom AC'])
    expect(told(file)).toEqual([])
  })

  test('a total under a name that nobody knows is the total, and does not release everything twice', async () => {
    for (const name of ['Pendapatan Akhir', 'Total Dana Bersih 2027']) {
      const file = await incomeOf(
        anIncomeFile()
          .renamed('Total Penghasilan', name)
          .withOrder('260801AAAAAAA1', { amounts: AMOUNTS, cells: { [name]: 207_800 } })
          .withOrder('260801BBBBBBB2', { amounts: { 'Harga Asli Produk': 50_000 }, cells: { [name]: 50_000 } })
          .xlsx(),
      )
      expect(file.settlements.map(({ released }) => released)).toEqual([207_800, 50_000])
      expect(addsUp(file)).toBe(true)
      expect(told(file)).toEqual([])
    }
  })

  test('without the column of views a product’s row still counts nothing beside the row of its order', async () => {
    const amounts = { 'Harga Produk': 96_000, 'PPh 22': -478 }
    const rows = [
      { orderNumber: '260801AAAAAAA1', amounts },
      { orderNumber: '260801AAAAAAA1', view: 'Sku' as const, amounts },
    ]
    const file = await incomeOf(aPenghasilanFile(rows, [], 0, { 'Lihat berdasarkan': 'Tampilan' }))
    expect(file.settlements.map(({ released }) => released)).toEqual([95_522])
  })

  test('a buyer’s name with digits in it under a new heading takes no order out', async () => {
    const rows = [{ orderNumber: '260801AAAAAAA1', amounts: { 'Harga Produk': 96_000, 'PPh 22': -478 } }]
    const file = await incomeOf(aPenghasilanFile(rows, [], 0, { 'Username (Pembeli)': 'Nama Akun Pembeli' }))
    expect(file.settlements.map(({ released }) => released)).toEqual([95_522])
  })

  test('a column that left, one that moved behind the total, and all of them backwards', async () => {
    const file = await incomeOf(
      anIncomeFile().without('Biaya Kampanye').withOrder('260801AAAAAAA1', { amounts: AMOUNTS }).xlsx(),
    )
    expect(file.settlements[0]!.released).toBe(207_800)
    const backwards = await incomeOf(
      anIncomeFile().columnsInReverse().withOrder('260801AAAAAAA1', { amounts: AMOUNTS }).xlsx(),
    )
    expect(backwards.settlements[0]!.lines).toHaveLength(3)
    expect(addsUp(backwards)).toBe(true)
    expect(told(backwards)).toEqual([])
    const moved = await incomeOf(
      anIncomeFile()
        .without('Biaya Administrasi')
        .renamed('Nama Kurir', 'Biaya Administrasi')
        .withOrder('260801AAAAAAA1', { amounts: AMOUNTS })
        .xlsx(),
    )
    expect(moved.settlements[0]!.released).toBe(207_800)
    expect(told(moved)).toEqual([])
  })

  test('columns that sum up others are not counted again', async () => {
    const file = await incomeOf(
      anIncomeFile()
        .withColumnBefore('Total Biaya', 'Total Penghasilan')
        .withColumnBefore('Subtotal Pesanan', 'Ongkir Dibayar Pembeli')
        .withOrder('260801AAAAAAA1', {
          amounts: AMOUNTS,
          cells: { 'Total Biaya': -17_200, 'Subtotal Pesanan': 225_000 },
        })
        .xlsx(),
    )
    expect(file.settlements[0]!.released).toBe(207_800)
    expect(told(file)).toEqual([])
  })
})

describe('details of fees', () => {
  test('programmes stand in the place of the fee where they add up to it', async () => {
    const file = await incomeOf(
      anIncomeFile()
        .withOrder('260801AAAAAAA1', { amounts: { ...AMOUNTS, 'Biaya Layanan': -5_000 } })
        .withOrder('260801BBBBBBB2', { amounts: { ...AMOUNTS, 'Biaya Layanan': -6_000 } })
        .withOrder('260801CCCCCCC3', { amounts: { ...AMOUNTS, 'Biaya Layanan': -7_000 } })
        .withParts('Biaya Layanan', ['Biaya Layanan Promo XTRA', 'Biaya Layanan Cashback XTRA'], {
          '260801AAAAAAA1': [-4_000, -1_000],
          '260801BBBBBBB2': [-4_000, -1_000],
        })
        .xlsx(),
    )
    const fees = file.settlements.map(({ lines }) => lines.filter(({ name }) => name.startsWith('Biaya Layanan')))
    expect(fees).toEqual([
      [
        { name: 'Biaya Layanan Promo XTRA', amount: -4_000, of: 'Biaya Layanan' },
        { name: 'Biaya Layanan Cashback XTRA', amount: -1_000, of: 'Biaya Layanan' },
      ],
      [{ name: 'Biaya Layanan', amount: -6_000 }],
      [{ name: 'Biaya Layanan', amount: -7_000 }],
    ])
    expect(file.problems.map(({ value }) => value)).toEqual(['-6.000 ≠ -5.000', '-7.000 ≠ 0'])
    expect(file.remarkCount).toBe(2)
    expect(file.totals.parts).toEqual([
      { of: 'Biaya Layanan', name: 'Biaya Layanan Promo XTRA', amount: -4_000 },
      { of: 'Biaya Layanan', name: 'Biaya Layanan Cashback XTRA', amount: -1_000 },
    ])
    expect(addsUp(file)).toBe(true)
  })

  test('what a sheet tells once more is held against the column', async () => {
    const file = await incomeOf(
      anIncomeFile()
        .withOrder('260801AAAAAAA1', { amounts: { ...AMOUNTS, 'Biaya Proses Pesanan': -1_250 } })
        .withOrder('260801BBBBBBB2', { amounts: { ...AMOUNTS, 'Biaya Proses Pesanan': -1_250 } })
        .withSheet({
          name: 'Order Processing Fee',
          rows: [
            ['No.', 'View By', 'No. Pesanan', 'ID Produk', 'Nama Produk', 'Biaya Proses Pesanan'],
            [1, 'Order', '260801AAAAAAA1', '-', '-', -1_250],
            [2, 'Sku', '260801AAAAAAA1', 123, 'Outer', -1_250],
            [3, 'Order', '260801BBBBBBB2', '-', '-', -1_000],
          ],
        })
        .withSheet({
          name: 'Shipping Fee Discrepancy',
          rows: [
            ['Catatan: ongkos kirim yang berbeda'],
            [
              'No. Pesanan',
              'Estimasi Ongkos Kirim:',
              'Ongkos Kirim yang Dibayarkan ke Jasa Kirim:',
              'Discrepancy reason',
            ],
            ['260801AAAAAAA1', 9_000, 0, 'Alasan: berat paket berbeda.'],
          ],
        })
        .xlsx(),
    )
    expect(file.problems.map(({ orderNumber, value }) => `${orderNumber} ${value}`)).toEqual([
      '260801BBBBBBB2 -1.250 ≠ -1.000',
    ])
    expect(file.settlements[0]!.description).toBe('berat paket berbeda.')
  })
})

describe('adjustments', () => {
  test('with and without an order, on the day they were made, twins and all', async () => {
    const file = await incomeOf(
      anIncomeFile()
        .withOrder('260801AAAAAAA1', { amounts: AMOUNTS })
        .withAdjustments(
          {
            amount: -28_424,
            type: 'Pengembalian Barang/Dana | setelah Dana Dilepaskan',
            orderNumber: '260801AAAAAAA1',
            releasedOn: '2026-08-06',
          },
          { amount: 80_000, reason: 'Paket hilang' },
          { amount: 80_000, reason: 'Paket hilang' },
          { amount: 'Rp 1.500', createdOn: '12 Agustus 2026' },
          { amount: 'nol koma' },
        )
        .xlsx(),
    )
    const adjustments = file.settlements.filter(({ kind }) => kind === 'adjustment')
    expect(adjustments.map(({ orderNumber, releasedOn, released }) => [orderNumber, releasedOn, released])).toEqual([
      ['260801AAAAAAA1', '2026-08-10', -28_424],
      ['', '2026-08-10', 80_000],
      ['', '2026-08-10', 80_000],
      ['', '2026-08-12', 1_500],
    ])
    expect(adjustments[0]!.lines).toEqual([{ name: 'Pengembalian Barang/Dana', amount: -28_424 }])
    expect(adjustments[1]!.description).toBe('Logistik: Paket hilang')
    expect(new Set(adjustments.map(({ reference }) => reference)).size).toBe(3)
    expect(told(file)).toEqual(['NOT_AN_AMOUNT E13'])
    expect(file.keptOut.rows).toBe(1)
    expect(file.totals).toMatchObject({ orders: 1, adjustments: 4, released: 207_800, adjusted: 133_076 })
    expect(file.controls).toContainEqual({ name: 'Total Penyesuaian', stated: 131_576, computed: 133_076 })
  })

  test('a report of nothing but adjustments', async () => {
    const file = await incomeOf(anIncomeFile().withAdjustments({ amount: 5_000 }).xlsx())
    expect(file.totals).toMatchObject({ orders: 0, adjustments: 1, released: 0, adjusted: 5_000, from: '2026-08-10' })
  })
})

describe('the summary, line by line', () => {
  test('details, sums over them, and the total', async () => {
    const summary = {
      name: 'Summary',
      rows: [
        ['Laporan Penghasilan'],
        ['Dari', '2026-08-01'],
        ['ke', '2026-08-31'],
        ['Ringkasan Penghasilan', null, null, 'Rp'],
        ['1. Total Pendapatan', null, null, 225_000],
        ['Subtotal Pesanan', null, null, 225_000],
        [null, 'Harga Asli Produk', 250_000],
        [null, 'Total Diskon Produk', -25_000],
        ['2. Total Pengeluaran', null, null, -17_200],
        ['Biaya Admin & Layanan', null, null, -17_200],
        [null, 'Biaya Administrasi', -17_100],
        ['3. Total yang Dilepas', null, null, 207_800],
      ],
    }
    const { controls } = await incomeOf(
      anIncomeFile().withSheet(summary).withOrder('260801AAAAAAA1', { amounts: AMOUNTS }).xlsx(),
    )
    expect(controls).toHaveLength(8)
    expect(controls.filter(({ stated, computed }) => stated !== computed)).toEqual([
      { name: 'Biaya Administrasi', stated: -17_100, computed: -17_200 },
    ])
  })
})

describe('rows that stay out, and say why', () => {
  test('formulas, words for amounts, no order number, lost digits, no release', async () => {
    const file = await incomeOf(
      anIncomeFile()
        .withOrder('260801AAAAAAA1', { amounts: AMOUNTS })
        .withOrder('260801BBBBBBB2', { amounts: AMOUNTS, total: { formula: 'SUM(H8:AC8)', value: 207_800 } })
        .withOrder('260801CCCCCCC3', { amounts: { ...AMOUNTS, 'Biaya Administrasi': 'tujuh belas ribu' } })
        .withOrder('', { amounts: AMOUNTS })
        .withOrder('2,50601E+13', { amounts: AMOUNTS })
        .withOrder('260801DDDDDDD4', { amounts: AMOUNTS, releasedOn: '-' })
        .withOrder('260801EEEEEEE5', { amounts: AMOUNTS, releasedOn: 'besok' })
        .withOrder('260801FFFFFFF6', { amounts: AMOUNTS, total: null })
        .xlsx(),
    )
    expect(told(file)).toEqual([
      'FORMULA_CELL AD8',
      'NOT_AN_AMOUNT V9',
      'ORDER_NUMBER_MISSING B10',
      'DIGITS_LOST B11',
      'NOT_RELEASED G12',
      'NOT_A_DATE G13',
      'NOT_AN_AMOUNT AD14',
    ])
    expect(file.settlements).toHaveLength(1)
    expect(file.keptOut).toMatchObject({ rows: 7 })
  })

  test('a file none of whose money was released', async () => {
    const file = await incomeOf(
      anIncomeFile().withOrder('260801AAAAAAA1', { amounts: AMOUNTS, releasedOn: null }).xlsx(),
    )
    expect(file.settlements).toEqual([])
    expect(told(file)).toEqual(['NOT_RELEASED G7'])
    expect(file.totals).toMatchObject({ rows: 0, from: null, to: null })
  })

  test('amounts that lost their thousands in a spreadsheet program', async () => {
    const file = await incomeOf(
      anIncomeFile()
        .withOrder('260801AAAAAAA1', {
          amounts: { 'Harga Asli Produk': 250, 'Biaya Administrasi': -17.2 },
          total: 232.8,
        })
        .withOrder('260801BBBBBBB2', { amounts: { 'Harga Asli Produk': 250 } })
        .xlsx(),
    )
    expect(file.settlements).toEqual([])
    expect(file.problems.map(({ code }) => code)).toContain('THOUSANDS_LOST')
  })

  test('the same row twice counts once; two releases of one order are two', async () => {
    const file = await incomeOf(
      anIncomeFile()
        .withOrder('260801AAAAAAA1', { amounts: AMOUNTS })
        .withOrder('260801AAAAAAA1', { amounts: AMOUNTS })
        .withOrder('260801AAAAAAA1', { amounts: { 'Harga Asli Produk': 10_000 }, releasedOn: '2026-08-20' })
        .withOrder('260801AAAAAAA1', { amounts: { 'Harga Asli Produk': -5_000 }, reference: '19001' })
        .xlsx(),
    )
    expect(told(file)).toEqual(['ROW_TWICE B8?'])
    expect(file.settlements.map(({ reference, released }) => [reference, released])).toEqual([
      ['', 207_800],
      ['', 10_000],
      ['19001', -5_000],
    ])
    expect(file.totals.orders).toBe(1)
  })
})

describe('amounts and days as programs and people write them', () => {
  test.each([
    ['text with dots', '250.000', '-17.200', '232.800'],
    ['currency', 'Rp 250.000', 'Rp -17.200', 'Rp232.800'],
    ['comma thousands', '250,000', '-17,200', '232,800'],
    ['decimals of nothing', '250.000,00', '-17.200,00', '232.800,00'],
    ['bare digits', '250000', '-17200', '232800'],
    ['brackets', '250.000', '(17.200)', '232.800'],
    ['a minus of typesetters', '250.000', '\u221217.200', '232.800'],
  ])('%s', async (_, price, fee, total) => {
    const file = await incomeOf(
      anIncomeFile()
        .withOrder('260801AAAAAAA1', {
          amounts: { 'Harga Asli Produk': price, 'Biaya Administrasi': fee, 'Biaya Layanan': '-', Premi: null },
          total,
        })
        .xlsx(),
    )
    expect(told(file)).toEqual([])
    expect(file.settlements[0]).toMatchObject({
      released: 232_800,
      lines: [
        { name: 'Harga Asli Produk', amount: 250_000 },
        { name: 'Biaya Administrasi', amount: -17_200 },
      ],
    })
  })

  test.each([
    ['2026-08-06', '2026-08-06'],
    ['2026-08-06 23:59:01', '2026-08-06'],
    ['2026/8/6', '2026-08-06'],
    ['20260806', '2026-08-06'],
    [46_240, '2026-08-06'],
    [{ date: 46_240.75 }, '2026-08-06'],
    ['6 Agustus 2026', '2026-08-06'],
    ['06-Aug-26', '2026-08-06'],
    ['06 Agu 2026, 10:15', '2026-08-06'],
    ['31/08/2026', '2026-08-31'],
    ['08/31/2026 10:15', '2026-08-31'],
  ])('%s', async (written, day) => {
    const file = await incomeOf(
      anIncomeFile().withOrder('260801AAAAAAA1', { amounts: AMOUNTS, releasedOn: written }).xlsx(),
    )
    expect(told(file)).toEqual([])
    expect(file.settlements[0]!.releasedOn).toBe(day)
  })

  test('of 03/04/2026 the period of the report decides, and nothing else', async () => {
    const written = (from: string, to: string) =>
      anIncomeFile()
        .withTitles(['Username (Penjual)', 'Dari', 'ke'], ['batikratna', from, to])
        .withOrder('260801AAAAAAA1', { amounts: AMOUNTS, releasedOn: '03/04/2026' })
        .xlsx()
    expect((await incomeOf(written('2026-04-01', '2026-04-30'))).settlements[0]!.releasedOn).toBe('2026-04-03')
    expect((await incomeOf(written('2026-03-01', '2026-03-31'))).settlements[0]!.releasedOn).toBe('2026-03-04')
    expect(told(await incomeOf(written('2026-01-01', '2026-12-31')))).toEqual(['DAY_OR_MONTH G4'])
    expect(told(await incomeOf(written('', '')))).toEqual(['DAY_OR_MONTH G4'])
    expect((await incomeOf(written('01/04/2026', '30/04/2026'))).settlements[0]!.releasedOn).toBe('2026-04-03')
  })

  const days = async (...rows: { releasedOn: string; number?: string; placedOn?: string }[]) => {
    const book = anIncomeFile()
    for (const [at, { releasedOn, number, placedOn }] of rows.entries())
      book.withOrder(number ?? `26080${at + 1}AAAAAAA1`, {
        amounts: AMOUNTS,
        releasedOn,
        ...(placedOn ? { cells: { 'Waktu Pesanan Dibuat': placedOn } } : {}),
      })
    const file = await incomeOf(book.xlsx())
    return [file.settlements.map(({ releasedOn }) => releasedOn).join(' '), ...told(file)]
  }

  test('one cell of the file that can only be day first, or month first, says what all others mean', async () => {
    expect(await days({ releasedOn: '03/04/2026' }, { releasedOn: '30/04/2026' })).toEqual(['2026-04-03 2026-04-30'])
    expect(await days({ releasedOn: '3/4/2026' }, { releasedOn: '3/31/2026' })).toEqual(['2026-03-04 2026-03-31'])
  })

  test('so does the day that an order was placed on, which its number tells too', async () => {
    const row = { number: '260402AAAAAAA1', releasedOn: '03/04/2026' }
    expect(await days({ ...row, placedOn: '02/04/2026' })).toEqual(['2026-04-03'])
    expect(await days({ ...row, releasedOn: '04/05/2026', placedOn: '04/02/2026' })).toEqual(['2026-04-05'])
  })

  test('and that no money of an order is released before that day', async () => {
    expect(await days({ number: '260402AAAAAAA1', releasedOn: '03/04/2026' })).toEqual(['2026-04-03'])
    expect(await days({ number: '260402AAAAAAA1', releasedOn: '2026-03-04' })).toEqual(['', 'DAY_OR_MONTH G7'])
  })

  test('where they show both, rows that may mean either stay out and the others come in', async () => {
    expect(
      await days({ releasedOn: '03/04/2026' }, { releasedOn: '30/04/2026' }, { releasedOn: '04/30/2026' }),
    ).toEqual(['2026-04-30 2026-04-30', 'DAY_OR_MONTH G7'])
  })

  test('dates that a program turned round stay out where the number of an order or a text beside them shows it', async () => {
    expect(await days({ number: '260503AAAAAAA1', releasedOn: '2026-06-05', placedOn: '2026-03-05' })).toEqual([
      '',
      'DAY_OR_MONTH G7',
    ])
    expect(await days({ releasedOn: '2026-06-05' }, { releasedOn: '30/04/2026' })).toEqual([
      '2026-04-30',
      'DAY_OR_MONTH G7',
    ])
  })

  test('adjustments show it to orders and orders to adjustments', async () => {
    const file = await incomeOf(
      anIncomeFile()
        .withOrder('260801AAAAAAA1', { amounts: AMOUNTS, releasedOn: '03/04/2026' })
        .withSheet({
          name: 'Adjustment',
          rows: [
            ['Tanggal Penyesuaian Dibuat', 'Tipe Penyesuaian', 'Biaya Penyesuaian', 'No. Pesanan Terhubung'],
            ['05/04/2026', 'Denda', -5_000, '260801AAAAAAA1'],
            ['28/04/2026', 'Denda', -2_000, '260801AAAAAAA1'],
          ],
        })
        .xlsx(),
    )
    expect(told(file)).toEqual([])
    expect(file.settlements.map(({ releasedOn }) => releasedOn)).toEqual(['2026-04-03', '2026-04-05', '2026-04-28'])
  })

  test('no titles, a title of one line, headings in the middle, a sum at the end', async () => {
    for (const titles of [[], [['Laporan Penghasilan Toko']]])
      expect(
        (
          await incomeOf(
            anIncomeFile()
              .withTitles(...titles)
              .withOrder('260801AAAAAAA1', { amounts: AMOUNTS })
              .xlsx(),
          )
        ).settlements,
      ).toHaveLength(1)
    const pasted = anIncomeFile('39 columns, August 2024').withOrder('260801BBBBBBB2', {
      amounts: { 'Harga Asli Produk': 5_000, 'Biaya Kartu Kredit': -100 },
    })
    const first = anIncomeFile().withOrder('260801AAAAAAA1', { amounts: AMOUNTS }).sheet()
    const sum = ['Total', ...Array(6).fill(null), 255_000, ...Array(21).fill(null), 212_700]
    const file = await incomeOf(
      anIncomeFile()
        .withTitles()
        .withSheet({ name: 'Gabungan', rows: [...first.rows, ...pasted.sheet().rows, sum] })
        .xlsx(),
    )
    expect(told(file)).toEqual([])
    expect(file.totals).toMatchObject({ orders: 2, released: 212_700 })
    expect(addsUp(file)).toBe(true)
  })

  test('a CSV of the sheet alone, with semicolons', async () => {
    const file = await incomeOf(
      anIncomeFile().withTitles().withOrder('260801AAAAAAA1', { amounts: AMOUNTS }).csv(';') as Uint8Array,
    )
    expect(file.totals).toMatchObject({ orders: 1, released: 207_800 })
  })

  test('a row of a CSV with a cell too many stays out: its amounts stand under the wrong headings', async () => {
    const sound = anIncomeFile().withTitles().withOrder('260801AAAAAAA1', { amounts: AMOUNTS }).csv(';')
    const lines = Buffer.from(sound as Uint8Array)
      .toString()
      .trimEnd()
      .split(/\r?\n/)
    const cells = lines.at(-1)!.split(';')
    const torn = [...lines.slice(0, -1), [...cells.slice(0, 3), 'Sari', ...cells.slice(3), 'JNE'].join(';')].join('\n')
    const file = await incomeOf(Buffer.from(torn))
    expect(file.settlements).toEqual([])
    expect(told(file)[0]).toMatch(/^ROW_SHIFTED/)
  })
})

describe('what is no income report of this country', () => {
  test('another currency, an order list, a sheet without the day of release', async () => {
    const ringgit = anIncomeFile('English, 2026').renamed('Total Released Amount (Rp)', 'Total Released Amount (RM)')
    expect(await readIncome(ringgit.withOrder('260801AAAAAAA1').xlsx())).toBeNull()
    expect(await readIncome(anIncomeFile().without('Tanggal Dana Dilepaskan').xlsx())).toBeNull()
    expect(await readIncome(anIncomeFile().without('Harga Asli Produk').xlsx())).toBeNull()
  })
})
