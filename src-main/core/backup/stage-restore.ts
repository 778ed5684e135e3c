import { rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Manifest } from '../../../src-shared/backup/backup.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { connect } from '../database/connection.ts'
import { latestVersion } from '../database/migrate.ts'
import { openDatabase } from '../database/open.ts'
import { folderToGrowIn, keptBeforeRestore, makeReady } from '../database/put-in-place.ts'
import type { Receipt } from '../database/receipt.ts'
import { knowKey } from '../database/sealing.ts'
import { endStateDigest } from '../ledger/verifier/end-state.ts'
import type { Outside } from '../outside.ts'
import { lastRestore } from './backup.repository.ts'
import { headOf } from './backup-file.ts'
import { doAgain, type OpenCore } from './do-again.ts'

interface RestoreToStage {
  /** The shop's file, which may be absent. */
  file: string
  isShopThere: boolean
  backup: string
  key: Uint8Array
  at: Instant
  doApart: Outside['doApart']
  /** Acts newer than the backup, to be done again in it. */
  receiptsFor: (manifest: Manifest) => readonly Receipt[]
  openCore: OpenCore
  onProgress: (done: number, total: number) => void
}

export interface StagedRestore {
  manifest: Manifest
  keptFile: string | null
  /** How often the shop has been restored, with this time. */
  epoch: number
  /** How many acts were done again. */
  replayed: number
}

/**
 * Unpacks a backup beside the shop, checks it, begins a new epoch in it, and makes it ready to take the shop's place at the next
 * opening. Until then the shop is as it was; of a backup that is not whole nothing is left.
 * @throws BACKUP_DAMAGED, BACKUP_NOT_OURS, DATA_NEWER_THAN_APP, RESTORE_NOT_WHOLE
 */
export async function stageRestore(asked: RestoreToStage): Promise<StagedRestore> {
  const { file, isShopThere, backup, key, at, doApart, onProgress, receiptsFor, openCore } = asked
  const moment = new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')
  const folder = folderToGrowIn(file)
  const grown = join(folder, basename(file))
  try {
    const manifest = await doApart(
      'unpack backup',
      { file: backup, key, target: grown },
      { onProgress: (done, total) => onProgress(done, total ?? done), patienceMs: PATIENCE_MS },
    )
    if (manifest.schemaVersion > latestVersion)
      throw new DomainError('DATA_NEWER_THAN_APP', { found: manifest.schemaVersion, known: latestVersion })
    // acts that are done again read and write what is sealed with it
    knowKey({ key, keyId: headOf(backup).wraps.keyId })
    provePages(grown)
    const keptFile = isShopThere ? keptBeforeRestore(file, moment) : null
    await proveFigures(grown, manifest, at)
    const again = await doAgain(grown, receiptsFor(manifest), openCore)
    const epoch = await beginEpoch(grown, manifest, { at, keptFile, again })
    makeReady(file, folder, moment)
    return { manifest, keptFile, epoch, replayed: again.done }
  } catch (problem) {
    rmSync(folder, { recursive: true, force: true })
    throw problem
  }
}

const PATIENCE_MS = 30 * 60_000

/** Its bytes are those that the verifier saw when the backup was made; this is about the disk they lie on now. */
function provePages(file: string): void {
  const raw = connect(file, { readonly: true })
  try {
    const found = raw.pragma('quick_check(1)', { simple: true })
    if (found !== 'ok') throw new DomainError('RESTORE_NOT_WHOLE', { detail: String(found) })
  } finally {
    raw.close()
  }
}

/** What came out comes to the figures that were backed up; opened, one of an older Lumbung is brought along to this one's schema. */
async function proveFigures(grown: string, { schemaVersion, digest, id }: Manifest, at: Instant): Promise<void> {
  const doors = openDatabase(grown, () => at)
  try {
    if (schemaVersion === latestVersion && (await endStateDigest(doors.read)) !== digest)
      throw new DomainError('RESTORE_NOT_WHOLE', { detail: id })
  } finally {
    doors.close()
  }
}

async function beginEpoch(
  grown: string,
  manifest: Manifest,
  { at, keptFile, again }: { at: Instant; keptFile: string | null; again: Awaited<ReturnType<typeof doAgain>> },
): Promise<number> {
  const doors = openDatabase(grown, () => at)
  try {
    // no act of the shop: the clock is asked by the first one after it
    return await doors.write(['settings'], async (tx) => {
      const epoch = ((await lastRestore(tx))?.epoch ?? 0) + 1
      await tx
        .insertInto('restore')
        .values({
          epoch,
          at,
          backup_id: manifest.id,
          backup_at: manifest.at,
          kept_file: keptFile,
          replayed: again.done,
          not_replayed: JSON.stringify(again.notDone),
        })
        .execute()
      return epoch
    })
  } finally {
    doors.close()
  }
}
