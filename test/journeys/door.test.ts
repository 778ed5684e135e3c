import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AppWindow, aWindow } from './a-window.ts'

let shop: AppWindow
beforeAll(async () => {
  shop = await aWindow({ sample: true })
}, 240_000)
afterAll(() => shop?.close())

const heading = (page: AppWindow['page']) => page.getByRole('heading', { name: 'Selamat pagi, Ratna', exact: true })

test('a browser that opened the start address is in at the clean address, with a cookie no script can read', async () => {
  const { page, url } = shop
  await heading(page).waitFor()
  expect(new URL(page.url()).pathname).toBe('/')
  const [cookie, ...others] = await page.context().cookies(url)
  expect(others).toEqual([])
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/', domain: '127.0.0.1', expires: -1 })
  expect(await page.evaluate(() => document.cookie), 'no script of the page can read it').toBe('')
})

test('a link on a page of somebody else leads in by a start address, and to a way in without one', async () => {
  const page = await (await shop.newProfile()).newPage()
  const linkTo = async (address: string) => {
    await page.goto('about:blank')
    await page.setContent(`<a href="${address}">here</a>`)
    await page.getByText('here').click()
  }
  await linkTo(shop.startAddress())
  await heading(page).waitFor()
  // SameSite=Strict: the click brings no cookie, and a click on our own page does
  await linkTo(`${shop.url}/`)
  await page.getByText('Buka alamat dari terminal').waitFor()
  await page.getByRole('link', { name: /Buka Lumbung$/ }).click()
  await heading(page).waitFor()
})

test('three more tabs share one session', async () => {
  const tabs = await Promise.all(Array.from({ length: 3 }, () => shop.page.context().newPage()))
  for (const tab of tabs) {
    await tab.goto(shop.url)
    await heading(tab).waitFor()
  }
  for (const tab of tabs) await tab.close()
})

test('a fresh browser at the plain address sees where the way in is, and nothing of the shop', async () => {
  const page = await (await shop.newProfile()).newPage()
  await page.goto(shop.url)
  const text = await page.locator('body').innerText()
  expect(text).toContain('Buka alamat dari terminal')
  expect(text).toContain('npm start')
  expect(text).not.toContain('Ratna')
  if (process.env.LUMBUNG_SHOTS) await page.screenshot({ path: `${process.env.LUMBUNG_SHOTS}/outside.png` })
})
