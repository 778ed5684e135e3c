import { sql } from 'kysely'
import type { StockTerms } from '../../../../src-shared/channels/stock-out.ts'
import type { Instant } from '../../../../src-shared/kernel/business-day.ts'
import { actorNow } from '../../database/actor.ts'
import type { Reader, Tx } from '../../database/open.ts'
import { idsSince } from '../../database/since-id.ts'
import { valuesIn } from '../../database/values-in.ts'

/** A listing that is a SKU of ours. */
export interface MappedListing {
  listingId: string
  shopId: string
  variantId: string
  productId: string
  itemId: string
  modelId: string
}

type ListingsBy =
  | { shopIds: readonly string[] }
  | { variantIds: readonly string[] }
  | { productIds: readonly string[] }
  | { listingIds: readonly string[] }

/** Mapped listings of some shops, or some goods' in all shops; goods that were archived are none any more. */
export async function mappedListings(reader: Reader, by: ListingsBy): Promise<MappedListing[]> {
  return reader
    .selectFrom('listing as l')
    .innerJoin('variant as v', 'v.id', 'l.variant_id')
    .innerJoin('shop as s', 's.id', 'l.shop_id')
    .select([
      'l.id as listingId',
      'l.shop_id as shopId',
      'v.id as variantId',
      'v.product_id as productId',
      'l.external_item as itemId',
      'l.external_model as modelId',
    ])
    .where('v.archived_at', 'is', null)
    .where('s.archived_at', 'is', null)
    .$if('shopIds' in by, (query) => query.where('l.shop_id', 'in', 'shopIds' in by ? by.shopIds : []))
    .$if('variantIds' in by, (query) => query.where('v.id', 'in', valuesIn('variantIds' in by ? by.variantIds : [])))
    .$if('productIds' in by, (query) =>
      query.where('v.product_id', 'in', valuesIn('productIds' in by ? by.productIds : [])),
    )
    .$if('listingIds' in by, (query) => query.where('l.id', 'in', valuesIn('listingIds' in by ? by.listingIds : [])))
    .execute()
}

/** Shops in the order in which shares are cut: the oldest first. */
export async function shopsInOrder(reader: Reader): Promise<string[]> {
  const rows = await reader.selectFrom('shop').select('id').orderBy('created_at').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** Unpaid orders older than this are stale news: channels let go of them within a day or two. */
const UNPAID_COUNTS_MS = 3 * 86_400_000

/** What there is of some SKUs, as a shop sees it. */
export async function stockTerms(
  reader: Reader,
  variantIds: readonly string[],
  now: Instant,
): Promise<(variantId: string, shopId: string) => StockTerms> {
  const parts = await reader
    .selectFrom('bundle_component')
    .select(['bundle_id as bundleId', 'component_id as componentId', 'pieces'])
    .where('bundle_id', 'in', valuesIn(variantIds))
    .execute()
  const partsOf = Map.groupBy(parts, ({ bundleId }) => bundleId)
  const all = [...new Set([...variantIds, ...parts.map(({ componentId }) => componentId)])]
  const levels = await reader
    .selectFrom('variant as v')
    .leftJoin('stock_level as s', 's.variant_id', 'v.id')
    .select(['v.id', 'v.safety_stock', 's.on_hand', 's.reserved'])
    .where('v.id', 'in', valuesIn(all))
    .execute()
  const levelOf = new Map(levels.map((row) => [row.id, row]))
  const unpaid = await unpaidPieces(reader, now)
  const locks = await openLocks(reader)
  const ofSingle = (variantId: string, shopId: string): StockTerms => {
    const level = levelOf.get(variantId)
    const held = locks.filter((lock) => lock.variantId === variantId)
    const sum = (isHere: boolean) =>
      held.reduce((pieces, lock) => pieces + ((lock.shopId === shopId) === isHere ? lock.left : 0), 0)
    return {
      isBundle: false,
      onHand: level?.on_hand ?? 0,
      reserved: level?.reserved ?? 0,
      unpaid: unpaid.get(variantId) ?? 0,
      safetyStock: level?.safety_stock ?? 0,
      lockedElsewhere: sum(false),
      lockedHere: sum(true),
    }
  }
  return (variantId, shopId) => {
    const own = ofSingle(variantId, shopId)
    const made = partsOf.get(variantId)
    if (!made) return own
    const whole = made.map(({ componentId, pieces }) => {
      const { onHand, reserved, unpaid, safetyStock, lockedElsewhere, lockedHere } = ofSingle(componentId, shopId)
      return Math.floor(Math.max(0, onHand - reserved - unpaid - safetyStock - lockedElsewhere - lockedHere) / pieces)
    })
    // what its parts are promised to is in `whole` already
    return {
      isBundle: true,
      onHand: Math.min(...whole),
      reserved: 0,
      unpaid: 0,
      safetyStock: own.safetyStock,
      lockedElsewhere: own.lockedElsewhere,
      lockedHere: own.lockedHere,
    }
  }
}

/** Pieces in orders of channels that wait for payment, by SKU; of bundles their parts. */
async function unpaidPieces(reader: Reader, now: Instant): Promise<Map<string, number>> {
  const { rows } = await sql<{ variantId: string; pieces: number }>`
    SELECT coalesce(b.component_id, g.variant_id) AS variantId, sum(g.pieces * coalesce(b.pieces, 1)) AS pieces FROM (
      SELECT coalesce(ol.variant_id, l.variant_id) AS variant_id, ol.pieces FROM sales_order o
      JOIN order_line ol ON ol.order_id = o.id LEFT JOIN listing l ON l.id = ol.listing_id
      WHERE o.tab = 'unpaid' AND o.sort_key IS NOT NULL AND o.channel <> 'own' AND o.withdrawn_at IS NULL
        AND o.is_history = 0 AND o.placed_at > ${now - UNPAID_COUNTS_MS}
    ) g LEFT JOIN bundle_component b ON b.bundle_id = g.variant_id
    WHERE g.variant_id IS NOT NULL GROUP BY 1`.execute(reader)
  return new Map(rows.map(({ variantId, pieces }) => [variantId, pieces]))
}

/** An order is placed by the channel's clock and recorded by ours. */
const CLOCKS_DIFFER_MS = 86_400_000

interface OpenLock {
  id: string
  variantId: string
  shopId: string
  pieces: number
  /** What the shop did not sell of it yet. */
  left: number
}

/** Live locks with what is left of them: what the shop sold since counts as taken from its own. */
export async function openLocks(reader: Reader): Promise<OpenLock[]> {
  const { rows } = await sql<OpenLock>`
    SELECT k.id, k.variant_id AS variantId, k.shop_id AS shopId, k.pieces, max(0, k.pieces - coalesce((
      SELECT sum(ol.pieces) FROM listing l JOIN order_line ol ON ol.listing_id = l.id JOIN sales_order o ON o.id = ol.order_id
      WHERE l.variant_id = k.variant_id AND ol.order_id > ${idsSince(sql`k.begun_at - ${CLOCKS_DIFFER_MS}`)}
        AND o.shop_id = k.shop_id AND o.placed_at >= k.begun_at
        AND o.withdrawn_at IS NULL AND o.state <> 'cancelled'), 0)) AS left
    FROM live_lock k WHERE k.ended_at IS NULL`.execute(reader)
  return rows
}

/** One lock of a SKU in a shop: a new one takes the place of the one before. */
export async function beginLock(
  tx: Tx,
  { id, shopId, variantId, pieces }: { id: string; shopId: string; variantId: string; pieces: number },
  at: Instant,
): Promise<void> {
  await tx
    .updateTable('live_lock')
    .set({ ended_at: at })
    .where('shop_id', '=', shopId)
    .where('variant_id', '=', variantId)
    .where('ended_at', 'is', null)
    .execute()
  await tx
    .insertInto('live_lock')
    .values({ id, shop_id: shopId, variant_id: variantId, pieces, begun_at: at, ended_at: null, actor: actorNow().id })
    .execute()
}

/** Ending it twice is the same as once. */
export async function endLock(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.updateTable('live_lock').set({ ended_at: at }).where('id', '=', id).where('ended_at', 'is', null).execute()
}
