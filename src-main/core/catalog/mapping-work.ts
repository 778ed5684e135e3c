import { HELD_BEHIND_ORDERS } from '../../../src-shared/held-answers.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import type { Reader, Room, Tx } from '../database/open.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { type LongWork, StoppedInTime, type WorkSteps } from '../work/long-work.ts'
import type { Extent } from '../work/stepwise.ts'
import { mapListings } from './listings.repository.ts'

export interface Mapping {
  listingId: string
  variantId: string | null
}

/** A mapping that differs from what stands. */
export interface NewMapping extends Mapping {
  was: string | null
}

/** The orders room's steps: which orders sold these listings, and giving some of them the effects they now must have. */
export interface OrdersOfListings {
  ids(reader: Reader, listingIds: readonly string[]): Promise<string[]>
  settle(tx: Tx, orderIds: readonly string[]): Promise<void>
}

export interface Mapped {
  mapped: number
  ordersSettled: number
  /** Batal on its way: the listings are mapped as before, and so are their orders. */
  wasStopped: boolean
}

interface Mark extends Extent {
  way: 'on' | 'back'
}

/** Orders that are settled within the act itself; where there are more, others are served in between. */
const AT_ONCE = 200

export const TOUCHED_BY_MAPPING: Room[] = ['catalog', 'orders', 'inventory', 'ledger', 'reports']

interface Needs extends Pick<RoomNeeds, 'read' | 'write' | 'now'> {
  ordersOfListings: OrdersOfListings
  work: LongWork
}

/**
 * Mapping listings, and then the orders that sold them: few within one act, many as long work. With Batal the listings are
 * mapped as before, and the orders that had followed follow again.
 */
export function createMappingWork({ read, write, now, ordersOfListings, work }: Needs) {
  const idsOf = (reader: Reader, mappings: readonly Mapping[]) =>
    ordersOfListings.ids(
      reader,
      mappings.map(({ listingId }) => listingId),
    )

  const steps = (mappings: readonly NewMapping[], ids: readonly string[], from: number): WorkSteps<Mark, Mapped> => {
    let reached = from
    return {
      async step(tx, mark, size) {
        const some = ids.slice(mark.done, Math.min(mark.done + size, mark.total))
        await ordersOfListings.settle(tx, some)
        const done = mark.done + some.length
        if (mark.way === 'on') reached = done
        // an order may have gone with its import meanwhile
        return { ...mark, done, total: some.length === 0 ? done : mark.total }
      },
      turning: async () => async (tx) => {
        await mapListings(
          tx,
          mappings.map(({ listingId, was }) => ({ listingId, variantId: was })),
          now(),
        )
        return { way: 'back', done: 0, total: reached }
      },
      end: async (_tx, { way, done }) => ({
        mapped: way === 'on' ? mappings.length : 0,
        ordersSettled: way === 'on' ? done : 0,
        wasStopped: way === 'back',
      }),
    }
  }

  work.knows<Mapped>('mapping', {
    rooms: TOUCHED_BY_MAPPING,
    hasWayBack: true,
    holdsAnswers: () => HELD_BEHIND_ORDERS,
    async resume({ facts, mark }) {
      const mappings = facts as NewMapping[]
      return steps(mappings, await idsOf(read, mappings), mark.done)
    },
  })

  /**
   * @param foreseen the listings it will probably be, to tell whether there are many orders.
   * @param decide what is mapped, inside the write; with what else it answers.
   * @param nothing what else it answers when Batal came before its turn.
   */
  return async <Answer extends object>(
    about: string,
    foreseen: readonly string[],
    decide: (tx: Tx) => Promise<{ mappings: NewMapping[]; answer: Answer }>,
    nothing: Answer,
  ): Promise<Answer & Mapped> => {
    const orders = (await ordersOfListings.ids(read, foreseen)).length
    if (orders <= AT_ONCE)
      return write(TOUCHED_BY_MAPPING, async (tx) => {
        const { mappings, answer } = await decide(tx)
        await mapListings(tx, mappings, now())
        const ids = await idsOf(tx, mappings)
        await ordersOfListings.settle(tx, ids)
        return { ...answer, mapped: mappings.length, ordersSettled: ids.length, wasStopped: false }
      })
    let decided = nothing
    const { outcome } = work.begin<Mapped>({
      id: newId(now()),
      kind: 'mapping',
      about,
      prepare: async () => ({
        async accept(tx) {
          const { mappings, answer } = await decide(tx)
          decided = answer
          await mapListings(tx, mappings, now())
          const ids = await idsOf(tx, mappings)
          const mark: Mark = { way: 'on', done: 0, total: ids.length }
          return { facts: mappings, mark, steps: steps(mappings, ids, 0) }
        },
      }),
    })
    const mapped = await outcome.catch((problem): Mapped => {
      if (problem instanceof StoppedInTime) return { mapped: 0, ordersSettled: 0, wasStopped: true }
      throw problem
    })
    return { ...decided, ...mapped }
  }
}
