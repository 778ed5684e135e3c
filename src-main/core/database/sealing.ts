import {
  type Cipheriv,
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { wordsOf } from '../../../src-shared/kernel/folded.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { sha256 } from './digest.ts'

/*
 * What tells of people is sealed before it reaches the file: what channels sent, files as they came in, labels, pictures, of each buyer the names,
 * phone and address, what buyers wrote, cells of files that could not be read. AES-256-GCM under a key that is derived from the shop's data key, a
 * value at a time; the row and column it stands in are authenticated with it, so that it cannot be moved elsewhere. A sealed value says by itself
 * that it is, and with which key: a shop from before this, or one whose key could not be opened for a while, holds some that are not
 * (`privacy/seal-rest.ts`).
 * A buyer is found by keyed words for every beginning of each word of the names (`blindNames`), a phone by keyed hashes of its beginning and its
 * end, and the phones found so are opened and compared. The limit of that: a copy of the file tells nobody a name, but how often which beginning
 * occurs, from which a patient reader may guess the commonest.
 * Left readable: city and province (sums are made by them), reasons that a channel offers in a list, and what is books and kept ten years: the
 * lines of the shop's own bank, and whom it bought from, whose name stands in the memo of an entry and so in the chain.
 */
export interface DataKey {
  key: Uint8Array
  /** Eight hexadecimal digits. */
  keyId: string
}

/** Columns that are sealed, with the columns by which a row is known. Text stays text; `told.reason` is a text in the JSON of a column. */
export const SEALED = {
  raw_document: { key: ['sha256'], bytes: ['bytes'], text: [] },
  inbox: { key: ['shop_id', 'about', 'key'], bytes: ['body'], text: [] },
  channel_label: { key: ['order_id'], bytes: ['bytes'], text: [] },
  return_evidence: { key: ['id'], bytes: ['bytes'], text: [] },
  order_recipient: { key: ['order_id'], bytes: [], text: ['username', 'name', 'phone', 'address'] },
  sales_order: { key: ['id'], bytes: [], text: ['buyer_note', 'seller_note', 'own_note'] },
  channel_return: { key: ['shop_id', 'number'], bytes: [], text: ['told.reason'] },
  told_return: { key: ['run_seq', 'number'], bytes: [], text: ['told.reason'] },
  import_problem: { key: ['run_id', 'number'], bytes: [], text: ['value'] },
  own_sale_change: { key: ['order_id', 'fact'], bytes: [], text: ['was', 'becomes'] },
  act: { key: ['id'], bytes: [], text: ['outcome'] },
} as const satisfies Record<string, { key: readonly string[]; bytes: readonly string[]; text: readonly string[] }>
/** Under this name a shop keeps by which list of columns (`SEALED_LIST`) everything in it is sealed, once it is. */
export const ALL_SEALED = 'allSealed'
export type SealedTable = keyof typeof SEALED

/** A list of what is sealed: a shop that was all sealed by a shorter one is gone through again. */
export const SEALED_LIST = sha256(JSON.stringify(SEALED))

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

/** Keys that this process was given, by their id, made ready: a cipher that gets plain bytes does that each time, which took most of its time. */
const known = new Map<string, KeyObject>()
/** With which key each open file seals. */
const keyOf = new Map<string, string>()

/** Opens what was sealed with it, in whichever file. */
export function knowKey({ key, keyId }: DataKey): void {
  if (!known.has(keyId)) known.set(keyId, createSecretKey(Buffer.from(hkdfSync('sha256', key, '', 'lumbung rows', 32))))
}

/** What this process was given, for another thread of it. */
export type KnownKeys = readonly (readonly [keyId: string, ready: KeyObject])[]
export const knownKeys = (): KnownKeys => [...known]
export function takeKnownKeys(keys: KnownKeys): void {
  for (const [keyId, ready] of keys) known.set(keyId, ready)
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

const BLOCK_BYTES = 16
const FIRST_SIGN = 0x4e00
const SIGNS = 20_000
const blocks = new Map<string, Cipheriv>()

/** A block for a block under a key of its own: of the same beginning always the same, and nobody without the key can tell which. */
function blinded(keyId: string, beginnings: Buffer): Buffer {
  let cipher = blocks.get(keyId)
  if (!cipher) {
    const key = Buffer.from(hkdfSync('sha256', known.get(keyId)!, '', 'lumbung names', 32))
    cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false)
    blocks.set(keyId, cipher)
  }
  return cipher.update(beginnings)
}

/** Where a word stops to tell words apart: its signs that fit a block. */
function endsOf(word: string): number[] {
  const ends: number[] = []
  let bytes = 0
  let at = 0
  for (const sign of word) {
    bytes += Buffer.byteLength(sign)
    if (bytes > BLOCK_BYTES) break
    at += sign.length
    ends.push(at)
  }
  return ends
}

/** Each as two signs of a script that no name here is written in: an index keeps them as one word and as no beginning of another. */
function signsFor(keyId: string, beginnings: readonly string[]): string[] {
  const all = Buffer.alloc(beginnings.length * BLOCK_BYTES)
  for (const [at, beginning] of beginnings.entries()) all.write(beginning, at * BLOCK_BYTES)
  const blind = blinded(keyId, all)
  return beginnings.map((_, at) =>
    String.fromCharCode(
      FIRST_SIGN + (blind.readUInt32LE(at * BLOCK_BYTES) % SIGNS),
      FIRST_SIGN + (blind.readUInt32LE(at * BLOCK_BYTES + 4) % SIGNS),
    ),
  )
}

/** What stands for every beginning of the words of a text (folded, as they are searched); null while the key is not here. */
export function blindNames(file: string, text: string): string | null {
  const keyId = keyOf.get(file)
  if (keyId === undefined) return null
  const beginnings = new Set(wordsOf(text).flatMap((word) => endsOf(word).map((end) => word.slice(0, end))))
  return signsFor(keyId, [...beginnings]).join(' ')
}

/** A query of beginnings (`"siti"*`), each also as what stands for it in names that are sealed. */
export function alsoSealed(file: string, query: string): string {
  const keyId = keyOf.get(file)
  if (keyId === undefined) return query
  return query.replace(/"([^"]+)"\*/g, (plain, word: string) => {
    const [sign] = signsFor(keyId, [word.slice(0, endsOf(word).at(-1))])
    return `(${plain} OR buyer : "${sign}")`
  })
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

/** Where a text of a row stands: in a column, or in the JSON of one. */
const partsOf = (text: string): [string, string | undefined] => text.split('.') as [string, string | undefined]

export function textIn(row: Row, text: string): unknown {
  const [column, field] = partsOf(text)
  return field === undefined ? row[column] : (JSON.parse(String(row[column] ?? '{}')) as Row)[field]
}

function putText(row: Row, text: string, value: string): void {
  const [column, field] = partsOf(text)
  row[column] =
    field === undefined ? value : JSON.stringify({ ...(JSON.parse(String(row[column])) as Row), [field]: value })
}

const placeOf = (table: SealedTable, row: Row, column: string): string =>
  [table, ...SEALED[table].key.map((name) => String(row[name])), column].join('/')

/** A row as it goes into the file; without a key as it is. */
export function sealedRow<R extends object>(file: string, table: SealedTable, row: R): R {
  const keyId = keyOf.get(file) ?? null
  const { bytes, text } = SEALED[table]
  const next = { ...row } as Row
  for (const column of bytes) {
    const value = next[column]
    if (keyId !== null && value instanceof Uint8Array) next[column] = sealed(value, keyId, placeOf(table, next, column))
  }
  for (const column of text) {
    const value = textIn(next, column)
    if (value === LOCKED) delete next[partsOf(column)[0]]
    else if (keyId !== null && typeof value === 'string' && value !== '' && !isSealed(value))
      putText(
        next,
        column,
        TEXT_MARK + sealed(Buffer.from(value), keyId, placeOf(table, next, column)).toString('base64'),
      )
  }
  return next as R
}

/** A row as it was before it was sealed. @throws BACKUP_KEY_LOCKED where bytes are asked for and their key is not here. */
export function openedRow<R extends object>(table: SealedTable, row: R): R {
  const { bytes, text } = SEALED[table]
  // most rows are read far oftener than they hold something sealed
  if (
    !bytes.some((column) => isSealed((row as Row)[column])) &&
    !text.some((each) => isSealed(textIn(row as Row, each)))
  )
    return row
  const next = { ...row } as Row
  for (const column of bytes) {
    const value = next[column]
    if (!isSealed(value)) continue
    const contents = opened(value as Buffer, placeOf(table, next, column))
    if (contents === null) throw new DomainError('BACKUP_KEY_LOCKED')
    next[column] = contents
  }
  for (const column of text) {
    const value = textIn(next, column)
    if (isSealed(value)) putText(next, column, openedText(placeOf(table, next, column), value) as string)
  }
  return next as R
}

/** The same for what is shown beside much else: a text that is damaged, or stands in the row of another, hides itself and stops nothing. */
export function shownRow<R extends object>(table: SealedTable, row: R): R {
  try {
    return openedRow(table, row)
  } catch {
    const next: Row = Object.fromEntries(Object.entries(row))
    for (const each of SEALED[table].text) if (isSealed(textIn(next, each))) putText(next, each, LOCKED)
    return next as R
  }
}

/** How what a row keeps sealed stands there: as it was written, in the open, not to be opened here, or changed or moved. */
export type Standing = 'sealed' | 'open' | 'locked' | 'broken'
export function standingOf(table: SealedTable, row: object): [column: string, as: Standing][] {
  const { bytes, text } = SEALED[table]
  return [...bytes, ...text].flatMap((column): [string, Standing][] => {
    const value = textIn(row as Row, column)
    if (value === null || value === undefined || (value as string | Uint8Array).length === 0) return []
    if (!isSealed(value)) return [[column, 'open']]
    const inBytes = Buffer.isBuffer(value) ? value : Buffer.from(String(value).slice(TEXT_MARK.length), 'base64')
    try {
      return [[column, opened(inBytes, placeOf(table, row as Row, column)) === null ? 'locked' : 'sealed']]
    } catch {
      return [[column, 'broken']]
    }
  })
}

/** Tables without a number of their own for each row. */
const WITHOUT_ROWID: ReadonlySet<SealedTable> = new Set([
  'channel_label',
  'order_recipient',
  'channel_return',
  'told_return',
  'import_problem',
])

/** What their rows are gone through by; to be selected under that very name, or SQLite calls `rowid` by the column it is another name of. */
export const walkedBy = (table: SealedTable): readonly string[] =>
  WITHOUT_ROWID.has(table) ? SEALED[table].key : ['rowid']

/** One text of a row of one key, shown as `shownRow` does. */
export function shownText(table: SealedTable, key: string, column: string, value: string): string {
  try {
    return openedText(`${table}/${key}/${column}`, value) as string
  } catch {
    return LOCKED
  }
}

/** Names opened last, by where they stand and what stands there: a list is asked again after each scan, and opening took a fifth of its time. */
const openedLately = new Map<string, string>()
const LATELY = 2000
const A_NAME = 200

/** The same of one text; for SQL: `opened('order_recipient/' || order_id || '/phone', phone)`. */
export function openedText(place: string, value: unknown): unknown {
  if (typeof value !== 'string' || !isSealed(value)) return value
  const where = place + value
  const lately = openedLately.get(where)
  if (lately !== undefined) return lately
  const contents = opened(Buffer.from(value.slice(TEXT_MARK.length), 'base64'), place)
  if (contents === null) return LOCKED
  const text = contents.toString('utf8')
  if (value.length <= A_NAME) {
    if (openedLately.size >= LATELY) openedLately.clear()
    openedLately.set(where, text)
  }
  return text
}
