import { sql } from 'kysely'
import { type RuleRehearsal, type StockRule, WHOLE } from '../../../../src-shared/channels/stock-out.ts'
import type { Instant } from '../../../../src-shared/kernel/business-day.ts'
import type { Reader } from '../../database/open.ts'
import { type PastEvent, replayedSales } from './replayed-sales.ts'
import { ruleFinder, type StoredRule, stockRules } from './stock-rules.repository.ts'
import { mappedListings, shopsInOrder, stockTerms } from './stock-terms.repository.ts'

const DAYS = 30
const DAY = 86_400_000

/** What a shop's rule would have meant for everything that was sold in the last 30 days, beside what counts now. Bundles are left out. */
export async function rehearseRule(
  reader: Reader,
  { shopId, rule, unawareMs }: { shopId: string; rule: StockRule; unawareMs: number },
  now: Instant,
): Promise<RuleRehearsal> {
  const since = now - DAYS * DAY
  const events = await pastEvents(reader, since)
  const variantIds = [...events.keys()]
  const listings = Map.groupBy(await mappedListings(reader, { variantIds }), ({ variantId }) => variantId)
  const termsOf = await stockTerms(reader, variantIds, now)
  const order = await shopsInOrder(reader)
  const known = await stockRules(reader)
  const withRule: StoredRule[] = [
    ...known.filter((each) => each.shopId !== shopId || each.productId !== null || each.listingId !== null),
    { shopId, productId: null, listingId: null, rule },
  ]
  const replay = (rules: readonly StoredRule[]) => {
    const ruleOf = ruleFinder(rules)
    const sum = { oversold: 0, turnedAway: 0 }
    for (const [variantId, past] of events) {
      const terms = termsOf(variantId, '')
      const ofShop = new Map(
        (listings.get(variantId) ?? []).map((each) => [
          each.shopId,
          ruleOf(each.shopId, each.productId, each.listingId),
        ]),
      )
      let before = 0
      const shops = order.flatMap((each) => {
        const counts = ofShop.get(each)
        if (!counts?.rule.isTold) return []
        const sharesBefore = before
        if (counts.rule.share < WHOLE) before += counts.rule.share
        return [{ shopId: each, rule: counts.rule, sharesBefore }]
      })
      const moved = past.reduce((pieces, event) => pieces + (event.shopId === null ? -event.pieces : event.pieces), 0)
      const { safetyStock } = terms
      const pieces = terms.onHand - terms.reserved + moved
      const outcome = replayedSales({ events: past, pieces, safetyStock, shops, unawareMs })
      sum.oversold += outcome.oversold
      sum.turnedAway += outcome.turnedAway
    }
    return sum
  }
  return {
    days: DAYS,
    orders: await ordersSince(reader, since),
    unawareMs,
    byRulesNow: replay(known),
    byThisRule: replay(withRule),
  }
}

/** What happened to each SKU that was sold: sales at their moment, and whatever came in or went otherwise. */
async function pastEvents(reader: Reader, since: Instant): Promise<Map<string, PastEvent[]>> {
  const { rows: sales } = await sql<PastEvent & { variantId: string }>`
    SELECT coalesce(ol.variant_id, l.variant_id) AS variantId, o.shop_id AS shopId, o.placed_at AS at, ol.pieces
    FROM sales_order o JOIN order_line ol ON ol.order_id = o.id LEFT JOIN listing l ON l.id = ol.listing_id
    JOIN variant v ON v.id = coalesce(ol.variant_id, l.variant_id)
    WHERE coalesce(o.placed_at, 0) >= ${since} AND o.withdrawn_at IS NULL AND o.is_history = 0
      AND o.state NOT IN ('cancelled', 'unknown') AND v.is_bundle = 0`.execute(reader)
  const events = Map.groupBy<string, PastEvent & { variantId: string }>(sales, ({ variantId }) => variantId)
  const { rows: others } = await sql<{ variantId: string; at: number; pieces: number }>`
    SELECT variant_id AS variantId, at, pieces FROM stock_movement
    WHERE at >= ${since} AND document_kind <> 'order' AND pieces <> 0`.execute(reader)
  for (const { variantId, at, pieces } of others) events.get(variantId)?.push({ variantId, shopId: null, at, pieces })
  return events
}

async function ordersSince(reader: Reader, since: Instant): Promise<number> {
  const { orders } = await reader
    .selectFrom('sales_order')
    .select(({ fn }) => fn.countAll<number>().as('orders'))
    .where('placed_at', '>=', since)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return orders
}
