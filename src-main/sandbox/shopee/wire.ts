import { type Answer, json } from '../frame/call.ts'
import { STATUS_OF_AUTH_ERRORS, STATUS_OF_BUSINESS_ERRORS, STATUS_OF_PARAMETER_ERRORS } from './unsure.ts'

/** A no of the marketplace: its code, its sentence and, of some, a payload. */
export class Refused extends Error {
  readonly error: string
  readonly response: unknown
  constructor(error: string, message: string, response?: unknown) {
    super(message)
    this.error = error
    this.response = response
  }
}

export const wrongParameter = (detail: string, module = ''): Refused =>
  new Refused(`${module}error_param`, `Wrong parameters, detail: ${detail}.`)

/** What a call answers beside its envelope. */
export type Payload =
  | { response: unknown; warning?: unknown }
  /** Token calls and shop information have no `response` around them. */
  | { flat: Record<string, unknown> }
  | { file: Buffer; type: string }

const AUTH = new Set([
  'error_sign',
  'error_auth',
  'invalid_acceess_token',
  'error_shop',
  'shop_no_linked',
  'error_permission',
  'error_api_permission',
])

export function refusedAnswer(refused: Refused, requestId: string): Answer {
  const { error, message, response } = refused
  const plain = error.slice(error.lastIndexOf('.') + 1)
  const status = AUTH.has(plain)
    ? STATUS_OF_AUTH_ERRORS
    : plain === 'error_param'
      ? STATUS_OF_PARAMETER_ERRORS
      : STATUS_OF_BUSINESS_ERRORS
  return json({ request_id: requestId, error, message, ...(response === undefined ? {} : { response }) }, status)
}

export function payloadAnswer(payload: Payload, requestId: string): Answer {
  if ('file' in payload) return { status: 200, headers: { 'content-type': payload.type }, body: payload.file }
  const envelope = { request_id: requestId, error: '', message: '' }
  if ('flat' in payload) return json({ ...envelope, ...payload.flat })
  return json({ ...envelope, warning: payload.warning ?? '', response: payload.response })
}
