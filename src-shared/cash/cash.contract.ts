import { oc } from '@orpc/contract'
import { z } from 'zod'
import { dated } from '../inventory/inventory.contract.ts'
import { BusinessDay } from '../kernel/business-day.ts'
import { HandedFile } from '../kernel/carried-file.ts'
import { Id } from '../kernel/ids.ts'
import { PageInput, PlainText, page } from '../kernel/page.ts'
import { pick } from '../kernel/refusal.ts'
import { ledgerRefusals } from '../ledger/ledger.refusals.ts'
import { Account, AccountCode } from '../ledger/ledger.ts'
import { isMeant, unusualRefusals } from '../ledger/unusual.refusals.ts'
import { cashRefusals } from './cash.refusals.ts'
import { CashRecord, CashRecordDraft, Wallet, WalletMove } from './cash-record.ts'
import { CategoryDraft } from './category.ts'
import { CashSort } from './direction.ts'

export const cashContract = {
  wallets: oc.route({ method: 'GET', path: '/wallets' }).output(z.array(Wallet)),
  list: oc
    .route({ method: 'GET', path: '/cash' })
    .input(
      PageInput.extend({
        from: BusinessDay.optional(),
        to: BusinessDay.optional(),
        query: z.string().max(100).default(''),
        sort: CashSort.optional(),
      }),
    )
    .output(page(CashRecord)),
  /**
   * Everything that moved one wallet, sales and purchases too, newest day first, with the balance after each; what a
   * document moved on a day is one row, so that a corrected record is not told three times.
   */
  walletBook: oc
    .route({ method: 'GET', path: '/wallets/{wallet}/book' })
    .input(
      PageInput.extend({
        wallet: AccountCode,
        from: BusinessDay.optional(),
        to: BusinessDay.optional(),
        query: z.string().max(100).default(''),
        sort: CashSort.optional(),
      }),
    )
    .output(page(WalletMove))
    .errors(pick(ledgerRefusals, 'ACCOUNT_NOT_FOUND')),
  /** The list as it is narrowed, or one wallet's book, as a file for Excel. */
  exportFile: oc
    .route({ method: 'GET', path: '/cash/export' })
    .input(
      z.object({
        format: z.enum(['xlsx', 'csv']),
        wallet: AccountCode.optional(),
        from: BusinessDay.optional(),
        to: BusinessDay.optional(),
        query: z.string().max(100).default(''),
        sort: CashSort.optional(),
      }),
    )
    .output(HandedFile)
    .errors(pick(ledgerRefusals, 'ACCOUNT_NOT_FOUND')),
  /** Own categories and wallets, and own names for those of the standard chart. */
  categories: {
    save: oc
      .route({ method: 'PUT', path: '/cash/categories' })
      .input(CategoryDraft)
      .output(Account)
      .errors({
        ...pick(ledgerRefusals, 'ACCOUNT_NOT_FOUND'),
        ...pick(cashRefusals, 'CATEGORY_NAME_TAKEN', 'CATEGORIES_FULL'),
      }),
    archive: oc
      .route({ method: 'POST', path: '/cash/categories/archive' })
      .input(z.object({ code: AccountCode, isArchived: z.boolean() }))
      .output(Account)
      .errors({
        ...pick(ledgerRefusals, 'ACCOUNT_NOT_FOUND'),
        ...pick(cashRefusals, 'CATEGORY_STANDARD', 'WALLET_NOT_EMPTY'),
      }),
  },
  get: oc
    .route({ method: 'GET', path: '/cash/{id}' })
    .input(z.object({ id: Id }))
    .output(CashRecord)
    .errors(pick(cashRefusals, 'CASH_RECORD_NOT_FOUND')),
  /** Catat Kas. The same id again is a correction of the same record. */
  record: oc
    .route({ method: 'PUT', path: '/cash' })
    .input(CashRecordDraft.extend({ isMeant }))
    .output(CashRecord)
    .errors({
      ...dated,
      ...unusualRefusals,
      ...pick(cashRefusals, 'WRONG_ACCOUNT', 'MORE_THAN_OWED', 'HOUSEHOLD_BOOK_OFF'),
    }),
  cancel: oc
    .route({ method: 'POST', path: '/cash/cancel' })
    .input(z.object({ id: Id, reason: PlainText(500).pipe(z.string().min(3)) }))
    .output(CashRecord)
    .errors(pick(cashRefusals, 'CASH_RECORD_NOT_FOUND')),
}
