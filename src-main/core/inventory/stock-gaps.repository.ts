import { sql } from 'kysely'
import type { MissingCostRow, OversoldRow } from '../../../src-shared/inventory/inventory.ts'
import { isShort, SHORT } from '../catalog/available.ts'
import { variantLabels } from '../catalog/catalog.repository.ts'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import { ordersShortOfStock } from './orders-short-of-stock.ts'

/** SKUs promised beyond what is on hand, worst first, with the orders that wait for them by deadline. */
export async function oversold(reader: Reader): Promise<OversoldRow[]> {
  const levels = await reader
    .selectFrom('stock_level')
    .select(['variant_id', 'on_hand', 'reserved', SHORT.as('short')])
    .where(isShort)
    .orderBy('short', 'desc')
    .orderBy('variant_id')
    .execute()
  const ids = levels.map(({ variant_id }) => variant_id)
  const reserved = await reader
    .selectFrom('reservation as r')
    .innerJoin('sales_order as o', 'o.id', 'r.document_id')
    .select(({ fn }) => [
      'r.variant_id',
      'o.id',
      'o.number',
      'o.channel',
      'o.ship_by as shipBy',
      fn.sum<number>('r.pieces').as('pieces'),
    ])
    .where('r.document_kind', '=', 'order')
    .where('r.variant_id', 'in', valuesIn(ids))
    .groupBy(['r.variant_id', 'o.id'])
    .orderBy(sql`o.ship_by is null`)
    .orderBy('o.ship_by')
    .orderBy('o.seq')
    .execute()
  const orders = Map.groupBy(reserved, ({ variant_id }) => variant_id)
  const labels = await variantLabels(reader, ids)
  return levels.map(({ variant_id, on_hand, reserved, short }) => {
    const { sku, label, goodsName, shelf } = labels.get(variant_id)!
    return {
      variantId: variant_id,
      sku,
      label,
      goodsName,
      shelf,
      onHand: on_hand,
      reserved,
      short,
      orders: ordersShortOfStock(on_hand, orders.get(variant_id) ?? []).map(({ variant_id: _, ...order }) => order),
    }
  })
}

/** SKUs that left without cost, most pieces first: "HPP belum diisi". */
export async function missingCost(reader: Reader): Promise<MissingCostRow[]> {
  const rows = await reader
    .selectFrom('uncosted_issue as w')
    .leftJoin('stock_level as level', 'level.variant_id', 'w.variant_id')
    .leftJoin('opening_stock as opening', 'opening.variant_id', 'w.variant_id')
    .select(({ fn }) => [
      'w.variant_id',
      sql<'opening' | 'goods'>`iif(opening.unit_cost is not null or w.variant_id in (
        select line.variant_id from purchase_line as line join purchase on purchase.id = line.purchase_id
        where purchase.cancelled_at is null
      ), 'goods', 'opening')`.as('costComesWith'),
      fn.sum<number>('w.pieces').as('pieces'),
      sql<number>`count(distinct w.document_kind || '/' || w.document_id)`.as('documents'),
      fn.coalesce('level.on_hand', sql<number>`0`).as('onHand'),
    ])
    .groupBy('w.variant_id')
    .orderBy('pieces', 'desc')
    .orderBy('w.variant_id')
    .execute()
  const labels = await variantLabels(
    reader,
    rows.map(({ variant_id }) => variant_id),
  )
  return rows.map(({ variant_id, ...row }) => {
    const { sku, label, goodsName } = labels.get(variant_id)!
    return { variantId: variant_id, sku, label, goodsName, ...row }
  })
}
