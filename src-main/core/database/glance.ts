import { connect, onSnapshotOf } from './connection.ts'
import type { ReadonlyKysely } from './open.ts'
import { isLogStrange } from './own-log.ts'
import { hasLog } from './shop-file.ts'

/**
 * Reads a shop's file that this process does not hold, and leaves file and log as they lie: the last connection that closes a file folds the log
 * into it, also one that is not its own, and then nobody notices any more that the last end was not clean. Null beside a strange log.
 */
export async function atAGlance<T>(file: string, work: (reader: ReadonlyKysely) => Promise<T>): Promise<T | null> {
  if (isLogStrange(file)) return null
  return onSnapshotOf(connect(file, { fileMustExist: true, readonly: hasLog(file) }), work)
}
