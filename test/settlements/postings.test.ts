import { describe, expect, test } from 'vitest'
import { NO_EFFECTS } from '../../src-main/core/effects.ts'
import type { LocalActs, OrderDocument } from '../../src-main/core/orders/order-document.ts'
import { NO_RETURNS } from '../../src-main/core/orders/order-document.ts'
import { effectsOf } from '../../src-main/core/orders/order-effects.ts'
import { effectsOfSettlement } from '../../src-main/core/settlements/settlement-effects.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aRelease } from '../builders/a-release.ts'
import { aLine, anOrderDocument, CALENDAR, goodsOf } from '../builders/an-order-document.ts'

const DAY = 24 * 3_600_000

/**
 * Entries that move money at a channel, each as one line of a journal: `D 1130 175050 ; K 1201 215000`. Costs of goods are
 * left out: they follow stock, not money.
 */
function journal(order: OrderDocument): Record<string, string> {
  const { entries } = effectsOf(order, goodsOf(order), CALENDAR)
  return Object.fromEntries(
    entries.flatMap(({ effect, lines }) => {
      const amounts = lines.flatMap((line) => ('amount' in line && line.amount !== 0 ? [line] : []))
      expect(
        amounts.reduce((sum, { amount }) => sum + amount, 0),
        `${effect} balances`,
      ).toBe(0)
      return amounts.length === 0 ? [] : [[effect, asJournal(amounts)]]
    }),
  )
}

const asJournal = (lines: readonly { account: string; amount: number }[]) =>
  lines.map(({ account, amount }) => `${amount > 0 ? 'D' : 'K'} ${account} ${Math.abs(amount)}`).join(' ; ')

/** Two shirts at Rp125.000; seller discount 25.000, seller voucher 10.000; completed on 23 November. */
const orderA = (facts: Partial<OrderDocument & LocalActs> = {}) =>
  anOrderDocument({
    lines: [aLine({ pieces: 2, listPrice: 125_000, price: 112_500, sellerDiscount: 25_000 })],
    money: [
      { name: 'Voucher Ditanggung Penjual', kind: 'seller voucher', amount: 10_000 },
      { name: 'Voucher Ditanggung Shopee', kind: 'channel voucher', amount: 15_000 },
      { name: 'Potongan Koin Shopee', kind: 'channel coins', amount: 2_000 },
    ],
    buyerPayment: 210_000,
    channelState: 'completed',
    shippedAt: SUNDAY,
    completedAt: SUNDAY + DAY,
    ...facts,
  })

/** The income line of that order: Rp175.050 released on 25 November. */
const RELEASED = aRelease('shopee', '2026-11-25', {
  'Harga Asli Produk': 250_000,
  'Total Diskon Produk': -25_000,
  'Voucher disponsor oleh Penjual': -10_000,
  'Ongkir Dibayar Pembeli': 12_000,
  'Gratis Ongkir dari Shopee': 8_000,
  'Ongkir yang Diteruskan oleh Shopee ke Jasa Kirim': -20_000,
  'Biaya Administrasi (termasuk PPN 11%)': -17_200,
  'Biaya Layanan (termasuk PPN 11%)': -9_675,
  'Biaya Proses Pesanan': -1_250,
  'AMS Commission Fee': -10_750,
  'PPh 22': -1_075,
})
const released = (...releases: OrderDocument['settlements']['releases']) => ({
  settlements: { releases, isInOpening: false },
})
const RELEASE_OF_A =
  'D 1130 175050 ; D 6101 17200 ; D 6102 9675 ; D 6103 1250 ; D 6104 10750 ; D 1410 1075 ; K 1201 215000'

describe('Shopee, order A', () => {
  test('the sale is what the channel owes; released, it becomes balance, fees and tax as printed (MP-02, MP-03)', () => {
    expect(journal(orderA(released(RELEASED)))).toEqual({
      sale: 'D 1201 215000 ; D 4202 35000 ; K 4101 250000',
      [`settlement/${RELEASED.key}`]: RELEASE_OF_A,
    })
  })

  test('an order list that is older than the income file: what was paid for is sold', () => {
    const order = orderA({ channelState: 'in_transit', completedAt: null, ...released(RELEASED) })
    expect(journal(order)).toMatchObject({ sale: 'D 1201 215000 ; D 4202 35000 ; K 4101 250000' })
    expect(effectsOf(order, goodsOf(order), CALENDAR).entries.find(({ effect }) => effect === 'sale')?.day).toBe(
      '2026-11-25',
    )
  })

  test('money for goods that have not left is owed for until they have', () => {
    const order = orderA({ channelState: 'arranged', shippedAt: null, completedAt: null, ...released(RELEASED) })
    expect(journal(order)).toEqual({ [`settlement/${RELEASED.key}`]: RELEASE_OF_A })
  })

  test('failed delivery: return shipping is taken from the balance, and nothing was sold (MP-06)', () => {
    const fee = aRelease('shopee', '2026-11-28', { 'Ongkos Kirim Pengembalian Barang': -9_000 })
    const order = orderA({ channelState: 'delivery_failed', completedAt: null, ...released(fee) })
    expect(journal(order)).toEqual({ [`settlement/${fee.key}`]: 'K 1130 9000 ; D 6109 9000' })
  })

  test('all of it sent back before the money was released: nothing is released (MP-07)', () => {
    const nothing = aRelease('shopee', '2026-11-26', {
      'Harga Asli Produk': 250_000,
      'Total Diskon Produk': -25_000,
      'Voucher disponsor oleh Penjual': -10_000,
      'Jumlah Pengembalian Dana ke Pembeli': -215_000,
    })
    const order = orderA({
      lines: [aLine({ pieces: 2, returnedPieces: 2, listPrice: 125_000, price: 112_500, sellerDiscount: 25_000 })],
      comesBackAt: SUNDAY + 2 * DAY,
      ...released(nothing),
    })
    expect(journal(order)).toEqual({
      sale: 'D 1201 215000 ; D 4202 35000 ; K 4101 250000',
      return: 'D 4201 215000 ; K 1201 215000',
    })
  })

  describe('all of it sent back after the money was released: commission comes back, the processing fee does not (MP-08)', () => {
    const back = aRelease('shopee', '2026-11-30', {
      'Jumlah Pengembalian Dana ke Pembeli': -215_000,
      'Biaya Administrasi': 17_200,
      'Biaya Layanan': 9_675,
      'Biaya Komisi AMS': 10_750,
      'PPh 22': 1_075,
    })
    const fees = 'K 6101 17200 ; K 6102 9675 ; K 6104 10750 ; K 1410 1075'

    test('told by the settlement alone', () => {
      expect(journal(orderA(released(RELEASED, back)))).toEqual({
        sale: 'D 1201 215000 ; D 4202 35000 ; K 4101 250000',
        [`settlement/${RELEASED.key}`]: RELEASE_OF_A,
        [`settlement/${back.key}`]: `K 1130 176300 ; ${fees} ; D 4201 215000`,
      })
    })

    test.each([
      ['before that day', 6],
      ['after it', 12],
    ])('and by the order list too, dated %s: the refund is booked once', (_, days) => {
      const order = orderA({
        lines: [aLine({ pieces: 2, returnedPieces: 2, listPrice: 125_000, price: 112_500, sellerDiscount: 25_000 })],
        comesBackAt: SUNDAY + days * DAY,
        ...released(RELEASED, back),
      })
      expect(journal(order)).toEqual({
        sale: 'D 1201 215000 ; D 4202 35000 ; K 4101 250000',
        return: 'D 4201 215000 ; K 1201 215000',
        [`settlement/${RELEASED.key}`]: RELEASE_OF_A,
        [`settlement/${back.key}`]: `K 1130 176300 ; ${fees} ; D 1201 215000`,
      })
    })

    test('as long as only the order list tells of it, the channel is owed the money', () => {
      const order = orderA({
        lines: [aLine({ pieces: 2, returnedPieces: 2, listPrice: 125_000, price: 112_500, sellerDiscount: 25_000 })],
        comesBackAt: SUNDAY + 6 * DAY,
        ...released(RELEASED),
      })
      expect(journal(order)).toMatchObject({
        [`settlement/${RELEASED.key}`]: RELEASE_OF_A,
        return: 'D 4201 215000 ; K 1201 215000',
      })
    })
  })

  test('a part given back without goods, before the release (MP-09)', () => {
    const less = aRelease('shopee', '2026-11-25', {
      'Harga Asli Produk': 250_000,
      'Total Diskon Produk': -25_000,
      'Voucher disponsor oleh Penjual': -10_000,
      'Jumlah Pengembalian Dana ke Pembeli': -40_000,
      'Biaya Administrasi': -14_000,
    })
    expect(journal(orderA(released(less)))).toMatchObject({
      [`settlement/${less.key}`]: 'D 1130 161000 ; D 6101 14000 ; K 1201 215000 ; D 4201 40000',
    })
    // and when the owner had recorded it herself, it is not cut a second time
    const byHand = {
      ...NO_RETURNS,
      refunds: [{ id: 'r', day: '2026-11-24', amount: 40_000, account: '1201' as const }],
    }
    expect(journal(orderA({ returns: byHand, ...released(less) }))).toMatchObject({
      'refund/r': 'D 4201 40000 ; K 1201 40000',
      [`settlement/${less.key}`]: 'D 1130 161000 ; D 6101 14000 ; K 1201 175000',
    })
  })

  test('a parcel that was lost is paid for by the channel (MP-10)', () => {
    const paid = aRelease('shopee', '2026-11-29', { Logistik: 230_000 }, 'adjustment')
    const order = orderA({ channelState: 'delivery_failed', completedAt: null, ...released(paid) })
    expect(journal(order)).toEqual({ [`settlement/${paid.key}`]: 'D 1130 230000 ; K 4901 230000' })
  })

  test('a parcel heavier than thought (MP-11)', () => {
    const heavier = aRelease('shopee', '2026-11-29', { 'Selisih Ongkos Kirim': -3_500 }, 'adjustment')
    expect(journal(orderA(released(RELEASED, heavier)))).toMatchObject({
      [`settlement/${heavier.key}`]: 'K 1130 3500 ; D 6108 3500',
    })
  })

  test('a top-up of the ads balance out of what is released is no cost yet (MP-12)', () => {
    const topUp = aRelease('shopee', '2026-11-29', { 'Biaya Isi Saldo Otomatis (dari Penghasilan)': -55_500 })
    expect(journal(orderA(released(RELEASED, topUp)))).toMatchObject({
      [`settlement/${topUp.key}`]: 'K 1130 55500 ; D 1401 55500',
    })
  })

  test('an order that costs more than it brings leaves the balance below nothing (MP-13)', () => {
    const minus = aRelease('shopee', '2026-11-29', { 'Jumlah Pengembalian Dana ke Pembeli': -12_000 }, 'adjustment')
    expect(journal(orderA(released(RELEASED, minus)))).toMatchObject({
      [`settlement/${minus.key}`]: 'K 1130 12000 ; D 4201 12000',
    })
  })

  test('what the channel pays less for the goods than was sold, and nobody explains, is seen under 6119', () => {
    const short = aRelease('shopee', '2026-11-25', { 'Harga Asli Produk': 214_300 })
    expect(journal(orderA(released(short)))).toMatchObject({
      [`settlement/${short.key}`]: 'D 1130 214300 ; K 1201 215000 ; D 6119 700',
    })
  })

  test('released in two halves, the claim goes with both', () => {
    const half = (day: string) => aRelease('shopee', day, { 'Harga Asli Produk': 107_500 })
    const [first, second] = [half('2026-11-25'), half('2026-11-27')]
    expect(journal(orderA(released(second, first)))).toMatchObject({
      [`settlement/${first.key}`]: 'D 1130 107500 ; K 1201 107500',
      [`settlement/${second.key}`]: 'D 1130 107500 ; K 1201 107500',
    })
  })
})

describe('TikTok Shop, order B: Rp180.000 less Rp18.000', () => {
  const orderB = (...releases: OrderDocument['settlements']['releases']) =>
    anOrderDocument({
      channel: 'tiktok',
      lines: [aLine({ listPrice: 180_000, price: 162_000, sellerDiscount: 18_000 })],
      channelState: 'completed',
      shippedAt: SUNDAY,
      completedAt: SUNDAY + DAY,
      settlements: { releases, isInOpening: false },
    })
  const fees = { 'Platform commission fee': -12_150, 'Dynamic commission': -8_100, 'Order processing fee': -1_250 }

  test('commission and dynamic commission are one account, affiliates another (MP-20)', () => {
    const paid = aRelease('tiktok', '2026-11-26', {
      'Subtotal before discounts': 180_000,
      'Seller discounts': -18_000,
      ...fees,
      'Affiliate Commission': -16_200,
    })
    expect(journal(orderB(paid))).toEqual({
      sale: 'D 1202 162000 ; D 4202 18000 ; K 4102 180000',
      [`settlement/${paid.key}`]: 'D 1131 124300 ; D 6101 20250 ; D 6103 1250 ; D 6104 16200 ; K 1202 162000',
    })
  })

  test('a fee that nobody knows waits under 6119 (MP-21)', () => {
    const paid = aRelease('tiktok', '2026-11-26', {
      'Subtotal sebelum diskon': 180_000,
      'Diskon penjual': -18_000,
      'Biaya layanan bulan madu': -700,
    })
    expect(journal(orderB(paid))).toMatchObject({
      [`settlement/${paid.key}`]: 'D 1131 161300 ; D 6119 700 ; K 1202 162000',
    })
  })
})

describe('before and after the books began, on 1 November', () => {
  const finishedInOctober = (isInOpening: boolean, day: string) => {
    const release = { ...RELEASED, releasedOn: day }
    const at = Date.parse('2026-10-28T03:00:00Z')
    return orderA({ shippedAt: at - DAY, completedAt: at, settlements: { releases: [release], isInOpening } })
  }

  test('released before: nothing, it is in the balance that the owner typed', () => {
    expect(journal(finishedInOctober(false, '2026-10-30'))).toEqual({})
  })

  test('released after, of an order that was over: no fee and no sale of it, only the money that was owed', () => {
    expect(journal(finishedInOctober(true, '2026-11-03'))).toEqual({
      [`settlement/${RELEASED.key}`]: 'D 1130 175050 ; K 1201 175050',
    })
  })

  test('where the owner never said what channels owed her, it comes in with the release', () => {
    expect(journal(finishedInOctober(false, '2026-11-03'))).toEqual({
      [`settlement opening/${RELEASED.key}`]: 'D 1201 175050 ; K 3101 175050',
      [`settlement/${RELEASED.key}`]: 'D 1130 175050 ; K 1201 175050',
    })
  })

  test('an adjustment without an order is a document of its own, once the books have begun', () => {
    const penalty = aRelease('tiktok', '2026-11-05', { 'Platform penalty': -15_000 }, 'adjustment')
    const [entry] = effectsOfSettlement(penalty, 'tiktok', CALENDAR.startDay).entries
    expect(asJournal(entry!.lines as { account: string; amount: number }[])).toBe('K 1131 15000 ; D 6102 15000')
    expect(effectsOfSettlement({ ...penalty, releasedOn: '2026-10-31' }, 'tiktok', CALENDAR.startDay)).toEqual(
      NO_EFFECTS,
    )
  })
})
