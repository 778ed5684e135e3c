import type { IncomingMessage } from 'node:http'
import type { Door } from './door.ts'

export interface Refused {
  status: 401 | 403 | 421
  reason: string
}

/**
 * Whether a request was meant for us. Other pages in the same browser can reach 127.0.0.1, by a form, by `fetch`, or by
 * pointing a name of their own at it (DNS rebinding): so the name must be ours, and a page that asks must be ours.
 */
export function strangeRequest({ headers }: IncomingMessage, hosts: ReadonlySet<string>): Refused | null {
  const host = headers.host ?? ''
  if (!hosts.has(host)) return { status: 421, reason: 'This address is not served here.' }
  if (headers.origin !== undefined && headers.origin !== `http://${host}`)
    return { status: 403, reason: 'Only pages of Lumbung itself may ask.' }
  // sent by browsers only; a click from elsewhere into the app is a navigation and may pass
  const site = headers['sec-fetch-site']
  if (site && site !== 'same-origin' && site !== 'none' && headers['sec-fetch-mode'] !== 'navigate')
    return { status: 403, reason: 'Only pages of Lumbung itself may ask.' }
  return null
}

/** Whether a call comes from somebody the door knows. */
export function refusedCall({ headers }: IncomingMessage, door: Door): Refused | null {
  if (!door.knowsBrowser(headers) && !door.knowsScript(headers))
    return { status: 401, reason: 'This session is not known. Open Lumbung again.' }
  return null
}
