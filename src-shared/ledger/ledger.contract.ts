import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { BusinessDay, Instant, Month } from '../kernel/business-day.ts'
import { PageInput, PlainText, page } from '../kernel/page.ts'
import { pick } from '../kernel/refusal.ts'
import { Rupiah, RupiahTotal } from '../kernel/rupiah.ts'
import { ledgerRefusals } from './ledger.refusals.ts'
import {
  Account,
  AccountCode,
  AccountEntryRow,
  Book,
  Entry,
  EntryRow,
  LabaRugi,
  Neraca,
  SettlingProgress,
  VerifierReport,
} from './ledger.ts'
import { isMeant, unusualRefusals } from './unusual.refusals.ts'

export const ledgerContract = {
  accounts: oc.route({ method: 'GET', path: '/accounts' }).output(z.array(Account)),
  neraca: oc
    .route({ method: 'GET', path: '/reports/neraca' })
    .input(z.object({ day: BusinessDay, comparedDay: BusinessDay.optional() }))
    .output(Neraca),
  labaRugi: oc
    .route({ method: 'GET', path: '/reports/laba-rugi' })
    .input(
      z.object({
        from: BusinessDay,
        to: BusinessDay,
        comparedFrom: BusinessDay.optional(),
        comparedTo: BusinessDay.optional(),
      }),
    )
    .output(LabaRugi),
  /** The newest month through a day in which the shop earned or spent anything. */
  newestResult: oc
    .route({ method: 'GET', path: '/reports/newest-result' })
    .input(z.object({ day: BusinessDay }))
    .output(z.object({ month: Month.nullable() })),
  /** The journal, newest first. */
  entries: oc
    .route({ method: 'GET', path: '/journal' })
    .input(
      PageInput.extend({
        book: Book.default('usaha'),
        from: BusinessDay.optional(),
        to: BusinessDay.optional(),
        documentKind: z.string().optional(),
        documentId: z.string().optional(),
      }),
    )
    .output(page(EntryRow)),
  entry: oc
    .route({ method: 'GET', path: '/journal/{id}' })
    .input(z.object({ id: z.number().int() }))
    .output(Entry)
    .errors(pick(ledgerRefusals, 'ENTRY_NOT_FOUND')),
  /**
   * The lines one or more accounts are made of, newest first: every figure of a statement opens here. Balances count
   * positive on `side`, so that they read as the figure does; without it on the normal side of the first account.
   */
  accountEntries: oc
    .route({ method: 'GET', path: '/accounts/entries' })
    .input(
      PageInput.extend({
        accounts: z.array(AccountCode).min(1).max(150),
        side: z.enum(['D', 'K']).optional(),
        from: BusinessDay.optional(),
        to: BusinessDay,
      }),
    )
    .output(
      page(AccountEntryRow).extend({
        opening: RupiahTotal,
        debit: RupiahTotal,
        credit: RupiahTotal,
        closing: RupiahTotal,
      }),
    )
    .errors(pick(ledgerRefusals, 'ACCOUNT_NOT_FOUND')),
  opening: {
    /** Saldo Awal on the start day: every account that may have one, with its amount. Capital is computed, never asked. */
    get: oc.route({ method: 'GET', path: '/opening-balance' }).output(
      z.object({
        day: BusinessDay,
        lines: z.array(z.object({ account: AccountCode, name: z.string(), amount: Rupiah })),
        stockValue: RupiahTotal,
        capital: RupiahTotal,
      }),
    ),
    /** Amounts on the account's normal side, not negative; an account left out is zero. */
    save: oc
      .route({ method: 'PUT', path: '/opening-balance' })
      .input(z.object({ lines: z.array(z.object({ account: AccountCode, amount: Rupiah.min(0) })).max(100), isMeant }))
      .output(z.object({ capital: RupiahTotal }))
      .errors({ ...pick(ledgerRefusals, 'ACCOUNT_NOT_FOUND', 'ACCOUNT_HAS_NO_OPENING'), ...unusualRefusals }),
  },
  periods: {
    list: oc.route({ method: 'GET', path: '/periods' }).output(
      z.object({
        closedThrough: BusinessDay.nullable(),
        /** `actor`: who closed or reopened, by name. */
        locks: z.array(z.object({ closedThrough: z.string(), reason: z.string(), actor: z.string(), at: Instant })),
      }),
    ),
    close: oc
      .route({ method: 'POST', path: '/periods/close' })
      .input(z.object({ through: BusinessDay }))
      .output(z.object({ closedThrough: BusinessDay }))
      .errors(pick(ledgerRefusals, 'PERIOD_NOT_OVER', 'ALREADY_CLOSED')),
    /** Opens a closed period again; the reason is kept for ever. */
    reopen: oc
      .route({ method: 'POST', path: '/periods/reopen' })
      .input(
        z.object({
          closedThrough: z.union([BusinessDay, z.literal('')]),
          reason: PlainText(500).pipe(z.string().min(3)),
        }),
      )
      .output(z.object({ closedThrough: BusinessDay.nullable() })),
  },
  /**
   * Samakan ulang: settles every document of every kind as rules and settings are now. Reading no further stops it; what was
   * done so far stays, and beginning again appends nothing twice.
   */
  settleAgain: oc.route({ method: 'POST', path: '/settle-again' }).output(eventIterator(SettlingProgress)),
  /** Compares both ledgers with their maintained sums, the hash chain with its entries, the file with itself. */
  verify: oc.route({ method: 'POST', path: '/verify' }).output(VerifierReport),
  /** What the verifier found the last time, asked or by itself; null before the first time. */
  lastReport: oc.route({ method: 'GET', path: '/verify' }).output(VerifierReport.nullable()),
  /** `csv` for other software, `excel` the same table as Excel in Indonesia opens it: `;`, UTF-8 mark, our words. */
  exportJournal: oc
    .route({ method: 'GET', path: '/journal/export' })
    .input(z.object({ format: z.enum(['hledger', 'csv', 'excel']), book: Book.optional() }))
    .output(z.object({ name: z.string(), mediaType: z.string(), text: z.string(), entries: z.number().int() })),
}
