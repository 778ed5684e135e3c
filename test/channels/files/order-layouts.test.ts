import { describe, expect, test } from 'vitest'
import type { OrderSnapshot } from '../../../src-shared/orders/order.ts'
import { IN_ENGLISH, LAYOUTS, type LayoutName } from '../../builders/order-file-layouts.ts'
import { anOrderFile } from '../../builders/shopee-order-file.ts'
import { workbookBytes } from '../../builders/workbook-bytes.ts'
import { orderIn, read, refusalOf, snapshotsOf } from './reading.ts'

const anOrder = (layout: LayoutName) =>
  anOrderFile(layout).withOrder('261104HN3T8WQA', {
    items: [{ sku: 'OUT-SJG-L', listPrice: 175_000, price: 159_000, pieces: 2 }],
    cells: { 'Voucher Ditanggung Penjual': '5.000', 'Total Pembayaran': '313.000' },
  })

describe('columns are found by their headings', () => {
  test.each(Object.keys(LAYOUTS) as LayoutName[])('%s', async (layout) => {
    const file = await read(anOrder(layout).xlsx())
    expect(file).toMatchObject({ columns: LAYOUTS[layout].length, problems: [], unknownColumns: [], absentColumns: [] })
    expect(file.totals).toEqual({
      rows: 1,
      orders: 1,
      pieces: 2,
      grossSales: 350_000,
      goodsValue: 318_000,
      buyerPayment: 313_000,
      ordersByStatus: { 'Perlu Dikirim': 1 },
    })
    expect(snapshotsOf(file)[0]).toMatchObject({
      lines: [{ sku: 'OUT-SJG-L', listPrice: 175_000, price: 159_000, sellerDiscount: 32_000 }],
      money: expect.arrayContaining([{ name: 'Voucher Ditanggung Penjual', kind: 'seller voucher', amount: 5_000 }]),
    })
  })

  test('the order of the columns does not matter', async () => {
    const today = anOrder('50 columns, August 2026')
    expect(snapshotsOf(await read(today.columnsInReverse().xlsx()))).toEqual(
      snapshotsOf(await read(anOrder('50 columns, August 2026').xlsx())),
    )
  })

  test('nor do case, spaces, a trailing asterisk or the currency behind a heading', async () => {
    const file = anOrder('49 columns, 2025')
      .renamed('No. Pesanan', '  no.   PESANAN ')
      .renamed('Status Pembatalan/ Pengembalian', 'Status Pembatalan/Pengembalian')
      .renamed('No. Resi', 'No. Resi*')
      .renamed('Total Pembayaran', 'Total Pembayaran (IDR)')
    expect(await read(file.xlsx())).toMatchObject({ unknownColumns: [], totals: { orders: 1, buyerPayment: 313_000 } })
  })

  const inEnglish = (currency = 'IDR') =>
    Object.entries(IN_ENGLISH).reduce(
      (file, [heading, english]) => file.renamed(heading, english.replace('(IDR)', currency && `(${currency})`)),
      anOrder('49 columns, December 2025'),
    )

  test.each(['IDR', ''])('all of them in English, with the currency "%s" behind them', async (currency) => {
    const file = await read(inEnglish(currency).xlsx())
    expect(file).toMatchObject({ unknownColumns: [], absentColumns: [], problems: [] })
    const { totals, orders } = await read(anOrder('49 columns, December 2025').xlsx())
    expect(file.totals).toEqual(totals)
    const amounts = ({ money }: OrderSnapshot) => money.map(({ kind, amount }) => ({ kind, amount }))
    const [english] = snapshotsOf(file)
    expect(english).toEqual({ ...orders[0]!.snapshot, money: english!.money })
    expect(amounts(english!)).toEqual(amounts(orders[0]!.snapshot))
  })

  test.each(['PHP', 'VND', 'RM'])(
    'amounts in %s are no rupiah, so such a file is refused by its currency',
    async (currency) => {
      expect(await refusalOf(inEnglish(currency).xlsx())).toEqual({
        code: 'FILE_OF_ANOTHER_CURRENCY',
        facts: { name: 'Order.all.xlsx', currency },
      })
    },
  )

  describe('a list in English that tells `Total Amount` and no `Grand Total`', () => {
    const SHIPPING = 'Ongkos Kirim Dibayar oleh Pembeli'
    const totalAmount = (total: string, shipping: string, status = 'Perlu Dikirim') =>
      Object.entries({ ...IN_ENGLISH, 'Total Pembayaran': 'Total Amount' }).reduce(
        (file, [heading, english]) => file.renamed(heading, english),
        anOrderFile('49 columns, December 2025').withOrder('261104HN3T8WQA', {
          status,
          items: [{ sku: 'OUT-SJG-L', listPrice: 175_000, price: 159_000, pieces: 2 }],
          cells: {
            'Voucher Ditanggung Penjual': '5.000',
            [SHIPPING]: shipping,
            'Total Pembayaran': total,
            'Perkiraan Ongkos Kirim': '322.000',
          },
        }),
      )

    test.each([
      ['322.000', '9.000'],
      ['323.900', '9.000'],
      ['313.000', '0'],
    ])('is read where that is what the buyer pays in all (%s with %s of shipping)', async (total, shipping) => {
      const file = await read(totalAmount(total, shipping).xlsx())
      expect(file).toMatchObject({ problems: [], unknownColumns: [], absentColumns: [] })
      expect(file.totals.buyerPayment).toBe(Number(total.replace('.', '')))
    })

    test('is not guessed at where it may be the goods alone', async () => {
      const file = await read(totalAmount('313.000', '9.000').xlsx())
      expect(file.totals.orders).toBe(0)
      expect(file.problems).toMatchObject([{ code: 'SHIPPING_LEFT_OPEN', value: '313.000', blocks: true }])
    })

    test('nor without a column of shipping; of a cancelled order nothing is due', async () => {
      const open = totalAmount('322.000', '9.000').without('Buyer Paid Shipping Fee')
      expect((await read(open.xlsx())).problems).toMatchObject([{ code: 'SHIPPING_LEFT_OPEN' }])
      expect(await read(totalAmount('313.000', '9.000', 'Cancelled').xlsx())).toMatchObject({
        problems: [],
        totals: { orders: 1 },
      })
    })

    test('where both stand, the grand total counts', async () => {
      const both = totalAmount('313.000', '9.000').renamed('Estimated Shipping Fee', 'Grand Total')
      expect((await read(both.xlsx())).totals).toMatchObject({ orders: 1, buyerPayment: 322_000 })
    })
  })

  test('text stored once per workbook or in each cell reads the same', async () => {
    const layout = '50 columns, August 2026'
    expect(await read(anOrder(layout).withInlineStrings().xlsx())).toEqual(await read(anOrder(layout).xlsx()))
  })

  test('the list of failed deliveries is known by its columns', async () => {
    expect(await read(anOrder('55 columns, failed deliveries').xlsx())).toMatchObject({ report: 'failed delivery' })
  })

  test('a list of nothing but cancelled orders is the cancellation list', async () => {
    const file = anOrderFile()
      .withOrder('261104HN3T8WQA', { status: 'Batal' })
      .withOrder('261105HN3T8WQB', { status: 'Batal' })
    expect(await read(file.xlsx())).toMatchObject({ report: 'cancellation' })
  })

  test('a heading named like a part of JavaScript is a heading like any other', async () => {
    const file = anOrder('50 columns, August 2026').withColumn('__proto__').withColumn('constructor')
    const result = await read(file.xlsx())
    expect(result.unknownColumns).toEqual(['__proto__', 'constructor'])
    expect(result.totals.orders).toBe(1)
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })

  test('a status named like one is counted under its own name', async () => {
    const file = await read(anOrderFile().withOrder('261104HN3T8WQA', { status: '__proto__' }).xlsx())
    expect(Object.entries(file.totals.ordersByStatus)).toEqual([['__proto__', 1]])
  })
})

describe('columns that are not there', () => {
  test('a required one is named and the file refused', async () => {
    expect(await refusalOf(anOrder('49 columns, 2025').without('Jumlah').xlsx())).toEqual({
      code: 'FILE_COLUMNS_MISSING',
      facts: { name: 'Order.all.xlsx', missing: ['Jumlah'] },
    })
  })

  test('a renamed one is as good as missing', async () => {
    const file = anOrder('49 columns, 2025')
      .renamed('Harga Setelah Diskon', 'Harga')
      .renamed('Total Pembayaran', 'Total')
    expect(await refusalOf(file.xlsx())).toMatchObject({
      code: 'FILE_COLUMNS_MISSING',
      facts: { missing: ['Harga Setelah Diskon', 'Total Pembayaran'] },
    })
  })

  test('one that every layout has, but nothing depends on, is said to be absent', async () => {
    const file = anOrder('49 columns, 2025').renamed('Voucher Ditanggung Penjual', 'Voucher Toko')
    expect(await read(file.xlsx())).toMatchObject({
      absentColumns: ['Voucher Ditanggung Penjual'],
      unknownColumns: ['Voucher Toko'],
      totals: { orders: 1 },
    })
  })

  test('a return list has order numbers too and is no order list', async () => {
    const file = anOrder('49 columns, 2025').renamed('Catatan', 'No. Pengembalian')
    expect(await refusalOf(file.xlsx())).toMatchObject({
      code: 'FILE_COLUMNS_MISSING',
      facts: { missing: ['Total Pengembalian Dana'] },
    })
  })

  test('headings without a row below hold no orders', async () => {
    expect(await refusalOf(anOrderFile().xlsx())).toMatchObject({ code: 'FILE_WITHOUT_CONTENTS' })
  })
})

describe('sheets', () => {
  test('the order sheet is found beside others, whatever it is called', async () => {
    const file = anOrder('49 columns, 2025')
      .sheetNamed('Lembar 1')
      .withSheet({
        name: 'Catatan',
        rows: [
          ['belanja', 'rp'],
          ['lakban', 12_000],
        ],
      })
    expect((await read(file.xlsx())).totals.orders).toBe(1)
  })

  test('two order sheets are refused by name, since reading one would lose the other', async () => {
    const november = anOrderFile().withOrder('261104HN3T8WQA').rows()
    expect(
      await refusalOf(anOrder('49 columns, 2025').withSheet({ name: 'November', rows: november }).xlsx()),
    ).toMatchObject({
      code: 'FILE_WITH_SEVERAL_SHEETS',
      facts: { sheets: ['orders', 'November'] },
    })
  })

  describe('a list that goes on on a second sheet', () => {
    const all = anOrderFile()
      .withOrder('261104HN3T8WQA', { items: [{ product: 'Outer' }, { product: 'Kemeja' }] })
      .withOrder('261105KX9PLM2B')
    const [headings = [], ...rows] = all.rows()
    const onTwo = (first: typeof rows, second: typeof rows) =>
      workbookBytes(
        [first, second].map((part, at) => ({ name: `orders_${at}`, rows: [headings, ...part] })),
        'shared',
        {},
      )

    test.each([1, 2])('is read as one, cut after row %i', async (at) => {
      const whole = await read(all.xlsx())
      const cut = await read(onTwo(rows.slice(0, at), rows.slice(at)))
      expect([cut.totals, cut.problems]).toEqual([whole.totals, whole.problems])
      expect(cut.orders.map(({ snapshot }) => snapshot)).toEqual(whole.orders.map(({ snapshot }) => snapshot))
    })

    test('says of a problem on which sheet it stands, and in which of its rows', async () => {
      const broken = rows.map((row, at) =>
        row.map((cell, column) => (at === 2 && headings[column] === 'Jumlah' ? 'dua' : cell)),
      )
      const { problems } = await read(onTwo(rows.slice(0, 2), broken.slice(2)))
      expect(problems).toMatchObject([{ code: 'NOT_A_QUANTITY', row: 2, column: 'Jumlah, orders_1' }])
    })

    test('is refused when the second tells of orders of the first', async () => {
      expect(await refusalOf(onTwo(rows, rows.slice(0, 2)))).toMatchObject({ code: 'FILE_WITH_SEVERAL_SHEETS' })
    })
  })

  test('a hidden sheet is not looked at', async () => {
    const rows = anOrderFile().withOrder('261104HN3T8WQA').rows()
    const file = anOrder('49 columns, 2025').withSheet({ name: 'lama', rows, hidden: true })
    expect((await read(file.xlsx())).totals.orders).toBe(1)
  })

  test('lines above the headings are passed over', async () => {
    const [headings = [], row = []] = anOrder('49 columns, 2025').rows()
    const file = anOrderFile().sheetNamed('lama')
    const bytes = file
      .without(...headings.map(String))
      .withSheet({ name: 'orders', rows: [['Pesanan saya'], [], headings, row] })
    expect(await orderIn(bytes.xlsx())).toMatchObject({ number: '261104HN3T8WQA' })
  })
})
