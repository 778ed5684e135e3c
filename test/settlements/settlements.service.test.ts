import { describe, expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { SettlementStatement } from '../../src-shared/settlements/settlement-file.ts'
import { aCore, SUNDAY } from '../builders/a-core.ts'
import { aStatement } from '../builders/a-release.ts'
import { anOrder } from '../builders/an-order.ts'
import { balanceOf, settleOrdersAgain, trialBalance } from '../builders/books.ts'

const DAY = 24 * 3_600_000

/** Two Shopee shops, and what one of them is told. */
async function aShopOfSettlements() {
  const { client, core, doors, clock, write } = await aCore().then((made) => ({ ...made, write: made.doors.write }))
  const [shopId, otherId] = [newId(), newId()]
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna Official' })
  await client.channels.shops.save({ id: otherId, channel: 'shopee', name: 'Ratna Grosir' })
  clock.now = SUNDAY + 10 * DAY
  await client.settings.confirmClock()
  let told = 0
  return {
    client,
    core,
    doors,
    write,
    shopId,
    otherId,
    orders: (...orders: { snapshot(): ReturnType<ReturnType<typeof anOrder>['snapshot']> }[]) =>
      core.takeInStatements(shopId, {
        name: `pesanan ${++told}`,
        at: clock.now + told,
        snapshots: orders.map((order) => order.snapshot()),
      }),
    income: (...settlements: SettlementStatement[]) =>
      core.takeInSettlements(shopId, { name: `penghasilan ${++told}`, at: clock.now + told, settlements }),
    takeBack: async (importId: string) => {
      for await (const news of await client.channels.files.withdraw({ importId }))
        if (news.type === 'result') return news.outcome.withdrawal
      throw new Error('the withdrawal ended without a result')
    },
    books: () => trialBalance(doors),
  }
}

const order = () =>
  anOrder('261121LUMB9001')
    .withLine('KMJ', 1)
    .completed(SUNDAY + DAY)
const income = (amounts: Record<string, number> = {}) =>
  aStatement('261121LUMB9001', '2026-11-25', {
    'Harga Asli Produk': 125_000,
    'Biaya Administrasi': -10_000,
    'Biaya Proses Pesanan': -1_250,
    ...amounts,
  })
const SOLD_AND_RELEASED = { '1130': 113_750, '4101': -125_000, '6101': 10_000, '6103': 1_250 }

describe('a release and its order', () => {
  test('whichever comes first, the books say the same in the end', async () => {
    const shop = await aShopOfSettlements()
    const early = await shop.income(income())
    expect(await shop.client.payouts.overview()).toMatchObject([
      { channel: 'shopee', balance: 0, releasesWaiting: { count: 1, amount: 113_750 } },
    ])
    expect(early).toMatchObject({
      added: { settlements: 1, released: 113_750 },
      waiting: { settlements: 1, released: 113_750, numbers: ['261121LUMB9001'] },
      entries: 0,
    })
    expect(shop.books()).toEqual({})
    expect(await shop.client.settlements.toDo()).toMatchObject({ waiting: { settlements: 1, released: 113_750 } })
    expect((await shop.client.settlements.waiting({})).rows).toMatchObject([{ orderNumber: '261121LUMB9001' }])
    await shop.orders(order())
    expect(shop.books()).toEqual(SOLD_AND_RELEASED)
    expect(await shop.client.settlements.toDo()).toMatchObject({ waiting: { settlements: 0, released: 0 } })
    expect(await settleOrdersAgain(shop.doors)).toEqual({ movements: 0, entries: 0 })
  })

  test('says what it does to the profit, and what was kept by name', async () => {
    const shop = await aShopOfSettlements()
    await shop.orders(order())
    expect(await shop.income(income())).toMatchObject({
      added: { settlements: 1, released: 113_750 },
      waiting: { settlements: 0 },
      profit: -11_250,
      byName: [
        { name: 'Harga Asli Produk', amount: 125_000, meaning: 'goods price' },
        { name: 'Biaya Administrasi', amount: -10_000, account: '6101', times: 1 },
        { name: 'Biaya Proses Pesanan', amount: -1_250, account: '6103' },
      ],
    })
  })

  test('told again by another file it stays one; a file that explains more explains it, one that explains less does not', async () => {
    const shop = await aShopOfSettlements()
    await shop.orders(order())
    await shop.income(income())
    expect(await shop.income(income())).toMatchObject({
      added: { settlements: 0 },
      unchanged: { settlements: 1 },
      entries: 0,
    })
    const finer = income({ 'Biaya Administrasi': -6_000, 'Biaya Layanan': -4_000 })
    expect(await shop.income(finer)).toMatchObject({ added: { settlements: 0 }, detailed: { settlements: 1 } })
    expect(shop.books()).toEqual({ ...SOLD_AND_RELEASED, '6101': 6_000, '6102': 4_000 })
    expect(await shop.income(income())).toMatchObject({ unchanged: { settlements: 1 }, entries: 0 })
  })

  test('two rows of a file in the very same words are two releases, also when an overlapping file has one of them', async () => {
    const shop = await aShopOfSettlements()
    await shop.orders(order())
    const twin = aStatement('261121LUMB9001', '2026-11-28', { 'Selisih Ongkos Kirim': -3_500 }, { kind: 'adjustment' })
    expect(await shop.income(twin)).toMatchObject({ added: { settlements: 1 } })
    expect(await shop.income(twin, twin)).toMatchObject({ added: { settlements: 1 }, unchanged: { settlements: 1 } })
    expect(balanceOf(shop.doors, '6108')).toBe(7_000)
  })

  test('taken back, it leaves the books as they were; what another file tells of too stays as that one tells it', async () => {
    const shop = await aShopOfSettlements()
    await shop.orders(order())
    const before = shop.books()
    const coarse = await shop.income(income())
    const fine = await shop.income(income({ 'Biaya Administrasi': -6_000, 'Biaya Layanan': -4_000 }))
    expect(await shop.takeBack(fine.importId)).toMatchObject({ rebuilt: { settlements: 1, released: 113_750 } })
    expect(shop.books()).toEqual(SOLD_AND_RELEASED)
    expect(await shop.takeBack(coarse.importId)).toMatchObject({ withdrawn: { settlements: 1, released: 113_750 } })
    expect(shop.books()).toEqual(before)
    await shop.income(income())
    expect(shop.books()).toEqual(SOLD_AND_RELEASED)
  })

  test('an order that is taken back leaves its money waiting', async () => {
    const shop = await aShopOfSettlements()
    const { importId } = await shop.orders(order())
    await shop.income(income())
    await shop.takeBack(importId)
    expect(shop.books()).toEqual({})
    expect(await shop.client.settlements.toDo()).toMatchObject({ waiting: { settlements: 1 } })
  })

  test('an adjustment without an order is booked by itself, and taken back by itself', async () => {
    const shop = await aShopOfSettlements()
    const penalty = aStatement('', '2026-11-26', { 'Denda Keterlambatan': -20_000 }, { kind: 'adjustment' })
    const { importId } = await shop.income(penalty)
    expect(shop.books()).toEqual({ '1130': -20_000, '6119': 20_000 })
    await shop.takeBack(importId)
    expect(shop.books()).toEqual({})
  })
})

test('money released in a month that is closed is booked on the first open day, and the closed month stays as it was', async () => {
  const shop = await aShopOfSettlements()
  await shop.orders(order())
  await shop.client.ledger.periods.close({ through: '2026-11-30' })
  await shop.income(income())
  const days = shop.doors.raw.prepare("SELECT day FROM entry WHERE effect LIKE 'settlement/%'").pluck().all()
  expect(days).toEqual(['2026-12-01'])
  expect(shop.books()).toEqual(SOLD_AND_RELEASED)
})

describe('names that nobody mapped', () => {
  test('wait under 6119 until the owner says what they are, for all that came and will come; and that can be undone', async () => {
    const shop = await aShopOfSettlements()
    await shop.orders(order())
    await shop.income(income({ 'Biaya Layanan Kilat XYZ': 0, 'Iuran Promosi (termasuk PPN 11%)': -700 }))
    const { unmapped } = await shop.client.settlements.toDo()
    expect(unmapped).toMatchObject([
      { name: 'Iuran Promosi (termasuk PPN 11%)', times: 1, amount: -700, from: '2026-11-25', account: '6119' },
    ])
    const rule = {
      id: newId(),
      channel: 'shopee',
      name: 'Iuran  promosi',
      choice: 'service',
      from: '2026-11-25',
    } as const
    const books = shop.books()
    const foretold = await shop.client.settlements.rules.preview(rule)
    expect(foretold).toMatchObject({ settlements: 1, amount: -700, profit: 0 })
    expect(shop.books()).toEqual(books)
    expect(await shop.client.settlements.rules.save(rule)).toEqual({ ...foretold, wasStopped: false })
    // a question is asked of any draft, be its id one that stands
    expect(await shop.client.settlements.rules.preview({ ...rule, choice: 'commission' })).toMatchObject({
      settlements: foretold.settlements,
    })
    expect([balanceOf(shop.doors, '6119'), balanceOf(shop.doors, '6102')]).toEqual([0, 700])
    expect((await shop.client.settlements.toDo()).unmapped).toEqual([])
    expect(await shop.client.settlements.rules.list()).toMatchObject([{ name: 'Iuran  promosi', account: '6102' }])
    await shop.client.settlements.rules.undo({ id: rule.id })
    expect(shop.books()).toEqual(books)
    await expect(shop.client.settlements.rules.undo({ id: rule.id })).rejects.toMatchObject({
      code: 'FEE_RULE_NOT_FOUND',
    })
  })

  test("the owner's own rule counts from its day on, before that the program's", async () => {
    const shop = await aShopOfSettlements()
    await shop.income(
      aStatement('', '2026-11-20', { 'Biaya Layanan': -100 }, { kind: 'adjustment' }),
      aStatement('', '2026-11-25', { 'Biaya Layanan': -200 }, { kind: 'adjustment' }),
    )
    await shop.client.settlements.rules.save({
      id: newId(),
      channel: 'shopee',
      name: 'Biaya Layanan',
      choice: 'ads',
      from: '2026-11-24',
    })
    expect([balanceOf(shop.doors, '6102'), balanceOf(shop.doors, '6106')]).toEqual([100, 200])
  })
})

test('numbers that only another shop knows speak against the chosen one', async () => {
  const shop = await aShopOfSettlements()
  await shop.orders(order())
  const outcome = await shop.core.takeInSettlements(shop.otherId, { name: 'b', at: SUNDAY, settlements: [income()] })
  expect(outcome.doubts).toMatchObject([{ why: 'numbers', shopId: shop.shopId, known: 1, of: 1 }])
})

test('the ladder, the list and laba rugi give one profit, and say that it is final', async () => {
  const shop = await aShopOfSettlements()
  await shop.orders(order())
  await shop.income(income({ 'PPh 22': -625 }))
  const { rows } = await shop.client.orders.list({ tab: 'completed', limit: 5 })
  expect(rows).toMatchObject([{ received: 113_125, channelFees: 11_250, isFinal: true }])
  const { ladder } = await shop.client.orders.get({ id: rows[0]!.id })
  expect(ladder).toMatchObject({
    channelFees: 11_250,
    isFinal: true,
    releases: [{ releasedOn: '2026-11-25', released: 113_125, kind: 'order' }],
    profit: 113_750,
  })
  expect(ladder.lines.map(({ name, actual, cause }) => [name, actual, cause])).toEqual([
    ['Biaya Administrasi', -10_000, 'fee rate'],
    ['Biaya Proses Pesanan', -1_250, null],
    ['PPh 22', -625, 'tax withheld'],
  ])
  expect((await shop.client.ledger.labaRugi({ from: '2026-11-01', to: '2026-11-30' })).netProfit.amount).toBe(113_750)
})

describe('what channels owed when the books began', () => {
  const inOctober = () => anOrder('261021LUMB9002').withLine('KMJ', 1).completed(Date.parse('2026-10-28T03:00:00Z'))
  const releasedInNovember = aStatement('261021LUMB9002', '2026-11-03', {
    'Harga Asli Produk': 125_000,
    'Biaya Administrasi': -10_000,
  })

  test('comes in with its release, and out of the opening once the owner typed one', async () => {
    const shop = await aShopOfSettlements()
    await shop.orders(inOctober())
    expect(await shop.income(releasedInNovember)).toMatchObject({ history: { settlements: 1 }, profit: 0 })
    expect(shop.books()).toEqual({ '1130': 115_000, '3101': -115_000 })
    await shop.client.ledger.opening.save({ lines: [{ account: '1201', amount: 115_000 }] })
    expect(shop.books()).toEqual({ '1130': 115_000, '3101': -115_000 })
    await shop.client.ledger.opening.save({ lines: [{ account: '1201', amount: 150_000 }] })
    expect(shop.books()).toEqual({ '1130': 115_000, '1201': 35_000, '3101': -150_000 })
    await shop.client.ledger.opening.save({ lines: [] })
    expect(shop.books()).toEqual({ '1130': 115_000, '3101': -115_000 })
  })
})

describe('verify', () => {
  test('counts releases, what is owed by order, and balances; and names what somebody changed', async () => {
    const shop = await aShopOfSettlements()
    await shop.orders(order())
    const found = async () => {
      const { findings } = await shop.client.ledger.verify()
      return findings.find(({ check }) => check.startsWith('Pencairan'))!
    }
    expect(await found()).toMatchObject({ ok: true })
    await shop.income(income())
    expect(await found()).toMatchObject({ ok: true, counted: 4 })
    shop.doors.raw.exec('UPDATE settlement SET released = released + 1')
    const { ok, detail } = await found()
    expect(ok).toBe(false)
    expect(detail).toContain('261121LUMB9001')
    expect(detail).toContain('1130')
  })
})
