import { describe, expect, test } from 'vitest'
import { anOrderFile } from '../../builders/shopee-order-file.ts'
import { cellsOf, orderIn, read, snapshotsOf } from './reading.ts'

describe('rows become orders', () => {
  test('amounts of the order are taken once, however many items it has', async () => {
    const file = anOrderFile().withOrder('261104HN3T8WQA', {
      items: [
        { product: 'Outer', price: 159_000, pieces: 2 },
        { product: 'Kemeja', price: 82_500 },
        { product: 'Syal', price: 45_000, pieces: 3 },
      ],
      cells: { 'Voucher Ditanggung Penjual': '10.000', 'Total Pembayaran': '525.500' },
    })
    const { totals, orders } = await read(file.xlsx())
    expect(totals).toMatchObject({ rows: 3, orders: 1, pieces: 6, goodsValue: 535_500, buyerPayment: 525_500 })
    expect(orders[0]).toMatchObject({
      rows: [2, 3, 4],
      snapshot: {
        money: expect.arrayContaining([expect.objectContaining({ kind: 'seller voucher', amount: 10_000 })]),
        buyerPayment: 525_500,
      },
    })
  })

  test('rows of one order that stand apart are still one order', async () => {
    const file = anOrderFile()
      .withOrder('261104HN3T8WQA', { items: [{ product: 'Outer' }], cells: { 'Jumlah Produk di Pesan': '2' } })
      .withOrder('261105KX9PLM2B')
      .withOrder('261104HN3T8WQA', { items: [{ product: 'Kemeja' }], cells: { 'Jumlah Produk di Pesan': '2' } })
    const { totals, orders, problems } = await read(file.xlsx())
    expect(problems).toEqual([])
    expect(totals).toMatchObject({ orders: 2, pieces: 3 })
    expect(orders.map(({ rows, snapshot }) => [snapshot.number, rows])).toEqual([
      ['261104HN3T8WQA', [2, 4]],
      ['261105KX9PLM2B', [3]],
    ])
  })

  test('twin rows of one item are added up, not dropped', async () => {
    const twin = { sku: '', variation: '', product: 'Kancing', price: 1_000, listPrice: 1_200, grams: 3 }
    const file = anOrderFile().withOrder('261104HN3T8WQA', {
      items: [
        { ...twin, pieces: 2 },
        { ...twin, pieces: 5 },
      ],
    })
    const order = await orderIn(file.xlsx())
    expect(order.lines).toMatchObject([{ productName: 'Kancing', pieces: 7, sellerDiscount: 1_400, weightGrams: 3 }])
  })

  test('the same item at two prices stays two lines', async () => {
    const file = anOrderFile().withOrder('261104HN3T8WQA', { items: [{ price: 90_000 }, { price: 100_000 }] })
    expect((await orderIn(file.xlsx())).lines.map(({ price }) => price)).toEqual([90_000, 100_000])
  })

  describe('a file that does not state the pieces of an order', () => {
    const items = [
      { product: 'Outer', price: 50_000, pieces: 2 },
      { product: 'Kemeja', price: 80_000 },
    ]
    const twice = (paid: string) => {
      const order = { items, cells: { 'Total Pembayaran': paid, 'Voucher Ditanggung Penjual': '10.000' } }
      return anOrderFile()
        .withOrder('261104HN3T8WQA', order)
        .withOrder('261105KX9PLM2B')
        .withOrder('261104HN3T8WQA', order)
        .without('Jumlah Produk di Pesan')
    }
    const goodsIn = async (paid: string) => {
      const { orders, problems } = await read(twice(paid).xlsx())
      const { lines } = orders.find(({ snapshot }) => snapshot.number === '261104HN3T8WQA')!.snapshot
      return [lines.reduce((sum, { price, pieces }) => sum + price * pieces, 0), problems.map(({ code }) => code)]
    }

    test.each(['170.000', '0'])('counts one that stands there once more once, of which %s was paid', async (paid) => {
      expect(await goodsIn(paid)).toEqual([180_000, ['ROW_TWICE']])
    })

    test('counts all of it where all of it was paid', async () => {
      expect(await goodsIn('350.000')).toEqual([360_000, []])
    })
  })

  test('an order pasted twice is taken once, because it states how many pieces it has', async () => {
    const order = { items: [{ product: 'Outer', pieces: 2 }, { product: 'Kemeja' }] }
    const file = anOrderFile().withOrder('261104HN3T8WQA', order).withOrder('261104HN3T8WQA', order)
    const { totals, orders, problems } = await read(file.xlsx())
    expect(totals).toMatchObject({ rows: 4, orders: 1, pieces: 3, goodsValue: 300_000, buyerPayment: 300_000 })
    expect(orders[0]?.snapshot.lines.map(({ pieces }) => pieces)).toEqual([2, 1])
    expect(problems).toMatchObject([{ code: 'AMOUNTS_DO_NOT_ADD_UP', value: '3 ≠ 6', blocks: false }])
  })

  test('rows that fill only item columns continue the order above, as in files of 2020', async () => {
    const file = anOrderFile('44 columns, 2020')
      .withOrder('200709JSXXVF60', { cells: { 'Jumlah Produk di Pesan': 3, 'Total Pembayaran': 'Rp 3.500' } })
      .withRow({
        'Nama Produk': 'Resistor 10K',
        'Harga Setelah Diskon': 'Rp 99',
        Jumlah: 2,
        'Total Harga Produk': 'Rp 198',
      })
    const { orders, problems } = await read(file.xlsx())
    expect(problems).toEqual([])
    expect(orders[0]?.rows).toEqual([2, 3])
    expect(orders[0]?.snapshot.lines).toMatchObject([
      { pieces: 1 },
      { productName: 'Resistor 10K', price: 99, pieces: 2 },
    ])
  })

  test('a wholesale price fills no discount column and is the seller’s discount all the same', async () => {
    const cells = { 'Harga Awal': '99', 'Harga Setelah Diskon': '85', Jumlah: '275', 'Subtotal Pesanan': '23.375' }
    const file = anOrderFile().withOrder('261104HN3T8WQA', { cells: { ...cells, 'Jumlah Produk di Pesan': '275' } })
    const { problems, orders } = await read(file.xlsx())
    expect(problems).toEqual([])
    expect(orders[0]?.snapshot.lines).toMatchObject([
      { listPrice: 99, price: 85, sellerDiscount: 3_850, channelDiscount: 0 },
    ])
  })

  test('a list price of zero is missing: the mark-up in the discount columns is no discount', async () => {
    const cells = (price: string, subtotal: string, markUp: string) => ({
      'Harga Awal': '0',
      'Harga Setelah Diskon': price,
      'Subtotal Pesanan': subtotal,
      'Total Diskon': markUp,
      'Diskon Dari Penjual': markUp,
      'Total Pembayaran': subtotal,
    })
    const file = anOrderFile()
      .withOrder('200811AAAA0001', { items: [{ pieces: 50, cells: cells('95', '4.750', '-4.750') }] })
      .withOrder('200812BBBB0002', { items: [{ pieces: 100, cells: cells('1.400', '140.000', '-.140.000') }] })
    const { problems, totals, orders } = await read(file.xlsx())
    expect(problems).toEqual([])
    expect(totals).toMatchObject({ rows: 2, orders: 2, pieces: 150, goodsValue: 144_750, buyerPayment: 144_750 })
    expect(orders.map(({ snapshot }) => snapshot.lines[0])).toMatchObject([
      { listPrice: 95, price: 95, sellerDiscount: 0, channelDiscount: 0 },
      { listPrice: 1_400, price: 1_400, sellerDiscount: 0, channelDiscount: 0 },
    ])
  })

  test('what Shopee pays of a discount is kept apart from what the seller pays', async () => {
    const file = anOrderFile().withOrder('261104HN3T8WQA', {
      items: [{ listPrice: 100_000, price: 80_000, pieces: 2 }],
      cells: { 'Diskon Dari Penjual': '30.000', 'Diskon Dari Shopee': '10.000' },
    })
    const { problems, orders } = await read(file.xlsx())
    expect(problems).toEqual([])
    expect(orders[0]?.snapshot.lines).toMatchObject([{ sellerDiscount: 30_000, channelDiscount: 10_000 }])
  })

  test('every amount of the order keeps its own name and what it means for the books', async () => {
    const amounts = {
      'Voucher Ditanggung Penjual': '1',
      'Cashback Koin': '2',
      'Voucher Ditanggung Shopee': '3',
      'Paket Diskon (Diskon dari Shopee)': '4',
      'Paket Diskon (Diskon dari Penjual)': '5',
      'Potongan Koin Shopee': '6',
      'Diskon Kartu Kredit': '7',
      'Ongkos Kirim Dibayar oleh Pembeli': '8',
      'Estimasi Potongan Biaya Pengiriman': '9',
      'Ongkos Kirim Pengembalian Barang': '10',
      'Perkiraan Ongkos Kirim': '11',
    }
    const order = await orderIn(anOrderFile().withOrder('261104HN3T8WQA', { cells: amounts }).xlsx())
    expect(order.money.map(({ name }) => name)).toEqual(Object.keys(amounts))
    expect(order.money.map(({ kind, amount }) => [amount, kind])).toEqual([
      [1, 'seller voucher'],
      [2, 'seller coins'],
      [3, 'channel voucher'],
      [4, 'channel discount'],
      [5, 'seller discount'],
      [6, 'channel coins'],
      [7, 'payment promotion'],
      [8, 'shipping paid by buyer'],
      [9, 'shipping subsidy'],
      [10, 'return shipping'],
      [11, 'shipping estimate'],
    ])
  })

  test('service and courier are told apart', async () => {
    const split = async (option: string) => {
      const { shippingService, courier } = await orderIn(
        anOrderFile()
          .withOrder('261104HN3T8WQA', { cells: { 'Opsi Pengiriman': option } })
          .xlsx(),
      )
      return [shippingService, courier]
    }
    expect(await split('Reguler (Cashless)-SPX Standard')).toEqual(['Reguler (Cashless)', 'SPX Standard'])
    expect(await split('Hemat Kargo')).toEqual(['Hemat Kargo', ''])
    expect(await split('SiCepat Halu')).toEqual(['', 'SiCepat Halu'])
    expect(await split('Kargo-J&T Cargo')).toEqual(['Kargo', 'J&T Cargo'])
  })

  test('control and direction marks do not come along with names and notes', async () => {
    const cells = { 'Catatan dari Pembeli': 'tolong\u202E cepat\u0007', 'Nama Penerima': '  Bu\u200F Ratna ' }
    const order = await orderIn(
      anOrderFile()
        .withInlineStrings()
        .withOrder('261104HN3T8WQA', { cells: { ...cells, 'Catatan dari Pembeli': 'tolong\u202E cepat_x0007_' } })
        .xlsx(),
    )
    expect(order.buyerNote).toBe('tolong cepat')
    expect(order.recipient.name).toBe('Bu Ratna')
  })
})

describe('moments', () => {
  const cells = {
    'Waktu Pesanan Dibuat': '2026-11-04 07:10',
    'Waktu Pembayaran Dilakukan': '-',
    'Waktu Pesanan Selesai': '',
  }

  test('are on the shop’s own clock; blank and dash are none', async () => {
    const order = await orderIn(anOrderFile().withOrder('261104HN3T8WQA', { status: 'Belum Bayar', cells }).xlsx())
    expect(order.placedAt).toBe(Date.parse('2026-11-04T07:10:00+07:00'))
    expect(order).toMatchObject({ paidAt: null, completedAt: null, state: 'unpaid' })
  })

  test('a numeric cell shown as a date is a date', async () => {
    // 46330 is 4 November 2026 in a spreadsheet; the fraction is 10:30 in the morning.
    const file = anOrderFile().withOrder('261104HN3T8WQA', { cells: { 'Waktu Pesanan Dibuat': { date: 46_330.4375 } } })
    expect((await orderIn(file.xlsx())).placedAt).toBe(Date.parse('2026-11-04T10:30:00+07:00'))
  })

  test('a statement is dated by the latest thing that happened, never by a deadline', async () => {
    const file = anOrderFile()
      .withOrder('261104HN3T8WQA', {
        cells: { 'Pesanan Harus Dikirimkan Sebelum (Menghindari keterlambatan)': '2026-11-09 23:59' },
      })
      .withOrder('261105KX9PLM2B', { status: 'Selesai', cells: { 'Waktu Pesanan Selesai': '2026-11-07 18:21' } })
    const dates = snapshotsOf(await read(file.xlsx())).map(({ atLeast }) => atLeast)
    expect(dates).toEqual(Array(2).fill(Date.parse('2026-11-07T18:21:00+07:00')))
  })

  test('without a column of its own the order day comes from the order number', async () => {
    const file = anOrderFile()
      .withOrder('261104HN3T8WQA', { cells: { 'Waktu Pembayaran Dilakukan': '' } })
      .without('Waktu Pesanan Dibuat')
    const order = await orderIn(file.xlsx())
    expect(order.placedAt).toBe(Date.parse('2026-11-04T00:00:00+07:00'))
    expect(order.atLeast).toBe(order.placedAt)
  })
})

describe('an order that says two things', () => {
  test('about its payment is kept out whole', async () => {
    const file = anOrderFile()
      .withOrder('261104HN3T8WQA', {
        items: [{ product: 'Outer' }, { product: 'Kemeja', cells: { 'Total Pembayaran': '1.000' } }],
      })
      .withOrder('261105KX9PLM2B')
    const { problems, orders, keptOut } = await read(file.xlsx())
    expect(problems).toMatchObject([
      {
        code: 'ORDER_CONTRADICTS_ITSELF',
        row: 3,
        column: 'Total Pembayaran',
        columnLetter: 'AN',
        orderNumber: '261104HN3T8WQA',
        value: '1.000',
        blocks: true,
      },
    ])
    expect(orders.map(({ snapshot }) => snapshot.number)).toEqual(['261105KX9PLM2B'])
    expect(keptOut).toEqual({ orders: 1, rows: 2, grossSales: 200_000, rowsWithoutAmount: 0 })
  })

  test('about its status too', async () => {
    const file = anOrderFile().withOrder('261104HN3T8WQA').withOrder('261104HN3T8WQA', { status: 'Selesai' })
    expect(cellsOf((await read(file.xlsx())).problems)).toContain('ORDER_CONTRADICTS_ITSELF B3')
  })

  test('but a blank says nothing, and return requests stand per item', async () => {
    const file = anOrderFile().withOrder('261104HN3T8WQA', {
      status: 'Selesai',
      items: [
        {
          product: 'Outer',
          cells: { 'Status Pembatalan/ Pengembalian': 'Permintaan Disetujui', 'Total Pembayaran': '' },
        },
        { product: 'Kemeja' },
      ],
    })
    const { problems, totals } = await read(file.xlsx())
    expect(problems).toEqual([])
    expect(totals.buyerPayment).toBe(200_000)
  })
})
