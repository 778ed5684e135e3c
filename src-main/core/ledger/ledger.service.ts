import type { BusinessDay, Instant, Month } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { EVERYDAY } from '../../../src-shared/ledger/account-name.ts'
import type { Account, AccountCode, VerifierReport } from '../../../src-shared/ledger/ledger.ts'
import { type Doors, noteDone, type Reader, type Tx } from '../database/open.ts'
import type { Effects } from '../effects.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { Settle, Settled } from '../settling/settle.ts'
import type { SettleEverything } from '../settling/settle-everything.ts'
import { requireUsual } from '../unusual-total.ts'
import { type Progress, withProgress } from '../with-progress.ts'
import { createClosedPeriods } from './closed-periods.service.ts'
import { type ExportedJournal, exportJournal, type JournalFormat } from './export/export-journal.ts'
import { createJournal } from './journal.service.ts'
import {
  accountsIn,
  newestMonthWithResult,
  openingBalances,
  openingStockValue,
  replaceOpeningBalances,
} from './ledger.repository.ts'
import { effectsOfOpening, mayHaveOpening, OPENING, openingCapital } from './opening-balance.ts'
import { createStatements } from './statements.service.ts'

interface LedgerNeeds extends Pick<Doors, 'read' | 'write' | 'snapshot'> {
  now: () => Instant
  settle: Settle
  settleEverything: SettleEverything
  /** The verifier over the whole shop, and what it found last. */
  verifying: { verify(): Promise<VerifierReport>; last(): Promise<VerifierReport | null> }
  /** Books anew what channels released of orders that were over when the books began: it comes out of the opening, once there is one. */
  settleOwedAtStart(tx: Tx): Promise<void>
}

/** Buku besar: the two statements, the journal, Saldo Awal, closed periods, the verifier and the export. */
export const createLedger = ({
  read,
  write,
  snapshot,
  now,
  settle,
  settleEverything,
  verifying,
  settleOwedAtStart,
}: LedgerNeeds) => {
  const openingOf = async (reader: Reader) => {
    const settings = await settingsOf(reader)
    const { startDay, keepsHousehold } = settings
    const accounts = await accountsIn(reader, settings)
    const amounts = await openingBalances(reader)
    const stockValue = await openingStockValue(reader)
    return {
      day: startDay,
      lines: accounts
        .filter((account) => mayHaveOpening(account, keepsHousehold))
        .map(({ code, name }) => ({ account: code, name, amount: amounts.get(code) ?? 0 })),
      stockValue,
      capital: openingCapital({ amounts, accounts }) + stockValue,
    }
  }
  const opening = {
    get: () => openingOf(read),

    save: (
      lines: readonly { account: AccountCode; amount: number }[],
      isMeant?: boolean,
    ): Promise<{ capital: number }> =>
      write(['ledger', 'cash', 'household'], async (tx) => {
        const settings = await settingsOf(tx)
        const { keepsHousehold } = settings
        const accounts = await accountsIn(tx, settings)
        const known = new Map(accounts.map((account) => [account.code, account]))
        const amounts = new Map(lines.map(({ account, amount }) => [account, amount]))
        for (const [code, amount] of amounts) {
          const account = known.get(code)
          if (!account) throw new DomainError('ACCOUNT_NOT_FOUND', { code })
          if (amount !== 0 && !mayHaveOpening(account, keepsHousehold))
            throw new DomainError('ACCOUNT_HAS_NO_OPENING', { code, name: account.name })
        }
        await requireUsual(tx, 'opening balance', Math.max(0, ...amounts.values()), isMeant)
        await replaceOpeningBalances(
          tx,
          accounts.filter((account) => mayHaveOpening(account, keepsHousehold)).map(({ code }) => code),
          [...amounts].filter(([, amount]) => amount !== 0).map(([account, amount]) => ({ account, amount })),
          now(),
        )
        await settle(tx, [{ ref: OPENING, effects: (await effectsOfOpeningBalance(tx)).get(OPENING.id)! }])
        await settleOwedAtStart(tx)
        return { capital: (await openingOf(tx)).capital }
      }),
  }

  return {
    ...createJournal({ read }),
    ...createStatements({ read }),
    opening,
    periods: createClosedPeriods({ read, write, now, settleEverything }),

    async accounts(): Promise<Account[]> {
      return accountsIn(read, await settingsOf(read))
    },

    newestResult: (day: BusinessDay): Promise<Month | null> => newestMonthWithResult(read, day),

    verify: verifying.verify,
    lastReport: verifying.last,

    /** Settles every document as rules and settings are now; what was done before it is stopped stays done. */
    settleAgain: (signal?: AbortSignal): AsyncGenerator<Progress<Settled, number>> =>
      withProgress(signal, (onProgress, signal) => settleEverything(onProgress, signal)),

    async exportJournal(format: JournalFormat, book?: Account['book']): Promise<ExportedJournal> {
      await write([], async (tx) => noteDone(tx, { format }), 'step')
      return exportJournal(snapshot, format, book)
    },
  }
}
export type LedgerService = ReturnType<typeof createLedger>

/** What Saldo Awal must have in the ledgers; there is one such document. */
export async function effectsOfOpeningBalance(tx: Tx): Promise<Map<string, Effects>> {
  const { startDay, keepsHousehold } = await settingsOf(tx)
  const effects = effectsOfOpening({
    day: startDay,
    amounts: await openingBalances(tx),
    accounts: await accountsIn(tx, EVERYDAY),
    keepsHousehold,
  })
  return new Map([[OPENING.id, effects]])
}
