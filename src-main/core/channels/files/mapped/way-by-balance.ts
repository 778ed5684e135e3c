import { breaksOf, oldestFirst } from '../bank-statements/running-balance.ts'
import type { ReadLine } from '../bank-statements/told-by-statement.ts'

/**
 * Which way amounts without a sign went, by the balance after them: from one line to the next it grew or fell by just the amount.
 * Whichever way round the statement runs counts that explains more lines. The first follows from the opening balance where the file
 * states it. A line that no balance explains is not in the answer.
 */
export function withWayByBalance(lines: readonly ReadLine[], openingSen: number | null): Map<ReadLine, number> {
  const [told, turned] = [waysIn(lines, openingSen), waysIn(lines.toReversed(), openingSen)]
  return turned.size > told.size ? turned : told
}

function waysIn(lines: readonly ReadLine[], openingSen: number | null): Map<ReadLine, number> {
  const ways = new Map<ReadLine, number>()
  let before = openingSen
  for (const line of lines) {
    if (line.isPending) continue
    const { balanceSen } = line
    const moved = before === null || balanceSen === null ? null : balanceSen - before
    if (moved !== null && Math.abs(moved) === Math.abs(line.sen)) ways.set(line, moved)
    before = balanceSen
  }
  return ways
}

const ENOUGH = 3

/** Whether the balance follows from no line as it was taught, and from every one the other way round. */
export function movesAgainstBalance(lines: readonly ReadLine[]): boolean {
  const booked = lines.filter(({ isPending, balanceSen, sen }) => !isPending && balanceSen !== null && sen !== 0)
  if (booked.length < ENOUGH) return false
  const turned = booked.map((line) => ({ ...line, sen: -line.sen }))
  return breaksOf(oldestFirst(booked)).length > 0 && breaksOf(oldestFirst(turned)).length === 0
}
