import Sqlite from 'better-sqlite3'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'

/** A lock nobody refers to would be collected as garbage, and let go. */
const held = new Set<Sqlite.Database>()

/**
 * Takes an exclusive SQLite lock on a file of its own; null when another process (or this one) has it. The operating
 * system drops it when the process ends, however it ends, so it is never stale.
 * https://www.sqlite.org/lockingv3.html
 *
 * A file that SQLite may only read it opens all the same, and "exclusive" then holds nobody off. So something is written,
 * never to be committed: it fails where there is no lock to be had.
 * @throws LOCK_NOT_WRITABLE; SQLITE_FULL
 */
export function becomeSoleOwner(lockFile: string): { release(): void } | null {
  let lock: Sqlite.Database | undefined
  try {
    lock = new Sqlite(lockFile, { timeout: 0 })
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
    lock.pragma('user_version = 1')
  } catch (problem) {
    lock?.close()
    const { code } = problem as { code?: string }
    if (code === 'SQLITE_BUSY') return null
    if (code === 'SQLITE_FULL') throw problem
    throw new DomainError('LOCK_NOT_WRITABLE', { file: lockFile })
  }
  const owned = lock
  held.add(owned)
  return {
    release() {
      owned.close()
      held.delete(owned)
    },
  }
}
