import { ValidationError } from '@orpc/contract'
import { implement, ORPCError } from '@orpc/server'
import { SqliteError } from 'better-sqlite3'
import type { z } from 'zod'
import { KEEPS_A_SECRET, LONG_QUESTIONS } from '../../src-shared/acts.ts'
import { contract } from '../../src-shared/contract.ts'
import { badInputSentence, wrongField } from '../../src-shared/kernel/bad-input.ts'
import { type Defect, defectOf } from '../../src-shared/kernel/defect.ts'
import { Id } from '../../src-shared/kernel/ids.ts'
import { LARGEST_SUM } from '../../src-shared/kernel/limits.ts'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import { storageRefusalOf } from '../../src-shared/kernel/storage.refusals.ts'
import { type RefusalCode, refusals } from '../../src-shared/refusals.ts'
import type { Entry, Gate } from './access/gate.ts'
import { withoutMoney } from './access/without-money.ts'
import { type Act, duringAct } from './database/act.ts'
import { type Actor, actingAs, OWNER, streamingAsBorn } from './database/actor.ts'
import { answeringAs } from './database/answering.ts'
import { type Call, duringCall } from './database/call.ts'
import { promisedAnswer } from './promised-answer.ts'
import { refused } from './refused.ts'

/** What a host hands to every call. */
export interface CallContext {
  /** Who calls, where the caller is in the same process; the owner when it says nobody. */
  actor?: Actor
  /** Where the call comes from, and who sits there: asked before each procedure. Absent in the same process. */
  gate?: Gate
  /** Writes a defect down. A caller in the same process gives none, and gets the error itself. */
  noteDefect?: (defect: Defect) => void
  /** Names the act, where the caller is in the same process; others send it as a header. */
  act?: Id
  /** The ids that an act chose which is done again. */
  ids?: readonly Id[] | null
  reqHeaders?: Headers
}

/** oRPC would turn an answer that its schema does not know into an error, after the act was committed; `promisedAnswer` does not. */
const NOT_BY_ORPC = Number.NaN

/**
 * The header that names an act: a UUID. Sent again with the same contents it is answered as before and done once.
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
const ACT_HEADER = 'idempotency-key'

/**
 * Where every router begins. A `DomainError` thrown by a decision or service becomes the typed error that the contract
 * names, a disk that refuses becomes the sentence for it, an input that the contract does not take the sentence for its first wrong field; anything else is a
 * defect, and travels with its code.
 */
export const api = implement(contract)
  .$context<CallContext>()
  .$config({ initialOutputValidationIndex: NOT_BY_ORPC })
  .use(async ({ next, path, context, procedure }, input) => {
    const where = path.join('.')
    const told = (problem: unknown) => asRefusal(problem) ?? asBadInput(problem) ?? asDefect(problem, where, context)
    const differs = (problem: Error) => {
      if (!context.noteDefect) throw problem
      context.noteDefect(defectOf(problem, where))
    }
    const { outputSchema } = procedure['~orpc']
    try {
      const enter = (): Entry =>
        context.gate?.enter(where, input) ?? { actor: context.actor ?? OWNER, sees: 'all money' }
      const entry = enter()
      const { actor, sees } = entry
      const act = actOf(context, where, input)
      const call: Call = { procedure: where, place: context.gate?.place ?? '', input }
      return await actingAs(actor, () =>
        duringAct(act, () =>
          duringCall(call, () =>
            answeringAs(where, async () => {
              const answer = await next()
              if (!isStream(answer.output)) {
                const output = promisedAnswer(outputSchema, answer.output, differs)
                return { ...answer, output: withoutMoney(outputSchema, output, sees) }
              }
              const stream = streamingAsBorn(answer.output)
              const promised = promisedAnswer(outputSchema, stream, differs) as typeof stream
              return {
                ...answer,
                output: telling(LONG_QUESTIONS.has(where) ? whileSame(promised, entry, enter) : promised, told),
              }
            }),
          ),
        ),
      )
    } catch (problem) {
      throw told(problem)
    }
  })

function actOf({ act, ids, reqHeaders }: CallContext, procedure: string, input: unknown): Act | null {
  if (KEEPS_A_SECRET.has(procedure)) return null
  const named = act ?? reqHeaders?.get(ACT_HEADER)
  if (named === undefined || named === null) return null
  const { data: id } = Id.safeParse(named)
  if (!id) throw new ORPCError('BAD_REQUEST', { message: `${ACT_HEADER} must be a UUID.` })
  return { id, procedure, input, isRecorded: false, ...(ids ? { ids: [...ids] } : {}) }
}

const isStream = (output: unknown): output is AsyncGenerator<unknown> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output

/** Who asked may have been locked out since, or may see less; then what is still to come is told to nobody. */
async function* whileSame(stream: AsyncGenerator<unknown>, asked: Entry, enter: () => Entry) {
  for await (const part of stream) {
    const { actor, sees } = enter()
    if (actor.id !== asked.actor.id || sees !== asked.sees) throw new DomainError('NOT_SIGNED_IN')
    yield part
  }
}

/** A stream fails while it is read, long after its procedure has answered. */
async function* telling(stream: AsyncGenerator<unknown>, told: (problem: unknown) => unknown) {
  try {
    return yield* stream
  } catch (problem) {
    throw told(problem)
  }
}

function asRefusal(problem: unknown): ORPCError<string, unknown> | null {
  if (problem instanceof SqliteError) {
    if (problem.message === 'limit: sales') return refused('SALES_TOO_LARGE', { most: LARGEST_SUM }, problem)
    const storage = storageRefusalOf(problem.code)
    return storage && refused(storage.code, storage.facts, problem)
  }
  if (!(problem instanceof DomainError) || !(problem.code in refusals)) return null
  return refused(problem.code as RefusalCode, problem.facts, problem)
}

function asBadInput(problem: unknown): ORPCError<string, unknown> | null {
  if (!(problem instanceof ORPCError) || problem.code !== 'BAD_REQUEST') return null
  if (!(problem.cause instanceof ValidationError)) return null
  const wrong = wrongField(problem.cause.issues as readonly z.core.$ZodIssue[])
  const data = { ...(problem.data as object), wrong }
  return new ORPCError('BAD_REQUEST', { message: badInputSentence(wrong, 'id'), data, cause: problem.cause })
}

function asDefect(problem: unknown, procedure: string, { noteDefect }: CallContext): unknown {
  // a refusal of oRPC's own (a body that is no JSON, an unknown procedure) is the caller's; what it calls a fault is ours
  const isTheirs = problem instanceof ORPCError && (problem.defined || problem.status < 500)
  const isOurs = !isTheirs && (problem as Error)?.name !== 'AbortError'
  if (!noteDefect || !isOurs) return problem
  const defect = defectOf(problem, procedure)
  noteDefect(defect)
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: (problem as Error).message, data: defect, cause: problem })
}
