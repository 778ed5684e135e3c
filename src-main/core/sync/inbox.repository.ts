import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Payload } from '../channels/connectors/connector.ts'
import { breathe, type Reader, type Tx } from '../database/open.ts'
import { sealedFor } from '../database/sealed-for.ts'
import { openedRow } from '../database/sealing.ts'
import { valuesIn } from '../database/values-in.ts'

/** What a payload is about: by this it is read. */
export type InboxAbout = 'order' | 'settlement' | 'return' | 'wallet line' | 'item'

/** A payload as it waits. */
export interface WaitingPayload extends Payload {
  seq: number
  about: InboxAbout
  sha256: string
}

/** Packing a page takes a moment: not while the write door is held. */
export interface PackedPayload extends Omit<Payload, 'body'> {
  sha256: string
  bytes: Buffer
}

const packedPayload = ({ body, ...payload }: Payload): PackedPayload => ({
  ...payload,
  sha256: createHash('sha256').update(body).digest('hex'),
  bytes: deflateRawSync(body),
})

/** A page packed, some at a time: whoever asks something meanwhile is answered in between. */
export async function packedPage(payloads: readonly Payload[]): Promise<PackedPayload[]> {
  const packed: PackedPayload[] = []
  for (const [index, payload] of payloads.entries()) {
    if (index % PACKED_AT_ONCE === 0) await breathe()
    packed.push(packedPayload(payload))
  }
  return packed
}
const PACKED_AT_ONCE = 25

/**
 * Keeps what a channel said, of each thing the latest: what was said before changes nothing, however late it arrives. The same words
 * again need not be understood again, unless a file told of the shop meanwhile or was taken back: then they may count for more.
 */
export async function keepPayloads(
  tx: Tx,
  shopId: string,
  about: InboxAbout,
  payloads: readonly PackedPayload[],
  at: Instant,
): Promise<void> {
  if (payloads.length === 0) return
  const told = await tx
    .selectFrom('import_run')
    .select(({ fn }) => [fn.max('at').as('at'), fn.max('withdrawn_at').as('withdrawnAt')])
    .where('shop_id', '=', shopId)
    .executeTakeFirst()
  const filesAt = Math.max(told?.at ?? 0, told?.withdrawnAt ?? 0)
  for (const [index, { key, saidAt, sha256, bytes }] of payloads.entries()) {
    if (index % PACKED_AT_ONCE === PACKED_AT_ONCE - 1) await breathe()
    const sealed = sealedFor(tx, 'inbox', { shop_id: shopId, about, key, body: bytes })
    await tx
      .insertInto('inbox')
      .values({ ...sealed, said_at: saidAt, received_at: at, sha256, state: 'waiting', applied_at: null })
      .onConflict((conflict) =>
        conflict
          .columns(['shop_id', 'about', 'key'])
          .doUpdateSet({
            said_at: saidAt,
            received_at: at,
            sha256,
            body: sealed.body,
            problem: '',
            state: sql<'waiting' | 'applied'>`CASE WHEN inbox.state = 'applied' AND inbox.sha256 = ${sha256}
              AND inbox.applied_at > ${filesAt} THEN 'applied' ELSE 'waiting' END`,
          })
          .where('inbox.said_at', '<=', saidAt),
      )
      .execute()
  }
}

/** What waits to be understood, as it came. */
export async function waitingPayloads(reader: Reader, shopId: string, limit: number): Promise<WaitingPayload[]> {
  const rows = await reader
    .selectFrom('inbox')
    .select(['seq', 'shop_id', 'about', 'key', 'said_at as saidAt', 'sha256', 'body'])
    .where('shop_id', '=', shopId)
    .where('state', '=', 'waiting')
    .orderBy('seq')
    .limit(limit)
    .execute()
  const payloads: WaitingPayload[] = []
  for (const [index, row] of rows.entries()) {
    if (index % PACKED_AT_ONCE === PACKED_AT_ONCE - 1) await breathe()
    const { body, about, seq, key, saidAt, sha256 } = openedRow('inbox', row)
    const text = inflateRawSync(body).toString('utf8')
    payloads.push({ seq, key, saidAt, sha256, about: about as InboxAbout, body: text })
  }
  return payloads
}

/** What was said anew while it was being understood still waits. */
export async function markApplied(
  tx: Tx,
  payloads: readonly Pick<WaitingPayload, 'seq' | 'sha256'>[],
  at: Instant,
): Promise<void> {
  await tx
    .updateTable('inbox')
    .set({ state: 'applied', applied_at: at, problem: '' })
    .where('seq', 'in', valuesIn(payloads.map(({ seq }) => seq)))
    .where('sha256', 'in', valuesIn(payloads.map(({ sha256 }) => sha256)))
    .execute()
}

const LONGEST_PROBLEM = 500

export async function markUnreadable(tx: Tx, seq: number, problem: string): Promise<void> {
  await tx
    .updateTable('inbox')
    .set({ state: 'unreadable', problem: problem.slice(0, LONGEST_PROBLEM) })
    .where('seq', '=', seq)
    .execute()
}

/** What could not be understood is tried again. */
export async function readAgain(tx: Tx, shopId: string): Promise<void> {
  await tx
    .updateTable('inbox')
    .set({ state: 'waiting' })
    .where('shop_id', '=', shopId)
    .where('state', '=', 'unreadable')
    .execute()
}

/** After a file was taken back, what the channel itself said counts for all it told of. */
export async function tellAgainAfterWithdrawals(tx: Tx, shopId: string): Promise<void> {
  await tx
    .updateTable('inbox')
    .set({ state: 'waiting' })
    .where('shop_id', '=', shopId)
    .where('state', '=', 'applied')
    .where('applied_at', '<', ({ selectFrom }) =>
      selectFrom('import_run')
        .select(({ fn }) => fn.max('withdrawn_at').as('at'))
        .where('shop_id', '=', shopId),
    )
    .execute()
}

/** Long settled things need not be read again. */
const KEPT_MS = 120 * 86_400_000

export async function forgetOldPayloads(tx: Tx, shopId: string, now: Instant): Promise<void> {
  await tx
    .deleteFrom('inbox')
    .where('shop_id', '=', shopId)
    .where('state', '=', 'applied')
    .where('said_at', '<', now - KEPT_MS)
    .execute()
}

export interface UnreadablePayload {
  seq: number
  about: InboxAbout
  key: string
  saidAt: Instant
  problem: string
}

export async function unreadablePayloads(reader: Reader, shopId: string, limit: number): Promise<UnreadablePayload[]> {
  const rows = await reader
    .selectFrom('inbox')
    .select(['seq', 'about', 'key', 'said_at as saidAt', 'problem'])
    .where('shop_id', '=', shopId)
    .where('state', '=', 'unreadable')
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, about: row.about as InboxAbout }))
}

export async function countInbox(reader: Reader): Promise<Map<string, { waiting: number; unreadable: number }>> {
  const rows = await reader
    .selectFrom('inbox')
    .select(({ fn }) => ['shop_id', 'state', fn.countAll<number>().as('payloads')])
    .where('state', 'in', ['waiting', 'unreadable'])
    .groupBy(['shop_id', 'state'])
    .execute()
  const counts = new Map<string, { waiting: number; unreadable: number }>()
  for (const { shop_id, state, payloads } of rows) {
    const known = counts.get(shop_id) ?? { waiting: 0, unreadable: 0 }
    counts.set(shop_id, { ...known, [state]: payloads })
  }
  return counts
}
