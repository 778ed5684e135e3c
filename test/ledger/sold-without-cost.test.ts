import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Tx } from '../../src-main/core/database/open.ts'
import type { DocumentKind, Effects } from '../../src-main/core/effects.ts'
import { costIncompleteOn } from '../../src-main/core/ledger/ledger.repository.ts'
import { memo } from '../../src-shared/ledger/memo.words.ts'
import { openShelf, SCARF, SHIRT, type Shelf } from '../builders/a-shelf.ts'
import { rolledBack } from '../builders/rolled-back.ts'

const DAYS = ['2026-09-30', '2026-10-01', '2026-10-15', '2026-11-01', '2026-11-22'] as const
const day = fc.constantFrom(...DAYS)
const sku = fc.constantFrom(SHIRT, SCARF)
/** More than a handful, so that whoever counts many otherwise than few is seen. */
const pieces = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 3_000, max: 9_000 }))
const paper = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('order' as const),
      id: fc.nat(5),
      sku,
      pieces,
      day,
      sold: fc.option(day),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('stock-adjustment' as const),
      id: fc.nat(3),
      sku,
      pieces,
      day,
      sold: fc.constant(null),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('purchase' as const),
      id: fc.nat(3),
      sku,
      pieces,
      day,
      sold: fc.constant(null),
    }),
  },
)
type Paper = typeof paper extends fc.Arbitrary<infer P> ? P : never

const soldOn = ({ day: left, sold }: Paper) => (sold !== null && sold < left ? left : sold)

function effectsOf(one: Paper): Effects {
  const { kind, sku: variantId, pieces: moved, day: on } = one
  const goods = {
    order: { kind: 'issue' as const, pieces: -moved, cost: 'average' as const },
    'stock-adjustment': { kind: 'adjustment' as const, pieces: -moved, cost: 'average' as const },
    purchase: { kind: 'receipt' as const, pieces: moved, cost: moved * 1_000 },
  }[kind]
  const entry = (effect: string, at: string, debit: '1201' | '1303' | '5101' | '5105' | '1301') => ({
    effect,
    book: 'usaha' as const,
    day: at,
    memo: memo('cost difference'),
    lines:
      effect === 'sale'
        ? [
            { account: debit, amount: 50_000 },
            { account: '4101' as const, amount: -50_000 },
          ]
        : [
            { account: debit, side: 'debit' as const, costOf: ['goods'] },
            {
              account: kind === 'purchase' ? ('2101' as const) : ('1301' as const),
              side: 'credit' as const,
              costOf: ['goods'],
            },
          ],
  })
  const sold = soldOn(one)
  return {
    reservations: [],
    movements: [{ effect: 'goods', variantId, day: on, at: 0, ...goods }],
    entries: [
      entry(
        'goods',
        on,
        { order: '1303' as const, 'stock-adjustment': '5105' as const, purchase: '1301' as const }[kind],
      ),
      ...(sold === null ? [] : [entry('sale', sold, '1201')]),
    ],
  }
}

/** What waits for its cost, each piece looked at with the paper it belongs to. */
function countedOneByOne(shelf: Shelf, stands: ReadonlyMap<string, Paper>, through: string) {
  const waiting = shelf
    .all<{ kind: DocumentKind; id: string; sku: string; pieces: number }>(
      'SELECT document_kind AS kind, document_id AS id, variant_id AS sku, pieces FROM uncosted_issue',
    )
    .filter(({ kind, id }) => {
      const one = stands.get(id)!
      const gone = kind === 'order' ? soldOn(one) : one.day
      return gone !== null && gone <= through
    })
  if (waiting.length === 0) return null
  return {
    skus: new Set(waiting.map((one) => one.sku)).size,
    pieces: waiting.reduce((sum, one) => sum + one.pieces, 0),
    unmappedOrders: 0,
  }
}

const settled = (tx: Tx, shelf: Shelf, ref: { kind: DocumentKind; id: string }, effects: Effects) => {
  shelf.documents.set(`${ref.kind}/${ref.id}`, { ref, effects })
  return shelf.settle(tx, [{ ref, effects }])
}

test('what was sold without a cost is counted alike however much it is; what travels to its buyer is not sold', async () => {
  const shelf = await openShelf()
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(paper, { minLength: 1, maxLength: 12 }), async (papers) => {
        shelf.documents.clear()
        await rolledBack(shelf.doors, async (tx) => {
          const stands = new Map<string, Paper>()
          for (const one of papers) {
            const ref = { kind: one.kind, id: `${one.kind} ${one.id}` }
            stands.set(ref.id, one)
            await settled(tx, shelf, ref, effectsOf(one))
          }
          for (const through of DAYS)
            expect(await costIncompleteOn(tx, through), through).toEqual(countedOneByOne(shelf, stands, through))
        })
      }),
      { numRuns: 200 },
    )
  } finally {
    shelf.close()
  }
})
