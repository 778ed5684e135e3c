import { sql } from 'kysely'
import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'
import type { LineAnswer } from '../../../src-shared/payouts/line-answer.ts'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'

/** Orders sold since a day for which a channel still owes by the books, and what. */
export async function heldOrders(
  reader: Reader,
  receivable: AccountCode,
  since: BusinessDay,
): Promise<{ id: string; amount: number }[]> {
  return (
    reader
      .selectFrom('posting as p')
      .innerJoin('entry as e', 'e.id', 'p.entry_id')
      .select(({ fn }) => ['e.document_id as id', fn.sum<number>('p.amount').as('amount')])
      .where('p.account', '=', receivable)
      .where('p.day', '>=', since)
      .where('e.document_kind', '=', 'order')
      .groupBy('e.document_id')
      // what was released since of older orders is not owed
      .having(({ fn }) => fn.sum<number>('p.amount'), '>', 0)
      .execute()
  )
}

/** The same by the day on which they were sold: what is owed, and for how many orders. */
export async function heldByDay(
  reader: Reader,
  receivable: AccountCode,
  since: BusinessDay,
): Promise<{ day: BusinessDay; amount: number; orders: number }[]> {
  return reader
    .selectFrom((from) =>
      from
        .selectFrom('posting as p')
        .innerJoin('entry as e', 'e.id', 'p.entry_id')
        .select(({ fn }) => [fn.min<BusinessDay>('p.day').as('day'), fn.sum<number>('p.amount').as('amount')])
        .where('p.account', '=', receivable)
        .where('p.day', '>=', since)
        .where('e.document_kind', '=', 'order')
        .groupBy('e.document_id')
        .having(({ fn }) => fn.sum<number>('p.amount'), '>', 0)
        .as('held'),
    )
    .select(({ fn }) => ['day', fn.sum<number>('amount').as('amount'), fn.countAll<number>().as('orders')])
    .groupBy('day')
    .orderBy('day')
    .execute()
}

const ORDER = ['o.id', 'o.number', 'o.completed_at', 'o.left_at', 'o.channel', 's.name as shopName'] as const

export async function ordersOf(reader: Reader, ids: readonly string[]) {
  return reader
    .selectFrom('sales_order as o')
    .innerJoin('shop as s', 's.id', 'o.shop_id')
    .select(ORDER)
    .where('o.id', 'in', valuesIn(ids))
    .execute()
}

/** Orders of channels that left the shop, are not over, and of which nobody tells a release. */
export async function ordersUnderWay(reader: Reader) {
  return reader
    .selectFrom('sales_order as o')
    .innerJoin('shop as s', 's.id', 'o.shop_id')
    .select([...ORDER, sql<number>`o.gross_sales - o.seller_cuts`.as('amount')])
    .where('o.tab', 'in', ['in_transit', 'delivered'])
    .where('o.channel', '<>', 'own')
    .where('o.left_at', 'is not', null)
    .where('o.completed_at', 'is', null)
    .where('o.cancelled_at', 'is', null)
    .where('o.withdrawn_at', 'is', null)
    .where('o.is_history', '=', 0)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('settlement as r')
            .select('r.seq')
            .whereRef('r.shop_id', '=', 'o.shop_id')
            .whereRef('r.order_number', '=', 'o.number')
            .where('r.withdrawn_at', 'is', null),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('wallet_line as l')
            .select('l.id')
            .whereRef('l.shop_id', '=', 'o.shop_id')
            .whereRef('l.order_number', '=', 'o.number')
            .where('l.order_number', '<>', ''),
        ),
      ),
    )
    .execute()
}

const RECENT = 400

/** When orders were completed and left, and released, of the newest releases of each channel. */
export async function recentReleases(
  reader: Reader,
  channel: Channel,
): Promise<{ day: BusinessDay; completedAt: Instant | null; leftAt: Instant | null }[]> {
  const told = await reader
    .selectFrom('settlement as r')
    .innerJoin('sales_order as o', (join) =>
      join.onRef('o.shop_id', '=', 'r.shop_id').onRef('o.number', '=', 'r.order_number'),
    )
    .select(['r.released_on as day', 'o.stated_completed_at as completedAt', 'o.left_at as leftAt'])
    .where('o.channel', '=', channel)
    .where('r.kind', '=', 'order')
    .where('r.withdrawn_at', 'is', null)
    .orderBy('r.released_on', 'desc')
    .limit(RECENT)
    .execute()
  if (told.length > 0) return told
  return reader
    .selectFrom('wallet_line as l')
    .innerJoin('sales_order as o', (join) =>
      join.onRef('o.shop_id', '=', 'l.shop_id').onRef('o.number', '=', 'l.order_number'),
    )
    .select(['l.day', 'o.stated_completed_at as completedAt', 'o.left_at as leftAt'])
    .where('o.channel', '=', channel)
    .where('l.meaning', '=', 'income')
    .orderBy('l.day', 'desc')
    .limit(RECENT)
    .execute()
}

/** Every withdrawal that is done and was not said to be in Catat Kas, oldest first. */
export async function withdrawals(reader: Reader) {
  return reader
    .selectFrom('wallet_line as l')
    .innerJoin('shop as s', 's.id', 'l.shop_id')
    .leftJoin('wallet_answer as a', 'a.line_id', 'l.id')
    .select(['l.id', 'l.day', 'l.at', 'l.amount', 's.channel'])
    .where('l.meaning', '=', 'withdrawal')
    .where('l.status', '=', 'done')
    .where(({ or, and, eb }) =>
      or([
        and([eb('a.line_id', 'is', null), eb('l.doubles', 'is', null)]),
        eb(sql<string>`a.answer ->> '$.what'`, '=', 'separate'),
      ]),
    )
    .orderBy('l.at')
    .execute()
}

/** Money in transit that arrived: by a bank line or by hand, in any case not by a balance. */
export async function arrivalsOn(
  reader: Reader,
  inTransit: AccountCode,
): Promise<{ day: BusinessDay; amount: number }[]> {
  const rows = await reader
    .selectFrom('posting as p')
    .innerJoin('entry as e', 'e.id', 'p.entry_id')
    .select(({ fn }) => [
      'e.document_kind',
      'e.document_id',
      fn.min<BusinessDay>('p.day').as('day'),
      fn.sum<number>('p.amount').as('amount'),
    ])
    .where('p.account', '=', inTransit)
    .where('e.document_kind', '<>', 'wallet-line')
    .groupBy(['e.document_kind', 'e.document_id'])
    .having(({ fn }) => fn.sum<number>('p.amount'), '<', 0)
    .execute()
  return rows.map(({ day, amount }) => ({ day, amount: -amount }))
}

/** What somebody noted in Catat Kas as moved from a channel's balance to where it is spent, since a day. */
export async function movedByHand(
  reader: Reader,
  balances: readonly AccountCode[],
  inTransit: AccountCode,
  since: BusinessDay,
): Promise<{ balance: AccountCode; amount: number; what: 'transfer' | 'take home' }[]> {
  const from = sql<AccountCode>`record ->> '$.event.wallet'`
  return reader
    .selectFrom('cash_record')
    .select([from.as('balance'), 'amount', sql<'transfer' | 'take home'>`what`.as('what')])
    .where('what', 'in', ['transfer', 'take home'])
    .where('day', '>=', since)
    .where('cancelled_at', 'is', null)
    .where(from, 'in', valuesIn(balances))
    .where(sql`record ->> '$.event.toWallet'`, 'is not', inTransit)
    .execute()
}

export interface LinesFilter {
  view: 'all' | 'withdrawals' | 'asked' | 'waiting'
  channel?: Channel | undefined
  query: string
  /** When the books began. */
  startDay: BusinessDay
  after?: { day: BusinessDay; at: Instant; id: string } | undefined
  limit: number
}

/** Payments of which nobody knows what for, and what Catat Kas may hold already; not of the time before the books. */
const isAsked = (startDay: BusinessDay) =>
  sql<boolean>`(l.status = 'done' and l.day >= ${startDay} and a.line_id is null
    and (l.meaning = 'payment' or l.doubles is not null))`

/** Releases of orders that are not here. */
const isWaiting = (startDay: BusinessDay) =>
  sql<boolean>`(l.status = 'done' and l.day >= ${startDay} and l.wallet = 'balance'
    and l.meaning in ('income', 'adjustment') and l.order_number <> '' and o.id is null)`

const linesOf = (reader: Reader) =>
  reader
    .selectFrom('wallet_line as l')
    .innerJoin('shop as s', 's.id', 'l.shop_id')
    .leftJoin('wallet_answer as a', 'a.line_id', 'l.id')
    .leftJoin('sales_order as o', (join) =>
      join
        .onRef('o.shop_id', '=', 'l.shop_id')
        .onRef('o.number', '=', 'l.order_number')
        .on('l.order_number', '<>', '')
        .on('o.withdrawn_at', 'is', null),
    )
    .leftJoin('cash_record as c', (join) =>
      join.on('c.id', '=', sql<string>`coalesce(a.answer ->> '$.record', l.doubles)`),
    )

export async function linesPage(reader: Reader, { view, channel, query, after, limit, startDay }: LinesFilter) {
  let rows = linesOf(reader).select([
    'l.id',
    's.name as shopName',
    's.channel',
    'l.wallet',
    'l.at',
    'l.day',
    'l.type',
    'l.description',
    'l.order_number as orderNumber',
    'o.id as orderId',
    'l.amount',
    'l.balance',
    'l.meaning',
    'l.status',
    'l.doubles',
    'a.answer',
    'c.id as recordId',
    'c.day as recordDay',
    'c.note as recordNote',
  ])
  if (view === 'withdrawals') rows = rows.where('l.meaning', '=', 'withdrawal')
  if (view === 'asked') rows = rows.where(isAsked(startDay))
  if (view === 'waiting') rows = rows.where(isWaiting(startDay))
  if (channel) rows = rows.where('s.channel', '=', channel)
  if (query !== '')
    rows = rows.where(({ or, eb }) =>
      or([
        sql<boolean>`says(l.description, ${query})`,
        sql<boolean>`says(l.type, ${query})`,
        eb('l.order_number', '=', query.trim()),
        eb(sql<string>`cast(abs(l.amount) as text)`, '=', query.replace(/[^0-9]/g, '') || '-'),
      ]),
    )
  if (after)
    rows = rows.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('l.day', 'l.at', 'l.id'), '<', tuple(after.day, after.at, after.id)),
    )
  const found = await rows
    .orderBy('l.day', 'desc')
    .orderBy('l.at', 'desc')
    .orderBy('l.id', 'desc')
    .limit(limit)
    .execute()
  return found.map(({ answer, ...row }) => ({
    ...row,
    channel: row.channel as Channel,
    answer: answer === null ? null : (JSON.parse(answer) as LineAnswer),
  }))
}
export type LineFound = Awaited<ReturnType<typeof linesPage>>[number]

export async function lineFound(reader: Reader, id: string, startDay: BusinessDay): Promise<LineFound | undefined> {
  const line = await reader.selectFrom('wallet_line').select(['day', 'at']).where('id', '=', id).executeTakeFirst()
  if (!line) return undefined
  const around = await linesPage(reader, {
    view: 'all',
    query: '',
    startDay,
    after: { day: line.day, at: line.at, id: `${id}~` },
    limit: 1,
  })
  return around.find((row) => row.id === id)
}

/** How many lines wait for an answer or for their order, by channel. */
export async function openLines(reader: Reader, startDay: BusinessDay) {
  const rows = await linesOf(reader)
    .select([
      's.channel',
      sql<number>`sum(${isAsked(startDay)})`.as('askedCount'),
      sql<number>`sum(iif(${isAsked(startDay)}, l.amount, 0))`.as('askedAmount'),
      sql<number>`sum(${isWaiting(startDay)})`.as('waitingCount'),
      sql<number>`sum(iif(${isWaiting(startDay)}, l.amount, 0))`.as('waitingAmount'),
      sql<string>`max(l.day)`.as('through'),
    ])
    .groupBy('s.channel')
    .execute()
  return new Map(rows.map((row) => [row.channel as Channel, row]))
}

/** Channels with a shop. */
export async function channelsWithShops(reader: Reader): Promise<Channel[]> {
  const rows = await reader
    .selectFrom('shop')
    .select('channel')
    .distinct()
    .where('channel', '<>', 'own')
    .where('archived_at', 'is', null)
    .execute()
  return rows.map(({ channel }) => channel as Channel)
}
