import type { Instant } from '../../../../src-shared/kernel/business-day.ts'
import type { ActState, AskedAct, OrderAct } from '../../../../src-shared/sync/order-acts.ts'
import type { ConnectedChannel, SyncTrouble } from '../../../../src-shared/sync/sync.ts'
import type { Trouble } from '../../channels/connectors/trouble.ts'
import { actorNow } from '../../database/actor.ts'
import type { Reader, Tx } from '../../database/open.ts'
import { valuesIn } from '../../database/values-in.ts'

/** An act that waits to be done, as the performer needs it. */
export interface WaitingAct {
  id: string
  orderId: string
  orderNumber: string
  asked: AskedAct
  /** How often the channel was called for it. */
  attempts: number
}

export interface ActToSave {
  id: string
  shopId: string
  orderId: string
  asked: AskedAct
}

export async function saveActs(tx: Tx, acts: readonly ActToSave[], at: Instant): Promise<void> {
  for (const { id, shopId, orderId, asked } of acts)
    await tx
      .insertInto('channel_act')
      .values({
        id,
        shop_id: shopId,
        order_id: orderId,
        kind: asked.kind,
        asked: JSON.stringify(asked),
        state: 'waiting',
        next_at: at,
        trouble: null,
        made_at: at,
        ended_at: null,
        actor: actorNow().id,
      })
      .execute()
}

export async function waitingActs(reader: Reader, shopId: string, at: Instant, limit: number): Promise<WaitingAct[]> {
  const rows = await reader
    .selectFrom('channel_act as a')
    .innerJoin('sales_order as o', 'o.id', 'a.order_id')
    .select(['a.id', 'a.order_id as orderId', 'o.number as orderNumber', 'a.asked', 'a.attempts'])
    .where('a.shop_id', '=', shopId)
    .where('a.state', '=', 'waiting')
    .where('a.next_at', '<=', at)
    .orderBy('a.next_at')
    .orderBy('a.id')
    .limit(limit)
    .execute()
  return rows.map(({ asked, ...row }) => ({ ...row, asked: JSON.parse(asked) as AskedAct }))
}

/** When the next waiting act of a shop is due; null while none waits. */
export async function nextActAt(reader: Reader, shopId: string): Promise<Instant | null> {
  const row = await reader
    .selectFrom('channel_act')
    .select(({ fn }) => fn.min<number | null>('next_at').as('at'))
    .where('shop_id', '=', shopId)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return row.at
}

/** Counted before the channel is called, so that after a kill somebody looks what came of it. */
export async function noteCalls(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .updateTable('channel_act')
    .set((row) => ({ attempts: row('attempts', '+', 1) }))
    .where('id', 'in', valuesIn(ids))
    .execute()
}

export async function endAct(
  tx: Tx,
  id: string,
  state: Exclude<ActState, 'waiting'>,
  trouble: Trouble | null,
  at: Instant,
): Promise<void> {
  await tx
    .updateTable('channel_act')
    .set({ state, trouble: trouble === null ? null : JSON.stringify(trouble), ended_at: at })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

export async function putOff(tx: Tx, ids: readonly string[], trouble: Trouble, nextAt: Instant): Promise<void> {
  await tx
    .updateTable('channel_act')
    .set({ trouble: JSON.stringify(trouble), next_at: nextAt })
    .where('id', 'in', valuesIn(ids))
    .where('state', '=', 'waiting')
    .execute()
}

/** Orders of these that an act of this kind waits for. */
export async function ordersWithWaiting(
  reader: Reader,
  kind: AskedAct['kind'],
  orderIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await reader
    .selectFrom('channel_act')
    .select(['id', 'order_id'])
    .where('order_id', 'in', valuesIn(orderIds))
    .where('kind', '=', kind)
    .where('state', '=', 'waiting')
    .execute()
  return new Map(rows.map(({ id, order_id }) => [order_id, id]))
}

/** Orders of these shops that wait for a courier to be asked for, and of which nobody asked one. */
export async function ordersToArrange(reader: Reader, shopIds: readonly string[], limit: number): Promise<string[]> {
  if (shopIds.length === 0) return []
  const rows = await reader
    .selectFrom('sales_order as o')
    .select('o.id')
    .where('o.tab', '=', 'to_ship')
    .where('o.channel_state', '=', 'to_arrange')
    .where('o.shop_id', 'in', valuesIn(shopIds))
    .where('o.withdrawn_at', 'is', null)
    .where('o.is_history', '=', 0)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('channel_act as a')
            .select('a.id')
            .whereRef('a.order_id', '=', 'o.id')
            .where('a.kind', '=', 'arrange')
            .where('a.state', '=', 'waiting'),
        ),
      ),
    )
    .orderBy('o.sort_key')
    .orderBy('o.seq')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** How the last shipment of a shop was arranged. */
export async function lastChoiceOf(reader: Reader, shopId: string): Promise<AskedAct | null> {
  const row = await reader
    .selectFrom('channel_act')
    .select('asked')
    .where('shop_id', '=', shopId)
    .where('kind', '=', 'arrange')
    .where('state', '<>', 'refused')
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? (JSON.parse(row.asked) as AskedAct) : null
}

const acts = (reader: Reader) =>
  reader
    .selectFrom('channel_act as a')
    .innerJoin('sales_order as o', 'o.id', 'a.order_id')
    .innerJoin('shop as s', 's.id', 'a.shop_id')
    .leftJoin('channel_label as l', 'l.order_id', 'o.id')
    .select([
      'a.id',
      'a.order_id',
      'o.number',
      'a.shop_id',
      's.name',
      's.channel',
      'a.asked',
      'a.state',
      'a.attempts',
      'a.trouble',
      'a.made_at',
      'a.ended_at',
      'o.tracking_number',
      'l.got_at',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof acts>['execute']>>[number]

const asAct = (row: Row): OrderAct => ({
  id: row.id,
  orderId: row.order_id,
  orderNumber: row.number,
  shopId: row.shop_id,
  shopName: row.name,
  channel: row.channel as ConnectedChannel,
  asked: JSON.parse(row.asked) as AskedAct,
  state: row.state,
  isSent: row.attempts > 0,
  trouble: row.trouble === null ? null : troubleOf(JSON.parse(row.trouble) as Trouble),
  madeAt: row.made_at,
  endedAt: row.ended_at,
  waybill: row.tracking_number,
  hasLabel: row.got_at !== null,
})

const troubleOf = ({ kind, code, message }: Trouble): SyncTrouble => ({ kind, code, message })

/** The last act of each kind on these orders. */
export async function actsOfOrders(reader: Reader, orderIds: readonly string[]): Promise<OrderAct[]> {
  const rows = await acts(reader)
    .where('a.order_id', 'in', valuesIn(orderIds))
    .where('a.state', '<>', 'called off')
    .orderBy('a.made_at')
    .orderBy('a.id')
    .execute()
  return [...new Map(rows.map(asAct).map((act) => [`${act.orderId}/${act.asked.kind}`, act])).values()]
}

const SHOWN = 200

/** What waits, and what was refused since, the newest first. */
export async function openActs(
  reader: Reader,
  since: Instant,
): Promise<{ waiting: number; refused: number; acts: OrderAct[] }> {
  const counts = await reader
    .selectFrom('channel_act')
    .select(({ fn }) => ['state', fn.countAll<number>().as('acts')])
    .where(({ eb }) =>
      eb.or([eb('state', '=', 'waiting'), eb.and([eb('state', '=', 'refused'), eb('made_at', '>=', since)])]),
    )
    .groupBy('state')
    .execute()
  const rows = await acts(reader)
    .where(({ eb }) =>
      eb.or([eb('a.state', '=', 'waiting'), eb.and([eb('a.state', '=', 'refused'), eb('a.made_at', '>=', since)])]),
    )
    .orderBy('a.made_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(SHOWN)
    .execute()
  const of = (state: ActState) => counts.find((each) => each.state === state)?.acts ?? 0
  return { waiting: of('waiting'), refused: of('refused'), acts: rows.map(asAct) }
}

/** Refused acts wait once more; answers their shops. */
export async function askAgain(tx: Tx, ids: readonly string[], at: Instant): Promise<{ id: string; shopId: string }[]> {
  const rows = await tx
    .selectFrom('channel_act')
    .select(['id', 'shop_id as shopId'])
    .where('id', 'in', valuesIn(ids))
    .where('state', 'in', ['refused', 'waiting'])
    .execute()
  await tx
    .updateTable('channel_act')
    .set({ state: 'waiting', ended_at: null, trouble: null, next_at: at })
    .where('id', 'in', valuesIn(rows.map(({ id }) => id)))
    .execute()
  return rows
}

/** Only what the channel was never called for can be called off. */
export async function callOff(tx: Tx, ids: readonly string[], at: Instant): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('channel_act')
    .set({ state: 'called off', ended_at: at })
    .where('id', 'in', valuesIn(ids))
    .where('state', '=', 'waiting')
    .where('attempts', '=', 0)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** The channel's own ids of listings; one known from files alone has none. */
export async function idsAtChannel(
  reader: Reader,
  listingIds: readonly string[],
): Promise<{ itemId: string; modelId: string }[]> {
  const rows = await reader
    .selectFrom('listing')
    .select(['external_item as itemId', 'external_model as modelId'])
    .where('id', 'in', valuesIn(listingIds))
    .orderBy('id')
    .execute()
  return rows.flatMap(({ itemId, modelId }) => (itemId ? [{ itemId, modelId: modelId ?? '' }] : []))
}

export async function saveCancelRequest(
  tx: Tx,
  orderId: string,
  asked: { reason: string; answerUntil: Instant | null },
  at: Instant,
): Promise<void> {
  const columns = { reason: asked.reason, answer_until: asked.answerUntil, told_at: at }
  await tx
    .insertInto('cancel_request')
    .values({ order_id: orderId, ...columns })
    .onConflict((conflict) => conflict.column('order_id').doUpdateSet(columns))
    .execute()
}

export async function cancelRequestOf(
  reader: Reader,
  orderId: string,
): Promise<{ reason: string; answerUntil: Instant | null } | null> {
  const row = await reader
    .selectFrom('cancel_request')
    .select(['reason', 'answer_until as answerUntil'])
    .where('order_id', '=', orderId)
    .executeTakeFirst()
  return row ?? null
}

/** Orders whose buyers do not ask any more. */
export async function answeredCancelRequests(reader: Reader, shopId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('cancel_request as c')
    .innerJoin('sales_order as o', 'o.id', 'c.order_id')
    .select('c.order_id')
    .where('o.shop_id', '=', shopId)
    .where('o.channel_state', '<>', 'cancel_requested')
    .execute()
  return rows.map(({ order_id }) => order_id)
}

export const forgetCancelRequests = (tx: Tx, orderIds: readonly string[]) =>
  tx.deleteFrom('cancel_request').where('order_id', 'in', valuesIn(orderIds)).execute()

/** Orders whose buyers ask to cancel, of which nobody asked yet until when they wait. */
export async function cancelRequestsToLearn(
  reader: Reader,
  shopId: string,
  limit: number,
): Promise<{ orderId: string; number: string }[]> {
  return reader
    .selectFrom('sales_order as o')
    .leftJoin('cancel_request as c', 'c.order_id', 'o.id')
    .select(['o.id as orderId', 'o.number'])
    .where('o.shop_id', '=', shopId)
    .where('o.state', '=', 'cancel_requested')
    .where('o.tab', '=', 'cancel_requested')
    .where('o.withdrawn_at', 'is', null)
    .where('c.order_id', 'is', null)
    .orderBy('o.sort_key')
    .limit(limit)
    .execute()
}
