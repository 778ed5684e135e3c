import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { impliedTimes, type StatedTimes } from '../../src-main/core/orders/order-times.ts'
import {
  backSinceStated,
  joinedStates,
  type StatedStates,
  standingState,
  statedOnce,
} from '../../src-main/core/orders/state-order.ts'
import { ChannelState } from '../../src-shared/orders/order.ts'

/** What was stated: a state, and between which moments it was true. */
type Stated = [state: ChannelState, atLeast: number, atMost: number]
const all = (...stated: Stated[]): StatedStates =>
  stated
    .map(([state, atLeast, atMost]) => statedOnce(state, { atLeast, atMost }).states)
    .reduce((known, more) => joinedStates(known, more), {})
const standing = (...stated: Stated[]) => standingState(all(...stated))

describe('where the channel has an order', () => {
  test('a later phase stands, even when the other statement is certainly newer', () => {
    const phases: ChannelState[][] = [
      ['unknown'],
      ['unpaid'],
      ['on_hold', 'to_arrange', 'arranged', 'cancel_requested'],
      ['partly_shipped', 'in_transit', 'delivery_failed', 'delivered'],
      ['completed'],
      ['cancelled'],
    ]
    for (const [at, phase] of phases.entries())
      for (const earlier of phases.slice(0, at).flat())
        for (const later of phase)
          expect(standing([later, 1, 1], [earlier, 5, 5]), `${earlier} after ${later}`).toBe(later)
  })

  test('a wish to cancel stands until a statement that is certainly later withdraws it', () => {
    expect(standing(['cancel_requested', 1, 4], ['arranged', 3, 9])).toBe('cancel_requested')
    expect(standing(['cancel_requested', 1, 4], ['arranged', 5, 9])).toBe('arranged')
  })

  test('a wish to cancel in a narrower list is heard, though a wider and older list told of a newer order', () => {
    expect(standing(['to_arrange', 7, 9], ['cancel_requested', 3, 13])).toBe('cancel_requested')
    expect(standing(['cancel_requested', 3, 13], ['to_arrange', 7, 9])).toBe('cancel_requested')
  })

  test('a delivery that failed is tried again; what is delivered did not fail', () => {
    expect(standing(['in_transit', 1, 2], ['delivery_failed', 1, 3])).toBe('delivery_failed')
    expect(standing(['delivery_failed', 1, 3], ['in_transit', 4, 5])).toBe('in_transit')
    expect(standing(['delivery_failed', 1, 3], ['delivered', 2, 5])).toBe('delivered')
  })

  test('a delivery that failed stands against a source that has no word for it, until that tells of more', () => {
    const silent = (state: ChannelState, at: number) =>
      statedOnce(state, { atLeast: at, atMost: at }, { tellsOfFailure: false }).states
    const failed = all(['delivery_failed', 1, 3])
    const since = (...more: StatedStates[]) => standingState(more.reduce(joinedStates, failed))
    expect(since(silent('in_transit', 9))).toBe('delivery_failed')
    expect(since(silent('in_transit', 9), all(['in_transit', 4, 5]))).toBe('in_transit')
    expect(since(all(['in_transit', 2, 2]), silent('in_transit', 9))).toBe('delivery_failed')
    expect(since(silent('delivered', 9))).toBe('delivered')
  })

  test('a return that its buyer withdraws leaves the order where it was', () => {
    expect(standing(['delivered', 1, 2], ['return_open', 3, 3], ['delivered', 4, 4])).toBe('delivered')
    expect(standing(['completed', 1, 2], ['return_open', 3, 3], ['completed', 4, 4])).toBe('completed')
    expect(standing(['delivered', 1, 2], ['return_open', 3, 3])).toBe('return_open')
  })

  test('a return that is asked for stands against a source that has no word for it; what came back stays back', () => {
    const silent = (state: ChannelState, at: number) =>
      statedOnce(state, { atLeast: at, atMost: at }, { tellsOfReturns: false }).states
    const asked = joinedStates(all(['completed', 1, 2]), all(['return_open', 3, 3]))
    const since = (...more: StatedStates[]) => standingState(more.reduce(joinedStates, asked))
    expect(since(silent('completed', 9))).toBe('return_open')
    expect(since(silent('completed', 9), all(['completed', 4, 4]))).toBe('completed')
    expect(since(all(['completed', 2, 3]), silent('completed', 9))).toBe('return_open')
    expect(standing(['completed', 1, 2], ['returned', 3, 3], ['completed', 8, 8], ['return_open', 9, 9])).toBe(
      'returned',
    )
  })

  test('what was completed or cancelled once never goes back', () => {
    expect(standing(['completed', 1, 1], ['delivered', 8, 8])).toBe('completed')
    expect(standing(['cancelled', 1, 1], ['completed', 8, 8])).toBe('cancelled')
  })

  test('a delivery that fails again did so then, whichever word came first', () => {
    const told: Stated[] = [
      ['in_transit', 1, 1],
      ['delivery_failed', 3, 4],
      ['in_transit', 6, 6],
      ['delivery_failed', 8, 8],
      ['delivery_failed', 9, 9],
    ]
    for (const cut of told.keys())
      expect(backSinceStated(all(...told.slice(cut), ...told.slice(0, cut))), `from ${cut}`).toBe(8)
    // nobody knows which of the two was later
    expect(backSinceStated(all(['delivery_failed', 3, 7], ['in_transit', 6, 6], ['delivery_failed', 8, 8]))).toBe(3)
    expect(backSinceStated(all(...told, ['cancelled', 12, 12]))).toBe(8)
  })

  test('any order of arrival, any grouping and any repetition end in one standing', () => {
    const stated = fc
      .record({
        state: fc.constantFrom(...ChannelState.options),
        moments: fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })),
        tellsOfFailure: fc.boolean(),
        tellsOfReturns: fc.boolean(),
      })
      .map(({ state, moments: [a, b], ...tells }) =>
        statedOnce(state, { atLeast: Math.min(a, b), atMost: Math.max(a, b) }, tells),
      )
    const joinedAll = (told: { states: StatedStates }[]) =>
      told.reduce<StatedStates>((known, { states }) => joinedStates(known, states), {})
    fc.assert(
      fc.property(
        fc
          .array(stated, { minLength: 1, maxLength: 8 })
          .chain((of) => fc.tuple(fc.constant(of), fc.shuffledSubarray(of, { minLength: of.length }), fc.nat(8))),
        ([of, shuffled, cut]) => {
          const grouped = joinedStates(
            joinedAll(shuffled.slice(0, cut)),
            joinedAll([...shuffled.slice(cut), ...of.slice(0, 2)]),
          )
          expect(grouped).toEqual(joinedAll(of))
          expect(standingState(grouped)).toBe(standingState(joinedAll(of)))
          expect(backSinceStated(grouped)).toBe(backSinceStated(joinedAll(of)))
        },
      ),
      { numRuns: 1_000 },
    )
  })
})

describe('times that a channel does not print', () => {
  const NO_TIMES: StatedTimes = {
    placedAt: null,
    paidAt: null,
    arrangedAt: null,
    deliveredAt: null,
    cancelledAt: null,
    statedShippedAt: null,
    statedCompletedAt: null,
    presumedShippedAt: null,
  }

  test('goods that left did so when their shipment was arranged, else when the order was paid, else when it was first told', () => {
    const left = all(['in_transit', 9, 9])
    expect(impliedTimes(left, { ...NO_TIMES, arrangedAt: 2, paidAt: 1 }).shippedAt).toBe(2)
    expect(impliedTimes(left, { ...NO_TIMES, paidAt: 1 }).shippedAt).toBe(1)
    expect(impliedTimes(left, NO_TIMES).shippedAt).toBe(9)
    expect(impliedTimes(all(['arranged', 9, 9]), { ...NO_TIMES, arrangedAt: 2 }).shippedAt).toBeNull()
  })

  test('goods of an order that is cancelled on the road have left all the same', () => {
    expect(impliedTimes(all(['in_transit', 3, 3], ['cancelled', 9, 9]), NO_TIMES).shippedAt).toBe(3)
    expect(impliedTimes(all(['cancelled', 9, 9]), NO_TIMES).shippedAt).toBeNull()
    expect(impliedTimes(all(['cancelled', 9, 9]), { ...NO_TIMES, presumedShippedAt: 4 }).shippedAt).toBe(4)
  })

  test('an order was completed when it was delivered, else when its completion was first told', () => {
    const completed = all(['completed', 9, 9], ['completed', 12, 12])
    expect(impliedTimes(completed, { ...NO_TIMES, deliveredAt: 5 }).completedAt).toBe(5)
    expect(impliedTimes(completed, NO_TIMES).completedAt).toBe(9)
    expect(impliedTimes(all(['delivered', 9, 9]), NO_TIMES).completedAt).toBeNull()
  })

  test('what was told under a clock of 2015 was not completed before its goods left', () => {
    const told = all(['completed', 3, 3])
    expect(impliedTimes(told, { ...NO_TIMES, arrangedAt: 20 })).toEqual({ shippedAt: 20, completedAt: 20 })
  })

  test('a stated moment always stands before an implied one', () => {
    const stated = { ...NO_TIMES, arrangedAt: 1, deliveredAt: 2, statedShippedAt: 5, statedCompletedAt: 7 }
    expect(impliedTimes(all(['completed', 9, 9]), stated)).toEqual({ shippedAt: 5, completedAt: 7 })
  })
})
