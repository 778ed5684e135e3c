import { afterEach, beforeEach, expect, test } from 'vitest'
import { fillWithLongNames } from '../builders/a-shop-with-long-names.ts'
import { type AppWindow, aWindow } from './a-window.ts'
import { EVERY_PAGE, OPENED_PAGES } from './pages.ts'
import { whatOverlaps } from './what-overlaps.ts'

/** The usual laptop, a low one, a large screen, and text at 125 % on the usual laptop. */
const SIZES = [
  [1366, 768],
  [1280, 650],
  [1920, 1080],
  [1093, 614],
] as const

let shop: AppWindow
let open: Record<'order' | 'sku' | 'purchase', string>
beforeEach(async () => {
  shop = await aWindow()
  const { client } = shop
  await fillWithLongNames(client)
  const [order] = (await client.orders.list({ tab: 'to_ship', limit: 1 })).rows
  const [sku] = (await client.inventory.levels({})).rows
  const [purchase] = (await client.purchasing.list({})).rows
  open = { order: order!.id, sku: sku!.sku, purchase: purchase!.id }
}, 240_000)
afterEach(() => shop?.close())

test('with names of ninety letters and amounts of billions nothing overlaps, no figure is cut and the act stays in sight, in four sizes', async () => {
  const { page } = shop
  const faults: string[] = []
  const isDrawn = async () => {
    const drawn = () => page.evaluate(() => document.body.innerText.length)
    const before = await drawn()
    await page.waitForTimeout(120)
    return before > 0 && before === (await drawn())
  }
  for (const screen of [...EVERY_PAGE, ...OPENED_PAGES]) {
    await page.setViewportSize({ width: 1366, height: 768 })
    await shop.visit(screen.replace(/=(order|sku|purchase)$/, (_, what: keyof typeof open) => `=${open[what]}`))
    await expect.poll(isDrawn).toBe(true)
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height })
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
      faults.push(...(await whatOverlaps(page)).map((fault) => `${screen} at ${width}: ${fault}`))
    }
  }
  expect(faults).toEqual([])
  expect(shop.broken).toEqual([])
})
