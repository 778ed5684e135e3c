import { expect, onTestFinished, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { Written } from '../../src-shared/listings/listings.ts'
import { ANSWERS } from '../builders/a-core.ts'
import { aPicture } from '../builders/a-picture.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { aConnectedWindow } from './a-connected-window.ts'
import { aWindow, SUNDAY } from './a-window.ts'

const HOUR = 3_600_000

test('a connected shop: an order is sent, labelled, delivered and paid, its profit told; one that ran out is cancelled there', async () => {
  const shop = await aConnectedWindow()
  onTestFinished(() => shop.close())
  const { page, client, visit, world, broken, orderOf } = shop
  const number = await shop.buy()
  const stands = (state: string, of = number) =>
    expect.poll(async () => (await orderOf(of))?.state, { timeout: 10_000 }).toBe(state)
  const later = async (ms: number, state: string, of = number) => {
    await shop.later(ms)
    await stands(state, of)
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
  const { id } = (await orderOf(number))!
  const received = async () => (await orderOf(number))!.received ?? 0
  await expect.poll(received, { timeout: 10_000 }).toBeGreaterThan(0)
  await visit(`/pesanan?tab=completed&id=${id}`)
  await page
    .getByText(formatRupiah(await received()))
    .first()
    .waitFor()

  const other = await shop.buy()
  await later(60_000, 'to_arrange', other)
  await visit(`/pesanan?tab=to_ship&id=${(await orderOf(other))!.id}`)
  await page.getByRole('button', { name: 'Batalkan di kanal' }).click()
  const dialog = page.getByRole('dialog', { name: `Batalkan ${other} di kanal?` })
  await dialog.getByLabel('Barang habis').check()
  await dialog.getByRole('checkbox').first().waitFor()
  await dialog.getByRole('button', { name: 'Batalkan di kanal' }).click()
  await page.getByText('Pembatalan dikirim ke kanal.').waitFor()
  // as the channel itself tells it
  await stands('cancelled', other)
  await page.getByText('Dibatalkan').first().waitFor()
  expect(broken).toEqual([])
})

test('Toko Latihan: a product is published to both marketplaces, sold by a robot, and the next day comes', async () => {
  const begin = performance.now()
  // its marketplaces' clocks run
  const clock = {
    get now() {
      return Math.floor(SUNDAY + performance.now() - begin)
    },
  }
  const { page, client, visit, broken, close } = await aWindow({ practice: true, clock })
  await client.settings.setUp(ANSWERS)
  await visit('/toko/sambungan')
  for (const name of ['Buka Shopee', 'Buka TikTok Shop']) await page.getByRole('button', { name, exact: true }).click()
  const connected = async () => (await client.sync.connections()).filter(({ ordersUntil }) => ordersUntil !== null)
  await expect.poll(connected, { timeout: 15_000 }).toHaveLength(2)

  const product = aProduct({
    name: 'Kemeja batik tulis Jepara lengan panjang',
    description: 'Katun primisima, jahitan rapi.\nDicuci dengan lerak.',
    variants: [aVariant({ sku: 'LBG-M', size: '', price: 189_000, weightGrams: 300 })],
  })
  await client.catalog.products.save(product)
  const photoId = newId()
  await client.catalog.photos.save({ id: photoId, photo: new File([new Uint8Array(aPicture(600, 600))], 'a.png') })
  await client.listings.saveMaster({ productId: product.id, photoIds: [photoId], dimensions: null })
  const shops = await client.listings.shops()
  for (const { shopId } of shops) {
    const categories = () => client.listings.categories({ shopId, query: '' })
    await expect.poll(async () => (await categories()).length, { timeout: 15_000 }).toBeGreaterThan(0)
    const { id: categoryId } = (await categories()).find(({ isOpen }) => isOpen)!
    const written = Written.parse({ categoryId })
    await client.listings.save({ productId: product.id, shopId, written })
    const facts = () => client.listings.attributes({ shopId, categoryId })
    await expect.poll(facts, { timeout: 15_000 }).not.toBeNull()
    const attributes = (await facts())!
      .filter(({ isMandatory }) => isMandatory)
      .map(({ id, name, choices }) => ({ id, name, values: [choices[0]!] }))
    // written while nothing can be sent
    await client.sync.pause({ shopId, isPaused: true })
    await client.listings.save({ productId: product.id, shopId, written: { ...written, attributes } })
  }
  await visit(`/toko/induk?id=${product.id}`)
  for (const { name } of shops) {
    await page.getByRole('tab', { name }).click()
    await page.keyboard.press('Alt+t')
    await page.getByText('Menunggu dikirim').waitFor()
  }
  for (const { shopId } of shops) await client.sync.pause({ shopId, isPaused: false })
  const states = async () =>
    (await client.listings.get({ productId: product.id })).shops.map(({ itemState }) => itemState)
  const later = async () => {
    await client.sync.now({ shopId: null })
    return states()
  }
  await expect.poll(later, { timeout: 20_000, interval: 1_000 }).toEqual(['live', 'reviewing'])
  await page.getByText('Ditinjau kanal').waitFor()

  await visit('/toko/sambungan')
  await page.getByRole('button', { name: 'Datangkan pembeli' }).waitFor()
  await page.keyboard.press('d')
  await page
    .getByText(/^[12] perlu dikirim/)
    .first()
    .waitFor()
  await expect
    .poll(async () => (await client.orders.list({ limit: 9 })).rows.length, { timeout: 15_000 })
    .toBeGreaterThan(0)
  await page.keyboard.press('h')
  await page.getByText('Hari latihan: Senin, 23 November 2026, 1 hari di depan kalender').waitFor()
  // the channel's people have looked at it meanwhile
  await expect.poll(later, { timeout: 20_000, interval: 1_000 }).toEqual(['live', 'live'])
  await page.keyboard.press('u')
  await page.getByRole('dialog', { name: 'Tutup pasar latihan?' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('Pasar latihan ditutup.').waitFor()
  expect(broken).toEqual([])
  await close()
})
