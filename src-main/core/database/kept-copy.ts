import { readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { bringToDisk } from './bring-to-disk.ts'
import { connect } from './connection.ts'

const KEPT = 5
const VERSION_AND_MOMENT = /^v(\d+)\.([0-9T-]{19})\.sqlite$/

/**
 * Copies the shop's file beside itself as it stands now, reads the copy back, and only then gives it its name, which says
 * the version of its data and the moment: `lumbung.v1.2026-11-28T06-14-00.sqlite`. Older copies beyond the newest five go; one made
 * before the shop was emptied, `lumbung.kosong.2026-11-28T06-14-00.sqlite`, is kept for good.
 * SQLite does not bring the copy to the disk by itself: https://www.sqlite.org/lang_vacuum.html#vacuum_with_an_into_clause
 * @throws when the copy cannot be written, or does not read back; nothing is left of it then.
 */
export function keepCopy(raw: Database, at: Instant, why: 'migration' | 'kosong' = 'migration'): string {
  const version = raw.pragma('user_version', { simple: true })
  const stem = basename(raw.name, '.sqlite')
  const moment = new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')
  const kept = join(dirname(raw.name), `${stem}.${why === 'migration' ? `v${version}` : why}.${moment}.sqlite`)
  const unproven = `${kept}.part`
  try {
    rmSync(unproven, { force: true })
    raw.prepare('VACUUM INTO ?').run(unproven)
    prove(unproven, Number(version))
    bringToDisk(unproven)
    renameSync(unproven, kept)
  } catch (problem) {
    rmSync(unproven, { force: true })
    throw problem
  }
  for (const old of keptCopies(raw.name).slice(0, -KEPT)) rmSync(old)
  return kept
}

/** Copies kept beside a file, oldest first. */
export function keptCopies(file: string): string[] {
  const folder = dirname(file)
  const stem = `${basename(file, '.sqlite')}.`
  return readdirSync(folder)
    .flatMap((entry) => {
      const named = entry.startsWith(stem) && VERSION_AND_MOMENT.exec(entry.slice(stem.length))
      return named ? [{ entry, moment: named[2]!, version: Number(named[1]) }] : []
    })
    .sort((a, b) => (a.moment === b.moment ? a.version - b.version : a.moment < b.moment ? -1 : 1))
    .map(({ entry }) => join(folder, entry))
}

function prove(file: string, version: number): void {
  const copy = connect(file, { readonly: true, fileMustExist: true })
  try {
    const found = copy.pragma('integrity_check', { simple: true })
    if (found !== 'ok') throw new Error(`the copy of the data does not read back: ${found}`)
    if (copy.pragma('user_version', { simple: true }) !== version)
      throw new Error('the copy of the data has lost its version')
  } finally {
    copy.close()
  }
}
