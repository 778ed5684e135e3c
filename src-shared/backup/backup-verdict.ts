import type { Instant } from '../kernel/business-day.ts'
import type { BackupStatus } from './backup.ts'

/** A copy away from the laptop that is older than this protects little. */
const OLDEST_AWAY_MS = 7 * 24 * 3_600_000

export type BackupVerdict = 'practice' | 'problem' | 'none' | 'second old' | 'no code' | 'no second' | 'fresh'

/** The one thing to say of the backups in a line: the gravest first. */
export function backupVerdict(status: BackupStatus, now: Instant): BackupVerdict {
  const { last, second, tested, problem, codeConfirmedAt, isAutomatic } = status
  if (problem || tested?.ok === false) return 'problem'
  if (!last) return isAutomatic ? 'none' : 'practice'
  if (second && now - (second.lastAt ?? second.awaySince ?? now) > OLDEST_AWAY_MS) return 'second old'
  if (isAutomatic && codeConfirmedAt === null) return 'no code'
  if (isAutomatic && !second) return 'no second'
  return 'fresh'
}

/** Whether somebody should look at it soon. */
export const isGrave = (verdict: BackupVerdict, { isBehind }: BackupStatus): boolean =>
  verdict === 'problem' || verdict === 'second old' || (verdict === 'none' && isBehind)
