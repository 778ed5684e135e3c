import { z } from 'zod'
import type { RowProblem } from '../channels/channel-file.ts'
import type { ReadByMapping } from '../channels/read-by-mapping.ts'
import { BusinessDay } from '../kernel/business-day.ts'
import { Rupiah } from '../kernel/rupiah.ts'
import type { WalletLine } from '../payouts/wallet-file.ts'

/**
 * One amount of a settlement under the channel's own name for it, as the heading writes it. Signed from the seller's side: what
 * comes in is positive, a fee is negative. A heading that stands twice gives two lines of the same name.
 */
export const SettlementLine = z.object({
  name: z.string(),
  amount: Rupiah,
  /** The column it is a part of, where a sheet of details splits one into programmes: what is known of the column holds for it. */
  of: z.string().optional(),
})
export type SettlementLine = z.infer<typeof SettlementLine>

/** What the money of a settlement is for: an order, or something the channel set right, with or without an order. */
export const SettlementKind = z.enum(['order', 'adjustment'])
export type SettlementKind = z.infer<typeof SettlementKind>

/**
 * What a channel releases at once for one order or adjustment. The sum of its lines is what is released, always: what a file
 * does not explain is a line of its own.
 */
export const SettlementStatement = z.object({
  kind: SettlementKind,
  /** The order it belongs to; blank of an adjustment that names none. */
  orderNumber: z.string(),
  /** Tells several releases for one order apart: No. Pengajuan, or the id of the adjustment; blank of the first release. */
  reference: z.string(),
  /** When the money reached the seller's balance at the channel. */
  releasedOn: BusinessDay,
  released: Rupiah,
  lines: z.array(SettlementLine),
  /** What the channel says about it, word for word: kind and reason of an adjustment, why an order's shipping cost differs. */
  description: z.string(),
})
export type SettlementStatement = z.infer<typeof SettlementStatement>

/** A total that the file itself prints, beside what its rows come to. */
export const ControlTotal = z.object({ name: z.string(), stated: Rupiah, computed: Rupiah })
export type ControlTotal = z.infer<typeof ControlTotal>

/** What an income file says, before anything is compared with the shop. */
export const SettlementTotals = z.object({
  rows: z.number().int(),
  orders: z.number().int(),
  adjustments: z.number().int(),
  /** What its orders release. What is released in all is this and `adjusted`. */
  released: Rupiah,
  /** What its adjustments come to. */
  adjusted: Rupiah,
  /** Σ by the channel's own name, in the order of the columns; names that stand twice are numbered `#2`. Adjustments not counted. */
  byName: z.array(z.object({ name: z.string(), amount: Rupiah })),
  /** Σ of the parts into which a sheet of details splits a column of `byName`. */
  parts: z.array(z.object({ of: z.string(), name: z.string(), amount: Rupiah })),
  from: BusinessDay.nullable(),
  to: BusinessDay.nullable(),
})
export type SettlementTotals = z.infer<typeof SettlementTotals>

/** An income file (Laporan Penghasilan), read and understood, nothing written yet. */
export interface SettlementFile extends ReadByMapping {
  kind: 'shopee income' | 'tiktok income' | 'tokopedia finance' | 'mapped income'
  columns: number
  /** Names of the sheets that were read. */
  sheets: string[]
  settlements: SettlementStatement[]
  /** Movements of the channel balance that the report lists beside its releases: what was withdrawn. Only where it does. */
  withdrawals?: WalletLine[]
  totals: SettlementTotals
  /** The file's own summary, line by line. */
  controls: ControlTotal[]
  problems: RowProblem[]
  problemCount: number
  remarkCount: number
  /** Rows that could not be read, and what they would have released as far as that is known. */
  keptOut: { rows: number; released: Rupiah }
  /** Columns of amounts that no rule knows yet: kept as lines, and said. */
  unknownColumns: string[]
}
