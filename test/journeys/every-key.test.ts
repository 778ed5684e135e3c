import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AppWindow, aWindow } from './a-window.ts'
import { hasEffect, keysOfThisPage, keysPrinted, type SaidKey, watch } from './every-key.ts'
import { EVERY_PAGE } from './pages.ts'

let shop: AppWindow
let page: Page
beforeEach(async () => {
  shop = await aWindow({ sample: true })
  page = shop.page
}, 240_000)
afterEach(() => shop?.close())

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
const inOrder = (keys: readonly SaidKey[]) => {
  const rank = ({ key }: SaidKey) => ['Escape', 'ArrowDown'].indexOf(key) + 1 || (key.includes('Enter') ? 9 : 3)
  return [...new Map(keys.map((each) => [each.key, each])).values()].toSorted((a, b) => rank(a) - rank(b))
}

test('every key printed on a page stands in its F1 list and does something, on pages of the sidebar after a click on their entry', async () => {
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
  const arrive = async (at: string) => {
    const entry = page.locator(`nav a[href="#${at}"]`)
    if ((await entry.count()) > 0) await entry.click()
    else await goTo(at)
    await watch(page)
  }
  const dead: string[] = []
  const unlisted: string[] = []
  const tried: (SaidKey & { at: string })[] = []
  await shop.visit('/bantuan')
  for (const at of EVERY_PAGE.filter((each) => !each.includes('new=own'))) {
    await reset()
    await arrive(at)
    if (await page.getByRole('dialog').isVisible()) continue
    const printed = await keysPrinted(page)
    const groups = await keysOfThisPage(page)
    const { 'Di layar ini': acts = [], 'Di tabel': table = [] } = groups
    const listed = Object.values(groups).flatMap((group) => group.map(({ key }) => key))
    unlisted.push(...printed.filter((key) => !listed.includes(key)).map((key) => `${at} prints ${key}`))
    const ofTable = table.map(({ key }) => key)
    for (const said of inOrder([...table, ...acts])) {
      const { key } = said
      // nothing was done yet that could be undone
      if (key === 'Control+z' || LEADS_HERE.has(`${at} ${key}`)) continue
      if (isShared(key, ofTable) && tried.some((each) => each.key === key)) continue
      tried.push({ ...said, at })
      await reset()
      await arrive(at)
      if (FIRST[key]) {
        await press(...FIRST[key])
        await watch(page)
      }
      if (!(await hasEffect(page, () => press(key)))) dead.push(`${at} ${key} ${said.label}`)
    }
  }
  for (const key of ['Control+k', 'F1', '?', 'Control+b', 'Control+b']) {
    await reset()
    await watch(page)
    if (!(await hasEffect(page, () => press(key)))) dead.push(`everywhere ${key}`)
  }
  expect(tried.length).toBeGreaterThan(30)
  expect(dead).toEqual([])
  expect(unlisted).toEqual([])
  expect(shop.broken).toEqual([])
})
