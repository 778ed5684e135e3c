import { expect, test } from 'vitest'
import { aPractice } from '../builders/a-practice.ts'

test('a learner gets an order, sends it, and is paid days later', { timeout: 60_000 }, async () => {
  const { client, core, opened, orders, nextDay, round } = await aPractice()
  await client.sync.practice.pace({ pace: 'none' })
  const market = await opened('shopee')
  expect(market).toMatchObject({ isOpen: true, hasBegunAgain: false })
  expect(await client.sync.connections()).toMatchObject([{ shopId: market.shopId, state: 'connected', trouble: null }])
  const toArrange = async () => (await client.orderActs.toArrange()).orderIds
  await expect
    .poll(
      async () => {
        if ((await orders()).length < 3) await client.sync.practice.buyer()
        await round()
        return (await toArrange()).length
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThanOrEqual(2)
  const { groups } = await client.orderActs.choices({ orderIds: await toArrange() })
  await client.orderActs.arrange({
    shipments: groups.map(({ orderIds, choices }) => {
      const [place] = choices!.pickup
      return {
        orderIds,
        choice: { way: 'pickup' as const, addressId: place!.addressId, slotId: place!.slots[0]?.id ?? '' },
      }
    }),
  })
  await core.sync.idle()
  const paid = async () => (await orders()).filter(({ received, state }) => received !== null && state === 'completed')
  for (let days = 0; days < 9 && (await paid()).length === 0; days++) await nextDay()
  expect((await paid()).length).toBeGreaterThan(0)
})
