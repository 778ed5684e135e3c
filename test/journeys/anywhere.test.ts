import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AppWindow, aWindow, chooseByKeyboard, complaints } from './a-window.ts'
import { whatStandsIn } from './what-stands-in.ts'

let shop: AppWindow
let page: Page
beforeAll(async () => {
  shop = await aWindow({ sample: true })
  page = shop.page
}, 240_000)
afterAll(() => shop?.close())

/** Types as a person does; faster would be a scanner. */
const type = (text: string) => page.keyboard.type(text, { delay: 70 })
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const at = async (address: string, heading: string) => {
  await shop.visit(address)
  await page.getByRole('heading', { name: heading, exact: true }).first().waitFor()
}
const panel = () => page.locator('aside').last()

describe('a scan', () => {
  /** Pages with their title; none of them waits for a scan of its own kind. */
  const PAGES = [
    ['/', 'Selamat pagi, Ratna'],
    ['/produk', 'Produk'],
    ['/stok', 'Stok'],
    ['/stok/riwayat', 'Riwayat'],
    ['/pembelian', 'Pembelian'],
    ['/pembukuan', 'Pembukuan'],
    ['/toko', 'Toko Terhubung'],
    ['/pengaturan', 'Pengaturan'],
    ['/bantuan', 'Bantuan'],
  ] as const

  test.each(PAGES)('of a resi opens its order from %s', async (address, heading) => {
    const { rows } = await shop.client.orders.list({ tab: 'to_ship', limit: 50 })
    const { trackingNumber, number } = rows.find((order) => order.trackingNumber !== '')!
    await at(address, heading)
    await shop.scan(trackingNumber)
    await page.waitForURL(/#\/pesanan/)
    await panel().getByText(number.slice(-7)).first().waitFor()
  })

  test.each(PAGES.filter(([address]) => address !== '/produk'))(
    'of a barcode opens the goods from %s',
    async (address, heading) => {
      const { barcode } = (await shop.client.catalog.variants.byCode({ code: 'KMJ-PRK-XL' }))!
      await at(address, heading)
      await shop.scan(barcode!)
      await page.waitForURL(/#\/stok/)
      await panel().getByText('KMJ-PRK-XL').waitFor()
    },
  )

  test('nobody knows is put into the palette to look further, and a known one then goes its way', async () => {
    await at('/', 'Selamat pagi, Ratna')
    await shop.scan('8991234567890')
    const field = page.getByRole('combobox', { name: 'Cari apa saja' })
    await field.waitFor()
    expect(await field.inputValue()).toBe('8991234567890')
    await shop.scan('KMJ-LUK-M')
    await panel().getByText('KMJ-LUK-M').waitFor()
    await field.waitFor({ state: 'hidden' })
  })

  test('is told from a person who types fast into a field', async () => {
    await at('/pengaturan', 'Pengaturan')
    const city = page.getByLabel('Kota', { exact: true })
    await city.fill('')
    await city.focus()
    // bursts of a quick hand: three letters at once, then a breath
    for (const part of ['Jep', 'ara', ' Uta', 'ra']) {
      await page.keyboard.type(part)
      await page.keyboard.press('Shift', { delay: 120 })
    }
    expect(await city.inputValue()).toBe('Jepara Utara')
    const stood = await whatStandsIn(city)
    await press('Enter')
    await expect.poll(async () => (await shop.client.settings.get()).city).toBe('Jepara Utara')
    await page.waitForTimeout(500)
    expect(await stood(), 'never what stood there before').toEqual(['Jepara Utara'])
    expect(page.url()).toMatch(/#\/pengaturan/)
  })
})

describe('the palette and the keys', () => {
  test('Ctrl+K finds a page, goods and an order, and remembers where one has been', async () => {
    const [order] = (await shop.client.orders.list({ tab: 'to_ship', limit: 1 })).rows
    await at('/bantuan', 'Bantuan')
    const find = async (words: string) => {
      await press('Control+k')
      await page.getByRole('combobox', { name: 'Cari apa saja' }).waitFor()
      // Enter comes before the list has caught up, as hands do
      await type(words)
      await press('Enter')
      await page.getByRole('combobox', { name: 'Cari apa saja' }).waitFor({ state: 'hidden' })
    }
    await find('peng')
    await page.getByRole('heading', { name: 'Pengaturan', exact: true }).waitFor()
    await find('lung ukir l')
    await panel().getByText('KMJ-LUK-L').waitFor()
    await find(order!.number)
    await page.waitForURL(/#\/pesanan/)
    await press('Control+k')
    const options = page.getByRole('option')
    await expect
      .poll(async () => (await options.allTextContents()).slice(0, 3).map((text) => text.trim()))
      .toEqual([order!.number, 'Kemeja Lung Ukir, Biru, L', 'Pengaturan'])
    await press('Escape')
  })

  test('Ctrl+K knows an act and a setting by what people call them, and a second Ctrl+K begins anew', async () => {
    const find = async (words: string, found: string) => {
      await press('Control+k')
      await page.getByRole('combobox', { name: 'Cari apa saja' }).waitFor()
      await type(words)
      await expect
        .poll(
          async () =>
            (await page.locator('[role="dialog"] [role="option"][aria-selected="true"]').innerText()).split('\n')[0],
        )
        .toBe(found)
    }
    await at('/bantuan', 'Bantuan')
    await find('volume', 'Volume suara scan')
    await press('Control+k')
    expect(await page.getByRole('combobox', { name: 'Cari apa saja' }).inputValue()).toBe('')
    await press('Escape')
    await find('printer label', 'Ukuran label')
    await press('Enter')
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.innerText))
      .toBe('Ukuran label')
    await find('prive', 'Belanja pribadi')
    await press('Enter')
    await page.waitForURL(/#\/pembukuan\/kas/)
    // from the desk, too
    await shop.visit('/kemas')
    await page.getByRole('heading').first().waitFor()
    await find('opname', 'Stok Opname')
    await press('Enter')
    await page.getByRole('heading', { name: 'Stok Opname' }).first().waitFor()
  })

  test.each([
    ['/pesanan', 'Pesanan'],
    ['/produk', 'Produk'],
    ['/pembelian', 'Pembelian'],
    ['/toko', 'Toko Terhubung'],
  ])('%s opened from the sidebar answers arrows and Enter at once', async (path, name) => {
    await at('/bantuan', 'Bantuan')
    await page.getByRole('link', { name: new RegExp(`^${name}`) }).click()
    await page.locator('[data-row]').first().waitFor()
    await press('ArrowDown', 'ArrowDown')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex'))).toBe('3')
    expect(page.url()).toContain(`#${path}`)
    await press('Enter')
    await page.locator('aside, [role="dialog"], h1').last().waitFor()
  })

  test('Stok opened from the sidebar answers arrows, Enter and K at once', async () => {
    await at('/bantuan', 'Bantuan')
    await page.getByRole('link', { name: /^Stok/ }).click()
    await page.locator('[data-sku]').first().waitFor()
    await press('Enter')
    await page.getByLabel('Hitungan atau perubahan').waitFor()
    await press('Escape')
    await at('/bantuan', 'Bantuan')
    await page.getByRole('link', { name: /^Stok/ }).click()
    await page.locator('[data-sku]').first().waitFor()
    await press('ArrowDown', 'ArrowRight')
    await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-sku-cell'))).toBe(true)
    await press('k')
    await page.waitForURL(/#\/stok\/kartu/)
  })

  test.each(['F1', '?'])('%s lists the keys of this page and those that act everywhere', async (key) => {
    await at('/produk', 'Produk')
    await page.locator('[data-row]').first().waitFor()
    await press(key)
    const list = page.getByRole('dialog')
    await list.waitFor()
    await list.getByText('Tambah Produk').waitFor()
    await list.getByText('Cari apa saja').waitFor()
    expect(await complaints(page)).toEqual([])
    await press('Escape')
    await list.waitFor({ state: 'hidden' })
  })
})

describe('Pengaturan', () => {
  const choose = (label: string, option: string) => chooseByKeyboard(page, label, option)
  const settings = () => shop.client.settings.get()

  test('every choice is made by keyboard, kept at once, and there again after a restart of the page', async () => {
    await at('/pengaturan', 'Pengaturan')
    await choose('Zona waktu', 'WITA')
    await choose('Uang rumah tangga', 'Hanya sisi usaha')
    await choose('Ukuran label', '78 × 100 mm')
    await choose('Tampilan', 'Gelap')
    await page.getByRole('slider').focus()
    const { soundVolume } = await settings()
    await press('ArrowLeft', 'ArrowLeft')
    await expect.poll(settings).toMatchObject({
      zone: 'WITA',
      keepsHousehold: false,
      labelSize: '78x100',
      scheme: 'dark',
      soundVolume: soundVolume - 2,
    })
    expect(await page.getByRole('link', { name: 'Uang Rumah Tangga' }).count()).toBe(0)
    await page.reload()
    await page.getByRole('heading', { name: 'Pengaturan', exact: true }).waitFor()
    expect(await page.getByLabel('Zona waktu', { exact: true }).first().inputValue()).toBe('WITA')
    expect(await page.getByLabel('Ukuran label', { exact: true }).first().inputValue()).toBe('78 × 100 mm')
    expect(await page.getByRole('slider').getAttribute('aria-valuenow')).toBe(String(soundVolume - 2))
    expect(await complaints(page)).toEqual([])
    await choose('Zona waktu', 'WIB')
  })

  test('a name that labels need cannot be emptied, and a start day after what was recorded is refused in a sentence', async () => {
    await at('/pengaturan', 'Pengaturan')
    const name = page.getByLabel('Nama usaha', { exact: true })
    await name.fill('')
    await name.press('Enter')
    await expect.poll(() => name.inputValue()).toBe('Batik Ratna')
    await page.getByLabel('Pembukuan dimulai').fill('5 Nov 2026')
    await page.getByLabel('Pembukuan dimulai').press('Enter')
    await page.getByRole('button', { name: 'Mulai pembukuan 5 Nov 2026' }).focus()
    await press('Enter')
    await page.getByText('Sudah ada pembelian, hitungan stok, atau catatan kas').waitFor()
    expect((await settings()).startDay).toBe('2025-11-01')
  })

  test('the check says of each sum whether it agrees', async () => {
    await at('/pengaturan', 'Pengaturan')
    await page.getByRole('button', { name: 'Periksa sekarang' }).focus()
    await press('Enter')
    await page.getByText('Data Anda aman di laptop ini').waitFor()
    const sums = page.getByRole('row').filter({ has: page.getByRole('cell', { name: /^(Cocok|Selisih)/ }) })
    const agree = sums.filter({ has: page.getByRole('cell', { name: 'Cocok', exact: true }) })
    const { findings } = await shop.client.ledger.verify()
    // what an earlier check found stands there until this one has answered
    await expect.poll(() => agree.count()).toBeGreaterThanOrEqual(findings.length)
    expect(await agree.count()).toBe(await sums.count())
  })

  test('nothing broke in the page on the way', () => {
    expect(shop.broken).toEqual([])
  })
})

describe('with text at 125 %, a screen of 1366 × 768 leaves 1093 × 614', () => {
  beforeAll(() => page.setViewportSize({ width: 1093, height: 614 }))
  afterAll(() => page.setViewportSize({ width: 1366, height: 768 }))
  const right = ({ x, width }: { x: number; width: number }) => x + width

  test('the panel of Terima Barang stands beside the cost of the goods, not over it', async () => {
    await shop.visit('/pembelian?new=1')
    const cost = page.getByText('Harga Modal', { exact: true })
    await cost.waitFor()
    const [head, side] = [await cost.boundingBox(), await panel().boundingBox()]
    expect(right(head!)).toBeLessThanOrEqual(side!.x)
  })

  test('Catat Kas shows the amount of every record inside its list', async () => {
    await shop.visit('/pembukuan/kas')
    const list = page.getByRole('grid', { name: 'Catatan kas' })
    const amount = list.locator('[data-row]').first().getByText(/Rp\d/)
    await amount.waitFor()
    const [frame, figure] = [await list.boundingBox(), await amount.boundingBox()]
    expect(right(figure!)).toBeLessThanOrEqual(right(frame!))
  })
})
