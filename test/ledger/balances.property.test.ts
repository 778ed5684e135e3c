import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanceAt, balancesOn, turnover } from '../../src-main/core/ledger/balances.repository.ts'
import { addDays } from '../../src-shared/kernel/business-day.ts'
import { aCore } from '../builders/a-core.ts'
import { manyPosted } from '../builders/posted.ts'

const FIRST = '2026-09-28'
const dayOf = (offset: number) => addDays(FIRST, offset)
const SHOP = ['1101', '1110', '1301', '2101', '3101', '3201', '4103', '5101', '6201', '8101'] as const

const movements = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 70 }).map(dayOf),
    accounts: fc.shuffledSubarray([...SHOP], { minLength: 2, maxLength: 2 }),
    amount: fc.integer({ min: 1, max: 10_000_000_000 }),
  }),
  { minLength: 1, maxLength: 8 },
)

test('balances of any day, and the neraca of any day, are what a slow recount of every line gives', async () => {
  const { client, doors } = await aCore()
  const recount = (account: string, from: string, to: string, side: 'debit' | 'credit') =>
    doors.raw
      .prepare(
        `SELECT coalesce(sum(max(${side === 'debit' ? 'amount' : '-amount'}, 0)), 0) FROM posting
         WHERE account = ? AND day BETWEEN ? AND ?`,
      )
      .pluck()
      .get(account, from, to) as number

  await fc.assert(
    fc.asyncProperty(movements, fc.nat(75), fc.nat(75), async (posted, one, other) => {
      await manyPosted(
        doors,
        posted.map(({ day, accounts: [debit = '', credit = ''], amount }) => ({
          day,
          lines: { [debit]: amount, [credit]: -amount },
        })),
      )
      const [from, to] = [dayOf(Math.min(one, other)), dayOf(Math.max(one, other))]
      const balances = await balancesOn(doors.read, [from, to])
      for (const account of SHOP) {
        const debit = recount(account, '', to, 'debit')
        const credit = recount(account, '', to, 'credit')
        expect(balances.get(to)!.get(account) ?? 0).toBe(debit - credit)
        expect(await balanceAt(doors.read, [account], to)).toBe(debit - credit)
        expect(await turnover(doors.read, [account], from, to)).toEqual({
          debit: recount(account, from, to, 'debit'),
          credit: recount(account, from, to, 'credit'),
        })
      }
      const neraca = await client.ledger.neraca({ day: to, comparedDay: from })
      expect([neraca.difference, neraca.comparedDifference]).toEqual([0, 0])
      const labaRugi = await client.ledger.labaRugi({ from: '2026-09-01', to })
      const { lines } = neraca.equity
      const profit = (key: string) =>
        lines
          .find((line) => line.key === key)!
          .accounts.reduce((sum, { code, amount }) => (code >= '4000' ? sum + amount : sum), 0)
      expect(profit('earlier profit') + profit('profit of the month')).toBe(labaRugi.netProfit.amount)
    }),
    { numRuns: 60 },
  )
})
