import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aCore } from '../builders/a-core.ts'
import { cashEvents } from '../builders/cash-events.ts'

test('Buku Besar stands in the order of its days, whenever they were written down, and each balance follows from the line before', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ event: cashEvents, day: fc.integer({ min: 1, max: 22 }) }), { minLength: 1, maxLength: 12 }),
      async (records) => {
        const { client } = await aCore()
        for (const { event, day } of records)
          await client.cash
            .record(aCashRecord(event, { day: `2026-11-${String(day).padStart(2, '0')}` }))
            .catch((problem: { code: string }) => expect(problem.code).toMatch(/MORE_THAN_OWED|HOUSEHOLD_BOOK_OFF/))
        for (const accounts of [['1101'], ['1110'], ['3201'], ['1101', '1110']]) {
          const { rows, opening, closing } = await client.ledger.accountEntries({
            accounts,
            side: 'D',
            to: '2026-11-22',
            limit: 100,
          })
          expect(rows[0]?.balance ?? opening).toBe(closing)
          for (const [index, row] of rows.entries()) {
            const before = rows[index + 1]
            expect(row.balance).toBe((before?.balance ?? opening) + row.debit - row.credit)
            if (before) expect(before.day <= row.day).toBe(true)
          }
        }
      },
    ),
    { numRuns: 20 },
  )
}, 60_000)
