import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { aWindow } from '../test/journeys/a-window.ts'
import { MORNING, morningFile } from './demo/morning-file.ts'

/** Takes the pictures of the README: the sample shop at 1366×768, as it stands on its Sunday morning. */
const folder = process.argv[2] ?? join(import.meta.dirname, '../resources/screenshots')
mkdirSync(folder, { recursive: true })

const shop = await aWindow({ sample: true })
const shoot = async (name: string) => {
  await shop.page.waitForTimeout(3000)
  await shop.page.screenshot({ path: join(folder, `${name}.png`) })
}

const PLACES = [
  ['beranda', '/'],
  ['pesanan', '/pesanan?tab=to_ship'],
  ['stok', '/stok'],
  ['kemas', '/kemas'],
  ['neraca', '/pembukuan/neraca'],
  ['rumah-tangga', '/rumah-tangga'],
] as const
for (const [name, address] of PLACES) {
  await shop.visit(address)
  await shoot(name)
}

await shop.visit('/impor')
await shop.page
  .locator('input[type=file]')
  .first()
  .setInputFiles({
    name: MORNING.name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(morningFile()),
  })
await shop.page.waitForTimeout(2500)
await shoot('impor')

if (shop.broken.length > 0) console.error(shop.broken.join('\n'))
await shop.close()
