import { z } from 'zod'
import { queryInt, read } from './parameters.ts'
import { type Shopee, secondsNow } from './state.ts'
import { FIRST_PAGE_OF_SHOPS, SAID_WITHOUT_PERMISSION } from './unsure.ts'
import { type Payload, Refused } from './wire.ts'

export function shopInfo({ state: { shop } }: Shopee): Payload {
  return {
    flat: {
      shop_name: shop.name,
      region: 'ID',
      status: shop.isBanned ? 'BANNED' : 'NORMAL',
      is_cb: false,
      is_sip: false,
      auth_time: shop.authTime,
      expire_time: shop.expireTime,
      merchant_id: null,
      shop_fulfillment_flag: 'Others',
      is_upgraded_cbsc: false,
      is_main_shop: false,
      is_direct_shop: false,
      linked_main_shop_id: 0,
      is_one_awb: false,
      is_mart_shop: false,
      is_outlet_shop: false,
      mart_shop_id: null,
    },
  }
}

export const shopProfile = ({ state: { shop } }: Shopee): Payload => ({
  response: {
    shop_name: shop.name,
    shop_logo: '',
    description: shop.description ?? 'Batik modern dari Jepara.',
    invoice_issuer: '',
  },
})

const PROFILE = z.object({
  shop_name: z.string().min(1).max(30).optional(),
  shop_logo: z.string().optional(),
  description: z.string().max(500).optional(),
})

export function updateProfile(shopee: Shopee, body: unknown): Payload {
  const wanted = read(PROFILE, body, 'shop.')
  const { shop } = shopee.state
  shop.name = wanted.shop_name ?? shop.name
  shop.description = wanted.description ?? shop.description ?? ''
  return shopProfile(shopee)
}

export const holidayMode = ({ state: { shop } }: Shopee): Payload => ({
  response: {
    holiday_mode_on: shop.holiday !== undefined,
    holiday_mode_mtime: shop.holiday?.since ?? 0,
    holiday_mode_type: 0,
    holiday_mode_description: shop.holiday?.says ?? '',
  },
})

const HOLIDAY = z.object({ holiday_mode_on: z.boolean(), holiday_mode_description: z.string().max(500).optional() })

export function setHolidayMode(shopee: Shopee, body: unknown): Payload {
  const { holiday_mode_on, holiday_mode_description = '' } = read(HOLIDAY, body, 'shop.')
  const { shop } = shopee.state
  if (holiday_mode_on) shop.holiday = { since: secondsNow(shopee), says: holiday_mode_description }
  else delete shop.holiday
  return { response: { debug_msg: '' } }
}

/** No news, no brand that lets the shop resell it, and no merchant above it. */
export const shopNotices = (): Payload => ({ flat: { cursor: 0, data: null } })
export const resellerBrands = (): Payload => ({
  response: { is_authorised_reseller: false, total_count: 0, more: false, authorised_brand_list: [] },
})
export const linkedMerchants = (): Payload => ({ flat: { authed_merchant_list: [], more: false } })

/** Where pushes come from. */
export const ipRanges = (): Payload => ({ flat: { ip_list: ['127.0.0.1'] } })

/** An ordinary shop has one place for its stock, and is told so by a refusal. */
export function warehouses(): never {
  throw new Refused('warehouse.error_not_in_whitelist', 'Your shop is not in the whitelist of multi warehouse.')
}

export function chat(): never {
  throw new Refused('error_api_permission', SAID_WITHOUT_PERMISSION)
}

const PAGE = z.object({ page_size: queryInt(1, 100).optional(), page_no: queryInt(FIRST_PAGE_OF_SHOPS).optional() })

export function linkedShops({ state: { shop } }: Shopee, query: unknown): Payload {
  const { page_no = FIRST_PAGE_OF_SHOPS } = read(PAGE, query)
  const shops =
    shop.isLinked && page_no === FIRST_PAGE_OF_SHOPS
      ? [
          {
            region: 'ID',
            shop_id: shop.shopId,
            auth_time: shop.authTime,
            expire_time: shop.expireTime,
            sip_affi_shop_list: [],
          },
        ]
      : []
  return { flat: { authed_shop_list: shops, more: false } }
}
