import { newId } from '../../../src-shared/kernel/ids.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { UNMAPPED_CHANNEL_FEE } from '../../../src-shared/ledger/channel-fee-account.ts'
import { meantBy } from '../../../src-shared/settlements/fee-choice.ts'
import type {
  FeeRuleDraft,
  NameOfFee,
  OwnFeeRule,
  RuleEffect,
} from '../../../src-shared/settlements/settlements.contract.ts'
import { isMade } from '../database/made-once.ts'
import type { Reader, Tx } from '../database/open.ts'
import { accountsIn } from '../ledger/ledger.repository.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { actorNames } from '../settings/actors.repository.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { Settle } from '../settling/settle.ts'
import { bookedSince, lastEntry, NOTHING_BOOKED_YET } from './booked-since.repository.ts'
import { type NameSoFar, namesSoFar, settlementsWithName } from './names.repository.ts'
import { normalName } from './normal-name.ts'
import { ownRuleById, type StoredRule, saveOwnRule, standingOwnRules, undoOwnRule } from './own-rules.repository.ts'
import { settleAlone } from './settlement-effects.ts'
import { waitingPage, waitingTotal } from './waiting.repository.ts'

interface Needs extends RoomNeeds {
  settle: Settle
  /** Books anew the orders of a shop that stand, by their numbers. */
  settleOrdersOfNumbers(tx: Tx, shopId: string, numbers: readonly string[]): Promise<void>
}

const TOUCHED = ['settlements', 'orders', 'ledger', 'reports'] as const

export function createSettlements({ read, write, rehearse, now, settle, settleOrdersOfNumbers }: Needs) {
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

  /** Books everything anew in which a name stands, and says what that changed. */
  const rebooked = async (
    tx: Tx,
    rule: Pick<StoredRule, 'channel' | 'normal' | 'from'>,
    changed: () => Promise<void>,
  ): Promise<RuleEffect> => {
    const last = await lastEntry(tx)
    await changed()
    const found = await settlementsWithName(tx, rule)
    for (const [shopId, ofShop] of Map.groupBy(found, ({ shopId }) => shopId))
      await settleOrdersOfNumbers(
        tx,
        shopId,
        ofShop.map(({ orderNumber }) => orderNumber).filter((number) => number !== ''),
      )
    await settleAlone(
      tx,
      settle,
      found.filter(({ orderNumber }) => orderNumber === '').map(({ id }) => id),
    )
    const { entries, profit } = await bookedSince(tx, NOTHING_BOOKED_YET, last)
    return {
      settlements: found.length,
      amount: found.reduce((total, { amount }) => total + amount, 0),
      entries,
      profit,
    }
  }

  const saved = (tx: Tx, draft: FeeRuleDraft): Promise<RuleEffect> => {
    const { id, channel, name, choice, from } = draft
    const rule = { id, channel, name, normal: normalName(name), from, at: now(), ...meantBy(choice, channel) }
    return rebooked(tx, rule, async () => {
      if (!(await isMade(tx, id, draft))) await saveOwnRule(tx, rule)
    })
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
    preview: (draft: FeeRuleDraft): Promise<RuleEffect> => rehearse((tx) => saved(tx, { ...draft, id: newId(now()) })),

    /** @throws ACT_ID_USED */
    save: (draft: FeeRuleDraft): Promise<RuleEffect> => write([...TOUCHED], (tx) => saved(tx, draft)),

    /** @throws FEE_RULE_NOT_FOUND */
    undo: (id: string): Promise<RuleEffect> =>
      write([...TOUCHED], async (tx) => {
        const rule = await ownRuleById(tx, id)
        if (!rule) throw new DomainError('FEE_RULE_NOT_FOUND', { id })
        return rebooked(tx, rule, () => undoOwnRule(tx, id, now()))
      }),
  }
}
export type SettlementsService = ReturnType<typeof createSettlements>
