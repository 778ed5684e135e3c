import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { digestOf } from './digest.ts'
import type { Tx } from './open.ts'

/**
 * Whether a record stands already under the id that its maker chose; else it is noted as made by this transaction. Acts are
 * remembered for some days, records for ever: a draft sent again after a year still makes no second one.
 * @throws ACT_ID_USED when the id made a record of other contents: the old one is no answer to that.
 */
export async function isMade(tx: Tx, id: string, contents: object): Promise<boolean> {
  const digest = digestOf(contents)
  const known = await tx.selectFrom('made_record').select('digest').where('id', '=', id).executeTakeFirst()
  if (!known) {
    await tx.insertInto('made_record').values({ id, digest }).execute()
    return false
  }
  if (known.digest !== digest) throw new DomainError('ACT_ID_USED', {})
  return true
}

/** What was called off on its way was never made: the same draft may be sent again. */
export async function forgetMade(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('made_record').where('id', '=', id).execute()
}
