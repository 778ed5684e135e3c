import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { scanInto } from '../builders/a-scanner.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'
import { type AppWindow, aWindow } from './a-window.ts'

/** A person's hands on a window, counted: each key pressed and each click is one act. */
function countedHands(page: Page) {
  let acts = 0
  return {
    acts: () => acts,
    async press(...keys: string[]) {
      for (const key of keys) await page.keyboard.press(key)
      acts += keys.length
    },
    /** Typed as a person does; faster would be a scanner. */
    async type(text: string) {
      await page.keyboard.type(text, { delay: text.length >= 8 ? 130 : 70 })
      acts += text.length
    },
  }
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).waitFor()

/** From the first question to the first profit, with the file of a month that lies behind. */
async function firstProfit(shop: AppWindow, file: { name: string; bytes: Uint8Array }, skus: number) {
  const { page } = shop
  const hands = countedHands(page)
  const { press, type } = hands
  await heading(page, 'Apa nama usaha Anda?')
  await type('Toko M-TAC')
  await press('Tab')
  await type('Bandung')
  await press('Enter')
  await heading(page, 'Siapa pemiliknya?')
  await type('Dian')
  await press('Enter')
  await heading(page, 'Jam toko Anda yang mana?')
  await press('1', 'Enter')
  await heading(page, 'Uang rumah dicatat juga?')
  await press('1', 'Enter')
  await heading(page, 'Mau mulai dari mana?')
  await press('1')
  await page.waitForURL(/#\/impor/)
  await heading(page, 'Impor berkas')
  await page.setInputFiles('input[type=file]', { name: file.name, mimeType: '', buffer: Buffer.from(file.bytes) })
  await page.getByLabel('Nama toko').waitFor()
  await type('M-TAC')
  await press('Enter')
  // the books begin with the file
  await page.getByRole('button', { name: 'Mulai pembukuan 1 Agu 2026', exact: true }).waitFor()
  await press('Enter')
  await page.getByRole('button', { name: new RegExp(`Petakan ${skus} barang`) }).waitFor()
  await press('Enter')
  await page.getByRole('button', { name: `Buat ${skus} SKU` }).waitFor()
  await press('Enter')
  await page.getByRole('button', { name: `Isi stok dan harga modal ${skus} SKU` }).waitFor()
  await press('Enter')

  const beforeFilling = hands.acts()
  await page.locator('[data-place^="pieces/"]:focus').waitFor()
  await type('20')
  await press('Control+Shift+D')
  await page.getByText(`${skus} SKU diisi`).first().waitFor()
  await press('Enter')
  await type('60%')
  await press('Control+Shift+D')
  await page.getByRole('button', { name: 'Lihat laba Agustus 2026' }).waitFor()
  expect(hands.acts() - beforeFilling).toBeLessThanOrEqual(60)
  await press('Alt+L')
  await page.waitForURL(/laba-rugi/)
  await page
    .locator('tr')
    .filter({ hasText: 'Laba bersih' })
    .filter({ hasText: /Rp[1-9]/ })
    .first()
    .waitFor()
  return hands.acts()
}

const open = async (): Promise<AppWindow> => {
  const shop = await aWindow()
  onTestFinished(() => shop.close())
  return shop
}

/** A month of a shop that gives one code to a whole family, with names as long as marketplaces have them. */
const aMonthOfLongNames = () => {
  const shirt = 'Kemeja Tactical Pria Lengan Panjang M-TAC RIPSTOP Baju Kerja Lapangan Outdoor'
  const colours = ['Hitam', 'Navy', 'Abu Tua', 'Hijau Army', 'Putih', 'Merah']
  const variations = colours.flatMap((colour) => ['M', 'L', 'XL'].map((size) => `${colour},${size}`))
  const item = (variation: string) => ({
    product: shirt,
    variation,
    sku: 'M-TAC Panjang',
    price: 165_000,
    listPrice: 165_000,
  })
  const waiting = variations.slice(0, 10).reduce(
    (file, variation, index) =>
      file.withOrder(`260806HN3T9X${String(index).padStart(2, '0')}`, {
        trackingNumber: `SPXID39229861${String(1000 + index)}`,
        items: [item(variation)],
      }),
    anOrderFile(),
  )
  return variations
    .reduce(
      (file, variation, index) =>
        file.withOrder(`2608${String(1 + (index % 6)).padStart(2, '0')}HN3T8W${String(index).padStart(2, '0')}`, {
          status: 'Selesai',
          items: [item(variation)],
        }),
      waiting,
    )
    .xlsx()
}

/** Ten parcels by scanner, in one of them first a shirt of another colour; then the courier takes them all. */
async function tenParcels({ page, client, visit }: AppWindow) {
  const seen = (text: string) => page.getByText(text).first().waitFor()
  const { rows: shirts } = await client.inventory.opening.list({})
  const { parcels } = await client.fulfilment.queue()
  expect(parcels).toHaveLength(10)
  await visit('/kemas')
  await seen('Scan No. Resi atau No. Pesanan')
  let scans = 0
  const scanned = async (code: string) => {
    scans++
    await scanInto(page, code)
  }
  for (const [index, { orderNumber, trackingNumber }] of parcels.entries()) {
    const [goods] = (await client.fulfilment.scan({ code: orderNumber, parcelId: null })).parcel!.items
    await scanned(trackingNumber)
    await seen('Paket dibuka')
    if (index === 0) {
      const wrong = shirts.find(({ goodsName: { colour, size } }) => size === goods!.size && colour !== goods!.colour)!
      await scanned(wrong.sku)
      await seen(`Warna keliru: ini ${wrong.goodsName.colour}, pesanan minta ${goods!.colour}.`)
    }
    await scanned(goods!.sku)
    await seen(`Paket ${trackingNumber} selesai.`)
  }
  // a parcel and its one piece each, and the wrong shirt: nothing closes a parcel but its last piece
  expect(scans).toBe(2 * parcels.length + 1)
  await visit('/kemas/serah')
  await seen('Scan paket yang dibawa kurir')
  for (const [index, { trackingNumber }] of parcels.entries()) {
    await scanInto(page, trackingNumber)
    await page.getByRole('button', { name: `Serahkan ${index + 1} paket` }).waitFor()
  }
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: /^Serahkan 10 paket/ }).waitFor()
  await page.keyboard.press('Control+Enter')
  await seen('10 paket diserahkan')
}

describe('an empty shop', () => {
  test('reaches the first profit from a file of the month before in few acts', async () => {
    const shop = await open()
    const acts = await firstProfit(shop, { name: 'Order.all.20260801_20260831.xlsx', bytes: aMonthOfLongNames() }, 18)
    expect(acts).toBeLessThanOrEqual(150)
    const { rows } = await shop.client.inventory.opening.list({})
    expect(rows.map(({ sku }) => sku)).toContain('M-TAC-PANJANG-NAV-L')

    const month = { from: '2026-08-01', to: '2026-08-31' }
    const { netProfit } = await shop.client.ledger.labaRugi(month)
    await tenParcels(shop)
    const { totals } = await shop.client.inventory.levels({})
    expect(totals).toMatchObject({ onHand: 18 * 20 - 18 - 10, reserved: 0, short: 0 })
    // what is under way is no profit yet, and nothing in the books is out
    expect(await shop.client.ledger.labaRugi(month)).toMatchObject({ netProfit })
    expect((await shop.client.ledger.verify()).findings.filter(({ ok }) => !ok)).toEqual([])
    expect(shop.broken).toEqual([])
  })
})

const DOWNLOAD = join(import.meta.dirname, '../../../shared/samples/shopee/orders-2026-08-50col-tipe-pesanan.xlsx')

describe.skipIf(!existsSync(DOWNLOAD))(
  'an empty shop with a real download (skipped where ../shared/samples is absent)',
  () => {
    test('reaches the first profit within 150 acts, stock and cost of 72 SKUs within 60', async () => {
      const shop = await open()
      const acts = await firstProfit(shop, { name: 'Order.all.xlsx', bytes: readFileSync(DOWNLOAD) }, 72)
      expect(acts).toBeLessThanOrEqual(150)
      expect(shop.broken).toEqual([])
    })
  },
)
