import { expect, test } from 'vitest'
import type { Answer, Question } from '../../../../src-main/core/channels/connectors/line.ts'
import { asked, digits, troubleOf } from '../../../../src-main/core/channels/connectors/shopee/wire.ts'

const APP = {
  addresses: { api: 'https://contoh.example', tokens: '', consent: '' },
  appId: '2001887',
  secret: '6b6579666f72746573747665637430726f6e6c79',
  serviceId: '',
}
const answer = {
  status: 200,
  type: 'application/json',
  headers: new Headers(),
  bytes: new Uint8Array(),
  at: Date.parse('2026-11-11T03:00:00Z'),
  json: () => ({}),
} as Answer

async function sent(path: string, isOfShop: boolean, at: number): Promise<URL> {
  const questions: Question[] = []
  const line = {
    now: () => at * 1000,
    skewMs: () => null,
    ask: async (question: Question) => {
      questions.push(question)
      return answer
    },
  }
  const session = {
    app: APP,
    shop: { account: '600000', accessKey: '' },
    accessToken: '59777174636562737266615546704c6d',
    line,
  }
  await asked(APP, line, isOfShop ? session : null, { method: 'GET', path, isReading: true })
  return new URL(questions[0]!.url)
}

/** Base strings by the rule of "API calls" (Shopee Open Platform, 2025-12), signed by a program of its own. */
test.each([
  ['auth/token/get', false, 1_700_000_000, '745f1ce7dd2276a53a3ac64c0a36f2c9cb691c77fe2d2de9a565533dcd6a89b0'],
  ['order/get_order_list', true, 1_700_000_000, '044fcc664032c8c8ebfc0c42a3cf6a3e7b15ad8d23485d16ecf969ef243ea100'],
  ['product/update_stock', true, 1_700_000_123, 'd72ce5a961c10cb28d4cc4e6cabf775f2f8dd05a3623f1b19134530423c57c04'],
])('%s is signed', async (path, isOfShop, at, sign) => {
  expect((await sent(path, isOfShop, at)).searchParams.get('sign')).toBe(sign)
})

test('ids of 64 bits go out digit by digit', () => {
  expect(JSON.stringify({ item_id: digits('9007199254740993') })).toBe('{"item_id":9007199254740993}')
  expect(() => digits('12 OR 1')).toThrow('NOT_AN_ID')
})

test.each([
  ['error_auth', 'Total stock must be more than reserved stock.', 'permanent'],
  ['error_auth', 'Invalid access_token.', 'token'],
  ['common.error_auth', 'Invalid refresh_token.', 'consent'],
  ['error_auth', 'No permission to current api.', 'consent'],
  ['invalid_acceess_token', 'Invalid access_token.', 'token'],
  ['error_param', 'Timestamp is expired.', 'clock'],
  ['error_param', 'order_sn is required', 'permanent'],
  ['product.error_param', 'Invalid timestamp', 'clock'],
  ['error_sign', 'Wrong sign.', 'setup'],
  ['error_server', 'Something wrong. Please try later.', 'transient'],
  ['order.error_limit', 'Over the limit.', 'permanent'],
])('%s "%s" is %s', (error, message, kind) => {
  expect(troubleOf(error, message, answer, true).trouble.kind).toBe(kind)
})

test('an ill channel in the middle of a write leaves it open; a used up quota waits for midnight of UTC+8', () => {
  expect(troubleOf('error_server', '', answer, false).trouble.kind).toBe('unknown result')
  expect(troubleOf('error_limit', '', answer, true).trouble).toMatchObject({
    kind: 'rate',
    retryAfterMs: 13 * 3_600_000,
  })
})
