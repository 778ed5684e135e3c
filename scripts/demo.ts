import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openCommandShop } from '../src-main/cli/shop.ts'
import { ownFile } from './demo/own-file.ts'
import { sampleDay } from './demo/sample-day.ts'
import { createNarrator } from './demo/steps.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    open: { type: 'boolean', default: false },
    data: { type: 'string', default: join(import.meta.dirname, '../demo') },
  },
})

/** Minggu, 22 November 2026, 09.14 WIB: the sample day never changes, so its figures can be known. */
const SAMPLE_NOW = Date.parse('2026-11-22T02:14:00Z')

const [file] = positionals
const folder = join(values.data, file ? 'berkas' : 'contoh')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const now = file ? Date.now() : SAMPLE_NOW
const tell = createNarrator()
const shop = await openCommandShop(folder, { now: () => now })
try {
  if (file) await ownFile(shop, file, folder, now, tell)
  else await sampleDay(shop, folder, now, tell)
} finally {
  shop.close()
}
process.exitCode = tell.finish()
console.info(`\nHasilnya ada di ${folder}. Buka dengan: npm start -- --data ${folder}`)

if (values.open)
  spawn(process.execPath, [join(import.meta.dirname, 'bundled.mjs'), 'start', '--data', folder], { stdio: 'inherit' })
