import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadFaces } from '../../../src-main/core/fulfilment/labels/drawing/faces.ts'
import { createTypesetter } from '../../../src-main/core/fulfilment/labels/drawing/typesetter.ts'
import { byShelf } from '../../../src-main/core/fulfilment/pieces-to-fetch.ts'
import { handoverPages } from '../../../src-main/core/fulfilment/sheets/handover-sheet.ts'
import { pickListPages } from '../../../src-main/core/fulfilment/sheets/pick-list-sheet.ts'
import { createSheetPrinter } from '../../../src-main/core/fulfilment/sheets/sheet-printer.ts'
import type { HandoverList, HandoverRow } from '../../../src-shared/fulfilment/handover-list.ts'
import type { PickList, PickListRow } from '../../../src-shared/fulfilment/pick-list.ts'
import { LARGEST_AMOUNT } from '../../../src-shared/kernel/limits.ts'
import { faultsOf, nasty, visible } from './marks.ts'
import { asPrinted, fontsFolder, hasPoppler, pageSizes, scan, textOf, withPoppler } from './print-shop.ts'

const printer = createSheetPrinter({ fontsFolder })
const type = createTypesetter(await loadFaces(fontsFolder))
const printedAt = Date.UTC(2026, 10, 22, 2, 14)

const toPick = (shelf: string, pieces: number, changes: Partial<PickListRow> = {}): PickListRow => ({
  shelf,
  sku: 'KMJ-PRK-L',
  productName: 'Kemeja Parang Kartini',
  variationName: 'Navy, L',
  pieces,
  orderNumbers: ['LB-261122-004'],
  ...changes,
})
const aPickList = (rows: PickListRow[]): PickList => ({
  title: 'Gelombang 4',
  shopName: 'Batik Ratna',
  rows,
  printedAt,
  zone: 'WIB',
})
const parcel = (trackingNumber: string, changes: Partial<HandoverRow> = {}): HandoverRow => ({
  orderNumber: 'LB-261122-004',
  trackingNumber,
  recipientName: 'De** L*****',
  pieces: 2,
  cod: null,
  at: null,
  ...changes,
})
const aHandover = (...couriers: HandoverList['couriers']): HandoverList => ({
  title: '',
  shopName: 'Batik Ratna',
  couriers,
  printedAt,
  zone: 'WIB',
  bookSeal: 'j1234 k3JdQ9xW-a · s567 e5fUw2Qm_1',
})

test('the pick list goes shelf by shelf, B-2 before B-11, on a shelf by SKU, and what has no shelf comes last', () => {
  const rows = [
    toPick('', 1),
    toPick('B-11', 1),
    toPick('b-2', 1, { sku: 'KMJ-10' }),
    toPick('b-2', 1, { sku: 'KMJ-9', productName: 'Zirah' }),
    toPick('A-1', 1),
  ]
  expect(rows.toSorted(byShelf).map(({ shelf }) => shelf)).toEqual(['A-1', 'b-2', 'b-2', 'B-11', ''])
  expect(rows.toSorted(byShelf)[1]!.sku).toBe('KMJ-9')
})

test(`the printed pick list stands in the order of the screen${withPoppler}`, async () => {
  if (!hasPoppler) return
  const rows = [toPick('b-2', 1, { sku: 'KMJ-10', productName: 'Alas' }), toPick('b-2', 1, { sku: 'KMJ-9' })]
  const text = textOf(await printer.renderPickList(aPickList(rows), { size: 'A4', showOrderNumbers: true }))
  expect(text.indexOf('KMJ-9')).toBeLessThan(text.indexOf('KMJ-10'))
})

test.each(['A4', '100x150'] as const)('a long pick list goes on over pages of %s', async (size) => {
  const rows = Array.from({ length: 60 }, (_, index) => toPick(`B-${index}`, 1))
  const pdf = await printer.renderPickList(aPickList(rows), { size, showOrderNumbers: true })
  const pages = pageSizes(pdf)
  expect(pages.length).toBeGreaterThan(1)
  const [widthMm, heightMm] = size === 'A4' ? [210, 297] : [100, 150]
  for (const [width, height] of pages) {
    expect(Math.abs(width - (widthMm * 72) / 25.4)).toBeLessThan(0.5)
    expect(Math.abs(height - (heightMm * 72) / 25.4)).toBeLessThan(0.5)
  }
})

test('the same list printed twice gives the same bytes', async () => {
  const list = aPickList([toPick('B-2', 3)])
  const print = () => printer.renderPickList(list, { size: 'A4', showOrderNumbers: true })
  expect(Buffer.from(await print()).equals(await print())).toBe(true)
})

describe.skipIf(!hasPoppler)(`Sheets as they are read${withPoppler}`, () => {
  test('the pick list says what to fetch where, and adds it up', async () => {
    const rows = [
      toPick('B-2', 3),
      toPick('B-11', 4, { sku: 'OUT-SJG-M', orderNumbers: ['LB-261122-003', 'LB-261122-005'] }),
    ]
    for (const size of ['A4', '100x150'] as const) {
      const text = textOf(await printer.renderPickList(aPickList(rows), { size, showOrderNumbers: true }))
      for (const fact of [
        'Daftar Ambil Barang',
        'Gelombang 4',
        'Batik Ratna',
        '2 rak, 2 SKU, 7 pcs, 3 pesanan',
        'B-11',
        'OUT-SJG-M',
        'Navy, L',
        'LB-261122-005',
        '7 pcs',
        'Diambil oleh',
        'Dicetak Minggu, 22 November 2026, 09.14 WIB',
        'Halaman 1 dari 1',
      ])
        expect(text).toContain(fact)
    }
  })

  test('order numbers that do not fit are counted', async () => {
    const orderNumbers = Array.from({ length: 80 }, (_, index) => `LB-261122-${100 + index}`)
    const text = textOf(
      await printer.renderPickList(aPickList([toPick('B-2', 80, { orderNumbers })]), {
        size: 'A4',
        showOrderNumbers: true,
      }),
    )
    const shown = new Set(text.match(/LB-261122-\d{3}/g)).size
    expect(shown).toBeGreaterThan(5)
    expect(text).toContain(`+ ${80 - shown} pesanan`)
  })

  test('every courier gets sheets, sums and a place to sign of his own', async () => {
    const list = aHandover(
      { courier: 'JNE', rows: [parcel('8826112200041187'), parcel('CM12345678901', { cod: { amount: 182_000 } })] },
      {
        courier: 'SiCepat',
        rows: [parcel('003948215507', { cod: { amount: 50_000 }, at: Date.parse('2026-11-21T07:05:00Z') })],
      },
    )
    const pdf = await printer.renderHandoverList(list, { showBarcodes: false })
    const [jne = '', sicepat = ''] = textOf(pdf).split('\f')
    for (const fact of [
      'Daftar Serah Kurir',
      'JNE',
      '2 paket, 4 pcs, COD 1 paket (Rp182.000)',
      'CM 1234 5678 901',
      'De** L*****',
      '2 paket diterima JNE dalam keadaan baik.',
      'Diserahkan oleh (pengemas)',
      'Diterima oleh (kurir)',
      'Nama petugas',
      'Nama kurir',
      'Tanda tangan',
      'belum diserahkan',
      'Halaman 1 dari 1',
    ])
      expect(jne).toContain(fact)
    expect(sicepat).toContain('0039 4821 5507')
    expect(sicepat).toContain('1 paket diterima SiCepat')
    expect(sicepat).toContain('SiCepat, Sabtu, 21 November 2026, 14.05 WIB')
    expect(sicepat).not.toContain('JNE')
  })

  test('the courier can scan the sheet instead of the pile, also a parcel without resi', async () => {
    const numbers = ['SPXID051234567890', '003948215507', 'JP1234567890', 'GK-11-1234567890']
    const rows = [...numbers.map((number) => parcel(number)), parcel('', { orderNumber: 'LB-261122-009' })]
    const pdf = await printer.renderHandoverList(aHandover({ courier: 'J&T', rows }), { showBarcodes: true })
    expect((await scan(asPrinted(pdf))).code128).toEqual([...numbers, 'LB-261122-009'].sort())
  })

  test('an empty list says so instead of asking for a signature', async () => {
    const pick = textOf(await printer.renderPickList(aPickList([]), { size: 'A4', showOrderNumbers: true }))
    expect(pick).toContain('Tidak ada barang yang perlu diambil.')
    const handover = textOf(
      await printer.renderHandoverList(aHandover({ courier: '', rows: [] }), { showBarcodes: true }),
    )
    expect(handover).toContain('Jasa Kirim belum dipilih')
    expect(handover).not.toContain('Diterima oleh')
  })

  test('an English sheet counts in English', async () => {
    const text = textOf(
      await printer.renderPickList(aPickList([toPick('B-2', 1)]), {
        size: 'A4',
        showOrderNumbers: false,
        language: 'en',
      }),
    )
    expect(text).toContain('1 shelf, 1 SKU, 1 pcs, 1 order')
    expect(text).toContain('Printed Sunday, 22 November 2026, 09.14 WIB')
  })
})

const anyPickRow: fc.Arbitrary<PickListRow> = fc.record({
  shelf: nasty(30),
  sku: nasty(60),
  productName: nasty(200),
  variationName: nasty(80),
  pieces: fc.integer({ min: 1, max: 100_000 }),
  orderNumbers: fc.array(visible, { maxLength: 30 }),
})
const anyHandoverRow: fc.Arbitrary<HandoverRow> = fc.record({
  orderNumber: visible,
  trackingNumber: fc.oneof(fc.constant(''), visible, nasty(40)),
  recipientName: nasty(200),
  pieces: fc.integer({ min: 1, max: 100_000 }),
  cod: fc.option(fc.record({ amount: fc.integer({ min: 0, max: LARGEST_AMOUNT }) })),
  at: fc.option(fc.integer({ min: printedAt - 86_400_000, max: printedAt })),
})
const about = {
  title: nasty(120),
  shopName: nasty(120),
  printedAt: fc.constant(printedAt),
  zone: fc.constant('WITA' as const),
}

test('codes of one pick list stand in one size, and shelves that nobody has are not counted', () => {
  const rows = [toPick('', 1, { sku: 'KMJ-9' }), toPick('', 1, { sku: 'M-TAC-PANJANG-ABU-TUA-SEMU-XXL' })]
  const [page] = pickListPages(aPickList(rows), { size: 'A4', showOrderNumbers: false }, type)
  const texts = page!.marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []))
  const sizes = texts.filter(({ face }) => face === 'code').map(({ size }) => size)
  expect(new Set(sizes).size).toBe(1)
  expect(texts.map(({ text }) => text)).toContain('2 SKU, 2 pcs, 1 pesanan')
})

test('whatever is on a pick list, nothing leaves its pages and nothing lies on anything else', () => {
  fc.assert(
    fc.property(
      fc.record({ ...about, rows: fc.array(anyPickRow, { maxLength: 25 }) }),
      fc.constantFrom('A4' as const, '100x150' as const),
      fc.boolean(),
      (list, size, showOrderNumbers) => {
        for (const page of pickListPages(list, { size, showOrderNumbers }, type)) expect(faultsOf(page)).toEqual([])
      },
    ),
    { numRuns: 80 },
  )
}, 120_000)

test('whatever is handed over, nothing leaves the pages and every parcel has its row', () => {
  fc.assert(
    fc.property(
      fc.record({
        ...about,
        bookSeal: fc.constantFrom('', 'j1234567 k3JdQ9xW-a · s1234567 e5fUw2Qm_1'),
        couriers: fc.array(fc.record({ courier: nasty(60), rows: fc.array(anyHandoverRow, { maxLength: 25 }) }), {
          minLength: 1,
          maxLength: 2,
        }),
      }),
      fc.boolean(),
      (list, showBarcodes) => {
        const pages = handoverPages(list, { showBarcodes }, type)
        for (const page of pages) expect(faultsOf(page)).toEqual([])
        const orderNumbers = pages.flatMap((page) =>
          page.marks.flatMap((mark) => (mark.kind === 'text' && mark.face === 'code' ? [mark] : [])),
        )
        const rows = list.couriers.flatMap((courier) => courier.rows)
        expect(orderNumbers).toHaveLength(rows.length)
      },
    ),
    { numRuns: 80 },
  )
}, 120_000)
