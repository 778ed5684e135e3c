import { AsyncLocalStorage } from 'node:async_hooks'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Connectors } from '../channels/connectors/connectors.ts'
import type { Trouble } from '../channels/connectors/trouble.ts'
import { actingAs } from '../database/actor.ts'
import type { Doors, Room } from '../database/open.ts'
import type { Outside, Scheduler } from '../outside.ts'
import type { Settle } from '../settling/settle.ts'
import { connections } from './connections.repository.ts'
import { createReadingLists } from './reading-lists.ts'
import { createRound } from './round.ts'
import { dueListings, mayGoOut } from './stock-out/pushing.ts'
import { createWaking } from './stock-out/waking.ts'
import { troubleOf } from './trouble-of-round.ts'
import { createVisits, isAway } from './visits.ts'
import { createWorkOfShop } from './work-of-shop.ts'

/** Who stands on what comes in by itself. */
const SYNC = { id: 'sinkron', name: 'Sinkron' }

const REST_AFTER_DEFECT_MS = 5 * 60_000

export interface EngineNeeds extends Pick<Doors, 'read' | 'write' | 'tell' | 'onCommitted'> {
  now: () => Instant
  settle: Settle
  outside: Pick<Outside, 'secrets' | 'transport' | 'scheduler'>
  connectors: Connectors
  /** From 0 up to 1, for pauses. */
  random: () => number
}

/**
 * The rounds of all connected shops: each reads what is due, the most urgent list first, and plans the next round. A round is one
 * after the other for a shop; shops do not wait for each other. Whatever happens to a round, everything it knows stands in the
 * database, so that the next one, after an error, a sleep or a kill, goes on where this one was.
 */
export function createEngine(needs: EngineNeeds) {
  const { read, tell, onCommitted, now, outside } = needs
  const { scheduler } = outside
  const running = new Map<string, Promise<void>>()
  const askedAgain = new Set<string>()
  const planned = new Map<string, ReturnType<Scheduler['after']>>()
  /** What ended the last round before it could write it down. */
  const stumbles = new Map<string, Trouble & { at: Instant }>()
  /** Somebody paused or disconnected them just now: a round under way leaves off after its page. */
  const held = new Set<string>()
  let isStarted = false
  let isStopped = false
  // what a call starts is no part of it: neither its act nor its name
  const apart = AsyncLocalStorage.snapshot()

  const going = { ...needs, isOver: (shopId: string) => isStopped || held.has(shopId) }
  const { visit, skewMs, lineTo } = createVisits(needs)
  const work = createWorkOfShop(going)
  const reading = createReadingLists(going, work)
  const { round, acts } = createRound({ ...going, visit, work, reading })
  const { woken } = work

  const plan = (shopId: string, at: Instant) => {
    planned.get(shopId)?.callOff()
    if (!isStarted || isStopped) return
    planned.set(
      shopId,
      scheduler.after(Math.max(0, at - now()), () => void begin(shopId)),
    )
  }

  /** The round under way, or a new one. */
  const begin = (shopId: string): Promise<void> => {
    const under = running.get(shopId)
    if (under) return under
    planned.get(shopId)?.callOff()
    const done = apart(() => actingAs(SYNC, () => round(shopId)))
      .then(
        (next) => ({ next, problem: null }),
        // a defect of ours must not end the rounds of the day
        (problem: unknown) => ({ next: now() + REST_AFTER_DEFECT_MS, problem }),
      )
      .then(({ next, problem }) => {
        running.delete(shopId)
        if (problem === null) stumbles.delete(shopId)
        else stumbles.set(shopId, { ...troubleOf(problem), at: now() })
        tell(['channels'])
        if (askedAgain.delete(shopId) || (woken.has(shopId) && !isStopped)) return begin(shopId)
        if (next !== null) plan(shopId, next)
        return undefined
      })
    running.set(shopId, done)
    return done
  }

  /** Stock changed: shops whose channel shows another number are told at once. */
  const tellChanges = async (): Promise<void> => {
    for (const connection of await connections(read)) {
      const { shopId } = connection
      if (isAway(connection) || held.has(shopId) || !(await mayGoOut(read, shopId))) continue
      if ((await dueListings(read, { shopIds: [shopId] }, now())).length === 0) continue
      woken.add(shopId)
      void begin(shopId)
    }
  }
  const waking = createWaking(scheduler, () => apart(tellChanges))
  const stopListening = onCommitted(({ rooms }) => {
    if (isStarted && !isStopped && rooms.some((room) => CHANGES_STOCK.has(room))) waking.wake()
  })

  return {
    /** Rounds begin, and go on until `stop`. */
    async start(): Promise<void> {
      isStarted = true
      for (const connection of await connections(read)) if (!isAway(connection)) plan(connection.shopId, now())
    },
    stop(): void {
      isStopped = true
      stopListening()
      for (const { callOff } of planned.values()) callOff()
      planned.clear()
    },
    /** A round of this shop, now; after the one under way, if there is one. Answers when that is over. */
    begins(shopId: string): Promise<void> {
      held.delete(shopId)
      if (running.has(shopId)) askedAgain.add(shopId)
      return begin(shopId)
    },
    /** Does what waits to be asked of this shop's channel, now; what it cannot do waits for the next round. */
    acts: (shopId: string): Promise<void> =>
      work.inTurn(`asked ${shopId}`, async () => {
        const visited = await visit(shopId)
        if (!visited) return
        await apart(() =>
          actingAs(SYNC, async () => {
            const next = await acts(visited)
            if (next !== null && !running.has(shopId)) plan(shopId, next)
          }),
        ).finally(() => tell(['channels']))
      }),
    /** Nothing more is asked of this shop until it begins again. */
    holds(shopId: string): void {
      held.add(shopId)
      planned.get(shopId)?.callOff()
    },
    /** Once no round is under way. */
    async idle(): Promise<void> {
      await waking.idle()
      while (running.size > 0) await Promise.all(running.values())
      await work.idle()
    },
    /** Whether a round is under way. */
    isUnderWay: (shopId: string): boolean => running.has(shopId),
    /** What ended the last round, where it could not even be written down; null after a round that came to its end. */
    stumbleOf: (shopId: string) => stumbles.get(shopId) ?? null,
    skewMs,
    lineTo,
    visit,
  }
}
export type Engine = ReturnType<typeof createEngine>

/** Whatever changes how much may be sold or is shown is announced by one of these. */
const CHANGES_STOCK: ReadonlySet<Room> = new Set(['inventory', 'catalog', 'orders', 'sync'])
