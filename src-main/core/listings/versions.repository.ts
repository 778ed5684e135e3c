import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { VersionDraft, Written } from '../../../src-shared/listings/listings.ts'
import { actorNow } from '../database/actor.ts'
import type { Reader, Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'

export interface StoredVersion extends VersionDraft {
  begunAt: Instant | null
  shownAt: Instant | null
  endedAt: Instant | null
  removedAt: Instant | null
}

/** Prepared versions by their beginning: of some products, of a shop, or one; those that never began and were removed are left out. */
export async function versionsOf(
  reader: Reader,
  of: { productIds?: readonly string[]; shopId?: string; id?: string },
): Promise<StoredVersion[]> {
  const rows = await reader
    .selectFrom('listing_version')
    .selectAll()
    .where(({ eb, or }) => or([eb('removed_at', 'is', null), eb('begun_at', 'is not', null)]))
    .$if(of.productIds !== undefined, (query) => query.where('product_id', 'in', valuesIn(of.productIds!)))
    .$if(of.shopId !== undefined, (query) => query.where('shop_id', '=', of.shopId!))
    .$if(of.id !== undefined, (query) => query.where('id', '=', of.id!))
    .orderBy('starts_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    productId: row.product_id,
    shopId: row.shop_id,
    name: row.name,
    title: row.title,
    description: row.description,
    prices: JSON.parse(row.prices) as Written['prices'],
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    begunAt: row.begun_at,
    shownAt: row.shown_at,
    endedAt: row.ended_at,
    removedAt: row.removed_at,
  }))
}

export async function saveVersion(tx: Tx, draft: VersionDraft): Promise<void> {
  const facts = {
    name: draft.name,
    title: draft.title,
    description: draft.description,
    prices: JSON.stringify(draft.prices),
    starts_at: draft.startsAt,
    ends_at: draft.endsAt,
    actor: actorNow().id,
  }
  await tx
    .insertInto('listing_version')
    .values({
      ...{ id: draft.id, product_id: draft.productId, shop_id: draft.shopId },
      ...{ begun_at: null, shown_at: null, ended_at: null, removed_at: null },
      ...facts,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(facts))
    .execute()
}

export const markVersion = (tx: Tx, id: string, at: { begun_at?: Instant; ended_at?: Instant; removed_at?: Instant }) =>
  tx.updateTable('listing_version').set(at).where('id', '=', id).execute()

/** The channel shows what was asked of it last: of a version that had begun, that is its first moment. */
export const noteShown = (tx: Tx, { productId, shopId }: { productId: string; shopId: string }, at: Instant) =>
  tx
    .updateTable('listing_version')
    .set({ shown_at: at })
    .where('product_id', '=', productId)
    .where('shop_id', '=', shopId)
    .where('begun_at', 'is not', null)
    .where('ended_at', 'is', null)
    .where('shown_at', 'is', null)
    .execute()
