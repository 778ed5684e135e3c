import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { anOrderFile } from '../../builders/shopee-order-file.ts'
import { type XlsCell, xlsBytes } from '../../builders/xls-bytes.ts'
import { read } from './reading.ts'

const aFile = anOrderFile()
  .withOrder('261104HN3T8WQA', { items: [{ product: 'Outer', pieces: 2 }, { product: 'Kemeja “Lurik”' }] })
  .withOrder('261105KX9PLM2B', { status: 'Selesai' })

const XLSX = aFile.xlsx()
const XLS = xlsBytes('orders', aFile.rows() as XlsCell[][], { recordBytes: 500 })
const CSV = aFile.csv()
const PARTS = unzipSync(XLSX)

/** Up to twenty bytes overwritten, and maybe the end cut off. */
const damage = fc.record({
  writes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(255)), {
    maxLength: 20,
  }),
  keep: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
})

function damaged(bytes: Uint8Array, { writes, keep }: { writes: [number, number][]; keep: number }): Uint8Array {
  const copy = Uint8Array.from(bytes)
  for (const [place, byte] of writes) copy[Math.floor(place * copy.length)] = byte
  return copy.subarray(0, Math.floor(copy.length * keep))
}

/** A file is read or refused; whatever was read adds up. */
async function isReadOrRefused(bytes: Uint8Array): Promise<void> {
  try {
    const { totals, orders, keptOut } = await read(bytes)
    expect(totals.orders).toBe(orders.length)
    expect(totals.rows + keptOut.rows).toBeGreaterThan(0)
    for (const { snapshot } of orders) {
      for (const line of snapshot.lines) {
        expect(line.listPrice * line.pieces - line.sellerDiscount - line.channelDiscount).toBe(line.price * line.pieces)
      }
    }
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError)
  }
}

describe('whatever happens to a file, it is read or refused, and nothing breaks', () => {
  test('a workbook with bytes changed or its end cut off', () =>
    fc.assert(
      fc.asyncProperty(damage, (harm) => isReadOrRefused(damaged(XLSX, harm))),
      { numRuns: 200 },
    ))

  test('a workbook with a part changed inside a sound archive', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(PARTS)), damage, (path, harm) =>
        isReadOrRefused(zipSync({ ...PARTS, [path]: damaged(PARTS[path]!, harm) })),
      ),
      { numRuns: 300 },
    ))

  test('an XLS workbook', () =>
    fc.assert(
      fc.asyncProperty(damage, (harm) => isReadOrRefused(damaged(XLS, harm))),
      { numRuns: 300 },
    ))

  test('a CSV', () =>
    fc.assert(
      fc.asyncProperty(damage, (harm) => isReadOrRefused(damaged(CSV, harm))),
      { numRuns: 200 },
    ))

  test('bytes of no meaning', () =>
    fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), isReadOrRefused), { numRuns: 200 }))
})
