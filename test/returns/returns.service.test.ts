import { describe, expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aReturnsDesk } from '../builders/a-return.ts'
import { anOrder } from '../builders/an-order.ts'
import { settleOrdersAgain } from '../builders/books.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const LATER = SUNDAY + HOUR

describe('a sale that comes back', () => {
  test('sent back whole and fit to sell: the shelf is as before, nothing waits in 1305, the profit is nothing', async () => {
    const desk = await aReturnsDesk({ 'KMJ-LUK-L': [10, 40_000] })
    const order = anOrder().withLine('KMJ-LUK-L', 2, { price: 100_000 })
    await desk.takeIn(order.completed(SUNDAY - 48 * HOUR))
    expect(desk.level('KMJ-LUK-L')).toMatchObject({ onHand: 8, value: 320_000 })
    await desk.takeIn(order.completed(SUNDAY - 48 * HOUR).returned(SUNDAY - HOUR))
    const [back] = await desk.waiting()
    expect(back).toMatchObject({ orderNumber: order.number, why: 'returned', pieces: 2, inspected: 0 })
    expect(desk.balance('1305')).toBe(80_000)

    await desk.inspect(back!.orderId, [['KMJ-LUK-L', 2, 'sellable']])
    expect(desk.level('KMJ-LUK-L')).toMatchObject({ onHand: 10, value: 400_000 })
    expect(desk.balance('1305')).toBe(0)
    expect(desk.balance('5101')).toBe(0)
    expect((await desk.client.orders.get({ id: back!.orderId })).ladder).toMatchObject({ profit: 0, isEstimate: false })
    expect(await desk.waiting()).toEqual([])
  })

  test('one of two pieces returned: its half of sale and cost is taken back, and it stands on the shelf again', async () => {
    const desk = await aReturnsDesk({ 'KMJ-LUK-L': [10, 40_000] })
    const order = anOrder()
      .withLine('KMJ-LUK-L', 2, { price: 100_000 })
      .completed(SUNDAY - 48 * HOUR)
    await desk.takeIn(order)
    const { lines } = order.snapshot()
    await desk.takeIn(order.with({ lines: [{ ...lines[0]!, returnedPieces: 1 }], atLeast: SUNDAY - HOUR }))
    const [back] = await desk.waiting()
    expect(back).toMatchObject({ why: 'returned', pieces: 1 })

    await desk.inspect(back!.orderId, [['KMJ-LUK-L', 1, 'sellable']])
    expect(desk.level('KMJ-LUK-L')).toMatchObject({ onHand: 9, value: 360_000 })
    expect([desk.balance('4201'), desk.balance('5101'), desk.balance('1305')]).toEqual([100_000, 40_000, 0])
  })

  test('a parcel that could not be delivered comes back whole: one piece fit to sell, one spoilt, one missing', async () => {
    const desk = await aReturnsDesk({ 'KMJ-LUK-L': [10, 40_000] })
    const order = anOrder().withLine('KMJ-LUK-L', 3)
    await desk.takeIn(order.inTransit(SUNDAY - 48 * HOUR).with({ state: 'delivery_failed', atLeast: SUNDAY - HOUR }))
    const id = await desk.idOf(order.number)
    expect([desk.balance('1303'), desk.balance('1305')]).toEqual([0, 120_000])

    await desk.inspect(id, [
      ['KMJ-LUK-L', 1, 'sellable'],
      ['KMJ-LUK-L', 1, 'damaged'],
    ])
    expect([desk.balance('1305'), desk.balance('5105'), desk.level('KMJ-LUK-L').onHand]).toEqual([40_000, 40_000, 8])
    expect(await desk.waiting()).toMatchObject([{ pieces: 3, inspected: 2 }])
    await desk.inspect(id, [['KMJ-LUK-L', 1, 'lost']])
    expect([desk.balance('1305'), desk.balance('5105')]).toEqual([0, 80_000])
  })

  test('what was packed and then struck from the order comes back as itself', async () => {
    const desk = await aReturnsDesk({ 'KMJ-LUK-L': [10, 40_000], 'BLS-TRT-M': [10, 41_000] })
    const order = anOrder().withLine('KMJ-LUK-L', 2).withLine('BLS-TRT-M')
    await desk.takeIn(order)
    await desk.pack(order)
    const id = await desk.idOf(order.number)
    await desk.client.fulfilment.handover.finish({ parcelIds: [id] })
    desk.clock.now = SUNDAY + DAY
    const shirts = order.with({ lines: order.snapshot().lines.slice(0, 1) })
    await desk.takeIn(shirts.inTransit(SUNDAY + HOUR).cancelled(SUNDAY + 2 * HOUR))
    expect(await desk.waiting()).toMatchObject([{ pieces: 3, inspected: 0 }])
    await desk.inspect(id, [
      ['KMJ-LUK-L', 2, 'sellable'],
      ['BLS-TRT-M', 1, 'sellable'],
    ])
    expect([desk.level('KMJ-LUK-L').onHand, desk.level('BLS-TRT-M').onHand, desk.balance('1305')]).toEqual([10, 10, 0])
  })

  test('an own sale of last month brought back in part: last month and its cash stay, money and goods move today', async () => {
    const desk = await aReturnsDesk({ 'BLS-TRT-M': [10, 40_000] })
    const { client, clock, ids, doors } = desk
    clock.now = Date.parse('2026-11-30T03:00:00Z')
    const sale = await client.orders.recordOwnSale({
      id: newId(),
      lines: [{ variantId: ids['BLS-TRT-M'], pieces: 3, price: 75_000 }],
      payment: 'cash',
      buyerName: 'Dewi',
      soldAt: clock.now,
      shipTo: null,
      note: '',
    })
    const november = () =>
      doors.raw
        .prepare(`SELECT account, debit - credit AS net FROM account_month WHERE month = '2026-11' ORDER BY 1`)
        .all()
    const before = november()
    clock.now = Date.parse('2026-12-03T03:00:00Z')
    await expect(client.orders.cancelOwnSale({ id: sale.id, reason: 'Salah ukuran' })).rejects.toMatchObject({
      code: 'OWN_SALE_HAS_LEFT',
    })
    const refund = { id: newId(), amount: 150_000, account: '1101' as const }
    const back = await desk.inspect(
      sale.id,
      [
        ['BLS-TRT-M', 1, 'sellable'],
        ['BLS-TRT-M', 1, 'damaged'],
      ],
      { refund },
    )
    expect(november()).toEqual(before)
    expect(
      doors.raw
        .prepare(`SELECT account, debit - credit AS net FROM account_month WHERE month = '2026-12' ORDER BY 1`)
        .all(),
    ).toEqual([
      { account: '1101', net: -150_000 },
      { account: '1301', net: 40_000 },
      { account: '4201', net: 150_000 },
      { account: '5101', net: -80_000 },
      { account: '5105', net: 40_000 },
    ])
    expect(back).toMatchObject({ why: 'brought back', pieces: 2, inspected: 2, refundable: 75_000 })
    expect(desk.level('BLS-TRT-M')).toMatchObject({ onHand: 8, value: 320_000 })
  })

  test('a sale typed wrongly over the counter may still be cancelled on its day', async () => {
    const desk = await aReturnsDesk({ 'BLS-TRT-M': [10, 40_000] })
    const { client, ids } = desk
    const sale = await client.orders.recordOwnSale({
      id: newId(),
      lines: [{ variantId: ids['BLS-TRT-M'], pieces: 30, price: 75_000 }],
      payment: 'cash',
      buyerName: '',
      soldAt: SUNDAY,
      shipTo: null,
      note: '',
    })
    await client.orders.cancelOwnSale({ id: sale.id, reason: 'Salah ketik jumlah' })
    expect(desk.level('BLS-TRT-M').onHand).toBe(10)
    expect(desk.balance('1101')).toBe(0)
  })
})

describe('steps', () => {
  const sentBack = async () => {
    const desk = await aReturnsDesk({ 'KMJ-LUK-L': [3, 33_333], 'BLS-TRT-M': [5, 41_000] })
    const order = anOrder().withLine('KMJ-LUK-L', 3).withLine('BLS-TRT-M', 1)
    await desk.takeIn(order.completed(SUNDAY - 48 * HOUR).returned(SUNDAY - HOUR))
    return { ...desk, order, id: await desk.idOf(order.number) }
  }

  test('each step can be undone, and undoing leaves linked reversals and nothing else', async () => {
    const desk = await sentBack()
    const { client, id } = desk
    const waiting = desk.balance('1305')
    const { inspections } = await desk.inspect(id, [['KMJ-LUK-L', 2, 'sellable']])
    const undone = await client.returns.undoInspection({ id: inspections[0]!.id, reason: 'Salah barang' })
    expect(undone).toMatchObject({ inspected: 0, inspections: [] })
    expect([desk.balance('1305'), desk.level('KMJ-LUK-L').onHand]).toEqual([waiting, 0])
    await expect(
      client.returns.undoInspection({ id: inspections[0]!.id, reason: 'Sekali lagi' }),
    ).rejects.toMatchObject({ code: 'RETURN_STEP_NOT_FOUND' })
    expect(await settleOrdersAgain(desk.doors)).toEqual({ movements: 0, entries: 0 })
  })

  test('the same inspection sent twice is one; more pieces than left are refused', async () => {
    const desk = await sentBack()
    const lines = [{ id: newId(), variantId: desk.ids['KMJ-LUK-L'], pieces: 2, condition: 'damaged' as const }]
    await desk.inspect(desk.id, [], { lines })
    expect(await desk.inspect(desk.id, [], { lines })).toMatchObject({ inspected: 2 })
    await expect(desk.inspect(desk.id, [['KMJ-LUK-L', 2, 'lost']])).rejects.toMatchObject({
      code: 'MORE_THAN_LEFT',
      data: { sku: 'KMJ-LUK-L', asked: 2, left: 1 },
    })
  })

  test('a lost piece is claimed: nothing is booked until the claim is paid, and its payment can be undone', async () => {
    const desk = await sentBack()
    const { client, id } = desk
    await desk.inspect(id, [['BLS-TRT-M', 1, 'lost']])
    const claim = { id: newId(), orderId: id, party: 'SPX Standard', amount: 60_000, note: '' }
    expect(await client.returns.claim(claim)).toMatchObject({ openClaims: 1 })
    expect(desk.balance('4901')).toBe(0)
    expect((await client.returns.list({ tab: 'claims' })).rows).toMatchObject([{ orderId: id }])

    const paid = { id: claim.id, day: '2026-11-22', amount: 55_000, account: '1130' as const }
    // a code of twelve digits is less than an amount may be
    await expect(client.returns.claimPaid({ ...paid, amount: 899_123_450_001 })).rejects.toMatchObject({
      code: 'TOTAL_UNUSUAL',
    })
    expect(await client.returns.claimPaid(paid)).toMatchObject({ openClaims: 0, claims: [{ state: 'paid' }] })
    expect([desk.balance('1130'), desk.balance('4901')]).toEqual([55_000, -55_000])
    await expect(client.returns.claimPaid(paid)).rejects.toMatchObject({ code: 'CLAIM_ALREADY_PAID' })

    await client.returns.undoClaim({ id: claim.id, reason: 'Salah dompet' })
    expect([desk.balance('1130'), desk.balance('4901')]).toEqual([0, 0])
    await expect(client.returns.claimPaid({ ...paid, account: '6201' })).rejects.toMatchObject({
      code: 'WRONG_ACCOUNT',
    })
  })

  test('a refund without goods cuts the sale and what the channel owes, no further than was paid (MP-09)', async () => {
    const desk = await aReturnsDesk({ 'KMJ-LUK-L': [10, 40_000] })
    const order = anOrder().withLine('KMJ-LUK-L', 1, { price: 215_000 })
    await desk.takeIn(order.completed(SUNDAY - 48 * HOUR))
    const orderId = await desk.idOf(order.number)
    const refund = {
      id: newId(),
      orderId,
      day: '2026-11-22',
      amount: 40_000,
      account: '1201' as const,
      note: 'Warna beda',
    }
    expect(await desk.client.returns.refund(refund)).toMatchObject({ refundable: 175_000 })
    expect([desk.balance('4201'), desk.balance('1201')]).toEqual([40_000, 175_000])
    await expect(desk.client.returns.refund({ ...refund, id: newId(), amount: 175_001 })).rejects.toMatchObject({
      code: 'REFUND_TOO_HIGH',
      data: { most: 175_000 },
    })
    await desk.client.returns.undoRefund({ id: refund.id, reason: 'Dibatalkan kanal' })
    expect([desk.balance('4201'), desk.balance('1201')]).toEqual([0, 215_000])
  })

  test('a refund that was recorded here and told by the channel afterwards is paid once; a cancelled sale leaves none', async () => {
    const desk = await aReturnsDesk({ 'KMJ-LUK-L': [10, 40_000] })
    const order = anOrder()
      .withLine('KMJ-LUK-L', 1, { price: 215_000 })
      .completed(SUNDAY - 48 * HOUR)
    await desk.takeIn(order)
    const orderId = await desk.idOf(order.number)
    const refund = { id: newId(), orderId, day: '2026-11-22', amount: 200_000, account: '1201' as const, note: '' }
    await desk.client.returns.refund(refund)
    await desk.takeIn(order.returned(SUNDAY - HOUR))
    expect([desk.balance('4201'), desk.balance('1201')]).toEqual([215_000, 0])
    expect((await desk.client.orders.get({ id: orderId })).ladder).toMatchObject({ profit: 0 })
    await desk.takeIn(order.cancelled(SUNDAY))
    expect([desk.balance('4201'), desk.balance('1201'), desk.balance('4101')]).toEqual([0, 0, 0])
  })

  test('inspecting after the month was closed posts today, never in the closed month', async () => {
    const desk = await sentBack()
    desk.clock.now = Date.parse('2026-12-02T03:00:00Z')
    await desk.client.ledger.periods.close({ through: '2026-11-30' })
    const { inspections } = await desk.inspect(desk.id, [['KMJ-LUK-L', 3, 'sellable']])
    await desk.client.returns.undoInspection({ id: inspections[0]!.id, reason: 'Salah barang' })
    await desk.inspect(desk.id, [['KMJ-LUK-L', 3, 'damaged']])
    const days = desk.doors.raw.prepare(`SELECT DISTINCT day FROM entry WHERE effect LIKE 'inspected/%'`).pluck().all()
    expect(days).toEqual(['2026-12-02'])
  })
})

describe('a listing that turns out to be other goods', () => {
  test('after its pieces were looked at: the return opens, what was found keeps the name it was found by', async () => {
    const desk = await aReturnsDesk({ 'KMJ-LUK-L': [10, 40_000], 'BLS-TRT-M': [10, 41_000] })
    const order = anOrder().withLine('KMJ-LUK-L', 2)
    await desk.takeIn(order.inTransit(SUNDAY - 48 * HOUR).cancelled(SUNDAY - HOUR))
    const orderId = await desk.idOf(order.number)
    await desk.inspect(orderId, [['KMJ-LUK-L', 1, 'sellable']])
    const { rows } = await desk.client.catalog.listings.list({ show: 'all' })
    const mapTo = (variantId: string | null) =>
      desk.client.catalog.listings.map({ mappings: [{ listingId: rows[0]!.id, variantId }] })

    await mapTo(desk.ids['BLS-TRT-M'])
    const opened = await desk.client.returns.get({ orderId })
    expect(opened.inspections).toMatchObject([{ label: 'Kemeja Lung Ukir, L', pieces: 1 }])
    expect(opened.goodsBack).toMatchObject([{ sku: 'BLS-TRT-M', issued: 2, inspected: 1 }])
    expect([desk.level('KMJ-LUK-L').onHand, desk.level('BLS-TRT-M').onHand]).toEqual([10, 9])

    await mapTo(null)
    expect(await desk.client.returns.get({ orderId })).toMatchObject({ inspections: [{ pieces: 1 }] })
    const { inspections } = await desk.client.returns.undoInspection({
      id: opened.inspections[0]!.id,
      reason: 'Salah barang',
    })
    expect(inspections).toEqual([])
  })
})

describe('receiving', () => {
  test('the waybill it left with, the order number or the waybill it came back with lead to the return', async () => {
    const desk = await aReturnsDesk({ 'KMJ-LUK-L': [10, 40_000] })
    const order = anOrder().withLine('KMJ-LUK-L')
    const open = anOrder().withLine('KMJ-LUK-L')
    await desk.takeIn(order.inTransit(SUNDAY - 48 * HOUR).cancelled(SUNDAY - HOUR), open)
    const id = await desk.idOf(order.number)
    const scan = (code: string) => desk.client.returns.scan({ code })
    expect(await scan(order.number)).toMatchObject({ verdict: 'expected', order: { id } })
    expect(await scan(order.snapshot().trackingNumber.toLowerCase())).toMatchObject({
      verdict: 'expected',
      order: { id },
    })
    await desk.client.returns.receive({ orderId: id, waybill: 'RTN 0012-77' })
    expect(await scan('rtn001277')).toMatchObject({ verdict: 'expected', order: { id } })
    expect(await scan(open.number)).toMatchObject({ verdict: 'not sent' })
    expect(await scan('BUKAN-RESI')).toMatchObject({ verdict: 'unknown code', order: null })
    await expect(
      desk.client.returns.receive({ orderId: await desk.idOf(open.number), waybill: '' }),
    ).rejects.toMatchObject({ code: 'GOODS_NEVER_LEFT' })
  })

  test('a parcel that is here before its channel tells: it waits, nothing is booked, and the later word finds it', async () => {
    const desk = await aReturnsDesk({ 'KMJ-LUK-L': [10, 40_000] })
    const order = anOrder()
      .withLine('KMJ-LUK-L', 2)
      .inTransit(SUNDAY - 48 * HOUR)
    await desk.takeIn(order)
    const id = await desk.idOf(order.number)
    expect(await desk.client.returns.scan({ code: order.number })).toMatchObject({ verdict: 'not announced' })
    await desk.client.returns.receive({ orderId: id, waybill: '' })
    expect(await desk.waiting()).toMatchObject([{ why: 'not announced', pieces: 2, receivedAt: SUNDAY }])
    expect([desk.balance('1303'), desk.balance('1305')]).toEqual([80_000, 0])

    await desk.inspect(id, [['KMJ-LUK-L', 1, 'sellable']])
    expect([desk.balance('1303'), desk.balance('1305'), desk.balance('1301')]).toEqual([40_000, 0, 360_000])
    desk.clock.now = LATER + DAY
    await desk.takeIn(order.cancelled(LATER))
    expect([desk.balance('1303'), desk.balance('1305'), desk.balance('1301')]).toEqual([0, 40_000, 360_000])
    expect(await desk.waiting()).toMatchObject([{ why: 'cancelled', pieces: 2, inspected: 1 }])
  })

  test('received by mistake can be taken back', async () => {
    const desk = await aReturnsDesk({ 'KMJ-LUK-L': [10, 40_000] })
    const order = anOrder()
      .withLine('KMJ-LUK-L')
      .inTransit(SUNDAY - 48 * HOUR)
    await desk.takeIn(order)
    const orderId = await desk.idOf(order.number)
    await desk.client.returns.receive({ orderId, waybill: '' })
    expect(await desk.client.returns.undoReceive({ orderId, reason: 'Paket orang lain' })).toMatchObject({ why: null })
    expect(await desk.waiting()).toEqual([])
  })
})

describe('the list', () => {
  test('what waits longest comes first, with its deadline; a longer patience in Pengaturan moves it', async () => {
    const desk = await aReturnsDesk({ 'KMJ-LUK-L': [10, 40_000] })
    const gone = (at: number) =>
      anOrder()
        .withLine('KMJ-LUK-L')
        .inTransit(at - HOUR)
        .cancelled(at)
    const [young, old] = [gone(SUNDAY - 2 * DAY), gone(SUNDAY - 16 * DAY)]
    await desk.takeIn(young, old)
    const { rows, counts } = await desk.client.returns.list({ tab: 'waiting' })
    expect(rows.map(({ orderNumber }) => orderNumber)).toEqual([old.number, young.number])
    expect(rows[0]!.deadline - rows[0]!.since).toBe(14 * DAY)
    expect(counts).toEqual({ waiting: 2, inspected: 0, claims: 0, overdue: 1, pieces: 2 })
    await desk.client.settings.change({ returnDays: 30 })
    expect((await desk.client.returns.list({ tab: 'waiting' })).counts.overdue).toBe(0)
    expect((await desk.client.returns.list({ tab: 'waiting', query: young.number })).rows).toHaveLength(1)
  })
})
