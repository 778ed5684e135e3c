import { expect, test } from 'vitest'
import { findChromium } from '../../scripts/chromium.mjs'
import { aWindow } from './a-window.ts'

const isSkipped = findChromium() === null
const reason = isSkipped ? ' (skipped: no Chromium here)' : ''

test.skipIf(isSkipped)(
  `an unusual total is asked about once, in words, and goes on${reason}`,
  async () => {
    const shop = await aWindow({ sample: true })
    const { page, client, visit } = shop
    await visit('/pembukuan/kas')
    await page.getByLabel('Jumlah', { exact: true }).waitFor()
    // by hand: ten digits at once are a scanner's
    await page.keyboard.type('9876543210', { delay: 130 })
    await page.keyboard.press('Enter')
    await page.keyboard.press('2')
    await page.keyboard.type('Sewa kios')
    await page.keyboard.press('Enter')
    const question = page.getByRole('dialog', { name: 'Totalnya benar Rp9.876.543.210?' })
    await question.getByText('sembilan miliar delapan ratus tujuh puluh enam juta').waitFor()
    expect((await client.cash.list({ query: 'Sewa kios' })).rows).toEqual([])
    await question.getByRole('button', { name: /^Simpan Rp9\.876\.543\.210/ }).click()
    await page.getByText('Pengeluaran usaha Rp9.876.543.210 tercatat.').waitFor()
    expect((await client.cash.list({ query: 'Sewa kios' })).rows).toHaveLength(1)
    await shop.close()
  },
  180_000,
)
