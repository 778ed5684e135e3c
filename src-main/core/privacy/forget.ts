import { sql } from 'kysely'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { FORGOTTEN_ANSWER } from '../database/act.ts'
import { actorNow } from '../database/actor.ts'
import type { Tx } from '../database/open.ts'
import { openedRow } from '../database/sealing.ts'
import { valuesIn } from '../database/values-in.ts'
import { findAgain } from '../orders/find-again.ts'
import type { BuyersOrder } from './buyers.repository.ts'

/** Facts of an own sale that tell of its buyer. */
const OF_A_PERSON = ['buyerName', 'phone', 'address', 'city', 'province', 'note', 'trackingNumber']

/**
 * Takes the people out of these orders: names, user names, phones, addresses, notes; search; files and answers of channels in which
 * they stand; labels and pictures. Numbers, goods, money, cities and provinces stay, so the books and every sum are as before.
 * What channels tell of them later is left out by the same list.
 */
export async function forgetBuyers(
  tx: Tx,
  orders: readonly Pick<BuyersOrder, 'id' | 'seq' | 'number' | 'shopId'>[],
  why: string,
  at: Instant,
): Promise<void> {
  const ids = valuesIn(orders.map(({ id }) => id))
  const seqs = valuesIn(orders.map(({ seq }) => seq))
  const numbers = valuesIn(orders.map(({ number }) => number))
  const recipients = await tx
    .selectFrom('order_recipient')
    .select(['order_id', 'name', 'username', 'phone', 'address'])
    .where('order_id', 'in', ids)
    .execute()
  const said = recipients
    .map((row) => openedRow('order_recipient', row))
    .flatMap(({ name, username, phone, address }) => [name, username, phone, address])
    .filter((text) => text.length > 3)

  await tx
    .updateTable('order_recipient')
    .set({ username: '', name: '', phone: '', address: '' })
    .where('order_id', 'in', ids)
    .execute()
  await tx
    .updateTable('sales_order')
    .set({ buyer_note: '', seller_note: '', own_note: null })
    .where('id', 'in', ids)
    .execute()
  await tx
    .updateTable('own_sale_change')
    .set({ was: '""', becomes: '""' })
    .where('order_id', 'in', ids)
    .where('fact', 'in', OF_A_PERSON)
    .execute()
  await sql`update raw_document set bytes = null where sha256 in (
    select i.sha256 from order_told t join import_run i on i.seq = t.run_seq where t.order_seq in ${seqs})`.execute(tx)
  await sql`update import_problem set value = '' where order_number in ${numbers}`.execute(tx)
  for (const table of ['channel_return', 'told_return'])
    await sql`update ${sql.table(table)} set told = json_set(told, '$.reason', '')
      where order_number in ${numbers} and json_extract(told, '$.reason') <> ''`.execute(tx)
  await tx.deleteFrom('inbox').where('key', 'in', numbers).execute()
  await tx.deleteFrom('channel_label').where('order_id', 'in', ids).execute()
  await tx.deleteFrom('return_evidence').where('order_id', 'in', ids).execute()
  // answers that are remembered for a lost connection; that the act was done stays known, or it could be done twice
  await sql`update act set outcome = ${FORGOTTEN_ANSWER} where exists (select 1 from json_each(${JSON.stringify([...new Set(said)])}) s
    where instr(opened('act/' || act.id || '/outcome', outcome), s.value) > 0)`.execute(tx)
  await sql`insert or ignore into forgotten_buyer (order_id, at, why, actor)
    select value, ${at}, ${why}, ${actorNow().id} from json_each(${JSON.stringify(orders.map(({ id }) => id))})`.execute(
    tx,
  )
  await findAgain(
    tx,
    orders.map(({ id }) => id),
  )
}

/** Words of deleted rows stay in the pages of a search index until it is written anew. */
export async function sweepSearch(tx: Tx): Promise<void> {
  await sql`insert into order_search (order_search) values ('optimize')`.execute(tx)
  await sql`insert into order_code (order_code) values ('optimize')`.execute(tx)
}
