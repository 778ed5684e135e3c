import { implement, ORPCError } from '@orpc/server'
import { SqliteError } from 'better-sqlite3'
import { contract } from '../../src-shared/contract.ts'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import { storageRefusalOf } from '../../src-shared/kernel/storage.refusals.ts'
import { type RefusalCode, refusals } from '../../src-shared/refusals.ts'

/**
 * Where every router begins. A `DomainError` thrown by a decision or service becomes the typed error that the contract
 * names, a disk that refuses becomes the sentence for it; anything else is a defect and stays one.
 */
export const api = implement(contract).use(async ({ next }) => {
  try {
    const answer = await next()
    return isStream(answer.output) ? { ...answer, output: refusing(answer.output) } : answer
  } catch (problem) {
    throw asRefusal(problem)
  }
})

const isStream = (output: unknown): output is AsyncGenerator<unknown> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output

/** A stream refuses while it is read, long after its procedure has answered. */
async function* refusing(stream: AsyncGenerator<unknown>) {
  try {
    return yield* stream
  } catch (problem) {
    throw asRefusal(problem)
  }
}

export function asRefusal(problem: unknown): unknown {
  const refused = refusedBy(problem)
  if (!refused) return problem
  const { status, sentence } = refusals[refused.code]
  const say = sentence.id as (facts: unknown) => string
  return new ORPCError(refused.code, { status, data: refused.facts, message: say(refused.facts), cause: problem })
}

function refusedBy(problem: unknown): { code: RefusalCode; facts: unknown } | null {
  if (problem instanceof SqliteError) return storageRefusalOf(problem.code)
  if (!(problem instanceof DomainError) || !(problem.code in refusals)) return null
  return { code: problem.code as RefusalCode, facts: problem.facts }
}
