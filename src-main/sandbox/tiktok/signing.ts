import { createHmac, timingSafeEqual } from 'node:crypto'
import { UNSURE } from './unsure.ts'

/** What of a request is signed. `query` holds decoded values; `body` is the raw text as it came. */
export interface Signed {
  path: string
  query: ReadonlyMap<string, string>
  contentType: string
  body: string
}

const hmac = (secret: string, message: string) => createHmac('sha256', secret).update(message).digest('hex')

/**
 * The `sign` of a request: HMAC-SHA256 keyed by the secret over secret, path, sorted key+value pairs, raw body, secret.
 * Source: "Sign your API request", Partner Center, 2025-12.
 */
export function signOf(secret: string, { path, query, contentType, body }: Signed): string {
  const parameters = [...query]
    .filter(([key]) => key !== 'sign' && key !== 'access_token')
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, value]) => key + value)
    .join('')
  const signedBody = contentType.startsWith('multipart/form-data') ? '' : body
  return hmac(secret, `${secret}${path}${parameters}${signedBody}${secret}`)
}

const same = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** True when `sign` was made with the secret over exactly this request. */
export function isSignedBy(secret: string, request: Signed, sign: string): boolean {
  if (same(signOf(secret, request), sign)) return true
  const mayLeaveOut = UNSURE.emptyBodyMayBeLeftOutOfSign && request.body === '{}'
  return mayLeaveOut && same(signOf(secret, { ...request, body: '' }), sign)
}

/** The `Authorization` header of a webhook: HMAC-SHA256 over app key and raw body, lowercase hex. */
export const webhookSign = (appKey: string, secret: string, body: string) => hmac(secret, appKey + body)
