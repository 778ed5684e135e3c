import { describe, expect, test } from 'vitest'
import { readChannelFile } from '../../../src-main/core/channels/files/read-channel-file.ts'
import { problemSentence } from '../../../src-shared/channels/channels.words.ts'
import { A_STATEMENT_OF_2023, AN_ADS_BILL } from '../../builders/a-balance-report.ts'
import { STATEMENTS } from '../../builders/bank-statements-in-text.ts'
import { aReturnList, aReturnRow } from '../../builders/shopee-return-file.ts'
import { aTiktokOrderFile } from '../../builders/tiktok-order-file.ts'
import { feeRow, financeSheet, INVOICE, salesSheet, soldRow, tokopediaBook } from '../../builders/tokopedia-file.ts'
import { type CellInFile, workbookBytes } from '../../builders/workbook-bytes.ts'

const read = (bytes: Uint8Array, name = 'x.csv') => readChannelFile({ name, bytes, zone: 'WIB' })
const codes = (file: Awaited<ReturnType<typeof read>>) =>
  file.problems.map(({ code, blocks }) => `${code}${blocks ? '!' : ''}`)

/** The text with its last line of data once more. */
function withLastTwice(text: string): string {
  const lines = text.trimEnd().split(/\r?\n/)
  const last = lines.findLastIndex((line) => /\d{2}[-/:]\d{2}/.test(line))
  return [...lines.slice(0, last + 1), lines[last], ...lines.slice(last + 1)].join('\r\n')
}

describe('a row that stands in a file twice counts once, and is said', () => {
  const named = (part: string) => STATEMENTS.find(({ name }) => name.includes(part))!.text
  test.each([
    ['an ads bill, whose lines are numbered', AN_ADS_BILL],
    ['a balance report, by its balance', A_STATEMENT_OF_2023],
    ['a statement with a balance (Mandiri)', named('kopra')],
    ['a statement with balances before and after (BRI)', named('bri')],
    ['a statement without a balance, by its reference (Mandiri)', named('lama')],
    ['a statement without a balance, by time and journal (BNI)', named('bni')],
  ])('%s', async (_, text) => {
    const [once, twice] = [await read(Buffer.from(text)), await read(Buffer.from(withLastTwice(text)))]
    expect(once.problemCount).toBe(0)
    expect(twice.totals).toEqual(once.totals)
    expect(codes(twice)).toEqual(['ROW_TWICE'])
    expect(problemSentence(twice.problems[0]!, 'id')).not.toContain('pesanan .')
  })

  test('a list of returns', async () => {
    const row = aReturnRow('2611060A1B2C3D', '261104HN3T8WQA')
    const [once, twice] = [await read(aReturnList(row)), await read(aReturnList(row, row))]
    expect(twice.totals).toEqual(once.totals)
    expect(codes(twice)).toEqual(['ROW_TWICE'])
  })

  test('a finance report of Tokopedia, whose invoices are numbered', async () => {
    const row = feeRow('Biaya Layanan Power Shop', '4.25', '4038')
    const [once, twice] = [
      await read(tokopediaBook(financeSheet([row]))),
      await read(tokopediaBook(financeSheet([row, row]))),
    ]
    expect(twice.totals).toMatchObject({ ...once.totals, rows: expect.any(Number) })
    expect(codes(twice)).toEqual(['ROW_TWICE'])
  })
})

describe('an order of which two downloads in one file tell counts once, whatever the later one learned', () => {
  type Rows = readonly (readonly CellInFile[])[]
  const items = [{ skuId: '1', pieces: 2 }, { skuId: '2' }]
  const tiktok = aTiktokOrderFile().withOrder('577001234567890123', { items }).withOrder('577001234567890124').rows()
  const tokopedia = salesSheet('40 columns, 2023', [soldRow(), soldRow({ 'Nomor Invoice': `${INVOICE}9` })]).rows
  const withCells = (rows: Rows, cells: Record<string, string>) => {
    const at = rows.findIndex((row) => row.filter(Boolean).length > 8)
    return rows.map((row, index) =>
      index < at + 1 ? row : row.map((cell, column) => cells[String(rows[at]![column])] ?? cell),
    )
  }
  const file = (...rows: Rows[]) => read(workbookBytes([{ name: 'Sheet1', rows: rows.flat() }], 'shared', {}), 'x.xlsx')
  const goods = ({ totals }: Awaited<ReturnType<typeof file>>) =>
    'grossSales' in totals && [totals.orders, totals.pieces, totals.grossSales, totals.buyerPayment]

  test.each<[string, Rows, Record<string, string>]>([
    ['TikTok Shop, the same', tiktok, {}],
    ['TikTok Shop, shipped since', tiktok, { 'Tracking ID': '', 'Shipped Time': '' }],
    [
      'TikTok Shop, a piece came back',
      tiktok,
      { 'Cancelation/Return Type': 'Return/Refund', 'Sku Quantity of return': '1' },
    ],
    ['Tokopedia, the same', tokopedia, {}],
    ['Tokopedia, shipped since', tokopedia, { 'No Resi / Kode Booking': '' }],
  ])('%s', async (_, rows, cells) => {
    const twice = await file(withCells(rows, cells), rows)
    expect(goods(twice)).toEqual(goods(await file(rows)))
    expect(codes(twice)).toEqual(['ROW_TWICE', 'ROW_TWICE'])
  })

  test('kept out because their statuses differ, its goods are counted once in what is missing', async () => {
    const numberOf = (rows: Rows) => rows.flat().filter((cell) => /^57700123456789012|^INV/.test(String(cell))).length
    for (const [rows, heading] of [
      [tiktok, 'Order Status'],
      [tokopedia, 'Status Terakhir'],
    ] as const) {
      const { totals } = await file(rows)
      const differing = await file(withCells(rows, { [heading]: 'Dibatalkan oleh Sistem' }), rows)
      if (!('orders' in differing) || !('grossSales' in totals)) throw new Error(differing.kind)
      expect(differing.totals.orders + differing.keptOut.orders).toBe(totals.orders)
      expect(differing.totals.grossSales + differing.keptOut.grossSales).toBe(totals.grossSales)
      expect(differing.totals.rows + differing.keptOut.rows).toBe(2 * numberOf(rows))
    }
  })

  test('also where the sum it states is another', async () => {
    const odd = withCells(tiktok, { 'Order Amount': '999' })
    const twice = await file(odd, odd)
    expect(goods(twice)).toEqual(goods(await file(odd)))
    expect(codes(twice)).toContain('ROW_TWICE')
  })
})

describe('two lines of a bank may be alike', () => {
  const bni = (lines: readonly string[]) =>
    Buffer.from(['Post Date,Value Date,Branch,Journal No.,Description,Debit,Credit,', ...lines].join('\n'))
  const cash = '03/11/26,03/11/26,0123,,TARIK TUNAI,"100.000,00","0,00",'
  const gift = '04/11/26,04/11/26,0123,,SETOR,"0,00","50.000,00",'
  const outOf = async (lines: readonly string[]) => {
    const file = await read(bni(lines))
    return 'lines' in file ? [file.totals.out, file.problemCount] : []
  }

  test('where neither time nor reference nor balance tells them apart, both count', async () => {
    expect(await outOf([cash, cash, gift])).toEqual([-200_000, 0])
  })

  test('where all stand there as often, the file is the same download twice', async () => {
    expect(await outOf([cash, gift, cash, gift])).toEqual([-100_000, 2])
  })

  test('and a withdrawal that was given back and taken again runs on with its balance', async () => {
    const file = await read(
      Buffer.from(
        [
          'Tanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo',
          '03/11/2026,TARIK,0,100.00,DB,900.00',
          '03/11/2026,BALIK,0,100.00,CR,1000.00',
          '03/11/2026,TARIK,0,100.00,DB,900.00',
        ].join('\n'),
      ),
    )
    expect([file.totals, file.problemCount]).toMatchObject([{ out: -200, in: 100 }, 0])
  })
})

test('a column of a statement whose heading was cleared is said by its letter', async () => {
  const bri = STATEMENTS.find(({ name }) => name.includes('bri'))!.text
  const file = await read(Buffer.from(bri.replace('SALDO_AKHIR_MUTASI', '')))
  expect('unknownColumns' in file && file.unknownColumns).toEqual(['(I)'])
})
