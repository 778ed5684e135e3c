import { describe, expect, test } from 'vitest'
import { createDesk } from '../../src-shared/fulfilment/desk-act.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aPackingDesk } from '../builders/a-packing-desk.ts'
import { anOrder } from '../builders/an-order.ts'

const MINUTE = 60_000

describe('an act that is sent twice', () => {
  test('counts its piece once and answers the same', async () => {
    const { client, takeIn, idOf } = await aPackingDesk()
    const order = anOrder().withLine('KMJ-LUK-L', 2)
    await takeIn(order)
    const parcelId = await idOf(order.number)
    const act = createDesk()()
    const first = await client.fulfilment.scan({ code: 'KMJ-LUK-L', parcelId, act })
    expect(first).toMatchObject({ verdict: 'right', parcel: { scanned: 1 } })
    expect(await client.fulfilment.scan({ code: 'KMJ-LUK-L', parcelId, act })).toEqual(first)
    expect((await client.fulfilment.scan({ code: order.number, parcelId: null })).parcel?.scanned).toBe(1)
  })

  test('is refused when it asks for something else', async () => {
    const { client, takeIn, idOf } = await aPackingDesk()
    const order = anOrder().withLine('KMJ-LUK-L', 2)
    await takeIn(order)
    const parcelId = await idOf(order.number)
    const act = createDesk()()
    await client.fulfilment.scan({ code: 'KMJ-LUK-L', parcelId, act })
    for (const other of [
      client.fulfilment.scan({ code: 'KMJ-LUK-M', parcelId, act }),
      client.fulfilment.confirmPiece({ parcelId, key: 'x', act }),
      client.fulfilment.hold({ orderIds: [parcelId], reason: 'Tunggu stok', act }),
    ])
      await expect(other).rejects.toMatchObject({ code: 'ACT_ID_USED' })
  })

  test('hands over and undoes once', async () => {
    const { client, takeIn, pack, idOf, level } = await aPackingDesk()
    const order = anOrder().withLine('KMJ-LUK-L')
    await takeIn(order)
    await pack(order)
    const parcelIds = [await idOf(order.number)]
    const desk = createDesk()
    const [finish, undo] = [desk(), desk()]
    await client.fulfilment.handover.finish({ parcelIds, act: finish })
    await client.fulfilment.handover.undo({ parcelIds, reason: 'Salah pencet', act: undo })
    // the answer that got lost on its way is asked for again, and the goods stay here
    expect(await client.fulfilment.handover.finish({ parcelIds, act: finish })).toMatchObject({ handedOver: 1 })
    expect(level('KMJ-LUK-L')).toMatchObject({ onHand: 20, reserved: 1 })
  })

  test('is forgotten after some days', async () => {
    const { client, takeIn, idOf, doors, clock } = await aPackingDesk()
    const order = anOrder().withLine('KMJ-LUK-L', 9)
    await takeIn(order)
    const parcelId = await idOf(order.number)
    const desk = createDesk()
    for (const days of [0, 1, 4]) {
      clock.now = SUNDAY + days * 24 * 60 * MINUTE
      await client.fulfilment.scan({ code: 'KMJ-LUK-L', parcelId, act: desk() })
    }
    expect(doors.raw.prepare('SELECT count(*) FROM desk_act').pluck().get()).toBe(1)
  })
})

describe('two windows at one parcel', () => {
  async function twoDesks() {
    const shop = await aPackingDesk()
    const order = anOrder().withLine('KMJ-LUK-L', 3)
    await shop.takeIn(order)
    const [left, right] = [createDesk(), createDesk()]
    const parcelId = await shop.idOf(order.number)
    const open = (desk: typeof left, takeOver = false) =>
      shop.client.fulfilment.scan({ code: order.number, parcelId: null, takeOver, act: desk() })
    const lay = (desk: typeof left) => shop.client.fulfilment.scan({ code: 'KMJ-LUK-L', parcelId, act: desk() })
    return { ...shop, order, parcelId, left, right, open, lay }
  }

  test('the first has it; the second sees who and since when, and its scans count nothing', async () => {
    const { client, open, lay, left, right, clock, parcelId } = await twoDesks()
    expect(await open(left)).toMatchObject({ verdict: 'opened', openAt: null })
    clock.now += 2 * MINUTE
    const refused = { verdict: 'at another desk', openAt: { by: expect.stringMatching(/./), since: SUNDAY } }
    expect(await open(right)).toMatchObject(refused)
    expect(await lay(right)).toMatchObject({ ...refused, parcel: { scanned: 0 } })
    expect(await client.fulfilment.confirmPiece({ parcelId, key: 'x', act: right() })).toMatchObject(refused)
    expect(await lay(left)).toMatchObject({ verdict: 'right' })
    await expect(client.fulfilment.startOver({ parcelId, act: right() })).rejects.toMatchObject({
      code: 'PARCEL_AT_ANOTHER_DESK',
      data: { since: SUNDAY },
    })
  })

  test('taken over on purpose, it is the first that is told', async () => {
    const { client, open, lay, left, right, parcelId } = await twoDesks()
    await open(left)
    for (let piece = 0; piece < 3; piece++) await lay(left)
    expect(await open(right, true)).toMatchObject({ verdict: 'opened', parcel: { scanned: 3 } })
    expect(await lay(left)).toMatchObject({ verdict: 'at another desk' })
    await expect(client.fulfilment.pack({ parcelId, act: left() })).rejects.toMatchObject({
      code: 'PARCEL_AT_ANOTHER_DESK',
    })
    expect(await client.fulfilment.pack({ parcelId, act: right() })).toMatchObject({ parcelId })
  })

  test('a parcel that was left, closed or forgotten for ten minutes is free', async () => {
    const { client, open, left, right, clock, parcelId } = await twoDesks()
    await open(left)
    await client.fulfilment.leave({ parcelId, act: left() })
    expect((await open(right)).verdict).toBe('opened')
    await client.fulfilment.leave({ parcelId, act: { id: newId(), desk: newId() } })
    expect((await open(left)).verdict).toBe('at another desk')
    clock.now += 10 * MINUTE
    expect((await open(left)).verdict).toBe('opened')
  })

  test('the label of the next parcel frees the one before it', async () => {
    const { client, takeIn, open, left, right, parcelId } = await twoDesks()
    const next = anOrder().withLine('KMJ-LUK-M')
    await takeIn(next)
    await open(left)
    await client.fulfilment.scan({ code: next.number, parcelId, act: left() })
    expect((await open(right)).verdict).toBe('opened')
  })
})
