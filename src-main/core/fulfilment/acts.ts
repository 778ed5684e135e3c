import type { DeskAct } from '../../../src-shared/fulfilment/desk-act.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Tx } from '../database/open.ts'

/** A client that did not hear an answer asks again within minutes; two days also cover a laptop that slept. */
const REMEMBERED_MS = 2 * 24 * 3_600_000

/**
 * Does what an act asks for, once: sent again it gets the answer it had, and nothing is counted twice.
 * @param asked all that the act asks, so that an id used for something else is noticed.
 * @throws ACT_ID_USED when the same id asks for something else.
 */
export async function once<Answer>(
  tx: Tx,
  act: DeskAct | undefined,
  asked: object,
  at: Instant,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (!act) return work()
  const text = JSON.stringify(asked)
  const known = await tx.selectFrom('desk_act').select(['asked', 'answer']).where('id', '=', act.id).executeTakeFirst()
  if (known) {
    if (known.asked !== text) throw new DomainError('ACT_ID_USED', {})
    return JSON.parse(known.answer) as Answer
  }
  const answer = await work()
  await tx
    .insertInto('desk_act')
    .values({ id: act.id, at, asked: text, answer: JSON.stringify(answer) })
    .execute()
  await tx
    .deleteFrom('desk_act')
    .where('at', '<', at - REMEMBERED_MS)
    .execute()
  return answer
}
