import type { Contents } from '../../../src-shared/channels/channel-file.ts'
import type { BankOutcome, BankWithdrawal } from '../../../src-shared/channels/channels.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { suggestedAnswers } from '../bank/bank-steps.ts'
import { answeredOf, removeStatement } from '../bank/statements.repository.ts'
import { type StatementTaken, takeStatement } from '../bank/take-statement.ts'
import type { Tx } from '../database/open.ts'
import { allAtOnce, type Extent } from '../work/stepwise.ts'
import { bankStepsOf } from './arrived-withdrawals.ts'
import type { IntoAccount, TakenRun, TakingIn } from './content-kind.ts'
import { importsAmong } from './import-runs.repository.ts'

/** All of a statement is told in one step: a year of a busy account is a second of work. */
type Mark = Extent & { taken: StatementTaken | null }

/** Bank statements: their lines come into the inbox, and what was taken back leaves it with its answers. */
export const bankIn: TakingIn<Contents['bank'], IntoAccount, BankOutcome> = {
  doubts: async () => [],
  shopSpokenOf: async () => null,

  takingIn(content, run, needs) {
    return {
      begin: async (): Promise<Mark> => ({ done: 0, total: 1, taken: null }),
      async step(tx: Tx, mark: Mark): Promise<Mark> {
        const { importId, account } = run
        // everything else of the shop moves with its start day before the statement comes in
        if (needs.first) await allAtOnce(tx, needs.first, { onProgress() {}, signal: undefined })
        const target = { importId, account: account as AccountCode, at: needs.now }
        return { ...mark, done: 1, taken: await takeStatement(tx, content, target) }
      },
      async end(tx: Tx, { taken }: Mark): Promise<BankOutcome> {
        const { importId, account } = run
        const met = await bankStepsOf(needs).meetTransit(tx, importId, (batches) => importsAmong(tx, batches))
        const suggestions = [...(await suggestedAnswers(tx)).values()]
        return {
          kind: 'bank',
          importId,
          account: account as AccountCode,
          ...(taken ?? NOTHING_TAKEN),
          keptOut: content.keptOut.rows,
          met: met.lines,
          certain: suggestions.filter(({ isCertain }) => isCertain).length,
          doubts: [],
        }
      },
    }
  },

  runsTellingOfTheSame: async () => [],
  mayBeTakenBack: async () => {},

  takingBack(run: TakenRun<IntoAccount>, _others, needs) {
    return {
      begin: async () => ({ done: 0, total: 1 }),
      step: async (_tx, mark) => ({ ...mark, done: 1 }),
      async end(tx): Promise<BankWithdrawal> {
        const { importId, account } = run
        const { lines, untold } = await removeStatement(tx, importId)
        const answered = await answeredOf(tx, untold)
        await bankStepsOf(needs).takeBack(tx, answered)
        return {
          kind: 'bank',
          importId,
          account: account as AccountCode,
          removed: untold.length,
          kept: lines - untold.length,
          answers: answered.length,
        }
      },
    }
  },
}

const NOTHING_TAKEN: StatementTaken = { added: 0, known: 0, pending: 0, beforeTheBooks: 0, from: null, to: null }
