import type { Instant } from '../../../../src-shared/kernel/business-day.ts'
import type { Scheduler, Transport } from '../../outside.ts'
import { ChannelTrouble } from './trouble.ts'

/** One question to a channel. */
export interface Question {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: string
  headers?: Record<string, string>
  body?: string | FormData
  /**
   * Whether asking twice is harmless. After a lost answer a reading question is `transient`, any other one `unknown result`. A POST
   * that only searches is a reading question.
   */
  isReading: boolean
  /** For the whole answer, the last byte included. */
  timeoutMs?: number
  /** Of the unpacked answer. */
  maxBytes?: number
}

/** A whole answer; what it means is the connector's to say. */
export interface Answer {
  status: number
  /** Lower case. */
  type: string
  headers: Headers
  bytes: Uint8Array
  /** The channel's own clock where it says it, else ours, when the answer was whole. */
  at: Instant
  /** @throws ChannelTrouble when it is no JSON: a login page of the café's WiFi, half a body. */
  json(): unknown
}

/** The line to one channel. */
export interface Line {
  /** Asks once. @throws ChannelTrouble when no whole answer came back. */
  ask(question: Question): Promise<Answer>
  /** The channel's own time as far as its answers told it: what signatures carry, so that a laptop clock a little off does no harm. */
  now(): Instant
  /** How far the channel's clock is ahead of ours, by its last answer; null before the first. */
  skewMs(): number | null
}

const TIMEOUT_MS = 30_000
/** A page of a hundred orders is some hundred kilobytes; labels of fifty parcels a few megabytes. */
const MAX_BYTES = 16 * 1024 * 1024

interface LineNeeds {
  transport: Transport
  scheduler: Scheduler
  now: () => Instant
}

/** `Date` counts whole seconds, and the answer took its time. */
const CLOSE_ENOUGH_MS = 5_000

/**
 * The one way out to a channel: a time-out over the whole answer (a drip of bytes does not keep it open), a limit on what is unpacked
 * into memory, and no redirects, which only a captive portal would send.
 */
export function createLine({ transport, scheduler, now }: LineNeeds): Line {
  let skewMs: number | null = null
  const ask: Line['ask'] = async ({
    method,
    url,
    headers = {},
    body,
    isReading,
    timeoutMs = TIMEOUT_MS,
    maxBytes = MAX_BYTES,
  }) => {
    const lost = (code: string, message: string, cause?: unknown) =>
      new ChannelTrouble(
        isReading
          ? { kind: 'transient', code, message, retryAfterMs: null }
          : { kind: 'unknown result', code, message },
        cause,
      )
    const stop = new AbortController()
    const timer = scheduler.after(timeoutMs, () => stop.abort())
    try {
      const response = await transport(
        new Request(url, { method, headers, body: body ?? null, redirect: 'manual', signal: stop.signal }),
      )
      if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400))
        throw lost('REDIRECTED', 'something else than the channel answered')
      const bytes = await wholeBody(response, maxBytes)
      if (bytes === null) {
        stop.abort()
        throw lost('ANSWER_TOO_LARGE', `more than ${maxBytes} bytes`)
      }
      const theirs = saidAt(response.headers)
      if (theirs !== null) skewMs = theirs - now()
      return {
        status: response.status,
        type: (response.headers.get('content-type') ?? '').toLowerCase(),
        headers: response.headers,
        bytes,
        at: theirs ?? now(),
        json() {
          try {
            return exactJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
          } catch (problem) {
            throw lost('NOT_JSON', `status ${response.status}`, problem)
          }
        },
      }
    } catch (problem) {
      if (problem instanceof ChannelTrouble) throw problem
      if (stop.signal.aborted) throw lost('TIME_OUT', `no whole answer in ${timeoutMs / 1000} s`, problem)
      throw lost('NO_ANSWER', reasonOf(problem), problem)
    } finally {
      timer.callOff()
    }
  }
  return {
    ask,
    now: () => (skewMs !== null && Math.abs(skewMs) > CLOSE_ENOUGH_MS ? now() + skewMs : now()),
    skewMs: () => skewMs,
  }
}

/** Null when it is larger than that. */
async function wholeBody(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  if (!response.body) return new Uint8Array()
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body) {
    size += part.byteLength
    if (size > maxBytes) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** The code of the system (`ECONNREFUSED`), which names no address and no secret; a message of fetch may hold the URL. */
function reasonOf(problem: unknown): string {
  const cause = problem instanceof Error ? (problem.cause as { code?: unknown } | undefined) : undefined
  return typeof cause?.code === 'string' ? cause.code : 'no connection'
}

function saidAt(headers: Headers): Instant | null {
  const at = Date.parse(headers.get('date') ?? '')
  return Number.isFinite(at) ? at : null
}

const LONG_DIGITS = /\d{16}/

/**
 * JSON whose whole numbers beyond 2^53 are kept as text, digit by digit: ids of 64 bits come as numbers at some channels and
 * would be rounded. Everything else is as JSON has it.
 */
export function exactJson(text: string): unknown {
  if (!LONG_DIGITS.test(text)) return JSON.parse(text)
  const exactly = (_: string, value: unknown, { source }: { source?: string }) =>
    typeof value === 'number' && source && !Number.isSafeInteger(value) && /^-?\d+$/.test(source) ? source : value
  return (JSON.parse as (text: string, reviver: typeof exactly) => unknown)(text, exactly)
}

/** `Retry-After` in milliseconds, whether it says seconds or a date; null when it says nothing. */
export function retryAfterMs(headers: Headers, now: Instant): number | null {
  const text = headers.get('retry-after')?.trim() ?? ''
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1000
  const at = Date.parse(text)
  return Number.isFinite(at) ? Math.max(0, at - now) : null
}
