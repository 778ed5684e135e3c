import { newId } from '../../../src-shared/kernel/ids.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { UNMAPPED_CHANNEL_FEE } from '../../../src-shared/ledger/channel-fee-account.ts'
import { meantBy } from '../../../src-shared/settlements/fee-choice.ts'
import type {
  FeeRuleDraft,
  NameOfFee,
  OwnFeeRule,
  RuleEffect,
  RuleKept,
} from '../../../src-shared/settlements/settlements.contract.ts'
import { isMade } from '../database/made-once.ts'
import type { Reader, Tx } from '../database/open.ts'
import { accountsIn } from '../ledger/ledger.repository.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { actorNames } from '../settings/actors.repository.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { LongWork } from '../work/long-work.ts'
import { type NameSoFar, namesSoFar } from './names.repository.ts'
import { normalName } from './normal-name.ts'
import { ownRuleById, type RuleToKeep, saveOwnRule, standingOwnRules, undoOwnRule } from './own-rules.repository.ts'
import { createRuleWork, type Rebooking, type RuleChange, rebooked } from './rule-work.ts'
import { waitingPage, waitingTotal } from './waiting.repository.ts'

interface Needs extends RoomNeeds, Rebooking {
  work: LongWork
}

export function createSettlements({ read, write, rehearse, now, work, ...rebooking }: Needs) {
  const changing = createRuleWork({ read, write, work, ...rebooking })

  const accountNames = async (reader: Reader) => {
    const accounts = await accountsIn(reader, await settingsOf(reader))
    return new Map(accounts.map(({ code, name }) => [code, name]))
  }

  const named = async (reader: Reader, names: readonly NameSoFar[]): Promise<NameOfFee[]> => {
    const accounts = await accountNames(reader)
    return names
      .map(({ normal: _, ...name }) => ({ ...name, accountName: accounts.get(name.account) ?? name.account }))
      .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
  }

  const ruleOf = ({ id, channel, name, choice, from }: FeeRuleDraft): RuleToKeep => ({
    id,
    channel,
    name,
    normal: normalName(name),
    from,
    at: now(),
    ...meantBy(choice, channel),
  })

  const kept = async (tx: Tx, draft: FeeRuleDraft): Promise<RuleChange> => {
    const rule = ruleOf(draft)
    if (!(await isMade(tx, draft.id, draft))) await saveOwnRule(tx, rule)
    return { what: 'kept', rule }
  }

  return {
    async toDo() {
      const { startDay } = await settingsOf(read)
      return {
        unmapped: await named(read, await namesSoFar(read, ({ account }) => account === UNMAPPED_CHANNEL_FEE)),
        waiting: await waitingTotal(read, startDay),
      }
    },

    names: async () => named(read, await namesSoFar(read)),

    waiting: async (page: { cursor?: string | undefined; limit: number }) =>
      waitingPage(read, (await settingsOf(read)).startDay, page),

    async rules(): Promise<OwnFeeRule[]> {
      const accounts = await accountNames(read)
      const nameOf = await actorNames(read)
      return (await standingOwnRules(read)).map(({ normal: _, actor, ...rule }) => ({
        ...rule,
        actor: nameOf(actor),
        accountName: accounts.get(rule.account) ?? rule.account,
      }))
    },

    /** Under an id of its own: what stands under the draft's is no matter of a question. */
    preview: (draft: FeeRuleDraft): Promise<RuleEffect> =>
      rehearse((tx) => rebooked(tx, rebooking, (inside) => kept(inside, { ...draft, id: newId(now()) }))),

    /** @throws ACT_ID_USED */
    save: (draft: FeeRuleDraft): Promise<RuleKept> =>
      changing({ id: draft.id, name: draft.name, foreseen: ruleOf(draft) }, (tx) => kept(tx, draft)),

    /** @throws FEE_RULE_NOT_FOUND */
    async undo(id: string): Promise<RuleKept> {
      const foreseen = (await ownRuleById(read, id)) ?? null
      return changing({ id, name: foreseen?.name ?? '', foreseen }, async (tx): Promise<RuleChange> => {
        const rule = await ownRuleById(tx, id)
        if (!rule) throw new DomainError('FEE_RULE_NOT_FOUND', { id })
        await undoOwnRule(tx, id, now())
        return { what: 'taken back', rule }
      })
    },
  }
}
export type SettlementsService = ReturnType<typeof createSettlements>
