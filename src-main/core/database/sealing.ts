import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'

/*
 * What tells of people is sealed before it reaches the file: what channels sent, files as they came in, labels, pictures, and of each buyer phone
 * and address. AES-256-GCM under a key that is derived from the shop's data key, a value at a time; the row and column it stands in are
 * authenticated with it, so that it cannot be moved elsewhere. A sealed value says by itself that it is, and with which key: a shop from before
 * this, or one whose key could not be opened for a while, holds some that are not (`database/seal-rest.ts`).
 * Names of buyers stay readable, because orders are found by the beginnings of their words. A phone is found by keyed hashes of its beginning and
 * its end, and the ones found so are opened and compared.
 */
export interface DataKey {
  key: Uint8Array
  /** Eight hexadecimal digits. */
  keyId: string
}

/** Columns that are sealed, with the columns by which a row is known. Text stays text. */
export const SEALED = {
  raw_document: { key: ['sha256'], bytes: ['bytes'], text: [] },
  inbox: { key: ['shop_id', 'about', 'key'], bytes: ['body'], text: [] },
  channel_label: { key: ['order_id'], bytes: ['bytes'], text: [] },
  return_evidence: { key: ['id'], bytes: ['bytes'], text: [] },
  order_recipient: { key: ['order_id'], bytes: [], text: ['phone', 'address'] },
  own_sale_change: { key: ['order_id', 'fact'], bytes: [], text: ['was', 'becomes'] },
  act: { key: ['id'], bytes: [], text: ['outcome'] },
} as const satisfies Record<string, { key: readonly string[]; bytes: readonly string[]; text: readonly string[] }>
export type SealedTable = keyof typeof SEALED

const MAGIC = Buffer.from('LMS1')
const KEY_ID_BYTES = 4
const NONCE_BYTES = 12
const TAG_BYTES = 16
const NONCE_AT = MAGIC.length + KEY_ID_BYTES
const TAG_AT = NONCE_AT + NONCE_BYTES
const OVERHEAD = TAG_AT + TAG_BYTES
/** How many bytes a column holds once it is opened, in SQL. */
export const openedSize = (column: string): string =>
  `length(${column}) - CASE WHEN substr(${column}, 1, 4) = x'${MAGIC.toString('hex')}' THEN ${OVERHEAD} ELSE 0 END`
/** Nobody can type it, so no text begins with it by itself. */
const TEXT_MARK = '\u0001'

/** What stands in place of a text whose key is not here. Given back to be kept, it leaves what is kept alone. */
export const LOCKED = '\u2022\u2022\u2022*'

/** Keys that this process was given, by their id; and with which one each open file seals. */
const known = new Map<string, Buffer>()
const keyOf = new Map<string, string>()

/** Opens what was sealed with it, in whichever file. */
export function knowKey({ key, keyId }: DataKey): void {
  if (!known.has(keyId)) known.set(keyId, Buffer.from(hkdfSync('sha256', key, '', 'lumbung rows', 32)))
}

/** Whether this process was given the key; then what goes into the file is sealed with it. */
export function keepKnownKey(file: string, keyId: string): boolean {
  if (!known.has(keyId)) return false
  keyOf.set(file, keyId)
  return true
}

/** From now on what goes into this file is sealed with this key, and what was sealed with it is opened; with none nothing more is sealed. */
export function keepKey(file: string, dataKey: DataKey | null): void {
  if (dataKey === null) return void keyOf.delete(file)
  knowKey(dataKey)
  keyOf.set(file, dataKey.keyId)
}

export const hasKey = (file: string): boolean => keyOf.has(file)

/** A copy is sealed as what it is a copy of. */
export function keepKeyOf(copy: string, file: string): void {
  const keyId = keyOf.get(file)
  if (keyId !== undefined) keyOf.set(copy, keyId)
}

/** A word by which something sealed is found again without being told; none while the key is not here. */
export function blindWord(file: string, text: string): string {
  const keyId = keyOf.get(file)
  if (keyId === undefined) return ''
  return createHmac('sha256', known.get(keyId)!).update(`found by ${text}`).digest('hex').slice(0, 12)
}

export const isSealed = (value: unknown): boolean =>
  typeof value === 'string' ? value.startsWith(TEXT_MARK) : Buffer.isBuffer(value) && value.subarray(0, 4).equals(MAGIC)

function sealed(bytes: Uint8Array, keyId: string, place: string): Buffer {
  const nonce = nextNonce()
  const cipher = createCipheriv('aes-256-gcm', known.get(keyId)!, nonce).setAAD(Buffer.from(place))
  const whole = Buffer.allocUnsafe(OVERHEAD + bytes.byteLength)
  MAGIC.copy(whole)
  whole.write(keyId, MAGIC.length, 'hex')
  nonce.copy(whole, NONCE_AT)
  cipher.update(bytes).copy(whole, OVERHEAD)
  cipher.final()
  cipher.getAuthTag().copy(whole, TAG_AT)
  return whole
}

/** An import seals thousands: asking for so many at once costs a tenth of asking for each. */
const NONCES_AT_ONCE = 1000
let nonces = Buffer.alloc(0)
function nextNonce(): Buffer {
  if (nonces.length === 0) nonces = randomBytes(NONCE_BYTES * NONCES_AT_ONCE)
  const nonce = nonces.subarray(0, NONCE_BYTES)
  nonces = nonces.subarray(NONCE_BYTES)
  return nonce
}

/** Null: its key is not here. @throws where a bit of it was changed, or where it stands elsewhere than it was kept. */
function opened(bytes: Buffer, place: string): Buffer | null {
  const key = known.get(bytes.toString('hex', MAGIC.length, NONCE_AT))
  if (!key) return null
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(NONCE_AT, TAG_AT), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(TAG_AT, OVERHEAD))
  const contents = decipher.update(bytes.subarray(OVERHEAD))
  // of this cipher nothing is left to come; here the tag is compared
  decipher.final()
  return contents
}

type Row = Record<string, unknown>

const placeOf = (table: SealedTable, row: Row, column: string): string =>
  [table, ...SEALED[table].key.map((name) => String(row[name])), column].join('/')

/** A row as it goes into the file; without a key as it is. */
export function sealedRow<R extends object>(file: string, table: SealedTable, row: R): R {
  const keyId = keyOf.get(file) ?? null
  const { bytes, text } = SEALED[table]
  const next: Row = Object.fromEntries(Object.entries(row))
  for (const column of bytes) {
    const value = next[column]
    if (keyId !== null && value instanceof Uint8Array) next[column] = sealed(value, keyId, placeOf(table, next, column))
  }
  for (const column of text) {
    const value = next[column]
    if (value === LOCKED) delete next[column]
    else if (keyId !== null && typeof value === 'string' && value !== '')
      next[column] = TEXT_MARK + sealed(Buffer.from(value), keyId, placeOf(table, next, column)).toString('base64')
  }
  return next as R
}

/** A row as it was before it was sealed. @throws BACKUP_KEY_LOCKED where bytes are asked for and their key is not here. */
export function openedRow<R extends object>(table: SealedTable, row: R): R {
  const { bytes, text } = SEALED[table]
  const next: Row = Object.fromEntries(Object.entries(row))
  for (const column of bytes) {
    const value = next[column]
    if (!isSealed(value)) continue
    const contents = opened(value as Buffer, placeOf(table, next, column))
    if (contents === null) throw new DomainError('BACKUP_KEY_LOCKED')
    next[column] = contents
  }
  for (const column of text)
    if (isSealed(next[column])) next[column] = openedText(placeOf(table, next, column), next[column])
  return next as R
}

/** The same of one text; for SQL: `opened('order_recipient/' || order_id || '/phone', phone)`. */
export function openedText(place: string, value: unknown): unknown {
  if (typeof value !== 'string' || !isSealed(value)) return value
  const contents = opened(Buffer.from(value.slice(TEXT_MARK.length), 'base64'), place)
  return contents === null ? LOCKED : contents.toString('utf8')
}
