import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readChannelFile } from '../../../src-main/core/channels/files/read-channel-file.ts'
import type { ChannelFileKind } from '../../../src-shared/channels/file-shown.ts'
import { type CellInFile, workbookBytes } from '../../builders/workbook-bytes.ts'

const two = (part: number) => String(part).padStart(2, '0')

/** A day of the first twelve of a month, which a program may turn round. */
interface Day {
  year: number
  month: number
  day: number
}

/** How a program writes a day anew; the last is one that took the day for the month. */
const WRITINGS: Record<string, (day: Day, clock: string) => CellInFile> = {
  'month first': ({ year, month, day }, clock) => `${month}/${day}/${year}${clock}`,
  'turned into a date': ({ year, month, day }, clock) => `${year}-${two(day)}-${two(month)}${clock}`,
}

interface Layout {
  kind: ChannelFileKind
  /** Rows of a file about these days, each cell of a day written by `at`. */
  rows(days: readonly Day[], at: (day: Day, clock: string) => CellInFile): CellInFile[][]
}

const invoice = ({ year, month, day }: Day, index: number) =>
  `INV/${year}${two(month)}${two(day)}/MPL/370000000${index}`
const number = ({ year, month, day }: Day, index: number) =>
  `${String(year).slice(2)}${two(month)}${two(day)}HN3T8WQ${index}`
const TIKTOK = [
  'Order ID',
  'Order Status',
  'Order Substatus',
  'SKU ID',
  'Seller SKU',
  'Product Name',
  'Variation',
  'Quantity',
  'SKU Unit Original Price',
  'SKU Subtotal Before Discount',
  'SKU Platform Discount',
  'SKU Seller Discount',
  'SKU Subtotal After Discount',
  'Order Amount',
  'Created Time',
  'Paid Time',
  'Shipped Time',
  'Delivered Time',
]
const later = (day: Day, days: number): Day => ({ ...day, day: Math.min(12, day.day + days) })

const LAYOUTS: Layout[] = [
  {
    kind: 'tokopedia sales',
    rows: (days, at) => [
      'Nomor Invoice|Status Terakhir|Tanggal Pembayaran|Nama Produk|Jumlah Produk Dibeli|Harga Jual (IDR)|Total Penjualan (IDR)'.split(
        '|',
      ),
      ...days.map((day, index) => [
        invoice(day, index),
        'Pesanan Selesai',
        at(day, ' 10:00:00'),
        'Outer',
        1,
        125_000,
        125_000,
      ]),
    ],
  },
  {
    kind: 'tokopedia finance',
    rows: (days, at) => [
      'Nomor Invoice|Status Terakhir|Tanggal Pembayaran|Tanggal Pesanan Selesai|Nama Produk|Harga Jual (IDR)|Nama Biaya Layanan|Biaya Layanan Termasuk PPN dan PPH (IDR)'.split(
        '|',
      ),
      ...days.map((day, index) => [
        invoice(day, index),
        'Pesanan Selesai',
        at(day, ' 10:00:00'),
        at(later(day, 3), ''),
        'Outer',
        125_000,
        'Biaya Layanan Power Shop',
        5_000,
      ]),
    ],
  },
  {
    kind: 'tokopedia balance',
    rows: (days, at) => [
      'Date|Mutation (Debit/Credit)|Description|Nominal (Rp)|Balance (Rp)'.split('|'),
      ...days.map((day, index) => [
        at(later(day, 2), ' 10:00:00'),
        'Credit',
        `Transaksi Penjualan Berhasil - ${invoice(day, index)}`,
        10_000,
        10_000 * (index + 1),
      ]),
    ],
  },
  {
    kind: 'shopee balance',
    rows: (days, at) => [
      [],
      ['Dari', `${days[0]!.year}-${two(days[0]!.month)}-01`],
      ['Ke', `${days[0]!.year}-${two(days[0]!.month)}-28`],
      'Tanggal Transaksi|Tipe Transaksi|Deskripsi|No. Pesanan|Jenis Transaksi|Jumlah|Status|Saldo Akhir'.split('|'),
      ...days.map((day, index) => [
        at(day, ' 10:00:00'),
        'Penghasilan dari Pesanan',
        '',
        number(day, index),
        'Transaksi Masuk',
        10_000,
        'Transaksi Selesai',
        10_000 * (index + 1),
      ]),
    ],
  },
  {
    kind: 'tiktok orders',
    rows: (days, at) => [
      TIKTOK,
      ...days.map((day, index) => [
        `57700000000000000${index}`,
        'Selesai',
        'Selesai',
        `173111747751020000${index}`,
        'OUT-L',
        'Outer',
        'Biru',
        1,
        50_000,
        50_000,
        0,
        0,
        50_000,
        50_000,
        at(day, ' 10:00:00'),
        at(day, ' 10:01:00'),
        at(later(day, 1), ' 09:00:00'),
        at(later(day, 3), ' 15:00:00'),
      ]),
    ],
  },
  {
    kind: 'bank statement',
    rows: (days, at) => [
      'ID|NOREK|TGL_TRAN|DESK_TRAN|SALDO_AWAL_MUTASI|MUTASI_DEBET|MUTASI_KREDIT|SALDO_AKHIR_MUTASI'.split('|'),
      ...days.map((day, index) => [
        index + 1,
        "'001201000123301",
        at(day, ''),
        `BRIMO ${index}`,
        10_000 * index,
        0,
        10_000,
        10_000 * (index + 1),
      ]),
    ],
  },
]

const anyDays = fc
  .tuple(
    fc.integer({ min: 2021, max: 2025 }),
    fc.integer({ min: 1, max: 12 }),
    fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 8 }),
  )
  .map(([year, month, days]) => days.sort((a, b) => a - b).map((day): Day => ({ year, month, day })))

const read = async (rows: CellInFile[][]) => {
  const bytes = workbookBytes([{ name: 'Sheet1', rows }], 'shared', {})
  return readChannelFile({ name: 'x.xlsx', bytes, zone: 'WIB' })
}
/** All that a file tells of days, without where it stands. */
const told = (file: Awaited<ReturnType<typeof read>>) =>
  JSON.stringify(
    'orders' in file ? file.orders : 'settlements' in file ? file.settlements : 'lines' in file ? file.lines : file,
  )

test.each(LAYOUTS.flatMap((layout) => Object.entries(WRITINGS).map(([how, writing]) => ({ ...layout, how, writing }))))(
  '$kind, days $how: nothing is dated by another day without a word',
  async ({ kind, rows, writing }) => {
    await fc.assert(
      fc.asyncProperty(anyDays, async (days) => {
        const sound = await read(
          rows(days, ({ year, month, day }, clock) => `${year}-${two(month)}-${two(day)}${clock}`),
        )
        expect([sound.kind, sound.problemCount]).toEqual([kind, 0])
        const anew = await read(rows(days, writing))
        expect(anew.problemCount > 0 || told(anew) === told(sound), JSON.stringify(days)).toBe(true)
      }),
      { numRuns: 25 },
    )
  },
)
