import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileSecrets } from '../../src-main/hosting/secrets.ts'
import { aConnectedShop, anExampleOrder } from '../builders/a-connected-shop.ts'
import { afterAnHour } from './an-hour-at-the-channel.ts'

const MINUTE = 60_000

test('any order, repetition and delay of pages, through any fault, ends in the same shop', async () => {
  const calm = await afterAnHour(null)
  expect(await afterAnHour(1)).toBe(calm)
  // whose last list and last comparison both leave out an order that has changed
  expect(await afterAnHour(57)).toBe(calm)
})

test('after three days without internet one round brings everything', async () => {
  const { market, clock, pass, round, client, health } = await aConnectedShop()
  const HOURS = 72
  for (let hour = 0; hour < HOURS; hour++) {
    market.orders.set(`N${hour}`, anExampleOrder(`N${hour}`, clock.now))
    const before = market.orders.get(`N${hour - 12}`)
    if (before) Object.assign(before, { status: 'SENT', sent: clock.now, waybill: `W${hour}`, changed: clock.now })
    pass(60 * MINUTE)
  }
  await round()
  const { rows } = await client.orders.list({ limit: 200 })
  expect(rows).toHaveLength(HOURS)
  expect(rows.filter(({ state }) => state === 'in_transit')).toHaveLength(HOURS - 12)
  expect(await health()).toMatchObject({ state: 'connected', trouble: null, waiting: 0 })
})

test('killed at any call, the next start loses nothing and doubles nothing', async () => {
  const shop = await aConnectedShop()
  const { market, clock, pass, round, digest, doors, folder } = shop
  for (let each = 1; each <= 8; each++) market.orders.set(`N${each}`, anExampleOrder(`N${each}`, clock.now + each))
  pass(MINUTE)
  // no transaction is open while the channel is asked, so this is what a kill would leave
  const left: Buffer[] = []
  market.onCall = () => void left.push(doors.raw.serialize())
  await round()
  market.onCall = () => {}
  const whole = digest()
  expect(left.length).toBeGreaterThan(4)
  for (const at of [0, 2, left.length - 1]) {
    const file = join(mkdtempSync(join(tmpdir(), 'lumbung-')), 'lumbung.sqlite')
    writeFileSync(file, left[at]!)
    const again = await aConnectedShop({
      file,
      market,
      clock: { now: clock.now },
      secrets: fileSecrets(join(folder, 'lumbung.key')),
    })
    await again.round()
    expect(again.digest(), `killed at call ${at + 1}`).toBe(whole)
  }
})
