import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { askedByScript, prepareProgram } from './lumbung-program.ts'

const SAMPLES = join(import.meta.dirname, '../../../shared/samples')

const orders = (rows: number, orders: number, pieces: number, buyerPayment: number) => ({
  totals: { rows, orders, pieces, buyerPayment },
})
const income = (orders: number, released: number, adjustments = 0, adjusted = 0) => ({
  totals: { orders, released, adjustments, adjusted },
})
const balance = (rows: number, opening: number, into: number, out: number, closing: number) => ({
  totals: { rows, opening, in: into, out, closing },
})

/**
 * What `lumbung import FILE --dry-run --json` must print of each real file, worked out by another program from the raw cells (python,
 * zipfile): amounts of an order once, lines of a balance with those that failed, since its own balance counts them.
 */
const ANSWERS: Record<string, Record<string, object>> = {
  shopee: {
    'balance-2023-06-rekening-koran.csv': balance(94, 5_718, 3_059_954, -3_065_672, 0),
    'balance-2024-03-sheet1.xlsx': balance(118, 0, 12_177_948, -11_934_648, 243_300),
    'balance-2025-06-transaction-report.xlsx': balance(80, 54_936, 4_999_367, -4_617_904, 436_399),
    'income-2024-03-35col.xlsx': income(7, 15_158_400),
    'income-2024-08-39col.xlsx': income(10, 18_958_400),
    'income-2025-41col.xlsx': income(2_185, 156_637_047, 7, 61_508),
    'income-2026-07-penghasilan-trimmed.xlsx': income(27, 2_558_603, 1, -330_878),
    'orders-2023-07-47col.xlsx': orders(118, 94, 4_360, 4_075_212),
    'orders-2023-08-49col-failed-deliver.xlsx': orders(67, 61, 13_209, 8_454_658),
    'orders-2025-06-49col.xlsx': orders(108, 75, 4_951, 4_807_272),
    'orders-2025-09-49col-subtotal.xlsx': orders(184, 137, 4_915, 4_866_316),
    'orders-2026-08-50col-tipe-pesanan.xlsx': orders(174, 135, 208, 14_689_397),
    'orders-cancellation-2026-07-49col.xlsx': orders(59, 50, 69, 29_900),
  },
  tiktok: {
    'income-2025-06-61col.xlsx': income(32, 4_181_839),
    'income-2026-01-65col.xlsx': income(90, 3_024_171),
    'income-2026-06-80col-indonesian.xlsx': income(131, 7_877_654),
    'orders-2025-06-61col.xlsx': orders(70, 33, 1_190, 6_532_220),
    'orders-2026-03-63col.xlsx': orders(188, 111, 1_556, 3_339_257),
  },
  tokopedia: {
    'sales-2023-05-40col.xlsx': { totals: { orders: 25, buyerPayment: 3_821_650 } },
    'sales-finance-2025-04-48col.xlsx': { totals: { orders: 10, buyerPayment: 1_736_198 } },
  },
}

interface Printed {
  file: string
  dryRun: boolean
  problemCount: number
  totals: { released?: number; byName?: { amount: number }[] }
  outcome: { kind: string } | null
}

const folder = mkdtempSync(join(tmpdir(), 'lumbung-samples-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const arePresent = existsSync(SAMPLES)
prepareProgram()

test.runIf(arePresent).each(Object.entries(ANSWERS))(
  'the totals of real files of %s are printed as their cells say, and nothing is stored',
  async (channel, answers) => {
    const rest = ['--dry-run', '--start-day', '2020-01-01', '--data', join(folder, channel)]
    const { answer } = await askedByScript('import', join(SAMPLES, channel), ...rest)
    const { files } = answer as { files: Printed[] }
    const printed = new Map(files.map((each) => [each.file, each]))
    for (const [name, answer] of Object.entries(answers)) {
      expect(printed.get(name), name).toMatchObject({ ...answer, dryRun: true, problemCount: 0 })
      const { byName, released } = printed.get(name)!.totals
      // a total per column of fees, which together are what was released
      if (byName)
        expect(
          byName.reduce((sum, { amount }) => sum + amount, 0),
          name,
        ).toBe(released)
      expect(printed.get(name)!.outcome, name).not.toBeNull()
    }
  },
)

test.skipIf(arePresent)('the samples of real shops are not beside this checkout', () => expect(arePresent).toBe(false))
