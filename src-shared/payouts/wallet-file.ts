import { z } from 'zod'
import type { RowProblem } from '../channels/channel-file.ts'
import { BusinessDay, Instant } from '../kernel/business-day.ts'
import { Rupiah } from '../kernel/rupiah.ts'

/** A balance that a channel keeps for the seller: what it released, or what was paid in for advertising. */
export const WalletKind = z.enum(['balance', 'ads'])
export type WalletKind = z.infer<typeof WalletKind>

/** One movement of a balance, as the channel prints it. */
export const WalletLine = z.object({
  at: Instant,
  day: BusinessDay,
  /** The channel's own word: `Penghasilan dari Pesanan`, `Penarikan Dana`, `Withdrawal`. */
  type: z.string(),
  description: z.string(),
  /** Blank when it names none. */
  orderNumber: z.string(),
  /** What comes in is positive. */
  amount: Rupiah,
  /** The balance after it, where the file tells. */
  balance: Rupiah.nullable(),
  /** Only what is done moves money. */
  status: z.enum(['done', 'pending', 'failed']),
  /** A failed line that its report begins with: nothing before it says whether it moved money, so that it did is a guess. */
  isGuess: z.boolean().optional(),
  /** The channel's own id of it; blank when it has none. */
  reference: z.string(),
})
export type WalletLine = z.infer<typeof WalletLine>

/** Opening + in + out = closing; opening and closing only where the file prints balances. `out` is negative. */
export const WalletTotals = z.object({
  rows: z.number().int(),
  opening: Rupiah.nullable(),
  in: Rupiah,
  out: Rupiah,
  closing: Rupiah.nullable(),
  /** Lines that are not done; they are in no sum. */
  notDone: z.number().int(),
  from: BusinessDay.nullable(),
  to: BusinessDay.nullable(),
})
export type WalletTotals = z.infer<typeof WalletTotals>

/** A balance report of a channel, read and understood, nothing written yet. Lines by time, the oldest first. */
export interface WalletFile {
  kind: 'shopee balance' | 'shopee ads bill' | 'tiktok withdrawals' | 'tokopedia balance'
  wallet: WalletKind
  columns: number
  lines: WalletLine[]
  totals: WalletTotals
  /** Totals that the file itself prints beside what its rows come to. */
  controls: { name: string; stated: Rupiah; computed: Rupiah }[]
  problems: RowProblem[]
  problemCount: number
  remarkCount: number
  keptOut: { rows: number }
  unknownColumns: string[]
}
