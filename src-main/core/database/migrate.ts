import { rmSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { keepCopy } from './kept-copy.ts'
import { type Migration, migrations } from './migrations/index.ts'

const last = (all: readonly Migration[]) => all.at(-1)!.number

/** The version a file has after all migrations of this app. */
export const latestVersion = last(migrations)

/**
 * The version of a file, before anything is written to it (even `journal_mode` would be).
 * @throws DATA_NEWER_THAN_APP when the file was written by a newer Lumbung; it is left untouched.
 */
export function knownVersion(raw: Database, all = migrations): number {
  const found = raw.pragma('user_version', { simple: true }) as number
  if (found > last(all)) throw new DomainError('DATA_NEWER_THAN_APP', { found, known: last(all) })
  return found
}

/**
 * Brings a file to this app's schema: forward only, one transaction each, counted in `user_version`. A file that holds
 * something is copied and the copy proven before each step, so there is always a way back; a step that fails leaves
 * the file as it was before it. Of an upgrade over several steps the first copy stays: the Lumbung before can open it.
 * Kysely's own migrator keeps its count in a table, which a file newer than the app could not be refused by before
 * it is read; `user_version` stands in the header.
 * @throws DATA_NEWER_THAN_APP; MIGRATION_FAILED when a file that holds something could not be brought along.
 */
export function migrate(raw: Database, at: Instant, all: readonly Migration[] = migrations): void {
  const from = knownVersion(raw, all)
  const kept: string[] = []
  for (const migration of all.filter(({ number }) => number > from)) {
    const before = raw.pragma('user_version', { simple: true }) as number
    // a file that is being made holds nothing yet
    if (from > 0) kept.push(keepCopy(raw, at))
    if (kept.length > 2) rmSync(kept.splice(1, 1)[0]!)
    try {
      step(raw, migration)
    } catch (problem) {
      if (from === 0 || isDiskProblem(problem)) throw problem
      throw new DomainError('MIGRATION_FAILED', { from: before, to: migration.number, why: (problem as Error).message })
    }
  }
  for (const between of kept.slice(1)) rmSync(between)
}

/**
 * Tables are rebuilt with foreign keys off, and looked over before the commit.
 * https://www.sqlite.org/lang_altertable.html#otheralter
 */
function step(raw: Database, { number, run }: Migration): void {
  raw.pragma('foreign_keys = OFF')
  try {
    raw
      .transaction(() => {
        run(raw)
        const [orphan] = raw.pragma('foreign_key_check') as { table: string; parent: string }[]
        if (orphan) throw new Error(`${orphan.table} points at a row of ${orphan.parent} that is gone`)
        raw.pragma(`user_version = ${number}`)
      })
      .immediate()
  } finally {
    raw.pragma('foreign_keys = ON')
  }
}

/** A full or failing disk has a sentence of its own. */
const isDiskProblem = (problem: unknown): boolean =>
  /^SQLITE_(FULL|IOERR|READONLY)/.test(String((problem as { code?: string }).code))
