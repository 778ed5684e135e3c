import { describe, expect, test } from 'vitest'
import type { Doors } from '../../src-main/core/database/open.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aPurchase } from '../builders/a-purchase.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { anOrder } from '../builders/an-order.ts'

type Shop = Awaited<ReturnType<typeof aStockedShop>>

const noon = (day: string) => Date.parse(`${day}T12:00:00+07:00`)
const DAY = 24 * 3_600_000

interface Balance {
  month: string
  account: string
  net: number
}

/** Balances of each month, and what its goods came to; nothing that is zero. */
const months = ({ raw }: Doors) => ({
  books: raw
    .prepare('SELECT month, account, debit - credit AS net FROM account_month WHERE debit <> credit ORDER BY 1, 2')
    .all() as Balance[],
  goods: raw
    .prepare(
      `SELECT substr(day, 1, 7) AS month, sku, sum(pieces) AS pieces, sum(cost) AS cost
       FROM stock_movement JOIN variant ON variant.id = variant_id
       GROUP BY 1, 2 HAVING sum(pieces) <> 0 OR sum(cost) <> 0 ORDER BY 1, 2`,
    )
    .all(),
})
const august = (doors: Doors) => {
  const { books, goods } = months(doors)
  return [books, goods].map((rows) => (rows as { month: string }[]).filter(({ month }) => month <= '2026-08'))
}
const balance = (doors: Doors, account: string, through: string) =>
  months(doors)
    .books.filter((each) => each.account === account && each.month <= through)
    .reduce((sum, { net }) => sum + net, 0)

async function at({ client, clock }: Shop, moment: number) {
  clock.now = moment
  await client.settings.confirmClock()
}

/** What Ratna did in August, on paper: twenty shirts bought, five sold in each of three months, and what each case adds. */
async function autumn(inAugust: Act) {
  const shop = await aStockedShop({ startDay: '2026-08-01' })
  const { client, L, S } = shop
  await at(shop, noon('2026-08-02'))
  const purchase = aPurchase([{ variantId: L, pieces: 20, price: 100_000 }], { day: '2026-08-02' })
  await client.purchasing.receive(purchase)
  await client.inventory.opening.save({ lines: [{ variantId: S, pieces: 8, unitCost: 30_000 }] })
  const told = await inAugust({ ...shop, purchase })
  for (const day of ['2026-08-20', '2026-09-20', '2026-10-20']) {
    await at(shop, noon(day))
    for (const variantId of [L, S])
      await client.orders.recordOwnSale({
        id: newId(),
        lines: [{ variantId, pieces: variantId === L ? 5 : 2, price: 150_000 }],
        payment: 'cash',
        buyerName: '',
        soldAt: noon(day),
        shipTo: null,
        note: '',
      })
  }
  await at(shop, noon('2026-11-22'))
  return { ...shop, purchase, told }
}

type Act = (shop: Shop & { purchase: ReturnType<typeof aPurchase> }) => Promise<unknown>
type Later = (shop: Awaited<ReturnType<typeof autumn>>) => Promise<unknown>

const reopen = (shop: Shop, closedThrough = '') =>
  shop.client.ledger.periods.reopen({ closedThrough, reason: 'koreksi' })
const corrected =
  (pieces: number, price: number): Later =>
  ({ client, purchase, L }) =>
    client.purchasing.receive({ ...purchase, lines: [{ variantId: L, pieces, price }] })

test('a purchase corrected while August was closed: opened again, August shows what is right and nothing else', async () => {
  const shop = await autumn(async () => {})
  await shop.client.ledger.periods.close({ through: '2026-08-31' })
  const closed = august(shop.doors)
  await corrected(15, 12_000)(shop)
  expect(august(shop.doors)).toEqual(closed)

  await reopen(shop)
  // shirts: 15 × 12.000 − 5 × 12.000; scarves as ever: 6 × 30.000
  expect(balance(shop.doors, '1301', '2026-08')).toBe(120_000 + 180_000)
  expect(balance(shop.doors, '1301', '2026-10')).toBe(0 + 60_000)
  expect(balance(shop.doors, '2101', '2026-08')).toBe(-180_000)
  expect((await shop.client.ledger.verify()).ok).toBe(true)
})

test('the journal and the card tell of a reversal that moved to its day as such, and lead from one to the other', async () => {
  const shop = await autumn(async () => {})
  await shop.client.ledger.periods.close({ through: '2026-08-31' })
  await shop.client.purchasing.cancel({ id: shop.purchase.id, reason: 'salah ketik' })
  await reopen(shop)
  const { rows } = await shop.client.ledger.entries({
    book: 'usaha',
    documentKind: 'purchase',
    documentId: shop.purchase.id,
    limit: 50,
  })
  const received = rows.find(({ isReversal, corrects, moves }) => !isReversal && corrects === null && moves === null)!
  const waited = rows.find(({ id }) => id === received.reversedBy)!
  const takenAway = rows.find(({ id }) => id === waited.reversedBy)!
  const moved = rows.find(({ moves }) => moves === waited.id)!
  expect([received.day, waited.day, takenAway.day, moved.day]).toEqual([
    '2026-08-02',
    '2026-09-01',
    '2026-09-01',
    '2026-08-02',
  ])
  expect(moved.memo).toBe('Pembatalan dipindah ke tanggalnya')
  const card = await shop.client.inventory.card({ variantId: shop.L, limit: 50 })
  expect(
    card.rows.filter(({ kind }) => kind === 'receipt').map(({ day, pieces, isReversal }) => [day, pieces, isReversal]),
  ).toEqual([
    ['2026-09-01', -20, true],
    ['2026-09-01', 20, true],
    ['2026-08-02', -20, true],
    ['2026-08-02', 20, false],
  ])
})

const nothing: Act = async () => {}
const sale = (shop: Shop) => ({
  id: newId(),
  lines: [{ variantId: shop.S, pieces: 2, price: 90_000 }],
  payment: 'cash' as const,
  buyerName: 'Dewi',
  soldAt: noon('2026-08-02'),
  shipTo: null,
  note: '',
})
const shipped = anOrder()
  .withLine('KMJ-LUK-S', 2)
  .with({ placedAt: noon('2026-08-03'), paidAt: noon('2026-08-03') })
const cash = aCashRecord(
  { what: 'private expense', wallet: '1101', householdAccount: '9501', amount: 80_000 },
  { day: '2026-08-02' },
)
const count = (shop: Shop, facts = {}) => ({
  id: newId(),
  day: '2026-08-02',
  note: '',
  lines: [{ variantId: shop.S, counted: 7 }],
  ...facts,
})

describe('whatever was corrected or cancelled while its month was closed ends, opened again, as if it never had been closed', () => {
  const cases: [what: string, inAugust: Act, later: Later][] = [
    ['a purchase corrected', nothing, corrected(15, 12_000)],
    ['a purchase corrected in its price alone', nothing, corrected(20, 12_000)],
    [
      'a purchase cancelled',
      nothing,
      ({ client, purchase }) => client.purchasing.cancel({ id: purchase.id, reason: 'dobel' }),
    ],
    [
      'a purchase corrected and then cancelled',
      nothing,
      async (shop) => {
        await corrected(15, 12_000)(shop)
        await shop.client.purchasing.cancel({ id: shop.purchase.id, reason: 'dobel' })
      },
    ],
    [
      'opening stock put right',
      nothing,
      ({ client, S }) => client.inventory.opening.save({ lines: [{ variantId: S, pieces: 9, unitCost: 25_000 }] }),
    ],
    [
      'money paid for the house, cancelled',
      ({ client }) => client.cash.record(cash),
      ({ client }) => client.cash.cancel({ id: cash.id, reason: 'dobel' }),
    ],
    [
      'an adjustment cancelled',
      async (shop) => {
        const { id } = await shop.client.inventory.adjust({
          id: newId(),
          kind: 'damaged',
          day: '2026-08-02',
          note: 'sobek',
          lines: [{ variantId: shop.S, pieces: 1 }],
        })
        return id
      },
      ({ client, told }) => client.inventory.cancelAdjustment({ id: told as string, reason: 'salah' }),
    ],
    [
      'a count cancelled',
      async (shop) => (await shop.client.inventory.count(count(shop))).id,
      ({ client, told }) => client.inventory.cancelAdjustment({ id: told as string, reason: 'salah' }),
    ],
    [
      'an own sale that came back and was looked at',
      async (shop) => (await shop.client.orders.recordOwnSale(sale(shop))).id,
      async ({ client, told, S }) => {
        await client.returns.receive({ orderId: told as string, waybill: '' })
        await client.returns.inspect({
          orderId: told as string,
          lines: [{ id: newId(), variantId: S, pieces: 1, condition: 'sellable' }],
          note: '',
          refund: null,
        })
      },
    ],
    [
      'an order of which the channel only now says that it was cancelled on its way',
      (shop) => shop.take(shipped.inTransit(noon('2026-08-04'))),
      (shop) => shop.take(shipped.inTransit(noon('2026-08-04')).cancelled(noon('2026-08-10'))),
    ],
    [
      'an order of which the channel only now says when it really left',
      (shop) => shop.take(shipped.inTransit(noon('2026-08-04'))),
      (shop) => shop.take(shipped.completed(noon('2026-08-06') + 0.5 * DAY).with({ shippedAt: noon('2026-08-05') })),
    ],
  ]
  test.each(cases)('%s', async (_what, inAugust, later) => {
    const [never, closed] = [await autumn(inAugust), await autumn(inAugust)]
    await later(never)

    await closed.client.ledger.periods.close({ through: '2026-09-30' })
    const before = august(closed.doors)
    await later(closed)
    expect(august(closed.doors)).toEqual(before)
    // in two steps: the middle of a period that was closed at once
    await reopen(closed, '2026-08-31')
    expect(august(closed.doors)).toEqual(before)
    await reopen(closed)
    expect(months(closed.doors)).toEqual(months(never.doors))
    expect((await closed.client.ledger.verify()).ok).toBe(true)
  })
})
