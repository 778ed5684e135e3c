import { oc } from '@orpc/contract'
import { z } from 'zod'
import { BusinessDay } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { pick } from '../kernel/refusal.ts'
import { RupiahTotal } from '../kernel/rupiah.ts'
import { Channel } from '../orders/order.ts'
import { FeeRate, Reckoning } from './fee-rate.ts'
import { settlementsRefusals } from './settlements.refusals.ts'
import { Programme, ShopClass, ShopFees } from './shop-fees.ts'

/** A rate that counts, or will from its day on; without an id where the program ships it. */
export const StandingRate = FeeRate.extend({
  id: Id.nullable(),
  shopName: z.string().nullable(),
  /** Of shops of these classes alone; null for all. */
  classes: z.array(ShopClass).nullable(),
  /** Of those alone that joined it. */
  programme: Programme.nullable(),
})
export type StandingRate = z.infer<typeof StandingRate>

/** A rate by which the shop's own settlements were reckoned, and that the standing ones do not say. */
export const ProposedRate = FeeRate.extend({
  shopName: z.string(),
  /** Settled orders since its day, and those of them that it says to the rupiah. */
  orders: z.number().int(),
  matching: z.number().int(),
})
export type ProposedRate = z.infer<typeof ProposedRate>

/** How far estimates of settled orders were from what the channel kept, by channel. */
export const Accuracy = z.object({
  channel: Channel.exclude(['own']),
  orders: z.number().int(),
  /** Orders whose fees were estimated within a rupiah. */
  exact: z.number().int(),
  /** Mean of |estimate − actual| an order, whole rupiah. */
  meanError: RupiahTotal,
  /** Mean of what was kept an order. */
  meanFees: RupiahTotal,
})
export type Accuracy = z.infer<typeof Accuracy>

/** A shop, what was said of it so far (the newest day last), and what can be said of shops of its channel. */
export const ShopOfFees = z.object({
  shopId: Id,
  shopName: z.string(),
  channel: Channel.exclude(['own']),
  told: z.array(ShopFees.extend({ id: Id })),
  classes: z.array(ShopClass),
  categories: z.array(z.string()),
  programmes: z.array(
    z.object({ name: z.string(), levels: z.array(z.object({ level: z.string(), rate: Reckoning })) }),
  ),
  /** Categories of products as the owner names them. */
  ownCategories: z.array(z.string()),
})
export type ShopOfFees = z.infer<typeof ShopOfFees>

export const FeeRateDraft = FeeRate.extend({ id: Id })
export type FeeRateDraft = z.infer<typeof FeeRateDraft>

export const feeRatesContract = {
  list: oc.route({ method: 'GET', path: '/settlements/rates' }).output(z.array(StandingRate)),
  /** Learned from the settlements of the last 120 days. */
  proposals: oc.route({ method: 'GET', path: '/settlements/rates/proposals' }).output(z.array(ProposedRate)),
  accuracy: oc
    .route({ method: 'GET', path: '/settlements/rates/accuracy' })
    .output(z.object({ since: BusinessDay, channels: z.array(Accuracy) })),
  /** From its day on; a rate of the same channel, shop, category, name and day gives way. Nothing in the books changes. */
  save: oc
    .route({ method: 'PUT', path: '/settlements/rates/{id}' })
    .input(FeeRateDraft)
    .output(z.object({ id: Id }))
    .errors(pick(settlementsRefusals, 'FEE_RATE_OF_ANOTHER_SHOP')),
  undo: oc
    .route({ method: 'POST', path: '/settlements/rates/{id}/undo' })
    .input(z.object({ id: Id }))
    .output(z.object({ id: Id }))
    .errors(pick(settlementsRefusals, 'FEE_RATE_NOT_FOUND')),
  shops: {
    list: oc.route({ method: 'GET', path: '/settlements/rates/shops' }).output(z.array(ShopOfFees)),
    /** From its day on; what was said of the same shop and day gives way. Nothing in the books changes. */
    save: oc
      .route({ method: 'PUT', path: '/settlements/rates/shops/{id}' })
      .input(ShopFees.extend({ id: Id }))
      .output(z.object({ id: Id }))
      .errors(pick(settlementsRefusals, 'SHOP_FEES_NOT_FOUND')),
    undo: oc
      .route({ method: 'POST', path: '/settlements/rates/shops/{id}/undo' })
      .input(z.object({ id: Id }))
      .output(z.object({ id: Id }))
      .errors(pick(settlementsRefusals, 'SHOP_FEES_NOT_FOUND')),
  },
}
