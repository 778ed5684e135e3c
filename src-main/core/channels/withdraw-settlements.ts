import type { Contents } from '../../../src-shared/channels/channel-file.ts'
import type { Releases, SettlementsWithdrawal } from '../../../src-shared/channels/settlements-outcome.ts'
import { type Booked, bookedSince, lastEntry, NOTHING_BOOKED_YET } from '../settlements/booked-since.repository.ts'
import { settlementsByIds } from '../settlements/settlements.repository.ts'
import { byName, numbered, retellSettlements } from '../settlements/store-settlements.ts'
import type { Extent, Stepwise } from '../work/stepwise.ts'
import type { ImportNeeds, IntoShop, OtherRun, TakenRun } from './content-kind.ts'
import { movedCorrections } from './import-runs.repository.ts'
import { settleTold, sum } from './import-settlements.ts'
import { countSettlementsTold, settlementsToldBy } from './settlements-told.repository.ts'
import { channelOfShop } from './shops.repository.ts'

type Counted = Pick<SettlementsWithdrawal, 'withdrawn' | 'rebuilt' | 'kept' | 'closedEntries' | 'correctedOn'>

export interface SettlementsWithdrawalMark extends Extent {
  /** The last settlement that was dealt with. */
  after: number
  counted: Counted
  booked: Booked
}

/**
 * Takes an income file back as if it had never been taken in, some releases at a time: those nobody else told of leave their
 * orders, and with them the books; the others stand as the remaining files tell of them.
 */
export function takingSettlementsBack(
  run: TakenRun<IntoShop>,
  others: readonly OtherRun<Contents['settlements']>[],
  { settle, now }: ImportNeeds,
): Stepwise<SettlementsWithdrawalMark, SettlementsWithdrawal> {
  const contentKept = new Set(others.filter(({ content }) => content !== null).map(({ seq }) => seq))
  const statements = byName(others.flatMap(({ content }) => (content ? numbered(content.settlements) : [])))
  return {
    begin: async (tx) => ({
      done: 0,
      total: await countSettlementsTold(tx, run.seq),
      after: 0,
      counted: NOTHING_COUNTED,
      booked: NOTHING_BOOKED_YET,
    }),

    async step(tx, mark, size) {
      const before = await lastEntry(tx)
      const told = await settlementsToldBy(tx, run.seq, { after: mark.after, limit: size })
      const last = told.at(-1)
      // whatever was told and is no longer there needs no taking back
      if (!last) return { ...mark, done: mark.total }
      const stored = await settlementsByIds(
        tx,
        told.map(({ id }) => id),
      )
      const runsOf = new Map(told.map(({ seq, otherRuns }) => [seq, otherRuns]))
      const alone = stored.filter(({ seq }) => runsOf.get(seq)!.length === 0)
      const known = stored.filter(({ seq }) => runsOf.get(seq)!.length > 0)
      const rebuilt = known.filter(({ seq }) => runsOf.get(seq)!.every((other) => contentKept.has(other)))
      const kept = known.filter((each) => !rebuilt.includes(each))
      const gone = [...alone, ...rebuilt]
      await retellSettlements(tx, { channel: await channelOfShop(tx, run.shopId), now }, gone, statements)
      await settleTold(tx, settle, run.shopId, gone)
      const closed = await movedCorrections(tx, before)
      const { counted } = mark
      return {
        ...mark,
        done: Math.min(mark.done + told.length, mark.total),
        after: last.seq,
        counted: {
          withdrawn: sum(counted.withdrawn, alone),
          rebuilt: sum(counted.rebuilt, rebuilt),
          kept: sum(counted.kept, kept),
          closedEntries: counted.closedEntries + closed.entries,
          correctedOn: [counted.correctedOn, closed.day].filter((day) => day !== null).sort()[0] ?? null,
        },
        booked: await bookedSince(tx, mark.booked, before),
      }
    },

    end: async (_tx, { counted, booked }) => ({
      kind: 'settlements',
      importId: run.importId,
      shopId: run.shopId,
      ...counted,
      ...booked,
    }),
  }
}

const NONE: Releases = { settlements: 0, released: 0 }
const NOTHING_COUNTED: Counted = { withdrawn: NONE, rebuilt: NONE, kept: NONE, closedEntries: 0, correctedOn: null }
