import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { ANSWERS } from '../builders/a-core.ts'
import { aShopeeWorld } from '../channels/connectors/shopee/a-shopee-world.ts'
import { aWindow } from './a-window.ts'

const HOUR = 3_600_000

test('a connected shop: an order comes in, is sent, labelled, delivered and paid, and its profit is told', async () => {
  const world = await aShopeeWorld()
  const clock = { now: world.now() }
  const { page, client, visit, broken, close } = await aWindow({ clock })
  await client.settings.setUp(ANSWERS)
  const shopId = newId()
  const { attemptId, consentAddress } = await client.sync.connect.begin({
    channel: 'shopee',
    shopId,
    newName: 'Toko di Shopee',
    appId: world.app.appId,
    secret: world.app.secret,
    sandbox: world.app.addresses.api,
  })
  await client.sync.connect.finish({ attemptId, address: await world.consent(consentAddress, 'yes'), account: null })
  const { items } = world.sandbox.world.saved() as {
    items: Map<number, { itemId: number; models: { modelId: number }[] }>
  }
  const [item] = items.values()
  const goods = { itemId: String(item!.itemId), modelId: String(item!.models[0]!.modelId || '') }
  const number = await world.buy([{ ...goods, pieces: 1 }])
  const stateOf = async () => (await client.orders.list({ limit: 10 })).rows.find((row) => row.number === number)?.state
  /** Time passes at both, and what happened meanwhile is asked for. */
  const later = async (ms: number, state: string) => {
    await world.move(ms)
    clock.now = world.now()
    await client.sync.now({ shopId })
    await expect.poll(stateOf, { timeout: 10_000 }).toBe(state)
  }
  await later(60_000, 'to_arrange')

  await visit('/pesanan?tab=to_ship')
  await page.getByText(number.slice(-6)).first().waitFor()
  await page.keyboard.press('Control+A')
  await page.keyboard.press('A')
  await page.getByRole('button', { name: 'Atur 1 pesanan' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('1 dari 1').first().waitFor()
  // the channel draws the label for some seconds
  const [arranged] = (await client.orders.list({ limit: 10 })).rows
  const hasLabel = async () => {
    await later(10_000, 'arranged')
    return (await client.orderActs.ofOrders({ orderIds: [arranged!.id] }))[0]?.hasLabel
  }
  await expect.poll(hasLabel, { interval: 300, timeout: 10_000 }).toBe(true)
  await page.getByRole('button', { name: 'Cetak 1 label' }).click()
  await page.getByText('Semua label resmi dari kurir, dicetak apa adanya.').waitFor()

  for (const step of ['pickUp', 'deliver', 'complete'] as const) world.sandbox.world.step(number, step)
  await later(HOUR, 'completed')
  await world.release(number)
  await later(HOUR, 'completed')
  const { id } = (await client.orders.list({ limit: 10 })).rows.find((row) => row.number === number)!
  const received = async () => (await client.orders.list({ limit: 10 })).rows[0]!.received ?? 0
  await expect.poll(received, { timeout: 10_000 }).toBeGreaterThan(0)
  await visit(`/pesanan?tab=completed&id=${id}`)
  await page
    .getByText(formatRupiah(await received()))
    .first()
    .waitFor()
  expect(broken).toEqual([])
  await close()
  await world.close()
})
