import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Tx } from '../../src-main/core/database/open.ts'
import { type DocumentKind, type Effects, type Movement, NO_EFFECTS } from '../../src-main/core/effects.ts'
import { takingBack } from '../../src-main/core/taking-back.ts'
import { isOver } from '../../src-main/core/work/stepwise.ts'
import { LARGEST_SUM } from '../../src-shared/kernel/limits.ts'
import type { AccountCode } from '../../src-shared/ledger/ledger.ts'
import { memo } from '../../src-shared/ledger/memo.words.ts'
import { openShelf, SCARF, SHIRT, type Shelf } from '../builders/a-shelf.ts'
import { rolledBack } from '../builders/rolled-back.ts'

/** Goods at both ends of what can be typed: a few very dear ones, and very many cheap ones. */
const pieces = fc.oneof(fc.constantFrom(1, 2, 900, 9_000), fc.integer({ min: 1, max: 10_000_000 }))
const price = fc.oneof(fc.constantFrom(0, 1, 99_999_999, 10_000_000_000), fc.integer({ min: 1, max: 1_000_000 }))
const day = fc.constantFrom('2026-10-02', '2026-10-20', '2026-11-03', '2026-11-22')
const sku = fc.constantFrom(SHIRT, SHIRT, SHIRT, SCARF)
const act = fc.oneof(
  fc.record({ kind: fc.constant('purchase' as const), sku, pieces, price, day, id: fc.nat(9) }),
  fc.record({ kind: fc.constant('order' as const), sku, pieces, price, day, id: fc.nat(9) }),
  fc.record({ kind: fc.constant('stock-adjustment' as const), sku, pieces, price, day, id: fc.nat(9) }),
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

const SIDES: Record<Act['kind'], [AccountCode, AccountCode]> = {
  purchase: ['1301', '2101'],
  order: ['5101', '1301'],
  'stock-adjustment': ['1301', '5104'],
}

function effectsOf({ kind, sku: variantId, pieces: moved, price: each, day: on }: Act): Effects {
  const goods: Pick<Movement, 'kind' | 'pieces' | 'cost'> = {
    purchase: { kind: 'receipt' as const, pieces: moved, cost: moved * each },
    order: { kind: 'issue' as const, pieces: -moved, cost: 'average' as const },
    'stock-adjustment': { kind: 'adjustment' as const, pieces: moved, cost: 'average' as const },
  }[kind]
  const [debit, credit] = SIDES[kind]
  return {
    reservations: [],
    movements: [{ effect: 'goods', variantId, day: on, at: 0, ...goods }],
    entries: [
      {
        effect: 'goods',
        book: 'usaha',
        day: on,
        memo: memo('cost difference'),
        lines: [
          { account: debit, side: 'debit', costOf: ['goods'] },
          { account: credit, side: 'credit', costOf: ['goods'] },
        ],
      },
    ],
  }
}

const TOO_LARGE = ['COST_TOO_LARGE', 'BALANCE_TOO_LARGE']

/** False when it was refused as too large; then nothing of it stays. */
async function isTaken(tx: Tx, shelf: Shelf, kind: DocumentKind, id: string, effects: Effects): Promise<boolean> {
  shelf.doors.raw.exec('SAVEPOINT act')
  try {
    await shelf.later.settle(tx, [{ ref: { kind, id }, effects }])
    shelf.documents.set(`${kind}/${id}`, { ref: { kind, id }, effects })
    return true
  } catch (problem) {
    if (!TOO_LARGE.includes((problem as { code?: string }).code ?? '')) throw problem
    shelf.doors.raw.exec('ROLLBACK TO act')
    return false
  } finally {
    shelf.doors.raw.exec('RELEASE act')
  }
}

async function recost(tx: Tx, { later }: Shelf): Promise<void> {
  const { begin, step } = later.recosting()
  let mark = await begin(tx)
  while (!isOver(mark)) mark = await step(tx, mark, 2)
}

const dearest = ({ all }: Shelf) =>
  all<{ cost: number }>(`
    SELECT abs(m.cost + coalesce((SELECT sum(c.cost) FROM stock_movement c WHERE c.corrects = m.id), 0)) AS cost
    FROM stock_movement m WHERE m.generation > 0 AND m.corrects IS NULL
      AND NOT EXISTS (SELECT 1 FROM stock_movement r WHERE r.reverses = m.id)`).reduce(
    (most, { cost }) => Math.max(most, cost),
    0,
  )

test('whatever is taken in is costed later and taken back in any order, and nothing of it is refused as too large', async () => {
  const shelf = await openShelf()
  let taken = 0
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 4, maxLength: 16 }),
        fc.infiniteStream(fc.nat(15)),
        async (acts, picks) => {
          shelf.documents.clear()
          await rolledBack(shelf.doors, async (tx) => {
            for (const one of acts) {
              const isKept = await isTaken(tx, shelf, one.kind, `${one.kind} ${one.id}`, effectsOf(one))
              if (isKept) taken++
              if (one.id === 0) await recost(tx, shelf)
            }
            await recost(tx, shelf)
            expect(dearest(shelf)).toBeLessThanOrEqual(LARGEST_SUM)
            while (shelf.documents.size > 0) {
              const all = [...shelf.documents.values()]
              const { ref } = all[picks.next().value! % all.length]!
              shelf.documents.set(`${ref.kind}/${ref.id}`, { ref, effects: NO_EFFECTS })
              await takingBack(() => shelf.later.settle(tx, [{ ref, effects: NO_EFFECTS }]))
              if (ref.id.endsWith('1')) await recost(tx, shelf)
              expect(dearest(shelf)).toBeLessThanOrEqual(LARGEST_SUM)
              shelf.documents.delete(`${ref.kind}/${ref.id}`)
            }
            const [{ moved }] = shelf.all<{ moved: number }>('SELECT total(moved) AS moved FROM moving_average') as [
              { moved: number },
            ]
            expect(moved).toBe(0)
          })
        },
      ),
      { numRuns: 150 },
    )
    expect(taken).toBeGreaterThan(100)
  } finally {
    shelf.close()
  }
})
