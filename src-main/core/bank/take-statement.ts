import type { BankFile } from '../../../src-shared/bank/bank-file.ts'
import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Tx } from '../database/open.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { identified } from './line-identity.ts'
import { knownLines, rememberNumber, storeStatement } from './statements.repository.ts'

export interface StatementTarget {
  importId: string
  account: AccountCode
  at: Instant
}

/** What taking a statement in did: lines of earlier statements are not told twice. */
export interface StatementTaken {
  added: number
  known: number
  pending: number
  /** Of those added: older than the first day of the books, so that nothing has to be said of them. */
  beforeTheBooks: number
  from: BusinessDay | null
  to: BusinessDay | null
}

/** Takes a statement in; its lines wait for an answer. */
export async function takeStatement(
  tx: Tx,
  file: Pick<BankFile, 'bank' | 'accountNumber' | 'accountName' | 'lines' | 'totals'>,
  { importId, account, at }: StatementTarget,
): Promise<StatementTaken> {
  const { startDay } = await settingsOf(tx)
  const lines = identified(account, file.lines)
  const known = await knownLines(
    tx,
    lines.map(({ id }) => id),
  )
  const days = lines.map(({ day }) => day).toSorted()
  const from = file.totals.from ?? days[0] ?? null
  const to = file.totals.to ?? days.at(-1) ?? null
  if (from !== null && to !== null) await storeStatement(tx, { importId, account, from, to, at }, lines)
  const { bank, accountNumber, accountName } = file
  if (accountNumber !== '') await rememberNumber(tx, { number: accountNumber, account, bank, ownerName: accountName })
  return {
    added: lines.filter(({ id }) => !known.has(id)).length,
    known: lines.filter(({ id }) => known.has(id)).length,
    pending: file.lines.filter(({ isPending }) => isPending).length,
    beforeTheBooks: lines.filter(({ id, day }) => !known.has(id) && day < startDay).length,
    from,
    to,
  }
}
