import { describe, expect, test } from 'vitest'
import type { LocalActs, OrderDocument } from '../../src-main/core/orders/order-document.ts'
import { NO_RETURNS } from '../../src-main/core/orders/order-document.ts'
import { effectsOf } from '../../src-main/core/orders/order-effects.ts'
import type { GoodsByLine } from '../../src-main/core/orders/order-goods.ts'
import { ownSale } from '../../src-main/core/orders/own-sale.ts'
import { type Part, partOf } from '../../src-shared/kernel/allocate.ts'
import { businessDay } from '../../src-shared/kernel/business-day.ts'
import { PAYMENT_ACCOUNT, PaymentKind } from '../../src-shared/orders/orders.ts'
import type { ReturnCondition } from '../../src-shared/orders/return.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aLine, anOrderDocument, CALENDAR, goodsOf } from '../builders/an-order-document.ts'

const HOUR = 3_600_000

/** Cost of one piece, by SKU. */
const COST: Record<string, number> = { 'KMJ-LUK-L': 61_500, 'BLS-TRT-M': 41_000 }

/** The entries an order must have, each as one line of a journal: `D 1303 123000 ; K 1301 123000`. */
function journal(order: OrderDocument, goods: GoodsByLine = goodsOf(order)): Record<string, string> {
  const { movements, entries } = effectsOf(order, goods, CALENDAR)
  const costs = new Map(movements.map(({ effect, variantId, pieces }) => [effect, Math.abs(pieces) * COST[variantId]!]))
  const lines = entries.map(({ effect, lines }) => {
    const byAccount = new Map<string, number>()
    for (const line of lines) {
      const amount = 'amount' in line ? line.amount : signedCost(line, costs)
      byAccount.set(line.account, (byAccount.get(line.account) ?? 0) + amount)
    }
    const sides = [...byAccount].filter(([, amount]) => amount !== 0)
    expect(
      sides.reduce((sum, [, amount]) => sum + amount, 0),
      `${effect} balances`,
    ).toBe(0)
    return [
      effect,
      sides.map(([account, amount]) => `${amount > 0 ? 'D' : 'K'} ${account} ${Math.abs(amount)}`).join(' ; '),
    ]
  })
  return Object.fromEntries(lines.filter(([, line]) => line !== ''))
}

function signedCost(
  { side, costOf, part }: { side: 'debit' | 'credit'; costOf: string[]; part?: Part },
  costs: ReadonlyMap<string, number>,
) {
  const cost = costOf.reduce((sum, effect) => sum + costs.get(effect)!, 0)
  const share = part ? partOf(cost, part) : cost
  return side === 'debit' ? share : -share
}

/**
 * Order A: two shirts at Rp125.000, seller discount Rp25.000, seller voucher Rp10.000, platform voucher Rp15.000, coins Rp2.000;
 * the buyer pays Rp210.000 with Rp12.000 shipping. Shirts cost Rp61.500 each.
 */
const orderA = (facts: Partial<OrderDocument & LocalActs> & { at?: number } = {}) =>
  anOrderDocument({
    lines: [aLine({ pieces: 2, listPrice: 125_000, price: 112_500, sellerDiscount: 25_000 })],
    money: [
      { name: 'Voucher Ditanggung Penjual', kind: 'seller voucher', amount: 10_000 },
      { name: 'Voucher Ditanggung Shopee', kind: 'channel voucher', amount: 15_000 },
      { name: 'Potongan Koin Shopee', kind: 'channel coins', amount: 2_000 },
      { name: 'Ongkos Kirim Dibayar oleh Pembeli', kind: 'shipping paid by buyer', amount: 12_000 },
    ],
    buyerPayment: 210_000,
    ...facts,
  })
const shipped = { channelState: 'in_transit', shippedAt: SUNDAY } as const
const completed = { channelState: 'completed', shippedAt: SUNDAY, completedAt: SUNDAY + 24 * HOUR } as const
const returned = { ...completed, channelState: 'returned', at: SUNDAY + 48 * HOUR } as const

describe('Shopee, order A', () => {
  test('paid and not shipped: nothing in the books, two pieces reserved', () => {
    expect(journal(orderA())).toEqual({})
    expect(effectsOf(orderA(), goodsOf(orderA()), CALENDAR).reservations).toEqual([
      { effect: 'reserve/KMJ-LUK-L', variantId: 'KMJ-LUK-L', pieces: 2 },
    ])
  })

  test('shipped: the goods leave the shelf, not the books (MP-01)', () => {
    const order = orderA(shipped)
    expect(journal(order)).toEqual({ transit: 'D 1303 123000 ; K 1301 123000' })
    expect(effectsOf(order, goodsOf(order), CALENDAR)).toMatchObject({
      reservations: [],
      movements: [
        { kind: 'issue', variantId: 'KMJ-LUK-L', pieces: -2, cost: 'average', at: SUNDAY, day: '2026-11-22' },
      ],
    })
  })

  test('completed: revenue before the seller cuts, and the cost of goods with it (MP-02)', () => {
    expect(journal(orderA(completed))).toEqual({
      transit: 'D 1303 123000 ; K 1301 123000',
      sale: 'D 1201 215000 ; D 4202 35000 ; K 4101 250000',
      cost: 'D 5101 123000 ; K 1303 123000',
    })
  })

  test('an amount that a channel takes back in part is a smaller cut, never a second one', () => {
    const { money } = orderA()
    const takenBack = { name: 'Koreksi voucher', kind: 'seller voucher', amount: -4_000 } as const
    expect(journal(orderA({ ...completed, money: [...money, takenBack] }))).toMatchObject({
      sale: 'D 1201 219000 ; D 4202 31000 ; K 4101 250000',
    })
  })

  test('revenue belongs to the day of completion, the issue to the day the goods left', () => {
    const { movements, entries } = effectsOf(orderA(completed), goodsOf(orderA()), CALENDAR)
    expect(movements.map(({ day }) => day)).toEqual(['2026-11-22'])
    expect(entries.map(({ effect, day }) => [effect, day])).toEqual([
      ['transit', '2026-11-22'],
      ['sale', '2026-11-23'],
      ['cost', '2026-11-23'],
    ])
  })

  test('coins paid back by the seller are a reduction of their own', () => {
    const coins = { name: 'Koin Cashback Ditanggung Penjual', kind: 'seller coins', amount: 3_000 } as const
    expect(journal(anOrderDocument({ ...completed, money: [coins] })).sale).toBe(
      'D 1201 122000 ; D 4203 3000 ; K 4101 125000',
    )
  })

  test('cancelled before shipping: nothing at all (MP-05)', () => {
    const order = orderA({ channelState: 'cancelled', cancelledAt: SUNDAY })
    expect(effectsOf(order, goodsOf(order), CALENDAR)).toEqual({ reservations: [], movements: [], entries: [] })
  })

  test('cancelled after shipping: the goods wait to be inspected, there is no revenue (MP-06)', () => {
    expect(journal(orderA({ ...shipped, channelState: 'cancelled', cancelledAt: SUNDAY + HOUR }))).toEqual({
      transit: 'D 1303 123000 ; K 1301 123000',
      'goods back': 'D 1305 123000 ; K 1303 123000',
    })
  })

  test('handed over and then cancelled is cancelled after shipping', () => {
    const order = orderA({
      channelState: 'cancelled',
      packedAt: SUNDAY,
      handedOverAt: SUNDAY,
      cancelledAt: SUNDAY - HOUR,
    })
    expect(journal(order)).toMatchObject({ 'goods back': 'D 1305 123000 ; K 1303 123000' })
  })

  test('sent back whole after completion: revenue and cost are taken back, the goods wait to be inspected (MP-07)', () => {
    expect(journal(orderA({ ...returned }))).toEqual({
      transit: 'D 1303 123000 ; K 1301 123000',
      sale: 'D 1201 215000 ; D 4202 35000 ; K 4101 250000',
      cost: 'D 5101 123000 ; K 1303 123000',
      return: 'D 4201 215000 ; K 1201 215000',
      'goods back': 'D 1305 123000 ; K 5101 123000',
    })
  })

  test('one of two pieces sent back: half of the net and half of the cost', () => {
    const [line] = orderA().lines
    expect(journal(orderA({ ...completed, lines: [{ ...line!, returnedPieces: 1 }] }))).toMatchObject({
      return: 'D 4201 107500 ; K 1201 107500',
      'goods back': 'D 1305 61500 ; K 5101 61500',
    })
  })

  test('of two kinds of goods one comes back: its share goes by price, its cost is its own', () => {
    const lines = [
      aLine({ line: 1, listPrice: 150_000, price: 150_000 }),
      aLine({ line: 2, listingId: 'BLS-TRT-M', listPrice: 50_000, price: 50_000, pieces: 2, returnedPieces: 1 }),
    ]
    expect(journal(anOrderDocument({ ...completed, lines }))).toMatchObject({
      sale: 'D 1201 250000 ; K 4101 250000',
      return: 'D 4201 50000 ; K 1201 50000',
      'goods back': 'D 1305 41000 ; K 5101 41000',
    })
  })

  test('sent back before it was ever completed: only the goods, there is no revenue to take back', () => {
    expect(journal(orderA({ ...shipped, channelState: 'returned' }))).toEqual({
      transit: 'D 1303 123000 ; K 1301 123000',
      'goods back': 'D 1305 123000 ; K 1303 123000',
    })
  })

  test('a return that is still under way changes nothing', () => {
    expect(journal(orderA({ ...shipped, channelState: 'return_open' }))).toEqual({
      transit: 'D 1303 123000 ; K 1301 123000',
    })
  })
})

describe('what came back and was looked at', () => {
  const looked = (...found: [condition: ReturnCondition, pieces: number][]) => ({
    returns: {
      ...NO_RETURNS,
      receivedAt: SUNDAY + 48 * HOUR,
      inspections: found.map(([condition, pieces], index) => ({
        id: condition,
        line: 1,
        variantId: 'KMJ-LUK-L',
        pieces,
        condition,
        at: SUNDAY + (48 + index) * HOUR,
      })),
    },
  })
  const failed = { ...shipped, channelState: 'delivery_failed' } as const

  test('not delivered, fit to sell: on the shelf again, nothing waits (MP-06)', () => {
    expect(journal(orderA({ ...failed, ...looked(['sellable', 2]) }))).toEqual({
      transit: 'D 1303 123000 ; K 1301 123000',
      'goods back': 'D 1305 123000 ; K 1303 123000',
      'inspected/sellable': 'D 1301 123000 ; K 1305 123000',
    })
  })

  test('returned after the sale, one piece fit to sell and one spoilt (MP-08)', () => {
    const order = orderA({ ...returned, ...looked(['sellable', 1], ['damaged', 1]) })
    expect(journal(order)).toMatchObject({
      return: 'D 4201 215000 ; K 1201 215000',
      'goods back': 'D 1305 123000 ; K 5101 123000',
      'inspected/sellable': 'D 1301 61500 ; K 1305 61500',
      'inspected/damaged': 'D 5105 61500 ; K 1305 61500',
    })
    expect(effectsOf(order, goodsOf(order), CALENDAR).movements.at(-1)).toMatchObject({
      kind: 'return',
      pieces: 1,
      day: '2026-11-24',
      cost: { issuedBy: ['issue/KMJ-LUK-L'], part: { pieces: 1, of: 2, after: 0 } },
    })
  })

  test('lost on the road and paid for by the channel (MP-10)', () => {
    const { returns } = looked(['lost', 2])
    const paidClaims = [{ id: 'K', day: '2026-11-26', amount: 230_000, account: '1130' as const }]
    expect(journal(orderA({ ...failed, returns: { ...returns, paidClaims } }))).toMatchObject({
      'inspected/lost': 'D 5105 123000 ; K 1305 123000',
      'claim/K': 'D 1130 230000 ; K 4901 230000',
    })
  })

  test('here before anybody told: straight from transit to where it belongs, the rest still under way', () => {
    expect(journal(orderA({ ...shipped, ...looked(['sellable', 1]) }))).toEqual({
      transit: 'D 1303 123000 ; K 1301 123000',
      'inspected/sellable': 'D 1301 61500 ; K 1303 61500',
    })
  })
})

describe('TikTok Shop, order B', () => {
  const orderB = anOrderDocument({
    channel: 'tiktok',
    lines: [aLine({ listingId: 'BLS-TRT-M', pieces: 2, listPrice: 90_000, price: 81_000, sellerDiscount: 18_000 })],
    ...completed,
  })

  test('shipped and completed stand on accounts of their own (MP-20)', () => {
    expect(journal(orderB)).toEqual({
      transit: 'D 1303 82000 ; K 1301 82000',
      sale: 'D 1202 162000 ; D 4202 18000 ; K 4102 180000',
      cost: 'D 5101 82000 ; K 1303 82000',
    })
  })

  test('at a channel without readers of its own, on the accounts of other channels', () => {
    expect(journal({ ...orderB, channel: 'other' })).toMatchObject({
      sale: 'D 1203 162000 ; D 4202 18000 ; K 4105 180000',
    })
  })
})

describe('own sales', () => {
  const draft = {
    id: 'W',
    lines: [{ variantId: 'BLS-TRT-M', pieces: 2, price: 75_000 }],
    buyerName: 'Dewi Lestari',
    soldAt: SUNDAY,
    note: '',
  }
  const shipTo = {
    phone: '',
    address: 'Jl. Kaliurang 12',
    city: 'Sleman',
    province: 'DIY',
    courier: 'JNE',
    trackingNumber: '',
    shippingPaid: 0,
    shipBy: null,
  }
  const sentOff = (sale: OrderDocument): OrderDocument => ({
    ...sale,
    parcels: [{ ...sale.parcels[0]!, handedOverAt: SUNDAY + HOUR }],
    channelState: 'completed',
    completedAt: SUNDAY + HOUR,
  })

  test('by chat, paid ahead: the money is owed until the goods leave (MP-30)', () => {
    const sale = ownSale({ ...draft, payment: 'transfer', shipTo }, 'S', 'LB-261122-001')
    expect(journal(sale)).toEqual({ prepayment: 'D 1110 150000 ; K 2103 150000' })
    expect(effectsOf(sale, goodsOf(sale), CALENDAR).reservations).toMatchObject([{ pieces: 2 }])
    expect(journal(sentOff(sale))).toEqual({
      prepayment: 'D 1110 150000 ; K 2103 150000',
      sale: 'D 2103 150000 ; K 4103 150000',
      cost: 'D 5101 82000 ; K 1301 82000',
    })
  })

  test('paid before the books began: owed to the buyer all the same, its money counted in Saldo Awal already', () => {
    const before = Date.parse('2026-10-30T03:00:00Z')
    const sale = ownSale({ ...draft, payment: 'transfer', shipTo, soldAt: before }, 'S', 'LB-261030-001')
    expect(journal(sale)).toEqual({ prepayment: 'D 3101 150000 ; K 2103 150000' })
  })

  test('COD: the courier owes goods and shipping once he has the parcel (MP-31)', () => {
    const sale = ownSale(
      { ...draft, payment: 'cod', shipTo: { ...shipTo, shippingPaid: 18_000 } },
      'S',
      'LB-261122-002',
    )
    expect(journal(sale)).toEqual({})
    expect(journal(sentOff(sale))).toEqual({
      sale: 'D 1141 168000 ; K 4103 150000 ; K 4301 18000',
      cost: 'D 5101 82000 ; K 1301 82000',
    })
  })

  test('over the counter by QRIS: sold, paid and gone at once (MP-32)', () => {
    const lines = [{ variantId: 'BLS-TRT-M', pieces: 1, price: 80_000 }]
    expect(journal(ownSale({ ...draft, lines, payment: 'qris', shipTo: null }, 'S', 'LB-261122-003'))).toEqual({
      sale: 'D 1140 80000 ; K 4103 80000',
      cost: 'D 5101 41000 ; K 1301 41000',
    })
  })

  test('each way to pay lands on an account of its own', () => {
    const accounts = PaymentKind.options.map((payment) => [
      payment,
      journal(ownSale({ ...draft, payment, shipTo: null }, 'S', 'N')).sale!.slice(0, 6),
    ])
    expect(Object.fromEntries(accounts)).toEqual({
      cash: 'D 1101',
      transfer: 'D 1110',
      qris: 'D 1140',
      'e-wallet': 'D 1120',
      card: 'D 1140',
      paylater: 'D 1140',
      'virtual account': 'D 1110',
      cod: 'D 1141',
      credit: 'D 1210',
    })
    expect(Object.keys(PAYMENT_ACCOUNT).sort()).toEqual([...PaymentKind.options].sort())
  })

  test('cancelled, it is a correction: what was paid ahead goes back, and goods and sale never were', () => {
    const cancelled = { channelState: 'cancelled', cancelledAt: SUNDAY + 2 * HOUR } as const
    const sale = { ...ownSale({ ...draft, payment: 'transfer', shipTo }, 'S', 'N'), ...cancelled }
    expect(journal(sale)).toEqual({
      prepayment: 'D 1110 150000 ; K 2103 150000',
      refund: 'D 2103 150000 ; K 1110 150000',
    })
    const atCounter = { ...ownSale({ ...draft, payment: 'cash', shipTo: null }, 'S', 'N'), ...cancelled }
    expect(effectsOf(atCounter, goodsOf(atCounter), CALENDAR)).toEqual({ reservations: [], movements: [], entries: [] })
  })
})

describe('goods', () => {
  test('a bundle is issued as its components, and its cost is theirs together', () => {
    const order = anOrderDocument({ ...completed, lines: [aLine({ listingId: 'SET', pieces: 2 })] })
    const goods = new Map([
      [
        1,
        [
          { variantId: 'KMJ-LUK-L', pieces: 1 },
          { variantId: 'BLS-TRT-M', pieces: 2 },
        ],
      ],
    ])
    expect(effectsOf(order, goods, CALENDAR).movements.map(({ variantId, pieces }) => [variantId, pieces])).toEqual([
      ['KMJ-LUK-L', -2],
      ['BLS-TRT-M', -4],
    ])
    expect(journal(order, goods).cost).toBe('D 5101 287000 ; K 1303 287000')
  })

  test('goods that are not mapped yet are sold all the same: revenue stands, cost is missing', () => {
    const order = orderA(completed)
    const unmapped = effectsOf(order, new Map(), CALENDAR)
    expect(unmapped.movements).toEqual([])
    expect(journal(order, new Map())).toEqual({ sale: 'D 1201 215000 ; D 4202 35000 ; K 4101 250000' })
  })

  test('one SKU at two prices in one order is issued once, and lines in another place move nothing', () => {
    const lines = [aLine({ line: 1, price: 125_000 }), aLine({ line: 2, price: 99_000, listPrice: 99_000 })]
    const order = anOrderDocument({ ...completed, lines })
    const { movements } = effectsOf(order, goodsOf(order), CALENDAR)
    expect(movements.map(({ effect, pieces }) => [effect, pieces])).toEqual([['issue/KMJ-LUK-L', -2]])
    const swapped = { ...order, lines: lines.toReversed().map((line, at) => ({ ...line, line: at + 1 })) }
    expect(effectsOf(swapped, goodsOf(swapped), CALENDAR)).toEqual(effectsOf(order, goodsOf(order), CALENDAR))
    expect(journal(order)).toMatchObject({
      sale: 'D 1201 224000 ; K 4101 224000',
      cost: 'D 5101 123000 ; K 1303 123000',
    })
  })
})

describe('days', () => {
  test('what finished before the books began has no effects', () => {
    const before = Date.parse('2026-10-20T03:00:00Z')
    const order = orderA({ channelState: 'completed', shippedAt: before, completedAt: before + HOUR })
    expect(effectsOf(order, goodsOf(order), CALENDAR)).toEqual({ reservations: [], movements: [], entries: [] })
  })

  test('goods under way when the books began are capital in transit; the shelf counted then is untouched', () => {
    const order = orderA({ ...completed, shippedAt: Date.parse('2026-10-30T03:00:00Z') })
    const { movements, entries } = effectsOf(order, goodsOf(order), CALENDAR)
    expect(movements.map(({ kind, pieces, day }) => ({ kind, pieces, day }))).toEqual([
      { kind: 'opening', pieces: 2, day: '2026-11-01' },
      { kind: 'issue', pieces: -2, day: '2026-11-01' },
    ])
    expect(entries.map(({ effect, day }) => [effect, day])).toEqual([
      ['opening', '2026-11-01'],
      ['transit', '2026-11-01'],
      ['sale', '2026-11-23'],
      ['cost', '2026-11-23'],
    ])
    expect(journal(order)).toMatchObject({
      opening: 'D 1301 123000 ; K 3101 123000',
      transit: 'D 1303 123000 ; K 1301 123000',
    })
  })

  test('a day ends at midnight of the shop, not of Greenwich', () => {
    const lateEvening = Date.parse('2026-11-22T16:30:00Z')
    for (const zone of ['WIB', 'WITA', 'WIT'] as const) {
      const order = orderA({ ...shipped, shippedAt: lateEvening })
      const [issue] = effectsOf(order, goodsOf(order), { ...CALENDAR, zone }).movements
      expect(issue!.day).toBe(businessDay(lateEvening, zone))
    }
    expect([businessDay(lateEvening, 'WIB'), businessDay(lateEvening, 'WITA')]).toEqual(['2026-11-22', '2026-11-23'])
  })
})
