import { sql } from 'kysely'
import { breathe, type Reader } from '../../database/open.ts'
import type { JournalRow } from '../journal.repository.ts'
import type { Finding } from './finding.ts'

/** Whole rupiah; a side that was put right over and over may turn more than a number holds. */
interface Sides {
  debit: bigint
  credit: bigint
}
type Sums = Map<string, Sides>

interface KeptSides {
  book: string
  account: string
  period: string
  debit: string
  credit: string
}

const keyOf = (book: string, account: string, period: string) => `${book}|${account}|${period}`
const NOTHING: Sides = { debit: 0n, credit: 0n }
/** As text, since the driver would round it. */
const whole = (side: 'debit' | 'credit') => sql<string>`cast(${sql.ref(side)} as text)`.as(side)

function add(sums: Sums, key: string, amount: number): void {
  const sides = sums.get(key) ?? { ...NOTHING }
  sums.set(key, sides)
  if (amount > 0) sides.debit += BigInt(amount)
  else sides.credit -= BigInt(amount)
}

/** The sums that statements are made of, compared with the entries themselves. */
export function maintainedBalances(finding: Finding) {
  const { say } = finding
  const byDay: Sums = new Map()
  const byMonth: Sums = new Map()

  const compare = (counted: Sums, kept: readonly KeptSides[]) => {
    const missing = new Set(counted.keys())
    const differ = (key: string, keptSides: Sides) => {
      const recounted = counted.get(key) ?? NOTHING
      if (keptSides.debit === recounted.debit && keptSides.credit === recounted.credit) return
      const [book = '', account = '', period = ''] = key.split('|')
      const sides = ({ debit, credit }: Sides) => say.sides(Number(debit), Number(credit))
      finding.fault(say.balanceDiffers(book, account, period, sides(keptSides), sides(recounted)))
    }
    for (const row of kept) {
      finding.counted++
      const key = keyOf(row.book, row.account, row.period)
      missing.delete(key)
      differ(key, { debit: BigInt(row.debit), credit: BigInt(row.credit) })
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
        .select(['book', 'account', 'day as period', whole('debit'), whole('credit')])
        .execute()
      compare(byDay, days)
      await breathe()
      const months = await reader
        .selectFrom('account_month')
        .select(['book', 'account', 'month as period', whole('debit'), whole('credit')])
        .execute()
      compare(byMonth, months)
    },
  }
}
