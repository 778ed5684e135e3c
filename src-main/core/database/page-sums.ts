import { closeSync, openSync, readFileSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import { bringToDisk } from './bring-to-disk.ts'

/*
 * SQLite keeps no sums of its pages: a bit that flips inside a name or an amount is read as another name or amount, and only what is chained by
 * hashes would show it. So whoever closes the file cleanly notes the CRC-32 of each page beside it, and the next opening compares. (SQLite's own
 * extension for this, https://www.sqlite.org/cksumvfs.html, is not built into the driver.) The note names the mark of the last opening
 * (`own-log.ts`), so that another file that was put in the place is not taken for a damaged one.
 */
const BEGINS = Buffer.from('LMBGSUM1')
const HEAD_BYTES = BEGINS.length + 16 + 12
const AT_ONCE = 1024 * 1024

const noteOf = (file: string) => `${file}.sidik`

interface Mark {
  mark: string
  /** The page in which it stands. */
  markedPage: number
  pageSize: number
}
interface PageSums extends Mark {
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
  const growing = `${noteOf(file)}.part`
  writeFileSync(growing, Buffer.concat([head, sums]), { mode: 0o600 })
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

/** What was noted when the file was closed. Null where there is none that can be believed. */
export function pageSumsBeside(file: string): PageSums | null {
  try {
    const bytes = readFileSync(noteOf(file))
    const sums = bytes.subarray(HEAD_BYTES)
    if (!bytes.subarray(0, BEGINS.length).equals(BEGINS)) return null
    if (crc32(sums) !== bytes.readUInt32LE(BEGINS.length + 24)) return null
    return {
      mark: bytes.toString('hex', BEGINS.length, BEGINS.length + 16),
      markedPage: bytes.readUInt32LE(BEGINS.length + 16),
      pageSize: bytes.readUInt32LE(BEGINS.length + 20),
      sums: new Uint32Array(sums.buffer.slice(sums.byteOffset, sums.byteOffset + sums.byteLength)),
    }
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw problem
  }
}

/** How many pages are not as they were when the file was closed; none where another file lies there now. */
export function changedPages(file: string, { sums, ...mark }: PageSums): number {
  const now = sumsIn(file, mark.pageSize)
  let changed = 0
  for (let page = 0; page < Math.max(now.length, sums.length); page++) if (now[page] !== sums[page]) changed++
  const isOther = changed > 1 && !hasMark(file, mark)
  return isOther ? 0 : changed
}

function hasMark(file: string, { mark, markedPage, pageSize }: Mark): boolean {
  const bytes = Buffer.alloc(pageSize)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, bytes, 0, pageSize, (markedPage - 1) * pageSize)
    return bytes.includes(mark)
  } finally {
    closeSync(handle)
  }
}

function sumsIn(file: string, pageSize: number): Uint32Array {
  const pages = Math.ceil(statSync(file).size / pageSize)
  const sums = new Uint32Array(pages)
  const bytes = Buffer.alloc(Math.max(pageSize, AT_ONCE))
  const handle = openSync(file, 'r')
  try {
    for (let page = 0; page < pages; ) {
      const read = readSync(handle, bytes, 0, bytes.length, page * pageSize)
      if (read === 0) break
      for (let from = 0; from < read; from += pageSize)
        sums[page++] = crc32(bytes.subarray(from, Math.min(read, from + pageSize)))
    }
  } finally {
    closeSync(handle)
  }
  return sums
}
