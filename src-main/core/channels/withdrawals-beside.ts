import type { Contents } from '../../../src-shared/channels/channel-file.ts'
import type { SettlementsOutcome, SettlementsWithdrawal } from '../../../src-shared/channels/settlements-outcome.ts'
import type { Tx } from '../database/open.ts'
import { settleLines } from '../payouts/settle-lines.ts'
import { takeLinesBack, takeLinesIn } from '../payouts/take-lines-in.ts'
import { toldLines, withPlaces } from '../payouts/told-lines.ts'
import {
  adjustmentLinesAlone,
  linesToldBy,
  noteTellings,
  walletLinesByIds,
} from '../payouts/wallet-lines.repository.ts'
import type { Extent, Stepwise } from '../work/stepwise.ts'
import { meetArrivals, noLongerWithdrawn, partArrivals, withdrawnIn } from './arrived-withdrawals.ts'
import type { ImportNeeds, IntoShop, TakenRun } from './content-kind.ts'
import { ledgerMarks, NOTHING_BOOKED, withStep } from './ledger-difference.ts'
import { channelOfShop } from './shops.repository.ts'

/*
 * An income report of TikTok Shop lists what was withdrawn beside what was released: these are lines of the balance and go where
 * those of a balance report go. A few hundred at most, they come in with the last step. Adjustments that name no order are told by
 * both kinds of report: whatever the balance told of them is settled anew, since the income file may tell of it now, or no longer.
 */

export const withWithdrawals = <Mark extends Extent>(
  taking: Stepwise<Mark, Omit<SettlementsOutcome, 'met'>>,
  content: Contents['settlements'],
  run: TakenRun<IntoShop>,
  needs: ImportNeeds,
): Stepwise<Mark, SettlementsOutcome> => ({
  ...taking,
  async end(tx, mark) {
    const outcome = await taking.end(tx, mark)
    const before = await ledgerMarks(tx)
    const lines = 'withdrawals' in content ? (content.withdrawals ?? []) : []
    const balance = { shopId: run.shopId, channel: await channelOfShop(tx, run.shopId), wallet: 'balance' as const }
    const told = withPlaces(toldLines(run.shopId, 'balance', lines))
    const taken = await takeLinesIn(tx, balance, () => noteTellings(tx, run.seq, told), told, needs.settle)
    await settleAdjustments(tx, run.shopId, needs.settle)
    const met = await meetArrivals(tx, run.importId, withdrawnIn(taken), needs)
    const { entries } = await withStep(tx, NOTHING_BOOKED, before)
    return { ...outcome, met, entries: outcome.entries + entries }
  },
})

export const withoutWithdrawals = <Mark extends Extent>(
  taking: Stepwise<Mark, SettlementsWithdrawal>,
  run: TakenRun<IntoShop>,
  needs: ImportNeeds,
): Stepwise<Mark, SettlementsWithdrawal> => ({
  ...taking,
  async end(tx, mark) {
    const outcome = await taking.end(tx, mark)
    const before = await ledgerMarks(tx)
    const balance = { shopId: run.shopId, channel: await channelOfShop(tx, run.shopId), wallet: 'balance' as const }
    const ids = await linesToldBy(tx, run.seq, { after: '', limit: Number.MAX_SAFE_INTEGER })
    const gone = await takeLinesBack(tx, balance, run.seq, ids, needs.settle)
    await settleAdjustments(tx, run.shopId, needs.settle)
    await partArrivals(tx, noLongerWithdrawn(gone), needs)
    const { entries } = await withStep(tx, NOTHING_BOOKED, before)
    return { ...outcome, entries: outcome.entries + entries }
  },
})

/**
 * Adjustments of the balance that name no order, once releases or other lines came or went: which of them an income file tells of
 * too shows only among all of them.
 */
export async function settleAdjustments(tx: Tx, shopId: string, settle: ImportNeeds['settle']): Promise<void> {
  const alone = await adjustmentLinesAlone(tx, shopId)
  if (alone.length === 0) return
  const lines = await walletLinesByIds(
    tx,
    alone.map(({ id }) => id),
  )
  await settleLines(tx, settle, lines)
}
