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
  /** Cost of its goods that left, are not sold yet and did not come back. */
  inTransit: number
  /** Goods of it that wait on their shelves, at today's average. */
  kept: number
  /** Pieces that left or wait whose cost is not known. */
  withoutCost: number
  /** Some of what left was looked at when it came back. */
  cameBack: boolean
}

interface Found {
  id: string
  what: 'booked' | 'released' | 'issued' | 'kept' | 'back'
  account: AccountCode
  /** Rupiah booked or released, what the goods cost, or pieces that came back. */
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
  const ids = orders.map(({ id }) => id)
  const parts = [
    bookedOf(ids),
    releasedOf(ids),
    keptOf(ids),
    ...(left.length === 0 ? [] : [issuedOf(left), backOf(left)]),
  ]
  const { rows } = await sql<Found>`${sql.join(parts, sql` union all `)}`.execute(reader)
  const found = Map.groupBy(rows, ({ id }) => id)
  return new Map(orders.map(({ id }) => [id, figuresOf(found.get(id) ?? [])]))
}

function figuresOf(found: readonly Found[]): OrderFigures {
  const booked = found.filter(({ what }) => what === 'booked')
  const [released, kept, issued, back] = (['released', 'kept', 'issued', 'back'] as const).map((kind) =>
    found.find(({ what }) => what === kind),
  )
  return {
    booked: new Map(booked.filter(({ account }) => !isAsset(account)).map(({ account, amount }) => [account, amount])),
    owed: booked.reduce((sum, { account, amount }) => sum + (isOwed(account) ? amount : 0), 0),
    received: released?.amount ?? null,
    isReleased: released?.more === 1,
    inTransit: booked.find(({ account }) => account === IN_TRANSIT)?.amount ?? 0,
    kept: kept?.amount ?? 0,
    withoutCost: (kept?.more ?? 0) + (issued?.more ?? 0),
    cameBack: (back?.amount ?? 0) > 0,
  }
}

const IN_TRANSIT: AccountCode = '1303'
const RECEIVABLES = MARKETPLACES.map((channel) => channelAccounts(channel).receivable)
const ASSETS = sql`(${sql.join([IN_TRANSIT, ...RECEIVABLES])})`
const isOwed = (account: AccountCode) => RECEIVABLES.includes(account)
const isAsset = (account: AccountCode) => account === IN_TRANSIT || isOwed(account)

/** The chart keeps income and expenses of the shop from 4000 to 8999. What was taken back whole is as if it had not been booked. */
const bookedOf = (orderIds: readonly string[]) => sql`
  select entry.document_id as id, 'booked' as what, posting.account, sum(posting.amount) as amount, 0 as more
  from entry join posting on posting.entry_id = entry.id
  where document_kind = 'order' and document_id in ${valuesIn(orderIds)}
    and (posting.account >= '4000' and posting.account < '9000' or posting.account in ${ASSETS})
  group by entry.document_id, posting.account having sum(posting.amount) <> 0`

const releasedOf = (orderIds: readonly string[]) => sql`
  select o.id, 'released', '', sum(s.released), max(s.kind = 'order')
  from sales_order o join settlement s on s.shop_id = o.shop_id and s.order_number = o.number
  where o.id in ${valuesIn(orderIds)} and s.withdrawn_at is null
  group by o.id`

const issuedOf = (orderIds: readonly string[]) => sql`
  select document_id, 'issued', '', 0, sum(costed - pieces) from stock_movement
  where document_kind = 'order' and document_id in ${valuesIn(orderIds)} and effect like 'issue/%'
  group by document_id`

const keptOf = (orderIds: readonly string[]) => sql`
  select document_id, 'kept', '',
    sum(case when costed > 0 then (value * pieces + costed / 2) / costed else 0 end),
    sum(case when costed > 0 then 0 else pieces end)
  from reservation join stock_level on stock_level.variant_id = reservation.variant_id
  where document_kind = 'order' and document_id in ${valuesIn(orderIds)}
  group by document_id`

const backOf = (orderIds: readonly string[]) => sql`
  select order_id, 'back', '', inspected, 0 from expected_return where order_id in ${valuesIn(orderIds)}`
