import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AppWindow, aWindow } from './a-window.ts'

let shop: AppWindow
beforeAll(async () => {
  shop = await aWindow({ sample: true })
}, 240_000)
afterAll(() => shop?.close())

// that no page does anything against its policy is seen by the journey that presses every key of every page: it is among `broken`

type Powers = { trustedTypes: { createPolicy(name: string, rules: object): void } }

/** Asks the page to do what an injected script or style would; what came of it. */
const attacks = async () => {
  const did: string[] = []
  const attempt = (name: string, act: () => unknown) => {
    try {
      act()
      did.push(name)
    } catch {
      // kept from it
    }
  }
  const { trustedTypes } = window as unknown as Powers
  attempt('markup', () => {
    document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>'
  })
  attempt('a script from text', () => {
    document.createElement('script').textContent = 'window.wasHere = 1'
  })
  attempt('a script from elsewhere', () => {
    document.createElement('script').src = 'https://evil.example/a.js'
  })
  attempt('a policy of its own', () => trustedTypes.createPolicy('mine', {}))
  attempt('another default policy', () => trustedTypes.createPolicy('default', {}))
  // later, for what a test runs at once is above the policy
  await new Promise<void>((resolve) =>
    setTimeout(() => {
      // biome-ignore lint/security/noGlobalEval: that it fails is what is shown
      attempt('text that is run', () => window.eval('window.wasHere = 1'))
      attempt('a function from text', () => new Function('window.wasHere = 1'))
      resolve()
    }),
  )
  const style = document.createElement('style')
  style.textContent = 'body { outline: 7px solid red }'
  document.head.append(style)
  if (getComputedStyle(document.body).outlineWidth === '7px') did.push('a style without the nonce')
  document.body.setAttribute('style', 'outline: 7px solid red')
  if (getComputedStyle(document.body).outlineWidth === '7px') did.push('a style attribute')
  return did
}

test('what lies over a page is styled as well: the palette, the list of keys, a list of choices', async () => {
  const { page } = shop
  await shop.visit('/pengaturan')
  await page.getByRole('heading', { name: 'Pengaturan', exact: true }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Cari apa saja' }).waitFor()
  expect(await page.evaluate(() => getComputedStyle(document.body).overflow), 'the page behind is held').toBe('hidden')
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: 'Cari apa saja' }).waitFor({ state: 'hidden' })
  await page.keyboard.press('F1')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  const zone = page.getByLabel('Zona waktu', { exact: true }).first()
  await zone.click()
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Escape')
  expect(shop.broken).toEqual([])
})

test('what an injected script would try is kept from happening, and is heard of', async () => {
  const { page } = shop
  await shop.visit('/')
  await page.getByRole('heading', { name: 'Selamat pagi, Ratna', exact: true }).waitFor()
  expect(await page.evaluate(attacks)).toEqual([])
  expect(await page.evaluate(() => 'wasHere' in window)).toBe(false)
  expect(shop.broken.length).toBeGreaterThan(3)
})
