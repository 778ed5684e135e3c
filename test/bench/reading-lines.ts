import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anIncomeFile } from '../builders/shopee-income-file.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'
import { type CellInFile, workbookBytes } from '../builders/workbook-bytes.ts'
import type { Judge } from './judging.ts'
import type { ReadingCost } from './reading-process.ts'
import { NODE_CHOICES } from './start-bench.ts'

/** The reader against the parser alone, and the most memory its process may take. */
const LIMITS = { reader: 2, peakMb: 350 }
const ROUNDS = 3

/** What it costs to understand the largest files that sellers hand over. */
export async function* readingLines(judge: Judge): AsyncGenerator<string> {
  for (const [name, bytes] of [
    ['an order list of 50,000 rows', ordersOf(50_000)],
    ['an income sheet of 1,000 columns', incomeOf(3_000, 1_000)],
  ] as const) {
    const { parser, reader } = await readingAgainstParser(bytes)
    yield `${name} read: ${Math.round(reader.ms)} ms, its rows alone ${Math.round(parser.ms)} ms, ${judge(`${name}, reading`, reader.ms / parser.ms, LIMITS.reader)}; at most ${judge(`${name}, memory`, reader.peakMb, LIMITS.peakMb, ' MB')}`
  }
}

/**
 * The best of a few rounds, turn by turn. A thread that begins from its sources, as here, takes as long as a small file; what it takes
 * for one order is no reading, and is taken off.
 */
async function readingAgainstParser(bytes: Uint8Array): Promise<{ parser: ReadingCost; reader: ReadingCost }> {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-bench-'))
  try {
    const file = join(folder, 'berkas.xlsx')
    writeFileSync(file, bytes)
    const smallest = join(folder, 'kecil.xlsx')
    writeFileSync(smallest, ordersOf(1))
    const program = join(import.meta.dirname, 'reading-process.ts')
    const cost = async (how: string, what = file) =>
      (await once(fork(program, [how, what], { execArgv: NODE_CHOICES }), 'message'))[0] as ReadingCost
    const best = (costs: readonly ReadingCost[]): ReadingCost => ({
      ms: Math.min(...costs.map(({ ms }) => ms)),
      peakMb: Math.max(...costs.map(({ peakMb }) => peakMb)),
    })
    const parser: ReadingCost[] = []
    const reader: ReadingCost[] = []
    const beginning: ReadingCost[] = []
    for (let round = 0; round < ROUNDS; round++) {
      parser.push(await cost('parser'))
      reader.push(await cost('reader'))
      beginning.push(await cost('reader', smallest))
    }
    const read = best(reader)
    return { parser: best(parser), reader: { ...read, ms: read.ms - best(beginning).ms } }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Rows as full as real ones: two to an order, names of eighty letters, addresses, a moment of its own each. */
function ordersOf(rows: number): Uint8Array {
  const orders = anOrderFile().withInlineStrings()
  for (let index = 0; index < rows; index += 2) {
    const day = String(1 + (index % 28)).padStart(2, '0')
    const time = `${String(index % 24).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`
    const item = (at: number) => ({
      product: `Kemeja Batik Tulis Pria Lengan Panjang Motif Lung Ukir Katun Premium Jepara Seri ${at % 700}`,
      variation: `Biru Tua Kombinasi,${['M', 'L', 'XL'][at % 3]}`,
      sku: `KMJ-LUK-${at % 2_100}`,
      price: 50_000 + (at % 977),
    })
    orders.withOrder(`261104${String(index).padStart(8, '0')}`, {
      placedAt: `2026-11-${day} ${time}`,
      trackingNumber: `SPXID06${String(index).padStart(10, '0')}`,
      items: [item(index), item(index + 1)].slice(0, rows - index),
      cells: {
        'Username (Pembeli)': `pembeli_setia_${index}`,
        'Nama Penerima': `Penerima Paket Nomor ${index}`,
        'Alamat Pengiriman': `Jalan Raya Pahlawan Nomor ${index}, RT 004/RW 011, Kelurahan Bulu, Kecamatan Jepara, Kabupaten Jepara, Jawa Tengah, 59418`,
      },
    })
  }
  return orders.xlsx()
}

/** As Shopee wrote it in 2026: columns without a heading or anything else in them, up to the thousandth, that are cells all the same. */
function incomeOf(orders: number, columns: number): Uint8Array {
  const income = anIncomeFile()
  for (let index = 0; index < orders; index++)
    income.withOrder(`261104${String(index).padStart(8, '0')}`, {
      amounts: { 'Harga Asli Produk': 100_000 + index, 'Biaya Administrasi': -8_000 },
    })
  const wide = income
    .sheet()
    .rows.map((row): CellInFile[] => [...row, ...Array<string>(columns - row.length).fill(' ')])
  return workbookBytes([{ name: income.sheet().name, rows: wide }], 'shared', {})
}
