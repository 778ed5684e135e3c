import { expect, test } from 'vitest'
import { SUNDAY } from '../builders/a-core.ts'
import { aPackingDesk } from '../builders/a-packing-desk.ts'
import { anOrder, type OrderTold } from '../builders/an-order.ts'
import { settleOrdersAgain, unbalancedDays } from '../builders/books.ts'

type Desk = Awaited<ReturnType<typeof aPackingDesk>>

/** How an order gets as far as this, and whether its goods are out of the house by then. */
const REACHED: [state: string, reach: (desk: Desk, order: OrderTold) => Promise<unknown>, isOut: boolean][] = [
  ['unpaid', (desk, order) => desk.takeIn(order.unpaid()), false],
  ['on_hold', (desk, order) => desk.takeIn(order.with({ state: 'on_hold' })), false],
  ['to_arrange', (desk, order) => desk.takeIn(order.toArrange()), false],
  ['arranged', (desk, order) => desk.takeIn(order), false],
  [
    'printed',
    async (desk, order) => {
      await desk.takeIn(order)
      await print(desk, order)
    },
    false,
  ],
  [
    'packed',
    async (desk, order) => {
      await desk.takeIn(order)
      await desk.pack(order)
    },
    false,
  ],
  [
    'handed_over',
    async (desk, order) => {
      await desk.takeIn(order)
      await desk.pack(order)
      await leave(desk, order)
    },
    true,
  ],
  ['in_transit', (desk, order) => desk.takeIn(order.inTransit()), true],
  ['delivered', (desk, order) => desk.takeIn(order.delivered()), true],
]

const print = async (desk: Desk, { number }: OrderTold) =>
  desk.client.fulfilment.printLabels({
    orderIds: [await desk.idOf(number)],
    size: '100x150',
    showItems: true,
    showNote: true,
    maskPhone: false,
    mark: true,
  })
const leave = async (desk: Desk, { number }: OrderTold) =>
  desk.client.fulfilment.handover.finish({ parcelIds: [await desk.idOf(number)] })

for (const [state, reach, isOut] of REACHED)
  test(`a cancel that comes while the order is ${state}: no parcel leaves, stock and books are exact`, async () => {
    const desk = await aPackingDesk()
    const order = anOrder().withLine('KMJ-LUK-L', 2)
    const atStart = desk.trialBalance()
    await reach(desk, order)
    const id = await desk.idOf(order.number)
    expect((await desk.client.orders.get({ id })).state).toBe(state)

    await desk.takeIn(order.cancelled(SUNDAY + 3_600_000))
    expect((await desk.scan(order.number)).verdict).toBe('cancelled')
    await expect(desk.client.fulfilment.pack({ parcelId: id })).rejects.toMatchObject({ code: 'ORDER_CANCELLED' })
    if (state !== 'handed_over') await expect(leave(desk, order)).rejects.toMatchObject({ code: 'ORDER_CANCELLED' })

    const away = isOut ? 2 : 0
    expect(desk.level('KMJ-LUK-L')).toEqual({ onHand: 20 - away, reserved: 0, value: (20 - away) * 61_500 })
    expect(desk.trialBalance()).toEqual({
      ...atStart,
      ...(isOut && { '1301': atStart['1301']! - 123_000, '1305': 123_000 }),
    })
    expect(unbalancedDays(desk.doors)).toEqual([])
    expect(await settleOrdersAgain(desk.doors)).toEqual({ movements: 0, entries: 0 })
  })
