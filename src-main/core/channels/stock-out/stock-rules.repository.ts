import type { RuleScope, RuleSubject, StockRule } from '../../../../src-shared/channels/stock-out.ts'
import { EVERYTHING } from '../../../../src-shared/channels/stock-out.ts'
import type { Instant } from '../../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../../src-shared/kernel/ids.ts'
import { actorNow } from '../../database/actor.ts'
import type { Reader, Tx } from '../../database/open.ts'

export interface StoredRule {
  shopId: string
  productId: string | null
  listingId: string | null
  rule: StockRule
}

const columnsOf = (about: RuleSubject) => ({
  product_id: about.is === 'product' ? about.productId : null,
  listing_id: about.is === 'listing' ? about.listingId : null,
})

export async function stockRules(reader: Reader): Promise<StoredRule[]> {
  const rows = await reader.selectFrom('stock_rule').selectAll().execute()
  return rows.map((row) => ({
    shopId: row.shop_id,
    productId: row.product_id,
    listingId: row.listing_id,
    rule: {
      isTold: row.is_told === 1,
      share: row.share,
      atMost: row.at_most,
      keptBack: row.kept_back,
      lastPieces: row.last_pieces,
    },
  }))
}

/** The rule that counts for a listing: the narrowest there is. */
export function ruleFinder(rules: readonly StoredRule[]) {
  const key = (shopId: string, productId: string | null, listingId: string | null) =>
    `${shopId}/${productId ?? ''}/${listingId ?? ''}`
  const known = new Map(
    rules.map(({ shopId, productId, listingId, rule }) => [key(shopId, productId, listingId), rule]),
  )
  return (shopId: string, productId: string, listingId: string): { rule: StockRule; ruleOf: RuleScope } => {
    const [ofListing, ofProduct, ofShop] = [
      known.get(key(shopId, null, listingId)),
      known.get(key(shopId, productId, null)),
      known.get(key(shopId, null, null)),
    ]
    if (ofListing) return { rule: ofListing, ruleOf: 'listing' }
    if (ofProduct) return { rule: ofProduct, ruleOf: 'product' }
    return ofShop ? { rule: ofShop, ruleOf: 'shop' } : { rule: EVERYTHING, ruleOf: 'none' }
  }
}

/** Whether a shop sells what the rule is about. */
export async function isSoldThere(reader: Reader, shopId: string, about: RuleSubject): Promise<boolean> {
  if (about.is === 'shop') return true
  const row = await reader
    .selectFrom('listing as l')
    .innerJoin('variant as v', 'v.id', 'l.variant_id')
    .select('l.id')
    .where('l.shop_id', '=', shopId)
    .$if(about.is === 'product', (query) => query.where('v.product_id', '=', columnsOf(about).product_id))
    .$if(about.is === 'listing', (query) => query.where('l.id', '=', columnsOf(about).listing_id))
    .executeTakeFirst()
  return row !== undefined
}

/** Puts a rule in the place of the one before it; null takes it away, so that the next wider one counts. */
export async function saveRule(
  tx: Tx,
  shopId: string,
  about: RuleSubject,
  rule: StockRule | null,
  at: Instant,
): Promise<void> {
  const columns = columnsOf(about)
  await tx
    .deleteFrom('stock_rule')
    .where('shop_id', '=', shopId)
    .where('product_id', 'is', columns.product_id)
    .where('listing_id', 'is', columns.listing_id)
    .execute()
  if (rule === null) return
  await tx
    .insertInto('stock_rule')
    .values({
      ...columns,
      id: newId(at),
      shop_id: shopId,
      is_told: rule.isTold ? 1 : 0,
      share: rule.share,
      at_most: rule.atMost,
      kept_back: rule.keptBack,
      last_pieces: rule.lastPieces,
      changed_at: at,
      actor: actorNow().id,
    })
    .execute()
}
