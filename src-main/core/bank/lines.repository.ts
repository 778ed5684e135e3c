import { type Expression, type SqlBool, sql } from 'kysely'
import type { BankDocument, BankFilter } from '../../../src-shared/bank/bank.ts'
import { type BusinessDay, firstOfMonth, type Instant, lastOfMonth } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import { parseRupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { actorNow } from '../database/actor.ts'
import type { Reader, Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import { settingsOf } from '../settings/settings.repository.ts'

/** A line as stored, and whether what it stands for still moves its wallet by as much. */
export interface StoredLine {
  id: string
  account: AccountCode
  day: BusinessDay
  position: number
  at: Instant | null
  description: string
  words: string
  amount: Rupiah
  balance: Rupiah | null
  reference: string
  ignoredBecause: string | null
  batch: string | null
  answeredAt: Instant | null
  ruleId: string | null
  isLoose: boolean
}

/** What the documents of a line move in its wallet now. */
const movedByDocuments = sql<number>`(
  select coalesce(sum(posting.amount), 0)
  from bank_line_document as linked
  join entry on entry.document_kind = linked.document_kind and entry.document_id = linked.document_id
  join posting on posting.entry_id = entry.id and posting.account = bank_line.account
  where linked.line_id = bank_line.id)`

/** Answered, and the books no longer say so: somebody changed or cancelled what the line stood for. */
const loose = sql<SqlBool>`(bank_line.answered_at is not null and bank_line.ignored_because is null
  and ${movedByDocuments} <> bank_line.amount)`

const COLUMNS = [
  'id',
  'account',
  'day',
  'position',
  'at',
  'description',
  'words',
  'amount',
  'balance',
  'reference',
  'ignored_because as ignoredBecause',
  'batch_id as batch',
  'answered_at as answeredAt',
  'rule_id as ruleId',
] as const

const told = (reader: Reader) => reader.selectFrom('bank_line').where('told', '>', 0)
const asStored = ({ isLoose, ...row }: Omit<StoredLine, 'isLoose'> & { isLoose: unknown }): StoredLine => ({
  ...row,
  isLoose: Boolean(isLoose),
})

type State = NonNullable<BankFilter['state']>

/** The first day of the books parts what is answered from what the opening balance holds. */
function inState(state: State, startDay: BusinessDay): Expression<SqlBool> {
  switch (state) {
    case 'waiting':
      return sql<SqlBool>`(bank_line.day >= ${startDay} and (bank_line.answered_at is null or ${loose}))`
    case 'answered':
      return sql<SqlBool>`(bank_line.answered_at is not null and bank_line.ignored_because is null and not ${loose})`
    case 'ignored':
      return sql<SqlBool>`bank_line.ignored_because is not null`
    case 'before the books':
      return sql<SqlBool>`(bank_line.day < ${startDay} and bank_line.answered_at is null)`
  }
}

export interface LinesWanted extends BankFilter {
  startDay: BusinessDay
  after?: { day: BusinessDay; account: AccountCode; position: number; id: string } | undefined
  limit: number
}

/** Lines within a filter, the newest day first and within a day as the bank booked them last. */
export async function bankLines(
  reader: Reader,
  { account, state, month, query, startDay, after, limit }: LinesWanted,
): Promise<StoredLine[]> {
  let select = told(reader).select([...COLUMNS, loose.as('isLoose')])
  if (account !== undefined) select = select.where('account', '=', account)
  if (state !== undefined) select = select.where(inState(state, startDay))
  if (month !== undefined)
    select = select.where('day', '>=', firstOfMonth(month)).where('day', '<=', lastOfMonth(month))
  if (query.trim() !== '') {
    const amount = parseRupiah(query)
    select = select.where(({ or }) =>
      or([
        sql<SqlBool>`says(description, ${query})`,
        sql<SqlBool>`abs(amount) = ${amount === null ? -1 : Math.abs(amount)}`,
      ]),
    )
  }
  if (after)
    select = select.where(
      sql<SqlBool>`(day < ${after.day} or (day = ${after.day} and (account > ${after.account}
        or (account = ${after.account} and (position < ${after.position}
        or (position = ${after.position} and id > ${after.id}))))))`,
    )
  const rows = await select
    .orderBy('day', 'desc')
    .orderBy('account')
    .orderBy('position', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(asStored)
}

export async function linesByIds(reader: Reader, ids: readonly string[]): Promise<Map<string, StoredLine>> {
  const rows = await told(reader)
    .select([...COLUMNS, loose.as('isLoose')])
    .where('id', 'in', valuesIn(ids))
    .execute()
  return new Map(rows.map((row) => [row.id, asStored(row)]))
}

/** How many lines each wallet has in each state. */
export async function lineCounts(
  reader: Reader,
  startDay: BusinessDay,
): Promise<{ account: AccountCode; state: State; lines: number; amount: Rupiah }[]> {
  const state = sql<State>`case
    when ignored_because is not null then 'ignored'
    when answered_at is null and day < ${startDay} then 'before the books'
    when answered_at is null or ${loose} then 'waiting'
    else 'answered' end`
  return told(reader)
    .select(({ fn }) => [
      'account',
      state.as('state'),
      fn.countAll<number>().as('lines'),
      fn.sum<Rupiah>('amount').as('amount'),
    ])
    .groupBy(['account', 'state'])
    .execute()
}

/** How many lines nobody has said anything of; cheap enough for the first page. */
export async function unansweredLines(reader: Reader): Promise<number> {
  const { startDay } = await settingsOf(reader)
  const { lines } = await told(reader)
    .select(({ fn }) => fn.countAll<number>().as('lines'))
    .where('answered_at', 'is', null)
    .where('day', '>=', startDay)
    .executeTakeFirstOrThrow()
  return lines
}

export async function lineMonths(reader: Reader): Promise<string[]> {
  const rows = await told(reader)
    .select(sql<string>`substr(day, 1, 7)`.as('month'))
    .groupBy('month')
    .orderBy('month', 'desc')
    .execute()
  return rows.map(({ month }) => month)
}

export interface Answered {
  id: string
  batch: string
  at: Instant
  ignoredBecause: string | null
  documents: readonly (BankDocument & { isMade: boolean })[]
  ruleId: string | null
  againstRuleId: string | null
}

export async function saveAnswer(tx: Tx, answered: Answered): Promise<void> {
  const { id, batch, at, ignoredBecause, documents, ruleId, againstRuleId } = answered
  await tx.deleteFrom('bank_line_document').where('line_id', '=', id).execute()
  await tx
    .updateTable('bank_line')
    .set({
      batch_id: batch,
      answered_at: at,
      ignored_because: ignoredBecause,
      rule_id: ruleId,
      against_rule_id: againstRuleId,
      actor: actorNow().id,
    })
    .where('id', '=', id)
    .execute()
  for (const { kind, id: documentId, isMade } of documents)
    await tx
      .insertInto('bank_line_document')
      .values({ line_id: id, document_kind: kind, document_id: documentId, is_made: Number(isMade) })
      .execute()
}

/** The line waits again. Its documents are the caller's to take back. */
export async function forgetAnswer(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('bank_line_document').where('line_id', '=', id).execute()
  await tx
    .updateTable('bank_line')
    .set({ batch_id: null, answered_at: null, ignored_because: null, rule_id: null, against_rule_id: null })
    .where('id', '=', id)
    .execute()
}

export interface LinkedDocument extends BankDocument {
  lineId: string
  isMade: boolean
}

export async function documentsOf(reader: Reader, ids: readonly string[]): Promise<Map<string, LinkedDocument[]>> {
  const rows = await reader
    .selectFrom('bank_line_document')
    .select(['line_id as lineId', 'document_kind as kind', 'document_id as id', 'is_made'])
    .where('line_id', 'in', valuesIn(ids))
    .orderBy('document_id')
    .execute()
  return Map.groupBy(
    rows.map(({ is_made, ...row }) => ({ ...row, isMade: is_made === 1 })),
    ({ lineId }) => lineId,
  )
}

/** Lines that made these documents, and with which answers. */
export async function linesThatMade(
  reader: Reader,
  documents: readonly BankDocument[],
): Promise<{ id: string; batch: string }[]> {
  const rows = await told(reader)
    .innerJoin('bank_line_document as made', 'made.line_id', 'bank_line.id')
    .select([
      'bank_line.id',
      'bank_line.batch_id as batch',
      'made.document_kind as kind',
      'made.document_id as document',
    ])
    .where('made.document_id', 'in', valuesIn(documents.map(({ id }) => id)))
    .where('made.is_made', '=', 1)
    .execute()
  return rows.flatMap(({ id, batch, kind, document }) =>
    batch !== null && documents.some((each) => each.kind === kind && each.id === document) ? [{ id, batch }] : [],
  )
}

/** Lines answered as a transfer out of a wallet that cost something on its way, with what that answer made. */
export async function linesLessAFee(
  reader: Reader,
  wallet: AccountCode,
): Promise<{ id: string; batch: string; document: BankDocument }[]> {
  const rows = await told(reader)
    .innerJoin('bank_line_document as made', 'made.line_id', 'bank_line.id')
    .innerJoin('cash_record as c', 'c.id', 'made.document_id')
    .select(['bank_line.id', 'bank_line.batch_id as batch', 'made.document_id as document'])
    .where('made.document_kind', '=', 'cash-record')
    .where('c.what', '=', 'transfer')
    .where(sql<string>`c.record ->> '$.event.wallet'`, '=', wallet)
    .where(sql<number>`c.record ->> '$.event.fee'`, '>', 0)
    .execute()
  return rows.flatMap(({ id, batch, document }) =>
    batch === null ? [] : [{ id, batch, document: { kind: 'cash-record', id: document } }],
  )
}

export async function linesOfBatch(reader: Reader, batch: string): Promise<string[]> {
  const rows = await reader.selectFrom('bank_line').select('id').where('batch_id', '=', batch).execute()
  return rows.map(({ id }) => id)
}

/** The newest batch of answers that still stands. */
export async function lastBatch(reader: Reader): Promise<{ batch: string; lines: number; at: Instant } | null> {
  const row = await told(reader)
    .select(({ fn }) => [
      'batch_id as batch',
      fn.countAll<number>().as('lines'),
      fn.max<Instant>('answered_at').as('at'),
    ])
    .where('batch_id', 'is not', null)
    .groupBy('batch_id')
    .orderBy('at', 'desc')
    .orderBy('batch_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.batch ? { batch: row.batch, lines: row.lines, at: row.at } : null
}

/** What the bank printed as balance at the end of each day, where it did. */
export async function balancesByFile(
  reader: Reader,
  account: AccountCode,
): Promise<{ day: BusinessDay; balance: Rupiah }[]> {
  const rows = await told(reader)
    .select(['day', 'balance'])
    .where('account', '=', account)
    .where('balance', 'is not', null)
    .orderBy('day')
    .orderBy('position')
    .execute()
  const byDay = new Map(rows.map(({ day, balance }) => [day, balance!]))
  return [...byDay].map(([day, balance]) => ({ day, balance }))
}
