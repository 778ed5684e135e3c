import { AsyncLocalStorage } from 'node:async_hooks'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Connector } from '../channels/connectors/connector.ts'
import type { Connectors } from '../channels/connectors/connectors.ts'
import { createLine, type Line } from '../channels/connectors/line.ts'
import { ChannelTrouble, type Trouble } from '../channels/connectors/trouble.ts'
import { actingAs } from '../database/actor.ts'
import type { Doors, Room } from '../database/open.ts'
import { forgetOldLabels } from '../fulfilment/channel-labels.repository.ts'
import { adoptItems, learnCategories } from '../listings/learning.ts'
import { publishWaiting } from '../listings/publishing.ts'
import { turnVersions } from '../listings/turning-versions.ts'
import type { Outside, Scheduler } from '../outside.ts'
import type { Settle } from '../settling/settle.ts'
import { createAccessTokens } from './access-tokens.ts'
import { nextActAt } from './acts/acts.repository.ts'
import { fetchLabels, learnCancelRequests } from './acts/fetching-labels.ts'
import { performActs } from './acts/performing.ts'
import { compare } from './comparing.ts'
import {
  breakConnection,
  connectionOf,
  connections,
  noteConsent,
  type StoredConnection,
} from './connections.repository.ts'
import { keepPayloads, packedPayload, tellAgainAfterWithdrawals } from './inbox.repository.ts'
import { LISTINGS, ORDERS, type PulledList, pull, RETURNS, readOnceMore, SETTLEMENTS, WALLET } from './pulling.ts'
import { createQueues } from './queues.ts'
import { pauseAfter } from './retrying.ts'
import { dueListings, mayGoOut, pushStock } from './stock-out/pushing.ts'
import { readStock } from './stock-out/reading-stock.ts'
import { createWaking } from './stock-out/waking.ts'
import {
  type Comparison,
  noteFailure,
  noteRound,
  noteSuccess,
  readListingsAnew,
  restUntil,
  STREAMS,
  type StoredStream,
  type StreamName,
  streamsOf,
} from './streams.repository.ts'
import { createTokenBucket, type TokenBucket } from './token-bucket.ts'
import { concernsAll, troubleOf } from './trouble-of-round.ts'
import { understandInbox } from './understanding.ts'
import { type Visit, visitOf } from './visit.ts'

/** Who stands on what comes in by itself. */
const SYNC = { id: 'sinkron', name: 'Sinkron' }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** How often each list is read when nothing is wrong. */
const EVERY_MS: Record<StreamName, number> = {
  orders: MINUTE,
  stock: 10 * MINUTE,
  returns: 10 * MINUTE,
  settlements: 30 * MINUTE,
  wallet: 30 * MINUTE,
  // what is asked makes itself due
  publishing: HOUR,
  listings: 5 * MINUTE,
  comparison: 24 * HOUR,
}

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
  const { read, write, tell, onCommitted, now, settle, outside, connectors, random } = needs
  const { secrets, scheduler } = outside
  const tokens = createAccessTokens({ read, write, secrets, now })
  const lines = new Map<string, Line>()
  const buckets = new Map<string, TokenBucket>()
  const running = new Map<string, Promise<void>>()
  const askedAgain = new Set<string>()
  const planned = new Map<string, ReturnType<Scheduler['after']>>()
  /** What ended the last round before it could write it down. */
  const stumbles = new Map<string, Trouble & { at: Instant }>()
  let isStarted = false
  let isStopped = false
  // what a call starts is no part of it: neither its act nor its name
  const apart = AsyncLocalStorage.snapshot()

  const lineOf = (shopId: string): Line => {
    const known = lines.get(shopId) ?? createLine({ ...outside, now })
    lines.set(shopId, known)
    return known
  }
  const bucketOf = (shopId: string, { facts }: Connector): TokenBucket => {
    const known = buckets.get(shopId) ?? createTokenBucket(facts.requestsPerSecond, scheduler, () => performance.now())
    buckets.set(shopId, known)
    return known
  }

  /** Somebody paused or disconnected them just now: a round under way leaves off after its page. */
  const held = new Set<string>()

  const isAway = ({ sealedTokens, broken, pausedAt }: StoredConnection) =>
    sealedTokens === null || broken !== null || pausedAt !== null

  const visit = async (shopId: string): Promise<Visit | null> => {
    const connection = await connectionOf(read, shopId)
    const connector = connection && (await connectors[connection.channel]?.())
    if (!connection || !connector || isAway(connection)) return null
    const line = lineOf(shopId)
    return visitOf({ connection, connector, line, tokens, bucket: bucketOf(shopId, connector), secrets })
  }

  const queues = createQueues()
  const understand = ({ connection: { shopId, accountName }, connector }: Visit) =>
    queues.run(`understand ${shopId}`, () =>
      understandInbox(shopId, accountName, connector.reads, { read, write, settle, now }),
    )

  /** What somebody asked the channel to do, one call after another and beside the rounds: nobody waits for a long night. */
  const perform = (visited: Visit) => {
    const { shopId } = visited.connection
    const isOver = () => isStopped || held.has(shopId)
    return queues.run(`acts ${shopId}`, () => performActs(visited, { read, write, now, random, understand, isOver }))
  }
  const labels = (visited: Visit) => {
    const { shopId } = visited.connection
    const isOver = () => isStopped || held.has(shopId)
    return queues.run(`labels ${shopId}`, async () => {
      await learnCancelRequests(visited, { read, write, now })
      const next = await fetchLabels(visited, { read, write, now, isOver })
      await understand(visited)
      return next
    })
  }

  /** Shops whose stock changed so that a channel has to be told. */
  const woken = new Set<string>()
  const isOver = (shopId: string) => isStopped || held.has(shopId)
  const push = async (visited: Visit): Promise<null> => {
    const { shopId } = visited.connection
    woken.delete(shopId)
    await pushStock(visited, { read, write, now, isOver: () => isOver(shopId) })
    return null
  }
  const pushWoken = async (visited: Visit) => {
    if (woken.has(visited.connection.shopId)) await push(visited)
  }

  const pulling = async (list: PulledList, state: StoredStream, visited: Visit): Promise<null> => {
    await pull(list, state, visited, {
      write,
      now,
      async understand() {
        await understand(visited)
        // stock that changed does not wait for the rest of a long list; orders come first
        if (list !== ORDERS) await pushWoken(visited)
      },
      isOver: () => isStopped || held.has(visited.connection.shopId),
    })
    return null
  }

  const streamed: Record<StreamName, (state: StoredStream, visit: Visit) => Promise<Comparison | null>> = {
    orders: (state, visit) => pulling(ORDERS, state, visit),
    stock: (_, visit) => push(visit),
    returns: (state, visit) => pulling(RETURNS, state, visit),
    settlements: (state, visit) => pulling(SETTLEMENTS, state, visit),
    wallet: (state, visit) => pulling(WALLET, state, visit),
    async publishing(_, visited) {
      const { shopId } = visited.connection
      const turnsAt = await turnVersions({ read, write }, shopId, now())
      const { againAt } = await publishWaiting({
        read,
        write,
        now,
        shopId,
        ask: visited.ask,
        isOver: () => isStopped || held.has(shopId),
        async keep(payloads) {
          await write(
            ['channels'],
            (tx) => keepPayloads(tx, shopId, 'item', payloads.map(packedPayload), now()),
            'quiet step',
          )
          await understand(visited)
        },
      })
      const soonest = Math.min(againAt ?? Number.POSITIVE_INFINITY, turnsAt ?? Number.POSITIVE_INFINITY)
      publishAgainAt.set(shopId, Number.isFinite(soonest) ? soonest : null)
      return null
    },
    async listings(state, visited) {
      const { shopId } = visited.connection
      await pulling(LISTINGS, state, visited)
      await learnCategories({ read, write, shopId, ask: visited.ask }, state.readUntil <= 0)
      await write(['listings'], (tx) => adoptItems(tx, shopId, now()), 'quiet step')
      return null
    },
    async comparison({ readUntil }, visit) {
      const about = await visit.ask((shop) => shop.about())
      await write(['settings'], (tx) => noteConsent(tx, visit.connection.shopId, about), 'step')
      const outcome = await compare(visit, { read, write, now })
      const { shopId } = visit.connection
      const since = Math.max(readUntil, now() - ONCE_MORE_MS)
      // what a shop may not ask for is said by the list itself
      for (const list of [RETURNS, SETTLEMENTS, WALLET])
        await readOnceMore(list, since, visit, { write, now, isOver: () => isOver(shopId) }).catch(nullIfPermanent)
      await write(['settings'], (tx) => readListingsAnew(tx, visit.connection.shopId), 'quiet step')
      await write(['fulfilment'], (tx) => forgetOldLabels(tx, visit.connection.shopId, now()), 'quiet step')
      await understand(visit)
      const between = () => pushWoken(visit)
      await readStock(visit, { write, settle, now, isOver: () => isOver(shopId), between })
      if (!isOver(shopId)) await push(visit)
      return outcome
    },
  }

  /** When what was made but not confirmed can be looked for again, or a prepared version has its minute, by shop. */
  const publishAgainAt = new Map<string, Instant | null>()
  const nextOf = (shopId: string, stream: StreamName): Instant =>
    (stream === 'publishing' ? publishAgainAt.get(shopId) : null) ?? now() + EVERY_MS[stream]

  /** Reads what is due of one shop. @returns when the next list is due; null when nothing will be. */
  const round = async (shopId: string): Promise<Instant | null> => {
    const visited = await visit(shopId)
    if (!visited) return null
    await write(['channels'], (tx) => tellAgainAfterWithdrawals(tx, shopId), 'quiet step')
    // what a kill left in the inbox needs no network
    await understand(visited)
    await perform(visited)
    const states = new Map((await streamsOf(read, shopId)).map((state) => [state.stream, state]))
    let failed = false
    let rests = false
    for (const stream of STREAMS) {
      const state = states.get(stream)
      if (!state || isOver(shopId)) continue
      const isAtOnce = stream === 'stock' && woken.delete(shopId) && isWell(states)
      if (!isDue(state, now()) && !isAtOnce) continue
      try {
        const outcome = await streamed[stream](state, visited)
        await write(
          ['settings'],
          (tx) => noteSuccess(tx, shopId, stream, { at: now(), nextAt: nextOf(shopId, stream), outcome }),
          'quiet step',
        )
      } catch (problem) {
        failed = true
        const trouble = troubleOf(problem)
        const failures = state.failures + 1
        const retryAfterMs = 'retryAfterMs' in trouble ? trouble.retryAfterMs : null
        const nextAt = now() + pauseAfter(failures, retryAfterMs, random())
        await write(
          ['settings'],
          async (tx) => {
            await noteFailure(tx, shopId, stream, { at: now(), nextAt, failures, trouble })
            if (concernsAll(trouble)) await restUntil(tx, shopId, nextAt)
            if (NEEDS_THE_OWNER.has(trouble.kind)) await breakConnection(tx, shopId, trouble, now())
          },
          'quiet step',
        )
        rests = concernsAll(trouble)
        if (rests) {
          woken.delete(shopId)
          break
        }
      }
    }
    await write(['settings'], (tx) => noteRound(tx, shopId, now(), failed), 'quiet step')
    const after = await streamsOf(read, shopId)
    if (after.length === 0) return null
    // a bad line is met by the lists again, which say so
    const label = rests ? null : await labels(visited).catch(nullAfterTrouble)
    const act = rests ? null : await nextActAt(read, shopId)
    const soon = [label, act].flatMap((at) => (at === null ? [] : Math.max(at, now() + SOON_MS)))
    return Math.min(...after.map(({ nextAt }) => nextAt), ...soon)
  }

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
      queues.run(`asked ${shopId}`, async () => {
        const visited = await visit(shopId)
        if (!visited) return
        await apart(() =>
          actingAs(SYNC, async () => {
            await perform(visited)
            const next = await labels(visited).catch(nullAfterTrouble)
            if (next !== null && !running.has(shopId)) plan(shopId, Math.max(next, now() + SOON_MS))
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
      await queues.idle()
    },
    /** Whether a round is under way. */
    isUnderWay: (shopId: string): boolean => running.has(shopId),
    /** What ended the last round, where it could not even be written down; null after a round that came to its end. */
    stumbleOf: (shopId: string) => stumbles.get(shopId) ?? null,
    /** How far the channel's clock is ahead of this laptop's; null where nobody asked it yet. */
    skewMs: (shopId: string): number | null => lines.get(shopId)?.skewMs() ?? null,
    /** For a shop that was connected anew: its line, before there is a connection. */
    lineTo: (): Line => createLine({ ...outside, now }),
    /** For what is asked of a channel beside the rounds; null of a shop that nobody may ask for now. */
    visit,
  }
}
export type Engine = ReturnType<typeof createEngine>

const SOON_MS = 1_000
/** As far back the lists are read once more every night. */
const ONCE_MORE_MS = 15 * 24 * HOUR
function nullIfPermanent(problem: unknown): null {
  if (problem instanceof ChannelTrouble && problem.trouble.kind === 'permanent') return null
  throw problem
}
function nullAfterTrouble(problem: unknown): null {
  if (problem instanceof ChannelTrouble) return null
  throw problem
}
/** Whatever changes how much may be sold or is shown is announced by one of these. */
const CHANGES_STOCK: ReadonlySet<Room> = new Set(['inventory', 'catalog', 'orders', 'sync'])

/** Also what was last read at a moment that is still to come: the clock was set back, and with it whatever was planned. */
const isDue = ({ nextAt, succeededAt, troubleAt }: StoredStream, at: Instant): boolean =>
  nextAt <= at || Math.max(succeededAt ?? 0, troubleAt ?? 0) > at + MINUTE

/** A list that fails for its own reasons holds no stock up. */
const isWell = (states: ReadonlyMap<StreamName, StoredStream>): boolean =>
  (['orders', 'stock'] as const).every((stream) => (states.get(stream)?.failures ?? 0) === 0)

const REST_AFTER_DEFECT_MS = 5 * MINUTE
const NEEDS_THE_OWNER: ReadonlySet<Trouble['kind']> = new Set(['consent', 'setup'])
