import { sql } from 'kysely'
import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'
import type { OrderTab } from '../../../src-shared/orders/orders.ts'
import { IS_LOW, isShort, SHORT } from '../catalog/available.ts'
import type { Reader } from '../database/open.ts'
import { channelAccounts, MARKETPLACES } from '../ledger/channel-accounts.ts'
import { type PROFIT_SECTIONS, SECTION_LINES } from '../ledger/statement-lines.ts'

/** Read-only questions across rooms, each answered from indexes and maintained totals. */

export async function tabTotals(reader: Reader) {
  const rows = await reader
    .selectFrom('order_tab_total')
    .select(['tab', 'state', 'orders'])
    .where('orders', '>', 0)
    .execute()
  const of = (tab: OrderTab, state?: string) =>
    rows
      .filter((row) => row.tab === tab && (!state || row.state === state))
      .reduce((total, { orders }) => total + orders, 0)
  return of
}

/** Orders of which something is still to be packed although their deadline lies before a moment, the nearest first. */
export async function dueBefore(reader: Reader, moment: number) {
  const due = reader
    .selectFrom('sales_order')
    .where('tab', '=', 'to_ship')
    .where('sort_key', '<', moment)
    .where('parcels_to_pack', '>', 0)
  const { orders } = await due.select(({ fn }) => fn.countAll<number>().as('orders')).executeTakeFirstOrThrow()
  const nearest = await due
    .select(['id', 'number', 'courier', 'shipping_service', 'ship_by'])
    .orderBy('sort_key')
    .limit(1)
    .executeTakeFirst()
  return { orders, nearest }
}

export async function packedCancelRequests(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom('sales_order')
    .select(({ fn }) => fn.countAll<number>().as('orders'))
    .where('tab', '=', 'cancel_requested')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('parcel')
          .select('parcel.id')
          .whereRef('parcel.order_id', '=', 'sales_order.id')
          .where('parcel.packed_at', 'is not', null),
      ),
    )
    .executeTakeFirstOrThrow()
  return row.orders
}

export async function shortStock(reader: Reader, limit: number) {
  const short = reader.selectFrom('stock_level').where(isShort)
  const { skus } = await short.select(({ fn }) => fn.countAll<number>().as('skus')).executeTakeFirstOrThrow()
  const worst = await short
    .select(['variant_id as variantId', SHORT.as('short')])
    .orderBy('short', 'desc')
    .limit(limit)
    .execute()
  return { skus, worst }
}

export async function lowStock(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom('variant')
    .leftJoin('stock_level', 'stock_level.variant_id', 'variant.id')
    .select(({ fn }) => fn.countAll<number>().as('skus'))
    .where('is_bundle', '=', 0)
    .where('archived_at', 'is', null)
    .where(IS_LOW)
    .executeTakeFirstOrThrow()
  return row.skus
}

export async function missingCost(reader: Reader) {
  const row = await reader
    .selectFrom('uncosted_month')
    .select(({ fn }) => [
      fn.count<number>('variant_id').distinct().as('skus'),
      fn.sum<number | null>('pieces').as('pieces'),
    ])
    .executeTakeFirstOrThrow()
  return { skus: row.skus, pieces: row.pieces ?? 0 }
}

export async function salesOfDays(reader: Reader, from: string, to: string) {
  return reader
    .selectFrom('sales_day')
    .innerJoin('shop', 'shop.id', 'shop_id')
    .select(({ fn }) => [
      'day',
      'channel',
      fn.sum<number>('orders').as('orders'),
      fn.sum<number>('pieces').as('pieces'),
      fn.sum<number>('gross_sales').as('grossSales'),
      fn.sum<number>('seller_cuts').as('sellerCuts'),
    ])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy(['day', 'channel'])
    .orderBy('day')
    .orderBy('channel')
    .execute()
}

/** What the books of one day hold that belongs to no order, each as it counts: costs positive, gains and income positive. */
export interface BookedOfDay {
  /** Costs of operating and financing, and taxes. */
  expenses: Rupiah
  /** Goods found or made good, less those that a count missed, that were spoilt or lost. */
  stockDifferences: Rupiah
  otherIncome: Rupiah
}

/** What belongs to an order is in the profit of these, on whatever day the books heard of it. */
export async function bookedOfDay(reader: Reader, day: BusinessDay): Promise<BookedOfDay> {
  const all = await reader
    .selectFrom('account_day')
    .innerJoin('account', 'account.code', 'account_day.account')
    .select(({ fn }) => ['line', fn.sum<number>(sql`debit - credit`).as('amount')])
    .where('account_day.book', '=', 'usaha')
    .where('day', '=', day)
    .groupBy('line')
    .execute()
  const ofOrders = await reader
    .selectFrom('entry')
    .innerJoin('posting', 'posting.entry_id', 'entry.id')
    .innerJoin('account', 'account.code', 'posting.account')
    .select(({ fn }) => ['line', fn.sum<number>('posting.amount').as('amount')])
    .where('entry.day', '=', day)
    .where('entry.book', '=', 'usaha')
    .where('entry.document_kind', '=', 'order')
    .groupBy('line')
    .execute()
  const sumOf = (rows: typeof all, lines: readonly string[]) =>
    rows.reduce((total, { line, amount }) => total + (lines.includes(line) ? amount : 0), 0)
  const cost = (...sections: (typeof PROFIT_SECTIONS)[number][]) => {
    const lines = sections.flatMap((section): readonly string[] => SECTION_LINES[section])
    return sumOf(all, lines) - sumOf(ofOrders, lines)
  }
  return {
    expenses: cost('expenses', 'financeCost', 'tax'),
    stockDifferences: 0 - cost('costOfGoods'),
    otherIncome: 0 - cost('revenue', 'otherIncome'),
  }
}

/** The balance sheet's line of cash: a wallet below zero is owed there, and takes nothing from what the others hold. */
export async function cashInHand(reader: Reader): Promise<number> {
  const wallets = await reader
    .selectFrom('account_month')
    .select(sql<number>`sum(debit - credit)`.as('amount'))
    .where('book', '=', 'usaha')
    .where('account', 'in', (eb) => eb.selectFrom('account').select('code').where('line', '=', 'cash'))
    .groupBy('account')
    .having(sql`sum(debit - credit)`, '>', 0)
    .execute()
  return wallets.reduce((total, { amount }) => total + amount, 0)
}

/** Money that channels hold: delivered and not released. A channel that holds nothing is not named. */
export async function heldByChannels(reader: Reader): Promise<{ channel: Channel; amount: number }[]> {
  const rows = await reader
    .selectFrom('account_month')
    .select(({ fn }) => ['account', fn.sum<number>(sql`debit - credit`).as('amount')])
    .where('book', '=', 'usaha')
    .where(
      'account',
      'in',
      MARKETPLACES.map((channel) => channelAccounts(channel).receivable),
    )
    .groupBy('account')
    .having(sql`sum(debit - credit)`, '<>', 0)
    .execute()
  const channelOf = new Map(MARKETPLACES.map((channel) => [channelAccounts(channel).receivable, channel]))
  return rows.map(({ account, amount }) => ({ channel: channelOf.get(account)!, amount }))
}
