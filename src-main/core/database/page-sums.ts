import { closeSync, fstatSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { crc32 } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import { bringToDisk } from './bring-to-disk.ts'

/*
 * SQLite keeps no sums of its pages: a bit that flips inside a name or an amount is read as another name or amount, and only what is chained by
 * hashes would show it. So whoever closes the file cleanly notes the CRC-32 of each page beside it, and whoever opens it next compares. (SQLite's own
 * extension for this, https://www.sqlite.org/cksumvfs.html, is not built into the driver.) The note names the mark of the last opening
 * (`own-log.ts`), so that another file that was put in the place is not taken for a damaged one. Where pages turn out to have changed, how many
 * stands beside the file until it has been looked over.
 */
const BEGINS = Buffer.from('LMBGSUM1')
const BEGINS_CHANGED = Buffer.from('LMBGCHG1')
const HEAD_BYTES = BEGINS.length + 16 + 12
const AT_ONCE = 256 * 1024

const noteOf = (file: string) => `${file}.sidik`

interface Mark {
  mark: string
  /** The page in which it stands. */
  markedPage: number
  pageSize: number
}
export interface PageSums extends Mark {
  sums: Uint32Array
}

/** Of a file that nobody has open, with nothing left in a log. */
export function notePageSums(file: string, { mark, markedPage, pageSize }: Mark): void {
  const sums = Buffer.from(sumsIn(file, pageSize).buffer)
  const head = Buffer.alloc(HEAD_BYTES)
  BEGINS.copy(head)
  head.write(mark, BEGINS.length, 'hex')
  head.writeUInt32LE(markedPage, BEGINS.length + 16)
  head.writeUInt32LE(pageSize, BEGINS.length + 20)
  head.writeUInt32LE(crc32(sums), BEGINS.length + 24)
  note(file, Buffer.concat([head, sums]))
}

/** Somebody has to look over the whole file before it is opened again. */
export function noteChangedPages(file: string, changed: number): void {
  const bytes = Buffer.alloc(BEGINS_CHANGED.length + 4)
  BEGINS_CHANGED.copy(bytes)
  bytes.writeUInt32LE(changed, BEGINS_CHANGED.length)
  note(file, bytes)
}

function note(file: string, bytes: Buffer): void {
  const growing = `${noteOf(file)}.part`
  writeFileSync(growing, bytes, { mode: 0o600 })
  bringToDisk(growing)
  renameSync(growing, noteOf(file))
}

/** Which opening a file was marked by, as `notePageSums` wants it. */
export function markIn(raw: Database): Mark | null {
  const mark = raw.prepare('SELECT mark FROM opening').pluck().get() as string | undefined
  if (mark === undefined) return null
  return {
    mark,
    markedPage: raw.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'opening'").pluck().get() as number,
    pageSize: raw.pragma('page_size', { simple: true }) as number,
  }
}

/** Once the file may change the note says nothing any more. */
export const forgetPageSums = (file: string): void => rmSync(noteOf(file), { force: true })

interface Noted {
  /** What was noted when the file was closed. Null where there is nothing that can be believed. */
  sums: PageSums | null
  /** Pages of which it is known already that they changed. */
  changed: number
}

export function notedBeside(file: string): Noted {
  try {
    const bytes = readFileSync(noteOf(file))
    if (bytes.subarray(0, BEGINS_CHANGED.length).equals(BEGINS_CHANGED))
      return { sums: null, changed: bytes.readUInt32LE(BEGINS_CHANGED.length) }
    return { sums: sumsOf(bytes), changed: 0 }
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return { sums: null, changed: 0 }
    throw problem
  }
}

function sumsOf(bytes: Buffer): PageSums | null {
  const sums = bytes.subarray(HEAD_BYTES)
  if (!bytes.subarray(0, BEGINS.length).equals(BEGINS)) return null
  if (crc32(sums) !== bytes.readUInt32LE(BEGINS.length + 24)) return null
  return {
    mark: bytes.toString('hex', BEGINS.length, BEGINS.length + 16),
    markedPage: bytes.readUInt32LE(BEGINS.length + 16),
    pageSize: bytes.readUInt32LE(BEGINS.length + 20),
    sums: new Uint32Array(sums.buffer.slice(sums.byteOffset, sums.byteOffset + sums.byteLength)),
  }
}

/** How many pages are not as they were when the file was closed; none where another file lies there now. */
export interface PageComparison {
  /** A little at each turn of the event loop. */
  compare(): Promise<number>
  /** All that is left, at once. */
  finish(): number
  /** Not before SQLite has closed the file: whoever closes a handle cancels the locks that their process holds on it. */
  close(): void
}

/** Of a file into which nothing is written until this is over. */
export function comparisonWith(file: string, { sums, ...mark }: PageSums): PageComparison {
  const handle = openSync(file, 'r')
  const pages = pagesIn(handle, mark.pageSize)
  let compared = 0
  let changed = Math.max(0, sums.length - pages.count)
  const goOn = () => {
    for (const sum of pages.next()) if (sum !== sums[compared++]) changed++
  }
  const isOther = () => changed > 1 && !hasMark(handle, mark)
  const outcome = () => (isOther() ? 0 : changed)
  return {
    async compare() {
      while (compared < pages.count) {
        goOn()
        await nextTurn()
      }
      return outcome()
    },
    finish() {
      while (compared < pages.count) goOn()
      return outcome()
    },
    close: () => closeSync(handle),
  }
}

/** The same, of a file that nobody has open. */
export function changedPages(file: string, sums: PageSums): number {
  const comparison = comparisonWith(file, sums)
  try {
    return comparison.finish()
  } finally {
    comparison.close()
  }
}

function hasMark(handle: number, { mark, markedPage, pageSize }: Mark): boolean {
  const bytes = Buffer.alloc(pageSize)
  readSync(handle, bytes, 0, pageSize, (markedPage - 1) * pageSize)
  return bytes.includes(mark)
}

function sumsIn(file: string, pageSize: number): Uint32Array {
  const handle = openSync(file, 'r')
  try {
    const pages = pagesIn(handle, pageSize)
    const sums = new Uint32Array(pages.count)
    for (let page = 0; page < pages.count; ) for (const sum of pages.next()) sums[page++] = sum
    return sums
  } finally {
    closeSync(handle)
  }
}

/** The sums of a file's pages, some at a time. */
function pagesIn(handle: number, pageSize: number) {
  const count = Math.ceil(fstatSync(handle).size / pageSize)
  const bytes = Buffer.alloc(Math.max(pageSize, AT_ONCE))
  let page = 0
  return {
    count,
    next(): number[] {
      const read = readSync(handle, bytes, 0, bytes.length, page * pageSize)
      if (read === 0) throw new Error(`${count - page} pages are gone while they are read`)
      const sums: number[] = []
      for (let from = 0; from < read; from += pageSize)
        sums.push(crc32(bytes.subarray(from, Math.min(read, from + pageSize))))
      page += sums.length
      return sums
    },
  }
}
