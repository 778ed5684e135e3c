import { z } from 'zod'
import { Instant } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { PlainText } from '../kernel/page.ts'
import { Channel, OrderState } from '../orders/order.ts'
import { FileKind, FileReport, FileTotals, KeptOut, RowProblem } from './channel-file.ts'

export const Shop = z.object({
  id: Id,
  channel: Channel,
  name: PlainText(80).pipe(z.string().min(1)),
  orders: z.number().int(),
  lastImportAt: Instant.nullable(),
})
export type Shop = z.infer<typeof Shop>

/** A file that was read and waits for an answer; it lives in memory until confirmed, discarded or 30 minutes old. */
export const StagedFile = z.object({
  importId: Id,
  fileName: z.string(),
  kilobytes: z.number(),
  kind: FileKind,
  report: FileReport,
  columns: z.number().int(),
  /** First and last order day in the file. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  totals: FileTotals,
  problems: z.array(RowProblem),
  keptOut: KeptOut,
  /** Headings every known layout has, but not this file: their amounts count as nothing. */
  absentColumns: z.array(z.string()),
  /** Headings nobody has told us the meaning of. */
  unknownColumns: z.array(z.string()),
  suggestedShopId: Id.nullable(),
  /** This very file was already taken in then. */
  importedBefore: Instant.nullable(),
})
export type StagedFile = z.infer<typeof StagedFile>

/** Rows read so far, then the file; how many there are is known only at the end. */
export const ReadingProgress = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number().int(), total: z.number().int().nullable() }),
  z.object({ type: z.literal('result'), outcome: StagedFile }),
])
export type ReadingProgress = z.infer<typeof ReadingProgress>

const Count = z.object({ orders: z.number().int(), lines: z.number().int(), grossSales: z.number().int() })

/** What importing does, counted by the very function that does it. */
export const ImportOutcome = z.object({
  importId: Id,
  shopId: Id,
  added: Count,
  changed: Count,
  unchanged: Count,
  problems: Count,
  /** Orders by the state they arrive in, and by the change they make. */
  arrivals: z.array(z.object({ state: OrderState, orders: z.number().int() })),
  changes: z.array(z.object({ from: OrderState, to: OrderState, orders: z.number().int() })),
  /** A few changed orders to look at. */
  examples: z.array(z.object({ number: z.string(), from: OrderState, to: OrderState, goods: z.string() })),
  historyOrders: z.number().int(),
  newListings: z.number().int(),
  unmappedListings: z.number().int(),
  reservedPieces: z.number().int(),
  issuedPieces: z.number().int(),
  shortSkus: z.array(z.object({ sku: z.string(), label: z.string(), short: z.number().int() })),
  /** Money booked by this import: sales, cuts, cost of goods; the rest of the profit waits for the settlement. */
  sales: z.number().int(),
  sellerCuts: z.number().int(),
  costOfGoods: z.number().int(),
  profit: z.number().int(),
  piecesWithoutCost: z.number().int(),
  entries: z.number().int(),
})
export type ImportOutcome = z.infer<typeof ImportOutcome>

export const ImportProgress = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number().int(), total: z.number().int() }),
  z.object({ type: z.literal('result'), outcome: ImportOutcome }),
])
export type ImportProgress = z.infer<typeof ImportProgress>

export const ImportRun = z.object({
  id: Id,
  shopName: z.string(),
  channel: Channel,
  fileName: z.string(),
  at: Instant,
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  problems: z.number().int(),
})
export type ImportRun = z.infer<typeof ImportRun>
