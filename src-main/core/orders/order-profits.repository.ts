import { sql } from 'kysely'
import type { ListedOrder } from '../../../src-shared/orders/orders.ts'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import { returnedSales } from './profit-ladder.ts'

/** Not a sale yet, or none after all. */
const EARNS_NOTHING: ReadonlySet<string> = new Set(['unpaid', 'cancelled', 'unknown'])

type Profit = Pick<ListedOrder, 'profit' | 'costIncomplete'>

/**
 * What each of these orders leaves before Potongan Kanal, as its profit ladder says it: one query for a page of a list,
 * however long the books are. Goods that left carry their recorded cost, reserved ones today's average.
 */
export async function orderProfits(reader: Reader, orderIds: readonly string[]): Promise<Map<string, Profit>> {
  if (orderIds.length === 0) return new Map()
  const ids = valuesIn(orderIds)
  const rows = await reader
    .with('left_goods', (cte) =>
      cte
        .selectFrom('stock_movement')
        .select(({ fn }) => [
          'document_id',
          fn.sum<number>('cost').as('cost'),
          fn.sum<number>(sql`costed - pieces`).as('without'),
        ])
        .where('document_kind', '=', 'order')
        .where('document_id', 'in', ids)
        .groupBy('document_id'),
    )
    .with('kept_goods', (cte) =>
      cte
        .selectFrom('reservation')
        .innerJoin('stock_level', 'stock_level.variant_id', 'reservation.variant_id')
        .select(({ fn }) => [
          'document_id',
          fn.sum<number>(sql`case when costed > 0 then (value * pieces + costed / 2) / costed else 0 end`).as('cost'),
          fn.sum<number>(sql`case when costed > 0 then 0 else pieces end`).as('without'),
        ])
        .where('document_kind', '=', 'order')
        .where('document_id', 'in', ids)
        .groupBy('document_id'),
    )
    .with('returned_goods', (cte) =>
      cte
        .selectFrom('order_line')
        .select(({ fn }) => ['order_id', fn.sum<number>(sql`price * min(returned_pieces, pieces)`).as('value')])
        .where('order_id', 'in', ids)
        .groupBy('order_id'),
    )
    .selectFrom('sales_order as o')
    .leftJoin('left_goods as l', 'l.document_id', 'o.id')
    .leftJoin('kept_goods as k', 'k.document_id', 'o.id')
    .leftJoin('returned_goods as r', 'r.order_id', 'o.id')
    .select([
      'o.id',
      'o.state',
      'o.is_history',
      'o.unmapped_lines',
      'o.goods_value',
      sql<number>`o.gross_sales - o.seller_cuts`.as('net'),
      sql<number>`o.left_at is not null`.as('has_left'),
      'l.cost as issued_cost',
      'l.without as issued_without',
      'k.cost as kept_cost',
      'k.without as kept_without',
      'r.value as returned_value',
    ])
    .where('o.id', 'in', ids)
    .execute()
  return new Map(
    rows.map((row) => {
      const { net, goods_value: goodsValue, returned_value: returnedValue } = row
      if (EARNS_NOTHING.has(row.state)) return [row.id, { profit: null, costIncomplete: false }]
      const without = row.has_left ? row.issued_without : row.kept_without
      const costIncomplete = row.is_history === 1 || row.unmapped_lines > 0 || (without ?? 0) > 0
      const cost = row.has_left ? -(row.issued_cost ?? 0) : (row.kept_cost ?? 0)
      const netSales = net - returnedSales({ net, goodsValue, returnedValue: returnedValue ?? 0 })
      return [row.id, { profit: costIncomplete ? null : netSales - cost, costIncomplete }]
    }),
  )
}
