import { sql } from 'kysely'
import type { Instant } from '../../../../src-shared/kernel/business-day.ts'
import type { ListingAtChannel } from '../../channels/connectors/connector.ts'
import type { Trouble } from '../../channels/connectors/trouble.ts'
import type { Reader, Tx } from '../../database/open.ts'
import { idsSince } from '../../database/since-id.ts'
import { valuesIn } from '../../database/values-in.ts'

/** What stands at the channel of one listing. */
export interface StoredListingStock {
  listingId: string
  there: number | null
  thereAt: Instant
  stateThere: ListingAtChannel['state']
  priceThere: number | null
  lockedBy: string
  generation: number
  sent: number | null
  sentAt: Instant | null
  refused: number | null
  trouble: Pick<Trouble, 'code' | 'message'> | null
}

export async function listingStock(
  reader: Reader,
  listingIds: readonly string[],
): Promise<Map<string, StoredListingStock>> {
  const rows = await reader
    .selectFrom('listing_stock')
    .selectAll()
    .where('listing_id', 'in', valuesIn(listingIds))
    .execute()
  return new Map(
    rows.map((row) => [
      row.listing_id,
      {
        listingId: row.listing_id,
        there: row.there,
        thereAt: row.there_at,
        stateThere: row.state_there as ListingAtChannel['state'],
        priceThere: row.price_there,
        lockedBy: row.locked_by,
        generation: row.generation,
        sent: row.sent,
        sentAt: row.sent_at,
        refused: row.refused,
        trouble: row.trouble === null ? null : (JSON.parse(row.trouble) as Pick<Trouble, 'code' | 'message'>),
      },
    ]),
  )
}

/** What the channel tells of some listings now. It ends every doubt about what was sent. */
export async function noteThere(
  tx: Tx,
  told: readonly { listingId: string; at: ListingAtChannel }[],
  now: Instant,
): Promise<void> {
  for (const { listingId, at } of told) {
    const facts = {
      there: at.stock,
      there_at: now,
      state_there: at.state,
      price_there: at.price,
      locked_by: at.lockedBy,
      sent: null,
      sent_at: null,
    }
    await tx
      .insertInto('listing_stock')
      .values({ listing_id: listingId, ...facts, accepted_at: null, refused: null, trouble: null })
      .onConflict((conflict) => conflict.column('listing_id').doUpdateSet(facts))
      .execute()
  }
}

/** Written before it goes out, so that a kill in between is known for what it is. @returns the generation of each */
export async function noteSent(
  tx: Tx,
  sent: readonly { listingId: string; pieces: number }[],
  now: Instant,
): Promise<Map<string, number>> {
  const generations = new Map<string, number>()
  for (const { listingId, pieces } of sent) {
    const { generation } = await tx
      .updateTable('listing_stock')
      .set(({ eb }) => ({ generation: eb('generation', '+', 1), sent: pieces, sent_at: now }))
      .where('listing_id', '=', listingId)
      .returning('generation')
      .executeTakeFirstOrThrow()
    generations.set(listingId, generation)
  }
  return generations
}

/** The channel took these. Only the generation that was sent is confirmed; a reading that came in between knows better. */
export async function noteAccepted(
  tx: Tx,
  accepted: readonly { listingId: string; generation: number }[],
  now: Instant,
): Promise<void> {
  for (const { listingId, generation } of accepted)
    await tx
      .updateTable('listing_stock')
      .set(({ ref }) => ({
        there: ref('sent'),
        there_at: now,
        accepted_at: now,
        sent: null,
        sent_at: null,
        refused: null,
        trouble: null,
      }))
      .where('listing_id', '=', listingId)
      .where('generation', '=', generation)
      .where('sent', 'is not', null)
      .execute()
}

/** The channel turned these down for good; what stands there is what stood there. */
export async function noteRefused(
  tx: Tx,
  refused: readonly { listingId: string; generation: number; code: string; message: string }[],
): Promise<void> {
  for (const { listingId, generation, code, message } of refused)
    await tx
      .updateTable('listing_stock')
      .set(({ ref }) => ({
        refused: ref('sent'),
        trouble: JSON.stringify({ code, message: message.slice(0, 300) }),
        sent: null,
        sent_at: null,
      }))
      .where('listing_id', '=', listingId)
      .where('generation', '=', generation)
      .where('sent', 'is not', null)
      .execute()
}

/** What was refused may be said again: somebody mended it at the channel. */
export async function forgetRefusals(tx: Tx, listingIds: readonly string[]): Promise<void> {
  await tx
    .updateTable('listing_stock')
    .set({ refused: null, trouble: null })
    .where('listing_id', 'in', valuesIn(listingIds))
    .where('refused', 'is not', null)
    .execute()
}

/**
 * Listings that the channel sold of itself since it told their number last, by orders that came in since: it took these off by
 * itself, so the number is read anew before another one is said. Looked for by when an order was recorded, so that however
 * many there were before costs nothing.
 */
export async function soldThereSince(
  reader: Reader,
  shopId: string,
  listingIds: readonly string[],
): Promise<Set<string>> {
  const rows = await reader
    .selectFrom('listing_stock as s')
    .select('s.listing_id as listingId')
    .where('s.listing_id', 'in', valuesIn(listingIds))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('order_line as ol')
          .innerJoin('sales_order as o', 'o.id', 'ol.order_id')
          .select('o.seq')
          .whereRef('ol.listing_id', '=', 's.listing_id')
          .where('ol.order_id', '>', idsSince(sql`s.there_at - ${READING_TAKES_MS}`))
          .where('o.shop_id', '=', shopId)
          .where('o.withdrawn_at', 'is', null)
          .whereRef('o.placed_at', '>', (clock) => clock('s.there_at', '-', CLOCKS_DIFFER_MS)),
      ),
    )
    .execute()
  return new Set(rows.map(({ listingId }) => listingId))
}
/** An order that was recorded while the number was on its way may be missing in it. */
const READING_TAKES_MS = 2 * 60_000
const CLOCKS_DIFFER_MS = 2 * 60_000

export interface StoredStockOut {
  isOn: boolean
  epoch: number
  comparedAt: Instant | null
}

export async function stockOutOf(reader: Reader, shopId: string): Promise<StoredStockOut> {
  const row = await reader.selectFrom('stock_out').selectAll().where('shop_id', '=', shopId).executeTakeFirst()
  return row
    ? { isOn: row.is_on === 1, epoch: row.epoch, comparedAt: row.compared_at }
    : { isOn: false, epoch: 0, comparedAt: null }
}

export async function saveStockOut(tx: Tx, shopId: string, kept: StoredStockOut): Promise<void> {
  const facts = { is_on: kept.isOn ? (1 as const) : (0 as const), epoch: kept.epoch, compared_at: kept.comparedAt }
  await tx
    .insertInto('stock_out')
    .values({ shop_id: shopId, ...facts })
    .onConflict((conflict) => conflict.column('shop_id').doUpdateSet(facts))
    .execute()
}

/** How often this shop's file was restored, and when last. */
export async function epochOf(reader: Reader): Promise<{ epoch: number; since: Instant }> {
  const row = await reader
    .selectFrom('restore')
    .select(['epoch', 'at'])
    .orderBy('epoch', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { epoch: row.epoch, since: row.at } : { epoch: 0, since: 0 }
}

/** Goods on sale at the channel that are no SKU of ours. */
export async function unmappedThere(reader: Reader, shopId: string): Promise<number> {
  const { listings } = await reader
    .selectFrom('listing_stock as s')
    .innerJoin('listing as l', 'l.id', 's.listing_id')
    .select(({ fn }) => fn.countAll<number>().as('listings'))
    .where('l.shop_id', '=', shopId)
    .where('l.variant_id', 'is', null)
    .where('s.state_there', '=', 'live')
    .executeTakeFirstOrThrow()
  return listings
}

/** Listings that were told before and not since: perhaps they are no longer at the channel. */
export const notToldSince = (
  reader: Reader,
  shopId: string,
  since: Instant,
): Promise<{ listingId: string; itemId: string; modelId: string }[]> =>
  reader
    .selectFrom('listing_stock as s')
    .innerJoin('listing as l', 'l.id', 's.listing_id')
    .select(['l.id as listingId', 'l.external_item as itemId', 'l.external_model as modelId'])
    .where('l.shop_id', '=', shopId)
    .where('l.external_item', '<>', '')
    .where('s.there_at', '<', since)
    .where('s.state_there', '<>', 'gone')
    .execute()
