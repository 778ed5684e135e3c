import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { CHROMIUM_ARGS, findChromium } from './chromium.mjs'

/*
 * Draws the app's icons from resources/icons/lumbung.svg; the results are committed. `node scripts/icons.ts`
 *
 * ICO: https://learn.microsoft.com/windows/win32/menurc/icon-file-formats, with PNG images since Windows Vista.
 * ICNS: a header and one PNG per type; the types are Apple's names for sizes, @2x ones included.
 */
const folder = join(import.meta.dirname, '../resources/icons')
const ICO_SIZES = [16, 20, 24, 32, 40, 48, 64, 256]
const ICNS_TYPES: [type: string, size: number][] = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]

const executablePath = findChromium()
if (!executablePath) throw new Error('no Chromium; see scripts/install.mjs --with-tools')
const svg = readFileSync(join(folder, 'lumbung.svg'), 'utf8')
const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
const drawn = new Map<number, Buffer>()
for (const size of new Set([...ICO_SIZES, ...ICNS_TYPES.map(([, size]) => size)])) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>*{margin:0;padding:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`)
  drawn.set(size, await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()

writeFileSync(join(folder, 'icon.png'), drawn.get(512)!)
writeFileSync(join(folder, 'icon.ico'), ico(ICO_SIZES))
writeFileSync(join(folder, 'icon.icns'), icns(ICNS_TYPES))

function ico(sizes: number[]): Buffer {
  const header = Buffer.alloc(6 + 16 * sizes.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(sizes.length, 4)
  let offset = header.length
  for (const [index, size] of sizes.entries()) {
    const at = 6 + 16 * index
    const { length } = drawn.get(size)!
    // 256 is written as 0
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += length
  }
  return Buffer.concat([header, ...sizes.map((size) => drawn.get(size)!)])
}

function icns(types: [type: string, size: number][]): Buffer {
  const images = types.map(([type, size]) => {
    const image = drawn.get(size)!
    const head = Buffer.alloc(8)
    head.write(type, 'latin1')
    head.writeUInt32BE(image.length + 8, 4)
    return Buffer.concat([head, image])
  })
  const body = Buffer.concat(images)
  const head = Buffer.alloc(8)
  head.write('icns', 'latin1')
  head.writeUInt32BE(body.length + 8, 4)
  return Buffer.concat([head, body])
}
