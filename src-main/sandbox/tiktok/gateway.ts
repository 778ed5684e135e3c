import type { Answer, Call } from '../frame/call.ts'
import { json, withoutNulls } from '../frame/call.ts'
import type { Market } from './book.ts'
import type { Endpoint } from './endpoint.ts'
import { conversationEndpoints } from './endpoints/conversations.ts'
import { creatorEndpoints } from './endpoints/creators.ts'
import { financeEndpoints } from './endpoints/finance.ts'
import { fulfilmentEndpoints } from './endpoints/fulfilment.ts'
import { noticeEndpoints } from './endpoints/notices.ts'
import { orderEndpoints } from './endpoints/orders.ts'
import { ownFleetEndpoints } from './endpoints/own-fleet.ts'
import { productEndpoints } from './endpoints/products.ts'
import { promotionEndpoints } from './endpoints/promotions.ts'
import { referenceEndpoints } from './endpoints/references.ts'
import { returnEndpoints } from './endpoints/returns.ts'
import { sellerReturnEndpoints } from './endpoints/seller-returns.ts'
import { shopEndpoints } from './endpoints/shops.ts'
import { badParameter, SaidNo } from './said-no.ts'
import { isSignedBy } from './signing.ts'
import { UNSURE } from './unsure.ts'

export const ENDPOINTS: readonly Endpoint[] = [
  ...shopEndpoints,
  ...productEndpoints,
  ...orderEndpoints,
  ...referenceEndpoints,
  ...fulfilmentEndpoints,
  ...ownFleetEndpoints,
  ...returnEndpoints,
  ...sellerReturnEndpoints,
  ...promotionEndpoints,
  ...financeEndpoints,
  ...noticeEndpoints,
  ...creatorEndpoints,
  ...conversationEndpoints,
]
/** Fixed words go before parts that may be anything. */
const ROUTES = ENDPOINTS.map((endpoint) => ({
  endpoint,
  parts: endpoint.path.split('/'),
  named: endpoint.path.split('{').length,
})).sort((a, b) => a.named - b.named)

interface Route {
  endpoint: Endpoint
  params: Record<string, string>
}

/** The endpoint of a call. @throws SaidNo of an unknown path or a method that it does not have */
function routeOf(call: Call): Route {
  const parts = call.path.split('/')
  let isKnownPath = false
  for (const { endpoint, parts: wanted } of ROUTES) {
    if (wanted.length !== parts.length) continue
    const params: Record<string, string> = {}
    const fits = wanted.every((part, index) => {
      if (!part.startsWith('{')) return part === parts[index]
      params[part.slice(1, -1)] = parts[index]!
      return parts[index] !== ''
    })
    if (!fits) continue
    if (endpoint.method === call.method) return { endpoint, params }
    isKnownPath = true
  }
  throw new SaidNo(isKnownPath ? 36009010 : 36009009)
}

/** Calls of one endpoint by one app and shop share a limit. */
export function endpointNameOf(call: Call): string | null {
  try {
    return routeOf(call).endpoint.path
  } catch {
    return null
  }
}

/** How far the caller's clock may be away, in seconds ("Common errors", Partner Center, 2025-12). */
const EARLIEST = 300
const LATEST = 30

/** Everything that is looked at before an endpoint is asked, in the order of the real gateway as far as it is known. */
function admitted(market: Market, call: Call, endpoint: Endpoint, query: ReadonlyMap<string, string>) {
  const { app } = market.book
  if (query.get('app_key') === undefined) throw badParameter('param query.app_key is missing')
  if (query.get('app_key') !== app.key) throw badParameter('param query.app_key is invalid')
  const timestamp = query.get('timestamp') ?? ''
  if (timestamp === '') throw badParameter('param query.timestamp is missing')
  const away = Number(timestamp) - Math.floor(market.ground.time.believed() / 1000)
  if (!/^\d{1,12}$/.test(timestamp) || away < -EARLIEST || away > LATEST)
    throw badParameter(
      'param query.timestamp is invalid: it must be within 5 minutes before and 30 seconds after the time of the server',
    )
  const sign = query.get('sign')
  if (!sign) throw badParameter('param query.sign is missing')
  const contentType = call.headers['content-type'] ?? ''
  const signed = { path: call.path, query, contentType, body: call.body.toString('utf8') }
  if (!isSignedBy(app.secret, signed, sign)) throw new SaidNo(106001)

  const token = call.headers['x-tts-access-token']
  if (!token) throw badParameter('param header.x-tts-access-token is missing')
  if (!token.startsWith('ROW_')) throw new SaidNo(101000)
  const grant = market.book.grants[token]
  if (!grant || grant.isRevoked) throw new SaidNo(UNSURE.codeOfUnknownToken)
  if (grant.until <= market.now() || market.ground.faults.strikes('tokenExpired', call.path)) throw new SaidNo(105002)
  if (!grant.scopes.includes(endpoint.scope)) throw new SaidNo(105005)

  const cipher = query.get('shop_cipher')
  if (!endpoint.takesCipher && cipher !== undefined) throw badParameter('Unexpected identifier: shop_cipher')
  if (endpoint.takesCipher && cipher !== market.book.shop.cipher) throw new SaidNo(106013)
  if (endpoint.isMultipart && !contentType.startsWith('multipart/form-data')) throw new SaidNo(36009023)
}

function bodyOf(call: Call): unknown {
  const text = call.body.toString('utf8')
  if (text.trim() === '') return {}
  try {
    const body: unknown = JSON.parse(text, UNSURE.nullIsNotGiven ? withoutNulls : undefined)
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body
    if (UNSURE.emptyListIsNoObject && Array.isArray(body) && body.length === 0) return {}
  } catch {
    // said below
  }
  throw new SaidNo(36009022)
}

/** Repeated parameters count once, by their first value. */
const queryOf = (call: Call) => {
  const query = new Map<string, string>()
  for (const [key, value] of call.query) if (!query.has(key)) query.set(key, value)
  return query
}

/** `20260619013226` and a running number, as request ids look. */
export function requestId(market: Market): string {
  market.book.counter += 1
  const at = new Date(market.ground.time.believed()).toISOString().replaceAll(/\D/g, '').slice(0, 14)
  return `${at}${market.book.counter.toString(16).toUpperCase().padStart(20, '0')}`
}

export const refused = (market: Market, { code, message, http }: SaidNo): Answer =>
  json({ code, data: null, message, request_id: requestId(market) }, http)

/** One signed call of an app. */
export async function answered(market: Market, call: Call): Promise<Answer> {
  try {
    const { endpoint, params } = routeOf(call)
    const query = queryOf(call)
    admitted(market, call, endpoint, query)
    const body = endpoint.isMultipart ? {} : bodyOf(call)
    const data = await endpoint.run({ market, call, params, query: Object.fromEntries(query), body })
    return json({ code: 0, data: data ?? {}, message: 'Success', request_id: requestId(market) })
  } catch (problem) {
    if (problem instanceof SaidNo) return refused(market, problem)
    throw problem
  }
}
