import { describe, expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aPackingDesk } from '../builders/a-packing-desk.ts'
import { anOrder } from '../builders/an-order.ts'

const MINUTE = 60_000

describe('two windows at one parcel', () => {
  async function twoDesks() {
    const shop = await aPackingDesk()
    const order = anOrder().withLine('KMJ-LUK-L', 3)
    await shop.takeIn(order)
    const [left, right] = [newId(), newId()]
    const parcelId = await shop.idOf(order.number)
    const open = (desk: string, takeOver = false) =>
      shop.client.fulfilment.scan({ code: order.number, parcelId: null, takeOver, desk })
    const lay = (desk: string) => shop.client.fulfilment.scan({ code: 'KMJ-LUK-L', parcelId, desk })
    return { ...shop, order, parcelId, left, right, open, lay }
  }

  test('the first has it; the second sees who and since when, and its scans count nothing', async () => {
    const { client, open, lay, left, right, clock, parcelId } = await twoDesks()
    expect(await open(left)).toMatchObject({ verdict: 'opened', openAt: null })
    clock.now += 2 * MINUTE
    const refused = { verdict: 'at another desk', openAt: { by: expect.stringMatching(/./), since: SUNDAY } }
    expect(await open(right)).toMatchObject(refused)
    expect(await lay(right)).toMatchObject({ ...refused, parcel: { scanned: 0 } })
    expect(await client.fulfilment.confirmPiece({ parcelId, key: 'x', desk: right })).toMatchObject(refused)
    expect(await lay(left)).toMatchObject({ verdict: 'right' })
    await expect(client.fulfilment.startOver({ parcelId, desk: right })).rejects.toMatchObject({
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
    await expect(client.fulfilment.pack({ parcelId, desk: left })).rejects.toMatchObject({
      code: 'PARCEL_AT_ANOTHER_DESK',
    })
    expect(await client.fulfilment.pack({ parcelId, desk: right })).toMatchObject({ parcelId })
  })

  test('a parcel that was left, closed or forgotten for ten minutes is free', async () => {
    const { client, open, left, right, clock, parcelId } = await twoDesks()
    await open(left)
    await client.fulfilment.leave({ parcelId, desk: left })
    expect((await open(right)).verdict).toBe('opened')
    await client.fulfilment.leave({ parcelId, desk: newId() })
    expect((await open(left)).verdict).toBe('at another desk')
    clock.now += 10 * MINUTE
    expect((await open(left)).verdict).toBe('opened')
  })

  test('the label of the next parcel frees the one before it', async () => {
    const { client, takeIn, open, left, right, parcelId } = await twoDesks()
    const next = anOrder().withLine('KMJ-LUK-M')
    await takeIn(next)
    await open(left)
    await client.fulfilment.scan({ code: next.number, parcelId, desk: left })
    expect((await open(right)).verdict).toBe('opened')
  })
})
