import { copyFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breathe } from '../../src-main/core/database/open.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore, SUNDAY } from '../builders/a-core.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { anOrder } from '../builders/an-order.ts'

type Shop = Awaited<ReturnType<typeof aStockedShop>>

/** All that a reader of stock, books and lists can see, by SKU, day and account. */
const digest = ({ doors }: Pick<Shop, 'doors'>) => {
  const all = (sql: string) => doors.raw.prepare(sql).all()
  return {
    start: doors.raw.prepare("SELECT value FROM setting WHERE name = 'startDay'").pluck().get(),
    levels: all(
      'SELECT sku, on_hand, reserved, costed, l.value FROM stock_level l JOIN variant v ON v.id = l.variant_id WHERE on_hand <> 0 OR reserved <> 0 OR costed <> 0 OR l.value <> 0 ORDER BY 1',
    ),
    costs: all(
      `SELECT sku, day, sum(pieces) AS pieces, sum(cost) AS cost FROM stock_movement JOIN variant v ON v.id = variant_id GROUP BY 1, 2
       HAVING sum(pieces) <> 0 OR sum(cost) <> 0 ORDER BY 1, 2`,
    ),
    balances: all(
      'SELECT account, month, debit - credit AS balance FROM account_month WHERE debit <> credit ORDER BY 1, 2',
    ),
    uncosted: all(
      'SELECT month, sku, pieces FROM uncosted_month JOIN variant v ON v.id = variant_id WHERE pieces <> 0 ORDER BY 1, 2',
    ),
    orders: all('SELECT number, state, is_history, counts, placed_day FROM sales_order ORDER BY 1'),
  }
}

const DAY = 24 * 3_600_000
const startDays = ['2026-08-01', '2026-09-15', '2026-10-01', '2026-10-20', '2026-11-01'] as const

/** What a shop has lived through: stock and money at the start, purchases, a count, orders before and after any of the days. */
const aPast = fc.record({
  opening: fc.array(fc.record({ pieces: fc.nat(9), unitCost: fc.option(fc.nat(40_000)) }), {
    minLength: 2,
    maxLength: 2,
  }),
  cash: fc.nat(900_000),
  purchases: fc.array(
    fc.record({ sku: fc.nat(1), pieces: fc.integer({ min: 1, max: 9 }), price: fc.nat(50_000), ago: fc.nat(20) }),
    { maxLength: 3 },
  ),
  counted: fc.option(fc.nat(9)),
  orders: fc.array(
    fc.record({
      sku: fc.nat(1),
      pieces: fc.integer({ min: 1, max: 3 }),
      placed: fc.integer({ min: 2, max: 112 }),
      days: fc.integer({ min: 1, max: 12 }),
      end: fc.constantFrom('completed', 'cancelled', 'returned', 'inTransit', 'delivered', 'arranged'),
    }),
    { minLength: 1, maxLength: 8 },
  ),
})

const start = Date.parse('2026-08-02T03:00:00Z')
const dayOf = (ago: number) => new Date(SUNDAY - ago * DAY).toISOString().slice(0, 10)

async function aShopWith(past: typeof aPast extends fc.Arbitrary<infer P> ? P : never, startDay: string) {
  const shop = await aStockedShop({ startDay })
  const { client, L, M, take } = shop
  const skus = [L, M]
  await client.inventory.opening.save({
    lines: past.opening.map((line, index) => ({ variantId: skus[index]!, ...line })),
  })
  await client.ledger.opening.save({ lines: [{ account: '1101', amount: past.cash }] })
  for (const { sku, pieces, price, ago } of past.purchases) await shop.receive(skus[sku]!, pieces, price, dayOf(ago))
  const told = past.orders.map(({ sku, pieces, placed, days, end }, index) => {
    const placedAt = start + (112 - placed) * DAY
    const order = anOrder(`2608AWAL${String(index).padStart(4, '0')}`)
      // what is awaited back may not be counted before it is looked at
      .withLine(sku === 0 && end !== 'returned' && end !== 'cancelled' ? 'KMJ-LUK-L' : 'KMJ-LUK-M', pieces)
      .with({ placedAt, paidAt: placedAt, atLeast: placedAt, atMost: placedAt, shipBy: placedAt + 2 * DAY })
    if (end === 'arranged') return order
    const left = order.inTransit(placedAt + DAY / 2)
    return end === 'inTransit' ? left : left[end](placedAt + days * DAY)
  })
  await take(...told)
  if (past.counted !== null)
    await client.inventory.count({
      id: newId(),
      day: '2026-11-22',
      note: '',
      lines: [{ variantId: L, counted: past.counted }],
      isMeant: true,
    })
  return shop
}

test('however the start date moved, stock and books are those of a shop that began there', async () => {
  await fc.assert(
    fc.asyncProperty(
      aPast,
      fc.array(fc.constantFrom(...startDays), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...startDays),
      async (past, moves, first) => {
        const moved = await aShopWith(past, first)
        for (const startDay of moves) {
          await moved.client.settings.changeStartDay({ startDay })
          await moved.core.work.idle()
        }
        const begun = await aShopWith(past, moves.at(-1)!)
        expect(digest(moved)).toEqual(digest(begun))
        expect(await moved.client.ledger.verify()).toMatchObject({ ok: true })
      },
    ),
    { numRuns: 6 },
  )
})

test('the start date stays where a period is closed or a record would stand before it, and nothing is written', async () => {
  const shop = await aStockedShop({ startDay: '2026-10-01' })
  const { client } = shop
  await shop.receive(shop.L, 3, 10_000, '2026-10-05')
  const before = digest(shop)
  const refused = async (startDay: string, refusal: object) =>
    expect(client.settings.changeStartDay({ startDay })).rejects.toMatchObject(refusal)
  await refused('2026-10-06', { code: 'START_DAY_AFTER_RECORDS', data: { first: '2026-10-05' } })
  await refused('2026-11-23', { code: 'DAY_IN_FUTURE' })
  await client.ledger.periods.close({ through: '2026-10-31' })
  await refused('2026-08-01', { code: 'START_DAY_BOOKS_CLOSED', data: { closedThrough: '2026-10-31' } })
  expect(digest(shop)).toEqual(before)
  await client.ledger.periods.reopen({ closedThrough: '', reason: 'Mulai lebih awal' })
  expect(await client.settings.changeStartDay({ startDay: '2026-08-01' })).toEqual({
    startDay: '2026-08-01',
    wasStopped: false,
  })
})

test.each([
  ['on its way is finished', '2026-08-01', false],
  ['on its way back is led back', '2026-11-01', true],
])('a move killed %s at the next opening', async (_, end, isCalledOff) => {
  const shop = await aStockedShop({ startDay: '2026-11-01' })
  const { client, core, doors, L, take } = shop
  await client.inventory.opening.save({ lines: [{ variantId: L, pieces: 200, unitCost: 10_000 }] })
  // more than the first step settles
  await take(
    ...Array.from({ length: 120 }, (_, index) => {
      const placedAt = start + index * DAY * 0.9
      return anOrder()
        .withLine('KMJ-LUK-L')
        .with({ placedAt, paidAt: placedAt })
        .completed(placedAt + DAY)
    }),
  )
  await core.work.idle()
  const before = digest(shop)
  const moving = client.settings.changeStartDay({ startDay: '2026-08-01' })
  const underWay = async () => (await client.work.underWay()).filter(({ isHalted }) => !isHalted)
  while ((await underWay()).length === 0) await breathe()
  if (isCalledOff) expect(await client.work.stop({ id: 'start-day/2026-08-01' })).toEqual({ stopped: 'going back' })

  // what a kill leaves: the file of this moment
  const file = doors.raw.name.replace(/lumbung\.sqlite$/, 'killed.sqlite')
  for (const part of ['', '-wal']) copyFileSync(`${doors.raw.name}${part}`, `${file}${part}`)
  expect(doors.raw.prepare('SELECT count(*) FROM running_work').pluck().get()).toBe(1)
  expect(await moving).toEqual({ startDay: end, wasStopped: isCalledOff })
  const undisturbed = digest(shop)
  expect(undisturbed.start).toBe(JSON.stringify(end))
  if (isCalledOff) expect(undisturbed).toEqual(before)
  else expect(undisturbed).not.toEqual(before)

  const opened = await aCore({ file, setUp: false })
  expect(await opened.client.work.underWay()).toEqual([])
  expect(digest(opened)).toEqual(undisturbed)
  expect(await opened.client.ledger.verify()).toMatchObject({ ok: true })
})
