import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatNumber, formatRupiah, formatRupiahCompact } from '../../src-shared/kernel/rupiah.ts'
import { type AppWindow, aWindow, complaints, complaintsInBothSchemes, SUNDAY } from './a-window.ts'

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
  await shop.page
    .getByText(formatRupiah(today.yesterday.profit - today.yesterday.expectedFees))
    .first()
    .waitFor()
  await shop.page.getByText(formatRupiah(today.held.total)).first().waitFor()
  await shop.page.getByText(`Belum Diatur ${formatNumber(today.toShip.toArrange)}`).waitFor()
})

test('the profit of the day that runs is one click away in the morning, and stands there in the evening', async () => {
  const { soFar } = await shop.client.reports.today()
  const today = formatRupiah(soFar.profit - soFar.expectedFees)
  await home()
  await shop.page.getByRole('heading', { name: 'Laba kemarin' }).waitFor()
  await shop.page.getByRole('button', { name: 'Hari ini', exact: true }).press('Enter')
  await shop.page.getByRole('heading', { name: 'Laba hari ini' }).waitFor()
  await shop.page.getByText(today).first().waitFor()
  await shop.page.clock.setFixedTime(SUNDAY + 12 * 3_600_000)
  await home()
  await shop.page.getByRole('heading', { name: 'Laba hari ini' }).waitFor()
  await shop.page.clock.setFixedTime(SUNDAY)
})

test('the peak of the chart carries its amount, whichever channel sold last that day', async () => {
  const days = await shop.client.reports.salesByDay({ from: '2026-11-09', to: '2026-11-22' })
  const peak = days.filter(({ day }) => day === '2026-11-11').reduce((sum, { grossSales }) => sum + grossSales, 0)
  await home()
  await shop.page.getByText(`11.11 ${formatRupiahCompact(peak)}`).waitFor()
})

test('every piece of work has its key', async () => {
  for (const [key, address] of [
    ['1', /#\/kemas$/],
    ['3', /cancel_requested.*#\/pesanan/],
    ['2', /due=soon.*#\/pesanan/],
    ['4', /#\/retur$/],
    ['5', /#\/stok/],
    ['8', /#\/impor$/],
  ] as const) {
    await home()
    await shop.page.keyboard.press(key)
    await shop.page.waitForURL(address)
  }
})

test('a figure opens exactly the rows it counts', async () => {
  const today = await shop.client.reports.today()
  const totals = (orders: number) =>
    shop.page.getByRole('rowheader', { name: new RegExp(`^${formatNumber(orders)} (pesanan|retur)`) })
  for (const [figure, orders] of [
    [`${formatNumber(today.toShip.orders)} Perlu Dikirim`, today.toShip.orders],
    [`${formatNumber(today.lateRisk.orders)} Terancam terlambat`, today.lateRisk.orders],
    [`${formatNumber(today.returns.orders)} Retur belum dicek`, today.returns.orders],
    [`Laba kemarin ${formatRupiah(today.yesterday.profit - today.yesterday.expectedFees)}`, today.yesterday.orders],
  ] as const) {
    await home()
    await shop.page
      .getByRole('button', { name: `${figure}, lihat isinya` })
      .first()
      .press('Enter')
    await totals(orders).waitFor()
  }
})

describe('a shop on its first day', () => {
  test('every page of the day says what will live there and what to do next', async () => {
    const fresh = await aWindow()
    await fresh.client.settings.setUp({
      businessName: 'Toko Baru',
      city: 'Solo',
      ownerName: 'Sari',
      zone: 'WIB',
      startDay: '2026-11-01',
      keepsHousehold: true,
      partnerName: '',
    })
    for (const [address, says, next] of [
      ['/', 'tampil di sini begitu berkas pertama', 'Impor berkas'],
      ['/pesanan', 'Belum ada pesanan.', 'Impor berkas'],
      ['/kemas', 'Tidak ada paket yang menunggu.', 'Impor berkas'],
      ['/kemas/ambil', 'Tidak ada barang yang perlu diambil.', 'Impor berkas'],
      ['/kemas/serah', 'Belum ada paket untuk kurir.', 'Kemas'],
      ['/label', 'Pilih pesanan di Pesanan', 'Buka Pesanan'],
    ] as const) {
      await fresh.visit('/bantuan')
      await fresh.visit(address)
      await fresh.page.getByText(says).first().waitFor()
      await fresh.page.getByRole('button', { name: next }).first().waitFor()
    }
    await fresh.visit('/')
    await fresh.page.getByText('tampil di sini begitu berkas pertama').first().waitFor()
    await fresh.page.keyboard.press('n')
    await fresh.page.waitForURL(/new=own.*#\/pesanan/)
    expect(fresh.broken).toEqual([])
    await fresh.close()
  })
})

test('key 9 checks both ledgers, here and now', async () => {
  await home()
  await shop.page.getByText('Pembukuan belum pernah diperiksa').waitFor()
  await shop.page.keyboard.press('9')
  await shop.page.getByText(/Pembukuan diperiksa .* cocok/).waitFor()
  expect((await shop.client.settings.status()).lastVerified?.ok).toBe(true)
})

test('a laptop whose clock fell back to 2015 asks before anything is dated by it; put off, a bar stays; set right, it is gone', async () => {
  const clock = { now: SUNDAY }
  const old = await aWindow({ clock })
  await old.client.settings.setUp({
    businessName: 'Toko Lama',
    city: 'Solo',
    ownerName: 'Sari',
    zone: 'WIB',
    startDay: '2026-11-01',
    keepsHousehold: false,
    partnerName: '',
  })
  await old.client.ledger.periods.close({ through: '2026-11-21' })
  clock.now = Date.parse('2015-01-01T00:10:00Z')
  await old.visit('/bantuan')
  await old.page.reload()
  const asked = old.page.getByRole('dialog', { name: /Jam laptop menunjukkan 1 Januari 2015/ })
  await asked.waitFor()
  expect(await complaints(old.page)).toEqual([])
  await old.page.keyboard.press('Enter')
  await old.page.getByText('Jamnya masih jauh dari catatan terakhir').waitFor()
  await old.page.keyboard.press('Escape')
  await asked.waitFor({ state: 'hidden' })
  await old.page.getByText('Tidak ada yang dicatat sampai jamnya dibetulkan').waitFor()
  await expect(old.client.ledger.periods.reopen({ closedThrough: '', reason: 'coba' })).rejects.toMatchObject({
    code: 'CLOCK_DOUBTFUL',
  })

  clock.now = SUNDAY
  await old.page.reload()
  await old.page.getByRole('main').waitFor()
  expect(await old.page.getByText('Jam laptop menunjukkan').count()).toBe(0)
  await old.close()
})

test.each([
  { width: 1366, height: 768 },
  { width: 1280, height: 650 },
])('Beranda has no complaint at $width in light and dark', async (size) => {
  await shop.page.setViewportSize(size)
  await home()
  expect(await complaintsInBothSchemes(shop)).toEqual([])
})

test('nothing in the page broke meanwhile', () => expect(shop.broken).toEqual([]))
