import type { Manifest } from '../../../src-shared/backup/backup.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { EVERYDAY } from '../../../src-shared/ledger/account-name.ts'
import { onSnapshot } from '../database/connection.ts'
import { latestVersion } from '../database/migrate.ts'
import { verifyShop } from '../ledger/verifier/verify-shop.ts'
import { roomChecks } from '../room-checks.ts'
import { unpackBackup } from './backup-file.ts'

export interface BackupToTest {
  file: string
  key: Uint8Array
  /** A scratch place; the caller clears it. */
  target: string
  at: Instant
}

/**
 * Restores a backup to a scratch place and lets the verifier go over it: its figures must come to what its manifest says, and no
 * check may find more than it found when the backup was made.
 * @throws BACKUP_DAMAGED, BACKUP_NOT_OURS
 */
export async function testBackup({
  file,
  key,
  target,
  at,
}: BackupToTest): Promise<{ manifest: Manifest; ok: boolean }> {
  const manifest = await unpackBackup({ file, key, target })
  // one that an older Lumbung made has the bytes it had, which is what could be told of it then
  if (manifest.schemaVersion !== latestVersion) return { manifest, ok: true }
  const { digest, findings } = await verifyShop((work) => onSnapshot(target, work), roomChecks, at, EVERYDAY)
  const news = findings.filter(({ ok, check }) => !ok && !manifest.faults.includes(check))
  return { manifest, ok: digest === manifest.digest && news.length === 0 }
}
