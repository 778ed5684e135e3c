import { expect, test } from 'vitest'
import { STATES as SHOPEE } from '../../src-main/core/channels/connectors/shopee/read-order.ts'
import { STATES as TIKTOK } from '../../src-main/core/channels/connectors/tiktok/read-order.ts'
import { channelStatus } from '../../src-shared/orders/channel-status.words.ts'

test.each([...Object.keys(SHOPEE), ...Object.keys(TIKTOK)])(
  'the code %s is said in words of both languages',
  (code) => {
    for (const language of ['id', 'en'] as const) expect(channelStatus(code, language)).not.toMatch(/_|^[A-Z]+$/)
  },
)

test('what a file says and a code that nobody knows are shown as they came', () => {
  expect(channelStatus('Perlu Dikirim', 'id')).toBe('Perlu Dikirim')
  expect(channelStatus('SENT_TO_MARS', 'id')).toBe('SENT_TO_MARS')
})
