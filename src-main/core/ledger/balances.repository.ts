import { sql } from 'kysely'
import { addDays, type BusinessDay, type Month } from '../../../src-shared/kernel/business-day.ts'
import { LARGEST_STORED } from '../../../src-shared/kernel/limits.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import type { Balances } from './statement-lines.ts'

/**
 * Balances of every account at the end of each of these days. One query, so that the columns of a statement belong to one
 * moment; two index searches an account and day (whole months, then days of the last one), however many entries there are.
 */
export async function balancesOn(
  reader: Reader,
  days: readonly BusinessDay[],
): Promise<Map<BusinessDay, Map<AccountCode, Rupiah>>> {
  const { rows } = await sql<{ day: string; account: AccountCode; amount: Rupiah }>`
    select wanted.value as day, account.code as account,
      coalesce((select sum(debit - credit) from account_month
        where book = account.book and account = account.code and month < substr(wanted.value, 1, 7)), 0)
      + coalesce((select sum(debit - credit) from account_day
        where book = account.book and account = account.code
          and day between substr(wanted.value, 1, 7) || '-01' and wanted.value), 0) as amount
    from json_each(${JSON.stringify(days)}) as wanted cross join account
  `.execute(reader)
  const balances = new Map<BusinessDay, Map<AccountCode, Rupiah>>(days.map((day) => [day, new Map()]))
  for (const { day, account, amount } of rows) if (amount !== 0) balances.get(day)!.set(account, amount)
  return balances
}

/** Balances now: everything ever posted. */
export async function balancesNow(reader: Reader): Promise<Balances> {
  const rows = await reader
    .selectFrom('account_month')
    .select(['account', ({ fn }) => fn.sum<number>(sql`debit - credit`).as('amount')])
    .groupBy(['book', 'account'])
    .execute()
  return new Map(rows.map(({ account, amount }) => [account, amount]))
}

/** Debit less credit of these accounts in each month that has any entry on them. */
export async function movementByMonth(
  reader: Reader,
  accounts: readonly AccountCode[],
  from: Month,
  to: Month,
): Promise<{ account: AccountCode; month: Month; amount: Rupiah }[]> {
  return reader
    .selectFrom('account_month')
    .select(['account', 'month', sql<Rupiah>`debit - credit`.as('amount')])
    .where('book', 'in', ['usaha', 'rumah'])
    .where('account', 'in', valuesIn(accounts))
    .where('month', '>=', from)
    .where('month', '<=', to)
    .execute()
}

/**
 * Debits and credits of these accounts together over a period; `from` absent means since ever. What turned by being put right and
 * taken back again and again may pass what a number holds: then both sides are told less by the same, and their difference is exact.
 */
export async function turnover(
  reader: Reader,
  accounts: readonly AccountCode[],
  from: BusinessDay | undefined,
  to: BusinessDay,
): Promise<{ debit: Rupiah; credit: Rupiah }> {
  const upTo = (column: 'debit' | 'credit', day: BusinessDay) => sql<number>`
    coalesce((select sum(${sql.ref(column)}) from account_month
      where book in ('usaha', 'rumah') and account in ${valuesIn(accounts)} and month < ${day.slice(0, 7)}), 0)
    + coalesce((select sum(${sql.ref(column)}) from account_day
      where book in ('usaha', 'rumah') and account in ${valuesIn(accounts)}
        and day between ${`${day.slice(0, 7)}-01`} and ${day}), 0)`
  const within = (column: 'debit' | 'credit') =>
    from === undefined ? upTo(column, to) : sql<number>`${upTo(column, to)} - (${upTo(column, addDays(from, -1))})`
  const { rows } = await sql<{ debit: Rupiah; credit: Rupiah }>`
    select debit - beyond as debit, credit - beyond as credit from (
      select debit, credit, max(0, max(debit, credit) - ${sql.lit(LARGEST_STORED)}) as beyond from (
        select ${within('debit')} as debit, ${within('credit')} as credit))`.execute(reader)
  return rows[0]!
}

/** Debit less credit of these accounts at the end of a day. */
export async function balanceAt(reader: Reader, accounts: readonly AccountCode[], day: BusinessDay): Promise<Rupiah> {
  const { debit, credit } = await turnover(reader, accounts, undefined, day)
  return debit - credit
}
