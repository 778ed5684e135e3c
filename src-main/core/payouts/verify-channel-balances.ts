import { formatRupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { Reader } from '../database/open.ts'
import type { Finding } from '../ledger/verifier/finding.ts'
import { balanceChecks } from './checks.repository.ts'

/**
 * Tells which balances by file are not those of the books. That is no damage of the shop: a release may wait for its order, or
 * the owner for a day to answer; so it is said and no fault.
 */
export async function verifyChannelBalances(reader: Reader, finding: Finding): Promise<void> {
  for (const { shopName, to, byFile, byBooks, differsSince } of await balanceChecks(reader)) {
    finding.counted++
    if (differsSince !== null)
      finding.note(finding.say.reportDiffers(shopName, to, formatRupiah(byFile), formatRupiah(byBooks), differsSince))
  }
}
