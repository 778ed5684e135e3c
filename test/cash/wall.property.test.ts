import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CashEvent } from '../../src-shared/cash/cash-record.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aCore } from '../builders/a-core.ts'
import { cashEvents, privateEvents } from '../builders/cash-events.ts'

type Client = Awaited<ReturnType<typeof aCore>>['client']

const REFUSALS = ['MORE_THAN_OWED', 'HOUSEHOLD_BOOK_OFF']

/** The id of the record, or null when the shop said no. */
async function recorded(client: Client, event: CashEvent, day: string, id?: string): Promise<string | null> {
  const draft = { ...aCashRecord(event, { day }), ...(id ? { id } : {}) }
  try {
    return (await client.cash.record(draft)).id
  } catch (problem) {
    if (!REFUSALS.includes((problem as { code: string }).code)) throw problem
    return null
  }
}

const acts = fc.array(
  fc.record({
    event: cashEvents,
    day: fc.integer({ min: 1, max: 22 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`),
    besides: fc.constantFrom(
      'keep',
      'keep',
      'correct an earlier one',
      'cancel an earlier one',
      'switch the household book',
    ),
    which: fc.nat(),
  }),
  { minLength: 1, maxLength: 12 },
)

test('whatever is recorded, corrected, cancelled or switched, both books agree about the wall and every day balances', async () => {
  await fc.assert(
    fc.asyncProperty(acts, fc.boolean(), async (history, keepsHousehold) => {
      const { client } = await aCore({ setUp: { keepsHousehold } })
      const ids: string[] = []
      let keeps = keepsHousehold
      for (const { event, day, besides, which } of history) {
        const earlier = ids[which % Math.max(1, ids.length)]
        if (besides === 'cancel an earlier one' && earlier)
          await client.cash.cancel({ id: earlier, reason: 'salah catat' })
        else if (besides === 'switch the household book') {
          keeps = !keeps
          await client.settings.change({ keepsHousehold: keeps })
        }
        const id = await recorded(client, event, day, besides === 'correct an earlier one' ? earlier : undefined)
        if (id && !ids.includes(id)) ids.push(id)
        expect((await client.household.month({ month: '2026-11' })).wallHolds).toBe(true)
        expect((await client.ledger.neraca({ day, comparedDay: '2026-11-11' })).difference).toBe(0)
      }
      const report = await client.ledger.verify()
      expect(report.findings.filter(({ ok }) => !ok)).toEqual([])
    }),
    { numRuns: 25 },
  )
})

test('cancelling everything leaves both books as they were before the first record', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(cashEvents, { minLength: 1, maxLength: 8 }), async (events) => {
      const { client } = await aCore()
      const { digest } = await client.ledger.verify()
      const ids = []
      for (const event of events) ids.push(await recorded(client, event, '2026-11-20'))
      for (const id of ids) if (id) await client.cash.cancel({ id, reason: 'salah catat' })
      expect((await client.ledger.verify()).digest).toBe(digest)
    }),
    { numRuns: 15 },
  )
})

test('no private line ever changes the profit of the shop', async () => {
  const { client } = await aCore()
  await recorded(client, { what: 'business expense', wallet: '1101', account: '6204', amount: 390_000 }, '2026-11-05')
  const labaRugi = () => client.ledger.labaRugi({ from: '2026-11-01', to: '2026-11-30' })
  const before = await labaRugi()
  await fc.assert(
    fc.asyncProperty(privateEvents, async (event) => {
      await recorded(client, event, '2026-11-20')
      expect(await labaRugi()).toEqual(before)
    }),
    { numRuns: 100 },
  )
})
