import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { EVIDENCE_LIMITS, type EvidenceDraft, type EvidenceRow } from '../../../src-shared/returns/return.ts'
import { actorNow } from '../database/actor.ts'
import type { Reader, Tx } from '../database/open.ts'
import { sealedFor } from '../database/sealed-for.ts'
import { openedRow, openedSize } from '../database/sealing.ts'

/** Photos and clips of what came back, kept as they were taken: for an appeal, time and SHA-256 speak for them. */

const startsWith = (bytes: Buffer, hex: string, at = 0) => bytes.toString('hex', at, at + hex.length / 2) === hex

/**
 * What a picture or clip is, by its first bytes (ITU-T T.81 B.1, PNG 5.2, RFC 9649, ISO/IEC 14496-12 4.3, RFC 8794 for the EBML
 * head of WebM); null for anything else.
 */
export function evidenceTypeOf(bytes: Buffer): string | null {
  if (startsWith(bytes, 'ffd8ff')) return 'image/jpeg'
  if (startsWith(bytes, '89504e470d0a1a0a')) return 'image/png'
  if (startsWith(bytes, '52494646') && startsWith(bytes, '57454250', 8)) return 'image/webp'
  if (startsWith(bytes, '66747970', 4)) return 'video/mp4'
  if (startsWith(bytes, '1a45dfa3')) return 'video/webm'
  return null
}

/** A photo or clip that may be kept. */
export interface Evidence extends Omit<EvidenceDraft, 'file'> {
  mediaType: string
  bytes: Buffer
  sha256: string
}

/** @throws EVIDENCE_NOT_READABLE, EVIDENCE_TOO_LARGE */
export async function evidenceIn({ file, ...draft }: EvidenceDraft): Promise<Evidence> {
  const { name } = draft
  const head = Buffer.from(await file.slice(0, 64).arrayBuffer())
  const mediaType = evidenceTypeOf(head)
  if (mediaType === null) throw new DomainError('EVIDENCE_NOT_READABLE', { name })
  const most = mediaType.startsWith('video/') ? EVIDENCE_LIMITS.clipBytes : EVIDENCE_LIMITS.photoBytes
  if (file.size > most)
    throw new DomainError('EVIDENCE_TOO_LARGE', {
      name,
      megabytes: Math.ceil(file.size / 1_000_000),
      most: most / 1_000_000,
    })
  const bytes = Buffer.from(await file.arrayBuffer())
  return { ...draft, mediaType, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** @throws EVIDENCE_FULL */
export async function keepEvidence(
  tx: Tx,
  { id, orderId, name, mediaType, bytes, sha256, note }: Evidence,
  at: number,
): Promise<void> {
  if ((await evidenceOf(tx, orderId)).length >= EVIDENCE_LIMITS.filesPerOrder)
    throw new DomainError('EVIDENCE_FULL', { most: EVIDENCE_LIMITS.filesPerOrder })
  await tx
    .insertInto('return_evidence')
    .values(
      sealedFor(tx, 'return_evidence', {
        id,
        order_id: orderId,
        name,
        media_type: mediaType,
        bytes,
        sha256,
        at,
        note,
        actor: actorNow().id,
      }),
    )
    .execute()
}

export async function evidenceOf(reader: Reader, orderId: string): Promise<EvidenceRow[]> {
  return reader
    .selectFrom('return_evidence')
    .select([
      'id',
      'name',
      'media_type as mediaType',
      sql<number>`${sql.raw(openedSize('bytes'))}`.as('size'),
      'sha256',
      'at',
      'note',
    ])
    .where('order_id', '=', orderId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export async function evidenceBytes(reader: Reader, id: string) {
  const kept = await reader
    .selectFrom('return_evidence')
    .select(['id', 'name', 'media_type as mediaType', 'bytes'])
    .where('id', '=', id)
    .executeTakeFirst()
  return kept && openedRow('return_evidence', kept)
}
