import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anOrderFile } from '../builders/shopee-order-file.ts'
import { type AppWindow, aWindow, complaints } from './a-window.ts'

const HEADINGS = 'No. Pesanan,Status Pesanan,Nama Produk,Jumlah,Harga Setelah Diskon,Total Pembayaran'

/** A year of a large shop, in the fewest columns that are an order list. */
const aLongFile = () =>
  Buffer.from(
    `${HEADINGS}\n${Array.from({ length: 190_000 }, (_, index) => `261104${String(index).padStart(8, '0')},Selesai,Outer,1,1.250,1.250\n`).join('')}`,
  )

/** Two sound orders, one with a quantity that is none, one whose price cannot be read. */
const aFileWithProblems = () =>
  anOrderFile()
    .withOrder('261104HN3T8WQA', { items: [{ price: 150_000 }] })
    .withOrder('261105HN3T8WQB', { status: 'Selesai', cells: { 'Perkiraan Ongkos Kirim': 'gratis ongkir' } })
    .withOrder('261106HN3T8WQC', { cells: { 'Waktu Pesanan Dibuat': 'kemarin sore' }, items: [{ price: 80_000 }] })
    .withOrder('261107HN3T8WQD', { cells: { 'Harga Setelah Diskon': 'gratis' } })
    .xlsx()

async function choose(page: Page, name: string, bytes: Uint8Array) {
  await page.setInputFiles('input[type=file]', { name, mimeType: '', buffer: Buffer.from(bytes) })
}

let app: AppWindow
beforeAll(async () => {
  app = await aWindow({ sample: true })
})
afterAll(() => app?.close())

/** The page as it is when nobody has chosen a file yet. */
async function openImport() {
  await app.visit('/impor')
  await app.page.reload()
  await app.page.getByText('Seret berkas ke sini').waitFor()
}

describe('a file with rows that cannot be read', () => {
  beforeAll(async () => {
    await openImport()
    await choose(app.page, 'Order.all.20261101_20261107.xlsx', aFileWithProblems())
    await app.page.getByRole('button', { name: 'Masukkan 2 pesanan' }).waitFor()
  })

  test('the preview says what those rows are worth where they tell it', async () => {
    const row = app.page.getByRole('row', { name: /Bermasalah/ })
    expect(await row.innerText()).toMatch(/tertahan, 1 baris tanpa nilai\s+2\s+2\s+Rp80\.000/)
    const screen = await app.page.getByRole('main').innerText()
    expect(screen).toContain('Baris 4, kolom J (Waktu Pesanan Dibuat) berisi “kemarin sore”')
    expect(screen).toContain('Baris 5, kolom S (Harga Setelah Diskon) berisi “gratis”')
  })

  test('a cell that no effect needs is a remark, counted apart and opened by a click', async () => {
    const cell = app.page.getByText('berisi “gratis ongkir”')
    expect(await cell.isVisible()).toBe(false)
    await app.page.getByText('1 catatan tidak menahan pesanan apa pun').click()
    await cell.waitFor()
    expect(await app.page.getByRole('main').innerText()).toContain('2 masalah di berkas')
    await app.page.evaluate(() => (document.activeElement as HTMLElement).blur())
  })

  test('nothing on it offends a screen reader', async () => {
    for (const scheme of ['dark', 'light'] as const) {
      await app.client.settings.change({ scheme })
      await app.page.locator(`[data-mantine-color-scheme="${scheme}"]`).waitFor()
      expect(await complaints(app.page, scheme)).toEqual([])
    }
  })

  test('S keeps the problems as a list for Excel', async () => {
    const [download] = await Promise.all([app.page.waitForEvent('download'), app.page.keyboard.press('s')])
    expect(download.suggestedFilename()).toBe('masalah-Order.all.20261101_20261107.csv')
    const text = readFileSync(await download.path(), 'utf8')
    const [head, ...rows] = text.trimEnd().split('\r\n')
    expect(head).toBe('\uFEFFBaris;Kolom;Judul kolom;No. Pesanan;Isi sel;Masalah;Yang perlu dilakukan;Akibat')
    expect(rows[0]).toMatch(/^3;AO;Perkiraan Ongkos Kirim;.*;Pesanan tetap masuk$/)
    expect(rows[1]).toBe(
      '4;J;Waktu Pesanan Dibuat;261106HN3T8WQC;kemarin sore;"Berisi “kemarin sore”, bukan tanggal seperti 2026-08-31 14:05.";"Perbaiki selnya, lalu impor lagi.";Pesanan tertahan',
    )
    await app.page.getByText('Buka di Excel, lalu perbaiki berkasnya').waitFor()
  })

  test('Enter takes the sound orders in, and the history keeps the problems', async () => {
    await app.page.keyboard.press('Enter')
    await app.page.getByText('2 pesanan masuk').first().waitFor()
    const { rows } = await app.client.channels.files.history({ limit: 1 })
    expect(rows).toMatchObject([{ fileName: 'Order.all.20261101_20261107.xlsx', counts: { added: 2, keptOut: 2 } }])
    const kept = await app.client.channels.files.problemsFile({ importId: rows[0]!.id })
    expect((await kept.text()).trimEnd().split('\r\n').length).toBeGreaterThan(2)
    const found = async (query: string) => {
      const { rows } = await app.client.orders.list({ tab: 'to_ship', query, limit: 5 })
      return rows.map(({ number }) => number)
    }
    expect(await found('261104HN3T8WQA')).toEqual(['261104HN3T8WQA'])
    expect(await found('261106HN3T8WQC')).toEqual([])
    expect(app.broken).toEqual([])
  })
})

describe('a very long file', () => {
  test('reading tells its rows, goes on while other pages are open, and stops when told', async () => {
    const { page, client } = app
    const before = await client.channels.files.history({ limit: 1 })
    await openImport()
    await choose(page, 'setahun.csv', aLongFile())
    await page.getByText('Membaca setahun.csv').waitFor()
    await page
      .getByText(/^\d+\.000|^\d+\.\d{3} baris$/)
      .first()
      .waitFor()
    await page.evaluate(() => {
      location.hash = '/pesanan'
    })
    const inStatusBar = page.getByRole('button', { name: /Membaca setahun\.csv/ })
    await inStatusBar.click()
    await page.getByRole('button', { name: 'Batal' }).click()
    await page.getByText('Impor dibatalkan. Tidak ada yang tersimpan.').waitFor()
    expect(await client.channels.files.history({ limit: 1 })).toEqual(before)
    expect(app.broken).toEqual([])
  })
})

const DOWNLOAD = join(import.meta.dirname, '../../../shared/samples/shopee/orders-2026-08-50col-tipe-pesanan.xlsx')

describe.skipIf(!existsSync(DOWNLOAD))('a real download (skipped where ../shared/samples is absent)', () => {
  test('comes in whole, and a second time brings nothing', async () => {
    const { page } = app
    await openImport()
    await page.setInputFiles('input[type=file]', DOWNLOAD)
    await page.getByText('Semua jumlahnya sama dengan berkas').waitFor()
    const said = await page.getByRole('row', { name: /^Di berkas/ }).innerText()
    expect(said.split(/\s+/).slice(-5)).toEqual(['135', '174', 'Rp21.982.500', 'Rp18.316.804', 'Rp14.689.397'])
    // nothing of it is known to Batik Ratna
    await page.getByText('Tidak satu pun dari 6 nama barang di berkas ini dikenal di Batik Ratna Official').waitFor()
    await page.keyboard.press('d')
    await page.getByRole('dialog').getByRole('button', { name: 'Tetap di toko ini' }).click()
    await page.getByText('135 pesanan masuk').first().waitFor()
    await page.keyboard.press('Escape')
    await page.setInputFiles('input[type=file]', DOWNLOAD)
    await page.getByText('Semua sudah sama. Tidak ada yang perlu dimasukkan.').waitFor()
    expect(await page.getByText('Berkas ini sudah pernah diimpor').isVisible()).toBe(true)
    expect(app.broken).toEqual([])
  })
})

describe('a file that is refused', () => {
  beforeAll(openImport)

  const sound = anOrderFile().withOrder('261104HN3T8WQA').xlsx()
  test.each<[string, Uint8Array, string]>([
    ['foto.xlsx', Buffer.from('ffd8ffe000104a464946', 'hex'), 'isinya gambar'],
    ['terpotong.xlsx', sound.subarray(0, sound.length >> 1), 'bagian akhirnya tidak ada'],
    ['kosong.csv', new Uint8Array(), 'kosong.csv kosong'],
    ['tabel.xls', Buffer.from('<table><tr><td>No. Pesanan'), 'isinya halaman web'],
    ['kurang.xlsx', anOrderFile().withOrder('261104HN3T8WQA').without('Jumlah').xlsx(), 'tidak ada kolom Jumlah'],
    ['belanja.csv', Buffer.from('Tanggal;Barang;Harga\n1/8;Lakban;12000\n'), 'Kolom di belanja.csv tidak dikenali'],
  ])('%s says why, stores nothing and leaves the page ready', async (name, bytes, why) => {
    await choose(app.page, name, bytes)
    await app.page.getByText(why).waitFor()
    expect(await app.page.getByText('Belum ada yang disimpan').first().isVisible()).toBe(true)
    expect(await app.page.getByText('Seret berkas ke sini').isVisible()).toBe(true)
    expect(app.broken).toEqual([])
  })

  test('one too large to be read says so before it is read', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'lumbung-large-')), 'besar.csv')
    writeFileSync(path, Buffer.alloc(51 * 1024 * 1024, 'a'))
    await app.page.setInputFiles('input[type=file]', path)
    await app.page.getByText('berukuran 51 MB, batasnya 50 MB').waitFor()
    rmSync(path)
  })

  test('so does one in which every order is held back', async () => {
    const bytes = anOrderFile()
      .withOrder('261104HN3T8WQA', { cells: { Jumlah: '-2' } })
      .xlsx()
    await choose(app.page, 'semua-salah.xlsx', bytes)
    await app.page.getByText('Semua isi berkas ini tertahan').waitFor()
    await app.page.getByText('berisi “-2”').waitFor()
    expect(await app.page.getByRole('button', { name: 'Simpan daftar masalah' }).isVisible()).toBe(true)
    await app.page.keyboard.press('Escape')
    await app.page.getByText('Seret berkas ke sini').waitFor()
  })
})
