import { expect, test } from 'vitest'
import { isSignedBy, signOf, webhookSign } from '../../../src-main/sandbox/tiktok/signing.ts'

const json = { contentType: 'application/json' }
const TESTS = 'app_secret_for_tests'

/** "Sign your API request", Partner Center, 2025-12; EcomPHP/tiktokshop-php tests/ClientTest.php, 2025-12; npm tiktok-shop 2.0.0. */
test.each([
  [
    'the guide’s own example',
    'e59af819cc',
    { path: '/authorization/202309/shops', query: { app_key: '29a39d', timestamp: '1623812664' }, body: '' },
    'b596b73e0cc6de07ac26f036364178ab16b0a907af13d43f0a0cd2345f582dc8',
  ],
  [
    'a client’s own test',
    'app_secret',
    { path: '/test-api', query: { foo: 'bar' }, body: '' },
    'd3cb7fe11ecae942802ceeca67e7cf10120cc12f1517d45fbc1c8cfe5413c80f',
  ],
  [
    'a body, as it was sent',
    'e59af819cc',
    {
      path: '/event/202309/webhooks',
      query: { app_key: '68xu9ks5p4i8', shop_cipher: 'ROW_xkMbgAAAeVAQra0eZWebFQq5aIK', timestamp: '1696909648' },
      body: '{"address":"https://partner.tiktokshop.com","event_type":"PACKAGE_UPDATE"}',
    },
    'cd0d6268252f4ba293bf7ea4c0a2873bf9beec600d22530638564ab301435f7a',
  ],
  [
    'a list, not encoded',
    TESTS,
    {
      path: '/order/202507/orders',
      query: {
        timestamp: '1700000000',
        shop_cipher: 'ROW_cipher',
        ids: '576461413038785752,576461413038785753',
        app_key: '68xu9ks5p4i8',
      },
      body: '',
    },
    'cfafb56b22d6a695cfa2942f3a31adfc490ae3ea8e37f2f50f0ffd9e639e730b',
  ],
  [
    'filters in the body, sorting in the query',
    TESTS,
    {
      path: '/order/202309/orders/search',
      query: {
        app_key: '68xu9ks5p4i8',
        page_size: '20',
        shop_cipher: 'ROW_cipher',
        sort_field: 'update_time',
        timestamp: '1700000000',
        sign: 'is not signed',
        access_token: 'neither',
      },
      body: '{"order_status":"AWAITING_SHIPMENT","update_time_ge":1700000000}',
    },
    'bf89472ca1d7516a8728cda23a83bc616b493923eae7ea749d438249a4666586',
  ],
] as const)('%s', (_, secret, { path, query, body }, sign) => {
  expect(signOf(secret, { path, query: new Map(Object.entries(query)), body, ...json })).toBe(sign)
})

test('files are not signed', () => {
  const query = new Map(Object.entries({ app_key: '68xu9ks5p4i8', timestamp: '1700000000' }))
  const upload = {
    path: '/product/202309/images/upload',
    query,
    body: 'bytes',
    contentType: 'multipart/form-data; boundary=x',
  }
  expect(signOf(TESTS, upload)).toBe('a947340d93de535c853184ece73031e583b44f9d5b1c52d2f3c5f106e3fb6662')
})

test('an empty object may be signed or left out, nothing else may', () => {
  const request = { path: '/x', query: new Map<string, string>(), ...json }
  const unsigned = signOf(TESTS, { ...request, body: '' })
  expect(isSignedBy(TESTS, { ...request, body: '{}' }, unsigned)).toBe(true)
  expect(isSignedBy(TESTS, { ...request, body: '{}' }, signOf(TESTS, { ...request, body: '{}' }))).toBe(true)
  expect(isSignedBy(TESTS, { ...request, body: '{ }' }, unsigned)).toBe(false)
})

test('a notice is signed over key and body', () => {
  const body =
    '{"type":1,"tts_notification_id":"7327112393057371910","shop_id":"7494049642642441621","timestamp":1700000001,"data":{"order_id":"576461413038785752","order_status":"AWAITING_SHIPMENT","is_on_hold_order":false,"update_time":1700000000}}'
  expect(webhookSign('68xu9ks5p4i8', TESTS, body)).toBe(
    '63a38feb18f6c5476674e9a3199c1d404ecdb8104428f6ae9a62af2a95857ccc',
  )
})
