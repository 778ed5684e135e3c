import { implement, ORPCError } from '@orpc/server'
import { SqliteError } from 'better-sqlite3'
import { contract } from '../../src-shared/contract.ts'
import { type Defect, defectOf } from '../../src-shared/kernel/defect.ts'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import { storageRefusalOf } from '../../src-shared/kernel/storage.refusals.ts'
import { type RefusalCode, refusals } from '../../src-shared/refusals.ts'
import { type Actor, actingAs, OWNER, streamingAs } from './database/actor.ts'
import { refused } from './refused.ts'

/** What a host hands to every call. */
export interface CallContext {
  /** Who calls; the owner where nobody signs in. */
  actor?: Actor
  /** Writes a defect down. A caller in the same process gives none, and gets the error itself. */
  noteDefect?: (defect: Defect) => void
}

/**
 * Where every router begins. A `DomainError` thrown by a decision or service becomes the typed error that the contract
 * names, a disk that refuses becomes the sentence for it; anything else is a defect, and travels with its code.
 */
export const api = implement(contract)
  .$context<CallContext>()
  .use(async ({ next, path, context }) => {
    const told = (problem: unknown) => asRefusal(problem) ?? asDefect(problem, path.join('.'), context)
    try {
      const actor = context.actor ?? OWNER
      const answer = await actingAs(actor, () => next())
      return isStream(answer.output) ? { ...answer, output: telling(streamingAs(actor, answer.output), told) } : answer
    } catch (problem) {
      throw told(problem)
    }
  })

const isStream = (output: unknown): output is AsyncGenerator<unknown> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output

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
    const storage = storageRefusalOf(problem.code)
    return storage && refused(storage.code, storage.facts, problem)
  }
  if (!(problem instanceof DomainError) || !(problem.code in refusals)) return null
  return refused(problem.code as RefusalCode, problem.facts, problem)
}

function asDefect(problem: unknown, procedure: string, { noteDefect }: CallContext): unknown {
  const isOurs = !(problem instanceof ORPCError) && (problem as Error)?.name !== 'AbortError'
  if (!noteDefect || !isOurs) return problem
  const defect = defectOf(problem, procedure)
  noteDefect(defect)
  return new ORPCError('INTERNAL_SERVER_ERROR', { data: defect, cause: problem })
}
