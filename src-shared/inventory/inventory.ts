import { z } from 'zod'
import { GoodsName } from '../catalog/goods-name.ts'
import { BusinessDay, Instant } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { LARGEST_AMOUNT, MOST_PIECES } from '../kernel/limits.ts'
import { PlainText } from '../kernel/page.ts'
import { Price, Rupiah } from '../kernel/rupiah.ts'
import { isMeant } from '../ledger/unusual.refusals.ts'

export const StockState = z.enum(['enough', 'low', 'out', 'short'])
export type StockState = z.infer<typeof StockState>

/**
 * One SKU on the shelf. On hand = available + reserved + safety stock − short, always: `short` is what buyers wait for
 * beyond the shelf, `safetyStock` the pieces really held back, fewer than wanted when the shelf has fewer.
 */
export const StockRow = z.object({
  variantId: Id,
  productId: Id,
  productName: z.string(),
  category: z.string(),
  photoId: Id.nullable(),
  sku: z.string(),
  motif: z.string(),
  colour: z.string(),
  size: z.string(),
  shelf: z.string(),
  unit: z.string(),
  onHand: z.number().int(),
  reserved: z.number().int(),
  safetyStock: z.number().int(),
  available: z.number().int(),
  short: z.number().int(),
  reorderPoint: z.number().int(),
  state: StockState,
  /** Value of the pieces whose cost is known. */
  value: Rupiah,
  averageCost: Rupiah.nullable(),
  /** Pieces on the shelf or sold whose cost is not known yet. */
  withoutCost: z.number().int(),
})
export type StockRow = z.infer<typeof StockRow>

export const StockTotals = z.object({
  skus: z.number().int(),
  onHand: z.number().int(),
  reserved: z.number().int(),
  available: z.number().int(),
  safetyStock: z.number().int(),
  short: z.number().int(),
  /** Pieces that went out although the books had none; `onHand` counts them below zero. */
  gone: z.number().int(),
  value: Rupiah,
  /** SKUs in each state, whatever state was asked for. */
  states: z.object({ all: z.number().int(), short: z.number().int(), out: z.number().int(), low: z.number().int() }),
})
export type StockTotals = z.infer<typeof StockTotals>

export const MovementKind = z.enum(['opening', 'receipt', 'issue', 'return', 'adjustment', 'count', 'cost'])
export const StockCardRow = z.object({
  id: z.number().int(),
  at: Instant,
  day: BusinessDay,
  kind: MovementKind,
  isReversal: z.boolean(),
  document: z.object({ kind: z.string(), id: z.string(), label: z.string() }),
  pieces: z.number().int(),
  cost: Rupiah,
  /** What of `cost` became known later, and when, oldest first. */
  corrections: z.array(z.object({ at: Instant, cost: Rupiah })),
  /** Stock on hand and value after this movement. */
  onHand: z.number().int(),
  value: Rupiah,
})
export type StockCardRow = z.infer<typeof StockCardRow>

/** Why stock changes by hand. `count` is a stock opname; `household` takes goods home as prive at cost. */
export const AdjustmentKind = z.enum(['count', 'damaged', 'lost', 'sample', 'found', 'household'])
export type AdjustmentKind = z.infer<typeof AdjustmentKind>

export const AdjustmentDraft = z.object({
  id: Id,
  /** The person was told that pieces of these SKUs are expected back, and means others. */
  areNotReturns: z.boolean().optional(),
  isMeant,
  kind: AdjustmentKind.exclude(['count']),
  day: BusinessDay,
  note: PlainText(500).pipe(z.string().min(3)),
  /** Pieces that leave (positive numbers), or that were found for `found`. */
  lines: z
    .array(z.object({ variantId: Id, pieces: z.number().int().positive().max(MOST_PIECES) }))
    .min(1)
    .max(1000),
})
export type AdjustmentDraft = z.infer<typeof AdjustmentDraft>

/**
 * A stock opname: each line is compared with the books of the moment it was counted, `countedAt` (of its first piece);
 * without one, with the end of the day, or with now when that day is today.
 */
export const StockCountDraft = z.object({
  id: Id,
  /** The person was told that pieces of these SKUs are expected back, and means others. */
  areNotReturns: z.boolean().optional(),
  isMeant,
  day: BusinessDay,
  note: PlainText(500),
  lines: z
    .array(
      z.object({
        variantId: Id,
        counted: z.number().int().min(0).max(MOST_PIECES),
        countedAt: Instant.optional(),
      }),
    )
    .min(1)
    .max(20_000),
})
export type StockCountDraft = z.infer<typeof StockCountDraft>

/** Pieces that left and came after a SKU was counted; both without sign. */
export const CountedSince = z.object({ left: z.number().int(), came: z.number().int() })
export type CountedSince = z.infer<typeof CountedSince>

/** `pieces` and `cost` are the change of stock: negative for what left. A cancelled record costs nothing. */
export const AdjustmentRow = z.object({
  id: Id,
  kind: AdjustmentKind,
  day: BusinessDay,
  note: z.string(),
  recordedAt: Instant,
  skus: z.number().int(),
  pieces: z.number().int(),
  cost: Rupiah,
  cancelled: z.object({ at: Instant, reason: z.string() }).nullable(),
})
export type AdjustmentRow = z.infer<typeof AdjustmentRow>

export const OpeningStockRow = z.object({
  variantId: Id,
  productId: Id,
  sku: z.string(),
  barcode: z.string().nullable(),
  label: z.string(),
  goodsName: GoodsName,
  shelf: z.string(),
  /** What a piece is sold for; nothing while nobody wrote it. */
  price: Rupiah,
  /** null until someone counted it. */
  pieces: z.number().int().min(0).nullable(),
  unitCost: Rupiah.min(0).nullable(),
  soldLast90Days: z.number().int(),
})
export type OpeningStockRow = z.infer<typeof OpeningStockRow>

/** One SKU's opening stock as it shall be; with neither pieces nor cost nobody has counted it. */
export const OpeningLine = z.object({
  variantId: Id,
  pieces: z.number().int().min(0).max(MOST_PIECES).nullable(),
  unitCost: Price.nullable(),
})
export type OpeningLine = z.infer<typeof OpeningLine>

/** Lines of one act: their value together stays within what the books can add. */
export const OpeningLines = z
  .array(OpeningLine)
  .max(20_000)
  .refine(
    (lines) => lines.reduce((sum, { pieces, unitCost }) => sum + (pieces ?? 0) * (unitCost ?? 0), 0) <= LARGEST_AMOUNT,
    { params: { most: LARGEST_AMOUNT } },
  )

/** A SKU promised beyond what is on hand, and the orders that wait for it by deadline; `pieces` is what each lacks. */
export const OversoldRow = z.object({
  variantId: Id,
  sku: z.string(),
  label: z.string(),
  goodsName: GoodsName,
  shelf: z.string(),
  onHand: z.number().int(),
  reserved: z.number().int(),
  short: z.number().int(),
  orders: z.array(
    z.object({
      id: Id,
      number: z.string(),
      channel: z.enum(['shopee', 'tiktok', 'other', 'own']),
      pieces: z.number().int(),
      shipBy: Instant.nullable(),
    }),
  ),
})
export type OversoldRow = z.infer<typeof OversoldRow>

export const MissingCostRow = z.object({
  variantId: Id,
  sku: z.string(),
  label: z.string(),
  goodsName: GoodsName,
  /** Sold pieces that left without cost, and the documents they left with. */
  pieces: z.number().int(),
  documents: z.number().int(),
  onHand: z.number().int(),
  /** `opening`: Stok Awal may say what they cost. `goods`: it did, and more were sold; the goods that come bring their cost. */
  costComesWith: z.enum(['opening', 'goods']),
})
export type MissingCostRow = z.infer<typeof MissingCostRow>
