import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { actorNow } from '../database/actor.ts'
import type { Reader, Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import type { SentInstead } from './order-document.ts'

/** What stands instead of lines of some orders. */
export function sentInsteadIn(
  reader: Reader,
  orderIds: readonly string[],
): Promise<(SentInstead & { orderId: string })[]> {
  return reader
    .selectFrom('sent_instead')
    .select(['order_id as orderId', 'line', 'variant_id as variantId', 'note', 'at'])
    .where('order_id', 'in', valuesIn(orderIds))
    .where('taken_back_at', 'is', null)
    .orderBy('line')
    .execute()
}

/** What stood instead of the line is taken back; null leaves the line as it was sold. */
export async function saveSentInstead(
  tx: Tx,
  { orderId, line }: { orderId: string; line: number },
  instead: { variantId: string; note: string } | null,
  at: Instant,
): Promise<void> {
  await tx
    .updateTable('sent_instead')
    .set({ taken_back_at: at })
    .where('order_id', '=', orderId)
    .where('line', '=', line)
    .where('taken_back_at', 'is', null)
    .execute()
  if (!instead) return
  await tx
    .insertInto('sent_instead')
    .values({
      id: newId(at),
      order_id: orderId,
      line,
      variant_id: instead.variantId,
      note: instead.note,
      at,
      actor: actorNow().id,
      taken_back_at: null,
    })
    .execute()
}
