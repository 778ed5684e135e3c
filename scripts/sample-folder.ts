import { openCommandShop } from '../src-main/cli/shop.ts'
import { buildSampleShop } from '../src-main/sample-shop/build.ts'

/** Builds the sample shop into a folder, as it stands on Minggu, 22 November 2026, 09.14 WIB. */
const SAMPLE_NOW = Date.parse('2026-11-22T02:14:00Z')

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('usage: node scripts/sample-folder.ts FOLDER')
const shop = await openCommandShop(folder, { now: () => SAMPLE_NOW })
try {
  await buildSampleShop({
    ...shop,
    now: SAMPLE_NOW,
    onProgress: (done, total) => console.info(`${done} dari ${total}`),
  })
} finally {
  shop.close()
}
