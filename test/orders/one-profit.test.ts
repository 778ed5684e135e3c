import { describe, expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aReturnsDesk } from '../builders/a-return.ts'
import { anOrder } from '../builders/an-order.ts'

const HOUR = 3_600_000
const YESTERDAY = SUNDAY - 24 * HOUR
const day = '2026-11-21'
type Desk = Awaited<ReturnType<typeof aReturnsDesk>>

/** The profit of each order of yesterday as its ladder and the list say it, and what Beranda makes of all of them. */
async function profits({ client }: Desk) {
  const { rows } = await client.orders.list({ day, limit: 100 })
  const ladders = await Promise.all(rows.map(async ({ id }) => (await client.orders.get({ id })).ladder))
  const { yesterday } = await client.reports.today()
  return { rows, ladders, yesterday }
}
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
const shirt = (pieces = 2) => anOrder().withLine('KMJ-LUK-L', pieces, { price: 100_000 })

describe('one profit', () => {
  test('whatever becomes of an order, its ladder, the list and Beranda say the same of it', async () => {
    const desk = await aReturnsDesk({ 'KMJ-LUK-L': [50, 40_000] })
    const shipped = YESTERDAY + HOUR
    const [open, onItsWay, sold, wasReturned, inPart, spoilt] = Array.from({ length: 6 }, () => shirt())
    await desk.takeIn(open!)
    await desk.takeIn(onItsWay!.inTransit(shipped))
    await desk.takeIn(sold!.completed(shipped + HOUR))
    for (const [order, pieces] of [
      [wasReturned!, 2],
      [inPart!, 1],
    ] as const) {
      await desk.takeIn(order.completed(shipped + HOUR))
      const { lines } = order.snapshot()
      await desk.takeIn(
        order
          .completed(shipped + HOUR)
          .with({ lines: [{ ...lines[0]!, returnedPieces: pieces }], atLeast: SUNDAY - HOUR, atMost: SUNDAY - HOUR }),
      )
      await desk.inspect(await desk.idOf(order.number), [['KMJ-LUK-L', pieces, 'sellable']])
    }
    await desk.takeIn(spoilt!.inTransit(shipped))
    await desk.takeIn(spoilt!.inTransit(shipped).with({ state: 'delivery_failed', atLeast: SUNDAY - HOUR }))
    await desk.inspect(await desk.idOf(spoilt!.number), [['KMJ-LUK-L', 2, 'damaged']])
    await desk.client.cash.record(
      aCashRecord({ what: 'business expense', wallet: '1101', account: '6203', amount: 7_000 }, { day }),
    )

    const { rows, ladders, yesterday } = await profits(desk)
    expect(rows.map(({ profit }) => profit)).toEqual(ladders.map(({ profit }) => profit))
    expect(Object.fromEntries(rows.map(({ number, profit }) => [number, profit]))).toEqual({
      [open!.number]: 120_000,
      [onItsWay!.number]: 120_000,
      [sold!.number]: 120_000,
      [wasReturned!.number]: 0,
      [inPart!.number]: 60_000,
      [spoilt!.number]: -80_000,
    })
    expect(yesterday.profit).toBe(sum(ladders.map(({ profit }) => profit)) - 7_000)
    const { grossSales, sellerCuts, costOfGoods, other, expenses } = yesterday
    expect(yesterday.profit).toBe(grossSales - sellerCuts - costOfGoods + other - expenses)
    expect(yesterday.costIncomplete).toBe(false)
  })

  test('where everything of a day was sold on it, Beranda says what laba rugi of that day says', async () => {
    const desk = await aReturnsDesk({ 'KMJ-LUK-L': [50, 40_000] })
    await desk.takeIn(shirt(3).completed(YESTERDAY + HOUR))
    await desk.client.orders.recordOwnSale({
      id: newId(),
      lines: [{ variantId: desk.ids['KMJ-LUK-L'], pieces: 1, price: 90_000 }],
      payment: 'cash',
      buyerName: '',
      soldAt: YESTERDAY,
      shipTo: null,
      note: '',
    })
    await desk.client.cash.record(
      aCashRecord({ what: 'business expense', wallet: '1101', account: '6203', amount: 7_000 }, { day }),
    )
    const { yesterday } = await profits(desk)
    expect(yesterday.profit).toBe(3 * 60_000 + 50_000 - 7_000)
    expect((await desk.client.ledger.labaRugi({ from: day, to: day })).netProfit.amount).toBe(yesterday.profit)
  })

  test('what the books of a day hold of no order is in its profit: goods found missing or spoilt, interest, tax', async () => {
    const desk = await aReturnsDesk({ 'KMJ-LUK-L': [50, 40_000], 'BLS-TRT-M': [10, 30_000] })
    const { client, ids } = desk
    await desk.takeIn(shirt(3).completed(YESTERDAY + HOUR))
    const adjust = (kind: 'lost' | 'damaged' | 'found', sku: 'KMJ-LUK-L' | 'BLS-TRT-M', pieces: number) =>
      client.inventory.adjust({ id: newId(), kind, day, note: 'hitung', lines: [{ variantId: ids[sku], pieces }] })
    await adjust('lost', 'KMJ-LUK-L', 2)
    await adjust('damaged', 'BLS-TRT-M', 1)
    await adjust('found', 'KMJ-LUK-L', 1)
    const { yesterday: counted } = await profits(desk)
    expect(counted).toMatchObject({ profit: 3 * 60_000 - 70_000, stockDifferences: -70_000, otherIncome: 0 })
    await client.cash.record(
      aCashRecord({ what: 'business income', wallet: '1101', account: '4902', amount: 9_000 }, { day }),
    )
    await client.cash.record(
      aCashRecord({ what: 'business expense', wallet: '1101', account: '8101', amount: 4_000 }, { day }),
    )
    const { yesterday } = await profits(desk)
    expect(yesterday).toMatchObject({ stockDifferences: -70_000, otherIncome: 9_000, expenses: 4_000 })
    expect((await client.ledger.labaRugi({ from: day, to: day })).netProfit.amount).toBe(yesterday.profit)
    const { grossSales, sellerCuts, costOfGoods, other, stockDifferences, expenses, otherIncome, profit } = yesterday
    expect(grossSales - sellerCuts - costOfGoods + other + stockDifferences - expenses + otherIncome).toBe(profit)
  })

  test('goods that left without a cost make the day incomplete, and Beranda says so', async () => {
    const desk = await aReturnsDesk()
    await desk.takeIn(shirt().completed(YESTERDAY + HOUR))
    const { rows, yesterday } = await profits(desk)
    expect(rows).toMatchObject([{ profit: null, costIncomplete: true }])
    expect(yesterday).toMatchObject({ costIncomplete: true, costOfGoods: 0, profit: 200_000 })
  })
})

describe('a listing that lost its SKU after its goods left', () => {
  const unmapped = async (desk: Desk) => {
    const { rows } = await desk.client.catalog.listings.list({ show: 'all', limit: 10 })
    await desk.client.catalog.listings.map({ mappings: rows.map(({ id }) => ({ listingId: id, variantId: null })) })
  }

  test('packed by its SKU: the books know what it cost, so nobody calls it incomplete', async () => {
    const desk = await aReturnsDesk({ 'KMJ-LUK-L': [10, 40_000] })
    const order = shirt()
    await desk.takeIn(order)
    await desk.pack(order)
    const [parcel] = (await desk.client.orders.get({ id: await desk.idOf(order.number) })).parcels
    await desk.client.fulfilment.handover.finish({ parcelIds: [parcel!.id] })
    await desk.takeIn(order.completed(SUNDAY))
    await unmapped(desk)
    const { rows, ladders, yesterday } = await profits(desk)
    expect(rows).toMatchObject([{ unmappedLines: 1, profit: 120_000, costIncomplete: false }])
    expect(ladders).toMatchObject([{ profit: 120_000, costIncomplete: false }])
    expect(yesterday.costIncomplete).toBe(false)
  })

  test('never packed here: nobody knows any more what left', async () => {
    const desk = await aReturnsDesk({ 'KMJ-LUK-L': [10, 40_000] })
    await desk.takeIn(shirt().completed(YESTERDAY + HOUR))
    await unmapped(desk)
    const { rows, ladders } = await profits(desk)
    expect(rows).toMatchObject([{ unmappedLines: 1, profit: null, costIncomplete: true }])
    expect(ladders).toMatchObject([{ costIncomplete: true }])
  })
})

test('orders whose moment nobody told are reached page by page, behind all others', async () => {
  const desk = await aReturnsDesk()
  const orders = Array.from({ length: 5 }, (_, at) => (at < 2 ? shirt() : shirt().with({ placedAt: null })))
  for (const order of orders) await desk.takeIn(order)
  const seen: string[] = []
  let cursor: string | null | undefined
  do {
    const page = await desk.client.orders.list({ limit: 2, ...(cursor ? { cursor } : {}) })
    seen.push(...page.rows.map(({ number }) => number))
    cursor = page.nextCursor
  } while (cursor)
  expect(seen).toEqual([orders[1], orders[0], orders[4], orders[3], orders[2]].map((order) => order!.number))
})
