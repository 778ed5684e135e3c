import { describe, expect, test } from 'vitest'
import { SUNDAY } from '../builders/a-core.ts'
import { aReturnsDesk } from '../builders/a-return.ts'
import { anOrder, type OrderTold } from '../builders/an-order.ts'

const DAY = 86_400_000
/** Noon of a day of November 2026. */
const noon = (day: number) => SUNDAY + (day - 22) * DAY
const HERE: Partial<Record<string, string>> = { 1303: 'transit', 1305: 'to inspect', 4201: 'refunds', 5101: 'cost' }

/** Two shirts that cost 50,000 each, sold for 125,000 each, and how many the channel says came back. */
const told = (
  state: 'in_transit' | 'delivery_failed' | 'delivered' | 'return_open' | 'completed',
  day: number,
  back = 0,
) =>
  anOrder('A')
    .withLine('KMJ-LUK-L', 2, { returnedPieces: back })
    .with({
      state,
      placedAt: noon(2),
      paidAt: noon(2),
      arrangedAt: noon(3),
      shippedAt: noon(3),
      completedAt: state === 'completed' ? noon(Math.min(day, 12)) : null,
      atLeast: noon(day),
      atMost: noon(day),
    })

async function deskAfter(...statements: OrderTold[]) {
  const desk = await aReturnsDesk({ 'KMJ-LUK-L': [10, 50_000] })
  for (const statement of statements) await desk.takeIn(statement)
  const waiting = (await desk.waiting()).map(({ why, pieces, since }) => [why, pieces, (since - noon(1)) / DAY + 1])
  return { ...desk, waiting }
}

type Desk = Awaited<ReturnType<typeof deskAfter>>

/** What the order moved on each account, by the day of November. */
const moved = ({ doors }: Desk) =>
  doors.raw
    .prepare(
      `SELECT account, CAST(substr(entry.day, 9) AS INTEGER) AS day, sum(amount) AS amount FROM entry JOIN posting ON entry_id = entry.id
       WHERE document_kind = 'order' GROUP BY account, entry.day HAVING sum(amount) <> 0 ORDER BY account, entry.day`,
    )
    .all()
    .flatMap((row) => {
      const { account, day, amount } = row as { account: string; day: number; amount: number }
      return HERE[account] ? [[HERE[account], day, amount]] : []
    })

describe('a buyer who asks to send goods back', () => {
  test('and drops it: the sale stands whole, and nothing is waited for', async () => {
    const desk = await deskAfter(told('completed', 12), told('return_open', 14, 1), told('completed', 16))
    expect([desk.waiting, moved(desk)]).toEqual([
      [],
      [
        ['transit', 3, 100_000],
        ['transit', 12, -100_000],
        ['cost', 12, 100_000],
      ],
    ])
  })

  test('asks for the pieces he names, not for all; none of them is a refund yet', async () => {
    const desk = await deskAfter(told('completed', 12), told('return_open', 14, 1))
    expect([desk.waiting, desk.balance('4201'), desk.balance('1305')]).toEqual([[['return open', 1, 12]], 0, 0])
  })

  test('and is granted it: the pieces are back from then on, also when an older word comes late', async () => {
    const granted = await deskAfter(told('completed', 12), told('completed', 18, 1), told('return_open', 14, 2))
    expect([granted.waiting, granted.balance('4201'), granted.balance('1305')]).toEqual([
      [['returned', 1, 18]],
      125_000,
      50_000,
    ])
  })
})

test('a delivery that failed and was tried again is no day on which goods came back later', async () => {
  const desk = await deskAfter(
    told('delivery_failed', 6),
    told('in_transit', 7),
    told('completed', 12),
    told('completed', 20, 1),
  )
  expect([desk.waiting, moved(desk)]).toEqual([
    [['returned', 1, 20]],
    [
      ['transit', 3, 100_000],
      ['transit', 12, -100_000],
      ['to inspect', 20, 50_000],
      ['refunds', 20, 125_000],
      ['cost', 12, 100_000],
      ['cost', 20, -50_000],
    ],
  ])
})

test('a delivery that fails once more brings goods back from then on', async () => {
  const desk = await deskAfter(told('delivery_failed', 6), told('in_transit', 8), told('delivery_failed', 13))
  expect([desk.waiting, moved(desk)]).toEqual([
    [['delivery failed', 2, 13]],
    [
      ['transit', 3, 100_000],
      ['transit', 13, -100_000],
      ['to inspect', 13, 100_000],
    ],
  ])
})

test('an order that came back whole stays returned on its list, as in the books, when a list without that column is later', async () => {
  const desk = await deskAfter(
    told('completed', 12),
    told('completed', 18, 2).with({ state: 'returned' }),
    told('completed', 20),
  )
  const { rows } = await desk.client.orders.list({})
  expect([rows.map(({ state }) => state), desk.balance('4201'), desk.balance('1305')]).toEqual([
    ['returned'],
    250_000,
    100_000,
  ])
})

test('goods that are back before their order is completed leave transit, not the cost of a month without the sale', async () => {
  const desk = await deskAfter(told('delivered', 8, 1), told('completed', 12, 1))
  expect(moved(desk)).toEqual([
    ['transit', 3, 100_000],
    ['transit', 8, -50_000],
    ['transit', 12, -50_000],
    ['to inspect', 8, 50_000],
    ['refunds', 12, 125_000],
    ['cost', 12, 50_000],
  ])
})

test('so do goods that were looked at before anybody told of them', async () => {
  const desk = await deskAfter(told('in_transit', 4))
  const orderId = await desk.idOf('A')
  desk.clock.now = noon(23)
  await desk.inspect(orderId, [['KMJ-LUK-L', 1, 'damaged']])
  await desk.takeIn(told('completed', 12, 1).with({ completedAt: noon(24), atLeast: noon(24), atMost: noon(24) }))
  expect([moved(desk), desk.balance('1303'), desk.balance('1305')]).toEqual([
    [
      ['transit', 3, 100_000],
      ['transit', 23, -50_000],
      ['transit', 24, -50_000],
      ['refunds', 24, 125_000],
      ['cost', 24, 50_000],
    ],
    0,
    0,
  ])
})
