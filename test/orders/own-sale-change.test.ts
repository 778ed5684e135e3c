import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withDerived } from '../../src-main/core/orders/joined-statements.ts'
import type { OrderDocument } from '../../src-main/core/orders/order-document.ts'
import { effectsOf } from '../../src-main/core/orders/order-effects.ts'
import { withParcel } from '../../src-main/core/orders/order-parcels.ts'
import { ownSale } from '../../src-main/core/orders/own-sale.ts'
import { changedSale, saleFactsChanged } from '../../src-main/core/orders/own-sale-change.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { type OwnSaleDraft, PaymentKind } from '../../src-shared/orders/orders.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aPackingDesk } from '../builders/a-packing-desk.ts'
import { anOrder } from '../builders/an-order.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const SHIP_TO = {
  phone: '081234567890',
  address: 'Jl. Kartini 4',
  city: 'Jepara',
  province: 'Jawa Tengah',
  courier: 'JNE',
  trackingNumber: '',
  shippingPaid: 10_000,
  shipBy: null,
}

async function aShopWithSale(facts: Partial<OwnSaleDraft> = {}) {
  const desk = await aPackingDesk()
  const { client, ids } = desk
  const sale = await client.orders.recordOwnSale({
    id: newId(),
    lines: [{ variantId: ids['BLS-TRT-M'], pieces: 2, price: 75_000 }],
    payment: 'cash',
    buyerName: 'Dewi Lestari',
    soldAt: SUNDAY,
    shipTo: null,
    note: '',
    ...facts,
  })
  return { ...desk, sale, change: client.orders.changeOwnSale }
}

describe('correcting an own sale', () => {
  test('resi and courier come after packing: search finds the new one, the panel says what was there', async () => {
    const { client, sale, change, balance } = await aShopWithSale({ shipTo: SHIP_TO, payment: 'transfer' })
    const before = (await client.orders.get({ id: sale.id })).entries
    const changed = await change({
      id: sale.id,
      courier: 'J&T',
      trackingNumber: 'JX-0123 4567-91',
      address: 'Jl. Pemuda 9',
    })
    expect(changed).toMatchObject({
      number: sale.number,
      courier: 'J&T',
      trackingNumber: 'JX-0123 4567-91',
      parcels: [{ trackingNumber: 'JX-0123 4567-91', step: 'to pack' }],
      recipient: { name: 'Dewi Lestari', address: 'Jl. Pemuda 9', city: 'Jepara' },
    })
    expect(changed.changes.map(({ fact, was, is, actor }) => [fact, was, is, actor])).toEqual([
      ['address', 'Jl. Kartini 4', 'Jl. Pemuda 9', 'Ratna'],
      ['courier', 'JNE', 'J&T', 'Ratna'],
      ['trackingNumber', '', 'JX-0123 4567-91', 'Ratna'],
    ])
    expect((await client.orders.list({ query: '2345679' })).rows.map(({ id }) => id)).toEqual([sale.id])
    expect((await client.orders.byCode({ code: 'jx0123456791' }))?.id).toBe(sale.id)
    expect(changed.entries).toEqual(before)
    expect(balance('1110')).toBe(160_000)
    const again = await change({ id: sale.id, trackingNumber: 'JX0123456799' })
    expect(again.formerWaybills).toEqual(['JX-0123 4567-91'])
  })

  test('price, discount, shipping and payment: what stood is reversed by linked entries, and the new amount stands', async () => {
    const { sale, change, balance, level } = await aShopWithSale()
    expect(balance('1101')).toBe(150_000)
    const [line] = sale.lines
    const changed = await change({
      id: sale.id,
      payment: 'transfer',
      prices: [{ line: line!.line, price: 70_000 }],
      discount: 5_000,
      shippingPaid: 12_000,
    })
    expect(changed).toMatchObject({
      buyerPayment: 147_000,
      paymentMethod: 'transfer',
      grossSales: 140_000,
      sellerCuts: 5_000,
    })
    expect([balance('1101'), balance('1110'), balance('4103'), balance('4202'), balance('4301')]).toEqual([
      0, 147_000, -140_000, 5_000, -12_000,
    ])
    expect(changed.ladder).toMatchObject({ profit: 140_000 - 5_000 + 12_000 - 82_000 })
    expect(changed.entries.filter(({ isReversal }) => isReversal)).toHaveLength(1)
    expect(level('BLS-TRT-M').onHand).toBe(18)
  })

  test('the money of a transfer lies in the bank that was chosen, until another kind of payment is', async () => {
    const { sale, change, balance } = await aShopWithSale({ payment: 'transfer', paidInto: '1111' })
    expect([balance('1110'), balance('1111')]).toEqual([0, 150_000])
    expect(await change({ id: sale.id, paidInto: '1110' })).toMatchObject({ paidInto: '1110' })
    expect([balance('1110'), balance('1111')]).toEqual([150_000, 0])
    expect(await change({ id: sale.id, payment: 'cash' })).toMatchObject({ paidInto: null })
    expect([balance('1101'), balance('1110')]).toEqual([150_000, 0])
    await expect(change({ id: sale.id, paidInto: '4101' })).rejects.toMatchObject({ code: 'SALE_WALLET_UNKNOWN' })
  })

  test('a sale of yesterday moves to yesterday with goods, money and the total of its day; its number stays', async () => {
    const { sale, change, client } = await aShopWithSale()
    const changed = await change({ id: sale.id, soldAt: SUNDAY - DAY })
    expect(changed).toMatchObject({ number: sale.number, state: 'completed', placedAt: SUNDAY - DAY })
    expect(
      new Set(
        changed.entries
          .filter(({ isReversal }) => !isReversal)
          .slice(-2)
          .map(({ day }) => day),
      ),
    ).toEqual(new Set(['2026-11-21']))
    const sold = async (day: string) => (await client.orders.list({ day })).totals.orders
    expect([await sold('2026-11-21'), await sold('2026-11-22')]).toEqual([1, 0])
    await expect(change({ id: sale.id, soldAt: SUNDAY + DAY })).rejects.toMatchObject({ code: 'DAY_IN_FUTURE' })
    await expect(change({ id: sale.id, soldAt: Date.parse('2026-10-20T03:00:00Z') })).rejects.toMatchObject({
      code: 'DAY_BEFORE_START',
    })
  })

  test('in a closed period the day is refused, and an amount is corrected on the first open day', async () => {
    const { sale, change, client, balance } = await aShopWithSale({ soldAt: SUNDAY - 10 * DAY })
    await client.ledger.periods.close({ through: '2026-11-15' })
    await expect(change({ id: sale.id, soldAt: SUNDAY - 9 * DAY })).rejects.toMatchObject({ code: 'PERIOD_CLOSED' })
    const changed = await change({ id: sale.id, discount: 10_000 })
    expect(balance('1101')).toBe(140_000)
    const known = new Set(sale.entries.map(({ id }) => id))
    const added = changed.entries.filter(({ id }) => !known.has(id))
    expect(added.length).toBeGreaterThan(0)
    expect(added.every(({ day }) => day > '2026-11-15')).toBe(true)
  })

  test('what came back keeps its price, payment and day, while its address and note may still change', async () => {
    const { sale, change, client } = await aShopWithSale()
    await client.returns.receive({ orderId: sale.id, waybill: '' })
    for (const wrong of [{ discount: 1_000 }, { payment: 'qris' as const }, { soldAt: SUNDAY - DAY }])
      await expect(change({ id: sale.id, ...wrong })).rejects.toMatchObject({ code: 'OWN_SALE_CAME_BACK' })
    expect(await change({ id: sale.id, note: 'ditukar L' })).toMatchObject({ buyerNote: 'ditukar L' })
  })

  test('a cancelled sale and an order of a channel stay as they are', async () => {
    const { sale, change, client, takeIn, idOf } = await aShopWithSale({ shipTo: SHIP_TO, payment: 'transfer' })
    await client.orders.cancelOwnSale({ id: sale.id, reason: 'salah' })
    await expect(change({ id: sale.id, note: 'x' })).rejects.toMatchObject({ code: 'OWN_SALE_IS_CANCELLED' })
    const order = anOrder().withLine('KMJ-LUK-L')
    await takeIn(order)
    await expect(change({ id: await idOf(order.number), note: 'x' })).rejects.toMatchObject({
      code: 'ONLY_OWN_SALES_CHANGE',
    })
  })

  test('a discount above the goods is refused before and after saving', async () => {
    const { sale, change, client, ids } = await aShopWithSale()
    await expect(change({ id: sale.id, discount: 150_001 })).rejects.toMatchObject({ code: 'SALE_DISCOUNT_TOO_LARGE' })
    expect(await change({ id: sale.id, discount: 150_000 })).toMatchObject({ buyerPayment: 0 })
    await expect(
      client.orders.recordOwnSale({
        id: newId(),
        lines: [{ variantId: ids['BLS-TRT-M'], pieces: 1, price: 1_000 }],
        payment: 'cash',
        discount: 1_001,
        buyerName: '',
        soldAt: SUNDAY,
        shipTo: null,
        note: '',
      }),
    ).rejects.toMatchObject({ code: 'SALE_DISCOUNT_TOO_LARGE' })
  })

  test('whatever is corrected: the sale has the effects it would have had if it had been recorded so', () => {
    const facts = fc.record({
      payment: fc.constantFrom(...PaymentKind.options),
      price: fc.integer({ min: 1_000, max: 90_000 }),
      discount: fc.integer({ min: 0, max: 1_000 }),
      shippingPaid: fc.integer({ min: 0, max: 30_000 }),
      soldAt: fc.integer({ min: 0, max: 15 }).map((days) => SUNDAY - days * DAY),
      trackingNumber: fc.constantFrom('', 'JX1'),
    })
    const handedOver = (sale: OrderDocument) =>
      withDerived(withParcel(sale, { ...sale.parcels[0]!, packedAt: SUNDAY, handedOverAt: SUNDAY + HOUR }))
    type Facts = typeof facts extends fc.Arbitrary<infer F> ? F : never
    const draft = (
      id: string,
      isSent: boolean,
      { payment, price, discount, shippingPaid, soldAt, trackingNumber }: Facts,
    ) =>
      ownSale(
        {
          id,
          lines: [{ variantId: 'BLS-TRT-M', pieces: 3, price }],
          payment,
          discount,
          buyerName: 'Dewi',
          soldAt,
          // over the counter nobody pays for shipping
          shipTo: isSent ? { ...SHIP_TO, shippingPaid, trackingNumber } : null,
          note: '',
        },
        'S',
        'LB-261122-001',
      )
    fc.assert(
      fc.property(facts, facts, fc.constantFrom('over the counter', 'to pack', 'gone'), (first, second, way) => {
        const isSent = way !== 'over the counter'
        const sold = (each: Facts) => (way === 'gone' ? handedOver(draft('A', isSent, each)) : draft('A', isSent, each))
        const [before, wanted] = [sold(first), sold(second)]
        expect(wanted.channelState).toBe(way === 'to pack' ? 'to_arrange' : 'completed')
        const { price, shippingPaid, trackingNumber, ...same } = second
        const after = changedSale(
          before,
          { id: 'A', ...same, prices: [{ line: 1, price }], ...(isSent ? { shippingPaid, trackingNumber } : {}) },
          { now: SUNDAY, lastLine: 1 },
        )
        const goods = new Map([[1, [{ variantId: 'BLS-TRT-M', pieces: 3 }]]]) as never
        const calendar = { zone: 'WIB' as const, startDay: '2026-11-01' }
        expect(after).toEqual(wanted)
        expect(effectsOf(after, goods, calendar)).toEqual(effectsOf(wanted, goods, calendar))
        expect(saleFactsChanged(after, wanted, (id) => id)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})

describe('correcting the goods of an own sale', () => {
  test('more, fewer and other goods: stock and books follow, and what stood is remembered by its name', async () => {
    const { sale, change, client, ids, level, balance } = await aShopWithSale()
    const changed = await change({
      id: sale.id,
      pieces: [{ line: 1, pieces: 0 }],
      added: [{ variantId: ids['KMJ-LUK-L'], pieces: 3, price: 100_000 }],
    })
    expect(changed).toMatchObject({ pieces: 3, buyerPayment: 300_000, grossSales: 300_000 })
    expect(changed.lines.map(({ line, pieces, variant }) => [line, pieces, variant?.sku])).toEqual([
      [2, 3, 'KMJ-LUK-L'],
    ])
    expect(changed.changes.map(({ fact, line, was, is }) => [fact, line, was, is])).toEqual([
      ['goods', 1, expect.stringMatching(/^2 × /), ''],
      ['goods', 2, '', expect.stringMatching(/^3 × /)],
    ])
    expect([level('BLS-TRT-M').onHand, balance('1101'), balance('4103')]).toEqual([20, 300_000, -300_000])
    expect((await client.orders.list({ query: 'KMJ-LUK-L' })).rows.map(({ id }) => id)).toContain(sale.id)

    const fewer = await change({ id: sale.id, pieces: [{ line: 2, pieces: 1 }] })
    expect(fewer.changes.at(-1)).toMatchObject({ fact: 'pieces', line: 2, was: '3', is: '1' })
    expect(balance('1101')).toBe(100_000)
    // a number that a line once had is never that of another
    const more = await change({ id: sale.id, added: [{ variantId: ids['BLS-TRT-M'], pieces: 1, price: 75_000 }] })
    expect(more.lines.map(({ line }) => line)).toEqual([2, 3])
    expect(level('BLS-TRT-M').onHand).toBe(19)
    expect(more.ladder).toMatchObject({ grossSales: 175_000 })
  })

  test('a parcel that is not packed yet is packed as the sale says now; what lies packed stops the desk', async () => {
    const { sale, change, level, pack, scan, client } = await aShopWithSale({ shipTo: SHIP_TO, payment: 'transfer' })
    await change({ id: sale.id, pieces: [{ line: 1, pieces: 3 }] })
    expect(level('BLS-TRT-M').reserved).toBe(3)
    await pack(sale)
    const fewer = await change({ id: sale.id, pieces: [{ line: 1, pieces: 1 }] })
    expect(fewer.buyerPayment).toBe(85_000)
    expect((await scan(sale.number)).verdict).toBe('contents changed')
    // once the courier has what was checked, it stays
    await change({ id: sale.id, pieces: [{ line: 1, pieces: 3 }] })
    await client.fulfilment.handover.finish({ parcelIds: [sale.id] })
    await expect(change({ id: sale.id, pieces: [{ line: 1, pieces: 2 }] })).rejects.toMatchObject({
      code: 'OWN_SALE_PACKED_AND_GONE',
    })
    expect(await change({ id: sale.id, prices: [{ line: 1, price: 70_000 }] })).toMatchObject({
      buyerPayment: 220_000,
      state: 'completed',
    })
    expect((await client.reports.today()).handedOverNotShipped).toBe(0)
  })

  test('what came back, a closed month, an empty sale and goods nobody knows are refused, and nothing changes', async () => {
    const { sale, change, client } = await aShopWithSale({ soldAt: SUNDAY - 10 * DAY })
    await expect(change({ id: sale.id, pieces: [{ line: 1, pieces: 0 }] })).rejects.toMatchObject({
      code: 'OWN_SALE_WITHOUT_GOODS',
    })
    await expect(
      change({ id: sale.id, added: [{ variantId: newId(), pieces: 1, price: 1_000 }] }),
    ).rejects.toMatchObject({ code: 'PRODUCT_NOT_FOUND' })
    await expect(change({ id: sale.id, pieces: [{ line: 1, pieces: 100_000 }], prices: [] })).rejects.toMatchObject({
      code: 'TOTAL_UNUSUAL',
    })
    await client.ledger.periods.close({ through: '2026-11-15' })
    await expect(change({ id: sale.id, pieces: [{ line: 1, pieces: 1 }] })).rejects.toMatchObject({
      code: 'OWN_SALE_MONTH_CLOSED',
    })
    await client.returns.receive({ orderId: sale.id, waybill: '' })
    await expect(change({ id: sale.id, pieces: [{ line: 1, pieces: 1 }] })).rejects.toMatchObject({
      code: 'OWN_SALE_CAME_BACK',
    })
    expect(await client.orders.get({ id: sale.id })).toMatchObject({ pieces: 2, changes: [] })
  })
})

describe('known buyers', () => {
  test('are offered by the beginning of a name or the beginning or end of a phone, newest first, each once', async () => {
    const { client, ids } = await aShopWithSale()
    const sell = (buyerName: string, phone: string, address: string, soldAt: number) =>
      client.orders.recordOwnSale({
        id: newId(),
        lines: [{ variantId: ids['BLS-TRT-M'], pieces: 1, price: 75_000 }],
        payment: 'transfer',
        buyerName,
        soldAt,
        shipTo: { ...SHIP_TO, phone, address },
        note: '',
      })
    await sell('Bu Tuti Handayani', '0812-3456-7890', 'Jl. Lama 1', SUNDAY - 2 * DAY)
    await sell('Bu Tuti Handayani', '081234567890', 'Jl. Baru 2', SUNDAY - DAY)
    await sell('Tuti Wahyuni', '085711112222', 'Jl. Lain 3', SUNDAY)
    const names = async (query: string) => (await client.orders.buyers({ query })).map(({ name }) => name)
    expect(await names('tuti')).toEqual(['Tuti Wahyuni', 'Bu Tuti Handayani'])
    expect(await client.orders.buyers({ query: 'handa' })).toMatchObject([{ address: 'Jl. Baru 2', orders: 2 }])
    expect(await names('0812-345')).toEqual(['Bu Tuti Handayani'])
    expect(await names('7890')).toEqual(['Bu Tuti Handayani'])
    expect(await names('+62 857-1111')).toEqual(['Tuti Wahyuni'])
    expect(await names('t')).toEqual([])
    expect(await names('"*')).toEqual([])
    expect((await client.orders.list({ query: '0857 1111' })).rows).toHaveLength(1)
  })
})
