import { sql } from 'kysely'
import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { actorNow } from '../database/actor.ts'
import { insertMany, type Reader, type Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import type { ToldLine } from './line-identity.ts'
import { lineWords } from './line-words.ts'

export interface StatementToStore {
  importId: string
  account: AccountCode
  from: BusinessDay
  to: BusinessDay
  at: Instant
}

/** The wallet that a statement's account number belongs to, or null for a number nobody has told us of. */
export async function accountOfNumber(reader: Reader, number: string): Promise<AccountCode | null> {
  const row = await reader.selectFrom('bank_account').select('account').where('number', '=', number).executeTakeFirst()
  return row?.account ?? null
}

export async function rememberNumber(
  tx: Tx,
  { number, account, bank, ownerName }: { number: string; account: AccountCode; bank: string; ownerName: string },
): Promise<void> {
  const told = { account, bank, owner_name: ownerName, actor: actorNow().id }
  await tx
    .insertInto('bank_account')
    .values({ number, ...told })
    .onConflict((conflict) => conflict.column('number').doUpdateSet(told))
    .execute()
}

/** Which of these lines are known, told by some statement that stands. */
export async function knownLines(reader: Reader, ids: readonly string[]): Promise<Set<string>> {
  const rows = await reader
    .selectFrom('bank_line')
    .select('id')
    .where('id', 'in', valuesIn(ids))
    .where('told', '>', 0)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Stores a statement and what it tells; lines of earlier ones are theirs too. */
export async function storeStatement(tx: Tx, statement: StatementToStore, lines: readonly ToldLine[]): Promise<void> {
  const { importId, account, from, to, at } = statement
  const { seq } = await tx
    .insertInto('bank_statement')
    .values({ import_id: importId, account, from_day: from, to_day: to, at })
    .returning('seq')
    .executeTakeFirstOrThrow()
  const rows = await tx
    .selectFrom('bank_line')
    .select('id')
    .where('id', 'in', valuesIn(lines.map(({ id }) => id)))
    .execute()
  const known = new Set(rows.map(({ id }) => id))
  await insertMany(
    tx,
    'bank_line',
    lines
      .filter(({ id }) => !known.has(id))
      .map((line) => ({
        id: line.id,
        account,
        day: line.day,
        identity: line.identity,
        nth: line.nth,
        position: line.position,
        at: line.at,
        description: line.description,
        words: lineWords(line.description).join(' '),
        amount: line.amount,
        balance: line.balance,
        reference: line.reference,
        told: 0,
        ignored_because: null,
        batch_id: null,
        answered_at: null,
        actor: actorNow().id,
        rule_id: null,
        against_rule_id: null,
      })),
  )
  await insertMany(
    tx,
    'bank_told',
    lines.map((line) => ({
      statement_seq: seq,
      line_id: line.id,
      position: line.position,
      at: line.at,
      balance: line.balance,
      reference: line.reference,
    })),
  )
  await retell(
    tx,
    lines.map(({ id }) => id),
  )
}

/**
 * What lines say, made anew of all statements that tell them: the last place in the day any gives them, and of time, balance and
 * reference the first in order, not in time, so that no order of importing matters.
 */
async function retell(tx: Tx, ids: readonly string[]): Promise<void> {
  const of = (what: 'at' | 'balance' | 'reference' | 'position', fn: 'min' | 'max') =>
    sql<never>`(select ${sql.raw(fn)}(${sql.ref(what)}) from bank_told where line_id = bank_line.id)`
  await tx
    .updateTable('bank_line')
    .set({
      told: sql<number>`(select count(*) from bank_told where line_id = bank_line.id)`,
      position: sql<number>`coalesce(${of('position', 'max')}, position)`,
      at: of('at', 'min'),
      balance: of('balance', 'min'),
      reference: sql<string>`coalesce(${of('reference', 'max')}, '')`,
    })
    .where('id', 'in', valuesIn(ids))
    .execute()
}

/** Takes a statement back. Answers the lines that no other statement tells. */
export async function removeStatement(tx: Tx, importId: string): Promise<{ lines: number; untold: string[] }> {
  const statement = await tx
    .selectFrom('bank_statement')
    .select('seq')
    .where('import_id', '=', importId)
    .executeTakeFirst()
  if (!statement) return { lines: 0, untold: [] }
  const told = await tx
    .selectFrom('bank_told')
    .select('line_id as id')
    .where('statement_seq', '=', statement.seq)
    .execute()
  const ids = told.map(({ id }) => id)
  await tx.deleteFrom('bank_told').where('statement_seq', '=', statement.seq).execute()
  await tx.deleteFrom('bank_statement').where('seq', '=', statement.seq).execute()
  await retell(tx, ids)
  const untold = await tx
    .selectFrom('bank_line')
    .select('id')
    .where('id', 'in', valuesIn(ids))
    .where('told', '=', 0)
    .execute()
  return { lines: ids.length, untold: untold.map(({ id }) => id) }
}

/** Which of these lines somebody has answered. */
export async function answeredOf(reader: Reader, ids: readonly string[]): Promise<string[]> {
  const rows = await reader
    .selectFrom('bank_line')
    .select('id')
    .where('id', 'in', valuesIn(ids))
    .where('answered_at', 'is not', null)
    .execute()
  return rows.map(({ id }) => id)
}

/** Statements of each wallet: how far they reach, and the numbers the bank knows it by. */
export async function statementReach(
  reader: Reader,
): Promise<{ account: AccountCode; from: BusinessDay; to: BusinessDay }[]> {
  return reader
    .selectFrom('bank_statement')
    .select(({ fn }) => ['account', fn.min<BusinessDay>('from_day').as('from'), fn.max<BusinessDay>('to_day').as('to')])
    .groupBy('account')
    .execute()
}

export const bankNumbers = (reader: Reader): Promise<{ number: string; account: AccountCode }[]> =>
  reader.selectFrom('bank_account').select(['number', 'account']).orderBy('number').execute()
