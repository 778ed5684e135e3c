import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { aReturnsDesk } from '../builders/a-return.ts'
import { openingStock } from '../builders/books.ts'
import { read, snapshotsOf } from '../channels/files/reading.ts'

const FAULTS = new URL('../../../shared/faults/goods-come-back/', import.meta.url)

/** Ten shirts at 40.000 stand on the shelf; these files arrive one after another, and what comes back is fit to sell. */
async function taken(...files: string[]) {
  const desk = await aReturnsDesk()
  const variant = aVariant({ sku: 'KMJ' })
  await desk.client.catalog.products.save(aProduct({ name: 'Kemeja', variants: [variant] }))
  await openingStock(desk.doors, variant.id, 10, 40_000)
  for (const [hours, file] of files.entries()) {
    const orders = snapshotsOf(await read(new Uint8Array(readFileSync(new URL(file, FAULTS)))))
    const asHeard = orders.map((order) => ({ ...order, atMost: desk.clock.now + hours * 3_600_000 }))
    await desk.core.takeIn(desk.shopId, asHeard, file)
    await desk.client.catalog.listings.mapCertain()
  }
  const [back] = await desk.waiting()
  await desk.client.returns.inspect({
    orderId: back!.orderId,
    lines: [{ id: variant.id, variantId: variant.id, pieces: back!.pieces, condition: 'sellable' }],
    note: '',
    refund: null,
  })
  const { onHand, value } = desk.doors.raw
    .prepare('SELECT on_hand AS onHand, value FROM stock_level WHERE variant_id = ?')
    .get(variant.id) as { onHand: number; value: number }
  const { ladder } = await desk.client.orders.get({ id: back!.orderId })
  return {
    pieces: back!.pieces,
    onHand,
    value,
    waits: desk.balance('1305'),
    cost: desk.balance('5101'),
    profit: ladder.profit,
  }
}

describe.skipIf(!existsSync(FAULTS))(
  'goods that once never came back (skipped where ../shared/faults is absent)',
  () => {
    test('sent back whole: ten on the shelf, nothing waits, nothing earned and nothing lost', async () => {
      expect(await taken('A1 terkirim.xlsx', 'A2 retur.xlsx')).toEqual({
        pieces: 2,
        onHand: 10,
        value: 400_000,
        waits: 0,
        cost: 0,
        profit: 0,
      })
    })

    test('one of two sent back: nine on the shelf, one sold and earned', async () => {
      expect(await taken('B1 selesai.xlsx', 'B2 retur satu.xlsx')).toEqual({
        pieces: 1,
        onHand: 9,
        value: 360_000,
        waits: 0,
        cost: 40_000,
        profit: 60_000,
      })
    })
  },
)
