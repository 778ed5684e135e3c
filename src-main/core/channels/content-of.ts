import type { z } from 'zod'
import type { ImportContent } from '../../../src-shared/channels/channel-file.ts'
import type { Zone } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { OrderSnapshot } from '../../../src-shared/orders/order.ts'
import { SettlementStatement } from '../../../src-shared/settlements/settlement-file.ts'
import { type DoApart, TooHeavy } from '../apart.ts'
import type { Reader } from '../database/open.ts'
import { taughtBy } from './file-mappings.repository.ts'
import { fileOf } from './files/unpacked-file.ts'
import type { StoredRun } from './import-runs.repository.ts'
import { asStatements } from './orders-in.ts'
import { documentBytes } from './raw-documents.ts'
import { asSettlements } from './settlements-in.ts'

/** Statements as bytes, where they came without a file. What could not be read again is not taken in either. */
export const orderStatementBytes = (stated: readonly OrderSnapshot[]): Uint8Array => asBytes(StatedOrders, stated)
export const settlementStatementBytes = (stated: readonly SettlementStatement[]): Uint8Array =>
  asBytes(StatedSettlements, stated)

const StatedOrders = OrderSnapshot.array()
const StatedSettlements = SettlementStatement.array()
const asBytes = (statements: z.ZodType, stated: unknown): Uint8Array =>
  Buffer.from(JSON.stringify(statements.parse(stated)), 'utf8')

/** Where the files of earlier runs lie, and who reads them. */
export interface KeptFiles {
  read: Reader
  doApart: DoApart
}

/** What a run took in, read again as it would be read today; null when its bytes are no longer kept or no longer read. */
export async function contentOf(
  { read, doApart }: KeptFiles,
  run: Pick<StoredRun, 'kind' | 'fileName' | 'sha256' | 'modifiedAt' | 'mappingId'>,
  zone: Zone,
): Promise<ImportContent | null> {
  const { kind, fileName, sha256, modifiedAt, mappingId } = run
  const bytes = await documentBytes(read, sha256)
  if (!bytes) return null
  const stated = () => JSON.parse(bytes.toString('utf8')) as unknown
  if (kind === 'order statements') return asStatements(StatedOrders.parse(stated()))
  if (kind === 'settlement statements') return asSettlements(StatedSettlements.parse(stated()))
  const taught = await taughtBy(read, mappingId)
  try {
    return await fileOf(await doApart('channel file', { name: fileName, bytes, zone, modifiedAt, taught }))
  } catch (problem) {
    if (problem instanceof DomainError || problem instanceof TooHeavy) return null
    throw problem
  }
}
