import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openShelf, SCARF, SHIRT, type Shelf } from '../builders/a-shelf.ts'

/** One thing that happens in a shop. Documents are named by a small number, so that they meet again. */
const sku = fc.constantFrom(SHIRT, SCARF)
const number = fc.integer({ min: 1, max: 4 })
const pieces = fc.integer({ min: 1, max: 4 })
// cheap and dear lots, so that taking back a dear one can leave less than nothing
const value = fc.oneof(fc.nat(1000), fc.nat(500_000))
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ what: fc.constant('receive' as const), sku, number, pieces, value }) },
  { weight: 5, arbitrary: fc.record({ what: fc.constant('issue' as const), sku, number: fc.nat(8), pieces }) },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('open' as const),
      sku,
      pieces: fc.nat(4),
      unitCost: fc.option(fc.nat(30_000)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('count' as const), sku, number: fc.nat(20), counted: fc.nat(4) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('cancel' as const),
      kind: fc.constantFrom('purchase' as const, 'order' as const, 'stock-adjustment' as const),
      pick: fc.nat(100),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('close the books' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** What the model knows without asking the ledgers: the value of every receipt and opening that stands. */
class Model {
  readonly received = new Map<string, number>()
  get cost(): number {
    return [...this.received.values()].reduce((sum, cost) => sum + cost, 0)
  }
}

async function happen(shelf: Shelf, model: Model, one: Step): Promise<void> {
  switch (one.what) {
    case 'receive': {
      const id = `PB-${one.number}`
      await shelf.receive(id, one.pieces, one.value, one.sku)
      model.received.set(`purchase/${id}`, one.value)
      return
    }
    case 'issue':
      return void (await shelf.issue(`order ${one.number}`, one.pieces, one.sku))
    case 'open':
      await shelf.open(one.pieces, one.unitCost, one.sku)
      model.received.set(`opening-stock/${one.sku}`, one.pieces * (one.unitCost ?? 0))
      return
    case 'count':
      // a count is taken once; a second one has a number of its own
      if (shelf.documents.has(`stock-adjustment/SO-${one.number}`)) return
      return void (await shelf.count(`SO-${one.number}`, one.counted, one.sku))
    case 'cancel': {
      const known = [...shelf.documents.values()].filter(({ ref }) => ref.kind === one.kind)
      const chosen = known[one.pick % Math.max(1, known.length)]
      if (!chosen) return
      await shelf.cancel(chosen.ref.kind, chosen.ref.id)
      model.received.delete(`${chosen.ref.kind}/${chosen.ref.id}`)
      return
    }
    case 'close the books':
      return shelf.closeBooks()
  }
}

const history = (
  steps: fc.Arbitrary<Step[]>,
  check: (shelf: Shelf, model: Model) => void | Promise<void>,
  numRuns = 100,
) =>
  fc.assert(
    fc.asyncProperty(steps, async (happenings) => {
      const shelf = await openShelf()
      try {
        const model = new Model()
        for (const one of happenings) {
          await happen(shelf, model, one)
          await check(shelf, model)
        }
      } finally {
        shelf.close()
      }
    }),
    { numRuns },
  )

const steps = fc.array(step, { minLength: 1, maxLength: 30 })

test('after every step the shelves are the sum of their movements, and the books hold exactly their value', async () => {
  await history(steps, (shelf) => {
    const levels = shelf.all<{ value: number }>('SELECT variant_id, on_hand, costed, value FROM stock_level ORDER BY 1')
    expect(levels).toEqual(
      shelf.all(
        `SELECT variant_id, sum(pieces) AS on_hand, sum(costed) AS costed, sum(cost) AS value
         FROM stock_movement GROUP BY 1 ORDER BY 1`,
      ),
    )
    expect(shelf.balance('1301')).toBe(levels.reduce((sum, { value }) => sum + value, 0))
    expect(shelf.all('SELECT * FROM stock_level WHERE costed = 0 AND value <> 0')).toEqual([])
    expect(shelf.all('SELECT * FROM stock_level WHERE costed < 0 OR value < 0')).toEqual([])
  })
})

test('after every step cost issued plus value on the shelves is cost received and found', async () => {
  await history(steps, (shelf, model) => {
    const issuedAndLost = shelf.balance('1303') + shelf.balance('5104')
    expect(shelf.balance('1301') + issuedAndLost).toBe(model.cost)
  })
})

test('after every step what left without cost waits for it, and nothing waits that its shelf could pay', async () => {
  await history(steps, (shelf) => {
    expect(
      shelf.all('SELECT * FROM uncosted_issue JOIN stock_level USING (variant_id) WHERE stock_level.costed > 0'),
    ).toEqual([])
    expect(
      shelf.all(
        `SELECT first.document_id, first.effect, sum(m.pieces) - sum(m.costed) AS uncosted
         FROM stock_movement m JOIN stock_movement first ON first.id = coalesce(m.corrects, m.id)
         WHERE first.basis = 'average' AND m.generation > 0
           AND NOT EXISTS (SELECT 1 FROM stock_movement r WHERE r.reverses = m.id)
         GROUP BY first.id HAVING uncosted < 0 ORDER BY 1, 2`,
      ),
    ).toEqual(shelf.all('SELECT document_id, effect, -pieces AS uncosted FROM uncosted_issue ORDER BY 1, 2'))
  })
})

test('after every step settling everything again appends nothing, and balances rebuilt from the lines are the kept ones', async () => {
  await history(steps, async (shelf) => {
    const before = shelf.rows()
    await shelf.settleAllAgain()
    expect(shelf.rows()).toEqual(before)

    const rebuilt = (period: string) =>
      shelf.all(
        `SELECT entry.book, account, ${period} AS period, sum(max(amount, 0)) AS debit, sum(max(-amount, 0)) AS credit
         FROM posting JOIN entry ON entry.id = entry_id GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      )
    const kept = (table: string, period: string) =>
      shelf.all(`SELECT book, account, ${period} AS period, debit, credit FROM ${table} ORDER BY 1, 2, 3`)
    expect(kept('account_day', 'day')).toEqual(rebuilt('entry.day'))
    expect(kept('account_month', 'month')).toEqual(rebuilt('substr(entry.day, 1, 7)'))
  })
})

test('a rehearsal of anything leaves no trace', async () => {
  const everything = (shelf: Shelf) =>
    shelf
      .all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%search%'")
      .map(({ name }) => [name, shelf.all(`SELECT * FROM ${name}`)])
  await history(
    fc.array(step, { minLength: 2, maxLength: 12 }),
    async (shelf) => {
      const before = everything(shelf)
      for (const { ref } of [...shelf.documents.values()]) {
        const rehearsed = await shelf.rehearse(ref.kind, ref.id, {
          reservations: [{ effect: 'reserve', variantId: SHIRT, pieces: 2 }],
          movements: [
            { effect: 'new', kind: 'receipt', variantId: SHIRT, day: shelf.clock.day, at: 0, pieces: 3, cost: 1000 },
          ],
          entries: [],
        })
        expect(rehearsed.movements).toBeGreaterThan(0)
      }
      expect(everything(shelf)).toEqual(before)
    },
    30,
  )
})
