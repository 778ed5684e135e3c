import type { ImportContent } from '../../../src-shared/channels/channel-file.ts'
import type { ImportOutcome, ShopDoubt } from '../../../src-shared/channels/channels.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Tx } from '../database/open.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { Settle } from '../settling/settle.ts'
import { importKindOf } from './files/kinds.ts'
import { type RunToRecord, recordRun, runById } from './import-runs.repository.ts'
import { keepDocument, type PackedDocument } from './raw-documents.ts'
import { shops } from './shops.repository.ts'

/** Something to be taken in, and where. */
export interface RunToTakeIn {
  run: Omit<RunToRecord, 'sha256'>
  content: ImportContent
  sha256: string
  /** Its bytes, to be kept; absent for a rehearsal, and where they are kept already. */
  document?: PackedDocument | undefined
  /** Other shops that the person knows speak against this one, and takes it in all the same; `any` asks nothing. */
  despite: readonly string[] | 'any'
}

export interface RunNeeds {
  settle: Settle
  now: Instant
  onProgress: (done: number, total: number) => void
  signal: AbortSignal | undefined
}

/**
 * One import, from first order to its line in the history: the same work for preview and import, only the transaction around
 * it differs. A run that is in the history already answers what it did then.
 * @throws FILE_OF_ANOTHER_SHOP when another shop of the channel knows these orders or goods and nobody said that it is right so.
 */
export async function takeInRun(
  tx: Tx,
  { run, content, sha256, document, despite }: RunToTakeIn,
  { settle, now, onProgress, signal }: RunNeeds,
): Promise<ImportOutcome> {
  const known = await runById(tx, run.id)
  if (known) return known.outcome
  const kind = importKindOf(content.kind)
  const doubts = await kind.doubts(tx, content, run.shopId)
  const unanswered = despite === 'any' ? undefined : doubts.find(({ shopId }) => !despite.includes(shopId))
  if (unanswered) throw await ofAnotherShop(tx, run, unanswered)
  const outcome = await kind.takeIn(
    tx,
    content,
    { importId: run.id, shopId: run.shopId, fileName: run.fileName, doubts },
    { settle, calendar: await settingsOf(tx), now, onProgress, signal },
  )
  if (document) await keepDocument(tx, document, now)
  await recordRun(tx, { ...run, sha256 }, content, outcome)
  return outcome
}

async function ofAnotherShop(
  tx: Tx,
  { shopId, fileName }: RunToTakeIn['run'],
  { why, shopName, known, of }: ShopDoubt,
) {
  const chosen = (await shops(tx)).find(({ id }) => id === shopId)
  return new DomainError('FILE_OF_ANOTHER_SHOP', {
    fileName,
    why,
    known,
    of,
    other: shopName,
    chosen: chosen?.name ?? '',
  })
}
