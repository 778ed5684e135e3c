import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import { decodeCursor, encodeCursor } from '../../../src-shared/kernel/page.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { AccountCode, AccountEntryRow, Entry, EntryRow } from '../../../src-shared/ledger/ledger.ts'
import type { Doors, Reader } from '../database/open.ts'
import { readEach } from '../readable-rows.ts'
import { actorNames } from '../settings/actors.repository.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { balanceAt, turnover } from './balances.repository.ts'
import { documentLabels, labelKey } from './document-labels.ts'
import {
  accountLines,
  correctionsOf,
  entryById,
  type JournalFilter,
  type JournalRow,
  journalPage,
  type LineKey,
  laterOnTheDay,
  pairOf,
} from './journal.repository.ts'
import { creditOf, debitOf, documentOf, entryRows, memoOf } from './journal-view.ts'
import { accountsIn } from './ledger.repository.ts'

interface AccountPage {
  accounts: AccountCode[]
  side?: 'D' | 'K' | undefined
  from?: BusinessDay | undefined
  to: BusinessDay
  cursor?: string | undefined
  limit: number
}

/** Reading the journal: entries by day, one entry, and the page of an account (Buku Besar). */
export const createJournal = ({ read }: Pick<Doors, 'read'>) => {
  const namedAccounts = async () => accountsIn(read, await settingsOf(read))

  return {
    async entries({
      cursor,
      limit,
      ...filter
    }: Omit<JournalFilter, 'after'> & { cursor?: string | undefined }): Promise<{
      rows: EntryRow[]
      nextCursor: string | null
    }> {
      const [day, id] = cursor ? decodeCursor(cursor) : []
      const after = cursor ? { day: String(day), id: Number(id) } : undefined
      const found = await journalPage(read, { ...filter, after, limit: limit + 1 })
      const shown = found.slice(0, limit)
      const last = shown.at(-1)
      return {
        rows: await entryRows(read, shown, await namedAccounts()),
        nextCursor: found.length > limit && last ? encodeCursor(last.day, last.id) : null,
      }
    },

    async entry(id: number): Promise<Entry> {
      const entry = await entryById(read, id)
      if (!entry) throw new DomainError('ENTRY_NOT_FOUND', { id })
      const [row] = await entryRows(read, [entry], await namedAccounts())
      return {
        ...row!,
        recordedAt: entry.recordedAt,
        actor: (await actorNames(read))(entry.actor),
        hash: Buffer.from(entry.hash).toString('hex'),
        pair: await pairOf(read, entry),
        reverses: entry.reverses,
        ...(await correctionLinks(read, entry)),
      }
    },

    async accountEntries({ accounts, side, from, to, cursor, limit }: AccountPage) {
      const settings = await settingsOf(read)
      const known = new Map((await accountsIn(read, settings)).map((account) => [account.code, account]))
      const unknown = accounts.find((code) => !known.has(code))
      if (unknown) throw new DomainError('ACCOUNT_NOT_FOUND', { code: unknown })
      const isDebit = (side ?? known.get(accounts[0]!)!.normal) === 'D'
      const onItsSide = (amount: number) => (isDebit ? amount : 0 - amount)

      const found = await accountLines(read, accounts, { from, to, after: lineKeyOf(cursor), limit: limit + 1 })
      const shown = found.slice(0, limit)
      const labels = await documentLabels(read, shown.map(documentOf))
      const { debit, credit } = await turnover(read, accounts, from, to)
      const closing = await balanceAt(read, accounts, to)

      let balance = shown[0]
        ? (await balanceAt(read, accounts, shown[0].day)) - (await laterOnTheDay(read, accounts, shown[0]))
        : 0
      const lines = shown.map((line) => {
        const after = balance
        balance -= line.amount
        return {
          line,
          entryId: line.entryId,
          day: line.day,
          account: known.get(line.account)!.name,
          document: { ...documentOf(line), label: labels.get(labelKey(documentOf(line)))! },
          debit: debitOf(line.amount),
          credit: creditOf(line.amount),
          balance: onItsSide(after),
        }
      })
      const rows = readEach(
        lines,
        ({ line, ...row }): AccountEntryRow => ({ ...row, memo: memoOf(line, settings.language) }),
        ({ line: _, ...row }) => ({ ...row, memo: '' }),
      )
      const last = shown.at(-1)
      return {
        rows,
        nextCursor: found.length > limit && last ? encodeCursor(last.day, last.entryId, last.account) : null,
        opening: onItsSide(closing - debit + credit),
        debit,
        credit,
        closing: onItsSide(closing),
      }
    },
  }
}

/** What corrects a reversal is the same reversal on its own day. */
async function correctionLinks(reader: Reader, entry: JournalRow): Promise<Pick<Entry, 'correctedBy' | 'movedTo'>> {
  const corrections = await correctionsOf(reader, entry)
  return entry.reverses === null
    ? { correctedBy: corrections, movedTo: null }
    : { correctedBy: [], movedTo: corrections[0] ?? null }
}

function lineKeyOf(cursor: string | undefined): LineKey | undefined {
  if (!cursor) return undefined
  const [day, entryId, account] = decodeCursor(cursor)
  return { day: String(day), entryId: Number(entryId), account: String(account) as AccountCode }
}
