import { sql } from 'kysely'
import { divRound } from '../../../src-shared/kernel/allocate.ts'
import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import {
  daysLeft,
  type Restock,
  type RestockPlan,
  type RestockRow,
  restockNeed,
} from '../../../src-shared/purchasing/restock.ts'
import { TO_SPARE } from '../catalog/available.ts'
import { variantLabels } from '../catalog/catalog.repository.ts'
import type { Reader } from '../database/open.ts'
import { soldSince } from '../inventory/opening-stock.repository.ts'

interface Stocked {
  variantId: string
  unit: string
  reorderPoint: number
  toSpare: number
  costed: number
  value: Rupiah
  sold: number
}

interface LastBought {
  variantId: string
  supplierId: string
  name: string
  phone: string
  day: BusinessDay
  price: Rupiah
}

/** What to buy now, by the supplier each SKU was last bought from; the shortest lasting first. */
export async function restock(reader: Reader, since: BusinessDay, plan: RestockPlan): Promise<Restock> {
  const { rows: stocked } = await sql<Stocked>`
    with sold as materialized (${soldSince(since)})
    select v.id as variantId, v.unit, v.reorder_point as reorderPoint, ${TO_SPARE} as toSpare,
      coalesce(costed, 0) as costed, coalesce(value, 0) as value, coalesce(sold.pieces, 0) as sold
    from variant v
    left join stock_level s on s.variant_id = v.id
    left join sold on sold.variant_id = v.id
    where v.is_bundle = 0 and v.archived_at is null
      and (sold.pieces > 0 or v.reorder_point > 0 or ${TO_SPARE} < 0)`.execute(reader)
  const due = stocked.flatMap((row) => {
    const need = restockNeed(row, plan)
    return need > 0 ? [{ ...row, need }] : []
  })
  const bought = await lastBought(reader)
  const labels = await variantLabels(
    reader,
    due.map(({ variantId }) => variantId),
  )
  const rows = due.map(({ variantId, unit, toSpare, costed, value, sold, need, reorderPoint }) => {
    const last = bought.get(variantId)
    const { sku, label, goodsName } = labels.get(variantId)!
    const row: RestockRow = {
      variantId,
      sku,
      label,
      goodsName,
      unit,
      toSpare,
      sold,
      daysLeft: daysLeft({ toSpare, sold, reorderPoint }, plan),
      need,
      price: last?.price ?? (costed > 0 ? divRound(value, 1, costed) : null),
    }
    return { row, last }
  })
  const suppliers = [...Map.groupBy(rows, ({ last }) => last?.supplierId ?? '').values()]
    .map((group) => {
      const of = group[0]!.last
      const newest = group.reduce((day, { last }) => (last && last.day > day ? last.day : day), '')
      const sorted = group
        .map(({ row }) => row)
        .toSorted((a, b) => (a.daysLeft ?? 9_999) - (b.daysLeft ?? 9_999) || a.label.localeCompare(b.label, 'id'))
      return {
        supplier: of ? { id: of.supplierId, name: of.name, phone: of.phone, lastBought: newest } : null,
        rows: sorted,
        total: sorted.reduce((sum, { need, price }) => sum + need * (price ?? 0), 0),
      }
    })
    .toSorted((a, b) => Number(a.supplier === null) - Number(b.supplier === null) || b.total - a.total)
  return {
    suppliers,
    total: suppliers.reduce((sum, { total }) => sum + total, 0),
    unpriced: rows.filter(({ row }) => row.price === null).length,
  }
}

/** Of each SKU the newest purchase that stands. */
async function lastBought(reader: Reader): Promise<Map<string, LastBought>> {
  const { rows } = await sql<LastBought>`
    select variantId, supplierId, name, phone, day, price from (
      select l.variant_id as variantId, p.supplier_id as supplierId, s.name, s.phone, p.day, l.price,
        row_number() over (partition by l.variant_id order by p.day desc, p.recorded_at desc, l.position desc) as place
      from purchase p join purchase_line l on l.purchase_id = p.id join supplier s on s.id = p.supplier_id
      where p.cancelled_at is null)
    where place = 1`.execute(reader)
  return new Map(rows.map((row) => [row.variantId, row]))
}
