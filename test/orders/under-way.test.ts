import { describe, expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { ReturnCondition } from '../../src-shared/orders/return.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aReturnsDesk } from '../builders/a-return.ts'
import { anOrder, type OrderTold } from '../builders/an-order.ts'

const HOUR = 3_600_000
const SHIPPED = SUNDAY - 20 * HOUR
const day = '2026-11-22'
type Desk = Awaited<ReturnType<typeof aReturnsDesk>>

const aDesk = () => aReturnsDesk({ 'KMJ-LUK-L': [50, 40_000], 'BLS-TRT-M': [50, 30_000] })
const shirts = (pieces: number) => anOrder().withLine('KMJ-LUK-L', pieces, { price: 100_000 })

/** The order as its ladder and the list say it; both must say one profit. */
async function said({ client, idOf }: Desk, { number }: OrderTold) {
  const { ladder, grossSales } = await client.orders.get({ id: await idOf(number) })
  const row = (await client.orders.list({ limit: 100 })).rows.find((each) => each.number === number)!
  expect(row).toMatchObject({ profit: ladder.profit, isEstimate: ladder.isEstimate, grossSales })
  const { netSales, shippingPaid, channelFees, costOfGoods, losses, otherIncome } = ladder
  expect(netSales + shippingPaid - (channelFees ?? 0) - costOfGoods - losses + otherIncome).toBe(ladder.profit)
  return ladder
}

async function payClaim({ client, idOf }: Desk, order: OrderTold, amount: number) {
  const claim = { id: newId(), orderId: await idOf(order.number), party: 'SPX Standard', amount, note: '' }
  await client.returns.claim(claim)
  await client.returns.claimPaid({ id: claim.id, day, amount, account: '1130' })
}

async function lookAt(desk: Desk, order: OrderTold, pieces: number, condition: ReturnCondition) {
  await desk.inspect(await desk.idOf(order.number), [['KMJ-LUK-L', pieces, condition]])
}

describe('an order under way of which the books hold something already', () => {
  test('a claim that was paid stands beside the sale that is still to come', async () => {
    const desk = await aDesk()
    const order = shirts(2).inTransit(SHIPPED)
    await desk.takeIn(order)
    await payClaim(desk, order, 25_000)
    const before = await said(desk, order)
    expect(before).toMatchObject({ grossSales: 200_000, costOfGoods: 80_000, otherIncome: 25_000, profit: 145_000 })
    expect(before.isEstimate).toBe(true)
    await desk.takeIn(order.completed(SUNDAY))
    expect(await said(desk, order)).toMatchObject({ isEstimate: false, profit: before.profit })
  })

  test.each([
    ['sellable', 0, 120_000],
    ['damaged', 40_000, 80_000],
    ['lost', 40_000, 80_000],
  ] as const)(
    'a piece that is back %s before its channel tells of it earns nothing any more',
    async (condition, losses, profit) => {
      const desk = await aDesk()
      const order = shirts(3).inTransit(SHIPPED)
      await desk.takeIn(order)
      await lookAt(desk, order, 1, condition)
      const before = await said(desk, order)
      expect(before).toMatchObject({ grossSales: 300_000, returned: 100_000, costOfGoods: 80_000, losses, profit })
      expect(before.isEstimate).toBe(true)
      const { lines } = order.snapshot()
      await desk.takeIn(order.completed(SUNDAY).with({ lines: [{ ...lines[0]!, returnedPieces: 1 }] }))
      expect(await said(desk, order)).toMatchObject({ isEstimate: false, profit })
    },
  )

  test('where every piece is back, no sale and no fee is foretold', async () => {
    const desk = await aDesk()
    const order = shirts(2).inTransit(SHIPPED)
    await desk.takeIn(order)
    await lookAt(desk, order, 1, 'sellable')
    await lookAt(desk, order, 1, 'damaged')
    expect(await said(desk, order)).toMatchObject({
      netSales: 0,
      costOfGoods: 0,
      losses: 40_000,
      profit: -40_000,
      expectedFees: null,
    })
  })

  test('a set of which one part is back is not sold', async () => {
    const desk = await aDesk()
    const order = anOrder().withLine('SET-LUK-TRT', 2, { price: 150_000 }).inTransit(SHIPPED)
    await desk.takeIn(order)
    await lookAt(desk, order, 1, 'damaged')
    expect(await said(desk, order)).toMatchObject({ grossSales: 300_000, returned: 150_000, losses: 40_000 })
  })
})

test('of an order sent in part, what is still on the shelf costs something too', async () => {
  const desk = await aDesk()
  const order = anOrder()
    .withLine('KMJ-LUK-L', 2, { price: 100_000, waybill: 'SPXID0001B' })
    .withLine('BLS-TRT-M', 1, { price: 90_000, waybill: 'SPXID0002B' })
  await desk.takeIn(order)
  const [shirt, blouse] = order.snapshot().lines
  await desk.takeIn(order.with({ state: 'partly_shipped', lines: [{ ...shirt!, isShipped: true }, blouse!] }))
  expect(await said(desk, order)).toMatchObject({ grossSales: 290_000, costOfGoods: 110_000, profit: 180_000 })
})
