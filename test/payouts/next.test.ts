import { expect, test } from 'vitest'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore, SUNDAY } from '../builders/a-core.ts'
import { aStatement } from '../builders/a-release.ts'
import { anOrder } from '../builders/an-order.ts'

const DAY = 24 * 3_600_000

test('Beranda knows the next day on which money comes and what is late, as the list of expected money says', async () => {
  const { client, core, clock } = await aCore()
  const shopId = newId()
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna Official' })
  expect(await client.payouts.next()).toEqual({ next: null, late: { orders: 0, amount: 0 }, older: 0 })
  clock.now = SUNDAY + 18 * DAY
  await client.settings.confirmClock()
  const snapshots = [1, 2, 17].map((day, n) =>
    anOrder(`261121LUMB900${n}`)
      .withLine('KMJ', 1)
      .completed(SUNDAY + day * DAY)
      .snapshot(),
  )
  await core.takeInStatements(shopId, { name: 'pesanan', at: clock.now, snapshots })
  const { rows, older } = await client.payouts.expected({})
  const late = rows.filter(({ daysLate }) => daysLate > 0)
  const [first] = rows.filter(({ daysLate }) => daysLate === 0)
  expect([late.length, older]).toEqual([2, 0])
  // as a calendar counts them: on 10 December, from the day that stands beside them
  expect(late.map(({ expectedOn, daysLate }) => [expectedOn, daysLate])).toEqual([
    ['2026-11-24', 16],
    ['2026-11-25', 15],
  ])
  expect(await client.payouts.next()).toEqual({
    next: { day: first!.expectedOn, amount: 125_000 },
    late: { orders: 2, amount: 250_000 },
    older: 0,
  })
  // of what is too old to be listed Beranda says how much it is, as the list does
  clock.now += 90 * DAY
  await client.settings.confirmClock()
  const much = await client.payouts.expected({})
  expect([much.rows, much.older]).toEqual([[], 375_000])
  expect(await client.payouts.next()).toEqual({ next: null, late: { orders: 0, amount: 0 }, older: 375_000 })
})

test('what channels held when the books began stands on Saldo & Pencairan as on Beranda, with or without a shop of theirs here', async () => {
  const { client } = await aCore()
  await client.channels.shops.save({ id: newId(), channel: 'shopee', name: 'Batik Ratna Official' })
  await client.ledger.opening.save({
    lines: [
      { account: '1201', amount: 500_000 },
      { account: '1203', amount: 2_000_000 },
      { account: '1131', amount: 300_000 },
    ],
  })
  const overview = await client.payouts.overview()
  expect(overview.map(({ channel, held, balance }) => [channel, held.amount, balance])).toEqual([
    ['shopee', 500_000, 0],
    ['tiktok', 0, 300_000],
    ['other', 2_000_000, 0],
  ])
  const { held } = await client.reports.today()
  expect(overview.reduce((sum, { held: ofChannel }) => sum + ofChannel.amount, 0)).toBe(held.total)
  const expected = await client.payouts.expected({})
  expect(expected.older).toBe(held.total)
  // nothing will be released by a channel that sells nothing here
  expect(expected.days.map(({ channel }) => channel)).toEqual(['shopee'])
  expect((await client.payouts.next()).older).toBe(held.total)
})

test('what one channel was paid too much takes nothing from what another holds, on Beranda as in the list', async () => {
  const { client, core, clock } = await aCore()
  const shopId = newId()
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna Official' })
  await client.ledger.opening.save({ lines: [{ account: '1203', amount: 750_000 }] })
  const order = anOrder('261121LUMB9001').withLine('KMJ', 1)
  const told = (state: typeof order) =>
    core.takeInStatements(shopId, { name: 'pesanan', at: clock.now, snapshots: [state.snapshot()] })
  await told(order.completed(SUNDAY - DAY))
  const release = aStatement('261121LUMB9001', '2026-11-22', { 'Harga Asli Produk': 125_000 })
  await core.takeInSettlements(shopId, { name: 'income', at: clock.now, settlements: [release] })
  // it came back after it was paid, and nothing is taken back yet
  clock.now += DAY
  await told(order.returned(clock.now))
  const [shopee] = await client.payouts.overview()
  expect([shopee!.channel, (await client.reports.today()).held.total]).toEqual(['shopee', 625_000])
  expect((await client.payouts.expected({})).older).toBe(750_000)
  expect((await client.payouts.next()).older).toBe(750_000)
})
