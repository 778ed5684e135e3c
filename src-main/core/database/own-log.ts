import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { bringFolderToDisk, bringToDisk } from './bring-to-disk.ts'

/*
 * SQLite takes whatever lies at `lumbung.sqlite-wal` for the log of `lumbung.sqlite`. Beside a file that somebody put there from
 * a copy, the log of the one before is still played into it: a short log quietly undoes the restore, a long one makes a file of
 * two halves (https://www.sqlite.org/howtocorrupt.html#_unlinking_or_renaming_a_database_file_while_in_use). So each opening
 * leaves a mark in the file itself, in a page of its own, and notes it beside the file: a log is only this file's own when the
 * mark that was noted stands in that page.
 */
const MARK_BYTES = 16
const Noted = z.object({ pageSize: z.number().int(), page: z.number().int(), marks: z.array(z.string()).min(1) })

const noteOf = (file: string) => `${file}.tanda.json`

/**
 * Puts the log beside a file away when it is not this file's own; nothing is thrown away. To be called before the file is opened.
 * Answers where the log lies now; null where it may stay. Where nothing was noted it stays, as SQLite would have it.
 */
export function setStrangeLogAside(file: string, at: Instant): string | null {
  if (!isLogStrange(file)) return null
  const log = `${file}-wal`
  const aside = `${file}-wal.asing.${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}`
  renameSync(log, aside)
  // an index over the log alone
  rmSync(`${file}-shm`, { force: true })
  return aside
}

/** Whether a log lies beside the file that is not its own. Where nothing was noted nobody knows. */
export function isLogStrange(file: string): boolean {
  const noted = noteBeside(file)
  return noted !== null && (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0 && !isMarked(file, noted)
}

/**
 * Leaves the mark of this opening in the file and beside it, before anything is written that the log could lose. SQLite says whether it is in
 * the file: whoever opened and closed the file here to look would cancel all locks that SQLite holds on it in this process, and another
 * program that closes it would then take the log away (https://www.sqlite.org/howtocorrupt.html, 2.2).
 */
export function markOpening(raw: Database, file: string): void {
  const before = noteBeside(file)?.marks ?? []
  const mark = randomBytes(MARK_BYTES).toString('hex')
  const page = raw.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'opening'").pluck().get() as number
  const pageSize = raw.pragma('page_size', { simple: true }) as number
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0
  // what a crash left in the log is being brought into the file: until that is certain either mark may stand there
  if (log > 0 && before.length > 0) note(file, { pageSize, page, marks: [...before, mark] })
  raw.prepare('INSERT OR REPLACE INTO opening (id, mark) VALUES (1, ?)').run(mark)
  const isIn = isFoldedIn(raw)
  // a reader of an older state keeps the page out of the file for now: the command line, or who compares its pages
  if (isIn || before.length > 0) note(file, { pageSize, page, marks: isIn ? [mark] : [...before, mark] })
}

/** Once nobody keeps the mark of this opening out of the file any more, the marks before it are forgotten. */
export function settleMark(raw: Database, file: string): void {
  const noted = noteBeside(file)
  const mark = raw.prepare('SELECT mark FROM opening').pluck().get() as string
  if (noted && noted.marks.length > 1 && isFoldedIn(raw)) note(file, { ...noted, marks: [mark] })
}

/** Brings the log into the file as far as readers of an older state let it; whether all of it is in. */
function isFoldedIn(raw: Database): boolean {
  const [told] = raw.pragma('wal_checkpoint(PASSIVE)') as { busy: number; log: number; checkpointed: number }[]
  return told?.busy === 0 && told.log === told.checkpointed
}

/** The note of a file that was moved away says nothing of the next one. */
export const forgetMark = (file: string): void => rmSync(noteOf(file), { force: true })

function note(file: string, noted: z.infer<typeof Noted>): void {
  const growing = `${noteOf(file)}.part`
  writeFileSync(growing, JSON.stringify(noted), { mode: 0o600 })
  bringToDisk(growing)
  renameSync(growing, noteOf(file))
  // a power cut that took this note back would leave the file's own log beside a mark that nobody noted
  bringFolderToDisk(dirname(file))
}

function noteBeside(file: string): z.infer<typeof Noted> | null {
  try {
    return Noted.parse(JSON.parse(readFileSync(noteOf(file), 'utf8')))
  } catch {
    return null
  }
}

/** Looks at the file's own bytes: asked through SQLite, the log would answer. */
function isMarked(file: string, { pageSize, page, marks }: z.infer<typeof Noted>): boolean {
  const bytes = Buffer.alloc(pageSize)
  const handle = openSync(file, 'r')
  try {
    const read = readSync(handle, bytes, 0, pageSize, (page - 1) * pageSize)
    return marks.some((mark) => bytes.subarray(0, read).includes(mark))
  } finally {
    closeSync(handle)
  }
}
