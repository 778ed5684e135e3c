import { describe, expect, test } from 'vitest'
import { readBankStatement } from '../../../src-main/core/channels/files/bank-statements/read-bank-statement.ts'
import { recogniseStatements } from '../../../src-main/core/channels/files/bank-statements/recognise-statement.ts'
import { readChannelFile } from '../../../src-main/core/channels/files/read-channel-file.ts'
import { createProblemList } from '../../../src-main/core/channels/files/reading/problem-list.ts'
import { aBook } from '../../builders/a-book.ts'
import { workbookBytes } from '../../builders/workbook-bytes.ts'
import { refusalOf } from './reading.ts'

async function read(text: string, modifiedAt?: number | null) {
  const { head, book } = await aBook('mutasi.csv', text, modifiedAt === undefined ? {} : { modifiedAt })
  const [found] = recogniseStatements(head)
  if (!found) throw new Error('no statement was recognised')
  expect(found.missing).toEqual([])
  return readBankStatement(found, book)
}
const moves = ({ lines }: Awaited<ReturnType<typeof read>>) => lines.map(({ day, amount }) => [day, amount])

describe('BCA', () => {
  const bisnis = (...lines: string[]) =>
    [
      'Informasi Rekening - Mutasi Rekening',
      'No. rekening : 0123456789',
      'Nama : BATIK RATNA',
      'Periode : 20/12/2025 - 10/01/2026',
      '',
      ...lines,
    ].join('\r\n')

  test.each(['', ',', ',,'])('KlikBCA Bisnis with DB and CR behind blank columns: %s', async (gap) => {
    const file = await read(
      bisnis(
        `Tanggal Transaksi,Keterangan,Cabang,Jumlah,${gap},Saldo`,
        `'30/12,TRSF SITI AMINAH,'0000,"3,528,964.00"${gap},CR,"13,528,964.00"`,
        `'31/12,BIAYA ADM,'0000,"15,000.00"${gap},DB,"13,513,964.00"`,
      ),
    )
    expect(file).toMatchObject({ totals: { in: 3_528_964, out: -15_000, closing: 13_513_964 }, problems: [] })
  })

  test('KlikBCA Bisnis with DB and CR beside the amount: the year comes from the period, over New Year too', async () => {
    const file = await read(
      bisnis(
        'Tanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo',
        `'30/12,TRSF E-BANKING CR 3012/FTSCY/WS95051 SITI AMINAH,'0000,"3,528,964.00",CR,"13,528,964.00"`,
        `'31/12,BIAYA ADM,'0000,"15,000.00",DB,"13,513,964.00"`,
        `'02/01,"TARIKAN ATM 02/01, JEPARA",'0998,"500,000.00",DB,"13,013,964.00"`,
        `PEND,TRANSAKSI DEBIT TGL 09/01 INDOMARET,'0000,"86,500.00",DB,`,
        'Saldo Awal : "10,000,000.00"',
        'Mutasi Debet : 515,000.00',
        'Mutasi Kredit : 3,528,964.00',
        'Saldo Akhir : 13,013,964.00',
      ).replace('Saldo Awal : "10,000,000.00"', 'Saldo Awal : 10,000,000.00'),
    )
    expect(file).toMatchObject({ bank: 'bca', accountNumber: '0123456789', accountName: 'BATIK RATNA', problems: [] })
    expect(moves(file).slice(0, 3)).toEqual([
      ['2025-12-30', 3_528_964],
      ['2025-12-31', -15_000],
      ['2026-01-02', -500_000],
    ])
    expect(file.lines.map(({ isPending }) => isPending)).toEqual([false, false, false, true])
    expect(file.totals).toEqual({
      rows: 3,
      opening: 10_000_000,
      in: 3_528_964,
      out: -515_000,
      closing: 13_013_964,
      pending: 1,
      from: '2025-12-20',
      to: '2026-01-10',
    })
    expect(file.controls).toEqual([
      { name: 'Saldo Awal', stated: 10_000_000, computed: 10_000_000 },
      { name: 'Mutasi Debet', stated: 515_000, computed: 515_000 },
      { name: 'Mutasi Kredit', stated: 3_528_964, computed: 3_528_964 },
      { name: 'Saldo Akhir', stated: 13_013_964, computed: 13_013_964 },
    ])
  })

  test('on a sheet that begins further right', async () => {
    const rows = [
      ['Informasi Rekening - Mutasi Rekening'],
      ['No. rekening : 0123456789'],
      ['Periode', ':', '20/12/2025 - 10/01/2026'],
      ['Tanggal Transaksi', 'Keterangan', 'Cabang', 'Jumlah', 'Saldo'],
      ["'30/12", 'TRSF', "'0000", '3,528,964.00 CR', '13,528,964.00'],
    ]
    const bytes = workbookBytes([{ name: 'mutasi', rows: rows.map((row) => [null, null, ...row]) }], 'shared', {})
    const file = await readChannelFile({ name: 'mutasi.xlsx', bytes, zone: 'WIB' })
    if (file.kind !== 'bank statement') throw new Error(file.kind)
    expect([file.accountNumber, moves(file)]).toEqual(['0123456789', [['2025-12-30', 3_528_964]]])
  })

  test('KlikBCA Bisnis with the mark inside the amount, newest first', async () => {
    const file = await read(
      bisnis(
        'Tanggal Transaksi,Keterangan,Cabang,Jumlah,Saldo',
        `02/01/2026,BUNGA,'0000,"1,250.00 CR","13,515,214.00"`,
        `31/12/2025,BIAYA ADM,'0000,"15,000.00 DB","13,513,964.00"`,
      ),
    )
    expect(moves(file)).toEqual([
      ['2025-12-31', -15_000],
      ['2026-01-02', 1_250],
    ])
    expect(file.problems).toEqual([])
  })

  test('KlikBCA Individual: commas in a description are not quoted, so rows are read from both ends', async () => {
    const file = await read(
      [
        `Account No.,=,'0987654321`,
        'Name,=,RATNA SARI',
        'Currency,=,IDR',
        '',
        'Date,Description,Branch,Amount,,Balance',
        `'30/12,TRSF E-BANKING DB 3012/FTSCY/WS95 TOKO KAIN, BENANG, DLL,'0000,1250000.00,DB,3750000.00`,
        `'02/01,KR OTOMATIS SHOPEE,'0000,2000000.00,CR,5750000.00`,
        `PEND,BAYAR QR, WARUNG BU TINI,'0000,25000.00,DB,`,
        'Starting Balance,=,5000000.00',
        'Credit,=,2000000.00',
        'Debet,=,1250000.00',
        'Ending Balance,=,5750000.00',
      ].join('\n'),
      Date.parse('2026-01-05T03:00:00Z'),
    )
    expect(file).toMatchObject({ accountNumber: '0987654321', accountName: 'RATNA SARI', problems: [] })
    expect(file.lines.map(({ day, description, amount }) => [day, description, amount])).toEqual([
      ['2025-12-30', 'TRSF E-BANKING DB 3012/FTSCY/WS95 TOKO KAIN, BENANG, DLL', -1_250_000],
      ['2026-01-02', 'KR OTOMATIS SHOPEE', 2_000_000],
      ['2026-01-05', 'BAYAR QR, WARUNG BU TINI', -25_000],
    ])
    expect(file.controls.map(({ stated, computed }) => stated - computed)).toEqual([0, 0, 0, 0])
  })
})

test.each([
  ['a plus and a minus', '+250.000', '-100.000'],
  ['a minus before what went out', '250.000', '-100.000'],
  ['a minus behind', '250.000', '100.000-'],
])('an amount without DB and CR goes the way of its sign: %s', async (_, came, went) => {
  const lines = [
    'Tanggal,Keterangan,Jumlah,Saldo',
    `01/05/2026,Setoran,${came},250.000`,
    `02/05/2026,Belanja,${went},150.000`,
  ]
  const file = await readChannelFile({ name: 'mutasi.csv', bytes: Buffer.from(lines.join('\n')), zone: 'WIB' })
  expect(file).toMatchObject({ totals: { in: 250_000, out: -100_000, closing: 150_000 }, keptOut: { rows: 0 } })
})

describe('Mandiri', () => {
  test('Kopra: semicolons, months by name in either language, the account in each row', async () => {
    const file = await read(
      [
        'AccountNo;Ccy;PostDate;Remarks;AdditionalDesc;Credit Amount;Debit Amount;Close Balance',
        '1370012345678;IDR;01 April 2026 07:40:58;Transfer dari SHOPEE INTERNATIONAL;PENCAIRAN;8000000.00;0.00;9500000.00',
        '1370012345678;IDR;02 Mei 2026 18:05:00;BIAYA ADM;-;0.00;12500.00;9487500.00',
        '1370099999999;IDR;03 Mei 2026 10:00:00;LAIN;-;0.00;12500.00;9475000.00',
      ].join('\n'),
    )
    expect(file.accountNumber).toBe('1370012345678')
    expect(file.lines).toEqual([
      {
        day: '2026-04-01',
        at: Date.parse('2026-04-01T00:40:58Z'),
        description: 'Transfer dari SHOPEE INTERNATIONAL PENCAIRAN',
        amount: 8_000_000,
        balance: 9_500_000,
        reference: '',
        isPending: false,
      },
      expect.objectContaining({ day: '2026-05-02', amount: -12_500, description: 'BIAYA ADM' }),
    ])
    expect(file.problems).toMatchObject([{ code: 'OTHER_ACCOUNT', row: 4, value: '1370099999999', blocks: true }])
    expect(file.keptOut).toEqual({ rows: 1 })
  })

  test('the older layout has two columns of one heading; both are the description', async () => {
    const file = await read(
      [
        'Account No,Date,Val. Date,Transaction Code,Description,Description,Reference No.,Debit,Credit',
        '1370012345678,03/11/26,03/11/26,7001,SETOR TUNAI,CABANG JEPARA,FT1234,.00,"1.500.000,00"',
        '1370012345678,04/11/26,04/11/26,7002,TARIK TUNAI,ATM,FT1235,"250.000,00",""',
      ]
        .join('\n')
        .replace(',.00,', ',,'),
    )
    expect(file.lines.map(({ description, amount, reference }) => [description, amount, reference])).toEqual([
      ['SETOR TUNAI CABANG JEPARA', 1_500_000, 'FT1234'],
      ['TARIK TUNAI ATM', -250_000, 'FT1235'],
    ])
  })
})

test('BRI: the time is a number without its zeros, and each row tells the balance before and after', async () => {
  const file = await read(
    [
      'ID,NOREK,TGL_TRAN,JAM_TRAN,DESK_TRAN,SALDO_AWAL_MUTASI,MUTASI_DEBET,MUTASI_KREDIT,SALDO_AKHIR_MUTASI,TRREMK,REMARK_CUSTOM',
      '1,001201000123301,2026-11-03 00:00:00,3153,BRIMO BUDI,1000000.00,0.00,250000.00,1250000.00,,TITIPAN',
      '2,001201000123301,2026-11-03 00:00:00,154210,BIAYA ADM,1250000.00,6500.00,0.00,1243500.00,,',
      '3,001201000123301,2026-11-05 00:00:00,80000,PLN PREPAID,1200000.00,100000.00,0.00,1100000.00,,',
    ].join('\n'),
  )
  expect(file).toMatchObject({ bank: 'bri', accountNumber: '001201000123301' })
  expect(file.lines.map(({ at, amount }) => [at, amount])).toEqual([
    [Date.parse('2026-11-02T17:31:53Z'), 250_000],
    [Date.parse('2026-11-03T08:42:10Z'), -6_500],
    [Date.parse('2026-11-05T01:00:00Z'), -100_000],
  ])
  expect(file.problems).toMatchObject([
    { code: 'BALANCE_BREAKS', row: 4, value: '1200000.00 ≠ 1243500.00', blocks: false },
  ])
})

test('BNI: day and time with dots, nothing after the last column', async () => {
  const file = await read(
    [
      'Post Date,Value Date,Branch,Journal No.,Description,Debit,Credit,',
      '03/11/26 09.41.05,03/11/26,0123,123456,TRANSFER DARI IBU SRI | BATIK,"0,00","175.000,00",',
      '04/11/26 10.00.00,04/11/26,0123,123457,BIAYA TRANSFER BI-FAST,"2.500,00","0,00",',
    ].join('\n'),
  )
  expect(file.bank).toBe('bni')
  expect(file.lines.map(({ at, amount, reference }) => [at, amount, reference])).toEqual([
    [Date.parse('2026-11-03T02:41:05Z'), 175_000, '123456'],
    [Date.parse('2026-11-04T03:00:00Z'), -2_500, '123457'],
  ])
})

test('BNI writes .00 where nothing moved', async () => {
  const text = [
    'Post Date,Value Date,Branch,Journal No.,Description,Debit,Credit,',
    '01/06/26 07.40.58,01/06/26 07.40.58,0001,123,SETOR,.00,"1,500,000.00",',
    '02/06/26 07.40.58,02/06/26 07.40.58,0001,124,ADM,"15,000.00",.00,',
  ]
  const file = await read(text.join('\n'))
  expect(file.totals).toMatchObject({ rows: 2, in: 1_500_000, out: -15_000 })
  expect(file.problemCount).toBe(0)
})

test('a row with more cells than headings stays out: its amounts stand under the wrong ones', async () => {
  const text = [
    'Post Date,Value Date,Branch,Journal No.,Description,Debit,Credit,',
    '01/06/26 07.40.58,01/06/26 07.40.58,0001,123,SETOR,,00,"1.500.000,00",',
    '02/06/26 07.40.58,02/06/26 07.40.58,0001,124,ADM,"15.000,00","0,00",',
  ]
  const file = await read(text.join('\n'))
  expect(file.totals).toMatchObject({ rows: 1, in: 0, out: -15_000 })
  expect(file.problems.map(({ code, row }) => [code, row])).toEqual([['ROW_SHIFTED', 2]])
  expect(file.keptOut).toEqual({ rows: 1 })
})

describe('amounts', () => {
  const kopra = (...rows: [credit: string, debit: string, balance: string][]) =>
    [
      'AccountNo;Ccy;PostDate;Remarks;AdditionalDesc;Credit Amount;Debit Amount;Close Balance',
      ...rows.map(([credit, debit, balance], index) =>
        ['137001', 'IDR', `0${index + 1} November 2026 07:00:00`, `BARIS ${index}`, '-', credit, debit, balance].join(
          ';',
        ),
      ),
    ].join('\n')

  test('sen are rounded so that the books stay beside the bank, and the difference is told', async () => {
    const file = await read(
      kopra(['1234.56', '0.00', '1001234.56'], ['0.00', '246.91', '1000987.65'], ['1234.56', '0.00', '1002222.21']),
    )
    expect(file.lines.map(({ amount, balance }) => [amount, balance])).toEqual([
      [1_235, 1_001_235],
      [-247, 1_000_988],
      [1_234, 1_002_222],
    ])
    expect(file.rounding).toEqual({ lines: 3, sen: -21 })
    expect(file.totals).toMatchObject({ opening: 1_000_000, closing: 1_002_222, in: 2_469, out: -247 })
  })

  test.each([
    ['1.250', '1.001.250', 1_250],
    ['1,250', '1,001,250', 1_250],
    ['1.250,50', '1.001.250,50', 1_251],
    ['1,250.50', '1,001,250.50', 1_251],
    ['1250', '1001250', 1_250],
  ])('%s beside %s is %i', async (credit, balance, amount) => {
    expect((await read(kopra([credit, '', balance]))).lines[0]?.amount).toBe(amount)
  })

  test('a cell that is written the other way than its column stays out and is named', async () => {
    const file = await read(
      kopra(['1,250.00', '', '11,250.00'], ['2,500.00', '', '13,750.00'], ['1.000,00', '', '14,750.00']),
    )
    expect(file.lines).toHaveLength(2)
    expect(file.problems).toMatchObject([{ code: 'NOT_AN_AMOUNT', row: 4, value: '1.000,00', blocks: true }])
  })
})

test('an order list is no statement', async () => {
  const { head } = await aBook('pesanan.csv', 'No. Pesanan,Status Pesanan,Nama Produk,Jumlah\n1,Selesai,Kemeja,2\n')
  expect(recogniseStatements(head)).toEqual([])
})

test('a workbook with a sheet a month is asked for one by one, and none of its months is left out unsaid', async () => {
  const rows = (day: string) => [
    ['Tanggal Transaksi', 'Keterangan', 'Cabang', 'Jumlah', '', 'Saldo'],
    [day, 'SETOR', '0000', '1,500,000.00', 'CR', '3,500,000.00'],
  ]
  const bytes = workbookBytes(
    [
      { name: 'Oktober', rows: rows('02/10/2026') },
      { name: 'November', rows: rows('02/11/2026') },
    ],
    'shared',
    {},
  )
  expect(await refusalOf(bytes, 'mutasi.xlsx')).toMatchObject({
    code: 'FILE_WITH_SEVERAL_SHEETS',
    facts: { sheets: ['Oktober', 'November'] },
  })
})

describe('a statement that another program wrote anew', () => {
  const HEADINGS = ['Tanggal Transaksi', 'Keterangan', 'Cabang', 'Jumlah', '', 'Saldo']
  const workbook = (day: string | number, amount: string | number) =>
    workbookBytes(
      [
        { name: 'mutasi', rows: [HEADINGS, [day, 'SETOR', '0000', amount, 'CR', '3.500.000,-']] },
        { name: 'Lembar2', rows: [[day, 'SETOR LAGI', '0000', amount, 'CR', '5.000.000,-']] },
      ],
      'shared',
      {},
    )

  test.each<[string | number, string | number]>([
    [46_176, '1.500.000 IDR'],
    ['Rabu, 3 Juni 2026', 'Rp. 1.500.000,-'],
    ['03/06/2026 08.15 WIB', '1.500.000,-'],
    ['2026-06-03T01:15:00+07:00', 1_500_000.000_000_1],
    ['20260603', '1.500.000'],
  ])('%s and %s are what they say, and rows that go on without headings are told of', async (day, amount) => {
    const problems = createProblemList()
    const request = { name: 'mutasi.xlsx', bytes: workbook(day, amount), zone: 'WIB' as const }
    const file = await readChannelFile(request, problems)
    expect(file).toMatchObject({
      kind: 'bank statement',
      problems: [],
      lines: [{ day: '2026-06-03', amount: 1_500_000 }],
    })
    expect(problems.leftSheets()).toEqual(['Lembar2'])
  })

  test('a row that numbers the columns names no account', async () => {
    const file = await read(
      [
        'AccountNo;Ccy;PostDate;Remarks;AdditionalDesc;Credit Amount;Debit Amount;Close Balance',
        '1;2;3;4;5;6;7;8',
        '1370012345678;IDR;01 April 2026 07:40:58;SETOR;;8000000.00;0.00;9500000.00',
      ].join('\n'),
    )
    expect(file).toMatchObject({ accountNumber: '1370012345678', keptOut: { rows: 1 }, totals: { in: 8_000_000 } })
  })
})
