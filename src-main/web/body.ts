import type { IncomingMessage } from 'node:http'
import { ORPCError } from '@orpc/server'
import { MOST_FILE_MEGABYTES } from '../../src-shared/channels/file-contents.ts'
import { refused } from '../core/refused.ts'
import type { Door } from './door.ts'

const MEGABYTE = 1024 * 1024
/** A form carries one file, the largest that any reader takes. */
export const MOST_FORM_BYTES = (MOST_FILE_MEGABYTES + 1) * MEGABYTE
/** Nothing that is typed comes near it. */
export const MOST_JSON_BYTES = 8 * MEGABYTE

const hasBody = (headers: IncomingMessage['headers']): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0

/** Files come as a form of parts; such a body may be large. */
export const isForm = ({ headers }: IncomingMessage): boolean =>
  /^multipart\/form-data\s*;/i.test(headers['content-type'] ?? '')

export const bodyLength = ({ headers }: IncomingMessage): number => Number(headers['content-length'])

/**
 * Why a body is not read at all, told by its head. A form could be sent by a page of another site; that it was not, its origin
 * and its session tell (`guard.ts`).
 */
export function refusedBody(request: IncomingMessage, door: Door): ORPCError<string, unknown> | null {
  const { headers, method } = request
  if (method === 'GET' || method === 'HEAD') return null
  // a command without a body, as `curl -X POST` sends it: no page of another site can send a token with it
  if (door.knowsScript(headers) && !hasBody(headers)) return null
  if (!isForm(request) && !/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? ''))
    return new ORPCError('UNSUPPORTED_MEDIA_TYPE', {
      message: 'Only application/json, or multipart/form-data for files.',
    })
  if (headers['content-length'] === undefined)
    return new ORPCError('LENGTH_REQUIRED', { status: 411, message: 'Say how long the body is (Content-Length).' })
  const most = isForm(request) ? MOST_FORM_BYTES : MOST_JSON_BYTES
  if (bodyLength(request) <= most) return null
  return refused('BODY_TOO_LARGE', {
    megabytes: Math.ceil(bodyLength(request) / MEGABYTE),
    limit: Math.floor(most / MEGABYTE),
  })
}

export const badForm = () =>
  new ORPCError('BAD_REQUEST', { message: 'The body is not the form that its content type says it is.' })
