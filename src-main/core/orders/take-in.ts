import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import type { OrderSnapshot, OrderState } from '../../../src-shared/orders/order.ts'
import { listingKey, upsertListings } from '../catalog/catalog.repository.ts'
import type { Tx } from '../database/open.ts'
import type { Settle } from '../settling/settle.ts'
import { goodsOfOrders } from './goods-of-lines.ts'
import { NO_ACTS, NO_RETURNS, type OrderDocument } from './order-document.ts'
import { effectsOf } from './order-effects.ts'
import { orderFacts, type ShopCalendar } from './order-facts.ts'
import { earliest, impliedTimes, mergedTimes, replaces } from './order-life.ts'
import { keepExpectedReturns } from './order-returns.repository.ts'
import {
  insertOrders,
  lastSeq,
  type OrderToSave,
  ordersByNumbers,
  recordEvents,
  touchOrders,
  updateOrders,
} from './orders.repository.ts'

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
  const listings = await upsertListings(
    tx,
    shopId,
    snapshots.flatMap(({ lines }) => lines),
    now,
  )
  let seq = await lastSeq(tx)
  const added: OrderToSave[] = []
  const changed: OrderToSave[] = []
  const stillTrue: OrderDocument[] = []
  const results: TakenIn[] = []
  for (const snapshot of snapshots) {
    const stored = known.get(snapshot.number)
    const said = asDocument(
      snapshot,
      shopId,
      (line) => listings.get(listingKey(line.sku, line.productName, line.variationName))!.id,
      now,
    )
    const document = stored ? merged(stored.document, said) : said
    const facts = orderFacts(document, calendar)
    const what = !stored ? 'added' : sameDocument(stored.document, document) ? 'unchanged' : 'changed'
    const save: OrderToSave = {
      seq: stored?.seq ?? ++seq,
      document,
      facts,
      unmappedLines: 0,
      goodsText: snapshot.lines.map((line) => `${line.productName} ${line.variationName} ${line.sku}`).join(' '),
    }
    if (what === 'added') added.push(save)
    if (what === 'changed') changed.push(save)
    if (what === 'unchanged' && document.asOf > stored!.document.asOf) stillTrue.push(document)
    results.push({
      orderId: document.id,
      number: document.number,
      what,
      from: stored ? orderFacts(stored.document, calendar).state : null,
      to: facts.state,
      isHistory: facts.isHistory,
      lines: document.lines.length,
      grossSales: facts.grossSales,
    })
  }

  const goods = await goodsOfOrders(
    tx,
    [...added, ...changed].map(({ document }) => document),
  )
  for (const save of [...added, ...changed])
    save.unmappedLines = save.document.lines.length - goods.get(save.document.id)!.size
  await insertOrders(tx, added)
  if (changed.length > 0) await updateOrders(tx, changed)
  await touchOrders(tx, stillTrue)
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
  await settle(
    tx,
    taken.map(({ document, goods }) => ({
      ref: { kind: 'order', id: document.id },
      effects: effectsOf(document, goods, calendar),
    })),
  )
  return results
}

function asDocument(
  snapshot: OrderSnapshot,
  shopId: string,
  listingOf: (line: OrderSnapshot['lines'][number]) => string,
  now: Instant,
): OrderDocument {
  const {
    state,
    lines,
    placedAt,
    paidAt,
    arrangedAt,
    shippedAt,
    deliveredAt,
    completedAt,
    cancelledAt,
    atLeast,
    atMost: _,
    ...said
  } = snapshot
  // a typed year in the future must not make every later statement look old
  const asOf = Math.min(atLeast, now)
  return {
    ...said,
    asOf,
    ...NO_ACTS,
    ...impliedTimes(state, { placedAt, paidAt, arrangedAt, shippedAt, deliveredAt, completedAt, cancelledAt }, asOf),
    comesBackAt: tellsOfGoodsBack(snapshot) ? asOf : null,
    returns: NO_RETURNS,
    id: newId(now),
    shopId,
    channelState: state,
    lines: lines.map((line, index) => ({
      line: index + 1,
      listingId: listingOf(line),
      variantId: null,
      pieces: line.pieces,
      returnedPieces: line.returnedPieces,
      listPrice: line.listPrice,
      price: line.price,
      sellerDiscount: line.sellerDiscount,
      channelDiscount: line.channelDiscount,
      weightGrams: line.weightGrams,
    })),
  }
}

const tellsOfGoodsBack = ({ state, lines }: OrderSnapshot): boolean =>
  state === 'cancelled' ||
  state === 'delivery_failed' ||
  state === 'returned' ||
  lines.some(({ returnedPieces }) => returnedPieces > 0)

/**
 * Two statements about one order as one. The later word wins, times once known stay known, local acts are ours alone.
 * Associative and commutative but for corrections of the very same standing, where the newcomer wins.
 */
export function merged(known: OrderDocument, said: OrderDocument): OrderDocument {
  const newer = replaces(said, known)
  const word = newer ? said : known
  return {
    ...word,
    ...mergedTimes(known, said),
    comesBackAt: earliest(known.comesBackAt, said.comesBackAt),
    returns: known.returns,
    id: known.id,
    shopId: known.shopId,
    printedAt: known.printedAt,
    packedAt: known.packedAt,
    handedOverAt: known.handedOverAt,
    heldAt: known.heldAt,
    setAsideAt: known.setAsideAt,
    holdReason: known.holdReason,
    sellerNote: known.sellerNote || said.sellerNote,
    trackingNumber: word.trackingNumber || (newer ? known : said).trackingNumber,
    recipient: lessMasked(known, said, newer),
    lines: newer ? numberedLike(known, said) : known.lines,
  }
}

/** Channels mask buyers once an order is done; what was readable earlier stays readable. */
function lessMasked(known: OrderDocument, said: OrderDocument, newer: boolean): OrderDocument['recipient'] {
  const [first, second] = newer ? [said.recipient, known.recipient] : [known.recipient, said.recipient]
  const better = (a: string, b: string) => (a === '' || (a.includes('*') && b !== '' && !b.includes('*')) ? b : a)
  return {
    username: better(first.username, second.username),
    name: better(first.name, second.name),
    phone: better(first.phone, second.phone),
    address: better(first.address, second.address),
    city: better(first.city, second.city),
    province: better(first.province, second.province),
  }
}

/** Lines keep the number they first had. A listing sold at two prices in one order has two lines, told apart by their order. */
function numberedLike(known: OrderDocument, said: OrderDocument): OrderDocument['lines'] {
  const numbers = new Map<string | null, number[]>()
  for (const { listingId, line } of known.lines) numbers.set(listingId, [...(numbers.get(listingId) ?? []), line])
  let next = Math.max(0, ...known.lines.map(({ line }) => line))
  return said.lines
    .map((line) => ({ ...line, line: numbers.get(line.listingId)?.shift() ?? ++next }))
    .sort((a, b) => a.line - b.line)
}

function sameDocument(a: OrderDocument, b: OrderDocument): boolean {
  const keys = Object.keys(a) as (keyof OrderDocument)[]
  return keys.every((key) =>
    key === 'asOf' && a.channelState === b.channelState ? true : JSON.stringify(a[key]) === JSON.stringify(b[key]),
  )
}
