import { z } from 'zod'
import type { Push, PushRules } from '../frame/pushes.ts'
import { Int, read } from './parameters.ts'
import { pushSignature } from './signature.ts'
import { type Shopee, secondsNow } from './state.ts'
import type { Payload } from './wire.ts'

/* Messages to the app. Source: "Push mechanism" (2025-12); what follows a message that was not taken: newer revisions (2026). */

/** Only a short answer without a word counts as taken. */
export const PUSH_RULES: PushRules = {
  timeoutMs: 3000,
  againAfterMs: [300_000, 1_800_000, 10_800_000],
  accepts: (status, body) => status >= 200 && status < 300 && body === '',
}
const LOST_SECONDS = 3 * 86_400
const LOST_AT_ONCE = 100

/** Says something to the app, if it wants to hear of it. Field names as in the printed sample: `ordersn` has no underscore here. */
export function push(shopee: Shopee, code: number, data: Record<string, unknown>): void {
  const { state, ground } = shopee
  const { url } = state.push
  if (!url || !state.push.on.has(code)) return
  const body = JSON.stringify({ data, shop_id: state.shop.shopId, code, timestamp: secondsNow(shopee) })
  ground.pushes.send({ url, headers: { authorization: pushSignature(state.app.partnerKey, url, body) }, body })
}

/** A message that nobody took, to be fetched within three days. */
export function keepLost(shopee: Shopee, lost: Push): void {
  const { state } = shopee
  state.push.lost.push({ id: ++state.last.push, time: secondsNow(shopee), envelope: lost.body })
}

export function lostPushes(shopee: Shopee): Payload {
  const { state } = shopee
  const kept = state.push.lost.filter(({ time }) => time >= secondsNow(shopee) - LOST_SECONDS)
  state.push.lost = kept
  const shown = kept.slice(0, LOST_AT_ONCE)
  return {
    response: {
      push_message_list: shown.map(({ envelope }) => ({ ...pick(envelope), data: envelope })),
      has_next_page: kept.length > shown.length,
      last_message_id: shown.at(-1)?.id ?? 0,
    },
  }
}

const pick = (envelope: string) => {
  const { shop_id, code, timestamp } = JSON.parse(envelope) as { shop_id: number; code: number; timestamp: number }
  return { shop_id, code, timestamp }
}

const CONFIRM = z.object({ last_message_id: Int })

/** A watermark: everything up to it was taken. */
export function confirmLost({ state }: Shopee, body: unknown): Payload {
  const { last_message_id } = read(CONFIRM, body)
  state.push.lost = state.push.lost.filter(({ id }) => id > last_message_id)
  return { response: {} }
}

export const pushConfig = ({ state }: Shopee): Payload => ({
  response: {
    callback_url: state.push.url ?? '',
    live_push_status: state.push.url ? 'Normal' : 'Disabled',
    blocked_shop_id: [],
    push_config_on_list: [...state.push.on].sort((a, b) => a - b),
    push_config_off_list: [],
  },
})

const SET = z.object({
  callback_url: z.string().optional(),
  set_push_config_on: z.array(Int).optional(),
  set_push_config_off: z.array(Int).optional(),
  blocked_shop_id_list: z.array(Int).max(500).optional(),
})

export function setPushConfig({ state }: Shopee, body: unknown): Payload {
  const wanted = read(SET, body)
  if (wanted.callback_url !== undefined) state.push.url = wanted.callback_url || null
  for (const code of wanted.set_push_config_on ?? []) state.push.on.add(code)
  for (const code of wanted.set_push_config_off ?? []) state.push.on.delete(code)
  return { response: { result: 'success' } }
}
