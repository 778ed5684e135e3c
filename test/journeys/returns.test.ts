import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AppWindow, aWindow, complaints } from './a-window.ts'

let shop: AppWindow
beforeEach(async () => {
  shop = await aWindow({ sample: true })
}, 240_000)
afterEach(() => shop?.close())

const merchandise = async () => {
  const { assets } = await shop.client.ledger.neraca({ day: '2026-11-22' })
  const accounts = assets.lines.flatMap((line) => line.accounts)
  const of = (code: string) => accounts.find((account) => account.code === code)?.amount ?? 0
  return { shelf: of('1301'), toInspect: of('1305') }
}

test('a parcel that comes back: scanned, one piece to the shelf and one to the loss, one step taken back', async () => {
  const { page, client } = shop
  const { rows } = await client.returns.list({ tab: 'waiting' })
  const back = rows.find(({ pieces }) => pieces === 2)!
  const before = await merchandise()

  await shop.visit('/retur')
  await page.getByRole('heading', { level: 1, name: 'Retur' }).waitFor()
  await page.getByText(back.orderNumber).first().waitFor()
  expect(await complaints(page)).toEqual([])
  await shop.scan(back.orderNumber)
  const panel = page.locator('aside').last()
  await panel.getByText('Cek Kondisi').waitFor()
  expect(await complaints(page)).toEqual([])

  // as a person types: faster would be a scanner
  await page.keyboard.type('lr', { delay: 120 })
  await panel.getByText('Rusak 1').waitFor()
  await page.keyboard.press('Control+Enter')
  await panel.getByText('Layak jual, masuk stok').waitFor()
  await panel.getByText('Rusak, dicatat rugi').waitFor()
  const inspected = await merchandise()
  expect(inspected.shelf).toBeGreaterThan(before.shelf)
  expect(inspected.toInspect).toBeLessThan(before.toInspect)

  const { inspections } = await client.returns.get({ orderId: back.orderId })
  const spoilt = inspections.find(({ condition }) => condition === 'damaged')!
  await panel
    .getByRole('button', { name: `Urungkan ${spoilt.pieces} × ${spoilt.label}` })
    .last()
    .click()
  await page.getByRole('dialog').getByRole('textbox').fill('Ternyata hanya berdebu')
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => (await client.returns.get({ orderId: back.orderId })).inspected).toBe(1)
  const after = await merchandise()
  // the spoilt piece waits again; the other one is on its shelf
  expect(after.toInspect).toBeGreaterThan(inspected.toInspect)
  expect(after.toInspect).toBeLessThan(before.toInspect)
  expect((await client.ledger.verify()).ok).toBe(true)
  expect(shop.broken).toEqual([])
})
