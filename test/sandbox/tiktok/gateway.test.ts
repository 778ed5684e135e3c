import { describe, expect, test } from 'vitest'
import { tiktok } from '../../../src-main/sandbox/tiktok/tiktok.ts'
import { aConnectedApp, anApp, DAY, DAY_ZERO, HOUR } from './an-app.ts'

const SHOPS = '/authorization/202309/shops'
const SEARCH = '/order/202309/orders/search'
const aPage = { query: { page_size: '10' }, body: { order_status: 'UNPAID' } }

describe('consent and tokens', () => {
  test('the seller says yes on the page, the browser goes back with a code, the code serves once', async () => {
    const { sandbox, access, tokenCall } = await anApp()
    const page = await fetch(`${sandbox.url}/open/authorize?service_id=${access.serviceId}&state=benih-7`)
    expect(await page.text()).toContain('benih-7')
    await fetch(`${sandbox.controlUrl}/tiktok/redirect`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url: 'http://127.0.0.1:1/selesai' }),
    })
    const answer = (what: string) =>
      fetch(`${sandbox.url}/open/authorize/decide`, {
        method: 'POST',
        body: new URLSearchParams({ state: 'benih-7', answer: what, days: '30' }),
        redirect: 'manual',
      })
    const back = new URL((await answer('allow')).headers.get('location')!)
    expect(back.searchParams.get('state')).toBe('benih-7')
    const reply = await tokenCall('get', back.searchParams.get('code')!)
    expect(reply).toMatchObject({ code: 0, data: { seller_base_region: 'ID', user_type: 0 } })
    // absolute unix seconds, not durations
    expect(reply.data.access_token_expire_in).toBe(DAY_ZERO / 1000 + (7 * DAY) / 1000)
    expect(reply.data.refresh_token_expire_in).toBe(DAY_ZERO / 1000 + (30 * DAY) / 1000)
    expect(await tokenCall('get', back.searchParams.get('code')!)).toMatchObject({ http: 200, code: 36004004 })

    const declined = new URL((await answer('deny')).headers.get('location')!)
    expect([declined.searchParams.get('code'), declined.searchParams.get('error')]).toEqual(['null', 'auth_denied'])
  })

  test('a code dies after half an hour; an unknown app gets no page', async () => {
    const { sandbox, tokenCall, move } = await anApp()
    const { code } = sandbox.world.consent()
    move(HOUR)
    expect((await tokenCall('get', code!)).code).toBe(36004004)
    expect((await fetch(`${sandbox.url}/open/authorize?service_id=1`)).status).toBe(400)
  })

  test('a refresh gives a new pair and ends the old refresh token; the old access token lives out its days', async () => {
    const { connect, tokenCall, ask } = await anApp()
    const first = (await connect()).data
    const second = (await tokenCall('refresh', first.refresh_token)).data
    expect(second.access_token).not.toBe(first.access_token)
    expect(second.refresh_token).not.toBe(first.refresh_token)
    // the word that the marketplace's own client sends
    expect((await tokenCall('refresh', second.refresh_token, { grant_type: 'authorized_code' })).code).toBe(0)
    expect((await tokenCall('refresh', first.refresh_token)).code).toBe(36004005)
    for (const token of [first.access_token, second.access_token])
      expect((await ask('GET', SHOPS, { token, cipher: null })).code).toBe(0)
  })

  test('tokens end by the clock; a refresh token ends with the permission', async () => {
    const { connect, tokenCall, ask, move } = await anApp()
    const { refresh_token } = (await connect()).data
    move(8 * DAY)
    expect(await ask('GET', SHOPS, { cipher: null })).toMatchObject({ http: 401, code: 105002 })
    move(360 * DAY)
    expect((await tokenCall('refresh', refresh_token)).code).toBe(36004001)
  })

  test('who takes the permission back ends every token, and the wrong secret gets none', async () => {
    const { sandbox, connect, tokenCall, ask } = await anApp()
    const { refresh_token } = (await connect()).data
    expect((await tokenCall('refresh', refresh_token, { app_secret: 'salah' })).code).toBe(36004005)
    sandbox.world.revoke()
    expect((await ask('GET', SHOPS, { cipher: null })).code).toBe(105001)
    expect((await tokenCall('refresh', refresh_token)).code).toBe(36004005)
  })
})

describe('what the gateway refuses', () => {
  test('a signature that is not of exactly this request', async () => {
    const { ask } = await aConnectedApp()
    expect((await ask('POST', SEARCH, aPage)).code).toBe(0)
    const bitByBit: Parameters<typeof ask>[2][] = [
      { ...aPage, spoil: ({ query }) => query.set('page_size', '11') },
      {
        ...aPage,
        spoil: ({ query }) =>
          query.set(
            'sign',
            query.get('sign')!.replace(/^./, (first) => (first === 'a' ? 'b' : 'a')),
          ),
      },
      { ...aPage, spoil: (request) => Object.assign(request, { body: '{"order_status": "UNPAID"}' }) },
    ]
    for (const asking of bitByBit)
      expect(await ask('POST', SEARCH, asking)).toMatchObject({ http: 401, code: 106001, data: null })
  })

  test('a clock that is more than five minutes behind or half a minute ahead', async () => {
    const { sandbox, ask } = await aConnectedApp()
    for (const [skew, code] of [
      [299, 0],
      [301, 36009004],
      [-30, 0],
      [-32, 36009004],
    ] as const) {
      sandbox.ground.time.skew(skew * 1000)
      expect((await ask('POST', SEARCH, aPage)).code).toBe(code)
    }
  })

  test.each(['app_key', 'timestamp', 'sign'])('a call without %s', async (name) => {
    const { ask } = await aConnectedApp()
    const reply = await ask('POST', SEARCH, { ...aPage, spoil: ({ query }) => query.delete(name) })
    expect(reply).toMatchObject({ http: 400, code: 36009004, message: `param query.${name} is missing` })
  })

  test('a token that is missing, strange, unknown or of too little scope', async () => {
    const { ask, connect, sandbox } = await anApp()
    expect((await ask('POST', SEARCH, { ...aPage, token: null })).message).toBe(
      'param header.x-tts-access-token is missing',
    )
    expect((await ask('POST', SEARCH, { ...aPage, token: 'Bearer x' })).code).toBe(101000)
    expect((await ask('POST', SEARCH, { ...aPage, token: 'ROW_x' })).code).toBe(105001)
    await fetch(`${sandbox.controlUrl}/tiktok/scopes`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ scopes: ['seller.product.basic'] }),
    })
    await connect()
    expect((await ask('POST', SEARCH, aPage)).code).toBe(105005)
    expect((await ask('GET', '/product/202309/categories')).code).toBe(0)
  })

  test('a cipher that is missing, of another shop, or sent where none belongs', async () => {
    const { ask } = await aConnectedApp()
    expect((await ask('POST', SEARCH, { ...aPage, cipher: null })).code).toBe(106013)
    expect((await ask('POST', SEARCH, { ...aPage, cipher: 'ROW_other' })).code).toBe(106013)
    expect((await ask('GET', SHOPS)).message).toBe('Unexpected identifier: shop_cipher')
  })

  test('paths and methods it does not have, bodies that are no JSON, files that are no form', async () => {
    const { ask } = await aConnectedApp()
    expect(await ask('GET', '/order/202309/nothing')).toMatchObject({ http: 404, code: 36009009 })
    expect(await ask('GET', SEARCH)).toMatchObject({ http: 405, code: 36009010 })
    expect((await ask('POST', SEARCH, { query: { page_size: '10' }, body: [1] })).code).toBe(36009022)
    expect((await ask('POST', '/product/202309/images/upload', { body: { data: 'x' }, cipher: null })).code).toBe(
      36009023,
    )
  })

  test.each([
    ['page_size', {}, 'param query.page_size is missing'],
    ['page_size', { page_size: '101' }, 'param query.page_size is invalid'],
    ['sort_field', { page_size: '10', sort_field: 'pay_time' }, 'param query.sort_field is invalid'],
    ['page_token', { page_size: '10', page_token: 'bm8' }, 'param query.page_token is invalid'],
  ])('a wrong %s', async (_, query, message) => {
    const { ask } = await aConnectedApp()
    const reply = await ask('POST', SEARCH, {
      query: query as Record<string, string>,
      body: { order_status: 'UNPAID' },
    })
    expect(reply.code).toBe(36009004)
    expect(reply.message).toContain(message)
  })

  test('a body whose field is of the wrong kind or not there', async () => {
    const { ask } = await aConnectedApp()
    const wrong = await ask('POST', SEARCH, { query: { page_size: '10' }, body: { create_time_ge: '1' } })
    expect(wrong.message).toContain('param body.create_time_ge is invalid')
    const missing = await ask('PUT', '/event/202309/webhooks', { body: { event_type: 'PACKAGE_UPDATE' } })
    expect(missing.message).toBe('param body.address is missing')
  })

  test('more calls of one endpoint than its limit; other endpoints have their own', async () => {
    expect(tiktok.limit).toEqual({ perSecond: 50, burst: 50 })
    const { ask } = await aConnectedApp({ limit: { perSecond: 0.01, burst: 5 } })
    const replies = []
    for (let calls = 0; calls < 7; calls++) replies.push(await ask('POST', SEARCH, aPage))
    expect(replies.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 36009002, 36009002])
    expect(replies[6]!.http).toBe(429)
    expect((await ask('GET', SHOPS, { cipher: null })).code).toBe(0)
  })
})

test('every id is text beyond what a JSON number can carry, every amount is text, every time is seconds', async () => {
  const { paid, order } = await aConnectedApp()
  const it = await order((await paid()).id)
  for (const id of [it.id, it.line_items[0].id, it.packages[0].id, it.line_items[0].sku_id])
    expect(BigInt(id)).toBeGreaterThan(2n ** 53n)
  expect(it.payment.total_amount).toMatch(/^\d+$/)
  expect(it.create_time).toBe(DAY_ZERO / 1000)
})

test('pages end with an empty token, never repeat and never skip, also when orders move meanwhile', async () => {
  const { ask, buy, move, skus, step } = await aConnectedApp()
  const ids: string[] = []
  for (let index = 0; index < 25; index++) {
    ids.push(buy([{ sku: skus()[index % 5]! }]))
    move(60_000)
  }
  const query = { page_size: '10', sort_field: 'create_time', sort_order: 'ASC' }
  const seen: string[] = []
  let token = ''
  do {
    const { data } = await ask('POST', SEARCH, {
      query: { ...query, ...(token ? { page_token: token } : {}) },
      body: { create_time_ge: 1 },
    })
    seen.push(...data.orders.map((order: { id: string }) => order.id))
    token = data.next_page_token
    if (seen.length === 10) step(ids[24]!, 'cancel')
  } while (token)
  expect(seen).toEqual(ids)
})

test('a page token serves one question, for an hour', async () => {
  const { ask, buy, move, skus } = await aConnectedApp()
  for (let index = 0; index < 3; index++) buy([{ sku: skus()[0]! }])
  const first = await ask('POST', SEARCH, { query: { page_size: '1' }, body: { create_time_ge: 1 } })
  const page_token = first.data.next_page_token
  const other = await ask('POST', SEARCH, { query: { page_size: '1', page_token }, body: { create_time_ge: 2 } })
  expect(other.message).toContain('page_token is invalid')
  move(2 * HOUR)
  const late = await ask('POST', SEARCH, { query: { page_size: '1', page_token }, body: { create_time_ge: 1 } })
  expect(late.message).toContain('page_token is expired')
})

/* EcomPHP/tiktokshop-php and clients in Python, as their requests arrive. */
test('what other languages write of nothing, true and false is understood', async () => {
  const { ask } = await aConnectedApp()
  const query = { page_size: '10' }
  for (const body of [[], { order_status: null }, {}])
    expect(await ask('POST', SEARCH, { query, body }), JSON.stringify(body)).toMatchObject({ code: 0 })
  expect(await ask('POST', SEARCH, { query, body: ['UNPAID'] })).toMatchObject({ code: 36009022 })
  const { data } = await ask('POST', '/product/202309/products/search', { query, body: {} })
  const product = `/product/202309/products/${data.products[0].id}`
  for (const return_under_review_version of ['0', 'False', 'true'])
    expect(await ask('GET', product, { query: { return_under_review_version } })).toMatchObject({ code: 0 })
  const [{ id }] = (await ask('GET', product)).data.skus
  const stock = (inventory: unknown) =>
    ask('POST', `${product}/inventory/update`, { body: { skus: [{ id, inventory }] } })
  expect(await stock([{ quantity: 3 }])).toMatchObject({
    code: 36009004,
    message: 'param body.skus.0.inventory.0.warehouse_id is missing',
  })
  expect(await ask('GET', '/finance/202507/orders/unsettled', { query })).toMatchObject({
    message: 'param query.sort_field is missing',
  })
})
