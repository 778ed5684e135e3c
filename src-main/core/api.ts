import { implement, ORPCError } from '@orpc/server'
import { contract } from '../../src-shared/contract.ts'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import { type RefusalCode, refusals } from '../../src-shared/refusals.ts'

/**
 * Where every router begins. A `DomainError` thrown by a decision or service becomes the typed error that the contract
 * names; anything else is a defect and stays one.
 */
export const api = implement(contract).use(async ({ next }) => {
  try {
    return await next()
  } catch (problem) {
    throw asRefusal(problem)
  }
})

export function asRefusal(problem: unknown): unknown {
  if (!(problem instanceof DomainError) || !(problem.code in refusals)) return problem
  const { status, sentence } = refusals[problem.code as RefusalCode]
  const say = sentence.id as (facts: unknown) => string
  return new ORPCError(problem.code, { status, data: problem.facts, message: say(problem.facts), cause: problem })
}
