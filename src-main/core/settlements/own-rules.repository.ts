import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Marketplace } from '../../../src-shared/orders/order.ts'
import { actorNow } from '../database/actor.ts'
import type { Reader, Tx } from '../database/open.ts'
import type { Meant } from './fee-accounts.ts'

/** What the owner said of names. */
export interface StoredRule extends Meant {
  id: string
  channel: Marketplace
  name: string
  normal: string
  from: BusinessDay
  at: Instant
  actor: string
}

const standing = (reader: Reader) =>
  reader
    .selectFrom('fee_account')
    .select(['id', 'channel', 'name', 'normal', 'from_day as from', 'meaning', 'account', 'at', 'actor'])
    .where('undone_at', 'is', null)

export const standingOwnRules = (reader: Reader): Promise<StoredRule[]> =>
  standing(reader).orderBy('at', 'desc').execute() as Promise<StoredRule[]>

export const ownRuleById = (reader: Reader, id: string): Promise<StoredRule | undefined> =>
  standing(reader).where('id', '=', id).executeTakeFirst() as Promise<StoredRule | undefined>

export type RuleToKeep = Omit<StoredRule, 'actor'>

/** Keeps a rule; one that said something else of the same name from the same day on gives way. */
export async function saveOwnRule(tx: Tx, { from, ...rule }: RuleToKeep): Promise<void> {
  await tx
    .updateTable('fee_account')
    .set({ undone_at: rule.at })
    .where('channel', '=', rule.channel)
    .where('normal', '=', rule.normal)
    .where('from_day', '=', from)
    .where('undone_at', 'is', null)
    .execute()
  await tx
    .insertInto('fee_account')
    .values({ ...rule, from_day: from, actor: actorNow().id, undone_at: null })
    .execute()
}

export async function undoOwnRule(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.updateTable('fee_account').set({ undone_at: at }).where('id', '=', id).execute()
}

export async function standOwnRuleAgain(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('fee_account').set({ undone_at: null }).where('id', '=', id).execute()
}

/** A rule that was called off on its way: the one that gave way to it stands again. */
export async function forgetOwnRule(tx: Tx, { id, channel, normal, from, at }: RuleToKeep): Promise<void> {
  await tx.deleteFrom('fee_account').where('id', '=', id).execute()
  await tx
    .updateTable('fee_account')
    .set({ undone_at: null })
    .where('channel', '=', channel)
    .where('normal', '=', normal)
    .where('from_day', '=', from)
    .where('undone_at', '=', at)
    .execute()
}
