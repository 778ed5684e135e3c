import { sql } from 'kysely'
import { breathe, type Reader } from '../../database/open.ts'
import type { Finding } from './finding.ts'

const AT_ONCE = 2000

interface Total {
  orders: number
  pieces: number
  gross_sales: number
  seller_cuts: number
}
const NOTHING: Total = { orders: 0, pieces: 0, gross_sales: 0, seller_cuts: 0 }

/** The totals above every order list and the sales of each day, recounted order by order, and each order by its lines. */
export async function orderTotals(reader: Reader, finding: Finding): Promise<void> {
  const { say } = finding
  const shops = await reader.selectFrom('shop').select(['id', 'name']).execute()
  const names = new Map(shops.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? id
  const lists = new Map<string, Total>()
  const days = new Map<string, Total>()
  const add = (totals: Map<string, Total>, key: string, order: Omit<Total, 'orders'>) => {
    const { orders, pieces, gross_sales, seller_cuts } = totals.get(key) ?? NOTHING
    totals.set(key, {
      orders: orders + 1,
      pieces: pieces + order.pieces,
      gross_sales: gross_sales + order.gross_sales,
      seller_cuts: seller_cuts + order.seller_cuts,
    })
  }
  const differing: { number: string; kept: Total; counted: Total }[] = []
  let last = 0
  while (true) {
    const orders = await reader
      .selectFrom('sales_order')
      .select([
        'seq',
        'number',
        'tab',
        'state',
        'shop_id',
        'placed_day',
        'counts',
        'pieces',
        'gross_sales',
        'seller_cuts',
        'withdrawn_at',
      ])
      .where('seq', '>', last)
      .orderBy('seq')
      .limit(AT_ONCE)
      .execute()
    const lines = await linesOfOrders(reader, last, orders.at(-1)?.seq ?? last)
    for (const order of orders) {
      const { pieces, gross_sales } = lines.get(order.seq) ?? NOTHING
      if (order.withdrawn_at === null && (pieces !== order.pieces || gross_sales !== order.gross_sales))
        differing.push({
          number: order.number,
          kept: { ...order, orders: 1 },
          counted: { ...order, orders: 1, pieces, gross_sales },
        })
      if (order.withdrawn_at === null) add(lists, `${order.tab}/${order.state}/${nameOf(order.shop_id)}`, order)
      if (order.counts === 1) add(days, `${order.placed_day}/${nameOf(order.shop_id)}`, order)
    }
    finding.counted += orders.length
    if (orders.length < AT_ONCE) break
    last = orders.at(-1)!.seq
    await breathe()
  }

  const sentence = ({ orders, pieces, gross_sales }: Total) => say.orderTotal(orders, pieces, gross_sales)
  for (const { number, kept, counted } of differing)
    finding.fault(say.totalDiffers(number, sentence(kept), sentence(counted)))
  const compare = (counted: Map<string, Total>, kept: Map<string, Total>, withCuts: boolean) => {
    for (const key of new Set([...counted.keys(), ...kept.keys()])) {
      const a = kept.get(key) ?? NOTHING
      const b = counted.get(key) ?? NOTHING
      const same =
        a.orders === b.orders &&
        a.pieces === b.pieces &&
        a.gross_sales === b.gross_sales &&
        (!withCuts || a.seller_cuts === b.seller_cuts)
      if (!same) finding.fault(say.totalDiffers(key, sentence(a), sentence(b)))
    }
  }
  const keptLists = await reader.selectFrom('order_tab_total').selectAll().execute()
  compare(
    lists,
    new Map(keptLists.map((row) => [`${row.tab}/${row.state}/${nameOf(row.shop_id)}`, { ...row, seller_cuts: 0 }])),
    false,
  )
  const keptDays = await reader.selectFrom('sales_day').selectAll().execute()
  compare(days, new Map(keptDays.map((row) => [`${row.day}/${nameOf(row.shop_id)}`, row])), true)
}

/** What the lines of these orders come to, by the order's place in the shop. */
async function linesOfOrders(reader: Reader, after: number, through: number) {
  const rows = await reader
    .selectFrom('sales_order as o')
    .innerJoin('order_line as l', 'l.order_id', 'o.id')
    .select([
      'o.seq',
      sql<number>`sum(l.pieces)`.as('pieces'),
      sql<number>`sum(l.list_price * l.pieces)`.as('gross_sales'),
    ])
    .where('o.seq', '>', after)
    .where('o.seq', '<=', through)
    .groupBy('o.seq')
    .execute()
  return new Map(rows.map(({ seq, ...sums }) => [seq, sums]))
}
