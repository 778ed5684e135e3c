import type { Market, RefreshToken } from './book.ts'
import { secretOf } from './opening.ts'
import { SaidNo } from './said-no.ts'
import { UNSURE } from './unsure.ts'

const CODE_SECONDS = 30 * 60
const DAY = 86_400
const WARNED_FROM_DAYS = 30

/** The seller agreed: a code that serves once, for half an hour. */
export function agreed(
  market: Market,
  scopes: string[] = market.book.app.scopes,
  days = UNSURE.authorizationDays,
): string {
  const { book } = market
  book.counter += 1
  const code = `ROW_${secretOf(market.ground.seed, `auth code ${book.counter}`, 40)}`
  book.authCodes[code] = { until: market.now() + CODE_SECONDS, scopes, days }
  return code
}

/** Tokens for a code; the permission begins to count. */
export function exchange(market: Market, code: string) {
  const { book } = market
  const found = book.authCodes[code]
  delete book.authCodes[code]
  if (!found || found.until < market.now()) throw new SaidNo(36004004)
  book.authorizedUntil = market.now() + found.days * DAY
  market.ground.time.at((book.authorizedUntil - WARNED_FROM_DAYS * DAY) * 1000, {
    kind: 'permissionEnds',
    id: String(book.authorizedUntil),
  })
  return newPair(market, found.scopes, book.authorizedUntil)
}

/** A new pair for a refresh token. */
export function refresh(market: Market, token: string) {
  const { book } = market
  const found = book.refreshTokens[token]
  if (!found || (found.isSpent && UNSURE.refreshKillsOldToken)) throw new SaidNo(36004005)
  if (found.until < market.now()) throw new SaidNo(36004001)
  if (book.authorizedUntil === null) throw new SaidNo(36004005)
  found.isSpent = true
  const old = book.grants[found.accessToken]
  if (old && UNSURE.refreshKillsOldAccessToken) old.until = market.now()
  return newPair(market, found.scopes, found.until)
}

function newPair(market: Market, scopes: string[], refreshUntil: number) {
  const { book, ground } = market
  book.counter += 1
  const accessToken = `ROW_${secretOf(ground.seed, `access ${book.counter}`, 64)}`
  const refreshToken = `ROW_${secretOf(ground.seed, `refresh ${book.counter}`, 64)}`
  const until = market.now() + UNSURE.accessTokenSeconds
  book.grants[accessToken] = { until, scopes, isRevoked: false }
  book.refreshTokens[refreshToken] = { until: refreshUntil, scopes, accessToken, isSpent: false } satisfies RefreshToken
  return {
    access_token: accessToken,
    access_token_expire_in: until,
    refresh_token: refreshToken,
    refresh_token_expire_in: refreshUntil,
    open_id: book.shop.openId,
    seller_name: book.shop.name,
    seller_base_region: 'ID',
    user_type: 0,
    granted_scopes: scopes,
  }
}

/** The seller takes his permission back: every token ends, and the app is told. */
export function withdrawPermission(market: Market) {
  const { book } = market
  for (const grant of Object.values(book.grants)) grant.isRevoked = true
  book.refreshTokens = {}
  book.authCodes = {}
  book.authorizedUntil = null
  market.notify(6, 'SELLER_DEAUTHORIZATION', { message: 'The seller has removed the authorization of your app.' })
}

/** Every access token is over as if its days had passed; refreshing still works. */
export function expireAccessTokens(market: Market) {
  for (const grant of Object.values(market.book.grants)) grant.until = Math.min(grant.until, market.now() - 1)
}

/** Told every day of the last month. `until` is the end it was planned for: a newer permission has its own. */
export function warnOfEnd(market: Market, until: string) {
  const { book, ground } = market
  if (String(book.authorizedUntil) !== until || market.now() > Number(until)) return
  market.notify(7, 'UPCOMING_AUTHORIZATION_EXPIRATION', {
    message: 'The authorization of the seller will expire soon.',
    expiration_time: until,
  })
  ground.time.after(DAY * 1000, { kind: 'permissionEnds', id: until })
}
