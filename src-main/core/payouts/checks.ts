import { addDays, type BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import type { BalanceCheck, CheckReason } from '../../../src-shared/payouts/payouts.ts'

/** A movement of a balance in a file. */
export interface CheckedLine {
  id: string
  day: BusinessDay
  amount: number
  balance: number | null
  orderNumber: string
  /** Null where the order is not known here. */
  orderId: string | null
  isAsked: boolean
  /** The record of Catat Kas that was said to be the same money. */
  sameAs: string | null
  words: string
}

/** What a document moved on the balance's account, a day at a time. */
export interface BookedMove {
  /** `order/<id>`, `wallet-line/<id>`, `cash-record/<id>` … */
  document: string
  day: BusinessDay
  amount: number
  label: string
}

export interface CheckedStatement
  extends Pick<BalanceCheck, 'runSeq' | 'shopName' | 'channel' | 'fileName' | 'from' | 'to'> {
  opening: number
  closing: number
  /** Done lines of the period, oldest first. */
  lines: readonly CheckedLine[]
  /** Balance of the books at the end of the day before the period. */
  booksBefore: number
  /** What the books moved in the period. */
  moves: readonly BookedMove[]
}

/** More reasons than these nobody reads; the largest are named. */
const NAMED = 100

/**
 * A balance report is a statement about a moment: the balance at its end must be the balance of the books. Where it is not, the
 * first day is told at whose end both differ, and what of each differs: what was there before the report, lines that are not
 * booked and why, and what the books have that no line tells.
 */
export function checked({ opening, closing, lines, booksBefore, moves, ...statement }: CheckedStatement): BalanceCheck {
  const byBooks = booksBefore + moves.reduce((sum, { amount }) => sum + amount, 0)
  return {
    ...statement,
    byFile: closing,
    byBooks,
    differsSince: byBooks === closing ? null : firstDifference(statement, { opening, lines, booksBefore, moves }),
    reasons: byBooks === closing ? [] : reasonsOf({ opening, lines, booksBefore, moves }),
  }
}

type Sides = Pick<CheckedStatement, 'opening' | 'lines' | 'booksBefore' | 'moves'>

/** The last time that the difference began; before it both agreed at the end of a day. */
function firstDifference(
  { from, to }: Pick<CheckedStatement, 'from' | 'to'>,
  { opening, lines, booksBefore, moves }: Sides,
): BusinessDay {
  const sums = new Map<BusinessDay, number>()
  const add = (day: BusinessDay, amount: number) => sums.set(day, (sums.get(day) ?? 0) + amount)
  for (const { day, amount } of lines) add(day, amount)
  for (const { day, amount } of moves) add(day, -amount)
  let difference = opening - booksBefore
  let since = addDays(from, -1)
  let differed = difference !== 0
  for (let day = from; day <= to; day = addDays(day, 1)) {
    difference += sums.get(day) ?? 0
    if (difference !== 0 && !differed) since = day
    differed = difference !== 0
  }
  return since
}

function reasonsOf({ opening, lines, booksBefore, moves }: Sides): CheckReason[] {
  const subjects = new Map<string, CheckReason>()
  const subject = (key: string, made: () => Omit<CheckReason, 'byFile' | 'byBooks'>): CheckReason => {
    const known = subjects.get(key) ?? { ...made(), byFile: 0, byBooks: 0 }
    subjects.set(key, known)
    return known
  }
  for (const line of lines) {
    const key = line.sameAs
      ? `cash-record/${line.sameAs}`
      : line.orderId
        ? `order/${line.orderId}`
        : line.orderNumber
          ? `number/${line.orderNumber}`
          : `wallet-line/${line.id}`
    const found = subject(key, () => ({
      why: line.isAsked
        ? 'asked'
        : line.sameAs
          ? 'same as record'
          : line.orderNumber && !line.orderId
            ? 'waits for order'
            : 'differs',
      name: line.orderNumber || line.words,
      day: line.day,
      orderId: line.orderId,
    }))
    found.byFile += line.amount
  }
  for (const { document, day, amount, label } of moves) {
    const [kind, id = ''] = document.split('/')
    const found = subject(document, () => ({
      why: 'not in file',
      name: label,
      day,
      orderId: kind === 'order' ? id : null,
    }))
    found.byBooks += amount
  }
  const before = opening - booksBefore
  return [
    ...(before === 0
      ? []
      : [{ why: 'before' as const, name: '', day: null, byFile: opening, byBooks: booksBefore, orderId: null }]),
    ...[...subjects.values()]
      .filter(({ byFile, byBooks }) => byFile !== byBooks)
      .sort((a, b) => Math.abs(b.byFile - b.byBooks) - Math.abs(a.byFile - a.byBooks))
      .slice(0, NAMED),
  ]
}
