import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Naming } from '../../../src-shared/ledger/account-name.ts'
import type { VerifierReport } from '../../../src-shared/ledger/ledger.ts'
import type { WorkNeeds } from '../apart.ts'
import { receiptsAfter } from '../backup/receipt-journal.ts'
import { onSnapshot } from '../database/connection.ts'
import { type KnownKeys, takeKnownKeys } from '../database/sealing.ts'
import { verifyShop } from '../ledger/verifier/verify-shop.ts'
import type { Outsiders } from '../ledger/verifier/witnesses.ts'
import { roomChecks } from '../room-checks.ts'
import { verifyDocuments } from './verify-documents.ts'

export interface ShopToVerify {
  file: string
  /** The same shop, to settle it again; null where none could be made. */
  copy: string | null
  at: Instant
  naming: Naming
  /** Pages that changed while nobody had the file open. */
  changedPages?: number
  areWrapsRewritten?: boolean
  /** By which what is sealed in it can be opened. */
  keys?: KnownKeys
  outside?:
    | {
        witnesses: Outsiders['witnesses']
        receipts: { folder: string; key: Uint8Array; epoch: number; until?: Instant }
      }
    | undefined
}

/** The whole verifier over a shop that others go on working with. */
export function verifyApart(
  { file, copy, at, naming, changedPages, areWrapsRewritten, keys = [], outside }: ShopToVerify,
  { onProgress }: WorkNeeds = {},
): Promise<VerifierReport> {
  takeKnownKeys(keys)
  return verifyShop((work) => onSnapshot(file, work), roomChecks, at, naming, {
    documents: copy === null ? undefined : (finding) => verifyDocuments(copy, at, finding, onProgress),
    changedPages,
    areWrapsRewritten,
    outside: outside && {
      witnesses: outside.witnesses,
      receipts: receiptsAfter([outside.receipts.folder], { ...outside.receipts, lastAct: -1, at: 0 }).filter(
        ({ at }) => at <= (outside.receipts.until ?? at),
      ),
    },
  })
}
