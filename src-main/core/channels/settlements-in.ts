import type { Contents, SettlementStatements } from '../../../src-shared/channels/channel-file.ts'
import type { SettlementsOutcome } from '../../../src-shared/channels/settlements-outcome.ts'
import type { SettlementStatement } from '../../../src-shared/settlements/settlement-file.ts'
import type { IntoShop, TakingIn } from './content-kind.ts'
import { takingSettlementsIn } from './import-settlements.ts'
import { runsToldOfSettlements } from './settlements-told.repository.ts'
import { numberDoubts, shopOfNumbers } from './shop-doubts.ts'
import { takingSettlementsBack } from './withdraw-settlements.ts'
import { withoutWithdrawals, withWithdrawals } from './withdrawals-beside.ts'

const numbersOf = ({ settlements }: Contents['settlements']) => [
  ...new Set(settlements.map(({ orderNumber }) => orderNumber).filter((number) => number !== '')),
]

/** What channels released, by any income file. */
export const settlementsIn: TakingIn<Contents['settlements'], IntoShop, SettlementsOutcome> = {
  doubts: (reader, content, { shopId }) => numberDoubts(reader, numbersOf(content), shopId),
  shopSpokenOf: (reader, content, channel) => shopOfNumbers(reader, numbersOf(content), channel),
  takingIn: (content, target, needs) =>
    withWithdrawals(takingSettlementsIn(content, target, needs), content, target, needs),
  runsTellingOfTheSame: runsToldOfSettlements,
  // nothing that is done here stands on a release
  mayBeTakenBack: async () => {},
  takingBack: (run, others, needs) => withoutWithdrawals(takingSettlementsBack(run, others, needs), run, needs),
}

/** Releases that came as statements and not as a file. */
export const asSettlements = (settlements: readonly SettlementStatement[]): SettlementStatements => ({
  kind: 'settlement statements',
  settlements: [...settlements],
  problems: [],
  problemCount: 0,
  keptOut: { rows: 0, released: 0 },
})
