import type { ImportContent, OrderStatements, SettlementStatements } from '../../../src-shared/channels/channel-file.ts'
import type { ImportOutcome, WithdrawalOutcome } from '../../../src-shared/channels/channels.ts'
import type { Instant, Zone } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { noteDone, type Reader } from '../database/open.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { takingBack } from '../taking-back.ts'
import { type Extent, isOver, type Stepwise } from '../work/stepwise.ts'
import type { OtherRun } from './content-kind.ts'
import { contentOf, type KeptFiles } from './content-of.ts'
import { sizeOf, takingOf } from './contents.ts'
import { channelOf } from './files/kind-facts.ts'
import { type AcceptedRun, acceptRun, type Settling, takingRunIn } from './import-run.ts'
import { markWithdrawn, runById, type StoredRun, standingRuns } from './import-runs.repository.ts'
import { requireShopFor } from './shop-of-channel.ts'
import { channelOfShop } from './shops.repository.ts'

/** A run about to be taken back, with everything that has to be read before the write door is taken. */
export interface RunToWithdraw {
  run: StoredRun
  others: OtherRun[]
  /** Its own content, when it is to be taken in elsewhere. */
  move: { shopId: string; content: NonNullable<OtherRun['content']> } | null
}

/**
 * Reads anew what the other runs told, and the run itself when it moves. Other runs come in one at a time with this one, so
 * what was read stays all there is.
 * @throws IMPORT_NOT_FOUND; IMPORT_BYTES_GONE when it should move and its bytes are no longer kept; WRONG_CHANNEL, SHOP_NOT_FOUND
 * SAME_SHOP and NOT_ITS_PLACE for the shop it should move to.
 */
export async function runToWithdraw(
  files: KeptFiles,
  importId: string,
  moveTo: string | undefined,
  signal: AbortSignal | undefined,
): Promise<RunToWithdraw> {
  const { read } = files
  const run = await runById(read, importId)
  if (!run) throw new DomainError('IMPORT_NOT_FOUND', { importId })
  const { zone } = await settingsOf(read)
  return {
    run,
    others: await otherRuns(files, run, zone, signal),
    move: moveTo === undefined ? null : await moveOf(files, run, moveTo, zone),
  }
}

export async function otherRuns(
  files: KeptFiles,
  { seq, kind }: Pick<StoredRun, 'seq' | 'kind'>,
  zone: Zone,
  signal?: AbortSignal | undefined,
): Promise<OtherRun[]> {
  const others: OtherRun[] = []
  const seqs = await takingOf(kind).runsTellingOfTheSame(files.read, seq)
  for (const other of await standingRuns(files.read, seqs)) {
    signal?.throwIfAborted()
    others.push({ seq: other.seq, at: other.at, content: await contentOf(files, other, zone) })
  }
  return others
}

async function moveOf(files: KeptFiles, run: StoredRun, shopId: string, zone: Zone): Promise<RunToWithdraw['move']> {
  const content = await contentOf(files, run, zone)
  if (!content) throw new DomainError('IMPORT_BYTES_GONE', { fileName: run.fileName })
  const channel = isStated(content) ? await channelOfShop(files.read, run.place.shopId!) : channelOf(content)
  if (channel === null) throw new DomainError('NOT_ITS_PLACE', { fileName: run.fileName, belongs: 'account' })
  const shop = await requireShopFor(files.read, shopId, channel, run.fileName)
  if (shop.id === run.place.shopId) throw new DomainError('SAME_SHOP', { fileName: run.fileName, shop: shop.name })
  return { shopId, content }
}

/** Statements that came without a file know their channel by the shop they were made for. */
const isStated = (content: ImportContent): content is OrderStatements | SettlementStatements =>
  content.kind === 'order statements' || content.kind === 'settlement statements'

/** First the way out, then, when it moves, the way in under the other shop. */
interface Mark extends Extent {
  back: Extent
  withdrawal: WithdrawalOutcome['withdrawal'] | null
  moving: { run: AcceptedRun; in: Extent } | null
}

/**
 * Takes a run back and, when it moves, in again under the other shop.
 * @param refusing whether orders that were worked on here speak against it; otherwise they stay.
 */
export function takingRunBack(
  { run, others, move }: RunToWithdraw,
  { settle, settlingEverything, at, refusing }: Settling & { at: Instant; refusing: boolean },
): Stepwise<Mark, WithdrawalOutcome> {
  const { seq, id: importId, fileName, place } = run
  const taken = { seq, importId, fileName, ...place }
  const kind = takingOf(run.kind)
  const back = kind.takingBack(taken, others, { settle: (tx, gone) => takingBack(() => settle(tx, gone)), now: at })
  const moving = move ? sizeOf(move.content) : 0
  const marked = (mark: Omit<Mark, 'done' | 'total'>): Mark => ({
    ...mark,
    done: mark.back.done + (mark.moving?.in.done ?? 0),
    // the turn itself is a step: a run that told of nothing has to move all the same
    total: mark.back.total + (mark.moving?.in.total ?? moving) + (mark.withdrawal ? 0 : 1),
  })
  const arriving = (accepted: AcceptedRun) => takingRunIn(accepted, move!.content, { settle, settlingEverything })
  return {
    async begin(tx) {
      if (refusing) await kind.mayBeTakenBack(tx, taken)
      return marked({ back: await back.begin(tx), withdrawal: null, moving: null })
    },

    async step(tx, mark, size) {
      if (mark.moving) {
        const moving = { ...mark.moving, in: await arriving(mark.moving.run).step(tx, mark.moving.in, size) }
        return marked({ ...mark, moving })
      }
      if (!isOver(mark.back)) return marked({ ...mark, back: await back.step(tx, mark.back, size) })
      const withdrawal = await back.end(tx, mark.back)
      await markWithdrawn(tx, seq, { at, movedTo: null, outcome: { withdrawal, moved: null } })
      if (!move) return marked({ ...mark, withdrawal })
      const accepted = await acceptRun(tx, {
        run: { id: newId(at), place: { shopId: move.shopId, account: null }, fileName, modifiedAt: run.modifiedAt, at },
        content: move.content,
        sha256: run.sha256,
        despite: 'any',
      })
      return marked({
        ...mark,
        withdrawal,
        moving: { run: accepted, in: await arriving(accepted).begin(tx) },
      })
    },

    async end(tx, { withdrawal, moving }) {
      if (!withdrawal) throw new Error(`the way back of ${importId} ended before its end`)
      noteDone(tx, { importId, what: fileName, moved: move !== null })
      if (!moving) return { withdrawal, moved: null }
      const moved: ImportOutcome = await arriving(moving.run).end(tx, moving.in)
      const outcome = { withdrawal, moved }
      await markWithdrawn(tx, seq, { at, movedTo: moving.run.importId, outcome })
      return outcome
    },
  }
}

/**
 * What it did, when it was taken back already.
 * @throws IMPORT_ALREADY_WITHDRAWN when it should now move elsewhere.
 */
export async function withdrawnBefore(
  read: Reader,
  importId: string,
  move: RunToWithdraw['move'],
): Promise<WithdrawalOutcome | null> {
  const standing = await runById(read, importId)
  if (!standing?.withdrawal) return null
  const { withdrawal, fileName } = standing
  const arrived = withdrawal.moved && (await runById(read, withdrawal.moved.importId))
  if (move && arrived?.place.shopId !== move.shopId) throw new DomainError('IMPORT_ALREADY_WITHDRAWN', { fileName })
  return withdrawal
}
