import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Instant } from '../../../../../src-shared/kernel/business-day.ts'
import type { AppAtChannel, Payload, ShopSession, Window } from '../connector.ts'
import { type Answer, type Line, retryAfterMs } from '../line.ts'
import { ChannelTrouble, type Trouble } from '../trouble.ts'
import { GATEWAY_ZONE_MS } from './unsure.ts'

type Value = string | number | boolean | readonly (string | number)[]

export interface Call {
  method: 'GET' | 'POST'
  /** Without `/api/v2/`. */
  path: string
  /** Of GET. Undefined ones are left out; a list is a repeated key. */
  query?: Record<string, Value | undefined>
  /** Of POST; a form for what carries bytes. */
  body?: unknown
  isReading: boolean
}

const Envelope = z.looseObject({
  error: z.string().nullish(),
  message: z.string().nullish(),
  response: z.unknown().optional(),
})
export type Envelope = z.infer<typeof Envelope>

const signed = (secret: string, parts: readonly (string | number)[]) =>
  createHmac('sha256', secret).update(parts.join('')).digest('hex')

/**
 * Asks once. Signed are partner id, path and time, and of a shop its token and number; neither query nor body are ("API calls",
 * Shopee Open Platform, 2025-12). Without a session it is a call of the app alone.
 */
export async function asked(app: AppAtChannel, line: Line, session: ShopSession | null, call: Call): Promise<Answer> {
  const path = `/api/v2/${call.path}`
  const timestamp = Math.floor(line.now() / 1000)
  const ofShop = session ? [session.accessToken, session.shop.account] : []
  const query = new URLSearchParams({
    partner_id: app.appId,
    timestamp: String(timestamp),
    sign: signed(app.secret, [app.appId, path, timestamp, ...ofShop]),
    ...(session ? { access_token: session.accessToken, shop_id: session.shop.account } : {}),
  })
  for (const [name, value] of Object.entries(call.query ?? {}))
    for (const each of value === undefined ? [] : Array.isArray(value) ? value : [value])
      query.append(name, String(each))
  return line.ask({
    method: call.method,
    url: `${app.addresses.api}${path}?${query}`,
    isReading: call.isReading,
    ...(call.body === undefined
      ? {}
      : call.body instanceof FormData
        ? { body: call.body }
        : { body: JSON.stringify(call.body), headers: { 'content-type': 'application/json' } }),
  })
}

/** `rawJSON` is younger than the library types: digits that a number could not carry go out as they are. */
const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown }

/** An id in a body: the wire wants a number, of up to 64 bits. */
export function digits(id: string): unknown {
  if (!/^\d{1,19}$/.test(id))
    throw new ChannelTrouble({ kind: 'permanent', code: 'NOT_AN_ID', message: id.slice(0, 40) })
  return rawJSON(id)
}

/** Codes whose meaning does not hang on their sentence. */
const KINDS: Record<string, Trouble['kind']> = {
  error_sign: 'setup',
  error_partner_key_expired: 'setup',
  source_ip_undeclared: 'setup',
  invalid_acceess_token: 'token',
  invalid_access_token: 'token',
  error_shop_refresh_token: 'consent',
  refresh_token_expired: 'consent',
  shop_access_expired: 'consent',
  shop_no_linked: 'consent',
  partner_shop_no_link: 'consent',
  shop_banned: 'consent',
  invalid_code: 'consent',
  invalid_shop_id: 'consent',
  invalid_main_acount_id: 'consent',
  error_api_permission: 'consent',
  error_permission: 'consent',
  error_rate_limit: 'rate',
  error_server: 'transient',
  error_network: 'transient',
  error_inner: 'transient',
  error_system_busy: 'transient',
  system_busy: 'transient',
}

/** `error_auth` and `error_param` mean what their sentence says; stock that is refused is `error_auth` as well. */
function kindOf(error: string, message: string): Trouble['kind'] {
  const code = error.slice(error.lastIndexOf('.') + 1).trim()
  const known = KINDS[code]
  if (known) return known
  if (code === 'error_auth') {
    if (/refresh_token|\bcode\b|permission/i.test(message)) return 'consent'
    if (/access_token/i.test(message)) return 'token'
  }
  if (code === 'error_param' && /timestamp/i.test(message)) return 'clock'
  if (code === 'error_param' && /partner/i.test(message)) return 'setup'
  // the quota of the day has no module before it; a refusal of an order that is over its limit has
  if (error === 'error_limit') return 'rate'
  return 'permanent'
}

/** A no of the channel as what follows from it. */
export function troubleOf(error: string, message: string, answer: Answer, isReading: boolean): ChannelTrouble {
  const kind = kindOf(error, message)
  const told = { code: error, message: message.slice(0, 300) }
  if (kind === 'rate') {
    const wait = error === 'error_limit' ? untilMidnight(answer.at) : retryAfterMs(answer.headers, answer.at)
    return new ChannelTrouble({ kind, ...told, retryAfterMs: wait })
  }
  // ill in the middle of a write: it may be done
  if (kind === 'transient' && !isReading) return new ChannelTrouble({ kind: 'unknown result', ...told })
  if (kind === 'transient')
    return new ChannelTrouble({ kind, ...told, retryAfterMs: retryAfterMs(answer.headers, answer.at) })
  if (kind === 'clock') return new ChannelTrouble({ kind, ...told, channelTime: answer.at })
  return new ChannelTrouble({ kind, ...told })
}

const DAY = 86_400_000
const untilMidnight = (at: Instant) => DAY - ((at + GATEWAY_ZONE_MS) % DAY)

/** Whatever the status, the body says what happened. `"-"` stands for no error in some samples. */
export function envelopeOf(answer: Answer): Envelope & { error: string; message: string } {
  const read = Envelope.safeParse(answer.json())
  const envelope: Envelope = read.success
    ? read.data
    : { error: `HTTP_${answer.status}`, message: 'not an envelope', response: null }
  const error = envelope.error === '-' ? '' : (envelope.error ?? '')
  return { ...envelope, error, message: envelope.message ?? '' }
}

/** The envelope of an answer that is a yes. @throws ChannelTrouble by what its code means */
export function agreed(answer: Answer, isReading: boolean): Envelope {
  const envelope = envelopeOf(answer)
  if (envelope.error === '') return envelope
  throw troubleOf(envelope.error, envelope.message, answer, isReading)
}

/** Asks for a shop; answers what stands under `response`, read by its shape, and the moment it was said. */
export function atShop(session: ShopSession) {
  const ask = (call: Call) => asked(session.app, session.line, session, call)
  async function told<Shape extends z.ZodType>(
    shape: Shape,
    call: Call,
  ): Promise<{ said: z.output<Shape>; at: Instant }> {
    const answer = await ask(call)
    const { response } = agreed(answer, call.isReading)
    return { said: readAs(shape, response ?? {}, call), at: answer.at }
  }
  return { ask, told }
}
export type AtShop = ReturnType<typeof atShop>

/** An answer whose shape is not as documented. @throws ChannelTrouble: nothing can be done with it, and no quarantine holds it */
export function readAs<Shape extends z.ZodType>(
  shape: Shape,
  value: unknown,
  call: Pick<Call, 'path' | 'isReading'>,
): z.output<Shape> {
  const read = shape.safeParse(value)
  if (read.success) return read.data
  const { path, message } = read.error.issues[0]!
  const where = `${call.path} ${path.join('.')}: ${message}`
  throw new ChannelTrouble(
    call.isReading
      ? { kind: 'permanent', code: 'UNREADABLE_ANSWER', message: where }
      : { kind: 'unknown result', code: 'UNREADABLE_ANSWER', message: where },
  )
}

export const payloadOf = (key: string, told: unknown, saidAt: Instant): Payload => ({
  key,
  body: JSON.stringify(told),
  saidAt,
})

/** Ids come as numbers, or as text where a number could not carry them (`exactJson`). */
export const Id = z.union([z.number().int().nonnegative(), z.string().regex(/^\d+$/)]).transform(String)
/** Whole rupiah: the currency has no cents, so an amount with any is not one that was understood. */
export const Amount = z.number().int()
/** Unix seconds; 0 and null are "not yet". */
export const Moment = z
  .number()
  .int()
  .nullish()
  .transform((seconds) => (seconds ? seconds * 1000 : null))
export const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? '')
/** A list that may be null. */
export const listOf = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .array(shape)
    .nullish()
    .transform((rows) => rows ?? [])

export const secondsOf = (at: Instant) => Math.floor(at / 1000)

/** Lists are asked for fifteen days at most. */
export const LONGEST_WINDOW_MS = 15 * 86_400_000

/** The last second of a window: whole seconds at both ends must not make the longest one longer. */
export const endOf = ({ from, to }: Window) =>
  Math.min(Math.ceil(to / 1000), secondsOf(from) + LONGEST_WINDOW_MS / 1000)
