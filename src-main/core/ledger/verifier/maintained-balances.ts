import { sql } from 'kysely'
import type { Rupiah } from '../../../../src-shared/kernel/rupiah.ts'
import { breathe, type Reader } from '../../database/open.ts'
import type { JournalRow } from '../journal.repository.ts'
import type { Finding } from './finding.ts'

interface Sides {
  debit: Rupiah
  credit: Rupiah
}
type Sums = Map<string, Sides>

const keyOf = (book: string, account: string, period: string) => `${book}|${account}|${period}`
/** A side may turn more than a number holds: both sums go round here, far beyond what any shop turns. */
const COUNTED_TO = 2 ** 52
const asCounted = (side: 'debit' | 'credit') => sql<Rupiah>`${sql.ref(side)} % ${sql.lit(COUNTED_TO)}`.as(side)
const NOTHING: Sides = { debit: 0, credit: 0 }

function add(sums: Sums, key: string, amount: Rupiah): void {
  const sides = sums.get(key) ?? { debit: 0, credit: 0 }
  sums.set(key, sides)
  if (amount > 0) sides.debit = (sides.debit + amount) % COUNTED_TO
  else sides.credit = (sides.credit - amount) % COUNTED_TO
}

/** The sums that statements are made of, compared with the entries themselves. */
export function maintainedBalances(finding: Finding) {
  const { say } = finding
  const byDay: Sums = new Map()
  const byMonth: Sums = new Map()

  const compare = (counted: Sums, kept: readonly (Sides & { book: string; account: string; period: string })[]) => {
    const missing = new Set(counted.keys())
    const differ = (key: string, keptSides: Sides) => {
      const recounted = counted.get(key) ?? NOTHING
      if (keptSides.debit === recounted.debit && keptSides.credit === recounted.credit) return
      const [book = '', account = '', period = ''] = key.split('|')
      const sides = ({ debit, credit }: Sides) => say.sides(debit, credit)
      finding.fault(say.balanceDiffers(book, account, period, sides(keptSides), sides(recounted)))
    }
    for (const row of kept) {
      finding.counted++
      const key = keyOf(row.book, row.account, row.period)
      missing.delete(key)
      differ(key, row)
    }
    for (const key of missing) differ(key, NOTHING)
  }

  return {
    visit({ book, day, lines }: JournalRow): void {
      for (const { account, amount } of lines) {
        add(byDay, keyOf(book, account, day), amount)
        add(byMonth, keyOf(book, account, day.slice(0, 7)), amount)
      }
    },
    async finish(reader: Reader): Promise<void> {
      const days = await reader
        .selectFrom('account_day')
        .select(['book', 'account', 'day as period', asCounted('debit'), asCounted('credit')])
        .execute()
      compare(byDay, days)
      await breathe()
      const months = await reader
        .selectFrom('account_month')
        .select(['book', 'account', 'month as period', asCounted('debit'), asCounted('credit')])
        .execute()
      compare(byMonth, months)
    },
  }
}
