import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Naming } from '../../../src-shared/ledger/account-name.ts'
import type { VerifierReport } from '../../../src-shared/ledger/ledger.ts'
import type { WorkNeeds } from '../apart.ts'
import { receiptsAfter } from '../backup/receipt-journal.ts'
import { onSnapshot } from '../database/connection.ts'
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
  outside?:
    | { witnesses: Outsiders['witnesses']; receipts: { folder: string; key: Uint8Array; epoch: number } }
    | undefined
}

/** The whole verifier over a shop that others go on working with. */
export const verifyApart = (
  { file, copy, at, naming, changedPages, outside }: ShopToVerify,
  { onProgress }: WorkNeeds = {},
): Promise<VerifierReport> =>
  verifyShop((work) => onSnapshot(file, work), roomChecks, at, naming, {
    documents: copy === null ? undefined : (finding) => verifyDocuments(copy, at, finding, onProgress),
    changedPages,
    outside: outside && {
      witnesses: outside.witnesses,
      receipts: receiptsAfter([outside.receipts.folder], { ...outside.receipts, lastAct: -1, at: 0 }),
    },
  })
