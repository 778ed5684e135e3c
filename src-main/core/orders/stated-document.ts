import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { MoneyKind, type OrderSnapshot, type SnapshotLine } from '../../../src-shared/orders/order.ts'
import { NOT_SETTLED } from '../settlements/release.ts'
import { withDerived } from './joined-statements.ts'
import { firstParcel, NO_RETURNS, type OrderDocument, type OrderDocumentLine } from './order-document.ts'
import { withParcels } from './order-parcels.ts'
import { type Stamp, statedOnce } from './state-order.ts'

/**
 * When a statement was true, as far as it can be known at `now`: a typed year in the future must not make every later
 * statement look old, and a source without a moment of its own was made when it was taken in, at the latest. One that was
 * made before what it tells of has a wrong date: it is as new as what it tells of, whenever it is taken in.
 */
export function stampOf({ atLeast, atMost }: Told, now: Instant): Stamp {
  const latest = Math.min(Math.max(atMost ?? now, isWronglyDated({ atLeast, atMost }) ? atLeast : 0), now)
  return { atMost: latest, atLeast: Math.min(atLeast, latest) }
}

type Told = Pick<OrderSnapshot, 'atLeast' | 'atMost'>

const isWronglyDated = ({ atLeast, atMost }: Told) => atMost !== null && atMost < atLeast

/** How long its state may have been true: nothing is certainly later than a statement of which nobody knows when it was made. */
const lastTrue = (told: Told, stamp: Stamp): Instant => (isWronglyDated(told) ? Number.MAX_SAFE_INTEGER : stamp.atMost)

const PLACE_OF_KIND = new Map(MoneyKind.options.map((kind, place) => [kind, place]))
const byKind = (one: MoneyOfKind, other: MoneyOfKind) => PLACE_OF_KIND.get(one.kind)! - PLACE_OF_KIND.get(other.kind)!
type MoneyOfKind = Pick<OrderSnapshot['money'][number], 'kind'>

/** One statement as a document of its own: what the order would be if nothing else were ever stated of it. */
export function statedDocument(
  snapshot: OrderSnapshot,
  shopId: string,
  listingOf: (line: SnapshotLine) => string,
  now: Instant,
): OrderDocument {
  const { state, rawStatus, tellsOfFailure, tellsOfReturns, lines, money, ...others } = snapshot
  const { shippedAt, presumedShippedAt, completedAt, atLeast, atMost, ...facts } = others
  const stamp = stampOf({ atLeast, atMost }, now)
  const amounts = money.filter(({ amount }) => amount !== 0).toSorted(byKind)
  const withAmount = new Set(amounts.map(({ kind }) => kind))
  const id = newId(now)
  const stated = withDerived({
    ...facts,
    shopFront: facts.shopFront ?? '',
    parcels: [firstParcel(id)],
    comesBackAt: tellsOfGoodsBack(snapshot) ? stamp.atLeast : null,
    statedBackAt: null,
    returns: NO_RETURNS,
    settlements: NOT_SETTLED,
    withdrawnAt: null,
    id,
    shopId,
    ownNote: null,
    paidInto: null,
    sentInstead: [],
    channelState: state,
    rawStatus,
    statements: {
      ...statedOnce(state, stamp, {
        rawStatus,
        lastTrue: lastTrue(snapshot, stamp),
        tellsOfFailure: tellsOfFailure ?? true,
        tellsOfReturns: tellsOfReturns ?? true,
      }),
      nothing: [
        ...new Set(
          money
            .filter(({ kind }) => !withAmount.has(kind))
            .toSorted(byKind)
            .map(({ kind }) => kind),
        ),
      ],
    },
    shippedAt: null,
    statedShippedAt: shippedAt,
    presumedShippedAt: presumedShippedAt ?? null,
    completedAt: null,
    statedCompletedAt: completedAt,
    money: amounts,
    lines: withWhatLeft(state, lines).map((line, at) => asAsked(state, statedLine(line, at, listingOf(line)))),
  })
  return withParcels(stated, now)
}

/**
 * A channel that calls an order partly shipped and names no goods means those that have a No. Resi, while others have none: that
 * stays known when these get theirs.
 */
function withWhatLeft(state: OrderSnapshot['state'], lines: readonly SnapshotLine[]): readonly SnapshotLine[] {
  const named = lines.filter(({ waybill }) => waybill)
  if (state !== 'partly_shipped' || lines.some(({ isShipped }) => isShipped) || named.length === lines.length)
    return lines
  return lines.map((line) => (line.waybill ? { ...line, isShipped: true } : line))
}

/** Pieces of a request that is still open are asked for, not back: the buyer may drop it, or be refused. */
const asAsked = (state: OrderSnapshot['state'], line: OrderDocumentLine): OrderDocumentLine =>
  state === 'return_open' ? { ...line, returnedPieces: 0, askedPieces: line.returnedPieces } : line

/** The `at`-th line of a statement (from 0) as a line of the document. */
export const statedLine = (line: SnapshotLine, at: number, listingId: string): OrderDocumentLine => ({
  line: at + 1,
  listingId,
  variantId: null,
  pieces: line.pieces,
  returnedPieces: line.returnedPieces,
  askedPieces: 0,
  listPrice: line.listPrice,
  price: line.price,
  sellerDiscount: line.sellerDiscount,
  channelDiscount: line.channelDiscount,
  weightGrams: line.weightGrams,
  lineId: line.lineId ?? '',
  waybill: line.waybill ?? '',
  isShipped: line.isShipped ?? false,
})

/** Names pieces that came back. What a state says of that stands with the states, as long as it does. */
const tellsOfGoodsBack = ({ state, lines }: OrderSnapshot): boolean =>
  state !== 'return_open' && lines.some(({ returnedPieces }) => returnedPieces > 0)
