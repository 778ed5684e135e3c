import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Doors } from '../../src-main/core/database/open.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aPackingDesk, GOODS, type Sku } from '../builders/a-packing-desk.ts'
import { anOrder } from '../builders/an-order.ts'
import { settleOrdersAgain, unbalancedDays } from '../builders/books.ts'
import { copiesOf } from '../builders/copies-of.ts'

const SKUS = Object.keys(GOODS) as Sku[]
const PATIENCE = 240_000
const RUNS = Number(process.env.LUMBUNG_RUNS ?? 60)

/** What may happen to an order between its first statement and its last, in few words. */
const aStep = fc.oneof(
  fc.constantFrom({ do: 'pack' } as const, { do: 'hand over' } as const, { do: 'undo' } as const),
  fc.record({
    do: fc.constant('state' as const),
    lines: fc.array(fc.record({ sku: fc.constantFrom(...SKUS, 'TANPA-SKU'), pieces: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  fc.record({ do: fc.constant('map' as const), listing: fc.nat(5), to: fc.constantFrom(...SKUS, null) }),
)

/** Pieces by SKU that left the shelf for orders, and that lie in the parcels that left. */
function issuedAndPacked(doors: Doors) {
  const all = (query: string) => doors.raw.prepare(query).raw().all()
  return {
    issued: all(
      `SELECT variant_id, -sum(pieces) AS gone FROM stock_movement WHERE document_kind = 'order' AND kind = 'issue'
       GROUP BY variant_id HAVING gone <> 0 ORDER BY variant_id`,
    ),
    // goods packed without an SKU count as what their listing stands for by now, while the order holds it
    packed: all(
      `SELECT coalesce(c.variant_id, l.variant_id) AS variant, sum(c.pieces) FROM parcel p
       JOIN parcel_content c ON c.parcel_id = p.id LEFT JOIN listing l ON c.item_key = 'listing/' || l.id
         AND EXISTS (SELECT 1 FROM order_line o WHERE o.order_id = p.order_id AND o.listing_id = l.id)
       WHERE p.left_at IS NOT NULL AND variant IS NOT NULL GROUP BY variant ORDER BY variant`,
    ),
  }
}

test(
  'whatever is packed, stated, mapped, handed over and undone in between: what left the shelf is what lies in the parcels that left',
  async () => {
    const desk = await aPackingDesk()
    const first = anOrder('ORDER-1').withLine('KMJ-LUK-L', 2).withLine('BLS-TRT-M')
    await desk.takeIn(first)
    const id = await desk.idOf('ORDER-1')
    const inACopy = copiesOf(desk.doors)
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 3, maxLength: 16 }), async (steps) => {
        await inACopy(async ({ core, client, doors }) => {
          const known = () => doors.raw.prepare('SELECT id FROM listing ORDER BY id').pluck().all() as string[]
          const pack = async () => {
            const { parcel } = await client.fulfilment.scan({ code: 'ORDER-1', parcelId: null })
            for (const { key, pieces, scanned } of parcel!.items)
              for (let piece = 0; piece < Math.abs(pieces - scanned); piece++)
                await client.fulfilment.confirmPiece({ parcelId: id, key })
            await client.fulfilment.pack({ parcelId: id })
          }
          for (const [at, step] of steps.entries()) {
            const acts = {
              pack,
              'hand over': () => client.fulfilment.handover.finish({ parcelIds: [id] }),
              undo: () => client.fulfilment.handover.undo({ parcelIds: [id], reason: 'Salah pencet' }),
              state: () => {
                const { lines } = step as Extract<typeof step, { do: 'state' }>
                const bare = anOrder('ORDER-1').arranged(SUNDAY + (at + 1) * 60_000)
                const order = lines.reduce((told, { sku, pieces }) => told.withLine(sku, pieces), bare)
                return core.takeIn(desk.shopId, [order.snapshot()], 'pesanan.xlsx')
              },
              map: () => {
                const { listing, to } = step as Extract<typeof step, { do: 'map' }>
                const ids = known()
                const variantId = to && desk.ids[to]
                return client.catalog.listings.map({ mappings: [{ listingId: ids[listing % ids.length]!, variantId }] })
              },
            }
            // a refusal is an answer too
            await acts[step.do]().catch((problem) => {
              if (!/^(ORDER|GOODS|PARCEL)_/.test(problem.code)) throw problem
            })
            const { issued, packed } = issuedAndPacked(doors)
            expect(issued).toEqual(packed)
          }
          expect(unbalancedDays(doors)).toEqual([])
          expect(await settleOrdersAgain(doors)).toEqual({ movements: 0, entries: 0 })
        })
      }),
      { numRuns: RUNS },
    )
  },
  PATIENCE,
)
