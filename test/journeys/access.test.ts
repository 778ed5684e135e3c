import { afterEach, beforeEach, expect, test } from 'vitest'
import { groupsOf } from '../../src-shared/backup/recovery-code.ts'
import { type AppWindow, aWindow, complaints } from './a-window.ts'

const PASSWORD = 'kain jarik sogan'
const PIN = '482913'

let shop: AppWindow
beforeEach(async () => {
  shop = await aWindow({ sample: true })
  const { code, asked } = await shop.client.backup.code.show()
  const groups = asked.map((group) => ({ group, typed: groupsOf(code)[group - 1]! }))
  await shop.client.backup.code.confirm({ groups })
})
afterEach(() => shop?.close())

const seen = (text: string | RegExp) => shop.page.getByText(text).first().waitFor()
const press = (name: string | RegExp) => shop.page.getByRole('button', { name }).first().click()
const type = async (label: string, text: string) => {
  await shop.page.getByLabel(label, { exact: true }).first().focus()
  await shop.page.keyboard.type(text, { delay: 130 })
}
/** The pages in the sidebar. */
const pages = () =>
  shop.page
    .getByRole('navigation')
    .getByRole('link')
    .evaluateAll((links) =>
      links.map((link) => (link.getAttribute('aria-label') ?? link.textContent ?? '').split(/[\d,:]/)[0]!.trim()),
    )

test('a buyer asks to be forgotten: found, shown, and gone, with the order left in the list', async () => {
  const { rows } = await shop.client.orders.list({ tab: 'completed', query: '', limit: 50 })
  const order = rows.find(({ buyer }) => buyer !== '' && !buyer.includes('*'))!
  await shop.visit('/pembeli')
  await type('Cari pembeli: nama, nomor HP, atau nomor pesanan', order.number)
  await press(new RegExp(order.buyer))
  await press('Hapus data pembeli')
  const dialog = shop.page.getByRole('dialog')
  await dialog.getByText('dihapus untuk selamanya', { exact: false }).waitFor()
  await dialog.getByRole('button', { name: 'Hapus data pembeli' }).click()
  await expect.poll(() => shop.client.privacy.find({ query: order.number })).toEqual([])
  const left = await shop.client.orders.list({ query: order.number, limit: 1 })
  expect(left.rows[0]).toMatchObject({ number: order.number, buyer: '' })
})

test('a packer’s shift: she signs in by PIN, sees her pages without money, and the owner comes back by password', async () => {
  await shop.visit('/pengaturan')
  await press('Tambah orang')
  await type('Nama', 'Dewi')
  await type('PIN baru, enam angka', PIN)
  await shop.page.keyboard.press('Control+Enter')
  await seen('Dewi')
  await press('Pasang kata sandi pemilik')
  await type('Kata sandi baru, paling sedikit 10 huruf', PASSWORD)
  await type('Ketik sekali lagi', PASSWORD)
  await shop.page.keyboard.press('Enter')
  await seen('Layar terkunci sampai seseorang masuk')
  expect(await complaints(shop.page)).toEqual([])

  await shop.page.keyboard.press('Alt+L')
  await seen('Siapa yang memakai Lumbung?')
  expect(await complaints(shop.page)).toEqual([])
  expect(await shop.page.locator('body').innerText()).not.toMatch(/Rp\d/)
  await press(/Dewi/)
  await type('PIN', '000001')
  await shop.page.keyboard.press('Enter')
  await seen('PIN atau kata sandi tidak cocok')
  await type('PIN', PIN)
  await shop.page.keyboard.press('Enter')
  await seen('Scan No. Resi atau No. Pesanan')

  await shop.visit('/')
  await shop.page.getByRole('grid', { name: 'Stok menurut motif dan ukuran' }).waitFor()
  expect(await pages()).toEqual(['Kemas', 'Stok', 'Retur', 'Bantuan'])
  expect(await shop.page.locator('body').innerText()).not.toMatch(/Rp\d|NaN|undefined/)
  await shop.visit('/pembukuan/neraca')
  await seen('Halaman ini tidak ada')

  await shop.page.keyboard.press('Alt+L')
  await press(/Ratna/)
  await type('Kata sandi', PASSWORD)
  await shop.page.keyboard.press('Enter')
  await seen(/Perlu dikirim/i)
  expect(await pages()).toContain('Pembukuan')
  expect(shop.broken).toEqual([])
})
