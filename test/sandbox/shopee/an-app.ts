import { createHmac } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { openSandbox, type SandboxOptions } from '../../../src-main/sandbox/frame/sandbox.ts'
import type { Step } from '../../../src-main/sandbox/frame/world.ts'
import { shopeeSandbox } from '../../../src-main/sandbox/shopee/world.ts'

/** Sunday, 29 November 2026, 09:00 WIB. */
export const MORNING = Date.parse('2026-11-29T02:00:00Z')
export const [HOUR, DAY] = [3600, 86_400]

export interface Reply {
  status: number
  error: string
  message: string
  // biome-ignore lint/suspicious/noExplicitAny: a stranger's client knows no types of the wire
  response: any
  // biome-ignore lint/suspicious/noExplicitAny: token calls are flat
  [flat: string]: any
}

type Verb = 'GET' | 'POST' | 'PUT' | 'DELETE'

interface Asking {
  query?: Record<string, string | number | readonly string[] | undefined>
  body?: unknown
  form?: FormData
  /** Signed for the app alone. */
  isPublic?: boolean
  /** Changes what is sent after it was signed. */
  spoil?: (query: URLSearchParams) => void
}

/** A sandbox that stands still, and an app that signs by the documentation and shares no code with it. */
export async function anApp(options: SandboxOptions = {}) {
  const sandbox = await openSandbox(shopeeSandbox, {
    seed: 3,
    startAt: MORNING,
    isRunning: false,
    limit: null,
    ...options,
  })
  onTestFinished(() => sandbox.close())
  const { partnerId, partnerKey, shop } = sandbox.access() as {
    partnerId: number
    partnerKey: string
    shop: { shopId: number }
  }
  const tokens = { access: '', refresh: '' }
  const seconds = () => Math.floor(sandbox.ground.time.now() / 1000)

  async function raw(
    method: Verb,
    path: string,
    { query = {}, body, form, isPublic, spoil }: Asking = {},
  ): Promise<Response> {
    const full = `/api/v2/${path}`
    const time = seconds()
    const signed = `${partnerId}${full}${time}${isPublic ? '' : `${tokens.access}${shop.shopId}`}`
    const sent = new URLSearchParams({
      partner_id: String(partnerId),
      timestamp: String(time),
      sign: createHmac('sha256', partnerKey).update(signed).digest('hex'),
      ...(isPublic ? {} : { access_token: tokens.access, shop_id: String(shop.shopId) }),
    })
    for (const [key, value = []] of Object.entries(query))
      for (const each of Array.isArray(value) ? value : [value]) sent.append(key, String(each))
    spoil?.(sent)
    const headers: Record<string, string> = form ? {} : { 'content-type': 'application/json' }
    const sentBody = form ?? (body === undefined ? null : JSON.stringify(body))
    return fetch(`${sandbox.url}${full}?${sent}`, { method, headers, body: sentBody })
  }
  async function ask(method: Verb, path: string, asking: Asking = {}): Promise<Reply> {
    const answer = await raw(method, path, asking)
    return { status: answer.status, ...((await answer.json()) as Omit<Reply, 'status'>) } as Reply
  }
  const get = (path: string, query: Asking['query'] = {}) => ask('GET', path, { query })
  const post = (path: string, body: unknown) => ask('POST', path, { body })

  const firstToken = (code: string) =>
    ask('POST', 'auth/token/get', { isPublic: true, body: { code, partner_id: partnerId, shop_id: shop.shopId } })
  const refresh = (refresh_token = tokens.refresh) =>
    ask('POST', 'auth/access_token/get', {
      isPublic: true,
      body: { refresh_token, partner_id: partnerId, shop_id: shop.shopId },
    })
  const keep = (reply: Reply) => {
    tokens.access = reply.access_token
    tokens.refresh = reply.refresh_token
    return reply
  }

  async function control(method: string, path: string, body?: unknown) {
    const answer = await fetch(`${sandbox.controlUrl}/${path}`, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(text)
    return text === '' ? null : JSON.parse(text)
  }
  const buy = async (lines: { sku: string; quantity?: number }[], more: object = {}): Promise<string> =>
    (await control('POST', 'buyers/buy', { lines, ...more })).orderId
  const step = (sn: string, name: Step) => control('POST', `orders/${sn}/step`, { step: name })
  const detail = async (sn: string, fields = 'item_list,package_list,total_amount') =>
    (await get('order/get_order_detail', { order_sn_list: sn, response_optional_fields: fields })).response
      .order_list[0]
  const move = (by: number) => sandbox.ground.time.move(by * 1000)
  /** Picked up by the courier's own slot. */
  const ship = async (sn: string, more: object = {}) => {
    const { response } = await get('logistics/get_shipping_parameter', { order_sn: sn, ...more })
    const [{ address_id, time_slot_list }] = response.pickup.address_list
    return post('logistics/ship_order', {
      order_sn: sn,
      ...more,
      pickup: { address_id, pickup_time_id: time_slot_list[0].pickup_time_id },
    })
  }
  const itemOf = async (sku: string): Promise<{ item_id: number; model_id: number }> => {
    const [item_id] = (await get('product/search_item', { item_sku: sku, page_size: 1 })).response.item_id_list
    const { model } = (await get('product/get_model_list', { item_id })).response
    return { item_id, model_id: model.find((each: { model_sku: string }) => each.model_sku === sku)?.model_id ?? 0 }
  }

  return {
    sandbox,
    partnerId,
    partnerKey,
    shop,
    tokens,
    seconds,
    raw,
    ask,
    get,
    post,
    firstToken,
    refresh,
    keep,
    control,
    buy,
    step,
    detail,
    move,
    ship,
    itemOf,
    /** The seller says yes, and the code is traded. */
    connect: async () => keep(await firstToken(sandbox.world.consent().code!)),
  }
}

/** An app whose seller has said yes. */
export async function aConnectedApp(options: SandboxOptions = {}) {
  const app = await anApp(options)
  await app.connect()
  return app
}
