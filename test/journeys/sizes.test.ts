import { expect, onTestFinished, test } from 'vitest'
import { fillWithLongNames } from '../builders/a-shop-with-long-names.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'
import { aConnectedWindow } from './a-connected-window.ts'
import { type AppWindow, aWindow } from './a-window.ts'
import { EVERY_PAGE, OPENED_PAGES } from './pages.ts'
import { whatOverlaps } from './what-overlaps.ts'

/** The usual laptop, a low one, a large screen, and text at 125 % on the usual laptop. */
const SIZES = [
  [1366, 768],
  [1280, 650],
  [1920, 1080],
  [1093, 614],
] as const

/** What is wrong once the page has taken its new size: what only a frame on the way showed, nobody saw. */
async function whatStays(page: AppWindow['page']): Promise<string[]> {
  let faults = await whatOverlaps(page)
  for (let look = 0; look < 5 && faults.length > 0; look++) {
    await page.waitForTimeout(200)
    faults = await whatOverlaps(page)
  }
  return faults
}

/** What is wrong on the screen that stands there, in each size. */
async function faultsHere({ page }: Pick<AppWindow, 'page'>, screen: string): Promise<string[]> {
  const faults: string[] = []
  const isDrawn = async () => {
    const drawn = () => page.evaluate(() => document.body.innerText.length)
    const before = await drawn()
    await page.waitForTimeout(120)
    return before > 0 && before === (await drawn())
  }
  await expect.poll(isDrawn).toBe(true)
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height })
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    faults.push(...(await whatStays(page)).map((fault) => `${screen} at ${width}: ${fault}`))
  }
  return faults
}

/** What is wrong on these pages, in each size. */
async function faultsOf(shop: Pick<AppWindow, 'page' | 'visit'>, addresses: readonly string[]): Promise<string[]> {
  const faults: string[] = []
  for (const address of addresses) {
    await shop.page.setViewportSize({ width: 1366, height: 768 })
    await shop.visit(address)
    faults.push(...(await faultsHere(shop, address)))
  }
  return faults
}

test('with names of ninety letters and amounts of billions nothing overlaps, no figure is cut and the act stays in sight, in four sizes', async () => {
  const shop = await aWindow()
  onTestFinished(() => shop.close())
  const { client } = shop
  await fillWithLongNames(client)
  const [order] = (await client.orders.list({ tab: 'to_ship', limit: 1 })).rows
  const [sku] = (await client.inventory.levels({})).rows
  const [purchase] = (await client.purchasing.list({})).rows
  const open: Record<string, string> = { order: order!.id, sku: sku!.sku, purchase: purchase!.id }
  const named = (address: string) => address.replace(/=(order|sku|purchase)$/, (_, what: string) => `=${open[what]}`)
  expect(await faultsOf(shop, [...EVERY_PAGE, ...OPENED_PAGES].map(named))).toEqual([])
  expect(shop.broken).toEqual([])
}, 480_000)

test('nor on what a connected shop shows of its channel, before its goods are known and after', async () => {
  const shop = await aConnectedWindow()
  onTestFinished(() => shop.close())
  const { catalog } = shop.client
  const ofChannel = ['/toko/sambungan', '/toko/sinkron', '/toko/induk']
  expect(await faultsOf(shop, ofChannel)).toEqual([])
  const { rows } = await catalog.listings.list({ limit: 50 })
  await catalog.listings.createProducts({ listingIds: rows.map(({ id }) => id) })
  const [product] = (await catalog.products.list({})).rows
  expect(await faultsOf(shop, [...ofChannel, `/toko/induk?id=${product!.id}`])).toEqual([])
  expect(shop.broken).toEqual([])
})

test('nor on what comes from a file before it is written, and on a parcel on the desk', async () => {
  const shop = await aWindow()
  onTestFinished(() => shop.close())
  const { page, client } = shop
  await fillWithLongNames(client)
  const product = 'Kemeja Tactical Pria Lengan Panjang M-TAC RIPSTOP Baju Kerja Lapangan Outdoor Gunung'
  const items = [{ product, variation: 'Hijau Army,XXL', price: 98_650_000 }]
  const file = anOrderFile().withOrder('260806HN3T9X00', { status: 'Selesai', items }).xlsx()
  await shop.visit('/impor')
  await page.setInputFiles('input[type=file]', { name: 'Order.all.xlsx', mimeType: '', buffer: Buffer.from(file) })
  await page.getByRole('table', { name: 'Isi berkas' }).waitFor()
  const faults = await faultsHere(shop, 'a file')
  const [parcel] = (await client.fulfilment.queue({})).parcels
  await page.setViewportSize({ width: 1366, height: 768 })
  await shop.visit('/kemas')
  await page.getByRole('heading', { name: 'Berikutnya' }).waitFor()
  await shop.scan(parcel!.trackingNumber || parcel!.orderNumber)
  await page.getByText('Paket dibuka').first().waitFor()
  expect([...faults, ...(await faultsHere(shop, 'a parcel'))]).toEqual([])
  const wanted = (await client.fulfilment.scan({ code: parcel!.orderNumber, parcelId: null })).parcel!.items
  const goods = await client.catalog.variants.search({ query: 'kemeja', limit: 20 })
  await shop.scan(goods.find(({ id }) => wanted.every(({ variantId }) => variantId !== id))!.sku)
  const verdict = page.getByRole('alert').filter({ hasText: 'Keliru' })
  await verdict.waitFor()
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height })
    const cut = () =>
      verdict
        .locator('span > span')
        .evaluateAll((said) =>
          said.filter((each) => each.scrollHeight > each.clientHeight + 1).map((each) => each.textContent),
        )
    await expect.poll(cut, { message: `what the hand does next at ${width}` }).toEqual([])
  }
}, 240_000)
