import type { ImportContent } from '../../../src-shared/channels/channel-file.ts'
import type { Zone } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { OrderSnapshot } from '../../../src-shared/orders/order.ts'
import { type DoApart, TooHeavy } from '../apart.ts'
import type { Reader } from '../database/open.ts'
import { fileOf } from './files/packed-file.ts'
import type { StoredRun } from './import-runs.repository.ts'
import { asStatements } from './orders-in.ts'
import { documentBytes } from './raw-documents.ts'

/** Orders as bytes, for statements that came without a file. */
export const statementBytes = (snapshots: readonly OrderSnapshot[]): Uint8Array =>
  Buffer.from(JSON.stringify(snapshots), 'utf8')

/** Where the files of earlier runs lie, and who reads them. */
export interface KeptFiles {
  read: Reader
  doApart: DoApart
}

/** What a run took in, read again as it would be read today; null when its bytes are no longer kept or no longer read. */
export async function contentOf(
  { read, doApart }: KeptFiles,
  { kind, fileName, sha256, modifiedAt }: Pick<StoredRun, 'kind' | 'fileName' | 'sha256' | 'modifiedAt'>,
  zone: Zone,
): Promise<ImportContent | null> {
  const bytes = await documentBytes(read, sha256)
  if (!bytes) return null
  if (kind === 'order statements') return asStatements(OrderSnapshot.array().parse(JSON.parse(bytes.toString('utf8'))))
  try {
    return await fileOf(await doApart('channel file', { name: fileName, bytes, zone, modifiedAt }))
  } catch (problem) {
    if (problem instanceof DomainError || problem instanceof TooHeavy) return null
    throw problem
  }
}
