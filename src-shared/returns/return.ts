import { z } from 'zod'
import { GoodsName } from '../catalog/goods-name.ts'
import { BusinessDay, Instant } from '../kernel/business-day.ts'
import { CarriedFile } from '../kernel/carried-file.ts'
import { Id } from '../kernel/ids.ts'
import { PlainText } from '../kernel/page.ts'
import { Rupiah } from '../kernel/rupiah.ts'
import { AccountCode } from '../ledger/ledger.ts'
import { Channel } from '../orders/order.ts'
import { ReturnCondition, WhyBack } from '../orders/return.ts'
import { ReturnStatement } from './return-file.ts'

/** The tabs of Retur: to look at, looked at, claims that wait for money. */
export const ReturnTab = z.enum(['waiting', 'inspected', 'claims'])
export type ReturnTab = z.infer<typeof ReturnTab>

/** One order with goods that come back, or came. */
export const ReturnRow = z.object({
  orderId: Id,
  orderNumber: z.string(),
  channel: Channel,
  shopName: z.string(),
  why: WhyBack,
  since: Instant,
  /** When it should be here and looked at: counted from `since`, as Pengaturan says. */
  deadline: Instant,
  receivedAt: Instant.nullable(),
  pieces: z.number().int(),
  inspected: z.number().int(),
  openClaims: z.number().int(),
  /** Name of the first goods, and how many further lines there are. */
  goods: z.string(),
  goodsName: GoodsName,
  moreLines: z.number().int(),
  courier: z.string(),
  trackingNumber: z.string(),
  buyer: z.string(),
})
export type ReturnRow = z.infer<typeof ReturnRow>

export const ReturnCounts = z.object({
  waiting: z.number().int(),
  inspected: z.number().int(),
  claims: z.number().int(),
  /** Of the waiting ones: past their deadline, and pieces in all. */
  overdue: z.number().int(),
  pieces: z.number().int(),
})
export type ReturnCounts = z.infer<typeof ReturnCounts>

/** Goods of one SKU in the order, with what became of them. Bundles stand here as their components. */
export const ReturnGoods = z.object({
  /** Null while the line has no SKU: it can be looked at once it is mapped. */
  variantId: Id.nullable(),
  line: z.number().int(),
  sku: z.string(),
  label: z.string(),
  goodsName: GoodsName,
  size: z.string(),
  colour: z.string(),
  shelf: z.string(),
  photoId: Id.nullable(),
  category: z.string(),
  /** Pieces that left, that come back, and that were looked at. */
  issued: z.number().int(),
  expected: z.number().int(),
  inspected: z.number().int(),
  /** What all pieces left with; null while some of it is not known. */
  cost: Rupiah.nullable(),
})
export type ReturnGoods = z.infer<typeof ReturnGoods>

export const InspectionRow = z.object({
  id: Id,
  variantId: Id,
  label: z.string(),
  goodsName: GoodsName,
  pieces: z.number().int(),
  condition: ReturnCondition,
  at: Instant,
  note: z.string(),
})
export type InspectionRow = z.infer<typeof InspectionRow>

export const RefundRow = z.object({
  id: Id,
  day: BusinessDay,
  amount: Rupiah,
  account: AccountCode,
  accountName: z.string(),
  note: z.string(),
})
export type RefundRow = z.infer<typeof RefundRow>

export const ClaimRow = z.object({
  id: Id,
  party: z.string(),
  amount: Rupiah,
  at: Instant,
  note: z.string(),
  state: z.enum(['open', 'paid', 'refused']),
  paid: z.object({ day: BusinessDay, amount: Rupiah, account: AccountCode, accountName: z.string() }).nullable(),
})
export type ClaimRow = z.infer<typeof ClaimRow>

/** A photo or a short clip, as it was taken; its bytes are asked for by themselves. */
export const EvidenceRow = z.object({
  id: Id,
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  sha256: z.string(),
  at: Instant,
  note: z.string(),
})
export type EvidenceRow = z.infer<typeof EvidenceRow>

/** One return in full. `why` is null when nothing of the order is expected. */
export const Return = ReturnRow.omit({ why: true, since: true, deadline: true }).extend({
  why: WhyBack.nullable(),
  since: Instant.nullable(),
  deadline: Instant.nullable(),
  waybill: z.string(),
  /** What the channel's own list says of it, by its number; none where no list was imported. */
  told: z.array(ReturnStatement.omit({ orderNumber: true, pieces: true, askedAt: true })),
  note: z.string(),
  goodsBack: z.array(ReturnGoods),
  inspections: z.array(InspectionRow),
  refunds: z.array(RefundRow),
  claims: z.array(ClaimRow),
  evidence: z.array(EvidenceRow),
  /** What may still be given back to the buyer, and where the money of this order came in. */
  refundable: Rupiah,
  paidInto: AccountCode,
})
export type Return = z.infer<typeof Return>

/**
 * What a scanned code leads to: an expected return; an order of which nothing is expected back (`not announced`), or whose
 * goods are still here (`not sent`); or nothing (`unknown code`).
 */
export const ReturnScan = z.object({
  verdict: z.enum(['expected', 'not announced', 'not sent', 'unknown code']),
  code: z.string(),
  order: z.object({ id: Id, number: z.string(), channel: Channel }).nullable(),
})
export type ReturnScan = z.infer<typeof ReturnScan>

/** What was found: pieces of each SKU by condition, each with an id of its own, and the money given back with it. */
export const InspectionDraft = z.object({
  orderId: Id,
  lines: z
    .array(
      z.object({
        id: Id,
        variantId: Id,
        pieces: z.number().int().positive().max(100_000),
        condition: ReturnCondition,
      }),
    )
    .min(1)
    .max(200),
  note: PlainText(500),
  refund: z.object({ id: Id, amount: Rupiah.min(1), account: AccountCode }).nullable(),
})
export type InspectionDraft = z.infer<typeof InspectionDraft>

export const RefundDraft = z.object({
  id: Id,
  orderId: Id,
  day: BusinessDay,
  amount: Rupiah.min(1),
  account: AccountCode,
  note: PlainText(500),
})
export type RefundDraft = z.infer<typeof RefundDraft>

export const ClaimDraft = z.object({
  id: Id,
  orderId: Id,
  party: PlainText(80).pipe(z.string().min(2)),
  amount: Rupiah.min(1),
  note: PlainText(500),
})
export type ClaimDraft = z.infer<typeof ClaimDraft>

/** Photos are kept as the phone took them; a clip is half a minute at its smallest setting. */
export const EVIDENCE_LIMITS = { photoBytes: 8_000_000, clipBytes: 20_000_000, filesPerOrder: 12 }

export const EvidenceDraft = z.object({
  id: Id,
  orderId: Id,
  name: PlainText(120),
  file: CarriedFile,
  note: PlainText(500),
})
export type EvidenceDraft = z.infer<typeof EvidenceDraft>
