import { sql } from 'kysely'
import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { AccountCode, Book } from '../../../src-shared/ledger/ledger.ts'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'

export interface JournalRow {
  id: number
  book: Book
  day: BusinessDay
  documentKind: string
  documentId: string
  effect: string
  generation: number
  reverses: number | null
  corrects: number | null
  pairId: string | null
  memoKey: string
  /** JSON. */
  memoFacts: string
  /** Id of who caused it. */
  actor: string
  recordedAt: number
  hash: Uint8Array
  lines: { account: AccountCode; amount: Rupiah; day: BusinessDay }[]
}

export interface JournalFilter {
  book: Book
  from?: BusinessDay | undefined
  to?: BusinessDay | undefined
  documentKind?: string | undefined
  documentId?: string | undefined
  /** Day and id of the last entry already seen. */
  after?: { day: BusinessDay; id: number } | undefined
  limit: number
}

const selectEntries = (reader: Reader) =>
  reader
    .selectFrom('entry')
    .select([
      'id',
      'book',
      'day',
      'document_kind as documentKind',
      'document_id as documentId',
      'effect',
      'generation',
      'reverses',
      'corrects',
      'pair_id as pairId',
      'memo_key as memoKey',
      'memo_facts as memoFacts',
      'actor',
      'recorded_at as recordedAt',
      'hash',
    ])

/** Entries with their lines, newest day first. */
export async function journalPage(
  reader: Reader,
  { book, from, to, documentKind, documentId, after, limit }: JournalFilter,
): Promise<JournalRow[]> {
  // a document has a handful of entries: found by its own key, not by walking the days of the book
  const ofOneDocument = documentKind !== undefined && documentId !== undefined
  let query = selectEntries(reader).where(ofOneDocument ? sql<string>`+book` : 'book', '=', book)
  if (from !== undefined) query = query.where('day', '>=', from)
  if (to !== undefined) query = query.where('day', '<=', to)
  if (documentKind !== undefined) query = query.where('document_kind', '=', documentKind)
  if (documentId !== undefined) query = query.where('document_id', '=', documentId)
  if (after)
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('day', 'id'), '<', tuple(after.day, after.id)))
  const rows = await query.orderBy('day', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return withLines(reader, rows as Omit<JournalRow, 'lines'>[])
}

export async function entryById(reader: Reader, id: number): Promise<JournalRow | undefined> {
  const rows = await selectEntries(reader).where('id', '=', id).execute()
  return (await withLines(reader, rows as Omit<JournalRow, 'lines'>[]))[0]
}

/** The next entries in the order they were sealed; for walks over the whole journal. */
export async function entriesAfter(
  reader: Reader,
  id: number,
  limit: number,
  book?: Book | undefined,
): Promise<JournalRow[]> {
  let query = selectEntries(reader).where('id', '>', id)
  if (book !== undefined) query = query.where('book', '=', book)
  const rows = await query.orderBy('id').limit(limit).execute()
  return withLines(reader, rows as Omit<JournalRow, 'lines'>[])
}

async function withLines(reader: Reader, entries: Omit<JournalRow, 'lines'>[]): Promise<JournalRow[]> {
  if (entries.length === 0) return []
  const postings = await reader
    .selectFrom('posting')
    .select(['entry_id', 'account', 'amount', 'day'])
    .where('entry_id', 'in', valuesIn(entries.map(({ id }) => id)))
    .orderBy('entry_id')
    .orderBy('account')
    .execute()
  const byEntry = Map.groupBy(postings, ({ entry_id }) => entry_id)
  return entries.map((entry) => ({
    ...entry,
    lines: (byEntry.get(entry.id) ?? []).map(({ account, amount, day }) => ({ account, amount, day })),
  }))
}

/** Which of these entries were reversed, and by which. */
export async function reversalsOf(reader: Reader, ids: readonly number[]): Promise<Map<number, number>> {
  const rows = await reader
    .selectFrom('entry')
    .select(['id', 'reverses'])
    .where('reverses', 'in', valuesIn(ids))
    .execute()
  return new Map(rows.map(({ id, reverses }) => [reverses!, id]))
}

/** Corrections of an entry's cost stand with its own document; those taken back again are left out. */
export async function correctionsOf(reader: Reader, entry: JournalRow): Promise<number[]> {
  const rows = await reader
    .selectFrom('entry')
    .select('id')
    .where('document_kind', '=', entry.documentKind)
    .where('document_id', '=', entry.documentId)
    .where('corrects', '=', entry.id)
    .where('reverses', 'is', null)
    .orderBy('id')
    .execute()
  const ids = rows.map(({ id }) => id)
  const reversed = await reversalsOf(reader, ids)
  return ids.filter((id) => !reversed.has(id))
}

/** The other side of the wall: the newest entry of the same event in the other book that runs the same way. */
export async function pairOf(reader: Reader, entry: JournalRow): Promise<number | null> {
  if (entry.pairId === null) return null
  const row = await reader
    .selectFrom('entry')
    .select('id')
    .where('document_kind', '=', entry.documentKind)
    .where('document_id', '=', entry.documentId)
    .where('book', '<>', entry.book)
    .where('pair_id', '=', entry.pairId)
    .where('generation', entry.generation > 0 ? '>' : '<', 0)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** A line's place in the accounts' pages: newest day first, then newest entry. */
export interface LineKey {
  day: BusinessDay
  entryId: number
  account: AccountCode
}
export interface AccountLine extends LineKey {
  amount: Rupiah
  memoKey: string
  memoFacts: string
  documentKind: string
  documentId: string
}

const isLater = (a: LineKey, b: LineKey): number =>
  a.day !== b.day
    ? a.day < b.day
      ? 1
      : -1
    : b.entryId - a.entryId || (a.account < b.account ? 1 : a.account > b.account ? -1 : 0)

/**
 * Lines of several accounts, newest first. Each account is searched by its own index and the results are merged, so that
 * a page costs the same on a busy account.
 */
export async function accountLines(
  reader: Reader,
  accounts: readonly AccountCode[],
  {
    from,
    to,
    after,
    limit,
  }: { from: BusinessDay | undefined; to: BusinessDay; after: LineKey | undefined; limit: number },
): Promise<AccountLine[]> {
  const lines: AccountLine[] = []
  for (const account of new Set(accounts)) {
    let query = reader
      .selectFrom('posting')
      .innerJoin('entry', 'entry.id', 'posting.entry_id')
      .select([
        'posting.day as day',
        'posting.entry_id as entryId',
        'posting.account as account',
        'posting.amount as amount',
        'entry.memo_key as memoKey',
        'entry.memo_facts as memoFacts',
        'entry.document_kind as documentKind',
        'entry.document_id as documentId',
      ])
      .where('posting.account', '=', account)
      .where('posting.day', '<=', to)
    if (from !== undefined) query = query.where('posting.day', '>=', from)
    // of the very same entry, the accounts that sort before the last one seen are still to come
    if (after)
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('posting.day', 'posting.entry_id'),
          account < after.account ? '<=' : '<',
          tuple(after.day, after.entryId),
        ),
      )
    lines.push(
      ...(await query.orderBy('posting.day', 'desc').orderBy('posting.entry_id', 'desc').limit(limit).execute()),
    )
  }
  return lines.sort(isLater).slice(0, limit)
}

/** Sum of the lines of these accounts that stand on the line's own day but after it. */
export async function laterOnTheDay(reader: Reader, accounts: readonly AccountCode[], line: LineKey): Promise<Rupiah> {
  const { amount } = await reader
    .selectFrom('posting')
    .select(({ fn }) => fn.coalesce(fn.sum<number>('amount'), sql<number>`0`).as('amount'))
    .where('account', 'in', valuesIn(accounts))
    .where('day', '=', line.day)
    .where(({ eb, refTuple, tuple }) => eb(refTuple('entry_id', 'account'), '>', tuple(line.entryId, line.account)))
    .executeTakeFirstOrThrow()
  return amount
}
