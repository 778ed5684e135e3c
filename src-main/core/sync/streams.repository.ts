import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Trouble } from '../channels/connectors/trouble.ts'
import type { Reader, Tx } from '../database/open.ts'

/** What is asked of a channel again and again, the most urgent first. */
export const STREAMS = [
  'orders',
  'stock',
  'returns',
  'settlements',
  'wallet',
  'publishing',
  'listings',
  'comparison',
] as const
export type StreamName = (typeof STREAMS)[number]

/** What the last comparison with the channel came to, in orders. */
export interface Comparison {
  at: Instant
  /** At the channel, in the days that were compared. */
  compared: number
  /** Not here before, and fetched. */
  missing: number
  /** Here with these days, and unknown to the channel. */
  unknownThere: number
}

export interface StoredStream {
  shopId: string
  stream: StreamName
  readUntil: Instant
  window: { from: Instant; to: Instant } | null
  cursor: string | null
  nextAt: Instant
  succeededAt: Instant | null
  failures: number
  trouble: Trouble | null
  troubleAt: Instant | null
  outcome: Comparison | null
}

export async function streamsOf(reader: Reader, shopId?: string): Promise<StoredStream[]> {
  const rows = await reader
    .selectFrom('sync_stream')
    .selectAll()
    .$if(shopId !== undefined, (query) => query.where('shop_id', '=', shopId!))
    .execute()
  return rows.map((row) => ({
    shopId: row.shop_id,
    stream: row.stream as StreamName,
    readUntil: row.read_until,
    window: row.window_from === null ? null : { from: row.window_from, to: row.window_to! },
    cursor: row.cursor,
    nextAt: row.next_at,
    succeededAt: row.succeeded_at,
    failures: row.failures,
    trouble: row.trouble === null ? null : (JSON.parse(row.trouble) as Trouble),
    troubleAt: row.trouble_at,
    outcome: row.outcome === null ? null : (JSON.parse(row.outcome) as Comparison),
  }))
}

/** Every stream of a shop that was just connected, to be read from then on; what was read before stays read. */
export async function beginStreams(tx: Tx, shopId: string, from: Instant, now: Instant): Promise<void> {
  await tx
    .insertInto('sync_stream')
    .values(
      STREAMS.map((stream) => ({
        shop_id: shopId,
        stream,
        // whatever stands there now is read once, however old it is
        read_until: stream === 'listings' ? 0 : from,
        window_from: null,
        window_to: null,
        cursor: null,
        next_at: now,
        succeeded_at: null,
        trouble: null,
        trouble_at: null,
        outcome: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['shop_id', 'stream']).doUpdateSet({ next_at: now, failures: 0 }))
    .execute()
}

const change = (tx: Tx, shopId: string, stream: StreamName) =>
  tx.updateTable('sync_stream').where('shop_id', '=', shopId).where('stream', '=', stream)

/** Moves on within a window, or past it. Written with the page that it is the cursor of. */
export async function moveCursor(
  tx: Tx,
  shopId: string,
  stream: StreamName,
  window: { from: Instant; to: Instant },
  next: string | null,
): Promise<void> {
  await change(tx, shopId, stream)
    .set(
      next === null
        ? { read_until: window.to, window_from: null, window_to: null, cursor: null }
        : { window_from: window.from, window_to: window.to, cursor: next },
    )
    .execute()
}

export async function noteSuccess(
  tx: Tx,
  shopId: string,
  stream: StreamName,
  { at, nextAt, outcome }: { at: Instant; nextAt: Instant; outcome: Comparison | null },
): Promise<void> {
  await change(tx, shopId, stream)
    .set({
      succeeded_at: at,
      next_at: nextAt,
      failures: 0,
      trouble: null,
      trouble_at: null,
      ...(outcome ? { outcome: JSON.stringify(outcome) } : {}),
    })
    .execute()
}

export async function noteFailure(
  tx: Tx,
  shopId: string,
  stream: StreamName,
  { at, nextAt, failures, trouble }: { at: Instant; nextAt: Instant; failures: number; trouble: Trouble },
): Promise<void> {
  await change(tx, shopId, stream)
    .set({ next_at: nextAt, failures, trouble: JSON.stringify(trouble), trouble_at: at })
    .execute()
}

/** Listings are read from the beginning again with the next round. */
export const readListingsAnew = (tx: Tx, shopId: string) =>
  change(tx, shopId, 'listings').set({ read_until: 0, window_from: null, window_to: null, cursor: null }).execute()

/** The channel rests: nothing of this shop is due before. */
export async function restUntil(tx: Tx, shopId: string, at: Instant): Promise<void> {
  await tx
    .updateTable('sync_stream')
    .set({ next_at: at })
    .where('shop_id', '=', shopId)
    .where('next_at', '<', at)
    .execute()
}

/** Everything of a shop is due now: somebody asked. */
export async function makeDue(tx: Tx, shopId: string, streams: readonly StreamName[], now: Instant): Promise<void> {
  await tx
    .updateTable('sync_stream')
    .set({ next_at: now, failures: 0 })
    .where('shop_id', '=', shopId)
    .where('stream', 'in', [...streams])
    .execute()
}

const HOUR = 3_600_000
const HOURS_KEPT = 8 * 24

/** One more round in the hour it ended in; hours of more than a week ago are forgotten. */
export async function noteRound(tx: Tx, shopId: string, at: Instant, failed: boolean): Promise<void> {
  const hour = Math.floor(at / HOUR)
  const failures = failed ? 1 : 0
  await tx
    .insertInto('sync_hour')
    .values({ shop_id: shopId, hour, rounds: 1, failures })
    .onConflict((conflict) =>
      conflict.columns(['shop_id', 'hour']).doUpdateSet((row) => ({
        rounds: row('sync_hour.rounds', '+', 1),
        failures: row('sync_hour.failures', '+', failures),
      })),
    )
    .execute()
  await tx
    .deleteFrom('sync_hour')
    .where('hour', '<', hour - HOURS_KEPT)
    .execute()
}

export async function hoursSince(
  reader: Reader,
  since: Instant,
): Promise<{ shopId: string; hour: number; rounds: number; failures: number }[]> {
  return reader
    .selectFrom('sync_hour')
    .select(['shop_id as shopId', 'hour', 'rounds', 'failures'])
    .where('hour', '>=', Math.floor(since / HOUR))
    .execute()
}
