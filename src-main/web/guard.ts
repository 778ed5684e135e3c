import type { IncomingMessage } from 'node:http'
import { MOST_FILE_MEGABYTES } from '../../src-shared/channels/file-contents.ts'
import type { Door } from './door.ts'

/** A file is staged as base64 inside JSON, four bytes for three; the largest import fits with room to spare. */
export const BODY_LIMIT_BYTES = Math.ceil((MOST_FILE_MEGABYTES * 4) / 3 + 2) * 1024 * 1024

export interface Refused {
  status: 401 | 403 | 411 | 413 | 415 | 421
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

/** Whether a call comes from somebody the door knows and has a body we are willing to read. */
export function refusedCall(request: IncomingMessage, door: Door): Refused | null {
  const { headers, method } = request
  if (!door.knowsBrowser(headers) && !door.knowsScript(headers))
    return { status: 401, reason: 'This session is not known. Open Lumbung again.' }
  if (method === 'GET' || method === 'HEAD') return null
  // a command without a body, as `curl -X POST` sends it: no page of another site can send a token with it
  if (door.knowsScript(headers) && !hasBody(headers)) return null
  // any other content type could come from a plain form of another page
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? ''))
    return { status: 415, reason: 'Only application/json.' }
  if (headers['content-length'] === undefined) return { status: 411, reason: 'Say how long the body is.' }
  if (Number(headers['content-length']) > BODY_LIMIT_BYTES) return { status: 413, reason: 'The body is too large.' }
  return null
}

const hasBody = (headers: IncomingMessage['headers']): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0
