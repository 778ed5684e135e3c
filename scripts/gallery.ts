import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { PAGE_IDS } from '../src-renderer/gallery/page-ids.ts'
import { buildRenderer } from './build-renderer.ts'
import { findChromium, LEAN_CHROMIUM_ARGS } from './chromium.mjs'
import { serveFolder } from './serve-folder.ts'

/**
 * `npm run gallery` builds the pages and serves every part in every state until Ctrl+C;
 * `npm run gallery -- --shots FOLDER` pictures each page, light and dark, at 1366 × 768 and ends.
 */
const { values } = parseArgs({ options: { shots: { type: 'string' } } })
const outDir = await mkdtemp(join(tmpdir(), 'lumbung-gallery-'))
const { address, close } = await serveFolder(await buildRenderer({ outDir, only: 'gallery' }))

if (values.shots) {
  const folder = resolve(values.shots)
  await mkdir(folder, { recursive: true })
  const executablePath = findChromium()
  if (!executablePath)
    throw new Error('Pictures need a browser of the Chromium family; set LUMBUNG_CHROMIUM to its path.')
  const browser = await chromium.launch({ executablePath, args: LEAN_CHROMIUM_ARGS })
  for (const scheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.addInitScript((chosen) => localStorage.setItem('lumbung.warna', chosen), scheme)
    for (const id of PAGE_IDS) {
      await page.goto(`${address}/gallery.html#${id}`)
      await page.reload({ waitUntil: 'networkidle' })
      await page.evaluate(() => document.fonts.ready)
      await page.screenshot({ path: join(folder, `${id}-${scheme}.png`) })
    }
    await page.close()
  }
  await browser.close()
  await close()
  await rm(outDir, { recursive: true, force: true })
  console.log(`${PAGE_IDS.length * 2} pictures in ${folder}`)
} else {
  console.log(`Gallery: ${address}/gallery.html`)
}
