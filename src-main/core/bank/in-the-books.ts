import { sql } from 'kysely'
import type { BankDocument } from '../../../src-shared/bank/bank.ts'
import { addDays, type BusinessDay, daysBetween } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Reader } from '../database/open.ts'
import type { StoredLine } from './lines.repository.ts'

/** A document of the books by what it moved on one account. */
export interface MoveInBooks {
  document: BankDocument
  day: BusinessDay
  amount: Rupiah
}

/** Written down by hand a few days before or after the bank booked it. */
const DAYS_APART = 4
/** A withdrawal reaches the bank within these days; a weekend and a holiday lie between. */
export const DAYS_UNDER_WAY = 7

/** What each document moved on an account between two days, all its corrections together; nothing that was taken back. */
async function movesOn(
  reader: Reader,
  account: AccountCode,
  from: BusinessDay,
  to: BusinessDay,
): Promise<MoveInBooks[]> {
  const rows = await reader
    .selectFrom('posting')
    .innerJoin('entry', 'entry.id', 'posting.entry_id')
    .select(({ fn }) => [
      'entry.document_kind as kind',
      'entry.document_id as id',
      fn.sum<Rupiah>('posting.amount').as('amount'),
      fn.max<BusinessDay>('posting.day').as('day'),
    ])
    .where('posting.account', '=', account)
    .where('posting.day', '>=', from)
    .where('posting.day', '<=', to)
    .where('entry.document_kind', '<>', 'opening-balance')
    .groupBy(['entry.document_kind', 'entry.document_id'])
    .having(({ fn }) => fn.sum('posting.amount'), '<>', 0)
    .execute()
  return rows.map(({ kind, id, amount, day }) => ({ document: { kind, id }, day, amount }))
}

const keyOf = ({ kind, id }: BankDocument) => `${kind}/${id}`

/** Documents that lines of a wallet stand for already. */
async function takenIn(reader: Reader, account: AccountCode): Promise<Set<string>> {
  const rows = await reader
    .selectFrom('bank_line_document as linked')
    .innerJoin('bank_line', 'bank_line.id', 'linked.line_id')
    .select(['linked.document_kind as kind', 'linked.document_id as id'])
    .where('bank_line.account', '=', account)
    .where('bank_line.told', '>', 0)
    .execute()
  return new Set(rows.map(keyOf))
}

export interface Meeting extends MoveInBooks {
  /** Nothing else comes near: the one of the other, and within a day. */
  isOnly: boolean
}

/**
 * What the books hold already of these lines: Catat Kas, a purchase, a sale, or the other end of a transfer between two imported
 * accounts. Each document is offered to one line, the nearest day first.
 */
export async function alreadyInBooks(reader: Reader, lines: readonly StoredLine[]): Promise<Map<string, Meeting>> {
  const found = new Map<string, Meeting>()
  for (const [account, some] of Map.groupBy(lines, (line) => line.account)) {
    const days = some.map(({ day }) => day).toSorted()
    const taken = await takenIn(reader, account)
    const moves = (
      await movesOn(reader, account, addDays(days[0]!, -DAYS_APART), addDays(days.at(-1)!, DAYS_APART))
    ).filter(({ document }) => !taken.has(keyOf(document)))
    for (const [id, meeting] of meet(
      some,
      moves,
      (line, move) => Math.abs(daysBetween(line.day, move.day)),
      DAYS_APART,
    ))
      found.set(id, meeting)
  }
  return found
}

type MoneyOfDay = Pick<StoredLine, 'id' | 'day' | 'amount'>
/** Days between a move and a line that may be the same money; negative where they cannot be. */
type Apart = (line: MoneyOfDay, move: MoveInBooks) => number

/** Each line with the move of the same amount that is nearest to it, each move once. */
function meet(
  lines: readonly MoneyOfDay[],
  moves: readonly MoveInBooks[],
  distance: Apart,
  most: number,
): Map<string, Meeting> {
  const movesOf = Map.groupBy(moves, ({ amount }) => amount)
  const pairs = lines.flatMap((line) =>
    (movesOf.get(line.amount) ?? [])
      .map((move) => ({ line, move, apart: distance(line, move) }))
      .filter(({ apart }) => apart >= 0 && apart <= most),
  )
  const ofLine = Map.groupBy(pairs, ({ line }) => line.id)
  const ofMove = Map.groupBy(pairs, ({ move }) => move)
  const met = new Map<string, Meeting>()
  const gone = new Set<MoveInBooks>()
  for (const { line, move, apart } of pairs.toSorted((a, b) => a.apart - b.apart || (a.line.id < b.line.id ? -1 : 1))) {
    if (met.has(line.id) || gone.has(move)) continue
    const isOnly = apart <= 1 && ofLine.get(line.id)!.length === 1 && ofMove.get(move)!.length === 1
    met.set(line.id, { ...move, isOnly })
    gone.add(move)
  }
  return met
}

export const MONEY_IN_TRANSIT = '1142'

/** Money under way: what equals a line, and what no line equals. */
export interface UnderWay {
  met: ReadonlyMap<string, { day: BusinessDay }>
  open: readonly MoveInBooks[]
}

/**
 * Lines that are money which left a channel balance days before and waits in "uang dalam perjalanan": the same amount, at most a
 * week later. What came out of there already, whoever said so, has met as a line would, or, later than that, the oldest of its
 * amount: in whatever order files come, the same is left. `asIf` these documents had never been written.
 */
export async function arrivedFromTransit(
  reader: Reader,
  lines: readonly StoredLine[],
  asIf: readonly BankDocument[] = [],
): Promise<UnderWay> {
  const incoming = lines.filter(({ amount }) => amount > 0)
  if (incoming.length === 0) return { met: new Map(), open: [] }
  const unwritten = new Set(asIf.map(keyOf))
  const first = incoming.reduce((day, line) => (line.day < day ? line.day : day), incoming[0]!.day)
  const moves = (await movesOn(reader, MONEY_IN_TRANSIT, addDays(first, -60), '2099-12-31'))
    .filter(({ document }) => !unwritten.has(keyOf(document)))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const underWay = moves.filter(({ amount }) => amount > 0)
  const cameOut = moves
    .filter(({ amount }) => amount < 0)
    .map(({ document, day, amount }) => ({ id: keyOf(document), day, amount: -amount }))
  const apart: Apart = (line, move) => daysBetween(move.day, line.day)
  const metBefore = meet(cameOut, underWay, apart, DAYS_UNDER_WAY)
  const taken = new Set([...metBefore.values()].map(({ document }) => keyOf(document)))
  const open = underWay.filter(({ document }) => !taken.has(keyOf(document)))
  for (const { id, amount } of cameOut) {
    if (metBefore.has(id)) continue
    const at = open.findIndex((each) => each.amount === amount)
    if (at >= 0) open.splice(at, 1)
  }
  const met = meet(incoming, open, apart, DAYS_UNDER_WAY)
  const gone = new Set([...met.values()].map(({ document }) => keyOf(document)))
  return { met, open: open.filter(({ document }) => !gone.has(keyOf(document))) }
}

/**
 * Arrivals that nothing under way is left for, of withdrawals that are gone: at most one for each, of its amount and within its
 * week. Whatever else came out of "uang dalam perjalanan" is none of their business.
 */
export async function arrivalsOfNothing(
  reader: Reader,
  gone: readonly { day: BusinessDay; amount: Rupiah }[],
): Promise<BankDocument[]> {
  const first = gone.reduce((day, each) => (each.day < day ? each.day : day), gone[0]?.day ?? '')
  const moves = await movesOn(reader, MONEY_IN_TRANSIT, addDays(first, -DAYS_UNDER_WAY), '2099-12-31')
  const isInItsWeek = (left: BusinessDay, came: BusinessDay) =>
    daysBetween(left, came) >= 0 && daysBetween(left, came) <= DAYS_UNDER_WAY
  const left = moves.filter(({ amount }) => amount > 0)
  const alone: MoveInBooks[] = []
  for (const arrival of moves.filter(({ amount }) => amount < 0).toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    const at = left.findIndex(({ amount, day }) => amount === -arrival.amount && isInItsWeek(day, arrival.day))
    if (at >= 0) left.splice(at, 1)
    else alone.push(arrival)
  }
  return gone.flatMap(({ day, amount }) => {
    const at = alone.findIndex((arrival) => arrival.amount === -amount && isInItsWeek(day, arrival.day))
    return at < 0 ? [] : alone.splice(at, 1).map(({ document }) => document)
  })
}

/** What an account held at the end of each day on which anything moved it. */
export async function balancesInBooks(
  reader: Reader,
  account: AccountCode,
): Promise<{ day: BusinessDay; balance: Rupiah }[]> {
  const rows = await reader
    .selectFrom('account_day')
    .select(['day', sql<Rupiah>`debit - credit`.as('moved')])
    .where('book', 'in', ['usaha', 'rumah'])
    .where('account', '=', account)
    .orderBy('day')
    .execute()
  let balance = 0
  return rows.map(({ day, moved }) => {
    balance += moved
    return { day, balance }
  })
}

/** @throws BANK_DOCUMENT_TAKEN unless the document moves the line's wallet by its amount and no other line stands for it. */
export async function requireMoveInBooks(reader: Reader, line: StoredLine, document: BankDocument): Promise<void> {
  const { moved } = await reader
    .selectFrom('posting')
    .innerJoin('entry', 'entry.id', 'posting.entry_id')
    .select(({ fn }) => fn.sum<Rupiah | null>('posting.amount').as('moved'))
    .where('posting.account', '=', line.account)
    .where('entry.document_kind', '=', document.kind)
    .where('entry.document_id', '=', document.id)
    .executeTakeFirstOrThrow()
  const other = await reader
    .selectFrom('bank_line_document as linked')
    .innerJoin('bank_line', 'bank_line.id', 'linked.line_id')
    .select('bank_line.id')
    .where('linked.document_kind', '=', document.kind)
    .where('linked.document_id', '=', document.id)
    .where('bank_line.account', '=', line.account)
    .where('bank_line.id', '<>', line.id)
    .executeTakeFirst()
  if (moved !== line.amount || other) throw new DomainError('BANK_DOCUMENT_TAKEN', {})
}
