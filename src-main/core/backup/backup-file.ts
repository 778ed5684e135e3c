import { createHash, randomBytes } from 'node:crypto'
import { closeSync, createReadStream, createWriteStream, openSync, readSync } from 'node:fs'
import { pipeline, Transform, type TransformCallback } from 'node:stream'
import { pipeline as piped } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import { z } from 'zod'
import { Manifest } from '../../../src-shared/backup/backup.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { bringToDisk } from '../database/bring-to-disk.ts'
import { derivedKey, KeyWraps } from './key-envelope.ts'
import { sealing, Unsealable, unsealing } from './sealed-chunks.ts'

/*
 * A backup is one file: `LMBGCDN1`, the length of its head (4 bytes, big-endian), the head as JSON, then sealed chunks. The
 * head holds the wrapped data key and the salt of this file's own key; every chunk is told the digest of all that stands before
 * it, so a head that was changed opens nothing. Inside the chunks: the length of the manifest, the manifest, and the database
 * compressed with Zstandard (RFC 8878).
 */
const MAGIC = Buffer.from('LMBGCDN1', 'latin1')
const MOST_HEAD_BYTES = 16 * 1024
const MOST_MANIFEST_BYTES = 256 * 1024
/** Of what is restored: https://www.sqlite.org/limits.html allows more, a shop of this size never was. */
const MOST_DATABASE_BYTES = 4 * 1024 ** 3
const AT_ONCE = 1024 * 1024

const Head = z.object({ wraps: KeyWraps, salt: z.string().length(24) })

/** What stands openly at the beginning of a backup. */
export interface BackupHead {
  wraps: KeyWraps
  salt: Buffer
  /** Where the chunks begin. */
  from: number
  /** Digest of everything before them. */
  about: Buffer
}

/** @throws BACKUP_NOT_OURS; BACKUP_DAMAGED where it begins like one of ours and does not go on so. */
export function headOf(file: string): BackupHead {
  const handle = openSync(file, 'r')
  try {
    const start = Buffer.alloc(MAGIC.length + 4)
    const read = readSync(handle, start, 0, start.length, 0)
    if (read < start.length || !start.subarray(0, MAGIC.length).equals(MAGIC))
      throw new DomainError('BACKUP_NOT_OURS', { file })
    const length = start.readUInt32BE(MAGIC.length)
    if (length > MOST_HEAD_BYTES) throw new DomainError('BACKUP_DAMAGED', { file })
    const json = Buffer.alloc(length)
    if (readSync(handle, json, 0, length, start.length) < length) throw new DomainError('BACKUP_DAMAGED', { file })
    const { wraps, salt } = Head.parse(JSON.parse(json.toString()))
    return {
      wraps,
      salt: Buffer.from(salt, 'base64'),
      from: start.length + length,
      about: createHash('sha256').update(start).update(json).digest(),
    }
  } catch (problem) {
    if (problem instanceof SyntaxError || problem instanceof z.ZodError)
      throw new DomainError('BACKUP_DAMAGED', { file })
    throw problem
  } finally {
    closeSync(handle)
  }
}

interface ToWrite {
  database: string
  manifest: Manifest
  key: Uint8Array
  wraps: KeyWraps
  /** Must not be there yet. */
  target: string
}

/** Writes a backup and waits until the disk has it. */
export async function writeBackup({ database, manifest, key, wraps, target }: ToWrite): Promise<void> {
  const salt = randomBytes(16)
  const json = Buffer.from(JSON.stringify({ wraps, salt: salt.toString('base64') } satisfies z.input<typeof Head>))
  const start = Buffer.concat([MAGIC, inFourBytes(json.length), json])
  const about = createHash('sha256').update(start).digest()
  const out = createWriteStream(target, { flags: 'wx', mode: 0o600, highWaterMark: AT_ONCE })
  out.write(start)
  await piped(contents(database, manifest), sealing({ key: derivedKey(key, salt, 'backup'), about }), out)
  bringToDisk(target)
}

async function* contents(database: string, manifest: Manifest): AsyncGenerator<Buffer> {
  const json = Buffer.from(JSON.stringify(manifest))
  yield Buffer.concat([inFourBytes(json.length), json])
  yield* pipeline(createReadStream(database, { highWaterMark: AT_ONCE }), createZstdCompress(), () => {})
}

interface ToRead {
  file: string
  key: Uint8Array
}

/** The manifest alone; only as much is read as it takes. @throws BACKUP_DAMAGED, BACKUP_NOT_OURS */
export async function manifestOf(asked: ToRead): Promise<Manifest> {
  const { manifest, rest } = await opened(asked)
  await rest.return(undefined)
  return manifest
}

/**
 * Unpacks the database into `target`, which must not be there yet, and compares it with what the manifest says of it.
 * @throws BACKUP_DAMAGED, BACKUP_NOT_OURS; what is left of `target` then is the caller's to remove.
 */
export async function unpackBackup({
  target,
  onProgress = () => {},
  ...asked
}: ToRead & { target: string; onProgress?: (done: number, total: number) => void }): Promise<Manifest> {
  const { file } = asked
  const { manifest, rest } = await opened(asked)
  if (manifest.bytes > MOST_DATABASE_BYTES) throw new DomainError('BACKUP_DAMAGED', { file })
  const counted = new Counted(manifest.bytes, onProgress)
  try {
    await piped(rest, createZstdDecompress(), counted, createWriteStream(target, { flags: 'wx', mode: 0o600 }))
  } catch (problem) {
    throw asDamage(problem, file)
  }
  if (counted.length !== manifest.bytes || counted.digest() !== manifest.sha256)
    throw new DomainError('BACKUP_DAMAGED', { file })
  bringToDisk(target)
  return manifest
}

async function opened({ file, key }: ToRead): Promise<{ manifest: Manifest; rest: AsyncGenerator<Buffer> }> {
  const { salt, from, about } = headOf(file)
  const sealed = createReadStream(file, { start: from, highWaterMark: AT_ONCE })
  const plain = pipeline(sealed, unsealing({ key: derivedKey(key, salt, 'backup'), about }), () => {})
  const pieces = (plain as AsyncIterable<Buffer>)[Symbol.asyncIterator]()
  let had: Buffer = Buffer.alloc(0)
  const until = async (length: number) => {
    while (had.length < length) {
      const { value, done } = await pieces.next()
      if (done) throw new Unsealable('it ends too soon')
      had = Buffer.concat([had, value])
    }
  }
  try {
    await until(4)
    const length = had.readUInt32BE(0)
    if (length > MOST_MANIFEST_BYTES) throw new Unsealable('its manifest is too long')
    await until(4 + length)
    const manifest = Manifest.parse(JSON.parse(had.toString('utf8', 4, 4 + length)))
    return { manifest, rest: after(had.subarray(4 + length), pieces) }
  } catch (problem) {
    sealed.destroy()
    throw asDamage(problem, file)
  }
}

async function* after(first: Buffer, pieces: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield first
    for (;;) {
      const { value, done } = await pieces.next()
      if (done) return
      yield value
    }
  } finally {
    await pieces.return?.()
  }
}

/** Hashes and counts what passes, and lets no more pass than was promised. */
class Counted extends Transform {
  length = 0
  readonly #hash = createHash('sha256')
  readonly #most: number
  readonly #onProgress: (done: number, total: number) => void

  constructor(most: number, onProgress: (done: number, total: number) => void) {
    super()
    this.#most = most
    this.#onProgress = onProgress
  }

  override _transform(some: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.length += some.length
    this.#hash.update(some)
    this.#onProgress(this.length, this.#most)
    if (this.length > this.#most) done(new Unsealable('it holds more than it says'))
    else done(null, some)
  }

  digest = (): string => this.#hash.digest('base64url')
}

/** A disk that fails is no damage of the backup. */
function asDamage(problem: unknown, file: string): unknown {
  const { code = '' } = problem as NodeJS.ErrnoException
  const isDamage =
    problem instanceof Unsealable ||
    problem instanceof SyntaxError ||
    problem instanceof z.ZodError ||
    code.startsWith('ZSTD_')
  return isDamage ? new DomainError('BACKUP_DAMAGED', { file }) : problem
}

function inFourBytes(number: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(number)
  return bytes
}
