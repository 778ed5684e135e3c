import { addDays, type BusinessDay } from '../../../src-shared/kernel/business-day.ts'

/** A movement of money that is withdrawn: out of the balance when negative, back when it failed. */
export interface Withdrawal {
  id: string
  day: BusinessDay
  at: number
  amount: number
}

/** Money in transit that arrived somewhere: a bank line, or what somebody noted by hand. */
export interface Arrival {
  day: BusinessDay
  amount: number
}

export type WithdrawalEnd =
  | { state: 'on its way' | 'late' | 'returned'; arrivedOn: null }
  | { state: 'arrived'; arrivedOn: BusinessDay }

/** A bank books a transfer within two working days; after a week nobody waits for the same one any more. */
const DAYS_TO_ARRIVE = 7
const DAYS_UNTIL_LATE = 3

/**
 * What became of each withdrawal, oldest first: given back by a line of the same amount, arrived by the first money in transit
 * of the same amount within a week, or still on its way.
 */
export function endsOfWithdrawals(
  withdrawals: readonly Withdrawal[],
  arrivals: readonly Arrival[],
  today: BusinessDay,
): Map<string, WithdrawalEnd> {
  const back = withdrawals.filter(({ amount }) => amount > 0).toSorted((a, b) => a.at - b.at)
  const open = arrivals.toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const ends = new Map<string, WithdrawalEnd>(back.map(({ id }) => [id, { state: 'returned', arrivedOn: null }]))
  for (const { id, day, at, amount } of withdrawals.filter((each) => each.amount < 0).toSorted((a, b) => a.at - b.at)) {
    const until = addDays(day, DAYS_TO_ARRIVE)
    const returned = back.findIndex((line) => line.amount === -amount && line.at >= at && line.day <= until)
    if (returned >= 0) {
      back.splice(returned, 1)
      ends.set(id, { state: 'returned', arrivedOn: null })
      continue
    }
    const arrived = open.findIndex((each) => each.amount === -amount && each.day >= day && each.day <= until)
    if (arrived >= 0) {
      const [{ day: arrivedOn }] = open.splice(arrived, 1) as [Arrival]
      ends.set(id, { state: 'arrived', arrivedOn })
    } else ends.set(id, { state: addDays(day, DAYS_UNTIL_LATE) < today ? 'late' : 'on its way', arrivedOn: null })
  }
  return ends
}
