import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { anOrderFile } from '../../builders/shopee-order-file.ts'
import { type SheetInFile, workbookBytes } from '../../builders/workbook-bytes.ts'
import { cellsOf, orderIn, read, refusalOf } from './reading.ts'

const anOrder = (cells: Record<string, string | number | { date: number }> = {}) =>
  anOrderFile().withOrder('261104HN3T8WQA', { cells, items: [{ price: 1_234_567 }] })
const rows = anOrder().rows()
const [headings = []] = rows
const workbook = (...sheets: SheetInFile[]) => workbookBytes(sheets, 'shared', {})
const orders = (...more: SheetInFile['rows'][number][]): SheetInFile => ({ name: 'orders', rows: [...rows, ...more] })
const renamed = (names: Record<string, string>) =>
  workbook({ name: 'orders', rows: [headings.map((heading) => names[String(heading)] ?? heading), ...rows.slice(1)] })
/** Cells of a row by their place from 0. */
const at = (cells: Record<number, string>) => Array.from({ length: 41 }, (_, index) => cells[index] ?? null)

describe('money as it is written by hand and by spreadsheet programs', () => {
  test.each([
    '1.234.567',
    '1,234,567',
    'Rp1.234.567',
    'RP 1.234.567\n',
    'Rp\u00a01.234.567',
    'IDR 1.234.567',
    "'1.234.567",
    'Rp1.234.567,-',
    '1.234.567,00',
    '1,234,567.00',
    '\u200e1.234.567',
    1_234_567,
  ])('%j is the same amount', async (amount) => {
    const cells = {
      'Harga Awal': amount,
      'Harga Setelah Diskon': amount,
      'Subtotal Pesanan': amount,
      'Total Pembayaran': amount,
    }
    expect(await orderIn(anOrder(cells).xlsx())).toMatchObject({
      buyerPayment: 1_234_567,
      lines: [{ price: 1_234_567 }],
    })
  })
})

describe('numbers that only a programmer would read', () => {
  test.each(['0x1F', '0b11', '0o17', 'Infinity', '-Infinity', 'NaN', ' '])(
    '%j in a numeric cell is no number',
    async (written) => {
      const file = anOrder({ 'Harga Setelah Diskon': 77_777, Jumlah: 777 }).xlsx()
      const parts = unzipSync(file)
      const sheet = Object.keys(parts).find((path) => path.includes('worksheets'))!
      const text = Buffer.from(parts[sheet]!).toString()
      for (const [cell, code] of [
        ['77777', 'NOT_AN_AMOUNT'],
        ['777', 'NOT_A_QUANTITY'],
      ]) {
        const bytes = zipSync({ ...parts, [sheet]: strToU8(text.replace(`<v>${cell}</v>`, `<v>${written}</v>`)) })
        expect((await read(bytes)).problems.map(({ code }) => code)).toContain(code)
      }
    },
  )

  test.each(['1e5', '0x1F', 'Infinity', '８５０００', '85 000'])('%j as a text is no amount', async (written) => {
    const { problems, totals } = await read(anOrder({ 'Harga Setelah Diskon': written }).xlsx())
    expect(totals.orders).toBe(0)
    expect(cellsOf(problems)).toContain('NOT_AN_AMOUNT S2')
  })
})

describe('moments as spreadsheet programs leave them', () => {
  test.each([['2026-11-04 9:05'], ['2026-11-04 09.05'], ['2026/11/04 09:05:00'], ['2026-11-04T09:05']])(
    '%s',
    async (text) => {
      const { placedAt } = await orderIn(anOrder({ 'Waktu Pesanan Dibuat': text }).xlsx())
      expect(placedAt).toBe(Date.parse('2026-11-04T09:05:00+07:00'))
    },
  )

  test('days counted from 1904', async () => {
    const file = anOrder({ 'Waktu Pesanan Dibuat': { date: 44_868.378_472_3 } })
    const parts = unzipSync(file.xlsx())
    const xml = new TextDecoder().decode(parts['xl/workbook.xml'])
    parts['xl/workbook.xml'] = strToU8(xml.replace('<sheets>', '<workbookPr date1904="1"/><sheets>'))
    expect((await orderIn(zipSync(parts))).placedAt).toBe(Date.parse('2026-11-04T09:05:00+07:00'))
  })
})

describe('order numbers that a spreadsheet program took for a number', () => {
  test.each([2.4111e14, 24_111_000_000_000, '2,4111E+14', '2.4111E+14'])('%j is not believed', async (number) => {
    const { problems, keptOut } = await read(anOrder({ 'No. Pesanan': number }).xlsx())
    expect(cellsOf(problems)).toEqual(['DIGITS_LOST A2'])
    expect(keptOut).toMatchObject({ orders: 1, grossSales: 1_234_567 })
  })

  test('one with all its digits is', async () => {
    expect(await orderIn(anOrder({ 'No. Pesanan': 26_110_412_345_678 }).xlsx())).toMatchObject({
      number: '26110412345678',
    })
  })

  test('an apostrophe in front is no part of it', async () => {
    expect(await orderIn(anOrder({ 'No. Pesanan': "'261104HN3T8WQA" }).xlsx())).toMatchObject({
      number: '261104HN3T8WQA',
    })
  })
})

describe('what stands around the orders', () => {
  test('titles above the headings', async () => {
    const sheet = { name: 'orders', rows: [['Laporan Pesanan'], [], ['1 s.d. 30 November'], ...rows] }
    expect(await read(workbook(sheet))).toMatchObject({ problems: [], totals: { orders: 1, rows: 1 } })
  })

  test('a line of sums below them is no order', async () => {
    const sums = at({ 0: 'Total', 18: '1.234.567', 19: '1', 39: '1.234.567' })
    expect(await read(workbook(orders(sums)))).toMatchObject({ problems: [], totals: { orders: 1, rows: 1 } })
  })

  test('nor is a remark', async () => {
    const file = await read(workbook(orders([], ['* Data diunduh 22 November 2026'])))
    expect(file).toMatchObject({ problems: [], keptOut: { orders: 0, rows: 0 }, totals: { rows: 1 } })
  })

  test('the headings once more, where two downloads were pasted together', async () => {
    const next = anOrderFile().withOrder('261105HN3T8WQB').rows().slice(1)
    const file = await read(workbook(orders(headings, ...next)))
    expect(file).toMatchObject({ problems: [], totals: { orders: 2, rows: 2 } })
  })

  test('sheets that are hidden or hold instructions', async () => {
    const sheets = [{ name: 'lama', hidden: true, rows }, { name: 'Petunjuk', rows: [['Cara membaca']] }, orders()]
    expect(await read(workbook(...sheets))).toMatchObject({ problems: [], totals: { orders: 1 } })
  })
})

describe('headings in two languages', () => {
  test('are known when every part names the same column', async () => {
    const bytes = renamed({
      'No. Pesanan': 'No. Pesanan (Order ID)',
      'Status Pesanan': 'Status Pesanan / Order Status',
      Jumlah: 'Jumlah\nQuantity',
    })
    expect(await orderIn(bytes)).toMatchObject({ number: '261104HN3T8WQA', lines: [{ pieces: 1 }] })
  })

  test('are not guessed when a part names another', async () => {
    expect(await refusalOf(renamed({ Jumlah: 'Jumlah / Catatan' }))).toMatchObject({
      code: 'FILE_COLUMNS_MISSING',
      facts: { missing: ['Jumlah'] },
    })
  })
})

test.each([
  ['Malaysia', 'RM'],
  ['Singapore', 'SGD'],
])('a list sent to %s whose headings name no currency counts in %s', async (country, currency) => {
  const [first = [], ...below] = anOrder().rows()
  const sheet = (to: string) =>
    workbook({ name: 'orders', rows: [[...first, 'Country'], ...below.map((row) => [...row, to])] })
  expect(await refusalOf(sheet(country))).toMatchObject({ code: 'FILE_OF_ANOTHER_CURRENCY', facts: { currency } })
  expect((await read(sheet('Indonesia'))).totals.orders).toBe(1)
})

test('text in several styles is one text, and how it is pronounced is none of it', async () => {
  const parts = unzipSync(anOrder().xlsx())
  const xml = new TextDecoder().decode(parts['xl/sharedStrings.xml'])
  const rich =
    '<si><r><rPr><b/></rPr><t>Outer </t></r><r><t xml:space="preserve">Batik &amp; Tenun</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>'
  parts['xl/sharedStrings.xml'] = strToU8(
    xml.replace('<si><t xml:space="preserve">Outer Batik Sekar Jagad</t></si>', rich),
  )
  expect((await orderIn(zipSync(parts))).lines[0]!.productName).toBe('Outer Batik & Tenun')
})

test.each([
  ['an order list of TikTok Shop', 'Order Substatus,SKU ID\n1,2\n', 'tiktok orders'],
  ['a sales report of Tokopedia', 'Nomor,Nomor Invoice,Tanggal Pembayaran\n1,2,3\n', 'tokopedia sales'],
  ['a Shopee income report', 'No.,No. Pesanan,Tanggal Dana Dilepaskan\n1,2,3\n', 'shopee income'],
  [
    'a QRIS summary of BCA',
    'Merchant Name,Merchant ID,Total Frequency,Total Amount\nBATIK RATNA,885000123,2,160000\n',
    'qris summary',
  ],
  ['a list of Shopee returns', 'No. Pengembalian,No. Pesanan\n1,2\n', 'shopee returns'],
])('%s is called by its name', async (_, text, report) => {
  expect(await refusalOf(Buffer.from(text))).toMatchObject({ code: 'FILE_NOT_RECOGNISED', facts: { report } })
})
