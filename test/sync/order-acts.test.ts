import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { channelLabelsOf } from '../../src-main/core/fulfilment/channel-labels.repository.ts'
import { fileSecrets } from '../../src-main/hosting/secrets.ts'
import type { Call } from '../../src-main/sandbox/frame/call.ts'
import { cancelOrder, splitOrder } from '../../src-main/sandbox/shopee/order-calls.ts'
import type { Shopee } from '../../src-main/sandbox/shopee/state.ts'
import type { Market } from '../../src-main/sandbox/tiktok/book.ts'
import { fulfilmentEndpoints } from '../../src-main/sandbox/tiktok/endpoints/fulfilment.ts'
import { aConnectedShop, anExampleOrder } from '../builders/a-connected-shop.ts'
import { aShopAtASandbox } from '../builders/a-shop-at-a-sandbox.ts'
import type { SandboxWorld } from '../channels/connectors/sandboxed.ts'
import { aShopeeWorld } from '../channels/connectors/shopee/a-shopee-world.ts'
import { aTiktokWorld } from '../channels/connectors/tiktok/a-tiktok-world.ts'

const MINUTE = 60_000
const PICKUP = { way: 'pickup' as const, addressId: 'alamat-1', slotId: 'pagi' }

/** A connected shop with `count` paid orders that are here. */
async function withOrders(count: number) {
  const shop = await aConnectedShop()
  const { market, clock, pass, round, client } = shop
  for (let each = 1; each <= count; each++) market.orders.set(`N${each}`, anExampleOrder(`N${each}`, clock.now + each))
  pass(MINUTE)
  await round()
  const rows = async () =>
    (await client.orders.list({ limit: 100 })).rows.toSorted((a, b) => (a.number < b.number ? -1 : 1))
  const idOf = async (number: string) => (await rows()).find((row) => row.number === number)!.id
  const ids = async () => (await rows()).map(({ id }) => id)
  const calls = (path: string) => market.calls.filter((call) => call.path === path).length
  return { ...shop, rows, idOf, ids, calls }
}

describe('arranging shipment', () => {
  test('chosen once for all orders; waybill, state and the courier’s own label come by themselves', async () => {
    const { client, core, ids, rows, doors } = await withOrders(5)
    const orderIds = await ids()
    const { groups, others } = await client.orderActs.choices({ orderIds })
    expect(others).toEqual([])
    expect(groups).toMatchObject([{ orderIds, trouble: null, usual: null }])
    expect(groups[0]!.choices!.pickup[0]).toMatchObject({ addressId: 'alamat-1', isUsual: true })
    expect(await client.orderActs.arrange({ shipments: [{ orderIds, choice: PICKUP }] })).toEqual({
      asked: 5,
      leftOut: 0,
    })
    await core.sync.idle()
    expect((await rows()).map(({ state, trackingNumber }) => `${state} ${trackingNumber}`)).toEqual(
      [1, 2, 3, 4, 5].map((each) => `arranged PCN${each}`),
    )
    const acts = await client.orderActs.ofOrders({ orderIds })
    expect(acts.map(({ state, hasLabel, waybill }) => [state, hasLabel, waybill !== ''])).toEqual(
      acts.map(() => ['done', true, true]),
    )
    const labels = await channelLabelsOf(doors.read, orderIds)
    expect([...labels.values()].map(({ bytes }) => Buffer.from(bytes).toString('latin1', 0, 5))).toEqual(
      acts.map(() => '%PDF-'),
    )
  })

  test('the next time the last way is proposed; orders that need no courier are told apart', async () => {
    const { client, core, ids, idOf, market, clock, pass, round } = await withOrders(1)
    const [first] = await ids()
    await client.orderActs.arrange({ shipments: [{ orderIds: [first!], choice: PICKUP }] })
    await core.sync.idle()
    market.orders.set('N2', anExampleOrder('N2', clock.now))
    pass(MINUTE)
    await round()
    const { groups, others } = await client.orderActs.choices({ orderIds: [first!, await idOf('N2')] })
    expect(groups).toMatchObject([{ usual: PICKUP }])
    expect(others).toMatchObject([{ orderNumber: 'N1', why: 'not to be arranged' }])
  })

  test('asked twice it is asked once, and asked of a shop that cannot be reached it waits', async () => {
    const { client, core, ids, market, pass, round, calls } = await withOrders(2)
    const orderIds = await ids()
    market.fault(/^\/parcels/, 'no answer', 100)
    const shipments = [{ orderIds, choice: PICKUP }]
    await client.orderActs.arrange({ shipments })
    expect(await client.orderActs.arrange({ shipments })).toEqual({ asked: 0, leftOut: 2 })
    await core.sync.idle()
    const open = await client.orderActs.open({})
    expect(open).toMatchObject({ waiting: 2, refused: 0 })
    expect(open.acts.some(({ trouble }) => trouble !== null)).toBe(true)
    market.heals()
    pass(20 * MINUTE)
    await round()
    expect((await client.orderActs.open({})).waiting).toBe(0)
    expect([...market.orders.values()].map(({ status }) => status)).toEqual(['ARRANGED', 'ARRANGED'])
    expect(calls('/parcels/arrange')).toBeGreaterThanOrEqual(2)
  })

  test.each(['lost answer', 'half answer'] as const)(
    'after a %s the channel is looked at before it is asked again',
    async (fault) => {
      const { client, core, ids, market, pass, round, calls } = await withOrders(1)
      const orderIds = await ids()
      market.fault(/^\/parcels\/arrange/, fault)
      await client.orderActs.arrange({ shipments: [{ orderIds, choice: PICKUP }] })
      await core.sync.idle()
      expect((await client.orderActs.ofOrders({ orderIds }))[0]).toMatchObject({ state: 'waiting', isSent: true })
      pass(20 * MINUTE)
      await round()
      expect((await client.orderActs.ofOrders({ orderIds }))[0]).toMatchObject({ state: 'done', waybill: 'PCN1' })
      expect(calls('/parcels/arrange')).toBe(1)
    },
  )

  test('a refusal of the channel ends the act with its reason, the others are done', async () => {
    const { client, core, ids, idOf, market } = await withOrders(3)
    const orderIds = await ids()
    Object.assign(market.orders.get('N2')!, { status: 'CANCELLED' })
    await client.orderActs.arrange({ shipments: [{ orderIds, choice: PICKUP }] })
    await core.sync.idle()
    const { refused, acts } = await client.orderActs.open({})
    expect(refused).toBe(1)
    expect(acts).toMatchObject([
      { orderNumber: 'N2', state: 'refused', trouble: { kind: 'permanent', code: 'NOT_TO_SHIP' } },
    ])
    Object.assign(market.orders.get('N2')!, { status: 'PAID' })
    expect(await client.orderActs.again({ ids: acts.map(({ id }) => id) })).toEqual({ asked: 1 })
    await core.sync.idle()
    expect((await client.orderActs.ofOrders({ orderIds: [await idOf('N2')] }))[0]).toMatchObject({ state: 'done' })
  })

  test('killed at any call, every order is arranged once', async () => {
    const shop = await withOrders(6)
    const { client, core, ids, market, clock, doors, folder } = shop
    const orderIds = await ids()
    const left: Buffer[] = []
    market.onCall = () => void left.push(doors.raw.serialize())
    await client.orderActs.arrange({ shipments: [{ orderIds, choice: PICKUP }] })
    await core.sync.idle()
    market.onCall = () => {}
    const arranged = () => market.calls.filter(({ path }) => path === '/parcels/arrange').length
    expect(arranged()).toBe(6)
    for (const at of [0, 3, 5, left.length - 1]) {
      const file = join(mkdtempSync(join(tmpdir(), 'lumbung-')), 'lumbung.sqlite')
      writeFileSync(file, left[at]!)
      const again = await aConnectedShop({
        file,
        market,
        clock: { now: clock.now },
        secrets: fileSecrets(join(folder, 'lumbung.key')),
      })
      await again.round()
      expect((await again.client.orderActs.open({})).waiting, `killed at call ${at + 1}`).toBe(0)
      expect([...market.orders.values()].every(({ status }) => status === 'ARRANGED')).toBe(true)
    }
  })

  test('what the channel was not called for yet can be called off', async () => {
    const { client, core, ids, shopId, market } = await withOrders(1)
    const orderIds = await ids()
    await client.sync.pause({ shopId, isPaused: true })
    await client.orderActs.arrange({ shipments: [{ orderIds, choice: PICKUP }] })
    await core.sync.idle()
    const { acts } = await client.orderActs.open({})
    expect(acts).toMatchObject([{ state: 'waiting', isSent: false }])
    expect(await client.orderActs.callOff({ ids: acts.map(({ id }) => id) })).toEqual({ calledOff: 1 })
    await client.sync.pause({ shopId, isPaused: false })
    await core.sync.idle()
    expect(market.orders.get('N1')!.status).toBe('PAID')
  })
})

describe('a buyer who asks to cancel', () => {
  test.each([
    ['accept', 'cancelled'],
    ['refuse', 'to_arrange'],
  ] as const)('%s: the channel hears it once, and the order is %s', async (answer, state) => {
    const { client, core, idOf, rows, market, clock, pass, round } = await withOrders(1)
    pass(MINUTE)
    Object.assign(market.orders.get('N1')!, { status: 'CANCEL_ASKED', changed: clock.now })
    await round()
    const orderId = await idOf('N1')
    expect(await client.orderActs.cancelRequest({ orderId })).toMatchObject({
      answerUntil: clock.now + 86_400_000,
      mayAnswerHere: true,
    })
    pass(MINUTE)
    await client.orderActs.answerCancel({ orderId, answer })
    await core.sync.idle()
    expect((await rows())[0]!.state).toBe(state)
    expect(await client.orderActs.cancelRequest({ orderId })).toBeNull()
    await expect(client.orderActs.answerCancel({ orderId, answer })).rejects.toMatchObject({
      code: 'NOTHING_TO_ANSWER',
    })
  })
})

describe('the seller cancels', () => {
  const OUT = { reason: 'out of stock' as const, lines: [1] }

  test('the channel hears it once with what ran out, and the order is over here, too', async () => {
    const { client, core, idOf, rows, market, calls } = await withOrders(1)
    const orderId = await idOf('N1')
    expect(await client.orderActs.cancelChoices({ orderId })).toEqual({
      reasons: ['out of stock', 'buyer asked'],
      takesGoodsOffSale: true,
    })
    await expect(client.orderActs.cancel({ orderId, ...OUT, lines: [] })).rejects.toMatchObject({
      code: 'WHAT_RAN_OUT',
    })
    await expect(client.orderActs.cancel({ orderId, ...OUT, reason: 'wrong price' })).rejects.toMatchObject({
      code: 'NOT_TO_BE_CANCELLED',
    })
    await client.orderActs.cancel({ orderId, ...OUT })
    await core.sync.idle()
    expect(market.orders.get('N1')!.status).toBe('CANCELLED')
    expect(calls('/orders/cancel')).toBe(1)
    expect((await rows())[0]!.state).toBe('cancelled')
    expect(await client.orderActs.cancelChoices({ orderId })).toBeNull()
    await expect(client.orderActs.cancel({ orderId, ...OUT })).rejects.toMatchObject({ code: 'NOT_TO_BE_CANCELLED' })
  })

  test.each(['lost answer', 'half answer'] as const)('after a %s it is looked up, not sent again', async (fault) => {
    const { client, core, idOf, market, pass, round, calls } = await withOrders(1)
    const orderId = await idOf('N1')
    market.fault(/^\/orders\/cancel/, fault)
    await client.orderActs.cancel({ orderId, ...OUT })
    await core.sync.idle()
    expect((await client.orderActs.ofOrders({ orderIds: [orderId] }))[0]).toMatchObject({
      state: 'waiting',
      isSent: true,
    })
    await expect(client.orderActs.cancel({ orderId, ...OUT })).rejects.toMatchObject({ code: 'NOT_TO_BE_CANCELLED' })
    pass(20 * MINUTE)
    await round()
    expect((await client.orderActs.ofOrders({ orderIds: [orderId] }))[0]).toMatchObject({ state: 'done' })
    expect(calls('/orders/cancel')).toBe(1)
  })

  test('a courier nobody asked for yet is called off; with one on his way it is too late', async () => {
    const { client, core, ids, idOf, shopId, market } = await withOrders(2)
    const [first, second] = [await idOf('N1'), await idOf('N2')]
    await client.orderActs.arrange({ shipments: [{ orderIds: [second], choice: PICKUP }] })
    await core.sync.idle()
    await expect(client.orderActs.cancel({ orderId: second, ...OUT })).rejects.toMatchObject({
      code: 'NOT_TO_BE_CANCELLED',
    })
    await client.sync.pause({ shopId, isPaused: true })
    await client.orderActs.arrange({ shipments: [{ orderIds: [first], choice: PICKUP }] })
    await client.orderActs.cancel({ orderId: first, ...OUT })
    // and nobody asks for one while the cancellation is on its way
    expect(await client.orderActs.arrange({ shipments: [{ orderIds: [first], choice: PICKUP }] })).toEqual({
      asked: 0,
      leftOut: 1,
    })
    await client.sync.pause({ shopId, isPaused: false })
    await core.sync.idle()
    expect(market.orders.get('N1')!.status).toBe('CANCELLED')
    expect((await client.orderActs.ofOrders({ orderIds: await ids() })).map(({ asked }) => asked.kind)).toEqual([
      'arrange',
      'cancel',
    ])
  })
})

describe('returns', () => {
  test('a return that waits for the seller is answered from Retur', async () => {
    const { client, core, idOf, market, clock, pass, round } = await withOrders(1)
    pass(MINUTE)
    Object.assign(market.orders.get('N1')!, { status: 'DONE', sent: clock.now, arrived: clock.now, changed: clock.now })
    market.returns.push({
      number: 'R1',
      order: 'N1',
      status: 'ASKED',
      changed: clock.now,
      refund: 109_000,
      waybill: '',
    })
    await round()
    const orderId = await idOf('N1')
    expect(await client.orderActs.returnAnswers({ orderId })).toMatchObject([{ number: 'R1', mayDispute: true }])
    await client.orderActs.answerReturn({ orderId, number: 'R1', answer: 'dispute', why: 'Barang lengkap' })
    await core.sync.idle()
    expect(market.returns[0]!.status).toBe('DISPUTED')
    expect(await client.orderActs.returnAnswers({ orderId })).toEqual([])
    expect((await client.orderActs.open({})).waiting).toBe(0)
    pass(MINUTE)
    await round()
    expect((await client.returns.get({ orderId })).told).toMatchObject([{ number: 'R1', status: 'DISPUTED' }])
  })
})

describe.each([
  ['Shopee', aShopeeWorld],
  ['Tokopedia & TikTok Shop', aTiktokWorld],
])('at the sandbox of %s', (_, open) => {
  test('what ran out is cancelled at the channel, and its pieces are free again here', async () => {
    const { client, core, buy, round, orderOf } = await aShopAtASandbox(open)
    const number = await buy()
    await round()
    const { id, lines } = (await orderOf(number))!
    expect(await client.orderActs.cancelChoices({ orderId: id })).toMatchObject({
      reasons: expect.arrayContaining(['out of stock']),
    })
    await client.orderActs.cancel({ orderId: id, reason: 'out of stock', lines: lines.map(({ line }) => line) })
    await core.sync.idle()
    expect((await client.orderActs.ofOrders({ orderIds: [id] }))[0]).toMatchObject({ state: 'done' })
    expect((await orderOf(number))!.state).toBe('cancelled')
  })

  test('an order is arranged, has its waybill, and the courier’s label lies here', async () => {
    const { client, core, world, buy, round, orderOf } = await aShopAtASandbox(open)
    const number = await buy()
    await round()
    const { id } = (await orderOf(number))!
    const { groups } = await client.orderActs.choices({ orderIds: [id] })
    const [address] = groups[0]!.choices!.pickup
    const choice = address
      ? { way: 'pickup' as const, addressId: address.addressId, slotId: address.slots[0]?.id ?? '' }
      : { way: 'drop-off' as const, branchId: '' }
    await client.orderActs.arrange({ shipments: [{ orderIds: [id], choice }] })
    await core.sync.idle()
    for (let each = 0; each < 4; each++) {
      await world.move(10_000)
      await round()
    }
    const [act] = await client.orderActs.ofOrders({ orderIds: [id] })
    expect(act).toMatchObject({ state: 'done', hasLabel: true })
    expect(act!.waybill).not.toBe('')
    expect((await orderOf(number))!.state).toBe('arranged')
  })
})

test('an order that was split at Shopee is arranged parcel by parcel, with a label and a number for each', async () => {
  const { client, core, world, buy, round, orderOf } = await aShopAtASandbox(aShopeeWorld)
  const number = await buy(2)
  await round()
  const { shopee } = (world as SandboxWorld).sandbox.world as unknown as { shopee: Shopee }
  const [line] = shopee.state.orders.get(number)!.lines
  const part = {
    item_list: [
      { item_id: line!.itemId, model_id: line!.modelId, order_item_id: line!.orderItemId, model_quantity: 1 },
    ],
  }
  splitOrder(shopee, { order_sn: number, package_list: [part, part] })
  await world.move(1_000)
  await round()
  const { id } = (await orderOf(number))!
  const { groups } = await client.orderActs.choices({ orderIds: [id] })
  const [address] = groups[0]!.choices!.pickup
  const choice = { way: 'pickup' as const, addressId: address!.addressId, slotId: address!.slots[0]?.id ?? '' }
  await client.orderActs.arrange({ shipments: [{ orderIds: [id], choice }] })
  await core.sync.idle()
  for (let each = 0; each < 5; each++) {
    await world.move(10_000)
    await round()
  }
  const [act] = await client.orderActs.ofOrders({ orderIds: [id] })
  expect(act).toMatchObject({ state: 'done', hasLabel: true })
  const order = (await orderOf(number))!
  expect(order.state).toBe('arranged')
  const waybills = order.parcels.map(({ trackingNumber }) => trackingNumber)
  expect(new Set(waybills).size).toBe(2)
  expect(waybills).not.toContain('')
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  const label = (await channelLabelsOf(core.doors.read, [id])).get(id)!
  expect((await PDFDocument.load(label.bytes)).getPageCount()).toBe(2)
})

test('a piece that is called off at Shopee is not sent, and the order brings what the rest does', async () => {
  const { client, world, buy, round, orderOf, doors } = await aShopAtASandbox(aShopeeWorld)
  const number = await buy(2)
  await round()
  const { shopee } = (world as SandboxWorld).sandbox.world as unknown as { shopee: Shopee }
  const [line] = shopee.state.orders.get(number)!.lines
  const { itemId: item_id, modelId: model_id } = line!
  cancelOrder(shopee, {
    order_sn: number,
    cancel_reason: 'CUSTOMER_REQUEST',
    partial_cancel_item_list: [{ item_id, model_id, model_quantity: 1 }],
  })
  await world.move(60_000)
  await round()
  const pieces = async () => (await orderOf(number))!.lines.map((each) => each.pieces)
  expect(await pieces()).toEqual([1])
  await world.bring(number, 'completed')
  await world.release(number)
  await world.move(3_600_000)
  await round()
  const order = (await orderOf(number))!
  expect(order.state).toBe('completed')
  expect(order.lines.map((each) => each.pieces)).toEqual([1])
  const [{ released, sale }] = doors.raw
    .prepare(
      `SELECT s.released, (SELECT sum(l.amount) FROM settlement_line l JOIN settlement_name n ON n.id = l.name_id
        WHERE l.settlement_seq = s.seq AND n.name = 'Harga Asli Produk') AS sale FROM settlement s WHERE s.order_number = ?`,
    )
    .all(number) as [{ released: number; sale: number }]
  expect(released).toBeGreaterThan(0)
  expect(sale).toBe(order.lines[0]!.listPrice)
  // called off as a whole afterwards, an order still says what was bought
  const other = await buy(2)
  await world.bring(other, 'cancelled')
  await round()
  expect((await orderOf(other))!.lines.map((each) => each.pieces)).toEqual([2])
  expect((await client.sync.connections())[0]).toMatchObject({ unreadable: 0 })
})

test('an order that was split at TikTok Shop gets a courier for each parcel, also when one had its own already', async () => {
  const { client, core, world, buy, round, orderOf } = await aShopAtASandbox(aTiktokWorld)
  const { sandbox } = world as SandboxWorld
  const { market } = sandbox.world as unknown as { market: Market }
  const number = await buy(2)
  await round()
  const visit = (await core.sync.visit((await client.sync.connections())[0]!.shopId))!
  const [first] = market.book.orders[number]!.lines
  const split = fulfilmentEndpoints.find(({ path }) => path === '/fulfillment/202309/orders/{order_id}/split')!
  const body = { splittable_groups: [{ id: 'satu', order_line_item_ids: [first!.id] }] }
  await split.run({ market, call: {} as Call, params: { order_id: number }, query: {}, body })
  const { id } = (await orderOf(number))!
  const { groups } = await client.orderActs.choices({ orderIds: [id] })
  const [address] = groups[0]!.choices!.pickup
  const choice = { way: 'pickup' as const, addressId: address!.addressId, slotId: address!.slots[0]!.id }
  // the laptop died after the first parcel
  const [parcelId] = market.book.orders[number]!.packageIds
  await visit.ask((shop) => shop.arrangeShipment({ orderNumber: number, packageId: parcelId! }, choice))
  await world.move(1_000)
  await round()
  // a parcel without a courier is still here: nothing of the order has left
  expect((await orderOf(number))!.state).toBe('to_arrange')
  expect(await client.orderActs.arrange({ shipments: [{ orderIds: [id], choice }] })).toEqual({ asked: 1, leftOut: 0 })
  await core.sync.idle()
  const parcels = market.book.orders[number]!.packageIds.map((each) => market.book.packages[each]!)
  expect(parcels.map(({ status }) => status)).toEqual(['PROCESSING', 'PROCESSING'])
  expect(new Set(parcels.map(({ trackingNumber }) => trackingNumber)).size).toBe(2)
  expect((await client.orderActs.ofOrders({ orderIds: [id] }))[0]).toMatchObject({ state: 'done' })
  expect((await orderOf(number))!.state).toBe('arranged')
  sandbox.world.step(number, 'pickUp')
  await world.move(1_000)
  await round()
  expect((await orderOf(number))!.state).toBe('in_transit')
})
