import { describe, expect, test } from 'vitest'
import { readChannelFile } from '../../../src-main/core/channels/files/read-channel-file.ts'
import { createProblemList } from '../../../src-main/core/channels/files/reading/problem-list.ts'
import { aBalanceReport } from '../../builders/a-balance-report.ts'
import { anIncomeFile } from '../../builders/shopee-income-file.ts'
import { anOrderFile } from '../../builders/shopee-order-file.ts'
import { type CellInFile, workbookBytes } from '../../builders/workbook-bytes.ts'
import { cellsOf, read } from './reading.ts'

const NUMBERS = ['261104HN3T8WQA', '261105KX9PLM2B']
const orders = () =>
  anOrderFile()
    .withOrder(NUMBERS[0]!, {
      status: 'Selesai',
      items: [{ product: 'Outer', pieces: 2 }, { product: 'Kemeja, "lurik"' }],
    })
    .withOrder(NUMBERS[1]!, { status: 'Selesai', cells: { 'Voucher Ditanggung Penjual': '1.500' } })

const textOf = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
const told = async (bytes: Uint8Array, name = 'Order.all.csv') => {
  const { orders, totals, problems } = await read(bytes, name)
  // money keeps the heading as the file writes it
  const snapshots = orders.map(({ snapshot }) => ({
    ...snapshot,
    money: snapshot.money.map(({ name, ...line }) => ({ ...line, name: name.replace(':', '') })),
  }))
  return { orders: snapshots, totals, problems: cellsOf(problems) }
}

describe('an order list that other programs wrote anew reads as it was downloaded', () => {
  const rewritten: [string, (text: string) => string][] = [
    ['numbers guarded as ="..."', (text) => text.replaceAll(/26110[45][0-9A-Z]{8}/g, (number) => `="${number}"`)],
    ['letters of numbers small', (text) => text.replaceAll(/26110[45][0-9A-Z]{8}/g, (number) => number.toLowerCase())],
    ['numbers behind a #', (text) => text.replaceAll(/26110[45][0-9A-Z]{8}/g, (number) => `#${number}`)],
    ['each line in one cell', (text) => text.replaceAll(/^.+$/gm, (line) => `"${line.replaceAll('"', '""')}"`)],
    [
      'only lines with quotes in one cell',
      (text) => text.replaceAll(/^.*".*$/gm, (line) => `"${line.replaceAll('"', '""')}"`),
    ],
    ['NaN where nothing stood', (text) => text.replaceAll(/(?<=,)(?=,)/g, 'NaN')],
    ['NULL where nothing stood', (text) => text.replaceAll(/(?<=,)(?=,)/g, 'NULL')],
    ['Nomor for No.', (text) => text.replace('No. Pesanan', 'Nomor Pesanan').replace('No. Resi', 'No Resi')],
    ['headings with a colon', (text) => text.replace(/^.*/, (line) => line.replaceAll(/(?<=\p{L})(?=,)/gu, ':'))],
  ]
  test.each(rewritten)('%s', async (_, rewrite) => {
    const text = textOf(orders().csv())
    const again = rewrite(text)
    expect(again).not.toBe(text)
    expect(await told(Buffer.from(again))).toEqual(await told(Buffer.from(text)))
  })

  test.each<[string, CellInFile]>([
    ['Rp 1.500,-', 'Rp 1.500,-'],
    ['+1.500', '+1.500'],
    ['1.500 IDR', '1.500 IDR'],
  ])('%s', async (_, cell) => {
    const file = anOrderFile().withOrder(NUMBERS[1]!, { cells: { 'Voucher Ditanggung Penjual': cell } })
    const { orders, problems } = await told(file.xlsx(), 'x.xlsx')
    expect(problems).toEqual([])
    expect(orders[0]!.money).toContainEqual(expect.objectContaining({ kind: 'seller voucher', amount: 1_500 }))
  })

  test('an accounting format writes nothing as Rp -, and three pieces as 3 pcs', async () => {
    const file = anOrderFile().withOrder(NUMBERS[1]!, {
      cells: { 'Voucher Ditanggung Penjual': 'Rp -', Jumlah: '1 pcs' },
    })
    const { orders, problems } = await told(file.xlsx(), 'x.xlsx')
    expect(problems).toEqual([])
    expect(orders[0]!.lines[0]!.pieces).toBe(1)
  })
})

describe('what nobody reads is said', () => {
  test('a column whose heading was cleared, by its letter', async () => {
    const lines = textOf(orders().csv()).split('\r\n')
    const at = lines[0]!.split(',').indexOf('Perkiraan Ongkos Kirim')
    const text = [lines[0]!.replace('Perkiraan Ongkos Kirim', ''), ...lines.slice(1)].join('\r\n')
    expect(at).toBeGreaterThan(0)
    expect((await read(Buffer.from(text), 'x.csv')).unknownColumns).toEqual([expect.stringMatching(/^\([A-Z]+\)$/)])
  })

  test('rows that go on on a sheet without headings', async () => {
    const rows = textOf(orders().csv())
      .trim()
      .split('\r\n')
      .map((line) => line.replaceAll('"', '').split(','))
    const problems = createProblemList()
    const bytes = workbookBytes(
      [
        { name: 'orders', rows: rows.slice(0, -1) },
        { name: 'orders 2', rows: rows.slice(-1) },
      ],
      'shared',
      {},
    )
    await readChannelFile({ name: 'x.xlsx', bytes, zone: 'WIB' }, problems)
    expect(problems.leftSheets()).toEqual(['orders 2'])
  })

  test('a status of the balance that nobody knows; two spaces in one that is known are one', async () => {
    const read = async (status: string) => {
      const bytes = aBalanceReport([{ at: '2026-11-05 08:00:00', amount: -10_000, status }]).xlsx()
      const file = await readChannelFile({ name: 'saldo.xlsx', bytes, zone: 'WIB' })
      return [
        ...('lines' in file ? file.lines : []).map((line) => 'status' in line && line.status),
        ...file.problems.map(({ code }) => code),
      ]
    }
    expect(await read('Transaksi  Selesai ')).toEqual(['done'])
    expect(await read('Ditangguhkan')).toEqual(['pending', 'STATUS_UNKNOWN'])
  })
})

test('a reference that a program wrote as NaN is none: the release is the one of the untouched file', async () => {
  const amounts = { 'Harga Asli Produk': 250_000, 'Biaya Administrasi': -17_200 }
  const read = async (reference: string, number: string) => {
    const bytes = anIncomeFile().withOrder(number, { amounts, reference }).xlsx()
    const file = await readChannelFile({ name: 'Income.xlsx', bytes, zone: 'WIB' })
    return 'settlements' in file ? file.settlements : []
  }
  expect(await read('nan', `#${NUMBERS[0]!.toLowerCase()}`)).toEqual(await read('', NUMBERS[0]!))
})
