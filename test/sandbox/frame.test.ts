import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { deserialize, serialize } from 'node:v8'
import { describe, expect, onTestFinished, test } from 'vitest'
import { dayOf } from '../../src-main/sandbox/frame/buyer-robot.ts'
import type { SavedSandbox } from '../../src-main/sandbox/frame/sandbox.ts'
import { createTime } from '../../src-main/sandbox/frame/time.ts'
import { tokenBucket } from '../../src-main/sandbox/frame/token-bucket.ts'
import { pushSignature } from '../../src-main/sandbox/shopee/signature.ts'
import { aConnectedApp, anApp, DAY, HOUR, MORNING } from './shopee/an-app.ts'

/* What every sandbox has in common, seen through the one of Shopee. */

describe('the clock', () => {
  test('makes everything due on the way happen, in order and each at its moment, also what follows from it', () => {
    const seen: [string, number][] = []
    const time = createTime<string>({ now: 0, isRunning: false, due: [] }, (event) => {
      seen.push([event, time.now()])
      if (event === 'first') time.after(5, 'follows')
    })
    time.at(30, 'last')
    time.at(10, 'first')
    time.at(10, 'also first')
    time.at(90, 'not yet')
    time.move(50)
    expect(seen).toEqual([
      ['first', 10],
      ['also first', 10],
      ['follows', 15],
      ['last', 30],
    ])
    expect(time.state()).toMatchObject({ now: 50, due: 1 })
  })

  test('is never moved back', async () => {
    const app = await anApp()
    await expect(app.control('POST', 'clock', { moveTo: MORNING - 1 })).rejects.toThrow('Jam hanya bisa maju')
  })
})

test('a bucket lets a burst through and then so many a second', () => {
  let now = 0
  const take = tokenBucket({ perSecond: 2, burst: 3 }, () => now)
  expect([take(), take(), take(), take()]).toEqual([0, 0, 0, 500])
  now = 500
  expect([take(), take()]).toEqual([0, 500])
})

describe('one seed', () => {
  test.each(['normal', 'live', 'elevenEleven'] as const)(
    'makes the same %s of purchases, another seed another',
    (kind) => {
      const day = (seed: number) => dayOf({ kind, from: MORNING, seed, orders: 50 })
      expect(day(4)).toEqual(day(4))
      expect(day(4)).not.toEqual(day(5))
      expect(day(4).map(({ at }) => at)).toEqual(
        day(4)
          .map(({ at }) => at)
          .toSorted((a, b) => a - b),
      )
    },
  )

  test('a live is ten minutes of a few goods, a day is a day', () => {
    const live = dayOf({ kind: 'live', from: MORNING, seed: 1 })
    expect(live).toHaveLength(300)
    expect(live.at(-1)!.at).toBeLessThan(MORNING + 600_000)
    expect(live.flatMap(({ lines }) => lines).every(({ pick }) => pick < 0.12)).toBe(true)
    expect(dayOf({ kind: 'elevenEleven', from: MORNING, seed: 1 })).toHaveLength(750)
  })

  test('gives two sandboxes the same two weeks, order by order', async () => {
    const weeks = async () => {
      const app = await aConnectedApp({ seed: 11 })
      await app.control('POST', 'buyers/day', { kind: 'normal', orders: 60 })
      app.move(14 * DAY)
      return app.sandbox.saved()
    }
    const first = await weeks()
    expect(await weeks()).toEqual(first)
  })

  test('what was saved goes on where it stood, also out of a file', async () => {
    const before = await aConnectedApp()
    await before.control('POST', 'buyers/day', { kind: 'normal', orders: 20 })
    before.move(2 * HOUR)
    const saved = deserialize(serialize(before.sandbox.saved())) as SavedSandbox
    const after = await anApp({ saved })
    Object.assign(after.tokens, before.tokens)
    expect(after.sandbox.world.orders()).toEqual(before.sandbox.world.orders())
    expect((await after.get('shop/get_shop_info')).error).toBe('')
    after.move(DAY)
    expect(after.sandbox.world.orders().length).toBeGreaterThan(before.sandbox.world.orders().length)
  })
})

test('a sandbox that was kept for two days has lived them when it is opened again', async () => {
  const before = await anApp({ startAt: Date.now() - 2 * DAY * 1000, isRunning: true })
  await before.buy([{ sku: 'KMJ-LUK-M' }], { isPaid: false })
  const after = await anApp({ saved: before.sandbox.saved() })
  expect(Math.abs(after.sandbox.ground.time.now() - Date.now())).toBeLessThan(60_000)
  expect(after.sandbox.world.orders()).toMatchObject([{ status: 'CANCELLED' }])
})

describe('faults', () => {
  const PATH = 'shop/get_shop_info'
  const once = async (kind: string, more: object = {}) => {
    const app = await aConnectedApp()
    await app.control('PUT', 'faults', { faults: [{ kind, times: 1, path: PATH, ...more }] })
    return app
  }
  const whole = (app: Awaited<ReturnType<typeof aConnectedApp>>) => app.raw('GET', PATH).then((answer) => answer.text())

  test.each([
    ['tooMany', 429, 'error_rate_limit'],
    ['serverError', 500, 'error_server'],
    ['unavailable', 503, 'error_server'],
    ['html', 200, '<!doctype html>'],
  ])('%s answers %i, once', async (kind, status, text) => {
    const app = await once(kind, { retryAfterSeconds: 7 })
    const answer = await app.raw('GET', PATH)
    expect(answer.status).toBe(status)
    if (kind === 'tooMany') expect(answer.headers.get('retry-after')).toBe('7')
    expect(await answer.text()).toContain(text)
    expect((await app.get(PATH)).error).toBe('')
  })

  test.each(['reset', 'lostReply', 'halfBody', 'wrongLength', 'timeout'])(
    'after %s there is no whole answer',
    async (kind) => {
      const app = await once(kind, { ms: 20 })
      await expect(whole(app)).rejects.toThrow()
      expect((await app.get(PATH)).error).toBe('')
    },
  )

  test('a lost reply was done all the same, a reset was not', async () => {
    const app = await aConnectedApp()
    const item = await app.itemOf('KMJ-LUK-M')
    const set = (stock: number) =>
      app.post('product/update_stock', {
        item_id: item.item_id,
        stock_list: [{ model_id: item.model_id, seller_stock: [{ stock }] }],
      })
    const stock = () => app.sandbox.world.shelf().find(({ sku }) => sku === 'KMJ-LUK-M')!.stock
    for (const [kind, then] of [
      ['reset', 100],
      ['lostReply', 8],
    ] as const) {
      await app.control('PUT', 'faults', { faults: [{ kind, times: 1 }] })
      await expect(set(8)).rejects.toThrow()
      expect(stock()).toBe(then)
    }
  })

  test('slow answers come whole', async () => {
    for (const kind of ['slowDrip', 'slow']) expect(await whole(await once(kind, { ms: 2 }))).toContain('Batik Ratna')
  })

  test('an access token that ends on the way is mended by a refresh', async () => {
    const app = await once('tokenExpired')
    expect(await app.get(PATH)).toMatchObject({ error: 'invalid_acceess_token' })
    expect(await app.get(PATH)).toMatchObject({ error: 'invalid_acceess_token' })
    app.keep(await app.refresh())
    expect((await app.get(PATH)).error).toBe('')
  })

  test('rows come twice, late, never or in another order; what is missing stays missing', async () => {
    const app = await aConnectedApp()
    const bought = []
    for (let each = 0; each < 12; each++) bought.push(await app.buy([{ sku: 'KMJ-LUK-M' }]))
    const listed = async (time_range_field: string): Promise<string[]> =>
      (
        await app.get('order/get_order_list', {
          time_range_field,
          time_from: app.seconds() - DAY,
          time_to: app.seconds() + 1,
          page_size: 100,
        })
      ).response.order_list.map(({ order_sn }: { order_sn: string }) => order_sn)
    const fault = (kind: string, share = 1) => app.control('PUT', 'faults', { faults: [{ kind, share }] })
    const usual = await listed('update_time')
    await fault('duplicateRows')
    expect(await listed('update_time')).toHaveLength(13)
    await fault('reorderedRows')
    expect((await listed('update_time')).toSorted()).toEqual(usual.toSorted())
    await fault('lateRows')
    expect(await listed('update_time')).toEqual([])
    await fault('missingRows', 0.5)
    const some = await listed('update_time')
    expect(some.length).toBeLessThan(12)
    expect(await listed('update_time')).toEqual(some)
    expect(await listed('create_time')).toHaveLength(12)
  })

  test('statuses and fields nobody has heard of', async () => {
    const app = await aConnectedApp()
    const sn = await app.buy([{ sku: 'KMJ-LUK-M' }])
    await app.control('PUT', 'faults', { faults: [{ kind: 'unknownStatus' }, { kind: 'unknownField' }] })
    expect(await app.detail(sn)).toMatchObject({
      order_status: 'SANDBOX_NEW_STATUS',
      sandbox_new_field: { of: ['a', 1, null] },
    })
  })
})

describe('messages to the app', () => {
  async function anEar(answers: (number | string)[] = []) {
    const heard: { body: string; sign: string }[] = []
    const server = createServer(async (request, response) => {
      const parts: Buffer[] = []
      for await (const part of request) parts.push(part as Buffer)
      heard.push({ body: Buffer.concat(parts).toString(), sign: String(request.headers.authorization) })
      const answer = answers.shift() ?? 200
      if (typeof answer === 'string') response.end(answer)
      else response.writeHead(answer).end()
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    onTestFinished(() => void server.close())
    return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/push` }
  }

  test('are signed over the address and the bytes, and name the order without an underscore', async () => {
    const [app, ear] = [await aConnectedApp(), await anEar()]
    await app.control('PUT', 'pushes/address', { url: ear.url })
    const sn = await app.buy([{ sku: 'KMJ-LUK-M' }], { isPaid: false })
    await app.sandbox.ground.pushes.settled()
    expect(JSON.parse(ear.heard[0]!.body)).toMatchObject({
      code: 3,
      shop_id: app.shop.shopId,
      data: { ordersn: sn, status: 'UNPAID' },
    })
    for (const { body, sign } of ear.heard) expect(sign).toBe(pushSignature(app.partnerKey, ear.url, body))
  })

  test('that are answered with words or not at all are sent again, and in the end can be fetched', async () => {
    const [app, ear] = [await aConnectedApp(), await anEar(['ok', 500, 500, 500])]
    await app.control('PUT', 'pushes/address', { url: ear.url })
    await app.ask('POST', 'push/set_app_push_config', { isPublic: true, body: { set_push_config_off: [30] } })
    await app.buy([{ sku: 'KMJ-LUK-M' }], { isPaid: false })
    const { pushes } = app.sandbox.ground
    for (const pause of [300, 1800, 10_800]) {
      await pushes.settled()
      app.move(pause)
    }
    await pushes.settled()
    expect(ear.heard).toHaveLength(4)
    const lost = () => app.ask('GET', 'push/get_lost_push_message', { isPublic: true })
    const { push_message_list, last_message_id } = (await lost()).response
    expect(push_message_list).toMatchObject([{ code: 3, data: ear.heard[0]!.body }])
    await app.ask('POST', 'push/confirm_consumed_lost_push_message', { isPublic: true, body: { last_message_id } })
    expect((await lost()).response.push_message_list).toEqual([])
  })

  test('come twice, late or never when that is wanted', async () => {
    const [app, ear] = [await aConnectedApp(), await anEar()]
    await app.control('PUT', 'pushes/address', { url: ear.url })
    const heardUnder = async (kind: string) => {
      ear.heard.length = 0
      await app.control('PUT', 'faults', { faults: [{ kind }] })
      await app.buy([{ sku: 'KMJ-LUK-M' }], { isPaid: false })
      await app.sandbox.ground.pushes.settled()
      return ear.heard.length
    }
    const usual = await heardUnder('slow')
    expect(await heardUnder('duplicatePush')).toBe(2 * usual)
    expect(await heardUnder('missingPush')).toBe(0)
    expect(await heardUnder('latePush')).toBe(0)
    app.move(300)
    await app.sandbox.ground.pushes.settled()
    expect(ear.heard.length).toBe(usual)
  })

  test('are overtaken by later ones when that is wanted, and signed all the same', async () => {
    const [app, ear] = [await aConnectedApp(), await anEar()]
    await app.control('PUT', 'pushes/address', { url: ear.url })
    await app.control('PUT', 'faults', { faults: [{ kind: 'reorderedPush', times: 1 }] })
    const first = await app.buy([{ sku: 'KMJ-LUK-M' }], { isPaid: false })
    const second = await app.buy([{ sku: 'KMJ-LUK-M' }], { isPaid: false })
    await app.sandbox.ground.pushes.settled()
    app.move(300)
    await app.sandbox.ground.pushes.settled()
    const bought = ear.heard.map(({ body }) => JSON.parse(body)).filter(({ code }) => code === 3)
    expect(bought.map(({ data }) => data.ordersn)).toEqual([second, first])
    for (const { body, sign } of ear.heard) expect(sign).toBe(pushSignature(app.partnerKey, ear.url, body))
  })
})

describe('the control API', () => {
  test('describes itself, marketplace and all', async () => {
    const app = await anApp()
    const document = await app.control('GET', 'openapi.json')
    expect(document.openapi).toMatch(/^3\.1/)
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/clock', '/faults', '/buyers/day', '/orders/{id}/step', '/shopee/withdraw']),
    )
  })

  test('has a page in Indonesian, and keeps what was really asked', async () => {
    const app = await aConnectedApp()
    expect(await (await fetch(`${app.sandbox.controlUrl}/`)).text()).toContain('Sandbox Shopee')
    await app.get('order/get_order_detail', { order_sn_list: 'NONE' })
    const [call] = await app.control('GET', 'calls?path=order')
    expect(call).toMatchObject({ method: 'GET', path: '/api/v2/order/get_order_detail' })
    expect(call.query).toContain('order_sn_list=NONE')
    expect(call.answer).toContain('error_not_found')
  })

  test('is not for pages of the internet, nor for names that lead here', async () => {
    const app = await anApp()
    const from = (origin: string) =>
      fetch(`${app.sandbox.controlUrl}/tokens/revoke`, { method: 'POST', headers: { origin } })
    expect((await from('https://jahat.example')).status).toBe(403)
    expect((await from(app.sandbox.url)).status).toBe(200)
  })

  test.each([
    ['POST', 'buyers/buy', { lines: [{ sku: 'TIDAK-ADA' }] }],
    ['POST', 'buyers/buy', { lines: [{ sku: 'KMJ-LUK-M', quantity: 500 }] }],
    ['POST', 'orders/NONE/step', { step: 'pay' }],
    ['PUT', 'shelf/TIDAK-ADA', { stock: 1 }],
    ['PUT', 'faults', { faults: [{ kind: 'unheard' }] }],
  ])('%s %s is refused with %j', async (method, path, body) => {
    const app = await anApp()
    await expect(app.control(method, path, body)).rejects.toThrow(/CONFLICT|BAD_REQUEST/)
  })
})
