import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { ChannelState, LostFact } from '../../../src-shared/orders/order.ts'
import { earlierLeft, renamedAfterLeaving, underTheirNames } from './goods-renamed-later.ts'
import type { OrderDocument } from './order-document.ts'
import { hasLeftWhole, isCancelled } from './order-life.ts'
import { joinedLines, type LinePair, linesText, tellsOtherGoods } from './order-lines.ts'
import { parcelLeftAt } from './order-parcels.ts'
import { impliedTimes } from './order-times.ts'
import {
  backSinceStated,
  isSilentOn,
  joinedStates,
  newer,
  type Stamp,
  type StatedStates,
  standingState,
} from './state-order.ts'
import { type Field, fieldsOf, withFields } from './statement-fields.ts'

export interface Joined {
  document: OrderDocument
  /** Where the statement says otherwise than a newer one, and was set aside. */
  lost: LostFact[]
}

/**
 * A known order with one more statement about it. Commutative, associative, and the same twice is the same once: where the
 * channel has the order follows from all states ever stated; each field, and the goods, stand as the newest statement
 * that knew them, but those that left are what they were called when they did; pieces that came back only grow in number. What was
 * done here is not the channel's and stays.
 * @param byListing lines of both that are the same line.
 */
export function joined(known: OrderDocument, stated: OrderDocument, byListing: readonly LinePair[]): Joined {
  const lost = new Set<LostFact>()
  const stamps = new Map<string, Stamp>()
  const others = new Map(fieldsOf(stated).map((field) => [field.name, field]))
  const fields = fieldsOf(known).map((mine): Field => {
    const { name } = mine
    const other = others.get(name)!
    if (mine.value === null && other.value === null) return mine
    const [myStamp, otherStamp] = [stampOf(known, name), stampOf(stated, name)]
    const isOther =
      other.value !== null &&
      (mine.value === null || (other.rank - mine.rank || newer(otherStamp, myStamp) || after(other, mine)) >= 0)
    const isSame = JSON.stringify(mine.value) === JSON.stringify(other.value)
    stamps.set(name, isOther || (isSame && newer(otherStamp, myStamp) > 0) ? otherStamp : myStamp)
    if (isOther) return other
    if (other.value !== null && !isSame && mine.fact && !isSameMinute(mine, other)) lost.add(mine.fact)
    return mine
  })

  const [myGoods, otherGoods] = [stampOf(known, 'goods'), stampOf(stated, 'goods')]
  const isNewerGoods = (newer(otherGoods, myGoods) || compare(linesText(stated.lines), linesText(known.lines))) >= 0
  stamps.set('goods', isNewerGoods ? otherGoods : myGoods)
  const renamed = renamedAfterLeaving(known, stated, byListing)
  const pairs = renamed?.pairs ?? byListing
  const told = joinedLines(known.lines, stated.lines, pairs, isNewerGoods)
  const lines = renamed ? underTheirNames(told, renamed, known.lines, stated.lines) : told
  const left = earlierLeft(known, stated)
  if (!isNewerGoods && tellsOtherGoods(stated.lines, lines, pairs)) lost.add('goods')

  const [mine, theirs] = [known.statements, stated.statements]
  const newest = newer(theirs.newest, mine.newest) > 0 ? theirs.newest : mine.newest
  const document = withDerived(
    withFields(
      {
        ...known,
        comesBackAt: earliest(known.comesBackAt, stated.comesBackAt),
        lines,
        statements: {
          states: joinedStates(mine.states, theirs.states),
          newest,
          older: Object.fromEntries([...stamps].filter(([, stamp]) => newer(stamp, newest) !== 0)),
          ...(left && newer(left, stamps.get('goods')!) !== 0 ? { left } : {}),
          nothing: [],
        },
      },
      fields,
    ),
  )
  const { channelState } = document
  if (!(channelState in theirs.states) && !isSilentOn(channelState, theirs.states)) lost.add('state')
  return { document, lost: [...lost] }
}

/** The document with what follows from its statements: where the channel has it, and when it left and was completed. */
export function withDerived(order: OrderDocument): OrderDocument {
  const { states } = order.statements
  const channelState = standingState(states)
  return completedByLeaving({
    ...order,
    channelState,
    rawStatus: wordOf(states, channelState),
    statedBackAt: backSinceStated(states),
    ...impliedTimes(states, order),
  })
}

/** The channel's own word for where it has the order; a newer one that nobody here knows is shown, too, and moves nothing. */
function wordOf(states: StatedStates, standing: ChannelState): string {
  const [known, unknown] = [states[standing], states.unknown]
  return (unknown && (!known || unknown.atMost > known.atMost) ? unknown : known)?.rawStatus ?? ''
}

/** An own sale is completed once all of it has left the shop: nobody else will say so. */
function completedByLeaving(order: OrderDocument): OrderDocument {
  if (order.channel !== 'own' || isCancelled(order) || order.completedAt !== null || !hasLeftWhole(order)) return order
  const completedAt = Math.max(...order.parcels.map((parcel) => parcelLeftAt(order, parcel)!))
  return { ...order, channelState: 'completed', completedAt }
}

const earliest = (a: Instant | null, b: Instant | null) => (a === null ? b : b === null ? a : Math.min(a, b))

const stampOf = ({ statements }: OrderDocument, name: string): Stamp => statements.older[name] ?? statements.newest

const compare = (a: string, b: string) => (a === b ? 0 : a > b ? 1 : -1)
const after = (a: Field, b: Field) => compare(JSON.stringify(a.value), JSON.stringify(b.value))

/** A file prints minutes where an API tells seconds; that is no other moment. */
const isSameMinute = ({ fact, value: a }: Field, { value: b }: Field) =>
  fact === 'times' && Math.floor(Number(a) / 60_000) === Math.floor(Number(b) / 60_000)
