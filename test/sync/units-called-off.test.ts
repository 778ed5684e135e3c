import { expect, onTestFinished, test } from 'vitest'
import type { Call } from '../../src-main/sandbox/frame/call.ts'
import type { Market } from '../../src-main/sandbox/tiktok/book.ts'
import { fulfilmentEndpoints } from '../../src-main/sandbox/tiktok/endpoints/fulfilment.ts'
import { aCore } from '../builders/a-core.ts'
import {
  connectedTo,
  connectorsOf,
  soldAt,
  stockGoesOut,
  withGoodsOf,
  withPieces,
} from '../builders/at-both-sandboxes.ts'
import { aTiktokWorld } from '../channels/connectors/tiktok/a-tiktok-world.ts'

/** A shop at TikTok Shop with ten pieces of each of its goods, two of which were just bought, three and one. */
async function afterAPurchase() {
  const world = await aTiktokWorld()
  onTestFinished(() => world.close())
  const made = await aCore({ now: world.now(), connectors: connectorsOf([world]) })
  const { client, core, clock, doors } = made
  const idOf = await withGoodsOf(client, [world])
  await withPieces(client, idOf.values(), 10)
  const shopId = await connectedTo(client, world)
  await core.sync.idle()
  await client.catalog.listings.mapCertain()
  await stockGoesOut(client)
  await core.sync.idle()
  const { sandbox } = world
  const [three, one] = sandbox.world
    .shelf()
    .filter(({ isOnSale }) => isOnSale)
    .map(({ sku }) => sku) as [string, string]
  await world.move(1_000)
  const number = soldAt(world, [
    { sku: three, pieces: 3 },
    { sku: one, pieces: 1 },
  ])!
  const round = async () => {
    await world.move(60_000)
    clock.now = world.now()
    await client.sync.now({ shopId })
    await core.sync.idle()
  }
  await round()
  const callOff = async (sku: string, pieces: number) => {
    const answer = await fetch(`${sandbox.controlUrl}/tiktok/orders/${number}/called-off`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sku, pieces }),
    })
    if (!answer.ok) throw new Error(await answer.text())
    await round()
  }
  const order = async () => client.orders.get({ id: (await client.orders.byCode({ code: number }))!.id })
  const pieces = async () => (await order()).lines.map((line) => line.pieces)
  const reserved = (sku: string) =>
    doors.raw
      .prepare('SELECT coalesce(sum(pieces), 0) FROM reservation WHERE variant_id = ?')
      .pluck()
      .get(idOf.get(sku)!)
  const there = (sku: string) => sandbox.world.shelf().find((each) => each.sku === sku)!.stock
  const { market } = sandbox.world as unknown as { market: Market }
  return { ...made, world, three, one, number, round, callOff, order, pieces, reserved, there, market }
}

test('units that TikTok Shop calls off are not packed, not held back and not sold, and the rest is', async () => {
  const { client, doors, world, number, three, one, callOff, order, pieces, reserved, there, round } =
    await afterAPurchase()
  expect([await pieces(), reserved(three), there(three)]).toEqual([[3, 1], 3, 7])
  const { parcel } = await client.fulfilment.scan({ code: number, parcelId: null })
  await client.fulfilment.confirmPiece({ parcelId: parcel!.parcelId, key: parcel!.items[0]!.key })

  await callOff(three, 2)
  expect([await pieces(), reserved(three), there(three), there(one)]).toEqual([[1, 1], 1, 9, 9])
  expect((await order()).state).toBe('to_arrange')
  const { parcel: now } = await client.fulfilment.scan({ code: number, parcelId: null })
  expect(now!.items.map((item) => item.pieces).toSorted()).toEqual([1, 1])

  await world.bring(number, 'shipped')
  await round()
  expect((await order()).state).toBe('in_transit')
  const sent = doors.raw
    .prepare("SELECT sum(-pieces) FROM stock_movement WHERE kind = 'issue' GROUP BY variant_id")
    .pluck()
    .all()
  expect([sent, reserved(three)]).toEqual([[1, 1], 0])
  expect(await client.ledger.verify()).toMatchObject({ ok: true })
})

test('a parcel of which every unit was called off gets no courier, and the order does not wait for it', async () => {
  const { client, core, world, number, three, order, callOff, round, market } = await afterAPurchase()
  const visit = (await core.sync.visit((await client.sync.connections())[0]!.shopId))!
  const { lines } = market.book.orders[number]!
  const split = fulfilmentEndpoints.find(({ path }) => path === '/fulfillment/202309/orders/{order_id}/split')!
  const ofThree = lines.filter(({ sellerSku }) => sellerSku === three).map(({ id }) => id)
  const body = { splittable_groups: [{ id: 'satu', order_line_item_ids: ofThree }] }
  await split.run({ market, call: {} as Call, params: { order_id: number }, query: {}, body })
  await callOff(three, 3)
  const { id } = await order()
  const { groups } = await client.orderActs.choices({ orderIds: [id] })
  const [address] = groups[0]!.choices!.pickup
  const choice = { way: 'pickup' as const, addressId: address!.addressId, slotId: address!.slots[0]!.id }
  await client.orderActs.arrange({ shipments: [{ orderIds: [id], choice }] })
  await core.sync.idle()
  expect((await client.orderActs.ofOrders({ orderIds: [id] }))[0]).toMatchObject({ state: 'done' })
  expect(await visit.ask((shop) => shop.trackingNumber({ orderNumber: number, packageId: '' }))).not.toBeNull()
  await round()
  expect((await order()).state).toBe('arranged')
  expect((await order()).trackingNumber).not.toBe('')
  world.sandbox.world.step(number, 'pickUp')
  await round()
  expect((await order()).state).toBe('in_transit')
})
