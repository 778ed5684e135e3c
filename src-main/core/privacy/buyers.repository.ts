import { sql } from 'kysely'
import { ownDigits } from '../../../src-shared/kernel/phone.ts'
import type { BuyerFound } from '../../../src-shared/privacy/privacy.ts'
import type { Reader } from '../database/open.ts'
import { openedRow } from '../database/sealing.ts'
import { valuesIn } from '../database/values-in.ts'
import { buyerHits, nameHits, phoneHits, searchHits } from '../orders/order-search.ts'

export interface BuyersOrder {
  id: string
  seq: number
  number: string
  shopId: string
  shop: string
  day: string
  state: string
  isOpen: boolean
  username: string
  name: string
  phone: string
  address: string
  city: string
  province: string
  note: string
}

const OVER = ['completed', 'cancelled', 'returned']
const MOST_FOUND = 50

const ROWS = sql`select o.id, o.seq, o.number, o.shop_id as shopId, shop.name as shop, o.placed_day as day, o.state,
    o.channel_state not in (${sql.join(OVER.map((state) => sql.lit(state)))}) and o.withdrawn_at is null as isOpen,
    r.username, r.name, r.phone, r.address, r.city, r.province, o.buyer_note as note
  from sales_order o join order_recipient r on r.order_id = o.id join shop on shop.id = o.shop_id`

/** Digits of a phone without the country; a masked one is none. */
const own = (phone: string): string => (phone.includes('*') ? '' : ownDigits(phone))

/** All orders of the person behind one order: the same phone, or the same name of a user at the same shop. */
export async function ordersOfBuyer(reader: Reader, orderId: string): Promise<BuyersOrder[]> {
  const one = (await rowsWhere(reader, sql`o.id = ${orderId}`))[0]
  if (!one) return []
  const phone = own(one.phone)
  const samePhone = phone.length < 8 ? sql`0` : sql`o.seq in ${phoneHits(phone, [], -1)}`
  const sameUser =
    one.username === '' || one.username.includes('*')
      ? sql`0`
      : sql`(o.shop_id = ${one.shopId} and o.seq in ${nameHits(one.username)})`
  const found = await rowsWhere(reader, sql`(o.id = ${orderId} or ${samePhone} or ${sameUser})`)
  // the index finds whatever ends so
  return found.filter(
    (each) =>
      each.id === orderId ||
      (phone.length >= 8 && own(each.phone) === phone) ||
      (each.shopId === one.shopId && each.username !== '' && each.username === one.username),
  )
}

async function rowsWhere(reader: Reader, condition: ReturnType<typeof sql>): Promise<BuyersOrder[]> {
  const { rows } = await sql<Omit<BuyersOrder, 'isOpen'> & { isOpen: number }>`
    ${ROWS} where ${condition} order by o.seq desc`.execute(reader)
  return rows.map((row) => {
    const { username, name, phone, address } = row
    const { order_id: _, ...recipient } = openedRow('order_recipient', {
      order_id: row.id,
      username,
      name,
      phone,
      address,
    })
    const note = openedRow('sales_order', { id: row.id, buyer_note: row.note }).buyer_note
    return { ...row, ...recipient, note, isOpen: row.isOpen === 1 }
  })
}

/** Buyers by name, phone, user name or order number, each once. */
export async function findBuyers(reader: Reader, query: string): Promise<BuyerFound[]> {
  const byName = buyerHits(query, [], MOST_FOUND)
  if (!byName) return []
  const rows = await rowsWhere(
    reader,
    sql`(o.seq in ${byName} or o.seq in ${searchHits(query, [], MOST_FOUND)}) and (r.name <> '' or r.phone <> '' or r.username <> '')`,
  )
  const buyers = new Map<string, BuyerFound>()
  for (const row of rows) {
    const phone = own(row.phone)
    const key = phone.length >= 8 ? phone : `${row.shopId}/${row.username || row.name}`
    const known = buyers.get(key)
    if (known) known.orders++
    else
      buyers.set(key, {
        orderId: row.id,
        name: row.name,
        username: row.username,
        phone: row.phone,
        city: row.city,
        orders: 1,
        lastDay: row.day,
      })
  }
  return [...buyers.values()]
}

/** Orders that are over since before a moment and whose buyer is still known. */
export async function buyersDue(
  reader: Reader,
  before: number,
  most: number,
): Promise<Pick<BuyersOrder, 'id' | 'seq' | 'number' | 'shopId'>[]> {
  const { rows } = await sql<Pick<BuyersOrder, 'id' | 'seq' | 'number' | 'shopId'>>`
    select o.id, o.seq, o.number, o.shop_id as shopId from sales_order o join order_recipient r on r.order_id = o.id
    where o.channel_state in (${sql.join(OVER.map((state) => sql.lit(state)))})
      and coalesce(o.completed_at, o.cancelled_at, o.placed_at) < ${before}
      and not exists (select 1 from forgotten_buyer f where f.order_id = o.id)
    order by o.seq limit ${most}`.execute(reader)
  return rows
}

/** Where else these orders' buyers stand. */
export async function tracesOf(
  reader: Reader,
  orders: readonly Pick<BuyersOrder, 'id' | 'seq' | 'number' | 'shopId'>[],
) {
  const ids = valuesIn(orders.map(({ id }) => id))
  const seqs = valuesIn(orders.map(({ seq }) => seq))
  const numbers = valuesIn(orders.map(({ number }) => number))
  const { rows } = await sql<{ files: number; answers: number; labels: number; pictures: number }>`select
    (select count(distinct d.sha256) from order_told t join import_run i on i.seq = t.run_seq
      join raw_document d on d.sha256 = i.sha256 where t.order_seq in ${seqs} and d.bytes is not null) as files,
    (select count(*) from inbox where key in ${numbers}) as answers,
    (select count(*) from channel_label where order_id in ${ids} and bytes is not null) as labels,
    (select count(*) from return_evidence where order_id in ${ids}) as pictures`.execute(reader)
  return rows[0]!
}

export async function countForgotten(reader: Reader): Promise<number> {
  const { count } = await reader
    .selectFrom('forgotten_buyer')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Those of these orders whose buyer is here although it was forgotten. */
export const stillKnown = (reader: Reader, ids: readonly string[]) =>
  reader
    .selectFrom('sales_order')
    .select(['id', 'seq', 'number', 'shop_id as shopId'])
    .where('id', 'in', valuesIn(ids))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('forgotten_buyer').select('order_id').whereRef('order_id', '=', 'sales_order.id'))),
    )
    .execute()
