import { rmSync, statSync } from 'node:fs'
import type { BackupReason, Manifest } from '../../../src-shared/backup/backup.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { EVERYDAY } from '../../../src-shared/ledger/account-name.ts'
import { verifierWords } from '../../../src-shared/ledger/verifier.words.ts'
import { onSnapshot } from '../database/connection.ts'
import { verifyShop } from '../ledger/verifier/verify-shop.ts'
import { roomChecks } from '../room-checks.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { factsOfShop } from './backup.repository.ts'
import { writeBackup } from './backup-file.ts'
import type { KeyWraps } from './key-envelope.ts'
import { sha256OfFile } from './sha256-of-file.ts'

export interface BackupToMake {
  /** A copy of the shop that nobody writes to. */
  copy: string
  /** Must not be there yet. */
  target: string
  at: Instant
  reason: BackupReason
  appVersion: string
  key: Uint8Array
  wraps: KeyWraps
}

/**
 * Makes a backup of a copy: it is opened, checked page by page and by the verifier, then compressed, sealed and brought to the
 * disk. What the verifier finds different in the figures is noted and backed up as it stands, for it is the shop's all the same.
 * @throws SHOP_DAMAGED_NOT_KEPT when the file itself does not read back whole: nothing is left of the target then.
 */
export async function makeBackup({
  copy,
  target,
  at,
  reason,
  appVersion,
  key,
  wraps,
}: BackupToMake): Promise<Manifest> {
  const { digest, findings } = await verifyShop((work) => onSnapshot(copy, work), roomChecks, at, EVERYDAY)
  const damage = findings.find(({ check, ok }) => check === verifierWords.id.file && !ok)
  if (damage) throw new DomainError('SHOP_DAMAGED_NOT_KEPT', { detail: damage.detail })
  const facts = await onSnapshot(copy, async (reader) => ({
    ...(await factsOfShop(reader, at)),
    businessName: (await settingsOf(reader)).businessName,
  }))
  // what was only read leaves a log of no pages beside it
  for (const part of ['-wal', '-shm']) rmSync(`${copy}${part}`, { force: true })
  const manifest: Manifest = {
    format: 1,
    id: newId(at),
    at,
    reason,
    appVersion,
    ...facts,
    digest,
    faults: findings.filter(({ ok }) => !ok).map(({ check }) => check),
    bytes: statSync(copy).size,
    sha256: await sha256OfFile(copy),
  }
  try {
    await writeBackup({ database: copy, manifest, key, wraps, target })
  } catch (problem) {
    rmSync(target, { force: true })
    throw problem
  }
  return manifest
}
