import type { WithdrawalOutcome } from '../../../src-shared/channels/channels.ts'
import type { Zone } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Reader, Tx } from '../database/open.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { contentOf } from './content-of.ts'
import type { OtherRun } from './files/file-kind.ts'
import { importKindOf, kindOf } from './files/kinds.ts'
import { type RunNeeds, takeInRun } from './import-run.ts'
import { markWithdrawn, runById, runsTellingOfTheSame, type StoredRun } from './import-runs.repository.ts'
import { requireShopFor } from './shop-of-channel.ts'

/** A run about to be taken back, with everything that has to be read before the write door is taken. */
export interface RunToWithdraw {
  run: StoredRun
  others: OtherRun[]
  /** Its own content, when it is to be taken in elsewhere. */
  move: { shopId: string; content: NonNullable<OtherRun['content']> } | null
}

/**
 * Reads anew what the other runs told, and the run itself when it moves.
 * @throws IMPORT_NOT_FOUND; IMPORT_BYTES_GONE when it should move and its bytes are no longer kept; WRONG_CHANNEL, SHOP_NOT_FOUND
 * and SAME_SHOP for the shop it should move to.
 */
export async function runToWithdraw(
  read: Reader,
  importId: string,
  moveTo: string | undefined,
  signal: AbortSignal | undefined,
): Promise<RunToWithdraw> {
  const run = await runById(read, importId)
  if (!run) throw new DomainError('IMPORT_NOT_FOUND', { importId })
  const { zone } = await settingsOf(read)
  const others: OtherRun[] = []
  for (const other of await runsTellingOfTheSame(read, run.seq)) {
    signal?.throwIfAborted()
    others.push({ seq: other.seq, at: other.at, content: await contentOf(read, other, zone) })
  }
  return { run, others, move: moveTo === undefined ? null : await moveOf(read, run, moveTo, zone) }
}

async function moveOf(read: Reader, run: StoredRun, shopId: string, zone: Zone): Promise<RunToWithdraw['move']> {
  const content = await contentOf(read, run, zone)
  if (!content) throw new DomainError('IMPORT_BYTES_GONE', { fileName: run.fileName })
  const channel = content.kind === 'order statements' ? content.orders[0]?.snapshot.channel : kindOf(content).channel
  const shop = await requireShopFor(read, shopId, channel ?? 'shopee', run.fileName)
  if (shop.id === run.shopId) throw new DomainError('SAME_SHOP', { fileName: run.fileName, shop: shop.name })
  return { shopId, content }
}

/**
 * Takes a run back and, when it moves, in again under the other shop: both or neither. Asked again it answers what it did.
 * @throws IMPORT_ALREADY_WITHDRAWN when it was taken back and should now move elsewhere; IMPORT_ORDERS_SHIPPED.
 */
export async function withdrawRun(
  tx: Tx,
  { run, others, move }: RunToWithdraw,
  { settle, now, onProgress, signal }: RunNeeds,
): Promise<WithdrawalOutcome> {
  const standing = await runById(tx, run.id)
  if (standing?.withdrawal) return sameAnswer(standing, move)
  const seqs = (runs: readonly { seq: number }[]) => runs.map(({ seq }) => seq).join()
  // an import that came in between told of the same orders: its word must count
  if (seqs(await runsTellingOfTheSame(tx, run.seq)) !== seqs(others)) throw new OthersCameIn()
  const { seq, fileName, shopId } = run
  const withdrawal = await importKindOf(run.kind).withdraw(tx, { seq, importId: run.id, shopId, fileName }, others, {
    settle,
    calendar: await settingsOf(tx),
    now,
    onProgress,
    signal,
  })
  await markWithdrawn(tx, seq, { at: now, movedTo: null, outcome: { withdrawal, moved: null } })
  if (!move) return { withdrawal, moved: null }
  const id = newId(now)
  const moved = await takeInRun(
    tx,
    {
      run: { id, shopId: move.shopId, fileName, modifiedAt: run.modifiedAt, at: now },
      content: move.content,
      sha256: run.sha256,
      despite: 'any',
    },
    { settle, now, onProgress, signal },
  )
  const outcome = { withdrawal, moved }
  await markWithdrawn(tx, seq, { at: now, movedTo: id, outcome })
  return outcome
}

/** Thrown out of the transaction: what was read before no longer is all. */
export class OthersCameIn extends Error {}

function sameAnswer({ withdrawal, fileName }: StoredRun, move: RunToWithdraw['move']): WithdrawalOutcome {
  if (move && withdrawal!.moved?.shopId !== move.shopId) throw new DomainError('IMPORT_ALREADY_WITHDRAWN', { fileName })
  return withdrawal!
}
