import { describe, expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { OwnSaleDraft } from '../../src-shared/orders/orders.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aPackingDesk } from '../builders/a-packing-desk.ts'
import { aShop } from '../builders/a-product.ts'
import { anOrder, aTikTokOrder } from '../builders/an-order.ts'
import { settleOrdersAgain } from '../builders/books.ts'

const HOUR = 3_600_000

const aSale = (variantId: string, facts: Partial<OwnSaleDraft> = {}): OwnSaleDraft => ({
  id: newId(),
  lines: [{ variantId, pieces: 2, price: 75_000 }],
  payment: 'cash',
  buyerName: 'Dewi Lestari',
  soldAt: SUNDAY,
  shipTo: null,
  note: '',
  ...facts,
})

describe('own sales', () => {
  test('over the counter: numbered by day, sold and gone at once, profit known to the rupiah', async () => {
    const { client, ids, level, balance } = await aPackingDesk()
    const first = await client.orders.recordOwnSale(aSale(ids['BLS-TRT-M']))
    const second = await client.orders.recordOwnSale(aSale(ids['BLS-TRT-M'], { payment: 'qris' }))
    expect([first.number, second.number]).toEqual(['LB-261122-001', 'LB-261122-002'])
    expect(first).toMatchObject({ state: 'completed', grossSales: 150_000 })
    expect(first.ladder).toMatchObject({
      netSales: 150_000,
      costOfGoods: 82_000,
      profit: 68_000,
      costIncomplete: false,
      costIsEstimate: false,
    })
    expect(level('BLS-TRT-M').onHand).toBe(16)
    expect([balance('1101'), balance('1140'), balance('4103')]).toEqual([150_000, 150_000, -300_000])
  })

  test('the same draft sent twice is one sale', async () => {
    const { client, ids, level } = await aPackingDesk()
    const sale = aSale(ids['BLS-TRT-M'])
    const once = await client.orders.recordOwnSale(sale)
    expect(await client.orders.recordOwnSale(sale)).toEqual(once)
    expect(level('BLS-TRT-M').onHand).toBe(18)
  })

  test('under the id of an order that a channel told of is refused', async () => {
    const { client, ids, takeIn, idOf } = await aPackingDesk()
    const order = anOrder().withLine('BLS-TRT-M')
    await takeIn(order)
    const id = await idOf(order.number)
    await expect(client.orders.recordOwnSale(aSale(ids['BLS-TRT-M'], { id }))).rejects.toMatchObject({
      code: 'ACT_ID_USED',
    })
    expect(await client.orders.get({ id })).toMatchObject({ channel: 'shopee' })
  })

  test('goods nobody knows and days outside the books are refused, and nothing is stored', async () => {
    const { client, ids } = await aPackingDesk()
    const record = (facts: Partial<OwnSaleDraft>) => client.orders.recordOwnSale(aSale(ids['BLS-TRT-M'], facts))
    await expect(record({ lines: [{ variantId: newId(), pieces: 1, price: 1 }] })).rejects.toMatchObject({
      code: 'PRODUCT_NOT_FOUND',
    })
    await expect(record({ soldAt: Date.parse('2026-10-31T03:00:00Z') })).rejects.toMatchObject({
      code: 'DAY_BEFORE_START',
    })
    await expect(record({ soldAt: SUNDAY + 24 * HOUR })).rejects.toMatchObject({ code: 'DAY_IN_FUTURE' })
    expect(await client.orders.tabs()).toEqual([])
  })

  test('a cancelled sale leaves no trace in stock and sums, and is cancelled once', async () => {
    const { client, ids, level, trialBalance } = await aPackingDesk()
    const before = trialBalance()
    const { id, number } = await client.orders.recordOwnSale(aSale(ids['BLS-TRT-M']))
    const cancelled = await client.orders.cancelOwnSale({ id, reason: 'Salah catat' })
    expect(cancelled).toMatchObject({ state: 'cancelled', cancelReason: 'Salah catat' })
    expect(cancelled.entries.map(({ effect, isReversal }) => [effect, isReversal])).toEqual([
      ['sale', false],
      ['cost', false],
      ['sale', true],
      ['cost', true],
    ])
    expect(level('BLS-TRT-M')).toEqual({ onHand: 20, reserved: 0, value: 20 * 41_000 })
    expect(trialBalance()).toEqual(before)
    await expect(client.orders.cancelOwnSale({ id, reason: 'Salah catat' })).rejects.toMatchObject({
      code: 'ORDER_ALREADY_CANCELLED',
      data: { orderNumber: number },
    })
  })

  test("a channel's order cannot be cancelled here", async () => {
    const { client, takeIn, idOf } = await aPackingDesk()
    const order = anOrder().withLine('BLS-TRT-M')
    await takeIn(order)
    await expect(client.orders.cancelOwnSale({ id: await idOf(order.number), reason: 'Habis' })).rejects.toMatchObject({
      code: 'NOT_AN_OWN_SALE',
    })
  })
})

describe('lists', () => {
  test('each order stands in one tab, with totals that need no counting', async () => {
    const { client, core, doors, takeIn, pack } = await aPackingDesk()
    const packed = anOrder().withLine('KMJ-LUK-L', 2)
    await takeIn(packed, anOrder().withLine('KMJ-LUK-L'), anOrder().withLine('BLS-TRT-M').cancelled(SUNDAY))
    const there = aTikTokOrder().withLine('BLS-TRT-M').inTransit(SUNDAY)
    await core.takeIn(aShop(doors, 'tiktok', 'Ratna di TikTok'), [there.snapshot()], 'pesanan.xlsx')
    await pack(packed)
    const tabs = (await client.orders.tabs()).map(({ tab, state, channel, orders, pieces, grossSales }) =>
      [tab, state, channel, orders, pieces, grossSales].join(' '),
    )
    expect(tabs.sort()).toEqual([
      'cancelled cancelled shopee 1 1 125000',
      'in_transit in_transit tiktok 1 1 125000',
      'to_ship arranged shopee 1 1 125000',
      'to_ship packed shopee 1 2 250000',
    ])
  })

  test('to be sent: the nearest deadline first, page by page, every order once', async () => {
    const { client, takeIn } = await aPackingDesk()
    const deadlines = [5, 2, 9, 2, 7, 1, 2]
    await takeIn(
      ...deadlines.map((hours) =>
        anOrder()
          .withLine('KMJ-LUK-L')
          .with({ shipBy: SUNDAY + hours * HOUR }),
      ),
    )
    const seen: number[] = []
    const numbers = new Set<string>()
    let cursor: string | undefined
    do {
      const page = await client.orders.list({ tab: 'to_ship', limit: 3, ...(cursor && { cursor }) })
      for (const { number, shipBy } of page.rows) {
        numbers.add(number)
        seen.push((shipBy! - SUNDAY) / HOUR)
      }
      expect(page.totals).toMatchObject({ orders: 7, pieces: 7, grossSales: 7 * 125_000 })
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual([1, 2, 2, 2, 5, 7, 9])
    expect(numbers.size).toBe(7)
  })

  test('turned around, a tab shows the same orders from its other end', async () => {
    const { client, takeIn } = await aPackingDesk()
    const placed = [5, 2, 9, 2, 7].map((hours) =>
      anOrder()
        .withLine('KMJ-LUK-L')
        .inTransit(SUNDAY - HOUR)
        .with({ placedAt: SUNDAY - (24 + hours) * HOUR }),
    )
    await takeIn(...placed)
    const numbers = async (isReversed: boolean) => {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await client.orders.list({ tab: 'in_transit', limit: 2, isReversed, ...(cursor && { cursor }) })
        seen.push(...page.rows.map(({ number }) => number))
        cursor = page.nextCursor ?? undefined
      } while (cursor)
      return seen
    }
    const newestFirst = await numbers(false)
    expect(newestFirst.slice(2)).toEqual([placed[0], placed[4], placed[2]].map((order) => order!.number))
    expect(await numbers(true)).toEqual(newestFirst.toReversed())
  })

  test('each row says what its order leaves, the same as its ladder does', async () => {
    const { client, takeIn, pack, idOf, ids } = await aPackingDesk()
    const leaving = anOrder().withLine('KMJ-KWA-M', 2)
    await takeIn(
      anOrder().withLine('KMJ-LUK-L', 2).withLine('BLS-TRT-M', 1, { sellerDiscount: 7_000 }),
      anOrder().withLine('SET-LUK-TRT', 3).withMoney('seller voucher', 5_000),
      anOrder().withLine('KMJ-LUK-M').completed(SUNDAY),
      anOrder().withLine('KMJ-LUK-M', 3, { returnedPieces: 1 }).returned(SUNDAY),
      anOrder().withLine('KMJ-KWA-L', 30).inTransit(SUNDAY),
      anOrder().withLine('BELUM-DIPETAKAN'),
      leaving,
    )
    await pack(leaving)
    await client.fulfilment.handover.finish({ parcelIds: [await idOf(leaving.number)] })
    await client.orders.recordOwnSale(aSale(ids['KMJ-LUK-M']))
    const tabs = new Set((await client.orders.tabs()).map(({ tab }) => tab))
    const listed = (await Promise.all([...tabs].map((tab) => client.orders.list({ tab })))).flatMap(({ rows }) => rows)
    expect(listed).toHaveLength(8)
    for (const { id, profit, costIncomplete, isEstimate } of listed) {
      const { ladder } = await client.orders.get({ id })
      expect({ costIncomplete, isEstimate, profit }).toEqual({
        costIncomplete: ladder.costIncomplete,
        isEstimate: ladder.isEstimate,
        profit: ladder.costIncomplete ? null : ladder.profit,
      })
    }
    expect(listed.filter(({ profit }) => profit === null)).toHaveLength(2)
  })

  test('a search that fits on one page has the totals of one that takes two', async () => {
    const { client, takeIn } = await aPackingDesk()
    await takeIn(anOrder().withLine('KMJ-LUK-L', 2), anOrder().withLine('KMJ-LUK-M'), anOrder().withLine('BLS-TRT-M'))
    const { rows, totals } = await client.orders.list({ query: 'KMJ' })
    expect(rows).toHaveLength(2)
    expect(totals).toMatchObject({ orders: 2, pieces: 3 })
    expect((await client.orders.list({ query: 'KMJ', limit: 1 })).totals).toEqual(totals)
  })

  test("a day's list is what the day's totals count, and the urgent list what must go within six hours", async () => {
    const { client, takeIn, pack } = await aPackingDesk()
    const today = { placedAt: SUNDAY - HOUR, paidAt: SUNDAY - HOUR }
    await takeIn(
      anOrder()
        .withLine('KMJ-LUK-L')
        .with({ ...today, shipBy: SUNDAY + 5 * HOUR }),
      anOrder()
        .withLine('KMJ-LUK-M', 2)
        .with({ ...today, shipBy: SUNDAY + 7 * HOUR }),
      anOrder().withLine('KMJ-LUK-M').with(today).unpaid(),
      anOrder()
        .withLine('KMJ-LUK-M')
        .with({ shipBy: SUNDAY - HOUR }),
    )
    const [day] = await client.reports.salesByDay({ from: '2026-11-22', to: '2026-11-22' })
    const sold = await client.orders.list({ day: '2026-11-22', limit: 1 })
    expect(sold.totals).toMatchObject({ orders: day!.orders, pieces: day!.pieces, grossSales: day!.grossSales })
    expect(sold.totals).toMatchObject({ orders: 2, pieces: 3 })
    const rest = await client.orders.list({ day: '2026-11-22', limit: 5, cursor: sold.nextCursor! })
    expect([...sold.rows, ...rest.rows].map(({ pieces }) => pieces)).toEqual([2, 1])

    const { lateRisk } = await client.reports.today()
    const urgent = await client.orders.list({ isUrgent: true })
    expect(urgent.totals).toMatchObject({ orders: lateRisk.orders, pieces: 2 })
    expect(urgent.rows.map(({ shipBy }) => shipBy)).toEqual([SUNDAY - HOUR, SUNDAY + 5 * HOUR])

    await pack(urgent.rows[0]!)
    const { lateRisk: left } = await client.reports.today()
    expect(left).toMatchObject({ orders: 1, late: 0, nearest: { shipBy: SUNDAY + 5 * HOUR } })
    expect((await client.orders.list({ isUrgent: true })).totals.orders).toBe(1)
  })

  test('nothing is said about what unpaid and cancelled orders leave', async () => {
    const { client, takeIn } = await aPackingDesk()
    await takeIn(anOrder().withLine('KMJ-LUK-L').unpaid(), anOrder().withLine('KMJ-LUK-L').cancelled())
    for (const tab of ['unpaid', 'cancelled'] as const)
      expect((await client.orders.list({ tab })).rows).toMatchObject([{ profit: null, costIncomplete: false }])
  })

  test('history took nothing from the shelf, so its profit is never called complete', async () => {
    const { client, takeIn } = await aPackingDesk()
    const october = Date.parse('2026-10-20T03:00:00Z')
    const old = anOrder().withLine('KMJ-LUK-L').completed(october)
    await takeIn(old.with({ placedAt: october - 48 * HOUR, paidAt: october - 48 * HOUR }))
    const [row] = (await client.orders.list({ tab: 'completed' })).rows
    expect(row).toMatchObject({ isHistory: true, profit: null, costIncomplete: false })
    expect((await client.orders.get({ id: row!.id })).ladder.costIncomplete).toBe(true)
  })

  test('an order is found by any part of its number or waybill that is four signs long', async () => {
    const { client, takeIn } = await aPackingDesk()
    const wanted = anOrder('2608QX7TRB41').withLine('KMJ-LUK-L').with({ trackingNumber: 'SPXID392298610446' })
    await takeIn(wanted, anOrder('2608AAAAAA40').withLine('KMJ-LUK-L').with({ trackingNumber: 'SPXID000000000000' }))
    const parts = (code: string) =>
      Array.from({ length: code.length }, (_, from) =>
        Array.from({ length: code.length - from - 3 }, (_, more) => code.slice(from, from + 4 + more)),
      ).flat()
    const shared = new Set([...parts('SPXID'), ...parts('2608')])
    for (const query of [...parts('SPXID392298610446'), ...parts('2608QX7TRB41')]) {
      if (shared.has(query)) continue
      const { orders } = await client.reports.find({ query: query.toLowerCase() })
      expect(
        orders.map(({ number }) => number),
        query,
      ).toEqual([wanted.number])
    }
    expect((await client.orders.list({ query: 'PXID' })).rows).toHaveLength(2)
    // three signs that stand apart are not a part
    expect((await client.orders.list({ query: '3922610446' })).rows).toEqual([])
  })

  test('a part of a waybill narrows what its buyer finds', async () => {
    const { client, takeIn } = await aPackingDesk()
    const { recipient } = anOrder().withLine('KMJ-LUK-L').snapshot()
    const ofBuyer = (number: string, name: string, trackingNumber: string) =>
      anOrder(number)
        .withLine('KMJ-LUK-L')
        .with({ trackingNumber, recipient: { ...recipient, name } })
    await takeIn(
      ofBuyer('2608ONE00001', 'Anisa Putri', 'SPXID392298610446'),
      ofBuyer('2608TWO00002', 'Anisa Putri', 'SPXID392298610777'),
      ofBuyer('2608THREE003', 'Budi', 'SPXID392298610447'),
    )
    const found = async (query: string) => (await client.orders.list({ query })).rows.map(({ number }) => number)
    expect(await found('anisa 10446')).toEqual(['2608ONE00001'])
    expect(await found('98610 anisa')).toEqual(['2608TWO00002', '2608ONE00001'])
    expect(await found('98610')).toEqual(['2608THREE003', '2608TWO00002', '2608ONE00001'])
    expect(await found('6104-46')).toEqual(['2608ONE00001'])
  })

  test.each(['JX 0123 4567 91', 'jx0123456791', 'JX-0123-4567-91'])(
    'an order with the waybill %s is found however blanks and dashes are typed',
    async (trackingNumber) => {
      const { client, takeIn } = await aPackingDesk()
      const wanted = anOrder().withLine('KMJ-LUK-L').with({ trackingNumber })
      await takeIn(wanted, anOrder().withLine('KMJ-LUK-L'))
      for (const query of ['JX0123456791', 'jx 0123 4567-91', '6791', '0123 45', '3-4567-9'])
        expect((await client.orders.list({ query })).rows.map(({ number }) => number)).toEqual([wanted.number])
    },
  )

  test('an order is found by number, waybill, buyer and goods, also by their beginnings', async () => {
    const { client, takeIn } = await aPackingDesk()
    const wanted = anOrder('261121WANTED1').withLine('KMJ-LUK-L', 1, { productName: 'Kemeja Lung Ukir' })
    const { recipient } = wanted.snapshot()
    await takeIn(
      wanted.with({ trackingNumber: 'SPXID061799999999', recipient: { ...recipient, name: 'Anisa Putri' } }),
      anOrder().withLine('BLS-TRT-M', 1, { productName: 'Blus Truntum' }),
    )
    const found = async (query: string) => (await client.orders.list({ query })).rows.map(({ number }) => number)
    for (const query of ['261121WANTED1', '261121want', 'SPXID0617999', 'anisa', 'put anisa', 'lung uk', 'KMJ-LUK'])
      expect(await found(query), query).toEqual(['261121WANTED1'])
    expect(await found('tidak ada')).toEqual([])
    expect(await found('"* OR (')).toEqual([])
  })
})

describe('one order', () => {
  test('its ladder is an estimate until the goods leave, and is then what they cost', async () => {
    const { client, takeIn, idOf } = await aPackingDesk()
    const order = anOrder()
      .withLine('KMJ-LUK-L', 2, { listPrice: 125_000, price: 112_500, sellerDiscount: 25_000 })
      .withMoney('seller voucher', 10_000)
    await takeIn(order)
    const id = await idOf(order.number)
    const ladder = async () => (await client.orders.get({ id })).ladder
    const amounts = { grossSales: 250_000, netSales: 215_000, costOfGoods: 123_000, profit: 92_000 }
    expect(await ladder()).toMatchObject({ ...amounts, costIsEstimate: true, costIncomplete: false })
    await takeIn(order.completed(SUNDAY))
    expect(await ladder()).toMatchObject({ ...amounts, costIsEstimate: false })
  })

  test('goods mapped later leave the shelf then, and the profit becomes complete', async () => {
    const { client, takeIn, idOf, ids, level, doors } = await aPackingDesk()
    const order = anOrder().withLine('', 2, { productName: 'Blus Truntum', variationName: 'M' }).completed(SUNDAY)
    await takeIn(order)
    const id = await idOf(order.number)
    expect(await client.orders.get({ id })).toMatchObject({ unmappedLines: 1, ladder: { costIncomplete: true } })
    const { rows } = await client.catalog.listings.list({ show: 'unmapped' })
    await client.catalog.listings.map({ mappings: [{ listingId: rows[0]!.id, variantId: ids['BLS-TRT-M'] }] })
    expect(await client.orders.get({ id })).toMatchObject({
      unmappedLines: 0,
      ladder: { costIncomplete: false, costOfGoods: 82_000 },
    })
    expect(level('BLS-TRT-M').onHand).toBe(18)
    expect(await settleOrdersAgain(doors)).toEqual({ movements: 0, entries: 0 })
  })

  test('its timeline tells what the channel said and what was done here, in order of time', async () => {
    const { client, takeIn, idOf, pack } = await aPackingDesk()
    const order = anOrder().withLine('KMJ-LUK-L')
    await takeIn(order)
    await pack(order)
    const { timeline } = await client.orders.get({ id: await idOf(order.number) })
    expect(timeline.map(({ what, source }) => [what, source])).toEqual([
      ['placed', 'Shopee'],
      ['paid', 'Shopee'],
      ['arranged', 'pesanan.xlsx'],
      ['packed', ''],
    ])
  })

  test('the note of the shop stays when a newer file comes', async () => {
    const { client, takeIn, idOf } = await aPackingDesk()
    const order = anOrder().withLine('KMJ-LUK-L')
    await takeIn(order)
    const id = await idOf(order.number)
    await client.orders.note({ id, note: 'Pelanggan lama, beri kartu ucapan' })
    await takeIn(order.inTransit(SUNDAY))
    expect(await client.orders.get({ id })).toMatchObject({
      state: 'in_transit',
      sellerNote: 'Pelanggan lama, beri kartu ucapan',
    })
  })

  test('what nobody knows is refused', async () => {
    const { client } = await aPackingDesk()
    await expect(client.orders.get({ id: newId() })).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' })
    expect(await client.orders.byCode({ code: 'SPXID000' })).toBeNull()
  })
})

test('the thousand and first own sale of a day has a number of its own', async () => {
  const { client, ids, doors } = await aPackingDesk()
  const { id } = await client.orders.recordOwnSale(aSale(ids['BLS-TRT-M']))
  const third = await client.orders.recordOwnSale(aSale(ids['BLS-TRT-M']))
  const number = doors.raw.prepare('UPDATE sales_order SET number = ? WHERE id = ?')
  number.run('LB-261122-999', id)
  number.run('LB-261122-1000', third.id)
  expect((await client.orders.recordOwnSale(aSale(ids['BLS-TRT-M']))).number).toBe('LB-261122-1001')
})

test('mapping a listing that hundreds of orders hold lets others have their turn meanwhile', async () => {
  const { client, core, ids, shopId, level } = await aPackingDesk()
  const orders = Array.from({ length: 400 }, (_, at) =>
    anOrder(`ORDER-${at}`).withLine('', 1, { productName: 'Kemeja' }).snapshot(),
  )
  await core.takeIn(shopId, orders, 'pesanan.xlsx')
  const [listing] = (await client.catalog.listings.list({})).rows
  let turns = 0
  let isDone = false
  const takeTurns = () => {
    if (isDone) return
    turns++
    setImmediate(takeTurns)
  }
  takeTurns()
  await client.catalog.listings.map({ mappings: [{ listingId: listing!.id, variantId: ids['KMJ-LUK-L'] }] })
  isDone = true
  expect(level('KMJ-LUK-L').reserved).toBe(400)
  expect(turns).toBeGreaterThanOrEqual(4)
})
