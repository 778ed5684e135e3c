import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from '../../scripts/chromium.mjs'
import { type AppWindow, aWindow, complaints } from './a-window.ts'

const isSkipped = findChromium() === null
const reason = isSkipped ? ' (skipped: no Chromium here)' : ''

describe.skipIf(isSkipped)(`the books, by keyboard${reason}`, () => {
  let shop: AppWindow
  beforeAll(async () => {
    shop = await aWindow({ sample: true })
  }, 180_000)
  afterAll(() => shop?.close())

  test('a cash expense is amount, Enter, a number, Enter; the books hold it at once', async () => {
    const { page, client, visit } = shop
    await visit('/pembukuan/kas')
    await page.getByLabel('Jumlah', { exact: true }).waitFor()
    const before = await client.ledger.labaRugi({ from: '2026-11-22', to: '2026-11-22' })
    await page.keyboard.type('25rb')
    await page.keyboard.press('Enter')
    await page.keyboard.press('2')
    await page.keyboard.type('Bensin antar paket ke gerai')
    await page.keyboard.press('Enter')
    await page.getByText('Pengeluaran usaha Rp25.000 tercatat.').waitFor()

    const [newest] = (await client.cash.list({ query: 'ke gerai' })).rows
    expect(newest).toMatchObject({
      day: '2026-11-22',
      amount: 25_000,
      event: { what: 'business expense', wallet: '1101', account: '6206' },
    })
    const after = await client.ledger.labaRugi({ from: '2026-11-22', to: '2026-11-22' })
    expect(after.netProfit.amount).toBe(before.netProfit.amount - 25_000)
  }, 60_000)

  test('P makes it private before it is saved: profit stays as it was, and both books get their entry', async () => {
    const { page, client, visit } = shop
    await visit('/pembukuan/kas')
    await page.getByLabel('Jumlah', { exact: true }).waitFor()
    await page.getByLabel('Jumlah', { exact: true }).focus()
    await page.keyboard.press('p')
    await page.getByRole('radio', { name: 'Makan dan dapur' }).waitFor()
    await page.keyboard.type('80000')
    await page.getByText('prive (ambilan pribadi), laba tidak berubah').waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('1')
    await page.keyboard.type('Gas dan beras')
    await page.keyboard.press('Enter')
    await page.getByText('Belanja pribadi dari uang usaha Rp80.000 tercatat.').waitFor()

    const [newest] = (await client.cash.list({ query: 'Gas dan beras' })).rows
    expect(newest?.event).toMatchObject({ what: 'private expense', householdAccount: '9501', amount: 80_000 })
    const document = { documentKind: 'cash-record', documentId: newest?.id ?? '' }
    expect((await client.ledger.entries({ book: 'usaha', ...document })).rows).toHaveLength(1)
    expect((await client.ledger.entries({ book: 'rumah', ...document })).rows).toHaveLength(1)
  }, 60_000)

  test('the neraca is balanced, and a figure opens down to the entries it is made of', async () => {
    const { page, client, visit } = shop
    await visit('/pembukuan/neraca?day=2026-11-22')
    await page.getByText('Seimbang').waitFor()
    const { assets } = await client.ledger.neraca({ day: '2026-11-22' })
    const total = `Rp${assets.total.toLocaleString('id-ID')}`
    expect(await page.getByRole('row', { name: /^Jumlah aset/ }).innerText()).toContain(total)

    await page.getByRole('button', { name: 'Kas dan setara kas', exact: true }).press('Enter')
    await page.getByRole('button', { name: 'Kas tunai usaha', exact: true }).press('Enter')
    await page.getByRole('grid', { name: 'Kas tunai usaha' }).waitFor()
    await page.getByText('Bensin antar paket ke gerai').waitFor()
    await page.getByText('Bensin antar paket ke gerai').click()
    await page.getByRole('button', { name: 'Buka dokumen' }).waitFor()
    await page.getByRole('button', { name: 'Bensin antar paket ke gerai' }).click()
    await page.getByRole('button', { name: /Perbaiki/ }).waitFor()
  }, 60_000)

  test('Enter takes money home: prive grows by it and profit does not change', async () => {
    const { page, client, visit } = shop
    const before = await client.household.month({ month: '2026-11' })
    await visit('/rumah-tangga')
    await page.getByRole('button', { name: 'Ambil untuk rumah' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByLabel('Jumlah').fill('500rb')
    await page.keyboard.press('Enter')
    await page.getByText('Rp500.000 diambil untuk rumah.').waitFor()
    const after = await client.household.month({ month: '2026-11' })
    expect(after.prive).toBe(before.prive + 500_000)
    expect(after.profit).toBe(before.profit)
    expect(after.wallHolds).toBe(true)
  }, 60_000)

  test.each(['light', 'dark'] as const)(
    'every page of the books is readable in %s, and nothing scrolls sideways',
    async (scheme) => {
      const { page, client, visit, broken } = shop
      await client.settings.change({ scheme })
      const seen: Record<string, [ready: string, address: string]> = {
        neraca: ['Dibaca begini', '/pembukuan/neraca?open=cash'],
        labaRugi: ['Laba bersih 6 bulan', '/pembukuan/laba-rugi'],
        journal: ['Ekspor CSV', '/pembukuan/jurnal'],
        cash: ['Uang usaha', '/pembukuan/kas'],
        opening: ['Modal Anda pada hari itu', '/pembukuan/awal'],
        account: ['Saldo sebelumnya', '/pembukuan/akun?codes=1101&from=2026-11-01&to=2026-11-22'],
        household: ['Boleh ambil berapa?', '/rumah-tangga'],
      }
      const found: Record<string, string[]> = {}
      for (const [name, [ready, address]] of Object.entries(seen)) {
        await visit(address)
        await page.getByText(ready).first().waitFor()
        await page.locator(`[data-mantine-color-scheme="${scheme}"]`).first().waitFor()
        const complained = await complaints(page)
        if (complained.length > 0) found[name] = complained
      }
      expect(found).toEqual({})
      expect(broken).toEqual([])
    },
    120_000,
  )
})
