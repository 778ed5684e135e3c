import type { BankAccountStanding } from '../../../src-shared/bank/bank.ts'
import type { BusinessDay } from '../../../src-shared/kernel/business-day.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'

export interface DayBalance {
  day: BusinessDay
  balance: Rupiah
}

/**
 * The balance a bank prints is a dated assertion: bank by file = wallet in the books at the end of that day. Compared at the last
 * day it prints one; where they differ, since the first day from which they differ without a break.
 */
export function assertedBalance(
  byFile: readonly DayBalance[],
  inBooks: readonly DayBalance[],
  startDay: BusinessDay,
): Pick<BankAccountStanding, 'asserted' | 'differsSince'> {
  const days = byFile.filter(({ day }) => day >= startDay)
  const last = days.at(-1)
  if (!last) return { asserted: null, differsSince: null }
  let at = 0
  let balance = 0
  const compared = days.map(({ day, balance: printed }) => {
    for (; at < inBooks.length && inBooks[at]!.day <= day; at++) balance = inBooks[at]!.balance
    return { day, differs: printed !== balance }
  })
  const agreed = compared.findLastIndex(({ differs }) => !differs)
  return {
    asserted: { day: last.day, byFile: last.balance, inBooks: balance },
    differsSince: compared[agreed + 1]?.day ?? null,
  }
}
