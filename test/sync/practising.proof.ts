import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { ConnectedChannel } from '../../src-shared/sync/sync.ts'
import { aBankStatement, statementsOf } from '../builders/a-bank-statement.ts'
import { aPractice } from '../builders/a-practice.ts'
import { aPurchase } from '../builders/a-purchase.ts'

type Practice = Awaited<ReturnType<typeof aPractice>>

/** Two orders that may be sent, of goods that are here. */
async function ordersToSend({ client, core, orders, round }: Practice): Promise<string[]> {
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
  const { rows } = await client.catalog.listings.list({ limit: 100 })
  await client.catalog.listings.createProducts({ listingIds: rows.map(({ id }) => id) })
  await core.work.idle()
  const variantIds = core.doors.raw.prepare('SELECT id FROM variant').pluck().all() as string[]
  const lines = variantIds.map((variantId) => ({ variantId, pieces: 20, price: 30_000 }))
  await client.purchasing.receive(aPurchase(lines, { day: '2026-11-22' }))
  return toArrange()
}

async function arranged({ client, core }: Practice, orderIds: string[]): Promise<void> {
  const { groups } = await client.orderActs.choices({ orderIds })
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
}

/** Each parcel is scanned, piece by piece, closed and handed over. */
async function packed({ client }: Practice, orderIds: readonly string[]): Promise<void> {
  const { parcels } = await client.fulfilment.queue({ limit: 100 })
  const parcelIds = parcels.filter(({ orderId }) => orderIds.includes(orderId)).map(({ parcelId }) => parcelId)
  expect(parcelIds).toHaveLength(orderIds.length)
  for (const parcelId of parcelIds) {
    const number = parcels.find((each) => each.parcelId === parcelId)!.orderNumber
    const { parcel } = await client.fulfilment.scan({ code: number, parcelId: null })
    for (const { key, pieces } of parcel!.items)
      for (let piece = 0; piece < pieces; piece++) await client.fulfilment.confirmPiece({ parcelId, key })
    await client.fulfilment.pack({ parcelId })
  }
  await client.fulfilment.handover.finish({ parcelIds })
}

test.for<ConnectedChannel>(['shopee', 'tiktok'])(
  'at %s a learner gets orders, packs and sends them, is paid, withdraws and finds the money at the bank',
  { timeout: 120_000 },
  async (channel) => {
    const practice = await aPractice()
    const { client, core, opened, orders, nextDay, today } = practice
    await client.sync.practice.pace({ pace: 'none' })
    const market = await opened(channel)
    expect(market).toMatchObject({ isOpen: true, hasBegunAgain: false })
    const sent = await ordersToSend(practice)
    await arranged(practice, sent)
    await packed(practice, sent)
    const money = async () => (await client.payouts.overview()).find((each) => each.channel === channel)!
    const paid = async () =>
      (await orders()).filter(({ received, state }) => received !== null && state === 'completed')
    for (let days = 0; days < 12 && (await paid()).length < sent.length; days++) await nextDay()
    const released = (await paid()).reduce((sum, { received }) => sum + received!, 0)
    expect([released > 0, (await money()).balance]).toEqual([true, released])
    for (let days = 0; days < 9 && (await money()).inTransit.count === 0; days++) await nextDay()
    // what was released for orders went out, once, and nothing of it is left
    const { inTransit, balance } = await money()
    expect([inTransit.amount, balance]).toEqual([released, 0])

    await statementsOf(core).take(aBankStatement([[await today(), 'KR OTOMATIS', inTransit.amount]]))
    await client.bank.agreeCertain({ batch: newId() })
    expect(await money()).toMatchObject({ inTransit: { count: 0 }, arrived: { count: 1, amount: inTransit.amount } })
    expect((await client.bank.summary({})).waiting).toBe(0)
  },
)
