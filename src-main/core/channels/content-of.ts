import type { ImportContent } from '../../../src-shared/channels/channel-file.ts'
import type { Zone } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { OrderSnapshot } from '../../../src-shared/orders/order.ts'
import type { Reader } from '../database/open.ts'
import { asStatements } from './files/order-statements.ts'
import { readChannelFile } from './files/read-channel-file.ts'
import type { StoredRun } from './import-runs.repository.ts'
import { documentBytes } from './raw-documents.ts'

/** Orders as bytes, for statements that came without a file. */
export const statementBytes = (snapshots: readonly OrderSnapshot[]): Uint8Array =>
  Buffer.from(JSON.stringify(snapshots), 'utf8')

/** What a run took in, read again as it would be read today; null when its bytes are no longer kept or no longer read. */
export async function contentOf(
  reader: Reader,
  { kind, fileName, sha256, modifiedAt }: Pick<StoredRun, 'kind' | 'fileName' | 'sha256' | 'modifiedAt'>,
  zone: Zone,
): Promise<ImportContent | null> {
  const bytes = await documentBytes(reader, sha256)
  if (!bytes) return null
  if (kind === 'order statements') return asStatements(OrderSnapshot.array().parse(JSON.parse(bytes.toString('utf8'))))
  try {
    return await readChannelFile({ name: fileName, bytes, zone, modifiedAt })
  } catch (problem) {
    if (problem instanceof DomainError) return null
    throw problem
  }
}
