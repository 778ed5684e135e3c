import Sqlite from 'better-sqlite3'

/** A lock nobody refers to would be collected as garbage, and let go. */
const held = new Set<Sqlite.Database>()

/**
 * Takes an exclusive SQLite lock on a file of its own; null when another process (or this one) has it. The operating
 * system drops it when the process ends, however it ends, so it is never stale.
 * https://www.sqlite.org/lockingv3.html
 */
export function becomeSoleOwner(lockFile: string): { release(): void } | null {
  const lock = new Sqlite(lockFile, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (problem) {
    lock.close()
    if ((problem as { code?: string }).code === 'SQLITE_BUSY') return null
    throw problem
  }
  held.add(lock)
  return {
    release() {
      lock.close()
      held.delete(lock)
    },
  }
}
