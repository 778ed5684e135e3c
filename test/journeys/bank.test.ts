import { expect, onTestFinished, test } from 'vitest'
import { aWindow, complaints } from './a-window.ts'

test('the bank inbox by keyboard: all certain ones at once, one key a line, one step taken back', async () => {
  const shop = await aWindow({ sample: true })
  onTestFinished(() => shop.close())
  const { page, client } = shop
  const waiting = async () => (await client.bank.summary({})).waiting
  const before = await waiting()
  const { certain } = await client.bank.summary({})
  expect([before, certain]).toEqual([12, 2])

  await shop.visit('/bank')
  await page.getByRole('heading', { level: 1, name: 'Kotak Masuk Bank' }).waitFor()
  await page.getByText('QR INDOMARET PEMUDA').first().waitFor()
  expect(await complaints(page)).toEqual([])

  await page.keyboard.press('a')
  await expect.poll(waiting).toBe(10)
  // the first line is suggested as the family's: Enter agrees, and the next line stands at its place
  const panel = page.locator('aside').last()
  await panel.getByText('QR INDOMARET PEMUDA').waitFor()
  // while an act is under way its button is busy, and Enter may not answer a line nobody has seen
  await panel.locator('button[aria-keyshortcuts="Enter"]:not([aria-busy])').waitFor()
  await page.keyboard.press('Enter')
  await panel.getByText('QR SPBU').waitFor()
  await page.keyboard.press('u')
  await panel.getByText('Usaha, untuk apa?').waitFor()
  await page.keyboard.press('7')
  await panel.getByText('CV TROSO JAYA').waitFor()
  await expect.poll(waiting).toBe(8)
  await page.keyboard.press('z')
  await panel.getByText('CV TROSO JAYA').waitFor()
  await expect.poll(waiting).toBe(9)

  const { rows } = await client.cash.list({ query: 'INDOMARET PEMUDA' })
  expect(rows).toMatchObject([
    { amount: 112_300, event: { what: 'private expense', wallet: '1111', householdAccount: '9501' } },
  ])
  expect((await client.ledger.verify()).ok).toBe(true)
  expect(shop.broken).toEqual([])
})
