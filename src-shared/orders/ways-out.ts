import { z } from 'zod'
import { GoodsName } from '../catalog/goods-name.ts'
import { Instant } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { Rupiah } from '../kernel/rupiah.ts'
import { Channel } from './order.ts'

/** A SKU that could be sent in place of one that is sold out. */
export const Substitute = z.object({
  variantId: Id,
  sku: z.string(),
  goodsName: GoodsName,
  available: z.number().int(),
  /** By how much it costs more than what was sold, for all pieces of the line; null while either has no cost. */
  costMore: Rupiah.nullable(),
})
export type Substitute = z.infer<typeof Substitute>

/** Ways out for goods of an order that are not there, each with what it costs. */
export const WaysOut = z.object({
  orderId: Id,
  orderNumber: z.string(),
  channel: Channel,
  shipBy: Instant.nullable(),
  buyer: z.string(),
  goodsName: GoodsName,
  /** The line that holds the goods; of several the first. Null where only a part of a bundle is short. */
  line: z.number().int().nullable(),
  /** Whether other goods may still be sent for it. */
  maySendInstead: z.boolean(),
  pieces: z.number().int(),
  /** What the buyer pays for the line: gone when the order is cancelled. */
  sales: Rupiah,
  /** Of these goods, pieces that came back and wait to be inspected. */
  atReturns: z.number().int(),
  /** The same product first, then others of its kind at the nearest price; only what is there. */
  substitutes: z.array(Substitute),
  /** A buyer asks to cancel already: yes costs nothing but the sale. */
  isCancelAsked: z.boolean(),
})
export type WaysOut = z.infer<typeof WaysOut>
