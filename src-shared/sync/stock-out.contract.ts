import { oc } from '@orpc/contract'
import { z } from 'zod'
import { channelsRefusals } from '../channels/channels.refusals.ts'
import {
  ChannelMark,
  ListingAtShop,
  ListingStock,
  RuleRehearsal,
  RuleScope,
  RuleSubject,
  StockOutShop,
  StockRule,
} from '../channels/stock-out.ts'
import { Instant } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { pick } from '../kernel/refusal.ts'
import { syncRefusals } from './sync.refusals.ts'

const OneShop = z.object({ shopId: Id })

/** Stock that goes out to connected shops: what differs, by which rule, and whether it is told. */
export const stockOutContract = {
  shops: oc.route({ method: 'GET', path: '/sync/stock' }).output(z.array(StockOutShop)),
  /** Listings of a shop that are a SKU of ours, with what stands at the channel beside what shall stand there. */
  list: oc
    .route({ method: 'GET', path: '/sync/stock/listings' })
    .input(OneShop.extend({ show: z.enum(['differing', 'refused', 'all']).default('all') }))
    .output(z.array(ListingStock)),
  /** Which shops list some products, SKU by SKU, and how each stands there: the marks of Stok and Produk. */
  marks: oc
    .route({ method: 'POST', path: '/sync/stock/marks' })
    .input(z.object({ productIds: z.array(Id).max(1000) }))
    .output(z.array(ChannelMark)),
  /** Every listing of one SKU, whichever shop it is of. */
  ofVariant: oc
    .route({ method: 'GET', path: '/sync/stock/variant' })
    .input(z.object({ variantId: Id }))
    .output(z.array(ListingAtShop)),
  /** Begins to tell the channel, once somebody has looked at the differences of that reading; or stops. */
  turn: oc
    .route({ method: 'POST', path: '/sync/stock/turn' })
    .input(
      z.discriminatedUnion('to', [
        OneShop.extend({ to: z.literal('on'), comparedAt: Instant }),
        OneShop.extend({ to: z.literal('off') }),
      ]),
    )
    .output(OneShop)
    .errors(pick(syncRefusals, 'NOT_CONNECTED', 'STOCK_NOT_COMPARED', 'DIFFERENCES_CHANGED')),
  /** The rule that counts for a subject, and whose it is. */
  rule: oc
    .route({ method: 'GET', path: '/sync/stock/rule' })
    .input(OneShop)
    .output(z.object({ rule: StockRule, ruleOf: RuleScope })),
  /** Null takes a rule away: the next wider one counts. */
  saveRule: oc
    .route({ method: 'POST', path: '/sync/stock/rule' })
    .input(OneShop.extend({ about: RuleSubject, rule: StockRule.nullable() }))
    .output(OneShop)
    .errors({ ...pick(channelsRefusals, 'SHOP_NOT_FOUND'), ...pick(syncRefusals, 'RULE_OF_NOTHING') }),
  /** What the rule would have meant for the orders of the last 30 days. Nothing is stored. */
  rehearse: oc
    .route({ method: 'POST', path: '/sync/stock/rehearse' })
    .input(OneShop.extend({ rule: StockRule, unawareMs: z.number().int().min(0).max(86_400_000) }))
    .output(RuleRehearsal)
    .errors(pick(channelsRefusals, 'SHOP_NOT_FOUND')),
  /** Holds pieces of a SKU for a shop that is live: other shops show only the rest until it ends. Answers the lock. */
  lock: oc
    .route({ method: 'POST', path: '/sync/stock/locks' })
    .input(OneShop.extend({ id: Id, variantId: Id, pieces: z.number().int().min(1).max(100_000) }))
    .output(z.object({ id: Id }))
    .errors({ ...pick(channelsRefusals, 'SHOP_NOT_FOUND'), ...pick(syncRefusals, 'RULE_OF_NOTHING') }),
  /** The session is over: what is left may be sold by all again. */
  unlock: oc
    .route({ method: 'POST', path: '/sync/stock/locks/end' })
    .input(z.object({ id: Id }))
    .output(z.object({ id: Id })),
  /** What the channel turned down is said again. */
  retry: oc
    .route({ method: 'POST', path: '/sync/stock/retry' })
    .input(OneShop)
    .output(OneShop)
    .errors(pick(syncRefusals, 'NOT_CONNECTED')),
}
