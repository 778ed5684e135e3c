import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Doors } from '../../src-main/core/database/open.ts'

/**
 * A copy of the shop's file that somebody changed behind its back: the seals are taken off, `change` is written, the seals are
 * put on again, and the copy is closed. Returns its path.
 */
export function aTamperedCopy(doors: Doors, folder: string, change: string, ...values: unknown[]): string {
  doors.raw.pragma('wal_checkpoint(TRUNCATE)')
  const file = join(folder, 'tampered.sqlite')
  copyFileSync(doors.raw.name, file)
  const raw = new Sqlite(file)
  const seals = raw.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string
    sql: string
  }[]
  for (const { name } of seals) raw.exec(`DROP TRIGGER "${name}"`)
  raw.pragma('foreign_keys = OFF')
  raw.pragma('ignore_check_constraints = ON')
  if (values.length > 0) raw.prepare(change).run(...values)
  else raw.exec(change)
  for (const { sql } of seals) raw.exec(sql)
  raw.pragma('journal_mode = DELETE')
  raw.close()
  return file
}
