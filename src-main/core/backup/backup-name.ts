import { BackupReason } from '../../../src-shared/backup/backup.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'

export const BACKUP_SUFFIX = '.cadangan'

export interface BackupName {
  name: string
  at: Instant
  reason: BackupReason
  /** Of the data key: other shops may keep their backups in the same folder. */
  keyId: string
}

const PARTS =
  /^(?<stem>lumbung|latihan)-(?<day>\d{4}-\d\d-\d\d)T(?<time>\d\d-\d\d-\d\d)Z-(?<reason>[a-z-]+)-(?<keyId>[0-9a-f]{8})\.cadangan$/

/** `lumbung-2026-11-28T06-14-00Z-by-hand-1a2b3c4d.cadangan`: sorts by its moment, and says nothing of the shop. */
export function backupName(stem: string, { at, reason, keyId }: Omit<BackupName, 'name'>): string {
  const moment = new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')
  return `${stem}-${moment}Z-${reason.replaceAll(' ', '-')}-${keyId}${BACKUP_SUFFIX}`
}

/** Null: not a name of ours. */
export function readBackupName(name: string): (BackupName & { stem: string }) | null {
  const { stem, day, time, reason, keyId } = PARTS.exec(name)?.groups ?? {}
  const why = BackupReason.safeParse(reason?.replaceAll('-', ' '))
  const at = Date.parse(`${day}T${time?.replaceAll('-', ':')}Z`)
  if (!stem || !keyId || !why.success || Number.isNaN(at)) return null
  return { name, at, reason: why.data, keyId, stem }
}
