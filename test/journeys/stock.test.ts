import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AppWindow, aWindow, complaintsInBothSchemes } from './a-window.ts'

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
const scan = (code: string) => shop.scan(code)
const cell = (sku: string) => page.locator(`[data-sku="${sku}"]`)
const panel = () => page.locator('aside').last()
const focusedPlace = () => page.evaluate(() => document.activeElement?.getAttribute('data-place') ?? '')
const variant = async (sku: string) => (await shop.client.catalog.variants.byCode({ code: sku }))!
const stock = async (sku: string) => shop.client.inventory.level({ variantId: (await variant(sku)).id })

describe('Stok', () => {
  test('the matrix agrees with the core to the last piece and rupiah', async () => {
    const { totals } = await shop.client.inventory.levels({})
    await shop.visit('/stok')
    await cell('KMJ-LUK-M').waitFor()
    await page.getByText(`Fisik ${totals.onHand + totals.gone} = Tersedia ${totals.available}`).waitFor()
    const last = page.locator('[role="row"].jumlah')
    expect(await last.innerText()).toContain(`${totals.skus} SKU`)
  })

  test('arrows walk the cells and the panel follows', async () => {
    await shop.visit('/stok')
    await cell('BLS-KST-S').focus()
    await press('ArrowRight', 'ArrowDown')
    await panel().getByText('BLS-TRT-M').waitFor()
    expect(await cell('BLS-TRT-M').getAttribute('aria-selected')).toBe('true')
  })

  test('Enter, -2, a reason and a note take two pieces out, and Ctrl+Z puts them back', async () => {
    const before = await stock('KMJ-LUK-L')
    await shop.visit('/stok?sku=KMJ-LUK-L')
    await panel().getByText('KMJ-LUK-L').waitFor()
    await cell('KMJ-LUK-L').focus()
    await press('Enter')
    await page.getByLabel('Hitungan atau perubahan').waitFor()
    await type('-2')
    await press('Enter')
    await type('luntur kena hujan')
    await press('Enter')
    await expect.poll(async () => (await stock('KMJ-LUK-L')).onHand).toBe(before.onHand - 2)
    await page.getByText('Tersimpan. Stok KMJ-LUK-L -2 pcs.').waitFor()
    await press('Control+z')
    await expect.poll(async () => (await stock('KMJ-LUK-L')).onHand).toBe(before.onHand)
  })

  test('whoever types at once after Enter loses no sign: -2 stays a change and becomes no count', async () => {
    await shop.visit('/stok?sku=KMJ-LUK-L')
    await panel().getByText('KMJ-LUK-L').waitFor()
    const label = await cell('KMJ-LUK-L').evaluate(async (element: HTMLElement) => {
      element.focus()
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
      // what a key press sets off is done before the next one; timers are not
      for (let step = 0; step < 20; step++) await null
      return (document.activeElement as HTMLInputElement).labels?.[0]?.textContent
    })
    expect(label).toBe('Hitungan atau perubahan')
    await press('Escape')
    await expect.poll(() => cell('KMJ-LUK-L').evaluate((element) => element === document.activeElement)).toBe(true)
  })

  test('a scanned barcode chooses its SKU', async () => {
    const { barcode } = await variant('KMJ-PRK-XL')
    await shop.visit('/stok')
    await cell('KMJ-LUK-M').waitFor()
    await scan(barcode!)
    await panel().getByText('KMJ-PRK-XL').waitFor()
  })

  test('what is short leads to the orders that wait for it', async () => {
    const [short] = await shop.client.inventory.oversold()
    await shop.visit('/stok')
    await cell('KMJ-LUK-M').waitFor()
    await press('j')
    await page.getByRole('heading', { name: short!.label }).waitFor()
    await page.getByRole('button', { name: new RegExp(short!.orders[0]!.number.slice(-7)) }).waitFor()
  })

  test('Stok Opname hides the books while counting, then shows the difference, then stock is what was counted', async () => {
    const { barcode } = await variant('KMJ-KWA-L')
    const before = await stock('KMJ-KWA-L')
    await shop.visit('/stok/opname')
    await page.getByRole('combobox', { name: 'Scan atau tulis barang' }).waitFor()
    await scan(barcode!)
    await scan(barcode!)
    await page.getByText('1 SKU, 2 pcs dihitung').waitFor()
    expect(await page.getByText('Catatan', { exact: true }).count()).toBe(0)
    await page.getByRole('combobox', { name: 'Scan atau tulis barang' }).focus()
    await type('5 kawung alit L')
    await press('Enter')
    await page.getByText('1 SKU, 7 pcs dihitung').waitFor()
    await press('Control+Enter')
    await page.getByText(`−${before.onHand - 7}`).waitFor()
    await press('Control+Enter')
    await expect.poll(async () => (await stock('KMJ-KWA-L')).onHand).toBe(7)
    await cell('KMJ-KWA-L').waitFor()
  })

  test('a count is cancelled with a reason in Riwayat, and its stock comes back', async () => {
    const before = await stock('KMJ-KWA-L')
    await shop.visit('/stok/riwayat')
    // the clock stands still, so that records of one moment have no order among them
    await page.locator('[data-row]').filter({ hasText: 'Hasil hitungan' }).first().click()
    await press('Enter')
    await panel().getByRole('button', { name: 'Batalkan Catatan' }).waitFor()
    await press('b')
    await page.getByLabel('Alasan').waitFor()
    await type('salah hitung')
    await press('Control+Enter')
    await panel()
      .getByText(/Dibatalkan .*salah hitung/)
      .waitFor()
    expect((await stock('KMJ-KWA-L')).onHand).toBeGreaterThan(before.onHand)
  })

  test('a count by scanner alone: unknown codes change nothing, and a late find goes back to counting', async () => {
    const { barcode } = await variant('DST-MGB-S')
    await shop.visit('/stok/opname')
    await page.getByRole('combobox', { name: 'Scan atau tulis barang' }).waitFor()
    await scan(barcode!)
    await scan('8990000000000')
    await page.getByText('Barcode 8990000000000 belum dikenal.').waitFor()
    await page.getByText('1 SKU, 1 pcs dihitung').waitFor()
    await press('Control+Enter')
    await page.getByText('Catatan').or(page.getByLabel('Catatan')).first().waitFor()
    await scan(barcode!)
    await page.getByText('1 SKU, 2 pcs dihitung').waitFor()
    await press('Control+Enter', 'Control+Enter')
    await expect.poll(async () => (await stock('DST-MGB-S')).onHand).toBe(2)
    await page.getByText('Stok 1 SKU sesuai hitungan.').first().waitFor()
    await press('Control+z')
    await expect.poll(async () => (await stock('DST-MGB-S')).onHand).not.toBe(2)
  })

  test('a barcode held over the stock editor is never a count', async () => {
    const before = await stock('KMJ-LUK-M')
    await shop.visit('/stok?sku=KMJ-LUK-M')
    await panel().getByText('KMJ-LUK-M').waitFor()
    await cell('KMJ-LUK-M').focus()
    await press('Enter')
    await page.getByLabel('Hitungan atau perubahan').waitFor()
    await scan('89900012')
    expect(await page.getByLabel('Hitungan atau perubahan').inputValue()).toBe('')
    await press('Escape')
    expect((await stock('KMJ-LUK-M')).onHand).toBe(before.onHand)
  })

  test('Kartu Stok opens the documents behind its movements', async () => {
    await shop.visit('/stok/kartu?sku=KMJ-LUK-L')
    const sold = page.locator('[data-row]').filter({ hasText: 'Dikirim' }).first()
    const number = (await sold.locator('.kode').first().innerText()).trim()
    await sold.click()
    await press('Enter')
    await page.waitForURL(/#\/pesanan/)
    await panel().getByText(number.slice(-7)).first().waitFor()
    await shop.visit('/stok/kartu?sku=KMJ-LUK-L')
    await page.locator('[data-row]').filter({ hasText: 'Luntur kena hujan' }).first().click()
    await press('Enter')
    await page.waitForURL(/#\/stok\/riwayat/)
    await panel().getByText('Luntur kena hujan').waitFor()
  })

  test('Stok Kurang: receiving opens with the missing goods, counting opens their cell', async () => {
    const [short] = await shop.client.inventory.oversold()
    await shop.visit('/stok/kurang')
    await page.getByRole('heading', { name: short!.label }).waitFor()
    await press('b')
    await page.getByText(short!.label).first().waitFor()
    await page.waitForURL(/#\/pembelian/)
    await shop.visit('/stok/kurang')
    await page.getByRole('button', { name: 'Ubah Stok' }).first().click()
    await panel().getByText(short!.sku).waitFor()
  })

  test('Stok Awal is typed row after row with Enter and saved on the way', async () => {
    const { rows } = await shop.client.inventory.opening.list({ limit: 2 })
    await shop.visit('/stok/awal')
    await page.getByLabel(`Stok awal ${rows[0]!.label}`, { exact: true }).focus()
    await type('80')
    await press('Enter')
    await type('99rb')
    await press('Enter')
    expect(await focusedPlace()).toBe(`pieces/${rows[1]!.variantId}`)
    await expect
      .poll(async () => (await shop.client.inventory.opening.list({ limit: 1 })).rows[0])
      .toMatchObject({ pieces: 80, unitCost: 99_000 })
  })
})

describe('Pembelian', () => {
  test('Terima Barang by keyboard: dozens are pieces, freight is spread, the rest is owed', async () => {
    const before = await stock('KMJ-LUK-L')
    await shop.visit('/pembelian?new=1')
    await page.getByRole('combobox', { name: 'Pemasok' }).waitFor()
    await type('Batik Sekar Wangi')
    await press('Enter')
    await type('2 lusin lung ukir L')
    await press('Enter')
    await expect.poll(focusedPlace).toMatch(/^price\//)
    await press('Control+a')
    await type('98rb')
    await press('Enter')
    await type('1 kodi kawung alit M')
    await press('Enter')
    await expect.poll(focusedPlace).toMatch(/^price\//)
    await press('Control+a')
    await type('88000')
    await press('Enter', 'Enter')
    await type('150rb')
    await page.getByText('2 SKU, 44 pcs').waitFor()
    await press('Control+Enter')
    await panel().getByRole('heading', { name: 'Batik Sekar Wangi' }).waitFor()
    const { rows } = await shop.client.purchasing.list({ limit: 1 })
    const purchase = await shop.client.purchasing.get({ id: rows[0]!.id })
    expect(purchase).toMatchObject({ pieces: 44, total: 4_262_000, owed: 4_262_000, extraCost: 150_000 })
    expect(purchase.lines.map(({ sku, pieces }) => [sku, pieces])).toEqual([
      ['KMJ-LUK-L', 24],
      ['KMJ-KWA-M', 20],
    ])
    expect(purchase.lines.reduce((sum, { landedCost }) => sum + landedCost, 0)).toBe(purchase.total)
    expect((await stock('KMJ-LUK-L')).onHand).toBe(before.onHand + 24)
  })

  test('the same purchase is corrected under its own number', async () => {
    const { rows } = await shop.client.purchasing.list({ limit: 1 })
    await shop.visit(`/pembelian?id=${rows[0]!.id}`)
    await panel()
      .getByRole('button', { name: /Betulkan/ })
      .waitFor()
    await press('e')
    await page.getByLabel('Jumlah Kemeja Kawung Alit, Soga, M').focus()
    await type('10')
    await press('Enter', 'Control+Enter')
    await expect.poll(async () => (await shop.client.purchasing.get({ id: rows[0]!.id })).pieces).toBe(34)
    expect((await shop.client.purchasing.list({ limit: 1 })).rows[0]!.number).toBe(rows[0]!.number)
  })
})

describe('every screen', () => {
  /** Each screen with something that stands there once it is drawn. */
  const SCREENS = [
    ['/stok?sku=KMJ-LUK-L', 'aside dl'],
    ['/stok/opname', '[role="combobox"]'],
    ['/stok/awal', '[data-place^="pieces/"]'],
    ['/stok/kurang', 'main section li'],
    ['/stok/riwayat', '[data-row]'],
    ['/stok/kartu?sku=KMJ-LUK-L', '[data-row]'],
    ['/pembelian', '[data-row]'],
    ['/pembelian?new=1', 'aside dl'],
  ] as const
  test('is accessible and fits, in light and dark', async () => {
    const found: string[] = []
    for (const [address, drawn] of SCREENS) {
      await shop.visit(address)
      await page.locator(drawn).first().waitFor()
      found.push(...(await complaintsInBothSchemes(shop)).map((complaint) => `${address} ${complaint}`))
    }
    expect(found).toEqual([])
  }, 180_000)

  test('nothing broke in the page on the way', () => {
    expect(shop.broken).toEqual([])
  })
})
