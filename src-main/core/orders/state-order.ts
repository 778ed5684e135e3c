import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { ChannelState, MoneyKind } from '../../../src-shared/orders/order.ts'

/** How far along a channel state is: a later phase wins over an earlier one, whatever arrives first. */
export const PHASE: Record<ChannelState, number> = {
  unknown: 0,
  unpaid: 1,
  on_hold: 2,
  to_arrange: 2,
  arranged: 2,
  cancel_requested: 2,
  partly_shipped: 3,
  in_transit: 3,
  delivery_failed: 3,
  delivered: 3,
  completed: 4,
  return_open: 4,
  returned: 4,
  cancelled: 5,
}

/** How far along inside its phase. */
const STEP: Record<ChannelState, number> = {
  unknown: 0,
  unpaid: 0,
  on_hold: 0,
  to_arrange: 1,
  arranged: 2,
  cancel_requested: 3,
  partly_shipped: 0,
  in_transit: 1,
  delivery_failed: 2,
  delivered: 3,
  completed: 0,
  return_open: 1,
  returned: 2,
  cancelled: 0,
}

/** A buyer who withdraws his return leaves the order where it was before, in an earlier phase even. */
const FALLS_BACK_TO: Partial<Record<ChannelState, readonly ChannelState[]>> = {
  return_open: ['in_transit', 'delivered', 'completed'],
}

/** What came back stays back, as the pieces of it do: a later list that has no word for it takes neither away. */
const NEVER_PUT_BACK: readonly ChannelState[] = ['returned']

/** How new a statement is: by when it was made at the latest, then by the newest thing it tells of. */
export interface Stamp {
  atMost: Instant
  atLeast: Instant
}

export const newer = (a: Stamp, b: Stamp): number => a.atMost - b.atMost || a.atLeast - b.atLeast

/** Everything that was ever stated in one state: between which moments, and in which words of the channel's. */
export interface StatedState {
  /** The least moment of the earliest statement: the state had been reached about then. */
  since: Instant
  /** The latest statements were true at least then, at most then. */
  atLeast: Instant
  atMost: Instant
  /** The channel's own word, as the newest of them had it. */
  rawStatus: string
  /** The same of the newest whose source would have told of a delivery that failed; left out where none would. */
  tellingOfFailure?: Instant
  /** The same of a return that is asked for; null where none would, left out where the latest did. */
  tellingOfReturns?: Instant | null
  /** Of a delivery that failed: between which moments it was stated since it was tried again last. Left out where once. */
  stated?: readonly Interval[]
}

type Interval = readonly [atLeast: Instant, atMost: Instant]

export type StatedStates = Partial<Record<ChannelState, StatedState>>

/** Two collections of statements as one. Commutative, associative, and the same twice is the same once. */
export function joinedStates(a: StatedStates, b: StatedStates): StatedStates {
  const joined = { ...a }
  for (const [state, stated] of entriesOf(b)) {
    const known = joined[state]
    joined[state] = known ? joinedState(known, stated) : stated
  }
  const failed = joined.delivery_failed
  if (!failed) return joined
  const stated = outermost(
    [a, b].flatMap(({ delivery_failed }) => (delivery_failed ? intervalsOf(delivery_failed) : [])),
  )
  return { ...joined, delivery_failed: sinceTriedAgain(joined, { ...failed, stated }) }
}

/** Without the failures after which it was tried again: a delivery that fails once more did so then, not the first time. */
function sinceTriedAgain(states: StatedStates, { stated: all = [], ...failed }: StatedState): StatedState {
  const triedAgain = Math.max(
    ...entriesOf(states)
      .filter(([other]) => putsBack(other, 'delivery_failed'))
      .map(([, each]) => trueAgainst('delivery_failed', each)),
  )
  const stated = all.filter(([, atMost]) => atMost >= triedAgain)
  const isPlain = stated.length === 1 && stated[0]![0] === failed.since && stated[0]![1] === failed.atMost
  return isPlain ? failed : { ...failed, stated }
}

/** Statements that may still be the first since then: each begins later than the one before, and may have been true longer. */
function outermost(intervals: readonly Interval[]): Interval[] {
  const kept: Interval[] = []
  for (const each of intervals.toSorted(([a, until], [b, otherUntil]) => a - b || otherUntil - until))
    if (each[1] > (kept.at(-1)?.[1] ?? Number.NEGATIVE_INFINITY)) kept.push(each)
  return kept
}

function joinedState(a: StatedState, b: StatedState): StatedState {
  const telling = [a, b].flatMap(({ tellingOfFailure }) => tellingOfFailure ?? [])
  const atLeast = Math.max(a.atLeast, b.atLeast)
  const ofReturns = [a, b].map(tellingOfReturns).reduce(later)
  return {
    since: Math.min(a.since, b.since),
    atLeast,
    atMost: Math.max(a.atMost, b.atMost),
    rawStatus: a.atMost > b.atMost || (a.atMost === b.atMost && a.rawStatus > b.rawStatus) ? a.rawStatus : b.rawStatus,
    ...(telling.length > 0 ? { tellingOfFailure: Math.max(...telling) } : {}),
    ...(ofReturns === atLeast ? {} : { tellingOfReturns: ofReturns }),
  }
}

const intervalsOf = ({ stated, since, atMost }: StatedState): readonly Interval[] => stated ?? [[since, atMost]]

const tellingOfReturns = (stated: StatedState): Instant | null =>
  stated.tellingOfReturns === undefined ? stated.atLeast : stated.tellingOfReturns

const later = (a: Instant | null, b: Instant | null) => (a === null ? b : b === null ? a : Math.max(a, b))

const entriesOf = (states: StatedStates) => Object.entries(states) as [ChannelState, StatedState][]

/**
 * Where the channel has the order. The furthest state ever stated stands, unless a statement that is certainly later (true
 * after the other can last have been true) puts it back inside its phase: a wish to cancel is withdrawn, a delivery tried
 * again. Completed and cancelled only move forward.
 */
export const standingState = (states: StatedStates): ChannelState =>
  entriesOf(states)
    .map(([state]) => state)
    .filter((state) => stillStands(states, state))
    .reduce((furthest, state) => (distance(state, furthest) > 0 ? state : furthest), 'unknown' as ChannelState)

/** Stated, and put back by nothing that is certainly later. */
function stillStands(states: StatedStates, state: ChannelState): boolean {
  const stated = states[state]
  return (
    stated !== undefined &&
    !entriesOf(states).some(([other, each]) => putsBack(other, state) && trueAgainst(state, each) > stated.atMost)
  )
}

const ARRIVED: readonly ChannelState[] = ['delivered', 'completed', 'return_open', 'returned']

/**
 * Since when an order stands in a state whose goods come back; null where it does not. A delivery that failed and was tried again
 * counts no more; one that failed before its order was cancelled still does.
 */
export function backSinceStated(states: StatedStates): Instant | null {
  const standing = standingState(states)
  if (standing === 'returned') return states.returned!.since
  if (standing === 'delivery_failed') return failedSince(states)
  if (standing !== 'cancelled') return null
  const hasFailed = stillStands(states, 'delivery_failed') && !ARRIVED.some((state) => state in states)
  return Math.min(states.cancelled!.since, hasFailed ? failedSince(states) : Number.POSITIVE_INFINITY)
}

/** Of a delivery that failed: since when, and since it was tried again if it was. */
const failedSince = ({ delivery_failed }: StatedStates): Instant =>
  Math.min(...intervalsOf(delivery_failed!).map(([atLeast]) => atLeast))

const putsBack = (other: ChannelState, state: ChannelState) =>
  !NEVER_PUT_BACK.includes(state) &&
  ((PHASE[other] === PHASE[state] && STEP[other] < STEP[state]) || (FALLS_BACK_TO[state]?.includes(other) ?? false))

/** Until when a statement certainly says that an order is not in this state: one of a source that has no word for it never does. */
const trueAgainst = (state: ChannelState, stated: StatedState): Instant => {
  if (state === 'delivery_failed') return stated.tellingOfFailure ?? Number.NEGATIVE_INFINITY
  return state === 'return_open' ? (tellingOfReturns(stated) ?? Number.NEGATIVE_INFINITY) : stated.atLeast
}

/** Whether statements say nothing against the state that stands, though they name another: nothing of them is set aside then. */
export const isSilentOn = (state: ChannelState, stated: StatedStates): boolean =>
  entriesOf(stated).every(
    ([other, each]) => putsBack(other, state) && trueAgainst(state, each) === Number.NEGATIVE_INFINITY,
  )

const distance = (a: ChannelState, b: ChannelState) => PHASE[a] - PHASE[b] || STEP[a] - STEP[b]

/** States in which the goods are no longer in the shop. */
const SHIPPED: ReadonlySet<ChannelState> = new Set([
  'partly_shipped',
  'in_transit',
  'delivery_failed',
  'delivered',
  'completed',
  'return_open',
  'returned',
])

/** Whether some statement told of all goods as gone. */
export const allHasLeft = (states: StatedStates): boolean =>
  entriesOf(states).some(([state]) => SHIPPED.has(state) && state !== 'partly_shipped')

/** When the first statement spoke of goods that had left; null when none did. A later cancel does not bring them back. */
export const shippedSince = (states: StatedStates): Instant | null =>
  earliest(entriesOf(states).filter(([state]) => SHIPPED.has(state)))

/** When anything was first stated. */
export const firstStated = (states: StatedStates): Instant => earliest(entriesOf(states)) ?? 0

const earliest = (stated: readonly [ChannelState, StatedState][]): Instant | null =>
  stated.length === 0 ? null : Math.min(...stated.map(([, { since }]) => since))

interface OnceStated {
  rawStatus?: string
  /** Until when the state may have been true, where that is not known from the stamp. */
  lastTrue?: Instant
  /** Whether the source would have told of a delivery that failed. */
  tellsOfFailure?: boolean
  /** Whether it would have told of a return that is asked for. */
  tellsOfReturns?: boolean
}

/** What is remembered of an order after its first statement. */
export const statedOnce = (
  state: ChannelState,
  { atMost, atLeast }: Stamp,
  { rawStatus = '', lastTrue = atMost, tellsOfFailure = true, tellsOfReturns = true }: OnceStated = {},
) => ({
  states: {
    [state]: {
      since: atLeast,
      atLeast,
      atMost: lastTrue,
      rawStatus,
      ...(tellsOfFailure ? { tellingOfFailure: atLeast } : {}),
      ...(tellsOfReturns ? {} : { tellingOfReturns: null }),
    },
  } as StatedStates,
  newest: { atMost, atLeast },
  older: {},
  nothing: [] as MoneyKind[],
})
