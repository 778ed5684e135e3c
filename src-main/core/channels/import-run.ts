import type { ImportContent } from '../../../src-shared/channels/channel-file.ts'
import type { ImportOutcome } from '../../../src-shared/channels/channels.ts'
import type { ShopDoubt } from '../../../src-shared/channels/shop-doubt.ts'
import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { noteDone, type Tx } from '../database/open.ts'
import type { Settle } from '../settling/settle.ts'
import type { SettlingEverything } from '../settling/settle-everything.ts'
import { moveStartDay, type StartDayMove } from '../settling/start-day.ts'
import { allAtOnce, type Extent, type Stepwise, type Watched } from '../work/stepwise.ts'
import type { ImportPlace } from './content-kind.ts'
import { takingOf } from './contents.ts'
import { beginRun, endRun, mappingIdOf, type RunToRecord } from './import-runs.repository.ts'
import { keepDocument, type PackedDocument } from './raw-documents.ts'
import { shops } from './shops.repository.ts'

/** How documents get their effects: those that come in, and, when the books begin on another day, all that are here. */
export interface Settling {
  settle: Settle
  settlingEverything: SettlingEverything
}

/** Something to be taken in, and where. */
export interface RunToTakeIn {
  run: Omit<RunToRecord, 'sha256'>
  content: ImportContent
  sha256: string
  /** Its bytes, to be kept; absent where they are kept already. */
  document?: PackedDocument | undefined
  /** The books shall begin on this day, and the file come in as if they had begun then; absent where they stay. */
  startDay?: BusinessDay | undefined
  /** Other shops that the person knows speak against this one, and takes it in all the same; `any` asks nothing. */
  despite: readonly string[] | 'any'
}

/** What is remembered of an accepted run: with the kept document enough to go on with it after a restart. */
export type AcceptedRun = ImportPlace & {
  seq: number
  importId: string
  fileName: string
  sha256: string
  modifiedAt: Instant | null
  kind: ImportContent['kind']
  /** The taught layout it was read by; null where a reader knew it. */
  mappingId: string | null
  at: Instant
  doubts: ShopDoubt[]
  /** The start day moved with it; null where it stayed. */
  begun: StartDayMove | null
}

/**
 * Decides that something shall be taken in: its line in the history and its document stand before its first order does.
 * @throws FILE_OF_ANOTHER_SHOP when another shop of the channel knows these orders or goods and nobody said that it is right so; the refusals of
 * `moveStartDay`.
 */
export async function acceptRun(
  tx: Tx,
  { run, content, sha256, document, despite, startDay }: RunToTakeIn,
): Promise<AcceptedRun> {
  const doubts = await takingOf(content.kind).doubts(tx, content, run.place)
  const unanswered = despite === 'any' ? undefined : doubts.find(({ shopId }) => !despite.includes(shopId))
  if (unanswered) throw await ofAnotherShop(tx, run, unanswered)
  const begun = startDay === undefined ? null : await moveStartDay(tx, startDay, run.at)
  if (document) await keepDocument(tx, document, run.at)
  const { id: importId, place, fileName, modifiedAt, at } = run
  const seq = await beginRun(tx, { ...run, sha256 }, content)
  return {
    seq,
    importId,
    ...place,
    fileName,
    sha256,
    modifiedAt,
    kind: content.kind,
    mappingId: mappingIdOf(content),
    at,
    doubts,
    begun,
  }
}

/** The steps of an accepted run, to the end of its line in the history. */
export function takingRunIn(
  run: AcceptedRun,
  content: ImportContent,
  { settle, settlingEverything }: Settling,
): Stepwise<Extent, ImportOutcome> {
  const first = run.begun ? (settlingEverything as Stepwise<Extent, unknown>) : undefined
  const taking = takingOf(content.kind).takingIn(content, run, { settle, first, now: run.at })
  return {
    ...taking,
    async end(tx, mark) {
      const outcome = await taking.end(tx, mark)
      await endRun(tx, run.seq, outcome)
      noteDone(tx, { importId: run.importId, what: run.fileName })
      return outcome
    },
  }
}

/** The whole of it in the open transaction: for a rehearsal, and where nobody is there to wait. */
export async function takeRunIn(
  tx: Tx,
  asked: RunToTakeIn,
  settling: Settling,
  watched: Watched,
): Promise<ImportOutcome> {
  return allAtOnce(tx, takingRunIn(await acceptRun(tx, asked), asked.content, settling), watched)
}

async function ofAnotherShop(tx: Tx, { place, fileName }: RunToTakeIn['run'], { why, shopName, known, of }: ShopDoubt) {
  const chosen = (await shops(tx)).find(({ id }) => id === place.shopId)
  return new DomainError('FILE_OF_ANOTHER_SHOP', {
    fileName,
    why,
    known,
    of,
    other: shopName,
    chosen: chosen?.name ?? '',
  })
}
