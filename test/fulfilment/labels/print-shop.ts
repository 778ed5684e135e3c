import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { LabelOptions, ShippingLabel } from '../../../src-shared/fulfilment/shipping-label.ts'

export const fontsFolder = fileURLToPath(new URL('../../../resources/fonts', import.meta.url))

const isInstalled = (tool: string) => {
  try {
    execFileSync(tool, ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
export const hasPoppler = ['pdftoppm', 'pdftotext'].every(isInstalled)
/** Shown beside a skipped test. */
export const withPoppler = hasPoppler ? '' : ' (skipped: poppler-utils, pdftoppm and pdftotext, is not installed)'

const inFolder = <Result>(pdf: Uint8Array, work: (folder: string) => Result): Result => {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-label-'))
  try {
    writeFileSync(join(folder, 'sheet.pdf'), pdf)
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export interface Picture {
  width: number
  height: number
  /** One byte a dot, 0 is black. */
  dots: Uint8Array
}

/** A page as a 203 dpi thermal head burns it: black or white, no greys. */
export const asPrinted = (pdf: Uint8Array, page = 1): Picture =>
  inFolder(pdf, (folder) => {
    const to = join(folder, 'page')
    const range = ['-f', `${page}`, '-l', `${page}`, '-singlefile']
    execFileSync('pdftoppm', ['-gray', '-r', '203', '-aa', 'no', '-aaVector', 'no', ...range, 'sheet.pdf', to], {
      cwd: folder,
    })
    const file = readFileSync(`${to}.pgm`)
    const [header = '', width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 40)) ?? []
    return { width: Number(width), height: Number(height), dots: file.subarray(header.length) }
  })

export const textOf = (pdf: Uint8Array): string =>
  inFolder(pdf, (folder) => execFileSync('pdftotext', ['-layout', 'sheet.pdf', '-'], { cwd: folder, encoding: 'utf8' }))

/** Page sizes in points, from the MediaBox of every page. */
export const pageSizes = (pdf: Uint8Array): [number, number][] =>
  [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g),
  ].map(([, width, height]) => [Number(width), Number(height)])

const wasm = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } })

/** What a scanner reads on the picture: each code once, by symbology. */
export async function scan(picture: Picture): Promise<{ code128: string[]; qr: string[] }> {
  const data = new Uint8ClampedArray(picture.width * picture.height * 4).fill(255)
  for (const [index, dot] of picture.dots.entries()) data.fill(dot, index * 4, index * 4 + 3)
  const found = await readBarcodes(
    { data, width: picture.width, height: picture.height, colorSpace: 'srgb' } as ImageData,
    { formats: ['Code128', 'QRCode'], tryHarder: true, tryRotate: false, maxNumberOfSymbols: 20 },
  )
  const texts = (format: string) =>
    [...new Set(found.filter((each) => each.format === format).map((each) => each.text))].sort()
  return { code128: texts('Code128'), qr: texts('QRCode') }
}

export const plainOptions: LabelOptions = {
  size: '100x150',
  showItems: true,
  showNote: true,
  maskRecipientPhone: false,
}

export const aLabel = (changes: Partial<ShippingLabel> = {}): ShippingLabel => ({
  courier: 'JNE',
  service: 'REG',
  destination: { city: 'Sleman', province: 'D.I. Yogyakarta' },
  trackingNumber: '8826112200041187',
  cod: null,
  recipient: {
    name: 'Dewi Lestari',
    phone: '+6281328705516',
    addressLines: ['Jl. Kaliurang Km 7 Gang Melati No. 12, RT 04 RW 11, Condongcatur, Depok'],
    city: 'Kab. Sleman',
    province: 'D.I. Yogyakarta',
    postalCode: '55283',
  },
  sender: { name: 'Batik Ratna', phone: '+6281229014477', city: 'Jepara' },
  weightGrams: 620,
  shipBy: '2026-11-22',
  items: [
    { name: 'Kemeja Parang Kartini', variation: 'L', sku: 'KMJ-PRK-L', pieces: 1 },
    { name: 'Blus Kembang Setaman', variation: 'S', sku: 'BLS-KST-S', pieces: 2 },
  ],
  note: 'Tolong bungkus terpisah.',
  remark: '',
  orderNumber: 'LB-261122-004',
  printedAt: Date.UTC(2026, 10, 22, 2, 14),
  zone: 'WIB',
  ...changes,
})
