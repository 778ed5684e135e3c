import { describe, expect, test } from 'vitest'
import { guessColumns, guessSubject, KNOWN_HEADINGS } from '../../../../src-main/core/channels/files/mapped/guess.ts'
import { guessHeadingRow, headedColumns } from '../../../../src-main/core/channels/files/mapped/headings.ts'
import { type ColumnSurvey, surveyColumns } from '../../../../src-main/core/channels/files/mapped/survey.ts'
import type { Cell, SheetRow } from '../../../../src-main/core/spreadsheet/sheet.ts'
import type { MappingSubject } from '../../../../src-shared/channels/file-mapping.ts'

const rowsOf = (cells: Cell[][]): SheetRow[] => cells.map((each, at) => ({ number: at + 1, cells: each }))

async function survey(headings: string[], ...rows: Cell[][]): Promise<ColumnSurvey[]> {
  const [heading, ...below] = rowsOf([headings, ...rows])
  async function* all() {
    yield below
  }
  return (await surveyColumns(headedColumns(heading!), all())).columns
}

async function guessed(subject: MappingSubject, headings: string[], ...rows: Cell[][]) {
  const columns = await survey(headings, ...rows)
  return Object.fromEntries(
    guessColumns(columns, subject).map((guess, at) => [
      columns[at]!.heading,
      guess ? `${guess.field} ${guess.sure}` : '',
    ]),
  )
}

describe('columns by their words and by what stands in them', () => {
  test('Lazada, whose headings are written in one word', async () => {
    expect(
      await guessed(
        'orders',
        [
          'orderItemId',
          'orderNumber',
          'createTime',
          'status',
          'itemName',
          'variation',
          'sellerSku',
          'unitPrice',
          'paidPrice',
          'trackingCode',
        ],
        [
          '9001',
          '2001234567890',
          '21 Nov 2026 09:12',
          'shipped',
          'Gamis Tunik Batik',
          'Navy, L',
          'GTB-NV-L',
          '185000.00',
          '180000.00',
          'LXAD001',
        ],
        [
          '9002',
          '2001234567891',
          '21 Nov 2026 10:40',
          'delivered',
          'Outer Lurik',
          'Hitam',
          'OL-HT',
          '240000.00',
          '240000.00',
          'LXAD002',
        ],
      ),
    ).toEqual({
      orderItemId: '',
      orderNumber: 'number sure',
      createTime: 'placedAt sure',
      status: 'status sure',
      itemName: 'productName sure',
      variation: 'variationName sure',
      sellerSku: 'sku sure',
      unitPrice: 'price sure',
      paidPrice: 'buyerPayment sure',
      trackingCode: 'trackingNumber sure',
    })
  })

  test('an order list in Thai', async () => {
    expect(
      await guessed(
        'orders',
        ['หมายเลขคำสั่งซื้อ', 'สถานะการสั่งซื้อ', 'ชื่อสินค้า', 'จำนวน', 'ราคาขาย'],
        ['240101ABCDEF12', 'สำเร็จแล้ว', 'เสื้อบาติก', '1', '350'],
      ),
    ).toMatchObject({
      หมายเลขคำสั่งซื้อ: 'number sure',
      สถานะการสั่งซื้อ: 'status sure',
      ชื่อสินค้า: 'productName sure',
      จำนวน: 'pieces sure',
      ราคาขาย: 'price sure',
    })
  })

  test('pieces are no money, whatever their heading', async () => {
    expect(
      await guessed(
        'orders',
        ['No. Order', 'Status Order', 'Nama Produk', 'Total Barang', 'Harga Produk', 'Harga Total Produk'],
        ['12035000000', 'D', 'Masker Kain', '1', '27000', '27000'],
        ['12035000001', 'PU', 'Sarung Tenun', '3', '98500', '295500'],
      ),
    ).toMatchObject({ 'Total Barang': 'pieces sure', 'Harga Produk': 'price sure' })
    expect(
      await guessed(
        'orders',
        ['No. Order', 'Total Barang', 'Voucher Toko'],
        ['A1', '185.000', '0'],
        ['A2', '98.500', '0'],
      ),
    ).toMatchObject({ 'Total Barang': 'lineTotal sure', 'Voucher Toko': 'sellerVoucher sure' })
  })

  test('a heading that the cells contradict is not believed', async () => {
    const fields = Object.values(await guessed('orders', ['Harga', 'Jumlah'], ['Kota Jepara', 'lusin']))
    expect(fields.join()).not.toMatch(/price|pieces/)
  })

  test('of headings nobody knows only what must be there is proposed, and doubted', async () => {
    const rows = Array.from({ length: 80 }, (_, at) => [
      `ZX-${100_000_000 + at}`,
      at % 2 ? 'fertig' : 'storniert',
      `Batikkleid Nummer ${at}`,
      `${20 + at}.900`,
    ])
    expect(await guessed('orders', ['Bestellung', 'Zustand', 'Ware', 'Betrag'], ...rows)).toEqual({
      Bestellung: 'number doubtful',
      Zustand: 'status doubtful',
      Ware: 'productName doubtful',
      Betrag: 'price doubtful',
    })
  })

  test('an income report with a column an amount', async () => {
    expect(
      await guessed(
        'settlements',
        ['No. Pesanan', 'Tanggal Cair', 'Harga Barang', 'Biaya Admin', 'Dana Cair'],
        ['A1', '2026-11-02', '100.000', '-8.000', '92.000'],
      ),
    ).toEqual({
      'No. Pesanan': 'orderNumber sure',
      'Tanggal Cair': 'releasedOn sure',
      'Harga Barang': 'line likely',
      'Biaya Admin': 'line likely',
      'Dana Cair': 'released sure',
    })
  })

  test('an income report with a row an amount, as Lazada writes it', async () => {
    expect(
      await guessed(
        'settlements',
        ['Transaction Date', 'Fee Name', 'Transaction Number', 'Amount', 'Order No.'],
        ['02 Nov 2026', 'Commission', 'TR-0001', '-8,000.00', '2001234567890'],
      ),
    ).toEqual({
      'Transaction Date': 'releasedOn sure',
      'Fee Name': 'feeName sure',
      'Transaction Number': 'reference sure',
      Amount: 'amount sure',
      'Order No.': 'orderNumber sure',
    })
  })

  test('a bank statement with two columns of money asks for no third', async () => {
    expect(
      await guessed(
        'bank',
        ['Tanggal', 'Keterangan', 'Debit', 'Kredit', 'Saldo', 'Jumlah'],
        ['01/11/2026', 'TRSF', '0', '1.500.000', '4.500.000', ''],
      ),
    ).toMatchObject({
      Tanggal: 'day sure',
      Debit: 'moneyOut sure',
      Kredit: 'moneyIn sure',
      Saldo: 'balance sure',
      Jumlah: '',
    })
  })
})

test.each([
  [['Transaction Date', 'Description', 'Withdrawal', 'Deposit', 'Balance'], 'moneyOut sure', 'moneyIn sure'],
  [['Waktu', 'Keterangan', 'Jumlah Keluar', 'Jumlah Masuk', 'Saldo'], 'moneyOut sure', 'moneyIn sure'],
  [['Tanggal', 'Keterangan', 'Buchung A', 'Buchung B', 'Saldo'], '', ''],
])('what only went out is never proposed as the amount of all lines (%s)', async (headings, out, into) => {
  const found = await guessed(
    'bank',
    headings,
    ['2026-08-01', 'QRIS', '', '250.000', '1.250.000'],
    ['2026-08-02', 'Transfer', '45.000', '', '1.205.000'],
    ['2026-08-03', 'QRIS', '', '99.000', '1.304.000'],
  )
  expect([found[headings[2]!], found[headings[3]!]]).toEqual([out, into])
})

test('of what a merchant was paid the net amount counts', async () => {
  const headings = ['Waktu Transaksi', 'Tipe Pembayaran', 'Jumlah Kotor', 'Biaya MDR', 'Jumlah Bersih']
  expect(await guessed('bank', headings, ['2026-08-01', 'QRIS', '250.000', '-1.750', '248.250'])).toMatchObject({
    'Jumlah Kotor': '',
    'Jumlah Bersih': 'amount sure',
  })
})

test('what kind of line it is tells its way only by words that do', async () => {
  const headings = ['Tanggal', 'Jenis Transaksi', 'Nominal']
  const lines = (...kinds: string[]) => kinds.map((kind, at) => [`2026-08-0${at + 1}`, kind, `${at + 2}5.000`])
  expect(await guessed('bank', headings, ...lines('QRIS Toko', 'Transfer', 'Biaya'))).toMatchObject({
    'Jenis Transaksi': 'description sure',
  })
  expect(await guessed('bank', headings, ...lines('Kredit', 'Debit', 'Kredit'))).toMatchObject({
    'Jenis Transaksi': 'direction sure',
  })
})

test.each(['+/-', 'Tanda', 'Ket', '(+/-)'])('a column of + and − tells the way, headed %s', async (heading) => {
  const lines = ['+', '-', '-'].map((way, at) => [`2026-08-0${at + 1}`, `QRIS toko ${at}`, `${at + 2}5.000`, way])
  expect(await guessed('bank', ['Tanggal', 'Uraian', 'Nominal', heading], ...lines)).toMatchObject({
    Uraian: expect.stringContaining('description'),
    [heading]: 'direction likely',
  })
  // where nothing but dashes stands, they are blanks
  const dashes = lines.map(([day = '', what = '', amount = '']) => [day, what, amount, '-'])
  expect((await guessed('bank', ['Tanggal', 'Uraian', 'Nominal', heading], ...dashes))[heading]).not.toContain(
    'direction',
  )
})

test('a statement whose heading of what happened is Rincian', async () => {
  expect(
    await guessed(
      'bank',
      ['Waktu Transaksi', 'Jenis Transaksi', 'Rincian', 'Nominal', 'Saldo', 'Status'],
      ['01 Aug 2026, 10:01', 'Transfer Keluar', 'TRF KE PT KAIN', '-Rp353.000', 'Rp12.147.000', 'Berhasil'],
    ),
  ).toMatchObject({ Rincian: 'description sure', Nominal: 'amount sure', 'Jenis Transaksi': '' })
})

test.each<[MappingSubject, string[], Cell[]]>([
  ['orders', ['Order ID', 'Status', 'Product Name', 'Qty', 'Price'], ['A1', 'Selesai', 'Kebaya', '1', '100.000']],
  ['settlements', ['Order ID', 'Release Date', 'Admin Fee', 'Net Amount'], ['A1', '2026-11-02', '-8.000', '92.000']],
  ['bank', ['Tanggal', 'Keterangan', 'Mutasi', 'DB/CR', 'Saldo'], ['01/11/2026', 'TRSF', '10.000', 'CR', '20.000']],
])('a file of %s is taken for one', async (subject, headings, row) => {
  expect(guessSubject(await survey(headings, row))).toBe(subject)
})

test('the heading row is found under titles, and above notes and rows of data', () => {
  const rows = rowsOf([
    ['Laporan Penjualan Batik Ratna'],
    ['Periode', '01/11/2026 - 30/11/2026'],
    ['No', 'Nomor Invoice', 'Status', 'Nama Produk', 'Jumlah', 'Harga'],
    ['1', 'INV/1', 'Selesai', 'Kebaya', '2', '100.000'],
    ['2', 'INV/2', 'Batal', 'Outer', '1', '240.000'],
  ])
  expect(guessHeadingRow(rows, KNOWN_HEADINGS)).toBe(3)
})

describe('in which way numbers are written', () => {
  const judged = async (...columns: string[][]) => {
    const rows = Array.from({ length: Math.max(...columns.map(({ length }) => length)) }, (_, at) =>
      columns.map((each) => each[at] ?? null),
    )
    const found = await survey(
      columns.map((_, at) => `Kolom ${String.fromCharCode(65 + at)}`),
      ...rows,
    )
    return found.map(({ numbers: { mark, sure } }) => `${mark} ${sure}`)
  }
  test.each([
    [['82.500', '1.152.000'], 'dot proven'],
    [['82.500', '500'], 'dot likely'],
    [['1,234.56', '85,000'], 'comma proven'],
    [['196000.00', '85,000'], 'comma proven'],
    [['85,000', '120,000'], 'comma doubtful'],
    [['85,000', '82.500'], 'dot doubtful'],
    [['85,000', '1200'], 'comma doubtful'],
    [['1.234,56', '1,234.56'], 'dot doubtful'],
    [['85000', '1200'], 'dot proven'],
    [['12,5', '82.500'], 'dot proven'],
    [['-4.750', '(1.200.000)', 'Rp 3.000'], 'dot proven'],
  ])('%j: %s', async (cells, expected) => {
    expect(await judged(cells)).toEqual([expected])
  })

  test('what one column proves is likely of its neighbour', async () => {
    expect(await judged(['85,000', '120,000'], ['1,152,000', '2,000,000'])).toEqual(['comma likely', 'comma proven'])
  })
})

describe('in which order dates stand', () => {
  const judged = async (...cells: string[]) => {
    const [found] = await survey(['Tanggal', 'Lain'], ...cells.map((cell) => [cell, 'x']))
    return `${found!.days.order} ${found!.days.sure}`
  }
  test.each([
    [['2026-11-02', '2026-11-30 10:00'], 'year proven'],
    [['01/02/2026', '13/02/2026'], 'day proven'],
    [['01/02/2026', '02/13/2026'], 'month proven'],
    [['01/02/2026', '03/02/2026'], 'day doubtful'],
    [['13/02/2026', '02/13/2026'], 'day doubtful'],
    [['2 November 2026', '3 Agustus 2026'], 'day proven'],
    [['02/02/2026'], 'day proven'],
  ])('%j: %s', async (cells, expected) => {
    expect(await judged(...cells)).toBe(expected)
  })
})
