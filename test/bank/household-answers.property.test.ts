import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BankMeaning, eventOf, mayMean } from '../../src-shared/bank/bank-meaning.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aBankStatement, type LineTold, statementsOf } from '../builders/a-bank-statement.ts'
import { aCore } from '../builders/a-core.ts'

const at = (other: string) => other as never
/** Whatever an owner may say of a line of the shop's bank that is about her home. */
const OF_HOME: readonly BankMeaning[] = [
  { what: 'private expense', householdAccount: at('9501') },
  { what: 'private expense', householdAccount: at('9599') },
  { what: 'take home', other: at('9110') },
  { what: 'put in capital', other: at('9110') },
  { what: 'lend to household', other: at('9101') },
]

const lines = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: 20 }),
    what: fc.constantFrom('QR INDOMARET', 'TRSF RATNA PRIBADI', 'TARIKAN ATM', 'SETORAN TUNAI'),
    amount: fc.oneof(fc.integer({ min: -900_000, max: -1 }), fc.integer({ min: 1, max: 900_000 })),
    meaning: fc.nat(),
  }),
  { minLength: 1, maxLength: 8 },
)

test('whatever is answered as the household’s, laba rugi of the shop stays as it was; of a mixed bill only its own part counts', () =>
  fc.assert(
    fc.asyncProperty(
      lines,
      fc.boolean(),
      fc.integer({ min: 1, max: 99_999 }),
      async (happened, keepsHousehold, part) => {
        const { client, core } = await aCore({ setUp: { keepsHousehold } })
        const told = happened
          .toSorted((a, b) => a.day - b.day)
          .map(({ day, what, amount }): LineTold => [`2026-11-${String(day).padStart(2, '0')}`, what, amount])
        await statementsOf(core).take(aBankStatement([...told, ['2026-11-21', 'PLN PREPAID', -100_000]]))
        const labaRugi = () => client.ledger.labaRugi({ from: '2026-11-01', to: '2026-11-30' })
        const before = await labaRugi()
        const { rows } = await client.bank.lines({ state: 'waiting', limit: 50 })
        for (const [index, { id, account, amount, description }] of rows.entries()) {
          const line = { account, book: 'usaha', amount } as const
          const fitting = OF_HOME.filter((meaning) => mayMean(meaning, line))
          const event = eventOf(fitting[(happened[index]?.meaning ?? 0) % fitting.length]!, line)!
          if (!description.startsWith('PLN'))
            await client.bank.answer({ id, batch: newId(), answer: { as: 'records', events: [event] } })
        }
        expect(await labaRugi()).toEqual(before)

        const bill = rows.find(({ description }) => description.startsWith('PLN'))!
        await client.bank.answer({
          id: bill.id,
          batch: newId(),
          answer: {
            as: 'records',
            events: [
              {
                what: 'mixed bill',
                wallet: '1110' as never,
                account: '6204' as never,
                businessAmount: part,
                householdAccount: '9503' as never,
                householdAmount: 100_000 - part,
              },
            ],
          },
        })
        const after = await labaRugi()
        expect(after.netProfit.amount).toBe(before.netProfit.amount - part)
        expect(after.expenses.lines.flatMap(({ accounts }) => accounts.map(({ code }) => code))).toEqual(['6204'])
        expect((await client.ledger.verify()).ok).toBe(true)
      },
    ),
    { numRuns: 12 },
  ))
