import { describe, expect, test } from 'vitest'
import { anOrderFile, type Cells, type OrderInShopeeFile } from '../../builders/shopee-order-file.ts'
import { cellsOf, read, snapshotsOf } from './reading.ts'

const GOOD = '261105KX9PLM2B'

/** A file with one sound order, and one whose second row carries these cells. */
async function withBadRow(cells: Cells, order: OrderInShopeeFile = {}) {
  const file = anOrderFile()
    .withOrder('261104HN3T8WQA', { ...order, items: [{ product: 'Outer' }, { product: 'Kemeja', cells }] })
    .withOrder(GOOD)
  return read(file.xlsx())
}

describe('a row that cannot be read keeps its whole order out, and no other', () => {
  test.each<[string, Cells, string]>([
    ['a negative quantity', { Jumlah: '-2' }, 'NOT_A_QUANTITY T3'],
    ['a fractional quantity', { Jumlah: '1,5' }, 'NOT_A_QUANTITY T3'],
    ['a fractional number of pieces', { Jumlah: 1.5 }, 'NOT_A_QUANTITY T3'],
    ['a quantity of zero', { Jumlah: '0' }, 'NOT_A_QUANTITY T3'],
    ['a quantity in words', { Jumlah: 'dua' }, 'NOT_A_QUANTITY T3'],
    ['a quantity that may be one or a thousand', { Jumlah: '1.000' }, 'NOT_A_QUANTITY T3'],
    ['no quantity', { Jumlah: '' }, 'NOT_A_QUANTITY T3'],
    ['more sent back than bought', { 'Returned quantity': '2' }, 'NOT_A_QUANTITY U3'],
    ['text in a money column', { 'Harga Setelah Diskon': 'gratis' }, 'NOT_AN_AMOUNT S3'],
    ['a negative amount', { 'Voucher Ditanggung Penjual': '-5.000' }, 'NOT_AN_AMOUNT AC3'],
    ['no price', { 'Harga Setelah Diskon': '' }, 'NOT_AN_AMOUNT S3'],
    ['a dash for a price', { 'Harga Setelah Diskon': '-' }, 'NOT_AN_AMOUNT S3'],
    ['a price beyond reason', { 'Harga Setelah Diskon': 9_999_999_999, Jumlah: '9' }, 'NOT_AN_AMOUNT S3'],
    ['a date in words', { 'Waktu Pembayaran Dilakukan': 'kemarin sore' }, 'NOT_A_DATE K3'],
    ['a date that does not exist', { 'Waktu Pesanan Dibuat': '2026-02-30 10:00' }, 'NOT_A_DATE J3'],
    [
      'a date that may be read two ways',
      { 'Waktu Pesanan Dibuat': '01/08/2026 10:00' },
      'ORDER_CONTRADICTS_ITSELF J3, DAY_OR_MONTH J3',
    ],
    ['no product name', { 'Nama Produk': ' ' }, 'PRODUCT_NAME_MISSING O3'],
    ['a computed amount', { 'Harga Setelah Diskon': { formula: 'A1*2', value: 100_000 } }, 'FORMULA_CELL S3'],
    ['a computed quantity', { Jumlah: { formula: '1+1', value: 2 } }, 'FORMULA_CELL T3'],
    ['a computed status', { 'Status Pesanan': { formula: 'B2', value: 'Perlu Dikirim' } }, 'FORMULA_CELL B3'],
  ])('%s', async (_, cells, problem) => {
    const file = await withBadRow(cells)
    expect(cellsOf(file.problems)).toEqual(problem.split(', '))
    expect(file.problems[0]).toMatchObject({ orderNumber: '261104HN3T8WQA', blocks: true })
    expect(snapshotsOf(file).map(({ number }) => number)).toEqual([GOOD])
    expect(file).toMatchObject({ keptOut: { orders: 1, rows: 2 }, totals: { orders: 1, rows: 1, pieces: 1 } })
  })

  test('a date in words anywhere in the order keeps it out, and says what stood there', async () => {
    const { problems } = await withBadRow({}, { cells: { 'Waktu Pesanan Selesai': 'tanggal lima November' } })
    expect(cellsOf(problems)).toEqual(['NOT_A_DATE AX2', 'NOT_A_DATE AX3'])
    expect(problems[0]).toMatchObject({ column: 'Waktu Pesanan Selesai', value: 'tanggal lima November' })
  })

  test('a row with an order but no status on any of its rows', async () => {
    expect(cellsOf((await withBadRow({}, { status: '' })).problems)).toEqual(['STATUS_MISSING B2'])
  })

  test('a row without order number belongs to nobody and is named all the same', async () => {
    const file = await withBadRow({ 'No. Pesanan': '' })
    expect(cellsOf(file.problems)).toEqual(['AMOUNTS_DO_NOT_ADD_UP AA2', 'ORDER_NUMBER_MISSING A3'])
    expect(file.keptOut).toEqual({ orders: 0, rows: 1, grossSales: 100_000, rowsWithoutAmount: 0 })
  })

  test('an order number that was rounded by a spreadsheet program is lost', async () => {
    const file = await read(anOrderFile().withOrder('2,50601E+13').withOrder(GOOD).xlsx())
    expect(cellsOf(file.problems)).toContain('DIGITS_LOST A2')
    expect(snapshotsOf(file).map(({ number }) => number)).toEqual([GOOD])
  })

  test('several things wrong with a row are all said', async () => {
    const file = await withBadRow({ Jumlah: '-2', 'Waktu Pesanan Dibuat': 'kemarin', 'Total Pembayaran': 'lunas' })
    expect(cellsOf(file.problems)).toEqual(['NOT_A_DATE J3', 'NOT_AN_AMOUNT AN3', 'NOT_A_QUANTITY T3'])
  })

  test('a long cell is quoted by its first 80 characters', async () => {
    const { problems } = await withBadRow({ Jumlah: 'x'.repeat(500) })
    expect(problems[0]?.value).toBe('x'.repeat(80))
  })
})

describe('a remark lets the order in', () => {
  test('a subtotal that is not price times pieces', async () => {
    const file = anOrderFile().withOrder(GOOD, {
      items: [{ price: 159_000, pieces: 2 }],
      cells: { 'Subtotal Pesanan': '159.000' },
    })
    const { problems, totals } = await read(file.xlsx())
    expect(problems).toMatchObject([
      { code: 'AMOUNTS_DO_NOT_ADD_UP', column: 'Subtotal Pesanan', value: '159.000 ≠ 2 × 159.000', blocks: false },
    ])
    expect(totals.goodsValue).toBe(318_000)
  })

  test('a discount that is not the gap between the prices', async () => {
    const file = anOrderFile().withOrder(GOOD, {
      items: [{ listPrice: 110_000, price: 100_000, pieces: 3 }],
      cells: { 'Total Diskon': '10.000' },
    })
    const { problems, orders } = await read(file.xlsx())
    expect(problems).toMatchObject([{ column: 'Total Diskon', value: '10.000 ≠ 3 × 10.000', blocks: false }])
    expect(orders[0]?.snapshot.lines[0]).toMatchObject({ sellerDiscount: 30_000 })
  })

  test('fewer pieces than the order states for itself: a row was deleted', async () => {
    const file = anOrderFile().withOrder(GOOD, { cells: { 'Jumlah Produk di Pesan': '3' } })
    expect((await read(file.xlsx())).problems).toMatchObject([
      { code: 'AMOUNTS_DO_NOT_ADD_UP', column: 'Jumlah Produk di Pesan', value: '3 ≠ 1', blocks: false },
    ])
  })

  test('a waybill number that was rounded is left out rather than scanned wrong', async () => {
    const file = anOrderFile().withOrder(GOOD, { cells: { 'No. Resi': 2_548_781_878_173_086_700 } })
    const { problems, orders } = await read(file.xlsx())
    expect(problems).toMatchObject([{ code: 'DIGITS_LOST', column: 'No. Resi', blocks: false }])
    expect(orders[0]?.snapshot.trackingNumber).toBe('')
  })

  test.each<[string, Cells, string]>([
    ['an amount', { 'Perkiraan Ongkos Kirim': 'gratis' }, 'NOT_AN_AMOUNT AO3'],
    ['a negative amount', { 'Diskon Kartu Kredit': '-5.000' }, 'NOT_AN_AMOUNT AJ3'],
    ["the seller's discount, which the prices tell", { 'Diskon Dari Penjual': '1.2.3' }, 'NOT_AN_AMOUNT X3'],
    ["Shopee's part of no discount at all", { 'Diskon Dari Shopee': '1.2.3' }, 'NOT_AN_AMOUNT Y3'],
    ['a deadline', { 'Pesanan Harus Dikirimkan Sebelum (Menghindari keterlambatan)': 'segera' }, 'NOT_A_DATE H3'],
    ['a computed city', { 'Kota/Kabupaten': { formula: 'B2', value: 'KOTA BATU' } }, 'FORMULA_CELL AV3'],
  ])('%s that no effect needs', async (_, cells, problem) => {
    const { problems, totals, keptOut } = await withBadRow(cells)
    expect(cellsOf(problems)).toEqual([problem])
    expect(problems[0]).toMatchObject({ blocks: false })
    expect(totals).toMatchObject({ orders: 2, rows: 3 })
    expect(keptOut.orders).toBe(0)
  })

  test('and a doubtful amount that no effect needs is left out rather than shown wrong', async () => {
    const file = anOrderFile().withOrder(GOOD, { cells: { 'Perkiraan Ongkos Kirim': 9 } })
    const { problems, orders } = await read(file.xlsx())
    expect(problems).toMatchObject([{ code: 'THOUSANDS_LOST', column: 'Perkiraan Ongkos Kirim', blocks: false }])
    expect(orders[0]?.snapshot.money.map(({ kind }) => kind)).not.toContain('shipping estimate')
  })

  test('a computed note is only a note', async () => {
    const file = anOrderFile().withOrder(GOOD, { cells: { Catatan: { formula: 'B2', value: 'kirim Senin' } } })
    const { problems, orders } = await read(file.xlsx())
    expect(problems).toEqual([])
    expect(orders[0]?.snapshot.sellerNote).toBe('kirim Senin')
  })
})
