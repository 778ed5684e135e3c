import { describe, expect, test } from 'vitest'
import { SUNDAY } from '../builders/a-core.ts'
import { aReturnsDesk } from '../builders/a-return.ts'
import { anOrder } from '../builders/an-order.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
type Desk = Awaited<ReturnType<typeof aReturnsDesk>>

const aDesk = () => aReturnsDesk({ 'KMJ-LUK-L': [10, 50_000] })
const carrying = (number: string, trackingNumber: string) =>
  anOrder(number).withLine('KMJ-LUK-L').with({ trackingNumber })

/** Which order a No. Resi opens: by search, at the desk, at the door, and among returns. */
async function openedBy({ client, scan }: Desk, code: string) {
  const asked = [
    client.orders.byCode({ code }).then((order) => order?.number),
    scan(code).then(({ parcel }) => parcel?.orderNumber),
    client.fulfilment.handover.scan({ code }).then(({ parcel }) => parcel?.orderNumber),
    client.returns.scan({ code }).then(({ order }) => order?.number),
  ]
  return [...new Set(await Promise.all(asked))]
}

describe('a No. Resi that more than one order has had', () => {
  test('exchanged between two orders, it opens the one that carries it now, on the way back too', async () => {
    const desk = await aDesk()
    const both = (at: number, first: string, second: string) =>
      desk.takeIn(carrying('A', first).arranged(at), carrying('B', second).arranged(at))
    await both(SUNDAY - 5 * HOUR, 'JX01', 'JX02')
    await both(SUNDAY - 4 * HOUR, 'JX02', 'JX01')
    expect([await openedBy(desk, 'JX01'), await openedBy(desk, 'jx-02')]).toEqual([['B'], ['A']])
    await desk.takeIn(
      carrying('A', 'JX02').with({ state: 'delivery_failed', shippedAt: SUNDAY - 3 * HOUR }),
      carrying('B', 'JX01').with({ state: 'delivery_failed', shippedAt: SUNDAY - 3 * HOUR }),
    )
    expect([await openedBy(desk, 'JX01'), await openedBy(desk, 'JX02')]).toEqual([['B'], ['A']])
  })

  test('used by its courier again months later, it opens the order placed last, whichever file came last', async () => {
    const desk = await aDesk()
    const ago = SUNDAY - 90 * DAY
    const old = carrying('OLD', 'JX01').with({ placedAt: ago, paidAt: ago })
    await desk.takeIn(carrying('NEW', 'JX01').arranged(SUNDAY - HOUR))
    await desk.takeIn(old.completed(ago + DAY))
    expect(await openedBy(desk, 'JX01')).toEqual(['NEW'])
  })

  test('that brought goods back once means the order whose goods are waited for now', async () => {
    const desk = await aDesk()
    const failed = (number: string, waybill: string, at: number) =>
      carrying(number, waybill).with({ state: 'delivery_failed', shippedAt: at - HOUR, atLeast: at, atMost: at })
    await desk.takeIn(failed('OLD', 'JX01', SUNDAY - 15 * DAY))
    const orderId = await desk.idOf('OLD')
    await desk.client.returns.receive({ orderId, waybill: 'RR77' })
    await desk.inspect(orderId, [['KMJ-LUK-L', 1, 'sellable']])
    await desk.takeIn(failed('NEW', 'RR77', SUNDAY - HOUR))
    expect((await desk.client.returns.scan({ code: 'RR77' })).order?.number).toBe('NEW')
    await desk.inspect(await desk.idOf('NEW'), [['KMJ-LUK-L', 1, 'sellable']])
    expect((await desk.client.returns.scan({ code: 'RR77' })).order?.number).toBe('OLD')
  })
})
