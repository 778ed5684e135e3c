import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aHostToKill } from './a-host-to-kill.ts'
import { complaints } from './a-window.ts'

let shop: Awaited<ReturnType<typeof aHostToKill>>
beforeAll(async () => {
  shop = await aHostToKill()
}, 240_000)
afterAll(() => shop?.close())

const FOUND_WITHIN_MS = 5_000
const AWAITED = 'Belum tahu apakah yang terakhir sudah tersimpan; memeriksa…'
const RECORDED = 'Pengeluaran usaha Rp87.500 tercatat.'
const online = (page: Page) => page.getByText('Online', { exact: true })
const shot = (page: Page, name: string) =>
  process.env.LUMBUNG_SHOTS ? page.screenshot({ path: `${process.env.LUMBUNG_SHOTS}/${name}.png` }) : null

/** Catat Kas with a spending half typed: its amount and its note. */
async function halfTyped(page: Page, amount: string, note: string) {
  await page.goto(`${shop.url}/#/pembukuan/kas`)
  await page.getByLabel('Jumlah', { exact: true }).waitFor()
  await page.getByLabel('Jumlah', { exact: true }).fill(amount)
  await page.getByLabel('Catatan', { exact: true }).fill(note)
}
const typed = async (page: Page) => [
  await page.getByLabel('Jumlah', { exact: true }).inputValue(),
  await page.getByLabel('Catatan', { exact: true }).inputValue(),
]

/** The host does what it is asked, and is killed before its answer arrives. */
async function killedBeforeItsAnswer(page: Page, procedure: string) {
  await page.route(
    `**/rpc/${procedure}`,
    async (route: Route) => {
      await route.fetch()
      await shop.kill()
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
}

describe('the host is killed and started again under an open page', () => {
  test('the page finds back by itself within five seconds, with all that was typed', async () => {
    const { page } = shop
    await online(page).waitFor()
    await halfTyped(page, '65000', 'pewarna alam')
    const before = await typed(page)
    await shop.kill()
    await page.getByText('Menyambung lagi ke penyimpan data').waitFor()
    await shop.start()
    await online(page).waitFor({ timeout: FOUND_WITHIN_MS })
    expect(await typed(page)).toEqual(before)
  })

  test('a page that is opened while the host is away comes when it is there again', async () => {
    const { page } = shop
    await shop.kill()
    await page.getByText('Menyambung lagi ke penyimpan data').waitFor()
    await page.goto(`${shop.url}/#/bantuan`)
    await page.waitForTimeout(1_000)
    await shop.start()
    await page.getByRole('heading', { name: 'Bantuan', exact: true }).waitFor({ timeout: FOUND_WITHIN_MS })
    await page.goto(`${shop.url}/#/pembukuan/kas`)
    await page.getByLabel('Jumlah', { exact: true }).waitFor()
  })

  test('a save that was cut off is first said to be unknown, then to be in, and is in once', async () => {
    const { page } = shop
    await halfTyped(page, '87500', 'kain mori dari Troso')
    await killedBeforeItsAnswer(page, 'cash/record')
    for (const choice of await page.getByRole('radiogroup').all()) await choice.getByRole('radio').first().click()
    await page.keyboard.press('Control+Enter')
    await page.getByText(AWAITED).waitFor()
    await shot(page, 'answer-awaited')
    expect(await page.getByText(RECORDED).count(), 'nothing is said that the core has not answered').toBe(0)
    await shop.start()
    await page.getByText('Sudah diperiksa: tersimpan.').waitFor({ timeout: FOUND_WITHIN_MS })
    await page.getByText(RECORDED).waitFor()
    await shot(page, 'answer-known')
    await page.getByRole('grid', { name: 'Catatan kas' }).getByText('kain mori dari Troso').waitFor()
    await shop.kill()
    const { rows } = await shop.reading((client) => client.cash.list({ query: 'kain mori dari Troso', limit: 10 }))
    expect(rows).toHaveLength(1)
    await shop.start()
    await online(page).waitFor({ timeout: FOUND_WITHIN_MS })
  })
})

test('eight tabs of one browser all hear of a change, and the calls of each are answered', async () => {
  const tabs: Page[] = []
  for (let n = 0; n < 8; n++) tabs.push(await shop.tab('/pengaturan'))
  const cityOf = (page: Page) => page.getByLabel('Kota', { exact: true })
  for (const n of [0, 5, 7]) {
    await cityOf(tabs[n]!).fill(`Jepara ${n}`)
    await cityOf(tabs[n]!).press('Enter')
    for (const other of tabs) await expect.poll(() => cityOf(other).inputValue()).toBe(`Jepara ${n}`)
  }
  // the tab that listens for all is closed
  await shop.page.close()
  await tabs[0]!.close()
  await cityOf(tabs[7]!).fill('Jepara')
  await cityOf(tabs[7]!).press('Enter')
  for (const other of tabs.slice(1)) await expect.poll(() => cityOf(other).inputValue()).toBe('Jepara')
  expect(await complaints(tabs[1]!)).toEqual([])
})
