import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aPackingDesk } from '../builders/a-packing-desk.ts'
import { anOrder } from '../builders/an-order.ts'

/** One shirt too many is sold, and the other motif lies on the shelf. */
async function anOversell() {
  const desk = await aPackingDesk({ pieces: 2 })
  const { takeIn, idOf, ids, client } = desk
  const told = anOrder().withLine('KMJ-LUK-L', 3, { price: 120_000 })
  await takeIn(told)
  const id = await idOf(told.number)
  const waysOut = () => client.orders.waysOut({ id, variantId: ids['KMJ-LUK-L'] })
  return { ...desk, told, waysOut }
}

/** One shirt on the shelf and two sold; twenty of everything else. */
async function anOversellOfTwo() {
  const desk = await aPackingDesk()
  const { takeIn, idOf, ids, client } = desk
  await client.inventory.adjust({
    id: newId(),
    kind: 'damaged',
    day: '2026-11-22',
    note: 'Kena air',
    lines: [{ variantId: ids['KMJ-LUK-L'], pieces: 19 }],
  })
  const told = anOrder().withLine('KMJ-LUK-L', 2)
  await takeIn(told)
  const id = await idOf(told.number)
  const sendInstead = (variantId: string | null, note = '') =>
    client.orders.sendInstead({ id, line: 1, variantId, note })
  return { ...desk, told, id, sendInstead }
}

test('the ways out of an oversell say what each costs', async () => {
  const { waysOut, told, takeIn } = await anOversell()
  // nothing has three pieces
  expect(await waysOut()).toMatchObject({
    orderNumber: told.number,
    line: 1,
    maySendInstead: true,
    pieces: 3,
    sales: 360_000,
    atReturns: 0,
    substitutes: [],
    isCancelAsked: false,
  })
  await takeIn(told.cancelRequested())
  expect(await waysOut()).toMatchObject({ isCancelAsked: true })
})

test('what lies on the shelf and is alike is offered, the same product first, with what it costs more', async () => {
  const { client, takeIn, idOf, ids } = await aPackingDesk({ pieces: 2 })
  const told = anOrder().withLine('KMJ-LUK-L', 2)
  await takeIn(told, anOrder().withLine('KMJ-LUK-L', 2))
  const { substitutes } = await client.orders.waysOut({ id: await idOf(told.number), variantId: ids['KMJ-LUK-L'] })
  expect(substitutes).toMatchObject([
    { sku: 'KMJ-LUK-M', available: 2, costMore: 0 },
    { sku: 'KMJ-KWA-L', available: 2, costMore: -7_000 },
    { sku: 'KMJ-KWA-M', available: 2, costMore: -7_000 },
  ])
})

test('other goods are promised, packed, sent and costed in place of those that were sold', async () => {
  const { client, ids, told, sendInstead, takeIn, level, pack, trialBalance, balance } = await anOversellOfTwo()
  expect(level('KMJ-LUK-L')).toMatchObject({ onHand: 1, reserved: 2 })
  const order = await sendInstead(ids['KMJ-KWA-L'], 'Disetujui lewat chat')
  expect(order.lines[0]).toMatchObject({
    variant: { sku: 'KMJ-LUK-L' },
    sentInstead: { sku: 'KMJ-KWA-L', note: 'Disetujui lewat chat' },
    maySendInstead: true,
  })
  expect(order.timeline.at(-1)).toMatchObject({ what: 'sent instead', actor: 'Ratna' })
  expect(level('KMJ-LUK-L')).toMatchObject({ onHand: 1, reserved: 0 })
  expect(level('KMJ-KWA-L')).toMatchObject({ onHand: 20, reserved: 2 })
  expect(await client.inventory.oversold()).toEqual([])

  // the channel tells of the order again, and knows nothing of it
  await takeIn(told.with({ atLeast: Date.parse('2026-11-22T02:00:00Z'), atMost: Date.parse('2026-11-22T02:00:00Z') }))
  expect(level('KMJ-KWA-L')).toMatchObject({ reserved: 2 })

  const { parcel } = await client.fulfilment.scan({ code: told.number, parcelId: null })
  expect(parcel?.items.map(({ sku, pieces }) => [sku, pieces])).toEqual([['KMJ-KWA-L', 2]])
  await pack(told)
  await takeIn(told.completed(Date.parse('2026-11-22T02:10:00Z')))
  expect(level('KMJ-LUK-L')).toMatchObject({ onHand: 1, reserved: 0 })
  expect(level('KMJ-KWA-L')).toMatchObject({ onHand: 18, reserved: 0 })
  expect(balance('5101')).toBe(2 * 58_000)
  expect(Object.values(trialBalance()).reduce((sum, amount) => sum + amount, 0)).toBe(0)
})

test('taken back, the order waits for what was sold again', async () => {
  const { ids, sendInstead, level } = await anOversellOfTwo()
  await sendInstead(ids['KMJ-KWA-L'])
  await sendInstead(ids['BLS-TRT-M'])
  expect(level('KMJ-KWA-L')).toMatchObject({ reserved: 0 })
  const order = await sendInstead(null)
  expect(order.lines[0]).toMatchObject({ sentInstead: null })
  expect(level('BLS-TRT-M')).toMatchObject({ reserved: 0 })
  expect(level('KMJ-LUK-L')).toMatchObject({ onHand: 1, reserved: 2 })
})

test('what is packed, sent, cancelled or an own sale is not replaced', async () => {
  const { client, ids, told, sendInstead, pack, takeIn } = await anOversellOfTwo()
  await sendInstead(ids['KMJ-KWA-L'])
  await pack(told)
  await expect(sendInstead(ids['BLS-TRT-M'])).rejects.toMatchObject({ code: 'TOO_LATE_TO_SEND_OTHER' })
  await takeIn(told.cancelled())
  await expect(sendInstead(null)).rejects.toMatchObject({ code: 'TOO_LATE_TO_SEND_OTHER' })
  const own = await client.orders.recordOwnSale({
    id: newId(),
    lines: [{ variantId: ids['BLS-TRT-M'], pieces: 1, price: 75_000 }],
    payment: 'cash',
    buyerName: '',
    soldAt: Date.parse('2026-11-22T02:00:00Z'),
    shipTo: null,
    note: '',
  })
  await expect(
    client.orders.sendInstead({ id: own.id, line: 1, variantId: ids['KMJ-KWA-L'], note: '' }),
  ).rejects.toMatchObject({ code: 'TOO_LATE_TO_SEND_OTHER' })
})
