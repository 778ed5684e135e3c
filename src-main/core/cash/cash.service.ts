import { cashEventWords, cashWords } from '../../../src-shared/cash/cash.words.ts'
import type { CashEventKind, CashRecord, CashRecordDraft, Wallet } from '../../../src-shared/cash/cash-record.ts'
import { type CashSort, kindsOf } from '../../../src-shared/cash/direction.ts'
import { businessDay } from '../../../src-shared/kernel/business-day.ts'
import { finder } from '../../../src-shared/kernel/folded.ts'
import { decodeCursor, encodeCursor } from '../../../src-shared/kernel/page.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { parseRupiah, type Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import { asUnreadable } from '../../../src-shared/kernel/unreadable.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Reader, Tx } from '../database/open.ts'
import { type Effects, NO_EFFECTS } from '../effects.ts'
import { handedFile } from '../handed-file.ts'
import { balancesNow } from '../ledger/balances.repository.ts'
import { requireOpenDay } from '../ledger/closed-periods.repository.ts'
import { accountsIn } from '../ledger/ledger.repository.ts'
import { balanceOf } from '../ledger/statement-lines.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import type { Settle } from '../settling/settle.ts'
import { takingBack } from '../taking-back.ts'
import { requireUsual } from '../unusual-total.ts'
import { requireRoles } from './account-roles.ts'
import {
  type CashFilter,
  type CashMeaning,
  cashPage,
  cashRecordsByIds,
  type StoredCashRecord,
  saveCashRecord,
} from './cash.repository.ts'
import { type Accounts, amountMoved, cashEntries, isHouseholdOnly } from './cash-entries.ts'
import { recordsTable, walletTable } from './cash-table.ts'
import { createCategories } from './categories.ts'
import { requireOwed } from './owed.ts'
import { type WalletBookInput, walletBook } from './wallet-book.ts'

const TOUCHED = ['cash', 'ledger', 'household', 'purchasing'] as const

const AT_ONCE = 500
const MEDIA_TYPE = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const

type CashExport = Omit<WalletBookInput, 'wallet' | 'cursor' | 'limit'> & {
  format: keyof typeof MEDIA_TYPE
  wallet?: AccountCode | undefined
}

/** Every page of a list, one after the other. */
async function allOf<Row>(
  page: (cursor: string | undefined) => Promise<{ rows: Row[]; nextCursor: string | null }>,
): Promise<Row[]> {
  const all: Row[] = []
  for (let cursor: string | undefined | null; cursor !== null; ) {
    const { rows, nextCursor } = await page(cursor)
    all.push(...rows)
    cursor = nextCursor
  }
  return all
}

interface CashNeeds extends RoomNeeds {
  settle: Settle
  /** What one purchase still owes its supplier, payments of the named record left out; zero for one that is gone. */
  owedOnPurchase(reader: Reader, purchase: string, without: string): Promise<Rupiah>
}

/** Kas & rekening: every movement of money that is neither a sale nor a purchase. */
export const createCash = ({ read, write, now, settle, owedOnPurchase }: CashNeeds) => {
  const stored = async (tx: Tx, id: string): Promise<StoredCashRecord> => {
    const record = (await cashRecordsByIds(tx, [id])).get(id)
    if (!record) throw new DomainError('CASH_RECORD_NOT_FOUND', { id })
    return record
  }
  const save = async (tx: Tx, record: StoredCashRecord): Promise<CashRecord> => {
    await saveCashRecord(tx, record)
    await settle(tx, [
      { ref: { kind: 'cash-record', id: record.id }, effects: effectsOfCashRecord(record, await accountsByCode(tx)) },
    ])
    return shown(record)
  }

  /** The kinds and accounts whose names hold the words, and the amount when it is one (25rb). */
  const meaningOf = async (query: string): Promise<CashMeaning> => {
    const { language } = await settingsOf(read)
    const says = finder(query)
    const kinds = Object.entries(cashEventWords[language]).filter(([, name]) => says(name))
    return {
      kinds: kinds.map(([what]) => what as CashEventKind),
      accounts: (await accountsIn(read, language)).filter(({ name }) => says(name)).map(({ code }) => code),
      amount: parseRupiah(query),
    }
  }

  const list = async ({
    cursor,
    limit,
    sort,
    ...filter
  }: Omit<CashFilter, 'after' | 'alsoMeaning' | 'kinds'> & {
    sort?: CashSort | undefined
    cursor?: string | undefined
  }) => {
    const [day, id] = cursor ? decodeCursor(cursor) : []
    const after = cursor ? { day: String(day), id: String(id) } : undefined
    const alsoMeaning = filter.query.trim() === '' ? undefined : await meaningOf(filter.query)
    const found = await cashPage(read, {
      ...filter,
      alsoMeaning,
      kinds: sort && kindsOf(sort),
      after,
      limit: limit + 1,
    })
    const rows = found.slice(0, limit).map(shown)
    const last = rows.at(-1)
    return { rows, nextCursor: found.length > limit && last ? encodeCursor(last.day, last.id) : null }
  }

  const exportFile = async ({ format, wallet, ...asked }: CashExport): Promise<File> => {
    const { zone, language } = await settingsOf(read)
    const table = wallet
      ? walletTable(
          await allOf((cursor) => walletBook(read, now(), { ...asked, wallet, limit: AT_ONCE, cursor })),
          language,
        )
      : recordsTable(
          await allOf((cursor) => list({ ...asked, limit: AT_ONCE, cursor })),
          await accountsIn(read, language),
          language,
        )
    const { writeXlsx } = await import('../spreadsheet/writing/write-xlsx.ts')
    const { writeCsv } = await import('../spreadsheet/writing/write-csv.ts')
    const name = `${cashWords[language].fileName}-${businessDay(now(), zone)}.${format}`
    return handedFile(name, MEDIA_TYPE[format], format === 'csv' ? writeCsv(table, ';') : writeXlsx(table))
  }

  return {
    /** Wallets of both books with their balance now. */
    async wallets(): Promise<Wallet[]> {
      const accounts = await accountsIn(read, (await settingsOf(read)).language)
      const balances = await balancesNow(read)
      return accounts
        .filter(({ roles }) => roles.includes('wallet'))
        .map(({ code, name, book }) => ({ account: code, name, book, balance: balanceOf(balances, code) }))
    },

    list,

    exportFile,

    categories: createCategories({ write, now }),

    walletBook: (input: WalletBookInput) => walletBook(read, now(), input),

    async get(id: string): Promise<CashRecord> {
      const record = (await cashRecordsByIds(read, [id])).get(id)
      if (!record) throw new DomainError('CASH_RECORD_NOT_FOUND', { id })
      return shown(record)
    },

    /** The same id again corrects the record; one that was cancelled comes back. */
    record: ({
      id,
      day,
      note,
      event,
      isMeant,
    }: CashRecordDraft & { isMeant?: boolean | undefined }): Promise<CashRecord> =>
      write([...TOUCHED], async (tx) => {
        await requireOpenDay(tx, day, now())
        const { keepsHousehold } = await settingsOf(tx)
        const accounts = await accountsByCode(tx)
        requireRoles(event, accounts)
        if (!keepsHousehold && isHouseholdOnly(event, accounts)) throw new DomainError('HOUSEHOLD_BOOK_OFF')

        const before = (await cashRecordsByIds(tx, [id])).get(id)
        const balances = await balancesNow(tx)
        const amount = amountMoved(event)
        await requireUsual(tx, 'cash record', amount, isMeant)
        requireOwed(
          event,
          amount,
          accounts,
          (account) => balanceOf(balances, account) - movedBy(before, account, accounts),
        )
        if (event.what === 'pay supplier' && event.purchase) {
          const owed = await owedOnPurchase(tx, event.purchase, id)
          if (amount > owed) throw new DomainError('MORE_THAN_OWED', { amount, owed })
        }
        return save(tx, {
          id,
          day,
          event,
          keepsHousehold,
          note,
          amount,
          recordedAt: before?.recordedAt ?? now(),
          cancelled: null,
        })
      }),

    cancel: (id: string, reason: string): Promise<CashRecord> =>
      write([...TOUCHED], async (tx) => {
        const record = await stored(tx, id)
        if (record.cancelled) return shown(record)
        return takingBack(() => save(tx, { ...record, cancelled: { at: now(), reason } }))
      }),
  }
}
export type CashService = ReturnType<typeof createCash>

/** What a stored record must have in the ledgers: nothing once it is cancelled. */
function effectsOfCashRecord(record: StoredCashRecord, accounts: Accounts): Effects {
  if (record.cancelled) return NO_EFFECTS
  if (record.unread !== undefined) throw new Error(`the facts of cash record ${record.id} cannot be read`)
  return { ...NO_EFFECTS, entries: cashEntries(record, record, accounts) }
}

const accountsByCode = async (reader: Reader): Promise<Accounts> =>
  new Map((await accountsIn(reader, 'id')).map((account) => [account.code, account]))

export async function effectsOfCashRecords(tx: Tx, ids: readonly string[]): Promise<Map<string, Effects>> {
  const records = await cashRecordsByIds(tx, ids)
  const accounts = await accountsByCode(tx)
  return new Map([...records].map(([id, record]) => [id, effectsOfCashRecord(record, accounts)]))
}

/** Debit less credit that a record stands for on an account now. */
const movedBy = (record: StoredCashRecord | undefined, account: AccountCode, accounts: Accounts): Rupiah =>
  record && record.unread === undefined
    ? effectsOfCashRecord(record, accounts)
        .entries.flatMap(({ lines }) => lines)
        .reduce((sum, line) => (line.account === account && 'amount' in line ? sum + line.amount : sum), 0)
    : 0

const shown = ({ unread, ...record }: StoredCashRecord): CashRecord =>
  unread === undefined ? record : asUnreadable(record)
