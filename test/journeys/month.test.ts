import { expect, onTestFinished, test } from 'vitest'
import { aMonthOfFiles, FIRST_ORDER } from '../builders/a-month-of-files.ts'
import { aWindow } from './a-window.ts'

/** No stock and no cost was typed: what each order left is known all the same, but for what its goods cost. */
test('a month of one shop: its files dropped at once lead to the profit of an order in at most ten acts', async () => {
  const shop = await aWindow()
  onTestFinished(() => shop.close())
  const { page, client } = shop
  await client.settings.setUp({
    businessName: 'Batik Ratna',
    city: 'Jepara',
    ownerName: 'Ratna',
    zone: 'WIB',
    startDay: '2026-11-01',
    keepsHousehold: true,
    partnerName: 'Yusuf',
  })
  await shop.visit('/impor')
  await page.reload()
  await page.getByText('Seret berkas ke sini').waitFor()
  let acts = 0
  const press = async (key: string) => {
    acts++
    await page.keyboard.press(key)
  }

  acts++
  await page.setInputFiles(
    'input[type=file]',
    aMonthOfFiles().map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })),
  )
  await page.getByRole('checkbox', { name: 'Buku mulai 1 Okt 2026' }).waitFor()
  const files = await page.getByRole('table').innerText()
  expect(files.indexOf('Order.all')).toBeLessThan(files.indexOf('Income.sudah'))
  expect(files.indexOf('Income.sudah')).toBeLessThan(files.indexOf('my_balance'))
  expect(files).toContain('2 jumlah sama dengan ringkasan berkas')

  await page.getByRole('combobox', { name: 'Mutasi BCA 0123456789' }).click()
  await page.getByRole('option', { name: 'Bank usaha 1' }).click()
  acts += 2
  await press('Enter')
  await page.getByRole('heading', { name: '5 berkas masuk' }).waitFor()
  expect(await page.getByRole('main').innerText()).toContain('3 pesanan, 3 pencairan, 6 baris saldo, 2 baris mutasi')
  await press('3')
  await page.getByText(FIRST_ORDER.number).first().waitFor()
  await press('End')
  await press('Enter')
  await page.getByText('Dari Omzet Kotor ke Laba').waitFor()
  const panel = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ')
  expect(panel).toContain('Omzet Kotor Rp150.000')
  expect(panel).toContain('Biaya Administrasiperkiraan -Rp12.375, tarif berubah -Rp18.750')
  expect(panel).toContain('Biaya Proses Pesanan -Rp1.250')
  expect(panel).toContain('Laba Bersih Pesananbelum lengkap Rp130.000')
  expect(acts).toBeLessThanOrEqual(10)

  expect(await client.ledger.verify()).toMatchObject({ ok: true })
  expect(shop.broken).toEqual([])
})
