import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { feeRates, type SaleForFees } from '../../src-main/core/settlements/fee-rates.ts'
import { type KeptFee, learnRates } from '../../src-main/core/settlements/learn-rates.ts'
import { SHIPPED_RATES } from '../../src-main/core/settlements/shipped-rates.ts'
import { divRound } from '../../src-shared/kernel/allocate.ts'
import type { FeeRate } from '../../src-shared/settlements/fee-rate.ts'
import type { ShopFees } from '../../src-shared/settlements/shop-fees.ts'

const SHOP = '01900000-0000-7000-8000-00000000000a'
const ORDER_A: SaleForFees = {
  channel: 'shopee',
  shopId: SHOP,
  day: '2026-11-02',
  goods: [{ category: 'Kemeja', value: 225_000, pieces: 2 }],
  sellerVoucher: 10_000,
}

const share = (name: string, basisPoints: number, more: Partial<FeeRate> = {}): FeeRate => ({
  channel: 'shopee',
  shopId: null,
  category: '',
  name,
  from: '2026-01-01',
  reckoning: { kind: 'share', basisPoints, most: null },
  source: 'Seller Centre',
  ...more,
})
const amounts = (rates: readonly FeeRate[], sale = ORDER_A) =>
  Object.fromEntries(
    feeRates(rates)
      .estimate(sale)
      .map(({ name, amount }) => [name, amount]),
  )

describe('what a channel will probably keep', () => {
  test('is a share of the price less the seller’s own cuts, and so much an order', () => {
    // 215.000 × 8,25%, × 4,5% and × 5%
    expect(amounts([share('Biaya Layanan', 450), share('Biaya Komisi AMS', 500)])).toEqual({
      'Biaya Administrasi': -17_738,
      'Biaya Proses Pesanan': -1_250,
      'Biaya Layanan': -9_675,
      'Biaya Komisi AMS': -10_750,
    })
  })

  test('stands in the account of its name', () => {
    expect(
      feeRates([share('Biaya Komisi AMS', 500)])
        .estimate(ORDER_A)
        .map(({ account }) => account)
        .sort(),
    ).toEqual(['6101', '6103', '6104'])
  })

  test('is what stood on the day the order was placed', () => {
    const rates = [share('Biaya Administrasi', 900, { from: '2026-11-03' })]
    expect(amounts(rates)['Biaya Administrasi']).toBe(-17_738)
    expect(amounts(rates, { ...ORDER_A, day: '2026-11-03' })['Biaya Administrasi']).toBe(-19_350)
    expect(amounts([], { ...ORDER_A, day: '2025-07-19' })).toEqual({ 'Biaya Administrasi': -17_200 })
  })

  test('of one name the narrowest of the owner’s rates counts, whatever file spells it how', () => {
    const rates = [
      share('biaya administrasi (termasuk PPN 11%)', 700),
      share('Biaya Administrasi', 600, { category: 'kemeja' }),
      share('Biaya Administrasi', 500, { category: 'Sarung' }),
    ]
    expect(amounts(rates)).toEqual({ 'Biaya Administrasi': -12_900, 'Biaya Proses Pesanan': -1_250 })
    const mixed = { ...ORDER_A, goods: [...ORDER_A.goods, { category: 'Sarung', value: 100_000, pieces: 1 }] }
    // the voucher falls on both by their value: 6.923 and 3.077; 218.077 × 6% + 96.923 × 5%
    expect(amounts(rates, mixed)['Biaya Administrasi']).toBe(-13_085 - 4_846)
  })

  test('a fee is one fee in both languages of the files', () => {
    const sale = { ...ORDER_A, channel: 'tiktok' as const, sellerVoucher: 0 }
    expect(amounts([share('Platform commission fee', 700, { channel: 'tiktok' })], sale)).toEqual({
      'Platform commission fee': -15_750,
      'Biaya pemrosesan pesanan': -1_250,
    })
  })

  test('a share with a ceiling a piece stops there', () => {
    const dynamic = share('Komisi dinamis', 600, {
      channel: 'tiktok',
      reckoning: { kind: 'share', basisPoints: 600, most: 4_000 },
    })
    expect(amounts([dynamic], { ...ORDER_A, channel: 'tiktok', sellerVoucher: 0 })['Komisi dinamis']).toBe(-8_000)
  })

  test('a rate of nothing ends a fee; own sales and channels without rates have none', () => {
    expect(amounts([share('Biaya Administrasi', 0)])).toEqual({ 'Biaya Proses Pesanan': -1_250 })
    expect(amounts([], { ...ORDER_A, channel: 'own' })).toEqual({})
    expect(amounts([], { ...ORDER_A, channel: 'other' })).toEqual({})
  })
})

const said = (more: Partial<ShopFees> = {}): ShopFees => ({
  shopId: SHOP,
  from: '2026-01-01',
  shopClass: 'star',
  category: '',
  programmes: [],
  categories: [],
  ...more,
})
const keptOf = (shops: readonly ShopFees[], sale = ORDER_A) =>
  Object.fromEntries(
    feeRates([], shops)
      .estimate(sale)
      .map(({ name, amount }) => [name, amount]),
  )

describe('what a shop is, and what it joined, decides which shipped rates it pays', () => {
  // 215.000 after discount and voucher
  test.each([
    ['no class', [], 17_738],
    ['Star', [said()], 17_738],
    ['Star+ that sells shoes', [said({ shopClass: 'star plus', category: 'Sepatu Wanita' })], 19_350],
    [
      'Non-Star that sells things for the house',
      [said({ shopClass: 'regular', category: 'Perlengkapan Rumah' })],
      21_500,
    ],
    ['Mall', [said({ shopClass: 'mall' })], 21_393],
    ['Mall that sells shoes', [said({ shopClass: 'mall', category: 'Sepatu Wanita' })], 21_930],
    ['Mall whose category nobody knows', [said({ shopClass: 'mall', category: 'Kamera' })], 21_393],
  ])('%s', (_, shops, administration) => {
    expect(keptOf(shops)).toEqual({ 'Biaya Administrasi': -administration, 'Biaya Proses Pesanan': -1_250 })
  })

  test('a class is what it was on the day of the order; before the first day, what was said first', () => {
    const shops = [said({ shopClass: 'mall', from: '2026-11-10' }), said({ shopClass: 'regular', from: '2026-11-01' })]
    const administration = (day: string) => keptOf(shops, { ...ORDER_A, day })['Biaya Administrasi']
    expect(administration('2026-11-09')).toBe(-17_738)
    expect(administration('2026-11-10')).toBe(-21_393)
    expect(administration('2026-10-01')).toBe(-17_738)
    // Star paid more than Non-Star in 2023: 215.000 × 4,7% and × 4%
    const in2023 = { ...ORDER_A, day: '2023-12-01' }
    expect(keptOf([said()], in2023)).toEqual({ 'Biaya Administrasi': -10_105 })
    expect(keptOf([], in2023)).toEqual({ 'Biaya Administrasi': -8_600 })
  })

  test('programmes that it joined cost their share, each piece at most its ceiling', () => {
    const programmes = [
      { name: 'Gratis Ongkir XTRA', level: 'Kategori F' },
      { name: 'Promo XTRA', level: 'Promo XTRA' },
    ]
    expect(keptOf([said({ programmes })])).toEqual({
      'Biaya Administrasi': -17_738,
      'Biaya Gratis Ongkir XTRA - Ukuran Biasa (Kategori F)': -13_975,
      'Biaya Layanan Promo XTRA': -9_675,
      'Biaya Proses Pesanan': -1_250,
    })
    const dear = { ...ORDER_A, sellerVoucher: 0, goods: [{ category: '', value: 2_000_000, pieces: 1 }] }
    expect(keptOf([said({ programmes })], dear)).toMatchObject({
      'Biaya Gratis Ongkir XTRA - Ukuran Biasa (Kategori F)': -40_000,
      'Biaya Layanan Promo XTRA': -60_000,
    })
  })

  test('each product by the channel’s category of its own: as the owner said, else the same word, else the shop’s', () => {
    const goods = [
      { category: 'Kemeja', value: 100_000, pieces: 1 },
      { category: 'Tas anyaman', value: 100_000, pieces: 1 },
      { category: 'perlengkapan rumah', value: 100_000, pieces: 1 },
    ]
    const shops = [said({ category: 'Pakaian Pria', categories: [{ own: 'Tas Anyaman', category: 'Tas Wanita' }] })]
    // 8,25% + 9% + 10% of 100.000
    expect(keptOf(shops, { ...ORDER_A, sellerVoucher: 0, goods })['Biaya Administrasi']).toBe(-8_250 - 9_000 - 10_000)
  })

  test('a Mall of TikTok pays commission and the service of the Mall; dynamic commission at its own rate', () => {
    const sale = { ...ORDER_A, channel: 'tiktok' as const, sellerVoucher: 0 }
    expect(keptOf([said({ shopClass: 'mall', programmes: [{ name: 'Komisi dinamis', level: '4%' }] })], sale)).toEqual({
      'Biaya komisi platform': -22_950,
      'Komisi dinamis': -9_000,
      'Biaya layanan Mall': -4_050,
      'Biaya pemrosesan pesanan': -1_250,
    })
    expect(keptOf([said({ shopClass: 'regular', category: 'Kategori di luar tabel TikTok' })], sale)).toEqual({
      'Biaya komisi platform': -15_683,
      'Biaya pemrosesan pesanan': -1_250,
    })
  })

  test('what the owner said of a rate comes before whatever class her shop is of', () => {
    const rates = feeRates([share('Biaya Administrasi', 500)], [said({ shopClass: 'mall', category: 'Sepatu Wanita' })])
    expect(rates.estimate(ORDER_A)[0]).toMatchObject({ name: 'Biaya Administrasi', amount: -10_750 })
    const ofCategory = feeRates(
      [share('Biaya Administrasi', 700, { category: 'Sepatu Wanita' })],
      [said({ category: 'Sepatu Wanita' })],
    )
    expect(ofCategory.estimate(ORDER_A)[0]).toMatchObject({ amount: -15_050 })
  })

  test('each shipped rate says where it is from, and a tariff that follows another names every category of it', () => {
    for (const rate of SHIPPED_RATES) expect(rate.source.length, rate.name).toBeGreaterThan(20)
    for (const later of SHIPPED_RATES.filter(({ category }) => category === ''))
      for (const former of SHIPPED_RATES)
        if (
          former.channel === later.channel &&
          former.name === later.name &&
          former.category !== '' &&
          former.from < later.from &&
          (later.classes === null ||
            former.classes === null ||
            later.classes.some((each) => former.classes?.includes(each)))
        )
          expect(
            SHIPPED_RATES.some(
              ({ channel, name, category, from }) =>
                channel === later.channel && name === later.name && category === former.category && from >= later.from,
            ),
            `${former.category} after ${later.from}`,
          ).toBe(true)
  })
})

describe('rates learned from what was kept', () => {
  const day = (n: number) => `2026-10-${String(n).padStart(2, '0')}`
  const fees = (count: number, amount: (base: number) => number, more: Partial<KeptFee> = {}): KeptFee[] =>
    Array.from({ length: count }, (_, n) => {
      const base = 37_500 + n * 1_730
      return { day: day(1 + (n % 28)), base, amount: amount(base), category: 'Kemeja', ...more }
    })

  test('so much an order', () => {
    expect(learnRates(fees(12, () => 1_250))).toEqual([
      { reckoning: { kind: 'per order', amount: 1_250 }, category: '', from: day(1), orders: 12, matching: 12 },
    ])
  })

  test('a rate that changed is told from its change on', () => {
    const before = fees(10, (base) => divRound(base, 700, 10_000)).map((fee) => ({ ...fee, day: '2026-09-15' }))
    const after = fees(10, (base) => divRound(base, 825, 10_000))
    expect(learnRates([...before, ...after])).toEqual([
      {
        reckoning: { kind: 'share', basisPoints: 825, most: null },
        category: '',
        from: day(1),
        orders: 10,
        matching: 10,
      },
    ])
  })

  test('one a category where categories pay differently', () => {
    const shirts = fees(8, (base) => divRound(base, 800, 10_000))
    const scarves = fees(8, (base) => divRound(base, 575, 10_000), { category: 'Selendang' })
    const found = learnRates([...shirts, ...scarves].sort((a, b) => (a.day < b.day ? -1 : 1)))
    expect(found.map(({ category, reckoning }) => [category, reckoning])).toEqual([
      ['Kemeja', { kind: 'share', basisPoints: 800, most: null }],
      ['Selendang', { kind: 'share', basisPoints: 575, most: null }],
    ])
  })

  test('an average is no rate, and three orders show nothing', () => {
    expect(learnRates(fees(20, (base) => Math.round(base * 0.05) + (base % 977)))).toEqual([])
    expect(learnRates(fees(3, () => 1_250))).toEqual([])
  })

  test('whatever the rate, what it foretells is within a rupiah of what is kept', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 25, max: 1_500 }),
        fc.array(fc.integer({ min: 20_000, max: 900_000 }), { minLength: 12, maxLength: 40 }),
        (basisPoints, bases) => {
          const kept = bases.map(
            (base, n): KeptFee => ({
              day: day(1 + (n % 28)),
              base,
              amount: divRound(base, basisPoints, 10_000),
              category: null,
            }),
          )
          const [rate] = learnRates(kept)
          expect(rate?.matching).toBe(kept.length)
          if (rate?.reckoning.kind !== 'share') return
          for (const { base, amount } of kept)
            expect(Math.abs(divRound(base, rate.reckoning.basisPoints, 10_000) - amount)).toBeLessThanOrEqual(1)
        },
      ),
      { numRuns: 200 },
    )
  })
})
