import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { actorNow } from '../database/actor.ts'
import type { Reader, Tx } from '../database/open.ts'

/** A parcel that lies open at a desk. */
export interface Claim {
  desk: string
  actor: string
  since: Instant
  /** The last act at that desk. */
  seenAt: Instant
}

/** A desk that did nothing for so long has been left. */
const LEFT_AFTER_MS = 10 * 60_000

/** Who else has the parcel open, as far as that still counts; null when it is free. */
export const heldByOther = (claim: Claim | null, desk: string | undefined, at: Instant): Claim | null =>
  claim && claim.desk !== desk && at - claim.seenAt < LEFT_AFTER_MS ? claim : null

export async function claimOf(reader: Reader, parcelId: string): Promise<Claim | null> {
  const row = await reader.selectFrom('parcel_claim').selectAll().where('parcel_id', '=', parcelId).executeTakeFirst()
  return row ? { desk: row.desk, actor: row.actor, since: row.since, seenAt: row.seen_at } : null
}

/** The parcel now lies open at this desk; one that is there already goes on. */
export async function claim(tx: Tx, parcelId: string, desk: string, at: Instant): Promise<void> {
  const known = await claimOf(tx, parcelId)
  const since = known?.desk === desk ? known.since : at
  const row = { parcel_id: parcelId, desk, actor: actorNow().id, since, seen_at: at }
  await tx
    .insertInto('parcel_claim')
    .values(row)
    .onConflict((conflict) => conflict.column('parcel_id').doUpdateSet(row))
    .execute()
}

/** Nobody has the parcel open any more; with a desk, unless another one has it. */
export async function leave(tx: Tx, parcelId: string, desk?: string): Promise<void> {
  let query = tx.deleteFrom('parcel_claim').where('parcel_id', '=', parcelId)
  if (desk !== undefined) query = query.where('desk', '=', desk)
  await query.execute()
}
