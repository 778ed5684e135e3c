import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { ChannelTrouble, type Trouble } from '../channels/connectors/trouble.ts'
import { nextActAt } from './acts/acts.repository.ts'
import { breakConnection } from './connections.repository.ts'
import { tellAgainAfterWithdrawals } from './inbox.repository.ts'
import type { ReadingLists } from './reading-lists.ts'
import { pauseAfter } from './retrying.ts'
import {
  noteFailure,
  noteRound,
  noteSuccess,
  restUntil,
  STREAMS,
  type StoredStream,
  type StreamName,
  streamsOf,
} from './streams.repository.ts'
import { concernsAll, troubleOf } from './trouble-of-round.ts'
import type { Visit } from './visit.ts'
import type { WorkNeeds, WorkOfShop } from './work-of-shop.ts'

const MINUTE = 60_000
const SOON_MS = 1_000
const NEEDS_THE_OWNER: ReadonlySet<Trouble['kind']> = new Set(['consent', 'setup'])

interface RoundNeeds extends Omit<WorkNeeds, 'settle'> {
  visit: (shopId: string) => Promise<Visit | null>
  work: WorkOfShop
  reading: ReadingLists
}

/** One round of one shop: what waits here, then each list that is due, the most urgent first, then labels. */
export function createRound({ read, write, now, random, isOver, visit, work, reading }: RoundNeeds) {
  const { understand, perform, woken } = work

  /** Notes what a list met. @returns whether the other lists would meet it, too */
  const failed = async (shopId: string, { stream, failures: before }: StoredStream, problem: unknown) => {
    const trouble = troubleOf(problem)
    const failures = before + 1
    const retryAfterMs = 'retryAfterMs' in trouble ? trouble.retryAfterMs : null
    const nextAt = now() + pauseAfter(failures, retryAfterMs, random())
    const isForAll = concernsAll(trouble)
    await write(
      ['settings'],
      async (tx) => {
        await noteFailure(tx, shopId, stream, { at: now(), nextAt, failures, trouble })
        if (isForAll) await restUntil(tx, shopId, nextAt)
        if (NEEDS_THE_OWNER.has(trouble.kind)) await breakConnection(tx, shopId, trouble, now())
      },
      'quiet step',
    )
    return isForAll
  }

  /** Reads what is due of one shop. */
  const lists = async (visited: Visit): Promise<{ isWhole: boolean; rests: boolean }> => {
    const { shopId } = visited.connection
    const states = new Map((await streamsOf(read, shopId)).map((state) => [state.stream, state]))
    let isWhole = true
    for (const stream of STREAMS) {
      const state = states.get(stream)
      if (!state || isOver(shopId)) continue
      const isAtOnce = stream === 'stock' && woken.delete(shopId) && isWell(states)
      if (!isDue(state, now()) && !isAtOnce) continue
      try {
        const outcome = await reading.list(stream, state, visited)
        const nextAt = reading.nextOf(shopId, stream)
        await write(['settings'], (tx) => noteSuccess(tx, shopId, stream, { at: now(), nextAt, outcome }), 'quiet step')
      } catch (problem) {
        isWhole = false
        if (!(await failed(shopId, state, problem))) continue
        woken.delete(shopId)
        return { isWhole, rests: true }
      }
    }
    return { isWhole, rests: false }
  }

  /** Labels that are ready; when the next one may be. */
  const labels = (visited: Visit) => work.labels(visited).catch(nullAfterTrouble)

  return {
    /** @returns when the next list is due; null when nothing will be */
    async round(shopId: string): Promise<Instant | null> {
      const visited = await visit(shopId)
      if (!visited) return null
      await write(['channels'], (tx) => tellAgainAfterWithdrawals(tx, shopId), 'quiet step')
      // what a kill left in the inbox needs no network
      await understand(visited)
      await perform(visited)
      const { isWhole, rests } = await lists(visited)
      await write(['settings'], (tx) => noteRound(tx, shopId, now(), !isWhole), 'quiet step')
      const after = await streamsOf(read, shopId)
      if (after.length === 0) return null
      // a bad line is met by the lists again, which say so
      const label = rests ? null : await labels(visited)
      const act = rests ? null : await nextActAt(read, shopId)
      const soon = [label, act].flatMap((at) => (at === null ? [] : Math.max(at, now() + SOON_MS)))
      return Math.min(...after.map(({ nextAt }) => nextAt), ...soon)
    },
    /** What waits to be asked of the channel, and its labels, without the lists. @returns when there is more to do */
    async acts(visited: Visit): Promise<Instant | null> {
      await perform(visited)
      const next = await labels(visited)
      return next === null ? null : Math.max(next, now() + SOON_MS)
    },
  }
}

function nullAfterTrouble(problem: unknown): null {
  if (problem instanceof ChannelTrouble) return null
  throw problem
}

/** Also what was last read at a moment that is still to come: the clock was set back, and with it whatever was planned. */
const isDue = ({ nextAt, succeededAt, troubleAt }: StoredStream, at: Instant): boolean =>
  nextAt <= at || Math.max(succeededAt ?? 0, troubleAt ?? 0) > at + MINUTE

/** A list that fails for its own reasons holds no stock up. */
const isWell = (states: ReadonlyMap<StreamName, StoredStream>): boolean =>
  (['orders', 'stock'] as const).every((stream) => (states.get(stream)?.failures ?? 0) === 0)
