import { sql } from 'kysely'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import { channelAccounts, MARKETPLACES } from '../ledger/channel-accounts.ts'

/** What the ledgers hold of one order, as far as its profit asks. */
export interface OrderFigures {
  /** Postings to the shop's profit and loss, by account, debit positive; empty while the order earned and cost nothing yet. */
  booked: ReadonlyMap<AccountCode, number>
  /** What the channel still owes for it. */
  owed: number
  /** What it released so far; null while nothing is known of that. */
  received: number | null
  /** The settlement of the order itself is here. */
  isReleased: boolean
  /** Goods of an order that left: what they cost, and the pieces whose cost is not known. */
  issued: { cost: number; without: number }
  /** Goods that wait on their shelves for an order of which nothing left, at today's average. */
  kept: { cost: number; without: number }
}

const NOTHING = { cost: 0, without: 0 }

interface Found {
  id: string
  what: 'booked' | 'released' | 'goods'
  account: AccountCode
  /** Rupiah booked or released, or what the goods cost. */
  amount: number
  /** Of what was released: 1 where it is the settlement of the order. Of goods: pieces whose cost is not known. */
  more: number
}

/**
 * Figures of the orders on a page, with one query however long the books are. Written out, because putting it together anew for
 * each page took longer than its answer; one, because asking costs more than being answered.
 */
export async function orderFigures(
  reader: Reader,
  orders: readonly { id: string; hasLeft: boolean }[],
): Promise<Map<string, OrderFigures>> {
  if (orders.length === 0) return new Map()
  const left = orders.filter(({ hasLeft }) => hasLeft).map(({ id }) => id)
  const here = orders.filter(({ hasLeft }) => !hasLeft).map(({ id }) => id)
  const ids = orders.map(({ id }) => id)
  const parts = [
    bookedOf(ids),
    releasedOf(ids),
    ...(left.length === 0 ? [] : [issuedOf(left)]),
    ...(here.length === 0 ? [] : [keptOf(here)]),
  ]
  const { rows } = await sql<Found>`${sql.join(parts, sql` union all `)}`.execute(reader)
  const found = Map.groupBy(rows, ({ id }) => id)
  return new Map(orders.map(({ id, hasLeft }) => [id, figuresOf(found.get(id) ?? [], hasLeft)]))
}

function figuresOf(found: readonly Found[], hasLeft: boolean): OrderFigures {
  const booked = found.filter(({ what }) => what === 'booked')
  const released = found.find(({ what }) => what === 'released')
  const goods = found.find(({ what }) => what === 'goods')
  return {
    booked: new Map(booked.filter(({ account }) => !isOwed(account)).map(({ account, amount }) => [account, amount])),
    owed: booked.reduce((sum, { account, amount }) => sum + (isOwed(account) ? amount : 0), 0),
    received: released?.amount ?? null,
    isReleased: released?.more === 1,
    issued: goods && hasLeft ? { cost: -goods.amount, without: goods.more } : NOTHING,
    kept: goods && !hasLeft ? { cost: goods.amount, without: goods.more } : NOTHING,
  }
}

const RECEIVABLES = MARKETPLACES.map((channel) => channelAccounts(channel).receivable)
const OWED = sql`(${sql.join(RECEIVABLES)})`
const isOwed = (account: AccountCode) => RECEIVABLES.includes(account)

/** The chart keeps income and expenses of the shop from 4000 to 8999. What was taken back whole is as if it had not been booked. */
const bookedOf = (orderIds: readonly string[]) => sql`
  select entry.document_id as id, 'booked' as what, posting.account, sum(posting.amount) as amount, 0 as more
  from entry join posting on posting.entry_id = entry.id
  where document_kind = 'order' and document_id in ${valuesIn(orderIds)}
    and (posting.account >= '4000' and posting.account < '9000' or posting.account in ${OWED})
  group by entry.document_id, posting.account having sum(posting.amount) <> 0`

const releasedOf = (orderIds: readonly string[]) => sql`
  select o.id, 'released', '', sum(s.released), max(s.kind = 'order')
  from sales_order o join settlement s on s.shop_id = o.shop_id and s.order_number = o.number
  where o.id in ${valuesIn(orderIds)} and s.withdrawn_at is null
  group by o.id`

const issuedOf = (orderIds: readonly string[]) => sql`
  select document_id, 'goods', '', sum(cost), sum(costed - pieces) from stock_movement
  where document_kind = 'order' and document_id in ${valuesIn(orderIds)} and effect like 'issue/%'
  group by document_id`

const keptOf = (orderIds: readonly string[]) => sql`
  select document_id, 'goods', '',
    sum(case when costed > 0 then (value * pieces + costed / 2) / costed else 0 end),
    sum(case when costed > 0 then 0 else pieces end)
  from reservation join stock_level on stock_level.variant_id = reservation.variant_id
  where document_kind = 'order' and document_id in ${valuesIn(orderIds)}
  group by document_id`
