import { z } from 'zod'
import type { RowProblem } from '../channels/channel-file.ts'
import type { ReadByMapping } from '../channels/read-by-mapping.ts'
import { BusinessDay, Instant } from '../kernel/business-day.ts'
import { Rupiah } from '../kernel/rupiah.ts'

/** Whose statement it is, as far as its layout tells; `other` through the mapping screen. */
export const BankName = z.enum(['bca', 'mandiri', 'bri', 'bni', 'gopay', 'ovo', 'dana', 'shopeepay', 'other'])
export type BankName = z.infer<typeof BankName>

/** One line of a bank or wallet statement. */
export const BankStatementLine = z.object({
  day: BusinessDay,
  /** Null where the bank prints the day alone. */
  at: Instant.nullable(),
  description: z.string(),
  /** What comes in is positive. */
  amount: Rupiah,
  balance: Rupiah.nullable(),
  /** The bank's own id of it; blank when it has none. */
  reference: z.string(),
  /** Not booked yet by the bank: shown, never recorded. */
  isPending: z.boolean(),
})
export type BankStatementLine = z.infer<typeof BankStatementLine>

/** Opening + in + out = closing. `out` is negative. */
export const BankTotals = z.object({
  rows: z.number().int(),
  opening: Rupiah.nullable(),
  in: Rupiah,
  out: Rupiah,
  closing: Rupiah.nullable(),
  pending: z.number().int(),
  from: BusinessDay.nullable(),
  to: BusinessDay.nullable(),
})
export type BankTotals = z.infer<typeof BankTotals>

/** A bank or wallet statement, read and understood, nothing written yet. Lines by time, the oldest first. */
export interface BankFile extends ReadByMapping {
  kind: 'bank statement' | 'mapped bank statement'
  bank: BankName
  /** As the file writes it; blank when it names none. */
  accountNumber: string
  accountName: string
  columns: number
  lines: BankStatementLine[]
  totals: BankTotals
  controls: { name: string; stated: Rupiah; computed: Rupiah }[]
  /** Lines with sen other than 00, and by how many sen all of them together were rounded. */
  rounding: { lines: number; sen: number }
  problems: RowProblem[]
  problemCount: number
  remarkCount: number
  keptOut: { rows: number }
  unknownColumns: string[]
}
