import { cashEventWords } from '../../../src-shared/cash/cash.words.ts'
import type { CashEventKind, WalletMove } from '../../../src-shared/cash/cash-record.ts'
import { type CashSort, directionOf, kindsOf } from '../../../src-shared/cash/direction.ts'
import { addDays, type BusinessDay, businessDay, type Instant } from '../../../src-shared/kernel/business-day.ts'
import { finder } from '../../../src-shared/kernel/folded.ts'
import { decodeCursor, encodeCursor } from '../../../src-shared/kernel/page.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { parseRupiah } from '../../../src-shared/kernel/rupiah.ts'
import { EVERYDAY } from '../../../src-shared/ledger/account-name.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Reader } from '../database/open.ts'
import { balanceAt } from '../ledger/balances.repository.ts'
import { type DocumentPointer, documentLabels, labelKey } from '../ledger/document-labels.ts'
import { type AccountLine, accountLines } from '../ledger/journal.repository.ts'
import { documentOf, memoOf } from '../ledger/journal-view.ts'
import { accountsIn } from '../ledger/ledger.repository.ts'
import { readEach } from '../readable-rows.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { cashRecordsByIds } from './cash.repository.ts'

export interface WalletBookInput {
  wallet: AccountCode
  from?: BusinessDay | undefined
  to?: BusinessDay | undefined
  query: string
  sort?: CashSort | undefined
  cursor?: string | undefined
  limit: number
}

/** Lines of the ledger read at once. */
const STRIDE = 300

/**
 * Everything that moved a wallet, in the order of days and within one of the entries, newest first. The balance is that of
 * the ledger after each row, whatever the list is narrowed to. Pages are cut between days.
 * @throws ACCOUNT_NOT_FOUND
 */
export async function walletBook(
  reader: Reader,
  now: Instant,
  { wallet, from, to, query, sort, cursor, limit }: WalletBookInput,
): Promise<{ rows: WalletMove[]; nextCursor: string | null }> {
  const { language, zone } = await settingsOf(reader)
  if (!(await accountsIn(reader, EVERYDAY)).some(({ code, roles }) => code === wallet && roles.includes('wallet')))
    throw new DomainError('ACCOUNT_NOT_FOUND', { code: wallet })
  const isMeant = narrowed(query, sort, cashEventWords[language])
  const [reached] = cursor ? decodeCursor(cursor) : []
  let through = reached === undefined ? (to ?? businessDay(now, zone)) : String(reached)
  const rows: WalletMove[] = []
  for (;;) {
    const lines = await wholeDays(reader, wallet, from, through)
    const last = lines.at(-1)
    if (!last) return { rows, nextCursor: null }
    const moves = await movesOf(reader, wallet, lines, through)
    rows.push(...moves.filter(isMeant))
    through = addDays(last.day, -1)
    if (from !== undefined && through < from) return { rows, nextCursor: null }
    if (rows.length >= limit) return { rows, nextCursor: encodeCursor(through) }
  }
}

/** Lines of as many whole days as a stride reaches, newest first. */
async function wholeDays(
  reader: Reader,
  wallet: AccountCode,
  from: BusinessDay | undefined,
  to: BusinessDay,
): Promise<AccountLine[]> {
  const lines = await accountLines(reader, [wallet], { from, to, after: undefined, limit: STRIDE })
  let last = lines.at(-1)
  while (last !== undefined && lines.length % STRIDE === 0) {
    const rest: AccountLine[] = await accountLines(reader, [wallet], {
      from: last.day,
      to,
      after: last,
      limit: STRIDE,
    })
    lines.push(...rest)
    if (rest.length === 0) break
    last = rest.at(-1)
  }
  return lines
}

/** What each document moved on each day, newest first; what was taken back and said anew the same day is one row. */
async function movesOf(
  reader: Reader,
  wallet: AccountCode,
  lines: readonly AccountLine[],
  through: BusinessDay,
): Promise<WalletMove[]> {
  const { language } = await settingsOf(reader)
  const documents = lines.map(documentOf)
  const labels = await documentLabels(reader, documents)
  const kinds = await kindsOfRecords(reader, documents)
  let balance = await balanceAt(reader, [wallet], through)
  const groups = [...Map.groupBy(lines, (line) => `${line.day}/${labelKey(documentOf(line))}`).values()]
    .map((group) => ({
      newest: group[0]!,
      first: group.at(-1)!.entryId,
      amount: group.reduce((sum, line) => sum + line.amount, 0),
    }))
    .filter(({ amount }) => amount !== 0)
    .toSorted((a, b) => (a.newest.day === b.newest.day ? b.first - a.first : a.newest.day < b.newest.day ? 1 : -1))
    .map(({ newest, amount }) => {
      const after = balance
      balance -= amount
      const document = documentOf(newest)
      return {
        newest,
        day: newest.day,
        document: { ...document, label: labels.get(labelKey(document))! },
        what: kinds.get(labelKey(document)) ?? null,
        amount,
        balance: after,
      }
    })
  return readEach(
    groups,
    ({ newest, ...move }): WalletMove => ({ ...move, memo: memoOf(newest, language) }),
    ({ newest: _, ...move }) => ({ ...move, memo: '' }),
  )
}

async function kindsOfRecords(
  reader: Reader,
  documents: readonly DocumentPointer[],
): Promise<Map<string, CashEventKind>> {
  const ids = documents.filter(({ kind }) => kind === 'cash-record').map(({ id }) => id)
  const records = await cashRecordsByIds(reader, [...new Set(ids)])
  return new Map([...records].map(([id, { event }]) => [labelKey({ kind: 'cash-record', id }), event.what]))
}

function narrowed(
  query: string,
  sort: CashSort | undefined,
  names: Readonly<Record<CashEventKind, string>>,
): (move: WalletMove) => boolean {
  const says = finder(query)
  const asked = query.trim() === '' ? null : parseRupiah(query)
  const kinds = new Set(sort ? kindsOf(sort) : [])
  const isSort = ({ what, amount }: WalletMove) => {
    if (sort === undefined) return true
    if (sort === 'in' || sort === 'out') {
      const isMoved = what !== null && directionOf(what) === 'moved'
      return !isMoved && amount > 0 === (sort === 'in')
    }
    return what !== null && kinds.has(what)
  }
  return (move) =>
    isSort(move) &&
    (query.trim() === '' ||
      says(move.document.label) ||
      says(move.memo) ||
      (move.what !== null && says(names[move.what])) ||
      asked === Math.abs(move.amount))
}
