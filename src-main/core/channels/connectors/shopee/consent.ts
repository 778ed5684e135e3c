import { z } from 'zod'
import type { AppAtChannel, ConsentAnswer, Grant, Tokens } from '../connector.ts'
import type { Answer, Line } from '../line.ts'
import { ChannelTrouble } from '../trouble.ts'
import { shopInfo } from './shop-info.ts'
import { LONGEST_DURATION_SECONDS, REFRESH_TOKEN_MS } from './unsure.ts'
import { agreed, asked, digits, Id, listOf, readAs } from './wire.ts'

/** A login for several shops names itself instead of one of them; its number is no shop's. */
const MAIN = 'main:'

/** The unsigned page of today ("Authorization", livestream and sandbox guides, 2025-12). */
export function consentAddress(app: AppAtChannel, back: { address: string; state: string }): string {
  const page = new URL(app.addresses.consent)
  page.search = new URLSearchParams({
    partner_id: app.appId,
    auth_type: 'seller',
    redirect_uri: back.address,
    response_type: 'code',
    state: back.state,
  }).toString()
  return page.href
}

export function readConsent(address: string): ConsentAnswer {
  const text = address.trim()
  const query =
    text.includes('?') && URL.canParse(text) ? new URL(text).searchParams : new URLSearchParams({ code: text })
  const code = query.get('code') ?? ''
  const refusal = query.get('error')
  if (code === '' || refusal)
    throw new ChannelTrouble({ kind: 'consent', code: refusal || 'NO_CODE', message: 'the answer carries no code' })
  const main = query.get('main_account_id')
  return { code, account: query.get('shop_id') ?? (main ? `${MAIN}${main}` : ''), state: query.get('state') ?? '' }
}

const Pair = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expire_in: z.number().int(),
  shop_id_list: listOf(Id),
})

const pairOf = (answer: Answer, path: string) => {
  const pair = readAs(Pair, agreed(answer, false), { path, isReading: false })
  const { expire_in } = pair
  const accessUntil = expire_in > LONGEST_DURATION_SECONDS ? expire_in * 1000 : answer.at + expire_in * 1000
  const tokens: Tokens = {
    access: pair.access_token,
    refresh: pair.refresh_token,
    accessUntil,
    refreshUntil: answer.at + REFRESH_TOKEN_MS,
  }
  return { tokens, shops: pair.shop_id_list }
}

const accountOf = (account: string) =>
  account.startsWith(MAIN) ? { main_account_id: digits(account.slice(MAIN.length)) } : { shop_id: digits(account) }

export async function grant(app: AppAtChannel, { code, account }: ConsentAnswer, line: Line): Promise<Grant> {
  if (account === '')
    throw new ChannelTrouble({
      kind: 'consent',
      code: 'NO_SHOP',
      message: 'paste the whole address: the code alone does not name the shop',
    })
  const path = 'auth/token/get'
  const body = { code, partner_id: digits(app.appId), ...accountOf(account) }
  const { tokens, shops } = pairOf(await asked(app, line, null, { method: 'POST', path, body, isReading: false }), path)
  const accounts = account.startsWith(MAIN) ? shops : [account]
  const granted = []
  for (const each of accounts) {
    const session = { app, shop: { account: each, accessKey: '' }, accessToken: tokens.access, line }
    const { isSelling: _, ...shop } = await shopInfo(session)
    granted.push(shop)
  }
  return { tokens, shops: granted }
}

export async function refresh(
  app: AppAtChannel,
  held: { account: string; refresh: string },
  line: Line,
): Promise<Tokens> {
  const path = 'auth/access_token/get'
  const body = { refresh_token: held.refresh, partner_id: digits(app.appId), ...accountOf(held.account) }
  return pairOf(await asked(app, line, null, { method: 'POST', path, body, isReading: false }), path).tokens
}
