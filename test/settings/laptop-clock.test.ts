import { describe, expect, test } from 'vitest'
import { fullMoment } from '../../src-shared/kernel/business-day.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { clockDoubt } from '../../src-shared/settings/laptop-clock.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aPackingDesk } from '../builders/a-packing-desk.ts'
import { anOrder } from '../builders/an-order.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Where an empty battery starts the clock. */
const FACTORY_2015 = Date.parse('2015-01-01T00:00:00Z')
const FACTORY_2036 = Date.parse('2036-02-07T06:28:00Z')

describe('a clock is asked about', () => {
  test.each([
    ['a minute back, as a time server sets it', -MINUTE, null],
    ['the next morning', DAY, null],
    ['after two weeks of Lebaran', 14 * DAY, null],
    ['three hours back', -3 * 60 * MINUTE, 'behind'],
    ['three months on', 90 * DAY, 'ahead'],
    ['in 2015', FACTORY_2015 - SUNDAY, 'behind'],
    ['in 2036', FACTORY_2036 - SUNDAY, 'ahead'],
  ] as const)('%s', (_, since, doubt) => {
    expect(clockDoubt(SUNDAY + since, SUNDAY)).toBe(doubt)
  })

  test('never in a shop without records', () => {
    expect(clockDoubt(FACTORY_2015, null)).toBe(null)
  })
})

/** A packed order at the door, and everything a shop may do next. */
async function aShopAtWork() {
  const desk = await aPackingDesk()
  const { client, clock, ids, shopId, takeIn, pack, doors } = desk
  const order = anOrder().withLine('KMJ-LUK-L')
  await takeIn(order)
  await pack(order)
  const { parcel } = await client.fulfilment.scan({ code: order.number, parcelId: null })
  const { importId } = await client.channels.files.stage({
    file: aFile('a.csv', anOrderFile().withOrder('261104HN3T8WQA').csv()),
  })
  const acts = {
    'a parcel handed over': () => client.fulfilment.handover.finish({ parcelIds: [parcel!.parcelId] }),
    'a sale recorded': () =>
      client.orders.recordOwnSale({
        id: newId(),
        soldAt: clock.now,
        payment: 'cash',
        buyerName: '',
        shipTo: null,
        note: '',
        lines: [{ variantId: ids['BLS-TRT-M'], pieces: 1, price: 75_000 }],
      }),
    'a file looked at': async () => {
      for await (const _ of await client.channels.files.preview({ importId, shopId }));
    },
    'a file taken in': async () => {
      for await (const _ of await client.channels.files.confirm({ importId, shopId }));
    },
    'cash written down': () =>
      client.cash.record(aCashRecord({ what: 'business expense', wallet: '1101', account: '6206', amount: 1_000 })),
  }
  const digest = () =>
    ['entry', 'stock_movement', 'sales_order', 'order_event', 'import_run', 'cash_record'].map((table) =>
      JSON.stringify(doors.raw.prepare(`SELECT * FROM ${table}`).all()),
    )
  return { ...desk, acts, digest }
}

describe.each([
  ['2015', FACTORY_2015, 'behind'],
  ['2036', FACTORY_2036, 'ahead'],
] as const)('with the clock in %s', (_, wrong, doubt) => {
  test('nothing is dated by it: every act is refused with both moments, and stores nothing', async () => {
    const { client, clock, acts, digest } = await aShopAtWork()
    const before = digest()
    clock.now = wrong
    for (const [name, act] of Object.entries(acts))
      await expect(act(), name).rejects.toMatchObject({
        code: 'CLOCK_DOUBTFUL',
        data: { clock: wrong, lastAct: SUNDAY },
        message: expect.stringContaining(fullMoment(wrong, 'WIB')),
      })
    expect(digest()).toEqual(before)
    expect(await client.settings.clock()).toEqual({ clock: wrong, lastAct: SUNDAY, doubt })
  })

  test('reading and the settings go on', async () => {
    const { client, clock } = await aShopAtWork()
    clock.now = wrong
    expect((await client.reports.today()).toShip.orders).toBe(1)
    await client.settings.change({ language: 'en' })
    const report = await client.ledger.verify()
    expect(report.findings.filter(({ ok }) => !ok)).toEqual([])
  })

  test('set right again, everything goes on as if nothing had been', async () => {
    const { client, clock, acts } = await aShopAtWork()
    clock.now = wrong
    await expect(acts['cash written down']()).rejects.toMatchObject({ code: 'CLOCK_DOUBTFUL' })
    clock.now = SUNDAY + 2 * MINUTE
    await acts['cash written down']()
    expect((await client.settings.clock()).doubt).toBe(null)
  })
})

test('said to be right, the clock is believed until it jumps again', async () => {
  const { client, clock, acts } = await aShopAtWork()
  clock.now = SUNDAY + 100 * DAY
  await expect(acts['a parcel handed over']()).rejects.toMatchObject({ code: 'CLOCK_DOUBTFUL' })
  expect(await client.settings.confirmClock()).toMatchObject({ doubt: null })
  await acts['a parcel handed over']()
  await acts['a sale recorded']()
  clock.now = SUNDAY
  await expect(acts['a file taken in']()).rejects.toMatchObject({ code: 'CLOCK_DOUBTFUL' })
})

test('an act that was rolled back is not the last one', async () => {
  const { client, clock, doors } = await aShopAtWork()
  clock.now = SUNDAY + DAY
  await expect(
    doors.write(['orders'], async () => {
      throw new Error('second thoughts')
    }),
  ).rejects.toThrow('second thoughts')
  expect(await client.settings.clock()).toMatchObject({ lastAct: SUNDAY })
})
