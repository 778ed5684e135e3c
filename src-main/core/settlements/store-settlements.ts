import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { firstLetters } from '../../../src-shared/kernel/page.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'
import type { SettlementLine, SettlementStatement } from '../../../src-shared/settlements/settlement-file.ts'
import type { Tx } from '../database/open.ts'
import { normalName } from './normal-name.ts'
import {
  insertSettlements,
  keyOf,
  markSettlementsWithdrawn,
  replaceLines,
  type SettlementToStore,
  type StoredSettlement,
  storedLines,
  storedSettlements,
} from './settlements.repository.ts'

/** A statement of a file, with its place among those the file tells of in the same words. */
export interface NumberedStatement extends SettlementStatement {
  nth: number
}

/** What became of a statement: `detailed` is one that was known, and is explained better now. */
export interface StoredStatement {
  seq: number
  id: string
  orderNumber: string
  what: 'added' | 'detailed' | 'unchanged'
}

interface Told {
  shopId: string
  channel: Channel
  now: Instant
}

/** Each statement with the number by which it stays itself, whichever other files tell of it. */
export function numbered(settlements: readonly SettlementStatement[]): NumberedStatement[] {
  const seen = new Map<string, number>()
  return settlements.map((statement) => {
    const key = `${statement.orderNumber}/${keyOf({ ...statement, nth: 0 })}`
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    return { ...statement, nth }
  })
}

/**
 * Stores what a file tells of releases. One release is one settlement, by overlapping files, by a file downloaded again or by
 * the channel itself: order, reference, day and amount are its name. Of several statements the one that explains most stands,
 * whichever came first, so that the order of files changes nothing.
 */
export async function storeSettlements(
  tx: Tx,
  { shopId, channel, now }: Told,
  statements: readonly NumberedStatement[],
): Promise<StoredStatement[]> {
  const told = statements.map((statement) => asToStore(statement, shopId))
  const known = new Map(
    (
      await storedSettlements(
        tx,
        shopId,
        told.map(({ orderNumber }) => orderNumber),
      )
    ).map((each) => [nameOf(each), each]),
  )
  const lines = await storedLines(
    tx,
    told.flatMap((each) => known.get(nameOf(each))?.seq ?? []),
  )
  const isNews = (each: SettlementToStore, stands: StoredSettlement) =>
    stands.withdrawnAt !== null || isBetter(each, { ...stands, lines: lines.get(stands.seq)! })
  const fresh = told.filter((each) => !known.has(nameOf(each)))
  const detailed = told.flatMap((each) => {
    const stands = known.get(nameOf(each))
    return stands && isNews(each, stands) ? [{ ...each, seq: stands.seq }] : []
  })
  const made = await insertSettlements(tx, channel, fresh, now)
  await replaceLines(tx, channel, detailed)
  const madeByName = new Map(fresh.map((each, index) => [nameOf(each), made[index]!]))
  return told.map((each): StoredStatement => {
    const stands = known.get(nameOf(each))
    if (!stands) return { ...madeByName.get(nameOf(each))!, orderNumber: each.orderNumber, what: 'added' }
    const { seq, id, withdrawnAt } = stands
    const isOther = isNews(each, stands) && linesText(each.lines) !== linesText(lines.get(seq)!)
    return {
      seq,
      id,
      orderNumber: each.orderNumber,
      what: withdrawnAt !== null ? 'added' : isOther ? 'detailed' : 'unchanged',
    }
  })
}

/** Statements of files by what they tell of, to be told again. */
export type StatementsByName = ReadonlyMap<string, readonly NumberedStatement[]>

export const byName = (statements: readonly NumberedStatement[]): StatementsByName => Map.groupBy(statements, nameOf)

/** What is left of settlements when one of the files that told of them goes: the best that the others say, or nothing. */
export async function retellSettlements(
  tx: Tx,
  { channel, now }: Pick<Told, 'channel' | 'now'>,
  stored: readonly StoredSettlement[],
  others: StatementsByName,
): Promise<void> {
  const best = stored.flatMap(({ seq, shopId, ...each }) => {
    const [first, ...more] = (others.get(nameOf(each)) ?? []).map((statement) => asToStore(statement, shopId))
    return first ? [{ seq, ...more.reduce((stands, next) => (isBetter(next, stands) ? next : stands), first) }] : []
  })
  await replaceLines(tx, channel, best)
  const kept = new Set(best.map(({ seq }) => seq))
  await markSettlementsWithdrawn(
    tx,
    stored.map(({ seq }) => seq).filter((seq) => !kept.has(seq)),
    now,
  )
}

const nameOf = (each: Parameters<typeof keyOf>[0] & { orderNumber: string }): string =>
  `${each.orderNumber}/${keyOf(each)}`

const linesText = (lines: readonly SettlementLine[]) =>
  JSON.stringify(lines.map(({ name, of = '', amount }) => [name, of, amount]))

type Version = Pick<SettlementToStore, 'detail' | 'lines'>

const isBetter = (a: Version, b: Version): boolean =>
  (a.detail - b.detail || compare(linesText(a.lines), linesText(b.lines))) > 0

const compare = (a: string, b: string) => (a === b ? 0 : a > b ? 1 : -1)

/** Names under which a channel writes the amount of an adjustment, whatever it is for: what it is for stands beside it. */
const ONLY_AN_AMOUNT = new Set(
  ['Biaya Penyesuaian', 'Penyesuaian', 'Adjustment Amount', 'Ajustment amount', 'Jumlah penyesuaian', 'Adjustment'].map(
    normalName,
  ),
)
const LONGEST_NAME = 200

function asToStore(statement: NumberedStatement, shopId: string): SettlementToStore {
  const { kind, description } = statement
  const lines = statement.lines
    .filter(({ amount }) => amount !== 0)
    .map((line) =>
      kind === 'adjustment' && description.trim() !== '' && ONLY_AN_AMOUNT.has(normalName(line.name))
        ? { ...line, name: firstLetters(description.trim(), LONGEST_NAME) }
        : line,
    )
  const told = lines.reduce((total, { amount }) => total + amount, 0)
  if (told !== statement.released)
    throw new Error(`the lines of ${statement.orderNumber} come to ${told}, not to ${statement.released}`)
  return {
    shopId,
    orderNumber: statement.orderNumber,
    kind,
    reference: statement.reference,
    releasedOn: statement.releasedOn,
    released: statement.released,
    nth: statement.nth,
    description,
    detail: lines.length,
    lines,
  }
}
