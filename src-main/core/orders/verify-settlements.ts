import { sql } from 'kysely'
import { breathe, type Reader } from '../database/open.ts'
import { channelAccounts, MARKETPLACES } from '../ledger/channel-accounts.ts'
import type { Finding } from '../ledger/verifier/finding.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { goodsOfOrders } from './goods-of-lines.ts'
import { effectsOf } from './order-effects.ts'
import { ordersByIds } from './orders.repository.ts'

const AT_ONCE = 250

/**
 * Money of channels, counted again: the amounts of each release come to what was released; what channels owe is, order by order,
 * what was sold and not released; and what went into their balances is what was released.
 */
export async function verifySettlements(reader: Reader, finding: Finding): Promise<void> {
  await linesComeToReleased(reader, finding)
  await owedByOrder(reader, finding)
  await balancesByReleases(reader, finding)
}

async function linesComeToReleased(reader: Reader, finding: Finding): Promise<void> {
  const { say } = finding
  const { rows } = await sql<{ number: string; released: number; lines: number }>`
    select s.order_number as number, s.released, coalesce(sum(l.amount), 0) as lines
    from settlement s left join settlement_line l on l.settlement_seq = s.seq
    where s.withdrawn_at is null group by s.seq having lines <> s.released`.execute(reader)
  const { count } = await reader
    .selectFrom('settlement')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  finding.counted += count
  for (const { number, released, lines } of rows) finding.fault(say.releaseDiffers(number, lines, released))
}

/** What one order is owed by the books, beside what its sale, its returns and its releases leave. */
async function owedByOrder(reader: Reader, finding: Finding): Promise<void> {
  const calendar = await settingsOf(reader)
  const receivables = sql`(${sql.join(MARKETPLACES.map((channel) => channelAccounts(channel).receivable))})`
  const { rows } = await sql<{ id: string; owed: number }>`
    select o.id, coalesce(sum(p.amount), 0) as owed
    from sales_order o
    left join entry e on e.document_kind = 'order' and e.document_id = o.id
    left join posting p on p.entry_id = e.id and p.account in ${receivables}
    where o.channel <> 'own'
    group by o.id
    having owed <> 0 or (o.completed_at is not null and o.withdrawn_at is null and not exists (
      select 1 from settlement s where s.shop_id = o.shop_id and s.order_number = o.number and s.withdrawn_at is null))`.execute(
    reader,
  )
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE)
    const orders = await ordersByIds(
      reader,
      some.map(({ id }) => id),
    )
    const goods = await goodsOfOrders(
      reader,
      [...orders.values()].map(({ document }) => document),
    )
    for (const { id, owed } of some) {
      const order = orders.get(id)!.document
      const { receivable } = channelAccounts(order.channel)
      const right = effectsOf(order, goods.get(id)!, calendar)
        .entries.flatMap(({ lines }) => lines)
        .reduce((total, line) => total + ('amount' in line && line.account === receivable ? line.amount : 0), 0)
      finding.counted++
      if (owed !== right) finding.fault(finding.say.owedDiffers(order.number, owed, right))
    }
    await breathe()
  }
}

/** What releases put into the balance of each channel. */
async function balancesByReleases(reader: Reader, finding: Finding): Promise<void> {
  const { startDay } = await settingsOf(reader)
  for (const channel of MARKETPLACES) {
    const { balance } = channelAccounts(channel)
    const booked = await sql<{ amount: number }>`
      select coalesce(sum(p.amount), 0) as amount from posting p join entry e on e.id = p.entry_id
      where p.account = ${balance} and e.document_kind in ('order', 'settlement') and e.effect like 'settlement/%'
        and e.effect not like 'settlement/balance/%'`.execute(reader)
    const released = await sql<{ amount: number }>`
      select coalesce(sum(s.released), 0) as amount from settlement s
      join shop on shop.id = s.shop_id and shop.channel = ${channel}
      left join sales_order o on o.shop_id = s.shop_id and o.number = s.order_number and o.withdrawn_at is null
      where s.withdrawn_at is null and (
        (s.order_number = '' and s.released_on >= ${startDay})
        or (o.id is not null and (o.is_history = 0 or s.released_on >= ${startDay})))`.execute(reader)
    const [kept, right] = [booked.rows[0]!.amount, released.rows[0]!.amount]
    finding.counted++
    if (kept !== right) finding.fault(finding.say.channelBalanceDiffers(balance, kept, right))
  }
}
