import { existsSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { ANSWERS } from '../builders/a-core.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'
import { aWindow } from './a-window.ts'

const ORDERS = 6_000

const aLargeFile = () => {
  const file = anOrderFile()
  for (let index = 0; index < ORDERS; index++)
    file.withOrder(`261105${String(index).padStart(8, '0')}`, {
      status: 'Selesai',
      placedAt: '2026-11-05 10:00',
      items: [{ product: 'Kemeja Kawung', sku: 'KMJ-KWG', pieces: 1, price: 150_000 }],
    })
  return Buffer.from(file.csv())
}

test('a trial: 6,000 orders come in under a bar with its numbers, the books begin on another day, and the shop is emptied after two questions', async () => {
  const shop = await aWindow()
  onTestFinished(() => shop.close())
  const { page, client, visit } = shop
  const completed = async () =>
    (await client.orders.tabs()).reduce((sum, { tab, orders }) => sum + (tab === 'completed' ? orders : 0), 0)
  await client.settings.setUp(ANSWERS)
  await visit('/impor')
  await page.getByText('Seret berkas ke sini').waitFor()
  await page.setInputFiles('input[type=file]', { name: 'Order.all.csv', mimeType: '', buffer: aLargeFile() })
  await page.getByLabel('Nama toko').waitFor()
  await page.keyboard.type('Batik', { delay: 70 })
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Masukkan 6.000 pesanan' }).waitFor()
  await page.keyboard.press('Enter')

  // elsewhere it is said of which moment the figures are, and how far it is
  await page.getByRole('progressbar').first().waitFor()
  await page.evaluate(() => {
    location.hash = '/pesanan'
  })
  const bar = page.getByRole('status').filter({ hasText: 'Mengimpor Order.all.csv' })
  await bar.getByText(/^[1-9][\d.]* dari 6\.000 pesanan$/).waitFor()
  expect(await bar.innerText()).toContain('Angka dan daftar per 09.14 sampai selesai.')
  expect(await completed()).toBe(0)
  expect(await bar.getByRole('button', { name: 'Batal' }).count()).toBe(1)
  await bar.waitFor({ state: 'hidden', timeout: 120_000 })
  expect(await completed()).toBe(ORDERS)

  await visit('/pengaturan')
  const beginning = page.getByLabel('Pembukuan dimulai')
  await beginning.fill('1 Okt 2026')
  await beginning.press('Enter')
  await page.getByRole('button', { name: 'Mulai pembukuan 1 Okt 2026' }).press('Enter')
  await page.getByRole('progressbar', { name: 'Memulai pembukuan 1 Okt 2026' }).waitFor()
  await page.getByRole('progressbar').waitFor({ state: 'hidden', timeout: 120_000 })
  expect((await client.settings.get()).startDay).toBe('2026-10-01')
  expect((await client.ledger.verify()).findings.filter(({ ok }) => !ok)).toEqual([])

  await page.getByLabel(`Ketik nama toko: ${ANSWERS.businessName}`).fill(ANSWERS.businessName)
  await page.getByRole('button', { name: 'Kosongkan Toko' }).press('Enter')
  const question = page.getByRole('dialog', { name: `Kosongkan ${ANSWERS.businessName}?` })
  await question.getByText('Salinan lengkap toko ini disimpan dulu').waitFor()
  expect(await completed()).toBe(ORDERS)
  await question.getByRole('button', { name: 'Kosongkan Toko' }).click()
  await page.getByRole('heading', { name: 'Apa nama usaha Anda?' }).waitFor()
  await page.getByText('Toko sebelumnya tersimpan di').waitFor()
  const { keptBeforeEmptying } = await client.settings.status()
  expect(existsSync(keptBeforeEmptying!)).toBe(true)
  expect(await completed()).toBe(0)
  expect(shop.broken).toEqual([])
})
