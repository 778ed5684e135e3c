import { readFileSync } from 'node:fs'
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
const focusedPlace = () => page.evaluate(() => document.activeElement?.getAttribute('data-place') ?? '')
const products = () => shop.client.catalog.products
const variants = () => shop.client.catalog.variants
const variant = async (code: string) => (await variants().byCode({ code }))!
const productOf = async (code: string) => products().get({ id: (await variant(code)).productId })
const edit = async (code: string) => {
  await shop.visit(`/produk?id=${(await variant(code)).productId}`)
  await page.getByLabel('Nama produk').waitFor()
}
const saved = async (sentence: RegExp | string) => {
  await press('Control+Enter')
  await page.getByText(sentence).first().waitFor()
  await page.locator('[data-row]').first().waitFor()
}

/** One dot, as PNG. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

describe('a new product', () => {
  test('8 motifs x 6 colours x 6 sizes are 288 SKUs by keyboard', async () => {
    await shop.visit('/produk')
    await page.locator('[data-row]').first().waitFor()
    await press('n')
    await page.getByLabel('Nama produk').waitFor()
    await type('Sarung Troso')
    await press('Enter')
    await type('Sarung')
    await press('Enter')
    // lists are pasted here; typing them takes a person about twenty seconds
    await page.keyboard.insertText('Lung, Kawung, Parang, Truntum, Sekar, Mega, Macan, Ceplok')
    await press('Enter')
    await page.keyboard.insertText('Biru, Soga, Merah, Hijau, Hitam, Krem')
    await press('Enter')
    await page.keyboard.insertText('S, M, L, XL, XXL, 3XL')
    await page.getByText('8 x 6 x 6 = 288 SKU').waitFor()
    await press('Enter', 'Enter')
    await type('165rb')
    await press('Enter')
    await expect.poll(focusedPlace).toMatch(/^price\//)
    await press('Control+Enter')
    await expect
      .poll(async () => (await products().list({ query: 'Sarung Troso' })).rows[0])
      .toMatchObject({ name: 'Sarung Troso', skus: 288, lowestPrice: 165_000, highestPrice: 165_000 })
    await page.locator('[data-row]').getByText('Sarung Troso').waitFor()
  })

  test('60 SKUs stand in the matrix of Stok, each in its own cell', async () => {
    await shop.visit('/produk?new=1')
    await page.getByLabel('Nama produk').fill('Rok Plisket')
    await page.getByLabel('Motif').fill('Lung, Kawung, Parang')
    await page.getByLabel('Warna').fill('Biru, Soga, Merah, Hijau')
    await page.getByLabel('Ukuran').fill('S, M, L, XL, XXL')
    await page.getByLabel('Ukuran').press('Enter')
    await press('Enter')
    await type('99rb')
    await press('Enter')
    await expect.poll(focusedPlace).toMatch(/^price\//)
    await saved('Tersimpan. Rok Plisket, 60 SKU.')
    await shop.visit('/stok?query=rok plisket')
    await expect.poll(() => page.locator('[data-sku^="RPL-"]').count()).toBe(60)
    await page.locator('[role="row"].jumlah').getByText('60 SKU').waitFor()
  })

  test('a SKU that is taken is said beside its field, and nothing typed is lost', async () => {
    await shop.visit('/produk?new=1')
    await page.getByLabel('Nama produk').waitFor()
    await type('Kemeja Baru')
    await page.getByLabel('Awal SKU').fill('KMJ-LUK-M')
    await press('Enter', 'Enter')
    await page.getByLabel('Kode SKU Satu ukuran').waitFor()
    await press('Control+Enter')
    await page.getByText('Kode SKU KMJ-LUK-M sudah dipakai').waitFor()
    expect(await page.getByLabel('Kode SKU Satu ukuran').getAttribute('aria-invalid')).toBe('true')
    expect(await page.getByLabel('Nama produk').inputValue()).toBe('Kemeja Baru')
  })
})

describe('the editor', () => {
  test('a scan fills the barcode where the focus is, and one that is known here moves nothing', async () => {
    await edit('KMJ-LUK-M')
    const known = (await variant('KMJ-LUK-XL')).barcode!
    await page.getByLabel('Barcode Lung Ukir, Biru, L', { exact: true }).focus()
    await scan('8991112223334')
    await expect
      .poll(() => page.getByLabel('Barcode Lung Ukir, Biru, L', { exact: true }).inputValue())
      .toBe('8991112223334')
    await page.getByLabel('Nama produk').focus()
    await scan(known)
    await page.getByText(`Barcode ${known} sudah milik Lung Ukir, Biru, XL`).waitFor()
    await saved('Tersimpan. Kemeja Lung Ukir, 5 SKU.')
    expect((await variant('8991112223334')).sku).toBe('KMJ-LUK-L')
    expect((await variant(known)).sku).toBe('KMJ-LUK-XL')
  })

  test('unit and safety stock are filled in, Ctrl+D fills down, and another editor finds them so', async () => {
    await edit('KAI-MCK')
    await page.getByLabel('Satuan').first().focus()
    await press('Enter')
    await page.getByRole('option', { name: 'm', exact: true }).click()
    await press('Alt+m')
    await page.locator('[data-place^="safetyStock/"]').fill('4')
    await saved(/^Tersimpan\. Kain Macan Kurung/)
    expect(await variant('KAI-MCK')).toMatchObject({ unit: 'm', safetyStock: 4 })
    await edit('KMJ-PRK-M')
    await press('Alt+m')
    const first = page.locator('[data-place^="safetyStock/"]').first()
    await first.fill('2')
    await first.press('Control+d')
    await saved(/^Tersimpan\. Kemeja Parang Kartini/)
    expect((await productOf('KMJ-PRK-M')).variants.map(({ safetyStock }) => safetyStock)).toEqual([2, 2, 2, 2, 2])
  })

  test('a new product has its Stok Awal and Harga Modal by keyboard, and a change of them is taken back', async () => {
    await shop.visit('/produk?new=1')
    await page.getByLabel('Nama produk').fill('Selendang Sekar')
    await page.getByLabel('Warna').fill('Biru, Soga')
    await page.getByLabel('Warna').press('Enter')
    await press('Enter', 'Enter', 'Enter')
    await expect.poll(focusedPlace).toMatch(/^price\//)
    await type('90rb')
    await press('Control+d', 'Alt+m')
    const pieces = page.locator('[data-place^="openingPieces/"]')
    const cost = page.locator('[data-place^="openingCost/"]')
    await pieces.first().fill('12')
    await pieces.first().press('Control+d')
    await cost.first().fill('60%')
    await cost.first().press('Control+d')
    await saved('Tersimpan. Selendang Sekar, 2 SKU.')
    const stood = async () =>
      (await shop.client.inventory.opening.list({ query: 'selendang sekar' })).rows.map((row) => [
        row.pieces,
        row.unitCost,
      ])
    expect(await stood()).toEqual([
      [12, 54_000],
      [12, 54_000],
    ])
    await page.locator('[data-row]').getByText('Selendang Sekar').click()
    await page.getByLabel('Nama produk').waitFor()
    await press('Alt+m')
    await pieces.first().fill('7')
    await saved('Tersimpan. Selendang Sekar, 2 SKU.')
    expect((await stood())[0]).toEqual([7, 54_000])
    await press('Control+z')
    await expect.poll(async () => (await stood())[0]).toEqual([12, 54_000])
  })

  test('leaving with changes asks, and says what would be lost', async () => {
    await edit('DST-MGB-M')
    await page.getByLabel('Nama produk').fill('Daster Mega')
    await press('Escape')
    await page.getByText('Perubahan pada Daster Mega yang belum disimpan').waitFor()
    await press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await page.getByLabel('Nama produk').inputValue()).toBe('Daster Mega')
    await press('Escape')
    await page.getByRole('button', { name: 'Tinggalkan' }).click()
    await page.locator('[data-row]').first().waitFor()
    expect((await productOf('DST-MGB-M')).name).toBe('Daster Mega Biru')
  })

  test('archived goods leave the list and the search, and come back from Diarsipkan', async () => {
    const { id, name } = await productOf('OUT-SJG-M')
    await edit('OUT-SJG-M')
    await page.getByRole('button', { name: 'Arsipkan' }).click()
    await page.getByText('Riwayat, stok, dan pesanannya tetap ada.').waitFor()
    await press('Enter')
    await page.getByText(`${name} diarsipkan.`).waitFor()
    expect(await variants().search({ query: 'OUT-SJG' })).toEqual([])
    await page.getByLabel('Diarsipkan').check()
    await page.locator('[data-row]').getByText(name).waitFor()
    await page.locator('[data-row]').first().focus()
    await press('Enter')
    await page.getByRole('button', { name: 'Aktifkan Lagi' }).click()
    await page.getByText(`${name} aktif lagi.`).waitFor()
    expect(await products().get({ id })).toMatchObject({ archived: false })
  })
})

describe('photos', () => {
  const picture = async (width: number, height: number, mimeType: string) => {
    const dataUrl = await page.evaluate(
      ([width, height, type]) => {
        const canvas = document.createElement('canvas')
        canvas.width = width
        canvas.height = height
        const paper = canvas.getContext('2d')!
        paper.fillStyle = '#2e3f7f'
        paper.fillRect(0, 0, width / 2, height)
        return canvas.toDataURL(type)
      },
      [width, height, mimeType] as const,
    )
    const buffer = Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64')
    return { name: `foto.${mimeType.slice(6)}`, mimeType, buffer }
  }
  const choose = async (file: { name: string; mimeType: string; buffer: Buffer }) =>
    page.locator('input[type="file"][aria-label="Pilih Foto"]').setInputFiles(file)
  const shown = async () =>
    (await page.locator('main img').count()) > 0 ? page.locator('main img').first().getAttribute('src') : null

  test.each(['image/jpeg', 'image/png', 'image/webp'])('%s is taken, and stays after saving', async (mimeType) => {
    await edit('BLS-TRT-M')
    const before = await shown()
    await choose(await picture(900, 600, mimeType))
    await expect.poll(shown).not.toBe(before)
    await saved(/^Tersimpan\. Blus Truntum/)
    const { photoId } = await productOf('BLS-TRT-M')
    expect((await shop.client.catalog.photos.get({ id: photoId! }))?.type).toBe('image/webp')
  })

  test('a photo of 24 megapixels is shrunk before it is kept', async () => {
    await edit('BLS-KST-M')
    await choose(await picture(6000, 4000, 'image/jpeg'))
    await expect.poll(() => page.locator('main img').count()).toBeGreaterThan(0)
    const size = await page
      .locator('main img')
      .first()
      .evaluate(async (image: HTMLImageElement) => {
        await image.decode()
        return [image.naturalWidth, image.naturalHeight]
      })
    expect(size).toEqual([480, 320])
  })

  test('a file that is no photo is refused in a sentence and changes nothing; a photo can be taken off', async () => {
    await edit('BLS-TRT-M')
    await expect.poll(() => page.locator('main img').count()).toBeGreaterThan(0)
    const before = await shown()
    await choose({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('%PDF-1.7') })
    await page.getByText('Berkas ini tidak terbaca sebagai foto.').waitFor()
    expect(await shown()).toBe(before)
    await page.getByRole('button', { name: 'Lepas Foto' }).click()
    await saved(/^Tersimpan\. Blus Truntum/)
    expect((await productOf('BLS-TRT-M')).photoId).toBeNull()
  })
})

test('the picture of a colour is chosen in its row, for all its sizes', async () => {
  await edit('DST-MGB-M')
  await page.getByRole('button', { name: 'Foto Mega Biru, Biru, M', exact: true }).click()
  await page.getByText('Pilih Foto untuk Mega Biru, Biru, semua ukuran').waitFor()
  const file = { name: 'biru.png', mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') }
  await page.locator('input[type="file"][aria-label="Foto Mega Biru, Biru, M"]').setInputFiles(file)
  await expect.poll(() => page.locator('main img').count()).toBeGreaterThan(1)
  await page.keyboard.press('Escape')
  await saved(/^Tersimpan\. Daster Mega Biru/)
  const { variants: stored, photoId } = await productOf('DST-MGB-M')
  expect(photoId).toBeNull()
  expect(new Set(stored.map(({ ownPhotoId }) => ownPhotoId)).size).toBe(1)
  expect(stored[0]!.ownPhotoId).not.toBeNull()
})

describe('bundles', () => {
  test('made by keyboard and scanner, opened again with their pieces, and made of other goods', async () => {
    const { barcode } = await variant('BLS-TRT-M')
    await shop.visit('/produk?new=1')
    await page.getByLabel('Nama produk').waitFor()
    await type('Paket Sarimbit')
    await page
      .getByRole('tab', { name: 'Paket Bundling' })
      .or(page.getByRole('radio', { name: 'Paket Bundling' }))
      .first()
      .click()
    await page.getByRole('combobox', { name: 'Tambah isi paket' }).focus()
    await type('1 lung ukir L')
    await press('Enter')
    await scan(barcode!)
    await page.getByLabel(/^Jumlah Blus Truntum/).waitFor()
    await page.getByLabel('Kode SKU Satu ukuran').fill('PKT-SRB')
    await page.getByLabel('Harga Jual Satu ukuran').fill('289rb')
    await saved('Tersimpan. Paket Sarimbit, 1 SKU.')
    const skuOf = async (id: string) => (await shop.client.inventory.level({ variantId: id })).sku
    const parts = async () =>
      Object.fromEntries(
        await Promise.all(
          (await variant('PKT-SRB')).components.map(async ({ variantId, pieces }) => [await skuOf(variantId), pieces]),
        ),
      )
    expect(await parts()).toEqual({ 'KMJ-LUK-L': 1, 'BLS-TRT-M': 1 })

    await edit('PKT-SRB')
    await page.getByLabel('Jumlah Kemeja Lung Ukir, Biru, L').fill('2')
    await page.getByRole('button', { name: /^Keluarkan Blus Truntum/ }).click()
    await saved('Tersimpan. Paket Sarimbit, 1 SKU.')
    expect(await parts()).toEqual({ 'KMJ-LUK-L': 2 })
  })
})

describe('product files', () => {
  /** The file a person gets from the button. */
  const exported = async (format: 'CSV' | 'XLSX') => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Ekspor ${format}` }).click(),
    ])
    return { name: download.suggestedFilename(), mimeType: '', buffer: readFileSync(await download.path()) }
  }
  const choose = async (file: { name: string; mimeType: string; buffer: Buffer }) => {
    await page.getByRole('dialog').waitFor()
    await page.locator('[role="dialog"] input[type="file"]').setInputFiles(file)
  }
  const facts = async () => (await page.getByRole('dialog').innerText()).replace(/\s+/g, ' ')

  test.each(['CSV', 'XLSX'] as const)('%s goes out and comes back: nothing is new, nothing changed', async (format) => {
    await shop.visit('/produk')
    await page.locator('[data-row]').first().waitFor()
    const file = await exported(format)
    await press('i')
    await choose(file)
    await page.getByText('Tidak ada yang baru atau berubah dalam berkas ini.').waitFor()
    expect(await facts()).toMatch(/SKU baru 0 SKU berubah 0 SKU tetap \d+/)
    await press('Escape')
  })

  test('edited in a spreadsheet: counted first, written once, and twice changes nothing', async () => {
    await shop.visit('/produk')
    await page.locator('[data-row]').first().waitFor()
    const file = await exported('CSV')
    const price = (await variant('KMJ-LUK-S')).price
    const text = file.buffer.toString('utf8')
    const line = text.split('\n').find((each) => each.includes('KMJ-LUK-S'))!
    const edited = { ...file, buffer: Buffer.from(text.replace(line, line.replace(String(price), '171500'))) }
    await press('i')
    await choose(edited)
    await page.getByText('Belum ada yang ditulis. Ini hitungannya.').waitFor()
    expect(await facts()).toMatch(/SKU baru 0 SKU berubah 1 /)
    expect((await variant('KMJ-LUK-S')).price).toBe(price)
    await press('Control+Enter')
    await page.getByText('0 SKU baru, 1 SKU berubah.').waitFor()
    expect((await variant('KMJ-LUK-S')).price).toBe(171_500)
    await press('i')
    await choose(edited)
    await page.getByText('Tidak ada yang baru atau berubah dalam berkas ini.').waitFor()
    await press('Escape')
  })

  test('a bad cell is named by row and column, and the same dialog takes the mended file', async () => {
    await shop.visit('/produk')
    await page.locator('[data-row]').first().waitFor()
    const file = await exported('CSV')
    const text = file.buffer.toString('utf8')
    const lines = text.split('\n')
    const row = lines.findIndex((each) => each.includes('KMJ-LUK-S')) + 1
    const cells = lines[row - 1]!.split(',')
    cells[lines[0]!.split(',').indexOf('Harga Jual')] = 'seratus'
    const bad = text.replace(lines[row - 1]!, cells.join(','))
    await press('i')
    await choose({ ...file, buffer: Buffer.from(bad) })
    await page.getByText(`Baris ${row}, Harga Jual`).waitFor()
    await page.getByText('bukan bilangan bulat').waitFor()
    await choose({ name: 'catatan.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\n1;2\n') })
    await expect.poll(facts).toContain('catatan.csv')
    await choose(file)
    await page.getByText('Tidak ada yang baru atau berubah dalam berkas ini.').waitFor()
    await press('Escape')
  })
})

describe('every screen', () => {
  test('is accessible and fits, in light and dark', async () => {
    const found: string[] = []
    const look = async (what: string) =>
      found.push(...(await complaintsInBothSchemes(shop)).map((complaint) => `${what} ${complaint}`))
    await shop.visit('/produk')
    await page.locator('[data-row]').first().waitFor()
    await look('list')
    await press('i')
    await page.getByRole('dialog').waitFor()
    await look('import')
    await shop.visit('/produk?new=1')
    await page.locator('[data-place="name"]').waitFor()
    await look('new')
    await edit('PKT-SRB')
    await look('bundle')
    await edit('KMJ-LUK-M')
    await look('editor')
    expect(found).toEqual([])
  }, 120_000)

  test('nothing broke in the page on the way', () => {
    expect(shop.broken).toEqual([])
  })
})
