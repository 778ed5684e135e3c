import { sql } from 'kysely'
import {
  addDays,
  type BusinessDay,
  lastOfMonth,
  type Month,
  startOfDay,
} from '../../../src-shared/kernel/business-day.ts'
import type { BeforeClosing } from '../../../src-shared/reports/before-closing.ts'
import type { Reader } from '../database/open.ts'
import { balancesOn } from '../ledger/balances.repository.ts'
import { accountsIn, costIncompleteOn, openingBalances } from '../ledger/ledger.repository.ts'
import { balanceOf } from '../ledger/statement-lines.ts'
import { OWED, purchasesWithPayments } from '../purchasing/purchasing.repository.ts'
import { settingsOf } from '../settings/settings.repository.ts'

/** What is still open in the books at the end of a month, each beside how much of it there is. */
export async function beforeClosing(reader: Reader, month: Month): Promise<BeforeClosing> {
  const through = lastOfMonth(month)
  const settings = await settingsOf(reader)
  const accounts = (await accountsIn(reader, settings)).filter(
    ({ book, roles }) => book === 'usaha' && roles.includes('cash in hand'),
  )
  const balances = (await balancesOn(reader, [through])).get(through)!
  return {
    month,
    through,
    opened: (await openingBalances(reader)).size > 0,
    missingCost: (await costIncompleteOn(reader, through)) ?? { skus: 0, pieces: 0 },
    gone: await goneWithoutStock(reader),
    cash: accounts.map(({ code, name }) => ({ account: code, name, balance: balanceOf(balances, code) })),
    returns: await returnsSince(reader, startOfDay(addDays(through, 1), settings.zone)),
    debts: await debtsThrough(reader, through),
    unmapped: await unmappedThrough(reader, through),
  }
}

/** SKUs of which more went out than the books ever had; it has no day, so it stands before every month. */
async function goneWithoutStock(reader: Reader) {
  return reader
    .selectFrom('stock_level')
    .select([sql<number>`count(*)`.as('skus'), sql<number>`coalesce(sum(-on_hand), 0)`.as('pieces')])
    .where('on_hand', '<', 0)
    .executeTakeFirstOrThrow()
}

async function returnsSince(reader: Reader, end: number) {
  return reader
    .selectFrom('expected_return')
    .select([sql<number>`count(*)`.as('orders'), sql<number>`coalesce(sum(pieces - inspected), 0)`.as('pieces')])
    .where('is_done', '=', 0)
    .where('since', '<', end)
    .executeTakeFirstOrThrow()
}

/** Purchases of these months that were due by the end of them and not paid then, and how much of that is owed to this day. */
async function debtsThrough(reader: Reader, through: BusinessDay) {
  const dueOf = (purchases: ReturnType<typeof purchasesWithPayments>) =>
    purchases
      .select([
        sql<number>`coalesce(sum(${OWED} > 0), 0)`.as('purchases'),
        sql<number>`coalesce(sum(max(0, ${OWED})), 0)`.as('amount'),
      ])
      .where('p.day', '<=', through)
      .where(sql<boolean>`coalesce(p.due_day, p.day) <= ${through}`)
      .executeTakeFirstOrThrow()
  const then = await dueOf(purchasesWithPayments(reader, { through }))
  return { ...then, stillOwed: (await dueOf(purchasesWithPayments(reader))).amount }
}

async function unmappedThrough(reader: Reader, through: BusinessDay) {
  return reader
    .selectFrom('listing')
    .innerJoin('order_line', 'order_line.listing_id', 'listing.id')
    .innerJoin('sales_order', 'sales_order.id', 'order_line.order_id')
    .select(({ fn }) => [
      fn.count<number>('listing.id').distinct().as('listings'),
      fn.count<number>('order_id').distinct().as('orders'),
    ])
    .where('listing.variant_id', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('counts', '=', 1)
    .where('is_history', '=', 0)
    .where('placed_day', '<=', through)
    .executeTakeFirstOrThrow()
}
