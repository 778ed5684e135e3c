import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { OrderFile } from '../../../src-shared/channels/channel-file.ts'
import { aTiktokOrderFile } from '../../builders/tiktok-order-file.ts'
import { cellsOf, orderIn, read, snapshotsOf } from './reading.ts'

const NUMBER = '579414482857715991'
const wib = (iso: string) => Date.parse(`${iso}+07:00`)

describe('an order of TikTok Shop', () => {
  test('is told whole: numbers as text, times on the shop’s clock, what left and arrived as stated', async () => {
    const order = await orderIn(
      aTiktokOrderFile()
        .withOrder(NUMBER, { items: [{ pieces: 3 }] })
        .xlsx(),
    )
    expect(order).toMatchObject({
      channel: 'tiktok',
      number: NUMBER,
      state: 'completed',
      rawStatus: 'Selesai',
      placedAt: wib('2026-06-05T08:15:30'),
      arrangedAt: wib('2026-06-05T10:00:00'),
      shippedAt: wib('2026-06-06T16:20:00'),
      deliveredAt: wib('2026-06-08T11:05:00'),
      completedAt: null,
      trackingNumber: 'JX8014752812',
      shopFront: 'Tokopedia',
      shippingService: 'Pengiriman standar',
      courier: 'J&T Express',
      recipient: { username: 's***yu', name: 'S*** A**', address: '', city: 'Kota Surakarta' },
      lines: [{ modelId: '1731117477510219320', pieces: 3, listPrice: 49_000, price: 49_000, weightGrams: 83 }],
      buyerPayment: 157_000,
    })
  })

  test.each(['63 columns, 2026', '61 columns, 2025', '60 columns, before the merger'] as const)(
    'reads the same in %s, as a workbook and as CSV',
    async (layout) => {
      const file = aTiktokOrderFile(layout).withOrder(NUMBER, { items: [{ sellerDiscount: 4_000 }] })
      const [fromXlsx, fromCsv] = [await orderIn(file.xlsx()), await orderIn(file.csv())]
      expect(fromCsv).toEqual(fromXlsx)
      expect(fromXlsx.lines[0]).toMatchObject({ sellerDiscount: 4_000, price: 45_000 })
    },
  )

  test('of a CSV that a spreadsheet program wrote with dots, goods of Rp500 are cheap where the order comes to more, and doubted where it does not', async () => {
    const withDots = Object.fromEntries(
      ['SKU Unit Original Price', 'SKU Subtotal Before Discount', 'SKU Subtotal After Discount'].map((heading) => [
        heading,
        '49.000',
      ]),
    )
    const file = (shipping: number, amount: string) =>
      aTiktokOrderFile()
        .withOrder(NUMBER, { items: [{ cells: withDots }], cells: { 'Order Amount': '59.000' } })
        .withOrder('579418756482209469', { shipping, items: [{ price: 500 }], cells: { 'Order Amount': amount } })
        .csv()
    expect(await read(file(10_000, '10.500'))).toMatchObject({ problems: [], totals: { orders: 2 } })
    const { problems, totals } = await read(file(0, '500'))
    expect(totals.orders).toBe(1)
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['THOUSANDS_LOST']))
  })

  test('keeps discounts of a whole line to the rupiah, though the pieces do not divide them', async () => {
    const items = [{ price: 1_099, pieces: 10, channelDiscount: 879 }]
    const file = await read(aTiktokOrderFile().withOrder(NUMBER, { items }).xlsx())
    expect(snapshotsOf(file)[0]!.lines[0]).toMatchObject({ price: 1_011, channelDiscount: 879, sellerDiscount: 0 })
    expect(file.totals).toMatchObject({ grossSales: 10_990, goodsValue: 10_111 })
  })

  test.each([
    ['a unit price of nothing', 0, -49_000, 0],
    ['a mark-up', 48_000, -1_000, 0],
    ['a mark-up that the channel gives a part of', 48_000, -2_000, 1_000],
  ])(
    'a discount below zero is no discount, and the goods are worth what was paid: %s',
    async (_, price, seller, channel) => {
      const items = [{ price, pieces: 1, sellerDiscount: seller, channelDiscount: channel }]
      const file = await read(aTiktokOrderFile().withOrder(NUMBER, { items }).xlsx())
      expect(file.problems).toEqual([])
      expect(snapshotsOf(file)[0]!.lines[0]).toMatchObject({
        listPrice: 49_000,
        price: 49_000,
        sellerDiscount: 0,
        channelDiscount: 0,
      })
    },
  )

  test('adds up what is handed out to its rows, and counts once what stands on each', async () => {
    const share = (service: string, insurance: string) => ({
      'Buyer Service Fee': service,
      'Shipping Insurance': insurance,
      'Handling Fee': '290',
      'Order Amount': '109690',
    })
    const items = [
      { skuId: '1731117477510219320', cells: share('936', '376') },
      { skuId: '1731117477652956728', cells: share('64', '24') },
    ]
    const file = await read(aTiktokOrderFile().withOrder(NUMBER, { items }).xlsx())
    expect(file.problems).toEqual([])
    const money = Object.fromEntries(snapshotsOf(file)[0]!.money.map(({ name, amount }) => [name, amount]))
    expect(money).toMatchObject({
      'Buyer Service Fee': 1_000,
      'Shipping Insurance': 400,
      'Handling Fee': 290,
      'Shipping Fee After Discount': 10_000,
    })
  })

  test('is taken once where two downloads were pasted together', async () => {
    const items = [{ skuId: '1' }, { skuId: '2' }]
    const file = await read(
      aTiktokOrderFile()
        .withOrder(NUMBER, { items })
        .withOrder(NUMBER, { items, cells: { 'Order Amount': '108000' } })
        .xlsx(),
    )
    expect(file.totals).toMatchObject({ orders: 1, pieces: 2, buyerPayment: 108_000 })
    expect(file.problems.map(({ code, blocks }) => [code, blocks])).toEqual([['ROW_TWICE', false]])
  })

  test('travels in several parcels where its rows name several', async () => {
    const items = [
      { skuId: '1', cells: { 'Tracking ID': 'JX1' } },
      { skuId: '2', cells: { 'Tracking ID': 'JX2' } },
    ]
    const order = await orderIn(aTiktokOrderFile().withOrder(NUMBER, { items }).xlsx())
    expect(order.lines.map(({ waybill }) => waybill)).toEqual(['JX1', 'JX2'])
  })

  test.each([
    ['IDR 5.999', 5_999],
    ['Rp5.999', 5_999],
    ['5999', 5_999],
  ])('reads %s as its price', async (price, amount) => {
    const item = {
      price: 5_999,
      cells: { 'SKU Unit Original Price': price, 'SKU Subtotal Before Discount': price },
    }
    const order = await orderIn(
      aTiktokOrderFile()
        .withOrder(NUMBER, { items: [item] })
        .xlsx(),
    )
    expect(order.lines[0]!.listPrice).toBe(amount)
  })
})

describe('what TikTok Shop says of an order', () => {
  const stateOf = async (status: string, substatus: string, type = '', returned = '0') => {
    const cells = { 'Cancelation/Return Type': type, 'Sku Quantity of return': returned }
    const file = await read(aTiktokOrderFile().withOrder(NUMBER, { status, substatus, cells }).xlsx())
    const [order] = snapshotsOf(file)
    return [order!.state, order!.rawStatus, order!.lines[0]!.returnedPieces, file.remarkCount]
  }

  test.each([
    ['Belum dibayar', 'Belum dibayar', '', ['unpaid', 'Belum dibayar', 0, 0]],
    ['Perlu dikirim', 'Menunggu pengiriman', '', ['to_arrange', 'Perlu dikirim / Menunggu pengiriman', 0, 0]],
    ['To ship', 'Awaiting collection', '', ['arranged', 'To ship / Awaiting collection', 0, 0]],
    [
      'Perlu dikirim',
      'Menunggu pengiriman',
      'Cancel',
      ['cancel_requested', 'Perlu dikirim / Menunggu pengiriman', 0, 0],
    ],
    ['Dikirim', 'Sedang transit', '', ['in_transit', 'Dikirim / Sedang transit', 0, 0]],
    ['Dikirim', 'Terkirim', '', ['delivered', 'Dikirim / Terkirim', 0, 0]],
    ['Dikirim', 'Terkirim', 'Return/Refund', ['return_open', 'Dikirim / Terkirim', 0, 0]],
    ['Completed', 'Completed', '', ['completed', 'Completed', 0, 0]],
    ['Dibatalkan', 'Dibatalkan', 'Cancel', ['cancelled', 'Dibatalkan', 0, 0]],
    ['Canceled', 'Canceled', 'Cancel', ['cancelled', 'Canceled', 0, 0]],
  ])('%s, %s, %s', async (status, substatus, type, expected) => {
    expect(await stateOf(status, substatus, type)).toEqual(expected)
  })

  test('pieces that came back count only where the order says that it came back', async () => {
    expect(await stateOf('Dibatalkan', 'Dibatalkan', 'Cancel', '1')).toEqual(['cancelled', 'Dibatalkan', 0, 0])
    expect(await stateOf('Selesai', 'Selesai', 'Return/Refund', '1')).toEqual(['returned', 'Selesai', 1, 0])
  })

  test('a word that nobody knows is kept, shown and not guessed at', async () => {
    expect(await stateOf('Menunggu drone', 'Di udara')).toEqual(['unknown', 'Menunggu drone / Di udara', 0, 2])
    expect(await stateOf('Dikirim', 'Di udara')).toEqual(['in_transit', 'Dikirim / Di udara', 0, 1])
  })
})

describe('what cannot be counted on stays out, by order', () => {
  const problemsOf = async (cells: Record<string, string | number>) => {
    const file = await read(aTiktokOrderFile().withOrder(NUMBER, { cells }).withOrder('579418756482209469').xlsx())
    expect(snapshotsOf(file).map(({ number }) => number)).toEqual(['579418756482209469'])
    return cellsOf(file.problems)
  }

  test.each([
    ['a number cell that lost its last digits', { 'Order ID': Number(NUMBER) }, ['DIGITS_LOST A3']],
    ['such a number as text', { 'Order ID': '5,79414E+17' }, ['DIGITS_LOST A3']],
    ['a subtotal that is not price × pieces', { 'SKU Subtotal Before Discount': '490' }, ['NOT_AN_AMOUNT M3']],
    ['a subtotal that the discounts do not explain', { 'SKU Platform Discount': '100' }, ['NOT_AN_AMOUNT P3']],
    ['a day in words', { 'Created Time': 'kemarin sore' }, ['NOT_A_DATE AD3']],
    ['a month that is none', { 'Shipped Time': '05/31/2026 10:00:00' }, ['NOT_A_DATE AG3']],
  ])('%s', async (_, cells, problems) => {
    expect(await problemsOf(cells)).toEqual(problems)
  })

  test('dates that may be read either way, where another one of their column is month first', async () => {
    const file = await read(
      aTiktokOrderFile()
        .withOrder(NUMBER, { cells: { 'Created Time': '06/07/2026 08:00:00' } })
        .withOrder('579418756482209469', { cells: { 'Created Time': '6/30/2026 2:40:04 PM' } })
        .xlsx(),
    )
    expect(file.totals.orders).toBe(0)
    expect(cellsOf(file.problems)).toEqual(expect.arrayContaining(['DAY_OR_MONTH AD3', 'NOT_A_DATE AD4']))
  })

  test('days that a program took for months, beside those it could not', async () => {
    const turned = { date: 46_180.5 }
    const file = await read(
      aTiktokOrderFile()
        .withOrder(NUMBER, { cells: { 'Created Time': turned } })
        .withOrder('579418756482209469', { cells: { 'Created Time': '30/06/2026 08:00:00' } })
        .xlsx(),
    )
    expect(cellsOf(file.problems)).toEqual(['DAY_OR_MONTH AD3'])
  })
})

/**
 * Two real downloads, anonymised, with answers worked out from the raw XML of their cells (python, zipfile): rows, orders, pieces,
 * subtotals before and after discount, order-level amounts once per order, shares per row summed.
 */
const SAMPLES = new URL('../../../../shared/samples/tiktok/', import.meta.url)

interface Answer {
  totals: OrderFile['totals']
  money: Record<string, number>
  channelDiscounts: number
  columns: number
}

const ANSWERS: Record<string, Answer> = {
  'orders-2025-06-61col.xlsx': {
    columns: 61,
    totals: {
      rows: 70,
      orders: 33,
      pieces: 1_190,
      grossSales: 6_402_821,
      goodsValue: 6_088_532,
      buyerPayment: 6_532_220,
      ordersByStatus: { Selesai: 28, Dibatalkan: 5 },
    },
    channelDiscounts: 314_289,
    money: {
      'Buyer Service Fee': 16_898,
      'Shipping Insurance': 41_500,
      'Item Insurance': 60_000,
      'Handling Fee': 290,
      'Order Refund Amount': 1_515_029,
    },
  },
  'orders-2026-03-63col.xlsx': {
    columns: 63,
    totals: {
      rows: 188,
      orders: 111,
      pieces: 1_556,
      grossSales: 3_217_409,
      goodsValue: 2_790_979,
      buyerPayment: 3_339_257,
      ordersByStatus: { Selesai: 72, Dibatalkan: 39 },
    },
    channelDiscounts: 426_430,
    money: {
      'Buyer Service Fee': 38_113,
      'Shipping Insurance': 8_600,
      'Item Insurance': 6_630,
      'Payment platform discount': 4_185,
      'Order Refund Amount': 1_058_015,
    },
  },
}

describe.runIf(existsSync(SAMPLES))('real downloads of TikTok Shop', () => {
  test.each(Object.entries(ANSWERS))('%s', async (name, answer) => {
    const file = await read(readFileSync(new URL(name, SAMPLES)), name)
    expect(file).toMatchObject({ kind: 'tiktok orders', columns: answer.columns, problems: [], unknownColumns: [] })
    expect(file.totals).toEqual(answer.totals)
    const money: Record<string, number> = {}
    let channelDiscounts = 0
    for (const order of snapshotsOf(file)) {
      for (const { name, amount } of order.money) money[name] = (money[name] ?? 0) + amount
      for (const line of order.lines) channelDiscounts += line.channelDiscount
    }
    expect(money).toMatchObject(answer.money)
    expect(channelDiscounts).toBe(answer.channelDiscounts)
  })
})
