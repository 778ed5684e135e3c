import { z } from 'zod'
import { COURIERS, couriersOf } from './couriers.ts'
import { Id, read } from './parameters.ts'
import type { Shopee } from './state.ts'
import { type Payload, Refused } from './wire.ts'

/* The couriers of the shop. Source: v2.logistics.get_channel_list and update_channel (2026-08). */

export const channelList = ({ state }: Shopee): Payload => ({
  response: {
    logistics_channel_list: couriersOf(state.couriers).map(({ channelId, name, takesCod, isEnabled }) => ({
      logistics_channel_id: channelId,
      logistics_channel_name: name,
      preprint: false,
      cod_enabled: takesCod,
      enabled: isEnabled,
      fee_type: 'SIZE_INPUT',
      size_list: [],
      weight_limit: { item_min_weight: 0, item_max_weight: 50 },
      item_max_dimension: { height: 100, width: 100, length: 100, unit: 'cm', dimension_sum: 240 },
      volume_limit: {},
      mask_channel_id: 0,
      service_type_identifier: '',
      force_enable: false,
      logistics_description: '',
      block_seller_cover_shipping_fee: false,
      support_cross_border: false,
      seller_logistic_has_configuration: null,
      logistics_capability: { seller_logistics: false },
      support_pause: false,
    })),
  },
})

const CHANNEL = z.object({
  logistics_channel_id: Id,
  enabled: z.boolean().optional(),
  cod_enabled: z.boolean().optional(),
})

/** Switches a courier on or off; one stays on, and not every one collects money. */
export function updateChannel({ state }: Shopee, body: unknown): Payload {
  const asked = read(CHANNEL, body, 'logistics.')
  const known = COURIERS.find(({ channelId }) => channelId === asked.logistics_channel_id)
  if (!known)
    throw new Refused('logistics.error_param', 'Invalid logistics_channel_id. Please check the logistics_channel_id.')
  if (asked.cod_enabled && !known.takesCod)
    throw new Refused(
      'logistics_error',
      "Sorry that this channel can't be enabled(disabled)/preferred/ COD enabled(COD disabled).",
    )
  const all = couriersOf(state.couriers)
  const { channelId, name, ...now } = all.find((each) => each.channelId === known.channelId)!
  const next = { isEnabled: asked.enabled ?? now.isEnabled, takesCod: asked.cod_enabled ?? now.takesCod }
  const others = all.filter((each) => each.channelId !== channelId && each.isEnabled)
  if (!next.isEnabled && others.length === 0)
    throw new Refused(
      'logistics.minimum_activation_rule',
      `${name} cannot be turned off. Please enable at least 1 of the following channel(s): ${COURIERS.map((each) => each.name).join(', ')}`,
    )
  state.couriers = { ...state.couriers, [channelId]: next }
  return {
    response: {
      shop_id: state.shop.shopId,
      logistics_channel_id: channelId,
      enabled: next.isEnabled,
      cod_enabled: next.takesCod,
      is_multi_warehouse: false,
      updated_channels: [{ channel_id: channelId, channel_display_name: name, unsupport_warehouse: [] }],
    },
  }
}
