import { describe, expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aPackingDesk } from '../builders/a-packing-desk.ts'
import { anOrder } from '../builders/an-order.ts'

const DAY = 24 * 3_600_000

/** A parcel of several pieces, open at the desk. */
async function aParcel(pieces = 3) {
  const shop = await aPackingDesk()
  const order = anOrder().withLine('KMJ-LUK-L', pieces)
  await shop.takeIn(order)
  const parcelId = await shop.idOf(order.number)
  const lay = (act: string, code = 'KMJ-LUK-L') => shop.client.fulfilment.scan({ code, parcelId }, { context: { act } })
  const inside = async () => (await shop.client.fulfilment.scan({ code: order.number, parcelId: null })).parcel?.scanned
  const remembered = () => shop.doors.raw.prepare('SELECT count(*) FROM act').pluck().get()
  return { ...shop, order, parcelId, lay, inside, remembered }
}

describe('an act that is sent twice', () => {
  test('counts its piece once and answers the same, whatever happened since', async () => {
    const { lay, inside } = await aParcel()
    const act = newId()
    const first = await lay(act)
    expect(first).toMatchObject({ verdict: 'right', parcel: { scanned: 1 } })
    await lay(newId())
    expect(await lay(act)).toEqual(first)
    expect(await inside()).toBe(2)
  })

  test('at the same moment is one act with one answer', async () => {
    const { lay, inside } = await aParcel()
    const act = newId()
    const [first, ...others] = await Promise.all([lay(act), lay(act), lay(act), lay(act)])
    for (const other of others) expect(other).toEqual(first)
    expect(await inside()).toBe(1)
  })

  test('is refused when it asks for something else, and nothing of that is done', async () => {
    const { client, lay, inside, parcelId } = await aParcel()
    const context = { context: { act: newId() } }
    await lay(context.context.act)
    for (const other of [
      () => lay(context.context.act, 'KMJ-LUK-M'),
      () => client.fulfilment.confirmPiece({ parcelId, key: 'x' }, context),
      () => client.fulfilment.hold({ orderIds: [parcelId], reason: 'Tunggu stok' }, context),
      () => client.cash.cancel({ id: newId(), reason: 'Salah ketik' }, context),
    ])
      await expect(other()).rejects.toMatchObject({ code: 'ACT_ID_USED' })
    expect(await inside()).toBe(1)
  })

  test('is the same act however its fields were ordered', async () => {
    const { client, parcelId, lay, inside } = await aParcel()
    const act = newId()
    await lay(act)
    await client.fulfilment.scan({ parcelId, code: 'KMJ-LUK-L' }, { context: { act } })
    expect(await inside()).toBe(1)
  })

  test('hands over and undoes once', async () => {
    const { client, takeIn, pack, idOf, level } = await aPackingDesk()
    const order = anOrder().withLine('KMJ-LUK-L')
    await takeIn(order)
    await pack(order)
    const parcelIds = [await idOf(order.number)]
    const finish = { context: { act: newId() } }
    await client.fulfilment.handover.finish({ parcelIds }, finish)
    await client.fulfilment.handover.undo({ parcelIds, reason: 'Salah pencet' }, { context: { act: newId() } })
    // the answer that got lost on its way is asked for again, and the goods stay here
    expect(await client.fulfilment.handover.finish({ parcelIds }, finish)).toMatchObject({ handedOver: 1 })
    expect(level('KMJ-LUK-L')).toMatchObject({ onHand: 20, reserved: 1 })
  })

  test('is answered although the clock is doubted since: nothing is dated by an answer', async () => {
    const { lay, clock } = await aParcel()
    const act = newId()
    const first = await lay(act)
    clock.now += 60 * DAY
    await expect(lay(newId())).rejects.toMatchObject({ code: 'CLOCK_DOUBTFUL' })
    expect(await lay(act)).toEqual(first)
  })

  test('that was refused left nothing, and may be done later', async () => {
    const { client, parcelId, lay } = await aParcel(1)
    const act = newId()
    const pack = () => client.fulfilment.pack({ parcelId }, { context: { act } })
    await expect(pack()).rejects.toMatchObject({ code: 'GOODS_MISSING' })
    await lay(newId())
    expect(await pack()).toEqual(await pack())
  })
})

describe('what is remembered', () => {
  test('goes after some days', async () => {
    const { lay, remembered, clock } = await aParcel(9)
    for (const days of [0, 1, 4]) {
      clock.now = SUNDAY + days * DAY
      await lay(newId())
    }
    expect(remembered()).toBe(1)
  })

  test('is bounded by number too', async () => {
    const { lay, remembered, doors } = await aParcel(9)
    doors.raw
      .prepare(
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000)
         INSERT INTO act (id, procedure, digest, at) SELECT 'old-' || i, 'x', 'x', ${SUNDAY} FROM n`,
      )
      .run()
    await lay(newId())
    expect(remembered()).toBe(10_000)
  })

  test('nothing of a call without a name, and nothing of what only asks', async () => {
    const { client, remembered, order } = await aParcel()
    await client.fulfilment.scan({ code: order.number, parcelId: null })
    await client.orders.byCode({ code: order.number }, { context: { act: newId() } })
    expect(remembered()).toBe(0)
  })
})
