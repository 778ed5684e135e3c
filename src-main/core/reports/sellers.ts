import { sql } from 'kysely'
import {
  type BusinessDay,
  daysBetween,
  firstOfMonth,
  lastOfMonth,
  type Month,
} from '../../../src-shared/kernel/business-day.ts'
import type { Sellers } from '../../../src-shared/reports/sellers.ts'
import { variantLabels } from '../catalog/catalog.repository.ts'
import type { Reader } from '../database/open.ts'

const LISTED = 30

/**
 * What a document brought of a SKU on one day, all told: what was taken back again, or moved to another day, is nothing. Where the month
 * was closed meanwhile, it stands in it as its books do.
 */
const cameIn = sql<number>`(select sum(d.pieces) from stock_movement d where d.document_kind = m.document_kind
  and d.document_id = m.document_id and d.variant_id = m.variant_id and d.kind = m.kind and d.day = m.day)`

/** In the same way, goods that left with an order and did not all come back by a day. */
const wasSold = (through: BusinessDay) => sql<boolean>`m.kind = 'issue' and m.document_kind = 'order' and m.pieces < 0
  and (select sum(d.pieces) from stock_movement d where d.document_kind = 'order' and d.document_id = m.document_id
    and d.variant_id = m.variant_id and (d.kind = 'issue' and d.day = m.day or d.kind = 'return' and d.day <= ${through})) < 0`

/** Goods of a month by pieces sold, and those that lay on the shelf without a sale, by what they cost. */
export async function sellersOf(reader: Reader, month: Month, today: BusinessDay): Promise<Sellers> {
  const [from, to] = [firstOfMonth(month), lastOfMonth(month)]
  const through = to < today ? to : today
  const { rows: best } = await sql<{ variantId: string; pieces: number; cost: number; onHand: number }>`
    select m.variant_id as variantId, -sum(m.pieces) as pieces, -sum(m.cost) as cost, s.on_hand as onHand
    from stock_movement m join stock_level s on s.variant_id = m.variant_id
    where m.day between ${from} and ${to} and m.document_kind = 'order' and m.kind in ('issue', 'return', 'cost')
    group by m.variant_id having sum(m.pieces) < 0
    order by pieces desc, cost desc, m.variant_id limit ${LISTED}`.execute(reader)
  const { rows: lying } = await sql<{
    variantId: string
    onHand: number
    value: number
    lastSold: string | null
    firstCame: string
  }>`
    select s.variant_id as variantId, s.on_hand as onHand, s.value,
      (select m.day from stock_movement m where m.variant_id = s.variant_id and m.day <= ${through}
          and ${wasSold(through)}
        order by m.day desc limit 1) as lastSold,
      (select m.day from stock_movement m where m.variant_id = s.variant_id and m.pieces > 0 and ${cameIn} > 0
        order by m.day limit 1) as firstCame
    from stock_level s
    where s.on_hand > 0 and not exists (select 1 from stock_movement m
      where m.variant_id = s.variant_id and m.day between ${from} and ${to} and ${wasSold(through)})
    order by s.value desc, s.on_hand desc, s.variant_id`.execute(reader)
  const slow = lying.filter(({ firstCame }) => firstCame <= through)
  const shown = slow.slice(0, LISTED)
  const labels = await variantLabels(
    reader,
    [...best, ...shown].map(({ variantId }) => variantId),
  )
  const named = (variantId: string) => {
    const { sku, goodsName } = labels.get(variantId)!
    return { variantId, sku, goodsName }
  }
  return {
    month,
    best: best.map(({ variantId, ...row }) => ({ ...named(variantId), ...row })),
    slow: shown.map(({ variantId, onHand, value, lastSold, firstCame }) => ({
      ...named(variantId),
      onHand,
      value,
      lastSold,
      daysWithoutSale: daysBetween(lastSold ?? firstCame, through),
    })),
    slowValue: slow.reduce((sum, { value }) => sum + value, 0),
    slowSkus: slow.length,
  }
}
