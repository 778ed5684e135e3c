import { type BankSteps, bankSteps } from '../bank/bank-steps.ts'
import { cashSteps } from '../cash/cash-steps.ts'
import type { Tx } from '../database/open.ts'
import type { LineGone, LineTaken } from '../payouts/take-lines-in.ts'
import { owedOnPurchase } from '../purchasing/debts-due.ts'
import type { ImportNeeds } from './content-kind.ts'
import { importsAmong } from './import-runs.repository.ts'

/*
 * A withdrawal leaves the balance of a channel and comes in at a bank. Two files tell of it, and whichever comes second finds the
 * other's line: nobody has to say that they are the same money. When the file that told of the withdrawal is taken back, the line
 * of the bank waits again, unless somebody had answered it by hand.
 */

export const bankStepsOf = ({ settle, now }: Pick<ImportNeeds, 'settle' | 'now'>): BankSteps =>
  bankSteps({ cash: cashSteps({ settle, now: () => now, owedOnPurchase }), now: () => now })

/** Days and amounts of what was withdrawn, a few hundred of a file at most. */
export type Withdrawn = readonly { day: string; amount: number }[]

const isWithdrawal = ({ meaning, line }: Pick<LineTaken, 'meaning' | 'line'>): boolean =>
  meaning === 'withdrawal' && line.amount < 0 && line.status === 'done'

export const withdrawnIn = (taken: readonly LineTaken[]): Withdrawn =>
  taken.flatMap(({ what, meaning, line }) =>
    what !== 'unchanged' && isWithdrawal({ meaning, line }) ? [{ day: line.day, amount: -line.amount }] : [],
  )

/** What is no withdrawal any more: its line is gone, or another file says that it came to nothing. */
export const noLongerWithdrawn = (gone: readonly LineGone[]): Withdrawn =>
  gone.flatMap(({ what, before }) =>
    what !== 'kept' && isWithdrawal({ meaning: before.meaning, line: before })
      ? [{ day: before.day, amount: -before.amount }]
      : [],
  )

/** How many waiting lines of banks turn out to be money that was withdrawn. */
export async function meetArrivals(
  tx: Tx,
  importId: string,
  withdrawn: Withdrawn,
  needs: ImportNeeds,
): Promise<number> {
  if (withdrawn.length === 0) return 0
  return (await bankStepsOf(needs).meetTransit(tx, importId, (batches) => importsAmong(tx, batches))).lines
}

export async function partArrivals(tx: Tx, gone: Withdrawn, needs: ImportNeeds): Promise<void> {
  if (gone.length === 0) return
  await bankStepsOf(needs).partTransit(tx, gone, (batches) => importsAmong(tx, batches))
}
