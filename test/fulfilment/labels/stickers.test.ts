import { describe, expect, test } from 'vitest'
import type { Sticker } from '../../../src-main/core/fulfilment/stickers/sticker-layout.ts'
import { createStickerPrinter } from '../../../src-main/core/fulfilment/stickers/sticker-printer.ts'
import { COMMAND_CODES, commandOf } from '../../../src-shared/fulfilment/command-codes.ts'
import { STICKER_PAPER, StickerSize, type StickerSymbol } from '../../../src-shared/fulfilment/sticker.ts'
import { SUNDAY } from '../../builders/a-core.ts'
import { aPackingDesk } from '../../builders/a-packing-desk.ts'
import { asPrinted, fontsFolder, hasPoppler, pageSizes, scan, textOf, withPoppler } from './print-shop.ts'

const printer = createStickerPrinter({ fontsFolder })
const TITLE = 'Kemeja Tactical Pria Lengan Panjang M-TAC RIPSTOP Baju Kerja Lapangan'
const sticker = (sku: string, colour = 'Abu Tua', size = 'XXL'): Sticker => ({
  sku,
  goods: { product: TITLE, motif: '', colour, size },
})
const printed = (stickers: readonly Sticker[], size: StickerSize, symbol: StickerSymbol) =>
  printer.renderStickers(stickers, { size, symbol, language: 'id', printedAt: SUNDAY }, new Set())

describe.skipIf(!hasPoppler)(`Stickers as a 203 dpi printer burns them${withPoppler}`, () => {
  test.each(StickerSize.options)('a square on %s reads whole, for a short and a long SKU', async (size) => {
    for (const sku of ['KMJ-L', 'M-TAC-PANJANG-ABUTUA-XXL']) {
      const { pdf, squares } = await printed([sticker(sku)], size, 'square')
      expect(squares).toBe(0)
      expect(await scan(asPrinted(pdf))).toEqual({ code128: [], qr: [sku] })
    }
  })

  test.each([
    ['33x19', 'KMJ-L'],
    ['40x30', 'KMJ-LUK'],
    ['50x30', 'KMJ-LUK-XL'],
    ['A4', 'KMJ-LUK-L'],
  ] as const)('bars on %s read whole where they fit', async (size, sku) => {
    const { pdf, squares } = await printed([sticker(sku)], size, 'bars')
    expect(squares).toBe(0)
    expect(await scan(asPrinted(pdf))).toEqual({ code128: [sku], qr: [] })
  })

  test('a SKU too long for bars on this paper is a square, and counted', async () => {
    const long = 'M-TAC-PANJANG-ABUTUA-XXL'
    const { pdf, squares } = await printed([sticker('KMJ-L'), sticker(long), sticker(long)], '33x19', 'bars')
    expect(squares).toBe(1)
    expect(await scan(asPrinted(pdf, 1))).toEqual({ code128: ['KMJ-L'], qr: [] })
    expect(await scan(asPrinted(pdf, 2))).toEqual({ code128: [], qr: [long] })
  })

  test('colour, size and code stand on every sticker in words', async () => {
    for (const size of StickerSize.options)
      for (const symbol of ['bars', 'square'] as const) {
        const text = textOf((await printed([sticker('KMJ-AT-XXL')], size, symbol)).pdf).replace(/\s+/g, ' ')
        for (const fact of ['Abu Tua', 'XXL', 'KMJ-AT-XXL']) expect(text, `${size} ${symbol}`).toContain(fact)
      }
  })

  test('every card of the pack desk reads as what the desk understands, and says what it does', async () => {
    const pdf = await printer.renderCommandCards({ language: 'id', printedAt: SUNDAY })
    const codes = Object.values(COMMAND_CODES).sort()
    expect(await scan(asPrinted(pdf))).toEqual({ code128: codes, qr: codes })
    const text = textOf(pdf)
    for (const word of ['SELESAI', 'TAHAN', 'CETAK', 'SISIHKAN', 'ULANG', 'Tutup paket yang terbuka'])
      expect(text).toContain(word)
  })
})

test.each(Object.entries(COMMAND_CODES))('%s is asked by its code in any case', (command, code) => {
  expect(commandOf(` ${code.toLowerCase()} `)).toBe(command)
})

test('a roll has one sticker a page, A4 forty, in true size', async () => {
  for (const size of StickerSize.options) {
    const pages = pageSizes((await printed(Array(41).fill(sticker('KMJ-L')), size, 'square')).pdf)
    expect(pages).toHaveLength(size === 'A4' ? 2 : 41)
    const { widthMm, heightMm } = STICKER_PAPER[size]
    for (const [width, height] of pages) {
      expect(width).toBeCloseTo((widthMm * 72) / 25.4, 0)
      expect(height).toBeCloseTo((heightMm * 72) / 25.4, 0)
    }
  }
})

describe('from the shop', () => {
  test('as many of each SKU as wanted, in the order wanted', async () => {
    const { client, ids } = await aPackingDesk({ pieces: 0 })
    const wanted = [
      { variantId: ids['KMJ-LUK-L'], pieces: 2 },
      { variantId: ids['BLS-TRT-M'], pieces: 3 },
    ]
    const sheet = await client.fulfilment.stickers({ items: wanted, size: '40x30', symbol: 'square' })
    expect(sheet).toMatchObject({ stickers: 5, pages: 5, squares: 0, lacking: [] })
    expect((await client.fulfilment.commandCards()).pages).toBe(1)
  })

  test('of a set its parts are offered, because nobody scans a set', async () => {
    const { client, ids } = await aPackingDesk()
    const goods = await client.fulfilment.stickerGoods({
      products: [],
      variants: [ids['KMJ-LUK-L'], ids['SET-LUK-TRT']],
    })
    expect(goods.map(({ sku, partOf }) => [sku, partOf])).toEqual([
      ['KMJ-LUK-L', ['SET-LUK-TRT']],
      ['BLS-TRT-M', ['SET-LUK-TRT']],
    ])
  })

  test('goods that are no more, and more than a roll, are refused', async () => {
    const { client, ids } = await aPackingDesk({ pieces: 0 })
    const ask = (variantId: string, pieces: number) =>
      client.fulfilment.stickers({
        items: [
          { variantId, pieces },
          { variantId, pieces },
        ],
        size: 'A4',
        symbol: 'bars',
      })
    await expect(ask('01900000-0000-7000-8000-00000000dead', 1)).rejects.toMatchObject({ code: 'NO_STICKERS' })
    await expect(ask(ids['KMJ-LUK-L'], 2_501)).rejects.toMatchObject({
      code: 'TOO_MANY_STICKERS',
      data: { asked: 5_002, most: 5_000 },
    })
  })
})
