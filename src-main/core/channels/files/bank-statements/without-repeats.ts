import { breaksOf, oldestFirst } from './running-balance.ts'
import type { ReadLine } from './told-by-statement.ts'

/**
 * A row that stands in a statement once more, cell by cell, is the same line where the balance runs on only without it; where there
 * is no balance, when it carries a time or a reference, or when every line stands there as often. Two withdrawals of a day
 * may otherwise be alike, and both count.
 */
export function withoutRepeats(lines: readonly ReadLine[]): ReadLine[] {
  const once = lines.filter(({ isRepeated }) => !isRepeated)
  if (once.length === lines.length) return [...lines]
  const hasBalance = lines.some(({ balanceSen, balanceBeforeSen }) => balanceSen !== null || balanceBeforeSen !== null)
  if (hasBalance) return breaksIn(lines) > 0 && breaksIn(once) === 0 ? once : [...lines]
  if (once.length > 1 && standAsOften(lines)) return once
  const isNamed = ({ at, reference }: ReadLine) => at !== null || reference !== ''
  return lines.filter((line) => !line.isRepeated || !isNamed(line))
}

const breaksIn = (lines: readonly ReadLine[]): number =>
  breaksOf(oldestFirst(lines.filter(({ isPending }) => !isPending))).length

function standAsOften(lines: readonly ReadLine[]): boolean {
  const times = new Map<string, number>()
  for (const { day, at, sen, description, reference } of lines) {
    const key = JSON.stringify([day, at, sen, description, reference])
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  const [first, ...others] = times.values()
  return others.every((count) => count === first)
}
