import { describe, expect, test } from 'vitest'
import { aShopAtASandbox } from '../builders/a-shop-at-a-sandbox.ts'
import type { SandboxWorld } from '../channels/connectors/sandboxed.ts'
import { aShopeeWorld } from '../channels/connectors/shopee/a-shopee-world.ts'
import { aTiktokWorld } from '../channels/connectors/tiktok/a-tiktok-world.ts'

const MINUTE = 60_000

/** A shop with one paid order that is here, and the way in which its courier is asked for. */
async function withAnOrder(open: () => Promise<SandboxWorld>) {
  const shop = await aShopAtASandbox(open)
  const { client, core, buy, round, orderOf } = shop
  const number = await buy()
  await round()
  const { id } = (await orderOf(number))!
  const { groups } = await client.orderActs.choices({ orderIds: [id] })
  const [address] = groups[0]!.choices!.pickup
  const choice = { way: 'pickup' as const, addressId: address!.addressId, slotId: address!.slots[0]?.id ?? '' }
  const arrange = async () => {
    await client.orderActs.arrange({ shipments: [{ orderIds: [id], choice }] })
    await core.sync.idle()
  }
  const arranged = async () =>
    (await client.orderActs.ofOrders({ orderIds: [id] })).find(({ asked }) => asked.kind === 'arrange')!
  const answer = async (is: 'accept' | 'refuse') => {
    await client.orderActs.answerCancel({ orderId: id, answer: is })
    await core.sync.idle()
  }
  const state = async () => (await orderOf(number))!.state
  return { ...shop, world: shop.world as SandboxWorld, number, arrange, arranged, answer, state }
}

describe.each([
  ['Shopee', aShopeeWorld, '/logistics/ship_order'],
  ['Tokopedia & TikTok Shop', aTiktokWorld, '/ship'],
])('a buyer at %s who asks to cancel while a courier is asked for', (_, open, path) => {
  test('while the answer is lost: the courier was asked for all the same, and the parcel goes on when the owner refuses', async () => {
    const { world, round, number, arrange, arranged, answer, state, orderOf } = await withAnOrder(open)
    world.sandbox.ground.faults.set([{ kind: 'lostReply', share: 1, times: 1, path }])
    await arrange()
    expect(await arranged()).toMatchObject({ state: 'waiting', isSent: true })
    await world.bring(number, 'cancel asked')
    await world.move(20 * MINUTE)
    await round()
    expect(await state()).toBe('cancel_requested')
    expect(await arranged()).toMatchObject({ state: 'done', trouble: null })
    await world.move(MINUTE)
    await answer('refuse')
    for (let each = 0; each < 4; each++) {
      await world.move(10_000)
      await round()
    }
    expect(await state()).toBe('arranged')
    expect((await orderOf(number))!.trackingNumber).not.toBe('')
    expect(await arranged()).toMatchObject({ state: 'done', hasLabel: true })
  })

  test('before the channel heard of it: it says no, the request stands here at once, and nothing is sent', async () => {
    const { client, world, number, round, arrange, arranged, answer, state } = await withAnOrder(open)
    await world.bring(number, 'cancel asked')
    await arrange()
    expect(await arranged()).toMatchObject({ state: 'refused' })
    expect(await state()).toBe('cancel_requested')
    await answer('accept')
    await world.move(MINUTE)
    await round()
    expect(await state()).toBe('cancelled')
    expect(await client.ledger.verify()).toMatchObject({ ok: true })
  })

  test('right after it: the parcel waits at the desk until the owner answers, and is over with his yes', async () => {
    const { client, world, number, round, arrange, answer, state } = await withAnOrder(open)
    await arrange()
    await world.bring(number, 'cancel asked')
    await round()
    expect(await state()).toBe('cancel_requested')
    const { verdict } = await client.fulfilment.scan({ code: number, parcelId: null })
    expect(verdict).toBe('cancel requested')
    await answer('accept')
    await world.move(MINUTE)
    await round()
    expect(await state()).toBe('cancelled')
    expect(await client.ledger.verify()).toMatchObject({ ok: true })
  })
})
