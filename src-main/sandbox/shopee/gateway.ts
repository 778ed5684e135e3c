import { type Answer, type Call, formOf, page, redirect, withoutNulls } from '../frame/call.ts'
import { consentPage, consentRefused } from '../frame/consent-page.ts'
import { type ApiCall, CALLS_BY_PATH } from './calls.ts'
import { isDocumentedOnly } from './not-served.ts'
import { isSigned, signatureOf } from './signature.ts'
import type { Shopee } from './state.ts'
import { checkAccess, consent } from './tokens.ts'
import {
  NULL_IS_NOT_GIVEN,
  PUBLIC_CALLS_MAY_BE_SIGNED_BY_SHOP,
  SAID_OF_OTHER_VERBS,
  SAID_OF_OTHER_VERBS_BY_PATH,
  SAID_WITHOUT_PERMISSION,
  TIMESTAMP_WINDOW_SECONDS,
} from './unsure.ts'
import { payloadAnswer, Refused, refusedAnswer } from './wire.ts'

/*
 * The door of the marketplace: what every call must bring, checked before anything of it is done. Order and words of the
 * refusals: common_error_list of the reference pages (2026-08).
 */
const API = '/api/v2/'
const CONSENT_PAGES = ['/auth', `${API}shop/auth_partner`]
const CANCEL_PAGES = ['/cancel_auth', `${API}shop/cancel_auth_partner`]

export async function answerOf(shopee: Shopee, call: Call): Promise<Answer> {
  if (CONSENT_PAGES.includes(call.path))
    return call.method === 'POST' ? consented(shopee, call) : asksConsent(shopee, call)
  if (CANCEL_PAGES.includes(call.path)) return cancelled(shopee, call)
  if (call.path.startsWith('/file/')) return picture(shopee, call.path.slice('/file/'.length))
  const requestId = (++shopee.state.last.request).toString(16).padStart(32, '0')
  try {
    const path = call.path.startsWith(API) ? call.path.slice(API.length) : ''
    const api = CALLS_BY_PATH[path]
    checkCaller(shopee, call, api?.signedFor ?? (isDocumentedOnly(path) ? 'either' : undefined))
    if (!api) throw new Refused('error_api_permission', SAID_WITHOUT_PERMISSION)
    checkVerb(call, path, api.asked)
    return payloadAnswer(await api.answer(shopee, inputOf(call, api.asked), call), requestId)
  } catch (problem) {
    if (problem instanceof Refused) return refusedAnswer(problem, requestId)
    throw problem
  }
}

/** Every key of the query with all its values; what is not sent is not there. */
const queryOf = (query: URLSearchParams) =>
  Object.fromEntries([...new Set(query.keys())].map((key) => [key, query.getAll(key)]))

/** The verb is no part of the signature, so it is looked at behind it. */
function checkVerb({ method }: Call, path: string, asked: ApiCall['asked']) {
  if (method !== (asked === 'query' ? 'GET' : 'POST'))
    throw new Refused('error_param', SAID_OF_OTHER_VERBS_BY_PATH[path] ?? SAID_OF_OTHER_VERBS)
}

function inputOf(call: Call, asked: ApiCall['asked']): unknown {
  if (asked === 'files') return null
  if (asked === 'query') return queryOf(call.query)
  if (call.body.length === 0) return {}
  try {
    return JSON.parse(call.body.toString('utf8'), NULL_IS_NOT_GIVEN ? withoutNulls : undefined)
  } catch {
    throw new Refused('error_data', 'parse data failed')
  }
}

function checkCaller(shopee: Shopee, call: Call, signedFor: 'app' | 'shop' | 'either' | undefined) {
  const { state, ground } = shopee
  const { app } = state
  const said = (name: string) => {
    const value = call.query.get(name)
    if (!value)
      throw new Refused('error_param', name === 'timestamp' ? 'no timestamp' : `There is no ${name} in query.`)
    return value
  }
  const partnerId = said('partner_id')
  if (partnerId !== String(app.partnerId)) throw new Refused('error_param', 'Invalid partner_id.')
  const timestamp = said('timestamp')
  if (!/^\d{1,12}$/.test(timestamp)) throw new Refused('error_param', 'Invalid timestamp')
  if (Math.abs(Number(timestamp) - ground.time.believed() / 1000) > TIMESTAMP_WINDOW_SECONDS)
    throw new Refused('error_param', 'Timestamp is expired.')
  const sign = said('sign')
  const wrongSign = new Refused('error_sign', 'Wrong sign.')
  // a path that does not exist is told as a wrong signature, too
  if (!signedFor) throw wrongSign
  const isOfShop =
    signedFor === 'shop' ||
    (signedFor === 'either' && PUBLIC_CALLS_MAY_BE_SIGNED_BY_SHOP && Boolean(call.query.get('access_token')))
  const parts = [partnerId, call.path, timestamp]
  if (isOfShop) parts.push(said('access_token'), said('shop_id'))
  if (!isSigned(sign, signatureOf(app.partnerKey, parts))) throw wrongSign
  if (!isOfShop) return
  checkAccess(shopee, said('access_token'), said('shop_id'), call.path)
  if (ground.time.now() / 1000 < state.dailyLimitUntil)
    throw new Refused('error_limit', 'Your daily request quota is used up.')
}

interface Asked {
  redirect: string
  state: string
  isMain: boolean
}

/** What a consent link says, of either kind: the plain one, or the older one that is signed and dies after five minutes. */
function askedConsent({ state, ground }: Shopee, call: Call, isOld: boolean): Asked | string {
  const { query, path } = call
  if (query.get('partner_id') !== String(state.app.partnerId)) return 'partner_id tidak dikenal.'
  const to = query.get(isOld ? 'redirect' : 'redirect_uri') ?? ''
  if (!URL.canParse(to) || !/^https?:$/.test(new URL(to).protocol))
    return `${isOld ? 'redirect' : 'redirect_uri'} bukan alamat.`
  if (isOld) {
    const timestamp = query.get('timestamp') ?? ''
    if (!isSigned(query.get('sign') ?? '', signatureOf(state.app.partnerKey, [state.app.partnerId, path, timestamp])))
      return 'Tanda tangan salah.'
    if (Math.abs(Number(timestamp) - ground.time.believed() / 1000) > TIMESTAMP_WINDOW_SECONDS)
      return 'Tautan ini sudah lewat lima menit.'
  } else {
    if (query.get('auth_type') !== 'seller') return 'auth_type harus seller.'
    if (query.get('response_type') !== 'code') return 'response_type harus code.'
  }
  return { redirect: to, state: query.get('state') ?? '', isMain: query.get('account') === 'main' }
}

const TITLE = 'Izin toko Shopee (sandbox)'

function asksConsent(shopee: Shopee, call: Call): Answer {
  const asked = askedConsent(shopee, call, call.path !== '/auth')
  if (typeof asked === 'string') return page(consentRefused(TITLE, asked), 400)
  const { app, shop } = shopee.state
  return page(
    consentPage({
      title: TITLE,
      appName: app.name,
      shopName: shop.name,
      allows: ['Produk, stok, dan harga', 'Pesanan, pengiriman, dan resi', 'Retur dan keuangan'],
      action: `${call.path}?${call.query}`,
      carried: {},
    }),
  )
}

function consented(shopee: Shopee, call: Call): Answer {
  const asked = askedConsent(shopee, call, call.path !== '/auth')
  if (typeof asked === 'string') return page(consentRefused(TITLE, asked), 400)
  const form = formOf(call)
  const to = new URL(asked.redirect)
  if (asked.state) to.searchParams.set('state', asked.state)
  if (form.get('answer') !== 'allow') {
    to.searchParams.set('error', 'access_denied')
    return redirect(to.href)
  }
  const days = Math.min(365, Math.max(1, Number(form.get('days')) || 365))
  for (const [name, value] of Object.entries(consent(shopee, days, asked.isMain))) to.searchParams.set(name, value)
  return redirect(to.href)
}

function cancelled(shopee: Shopee, call: Call): Answer {
  const isOld = call.path !== '/cancel_auth'
  const asked = askedConsent(shopee, call, isOld)
  if (typeof asked === 'string') return page(consentRefused(TITLE, asked), 400)
  shopee.state.shop.isLinked = false
  return redirect(asked.redirect)
}

function picture({ state }: Shopee, id: string): Answer {
  const image = state.images.get(id)
  return image
    ? { status: 200, headers: { 'content-type': image.type }, body: Buffer.from(image.bytes) }
    : { status: 404, body: '' }
}
