import { ORPCError } from '@orpc/server'
import { type RefusalCode, refusals } from '../../src-shared/refusals.ts'

/** A "no" as it travels: its code and facts, and its Indonesian sentence for whoever shows no other. */
export function refused(code: RefusalCode, facts: unknown, cause?: unknown): ORPCError<RefusalCode, unknown> {
  const { status, sentence } = refusals[code]
  const say = sentence.id as (facts: unknown) => string
  return new ORPCError(code, { status, data: facts, message: say(facts), cause })
}
