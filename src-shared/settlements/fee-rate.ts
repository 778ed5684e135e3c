import { z } from 'zod'
import { BusinessDay } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { PlainText } from '../kernel/page.ts'
import { Price } from '../kernel/rupiah.ts'
import { Channel } from '../orders/order.ts'

/** 8% is 800: hundredths of a percent, because rates such as 6.97% have two decimals. */
export const BasisPoints = z.number().int().min(0).max(10_000)

/**
 * How a channel reckons a fee: so much an order, or a share of what the seller gets for the goods (list price less the seller's
 * own discounts and vouchers), where there is one at most `most` a piece.
 */
export const Reckoning = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('per order'), amount: Price }),
  z.object({ kind: z.literal('share'), basisPoints: BasisPoints, most: Price.nullable() }),
])
export type Reckoning = z.infer<typeof Reckoning>

/** What a channel probably keeps under one of its names, from a day on, until a later one of the same name says otherwise. */
export const FeeRate = z.object({
  channel: Channel.exclude(['own']),
  /** One shop alone: sellers of one channel are of several classes; null for all of them. */
  shopId: Id.nullable(),
  /** Products of one category alone, as the shop names it; blank for all. */
  category: PlainText(60),
  /** The channel's own name, as its settlements write it. */
  name: PlainText(120).pipe(z.string().min(1)),
  from: BusinessDay,
  reckoning: Reckoning,
  /** Where it is said: a page and its day; or what was learned from. */
  source: PlainText(300),
})
export type FeeRate = z.infer<typeof FeeRate>
