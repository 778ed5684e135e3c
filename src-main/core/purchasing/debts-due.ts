import { sql } from 'kysely'
import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { Reader } from '../database/open.ts'
import { balancesNow } from '../ledger/balances.repository.ts'
import { balanceOf } from '../ledger/statement-lines.ts'

/** Wages, accrued costs and tax: always due within weeks. */
const SOON = ['2104', '2106', '2110']

/**
 * What the shop owes that falls due on or before a day: suppliers, wages, accrued costs and tax. Payments to suppliers are
 * not tied to a purchase, so they count for the debts that are due first; a purchase without a due day is due now.
 */
export async function debtsDue(reader: Reader, through: BusinessDay): Promise<Rupiah> {
  const balances = await balancesNow(reader)
  const { later } = await reader
    .selectFrom('purchase as p')
    .select(({ fn }) =>
      fn
        .coalesce(
          sql<Rupiah>`sum((select sum(l.pieces * l.price) from purchase_line l where l.purchase_id = p.id)
            - p.discount + p.extra_cost - p.paid)`,
          sql<Rupiah>`0`,
        )
        .as('later'),
    )
    .where('p.cancelled_at', 'is', null)
    .where('p.due_day', '>', through)
    .executeTakeFirstOrThrow()
  const toSuppliers = Math.max(0, -balanceOf(balances, '2101') - later)
  return SOON.reduce((sum, code) => sum - balanceOf(balances, code), toSuppliers)
}
