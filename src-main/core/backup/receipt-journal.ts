import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Receipt } from '../database/receipt.ts'
import { derivedKey } from './key-envelope.ts'

/*
 * Acts that were acknowledged, one after the other, sealed, and brought to the disk before they are answered: what they wrote
 * into the shop may be lost with its file, and is done again from here onto the newest backup. A file begins with `LMBGTDT1`, the
 * epoch (4 bytes) and the salt of its own key; each receipt is its length (4 bytes, big-endian) and as many bytes of AES-256-GCM
 * with the receipt's index as nonce. A file that a kill cut off ends where its last whole receipt ends.
 */
const MAGIC = Buffer.from('LMBGTDT1', 'latin1')
const SALT_BYTES = 16
const TAG_BYTES = 16
const HEAD_BYTES = MAGIC.length + 4 + SALT_BYTES
const SUFFIX = '.tanda'
/** The next one is begun beyond this; the newest are the ones that are brought to the second place each minute. */
const LARGEST_BYTES = 16 * 1024 * 1024
const KEPT_MS = 14 * 24 * 3_600_000

interface JournalNeeds {
  folder: string
  now: () => Instant
  key: () => Promise<Uint8Array>
  epoch: () => Promise<number>
}

/** Passwords and PINs are nobody's to keep, sealed or not. */
const isKept = ({ procedure }: Receipt) => !procedure.startsWith('access.')

export function createReceiptJournal({ folder, now, key, epoch }: JournalNeeds) {
  let current: { handle: FileHandle; cipherKey: Buffer; index: number; bytes: number } | null = null
  let last: Promise<unknown> = Promise.resolve()

  const begin = async () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    for (const name of receiptFiles(folder)) if (isReceiptOld(name, now())) rmSync(join(folder, name), { force: true })
    const salt = randomBytes(SALT_BYTES)
    const head = Buffer.concat([MAGIC, inFourBytes(await epoch()), salt])
    const moment = new Date(now()).toISOString().slice(0, 23).replaceAll(/[:.]/g, '-')
    const handle = await open(join(folder, `${moment}Z-${salt.toString('hex', 0, 4)}${SUFFIX}`), 'wx', 0o600)
    await handle.appendFile(head)
    return { handle, cipherKey: derivedKey(await key(), salt, 'receipts'), index: 0, bytes: 0 }
  }

  const append = async (receipt: Receipt): Promise<void> => {
    if (current && current.bytes > LARGEST_BYTES) {
      await current.handle.close()
      current = null
    }
    current ??= await begin()
    const plain = Buffer.from(JSON.stringify({ ...receipt, input: await packed(receipt.input) }))
    const cipher = createCipheriv('aes-256-gcm', current.cipherKey, nonceOf(current.index++))
    const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    await current.handle.appendFile(Buffer.concat([inFourBytes(sealed.length), sealed]))
    await current.handle.datasync()
    current.bytes += sealed.length
  }

  return {
    /** Never fails its act, which stands already; where nothing can be written the backups alone protect it. */
    keep(receipt: Receipt): Promise<void> {
      if (!isKept(receipt)) return Promise.resolve()
      const turn = last.then(() => append(receipt))
      last = turn.catch(() => {})
      return turn.catch(() => {})
    },
    async close(): Promise<void> {
      await last
      await current?.handle.close()
      current = null
    },
  }
}

export const receiptFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(SUFFIX))
        .toSorted()
    : []

/** Older than any day that a backup is kept of. */
export const isReceiptOld = (name: string, now: Instant): boolean => now - momentOf(name) > KEPT_MS

const momentOf = (name: string): Instant =>
  Date.parse(name.replace(/^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3})Z.*$/, '$1:$2:$3.$4Z'))

/**
 * Receipts of one life of a shop that are newer than a backup, in their order; each act once. What does not open is left out. Told
 * by the moment as well: a shop that was begun again counts its acts from one.
 */
export function receiptsAfter(
  folders: readonly string[],
  { key, epoch, lastAct, at }: { key: Uint8Array; epoch: number; lastAct: number; at: Instant },
): Receipt[] {
  const byId = new Map<string, Receipt>()
  for (const folder of folders)
    for (const name of receiptFiles(folder))
      for (const receipt of receiptsIn(join(folder, name), key, epoch))
        if (receipt.seq > lastAct && receipt.at >= at) byId.set(receipt.id, receipt)
  return [...byId.values()].sort((a, b) => a.seq - b.seq)
}

function receiptsIn(file: string, key: Uint8Array, epoch: number): Receipt[] {
  if (statSync(file).size < HEAD_BYTES) return []
  const bytes = readFileSync(file)
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC) || bytes.readUInt32BE(MAGIC.length) !== epoch) return []
  const cipherKey = derivedKey(key, bytes.subarray(MAGIC.length + 4, HEAD_BYTES), 'receipts')
  const found: Receipt[] = []
  for (let at = HEAD_BYTES, index = 0; at + 4 <= bytes.length; index++) {
    const length = bytes.readUInt32BE(at)
    const sealed = bytes.subarray(at + 4, at + 4 + length)
    at += 4 + length
    if (sealed.length < length || length < TAG_BYTES) break
    const decipher = createDecipheriv('aes-256-gcm', cipherKey, nonceOf(index), { authTagLength: TAG_BYTES })
    decipher.setAuthTag(sealed.subarray(length - TAG_BYTES))
    try {
      const plain = Buffer.concat([decipher.update(sealed.subarray(0, length - TAG_BYTES)), decipher.final()])
      const { input, ...receipt } = JSON.parse(plain.toString()) as Receipt
      found.push({ ...receipt, input: unpacked(input) })
    } catch {
      // one that was damaged; those behind it have places of their own
    }
  }
  return found
}

function nonceOf(index: number): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(index, 6, 6)
  return nonce
}

function inFourBytes(number: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(number)
  return bytes
}

const FILE = '$file'

/** Files travel with an act as their bytes. */
async function packed(value: unknown): Promise<unknown> {
  if (value instanceof Blob) {
    const bytes = Buffer.from(await value.arrayBuffer()).toString('base64')
    return { [FILE]: { bytes, type: value.type, name: value instanceof File ? value.name : '' } }
  }
  if (Array.isArray(value)) return Promise.all(value.map(packed))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(async ([name, field]) => [name, await packed(field)] as const)
  return Object.fromEntries(await Promise.all(fields))
}

function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpacked)
  if (typeof value !== 'object' || value === null) return value
  if (FILE in value) {
    const { bytes, type, name } = value[FILE] as { bytes: string; type: string; name: string }
    return new File([Buffer.from(bytes, 'base64')], name, { type })
  }
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, unpacked(field)]))
}
