import { cashEventWords, cashWords } from '../../../src-shared/cash/cash.words.ts'
import type { CashEventKind, CashRecord, CashRecordDraft, Wallet } from '../../../src-shared/cash/cash-record.ts'
import { type CashSort, kindsOf } from '../../../src-shared/cash/direction.ts'
import { businessDay } from '../../../src-shared/kernel/business-day.ts'
import { finder } from '../../../src-shared/kernel/folded.ts'
import { decodeCursor, encodeCursor } from '../../../src-shared/kernel/page.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { parseRupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { handedFile } from '../handed-file.ts'
import { balancesNow } from '../ledger/balances.repository.ts'
import { accountsIn } from '../ledger/ledger.repository.ts'
import { balanceOf } from '../ledger/statement-lines.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { type CashFilter, type CashMeaning, cashPage, cashRecordsByIds } from './cash.repository.ts'
import { type CashStepNeeds, cashSteps, shown } from './cash-steps.ts'
import { recordsTable, walletTable } from './cash-table.ts'
import { createCategories } from './categories.ts'
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

interface CashNeeds extends RoomNeeds, Pick<CashStepNeeds, 'settle' | 'owedOnPurchase'> {}

/** Kas & rekening: every movement of money that is neither a sale nor a purchase. */
export const createCash = ({ read, write, now, settle, owedOnPurchase }: CashNeeds) => {
  const { record: recorded, cancel: cancelled } = cashSteps({ settle, now, owedOnPurchase })

  /** The kinds and accounts whose names hold the words, and the amount when it is one (25rb). */
  const meaningOf = async (query: string): Promise<CashMeaning> => {
    const settings = await settingsOf(read)
    const says = finder(query)
    const kinds = Object.entries(cashEventWords[settings.language]).filter(([, name]) => says(name))
    return {
      kinds: kinds.map(([what]) => what as CashEventKind),
      accounts: (await accountsIn(read, settings)).filter(({ name }) => says(name)).map(({ code }) => code),
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
    const settings = await settingsOf(read)
    const { zone, language } = settings
    const table = wallet
      ? walletTable(
          await allOf((cursor) => walletBook(read, now(), { ...asked, wallet, limit: AT_ONCE, cursor })),
          language,
        )
      : recordsTable(
          await allOf((cursor) => list({ ...asked, limit: AT_ONCE, cursor })),
          await accountsIn(read, settings),
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
      const accounts = await accountsIn(read, await settingsOf(read))
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
    record: (draft: CashRecordDraft & { isMeant?: boolean | undefined }): Promise<CashRecord> =>
      write([...TOUCHED], (tx) => recorded(tx, draft)),

    cancel: (id: string, reason: string): Promise<CashRecord> => write([...TOUCHED], (tx) => cancelled(tx, id, reason)),
  }
}
export type CashService = ReturnType<typeof createCash>
