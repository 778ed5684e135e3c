import { daysBetween, type Instant } from '../../../src-shared/kernel/business-day.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { memo } from '../../../src-shared/ledger/memo.words.ts'
import type { ReturnCondition } from '../../../src-shared/orders/return.ts'
import type { Entry, EntryLine, Movement } from '../effects.ts'
import { credit, debit, moved } from '../entry-lines.ts'
import { channelAccounts } from '../ledger/channel-accounts.ts'
import { backSince, type GoodsBack, goodsBack, whyBack } from './goods-back.ts'
import type { OrderDocument } from './order-document.ts'
import type { GoodsByLine } from './order-goods.ts'
import { isCancelled, soldAt } from './order-life.ts'

/** Goods that come back wait here until someone has looked at them. */
const TO_INSPECT: AccountCode = '1305'

/** Where pieces go once they were looked at: to the shelf, or to the loss of spoilt and lost goods. */
const GOES_TO: Record<ReturnCondition, AccountCode> = { sellable: '1301', damaged: '5105', lost: '5105' }

type ReturnMemo = 'cancelled after sending' | 'delivery failed' | 'goods returned'

/**
 * What comes back. Announced goods leave transit (or the cost of goods, once sold) and wait to be inspected; each
 * inspection takes its pieces out of there at the cost they left with, on the day it happens. Pieces that are here before
 * a channel tells of them, and own sales, go straight where they belong. Refunds cut the sales, and claims that are paid are
 * other income. Every part of a line's cost is rounded cumulatively, so that nothing of it stays behind.
 */
export function returnEffects(
  order: OrderDocument,
  goodsByLine: GoodsByLine,
  dayOf: (at: Instant) => string,
): { movements: Movement[]; entries: Entry[] } {
  const { inspections: looked, refunds } = order.returns
  const paidClaims = claimsToBook(order)
  // most orders: nothing comes back, and nothing was done here
  if (whyBack(order) === null && looked.length + refunds.length + paidClaims.length === 0)
    return { movements: [], entries: [] }
  const goods = goodsBack(order, goodsByLine)
  const sold = soldAt(order)
  // a channel's goods are in transit until the day they count as sold; own sales are sold as they leave
  const comeFrom = (at: Instant): AccountCode =>
    order.channel === 'own' || (sold !== null && dayOf(at) >= dayOf(sold)) ? '5101' : '1303'
  const inspections = goods.flatMap((kind) => kind.inspected.map((found) => ({ kind, found })))
  const byInspection = [...Map.groupBy(inspections, ({ found }) => found.id)]
  return {
    movements: inspections.flatMap(({ kind, found }) =>
      found.condition === 'sellable' && kind.variantId !== null
        ? [
            {
              effect: returnKey(kind, found.id),
              kind: 'return' as const,
              variantId: kind.variantId,
              day: dayOf(found.at),
              at: found.at,
              pieces: found.pieces,
              cost: { issuedBy: kind.issues, part: { pieces: found.pieces, of: kind.issued, after: found.after } },
            },
          ]
        : [],
    ),
    entries: [
      ...announcedEntry(order, goods, comeFrom, dayOf),
      ...byInspection.map(
        ([id, parts]): Entry => ({
          effect: `inspected/${id}`,
          book: 'usaha',
          day: dayOf(parts[0]!.found.at),
          memo: memo(`inspected ${parts[0]!.found.condition}`, { order: order.number }),
          lines: parts.flatMap(({ kind, found }) => inspectionLines(kind, found, comeFrom(found.at))),
        }),
      ),
      ...(sold === null || order.channel === 'own'
        ? []
        : backBeforeSale(order, { goods, back: announcedAt(order, goods), sold, comeFrom, dayOf })),
      ...refundsOf(order).map(
        ({ id, day, amount, account }): Entry => ({
          effect: `refund/${id}`,
          book: 'usaha',
          day,
          memo: memo('refund', { order: order.number }),
          lines: [debit('4201', amount), credit(account, amount)],
        }),
      ),
      ...paidClaims.map(
        ({ id, day, amount, account }): Entry => ({
          effect: `claim/${id}`,
          book: 'usaha',
          day,
          memo: memo('claim paid', { order: order.number }),
          lines: [debit(account, amount), credit('4901', amount)],
        }),
      ),
    ],
  }
}

/** Refunds that stand: a channel that cancels the sale leaves no claim to take one out of. */
const refundsOf = (order: OrderDocument) =>
  order.returns.refunds.filter(
    ({ account }) =>
      order.channel === 'own' || soldAt(order) !== null || account !== channelAccounts(order.channel).receivable,
  )

/** A claim that was paid into the balance and the channel's own word of that money are days apart at most. */
const DAYS_APART = 7

/** Claims that are paid, but those whose money the channel itself tells of: it is booked with what was released. */
function claimsToBook({ channel, returns, settlements }: OrderDocument): OrderDocument['returns']['paidClaims'] {
  if (channel === 'own' || returns.paidClaims.length === 0) return returns.paidClaims
  const { balance } = channelAccounts(channel)
  const told = settlements.releases.flatMap(({ kind, releasedOn, released, lines }) => {
    const compensation = lines.reduce((sum, { account, amount }) => sum + (account === '4901' ? amount : 0), 0)
    return { day: releasedOn, amount: kind === 'adjustment' ? released : compensation }
  })
  return returns.paidClaims.filter(({ account, amount, day }) => {
    const at = told.findIndex((each) => each.amount === amount && Math.abs(daysBetween(day, each.day)) <= DAYS_APART)
    if (account !== balance || at < 0) return true
    told.splice(at, 1)
    return false
  })
}

const returnKey = ({ variantId }: GoodsBack, inspectionId: string) => `return/${inspectionId}/${variantId}`

const announcedOf = (goods: readonly GoodsBack[]) =>
  goods.filter((kind) => kind.announced > 0 && kind.issues.length > 0)

/** What was looked at before it was announced came back on the day it was looked at. */
const announcedAt = (order: OrderDocument, goods: readonly GoodsBack[]): Instant =>
  Math.min(backSince(order)!, ...goods.flatMap(({ inspected }) => inspected.map((each) => each.at)))

interface BeforeSale {
  goods: readonly GoodsBack[]
  /** When what the channel told of came back. */
  back: Instant
  sold: Instant
  comeFrom: (at: Instant) => AccountCode
  dayOf: (at: Instant) => string
}

/**
 * What came back before its order counted as sold left transit by itself: the sale's cost holds it once more, and gives it back on
 * the day of the sale. Else the month before would show a cost below nothing.
 */
function backBeforeSale(order: OrderDocument, { goods, back, sold, comeFrom, dayOf }: BeforeSale): Entry[] {
  const isEarly = (at: Instant) => comeFrom(at) === '1303'
  const lines = goods
    .filter(({ issues }) => issues.length > 0)
    .flatMap((kind) => [
      ...(isEarly(back) ? share(kind, '5101', '1303', { pieces: kind.announced, after: 0 }) : []),
      ...kind.inspected
        .filter(({ at }) => isEarly(at))
        .flatMap((found) => unannouncedLines(kind, found, { from: '5101', to: '1303' })),
    ])
  return lines.length === 0
    ? []
    : [
        {
          effect: 'back before sale',
          book: 'usaha',
          day: dayOf(sold),
          memo: memo('goods returned', { order: order.number }),
          lines,
        },
      ]
}

function announcedEntry(
  order: OrderDocument,
  goods: readonly GoodsBack[],
  comeFrom: (at: Instant) => AccountCode,
  dayOf: (at: Instant) => string,
): Entry[] {
  const announced = announcedOf(goods)
  if (announced.length === 0) return []
  const at = announcedAt(order, goods)
  const key: ReturnMemo = isCancelled(order)
    ? 'cancelled after sending'
    : order.channelState === 'delivery_failed'
      ? 'delivery failed'
      : 'goods returned'
  return [
    {
      effect: 'goods back',
      book: 'usaha',
      day: dayOf(at),
      memo: memo(key, { order: order.number }),
      lines: announced.flatMap((kind) => share(kind, comeFrom(at), TO_INSPECT, { pieces: kind.announced, after: 0 })),
    },
  ]
}

/** Announced pieces leave the goods to be inspected; pieces beyond those are here before they were announced. */
function inspectionLines(kind: GoodsBack, found: GoodsBack['inspected'][number], comeFrom: AccountCode): EntryLine[] {
  if (kind.issues.length === 0) return []
  const waiting = waitingPieces(kind, found)
  const to = GOES_TO[found.condition]
  // books and shelf agree also while only a part of the cost is known
  if (found.condition === 'sellable' && waiting === found.pieces)
    return moved(TO_INSPECT, to, [returnKey(kind, found.id)])
  return [
    ...share(kind, TO_INSPECT, to, { pieces: waiting, after: found.after }),
    ...unannouncedLines(kind, found, { from: comeFrom, to }),
  ]
}

/** Pieces of an inspection that the channel had told of. */
const waitingPieces = ({ announced }: GoodsBack, { after, pieces }: GoodsBack['inspected'][number]) =>
  Math.max(0, Math.min(after + pieces, announced) - after)

/** The cost of those that it had not told of goes from one account to the other. */
function unannouncedLines(
  kind: GoodsBack,
  found: GoodsBack['inspected'][number],
  { from, to }: { from: AccountCode; to: AccountCode },
): EntryLine[] {
  const waiting = waitingPieces(kind, found)
  if (waiting === 0 && found.condition === 'sellable') return moved(from, to, [returnKey(kind, found.id)])
  return share(kind, from, to, { pieces: found.pieces - waiting, after: found.after + waiting })
}

/** The cost of some of the pieces goes from one account to the other. */
function share(
  { issues, issued }: GoodsBack,
  from: AccountCode,
  to: AccountCode,
  part: { pieces: number; after: number },
): EntryLine[] {
  if (part.pieces === 0) return []
  const line = (account: AccountCode, side: 'debit' | 'credit'): EntryLine => ({
    account,
    side,
    costOf: issues,
    part: { ...part, of: issued },
  })
  return [line(to, 'debit'), line(from, 'credit')]
}
