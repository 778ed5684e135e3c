import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readChannelFile } from '../../../src-main/core/channels/files/read-channel-file.ts'
import { createProblemList } from '../../../src-main/core/channels/files/reading/problem-list.ts'
import {
  readTokopediaFinance,
  wholeSheets,
} from '../../../src-main/core/channels/files/tokopedia-finance/tokopedia-finance.ts'
import { aBook } from '../../builders/a-book.ts'
import { feeRow, financeSheet, INVOICE, salesSheet, soldRow, tokopediaBook } from '../../builders/tokopedia-file.ts'
import { cellsOf, orderIn, read, snapshotsOf } from './reading.ts'

const wib = (iso: string) => Date.parse(`${iso}+07:00`)

test('a sheet of another report beside the one that is read is named, so that nobody loses its rows', async () => {
  const problems = createProblemList()
  const fees = financeSheet([feeRow('Biaya Layanan Power Shop', '4.25', '4038')])
  const bytes = tokopediaBook(salesSheet('48 columns, 2025', [soldRow()]), fees)
  expect((await readChannelFile({ name: 'tokopedia.xlsx', bytes, zone: 'WIB' }, problems)).kind).toBe('tokopedia sales')
  expect(problems.leftSheets()).toEqual([fees.name])
})

describe('an invoice of Tokopedia before it joined TikTok Shop', () => {
  test.each(['40 columns, 2023', '40 columns, in another order', '48 columns, 2025'] as const)(
    'is an order of that channel, from %s',
    async (layout) => {
      expect(await orderIn(tokopediaBook(salesSheet(layout, [soldRow()])))).toMatchObject({
        channel: 'tiktok',
        number: INVOICE,
        state: 'completed',
        placedAt: wib('2023-05-06T00:00:00'),
        paidAt: wib('2023-05-06T12:22:22'),
        shippedAt: wib('2023-05-06T21:49:10'),
        completedAt: wib('2023-05-12T11:47:13'),
        courier: 'SiCepat',
        shippingService: 'Regular Package',
        trackingNumber: '006041201977',
        isCod: true,
        lines: [{ sku: 'OUT-SJG-L', pieces: 2, listPrice: 50_000, price: 47_500, sellerDiscount: 5_000 }],
        buyerPayment: 95_000,
      })
    },
  )

  test('is done at a day and a time whose cells lost their formats', async () => {
    const done = { 'Tanggal Pesanan Selesai': 45_058, 'Waktu Pesanan Selesai': 0.5 }
    expect(await orderIn(tokopediaBook(salesSheet('48 columns, 2025', [soldRow(done)])))).toMatchObject({
      completedAt: wib('2023-05-12T12:00:00'),
    })
  })

  test('has the products of the rows that leave Nomor blank', async () => {
    const total = { 'Total Penjualan (IDR)': '105000' }
    const second = {
      Nomor: null,
      'Nama Produk': 'Syal',
      'Nomor SKU': 'SYL',
      'Jumlah Produk Dibeli': 1,
      'Harga Jual (IDR)': 10_000,
      'Harga Awal (IDR)': 10_000,
    }
    const file = await read(
      tokopediaBook(salesSheet('40 columns, 2023', [soldRow(total), soldRow({ ...total, ...second })])),
    )
    expect(file).toMatchObject({
      problems: [],
      totals: { orders: 1, pieces: 3, grossSales: 110_000, buyerPayment: 105_000 },
    })
  })

  test('a line of sums below is no product of the last one', async () => {
    const total = { 'Total Penjualan (IDR)': '105000' }
    const sums = Object.fromEntries(Object.keys(soldRow(total)).map((heading) => [heading, null]))
    const rows = [
      soldRow(total),
      { ...sums, Nomor: 'Total', 'Jumlah Produk Dibeli': 2, 'Total Penjualan (IDR)': 105_000 },
    ]
    const alone = await read(tokopediaBook(salesSheet('40 columns, 2023', [soldRow(total)])))
    const file = await read(tokopediaBook(salesSheet('40 columns, 2023', rows)))
    expect(file).toMatchObject({ problems: alone.problems, totals: alone.totals })
  })

  test('says why it was cancelled, and is counted under the word alone', async () => {
    const cells = {
      'Status Terakhir': 'Dibatalkan Penjual [Permintaan Pembeli] -\nIngin mengubah produk',
      'Tanggal Pesanan Selesai': '',
      'Waktu Pesanan Selesai': '',
      'Tanggal Pesanan Dibatalkan': '05-05-2023',
      'Waktu Pesanan Dibatalkan': '18:56:41',
    }
    const file = await read(tokopediaBook(salesSheet('40 columns, 2023', [soldRow(cells)])))
    expect(file.totals.ordersByStatus).toEqual({ 'Dibatalkan Penjual': 1 })
    expect(snapshotsOf(file)[0]).toMatchObject({
      state: 'cancelled',
      cancelReason: '[Permintaan Pembeli] - Ingin mengubah produk',
      cancelledAt: wib('2023-05-05T18:56:41'),
    })
  })

  test.each([
    ['Pesanan Tiba', 'delivered'],
    ['Pesanan Dikirim', 'in_transit'],
    ['Pesanan Diproses', 'to_arrange'],
    ['Menunggu Hujan', 'unknown'],
  ])('%s is %s', async (status, state) => {
    const file = await read(tokopediaBook(salesSheet('40 columns, 2023', [soldRow({ 'Status Terakhir': status })])))
    expect(snapshotsOf(file)[0]!.state).toBe(state)
  })

  test('leaves out what was paid for and not sent, and splits a voucher between seller and channel', async () => {
    const cells = {
      'Jumlah Produk Yang Dikurangkan': '1',
      'Nilai Kupon Toko Terpakai (IDR)': '9000',
      'Jumlah Subsidi Tokopedia (IDR)': '4000',
    }
    const order = await orderIn(tokopediaBook(salesSheet('48 columns, 2025', [soldRow(cells)])))
    expect(order.lines).toMatchObject([{ pieces: 1, sellerDiscount: 2_500 }])
    expect(order.money.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['seller voucher', 5_000],
      ['channel voucher', 4_000],
      ['seller discount', 0],
      ['shipping paid by buyer', 0],
    ])
  })

  test('is read from the English report of 2018 to 2020', async () => {
    const row = {
      Count: '1',
      Invoice: 'INV/20190812/XIX/VIII/361234567',
      'Payment Date': '12-08-2019 09:10:11',
      'Order Status': 'Pesanan Selesai',
      'Product Name': 'Outer Batik Sekar Jagad',
      Quantity: '2',
      'Stock Keeping Unit (SKU)': 'OUT-SJG-L',
      'Price (Rp.)': '47.500',
      'Total Shipping Fee (Rp.)': '9.000',
      'Total Amount (Rp.)': '104.000',
      Courier: 'JNE(Reguler)',
      AWB: 'JX1',
    }
    const order = await orderIn(tokopediaBook(salesSheet('English, 2019', [row])))
    expect(order).toMatchObject({
      placedAt: wib('2019-08-12T00:00:00'),
      buyerPayment: 104_000,
      lines: [{ pieces: 2, price: 47_500 }],
    })
  })

  test('whose total is not its goods with what was paid for shipping is remarked on', async () => {
    const file = await read(
      tokopediaBook(salesSheet('40 columns, 2023', [soldRow({ 'Total Penjualan (IDR)': '96000' })])),
    )
    expect(cellsOf(file.problems)).toEqual(['AMOUNTS_DO_NOT_ADD_UP Y6'])
  })
})

describe('the finance report of Tokopedia', () => {
  const FEES = [feeRow('Biaya Layanan Power Shop', '4.25', '4038'), feeRow('Biaya Layanan Bebas Ongkir', '4', '3800')]

  test('gives one release per invoice: its goods once, each fee by its name', async () => {
    const file = await readChannelFile({ name: 'keuangan.xlsx', bytes: tokopediaBook(financeSheet(FEES)), zone: 'WIB' })
    expect(file).toMatchObject({
      kind: 'tokopedia finance',
      problems: [],
      settlements: [
        {
          orderNumber: INVOICE,
          releasedOn: '2023-05-12',
          released: 87_162,
          lines: [
            { name: 'Harga Jual (IDR)', amount: 95_000 },
            { name: 'Biaya Layanan Power Shop', amount: -4_038, of: 'Biaya Layanan Termasuk PPN dan PPH (IDR)' },
            { name: 'Biaya Layanan Bebas Ongkir', amount: -3_800, of: 'Biaya Layanan Termasuk PPN dan PPH (IDR)' },
          ],
        },
      ],
    })
  })

  test('counts two products of one name and price as two', async () => {
    const file = await readChannelFile({
      name: 'k.xlsx',
      // the report numbers the first row of an invoice alone
      bytes: tokopediaBook(financeSheet([...FEES, ...FEES.map((row) => ({ ...row, Nomor: '' }))])),
      zone: 'WIB',
    })
    expect(file).toMatchObject({ totals: { released: 2 * 87_162, orders: 1, rows: 4 } })
  })

  test('a fee that is not its percentage of the goods is remarked on', async () => {
    const rows = [feeRow('Biaya Layanan Power Shop', '4.25', '40380')]
    const file = await readChannelFile({ name: 'k.xlsx', bytes: tokopediaBook(financeSheet(rows)), zone: 'WIB' })
    expect(file.problems.map(({ code, blocks }) => [code, blocks])).toEqual([['AMOUNTS_DO_NOT_ADD_UP', false]])
  })

  test('of days written month first none is read day first: each such invoice is asked about, none is booked on another day', async () => {
    const on = (invoice: string, day: string) =>
      feeRow('Biaya Layanan Power Shop', '4.25', '4038', {
        'Nomor Invoice': invoice,
        'Tanggal Pembayaran': '05/06/2023 12:22:22',
        'Tanggal Pesanan Selesai': day,
      })
    const rows = [on(INVOICE, '05/12/2023'), on('INV/20230507/MPL/2498592473', '05/28/2023')]
    const file = await readChannelFile({ name: 'k.xlsx', bytes: tokopediaBook(financeSheet(rows)), zone: 'WIB' })
    expect(file).toMatchObject({ settlements: [], keptOut: { rows: 2, released: 2 * 90_962 } })
    expect(cellsOf(file.problems)).toEqual(['DAY_OR_MONTH E6', 'NOT_A_DATE E7'])
  })

  test('beside the sales it leaves the book to them', async () => {
    const book = tokopediaBook(salesSheet('48 columns, 2025', [soldRow()]), financeSheet(FEES))
    expect(await read(book)).toMatchObject({ kind: 'tokopedia sales', totals: { orders: 1 } })
  })
})

/** Two real reports, anonymised, with answers worked out from the raw XML of their cells (python, zipfile). */
const SAMPLES = new URL('../../../../shared/samples/tokopedia/', import.meta.url)

describe.runIf(existsSync(SAMPLES))('real reports of Tokopedia', () => {
  test.each([
    [
      'sales-2023-05-40col.xlsx',
      40,
      { rows: 33, orders: 25, pieces: 426, grossSales: 3_845_450, goodsValue: 3_816_450, buyerPayment: 3_821_650 },
    ],
    [
      'sales-finance-2025-04-48col.xlsx',
      48,
      { rows: 19, orders: 10, pieces: 442, grossSales: 1_736_198, goodsValue: 1_736_198, buyerPayment: 1_736_198 },
    ],
  ])('%s', async (name, columns, totals) => {
    const file = await read(readFileSync(new URL(name, SAMPLES)), name)
    expect(file).toMatchObject({ kind: 'tokopedia sales', columns, totals, problems: [], unknownColumns: [] })
  })

  test('what Tokopedia kept in April 2025', async () => {
    const name = 'sales-finance-2025-04-48col.xlsx'
    const { head, book } = await aBook(name, readFileSync(new URL(name, SAMPLES)))
    const file = await readTokopediaFinance(wholeSheets(head)[0]!, book)
    expect(file).toMatchObject({ columns: 23, problems: [], totals: { orders: 9, rows: 37, released: 1_051_873 } })
    expect(Object.fromEntries(file.totals.byName.map(({ name, amount }) => [name, amount]))).toEqual({
      'Harga Jual (IDR)': 1_151_348,
      'Jumlah Subsidi Tokopedia (IDR)': 7_660,
      'Nilai Kupon Toko Terpakai (IDR)': -7_660,
      'Biaya Layanan Power Shop': -53_420,
      'Biaya Layanan Bebas Ongkir Power Shop': -46_055,
    })
  })
})
