import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { expect } from 'vitest'
import { DomainError } from '../../../../src-shared/kernel/refusal.ts'
import { anIncomeFile, aPenghasilanFile } from '../../../builders/shopee-income-file.ts'
import type { CellInFile } from '../../../builders/workbook-bytes.ts'
import { addsUp, readIncome } from './reading.ts'

const AMOUNTS = {
  'Harga Asli Produk': 250_000,
  'Total Diskon Produk': -25_000,
  'Biaya Administrasi': -17_200,
  'Biaya Layanan': -9_675,
}

const REPORT = anIncomeFile()
  .withOrder('260801AAAAAAA1', { amounts: AMOUNTS })
  .withOrder('260801BBBBBBB2', { amounts: AMOUNTS })
  .withAdjustments({ amount: -28_424, orderNumber: '260801AAAAAAA1' })
  .withParts('Biaya Layanan', ['Promo XTRA', 'Cashback XTRA'], { '260801AAAAAAA1': [-9_000, -675] })
const FILES = [
  REPORT.xlsx(),
  aPenghasilanFile([
    { orderNumber: '260801AAAAAAA1', amounts: { 'Harga Produk': 96_000, 'PPh 22': -480 } },
    { orderNumber: '260801AAAAAAA1', view: 'Sku', amounts: { 'Harga Produk': 96_000, 'PPh 22': -480 } },
  ]),
]
const PARTS = FILES.map((bytes) => unzipSync(bytes))

/** A report is read, refused or taken for none; whatever was read adds up, row by row and column by column. */
export async function isReadOrRefused(bytes: Uint8Array): Promise<void> {
  try {
    const file = await readIncome(bytes)
    if (!file) return
    expect(addsUp(file)).toBe(true)
    const { totals, settlements } = file
    const orders = settlements.filter(({ kind }) => kind === 'order')
    const sum = (all: typeof settlements) => all.reduce((total, { released }) => total + released, 0)
    expect(totals.released).toBe(sum(orders))
    expect(totals.adjusted).toBe(sum(settlements) - sum(orders))
    expect(totals.byName.reduce((total, { amount }) => total + amount, 0)).toBe(totals.released)
    expect(totals.rows).toBe(settlements.length)
    expect(file.problemCount - file.remarkCount >= file.keptOut.rows).toBe(true)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
  }
}

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

/** Some part of a sound archive with up to twenty bytes overwritten, and maybe its end cut off. */
export const damagedReport = fc
  .record({
    file: fc.nat(FILES.length - 1),
    part: place,
    writes: fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 20 }),
    keep: fc.oneof(fc.constant(1), place),
  })
  .map(({ file, part, writes, keep }) => {
    const parts = PARTS[file]!
    const path = Object.keys(parts)[Math.floor(part * Object.keys(parts).length)]!
    const copy = Uint8Array.from(parts[path]!)
    for (const [at, byte] of writes) copy[Math.floor(at * copy.length)] = byte
    return zipSync({ ...parts, [path]: copy.subarray(0, Math.floor(copy.length * keep)) }, { level: 0 })
  })

const strangeCell: fc.Arbitrary<CellInFile> = fc.oneof(
  fc.constantFrom<CellInFile>(
    null,
    '-',
    '',
    'Rp 1.500',
    '1.500,00',
    '-12,500',
    '(7.000)',
    '85',
    82.5,
    1e300,
    -1e12,
    '2026-02-30',
    'Total',
    'No. Pesanan',
    'Harga Asli Produk',
    'Tanggal Dana Dilepaskan',
    '=1+1',
    true,
    { formula: '1', value: 1 },
    { date: 46_000 },
  ),
  fc.integer({ min: -10_000_000, max: 10_000_000 }),
  fc.string({ maxLength: 12 }),
)

/** A sound workbook whose cells, headings among them, were written over at random. */
export const strangeReport = fc
  .record({
    writes: fc.array(fc.tuple(place, place, strangeCell), { minLength: 1, maxLength: 15 }),
    drop: fc.option(fc.nat(40)),
  })
  .map(({ writes, drop }) => {
    const sheet = REPORT.sheet()
    const rows = sheet.rows.map((row) => [...row])
    for (const [y, x, cell] of writes) rows[Math.floor(y * rows.length)]![Math.floor(x * 41)] = cell
    if (drop !== null) for (const row of rows) row.splice(drop, 1)
    return anIncomeFile()
      .withTitles()
      .withSheet({ name: sheet.name, rows: rows.map((row) => Array.from(row, (cell) => cell ?? null)) })
      .xlsx()
  })
