import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { buildRenderer } from '../../scripts/build-renderer.ts'
import { findChromium, LEAN_CHROMIUM_ARGS } from '../../scripts/chromium.mjs'
import { openCommandShop } from '../../src-main/cli/shop.ts'
import { shopFile } from '../../src-main/hosting/data-folder.ts'
import { buildSampleShop } from '../../src-main/sample-shop/build.ts'
import { doorKeys } from '../../src-main/web/door-keys.ts'
import { createWebHost } from '../../src-main/web/web-host.ts'
import { type ScannerPace, scanInto } from '../builders/a-scanner.ts'

/** Minggu, 22 November 2026, 09.14 WIB: where the sample shop stands, and every journey begins. */
export const SUNDAY = Date.parse('2026-11-22T02:14:00Z')

const temporary = (name: string) => {
  const folder = mkdtempSync(join(tmpdir(), name))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** What `set-up.ts` keeps for a whole run: each part is made by the first journey that needs it, and copied by those that waited. */
const workshop = process.env.LUMBUNG_JOURNEYS ?? temporary('lumbung-journeys-')

async function madeOnce(name: string, make: (folder: string) => Promise<unknown>): Promise<string> {
  const folder = join(workshop, name)
  const growing = `${folder}-growing`
  while (!existsSync(folder)) {
    if (!isMadeHere(growing)) {
      await sleep(100)
      continue
    }
    try {
      await make(growing)
      renameSync(growing, folder)
    } finally {
      rmSync(growing, { recursive: true, force: true })
    }
  }
  return folder
}

/** Of several processes at one folder one makes it. */
function isMadeHere(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

/** The pages as they are built for the desktop; `LUMBUNG_PAGE` names a folder where they stand already. */
export const pages = async (): Promise<string> =>
  process.env.LUMBUNG_PAGE ?? (await madeOnce('pages', (outDir) => buildRenderer({ outDir, only: 'index' })))

/** The sample shop; each window gets a copy of its own. */
export const sampleFolder = () =>
  madeOnce('sample', async (folder) => {
    const shop = await openCommandShop(folder, { now: () => SUNDAY })
    await buildSampleShop({ ...shop, now: SUNDAY, onProgress: () => {} })
    shop.close()
  })

const BROWSER_IDLE_MS = 2_000
let launched: Promise<Browser> | undefined
let windows = 0
/** A fresh profile in the one browser of this process, which ends a while after its last window. */
export async function aProfile(options: BrowserContextOptions) {
  windows++
  launched ??= chromium.launch({ executablePath: findChromium() ?? undefined, args: LEAN_CHROMIUM_ARGS })
  const context = await (await launched).newContext(options)
  return {
    context,
    async close() {
      await context.close()
      if (--windows > 0) return
      setTimeout(async () => {
        const browser = windows === 0 ? launched : undefined
        if (browser) launched = undefined
        await (await browser)?.close()
      }, BROWSER_IDLE_MS)
    },
  }
}

export interface WindowWishes {
  /** Batik Ratna with its orders, stock and books; otherwise an empty file. */
  sample?: boolean
  /** Toko Latihan, still empty unless it is the sample. */
  practice?: boolean
  /** What the laptop's clock says while the window is open; by default Sunday morning. */
  clock?: { now: number }
  width?: number
  height?: number
}

/** In the page: says of each thing that the content security policy kept from happening. */
const tellViolations = () =>
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, sample, blockedURI }) =>
    console.error(`Against the policy: ${violatedDirective} ${blockedURI} ${sample} ${sourceFile}`),
  )

/** Where `/pesanan?tab=to_ship` stands in a browser: what is searched before the page. */
const hrefOf = (address: string) => {
  const [path, search] = address.split('?')
  return `/${search ? `?${search}` : ''}#${path}`
}

/** What a link in the app does: another page, and nothing is loaded anew. */
export const follow = (page: Page, address: string): Promise<void> =>
  page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new HashChangeEvent('hashchange'))
  }, hrefOf(address))

/** The app in a real Chromium on a real core with a real file: what a person sees, and what is stored. */
export async function aWindow(wishes: WindowWishes = {}) {
  const { sample: isSample = false, practice: isPractice = false, width = 1366, height = 768 } = wishes
  const clock = wishes.clock ?? { now: SUNDAY }
  const folder = temporary('lumbung-window-')
  if (isSample) cpSync(await sampleFolder(), folder, { recursive: true })
  if (isSample && isPractice) renameSync(shopFile(folder, false), shopFile(folder, true))
  const shop = await openCommandShop(folder, { isPractice, now: () => clock.now })
  const host = await createWebHost({
    core: shop.core,
    rendererFolder: await pages(),
    port: 0,
    version: '0.0.0',
    keys: doorKeys(shopFile(folder, isPractice)),
    noteDefect: ({ details }) => console.error(details),
  })
  const profile = await aProfile({ viewport: { width, height }, reducedMotion: 'reduce' })
  const page = await profile.context.newPage()
  await page.clock.setFixedTime(SUNDAY)
  const broken: string[] = []
  const closing: (() => Promise<void>)[] = []
  page.on('pageerror', (error) => broken.push(error.message))
  page.on('console', (line) => {
    if (/^(Two shortcuts want|Against the policy)/.test(line.text())) broken.push(line.text())
  })
  await profile.context.addInitScript(tellViolations)
  await page.goto(host.startAddress())
  await page.waitForURL(({ pathname }) => pathname === '/')
  return {
    page,
    client: shop.client,
    url: host.url,
    startAddress: host.startAddress,
    /** Another browser, as far as cookies go. */
    newProfile: async () => {
      const context = await profile.context.browser()!.newContext({ viewport: { width, height } })
      closing.push(() => context.close())
      await context.clock.setFixedTime(SUNDAY)
      return context
    },
    /** Scripts that failed in the page so far, what went against its policy, and keys that two acts wanted at once. */
    broken,
    /** Opens an address of the app: `/pesanan?tab=to_ship`. */
    async visit(address: string) {
      await page.goto(host.url + hrefOf(address))
    },
    scan: (code: string, pace?: ScannerPace) => scanInto(page, code, pace),
    async close() {
      for (const close of closing) await close()
      await profile.close()
      await host.close()
      shop.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
/** Opens the list of a choice and takes an option, by keyboard alone, looking where the mark stands as a person does. */
export async function chooseByKeyboard(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).first().focus()
  await page.keyboard.press('Enter')
  const options = page.getByRole('option')
  await options.first().waitFor()
  const marked = page.locator('[role="option"][data-combobox-selected]')
  const count = await options.count()
  for (let step = 0; step < count; step++) {
    await page.keyboard.press('ArrowDown')
    await marked.waitFor()
    if ((await marked.innerText()).trim() === option) break
  }
  await page.keyboard.press('Enter')
  await options.first().waitFor({ state: 'hidden' })
}

export type AppWindow = Awaited<ReturnType<typeof aWindow>>

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Found {
  id: string
  nodes: { target: unknown[]; failureSummary?: string }[]
}

/** What axe finds on the page in light and then in dark, without going anywhere between. */
export async function complaintsInBothSchemes({ page, client }: Pick<AppWindow, 'page' | 'client'>): Promise<string[]> {
  const found: string[] = []
  for (const scheme of ['light', 'dark'] as const) {
    await client.settings.change({ scheme })
    await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor()
    found.push(...(await complaints(page, scheme)).map((line) => `${scheme}: ${line}`))
  }
  return found
}

/**
 * What axe finds on the page as readable lines, and whether it scrolls sideways. Names and roles are the same in light and
 * dark, so that in dark only the colours are asked about.
 */
export async function complaints(page: Page, scheme: 'light' | 'dark' = 'light'): Promise<string[]> {
  // a hint that hangs under the mouse is no part of the page
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.fonts.ready)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  return page.evaluate(
    async (options) => {
      const { axe } = window as unknown as {
        axe: { run: (root: Document, options: object) => Promise<{ violations: Found[] }> }
      }
      const { violations } = await axe.run(document, options)
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
      )
      const width = document.documentElement.scrollWidth
      return width > window.innerWidth ? [...found, `scrolls sideways: ${width} > ${window.innerWidth}`] : found
    },
    scheme === 'dark' ? { runOnly: ['color-contrast'] } : {},
  )
}
