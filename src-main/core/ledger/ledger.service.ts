import { type BusinessDay, businessDay, type Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Account, AccountCode, LabaRugi, Neraca, VerifierReport } from '../../../src-shared/ledger/ledger.ts'
import type { Doors, Tx } from '../database/open.ts'
import type { Effects } from '../effects.ts'
import { actorNames } from '../settings/actors.repository.ts'
import { remember, settingsOf } from '../settings/settings.repository.ts'
import type { Settle, Settled } from '../settling/settle.ts'
import type { SettleEverything } from '../settling/settle-everything.ts'
import { type Progress, withProgress } from '../with-progress.ts'
import { balancesOn } from './balances.repository.ts'
import { endOfPreviousMonth, previousPeriod } from './compared-periods.ts'
import { type ExportedJournal, exportJournal, type JournalFormat } from './export/export-journal.ts'
import { createJournal } from './journal.service.ts'
import { labaRugiDays, labaRugiOf } from './laba-rugi.ts'
import {
  accountsIn,
  costIncompleteOn,
  openingBalances,
  openingStockValue,
  periodLocks,
  recordLock,
  replaceOpeningBalances,
} from './ledger.repository.ts'
import { neracaDays, neracaOf } from './neraca.ts'
import { closedThroughOf } from './open-day.ts'
import { effectsOfOpening, mayHaveOpening, OPENING, openingCapital } from './opening-balance.ts'
import { verifyShop } from './verifier/verify-shop.ts'

interface LedgerNeeds extends Pick<Doors, 'read' | 'write' | 'snapshot'> {
  now: () => Instant
  settle: Settle
  settleEverything: SettleEverything
}

/** Buku besar: the two statements, the journal, Saldo Awal, closed periods, the verifier and the export. */
export const createLedger = ({ read, write, snapshot, now, settle, settleEverything }: LedgerNeeds) => {
  const opening = {
    async get() {
      const { startDay, keepsHousehold, language } = await settingsOf(read)
      const accounts = await accountsIn(read, language)
      const amounts = await openingBalances(read)
      const stockValue = await openingStockValue(read)
      return {
        day: startDay,
        lines: accounts
          .filter((account) => mayHaveOpening(account, keepsHousehold))
          .map(({ code, name }) => ({ account: code, name, amount: amounts.get(code) ?? 0 })),
        stockValue,
        capital: openingCapital({ amounts, accounts }) + stockValue,
      }
    },

    async save(lines: readonly { account: AccountCode; amount: number }[]): Promise<{ capital: number }> {
      await write(['ledger', 'cash', 'household'], async (tx) => {
        const { keepsHousehold, language } = await settingsOf(tx)
        const accounts = await accountsIn(tx, language)
        const known = new Map(accounts.map((account) => [account.code, account]))
        const amounts = new Map(lines.map(({ account, amount }) => [account, amount]))
        for (const [code, amount] of amounts) {
          const account = known.get(code)
          if (!account) throw new DomainError('ACCOUNT_NOT_FOUND', { code })
          if (amount !== 0 && !mayHaveOpening(account, keepsHousehold))
            throw new DomainError('ACCOUNT_HAS_NO_OPENING', { code, name: account.name })
        }
        await replaceOpeningBalances(
          tx,
          accounts.filter((account) => mayHaveOpening(account, keepsHousehold)).map(({ code }) => code),
          [...amounts].filter(([, amount]) => amount !== 0).map(([account, amount]) => ({ account, amount })),
          now(),
        )
        await settle(tx, [{ ref: OPENING, effects: (await effectsOfOpeningBalance(tx)).get(OPENING.id)! }])
      })
      return { capital: (await opening.get()).capital }
    },
  }

  const periods = {
    async list() {
      const nameOf = await actorNames(read)
      const locks = (await periodLocks(read)).map((lock) => ({ ...lock, actor: nameOf(lock.actor) }))
      return { closedThrough: locks[0]?.closedThrough || null, locks }
    },

    async close(through: BusinessDay): Promise<{ closedThrough: BusinessDay }> {
      return write(['ledger'], async (tx) => {
        const { zone } = await settingsOf(tx)
        if (through >= businessDay(now(), zone)) throw new DomainError('PERIOD_NOT_OVER', { through })
        const closedThrough = await closedThroughOf(tx)
        if (through <= closedThrough) throw new DomainError('ALREADY_CLOSED', { closedThrough })
        await recordLock(tx, through, '', now())
        return { closedThrough: through }
      })
    },

    /** Opens days again; asking for a day that is already open changes nothing. */
    async reopen(closedThrough: BusinessDay | '', reason: string): Promise<{ closedThrough: BusinessDay | null }> {
      const { isOpened, ...answer } = await write(['ledger'], async (tx) => {
        const closed = await closedThroughOf(tx)
        if (closedThrough >= closed) return { closedThrough: closed || null, isOpened: false }
        await recordLock(tx, closedThrough, reason, now())
        return { closedThrough: closedThrough || null, isOpened: true }
      })
      // what had been booked on the first open day goes back to its own
      if (isOpened) await settleEverything()
      return answer
    },
  }

  return {
    ...createJournal({ read }),
    opening,
    periods,

    async accounts(): Promise<Account[]> {
      return accountsIn(read, (await settingsOf(read)).language)
    },

    async neraca(day: BusinessDay, comparedDay = endOfPreviousMonth(day)): Promise<Neraca> {
      const { language } = await settingsOf(read)
      return neracaOf({
        day,
        comparedDay,
        language,
        accounts: await accountsIn(read, language),
        balances: await balancesOn(read, neracaDays(day, comparedDay)),
        costIncomplete: await costIncompleteOn(read, day),
      })
    },

    async labaRugi(
      from: BusinessDay,
      to: BusinessDay,
      comparedFrom?: BusinessDay,
      comparedTo?: BusinessDay,
    ): Promise<LabaRugi> {
      const { language } = await settingsOf(read)
      const period = { from, to }
      const before = previousPeriod(period)
      const compared = { from: comparedFrom ?? before.from, to: comparedTo ?? before.to }
      return labaRugiOf({
        period,
        compared,
        language,
        accounts: await accountsIn(read, language),
        balances: await balancesOn(read, labaRugiDays(period, compared)),
        costIncomplete: await costIncompleteOn(read, to),
      })
    },

    async verify(): Promise<VerifierReport> {
      const { language } = await settingsOf(read)
      const report = await verifyShop(snapshot, now(), language)
      await write(['settings'], (tx) => remember(tx, 'lastVerified', { at: report.at, ok: report.ok }))
      return report
    },

    /** Settles every document as rules and settings are now; what was done before it is stopped stays done. */
    settleAgain: (signal?: AbortSignal): AsyncGenerator<Progress<Settled, number>> =>
      withProgress(signal, (onProgress, signal) => settleEverything(onProgress, signal)),

    exportJournal(format: JournalFormat, book?: Account['book']): Promise<ExportedJournal> {
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
    accounts: await accountsIn(tx, 'id'),
    keepsHousehold,
  })
  return new Map([[OPENING.id, effects]])
}
