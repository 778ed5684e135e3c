import { sql } from 'kysely'
import { addDays, type BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'
import type { BalanceCheck } from '../../../src-shared/payouts/payouts.ts'
import type { Reader } from '../database/open.ts'
import { documentLabels, labelKey } from '../ledger/document-labels.ts'
import { type CheckedLine, checked } from './checks.ts'
import { accountOfWallet } from './settle-lines.ts'

const SHOWN = 60

/** The newest reports of balances, each held against the books at its end. */
export async function balanceChecks(reader: Reader): Promise<BalanceCheck[]> {
  const statements = await reader
    .selectFrom('wallet_statement as w')
    .innerJoin('shop as s', 's.id', 'w.shop_id')
    .select([
      'w.run_seq',
      'w.shop_id',
      's.name as shopName',
      's.channel',
      'w.file_name',
      'w.from_day',
      'w.to_day',
      'w.opening',
      'w.closing',
    ])
    .where('w.wallet', '=', 'balance')
    .where('w.closing', 'is not', null)
    .where('w.opening', 'is not', null)
    .orderBy('w.to_day', 'desc')
    .orderBy('w.run_seq', 'desc')
    .limit(SHOWN)
    .execute()
  const checks: BalanceCheck[] = []
  for (const each of statements) {
    const channel = each.channel as Channel
    const account = accountOfWallet(channel, 'balance')
    const sole = await isFirstShop(reader, each.shop_id, channel)
    const [from, to] = [each.from_day, each.to_day]
    const before = await movesOn(reader, account, each.shop_id, sole, '0000-00-00', addDays(from, -1))
    const moves = await movesOn(reader, account, each.shop_id, sole, from, to)
    const labels = await documentLabels(reader, moves)
    checks.push(
      checked({
        runSeq: each.run_seq,
        shopName: each.shopName,
        channel,
        fileName: each.file_name,
        from,
        to,
        opening: each.opening!,
        closing: each.closing!,
        lines: await linesOfPeriod(reader, each.shop_id, from, to),
        booksBefore: before.reduce((sum, { amount }) => sum + amount, 0),
        moves: moves.map((move) => ({
          document: labelKey(move),
          day: move.day,
          amount: move.amount,
          label: labels.get(labelKey(move)) ?? '',
        })),
      }),
    )
  }
  return checks
}

/** What nobody wrote down for one shop (Saldo Awal, Catat Kas) counts for the channel's first shop. */
async function isFirstShop(reader: Reader, shopId: string, channel: Channel): Promise<boolean> {
  const first = await reader
    .selectFrom('shop')
    .select('id')
    .where('channel', '=', channel)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return first?.id === shopId
}

/** What documents of a shop moved on an account in a period, each with its first day in it. */
async function movesOn(
  reader: Reader,
  account: AccountCode,
  shopId: string,
  withNobodys: boolean,
  from: BusinessDay,
  to: BusinessDay,
): Promise<{ kind: string; id: string; day: BusinessDay; amount: number }[]> {
  return reader
    .selectFrom('posting as p')
    .innerJoin('entry as e', 'e.id', 'p.entry_id')
    .leftJoin('sales_order as o', (join) =>
      join.onRef('o.id', '=', 'e.document_id').on('e.document_kind', '=', 'order'),
    )
    .leftJoin('wallet_line as l', (join) =>
      join.onRef('l.id', '=', 'e.document_id').on('e.document_kind', '=', 'wallet-line'),
    )
    .leftJoin('settlement as r', (join) =>
      join.onRef('r.id', '=', 'e.document_id').on('e.document_kind', '=', 'settlement'),
    )
    .select(({ fn }) => [
      'e.document_kind as kind',
      'e.document_id as id',
      fn.min<BusinessDay>('p.day').as('day'),
      fn.sum<number>('p.amount').as('amount'),
    ])
    .where('p.account', '=', account)
    .where('p.day', '>=', from)
    .where('p.day', '<=', to)
    .where(({ or, eb }) =>
      or([
        eb(sql<string>`coalesce(o.shop_id, l.shop_id, r.shop_id)`, '=', shopId),
        ...(withNobodys ? [eb(sql<string>`coalesce(o.shop_id, l.shop_id, r.shop_id)`, 'is', null)] : []),
      ]),
    )
    .groupBy(['e.document_kind', 'e.document_id'])
    .having(({ fn }) => fn.sum<number>('p.amount'), '<>', 0)
    .execute()
}

async function linesOfPeriod(
  reader: Reader,
  shopId: string,
  from: BusinessDay,
  to: BusinessDay,
): Promise<CheckedLine[]> {
  const rows = await reader
    .selectFrom('wallet_line as l')
    .leftJoin('wallet_answer as a', 'a.line_id', 'l.id')
    .leftJoin('sales_order as o', (join) =>
      join
        .onRef('o.shop_id', '=', 'l.shop_id')
        .onRef('o.number', '=', 'l.order_number')
        .on('l.order_number', '<>', '')
        .on('o.withdrawn_at', 'is', null),
    )
    .select([
      'l.id',
      'l.day',
      'l.amount',
      'l.balance',
      'l.order_number as orderNumber',
      'o.id as orderId',
      sql<number>`a.line_id is null and (l.meaning = 'payment' or l.doubles is not null)`.as('isAsked'),
      sql<string | null>`a.answer ->> '$.record'`.as('sameAs'),
      sql<string>`iif(l.description = '', l.type, l.description)`.as('words'),
    ])
    .where('l.shop_id', '=', shopId)
    .where('l.wallet', '=', 'balance')
    .where('l.status', '=', 'done')
    .where('l.day', '>=', from)
    .where('l.day', '<=', to)
    .orderBy('l.at')
    .orderBy('l.place')
    .execute()
  return rows.map(({ isAsked, ...row }) => ({ ...row, isAsked: Boolean(isAsked) }))
}
