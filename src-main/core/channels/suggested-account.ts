import { isBankWallet } from '../../../src-shared/bank/bank.ts'
import { bankNameWords } from '../../../src-shared/bank/bank-import.words.ts'
import type { BankShown } from '../../../src-shared/channels/file-shown.ts'
import { EVERYDAY } from '../../../src-shared/ledger/account-name.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { accountOfNumber } from '../bank/statements.repository.ts'
import type { Reader } from '../database/open.ts'
import { accountsIn } from '../ledger/ledger.repository.ts'

/**
 * Where a statement probably goes: into the account of its number; where it prints none, into the one that took in the last file of
 * its layout, or the only wallet that bears its name. Null where none of them tells.
 */
export async function suggestedAccount(
  reader: Reader,
  { accountNumber, bank, mappedBy }: Pick<BankShown, 'accountNumber' | 'bank' | 'mappedBy'>,
): Promise<AccountCode | null> {
  if (accountNumber !== '') return accountOfNumber(reader, accountNumber)
  const before = mappedBy ? await lastOfLayout(reader, mappedBy.id) : null
  return before ?? (bank === 'other' ? null : onlyNamed(reader, bankNameWords.id[bank]))
}

async function lastOfLayout(reader: Reader, mappingId: string): Promise<AccountCode | null> {
  const run = await reader
    .selectFrom('import_run')
    .innerJoin('file_mapping as version', 'version.id', 'import_run.mapping_id')
    .innerJoin('file_mapping as now', 'now.fingerprint', 'version.fingerprint')
    .select('import_run.account')
    .where('now.id', '=', mappingId)
    .where('import_run.withdrawn_at', 'is', null)
    .orderBy('import_run.seq', 'desc')
    .executeTakeFirst()
  return (run?.account ?? null) as AccountCode | null
}

async function onlyNamed(reader: Reader, name: string): Promise<AccountCode | null> {
  const called = new RegExp(`\\b${name}\\b`, 'i')
  const [one, other] = (await accountsIn(reader, EVERYDAY)).filter(
    (account) => isBankWallet(account) && called.test(account.name),
  )
  return one && !other ? one.code : null
}
