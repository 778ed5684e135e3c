import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Stopped, WorkName, WorkUnderWay } from '../../../src-shared/work/work.ts'
import { actingAs } from '../database/actor.ts'
import { breathe, type Doors, type Hold, type Room, type Tx } from '../database/open.ts'
import { acceptWork, endWork, noteMark, type RunningWork, runningWorks, workById } from './running-work.repository.ts'
import { createPace, type Extent, isOver } from './stepwise.ts'

/** The steps of long work that was accepted. */
export interface WorkSteps<Mark extends Extent, Outcome> {
  step(tx: Tx, mark: Mark, size: number): Promise<Mark>
  /**
   * Somebody said Batal: reads what the way back needs, outside any write, and answers how to turn round; from there the steps
   * lead back to where it began. Absent where there is no way back.
   */
  turning?(): Promise<(tx: Tx) => Promise<Mark>>
  end(tx: Tx, mark: Mark): Promise<Outcome>
}

/** What a kind of long work must be able to do after a restart, and what of the shop it touches. */
export interface WorkKind<Outcome> {
  rooms: Room[]
  /** Whether Batal can lead back; without, what was asked for goes on to its end. */
  hasWayBack: boolean
  /**
   * What is answered as before until it ends (`HELD_ANSWERS`), by the facts it was accepted with; null: nothing, where what it puts right is
   * wrong before, too.
   */
  holdsAnswers: ((facts: unknown) => ReadonlySet<string>) | null
  /** Whether something of this id has not been asked for yet and still may be: whoever asks chose the id before. */
  mayCome?(id: string): boolean
  /** Brings back into memory what the steps need; outside any write. */
  resume(work: RunningWork): Promise<WorkSteps<Extent, Outcome>>
}

/** Work as it is asked for the first time. */
export interface WorkToBegin<Outcome> {
  id: string
  kind: WorkName
  /** What it is about, as people call it: a file's name. */
  about: string
  /** When its turn comes: reads what it needs, outside any write. A refusal leaves nothing. */
  prepare(): Promise<PreparedWork<Outcome>>
}

export type PreparedWork<Outcome> =
  | { known: Outcome }
  | {
      /** In the accepting write: what to remember of it, where it begins, and its steps. A refusal leaves nothing. */
      accept(tx: Tx): Promise<{ facts: unknown; mark: Extent; steps: WorkSteps<Extent, Outcome> }>
    }

/** Long work under way, or waiting for its turn. */
export interface Joined<Outcome> {
  outcome: Promise<Outcome>
  /** Called at each step; returns how to stop being told. */
  onProgress(listener: (done: number, total: number) => void): () => void
}

/** Batal came before anything was accepted: nothing was stored, and nothing will be under this id. */
export class StoppedInTime extends Error {}

/** Windows ask again for what they show, which costs more than a step: seldom while it runs, and once at its end. */
const TELL_PROGRESS_MS = 400
const TELL_ROOMS_MS = 4_000
/** A call comes in with several turns of the event loop: head, contents, answer. */
const TURNS_BETWEEN = 3
/** How long a Batal is remembered that came before what it calls off: as long as a file waits for its answer. */
const CALLED_OFF_MS = 30 * 60_000

/** A mark of two ways says on which it is. */
const isOnItsWayBack = (mark: Extent & { way?: string }): boolean => mark.way === 'back'

interface Live {
  id: string
  kind: WorkName
  about: string
  askedAt: number
  /** Nothing is ahead of it any more. */
  hasTurn: boolean
  extent: Extent
  isAccepted: boolean
  stop: { asked: boolean; answer: PromiseWithResolvers<Stopped> }
  isTurned: boolean
  /** What counts and lists is answered as of this moment; null where as of now. */
  answersOf: Instant | null
  listeners: Set<(done: number, total: number) => void>
  outcome: Promise<unknown>
}

/**
 * Work that touches more documents than anybody should wait for: taking in a file, taking it back, settling after a mapping.
 * One short write accepts it; then it is done in steps, each a commit of its own, with scans and saves in between. What was
 * accepted ends, whoever goes away: after a kill it goes on where it was at the next opening. One at a time, in order.
 */
export function createLongWork({
  read,
  write,
  tell,
  holdAnswers,
  now,
  atOnceMs = AT_ONCE_MS,
}: Pick<Doors, 'read' | 'write' | 'tell' | 'holdAnswers'> & {
  now: () => Instant
  /** As long as the first write of work may last. */
  atOnceMs?: number | undefined
}) {
  const kinds = new Map<WorkName, WorkKind<unknown>>()
  const works = new Map<string, Live>()
  /** What Batal was said of before it was accepted, in the order of saying, and until when that counts. */
  const calledOff = new Map<string, number>()
  let queue: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work)
    queue = done.catch(() => {})
    return done
  }

  const kindOf = (kind: WorkName): WorkKind<unknown> => {
    const known = kinds.get(kind)
    if (!known) throw new Error(`nobody knows how to do ${kind}`)
    return known
  }

  const callOff = (id: string): void => {
    for (const [old, until] of calledOff) if (until < performance.now()) calledOff.delete(old)
    calledOff.set(id, performance.now() + CALLED_OFF_MS)
  }

  const isCalledOff = ({ id, kind, stop }: Live): boolean =>
    kindOf(kind).hasWayBack && (stop.asked || calledOff.has(id))

  const begin = (
    { id, kind, about }: Pick<Live, 'id' | 'kind' | 'about'>,
    work: (live: Live) => Promise<unknown>,
  ): Live => {
    const live: Live = {
      id,
      kind,
      about,
      askedAt: now(),
      hasTurn: false,
      extent: { done: 0, total: 0 },
      isAccepted: false,
      stop: { asked: false, answer: Promise.withResolvers() },
      isTurned: false,
      answersOf: null,
      listeners: new Set(),
      outcome: Promise.resolve(),
    }
    works.set(id, live)
    const ended = (how: () => void) => {
      works.delete(id)
      how()
      tell([...kindOf(kind).rooms, 'work'])
    }
    // what must wait for others is shown
    if (works.size > 1) tell(['work'], ['running_work'])
    live.outcome = inTurn(() => {
      live.hasTurn = true
      return work(live)
    }).then(
      (outcome) => {
        ended(() => live.stop.answer.resolve('over'))
        return outcome
      },
      (problem) => {
        // what came to a halt on its way is neither over nor back
        ended(() => (live.isAccepted ? live.stop.answer.reject(problem) : live.stop.answer.resolve('nothing stored')))
        throw problem
      },
    )
    // whoever joined or said Batal hears of it; nobody has to
    live.outcome.catch(() => {})
    live.stop.answer.promise.catch(() => {})
    return live
  }

  /** Accepts and takes the first steps in one write, so that small work is one transaction and nobody sees a half of it. */
  const accepted = async (live: Live, { id, kind, about, prepare }: WorkToBegin<unknown>): Promise<unknown> => {
    const waiting = await workById(read, id)
    if (waiting) return goOn(live, waiting)
    const prepared = await prepare()
    if ('known' in prepared) return prepared.known
    const orStop = () => {
      if (!isCalledOff(live)) return
      // a line that broke before it heard of this asks again
      callOff(id)
      throw new StoppedInTime()
    }
    orStop()
    let hold: Hold | null = null
    const begun = await write(
      [...kindOf(kind).rooms, 'work'],
      async (tx) => {
        const { facts, mark: first, steps } = await prepared.accept(tx)
        const mark = await stepsAtOnce(tx, first, steps, atOnceMs)
        orStop()
        if (isOver(mark)) return { ended: await steps.end(tx, mark) }
        await acceptWork(tx, { id, kind, about, facts, mark, startedAt: now() })
        const held = kindOf(kind).holdsAnswers?.(facts)
        if (held) hold = holding(live, held)
        return { mark, steps }
      },
      'step',
    ).catch((problem) => {
      hold?.letGo()
      throw problem
    })
    return 'ended' in begun ? begun.ended : stepping(live, begun.mark, begun.steps, hold)
  }

  /** Null where what they stand at cannot be kept: then they are of now, and a bar above them says that they are not whole. */
  const holding = (live: Live, which: ReadonlySet<string>): Hold | null => {
    try {
      const hold = holdAnswers(which, () => {
        live.answersOf = null
      })
      live.answersOf = now()
      return hold
    } catch {
      return null
    }
  }

  const goOn = async (live: Live, work: RunningWork): Promise<unknown> => {
    live.extent = work.mark
    live.isTurned = isOnItsWayBack(work.mark)
    return stepping(live, work.mark, await kindOf(work.kind).resume(work), null)
  }

  /** No step asks the clock: what is done was accepted at a moment the clock was right. */
  const stepping = async (
    live: Live,
    begin: Extent,
    steps: WorkSteps<Extent, unknown>,
    hold: Hold | null,
  ): Promise<unknown> => {
    live.isAccepted = true
    try {
      return await stepped(live, begin, steps, () => hold?.changed())
    } finally {
      live.answersOf = null
      hold?.letGo()
    }
  }

  const stepped = async (
    live: Live,
    begin: Extent,
    { step, turning, end }: WorkSteps<Extent, unknown>,
    changed: () => void,
  ): Promise<unknown> => {
    const { rooms } = kindOf(live.kind)
    const pace = createPace()
    const told = { progress: Number.NEGATIVE_INFINITY, rooms: performance.now() }
    const show = (extent: Extent) => {
      live.extent = extent
      for (const listener of live.listeners) listener(extent.done, extent.total)
      const at = performance.now()
      if (at - told.progress > TELL_PROGRESS_MS) {
        told.progress = at
        tell(['work'], ['running_work'])
      }
      if (at - told.rooms > TELL_ROOMS_MS) {
        told.rooms = at
        tell(rooms)
      }
    }
    show(begin)
    let mark = begin
    while (true) {
      for (let turns = 0; turns < TURNS_BETWEEN; turns++) await breathe()
      const turn = live.stop.asked && !live.isTurned && turning ? await turning() : null
      const { next, ended } = await write(
        [],
        async (tx) => {
          const next = turn ? await turn(tx) : await pace.measured((size) => step(tx, mark, size))
          if (!isOver(next)) {
            await noteMark(tx, live.id, next)
            return { next, ended: null }
          }
          const outcome = await end(tx, next)
          await endWork(tx, live.id)
          return { next, ended: { outcome } }
        },
        'quiet step',
      )
      changed()
      mark = next
      if (turn) live.isTurned = true
      if (live.isTurned && live.stop.asked) live.stop.answer.resolve('going back')
      if (ended) return ended.outcome
      show(mark)
    }
  }

  const joined = <Outcome>(live: Live): Joined<Outcome> => ({
    outcome: live.outcome as Promise<Outcome>,
    onProgress(listener) {
      live.listeners.add(listener)
      if (live.isAccepted) listener(live.extent.done, live.extent.total)
      return () => live.listeners.delete(listener)
    },
  })

  return {
    knows<Outcome>(kind: WorkName, how: WorkKind<Outcome>): void {
      kinds.set(kind, how)
    },

    /** Begins it, or joins it where it is; asked twice it is done once. */
    begin<Outcome>(work: WorkToBegin<Outcome>): Joined<Outcome> {
      return joined(works.get(work.id) ?? begin(work, (live) => accepted(live, work)))
    },

    /** Work that was accepted and has not ended; where it came to a halt (a full disk) it goes on. */
    async joined<Outcome>(id: string): Promise<Joined<Outcome> | null> {
      const live = works.get(id)
      if (live) return joined(live)
      const waiting = await workById(read, id)
      return waiting && joined(works.get(id) ?? begin(waiting, (live) => goOn(live, waiting)))
    },

    /** Something short that must not run beside long work. */
    inTurn,

    /** Once nothing is under way or waits any more. */
    async idle(): Promise<void> {
      while (works.size > 0) await Promise.allSettled([...works.values()].map(({ outcome }) => outcome))
    },

    /**
     * Batal: answers once it is certain what becomes of it. Said of what has not come yet, it is called off when it comes: of two
     * calls on their way either may be the first to arrive. What came to a halt is taken up again, to lead it back.
     */
    async stop(id: string): Promise<Stopped> {
      let live = works.get(id)
      if (!live) {
        callOff(id)
        const halted = await workById(read, id)
        if (halted) live = works.get(id) ?? begin(halted, (again) => goOn(again, halted))
      }
      if (!live) return [...kinds.values()].some(({ mayCome }) => mayCome?.(id)) ? 'nothing stored' : 'over'
      if (!kindOf(live.kind).hasWayBack) return 'no way back'
      live.stop.asked = true
      return live.stop.answer.promise
    },

    /** What was accepted, and behind it what waits for its turn. */
    async underWay(): Promise<WorkUnderWay[]> {
      const accepted = (await runningWorks(read)).map(({ id, kind, about, mark, startedAt }) => {
        const live = works.get(id)
        const { done, total } = live?.isAccepted ? live.extent : mark
        return {
          id,
          kind,
          about,
          done,
          total,
          isWaiting: false,
          isStopping: live?.stop.asked ?? false,
          isHalted: live === undefined,
          answersOf: live?.answersOf ?? null,
          startedAt,
        }
      })
      const known = new Set(accepted.map(({ id }) => id))
      const waiting = [...works.values()].filter(({ id, hasTurn }) => !hasTurn && !known.has(id))
      return [
        ...accepted,
        ...waiting.map(({ id, kind, about, extent, stop, askedAt }) => ({
          id,
          kind,
          about,
          ...extent,
          isWaiting: true,
          isStopping: stop.asked,
          isHalted: false,
          answersOf: null,
          startedAt: askedAt,
        })),
      ]
    },

    /** Ends what was accepted before a restart; each in the name of whoever asked for it. */
    async finishUnfinished(
      onProgress: (work: RunningWork, done: number, total: number) => void,
      onHalt: (problem: unknown) => void,
    ): Promise<void> {
      for (const work of await runningWorks(read)) {
        const live = begin(work, (live) => actingAs(work.actor, () => goOn(live, work)))
        live.listeners.add((done, total) => onProgress(work, done, total))
        // what cannot go on now waits, and says so; the shop opens all the same
        await live.outcome.catch(onHalt)
      }
    },
  }
}
export type LongWork = ReturnType<typeof createLongWork>

/** As long as a scan may wait for the write door without anybody noticing, less the step that is under way by then. */
const AT_ONCE_MS = 60

async function stepsAtOnce<Mark extends Extent>(
  tx: Tx,
  first: Mark,
  { step }: WorkSteps<Mark, unknown>,
  atOnceMs: number,
): Promise<Mark> {
  const until = performance.now() + atOnceMs
  const pace = createPace()
  let mark = first
  while (!isOver(mark) && (mark === first || performance.now() < until))
    mark = await pace.measured((size) => step(tx, mark, size))
  return mark
}
