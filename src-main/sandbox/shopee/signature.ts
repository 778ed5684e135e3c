import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Lowercase-hex HMAC-SHA256 of the parts put together without anything between them, under the partner key as text.
 * Source: Shopee Open Platform, "API calls" (2025-12).
 */
export const signatureOf = (key: string, parts: readonly (string | number)[]): string =>
  createHmac('sha256', key).update(parts.join('')).digest('hex')

/** Of a push: the address exactly as it was declared, a bar, the body as sent. Source: "Push mechanism" (2025-12). */
export const pushSignature = (key: string, url: string, body: string): string => signatureOf(key, [url, '|', body])

export function isSigned(sign: string, expected: string): boolean {
  const [given, wanted] = [Buffer.from(sign), Buffer.from(expected)]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
