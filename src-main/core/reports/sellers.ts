import { sql } from 'kysely'
import { partOf } from '../../../src-shared/kernel/allocate.ts'
import {
  addDays,
  type BusinessDay,
  daysBetween,
  firstOfMonth,
  lastOfMonth,
  type Month,
  startOfDay,
  type Zone,
} from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { Sellers } from '../../../src-shared/reports/sellers.ts'
import { variantLabels } from '../catalog/catalog.repository.ts'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'

const LISTED = 30

/**
 * What a document brought of a SKU on one day, all told: what was taken back again, or moved to another day, is nothing. Where the month
 * was closed meanwhile, it stands in it as its books do.
 */
const cameIn = sql<number>`(select sum(d.pieces) from stock_movement d where d.document_kind = m.document_kind
  and d.document_id = m.document_id and d.variant_id = m.variant_id and d.kind = m.kind and d.day = m.day)`

/** In the same way, goods that left with an order and did not all come back by a day, fit to sell or not. */
const wasSold = (
  through: BusinessDay,
  zone: Zone,
) => sql<boolean>`m.kind = 'issue' and m.document_kind = 'order' and m.pieces < 0
  and (select sum(d.pieces) from stock_movement d where d.document_kind = 'order' and d.document_id = m.document_id
    and d.variant_id = m.variant_id and (d.kind = 'issue' and d.day = m.day or d.kind = 'return' and d.day <= ${through}))
  + (select coalesce(sum(i.pieces), 0) from return_inspection i where i.order_id = m.document_id
    and i.variant_id = m.variant_id and ${isSpoilt} and i.at < ${endOf(through, zone)}) < 0`

/** Came back and moved no shelf: damaged or lost. */
const isSpoilt = sql<boolean>`i.undone_at is null and i.condition <> 'sellable'`
const endOf = (day: BusinessDay, zone: Zone) => startOfDay(addDays(day, 1), zone)

interface SoldOfMonth {
  variantId: string
  pieces: number
  cost: Rupiah
}

/** What left in a month with orders, less what came back in it, at the cost that either has in the books. */
async function soldIn(reader: Reader, from: BusinessDay, to: BusinessDay, zone: Zone): Promise<SoldOfMonth[]> {
  const { rows: moved } = await sql<SoldOfMonth>`
    select m.variant_id as variantId, -sum(m.pieces) as pieces, -sum(m.cost) as cost
    from stock_movement m
    where m.day between ${from} and ${to} and m.document_kind = 'order' and m.kind in ('issue', 'return', 'cost')
    group by m.variant_id`.execute(reader)
  const { rows: spoilt } = await sql<{
    variantId: string
    pieces: number
    through: number
    issued: number
    cost: Rupiah
  }>`
    select s.variant_id as variantId, s.pieces, s.through, -sum(m.pieces) as issued, -sum(m.cost) as cost
    from (
      select i.id, i.order_id, i.variant_id, i.pieces, i.at, ${isSpoilt} as isSpoilt,
        sum(iif(i.undone_at is null, i.pieces, 0)) over (partition by i.order_id, i.variant_id order by i.seq) as through
      from return_inspection i
    ) s
    join stock_movement m on m.document_kind = 'order' and m.document_id = s.order_id and m.variant_id = s.variant_id
      and m.effect like 'issue/%'
    where s.isSpoilt and s.at >= ${startOfDay(from, zone)} and s.at < ${endOf(to, zone)}
    group by s.id, s.variant_id having sum(m.pieces) < 0`.execute(reader)
  const sold = new Map(moved.map((row) => [row.variantId, row]))
  for (const { variantId, pieces, through, issued, cost } of spoilt) {
    const known = sold.get(variantId) ?? { variantId, pieces: 0, cost: 0 }
    const part = partOf(cost, { pieces, of: issued, after: through - pieces })
    sold.set(variantId, { variantId, pieces: known.pieces - pieces, cost: known.cost - part })
  }
  return [...sold.values()]
    .filter(({ pieces }) => pieces > 0)
    .sort((a, b) => b.pieces - a.pieces || b.cost - a.cost || (a.variantId < b.variantId ? -1 : 1))
}

const levelsOf = async (reader: Reader, variantIds: readonly string[]) =>
  new Map(
    (
      await reader
        .selectFrom('stock_level')
        .select(['variant_id', 'on_hand'])
        .where('variant_id', 'in', valuesIn(variantIds))
        .execute()
    ).map(({ variant_id, on_hand }) => [variant_id, on_hand]),
  )

/** Goods of a month by pieces sold, and those that lay on the shelf without a sale, by what they cost. */
export async function sellersOf(
  reader: Reader,
  month: Month,
  { today, zone }: { today: BusinessDay; zone: Zone },
): Promise<Sellers> {
  const [from, to] = [firstOfMonth(month), lastOfMonth(month)]
  const through = to < today ? to : today
  const best = (await soldIn(reader, from, to, zone)).slice(0, LISTED)
  const onHand = await levelsOf(
    reader,
    best.map(({ variantId }) => variantId),
  )
  const isSold = wasSold(through, zone)
  const { rows: lying } = await sql<{
    variantId: string
    onHand: number
    value: number
    lastSold: string | null
    firstCame: string
  }>`
    select s.variant_id as variantId, s.on_hand as onHand, s.value,
      (select m.day from stock_movement m where m.variant_id = s.variant_id and m.day <= ${through} and ${isSold}
        order by m.day desc limit 1) as lastSold,
      (select m.day from stock_movement m where m.variant_id = s.variant_id and m.pieces > 0 and ${cameIn} > 0
        order by m.day limit 1) as firstCame
    from stock_level s
    where s.on_hand > 0 and not exists (select 1 from stock_movement m
      where m.variant_id = s.variant_id and m.day between ${from} and ${to} and ${isSold})
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
    best: best.map(({ variantId, pieces, cost }) => ({
      ...named(variantId),
      pieces,
      cost,
      onHand: onHand.get(variantId)!,
    })),
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
