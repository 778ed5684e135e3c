import { readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'

/** Pages a turn of the event loop: about a millisecond's work. */
const PAGES_AT_ONCE = 200
const NAMED = '.coba-'

let copies = 0

/**
 * Does some work on a copy of the shop that nobody keeps: whatever it takes, nobody at the shop's own doors waits for it. The
 * copy lies beside the shop, where the shop's rights and its disk are, and goes when the work ends.
 * A read transaction holds the state that is copied, or each commit meanwhile would make SQLite begin anew.
 * https://www.sqlite.org/backup.html
 */
export async function onScratchCopy<T>(file: string, work: (copy: string) => Promise<T>): Promise<T> {
  const copy = scratchNameFor(file)
  try {
    const source = new Sqlite(file, { readonly: true })
    try {
      source.exec('BEGIN')
      source.prepare('SELECT 1 FROM sqlite_schema').get()
      await source.backup(copy, { progress: () => PAGES_AT_ONCE })
    } finally {
      source.close()
    }
    return await work(copy)
  } finally {
    removeCopy(copy)
  }
}

/** Beside the shop's file, and no other copy's. */
export const scratchNameFor = (file: string): string => `${file}${NAMED}${process.pid}-${++copies}`

/** Copies that a process left behind when it was killed. */
export function removeScratchCopies(file: string): void {
  const beginning = `${basename(file)}${NAMED}`
  for (const name of readdirSync(dirname(file)))
    if (name.startsWith(beginning)) rmSync(join(dirname(file), name), { force: true })
}

/** What another program still looks into (a virus scanner) goes at the next opening. */
export function removeCopy(copy: string): void {
  for (const part of ['', '-wal', '-shm', '-journal', '.tanda.json'])
    try {
      rmSync(`${copy}${part}`, { force: true })
    } catch {}
}
