import { sql } from 'kysely'
import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { Reader } from '../database/open.ts'
import { balancesNow } from '../ledger/balances.repository.ts'
import { balanceOf } from '../ledger/statement-lines.ts'
import { OWED, purchasesWithPayments } from './purchasing.repository.ts'

/** Wages, accrued costs and tax: always due within weeks. */
const SOON = ['2104', '2106', '2110'] as const

/** The whole debt to suppliers in the books. */
export const payableToSuppliers = async (reader: Reader): Promise<Rupiah> =>
  0 - balanceOf(await balancesNow(reader), '2101')

/**
 * What the shop owes that falls due on or before a day: suppliers, wages, accrued costs and tax. A payment that names no
 * purchase counts for the debts that are due first; a purchase without a due day is due now.
 */
export async function debtsDue(reader: Reader, through: BusinessDay): Promise<Rupiah> {
  const balances = await balancesNow(reader)
  const { later } = await purchasesWithPayments(reader)
    .select(sql<Rupiah>`coalesce(sum(${OWED}), 0)`.as('later'))
    .where('p.due_day', '>', through)
    .executeTakeFirstOrThrow()
  const toSuppliers = Math.max(0, -balanceOf(balances, '2101') - later)
  return SOON.reduce((sum, code) => sum - balanceOf(balances, code), toSuppliers)
}

/** What one purchase still owes, as if the named cash record had not been made; zero for one that is gone. */
export async function owedOnPurchase(reader: Reader, id: string, without: string): Promise<Rupiah> {
  const found = await purchasesWithPayments(reader, { without })
    .select(OWED.as('owed'))
    .where('p.id', '=', id)
    .executeTakeFirst()
  return found?.owed ?? 0
}
