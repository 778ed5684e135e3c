import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { ChannelState, LostFact, OrderSnapshot, OrderState } from '../../../src-shared/orders/order.ts'
import { breathe, type Tx } from '../database/open.ts'
import { settlementsOf } from '../settlements/settlements.repository.ts'
import type { Settle } from '../settling/settle.ts'
import { goodsOfOrders } from './goods-of-lines.ts'
import { joined } from './joined-statements.ts'
import { pairsOf } from './line-pairs.ts'
import { listingsOfStatements } from './listings-of-statements.ts'
import { NO_RETURNS, type OrderDocument } from './order-document.ts'
import { effectsOf } from './order-effects.ts'
import { orderFacts, type ShopCalendar } from './order-facts.ts'
import { withContents, withParcels } from './order-parcels.ts'
import { keepExpectedReturns } from './order-returns.repository.ts'
import { listingsOf } from './order-view.repository.ts'
import {
  insertOrders,
  lastSeq,
  type OrderToSave,
  ordersByNumbers,
  recordEvents,
  type StoredOrder,
  touchOrders,
  updateOrders,
} from './orders.repository.ts'
import { rememberWaybills } from './parcels.repository.ts'
import { goodsTextOf, restated } from './restated.ts'
import { settleOrdersOfListings } from './settle-orders.ts'
import { statedDocument } from './stated-document.ts'
import { askedBackOf } from './told-returns.repository.ts'

/** One order of a batch, and what taking it in did. */
export interface TakenIn {
  orderId: string
  number: string
  what: 'added' | 'changed' | 'unchanged'
  from: OrderState | null
  to: OrderState
  isHistory: boolean
  lines: number
  grossSales: number
  goodsValue: number
  buyerPayment: number
  /** What of the statement was set aside, because a newer one says otherwise; null when nothing was. */
  setAside: { stated: ChannelState; facts: LostFact[] } | null
}

export interface TakeInNeeds {
  settle: Settle
  calendar: ShopCalendar
  now: Instant
}

/**
 * Takes in what a channel says about up to some hundred orders: merges each statement with what is known, stores what
 * changed and settles it. A statement that adds nothing leaves no trace, so the same file twice changes nothing.
 * @param source who said so, as the timeline shows it (a file's name).
 */
export async function takeIn(
  tx: Tx,
  shopId: string,
  snapshots: readonly OrderSnapshot[],
  source: string,
  needs: TakeInNeeds,
): Promise<TakenIn[]> {
  const results: TakenIn[] = []
  for (const round of withoutRepeats(snapshots)) results.push(...(await takeInRound(tx, shopId, round, source, needs)))
  return results
}

/** Statements in rounds that name each order once: what is said twice is heard one after the other. */
function withoutRepeats(snapshots: readonly OrderSnapshot[]): OrderSnapshot[][] {
  const rounds: OrderSnapshot[][] = []
  const timesSaid = new Map<string, number>()
  for (const snapshot of snapshots) {
    const times = timesSaid.get(snapshot.number) ?? 0
    timesSaid.set(snapshot.number, times + 1)
    const round = rounds[times]
    if (round) round.push(snapshot)
    else rounds.push([snapshot])
  }
  return rounds
}

/** Orders that are put together with what is known of them before whoever only reads is answered. */
const COMPARED_AT_ONCE = 30

async function takeInRound(
  tx: Tx,
  shopId: string,
  snapshots: readonly OrderSnapshot[],
  source: string,
  { settle, calendar, now }: TakeInNeeds,
): Promise<TakenIn[]> {
  const known = await ordersByNumbers(
    tx,
    shopId,
    snapshots.map(({ number }) => number),
  )
  const listings = await listingsOfStatements(tx, shopId, snapshots, known, now)
  // money for an order may have been released before anybody told of the order
  const settlements = await settlementsOf(
    tx,
    snapshots.filter(({ number }) => !known.has(number)).map(({ channel, number }) => ({ shopId, channel, number })),
  )
  const asked = await askedBackOf(
    tx,
    snapshots.filter(({ number }) => !known.has(number)).map(({ number }) => ({ shopId, number })),
  )
  // some hundred orders: whoever only reads is answered between finding them, comparing them, writing them and settling them
  await breathe()
  let seq = await lastSeq(tx)
  const added: OrderToSave[] = []
  const changed: OrderToSave[] = []
  const confirmed: OrderDocument[] = []
  const statedAgain: Pick<OrderDocument, 'id' | 'parcels'>[] = []
  const results: TakenIn[] = []
  for (const [index, snapshot] of snapshots.entries()) {
    if (index % COMPARED_AT_ONCE === COMPARED_AT_ONCE - 1) await breathe()
    const stored = withListings(known.get(snapshot.number), listings.absorbed)
    const stated = {
      ...statedDocument(snapshot, shopId, listings.idOf, now),
      settlements: settlements.of(shopId, snapshot.number),
      returns: { ...NO_RETURNS, askedBack: asked.of(shopId, snapshot.number) },
    }
    const isBack = stored !== undefined && stored.document.withdrawnAt !== null
    const { document: merged, lost } = !stored
      ? { document: stated, lost: [] }
      : isBack
        ? { document: restated(stored.document, stated), lost: [] }
        : joined(stored.document, stated, pairsOf(stored.document.lines, stated.lines))
    const document = withParcels(merged, now)
    if (stored) statedAgain.push({ id: document.id, parcels: stated.parcels })
    const facts = orderFacts(document, calendar)
    const what = !stored || isBack ? 'added' : looksTheSame(stored.document, document) ? 'unchanged' : 'changed'
    const save: OrderToSave = {
      seq: stored?.seq ?? ++seq,
      document,
      facts,
      unmappedLines: 0,
      goodsText: goodsTextOf(snapshot),
    }
    if (!stored) added.push(save)
    else if (!isTheSame(stored.document, document)) changed.push(save)
    else if (!isEqual(stored.document.statements, document.statements)) confirmed.push(document)
    results.push({
      orderId: document.id,
      number: document.number,
      what,
      from: stored && !isBack ? orderFacts(stored.document, calendar).state : null,
      to: facts.state,
      isHistory: facts.isHistory,
      lines: document.lines.length,
      grossSales: facts.grossSales,
      goodsValue: facts.goodsValue,
      buyerPayment: document.buyerPayment,
      setAside: lost.length > 0 ? { stated: snapshot.state, facts: lost } : null,
    })
  }

  await breathe()
  const goods = await goodsOfOrders(
    tx,
    [...added, ...changed].map(({ document }) => document),
  )
  for (const save of [...added, ...changed])
    save.unmappedLines = save.document.lines.length - goods.get(save.document.id)!.size
  // what is found by search are the goods that stand, not those of a statement that came late
  const names = await listingsOf(
    tx,
    changed.flatMap(({ document }) => document.lines.flatMap(({ listingId }) => listingId ?? [])),
  )
  for (const save of changed)
    save.goodsText = goodsTextOf({
      lines: save.document.lines.flatMap(({ listingId }) => names.get(listingId ?? '') ?? []),
    })
  await rememberWaybills(tx, statedAgain)
  await insertOrders(tx, added)
  if (changed.length > 0) await updateOrders(tx, changed)
  await touchOrders(tx, confirmed)
  await recordEvents(
    tx,
    results
      .filter(({ what, from, to }) => what === 'added' || (what === 'changed' && from !== to))
      .map(({ orderId, to }) => ({ orderId, at: now, what: to, source })),
  )
  const taken = [...added, ...changed].map(({ document }) => ({
    document,
    goods: goods.get(document.id)!,
  }))
  await keepExpectedReturns(tx, taken, calendar)
  await breathe()
  await settle(
    tx,
    taken.map(({ document, goods }) => ({
      ref: { kind: 'order', id: document.id },
      effects: effectsOf(document, goods, calendar),
    })),
  )
  if (listings.changed.length > 0) await settleOrdersOfListings(tx, settle, listings.changed)
  return results
}

/** The stored order after some of its listings turned out to be others. */
export function withListings<Stored extends StoredOrder | undefined>(
  stored: Stored,
  absorbed: ReadonlyMap<string, string>,
): Stored {
  if (!stored || absorbed.size === 0) return stored
  const lines = stored.document.lines.map((line) => ({
    ...line,
    listingId: absorbed.get(line.listingId ?? '') ?? line.listingId,
  }))
  const parcels = stored.document.parcels.map((parcel) => withContents(parcel, absorbed))
  return { ...stored, document: { ...stored.document, lines, parcels } }
}

const isEqual = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const isEach = (a: OrderDocument, b: OrderDocument, same: (a: unknown, b: unknown) => boolean) =>
  (Object.keys(a) as (keyof OrderDocument)[]).every((key) => key === 'statements' || same(a[key], b[key]))

/** Nothing differs but what is remembered of its statements. */
export const isTheSame = (a: OrderDocument, b: OrderDocument) => isEach(a, b, isEqual)

/** Nothing that people would see: a moment told to the second instead of the minute is the same moment. */
const looksTheSame = (a: OrderDocument, b: OrderDocument) =>
  isEach(a, b, (one, other) => isEqual(one, other) || isSameMinute(one, other))

const isSameMinute = (a: unknown, b: unknown) =>
  typeof a === 'number' && typeof b === 'number' && Math.floor(a / 60_000) === Math.floor(b / 60_000) && a > YEAR_2001
const YEAR_2001 = 1e12
