import { expect, test } from 'vitest'
import { consentEnd } from '../../src-shared/sync/sync.ts'
import { troubleSentence } from '../../src-shared/sync/trouble.words.ts'
import { aConnectedShop, anExampleOrder } from '../builders/a-connected-shop.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const numbersOf = async ({ client }: Awaited<ReturnType<typeof aConnectedShop>>) =>
  (await client.orders.list({ limit: 500 })).rows.map(({ number }) => number).sort()

test('a shop is connected in the browser, and its orders arrive, page by page', async () => {
  const shop = await aConnectedShop()
  const { market, clock, pass, round, health } = shop
  for (let each = 1; each <= 8; each++) {
    pass(MINUTE)
    market.orders.set(`26112200000${each}`, anExampleOrder(`26112200000${each}`, clock.now))
  }
  pass(MINUTE)
  await round()
  expect(await numbersOf(shop)).toHaveLength(8)
  expect(await health()).toMatchObject({
    state: 'connected',
    accountName: 'Toko Contoh',
    trouble: null,
    waiting: 0,
    unreadable: 0,
    ordersUntil: clock.now,
    consentEnd: 'far',
  })
})

test('keys are nowhere in the shop’s file as they are', async () => {
  const { doors } = await aConnectedShop()
  const stored = JSON.stringify(doors.raw.prepare('SELECT * FROM connection').all())
  expect(stored).not.toContain('kunci-contoh')
  expect(stored).toContain('sealed_tokens')
})

test('five calls at once with an ended token make one refresh', async () => {
  const { core, market, shopId, pass } = await aConnectedShop()
  pass(5 * HOUR)
  const visit = (await core.sync.visit(shopId))!
  await Promise.all(Array.from({ length: 5 }, () => visit.ask((shop) => shop.about())))
  expect(market.refreshes).toBe(1)
})

test('a token that dies in the middle of a window is renewed once, and no page is skipped', async () => {
  const shop = await aConnectedShop()
  const { market, clock, pass, round } = shop
  for (let each = 1; each <= 9; each++) market.orders.set(`N${each}`, anExampleOrder(`N${each}`, clock.now + each))
  pass(MINUTE)
  market.fault(/^\/orders\/detail$/, 'expired token')
  await round()
  expect(await numbersOf(shop)).toHaveLength(9)
  expect(market.refreshes).toBe(1)
})

test('what goes wrong is told in its words, tried again later, and nothing is lost', async () => {
  const shop = await aConnectedShop()
  const { market, clock, pass, round, health, shopId, core, client } = shop
  const isFailing = async () => (await client.settings.status()).shops.find(({ id }) => id === shopId)?.isFailing
  for (let each = 1; each <= 7; each++) market.orders.set(`N${each}`, anExampleOrder(`N${each}`, clock.now + each))
  pass(MINUTE)
  for (const fault of ['ill', 'no answer', 'half answer', 'portal'] as const) {
    market.fault(/^\/orders/, fault)
    await round()
    expect((await health()).trouble).toMatchObject({ kind: 'transient', stream: 'orders' })
    expect(await isFailing()).toBe(true)
  }
  market.fault(/^\/orders/, 'rate')
  await round()
  const { trouble, nextAt } = await health()
  expect(trouble).toMatchObject({ kind: 'rate', code: 'TOO_MANY' })
  // the channel asked for seven seconds
  expect(nextAt! - clock.now).toBeGreaterThanOrEqual(7000)
  // before it is due nobody asks
  const calls = market.calls.length
  await core.sync.begins(shopId)
  expect(market.calls).toHaveLength(calls)
  await round()
  expect(await numbersOf(shop)).toHaveLength(7)
  expect([(await health()).trouble, await isFailing()]).toEqual([null, false])
})

test('an order that cannot be understood is set aside and holds nobody up; understood later it comes in', async () => {
  const shop = await aConnectedShop()
  const { client, market, clock, pass, round, health, shopId, core } = shop
  for (const number of ['N1', 'N2', 'N3']) market.orders.set(number, anExampleOrder(number, clock.now))
  const { lines } = market.orders.get('N2')!
  Object.assign(market.orders.get('N2')!, { lines: 'segera' })
  pass(MINUTE)
  await round()
  expect(await numbersOf(shop)).toEqual(['N1', 'N3'])
  expect((await health()).unreadable).toBe(1)
  const [message] = await client.sync.unreadable({ shopId })
  expect(message).toMatchObject({ about: 'order', key: 'N2' })
  expect(message!.problem).toContain('lines')
  // the channel mended it
  market.orders.set('N2', anExampleOrder('N2', clock.now + 1, { lines }))
  pass(MINUTE)
  await round()
  expect(await numbersOf(shop)).toEqual(['N1', 'N2', 'N3'])
  await client.sync.readAgain({ shopId })
  await core.sync.idle()
  expect((await health()).unreadable).toBe(0)
})

test('a status that nobody knows is shown in the channel’s word and moves nothing, until it has one that is known', async () => {
  const shop = await aConnectedShop()
  const { client, market, clock, pass, round, health } = shop
  market.orders.set('N1', anExampleOrder('N1', clock.now))
  pass(MINUTE)
  await round()
  const told = async () => {
    const [row] = (await client.orders.list({ limit: 5 })).rows
    const { state, rawStatus } = await client.orders.get({ id: row!.id })
    return [state, rawStatus]
  }
  pass(MINUTE)
  Object.assign(market.orders.get('N1')!, { status: 'WAITS_FOR_MOON', changed: clock.now })
  pass(MINUTE)
  await round()
  expect(await told()).toEqual(['to_arrange', 'WAITS_FOR_MOON'])
  expect(await health()).toMatchObject({ trouble: null, unreadable: 0 })
  Object.assign(market.orders.get('N1')!, { status: 'SENT', sent: clock.now, changed: clock.now })
  pass(MINUTE)
  await round()
  expect(await told()).toEqual(['in_transit', 'SENT'])
})

test('three days asleep are one round', async () => {
  const shop = await aConnectedShop()
  const { market, clock, pass, round } = shop
  for (let each = 1; each <= 12; each++)
    market.orders.set(`N${each}`, anExampleOrder(`N${each}`, clock.now + each * 5 * HOUR))
  pass(3 * DAY)
  await round()
  expect(await numbersOf(shop)).toHaveLength(12)
})

test('a laptop clock that runs an hour ahead skips no order', async () => {
  const channel = { now: Date.parse('2026-11-22T03:00:00Z') }
  const shop = await aConnectedShop({ clock: channel })
  const { market, clock, round } = shop
  const pass = (ms: number) => {
    clock.now += ms
    channel.now += ms
  }
  clock.now += HOUR
  await round()
  pass(10 * MINUTE)
  market.orders.set('N1', anExampleOrder('N1', channel.now))
  pass(MINUTE)
  await round()
  expect(await numbersOf(shop)).toEqual(['N1'])
})

test('windows are no longer than the channel takes, however long nobody asked', async () => {
  const shop = await aConnectedShop()
  const { market, clock, pass, round } = shop
  market.orders.set('N1', anExampleOrder('N1', clock.now + 10 * DAY))
  market.orders.set('N2', anExampleOrder('N2', clock.now + 19 * DAY))
  pass(20 * DAY)
  await round()
  expect(await numbersOf(shop)).toEqual(['N1', 'N2'])
})

test('what this laptop cannot do is not put on the channel, and comes in once it can', async () => {
  const shop = await aConnectedShop()
  const { market, client, clock, pass, round, health, doors, shopId, core } = shop
  const inbox = () => doors.raw.prepare('SELECT count(*) FROM inbox WHERE about = ?').pluck().get('order')
  pass(10 * MINUTE)
  for (let each = 1; each <= 9; each++) market.orders.set(`N${each}`, anExampleOrder(`N${each}`, clock.now))
  pass(MINUTE)
  const pages = doors.raw.pragma('page_count', { simple: true })
  doors.raw.pragma(`max_page_count = ${pages}`)
  await round().catch(() => null)
  const full = (await health()).trouble!
  expect(full).toMatchObject({ kind: 'here', code: 'DISK' })
  expect(troubleSentence.id('Shopee', full)).toMatch(/^Disk laptop ini .* tidak ada yang hilang\.$/)
  doors.raw.pragma('max_page_count = 1073741823')
  pass(20 * MINUTE)
  await round()
  expect([await numbersOf(shop), (await health()).trouble, inbox()]).toEqual([
    Array.from({ length: 9 }, (_, at) => `N${at + 1}`),
    null,
    9,
  ])

  // the clock lost a day: nothing is dated by it
  market.orders.set('N10', anExampleOrder('N10', clock.now))
  clock.now -= DAY
  await core.sync.begins(shopId)
  await core.sync.idle()
  const doubtful = (await health()).trouble!
  expect(doubtful).toMatchObject({ kind: 'here', code: 'CLOCK_DOUBTFUL' })
  expect(troubleSentence.id('Shopee', doubtful)).toMatch(/^Jam laptop ini meragukan/)
  // said to be right, it goes on at once: what was planned by the other clock is a day away
  await client.settings.confirmClock()
  await core.sync.begins(shopId)
  await core.sync.idle()
  expect([(await numbersOf(shop)).length, (await health()).trouble]).toEqual([10, null])
})

test('consent that the seller withdrew is broken until he connects again, and history stays', async () => {
  const shop = await aConnectedShop()
  const { market, clock, pass, round, health, connect, shopId } = shop
  market.orders.set('N1', anExampleOrder('N1', clock.now))
  pass(MINUTE)
  await round()
  market.consents = false
  await round()
  expect(await health()).toMatchObject({ state: 'broken', trouble: { kind: 'consent', code: 'NOT_AUTHORISED' } })
  // nothing is asked any more
  const calls = market.calls.length
  await round()
  expect(market.calls).toHaveLength(calls)
  market.consents = true
  market.orders.set('N2', anExampleOrder('N2', clock.now))
  pass(MINUTE)
  await connect({ shopId, newName: null })
  expect(await health()).toMatchObject({ state: 'connected', trouble: null })
  expect(await numbersOf(shop)).toEqual(['N1', 'N2'])
})

test('paused nothing is asked; going on brings what was missed', async () => {
  const shop = await aConnectedShop()
  const { client, core, market, clock, pass, round, health, shopId } = shop
  await client.sync.pause({ shopId, isPaused: true })
  market.orders.set('N1', anExampleOrder('N1', clock.now))
  pass(MINUTE)
  await round()
  expect(await numbersOf(shop)).toEqual([])
  expect((await health()).state).toBe('paused')
  await client.sync.pause({ shopId, isPaused: false })
  await core.sync.idle()
  expect(await numbersOf(shop)).toEqual(['N1'])
})

test('disconnecting forgets the keys and keeps the shop with its orders', async () => {
  const shop = await aConnectedShop()
  const { client, doors, market, clock, pass, round, health, shopId } = shop
  market.orders.set('N1', anExampleOrder('N1', clock.now))
  pass(MINUTE)
  await round()
  await client.sync.disconnect({ shopId })
  expect((await health()).state).toBe('ended')
  expect(doors.raw.prepare('SELECT sealed_tokens, sealed_secret FROM connection').get()).toEqual({
    sealed_tokens: null,
    sealed_secret: '',
  })
  expect(await numbersOf(shop)).toEqual(['N1'])
  await expect(client.sync.now({ shopId })).rejects.toMatchObject({ code: 'NOT_CONNECTED' })
})

test('a comparison by numbers finds what no list ever told', async () => {
  const shop = await aConnectedShop()
  const { market, clock, pass, round, health } = shop
  // the channel lists it with a change of long ago: no window will ever hold it
  market.orders.set('N1', anExampleOrder('N1', clock.now, { changed: clock.now - 400 * DAY }))
  pass(HOUR)
  await round()
  expect(await numbersOf(shop)).toEqual([])
  await round(true)
  expect(await numbersOf(shop)).toEqual(['N1'])
  expect((await health()).comparison).toMatchObject({ compared: 1, missing: 1, unknownThere: 0 })
})

test('releases of the channel are the settlements that a file would tell of', async () => {
  const shop = await aConnectedShop()
  const { client, doors, market, clock, pass, round } = shop
  market.orders.set('N1', anExampleOrder('N1', clock.now, { status: 'DONE', sent: clock.now, done: clock.now }))
  market.releases.push({
    id: 'D1',
    order: 'N1',
    at: clock.now,
    lines: [
      { name: 'Harga Asli Produk', amount: 218_000 },
      { name: 'Biaya Administrasi', amount: -15_260 },
    ],
  })
  pass(HOUR)
  await round()
  const told = () => doors.raw.prepare('SELECT order_number, released, released_on FROM settlement').all()
  expect(told()).toEqual([{ order_number: 'N1', released: 202_740, released_on: '2026-11-22' }])
  const [order] = (await client.orders.list({ limit: 10 })).rows
  expect((await client.orders.get({ id: order!.id })).entries.length).toBeGreaterThan(0)
  await round(true)
  expect(told()).toHaveLength(1)
})

test('one account is one shop', async () => {
  const { connect } = await aConnectedShop()
  await expect(
    connect({ shopId: '01990000-0000-7000-8000-000000000001', newName: 'Toko Kedua' }),
  ).rejects.toMatchObject({
    code: 'ACCOUNT_OF_ANOTHER_SHOP',
  })
})

test('an answer of another attempt is not taken', async () => {
  const { client, market, shopId } = await aConnectedShop()
  const { attemptId } = await client.sync.connect.begin({
    channel: 'shopee',
    shopId,
    newName: null,
    appId: 'app-1',
    secret: 'kunci-contoh',
    sandbox: market.address,
  })
  const address = `${market.address}/selesai?code=abc&state=bukan-punya-kita`
  await expect(client.sync.connect.finish({ attemptId, address, account: null })).rejects.toMatchObject({
    code: 'CONSENT_OF_ANOTHER',
  })
})

test('the end of the owner’s permission is told a week before, on the last day, and once it is over', async () => {
  const shop = await aConnectedShop()
  const { client, pass, clock, health, doors, shopId } = shop
  doors.raw.prepare('UPDATE connection SET consent_until = ? WHERE shop_id = ?').run(clock.now + 10 * DAY, shopId)
  const told = async () => {
    const { now, shops } = await client.settings.status()
    // as Beranda and the status line work it out
    const { consentUntil, isBroken } = shops.find(({ id }) => id === shopId)!
    expect(isBroken).toBe(false)
    expect((await health()).consentEnd).toBe(consentEnd(consentUntil, now))
    return consentEnd(consentUntil, now)
  }
  expect(await told()).toBe('far')
  pass(2 * DAY + 23 * HOUR)
  expect(await told()).toBe('far')
  pass(HOUR)
  expect(await told()).toBe('week')
  pass(5 * DAY + 23 * HOUR)
  expect(await told()).toBe('week')
  pass(HOUR)
  expect(await told()).toBe('day')
  pass(DAY)
  expect(await told()).toBe('over')
})
