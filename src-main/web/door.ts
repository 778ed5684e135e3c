import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { DoorKeys } from './door-keys.ts'

/** How long a start address waits to be opened. */
export const TICKET_MINUTES = 5
/** Counted from the last time the page was loaded. */
const SESSION_DAYS = 30
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** Who may come in: a browser that once opened a start address, or a script that has the token. */
export interface Door {
  /** The way in for one browser, good once and for five minutes: the last part of a start address. */
  ticket(): string
  /** Whether a ticket is good; the second time it is not. */
  admit(ticket: string): boolean
  /** The value of `Set-Cookie` for a browser that was let in. */
  cookie(): string
  /** Whether the browser that asks has been let in, since or before the last start of this host. */
  knowsBrowser(headers: IncomingHttpHeaders): boolean
  knowsScript(headers: IncomingHttpHeaders): boolean
}

/**
 * Sessions and tickets are a moment, 16 random bytes and a signature over both: nothing about them is stored, except which
 * tickets were used. A ticket is good for one run of the host (`run`), so that a used one is not good again after a restart.
 *
 * Cookies know hosts, not ports: `127.0.0.1` is shared by all servers of this computer. So the name of ours contains a
 * mark of the shop's key, and two shops do not overwrite each other's.
 */
export function createDoor({ key, apiToken }: DoorKeys, run: string, now: () => number = Date.now): Door {
  const name = `lumbung-${digest(key).toString('hex').slice(0, 12)}`
  const used = new Map<string, number>()

  const sign = (purpose: string, text: string) =>
    createHmac('sha256', key).update(`${purpose}\n${text}`).digest('base64url')
  const issue = (purpose: string) => {
    const text = `${now().toString(36)}.${randomBytes(16).toString('base64url')}`
    return `${text}.${sign(purpose, text)}`
  }
  /** How long ago something of ours was made, in milliseconds; null when it is not of ours. */
  const age = (purpose: string, signed: string): number | null => {
    const parts = signed.split('.')
    const [moment = '', noise = '', signature = ''] = parts
    if (parts.length !== 3 || !isSame(signature, sign(purpose, `${moment}.${noise}`))) return null
    return now() - Number.parseInt(moment, 36)
  }

  return {
    ticket: () => issue(`ticket ${run}`),
    admit(ticket) {
      const waited = age(`ticket ${run}`, ticket)
      if (waited === null || Math.abs(waited) > TICKET_MINUTES * MINUTE_MS || used.has(ticket)) return false
      for (const [old, at] of used) if (now() - at > 2 * TICKET_MINUTES * MINUTE_MS) used.delete(old)
      used.set(ticket, now())
      return true
    },
    cookie: () => `${name}=${issue('session')}; HttpOnly; SameSite=Strict; Path=/`,
    knowsBrowser: ({ cookie = '' }) =>
      cookie.split('; ').some((pair) => {
        // made "tomorrow" is good as well: a laptop's clock that was put back must not end the day's work
        const old = pair.startsWith(`${name}=`) ? age('session', pair.slice(name.length + 1)) : null
        return old !== null && old <= SESSION_DAYS * DAY_MS
      }),
    knowsScript: ({ authorization = '' }) => isSame(/^Bearer (.+)$/.exec(authorization)?.[1] ?? '', apiToken),
  }
}

const digest = (text: string | Buffer) => createHash('sha256').update(text).digest()

/** Compares digests, so that neither length nor content shows in the time it takes. */
const isSame = (given: string, expected: string) => timingSafeEqual(digest(given), digest(expected))
