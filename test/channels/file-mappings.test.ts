import { describe, expect, test } from 'vitest'
import type { FileMapping } from '../../src-shared/channels/file-mapping.ts'
import { bankNamedIn, draftOf, mappingOf, withChoice } from '../../src-shared/channels/mapping-draft.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { workbookBytes } from '../builders/workbook-bytes.ts'

const csv = (...rows: string[]) => `${rows.join('\n')}\n`

/** One row an item, as Lazada writes them: numbers with comma and cents, a state of its own for each item. */
const LAZADA = csv(
  'orderItemId,orderNumber,createTime,status,itemName,variation,sellerSku,unitPrice,paidPrice,shippingFee,trackingCode,customerName',
  '1,2001234567890,2026-11-02 09:12,delivered,Gamis Tunik,"Navy, L",GT-NV-L,"185,000.00","180,000.00","9,000.00",LX1,Sari',
  '2,2001234567890,2026-11-02 09:12,delivered,Gamis Tunik,"Navy, L",GT-NV-L,"185,000.00","180,000.00","9,000.00",LX1,Sari',
  '3,2001234567891,2026-11-03 10:00,shipped,Outer Lurik,Hitam,OL-HT,"240,000.00","240,000.00",0,LX2,Dewi',
  '4,2001234567891,2026-11-03 10:00,canceled,Outer Lurik,Putih,OL-PT,"240,000.00","240,000.00",0,,Dewi',
  '5,2001234567892,2026-11-03 11:00,mystery,Outer Lurik,Hitam,OL-HT,"240,000.00","240,000.00",0,,Ina',
)

type Client = Awaited<ReturnType<typeof aCore>>['client']

async function taught(client: Client, file: File, change?: (mapping: FileMapping) => FileMapping) {
  const look = await client.fileMappings.look({ file })
  const mapping = mappingOf(
    look,
    draftOf(look, look.subject, { name: 'Lazada pesanan', channel: 'other', bank: bankNamedIn(look) }),
  )
  const wanted = change ? change(mapping) : mapping
  const { fileId, sheet, headingRow } = look
  return { look, mapping: wanted, trial: await client.fileMappings.try({ fileId, sheet, headingRow, mapping: wanted }) }
}

const settled = async (stream: AsyncIterable<{ type: string }>) => {
  for await (const news of stream) if (news.type !== 'progress') return news
  throw new Error('no answer')
}

async function imported(client: Client, file: File) {
  const staged = await client.channels.files.stage({ file })
  const shopId = staged.suggestedShopId ?? newId()
  const into = {
    importId: staged.importId,
    shopId,
    ...(staged.suggestedShopId ? {} : { newShop: 'Lazada Batik Ratna' }),
  }
  return { staged, shopId, end: await settled(await client.channels.files.confirm(into)) }
}

describe('an order list of a channel without readers', () => {
  test('is seen as what it is, and tried before anything is stored', async () => {
    const { client } = await aCore()
    const { look, trial } = await taught(client, aFile('lazada.csv', LAZADA))
    expect(look).toMatchObject({ subject: 'orders', headingRow: 1, rows: 5 })
    expect(look.columns.find(({ heading }) => heading === 'status')!.words).toEqual([
      { word: 'delivered', count: 2, means: 'delivered', meansInBank: null },
      { word: 'shipped', count: 1, means: 'in_transit', meansInBank: null },
      { word: 'canceled', count: 1, means: 'cancelled', meansInBank: 'not moved' },
      { word: 'mystery', count: 1, means: null, meansInBank: null },
    ])
    expect(trial).toMatchObject({
      subject: 'orders',
      totals: { orders: 2, pieces: 3, goodsValue: 610_000 },
      keptOut: { orders: 1, rows: 1, grossSales: 240_000 },
      problems: [{ code: 'WORD_NOT_TAUGHT', row: 6, value: 'mystery', orderNumber: '2001234567892', blocks: true }],
    })
    expect(trial.rows).toEqual([
      {
        number: '2001234567890',
        placedOn: '2026-11-02',
        state: 'delivered',
        goods: 'Gamis Tunik · Navy, L',
        sku: 'GT-NV-L',
        pieces: 2,
        price: 185_000,
        buyerPayment: 180_000,
      },
      expect.objectContaining({ number: '2001234567891', state: 'in_transit', sku: 'OL-HT', pieces: 1 }),
    ])
    expect(await client.fileMappings.list()).toEqual([])
  })

  test('an amount that stands for each row is added up, one of the order counts once', async () => {
    const { client } = await aCore()
    const perRow = (mapping: FileMapping): FileMapping => ({
      ...mapping,
      columns: mapping.columns.map((column) =>
        column.field === 'buyerPayment' ? { ...column, isPerRow: true } : column,
      ),
    })
    const { trial } = await taught(client, aFile('lazada.csv', LAZADA), perRow)
    expect(trial.rows[0]).toMatchObject({ buyerPayment: 360_000 })
  })

  const MERGED = csv(
    'Kode,Farbe,Tahap,Barang,Harga,Jumlah',
    ...Array.from({ length: 80 }, (_, at) => [
      `ZX-${100_000_000 + at},Hitam,${at % 2 ? 'fertig' : 'storniert'},Batik Tulis Nomor ${at},120.000,1`,
      `${at % 3 ? `ZX-${100_000_000 + at}` : ''},Merah,${at % 3 ? (at % 2 ? 'fertig' : 'storniert') : ''},Batik Tulis Nomor ${at},130.000,1`,
    ]).flat(),
  )

  test('what differs within orders is no state of them, and a state told once holds for the rows below', async () => {
    const { client } = await aCore()
    const named = (mapping: FileMapping): FileMapping => ({
      ...mapping,
      words: [
        { word: 'fertig', means: 'completed' },
        { word: 'storniert', means: 'cancelled' },
      ],
    })
    const { look, trial } = await taught(client, aFile('pesanan.csv', MERGED), named)
    expect(look.columns.map(({ guesses }) => guesses.orders?.field)).toEqual([
      'number',
      undefined,
      'status',
      'productName',
      'price',
      'pieces',
    ])
    expect(trial).toMatchObject({ problems: [], totals: { orders: 80, pieces: 160 }, keptOut: { orders: 0 } })
  })

  test('a discount is what it is, with its minus or without', async () => {
    const { client } = await aCore()
    const file = csv(
      'orderNumber,createTime,status,itemName,sellerSku,unitPrice,sellerDiscountTotal',
      '2001234567890,2026-11-02 09:12,delivered,Gamis,GT,185000.00,-5000.00',
      '2001234567891,2026-11-02 09:12,delivered,Gamis,GT,185000.00,0.00',
      '2001234567891,2026-11-02 09:12,delivered,Outer,OT,185000.00,-7000.00',
    )
    const { mapping, trial } = await taught(client, aFile('lazada.csv', file))
    expect(trial).toMatchObject({ problems: [], totals: { orders: 2, goodsValue: 555_000 } })
    await client.fileMappings.save(mapping)
    const { end } = await imported(client, aFile('lazada.csv', file))
    expect(end).toMatchObject({ outcome: { added: { orders: 2, grossSales: 555_000 } } })
    const { rows } = await client.orders.list({ limit: 5 })
    const discounted = await client.orders.get({ id: rows.find(({ number }) => number === '2001234567890')!.id })
    expect(JSON.stringify(discounted)).toMatch(/"kind":"seller voucher","amount":5000\b/)
  })

  test('prices that lost their thousands in part of a column are asked about: beside dots in a CSV, and where the buyer paid a thousandfold', async () => {
    const { client } = await aCore()
    const rows = (...orders: [price: string, paid: string][]) =>
      csv(
        'No Order;Status;Nama Barang;Jumlah;Harga;Total Bayar Pembeli',
        ...orders.map(([price, paid], at) => `LZ-20000000${at};selesai;Batik ${at};1;${price};${paid}`),
      )
    const kept = async (file: string) => {
      const { trial } = await taught(client, aFile('pesanan.csv', file), (mapping) => ({
        ...mapping,
        columns: mapping.columns.map((column) =>
          column.heading === 'total bayar pembeli' ? { ...column, field: 'buyerPayment' } : column,
        ),
        words: [{ word: 'selesai', means: 'completed' }],
      }))
      return trial.problems.map(({ code, row }) => `${code} ${row}`)
    }
    expect(await kept(rows(['85.000', '85.000'], ['110', '110'], ['500', '9.500']))).toEqual(['THOUSANDS_LOST 3'])
    expect(await kept(rows(['85.000', '85.000'], ['110', '119.000']))).toEqual(['THOUSANDS_LOST 3'])
    expect(await kept(rows(['85.000', '85.000'], ['Rp110', 'Rp110']))).toEqual([])
  })

  test('amounts of another country are refused by their currency, also when they are whole', async () => {
    const { client } = await aCore()
    const file = csv(
      'Nombor Pesanan,Status Pesanan,Nama Produk,Kuantiti,Harga (RM)',
      '260801HN3T8WQA,Selesai,Baju Kurung,1,25.00',
    )
    await expect(client.fileMappings.look({ file: aFile('melayu.csv', file) })).rejects.toMatchObject({
      code: 'FILE_OF_ANOTHER_CURRENCY',
      data: { currency: 'RM' },
    })
    const listed = csv(
      'Nombor Pesanan,Status Pesanan,Nama Produk,Kuantiti,Harga,Mata Wang',
      '260801HN3T8WQA,Selesai,Baju Kurung,1,25.00,MYR',
    )
    await expect(client.fileMappings.look({ file: aFile('melayu.csv', listed) })).rejects.toMatchObject({
      code: 'FILE_OF_ANOTHER_CURRENCY',
      data: { currency: 'MYR' },
    })
  })

  test('once remembered the next file of the layout comes in by itself, into the books of other channels, and goes out again', async () => {
    const { client } = await aCore()
    const { mapping } = await taught(client, aFile('lazada.csv', LAZADA))
    await expect(client.channels.files.stage({ file: aFile('lazada.csv', LAZADA) })).rejects.toMatchObject({
      code: 'FILE_NOT_RECOGNISED',
    })
    const known = await client.fileMappings.save(mapping)
    // the columns in another order, and one that is new
    const next = csv(
      'orderNumber,orderItemId,createTime,status,itemName,variation,sellerSku,unitPrice,paidPrice,shippingFee,trackingCode,customerName,voucherSeller',
      '2001234567899,9,2026-11-05 09:12,delivered,Gamis Tunik,"Navy, L",GT-NV-L,"185,000.00","185,000.00",0,LX9,Sari,0',
    )
    const { staged, shopId, end } = await imported(client, aFile('lazada-2.csv', next))
    expect(staged).toMatchObject({
      kind: 'mapped orders',
      channel: 'other',
      mappedBy: { id: known.id, name: 'Lazada pesanan' },
      unknownColumns: ['voucherSeller'],
    })
    expect(end).toMatchObject({ type: 'result', outcome: { added: { orders: 1, grossSales: 185_000 } } })
    expect(await client.channels.shops.list()).toMatchObject([{ id: shopId, channel: 'other', orders: 1 }])
    expect(await client.fileMappings.list()).toMatchObject([{ id: known.id, files: 1 }])

    // a run is taken back by the mapping it was read by, whatever became of it since
    await client.fileMappings.remove({ id: known.id })
    await settled(await client.channels.files.withdraw({ importId: staged.importId }))
    expect((await client.orders.tabs()).reduce((sum, { orders }) => sum + orders, 0)).toBe(0)
    expect((await client.ledger.verify()).findings.filter(({ ok }) => !ok)).toEqual([])
  })

  test('a layout that is taught anew takes the place of the one before', async () => {
    const { client } = await aCore()
    const { mapping } = await taught(client, aFile('lazada.csv', LAZADA))
    await client.fileMappings.save(mapping)
    const again = await client.fileMappings.save({ ...mapping, name: 'Lazada' })
    expect(await client.fileMappings.list()).toEqual([again])
  })
})

test('a mapping takes no file away from the reader that knows it', async () => {
  const { client } = await aCore()
  const { anOrderFile } = await import('../builders/shopee-order-file.ts')
  const file = () =>
    aFile(
      'Order.all.csv',
      anOrderFile()
        .withOrder('261102AAAAAAAA', { items: [{ product: 'Kemeja', price: 90_000 }] })
        .csv(),
    )
  const look = await client.fileMappings.look({ file: file() })
  const draft = draftOf(look, 'orders', { name: 'Pembajak', channel: 'other', bank: 'other' })
  await client.fileMappings.save(mappingOf(look, draft))
  expect(await client.channels.files.stage({ file: file() })).toMatchObject({
    kind: 'shopee orders',
    channel: 'shopee',
  })
})

test('what keeps rows out is said once for each reason, with how often', async () => {
  const { client } = await aCore()
  const file = csv(
    'No. Order,Status Order,Nama Produk,Total Barang,Harga Produk',
    'A0001,PU,Masker,1,27000',
    'A0002,PU,Masker,1,27000',
    'A0003,CX,Masker,1,27000',
    'A0004,CX,Masker,x,27000',
  )
  const { trial } = await taught(client, aFile('blibli.csv', file))
  expect(trial.problems.map(({ code, value, times }) => [code, value, times])).toEqual([
    ['WORD_NOT_TAUGHT', 'PU', 2],
    ['WORD_NOT_TAUGHT', 'CX', 2],
    ['NOT_A_QUANTITY', 'x', 1],
  ])
})

describe('an income report', () => {
  const INCOME = csv(
    'No. Pesanan;Tanggal Cair;Harga Barang;Biaya Admin;Ongkir Penjual;Dana Cair',
    'A-1;02/11/2026;185.000;14.800;0;170.200',
    'A-2;13/11/2026;240.000;19.200;5.000;215.000',
    ';14/11/2026;;;;25.000',
    'Total;;425.000;34.000;5.000;410.200',
  )
  test('amounts taken off without a minus are, and what the columns leave unexplained is a line of its own', async () => {
    const { client } = await aCore()
    const { look, trial } = await taught(client, aFile('blibli.csv', INCOME))
    expect(look.subject).toBe('settlements')
    expect(trial).toMatchObject({
      subject: 'settlements',
      totals: { rows: 3, orders: 2, adjustments: 1, released: 385_200, adjusted: 25_000 },
      explained: 1,
      keptOut: { rows: 0 },
    })
    expect(trial.rows[1]).toMatchObject({
      orderNumber: 'A-2',
      releasedOn: '2026-11-13',
      released: 215_000,
      lines: [
        { name: 'Harga Barang', amount: 240_000 },
        { name: 'Biaya Admin', amount: -19_200 },
        { name: 'Ongkir Penjual', amount: 5_000 },
        { name: 'Selisih yang tidak dijelaskan berkas', amount: -10_800 },
      ],
    })
  })

  test('a row an amount is gathered by order and day; of an order with a row that cannot be read nothing comes in', async () => {
    const { client } = await aCore()
    const file = csv(
      'Transaction Date,Fee Name,Amount,Order No.,Details',
      '2026-11-02,Item Price Credit,"185,000.00",A-1,',
      '2026-11-02,Commission,"-14,800.00",A-1,',
      '2026-11-09,Item Price Credit,"10,000.00",A-1,',
      '2026-11-02,Item Price Credit,"99,000.00",A-2,',
      '2026-11-02,Commission,lima,A-2,',
      '2026-11-05,Claims,"25,000.00",,paket hilang',
    )
    const { trial } = await taught(client, aFile('lazada-income.csv', file))
    expect(trial).toMatchObject({
      totals: { orders: 2, adjustments: 1, released: 180_200, adjusted: 25_000 },
      keptOut: { rows: 2 },
      problems: [{ code: 'NOT_AN_AMOUNT', row: 6, value: 'lima' }],
    })
  })
})

describe('a statement of a bank', () => {
  test('which way money went is what its words mean; a word nobody named keeps its row out', async () => {
    const { client } = await aCore()
    const file = csv(
      'Tanggal;Uraian;Nominal;Arah;Saldo',
      '01/11/2026;Saldo pindahan;1.000.000,00;KR;1.000.000,00',
      '13/11/2026;Beli kain;250.000,50;DB;749.999,50',
      '14/11/2026;Aneh;10.000,00;??;749.999,50',
    )
    const { look, trial } = await taught(client, aFile('bank.csv', file))
    expect(look.subject).toBe('bank')
    expect(trial).toMatchObject({
      totals: { rows: 2, opening: 0, in: 1_000_000, out: -250_000, closing: 750_000 },
      keptOut: { rows: 1 },
    })
    expect(trial.problems).toContainEqual(expect.objectContaining({ code: 'WORD_NOT_TAUGHT', value: '??' }))
  })
})

describe('a statement of a wallet', () => {
  const DANA = csv(
    'Riwayat Transaksi DANA',
    'Tanggal;Jenis Transaksi;Keterangan;Nominal;Status;Saldo',
    '01 Nov 2026 09:12;Isi Saldo;Dari BCA;Rp500.000;Berhasil;Rp500.000',
    '03 Nov 2026 18:40;Pembayaran;Warung Sari;Rp27.500;Berhasil;Rp472.500',
    '04 Nov 2026 08:00;Pembayaran;Token PLN;Rp102.500;Gagal;Rp472.500',
    '05 Nov 2026 20:01;Kirim Uang;Bu Siti;Rp100.000;Sukses;Rp372.500',
  )
  const said = (mapping: FileMapping): FileMapping => ({
    ...mapping,
    name: 'Mutasi DANA',
    words: [...mapping.words, { word: 'Pembayaran', means: 'out' }],
  })

  test('what failed is told and never recorded, and the statement bears the name of the wallet', async () => {
    const { client } = await aCore()
    const { look, mapping, trial } = await taught(client, aFile('riwayat.csv', DANA), said)
    expect(look.subject).toBe('bank')
    expect(mapping).toMatchObject({ bank: 'dana', channel: null })
    expect(mapping.words).toEqual(
      expect.arrayContaining([
        { word: 'Isi Saldo', means: 'in' },
        { word: 'Kirim Uang', means: 'out' },
        { word: 'Gagal', means: 'not moved' },
      ]),
    )
    expect(trial).toMatchObject({
      totals: { rows: 3, opening: 0, in: 500_000, out: -127_500, closing: 372_500, pending: 1 },
      keptOut: { rows: 0 },
      problemCount: 0,
    })
  })

  test('it goes by itself into the wallet of its name, and then wherever the last one went', async () => {
    const { client } = await aCore()
    const { mapping } = await taught(client, aFile('riwayat.csv', DANA), said)
    await client.fileMappings.save(mapping)
    const first = await client.channels.files.stage({ file: aFile('riwayat.csv', DANA) })
    expect(first).toMatchObject({ bank: 'dana', suggestedAccount: '1120' })
    const into = { importId: first.importId, account: '1111' as const }
    await settled(await client.channels.files.confirm(into))
    const next = DANA.replace('05 Nov 2026', '25 Nov 2026')
    const second = await client.channels.files.stage({ file: aFile('riwayat-2.csv', next) })
    expect(second.suggestedAccount).toBe('1111')
  })

  test('amounts with their own minus need no word for the way they went', async () => {
    const { client } = await aCore()
    const ovo = csv(
      'Date;Type;Description;Amount;Status',
      '2026-11-01 09:12;Payment;Warung Sari;\u2212Rp27.500;Success',
      '2026-11-02 10:00;Cashback;OVO Points;+Rp1.500;Success',
      '2026-11-03 10:00;Payment;Toko Jaya;15.000-;Success',
    )
    const { mapping, trial } = await taught(client, aFile('ovo_2026_11.csv', ovo))
    expect(mapping).toMatchObject({ subject: 'bank', bank: 'ovo' })
    expect(trial).toMatchObject({ totals: { rows: 3, in: 1_500, out: -42_500 }, keptOut: { rows: 0 } })
  })
})

describe('a taught layout that stands on several sheets', () => {
  const rows = (...orders: string[]) => [
    ['Order ID', 'Tanggal', 'Status', 'Nama Produk', 'Harga'],
    ...orders.map((number) => [number, '2026-11-03', 'Selesai', 'Kebaya', 85_000]),
  ]
  const lines = (...days: string[]) => [
    ['Tanggal', 'Uraian', 'Nominal', 'Arah'],
    ...days.flatMap((day) => [
      [day, 'Setoran', 250_000, 'KR'],
      [day, 'Belanja', 100_000, 'DB'],
    ]),
  ]
  const book = (...sheets: (string | number)[][][]) =>
    workbookBytes(
      sheets.map((rows, at) => ({ name: `Lembar ${at + 1}`, rows })),
      'shared',
      {},
    )

  test('is one list of orders where it goes on, and refused where both tell of an order', async () => {
    const { client } = await aCore()
    const { mapping } = await taught(client, aFile('daftar.xlsx', book(rows('A0001', 'A0002'))))
    await client.fileMappings.save(mapping)
    const joined = book(rows('A0001', 'A0002'), rows('A0003'))
    expect(await client.channels.files.stage({ file: aFile('dua.xlsx', joined) })).toMatchObject({
      totals: { orders: 3, goodsValue: 255_000 },
    })
    for (const list of [rows('A0001', 'A0002'), rows('A0001')]) {
      const twice = client.channels.files.stage({ file: aFile('kembar.xlsx', book(list, list)) })
      await expect(twice, `${list.length - 1} orders`).rejects.toMatchObject({ code: 'FILE_WITH_SEVERAL_SHEETS' })
    }
    const wide = book(rows('A0001'), [
      ['Order ID', 'Tanggal', 'Status', 'Nama Produk', 'Harga'],
      ['A0001', '2026-11-03', 'Selesai', 'Rok', 40_000],
    ])
    expect(await client.channels.files.stage({ file: aFile('satu.xlsx', wide) })).toMatchObject({
      totals: { orders: 1, goodsValue: 125_000 },
    })
  })

  test('is refused by name where it is a statement', async () => {
    const { client } = await aCore()
    const { mapping } = await taught(client, aFile('mutasi.xlsx', book(lines('2026-11-03'))))
    await client.fileMappings.save(mapping)
    const two = client.channels.files.stage({ file: aFile('dua.xlsx', book(lines('2026-11-03'), lines('2026-12-03'))) })
    await expect(two).rejects.toMatchObject({
      code: 'FILE_WITH_SEVERAL_SHEETS',
      data: { sheets: ['Lembar 1', 'Lembar 2'] },
    })
  })

  test('with a column that has no heading is known again', async () => {
    const { client } = await aCore()
    const bare = (day: string) => [
      ['Tanggal', 'Uraian', 'Nominal', '', 'Saldo'],
      [day, 'Setoran', 250_000, '+', 250_000],
      [day, 'Belanja', 100_000, '-', 150_000],
    ]
    const { mapping } = await taught(client, aFile('mutasi.xlsx', book(bare('2026-11-03'))))
    await client.fileMappings.save(mapping)
    expect(await client.channels.files.stage({ file: aFile('lagi.xlsx', book(bare('2026-11-09'))) })).toMatchObject({
      kind: 'mapped bank statement',
      totals: { in: 250_000, out: -100_000 },
    })
  })
})

describe('what is in doubt is asked', () => {
  test('85,000 alone, and 01/02/2026 alone', async () => {
    const { client } = await aCore()
    const look = await client.fileMappings.look({
      file: aFile('x.csv', csv('Order ID;Tanggal;Status;Nama Produk;Harga', 'A1;01/02/2026;Selesai;Kebaya;85,000')),
    })
    expect(look.columns.find(({ heading }) => heading === 'Harga')!.numbers).toEqual({
      mark: 'comma',
      sure: 'doubtful',
      example: '85,000',
    })
    expect(look.columns.find(({ heading }) => heading === 'Tanggal')!.days).toEqual({
      order: 'day',
      sure: 'doubtful',
      example: '01/02/2026',
    })
  })

  test('by the other answer the same cells are other amounts and days, or none', async () => {
    const { client } = await aCore()
    const file = aFile('x.csv', csv('Order ID;Tanggal;Status;Nama Produk;Harga', 'A1;01/02/2026;Selesai;Kebaya;85,000'))
    const look = await client.fileMappings.look({ file })
    const { fileId, sheet, headingRow } = look
    const first = draftOf(look, 'orders', { name: 'x', channel: 'other', bank: 'other' })
    const at = (heading: string) => look.columns.findIndex((column) => column.heading === heading)
    const tried = async (draft: typeof first) => {
      const trial = await client.fileMappings.try({ fileId, sheet, headingRow, mapping: mappingOf(look, draft) })
      return trial.subject === 'orders' ? trial : null
    }
    expect((await tried(first))!.rows).toMatchObject([{ placedOn: '2026-02-01', price: 85_000 }])
    const other = withChoice(first, look, at('Tanggal'), { days: 'month' })
    expect((await tried(other))!.rows).toMatchObject([{ placedOn: '2026-01-02' }])
    const dots = withChoice(first, look, at('Harga'), { thousands: 'dot' })
    expect(await tried(dots)).toMatchObject({ rows: [], problems: [{ code: 'NOT_AN_AMOUNT', value: '85,000' }] })
  })
})

describe('a layout given to another shop', () => {
  test('is a small file that the other shop takes in', async () => {
    const { client } = await aCore()
    const { mapping } = await taught(client, aFile('lazada.csv', LAZADA))
    const { id } = await client.fileMappings.save(mapping)
    const file = await client.fileMappings.share({ id })
    expect(file.name).toBe('susunan-lazada-pesanan.json')
    const other = await aCore()
    expect((await other.client.fileMappings.takeIn({ file })).mapping).toEqual(mapping)
    expect(await other.client.channels.files.stage({ file: aFile('lazada.csv', LAZADA) })).toMatchObject({
      kind: 'mapped orders',
    })
  })

  const sound = async () => {
    const { client } = await aCore()
    return { client, mapping: (await taught(client, aFile('lazada.csv', LAZADA))).mapping }
  }
  const asShared = (mapping: unknown, more = {}) =>
    JSON.stringify({ lumbung: 'susunan berkas', version: 1, mapping, ...more })

  test('whatever is damaged or hostile in it is refused with a sentence, and nothing is stored', async () => {
    const { client, mapping } = await sound()
    const columns = (change: (column: FileMapping['columns'][number], at: number) => object) => ({
      ...mapping,
      columns: mapping.columns.map(change),
    })
    const hostile: [why: string, text: string | Uint8Array][] = [
      ['text', ''],
      ['text', 'bukan json'],
      ['text', '[]'],
      ['text', 'null'],
      ['text', '{"nama":"lain"}'],
      ['text', Buffer.from([0xff, 0xfe, 0x00])],
      ['size', asShared(mapping, { isi: 'x'.repeat(200_001) })],
      ['contents', asShared(mapping, { version: 2 })],
      ['contents', asShared(null)],
      ['contents', asShared({ ...mapping, name: '' })],
      ['contents', asShared({ ...mapping, subject: 'settings' })],
      ['contents', asShared({ ...mapping, channel: 'own' })],
      ['contents', asShared({ ...mapping, headings: [] })],
      ['contents', asShared({ ...mapping, headings: [...mapping.headings, { toString: 'x' }] })],
      ['contents', asShared({ ...mapping, columns: [] })],
      ['contents', asShared(columns((column, at) => (at === 0 ? { ...column, field: '__proto__' } : column)))],
      ['contents', asShared(columns((column, at) => (at === 0 ? { ...column, field: 'constructor' } : column)))],
      ['contents', asShared(columns((column, at) => (at === 0 ? { ...column, heading: 'tidak ada' } : column)))],
      ['contents', asShared(columns((column, at) => (at === 0 ? { ...column, nth: 2 } : column)))],
      ['contents', asShared(columns((column) => ({ ...column, field: 'number' })))],
      ['contents', asShared(columns((column) => ({ ...column, heading: mapping.columns[0]!.heading })))],
      ['contents', asShared({ ...mapping, words: [{ word: 'selesai', means: 'paid twice' }] })],
      ['contents', asShared({ ...mapping, words: [{ word: 'selesai', means: 'in' }] })],
      [
        'contents',
        asShared({
          ...mapping,
          words: [
            { word: 'a', means: 'completed' },
            { word: 'a', means: 'cancelled' },
          ],
        }),
      ],
      [
        'contents',
        asShared({
          ...mapping,
          words: Array.from({ length: 201 }, (_, at) => ({ word: `w${at}`, means: 'completed' })),
        }),
      ],
    ]
    for (const [why, text] of hostile)
      await expect(
        client.fileMappings.takeIn({ file: aFile('susunan.json', text) }),
        String(text).slice(0, 200),
      ).rejects.toMatchObject({
        code: 'NOT_A_SHARED_MAPPING',
        data: { name: 'susunan.json', why },
      })
    expect(await client.fileMappings.list()).toEqual([])
  })
})

test('a file that waited too long, a heading row that names nothing, a mapping of other columns: a sentence each', async () => {
  const { client } = await aCore()
  const { look, mapping } = await taught(client, aFile('lazada.csv', LAZADA))
  const { fileId, sheet } = look
  await expect(client.fileMappings.try({ fileId: newId(), sheet, headingRow: 1, mapping })).rejects.toMatchObject({
    code: 'UNKNOWN_FILE_GONE',
  })
  await expect(client.fileMappings.try({ fileId, sheet, headingRow: 2, mapping })).rejects.toMatchObject({
    code: 'MAPPING_DOES_NOT_FIT',
  })
  const twice = { ...mapping, columns: [...mapping.columns, { ...mapping.columns[0]!, heading: 'tidak ada' }] }
  const unsound = { code: 'MAPPING_UNSOUND', data: { what: 'no such column' } }
  await expect(client.fileMappings.try({ fileId, sheet, headingRow: 1, mapping: twice })).rejects.toMatchObject(unsound)
  await expect(client.fileMappings.save(twice)).rejects.toMatchObject(unsound)
  await expect(client.fileMappings.look({ file: aFile('x.csv', '1;2\n3;4\n') })).rejects.toMatchObject({
    code: 'NO_HEADING_ROW',
  })
  await expect(client.fileMappings.remove({ id: newId() })).rejects.toMatchObject({ code: 'MAPPING_NOT_FOUND' })
})

test('a taught statement goes into its account, a taught income report into its shop of another channel', async () => {
  const { client } = await aCore()
  const shopId = newId()
  await client.channels.shops.save({ id: shopId, channel: 'other', name: 'Lazada Batik Ratna' })
  const taken = async (name: string, text: string, into: { shopId: string } | { account: '1110' }) => {
    const { mapping } = await taught(client, aFile(name, text))
    await client.fileMappings.save({ ...mapping, name })
    const { importId } = await client.channels.files.stage({ file: aFile(name, text) })
    return settled(await client.channels.files.confirm({ importId, ...into }))
  }
  const bank = csv('Tgl;Uraian;Nominal;Arah;Saldo', '13/11/2026;Jual kain;1.000.000,00;KR;1.000.000,00')
  expect(await taken('bank.csv', bank, { account: '1110' })).toMatchObject({ outcome: { kind: 'bank', added: 1 } })
  const income = csv(
    'No. Pesanan;Tanggal Cair;Harga Barang;Biaya Admin;Dana Cair',
    'A-1;13/11/2026;185.000;14.800;170.200',
  )
  expect(await taken('income.csv', income, { shopId })).toMatchObject({
    outcome: { kind: 'settlements', added: { settlements: 1, released: 170_200 } },
  })
})
