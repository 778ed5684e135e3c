import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'
import type { ImportContent } from '../../../src-shared/channels/channel-file.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Reader, Tx } from '../database/open.ts'
import { sealedFor } from '../database/sealed-for.ts'
import { openedRow } from '../database/sealing.ts'

/**
 * Files as they came in. They are kept so that a mended reader can read them again, so that a file can be moved to the shop
 * it belongs to, and so that an import can be taken back: what the others told is then read anew. Two years cover every return, claim and
 * bookkeeping year that may still be open; the space keeps a busy shop's file small enough to back up.
 */
const KEPT_MS = 731 * 86_400_000
const KEPT_BYTES = 500 * 1024 * 1024

/** Compressing a month of orders takes a moment: not while the write door is held. */
export interface PackedDocument {
  sha256: string
  kind: ImportContent['kind']
  size: number
  packing: 'brotli' | 'none'
  bytes: Buffer
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const pack = promisify(brotliCompress)
const unpack = promisify(brotliDecompress)

/** Workbooks are packed already; then they are kept as they are. */
export async function packed(kind: ImportContent['kind'], bytes: Uint8Array): Promise<PackedDocument> {
  const small = await pack(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength },
  })
  const isSmaller = small.byteLength < bytes.byteLength * 0.95
  return {
    sha256: sha256(bytes),
    kind,
    size: bytes.byteLength,
    packing: isSmaller ? 'brotli' : 'none',
    bytes: isSmaller ? small : Buffer.from(bytes),
  }
}

/** Keeps a document, once however often it comes, and lets the oldest go. */
export async function keepDocument(tx: Tx, document: PackedDocument, now: Instant): Promise<void> {
  const row = sealedFor(tx, 'raw_document', { ...document, taken_at: now })
  await tx
    .insertInto('raw_document')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('sha256').doUpdateSet({ bytes: row.bytes, packing: row.packing, taken_at: now }),
    )
    .execute()
  await forgetOld(tx, now)
}

async function forgetOld(tx: Tx, now: Instant): Promise<void> {
  const kept = await tx
    .selectFrom('raw_document')
    .select(({ fn }) => ['sha256', 'taken_at', fn<number>('length', ['bytes']).as('bytes')])
    .where('bytes', 'is not', null)
    .orderBy('taken_at', 'desc')
    .execute()
  let total = 0
  const old = kept.filter(({ taken_at, bytes }) => {
    total += bytes
    return taken_at < now - KEPT_MS || total > KEPT_BYTES
  })
  for (const { sha256 } of old)
    await tx.updateTable('raw_document').set({ bytes: null }).where('sha256', '=', sha256).execute()
}

/** The bytes as they came in; null when they are no longer kept. */
export async function documentBytes(reader: Reader, sha256: string): Promise<Buffer | null> {
  const row = await reader
    .selectFrom('raw_document')
    .select(['sha256', 'packing', 'bytes'])
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  if (!row?.bytes) return null
  const bytes = openedRow('raw_document', row).bytes!
  return row.packing === 'brotli' ? unpack(bytes) : bytes
}
