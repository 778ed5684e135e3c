import { sql } from 'kysely'
import {
  addDays,
  type BusinessDay,
  firstOfMonth,
  type Instant,
  type Month,
  monthOf,
  startOfDay,
} from '../../../src-shared/kernel/business-day.ts'
import { chartName, firstNames, type Naming } from '../../../src-shared/ledger/account-name.ts'
import { chartOfAccounts } from '../../../src-shared/ledger/chart-of-accounts.ts'
import type { Account, AccountCode, Neraca } from '../../../src-shared/ledger/ledger.ts'
import { actorNow } from '../database/actor.ts'
import type { Reader, Tx } from '../database/open.ts'
import { settingsOf } from '../settings/settings.repository.ts'

/** Adds the accounts of this version's chart that the shop does not have yet. */
export async function insertChart(tx: Tx): Promise<void> {
  await tx
    .insertInto('account')
    .values(
      chartOfAccounts.map(({ nameEn, isCash, roles, costAccount, ...account }) => ({
        ...account,
        name_en: nameEn,
        is_cash: isCash ? 1 : 0,
        roles: JSON.stringify(roles),
        cost_account: costAccount,
      })),
    )
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
}

/** The chart of accounts in order of code: by the owner's names, else by those of this version's chart. */
export async function accountsIn(reader: Reader, naming: Naming): Promise<Account[]> {
  const rows = await reader.selectFrom('account').selectAll().orderBy('code').execute()
  return rows.map(
    ({ code, book, name, name_en: _, own_name, normal, kind, line, is_cash, roles, cost_account, ...row }) => ({
      code,
      book: book as Account['book'],
      name: own_name ?? chartName(code, naming) ?? name,
      normal: normal as Account['normal'],
      kind: kind as Account['kind'],
      line,
      isCash: is_cash === 1,
      roles: JSON.parse(roles) as Account['roles'],
      costAccount: cost_account,
      isOwn: row.is_own === 1,
      isArchived: row.archived_at !== null,
    }),
  )
}

/** An account the owner added; its name is the same in both languages. */
export async function insertOwnAccount(
  tx: Tx,
  { code, book, name, normal, kind, line, isCash, roles, costAccount }: Omit<Account, 'isOwn' | 'isArchived'>,
): Promise<void> {
  await tx
    .insertInto('account')
    .values({
      code,
      book,
      name,
      name_en: name,
      own_name: name,
      normal,
      kind,
      line,
      is_cash: isCash ? 1 : 0,
      roles: JSON.stringify(roles),
      cost_account: costAccount,
      is_own: 1,
      actor: actorNow().id,
    })
    .execute()
}

/** A first name is none of the owner's: it goes on following language and terms. */
export async function nameAccount(tx: Tx, code: AccountCode, name: string): Promise<void> {
  const ownName = firstNames(code).includes(name) ? null : name
  await tx.updateTable('account').set({ own_name: ownName, actor: actorNow().id }).where('code', '=', code).execute()
}

export async function putAccountAway(tx: Tx, code: AccountCode, at: Instant | null): Promise<void> {
  await tx.updateTable('account').set({ archived_at: at, actor: actorNow().id }).where('code', '=', code).execute()
}

/**
 * SKUs and pieces that were sold, lost or given away through a day and still have no cost, and orders sold by then with goods that are
 * no SKU yet; null when there are none. What only travels to its buyer has no part in a profit yet. They are taken from the sums of
 * whole months and the days of the last one, so that a year of sales without cost takes no longer than a month.
 */
export async function costIncompleteOn(reader: Reader, day: BusinessDay): Promise<Neraca['costIncomplete']> {
  const { rows } = await sql<{ skus: number; pieces: number }>`
    select count(distinct variant_id) as skus, coalesce(sum(pieces), 0) as pieces from (
      select variant_id, pieces from uncosted_sold_month where month < ${monthOf(day)}
      union all
      select variant_id, pieces from uncosted_sold where day between ${firstOfMonth(monthOf(day))} and ${day}
    )`.execute(reader)
  const { skus, pieces } = rows[0]!
  const { zone } = await settingsOf(reader)
  const { unmappedOrders } = await reader
    .selectFrom('sales_order')
    .select(({ fn }) => fn.countAll<number>().as('unmappedOrders'))
    .where('unmapped_lines', '>', 0)
    .where('completed_at', '<', startOfDay(addDays(day, 1), zone))
    .where('counts', '=', 1)
    .where('is_history', '=', 0)
    .executeTakeFirstOrThrow()
  return pieces === 0 && unmappedOrders === 0 ? null : { skus, pieces, unmappedOrders }
}

/** Saldo Awal as it was filled in: amounts on each account's normal side. */
export async function openingBalances(reader: Reader): Promise<Map<AccountCode, number>> {
  const rows = await reader.selectFrom('opening_balance').select(['account', 'amount']).execute()
  return new Map(rows.map(({ account, amount }) => [account, amount]))
}

/** What was asked is replaced; amounts of accounts that were not asked stay. */
export async function replaceOpeningBalances(
  tx: Tx,
  asked: readonly AccountCode[],
  lines: readonly { account: AccountCode; amount: number }[],
  at: Instant,
): Promise<void> {
  await tx.deleteFrom('opening_balance').where('account', 'in', asked).execute()
  if (lines.length === 0) return
  await tx
    .insertInto('opening_balance')
    .values(lines.map(({ account, amount }) => ({ account, amount, actor: actorNow().id, updated_at: at })))
    .execute()
}

/** Capital booked by the documents of opening stock. */
export async function openingStockValue(reader: Reader): Promise<number> {
  const { value } = await reader
    .selectFrom('entry')
    .innerJoin('posting', 'posting.entry_id', 'entry.id')
    .select(({ fn }) => fn.coalesce(fn.sum<number>(sql`-posting.amount`), sql<number>`0`).as('value'))
    .where('entry.document_kind', '=', 'opening-stock')
    .where('posting.account', '=', '3101')
    .executeTakeFirstOrThrow()
  return value
}

/** The newest month through a day in which the shop earned or spent anything; null before the first. */
export async function newestMonthWithResult(reader: Reader, day: BusinessDay): Promise<Month | null> {
  const { month } = await reader
    .selectFrom('account_month')
    .select(({ fn }) => fn.max<Month | null>('month').as('month'))
    .where('book', '=', 'usaha')
    .where(sql<boolean>`account >= '4'`)
    .where('month', '<=', monthOf(day))
    .whereRef('debit', '<>', 'credit')
    .executeTakeFirstOrThrow()
  return month
}
