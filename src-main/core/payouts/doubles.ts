import { addDays } from '../../../src-shared/kernel/business-day.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { WalletLine } from '../../../src-shared/payouts/wallet-file.ts'
import type { Reader } from '../database/open.ts'
import { cashRecordsOn, recordsSpokenFor } from './wallet-lines.repository.ts'

/** Somebody who notes a withdrawal by hand does so on its day or the day after. */
const DAYS_BESIDE = 1

/**
 * For each line the record in Catat Kas that moved the same amount on the same account around the same day, if there is one
 * that no other line speaks of. Whether it is the same money only the owner knows.
 */
export async function doublesOf(
  reader: Reader,
  account: AccountCode,
  lines: readonly { id: string; line: WalletLine }[],
): Promise<Map<string, string>> {
  const days = lines.map(({ line }) => line.day).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return new Map()
  const records = await cashRecordsOn(reader, [account], addDays(first, -DAYS_BESIDE), addDays(last, DAYS_BESIDE))
  if (records.length === 0) return new Map()
  const taken = await recordsSpokenFor(reader)
  const found = new Map<string, string>()
  for (const { id, line } of lines) {
    const record = records
      .filter(
        ({ id, amount, day }) =>
          amount === line.amount &&
          !taken.has(id) &&
          day >= addDays(line.day, -DAYS_BESIDE) &&
          day <= addDays(line.day, DAYS_BESIDE),
      )
      .toSorted((a, b) => Number(b.day === line.day) - Number(a.day === line.day))[0]
    if (!record) continue
    taken.add(record.id)
    found.set(id, record.id)
  }
  return found
}
