import { describe, expect, test } from 'vitest'
import { readChannelFile } from '../../../src-main/core/channels/files/read-channel-file.ts'
import { readSpreadsheet } from '../../../src-main/core/spreadsheet/read-spreadsheet.ts'
import { contentOf } from '../../../src-main/core/spreadsheet/sheet.ts'
import { aBalanceReport } from '../../builders/a-balance-report.ts'
import { anIncomeFile } from '../../builders/shopee-income-file.ts'
import { aTiktokIncomeFile } from '../../builders/tiktok-income-file.ts'
import { salesSheet, soldRow, tokopediaBook } from '../../builders/tokopedia-file.ts'
import { type CellInFile, type SheetInFile, workbookBytes } from '../../builders/workbook-bytes.ts'

type Rows = CellInFile[][]

/** All sheets of a workbook, each with its rows written anew. */
async function rewritten(bytes: Uint8Array, rewrite: (rows: Rows) => Rows): Promise<Uint8Array> {
  const { sheets } = await readSpreadsheet({ name: 'berkas.xlsx', bytes })
  const written: SheetInFile[] = []
  for (const sheet of sheets) {
    const rows: Rows = []
    for await (const batch of sheet.rows())
      for (const { number, cells } of batch) {
        while (rows.length < number - 1) rows.push([])
        rows.push(cells.map((cell) => contentOf(cell) as CellInFile))
      }
    written.push({ name: sheet.name, rows: rewrite(rows) })
  }
  return workbookBytes(written, 'shared', {})
}

const told = async (bytes: Uint8Array, name = 'berkas.xlsx') => {
  const file = await readChannelFile({ name, bytes, zone: 'WIB' })
  if (!('controls' in file)) throw new Error(file.kind)
  return { totals: file.totals, controls: file.controls, problems: file.problems.map(({ code }) => code) }
}

const numbered = (rows: Rows): Rows => rows.map((row, at) => [at + 1, ...row])
const movedRight = (rows: Rows): Rows => rows.map((row) => [null, ...row])
const turned = (rows: Rows): Rows => {
  const width = Math.max(0, ...rows.map(({ length }) => length))
  return rows.map((row) => Array.from({ length: width }, (_, at) => row[width - 1 - at] ?? null))
}
const minusBehind = (rows: Rows): Rows =>
  rows.map((row) => row.map((cell) => (/^-\d+(\.\d+)?$/.test(String(cell)) ? `${Math.abs(Number(cell))}-` : cell)))

const income = () =>
  anIncomeFile()
    .withOrder('261104HN3T8WQA', { amounts: { 'Harga Asli Produk': 250_000, 'Biaya Administrasi': -17_200 } })
    .withOrder('261105KX9PLM2B', { amounts: { 'Harga Asli Produk': 125_000, 'Biaya Layanan': -9_675 } })
    .withSheet({
      name: 'Summary',
      rows: [
        ['Laporan Penghasilan'],
        ['1. Total Pendapatan', null, 375_000],
        [null, 'Harga Asli Produk', 375_000],
        ['2. Total Pengeluaran', null, -26_875],
        [null, 'Biaya Administrasi', -17_200],
        [null, 'Biaya Layanan', -9_675],
        ['3. Total yang Dilepas', null, 348_125],
      ],
    })
    .xlsx()
const balance = () =>
  aBalanceReport(
    [
      { at: '2026-11-06 10:00:00', orderNumber: '261104HN3T8WQA', amount: 232_800 },
      { at: '2026-11-08 12:00:00', amount: -300_000 },
    ],
    { opening: 100_000 },
  ).xlsx()
const tiktok = () => aTiktokIncomeFile().withRelease('577000000000000001').withRelease('577000000000000002').xlsx()

describe("a report's own totals are found and compared, whatever was put beside them", () => {
  test.each<[string, () => Uint8Array, (rows: Rows) => Rows]>([
    ['income, a blank column to the left', income, movedRight],
    ['income, the rows numbered', income, numbered],
    ['TikTok income, the rows numbered', tiktok, numbered],
    ['balance, the columns turned around', balance, turned],
  ])('%s', async (_, file, rewrite) => {
    const before = await told(file())
    expect(before.controls.length).toBeGreaterThan(0)
    expect(await told(await rewritten(file(), rewrite))).toEqual(before)
  })
})

describe('a minus behind', () => {
  test.each<[string, () => Uint8Array]>([
    ['income', income],
    ['balance', balance],
  ])('%s: takes off as the one in front does', async (_, file) => {
    expect(await told(await rewritten(file(), minusBehind))).toEqual(await told(file()))
  })
})

test('a note below the sales of Tokopedia belongs to no order', async () => {
  const rows = [soldRow({ Nomor: '1' })]
  const sheet = salesSheet('40 columns, 2023', rows)
  const noted = { ...sheet, rows: [...sheet.rows, [], ['Dicetak 1 September 2026 oleh admin']] }
  const file = (each: SheetInFile) =>
    readChannelFile({ name: 'penjualan.xlsx', bytes: tokopediaBook(each), zone: 'WIB' })
  const [plain, read] = [await file(sheet), await file(noted)]
  expect(read).toMatchObject({ totals: plain.totals, problems: [] })
})
