import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, test } from 'vitest'
import { openCommandShop } from '../../src-main/cli/shop.ts'
import { shopFile } from '../../src-main/hosting/data-folder.ts'
import { projectFolder } from '../../src-main/hosting/project-folder.ts'
import { openShopOrRescue } from '../../src-main/hosting/rescue.ts'
import { doorKeys } from '../../src-main/web/door-keys.ts'
import { serveShop } from '../../src-main/web/serve-shop.ts'
import { createWebHost } from '../../src-main/web/web-host.ts'
import { backupWords } from '../../src-shared/backup/backup.words.ts'
import { ANSWERS } from '../builders/a-core.ts'
import { aProduct } from '../builders/a-product.ts'
import { aProfile, pages, SUNDAY } from './a-window.ts'

const w = backupWords.id

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-pulih-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A shop with one product, backed up to a stick, and the code as it was printed; then its laptop is lost. */
async function aLostLaptop() {
  const stick = aFolder()
  const shop = await openCommandShop(aFolder(), { now: () => SUNDAY })
  await shop.client.settings.setUp(ANSWERS)
  await shop.client.catalog.products.save(aProduct())
  await shop.client.backup.place.choose({ folder: stick })
  await shop.client.backup.make()
  const { code } = await shop.client.backup.code.show()
  shop.close()
  return { stick, code }
}

/** A laptop with whatever shop lies in the folder, served as `npm start` does; its page. */
async function aLaptop(folder = aFolder()) {
  const rendererFolder = await pages()
  const file = shopFile(folder, false)
  const served = await serveShop({
    open: (reopen) =>
      openShopOrRescue({
        folder,
        isPractice: false,
        version: '0.0.0',
        host: 'browser',
        resourcesFolder: join(projectFolder, 'resources'),
        now: () => SUNDAY,
        reopen,
      }),
    serve: ({ core }, port) =>
      createWebHost({
        core,
        rendererFolder,
        port: port ?? 0,
        version: '0.0.0',
        keys: doorKeys(file),
        noteDefect: ({ details }) => console.error(details),
      }),
    onLost(problem) {
      throw problem
    },
  })
  const profile = await aProfile({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' })
  onTestFinished(async () => {
    await profile.close()
    await served.close()
  })
  const page = await profile.context.newPage()
  await page.clock.setFixedTime(SUNDAY)
  await page.goto(served.startAddress())
  return page
}

test('the laptop is lost; on a new one the stick and the paper bring the shop back', async () => {
  const { stick, code } = await aLostLaptop()
  const page = await aLaptop()
  await page.getByRole('button', { name: w.restoreFirst }).click()
  const dialog = page.getByRole('dialog').first()
  await dialog.getByLabel(w.restoreFolder).fill(stick)
  await dialog.getByRole('button', { name: w.restoreSearch }).click()
  await dialog.getByRole('button', { name: stick }).click()
  await dialog.getByLabel(w.restoreCode).fill(code.replace(/.$/, 'U').toLowerCase())
  await dialog.getByRole('button', { name: w.restoreOpen }).click()
  await dialog.getByText('salah ketik', { exact: false }).waitFor()
  await dialog.getByLabel(w.restoreCode).fill(code)
  await dialog.getByRole('button', { name: w.restoreOpen }).click()
  await dialog.getByText('Batik Ratna').waitFor()
  // nothing is here that could be lost: it is not asked twice
  await dialog.getByRole('button', { name: w.restoreAct }).click()
  await page.getByRole('navigation').waitFor({ timeout: 30_000 })
  await page.goto(`${new URL(page.url()).origin}/#/produk`)
  await page.getByText('Kemeja Lung Ukir').first().waitFor()
  await page.goto(`${new URL(page.url()).origin}/#/cadangan`)
  await page.getByText(w.codeConfirmed(''), { exact: false }).waitFor()
  await page.getByText('Toko ini dipulihkan', { exact: false }).waitFor()
})

test('a shop whose file is damaged says so in one sentence, and its backup is put back from there', async () => {
  const folder = aFolder()
  const shop = await openCommandShop(folder, { now: () => SUNDAY })
  await shop.client.settings.setUp(ANSWERS)
  await shop.client.catalog.products.save(aProduct())
  await shop.client.backup.make()
  shop.close()
  const file = shopFile(folder, false)
  writeFileSync(file, readFileSync(file).subarray(0, 20_000))
  const page = await aLaptop(folder)
  await page.getByRole('heading', { name: w.rescueTitle }).waitFor()
  await page.getByText('tidak terbaca sebagai data toko', { exact: false }).waitFor()
  await page.getByText('1 cadangan ditemukan', { exact: false }).waitFor()
  await page.getByRole('button', { name: w.rescueRestore }).click()
  await page.getByRole('dialog').first().getByRole('button', { name: folder }).click()
  await page.getByRole('dialog').first().getByRole('button', { name: w.restoreAct }).click()
  await page.getByRole('dialog').last().getByRole('button', { name: w.restoreAct }).click()
  await page.getByRole('navigation').waitFor({ timeout: 30_000 })
  await page.goto(`${new URL(page.url()).origin}/#/produk`)
  await page.getByText('Kemeja Lung Ukir').first().waitFor()
})
