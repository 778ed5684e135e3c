import { daysBetween } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import { DAYS_UNDER_WAY, type MoveInBooks } from './in-the-books.ts'
import type { StoredLine } from './lines.repository.ts'

/*
 * Some channels take what a transfer costs out of the money on its way: Rp300.000 leave the balance, Rp295.000 come in. Without
 * this the withdrawal would stay late for ever, and Rp5.000 of it under way.
 */

/** No bank and no channel takes more for one transfer to a bank of the country, RTGS apart, which is for a hundred million. */
const MOST_OF_A_FEE = 10_000

export interface LessItsFee {
  move: MoveInBooks
  fee: Rupiah
  /** The line could be no other withdrawal, and the withdrawal no other line. */
  isOnly: boolean
}

const feeOf = (line: StoredLine, move: MoveInBooks) => move.amount - line.amount

const mayBe = (line: StoredLine, move: MoveInBooks): boolean => {
  const [fee, days] = [feeOf(line, move), daysBetween(move.day, line.day)]
  return fee > 0 && fee <= MOST_OF_A_FEE && fee < line.amount && days >= 0 && days <= DAYS_UNDER_WAY
}

/** Lines that are a withdrawal less what it cost, each with the one it lies nearest to; of those that no line equals. */
export function lessTheirFees(lines: readonly StoredLine[], open: readonly MoveInBooks[]): Map<string, LessItsFee> {
  const pairs = lines.flatMap((line) => open.filter((move) => mayBe(line, move)).map((move) => ({ line, move })))
  const ofLine = Map.groupBy(pairs, ({ line }) => line)
  const ofMove = Map.groupBy(pairs, ({ move }) => move)
  const met = new Map<string, LessItsFee>()
  const gone = new Set<MoveInBooks>()
  const nearestFirst = pairs.toSorted(
    (a, b) =>
      feeOf(a.line, a.move) - feeOf(b.line, b.move) ||
      daysBetween(a.move.day, a.line.day) - daysBetween(b.move.day, b.line.day) ||
      (a.line.id < b.line.id ? -1 : 1),
  )
  for (const { line, move } of nearestFirst) {
    if (met.has(line.id) || gone.has(move)) continue
    const isOnly = ofLine.get(line)!.length === 1 && ofMove.get(move)!.length === 1
    met.set(line.id, { move, fee: feeOf(line, move), isOnly })
    gone.add(move)
  }
  return met
}
