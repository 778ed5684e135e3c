import { z } from 'zod'
import { Id, read } from './parameters.ts'
import { type Shopee, secondsNow } from './state.ts'
import { type Payload, Refused } from './wire.ts'

/*
 * Consent, access and refresh tokens. Lifetimes from "Authorization and authentication" (2025-12) and the pages of
 * v2.public.get_access_token and refresh_access_token (2026-08).
 */
export const ACCESS_SECONDS = 14_400
const OLD_ACCESS_SECONDS = 300
const REFRESH_SECONDS = 30 * 86_400
const CODE_SECONDS = 600
const HEX = '0123456789abcdef'

/** The seller's yes for so many days: a code for one use within ten minutes. */
export function consent(shopee: Shopee, days: number, isMain = false): Record<string, string> {
  const { state, ground } = shopee
  const code = ground.dice.text(32, HEX)
  state.consents.push({ code, until: secondsNow(shopee) + CODE_SECONDS, days, isMain, isUsed: false })
  return isMain
    ? { code, main_account_id: String(state.shop.mainAccountId) }
    : { code, shop_id: String(state.shop.shopId) }
}

const FIRST = z.object({
  code: z.string().min(1),
  partner_id: Id,
  shop_id: Id.optional(),
  main_account_id: Id.optional(),
})

export function firstToken(shopee: Shopee, body: unknown): Payload {
  const { state } = shopee
  const asked = read(FIRST, body)
  if (asked.partner_id !== state.app.partnerId) throw new Refused('error_param', 'Invalid partner_id.')
  if ((asked.shop_id === undefined) === (asked.main_account_id === undefined))
    throw new Refused('error_param', 'Either shop_id or main_account_id is required')
  if (asked.shop_id !== undefined && asked.shop_id !== state.shop.shopId)
    throw new Refused('invalid_shop_id', 'Invalid shop_id.')
  if (asked.main_account_id !== undefined && asked.main_account_id !== state.shop.mainAccountId)
    throw new Refused('invalid_main_acount_id', 'Invalid main_account_id.')
  const given = state.consents.find(({ code }) => code === asked.code)
  if (!given || given.isUsed || given.until < secondsNow(shopee)) throw new Refused('invalid_code', 'Invalid code.')
  given.isUsed = true
  state.shop.isLinked = true
  state.shop.authTime = secondsNow(shopee)
  state.shop.expireTime = state.shop.authTime + given.days * 86_400
  // a new consent begins anew: what an earlier one gave is over
  state.accessTokens = []
  state.refreshTokens = []
  const pair = newPair(shopee)
  return {
    flat: {
      ...pair,
      ...(asked.main_account_id === undefined ? {} : { shop_id_list: [state.shop.shopId], merchant_id_list: [] }),
    },
  }
}

const REFRESH = z.object({
  refresh_token: z.string().min(1),
  partner_id: Id,
  shop_id: Id.optional(),
  merchant_id: Id.optional(),
})

export function refreshedToken(shopee: Shopee, body: unknown): Payload {
  const { state } = shopee
  const now = secondsNow(shopee)
  const asked = read(REFRESH, body)
  if (asked.partner_id !== state.app.partnerId) throw new Refused('error_param', 'Invalid partner_id.')
  if (asked.shop_id === undefined) throw new Refused('error_param', 'shop_id is required')
  if (asked.shop_id !== state.shop.shopId) throw new Refused('error_shop', 'shopid is invalid')
  if (!state.shop.isLinked) throw new Refused('shop_no_linked', 'The shop has not linked to the partner.')
  if (state.shop.isBanned) throw new Refused('shop_banned', 'The shop is banned.')
  if (state.shop.expireTime <= now)
    throw new Refused('shop_access_expired', 'The authorization of the shop has expired.')
  const known = state.refreshTokens.find(({ token }) => token === asked.refresh_token)
  if (!known) throw new Refused('error_auth', 'Invalid refresh_token.')
  if (known.isUsed) throw new Refused('error_shop_refresh_token', 'Invalid refresh_token.')
  if (known.until <= now) throw new Refused('refresh_token_expired', 'Your refresh_token expired.')
  known.isUsed = true
  for (const token of state.accessTokens) token.until = Math.min(token.until, now + OLD_ACCESS_SECONDS)
  return { flat: { partner_id: asked.partner_id, shop_id: asked.shop_id, ...newPair(shopee) } }
}

function newPair(shopee: Shopee) {
  const { state, ground } = shopee
  const now = secondsNow(shopee)
  const [access, token] = [ground.dice.text(32, HEX), ground.dice.text(32, HEX)]
  state.accessTokens = [
    ...state.accessTokens.filter(({ until }) => until > now),
    { access, until: now + ACCESS_SECONDS },
  ]
  // used ones are remembered, so that a second use is told from a token that never was
  state.refreshTokens = [
    ...state.refreshTokens.filter(({ until }) => until > now - REFRESH_SECONDS),
    { token, until: now + REFRESH_SECONDS, isUsed: false },
  ]
  return { access_token: access, refresh_token: token, expire_in: ACCESS_SECONDS }
}

/** @throws when the token of a shop call is no (longer) good. */
export function checkAccess(shopee: Shopee, access: string, shopId: string, path: string): void {
  const { state, ground } = shopee
  const now = secondsNow(shopee)
  const invalid = new Refused('invalid_acceess_token', 'Invalid access_token.')
  if (ground.faults.strikes('tokenExpired', path)) {
    // refreshing must help, so the token is really over
    for (const token of state.accessTokens) token.until = Math.min(token.until, now)
    throw invalid
  }
  if (shopId !== String(state.shop.shopId)) throw new Refused('error_shop', 'shopid is invalid')
  if (!state.shop.isLinked) throw new Refused('shop_no_linked', 'The shop has not linked to the partner.')
  if (state.shop.isBanned) throw new Refused('shop_banned', 'The shop is banned.')
  const known = state.accessTokens.find((token) => token.access === access)
  if (!known || known.until <= now || state.shop.expireTime <= now) throw invalid
}
