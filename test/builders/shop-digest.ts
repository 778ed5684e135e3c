import { createHash } from 'node:crypto'
import type { ChannelReturnRow } from '../../src-main/core/database/schema.ts'
import { openedRow } from '../../src-main/core/database/sealing.ts'

type Raw = { prepare(sql: string): { all(): unknown[] } }

/** What was settled and what moved in the balances, by its meaning: nothing of who told it, or when this laptop heard of it. */
export const moneySaid = (raw: Raw): unknown[][] =>
  [
    `SELECT s.order_number, s.reference, s.released_on, s.released, n.name, l.amount FROM settlement s
      JOIN settlement_line l ON l.settlement_seq = s.seq JOIN settlement_name n ON n.id = l.name_id WHERE s.withdrawn_at IS NULL ORDER BY 1, 2, 3, 5, 6`,
    `SELECT at / 60000, day, type, order_number, amount, balance, status, reference, meaning FROM wallet_line ORDER BY at, place, amount`,
    `SELECT account, sum(amount) FROM posting GROUP BY account HAVING sum(amount) <> 0 ORDER BY account`,
  ].map((sql) => raw.prepare(sql).all())

/** Orders, what came back and what stands on the shelf. */
export const goodsSaid = (raw: Raw): unknown[][] => [
  raw
    .prepare(
      `SELECT number, channel_state, raw_status, state, placed_at, paid_at, shipped_at, delivered_at, completed_at, cancelled_at,
      courier, tracking_number, buyer_payment,
      -- of an order that came to nothing, on the road or before, channels tell amounts only as long as it stood
      CASE WHEN channel_state IN ('cancelled', 'delivery_failed') THEN '' ELSE money END AS money FROM sales_order WHERE withdrawn_at IS NULL ORDER BY number`,
    )
    .all(),
  raw
    .prepare(
      `SELECT o.number, l.pieces, l.price, l.list_price FROM order_line l JOIN sales_order o ON o.id = l.order_id ORDER BY 1, 2, 3`,
    )
    .all(),
  returnsSaid(raw),
  raw
    .prepare(
      `SELECT v.sku, sum(m.pieces) AS pieces FROM stock_movement m JOIN variant v ON v.id = m.variant_id GROUP BY v.sku ORDER BY 1`,
    )
    .all(),
]

/** The shop's meaning, without ids, and without the moments at which this laptop heard of things. */
export const meaningOf = (raw: Raw): unknown[][] => [...goodsSaid(raw), ...moneySaid(raw)]

/** What buyers wrote is sealed, and no two sealings of the same look alike. */
function returnsSaid(raw: Raw): unknown[] {
  const rows = raw.prepare('SELECT * FROM channel_return ORDER BY number').all() as ChannelReturnRow[]
  return rows.map((row) => {
    const { number, order_number, waybill, pieces, told } = openedRow('channel_return', row)
    return { number, order_number, waybill, pieces, told }
  })
}

export const digestOf = (raw: Raw): string =>
  createHash('sha256')
    .update(JSON.stringify(meaningOf(raw)))
    .digest('hex')
