import type { Month } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Reader, Tx } from '../database/open.ts'

/** Budgets of a month, by envelope; an envelope nobody decided on is absent. */
export async function budgetsOf(reader: Reader, month: Month): Promise<Map<AccountCode, Rupiah>> {
  const rows = await reader.selectFrom('budget').select(['account', 'amount']).where('month', '=', month).execute()
  return new Map(rows.map(({ account, amount }) => [account, amount]))
}

export async function saveBudget(tx: Tx, month: Month, account: AccountCode, amount: Rupiah): Promise<void> {
  await tx
    .insertInto('budget')
    .values({ month, account, amount })
    .onConflict((conflict) => conflict.columns(['month', 'account']).doUpdateSet({ amount }))
    .execute()
}
