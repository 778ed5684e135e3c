import {
  accessSync,
  closeSync,
  constants,
  openSync,
  readlinkSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import type { Database } from 'better-sqlite3'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { bringToDisk } from './bring-to-disk.ts'
import { connect } from './connection.ts'
import { latestVersion, migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'

/** "LMBG": what SQLite keeps in a file's header to say whose it is. https://www.sqlite.org/pragma.html#pragma_application_id */
const APPLICATION_ID = 0x4c4d4247

/**
 * Whether a shop lies here, told from the file's header alone. SQLite is not asked: to read a stranger's file it may roll
 * back, recover or write beside it. https://www.sqlite.org/fileformat.html#the_database_header
 * @throws FILE_NOT_OURS, FILE_EMPTY, FILE_DAMAGED (shorter than it says), FILE_POINTS_NOWHERE, DATA_NEWER_THAN_APP; the file
 * and its folder are as they were.
 */
export function isShopThere(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) {
    // a link to a disk that is not plugged in: a new shop in its place would hide the one that it means
    const target = targetOf(file)
    if (target !== null) throw new DomainError('FILE_POINTS_NOWHERE', { file, target })
    return false
  }
  if (!found.isFile()) throw new DomainError('FILE_NOT_OURS', { file })
  if (found.size === 0) throw new DomainError('FILE_EMPTY', { file })
  const header = beginning(file)
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw new DomainError('FILE_NOT_OURS', { file })
  if (header.length < 100) throw new DomainError('FILE_DAMAGED', { file })
  if (header.readUInt32BE(68) !== APPLICATION_ID) throw new DomainError('FILE_NOT_OURS', { file })
  const version = versionIn(header)
  if (version > latestVersion) throw new DomainError('DATA_NEWER_THAN_APP', { found: version, known: latestVersion })
  // pages that a crash kept from the file may wait in the log beside it
  const isWhole = found.size >= bytesSaidIn(header) || hasLog(file)
  if (!isWhole) throw new DomainError('FILE_DAMAGED', { file })
  return true
}

/** The version of a shop's data, told from the header of its file. */
export const versionOf = (file: string): number => versionIn(beginning(file))
const versionIn = (header: Buffer): number => header.readUInt32BE(60)

/**
 * The same for a shop that is to be opened.
 * @throws FILE_READ_ONLY too
 */
export function isShopToOpenThere(file: string): boolean {
  if (!isShopThere(file)) return false
  // root may write everywhere; who took this right away meant it
  if ((statSync(file).mode & 0o200) === 0 || !mayWrite(file)) throw new DomainError('FILE_READ_ONLY', { file })
  return true
}

/** Whether what is written to it goes into a log first: https://www.sqlite.org/fileformat.html#file_format_version_numbers */
export const isLogged = (file: string): boolean => beginning(file)[18] === 2

/** A log that was not folded in lies beside it: whoever had the file open did not close it. */
export const hasLog = (file: string): boolean => (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0

/**
 * Looks over every page before anything is written to a file that a crash left behind.
 * https://www.sqlite.org/pragma.html#pragma_quick_check
 * @throws FILE_DAMAGED
 */
export function requireWholePages(file: string): void {
  const hadLog = hasLog(file)
  const raw = connect(file, { readonly: true, fileMustExist: true })
  try {
    if (raw.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new DomainError('FILE_DAMAGED', { file })
  } catch (problem) {
    const { code = '' } = problem as { code?: string }
    // these fixed words have no error of their own: what cannot be understood is a table's or a seal's text in the file
    throw ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_ERROR'].some((each) => code.startsWith(each))
      ? new DomainError('FILE_DAMAGED', { file })
      : problem
  } finally {
    raw.close()
    // what was only read leaves a log of no pages beside it
    if (!hadLog) for (const part of ['-wal', '-shm']) rmSync(`${file}${part}`, { force: true })
  }
}

/** A shop that is made of one that was: of which version, and its rows. */
interface Filled {
  upTo?: number
  fill?: (raw: Database) => void
}

/**
 * Makes a new shop, empty where nothing fills it. It grows under another name and gets its own when it is whole, so that whatever is killed in
 * the middle leaves nothing that looks like a shop, or like somebody else's file.
 */
export function makeShop(file: string, at: Instant, { upTo = latestVersion, fill = () => {} }: Filled = {}): void {
  const growing = `${file}.new`
  rmSync(growing, { force: true })
  const raw = connect(growing)
  try {
    raw.pragma('journal_mode = MEMORY')
    raw.pragma('synchronous = OFF')
    raw.pragma(`application_id = ${APPLICATION_ID}`)
    migrate(
      raw,
      at,
      migrations.filter(({ number }) => number <= upTo),
    )
    fill(raw)
    raw.close()
    bringToDisk(growing)
    renameSync(growing, file)
  } catch (problem) {
    raw.close()
    rmSync(growing, { force: true })
    throw problem
  }
}

/** Where a link leads; null where there is none. */
function targetOf(file: string): string | null {
  try {
    return readlinkSync(file)
  } catch {
    return null
  }
}

function beginning(file: string): Buffer {
  const handle = openSync(file, 'r')
  try {
    const header = Buffer.alloc(100)
    return header.subarray(0, readSync(handle, header, 0, 100, 0))
  } finally {
    closeSync(handle)
  }
}

/** Pages and their size; the count is only good when the file's last writer knew it. */
function bytesSaidIn(header: Buffer): number {
  const size = header.readUInt16BE(16)
  const isCountGood = header.readUInt32BE(24) === header.readUInt32BE(92)
  return isCountGood ? (size === 1 ? 65_536 : size) * header.readUInt32BE(28) : 0
}

function mayWrite(file: string): boolean {
  try {
    accessSync(file, constants.W_OK)
    return true
  } catch {
    return false
  }
}
