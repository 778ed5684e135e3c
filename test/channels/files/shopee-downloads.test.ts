import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readChannelFile } from '../../../src-main/core/channels/files/read-channel-file.ts'
import type { OrderFile } from '../../../src-shared/channels/channel-file.ts'
import { asOrders } from './reading.ts'

/**
 * Seven real downloads, anonymised, with answers worked out by another program (openpyxl and xlrd, each rule written
 * anew): rows, orders, pieces, Σ price before and after discount × pieces, and order-level amounts once per order.
 */
const SAMPLES = new URL('../../../../shared/samples/shopee/', import.meta.url)

interface Answer {
  totals: OrderFile['totals']
  /** Σ over orders, by the file's own column. */
  money: Record<string, number>
  sellerDiscounts: number
  states: Record<string, number>
}

const ANSWERS: Record<string, Answer> = {
  'orders-2020-07-44col.xls': {
    totals: {
      rows: 27,
      orders: 17,
      pieces: 1_693,
      grossSales: 316_631,
      goodsValue: 298_981,
      buyerPayment: 380_472,
      ordersByStatus: { Selesai: 17 },
    },
    money: {
      'Potongan Koin Shopee': 4_415,
      'Ongkos Kirim Dibayar oleh Pembeli': 76_500,
      'Perkiraan Ongkos Kirim': 264_000,
    },
    sellerDiscounts: 17_650,
    states: { completed: 17 },
  },
  'orders-2023-07-47col.xlsx': {
    totals: {
      rows: 118,
      orders: 94,
      pieces: 4_360,
      grossSales: 4_053_765,
      goodsValue: 3_979_799,
      buyerPayment: 4_075_212,
      ordersByStatus: { Selesai: 75, Batal: 19 },
    },
    money: {
      'Potongan Koin Shopee': 22_022,
      'Ongkos Kirim Dibayar oleh Pembeli': 359_500,
      'Estimasi Potongan Biaya Pengiriman': 939_000,
      'Perkiraan Ongkos Kirim': 1_634_000,
    },
    sellerDiscounts: 73_966,
    states: { completed: 75, cancelled: 19 },
  },
  'orders-2023-08-49col-failed-deliver.xlsx': {
    totals: {
      rows: 67,
      orders: 61,
      pieces: 13_209,
      grossSales: 9_712_212,
      goodsValue: 9_182_117,
      buyerPayment: 8_454_658,
      ordersByStatus: { Selesai: 57, Batal: 4 },
    },
    money: {
      'Potongan Koin Shopee': 210_124,
      'Ongkos Kirim Dibayar oleh Pembeli': 210_500,
      'Estimasi Potongan Biaya Pengiriman': 765_100,
      'Perkiraan Ongkos Kirim': 1_048_500,
    },
    sellerDiscounts: 530_095,
    states: { completed: 57, cancelled: 4 },
  },
  'orders-2025-06-49col.xlsx': {
    totals: {
      rows: 108,
      orders: 75,
      pieces: 4_951,
      grossSales: 7_082_789,
      goodsValue: 6_876_989,
      buyerPayment: 4_807_272,
      ordersByStatus: { Selesai: 58, Batal: 17 },
    },
    money: {
      'Voucher Ditanggung Shopee': 367_408,
      'Potongan Koin Shopee': 891,
      'Ongkos Kirim Dibayar oleh Pembeli': 122_500,
      'Estimasi Potongan Biaya Pengiriman': 565_255,
      'Perkiraan Ongkos Kirim': 898_955,
    },
    sellerDiscounts: 205_800,
    states: { completed: 57, cancelled: 17, returned: 1 },
  },
  'orders-2025-09-49col-subtotal.xlsx': {
    totals: {
      rows: 184,
      orders: 137,
      pieces: 4_915,
      grossSales: 5_640_387,
      goodsValue: 5_548_287,
      buyerPayment: 4_866_316,
      ordersByStatus: { Selesai: 120, Batal: 17 },
    },
    money: {
      'Voucher Ditanggung Shopee': 247_951,
      'Potongan Koin Shopee': 8_562,
      'Diskon Kartu Kredit': 6_975,
      'Ongkos Kirim Dibayar oleh Pembeli': 194_700,
      'Estimasi Potongan Biaya Pengiriman': 738_300,
      'Perkiraan Ongkos Kirim': 1_131_500,
    },
    sellerDiscounts: 92_100,
    states: { completed: 119, cancelled: 17, returned: 1 },
  },
  'orders-2026-08-50col-tipe-pesanan.xlsx': {
    totals: {
      rows: 174,
      orders: 135,
      pieces: 208,
      grossSales: 21_982_500,
      goodsValue: 18_316_804,
      buyerPayment: 14_689_397,
      ordersByStatus: { Batal: 18, 'Telah Dikirim': 21, Selesai: 19, 'Sedang Dikirim': 65, 'Perlu Dikirim': 12 },
    },
    money: {
      'Voucher Ditanggung Penjual': 26_000,
      'Voucher Ditanggung Shopee': 1_746_259,
      'Potongan Koin Shopee': 340,
      'Diskon Kartu Kredit': 64_338,
      'Ongkos Kirim Dibayar oleh Pembeli': 209_200,
      'Estimasi Potongan Biaya Pengiriman': 1_612_599,
      'Perkiraan Ongkos Kirim': 2_288_099,
    },
    sellerDiscounts: 3_665_696,
    states: { cancelled: 18, delivered: 21, completed: 19, in_transit: 65, to_arrange: 3, arranged: 9 },
  },
  'orders-cancellation-2026-07-49col.xlsx': {
    totals: {
      rows: 59,
      orders: 50,
      pieces: 69,
      grossSales: 7_116_950,
      goodsValue: 6_066_930,
      buyerPayment: 29_900,
      ordersByStatus: { Batal: 50 },
    },
    money: { 'Potongan Koin Shopee': 1_340, 'Perkiraan Ongkos Kirim': 1_010_900 },
    sellerDiscounts: 1_050_020,
    states: { cancelled: 50 },
  },
}

const sample = (name: string) => readFileSync(new URL(name, SAMPLES))
const read = async (name: string) => asOrders(await readChannelFile({ name, bytes: sample(name), zone: 'WIB' }))

const tally = (entries: (readonly [string, number])[]): Record<string, number> => {
  const sums = new Map<string, number>()
  for (const [key, amount] of entries) sums.set(key, (sums.get(key) ?? 0) + amount)
  return Object.fromEntries(sums)
}

const isAbsent = !existsSync(SAMPLES)
const when = isAbsent ? ' (skipped: the sample downloads in ../shared/samples are not here)' : ''

describe.skipIf(isAbsent)(`real Shopee downloads from 2020 to 2026 read to the rupiah${when}`, () => {
  test.each(Object.entries(ANSWERS))('%s', async (name, answer) => {
    const file = await read(name)
    const snapshots = file.orders.map(({ snapshot }) => snapshot)
    const lines = snapshots.flatMap((snapshot) => snapshot.lines)

    expect(file.totals).toEqual(answer.totals)
    const amounts = snapshots.flatMap(({ money }) => money.filter(({ amount }) => amount !== 0))
    expect(tally(amounts.map(({ name, amount }) => [name, amount]))).toEqual(answer.money)
    expect(lines.reduce((sum, line) => sum + line.sellerDiscount, 0)).toBe(answer.sellerDiscounts)
    expect(tally(snapshots.map(({ state }) => [state, 1]))).toEqual(answer.states)
    expect(file).toMatchObject({ problems: [], keptOut: { orders: 0, rows: 0 }, absentColumns: [], unknownColumns: [] })
  })

  test('reports are told apart and their columns counted', async () => {
    const shape = async (name: string) => {
      const { report, columns } = await read(name)
      return { report, columns }
    }
    expect(await shape('orders-2020-07-44col.xls')).toEqual({ report: 'all', columns: 44 })
    expect(await shape('orders-2026-08-50col-tipe-pesanan.xlsx')).toEqual({ report: 'all', columns: 50 })
    expect(await shape('orders-cancellation-2026-07-49col.xlsx')).toEqual({ report: 'cancellation', columns: 49 })
  })

  test('one order of August 2026, cell by cell', async () => {
    const file = await read('orders-2026-08-50col-tipe-pesanan.xlsx')
    const order = file.orders.find(({ snapshot }) => snapshot.number === '2608014A6743QX')

    expect(order?.rows).toEqual([5])
    expect(order?.snapshot).toMatchObject({
      state: 'completed',
      rawStatus: 'Selesai',
      placedAt: Date.parse('2026-08-01T07:10:00+07:00'),
      paidAt: Date.parse('2026-08-01T07:11:00+07:00'),
      presumedShippedAt: Date.parse('2026-08-01T16:06:00+07:00'),
      completedAt: Date.parse('2026-08-02T20:32:00+07:00'),
      shipBy: Date.parse('2026-08-03T23:59:00+07:00'),
      paymentMethod: 'SPayLater',
      isCod: false,
      shippingService: 'Reguler (Cashless)',
      courier: 'SPX Standard',
      trackingNumber: 'SPXID067308536184',
      isPickup: false,
      buyerPayment: 87_048,
      lines: [
        { sku: 'M-TAC Panjang', listPrice: 103_500, price: 96_000, pieces: 1, sellerDiscount: 7_500, weightGrams: 450 },
      ],
      money: expect.arrayContaining([
        { name: 'Voucher Ditanggung Penjual', kind: 'seller voucher', amount: 500 },
        { name: 'Voucher Ditanggung Shopee', kind: 'channel voucher', amount: 9_550 },
        { name: 'Estimasi Potongan Biaya Pengiriman', kind: 'shipping subsidy', amount: 6_500 },
        { name: 'Perkiraan Ongkos Kirim', kind: 'shipping estimate', amount: 6_500 },
      ]),
    })
  })

  test('a statement is dated by the latest moment in the file, so reading it again changes nothing', async () => {
    const first = await read('orders-2026-08-50col-tipe-pesanan.xlsx')
    const dates = new Set(first.orders.map(({ snapshot }) => snapshot.atLeast))
    expect([...dates]).toEqual([Date.parse('2026-08-06T12:57:00+07:00')])
    expect(await read('orders-2026-08-50col-tipe-pesanan.xlsx')).toEqual(first)
  })

  test('an order whose items all came back is a return; one with a part of them stays completed', async () => {
    const { orders } = await read('orders-2025-09-49col-subtotal.xlsx')
    const byNumber = new Map(orders.map(({ snapshot }) => [snapshot.number, snapshot]))
    expect(byNumber.get('2509180JR7J4UP')).toMatchObject({ state: 'returned', rawStatus: 'Selesai' })
    const partly = byNumber.get('25092733M4NASS')
    expect(partly?.state).toBe('completed')
    expect(partly?.lines.map(({ pieces, returnedPieces }) => [pieces, returnedPieces])).toEqual([
      [60, 60],
      [120, 0],
      [3, 0],
      [2, 0],
    ])
  })

  test('an income report of the same seller is not taken for orders', async () => {
    const name = 'income-2025-41col.xlsx'
    expect((await readChannelFile({ name, bytes: sample(name), zone: 'WIB' })).kind).toBe('shopee income')
  })
})
