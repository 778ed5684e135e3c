import { z } from 'zod'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { waybillCode } from '../../../src-shared/orders/waybill.ts'
import { ReturnStatement } from '../../../src-shared/returns/return-file.ts'
import { insertMany, type Reader, type Tx } from '../database/open.ts'
import { sealedFor } from '../database/sealed-for.ts'
import { openedRow } from '../database/sealing.ts'
import { valuesIn } from '../database/values-in.ts'
import type { OrderReturns } from './order-document.ts'

/**
 * Returns and refunds as the channel tells of them: in its lists, each list a statement of its own, and by itself where the shop is
 * connected, of each return the latest.
 */

const Told = ReturnStatement.pick({
  status: true,
  solution: true,
  reason: true,
  goodsStatus: true,
  refund: true,
  compensation: true,
  appealUntil: true,
})

export interface ToldReturn extends ReturnStatement {
  shopId: string
}

interface List {
  runSeq: number
  shopId: string
  toldAt: Instant
}

export async function storeToldReturns(
  tx: Tx,
  { runSeq, shopId, toldAt }: List,
  returns: readonly ReturnStatement[],
): Promise<void> {
  await insertMany(
    tx,
    'told_return',
    returns.map((told) =>
      sealedFor(tx, 'told_return', { run_seq: runSeq, shop_id: shopId, told_at: toldAt, ...columnsOf(told) }),
    ),
  )
}

const columnsOf = ({ number, orderNumber, waybill, bringsGoods, pieces, askedAt, ...told }: ReturnStatement) => ({
  number,
  order_number: orderNumber,
  waybill,
  waybill_code: waybillCode(waybill),
  brings_goods: bringsGoods ? (1 as const) : (0 as const),
  pieces,
  asked_at: askedAt,
  told: JSON.stringify(told),
})

/** What a connected channel says of a return at a moment; what it said before changes nothing, however late it comes. */
export async function storeChannelReturns(
  tx: Tx,
  shopId: string,
  told: readonly { statement: ReturnStatement; saidAt: Instant }[],
): Promise<void> {
  for (const { statement, saidAt } of told) {
    const columns = sealedFor(tx, 'channel_return', { shop_id: shopId, told_at: saidAt, ...columnsOf(statement) })
    await tx
      .insertInto('channel_return')
      .values(columns)
      .onConflict((conflict) =>
        conflict.columns(['shop_id', 'number']).doUpdateSet(columns).where('channel_return.told_at', '<=', saidAt),
      )
      .execute()
  }
}

/** What stands of the returns of these orders: of each the latest word. */
export async function toldReturnsOf(
  reader: Reader,
  orders: readonly { shopId: string; number: string }[],
): Promise<ToldReturn[]> {
  if (orders.length === 0) return []
  const shops = [...new Set(orders.map(({ shopId }) => shopId))]
  const numbers = orders.map(({ number }) => number)
  const listed = await reader
    .selectFrom('told_return')
    .selectAll()
    .where('shop_id', 'in', valuesIn(shops))
    .where('order_number', 'in', valuesIn(numbers))
    .orderBy('told_at', 'desc')
    .orderBy('run_seq', 'desc')
    .execute()
  const said = await reader
    .selectFrom('channel_return')
    .selectAll()
    .where('shop_id', 'in', valuesIn(shops))
    .where('order_number', 'in', valuesIn(numbers))
    .execute()
  const latest = new Map<string, ToldReturn>()
  // of the same moment the channel's own word counts
  const opened = [
    ...said.map((row) => openedRow('channel_return', row)),
    ...listed.map((row) => openedRow('told_return', row)),
  ]
  for (const row of opened.toSorted((a, b) => b.told_at - a.told_at)) {
    // by order too: what one order is told does not hang on which others are asked about beside it
    const key = `${row.shop_id}/${row.order_number}/${row.number}`
    if (latest.has(key)) continue
    latest.set(key, {
      shopId: row.shop_id,
      number: row.number,
      orderNumber: row.order_number,
      waybill: row.waybill,
      bringsGoods: row.brings_goods === 1,
      pieces: row.pieces,
      askedAt: row.asked_at,
      ...Told.parse(z.json().parse(JSON.parse(row.told))),
    })
  }
  return [...latest.values()]
}

/** Goods on their way to the shop, by order; null where the lists tell of none. */
export async function askedBackOf(
  reader: Reader,
  orders: readonly { shopId: string; number: string }[],
): Promise<{ of(shopId: string, number: string): OrderReturns['askedBack'] }> {
  const told = (await toldReturnsOf(reader, orders)).filter(({ bringsGoods }) => bringsGoods)
  const byOrder = Map.groupBy(told, ({ shopId, orderNumber }) => `${shopId}/${orderNumber}`)
  return {
    of(shopId, number) {
      const found = byOrder.get(`${shopId}/${number}`)
      if (!found) return null
      const moments = found.flatMap(({ askedAt }) => askedAt ?? [])
      return {
        at: moments.length > 0 ? Math.min(...moments) : 0,
        pieces: found.reduce((total, { pieces }) => total + pieces, 0),
      }
    },
  }
}

/** The order that a parcel on its way back belongs to, as far as it is here. */
export async function orderIdByToldWaybill(reader: Reader, code: string): Promise<string | null> {
  if (code === '') return null
  // `<> ''` is what the indexes are made for
  const told = reader
    .selectFrom('told_return')
    .select(['shop_id', 'order_number', 'told_at'])
    .where('waybill_code', '<>', '')
    .where('waybill_code', '=', code)
    .unionAll(
      reader
        .selectFrom('channel_return')
        .select(['shop_id', 'order_number', 'told_at'])
        .where('waybill_code', '<>', '')
        .where('waybill_code', '=', code),
    )
  const row = await reader
    .selectFrom(told.as('t'))
    .innerJoin('sales_order as o', (join) =>
      join.onRef('o.shop_id', '=', 't.shop_id').onRef('o.number', '=', 't.order_number'),
    )
    .select('o.id')
    .where('o.withdrawn_at', 'is', null)
    .orderBy('t.told_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

export async function countToldReturns(reader: Reader, runSeq: number): Promise<number> {
  const { told } = await reader
    .selectFrom('told_return')
    .select(({ fn }) => fn.countAll<number>().as('told'))
    .where('run_seq', '=', runSeq)
    .executeTakeFirstOrThrow()
  return told
}

/** Takes some of what a list told of away, and says of which orders. */
export async function forgetToldReturns(tx: Tx, runSeq: number, limit: number) {
  const rows = await tx
    .selectFrom('told_return')
    .select(['number', 'shop_id as shopId', 'order_number as orderNumber'])
    .where('run_seq', '=', runSeq)
    .orderBy('number')
    .limit(limit)
    .execute()
  await tx
    .deleteFrom('told_return')
    .where('run_seq', '=', runSeq)
    .where('number', 'in', valuesIn(rows.map(({ number }) => number)))
    .execute()
  return rows
}

/** Numbers of the other lists that stand and told of returns this one told of too. */
export async function runsToldOfReturns(reader: Reader, runSeq: number): Promise<number[]> {
  const rows = await reader
    .selectFrom('told_return as t')
    .innerJoin('told_return as mine', (join) =>
      join
        .onRef('mine.shop_id', '=', 't.shop_id')
        .onRef('mine.number', '=', 't.number')
        .on('mine.run_seq', '=', runSeq),
    )
    .select('t.run_seq as run')
    .distinct()
    .where('t.run_seq', '<>', runSeq)
    .execute()
  return rows.map(({ run }) => run)
}
