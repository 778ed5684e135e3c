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

const NOTHING: OrderFigures = {
  booked: new Map(),
  owed: 0,
  received: null,
  isReleased: false,
  issued: { cost: 0, without: 0 },
  kept: { cost: 0, without: 0 },
}

/**
 * Figures of the orders on a page, with at most three queries however long the books are. Written out, because putting them
 * together anew for each page took longer than their answers.
 */
export async function orderFigures(
  reader: Reader,
  orders: readonly { id: string; hasLeft: boolean }[],
): Promise<Map<string, OrderFigures>> {
  if (orders.length === 0) return new Map()
  const left = orders.filter(({ hasLeft }) => hasLeft).map(({ id }) => id)
  const here = orders.filter(({ hasLeft }) => !hasLeft).map(({ id }) => id)
  // the chart keeps income and expenses of the shop from 4000 to 8999
  const { rows: booked } = await sql<{ id: string; account: AccountCode; amount: number }>`
    select entry.document_id as id, posting.account, sum(posting.amount) as amount
    from entry join posting on posting.entry_id = entry.id
    where document_kind = 'order' and document_id in ${valuesIn(orders.map(({ id }) => id))}
      and (posting.account >= '4000' and posting.account < '9000' or posting.account in ${OWED})
    group by entry.document_id, posting.account`.execute(reader)
  const issued = left.length === 0 ? [] : await issuedOf(reader, left)
  const kept = here.length === 0 ? [] : await keptOf(reader, here)
  const bookedById = Map.groupBy(booked, ({ id }) => id)
  const releasedById = new Map(
    (
      await releasedOf(
        reader,
        orders.map(({ id }) => id),
      )
    ).map(({ id, ...released }) => [id, released]),
  )
  const issuedById = new Map(issued.map(({ id, cost, without }) => [id, { cost: -cost, without }]))
  const keptById = new Map(kept.map(({ id, cost, without }) => [id, { cost, without }]))
  return new Map(
    orders.map(({ id }) => [
      id,
      {
        booked: new Map(
          (bookedById.get(id) ?? [])
            .filter(({ account }) => !isOwed(account))
            .map(({ account, amount }) => [account, amount]),
        ),
        owed: (bookedById.get(id) ?? []).reduce((sum, { account, amount }) => sum + (isOwed(account) ? amount : 0), 0),
        received: releasedById.get(id)?.released ?? null,
        isReleased: releasedById.get(id)?.isOrder === 1,
        issued: issuedById.get(id) ?? NOTHING.issued,
        kept: keptById.get(id) ?? NOTHING.kept,
      },
    ]),
  )
}

const RECEIVABLES = MARKETPLACES.map((channel) => channelAccounts(channel).receivable)
const OWED = sql`(${sql.join(RECEIVABLES)})`
const isOwed = (account: AccountCode) => RECEIVABLES.includes(account)

const releasedOf = async (reader: Reader, orderIds: readonly string[]) =>
  (
    await sql<{ id: string; released: number; isOrder: number }>`
      select o.id, sum(s.released) as released, max(s.kind = 'order') as isOrder
      from sales_order o join settlement s on s.shop_id = o.shop_id and s.order_number = o.number
      where o.id in ${valuesIn(orderIds)} and s.withdrawn_at is null
      group by o.id`.execute(reader)
  ).rows

interface Goods {
  id: string
  cost: number
  without: number
}

const issuedOf = async (reader: Reader, orderIds: readonly string[]) =>
  (
    await sql<Goods>`
      select document_id as id, sum(cost) as cost, sum(costed - pieces) as "without" from stock_movement
      where document_kind = 'order' and document_id in ${valuesIn(orderIds)} and effect like 'issue/%'
      group by document_id`.execute(reader)
  ).rows

const keptOf = async (reader: Reader, orderIds: readonly string[]) =>
  (
    await sql<Goods>`
      select document_id as id,
        sum(case when costed > 0 then (value * pieces + costed / 2) / costed else 0 end) as cost,
        sum(case when costed > 0 then 0 else pieces end) as "without"
      from reservation join stock_level on stock_level.variant_id = reservation.variant_id
      where document_kind = 'order' and document_id in ${valuesIn(orderIds)}
      group by document_id`.execute(reader)
  ).rows
