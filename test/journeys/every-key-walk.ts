import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type AppWindow, follow } from './a-window.ts'
import { hasEffect, keysOfThisPage, keysPrinted, type SaidKey, watch } from './every-key.ts'
import { everyShortcut, isAmong, type Known } from './every-shortcut.ts'

/** A page as a hand has left it: a row opened or marked, a panel, a parcel under way. */
export interface State {
  at: string
  /** Keys pressed after arriving, or what else brings it about. */
  first?: readonly string[] | (() => Promise<unknown>)
}

export interface Walk {
  /** Which shortcuts must have been pressed at the end. */
  mine: (shortcut: Known) => boolean
  pages: readonly string[]
  opened: readonly State[]
  /** Shortcuts of a state that Toko Latihan does not come to here, by the beginning of their names, and the journey that presses them. */
  elsewhere: Readonly<Record<string, string>>
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

/** Presses every key of these pages, then those that only their opened panels have, each on a page arrived at anew. */
export async function pressEveryKey(shop: AppWindow, { mine, pages, opened, elsewhere }: Walk): Promise<void> {
  const { page } = shop
  const press = async (keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const help = page.getByRole('heading', { name: 'Bantuan', exact: true })
  const reset = async () => {
    await press(['Escape', 'Escape'])
    await follow(page, '/bantuan')
    await help.waitFor({ timeout: 10_000 }).catch(async () => {
      // a question about what was typed holds the page; a person answers it, here the page begins anew
      await page.goto(`${shop.url}/#/bantuan`)
      await page.reload()
      await help.waitFor()
    })
  }
  const arrive = async ({ at, first }: State) => {
    const entry = page.locator(`nav a[href="#${at}"]`)
    if ((await entry.count()) > 0) await entry.click()
    else await follow(page, at)
    await watch(page)
    if (!first) return
    await (typeof first === 'function' ? first() : press(first))
    await watch(page)
  }
  const dead: string[] = []
  const unlisted: string[] = []
  const tried: (SaidKey & { at: string })[] = []
  const known = (await everyShortcut()).filter(mine)
  const isPressedElsewhere = ({ name, key }: Known) => {
    const [, journey] = Object.entries(elsewhere).find(([part]) => name.startsWith(part)) ?? []
    return (
      journey !== undefined &&
      readFileSync(join(import.meta.dirname, journey), 'utf8')
        .toLowerCase()
        .includes(`'${key.toLowerCase()}'`)
    )
  }
  const untried = () => known.filter((each) => !isAmong(each, tried) && !isPressedElsewhere(each))
  const acts = async (state: State, key: string) => {
    await reset()
    await arrive(state)
    if (FIRST[key]) {
      await press(FIRST[key])
      await watch(page)
    }
    return hasEffect(page, () => press([key]))
  }
  const walk = async (state: State) => {
    const { at, first } = state
    await reset()
    await arrive(state)
    if (await page.getByRole('dialog').isVisible()) return
    const printed = await keysPrinted(page)
    const groups = await keysOfThisPage(page)
    const { 'Di layar ini': ofPage = [], 'Di tabel': ofTable = [] } = groups
    const listed = Object.values(groups).flatMap((group) => group.map(({ key }) => key))
    unlisted.push(...printed.filter((key) => !listed.includes(key)).map((key) => `${at} prints ${key}`))
    const tableKeys = ofTable.map(({ key }) => key)
    for (const said of inOrder([...ofTable, ...ofPage])) {
      const { key } = said
      // nothing was done yet that could be undone
      if (key === 'Control+z' || LEADS_HERE.has(`${at} ${key}`)) continue
      // of keys that mean the same in many places, and of a page that is opened further, only what is new there
      const isOld = first !== undefined || (isShared(key, tableKeys) && tried.some((each) => each.key === key))
      if (isOld && !untried().some((each) => isAmong(each, [{ ...said, at }]))) continue
      tried.push({ ...said, at })
      // on a starved machine a page may not have been whole when its key came; what does nothing twice is dead
      if (!((await acts(state, key)) || (await acts(state, key)))) dead.push(`${at} ${key} ${said.label}`)
    }
  }
  await shop.visit('/bantuan')
  for (const at of pages) await walk({ at })
  for (const state of opened) await walk(state)
  // what was not on its page yet when the page was looked at
  if (untried().length > 0)
    for (const state of [...pages.map((at) => ({ at, first: [] })), ...opened]) await walk(state)
  for (const key of ['Control+k', 'F1', '?', 'Control+b', 'Control+b']) {
    await reset()
    await watch(page)
    if (!(await hasEffect(page, () => press([key])))) dead.push(`everywhere ${key}`)
  }
  expect(dead).toEqual([])
  expect(unlisted).toEqual([])
  expect(untried().map(({ name, key }) => `${name} ${key}`)).toEqual([])
  expect(shop.broken).toEqual([])
}
