import { describe, expect, test } from 'vitest'
import { aShopAtASandbox } from '../builders/a-shop-at-a-sandbox.ts'
import { aShopeeWorld } from '../channels/connectors/shopee/a-shopee-world.ts'
import { aTiktokWorld } from '../channels/connectors/tiktok/a-tiktok-world.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

describe.each([
  ['Shopee', aShopeeWorld],
  ['Tokopedia & TikTok Shop', aTiktokWorld],
])('a shop at the sandbox of %s', (_, open) => {
  test('an order is followed from its buyer to its money', async () => {
    const { world, round, buy, orderOf, health, doors } = await aShopAtASandbox(open)
    const number = await buy(2)
    await round()
    expect((await orderOf(number))?.state).toBe('to_arrange')
    await world.bring(number, 'completed')
    await round()
    expect((await orderOf(number))?.state).toBe('completed')
    await world.release(number)
    await world.move(HOUR)
    await round()
    const [released, ...more] = doors.raw
      .prepare('SELECT released FROM settlement WHERE order_number = ?')
      .pluck()
      .all(number)
    expect(more).toEqual([])
    expect(released).toBeGreaterThan(0)
    expect(await health()).toMatchObject({ state: 'connected', trouble: null, waiting: 0, unreadable: 0 })
  })

  test('a return stands in Retur with what the channel says of it, and until when one may answer', async () => {
    const { world, round, buy, orderOf, client } = await aShopAtASandbox(open)
    const number = await buy()
    await world.bring(number, 'delivered')
    await world.bring(number, 'return asked')
    await round()
    const order = (await orderOf(number))!
    const { told, why } = await client.returns.get({ orderId: order.id })
    expect(told).toHaveLength(1)
    expect(told[0]!.appealUntil).toBeGreaterThan(world.now())
    expect(why).not.toBeNull()
    // told again it is one return
    await world.move(HOUR)
    await round()
    expect((await client.returns.get({ orderId: order.id })).told).toHaveLength(1)
  })

  test('what leaves the balance is a line of the balance, once however often it is told', async () => {
    const { world, round, buy, client, doors } = await aShopAtASandbox(open)
    const number = await buy(2)
    await world.bring(number, 'completed')
    await world.release(number)
    // the day on which the channel pays out has come
    for (let day = 0; day < 9; day++) {
      await world.move(DAY)
      await client.settings.confirmClock({})
      await round()
    }
    const withdrawn = () =>
      doors.raw
        .prepare("SELECT sum(amount) AS amount, count(*) AS lines FROM wallet_line WHERE meaning = 'withdrawal'")
        .get() as { amount: number; lines: number }
    const before = withdrawn()
    expect(before.lines).toBeGreaterThan(0)
    expect(before.amount).toBeLessThan(0)
    await round()
    expect(withdrawn()).toEqual(before)
  })
})
