/** What a line moved and what the bank says was there after it, in sen. */
export interface Moved {
  sen: number
  balanceSen: number | null
  balanceBeforeSen: number | null
}

/** Where balance + amount is not the next balance: `at` is the place of the line. */
export interface Break {
  at: number
  statedSen: number
  computedSen: number
}

/** Every place where the balance after a line is not the one before it and its amount. Lines without balance pass on what they moved. */
export function breaksOf(lines: readonly Moved[]): Break[] {
  const breaks: Break[] = []
  let balance: number | null = null
  for (const [at, { sen, balanceSen, balanceBeforeSen }] of lines.entries()) {
    const before: number | null = balanceBeforeSen ?? balance
    const computed: number | null = before === null ? null : before + sen
    const startsElsewhere = balance !== null && balanceBeforeSen !== null && balance !== balanceBeforeSen
    if (startsElsewhere) breaks.push({ at, statedSen: balanceBeforeSen!, computedSen: balance! })
    else if (computed !== null && balanceSen !== null && computed !== balanceSen)
      breaks.push({ at, statedSen: balanceSen, computedSen: computed })
    balance = balanceSen ?? computed
  }
  return breaks
}

/**
 * The lines with the oldest first. Some banks print the newest first; within a day only the running balance tells which way
 * a statement runs.
 */
export function oldestFirst<Line extends Moved & { day: string }>(lines: readonly Line[]): Line[] {
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) return []
  const turned = lines.toReversed()
  const forward = breaksOf(lines).length
  const backward = breaksOf(turned).length
  const isTurned = forward === backward ? first.day > last.day : backward < forward
  return isTurned ? turned : [...lines]
}

export const rupiahOf = (sen: number): number => Math.sign(sen) * Math.round(Math.abs(sen) / 100)

export interface Rounded {
  amount: number
  balance: number | null
}

/**
 * Whole rupiah. A balance is rounded to the nearest, half away from zero; an amount between two balances is what lies
 * between the rounded ones, so that a year of interest in sen never leaves the books a rupiah beside the bank. An amount
 * without them is rounded to the nearest by itself.
 */
export function rounded({ sen, balanceSen, balanceBeforeSen }: Moved, before: number | null): Rounded {
  const from = balanceBeforeSen ?? before
  const balance = balanceSen === null ? null : rupiahOf(balanceSen)
  const isFollowed = from !== null && balanceSen !== null && from + sen === balanceSen
  return { amount: isFollowed ? rupiahOf(balanceSen) - rupiahOf(from) : rupiahOf(sen), balance }
}
