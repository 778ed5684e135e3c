import { describe, expect, test } from 'vitest'
import { anOrderFile } from '../../builders/shopee-order-file.ts'
import { container, type XlsCell, xlsBytes } from '../../builders/xls-bytes.ts'
import { orderIn, read, refusalOf } from './reading.ts'

const rows = () =>
  anOrderFile('44 columns, 2020')
    .withOrder('200709JSXXVF60', {
      items: [{ product: 'Kaos “Lurik” – ukuran ½ lengan', price: 99, pieces: 2 }],
      cells: { 'Harga Setelah Diskon': 'Rp 99', 'Total Harga Produk': 'Rp 198', 'Total Pembayaran': 'Rp 9.198' },
    })
    .rows() as XlsCell[][]

const replaced = (heading: string, cell: XlsCell) => {
  const [headings = [], row = []] = rows()
  return [headings, row.map((known, index) => (headings[index] === heading ? cell : known))]
}

describe('XLS workbooks of Excel 97 to 2003', () => {
  test('read like any other', async () => {
    expect((await read(xlsBytes('orders', rows()))).totals).toMatchObject({
      orders: 1,
      pieces: 2,
      goodsValue: 198,
      buyerPayment: 9_198,
    })
  })

  test.each([16, 61, 200])('texts cut every %d bytes in the middle of a word come back whole', async (recordBytes) => {
    const whole = await orderIn(xlsBytes('orders', rows()))
    expect(await orderIn(xlsBytes('orders', rows(), { recordBytes }))).toEqual(whole)
    expect(whole.lines[0]?.productName).toBe('Kaos “Lurik” – ukuran ½ lengan')
  })

  test('packed numbers, doubles and dates are what they show', async () => {
    expect(await orderIn(xlsBytes('orders', replaced('Jumlah', { rk: 2 })))).toMatchObject({ lines: [{ pieces: 2 }] })
    expect(await orderIn(xlsBytes('orders', replaced('Total Pembayaran', 9_198)))).toMatchObject({
      buyerPayment: 9_198,
    })
    expect(await orderIn(xlsBytes('orders', replaced('Waktu Pesanan Dibuat', { date: 44_021.6875 })))).toMatchObject({
      placedAt: Date.parse('2020-07-09T16:30:00+07:00'),
    })
  })

  test('a computed cell is named, whether it shows a number or a text', async () => {
    for (const formula of [2, 'dua']) {
      const { problems } = await read(xlsBytes('orders', replaced('Jumlah', { formula })))
      expect(problems).toMatchObject([{ code: 'FORMULA_CELL', column: 'Jumlah', value: String(formula) }])
    }
  })

  test('a locked one, an older one and other documents in the same container are told apart', async () => {
    const looksLike = async (bytes: Uint8Array) => (await refusalOf(bytes, 'Order.xls')).facts.looksLike
    expect(await looksLike(xlsBytes('orders', rows(), { locked: true }))).toBe('locked workbook')
    expect(await looksLike(container('/EncryptedPackage', Buffer.alloc(5_000)))).toBe('locked workbook')
    expect(await looksLike(container('/Book', Buffer.alloc(5_000)))).toBe('old workbook')
    expect(await looksLike(container('/WordDocument', Buffer.alloc(5_000)))).toBe('document')
    expect(await looksLike(container('/Lain', Buffer.alloc(5_000)))).toBe('unknown')
  })

  test('one that was cut short is damaged', async () => {
    const bytes = xlsBytes('orders', rows())
    expect(await refusalOf(bytes.subarray(0, 2_000))).toMatchObject({ code: 'FILE_DAMAGED' })
    expect(await refusalOf(bytes.subarray(0, 20))).toMatchObject({ code: 'FILE_DAMAGED' })
  })
})
