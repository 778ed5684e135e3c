import { sql } from 'kysely'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'

/** What the ledgers hold of one order, as far as its profit asks. */
export interface OrderFigures {
  /** Postings to the shop's profit and loss, by account, debit positive; empty while the order earned and cost nothing yet. */
  booked: ReadonlyMap<AccountCode, number>
  /** Goods that left: what they cost, and the pieces whose cost is not known. */
  issued: { cost: number; without: number }
  /** Goods that wait for the order on their shelves, at today's average. */
  kept: { cost: number; without: number }
}

const NOTHING: OrderFigures = {
  booked: new Map(),
  issued: { cost: 0, without: 0 },
  kept: { cost: 0, without: 0 },
}

/** Figures of the orders on a page, with three queries however long the books are. */
export async function orderFigures(reader: Reader, orderIds: readonly string[]): Promise<Map<string, OrderFigures>> {
  if (orderIds.length === 0) return new Map()
  const ids = valuesIn(orderIds)
  const booked = await reader
    .selectFrom('entry')
    .innerJoin('posting', 'posting.entry_id', 'entry.id')
    .select(({ fn }) => ['entry.document_id as id', 'posting.account', fn.sum<number>('posting.amount').as('amount')])
    .where('document_kind', '=', 'order')
    .where('document_id', 'in', ids)
    // the chart keeps income and expenses of the shop from 4000 to 8999
    .where('posting.account', '>=', '4000' as AccountCode)
    .where('posting.account', '<', '9000' as AccountCode)
    .groupBy(['entry.document_id', 'posting.account'])
    .execute()
  const issued = await reader
    .selectFrom('stock_movement')
    .select(({ fn }) => [
      'document_id as id',
      fn.sum<number>('cost').as('cost'),
      fn.sum<number>(sql`costed - pieces`).as('without'),
    ])
    .where('document_kind', '=', 'order')
    .where('document_id', 'in', ids)
    .where('effect', 'like', 'issue/%')
    .groupBy('document_id')
    .execute()
  const kept = await reader
    .selectFrom('reservation')
    .innerJoin('stock_level', 'stock_level.variant_id', 'reservation.variant_id')
    .select(({ fn }) => [
      'document_id as id',
      fn.sum<number>(sql`case when costed > 0 then (value * pieces + costed / 2) / costed else 0 end`).as('cost'),
      fn.sum<number>(sql`case when costed > 0 then 0 else pieces end`).as('without'),
    ])
    .where('document_kind', '=', 'order')
    .where('document_id', 'in', ids)
    .groupBy('document_id')
    .execute()
  const bookedById = Map.groupBy(booked, ({ id }) => id)
  const issuedById = new Map(issued.map(({ id, cost, without }) => [id, { cost: -cost, without }]))
  const keptById = new Map(kept.map(({ id, cost, without }) => [id, { cost, without }]))
  return new Map(
    orderIds.map((id) => [
      id,
      {
        booked: new Map((bookedById.get(id) ?? []).map(({ account, amount }) => [account, amount])),
        issued: issuedById.get(id) ?? NOTHING.issued,
        kept: keptById.get(id) ?? NOTHING.kept,
      },
    ]),
  )
}
