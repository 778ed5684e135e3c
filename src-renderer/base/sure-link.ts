import { type ClientContext, type ClientLink, type ClientOptions, ORPCError } from '@orpc/client'
import { ACTS } from '../../src-shared/acts.ts'
import { type Id, newId } from '../../src-shared/kernel/ids.ts'
import { isOutage } from './outage.ts'
import type { createUnanswered } from './unanswered.ts'

/** The name of an act travels beside its input. */
export interface Named extends ClientContext {
  act?: Id
}

/** As a header, over HTTP and over the line of the desktop app alike. */
export const actHeader = ({ context }: { context: Named }): Record<string, string> =>
  context.act ? { 'idempotency-key': context.act } : {}

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 1_000
/** A host that is started again answers within this; a question that waits longer is told as an outage. */
const QUESTION_PATIENCE_MS = 5_000

interface Needs {
  unanswered: Pick<ReturnType<typeof createUnanswered>, 'cut' | 'answered' | 'given'>
  pause?: (milliseconds: number) => Promise<unknown>
  now?: () => number
}

/**
 * Asks until there is an answer. An act keeps its name, so asking again never does it twice, and is asked for as long as the
 * window stands; a question only for a moment. So what a page is told is always what the core answered.
 */
export function createSureLink(
  link: ClientLink<Named>,
  { unanswered, pause = paused, now = Date.now }: Needs,
): ClientLink<Named> {
  return {
    async call(path, input, options) {
      const procedure = path.join('.')
      const isAct = ACTS.has(procedure)
      const named = isAct ? { ...options, context: { ...options.context, act: newId() } } : options
      const doubt = isAct ? createDoubt(unanswered) : null
      const ask = () => asked(path, input, named, doubt)
      const answer = await ask().catch(doubted(doubt, options.signal))
      if (isAct && isStream(answer)) return goingOn(answer, ask, doubt, options.signal)
      doubt?.answered('stand')
      return answer
    },
  }

  async function asked(path: readonly string[], input: unknown, options: ClientOptions<Named>, doubt: Doubt | null) {
    const since = now()
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
      try {
        return await link.call(path, input, options)
      } catch (error) {
        if (!isOutage(error) || options.signal?.aborted) throw error
        if (!doubt && now() - since > QUESTION_PATIENCE_MS) throw error
      }
      doubt?.cut()
      await pause(pauseMs)
    }
  }

  /** A stream that breaks is asked for again under the same name, and goes on. */
  async function* goingOn(
    first: AsyncGenerator<unknown>,
    ask: () => Promise<unknown>,
    doubt: Doubt | null,
    signal: AbortSignal | undefined,
  ) {
    let stream = first
    try {
      for (;;) {
        const step = await stream.next().catch((error: unknown) => {
          if (!isOutage(error) || signal?.aborted) throw error
          return null
        })
        if (step === null) {
          doubt?.cut()
          stream = (await ask()) as AsyncGenerator<unknown>
        } else if (step.done) {
          doubt?.answered('stand')
          return step.value
        } else yield step.value
      }
    } catch (error) {
      return doubted(doubt, signal)(error)
    } finally {
      doubt?.given()
      await stream.return(undefined)
    }
  }
}

type Doubt = ReturnType<typeof createDoubt>

/** One act and its answer: in doubt from the first time it is cut off until it is known or given up. */
function createDoubt(unanswered: Needs['unanswered']) {
  let isOpen = false
  const close = (tell: () => void) => {
    if (isOpen) tell()
    isOpen = false
  }
  return {
    cut() {
      if (!isOpen) unanswered.cut()
      isOpen = true
    },
    answered: (how: 'stand' | 'refused') => close(() => unanswered.answered(how)),
    given: () => close(unanswered.given),
  }
}

const doubted = (doubt: Doubt | null, signal: AbortSignal | undefined) => (error: unknown) => {
  if (signal?.aborted) doubt?.given()
  else doubt?.answered(standsAllTheSame(error) ? 'stand' : 'refused')
  throw error
}

/** It was recorded; its answer alone went, with the buyer it told of. */
const standsAllTheSame = (error: unknown): boolean => error instanceof ORPCError && error.code === 'ACT_FORGOTTEN'

const isStream = (answer: unknown): answer is AsyncGenerator<unknown> =>
  typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer

const paused = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
