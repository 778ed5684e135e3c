import { describe, expect, test } from 'vitest'
import type { Answer } from '../../../../src-main/core/channels/connectors/line.ts'
import { dataOf, signatureOf } from '../../../../src-main/core/channels/connectors/tiktok/wire.ts'
import type { ChannelTrouble } from '../../../../src-main/core/channels/connectors/trouble.ts'

/* The first is printed in "Sign your API request" (Partner Center, 2025-12), the others were made with public clients. */
test.each([
  [
    'e59af819cc',
    '/authorization/202309/shops',
    { app_key: '29a39d', timestamp: '1623812664' },
    '',
    'b596b73e0cc6de07ac26f036364178ab16b0a907af13d43f0a0cd2345f582dc8',
  ],
  [
    'e59af819cc',
    '/event/202309/webhooks',
    { timestamp: '1696909648', shop_cipher: 'ROW_xkMbgAAAeVAQra0eZWebFQq5aIK', app_key: '68xu9ks5p4i8' },
    '{"address":"https://partner.tiktokshop.com","event_type":"PACKAGE_UPDATE"}',
    'cd0d6268252f4ba293bf7ea4c0a2873bf9beec600d22530638564ab301435f7a',
  ],
  [
    'app_secret_for_tests',
    '/order/202309/orders/search',
    {
      sign: 'old',
      access_token: 'never',
      sort_field: 'update_time',
      page_size: '20',
      app_key: '68xu9ks5p4i8',
      shop_cipher: 'ROW_cipher',
      timestamp: '1700000000',
    },
    '{"order_status":"AWAITING_SHIPMENT","update_time_ge":1700000000}',
    'bf89472ca1d7516a8728cda23a83bc616b493923eae7ea749d438249a4666586',
  ],
])('under %s, %s has a known signature', (secret, path, query, body, sign) => {
  expect(signatureOf(secret, path, query, body)).toBe(sign)
})

describe('what a code means for whoever asked', () => {
  const said = (code: number, message: string, { status = 200, isReading = true } = {}) => {
    const answer: Answer = {
      status,
      type: 'application/json',
      headers: new Headers({ 'retry-after': '3' }),
      bytes: new Uint8Array(),
      at: 1_700_000_000_000,
      json: () => ({ code, message, data: null }),
    }
    try {
      return dataOf(answer, isReading)
    } catch (problem) {
      return (problem as ChannelTrouble).trouble
    }
  }

  test.each([
    [105002, 'access token expired', 'token'],
    [105005, 'scope not granted', 'consent'],
    [36004004, 'invalid auth code', 'consent'],
    [106001, "The 'sign' query parameter is invalid.", 'setup'],
    [106013, 'shop_cipher is missing', 'setup'],
    [36009010, 'method', 'setup'],
    [36009004, 'timestamp is out of range', 'clock'],
    [36009004, 'x-tts-access-token is missing', 'token'],
    [36009004, 'app_key is invalid', 'setup'],
    [36009004, 'param body.address is missing', 'permanent'],
    [36009002, 'too many', 'rate'],
    [36009003, 'internal', 'transient'],
    [12052032, 'no such product', 'permanent'],
  ])('%i "%s" is %s', (code, message, kind) => {
    expect(said(code, message)).toMatchObject({ kind })
  })

  test('the same illness after a write leaves open whether it was done', () => {
    expect(said(36009003, 'internal', { isReading: false })).toMatchObject({ kind: 'unknown result' })
    expect(said(0, '', { status: 502, isReading: false })).toMatchObject({ kind: 'unknown result', code: 'HTTP_502' })
    expect(said(0, '', { status: 429 })).toMatchObject({ kind: 'rate', retryAfterMs: 3000 })
  })

  test.each([11006021, 21008099, 21011040])('%i is a shipment that was arranged before', (code) => {
    expect(said(code, 'shipped')).toMatchObject({ kind: 'permanent', code: 'ALREADY_ARRANGED' })
  })
})
