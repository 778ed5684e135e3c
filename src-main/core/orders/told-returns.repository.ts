import { z } from 'zod'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { waybillCode } from '../../../src-shared/orders/waybill.ts'
import { ReturnStatement } from '../../../src-shared/returns/return-file.ts'
import { insertMany, type Reader, type Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import type { OrderReturns } from './order-document.ts'

/** Returns and refunds as the channel's own lists tell of them, each list a statement of its own. */

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
    returns.map(({ number, orderNumber, waybill, bringsGoods, pieces, askedAt, ...told }) => ({
      run_seq: runSeq,
      number,
      shop_id: shopId,
      order_number: orderNumber,
      told_at: toldAt,
      waybill,
      waybill_code: waybillCode(waybill),
      brings_goods: bringsGoods ? (1 as const) : (0 as const),
      pieces,
      asked_at: askedAt,
      told: JSON.stringify(told),
    })),
  )
}

/** What stands of the returns of these orders: of each the latest list. */
export async function toldReturnsOf(
  reader: Reader,
  orders: readonly { shopId: string; number: string }[],
): Promise<ToldReturn[]> {
  if (orders.length === 0) return []
  const rows = await reader
    .selectFrom('told_return')
    .selectAll()
    .where('shop_id', 'in', valuesIn(new Set(orders.map(({ shopId }) => shopId))))
    .where('order_number', 'in', valuesIn(orders.map(({ number }) => number)))
    .orderBy('told_at', 'desc')
    .orderBy('run_seq', 'desc')
    .execute()
  const latest = new Map<string, ToldReturn>()
  for (const row of rows) {
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
  const row = await reader
    .selectFrom('told_return as t')
    .innerJoin('sales_order as o', (join) =>
      join.onRef('o.shop_id', '=', 't.shop_id').onRef('o.number', '=', 't.order_number'),
    )
    .select('o.id')
    .where('t.waybill_code', '<>', '')
    .where('t.waybill_code', '=', code)
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
