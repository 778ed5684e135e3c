import { describe, expect, test } from 'vitest'
import { CALLS_BY_PATH } from '../../../src-main/sandbox/shopee/calls.ts'
import { isDocumentedOnly } from '../../../src-main/sandbox/shopee/not-served.ts'
import { pushSignature, signatureOf } from '../../../src-main/sandbox/shopee/signature.ts'
import { aConnectedApp, anApp, DAY, HOUR } from './an-app.ts'

const KEY = '6b6579666f72746573747665637430726f6e6c79'
const TOKEN = '59777174636562737266615546704c6d'

/* Computed with another program from the base strings of "API calls" and "Push mechanism" (Shopee Open Platform, 2025-12). */
test.each([
  [
    [2001887, '/api/v2/auth/token/get', 1_700_000_000],
    '745f1ce7dd2276a53a3ac64c0a36f2c9cb691c77fe2d2de9a565533dcd6a89b0',
  ],
  [
    [2001887, '/api/v2/order/get_order_list', 1_700_000_000, TOKEN, 600000],
    '044fcc664032c8c8ebfc0c42a3cf6a3e7b15ad8d23485d16ecf969ef243ea100',
  ],
  [
    [2001887, '/api/v2/shop/auth_partner', 1_700_000_000],
    '6532ae80f8b0af59890bd351d9dfc6aeb5023acc7e506a96ac69b5a81b327282',
  ],
])('the parts %j have a known signature', (parts, sign) => {
  expect(signatureOf(KEY, parts)).toBe(sign)
})

test('a push is signed over the address as declared and the bytes as sent', () => {
  const body =
    '{"data":{"items":[],"ordersn":"240101ABCDEF12","status":"READY_TO_SHIP","completed_scenario":"","update_time":1700000000},"shop_id":600000,"code":3,"timestamp":1700000001}'
  expect(pushSignature(KEY, 'https://toko.example/shopee/push', body)).toBe(
    '391941692beae8894e1644d394c46ae599f617f5916109ec463fe14afa47e962',
  )
})

describe('the door refuses', () => {
  const REFUSED: [string, (query: URLSearchParams) => void, string, string][] = [
    ['no partner', (query) => query.delete('partner_id'), 'error_param', 'There is no partner_id in query.'],
    ['another partner', (query) => query.set('partner_id', '1'), 'error_param', 'Invalid partner_id.'],
    ['no timestamp', (query) => query.delete('timestamp'), 'error_param', 'no timestamp'],
    ['words for a timestamp', (query) => query.set('timestamp', 'now'), 'error_param', 'Invalid timestamp'],
    [
      'milliseconds',
      (query) => query.set('timestamp', `${query.get('timestamp')}000`),
      'error_param',
      'Invalid timestamp',
    ],
    [
      'six minutes ago',
      (query) => query.set('timestamp', String(Number(query.get('timestamp')) - 360)),
      'error_param',
      'Timestamp is expired.',
    ],
    [
      'six minutes ahead',
      (query) => query.set('timestamp', String(Number(query.get('timestamp')) + 360)),
      'error_param',
      'Timestamp is expired.',
    ],
    ['no signature', (query) => query.delete('sign'), 'error_param', 'There is no sign in query.'],
    ['a wrong signature', (query) => query.set('sign', 'ab'.repeat(32)), 'error_sign', 'Wrong sign.'],
    ['no token', (query) => query.delete('access_token'), 'error_param', 'There is no access_token in query.'],
    ['another token', (query) => query.set('access_token', 'x'), 'error_sign', 'Wrong sign.'],
    ['no shop', (query) => query.delete('shop_id'), 'error_param', 'There is no shop_id in query.'],
  ]
  test.each(REFUSED)('%s', async (_, spoil, error, message) => {
    const app = await aConnectedApp()
    expect(await app.ask('GET', 'shop/get_shop_info', { spoil })).toMatchObject({ error, message })
  })

  test('a path that does not exist, as a wrong signature', async () => {
    const app = await aConnectedApp()
    expect(await app.get('order/get_everything')).toMatchObject({ status: 403, error: 'error_sign' })
  })

  test('what the reference has and is not served here, as not permitted once the signature is right', async () => {
    const app = await aConnectedApp()
    const refused = { status: 403, error: 'error_api_permission' }
    expect(await app.get('ads/get_total_balance')).toMatchObject(refused)
    expect(await app.post('bundle_deal/add_bundle_deal', { name: 'x' })).toMatchObject(refused)
    expect(await app.get('order/get_booking_list', { page_size: 10 })).toMatchObject(refused)
    expect(await app.post('product/boost_item', { item_id_list: [1] })).toMatchObject(refused)
    expect(Object.keys(CALLS_BY_PATH).filter(isDocumentedOnly)).toEqual([])
    const spoil = (query: URLSearchParams) => query.set('sign', 'ab'.repeat(32))
    expect(await app.ask('GET', 'ads/get_total_balance', { spoil })).toMatchObject({ error: 'error_sign' })
  })

  test('every call in another verb than its own, before anything is done of it', async () => {
    const app = await aConnectedApp()
    const wrong = Object.entries(CALLS_BY_PATH).map(([path, { asked, signedFor }]) => ({
      path,
      isPublic: signedFor === 'app',
      verbs: asked === 'query' ? (['POST', 'PUT', 'DELETE'] as const) : (['GET', 'PUT', 'DELETE'] as const),
    }))
    const answered: string[] = []
    for (const { path, isPublic, verbs } of wrong)
      for (const verb of verbs) {
        const { status, error } = await app.ask(verb, path, { isPublic })
        if (status !== 400 || error !== 'error_param') answered.push(`${verb} ${path}: ${status} ${error}`)
      }
    expect(answered).toEqual([])
    expect(wrong.length).toBeGreaterThan(80)
  })

  test('a post that is sent as a question with all that it needs in its query; an unsigned call for being unsigned', async () => {
    const app = await aConnectedApp()
    await app.ask('GET', 'shop/set_shop_holiday_mode', { query: { holiday_mode_on: 'true' } })
    expect((await app.get('shop/get_shop_holiday_mode')).response.holiday_mode_on).toBe(false)
    const spoil = (query: URLSearchParams) => query.set('sign', 'ab'.repeat(32))
    expect(await app.ask('POST', 'shop/get_shop_info', { spoil })).toMatchObject({ error: 'error_sign' })
  })

  test('everything after too many calls, and says how long to wait', async () => {
    const app = await aConnectedApp({ limit: { perSecond: 1, burst: 3 } })
    const replies = await Promise.all(Array.from({ length: 6 }, () => app.raw('GET', 'shop/get_shop_info')))
    const turned = replies.filter(({ status }) => status === 429)
    expect(turned.length).toBeGreaterThanOrEqual(3)
    expect(turned[0]!.headers.get('retry-after')).toBe('1')
    expect(await turned[0]!.json()).toMatchObject({ error: 'error_rate_limit' })
  })

  test('everything once the quota of the day is used up, until midnight of UTC+8', async () => {
    const app = await aConnectedApp()
    await app.control('PUT', 'shopee/daily-limit', { isUsedUp: true })
    expect(await app.get('shop/get_shop_info')).toMatchObject({ error: 'error_limit' })
    app.move(15 * HOUR)
    app.keep(await app.refresh())
    expect((await app.get('shop/get_shop_info')).error).toBe('')
  })

  test('a clock that is not its own', async () => {
    const app = await aConnectedApp()
    await app.control('POST', 'clock', { skewSeconds: 400 })
    const answer = await app.raw('GET', 'shop/get_shop_info')
    expect(await answer.json()).toMatchObject({ message: 'Timestamp is expired.' })
    expect(Date.parse(answer.headers.get('date')!) / 1000).toBe(app.seconds() + 400)
  })
})

describe('consent and tokens', () => {
  test('the page asks, the yes brings back code, shop and state; a no brings none', async () => {
    const app = await anApp()
    const address = `${app.sandbox.url}/auth?${new URLSearchParams({ partner_id: String(app.partnerId), auth_type: 'seller', redirect_uri: 'http://127.0.0.1:9/selesai?dari=lumbung', response_type: 'code', state: 'benih' })}`
    expect(await (await fetch(address)).text()).toContain('Batik Ratna Jepara')
    const said = async (answer: string) => {
      const reply = await fetch(address, {
        method: 'POST',
        body: new URLSearchParams({ answer, days: '30' }),
        redirect: 'manual',
      })
      return new URL(reply.headers.get('location')!).searchParams
    }
    const yes = await said('allow')
    expect(Object.fromEntries(yes)).toMatchObject({ dari: 'lumbung', state: 'benih', shop_id: String(app.shop.shopId) })
    expect((await said('deny')).get('code')).toBeNull()
    app.keep(await app.firstToken(yes.get('code')!))
    const info = await app.get('shop/get_shop_info')
    expect(info.expire_time - info.auth_time).toBe(30 * DAY)
  })

  test('the older link is signed and dies after five minutes', async () => {
    const app = await anApp()
    const path = '/api/v2/shop/auth_partner'
    const time = app.seconds()
    const link = `${app.sandbox.url}${path}?${new URLSearchParams({ partner_id: String(app.partnerId), timestamp: String(time), sign: signatureOf(app.partnerKey, [app.partnerId, path, time]), redirect: 'http://127.0.0.1:9/' })}`
    expect((await fetch(link)).status).toBe(200)
    app.move(301)
    expect((await fetch(link)).status).toBe(400)
  })

  test('a code is good once, for ten minutes, for its shop', async () => {
    const app = await anApp()
    const { code } = app.sandbox.world.consent()
    expect((await app.firstToken(code!)).expire_in).toBe(4 * HOUR)
    expect(await app.firstToken(code!)).toMatchObject({ error: 'invalid_code' })
    const late = app.sandbox.world.consent().code!
    const other = await app.ask('POST', 'auth/token/get', {
      isPublic: true,
      body: { code: late, partner_id: app.partnerId, shop_id: 7 },
    })
    expect(other.error).toBe('invalid_shop_id')
    app.move(601)
    expect(await app.firstToken(late)).toMatchObject({ error: 'invalid_code' })
  })

  test('a refresh token is good once; the old access token lives five more minutes', async () => {
    const app = await aConnectedApp()
    const before = { ...app.tokens }
    const fresh = await app.refresh()
    expect(fresh.error).toBe('')
    expect(await app.refresh()).toMatchObject({ error: 'error_shop_refresh_token' })
    expect(await app.refresh('never-given')).toMatchObject({ error: 'error_auth' })
    app.move(299)
    expect((await app.get('shop/get_shop_info')).error).toBe('')
    app.move(2)
    expect(await app.get('shop/get_shop_info')).toMatchObject({ error: 'invalid_acceess_token' })
    app.keep(fresh)
    expect(app.tokens.access).not.toBe(before.access)
    expect((await app.get('shop/get_shop_info')).error).toBe('')
  })

  test('of five refreshes at once with one token exactly one is answered', async () => {
    const app = await aConnectedApp()
    const replies = await Promise.all(Array.from({ length: 5 }, () => app.refresh()))
    expect(replies.filter(({ error }) => error === '')).toHaveLength(1)
  })

  test('an access token ends after four hours, a refresh token after thirty days, a consent when it says', async () => {
    const app = await aConnectedApp()
    app.move(4 * HOUR)
    expect(await app.get('shop/get_shop_info')).toMatchObject({ error: 'invalid_acceess_token' })
    app.move(30 * DAY)
    expect(await app.refresh()).toMatchObject({ error: 'refresh_token_expired' })
    app.move(365 * DAY)
    expect(await app.refresh()).toMatchObject({ error: 'shop_access_expired' })
  })

  test('a consent that was taken back is told as one', async () => {
    const app = await aConnectedApp()
    await app.control('POST', 'tokens/revoke')
    expect(await app.get('shop/get_shop_info')).toMatchObject({ error: 'shop_no_linked' })
    expect(await app.refresh()).toMatchObject({ error: 'shop_no_linked' })
  })
})
