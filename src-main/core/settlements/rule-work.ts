import { HELD_BEHIND_ORDERS } from '../../../src-shared/held-answers.ts'
import type { RuleEffect, RuleKept } from '../../../src-shared/settlements/settlements.contract.ts'
import { forgetMade } from '../database/made-once.ts'
import type { Reader, Room, Tx } from '../database/open.ts'
import type { RoomNeeds } from '../room-needs.ts'
import type { Settle } from '../settling/settle.ts'
import { type LongWork, StoppedInTime, type WorkSteps } from '../work/long-work.ts'
import type { Extent } from '../work/stepwise.ts'
import { type Booked, bookedSince, lastEntry, NOTHING_BOOKED_YET } from './booked-since.repository.ts'
import { settlementsWithName } from './names.repository.ts'
import { forgetOwnRule, type RuleToKeep, standOwnRuleAgain } from './own-rules.repository.ts'
import { settleAlone } from './settlement-effects.ts'

/** A rule of the owner that begins or ends to count. */
export interface RuleChange {
  what: 'kept' | 'taken back'
  rule: RuleToKeep
}

interface Mark extends Extent {
  way: 'on' | 'back'
  booked: Booked
}

type Found = Awaited<ReturnType<typeof settlementsWithName>>

export interface Rebooking {
  settle: Settle
  /** Books anew the orders of a shop that stand, by their numbers. */
  settleOrdersOfNumbers(tx: Tx, shopId: string, numbers: readonly string[]): Promise<void>
}

export const TOUCHED_BY_RULES: Room[] = ['settlements', 'orders', 'ledger', 'reports']

/** Settlements that are booked anew within the act itself; where there are more, others are served in between. */
const AT_ONCE = 200

const NOTHING: RuleEffect = { settlements: 0, amount: 0, entries: 0, profit: 0 }

const sumOf = (found: Found): number => found.reduce((total, { amount }) => total + amount, 0)

/** Books settlements anew: with their orders, where they belong to one. */
async function book(tx: Tx, { settle, settleOrdersOfNumbers }: Rebooking, found: Found): Promise<void> {
  for (const [shopId, ofShop] of Map.groupBy(found, (each) => each.shopId))
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
}

/** All of it in the open transaction: a question, and where few settlements follow. */
export async function rebooked(
  tx: Tx,
  rebooking: Rebooking,
  decide: (tx: Tx) => Promise<RuleChange>,
): Promise<RuleEffect> {
  const last = await lastEntry(tx)
  const found = await settlementsWithName(tx, (await decide(tx)).rule)
  await book(tx, rebooking, found)
  return { settlements: found.length, amount: sumOf(found), ...(await bookedSince(tx, NOTHING_BOOKED_YET, last)) }
}

/**
 * Beginning or ending a rule, and then every settlement in which its name stands: few within one act, many as long work. With Batal
 * the rules are as before, and what had followed follows again.
 */
export function createRuleWork({
  read,
  write,
  work,
  ...rebooking
}: Pick<RoomNeeds, 'read' | 'write'> & Rebooking & { work: LongWork }) {
  const steps = ({ what, rule }: RuleChange, found: Found, from: number): WorkSteps<Mark, RuleKept> => {
    let reached = from
    return {
      async step(tx, mark, size) {
        const last = await lastEntry(tx)
        const some = found.slice(mark.done, Math.min(mark.done + size, mark.total))
        await book(tx, rebooking, some)
        const done = mark.done + some.length
        if (mark.way === 'on') reached = done
        return {
          ...mark,
          done,
          // one may have gone with its import meanwhile
          total: some.length === 0 ? done : mark.total,
          booked: await bookedSince(tx, mark.booked, last),
        }
      },
      turning: async () => async (tx) => {
        if (what === 'taken back') await standOwnRuleAgain(tx, rule.id)
        else {
          await forgetOwnRule(tx, rule)
          await forgetMade(tx, rule.id)
        }
        return { way: 'back', done: 0, total: reached, booked: NOTHING_BOOKED_YET }
      },
      end: async (_tx, { way, booked }) =>
        way === 'back'
          ? { ...NOTHING, wasStopped: true }
          : { settlements: found.length, amount: sumOf(found), ...booked, wasStopped: false },
    }
  }

  work.knows<RuleKept>('fee rule', {
    rooms: TOUCHED_BY_RULES,
    hasWayBack: true,
    holdsAnswers: () => HELD_BEHIND_ORDERS,
    async resume({ facts, mark }) {
      const change = facts as RuleChange
      return steps(change, await settlementsWithName(read, change.rule), mark.done)
    },
  })

  /** @param decide what begins or ends, inside the write; its refusals leave nothing. */
  return async (
    { id, name, foreseen }: { id: string; name: string; foreseen: Parameters<typeof settlementsWithName>[1] | null },
    decide: (tx: Tx) => Promise<RuleChange>,
  ): Promise<RuleKept> => {
    const settlements = foreseen ? await countOf(read, foreseen) : 0
    if (settlements <= AT_ONCE)
      return write(TOUCHED_BY_RULES, async (tx) => ({ ...(await rebooked(tx, rebooking, decide)), wasStopped: false }))
    const { outcome } = work.begin<RuleKept>({
      id,
      kind: 'fee rule',
      about: name,
      prepare: async () => ({
        async accept(tx) {
          const change = await decide(tx)
          const found = await settlementsWithName(tx, change.rule)
          const mark: Mark = { way: 'on', done: 0, total: found.length, booked: NOTHING_BOOKED_YET }
          return { facts: change, mark, steps: steps(change, found, 0) }
        },
      }),
    })
    return outcome.catch((problem): RuleKept => {
      if (problem instanceof StoppedInTime) return { ...NOTHING, wasStopped: true }
      throw problem
    })
  }
}

const countOf = async (reader: Reader, rule: Parameters<typeof settlementsWithName>[1]): Promise<number> =>
  (await settlementsWithName(reader, rule)).length
