import { sql } from 'kysely'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { folded } from '../../../src-shared/kernel/folded.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import type { KnownBuyer, Order, SaleFact, SaleFactChanged } from '../../../src-shared/orders/orders.ts'
import { actorNow } from '../database/actor.ts'
import { insertMany, type Reader, type Tx } from '../database/open.ts'
import { sealedFor } from '../database/sealed-for.ts'
import { openedRow } from '../database/sealing.ts'
import { buyerHits } from './order-search.ts'
import { ownSaleNumber } from './own-sale.ts'

/** The shop that own sales belong to; made with the first of them. */
export async function ownShop(tx: Tx, now: Instant): Promise<string> {
  const shop = await tx.selectFrom('shop').select('id').where('channel', '=', 'own').executeTakeFirst()
  if (shop) return shop.id
  const id = newId(now)
  await tx
    .insertInto('shop')
    .values({ id, channel: 'own', name: 'WhatsApp & toko', created_at: now, archived_at: null })
    .execute()
  return id
}

/** The next number of a day, whether it has had three sales or three thousand. */
export async function nextSaleNumber(tx: Tx, day: string): Promise<string> {
  const prefix = ownSaleNumber(day, 0).slice(0, -3)
  const last = await tx
    .selectFrom('sales_order')
    .select('number')
    .where('number', '>=', prefix)
    .where('number', '<', `${prefix}:`)
    .where('channel', '=', 'own')
    // as text 999 would stand above 1000
    .orderBy(({ fn }) => fn('length', ['number']), 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return ownSaleNumber(day, Number(last?.number.slice(prefix.length) ?? 0) + 1)
}

export async function recordSaleChanges(
  tx: Tx,
  orderId: string,
  at: Instant,
  changes: readonly SaleFactChanged[],
): Promise<void> {
  await insertMany(
    tx,
    'own_sale_change',
    changes.map(({ fact, line, was, is }) =>
      sealedFor(tx, 'own_sale_change', {
        order_id: orderId,
        at,
        actor: actorNow().id,
        fact,
        line,
        was,
        becomes: is,
      }),
    ),
  )
}

/** The last number that a line of this sale has, or had before it was taken off. */
export async function lastLineOfSale(reader: Reader, orderId: string): Promise<number> {
  const standing = await reader
    .selectFrom('order_line')
    .select(({ fn }) => fn.max<number | null>('line').as('last'))
    .where('order_id', '=', orderId)
    .executeTakeFirst()
  const remembered = await reader
    .selectFrom('own_sale_change')
    .select(({ fn }) => fn.max<number | null>('line').as('last'))
    .where('order_id', '=', orderId)
    .executeTakeFirst()
  return Math.max(standing?.last ?? 0, remembered?.last ?? 0)
}

/** What was corrected of a sale, oldest first. */
export async function saleChangesOf(
  reader: Reader,
  orderId: string,
  nameOf: (actor: string) => string,
): Promise<Order['changes']> {
  const rows = await reader
    .selectFrom('own_sale_change')
    .select(['order_id', 'at', 'actor', 'fact', 'line', 'was', 'becomes'])
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute()
  return rows.map((row) => {
    const { at, actor, fact, line, was, becomes } = openedRow('own_sale_change', row)
    return { at, line, was, fact: fact as SaleFact, actor: nameOf(actor), is: becomes }
  })
}

/** So many of the newest sales are looked through for different people. */
const SALES_LOOKED_THROUGH = 60
const MOST_BUYERS = 6

/** People who bought here before, the newest first; one person is one name with one phone. */
export async function knownBuyers(reader: Reader, query: string): Promise<KnownBuyer[]> {
  const hits = buyerHits(query, [sql`o.channel = 'own'`], SALES_LOOKED_THROUGH)
  if (hits === null) return []
  const rows = await reader
    .selectFrom('sales_order as o')
    .innerJoin('order_recipient as r', 'r.order_id', 'o.id')
    .select(['r.order_id', 'r.name', 'r.phone', 'r.address', 'r.city', 'r.province', 'o.placed_at as lastAt'])
    .where('o.seq', 'in', hits)
    .where('r.name', '<>', '')
    .orderBy('o.seq', 'desc')
    .execute()
  const opened = rows.map((row) => {
    const { order_id: _, ...buyer } = openedRow('order_recipient', row)
    return buyer
  })
  const people = Map.groupBy(opened, ({ name, phone }) => `${folded(name)}/${phone.replace(/\D/g, '')}`)
  return [...people.values()].slice(0, MOST_BUYERS).map((sales) => ({
    ...sales[0]!,
    // an address given once is worth more than the blank of a later sale over the counter
    ...(({ address, city, province }) => ({ address, city, province }))(
      sales.find(({ address }) => address !== '') ?? sales[0]!,
    ),
    orders: sales.length,
  }))
}
