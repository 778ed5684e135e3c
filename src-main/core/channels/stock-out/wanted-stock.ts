import type { DesiredStock, RuleScope, StockRule, StockTerms } from '../../../../src-shared/channels/stock-out.ts'
import { WHOLE } from '../../../../src-shared/channels/stock-out.ts'
import type { Instant } from '../../../../src-shared/kernel/business-day.ts'
import type { Reader } from '../../database/open.ts'
import { desiredStock } from './desired-stock.ts'
import { ruleFinder, stockRules } from './stock-rules.repository.ts'
import { type MappedListing, mappedListings, shopsInOrder, stockTerms } from './stock-terms.repository.ts'

/** What a listing shall show, and why. */
export interface WantedStock extends MappedListing {
  terms: StockTerms
  rule: StockRule
  ruleOf: RuleScope
  desired: DesiredStock
}

/** The one answer to "what shall this listing show": of some shops' listings, or of some. */
export async function wantedStock(
  reader: Reader,
  by: { shopIds: readonly string[] } | { listingIds: readonly string[] },
  now: Instant,
): Promise<WantedStock[]> {
  return wantedOfGoods(reader, await mappedListings(reader, by), now)
}

/** The same of goods that a shop sells by a name of which nobody has told yet: those have no listing (a blank one). */
export async function wantedOfGoods(
  reader: Reader,
  listings: readonly MappedListing[],
  now: Instant,
): Promise<WantedStock[]> {
  if (listings.length === 0) return []
  const variantIds = [...new Set(listings.map(({ variantId }) => variantId))]
  const rules = await stockRules(reader)
  const ruleOf = ruleFinder(rules)
  const termsOf = await stockTerms(reader, variantIds, now)
  const isShared = rules.some(({ rule }) => rule.share < WHOLE)
  const before = isShared ? await sharesBefore(reader, variantIds, ruleOf) : () => 0
  return listings.map((listing) => {
    const counts = ruleOf(listing.shopId, listing.productId, listing.listingId)
    const terms = termsOf(listing.variantId, listing.shopId)
    const desired = desiredStock(terms, counts.rule, before(listing.variantId, listing.shopId))
    return { ...listing, terms, ...counts, desired }
  })
}

/** Of a SKU, what the shops before one cut out of the whole. */
async function sharesBefore(
  reader: Reader,
  variantIds: readonly string[],
  ruleOf: ReturnType<typeof ruleFinder>,
): Promise<(variantId: string, shopId: string) => number> {
  const order = await shopsInOrder(reader)
  const byVariant = Map.groupBy(await mappedListings(reader, { variantIds }), ({ variantId }) => variantId)
  return (variantId, shopId) => {
    const shareOf = new Map<string, number>()
    for (const { shopId, productId, listingId } of byVariant.get(variantId) ?? []) {
      const { rule } = ruleOf(shopId, productId, listingId)
      if (rule.isTold && rule.share < WHOLE) shareOf.set(shopId, Math.max(shareOf.get(shopId) ?? 0, rule.share))
    }
    let sum = 0
    for (const each of order) {
      if (each === shopId) return sum
      sum += shareOf.get(each) ?? 0
    }
    return sum
  }
}
