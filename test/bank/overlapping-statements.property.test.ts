import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idOf } from '../../src-main/core/bank/line-identity.ts'
import { aBankStatement, type LineTold, statementsOf } from '../builders/a-bank-statement.ts'
import { aCore } from '../builders/a-core.ts'

/** A month of the bank in which payments repeat, so that equal lines of one day are common. */
const month = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: 9 }),
    what: fc.constantFrom('BIAYA ADM', 'TRSF E-BANKING CR SITI', 'QR INDOMARET'),
    amount: fc.constantFrom(-5_000, -25_000, 150_000),
  }),
  { minLength: 1, maxLength: 14 },
)

const dayText = (day: number) => `2026-11-0${day}`

test('overlapping statements, in any order and with some taken back, tell each line as often as the fullest does', async () => {
  await fc.assert(
    fc.asyncProperty(
      month,
      fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 8 })), {
        minLength: 1,
        maxLength: 4,
      }),
      fc.nat(),
      fc.boolean(),
      async (happened, spans, seed, takesOneBack) => {
        const lines = happened
          .toSorted((a, b) => a.day - b.day)
          .map(({ day, what, amount }): LineTold => [dayText(day), what, amount])
        const files = spans.map(([from, length]) =>
          lines.filter(([day]) => day >= dayText(from) && day <= dayText(Math.min(9, from + length))),
        )
        const digests = new Set<string>()
        for (const order of [[...files.keys()], shuffled([...files.keys()], seed)]) {
          const { core, doors } = await aCore()
          const { take, remove } = statementsOf(core)
          if (takesOneBack) await take(aBankStatement(lines, { opening: 1_000_000 }), '1110', idOf('taken back'))
          for (const at of order) await take(aBankStatement(files[at]!))
          if (takesOneBack) await remove(idOf('taken back'))
          digests.add(JSON.stringify(doors.raw.prepare(TOLD).raw().all()))
        }
        expect(digests.size).toBe(1)
        const told = JSON.parse([...digests][0]!) as [string, string, number][]
        const count = (all: readonly (readonly unknown[])[], line: LineTold) =>
          all.filter((each) => each[0] === line[0] && each[1] === line[1] && each[2] === line[2]).length
        for (const line of lines) expect(count(told, line)).toBe(Math.max(0, ...files.map((file) => count(file, line))))
      },
    ),
    { numRuns: 12 },
  )
})

const TOLD = `SELECT day, description, amount, id, nth, position, at, balance, reference FROM bank_line
  WHERE told > 0 ORDER BY day, description, amount, nth`

const shuffled = (order: number[], seed: number) =>
  order
    .map((at) => ({ at, by: (at * 7 + seed) % 5 }))
    .toSorted((a, b) => a.by - b.by || b.at - a.at)
    .map(({ at }) => at)
