import { describe, expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { FeeRateDraft } from '../../src-shared/settlements/fee-rates.contract.ts'
import { aBalanceReport } from '../builders/a-balance-report.ts'
import { aCore, SUNDAY } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aStatement } from '../builders/a-release.ts'
import { anOrder } from '../builders/an-order.ts'

const DAY = 24 * 3_600_000
const NUMBERS = Array.from({ length: 6 }, (_, n) => `261121LUMB900${n}`)

/** A Shopee shop whose orders of one shirt (Rp125.000) were released with these fees. */
async function aShopWithFees(fees: Record<string, number>) {
  const { client, core, clock } = await aCore()
  const shopId = newId()
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna Official' })
  clock.now = SUNDAY + 10 * DAY
  await client.settings.confirmClock()
  const orders = [...NUMBERS, '261121LUMBOPEN'].map((number) =>
    anOrder(number)
      .withLine('KMJ', 1)
      .completed(SUNDAY + DAY)
      .snapshot(),
  )
  await core.takeInStatements(shopId, { name: 'pesanan', at: clock.now, snapshots: orders })
  const settlements = NUMBERS.map((number) =>
    aStatement(number, '2026-11-25', { 'Harga Asli Produk': 125_000, ...fees }),
  )
  await core.takeInSettlements(shopId, { name: 'penghasilan', at: clock.now, settlements })
  const ladderOf = async (number: string) => {
    const [row] = (await client.orders.list({ query: number })).rows
    return (await client.orders.get({ id: row!.id })).ladder
  }
  const rate = (more: Partial<FeeRateDraft>): FeeRateDraft => ({
    id: newId(),
    channel: 'shopee',
    shopId: null,
    category: '',
    name: 'Biaya Layanan',
    from: '2026-11-01',
    reckoning: { kind: 'share', basisPoints: 450, most: null },
    source: 'Seller Centre, 1 November 2026',
    ...more,
  })
  return { client, core, clock, shopId, ladderOf, rate }
}

describe('estimates beside what was kept', () => {
  test('an order that is not settled says what will probably be kept, in no rung and in no book', async () => {
    const { ladderOf, client } = await aShopWithFees({ 'Biaya Administrasi': -10_313, 'Biaya Proses Pesanan': -1_250 })
    const open = await ladderOf('261121LUMBOPEN')
    expect(open).toMatchObject({ channelFees: null, expectedFees: 11_563, netSales: 125_000 })
    expect(open.lines.map(({ name, estimated, actual }) => [name, estimated, actual])).toEqual([
      ['Biaya Administrasi', -10_313, null],
      ['Biaya Proses Pesanan', -1_250, null],
    ])
    const settled = await ladderOf(NUMBERS[0]!)
    expect(settled).toMatchObject({ channelFees: 11_563, expectedFees: null })
    expect(settled.lines.map(({ name, estimated, actual, cause }) => [name, estimated, actual, cause])).toEqual([
      ['Biaya Administrasi', -10_313, -10_313, null],
      ['Biaya Proses Pesanan', -1_250, -1_250, null],
    ])
    expect((await client.settlements.rates.accuracy()).channels).toEqual([
      { channel: 'shopee', orders: 6, exact: 6, meanError: 0, meanFees: 11_563 },
    ])
    expect(await client.settlements.rates.proposals()).toEqual([])
  })

  test('of what was never delivered, or cancelled on its way, nothing is foretold: neither a sum nor a line', async () => {
    const { client, core, clock, shopId, ladderOf } = await aShopWithFees({ 'Biaya Administrasi': -10_313 })
    const sent = anOrder('261121LUMBGAGAL').withLine('KMJ', 1).inTransit(SUNDAY)
    const failed = sent.with({ state: 'delivery_failed', atLeast: SUNDAY + DAY, atMost: SUNDAY + DAY })
    for (const told of [failed, sent.cancelled(SUNDAY + 2 * DAY)]) {
      await core.takeInStatements(shopId, { name: 'pesanan', at: clock.now, snapshots: [told.snapshot()] })
      expect(await ladderOf('261121LUMBGAGAL')).toMatchObject({ expectedFees: null, channelFees: null, lines: [] })
      expect((await client.orders.list({ query: '261121LUMBGAGAL' })).rows).toMatchObject([{ expectedFees: null }])
    }
  })

  test('list, its sum, its sheet and Laba kemarin foretell the same fees as the ladder, until the settlement is here', async () => {
    const { ladderOf, client, clock } = await aShopWithFees({ 'Biaya Administrasi': -10_313 })
    const byNumber = new Map((await client.orders.list({})).rows.map((row) => [row.number, row]))
    const open = byNumber.get('261121LUMBOPEN')!
    expect(open).toMatchObject({ channelFees: null, expectedFees: 11_563 })
    for (const { number, expectedFees, channelFees } of byNumber.values()) {
      const ladder = await ladderOf(number)
      expect([number, expectedFees, channelFees]).toEqual([number, ladder.expectedFees, ladder.channelFees])
    }
    const sum = await client.orders.profitSum({ query: '261121LUMBOPEN' })
    expect(sum).toMatchObject({ orders: 1, withoutCost: 1, expectedFees: 0 })
    clock.now = open.placedAt! + DAY
    await client.settings.confirmClock()
    const { yesterday } = await client.reports.today()
    expect(yesterday.expectedFees).toBe(
      (await client.orders.list({ day: yesterday.day })).rows.reduce(
        (total, row) => total + (row.expectedFees ?? 0),
        0,
      ),
    )
    expect(yesterday.expectedFees).toBe(11_563)
  })

  test('nothing more is foretold of what the balance alone says was released: the fees are booked, without a name', async () => {
    const { client, clock, core } = await aCore()
    const shopId = newId()
    await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna Official' })
    clock.now = SUNDAY + 10 * DAY
    await client.settings.confirmClock()
    const snapshot = anOrder('261121LUMBOPEN')
      .withLine('KMJ', 1)
      .completed(SUNDAY + DAY)
      .snapshot()
    await core.takeInStatements(shopId, { name: 'pesanan', at: clock.now, snapshots: [snapshot] })
    const listed = async () => (await client.orders.list({})).rows[0]!
    expect(await listed()).toMatchObject({ channelFees: null, expectedFees: 11_563 })
    const report = aBalanceReport([{ at: '2026-11-25 08:00', orderNumber: '261121LUMBOPEN', amount: 110_000 }])
    const { importId } = await client.channels.files.stage({ file: aFile('saldo.xlsx', report.xlsx()) })
    for await (const _ of await client.channels.files.confirm({ importId, shopId }));
    expect(await listed()).toMatchObject({ channelFees: 15_000, expectedFees: null })
    expect((await client.orders.get({ id: (await listed()).id })).ladder).toMatchObject({ expectedFees: null })
  })

  test('a fee that no rate says is proposed with its evidence; taken over, the estimate is exact', async () => {
    const { client, ladderOf, shopId } = await aShopWithFees({
      'Biaya Administrasi': -10_313,
      'Biaya Proses Pesanan': -1_250,
      'Biaya Layanan': -5_625,
    })
    expect((await ladderOf(NUMBERS[0]!)).lines.find(({ name }) => name === 'Biaya Layanan')).toMatchObject({
      estimated: null,
      actual: -5_625,
      cause: 'programme',
    })
    const [proposed, ...others] = await client.settlements.rates.proposals()
    expect(others).toEqual([])
    expect(proposed).toMatchObject({ name: 'Biaya Layanan', shopId, orders: 6, matching: 6 })
    const { orders, matching, shopName, ...rate } = proposed!
    await client.settlements.rates.save({
      ...rate,
      id: newId(),
      reckoning: { kind: 'share', basisPoints: 450, most: null },
    })
    expect(await client.settlements.rates.proposals()).toEqual([])
    expect((await client.settlements.rates.accuracy()).channels).toMatchObject([{ exact: 6, meanError: 0 }])
    expect(await ladderOf('261121LUMBOPEN')).toMatchObject({ expectedFees: 17_188 })
  })

  test('the owner says what her shop is: the estimate of the next look is of its class, and undo brings back the former', async () => {
    const { client, shopId, ladderOf } = await aShopWithFees({ 'Biaya Administrasi': -10_313 })
    const [shop, ...others] = await client.settlements.rates.shops.list()
    expect(others).toEqual([])
    expect(shop).toMatchObject({
      shopId,
      channel: 'shopee',
      told: [],
      classes: ['regular', 'star', 'star plus', 'mall'],
    })
    expect(shop!.categories).toContain('Fashion Muslim')
    expect(shop!.programmes.map(({ name, levels }) => [name, levels.length])).toEqual([
      ['Gratis Ongkir XTRA', 8],
      ['Promo XTRA', 2],
    ])
    const say = (shopClass: 'star' | 'mall') =>
      client.settlements.rates.shops.save({
        id: newId(),
        shopId,
        from: '2026-11-01',
        shopClass,
        category: 'Sepatu Pria',
        programmes: [{ name: 'Gratis Ongkir XTRA', level: 'Kategori H' }],
        categories: [],
      })
    await say('star')
    // 125.000 × 9% and × 8%, and 1.250
    expect(await ladderOf('261121LUMBOPEN')).toMatchObject({ expectedFees: 22_500 })
    const { id } = await say('mall')
    expect(await ladderOf('261121LUMBOPEN')).toMatchObject({ expectedFees: 24_000 })
    await client.settlements.rates.shops.undo({ id })
    expect(await ladderOf('261121LUMBOPEN')).toMatchObject({ expectedFees: 22_500 })
    await expect(client.settlements.rates.shops.undo({ id })).rejects.toMatchObject({ code: 'SHOP_FEES_NOT_FOUND' })
    expect((await client.settlements.rates.shops.list())[0]!.told).toMatchObject([{ shopClass: 'star' }])
    await expect(
      client.settlements.rates.shops.save({
        id: newId(),
        shopId: newId(),
        from: '2026-11-01',
        shopClass: 'star',
        category: '',
        programmes: [],
        categories: [],
      }),
    ).rejects.toMatchObject({ code: 'SHOP_FEES_NOT_FOUND' })
  })

  test('a rate is taken back, and another shop’s is refused', async () => {
    const { client, rate, ladderOf } = await aShopWithFees({ 'Biaya Administrasi': -10_313 })
    const { id } = await client.settlements.rates.save(rate({}))
    expect(await ladderOf('261121LUMBOPEN')).toMatchObject({ expectedFees: 17_188 })
    await client.settlements.rates.undo({ id })
    expect(await ladderOf('261121LUMBOPEN')).toMatchObject({ expectedFees: 11_563 })
    await expect(client.settlements.rates.undo({ id })).rejects.toMatchObject({ code: 'FEE_RATE_NOT_FOUND' })
    const other = newId()
    await client.channels.shops.save({ id: other, channel: 'tiktok', name: 'Ratna TikTok' })
    await expect(client.settlements.rates.save(rate({ shopId: other }))).rejects.toMatchObject({
      code: 'FEE_RATE_OF_ANOTHER_SHOP',
    })
    expect((await client.settlements.rates.list()).filter((each) => each.id !== null)).toEqual([])
  })

  test('what is kept of some orders only is no rate for all', async () => {
    const { client, core, clock } = await aCore()
    const shopId = newId()
    await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna Official' })
    clock.now = SUNDAY + 10 * DAY
    await client.settings.confirmClock()
    const orders = NUMBERS.map((number) =>
      anOrder(number)
        .withLine('KMJ', 1)
        .completed(SUNDAY + DAY)
        .snapshot(),
    )
    await core.takeInStatements(shopId, { name: 'pesanan', at: clock.now, snapshots: orders })
    const settlements = NUMBERS.map((number, n) =>
      aStatement(number, '2026-11-25', {
        'Harga Asli Produk': 125_000,
        ...(n < 5 ? { 'Biaya Komisi AMS': -6_250 } : {}),
      }),
    )
    await core.takeInSettlements(shopId, { name: 'penghasilan', at: clock.now, settlements })
    expect((await client.settlements.rates.proposals()).map(({ name }) => name)).toEqual([])
  })
})
