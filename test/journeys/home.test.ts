import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { type AppWindow, aWindow, complaints } from './a-window.ts'

let shop: AppWindow
beforeAll(async () => {
  shop = await aWindow({ sample: true })
})
afterAll(() => shop?.close())

const home = async () => {
  await shop.visit('/bantuan')
  await shop.visit('/')
  await shop.page.getByRole('heading', { name: 'Kerjakan sekarang' }).waitFor()
}

test('Beranda says what the core says', async () => {
  const today = await shop.client.reports.today()
  await home()
  await shop.page.getByText(formatRupiah(today.yesterday.profit)).first().waitFor()
  await shop.page.getByText(formatRupiah(today.held.total)).first().waitFor()
  await shop.page.getByText(`Belum Diatur ${formatNumber(today.toShip.toArrange)}`).waitFor()
})

test('every piece of work has its key', async () => {
  for (const [key, address] of [
    ['1', /#\/kemas$/],
    ['3', /cancel_requested.*#\/pesanan/],
    ['4', /returns.*#\/pesanan/],
    ['5', /#\/stok/],
    ['8', /#\/impor$/],
  ] as const) {
    await home()
    await shop.page.keyboard.press(key)
    await shop.page.waitForURL(address)
  }
})

test('key 9 checks both ledgers, here and now', async () => {
  await home()
  await shop.page.getByText('Pembukuan belum pernah diperiksa').waitFor()
  await shop.page.keyboard.press('9')
  await shop.page.getByText(/Pembukuan diperiksa .* cocok/).waitFor()
  expect((await shop.client.settings.status()).lastVerified?.ok).toBe(true)
})

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  test.each([
    { width: 1366, height: 768 },
    { width: 1280, height: 650 },
  ])('Beranda has no complaint at $width', async (size) => {
    await shop.client.settings.change({ scheme })
    await shop.page.setViewportSize(size)
    await home()
    await shop.page.locator(`[data-mantine-color-scheme="${scheme}"]`).waitFor()
    expect(await complaints(shop.page)).toEqual([])
  })
})

test('nothing in the page broke meanwhile', () => expect(shop.broken).toEqual([]))
