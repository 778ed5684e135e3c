import { z } from 'zod'
import type { AppAtChannel, Connector, ConsentAnswer, Grant, Tokens } from '../connector.ts'
import type { Line } from '../line.ts'
import { ChannelTrouble } from '../trouble.ts'
import { grantedShops } from './shop-info.ts'
import { dataOf } from './wire.ts'

/* Source: Partner Center, "Authorization overview" 202407 (2025-12). Moments are absolute seconds, whatever their names say. */

const Pair = z.object({
  access_token: z.string().min(1),
  access_token_expire_in: z.number(),
  refresh_token: z.string().min(1),
  refresh_token_expire_in: z.number(),
})

/** A code and a refresh token are good once or perhaps once: an answer that got lost is not asked for again by itself. */
async function traded(
  app: AppAtChannel,
  line: Line,
  path: 'get' | 'refresh',
  given: Record<string, string>,
): Promise<Tokens> {
  const query = new URLSearchParams({ app_key: app.appId, app_secret: app.secret, ...given })
  const answer = await line.ask({
    method: 'GET',
    url: `${app.addresses.tokens}/api/v2/token/${path}?${query}`,
    isReading: false,
  })
  const pair = Pair.parse(dataOf(answer, false))
  return {
    access: pair.access_token,
    refresh: pair.refresh_token,
    accessUntil: pair.access_token_expire_in * 1000,
    refreshUntil: pair.refresh_token_expire_in * 1000,
  }
}

/** The page is told where to lead back to in the console, not here. */
export const consentAddress: Connector['consentAddress'] = (app, { state }) => {
  const page = new URL(app.addresses.consent)
  page.searchParams.set('service_id', app.serviceId)
  page.searchParams.set('state', state)
  return page.href
}

export function readConsent(address: string): ConsentAnswer {
  const query = URL.canParse(address) ? new URL(address).searchParams : new URLSearchParams({ code: address.trim() })
  const code = query.get('code') ?? ''
  // a refusal comes with the word null for a code
  if (code === '' || code === 'null')
    throw new ChannelTrouble({ kind: 'consent', code: query.get('error') ?? 'NO_CODE', message: 'no code' })
  return { code, account: '', state: query.get('state') ?? '' }
}

export async function grant(app: AppAtChannel, { code }: ConsentAnswer, line: Line): Promise<Grant> {
  const tokens = await traded(app, line, 'get', { auth_code: code, grant_type: 'authorized_code' })
  // the refresh token lives as long as what the seller granted
  const shops = await grantedShops({ app, accessToken: tokens.access, line }, tokens.refreshUntil)
  return { tokens, shops }
}

export const refresh: Connector['refresh'] = (app, held, line) =>
  traded(app, line, 'refresh', { refresh_token: held.refresh, grant_type: 'refresh_token' })
