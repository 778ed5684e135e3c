import { describe, expect, test } from 'vitest'
import { createLabelPrinter } from '../../../src-main/core/fulfilment/labels/label-printer.ts'
import { LABEL_PAPER } from '../../../src-shared/fulfilment/shipping-label.ts'
import { LabelSize } from '../../../src-shared/settings/settings.ts'
import {
  aLabel,
  asPrinted,
  fontsFolder,
  hasPoppler,
  pageSizes,
  plainOptions,
  scan,
  textOf,
  withPoppler,
} from './print-shop.ts'

const printer = createLabelPrinter({ fontsFolder })

/** Shapes of real numbers by courier, with made-up digits. */
const TRACKING_NUMBERS = {
  'SPX Standard': 'SPXID051234567890',
  'SPX Hemat, letter at the end': 'SPXID05123456789C',
  'SPX Instant': '2612345678901234567',
  'J&T at Shopee': 'JP1234567890',
  'J&T at TikTok Shop': 'JX8012345678',
  'J&T Cargo': '201234567890',
  'JNE Reguler': 'CM12345678901',
  'JNE outside marketplaces': '8826112200041187',
  'JNE YES': 'JY12345678901',
  SiCepat: '003948215507',
  AnterAja: '10001234567890',
  'AnterAja at TikTok Shop': 'TSA-123456789012',
  'ID Express': 'IDS123456789012',
  Ninja: 'SHP1234567890',
  'Pos Indonesia': 'SHPE12345678901',
  GoSend: 'GK-11-1234567890',
  GrabExpress: 'IN-1-A1B2C3D4E5F6',
  'Kurir Rekomendasi': 'TKP01-A1B2C3D4',
  Indopaket: 'SP1234567890123',
}

describe.skipIf(!hasPoppler)(`Labels as a 203 dpi printer burns them${withPoppler}`, () => {
  for (const size of LabelSize.options) {
    test(`every courier's number can be scanned as Code 128 and as QR on ${size}`, async () => {
      const numbers = Object.values(TRACKING_NUMBERS)
      const { labelsPerPage } = LABEL_PAPER[size]
      const labels = numbers.map((trackingNumber) => aLabel({ trackingNumber }))
      const pdf = await printer.renderLabels(labels, { ...plainOptions, size })
      for (let page = 1; page <= Math.ceil(numbers.length / labelsPerPage); page++) {
        const onPage = numbers.slice((page - 1) * labelsPerPage, page * labelsPerPage).sort()
        expect(await scan(asPrinted(pdf, page))).toEqual({ code128: onPage, qr: onPage })
      }
    }, 120_000)
  }

  test('a parcel without resi carries its order number, and says so', async () => {
    const pdf = await printer.renderLabels([aLabel({ trackingNumber: ' ' })], plainOptions)
    expect(await scan(asPrinted(pdf))).toEqual({ code128: ['LB-261122-004'], qr: ['LB-261122-004'] })
    expect(textOf(pdf)).toContain('Belum ada No. Resi. Kode ini No. Pesanan.')
  })

  test('a number too long for bars on the short label is a QR code alone; on 100 x 150 it has its bars', async () => {
    const trackingNumber = 'SHPE0A1B2C3D4E5F6G7H8I9J0K1L2'
    const short = await printer.renderLabels([aLabel({ trackingNumber })], { ...plainOptions, size: '78x100' })
    expect(await scan(asPrinted(short))).toEqual({ code128: [], qr: [trackingNumber] })
    const tall = await printer.renderLabels([aLabel({ trackingNumber })], plainOptions)
    expect(await scan(asPrinted(tall))).toEqual({ code128: [trackingNumber], qr: [trackingNumber] })
  })

  test('the label still scans when the whole label is set close', async () => {
    const crowded = aLabel({
      trackingNumber: 'SPXID051234567890',
      items: Array.from({ length: 40 }, (_, index) => ({
        name: `Kain ${index}`,
        variation: '',
        sku: `K-${index}`,
        pieces: 2,
      })),
      note: 'Mohon dibungkus rapi karena ini hadiah. '.repeat(10),
    })
    for (const size of LabelSize.options) {
      const pdf = await printer.renderLabels([crowded], { ...plainOptions, size })
      expect(await scan(asPrinted(pdf))).toEqual({ code128: ['SPXID051234567890'], qr: ['SPXID051234567890'] })
    }
  }, 60_000)

  test('every fact of the label can be read', async () => {
    const text = textOf(await printer.renderLabels([aLabel({ cod: { amount: 182_000 } })], plainOptions))
    for (const fact of [
      'JNE',
      'REG',
      'SLEMAN',
      'D.I. Yogyakarta',
      '8826 1122 0004 1187',
      'COD',
      'Tagih ke',
      'Rp182.000',
      'Penerima',
      'Dewi Lestari',
      '0813-2870-5516',
      'Jl. Kaliurang Km 7',
      'RT 04',
      '55283',
      'Pengirim',
      'Batik Ratna',
      '0812-2901-4477, Jepara',
      '620 g',
      '22 Nov 2026',
      'Isi paket, 3 pcs',
      'Kemeja Parang Kartini, L',
      'KMJ-PRK-L',
      'Catatan',
      'Tolong bungkus terpisah.',
      'LB-261122-004',
      'Dicetak 22 Nov 2026 09.14 WIB',
    ])
      expect(text).toContain(fact)
  })

  test('contents, note and phone can be left off, but never what the label is not', async () => {
    const options = { ...plainOptions, showItems: false, showNote: false, maskRecipientPhone: true }
    const text = textOf(await printer.renderLabels([aLabel({ remark: 'Bukan label resmi Shopee.' })], options))
    expect(text).toContain('Bukan label resmi Shopee.')
    expect(text).toContain('0813****5516')
    for (const hidden of ['2870', 'Kemeja', 'bungkus']) expect(text).not.toContain(hidden)
  })

  test('an English label says the same in English', async () => {
    const text = textOf(await printer.renderLabels([aLabel()], { ...plainOptions, language: 'en' }))
    for (const word of ['Nothing to collect', 'Contents, 3 pcs', 'Ship by', 'Printed 22 Nov 2026 09.14 WIB'])
      expect(text).toContain(word)
  })

  test('rows that do not fit are counted', async () => {
    const items = Array.from({ length: 60 }, (_, index) => ({
      name: `Kain ${index}`,
      variation: '',
      sku: `K-${index}`,
      pieces: 3,
    }))
    const text = textOf(await printer.renderLabels([aLabel({ items })], plainOptions))
    const shown = text.match(/Kain \d+/g)!.length
    expect(text).toContain(`+ ${60 - shown} barang lain, ${3 * (60 - shown)} pcs`)
    expect(text).toContain('Isi paket, 180 pcs')
  })

  test('a test label has a line of exactly 50 mm to measure the scale by', async () => {
    const pdf = await printer.renderLabels([aLabel({ isTestPrint: true })], plainOptions)
    expect(textOf(pdf)).toContain('LABEL COBA, jangan dikirim')
    const { width, height, dots } = asPrinted(pdf)
    const longestRuns = Array.from({ length: height }, (_, y) => {
      const row = dots.subarray(y * width, (y + 1) * width)
      const runs = Buffer.from(row)
        .toString('latin1')
        .split('\u00FF')
        .map((run) => run.length)
      return Math.max(...runs)
    })
    const isRuler = (run: number) => Math.abs(run - 400) <= 1
    expect(longestRuns.filter(isRuler)).not.toEqual([])
  })
})

test.each(LabelSize.options)('pages of %s have their true size', async (size) => {
  const { widthMm, heightMm, labelsPerPage } = LABEL_PAPER[size]
  const pdf = await printer.renderLabels([aLabel(), aLabel(), aLabel(), aLabel(), aLabel()], { ...plainOptions, size })
  const pages = pageSizes(pdf)
  expect(pages).toHaveLength(Math.ceil(5 / labelsPerPage))
  for (const [width, height] of pages) {
    expect(Math.abs(width - (widthMm * 72) / 25.4)).toBeLessThan(0.5)
    expect(Math.abs(height - (heightMm * 72) / 25.4)).toBeLessThan(0.5)
  }
})

test('the same label printed twice gives the same bytes, from two printers', async () => {
  const other = createLabelPrinter({ fontsFolder })
  const [first, second] = [
    await printer.renderLabels([aLabel()], plainOptions),
    await other.renderLabels([aLabel()], plainOptions),
  ]
  expect(Buffer.from(first).equals(second)).toBe(true)
  const later = await printer.renderLabels([aLabel({ printedAt: aLabel().printedAt + 60_000 })], plainOptions)
  expect(Buffer.from(first).equals(later)).toBe(false)
})

test('viewers are asked to print at true size', async () => {
  const pdf = await printer.renderLabels([aLabel()], plainOptions)
  expect(Buffer.from(pdf).toString('latin1')).toContain('/PrintScaling /None')
})
