import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aPurchase } from '../builders/a-purchase.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { anOrder } from '../builders/an-order.ts'

test('before a month is closed, each thing still open in it is told with how much of it there is; later months tell more', async () => {
  const { client, L, take } = await aStockedShop({ startDay: '2026-10-01' })
  await client.purchasing.receive({
    ...aPurchase([{ variantId: L, pieces: 4, price: 10_000 }], { day: '2026-10-12' }),
    paid: 0,
    paidFrom: null,
    dueDay: '2026-10-30',
  })
  await take(anOrder().withLine('KMJ-LUK-M', 3).completed(), anOrder().withLine('TAK-DIKENAL', 1).inTransit())
  const october = await client.reports.beforeClosing({ month: '2026-10' })
  expect(october).toMatchObject({
    through: '2026-10-31',
    missingCost: { skus: 0, pieces: 0 },
    debts: { purchases: 1, amount: 40_000, stillOwed: 40_000 },
    unmapped: { listings: 0, orders: 0 },
    returns: { orders: 0, pieces: 0 },
    gone: { skus: 1, pieces: 3 },
    cash: [{ account: '1101', balance: 0 }],
  })
  expect(await client.reports.beforeClosing({ month: '2026-11' })).toMatchObject({
    missingCost: { skus: 1, pieces: 3 },
    unmapped: { listings: 1, orders: 1 },
  })
})

test('what was due when a month ended stays due in it, and what was paid since is said beside it', async () => {
  const { client, L } = await aStockedShop({ startDay: '2026-10-01' })
  const purchase = aPurchase([{ variantId: L, pieces: 4, price: 10_000 }], { day: '2026-10-12' })
  await client.purchasing.receive({ ...purchase, paid: 0, paidFrom: null, dueDay: '2026-10-30' })
  const pay = (day: string, amount: number) =>
    client.cash.record(aCashRecord({ what: 'pay supplier', wallet: '1101', purchase: purchase.id, amount }, { day }))
  const debts = async () => (await client.reports.beforeClosing({ month: '2026-10' })).debts
  await pay('2026-10-20', 5_000)
  expect(await debts()).toEqual({ purchases: 1, amount: 35_000, stillOwed: 35_000 })
  await pay('2026-11-02', 15_000)
  expect(await debts()).toEqual({ purchases: 1, amount: 35_000, stillOwed: 20_000 })
  await pay('2026-11-03', 20_000)
  expect(await debts()).toEqual({ purchases: 1, amount: 35_000, stillOwed: 0 })
})

test('goods without a cost make the profit of a month too high once they are sold, not while they travel', async () => {
  const { client, take } = await aStockedShop({ startDay: '2026-10-01' })
  const HOUR = 3_600_000
  const sent = Date.parse('2026-10-30T03:00:00Z')
  const order = anOrder()
    .with({ placedAt: sent - HOUR, paidAt: sent - HOUR, atLeast: sent, atMost: sent })
    .withLine('KMJ-LUK-M', 3)
    .inTransit(sent)
  await take(order)
  const october = async () => {
    const { missingCost } = await client.reports.beforeClosing({ month: '2026-10' })
    const { costIncomplete } = await client.ledger.neraca({ day: '2026-10-31' })
    expect(costIncomplete?.pieces ?? 0).toBe(missingCost.pieces)
    return missingCost
  }
  expect(await october()).toEqual({ skus: 0, pieces: 0 })
  await take(order.completed(Date.parse('2026-11-01T03:00:00Z')))
  expect(await october()).toEqual({ skus: 0, pieces: 0 })
  expect((await client.ledger.labaRugi({ from: '2026-11-01', to: '2026-11-30' })).costIncomplete).toMatchObject({
    skus: 1,
    pieces: 3,
  })
})

test('a month has its best sellers less what came back, and the rupiah that lay without a sale', async () => {
  const { client, L, M, S, receive, take } = await aStockedShop()
  await receive(L, 10, 10_000, '2026-11-02')
  await receive(M, 4, 20_000, '2026-11-02')
  await receive(S, 2, 5_000, '2026-11-12')
  await take(anOrder().withLine('KMJ-LUK-L', 3).inTransit())
  const november = await client.reports.sellers({ month: '2026-11' })
  expect(november.best.map(({ sku, pieces, cost, onHand }) => [sku, pieces, cost, onHand])).toEqual([
    ['KMJ-LUK-L', 3, 30_000, 7],
  ])
  expect(
    november.slow.map(({ sku, value, lastSold, daysWithoutSale }) => [sku, value, lastSold, daysWithoutSale]),
  ).toEqual([
    ['KMJ-LUK-M', 80_000, null, 20],
    ['KMJ-LUK-S', 10_000, null, 10],
  ])
  expect([november.slowValue, november.slowSkus]).toEqual([90_000, 2])
  await client.inventory.adjust({
    id: newId(),
    kind: 'damaged',
    day: '2026-11-20',
    note: 'luntur',
    lines: [{ variantId: M, pieces: 4 }],
  })
  expect((await client.reports.sellers({ month: '2026-11' })).slow.map(({ sku }) => sku)).toEqual(['KMJ-LUK-S'])
})

test('goods whose sale was taken back lie without one, and came when their purchase says now', async () => {
  const { client, clock, L, M, receive, take } = await aStockedShop({ startDay: '2026-10-01' })
  const purchase = aPurchase([{ variantId: L, pieces: 10, price: 50_000 }], { day: '2026-10-02' })
  await client.purchasing.receive(purchase)
  await client.purchasing.receive({ ...purchase, day: '2026-11-12' })
  await receive(M, 5, 20_000, '2026-10-03')
  const slow = async (month = '2026-11') => {
    const { best, slow, slowSkus, slowValue } = await client.reports.sellers({ month })
    const lying = slow.map(({ sku, lastSold, daysWithoutSale }) => [sku, lastSold, daysWithoutSale])
    expect(slowSkus).toBe(lying.length)
    return { best: best.map(({ sku }) => sku), lying, slowValue }
  }
  const nothingSold = {
    best: [],
    lying: [
      ['KMJ-LUK-L', null, 10],
      ['KMJ-LUK-M', null, 50],
    ],
    slowValue: 600_000,
  }
  expect(await slow()).toEqual(nothingSold)

  const order = anOrder().withLine('KMJ-LUK-L', 2)
  await take(order.inTransit())
  expect(await slow()).toMatchObject({ best: ['KMJ-LUK-L'], lying: [['KMJ-LUK-M', null, 50]] })
  const sale = {
    id: newId(),
    lines: [L, M].map((variantId) => ({ variantId, pieces: 1, price: 90_000 })),
    payment: 'cash' as const,
    buyerName: '',
    soldAt: clock.now,
    shipTo: null,
    note: '',
  }
  await client.orders.recordOwnSale(sale)
  await client.orders.changeOwnSale({ id: sale.id, pieces: [{ line: 2, pieces: 0 }] })
  expect((await slow()).lying).toEqual([['KMJ-LUK-M', null, 50]])
  await client.orders.changeOwnSale({ id: sale.id, soldAt: Date.parse('2026-10-20T03:00:00Z') })
  expect(await slow('2026-10')).toMatchObject({ best: ['KMJ-LUK-L'], lying: [['KMJ-LUK-M', null, 28]] })

  const sent = anOrder().withLine('KMJ-LUK-M', 1)
  await take(sent.inTransit())
  expect(await slow()).toMatchObject({ best: ['KMJ-LUK-L', 'KMJ-LUK-M'], lying: [] })
  await take(sent.cancelled())
  await client.returns.inspect({
    orderId: (await client.orders.byCode({ code: sent.number }))!.id,
    lines: [{ id: newId(), variantId: M, pieces: 1, condition: 'sellable' }],
    note: '',
    refund: null,
  })
  expect((await slow()).lying).toEqual([['KMJ-LUK-M', null, 50]])
})

test('what came back damaged or lost is not among the best sellers: their cost is that of laba rugi', async () => {
  const { client, L, M, receive, take } = await aStockedShop()
  await receive(L, 9, 10_001)
  await receive(M, 4, 10_000)
  const [kept, spoilt] = [anOrder().withLine('KMJ-LUK-L', 7), anOrder().withLine('KMJ-LUK-M', 1)]
  await take(kept.completed(), spoilt.completed())
  const back = async (
    { number }: { number: string },
    variantId: string,
    conditions: [number, 'sellable' | 'damaged' | 'lost'][],
  ) =>
    client.returns.inspect({
      orderId: (await client.orders.byCode({ code: number }))!.id,
      lines: conditions.map(([pieces, condition]) => ({ id: newId(), variantId, pieces, condition })),
      note: '',
      refund: null,
    })
  const agree = async () => {
    const { best, slow } = await client.reports.sellers({ month: '2026-11' })
    const { costOfGoods } = await client.ledger.labaRugi({ from: '2026-11-01', to: '2026-11-22' })
    const sold = costOfGoods.lines[0]!.accounts.find(({ code }) => code === '5101')!.amount
    expect(best.reduce((sum, { cost }) => sum + cost, 0)).toBe(sold)
    return { best: best.map(({ sku, pieces, onHand }) => [sku, pieces, onHand]), slow: slow.map(({ sku }) => sku) }
  }
  const inspected = await back(kept, L, [
    [2, 'damaged'],
    [1, 'sellable'],
    [1, 'lost'],
  ])
  expect(await agree()).toEqual({
    best: [
      ['KMJ-LUK-L', 3, 3],
      ['KMJ-LUK-M', 1, 3],
    ],
    slow: [],
  })
  await back(spoilt, M, [[1, 'damaged']])
  expect(await agree()).toEqual({ best: [['KMJ-LUK-L', 3, 3]], slow: ['KMJ-LUK-M'] })
  const damaged = inspected.inspections.find(({ condition }) => condition === 'damaged')!
  await client.returns.undoInspection({ id: damaged.id, reason: 'salah hitung' })
  expect((await agree()).best).toEqual([['KMJ-LUK-L', 5, 3]])
})

test('an opening balance that nobody wrote is told before the closing: written afterwards it is missing from that month', async () => {
  const { client } = await aStockedShop({ startDay: '2026-10-01' })
  const isOpened = async () => (await client.reports.beforeClosing({ month: '2026-10' })).opened
  const owned = async () => (await client.ledger.neraca({ day: '2026-10-31' })).assets.total
  expect(await isOpened()).toBe(false)
  await client.ledger.periods.close({ through: '2026-10-31' })
  await client.ledger.opening.save({ lines: [{ account: '1101', amount: 500_000 }] })
  expect([await isOpened(), await owned()]).toEqual([true, 0])
})
