import { z } from 'zod'
import type { RowProblem } from '../channels/channel-file.ts'
import { Instant } from '../kernel/business-day.ts'
import { Rupiah } from '../kernel/rupiah.ts'

/** One return or refund as the channel's own list tells of it. Names, addresses and phones of that list are not kept. */
export const ReturnStatement = z.object({
  /** The channel's number of it. */
  number: z.string(),
  orderNumber: z.string(),
  /** No. Resi of the parcel that comes back; blank until there is one. */
  waybill: z.string(),
  /** The channel's own words. */
  status: z.string(),
  solution: z.string(),
  reason: z.string(),
  goodsStatus: z.string(),
  pieces: z.number().int(),
  /** Goods come back to this shop: not a refund alone, not one that was dropped, not into a warehouse of the channel. */
  bringsGoods: z.boolean(),
  refund: Rupiah,
  compensation: Rupiah,
  askedAt: Instant.nullable(),
  appealUntil: Instant.nullable(),
})
export type ReturnStatement = z.infer<typeof ReturnStatement>

/** What a list of returns says, before anything is compared with the shop. */
export const ReturnTotals = z.object({
  rows: z.number().int(),
  returns: z.number().int(),
  withGoods: z.number().int(),
  pieces: z.number().int(),
  refund: Rupiah,
  compensation: Rupiah,
  byStatus: z.record(z.string(), z.number().int()),
  from: z.string().nullable(),
  to: z.string().nullable(),
})
export type ReturnTotals = z.infer<typeof ReturnTotals>

/** A list of returns and refunds, read and understood, nothing written yet. */
export interface ReturnFile {
  kind: 'shopee returns'
  columns: number
  returns: ReturnStatement[]
  /** The latest moment it tells of: of two lists the later one counts. */
  toldAt: Instant
  totals: ReturnTotals
  problems: RowProblem[]
  problemCount: number
  remarkCount: number
  keptOut: { rows: number }
  unknownColumns: string[]
}
