import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadFaces } from '../../../src-main/core/fulfilment/labels/drawing/faces.ts'
import { BOX, createTypesetter } from '../../../src-main/core/fulfilment/labels/drawing/typesetter.ts'
import { createLabelPrinter, labelPages } from '../../../src-main/core/fulfilment/labels/label-printer.ts'
import { LABEL_PAPER, ShippingLabel } from '../../../src-shared/fulfilment/shipping-label.ts'
import { LARGEST_AMOUNT } from '../../../src-shared/kernel/limits.ts'
import { LabelSize } from '../../../src-shared/settings/settings.ts'
import { faultsOf, nasty, visible } from './marks.ts'
import { aLabel, fontsFolder, pageSizes, plainOptions } from './print-shop.ts'

const type = createTypesetter(await loadFaces(fontsFolder))

const anyLabel: fc.Arbitrary<ShippingLabel> = fc.record({
  courier: nasty(60),
  service: nasty(60),
  destination: fc.record({ city: nasty(80), province: nasty(60) }),
  trackingNumber: fc.oneof(fc.constant(''), visible, nasty(40)),
  cod: fc.option(fc.record({ amount: fc.integer({ min: 0, max: LARGEST_AMOUNT }) })),
  recipient: fc.record({
    name: nasty(200),
    phone: fc.oneof(nasty(60), fc.constant('+6281328705516')),
    addressLines: fc.array(nasty(500), { maxLength: 3 }),
    city: nasty(80),
    province: nasty(60),
    postalCode: fc.option(nasty(12), { nil: undefined }),
  }),
  sender: fc.record({ name: nasty(120), phone: nasty(40), city: nasty(60) }),
  weightGrams: fc.option(fc.nat(10_000_000)),
  shipBy: fc.constantFrom(null, '2026-11-22'),
  items: fc.array(
    fc.record({ name: nasty(200), variation: nasty(60), sku: nasty(60), pieces: fc.integer({ min: 1, max: 100_000 }) }),
    { maxLength: 40 },
  ),
  note: nasty(600),
  remark: nasty(120),
  orderNumber: visible,
  printedAt: fc.constant(aLabel().printedAt),
  zone: fc.constantFrom('WIB', 'WITA', 'WIT'),
  isTestPrint: fc.boolean(),
})
const anyOptions = fc.record({
  size: fc.constantFrom(...LabelSize.options),
  showItems: fc.boolean(),
  showNote: fc.boolean(),
  maskRecipientPhone: fc.boolean(),
  copiesNote: fc.option(nasty(40), { nil: undefined }),
  language: fc.constantFrom('id' as const, 'en' as const),
})

test('whatever people type, nothing leaves the page and nothing lies on anything else', () => {
  fc.assert(
    fc.property(fc.array(anyLabel, { minLength: 1, maxLength: 3 }), anyOptions, (labels, options) => {
      const pages = labelPages(labels, options, type)
      expect(pages).toHaveLength(Math.ceil(labels.length / LABEL_PAPER[options.size].labelsPerPage))
      for (const page of pages) expect(faultsOf(page)).toEqual([])
    }),
    { numRuns: 150 },
  )
}, 120_000)

test('whatever people type, the PDF has one page per label', async () => {
  const printer = createLabelPrinter({ fontsFolder })
  await fc.assert(
    fc.asyncProperty(fc.array(anyLabel, { minLength: 1, maxLength: 3 }), anyOptions, async (labels, options) => {
      const pdf = await printer.renderLabels(labels, options)
      expect(pageSizes(pdf)).toHaveLength(Math.ceil(labels.length / LABEL_PAPER[options.size].labelsPerPage))
    }),
    { numRuns: 25 },
  )
}, 120_000)

test('the generated labels are labels', () => {
  fc.assert(
    fc.property(anyLabel, (label) => ShippingLabel.safeParse(label).success),
    { numRuns: 50 },
  )
})

test.each(LabelSize.options)('an address of 500 characters is printed to its last letter on %s', (size) => {
  const street = 'Jalan Raya Pantura Kilometer 42 sebelah warung makan Bu Sri dekat masjid Al-Ikhlas, '
    .repeat(6)
    .slice(0, 495)
  const label = aLabel({ recipient: { ...aLabel().recipient, addressLines: [`${street} UJUNG`] } })
  const [page] = labelPages([label], { ...plainOptions, size }, type)
  const words = page!.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])).join(' ')
  expect(words).toContain('UJUNG')
  expect(words).toContain('55283')
})

test('a label without anything to hide is set at its full size on 100 x 150 mm', () => {
  const [page] = labelPages([aLabel()], plainOptions, type)
  const courier = page!.marks.find((mark) => mark.kind === 'text' && mark.text === 'JNE')
  expect(courier).toMatchObject({ size: 23 })
})

test('RT and its number stay on one line', () => {
  expect(
    type.wrap('Jalan Melati RT 04 RW 11', 'semibold', 10, type.width('Jalan Melati RT 04', 'semibold', 10) - 1),
  ).toEqual(['Jalan Melati', 'RT 04 RW 11'])
})

test('letters the font lacks become plain letters when they can, and a box when they cannot', () => {
  expect(type.spell('  𝓑𝓪𝓽𝓲𝓴\tＲａｔｎａ ', 'bold')).toBe('Batik Ratna')
  expect(type.spell('Ķřišna', 'bold')).toBe('Ķřišna')
  expect(type.spell('x\u030Ć 👩‍👩‍👧 محمد', 'bold')).toBe(`x ${BOX} ${BOX.repeat(4)}`)
  const lacking = new Set<string>()
  type.noting(lacking).line('Siti 张 \uFFFD 张 Ķ', { face: 'bold', size: 10 }, 0, 10)
  expect([...lacking]).toEqual(['张', '\uFFFD'])
  expect(type.line('👩‍👩‍👧', { face: 'bold', size: 10 }, 0, 10).map((mark) => mark.kind)).toEqual([
    'fill',
    'fill',
    'fill',
    'fill',
  ])
})

test('a long SKU keeps its last seven characters', () => {
  const room = type.width('KEMEJA-PANJ', 'code', 8)
  const cut = type.cutCode('KEMEJA-PANJANG-SEKAR-XL2026', 'code', 8, room)
  expect(cut).toMatch(/^KE.*…-?XL2026$/)
  expect(cut.endsWith('…-XL2026')).toBe(true)
  expect(type.width(cut, 'code', 8)).toBeLessThanOrEqual(room)
})
