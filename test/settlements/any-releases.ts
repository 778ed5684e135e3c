import fc from 'fast-check'
import { expect } from 'vitest'
import type { Entry } from '../../src-main/core/effects.ts'
import { channelAccounts } from '../../src-main/core/ledger/channel-accounts.ts'
import { ladderLines } from '../../src-main/core/orders/ladder-lines.ts'
import { NO_RETURNS, type OrderDocument } from '../../src-main/core/orders/order-document.ts'
import { effectsOf } from '../../src-main/core/orders/order-effects.ts'
import { addDays } from '../../src-shared/kernel/business-day.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aRelease } from '../builders/a-release.ts'
import { aLine, anOrderDocument, CALENDAR, goodsOf } from '../builders/an-order-document.ts'

const DAY = 24 * 3_600_000
const NAMES = [
  'Harga Asli Produk',
  'Total Diskon Produk',
  'Voucher disponsor oleh Penjual',
  'Jumlah Pengembalian Dana ke Pembeli',
  'Ongkir Dibayar Pembeli',
  'Biaya Administrasi',
  'Biaya Gratis Ongkir XTRA - Ukuran Biasa',
  'Biaya Komisi AMS',
  'PPh 22',
  'Kompensasi',
  'Biaya Isi Saldo Otomatis (dari Penghasilan)',
  'Nama yang belum dikenal',
]
const amount = fc.integer({ min: -200_000, max: 200_000 })

const release = fc
  .record({
    days: fc.integer({ min: 0, max: 20 }),
    kind: fc.constantFrom('order' as const, 'adjustment' as const),
    amounts: fc.array(fc.tuple(fc.constantFrom(...NAMES), amount), { maxLength: 6 }),
  })
  .map(({ days, kind, amounts }) => aRelease('shopee', addDays('2026-11-23', days), Object.fromEntries(amounts), kind))

const settlements = fc.uniqueArray(release, { maxLength: 4, selector: ({ key }) => key })

const STATES = ['arranged', 'in_transit', 'completed', 'cancelled', 'delivery_failed', 'returned'] as const
const order = fc
  .record({
    state: fc.constantFrom(...STATES),
    pieces: fc.integer({ min: 1, max: 3 }),
    returned: fc.integer({ min: 0, max: 3 }),
    discount: fc.integer({ min: 0, max: 40_000 }),
    byHand: fc.integer({ min: 0, max: 60_000 }),
    backOn: fc.integer({ min: 2, max: 18 }),
  })
  .map(({ state, pieces, returned, discount, byHand, backOn }): OrderDocument => {
    const isSold = state === 'completed' || state === 'returned'
    return anOrderDocument({
      channelState: state,
      shippedAt: state === 'arranged' ? null : SUNDAY,
      completedAt: isSold ? SUNDAY + DAY : null,
      cancelledAt: state === 'cancelled' ? SUNDAY + DAY : null,
      comesBackAt: returned > 0 || state === 'returned' ? SUNDAY + backOn * DAY : null,
      lines: [aLine({ pieces, returnedPieces: Math.min(returned, pieces), price: 100_000, sellerDiscount: discount })],
      returns:
        byHand === 0 || !isSold
          ? NO_RETURNS
          : { ...NO_RETURNS, refunds: [{ id: 'r', day: '2026-11-25', amount: byHand, account: '1201' }] },
    })
  })

const known = ({ lines }: Entry) => lines.flatMap((line) => ('amount' in line ? [line] : []))
const sumOn = (entries: readonly Entry[], fits: (account: string) => boolean) =>
  entries.flatMap(known).reduce((sum, line) => sum + (fits(line.account) ? line.amount : 0), 0)

/**
 * Whatever was sold, came back and was released, in whatever order it was told: every entry balances, the balance at the channel
 * takes exactly what was released, a sold order that was paid for is owed only what its own later refunds take back, and the fees
 * of the ladder are those of the books.
 */
export function anyReleases(numRuns: number): void {
  const { receivable, balance } = channelAccounts('shopee')
  fc.assert(
    fc.property(order, settlements, fc.infiniteStream(fc.nat()), (document, releases, dice) => {
      const told = { ...document, settlements: { releases, isInOpening: false } }
      const { entries } = effectsOf(told, goodsOf(told), CALENDAR)
      for (const entry of entries.filter(({ lines }) => lines.every((line) => 'amount' in line)))
        expect(
          known(entry).reduce((sum, each) => sum + each.amount, 0),
          entry.effect,
        ).toBe(0)
      const shuffled = releases
        .map((each) => ({ each, by: dice.next().value }))
        .sort((a, b) => a.by - b.by)
        .map(({ each }) => each)
      const again = { ...told, settlements: { releases: shuffled, isInOpening: false } }
      expect(effectsOf(again, goodsOf(again), CALENDAR)).toEqual(effectsOf(told, goodsOf(told), CALENDAR))
      expect(sumOn(entries, (account) => account === balance)).toBe(
        releases.reduce((sum, { released }) => sum + released, 0),
      )
      const releasing = entries.filter(({ effect }) => effect.startsWith('settlement/'))
      const isPaidFor = releases.some(({ lines }) =>
        lines.some(({ meaning, amount }) => meaning === 'goods price' && amount !== 0),
      )
      const isSold = entries.some(({ effect }) => effect === 'sale')
      const refundsLeft = sumOn(entries, (account) => account === receivable)
      if (isSold && isPaidFor && !entries.some(({ effect }) => effect === 'return' || effect.startsWith('refund/')))
        expect(refundsLeft).toBe(0)
      const booked = new Map<string, number>()
      for (const { account, amount } of releasing.flatMap(known))
        booked.set(account, (booked.get(account) ?? 0) + amount)
      const fees = ladderLines(told, { booked: booked as never }, [])
        .filter(({ account }) => account.startsWith('61') && account !== '6108')
        .reduce((sum, { actual }) => sum + (actual ?? 0), 0)
      expect(0 - fees).toBe(sumOn(releasing, (account) => account.startsWith('61') && account !== '6108'))
    }),
    { numRuns },
  )
}
