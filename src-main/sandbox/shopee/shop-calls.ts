import { z } from 'zod'
import { queryInt, read } from './parameters.ts'
import type { Shopee } from './state.ts'
import { FIRST_PAGE_OF_SHOPS } from './unsure.ts'
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
  response: { shop_name: shop.name, shop_logo: '', description: 'Batik modern dari Jepara.', invoice_issuer: '' },
})

/** The shop is open. */
export const holidayMode = (): Payload => ({
  response: { holiday_mode_on: false, holiday_mode_mtime: 0, holiday_mode_type: 0, holiday_mode_description: '' },
})

/** Where pushes come from. */
export const ipRanges = (): Payload => ({ flat: { ip_list: ['127.0.0.1'] } })

/** An ordinary shop has one place for its stock, and is told so by a refusal. */
export function warehouses(): never {
  throw new Refused('warehouse.error_not_in_whitelist', 'Your shop is not in the whitelist of multi warehouse.')
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
