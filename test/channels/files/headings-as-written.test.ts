import { describe, expect, test } from 'vitest'
import { lookAtFile } from '../../../src-main/core/channels/files/mapped/look-at-file.ts'
import { readChannelFile } from '../../../src-main/core/channels/files/read-channel-file.ts'
import { createProblemList } from '../../../src-main/core/channels/files/reading/problem-list.ts'
import { anIncomeFile } from '../../builders/shopee-income-file.ts'
import { anOrderFile } from '../../builders/shopee-order-file.ts'
import { aReturnRow, RETURN_HEADINGS } from '../../builders/shopee-return-file.ts'
import { feeRow, financeSheet, tokopediaBook } from '../../builders/tokopedia-file.ts'
import { type SheetInFile, workbookBytes } from '../../builders/workbook-bytes.ts'
import { read, refusalOf } from './reading.ts'

const rows = anOrderFile()
  .withOrder('261104HN3T8WQA', { items: [{ price: 85_000, pieces: 2 }] })
  .rows()
const [headings = [], ...below] = rows
const workbook = (...sheets: SheetInFile[]) => workbookBytes(sheets, 'shared', {})
const headed = (...above: SheetInFile['rows']) => workbook({ name: 'orders', rows: [...above, ...below] })
const each = (write: (heading: string, at: number) => string) =>
  headings.map((heading, at) => write(String(heading), at))
const known = await read(workbook({ name: 'orders', rows }))

describe('headings dressed by whoever filled the sheet in', () => {
  const WRITTEN: [string, (heading: string, at: number) => string][] = [
    ['underscores', (heading) => heading.replaceAll(' ', '_')],
    ['hyphens', (heading) => heading.replaceAll(' ', '-')],
    ['no spaces', (heading) => heading.replaceAll(' ', '')],
    ['capitals and double spaces', (heading) => heading.toUpperCase().replaceAll(' ', '  ')],
    ['must be filled in', (heading, at) => `${heading}${at % 2 ? ' (Opsional)' : '\n(wajib diisi)'}`],
    ['stars', (heading, at) => (at % 2 ? `*${heading}` : `${heading} *`)],
    ['the currency', (heading, at) => `${heading} ${['(Rp)', '[Rp]', '(dalam rupiah)', 'dalam Rp.'][at % 4]}`],
    ['numbers', (heading, at) => (at % 2 ? `${at}. ${heading}` : `(${at}) ${heading}`)],
    ['quotes and arrows', (heading, at) => (at % 2 ? `\u201c${heading}\u201d` : `${heading} \u25bc`)],
    ['full stops', (heading) => `${heading}.`],
  ]
  test.each(WRITTEN)('%s: the same orders', async (_, write) => {
    const file = await read(headed(each(write)))
    expect([file.orders, file.unknownColumns, file.absentColumns]).toEqual([known.orders, [], known.absentColumns])
  })

  test('amounts keep the names that the channel spells', async () => {
    const income = anIncomeFile().withOrder('261104HN3T8WQA', { amounts: { 'Biaya Administrasi': -10_000 } })
    const file = async (write: (heading: string) => string) => {
      const { name, rows } = income.sheet()
      const written = rows.map((row) =>
        row.includes('No. Pesanan') ? row.map((cell) => (cell ? write(String(cell)) : cell)) : row,
      )
      const read = await readChannelFile({ name, bytes: workbook({ name, rows: written }), zone: 'WIB' })
      if (read.kind !== 'shopee income') throw new Error(read.kind)
      return read.settlements
    }
    const asIs = await file((heading) => heading)
    expect(await file((heading) => `${heading.replaceAll(' ', '_')}*`)).toEqual(asIs)
    expect(await file((heading) => heading.replaceAll(' ', ''))).toEqual(asIs)
  })
})

test('a sheet of an income report that tells of money under other names is said to be left', async () => {
  const left = async (...rows: SheetInFile['rows']) => {
    const problems = createProblemList()
    const orders = anIncomeFile().withOrder('261104HN3T8WQA').sheet()
    const bytes = workbook(orders, { name: 'Koreksi', rows: [['Koreksi bulan ini'], ...rows] })
    await readChannelFile({ name: 'Income.xlsx', bytes, zone: 'WIB' }, problems)
    return problems.leftSheets()
  }
  expect(await left(['Hari', 'Sebab', 'Besar'], ['2026-11-08', 'Barang hilang', -25_000])).toEqual(['Koreksi'])
  expect(await left(['Sebab', 'Pesanan', 'Besar'], ['Hilang', '261104HN3T8WQA', 25_000])).toEqual(['Koreksi'])
  expect(await left(['Kepada tim', 'tolong dibaca'])).toEqual([])
})

test.each<[string, ...SheetInFile['rows']]>([
  [
    'the upper looks like a sheet of details',
    ['Tanggal', 'Tipe', 'Alasan', 'Biaya', 'No. Pesanan'],
    [...Array(4).fill('Penyesuaian'), 'Terhubung'],
    ['2026-11-08', 'Kompensasi', 'hilang', 25_000, '261104HN3T8WQA'],
  ],
  [
    'an order number above, and the adjustment below',
    ['No. Pesanan', 'Alasan', 'Penyesuaian', null, null],
    [null, null, 'Tanggal Penyesuaian', 'Tipe Penyesuaian', 'Jumlah Penyesuaian'],
    ['261104HN3T8WQA', 'hilang', '2026-11-08', 'Kompensasi', 25_000],
  ],
])('adjustments of an income report are read where their names are split over two rows: %s', async (_, ...rows) => {
  const orders = anIncomeFile().withOrder('261104HN3T8WQA').sheet()
  const bytes = workbook(orders, { name: 'Adjustment', rows: [['Penyesuaian'], [], ...rows] })
  const file = await readChannelFile({ name: 'Income.xlsx', bytes, zone: 'WIB' })
  expect(file).toMatchObject({ totals: { adjustments: 1, adjusted: 25_000 }, problems: [] })
})

describe('two columns of one name', () => {
  const beside = (name: string, first: string | null, second: string | null) => {
    const at = headings.indexOf(name)
    const twice = below.map((row) => row.toSpliced(at, 1, first ?? row[at]!, second ?? row[at]!))
    return read(workbook({ name: 'orders', rows: [headings.toSpliced(at, 0, name), ...twice] }))
  }

  test.each(['Total Pembayaran', 'Harga Setelah Diskon', 'Jumlah'])('%s', async (name) => {
    // a first that is blank throughout is not the one that was meant
    const blank = await beside(name, '', null)
    expect([blank.totals, blank.unknownColumns]).toEqual([known.totals, []])
    // of two with figures the first counts, and where the other stands is said
    const other = await beside(name, null, '7')
    expect(other.totals).toEqual(known.totals)
    expect(other.unknownColumns).toEqual([expect.stringMatching(new RegExp(`^${name} \\([A-Z]+\\)$`))])
  })

  test('what stands far below in the one that looked blank is said, in lists of returns and of fees too', async () => {
    const heading = 'No. Resi Pengembalian Barang'
    const bytes = workbook({
      name: 'Sheet1',
      rows: [
        [...RETURN_HEADINGS, heading],
        ...Array.from({ length: 60 }, (_, at) => {
          const row = aReturnRow(`26112000${at}`, `261104HN3T8W${String(at).padStart(2, '0')}`)
          return [...RETURN_HEADINGS.map((name) => row[name] ?? null), at === 50 ? 'SPXID05RETUR9' : null]
        }),
      ],
    })
    const { unknownColumns } = await readChannelFile({ name: 'Return.xls', bytes, zone: 'WIB' })
    expect(unknownColumns).toEqual(['(AU)'])
    const finance = financeSheet(Array.from({ length: 60 }, () => feeRow('Biaya Layanan Power Shop', '4.25', '4038')))
    const twice = finance.rows.map((row, at) =>
      at === 4 ? [...row, 'Biaya Layanan Termasuk PPN dan PPH (IDR)'] : at === 60 ? [...row, 700] : row,
    )
    const kept = await readChannelFile({
      name: 'Keuangan.xlsx',
      bytes: tokopediaBook({ ...finance, rows: twice }),
      zone: 'WIB',
    })
    expect(kept.unknownColumns).toEqual(['(V)'])
  })
})

describe('headings on two rows', () => {
  const top = (write: (heading: string, at: number) => string | null) =>
    headings.map((heading, at) => write(String(heading), at))
  test.each([
    [
      'groups above, and what is of no group merged down',
      top((heading, at) => (at < 3 ? heading : at % 5 === 3 ? 'Bagian' : null)),
      top((heading, at) => (at < 3 ? null : heading)),
    ],
    [
      'some above, some below',
      top((heading, at) => (at % 2 ? null : heading)),
      top((heading, at) => (at % 2 ? heading : null)),
    ],
    [
      'one name on both',
      top((heading) => heading.split(' ').slice(0, -1).join(' ') || null),
      top((heading) => heading.split(' ').at(-1)!),
    ],
  ])('%s', async (_, upper, lower) => {
    const { orders, problems, unknownColumns } = await read(headed(['Laporan Pesanan'], [], upper, lower))
    expect([orders.map(({ snapshot }) => snapshot), problems, unknownColumns]).toEqual([
      known.orders.map(({ snapshot }) => snapshot),
      [],
      [],
    ])
  })

  test('the wrong one of two columns of one name is never taken', async () => {
    const upper = [null, null, null, null, 'Kembali', null, 'Terjual', 'Total']
    const lower = [
      'No. Pesanan',
      'Status Pesanan',
      'Nama Produk',
      'Harga Setelah Diskon',
      'Jumlah',
      'Nilai',
      'Jumlah',
      null,
    ]
    const row = ['261104HN3T8WQA', 'Selesai', 'Gamis', '85.000', '1', '85.000', '3', '255.000']
    expect(await refusalOf(workbook({ name: 'orders', rows: [upper, lower, row] }))).toMatchObject({
      code: 'FILE_COLUMNS_MISSING',
    })
  })

  test('a layout to be taught is offered with both', async () => {
    const bytes = workbook({
      name: 'Mutasi',
      rows: [
        ['Tgl', 'Uraian', 'Mutasi', null, 'Saldo'],
        [null, null, 'Keluar', 'Masuk', null],
        ['2026-11-01', 'QRIS', null, '150.000', '650.000'],
        ['2026-11-02', 'Listrik', '50.000', null, '600.000'],
      ],
    })
    const { headingRow, rows, columns } = await lookAtFile({ name: 'mutasi.xlsx', bytes }, {} as never)
    expect([headingRow, rows]).toEqual([2, 2])
    expect(columns.map(({ heading, guesses }) => `${heading}: ${guesses.bank?.field}`)).toEqual([
      'Tgl: day',
      'Uraian: description',
      'Keluar: moneyOut',
      'Masuk: moneyIn',
      'Saldo: balance',
    ])
  })
})
