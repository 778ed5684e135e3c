import { sql } from 'kysely'
import { breathe, type Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import type { Finding } from '../ledger/verifier/finding.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { expectedReturn } from './expected-return.ts'
import { goodsOfOrders } from './goods-of-lines.ts'
import { ordersByIds } from './orders.repository.ts'

const AT_ONCE = 250

interface Listed {
  why: string
  since: number
  pieces: number
  inspected: number
  openClaims: number
  /** Pieces by SKU's id, sorted. */
  waiting: string
}

/** What comes back, order by order: the list that Retur, the desk and the count stand on, worked out again from the orders. */
export async function verifyExpectedReturns(reader: Reader, finding: Finding): Promise<void> {
  const { say } = finding
  const calendar = await settingsOf(reader)
  const ids = await ordersThatMayComeBack(reader)
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    const listed = await listedReturns(reader, some)
    const orders = [...(await ordersByIds(reader, some)).values()].map(({ document }) => document)
    const goods = await goodsOfOrders(reader, orders)
    for (const order of orders) {
      const found = expectedReturn(order, goods.get(order.id)!, calendar)
      const right: Listed | null = found && {
        why: found.why,
        since: found.since,
        pieces: found.pieces,
        inspected: found.inspected,
        openClaims: found.openClaims,
        waiting: waitingText(found.waitingBySku),
      }
      const kept = listed.get(order.id) ?? null
      if (kept || right) finding.counted++
      if (JSON.stringify(kept) === JSON.stringify(right)) continue
      const sentence = (of: Listed | null) => (of ? say.comesBack(of.pieces, of.inspected) : say.nothingComesBack)
      finding.fault(say.returnDiffers(order.number, sentence(kept), sentence(right)))
    }
    await breathe()
  }
}

const waitingText = (pieces: Iterable<readonly [string, number]>) => JSON.stringify([...pieces].sort())

/** All that left and was told to come back, or is listed as coming back. */
async function ordersThatMayComeBack(reader: Reader): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select order_id as id from expected_return
    union select order_id from pieces_back
    union select order_id from order_return
    union select o.id from told_return t join sales_order o on o.shop_id = t.shop_id and o.number = t.order_number
    union select o.id from channel_return t join sales_order o on o.shop_id = t.shop_id and o.number = t.order_number
    union select id from sales_order o where left_at is not null and (
      channel_state in ('cancelled', 'delivery_failed', 'return_open', 'returned')
      or exists (select 1 from order_line l where l.order_id = o.id and l.returned_pieces > 0))`.execute(reader)
  return rows.map(({ id }) => id)
}

async function listedReturns(reader: Reader, ids: readonly string[]): Promise<Map<string, Listed>> {
  const rows = await reader.selectFrom('expected_return').selectAll().where('order_id', 'in', valuesIn(ids)).execute()
  const pieces = Map.groupBy(
    await reader.selectFrom('pieces_back').selectAll().where('order_id', 'in', valuesIn(ids)).execute(),
    ({ order_id }) => order_id,
  )
  return new Map(
    rows.map((row) => [
      row.order_id,
      {
        why: row.why,
        since: row.since,
        pieces: row.pieces,
        inspected: row.inspected,
        openClaims: row.open_claims,
        waiting: waitingText((pieces.get(row.order_id) ?? []).map((each) => [each.variant_id, each.pieces])),
      },
    ]),
  )
}
