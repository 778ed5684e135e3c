import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AppWindow, aWindow } from './a-window.ts'
import { hasEffect, keysOfThisPage, watch } from './every-key.ts'
import { PAGES_WITH_KEYS } from './pages.ts'

let shop: AppWindow
let page: Page
beforeAll(async () => {
  shop = await aWindow({ sample: true })
  page = shop.page
}, 240_000)
afterAll(() => shop?.close())

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

/** What must be pressed before a key has anything to do. */
const FIRST: Record<string, string[]> = {
  ArrowUp: ['ArrowDown', 'ArrowDown'],
  PageUp: ['End'],
  Home: ['End'],
  'Shift+ArrowDown': ['ArrowDown'],
  ArrowRight: ['ArrowDown'],
  ArrowLeft: ['ArrowDown', 'ArrowRight'],
}
/** Rightly without effect: the key of the very part that is open; it is tried from the next one. */
const LEADS_HERE = new Set(['/pembukuan/neraca Alt+1', '/kemas F3'])
/** Of keys that are the same in every table, and of those between the parts of a page, one place answers for all. */
const isShared = (key: string, table: readonly string[]) =>
  (table.includes(key) && key !== 'ArrowDown' && key !== 'Enter') || /^(Alt\+\d|F\d)$/.test(key)
/** Looking comes before acting, which may leave nothing to look at. */
const inOrder = (keys: readonly string[]) => {
  const rank = (key: string) => ['Escape', 'ArrowDown'].indexOf(key) + 1 || (key.includes('Enter') ? 9 : 3)
  return [...new Set(keys)].toSorted((a, b) => rank(a) - rank(b))
}
test('every key of every page does something, on those of the sidebar after a click on their entry', async () => {
  const goTo = (address: string) =>
    page.evaluate((to) => {
      const [path, search] = to.split('?')
      history.pushState(null, '', `/${search ? `?${search}` : ''}#${path}`)
      dispatchEvent(new HashChangeEvent('hashchange'))
    }, address)
  const reset = async () => {
    await press('Escape', 'Escape')
    await goTo('/bantuan')
    await page.getByRole('heading', { name: 'Bantuan', exact: true }).waitFor()
  }
  const arrive = async (address: string) => {
    const entry = page.locator(`nav a[href="#${address}"]`)
    if ((await entry.count()) > 0) await entry.click()
    else await goTo(address)
    await watch(page)
  }
  const dead: string[] = []
  const tried = new Set<string>()
  await shop.visit('/bantuan')
  for (const address of PAGES_WITH_KEYS.filter((each) => !each.includes('new=own'))) {
    await reset()
    await arrive(address)
    if (await page.getByRole('dialog').isVisible()) continue
    const { 'Di layar ini': acts = [], 'Di tabel': table = [] } = await keysOfThisPage(page)
    for (const key of inOrder([...table, ...acts])) {
      // nothing was done yet that could be undone
      if (key === 'Control+z' || LEADS_HERE.has(`${address} ${key}`)) continue
      if (tried.has(key) && isShared(key, table)) continue
      tried.add(key)
      await reset()
      await arrive(address)
      if (FIRST[key]) {
        await press(...FIRST[key])
        await watch(page)
      }
      if (!(await hasEffect(page, () => press(key)))) dead.push(`${address} ${key}`)
    }
  }
  expect(tried.size).toBeGreaterThan(30)
  for (const key of ['Control+k', 'F1', '?', 'Control+b', 'Control+b']) {
    await reset()
    await watch(page)
    if (!(await hasEffect(page, () => press(key)))) dead.push(`everywhere ${key}`)
  }
  expect(dead).toEqual([])
  expect(shop.broken).toEqual([])
})
