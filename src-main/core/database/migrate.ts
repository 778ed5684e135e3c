import type { Database } from 'better-sqlite3'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { migrations } from './migrations/index.ts'

/** The version a file has after all migrations of this app. */
export const latestVersion = migrations.at(-1)!.number

/**
 * The version of a file, before anything is written to it (even `journal_mode` would be).
 * @throws DATA_NEWER_THAN_APP when the file was written by a newer Lumbung; it is left untouched.
 */
export function knownVersion(raw: Database): number {
  const found = raw.pragma('user_version', { simple: true }) as number
  if (found > latestVersion) throw new DomainError('DATA_NEWER_THAN_APP', { found, known: latestVersion })
  return found
}

/**
 * Brings a file to this app's schema: forward only, one transaction each, counted in `user_version`.
 * Kysely's own migrator keeps its count in a table, which a file newer than the app could not be refused by before
 * it is read; `user_version` stands in the header.
 * @throws DATA_NEWER_THAN_APP
 */
export function migrate(raw: Database): { from: number; to: number } {
  const from = knownVersion(raw)
  for (const migration of migrations.filter(({ number }) => number > from)) {
    raw
      .transaction(() => {
        raw.exec(migration.sql)
        raw.pragma(`user_version = ${migration.number}`)
      })
      .immediate()
  }
  return { from, to: latestVersion }
}
