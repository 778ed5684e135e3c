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
      (select max(day) from stock_movement m where m.variant_id = s.variant_id and m.kind = 'issue'
        and m.document_kind = 'order' and m.day <= ${through}) as lastSold,
      (select min(day) from stock_movement m where m.variant_id = s.variant_id) as firstCame
    from stock_level s
    where s.on_hand > 0 and not exists (select 1 from stock_movement m where m.variant_id = s.variant_id
      and m.kind = 'issue' and m.document_kind = 'order' and m.day between ${from} and ${to})
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
