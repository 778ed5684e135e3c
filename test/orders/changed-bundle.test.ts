import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { OwnSaleDraft } from '../../src-shared/orders/orders.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aPackingDesk, GOODS, type Sku } from '../builders/a-packing-desk.ts'
import { anOrder } from '../builders/an-order.ts'
import { settleOrdersAgain } from '../builders/books.ts'

type Desk = Awaited<ReturnType<typeof aPackingDesk>>

const aSale = (variantId: string, pieces: number): OwnSaleDraft => ({
  id: newId(),
  lines: [{ variantId, pieces, price: 200_000 }],
  payment: 'transfer',
  buyerName: 'Bu Endang',
  soldAt: SUNDAY,
  shipTo: {
    phone: '0812-3456-7890',
    address: 'Jl. Mawar 3',
    city: 'Kudus',
    province: 'Jawa Tengah',
    courier: 'JNE',
    trackingNumber: '',
    shippingPaid: 0,
    shipBy: SUNDAY,
  },
  note: '',
})

/** The set is made of other goods from now on: two shirts Kawung Alit M instead of a shirt and a blouse. */
async function remake({ client, ids }: Desk) {
  const { productId } = (await client.catalog.variants.byCode({ code: 'SET-LUK-TRT' }))!
  const set = await client.catalog.products.get({ id: productId })
  await client.catalog.products.save({
    ...set,
    variants: set.variants.map((variant) => ({
      ...variant,
      components: [{ variantId: ids['KMJ-KWA-M'], pieces: 2 }],
    })),
  })
}

const levels = (desk: Desk) =>
  Object.fromEntries(
    (['KMJ-LUK-L', 'BLS-TRT-M', 'KMJ-KWA-M'] satisfies Sku[]).map((sku) => {
      const { onHand, reserved } = desk.level(sku)
      return [sku, { onHand, reserved }]
    }),
  )
const NOTHING_MOVED = { onHand: 20, reserved: 0 }
const COST_OF_THE_SET = GOODS['KMJ-LUK-L'].cost + GOODS['BLS-TRT-M'].cost

test('own sales that wait for the courier wait for the new goods', async () => {
  const desk = await aPackingDesk()
  await desk.client.orders.recordOwnSale(aSale(desk.ids['SET-LUK-TRT'], 3))
  await remake(desk)
  expect(levels(desk)).toEqual({
    'KMJ-LUK-L': NOTHING_MOVED,
    'BLS-TRT-M': NOTHING_MOVED,
    'KMJ-KWA-M': { onHand: 20, reserved: 6 },
  })
})

test('an own sale that was handed over keeps what it left with, whatever is settled later', async () => {
  const desk = await aPackingDesk()
  const sale = await desk.client.orders.recordOwnSale(aSale(desk.ids['SET-LUK-TRT'], 3))
  await desk.pack(sale)
  await desk.client.fulfilment.handover.finish({ parcelIds: [sale.id] })
  await remake(desk)
  expect(await settleOrdersAgain(desk.doors)).toEqual({ movements: 0, entries: 0 })
  expect(levels(desk)).toEqual({
    'KMJ-LUK-L': { onHand: 17, reserved: 0 },
    'BLS-TRT-M': { onHand: 17, reserved: 0 },
    'KMJ-KWA-M': NOTHING_MOVED,
  })
  expect(desk.balance('5101')).toBe(3 * COST_OF_THE_SET)
})

test('a channel order on its way keeps its goods when the channel calls it completed', async () => {
  const desk = await aPackingDesk()
  const order = anOrder().withLine('SET-LUK-TRT', 2).inTransit()
  await desk.takeIn(order)
  await remake(desk)
  await desk.takeIn(order.completed())
  expect(levels(desk)).toEqual({
    'KMJ-LUK-L': { onHand: 18, reserved: 0 },
    'BLS-TRT-M': { onHand: 18, reserved: 0 },
    'KMJ-KWA-M': NOTHING_MOVED,
  })
  expect(desk.balance('5101')).toBe(2 * COST_OF_THE_SET)
  expect(await settleOrdersAgain(desk.doors)).toEqual({ movements: 0, entries: 0 })
})

test('a wrong mapping is put right even for goods that are gone: what left was another SKU all along', async () => {
  const desk = await aPackingDesk()
  await desk.takeIn(anOrder().withLine('SET-LUK-TRT', 2).inTransit())
  const { rows } = await desk.client.catalog.listings.list({ show: 'all' })
  await desk.client.catalog.listings.map({ mappings: [{ listingId: rows[0]!.id, variantId: desk.ids['KMJ-KWA-M'] }] })
  expect(levels(desk)).toEqual({
    'KMJ-LUK-L': NOTHING_MOVED,
    'BLS-TRT-M': NOTHING_MOVED,
    'KMJ-KWA-M': { onHand: 18, reserved: 0 },
  })
})
