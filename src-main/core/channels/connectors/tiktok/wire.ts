import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { AppAtChannel } from '../connector.ts'
import { type Answer, type Line, type Question, retryAfterMs } from '../line.ts'
import { ChannelTrouble, type Trouble } from '../trouble.ts'
import { CONSENT_CODES, TOKEN_CODES } from './unsure.ts'

/* Signature, envelope and what each code means. Source: Partner Center, "Sign your API request" and "Common errors" (2025-12). */

/**
 * Lowercase-hex HMAC-SHA256 over the secret, the path, every query parameter but `sign` and `access_token` in byte order, the body as it is sent,
 * and the secret again.
 */
export function signatureOf(secret: string, path: string, query: Record<string, string>, body: string): string {
  const parts = Object.keys(query)
    .filter((key) => key !== 'sign' && key !== 'access_token')
    .sort()
    .map((key) => `${key}${query[key]}`)
  return createHmac('sha256', secret)
    .update(`${secret}${path}${parts.join('')}${body}${secret}`)
    .digest('hex')
}

export interface Call {
  method: Question['method']
  path: string
  query?: Record<string, string>
  /** Never an empty object: whether that is signed, the documentation does not agree with itself. */
  body?: object
  /** Instead of a body; is not signed. */
  form?: FormData
  isReading: boolean
  /** Blank for the few calls that are about no shop. */
  cipher: string
}

export interface Caller {
  app: AppAtChannel
  accessToken: string
  line: Line
}

/** Asks once; the data of the answer, and the answer itself. @throws ChannelTrouble by what its code means. */
export async function called(
  { app, accessToken, line }: Caller,
  call: Call,
): Promise<{ data: unknown; answer: Answer }> {
  const query: Record<string, string> = {
    ...call.query,
    app_key: app.appId,
    timestamp: String(Math.floor(line.now() / 1000)),
    ...(call.cipher === '' ? {} : { shop_cipher: call.cipher }),
  }
  const body = call.body === undefined ? '' : JSON.stringify(call.body)
  query.sign = signatureOf(app.secret, call.path, query, body)
  const answer = await line.ask({
    method: call.method,
    url: `${app.addresses.api}${call.path}?${new URLSearchParams(query)}`,
    headers: { 'x-tts-access-token': accessToken, ...(call.form ? {} : { 'content-type': 'application/json' }) },
    isReading: call.isReading,
    ...(call.form ? { body: call.form } : body === '' ? {} : { body }),
  })
  return { data: dataOf(answer, call.isReading), answer }
}

const Envelope = z.object({ code: z.number(), message: z.string().default(''), data: z.unknown().optional() })

/** @throws ChannelTrouble unless the code is 0. */
export function dataOf(answer: Answer, isReading: boolean): unknown {
  const { status } = answer
  const waitMs = retryAfterMs(answer.headers, answer.at)
  if (status === 429)
    throw new ChannelTrouble({ kind: 'rate', code: '429', message: 'too many requests', retryAfterMs: waitMs })
  if (status >= 500) throw ill(`HTTP_${status}`, 'the channel is ill', isReading, waitMs)
  const envelope = Envelope.safeParse(answer.json())
  if (!envelope.success) throw ill('NOT_AN_ANSWER', `status ${status}`, isReading, null)
  const { code, message, data } = envelope.data
  if (code === 0) return data
  throw troubleOf(code, message, answer, isReading, waitMs)
}

function ill(code: string, message: string, isReading: boolean, waitMs: number | null): ChannelTrouble {
  return new ChannelTrouble(
    isReading ? { kind: 'transient', code, message, retryAfterMs: waitMs } : { kind: 'unknown result', code, message },
  )
}

/** The app's key, its signature or the path: asking again never helps. */
const SETUP_CODES = new Set([106001, 106013, 101000, 36009009, 36009010, 36009033])
const ILL_CODES = new Set([36009003, 36009007])
const TOO_MANY = 36009002
/** Says many things; its sentence tells which. */
const GENERIC = 36009004
export const ALREADY_SHIPPED = new Set([11006021, 21008099, 21011040])

function troubleOf(
  code: number,
  message: string,
  answer: Answer,
  isReading: boolean,
  waitMs: number | null,
): ChannelTrouble {
  const said = { code: ALREADY_SHIPPED.has(code) ? 'ALREADY_ARRANGED' : String(code), message }
  const is = (kind: 'token' | 'consent' | 'setup' | 'permanent') =>
    new ChannelTrouble({ kind, ...said } satisfies Trouble)
  if (TOKEN_CODES.has(code)) return is('token')
  if (CONSENT_CODES.has(code)) return is('consent')
  if (SETUP_CODES.has(code)) return is('setup')
  if (ILL_CODES.has(code)) return ill(said.code, message, isReading, waitMs)
  if (code === TOO_MANY) return new ChannelTrouble({ kind: 'rate', ...said, retryAfterMs: waitMs })
  if (code === GENERIC) {
    if (/timestamp/i.test(message)) return new ChannelTrouble({ kind: 'clock', ...said, channelTime: answer.at })
    if (/access.?token/i.test(message)) return is('token')
    if (/app_key|\bsign\b|signature|Unexpected identifier|version/i.test(message)) return is('setup')
  }
  return is('permanent')
}

/** What one of several rows was refused for, in an answer whose code is 0. */
export const Errors = z.object({
  errors: z
    .array(z.object({ code: z.number(), message: z.string(), detail: z.record(z.string(), z.unknown()).nullish() }))
    .nullish(),
})
