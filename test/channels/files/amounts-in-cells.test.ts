import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAmount } from '../../../src-main/core/spreadsheet/money/amounts.ts'
import { anOrderFile, dots } from '../../builders/shopee-order-file.ts'
import type { CellInFile } from '../../builders/workbook-bytes.ts'
import { cellsOf, read, snapshotsOf } from './reading.ts'

describe('a money cell', () => {
  test.each<[CellInFile & (string | number), number]>([
    ['82.500', 82_500],
    ['1.152.000', 1_152_000],
    ['500', 500],
    ['22681', 22_681],
    ['0', 0],
    ['Rp 179.276', 179_276],
    ['Rp99', 99],
    ['RP 86.400\n', 86_400],
    ['196000.00', 196_000],
    ['196,000.00', 196_000],
    ['196.000,00', 196_000],
    ['82,500', 82_500],
    [82_500, 82_500],
    [96, 96],
    [45_999.999_999_999_99, 46_000],
  ])('%s is %d rupiah', (cell, amount) => {
    expect(readAmount(cell).amount).toBe(amount)
  })

  test.each([
    '82.5',
    '82,5',
    82.5,
    '1.23.456',
    '12.3456',
    '-5.000',
    -5_000,
    'gratis',
    '1e5',
    '٣',
    'Rp',
    '99.999.999.999.999',
  ])('%s is no amount', (cell) => {
    expect(readAmount(cell).amount).toBeNull()
  })

  test.each(['', ' ', '-', null])('"%s" is nothing, and nothing is wrong with it', (cell) => {
    expect(readAmount(cell)).toMatchObject({ amount: null, style: 'nothing' })
  })

  test('any amount written with dots or bare, as text or as a number, reads back as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (amount) => {
        for (const cell of [dots(amount), `Rp ${dots(amount)}`, String(amount), amount]) {
          expect(readAmount(cell).amount).toBe(amount)
        }
      }),
    )
  })
})

/** Orders whose payment column holds these cells. */
const paying = (...payments: CellInFile[]) => {
  const file = anOrderFile()
  for (const [index, payment] of payments.entries()) {
    file.withOrder(`26110${index + 1}HN3T8WQA`, { cells: { 'Total Pembayaran': payment } })
  }
  return file.xlsx()
}
const payments = async (bytes: Uint8Array) => snapshotsOf(await read(bytes)).map(({ buyerPayment }) => buyerPayment)

describe('a money column', () => {
  test('may mix text and numbers, as a re-saved file does; a number is taken as it is', async () => {
    expect(await payments(paying('82.500', 96_000, '500', 500))).toEqual([82_500, 96_000, 500, 500])
  })

  test('with one fraction in it loses that order only', async () => {
    const bytes = paying('82.500', 82.5, '500')
    expect(await payments(bytes)).toEqual([82_500, 500])
    expect((await read(bytes)).problems).toMatchObject([{ code: 'NOT_AN_AMOUNT', row: 3, value: '82.5', blocks: true }])
  })

  test('that a program read as decimals is doubted where it looks harmless: 10 was 10.000 once', async () => {
    const bytes = paying(14.5, 10, 82.5, 0)
    expect(cellsOf((await read(bytes)).problems)).toEqual([
      'NOT_AN_AMOUNT AN2',
      'THOUSANDS_LOST AN3',
      'NOT_AN_AMOUNT AN4',
    ])
    expect(await payments(bytes)).toEqual([0])
  })

  test('whose numbers are all small is doubted: a program read 85.000 as 85', async () => {
    const file = anOrderFile().withOrder('261101HN3T8WQA', {
      cells: { 'Harga Awal': 85, 'Harga Setelah Diskon': 85, 'Subtotal Pesanan': 85, 'Total Pembayaran': 85 },
    })
    const { problems, totals } = await read(file.xlsx())
    expect(totals.orders).toBe(0)
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['THOUSANDS_LOST']))
  })

  test('whose small price its row and its column both doubt is told of once', async () => {
    const file = anOrderFile()
    for (const day of ['01', '02', '03']) file.withOrder(`2611${day}HN3T8WQA`, { items: [{ price: 82_500 }] })
    file.withOrder('261104HN3T8WQA', {
      items: [{ cells: { 'Harga Awal': '125.000', 'Harga Setelah Diskon': 125 } }],
    })
    expect(cellsOf((await read(file.xlsx())).problems)).toEqual(['THOUSANDS_LOST S5'])
  })

  test('with one small number among texts is doubted there: 1.152.000 stays a text in every program', async () => {
    const bytes = paying('82.500', 85, '1.152.000')
    expect(cellsOf((await read(bytes)).problems)).toEqual(['THOUSANDS_LOST AN3'])
    expect(await payments(bytes)).toEqual([82_500, 1_152_000])
  })

  test('of small numbers is sound where numbers elsewhere in the file kept their thousands', async () => {
    const file = anOrderFile().withOrder('261101HN3T8WQA', {
      cells: { 'Harga Awal': 99, 'Harga Setelah Diskon': 99, 'Subtotal Pesanan': 99, 'Total Pembayaran': 12_500 },
    })
    expect((await read(file.xlsx())).problems).toEqual([])
  })

  test('of small texts is what a shop of resistors has, unless the file is a CSV without a single thousand', async () => {
    const cells = { 'Harga Awal': '99', 'Harga Setelah Diskon': '99', 'Subtotal Pesanan': '99' }
    const file = (payment: string) =>
      anOrderFile().withOrder('261101HN3T8WQA', { cells: { ...cells, 'Total Pembayaran': payment } })
    expect((await read(file('99').xlsx())).problems).toEqual([])
    expect((await read(file('12.500').csv())).problems).toEqual([])
    expect((await read(file('99').csv())).totals.orders).toBe(0)
    const named = { ...cells, 'Harga Awal': 'Rp99', 'Harga Setelah Diskon': 'Rp 99', 'Subtotal Pesanan': 'Rp99' }
    const typed = anOrderFile().withOrder('261101HN3T8WQA', { cells: { ...named, 'Total Pembayaran': 'Rp99' } })
    expect((await read(typed.csv())).problems).toEqual([])
  })

  test('of small texts with cents was read by some program, and is doubted unless one of them kept its thousands', async () => {
    const file = (price: string, payment: string) =>
      anOrderFile().withOrder('261101HN3T8WQA', {
        cells: {
          'Harga Awal': price,
          'Harga Setelah Diskon': price,
          'Subtotal Pesanan': price,
          'Total Pembayaran': payment,
        },
      })
    for (const cents of ['.00', ',0'])
      for (const bytes of ['', 'Rp', 'Rp ', 'IDR '].flatMap((currency) => {
        const built = file(`${currency}85${cents}`, `${currency}85${cents}`)
        return [built.xlsx(), built.csv()]
      })) {
        const { problems, totals } = await read(bytes)
        expect(totals.orders, cents).toBe(0)
        expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['THOUSANDS_LOST']))
      }
    expect((await read(file('99.00', '12500.00').xlsx())).problems).toEqual([])
  })

  test('of a CSV that was numbers between texts: an order that is small in all of its amounts is doubted, one that is not is cheap', async () => {
    const cheap = (price: string, payment: string) => ({
      'Harga Awal': price,
      'Harga Setelah Diskon': price,
      'Subtotal Pesanan': price,
      'Total Pembayaran': payment,
    })
    const file = (price: string, payment: string) =>
      anOrderFile()
        .withOrder('261101HN3T8WQA', { items: [{ price: 92_500 }] })
        .withOrder('261102HN3T8WQB', { cells: cheap(price, payment) })
    for (const delimiter of [',', ';'] as const) {
      const { problems, totals } = await read(file('85', '85').csv({ delimiter }))
      expect(totals).toMatchObject({ orders: 1, goodsValue: 92_500 })
      expect(new Set(problems.map(({ code, row }) => `${code} ${row}`))).toEqual(new Set(['THOUSANDS_LOST 3']))
    }
    expect((await read(file('500', '12.500').csv())).totals.orders).toBe(2)
    // called off before it was paid
    expect((await read(file('950', '0').csv())).totals.orders).toBe(2)
    expect((await read(file('Rp500', 'Rp500').csv())).totals.orders).toBe(2)
    expect((await read(file('500', '500').xlsx())).totals.orders).toBe(2)
  })

  test('may use commas for thousands throughout', async () => {
    expect(await payments(paying('82,500', '1,152,000', '500'))).toEqual([82_500, 1_152_000, 500])
  })

  test('that uses dots leaves a comma open to doubt', async () => {
    expect(cellsOf((await read(paying('82.500', '82,500'))).problems)).toEqual(['NOT_AN_AMOUNT AN3'])
  })
})
