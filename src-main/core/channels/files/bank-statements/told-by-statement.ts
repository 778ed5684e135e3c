import type { BankFile, BankStatementLine, BankTotals } from '../../../../../src-shared/bank/bank-file.ts'
import { LARGEST_AMOUNT } from '../../../../../src-shared/kernel/limits.ts'
import { breaksOf, type Moved, oldestFirst, rounded } from './running-balance.ts'

/** A line of a statement as it was read, its amounts in sen: nothing is rounded before the balance was followed. */
export interface ReadLine
  extends Moved,
    Pick<BankStatementLine, 'day' | 'at' | 'description' | 'reference' | 'isPending'> {
  row: number
  /** A row like it, cell by cell, stands above. */
  isRepeated: boolean
}

interface Reports {
  /** The running balance breaks here; the line counts all the same. */
  breaks(row: number, text: string): void
  /** No bank moves as much; the line stays out. */
  tooLarge(row: number, text: string): void
}

/** What the lines of a statement tell: oldest first, in whole rupiah, what is not booked yet after what is. */
export function toldByStatement(
  lines: readonly ReadLine[],
  { breaks, tooLarge }: Reports,
): Pick<BankFile, 'lines' | 'totals' | 'rounding'> & { keptOut: number } {
  const booked = oldestFirst(lines.filter(({ isPending }) => !isPending))
  const [first] = breaksOf(booked)
  if (first) breaks(booked[first.at]!.row, `${formatSen(first.statedSen)} ≠ ${formatSen(first.computedSen)}`)
  const told: BankStatementLine[] = []
  const rounding = { lines: 0, sen: 0 }
  let keptOut = 0
  let before: number | null = null
  for (const line of [...booked, ...lines.filter(({ isPending }) => isPending)]) {
    const { amount, balance } = rounded(line, before)
    before = line.balanceSen ?? (before === null ? null : before + line.sen)
    if (Math.abs(amount) > LARGEST_AMOUNT) {
      tooLarge(line.row, String(amount))
      keptOut++
      continue
    }
    // a line of nothing moves nothing: banks print some as notes
    if (line.sen === 0) continue
    if (line.sen % 100 !== 0) {
      rounding.lines++
      rounding.sen += amount * 100 - line.sen
    }
    const { day, at, description, reference, isPending } = line
    told.push({ day, at, description, amount, balance, reference, isPending })
  }
  return { lines: told, totals: totalsOf(told), rounding, keptOut }
}

const formatSen = (sen: number): string => (sen / 100).toFixed(2)

function totalsOf(lines: readonly BankStatementLine[]): BankTotals {
  const booked = lines.filter(({ isPending }) => !isPending)
  const sum = (of: (amount: number) => boolean) =>
    booked.reduce((total, { amount }) => (of(amount) ? total + amount : total), 0)
  const first = booked[0]
  const days = booked.map(({ day }) => day).toSorted()
  return {
    rows: booked.length,
    opening: first?.balance == null ? null : first.balance - first.amount,
    in: sum((amount) => amount > 0),
    out: sum((amount) => amount < 0),
    closing: booked.at(-1)?.balance ?? null,
    pending: lines.length - booked.length,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
  }
}
