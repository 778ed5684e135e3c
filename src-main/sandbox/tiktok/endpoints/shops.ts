import { z } from 'zod'
import type { Market } from '../book.ts'
import { DELIVERY_OPTIONS } from '../couriers.ts'
import { endpoint } from '../endpoint.ts'
import { withdrawPermission } from '../granting.ts'
import { badParameter, SaidNo } from '../said-no.ts'

const warehouseOf = (market: Market, id: string) => {
  const warehouse = market.book.warehouses.find((each) => each.id === id)
  if (!warehouse) throw new SaidNo(12052097)
  return warehouse
}

export const shopEndpoints = [
  endpoint('GET', '/authorization/202309/shops', 'seller.authorization.info', {
    takesCipher: false,
    answer: ({ market: { book } }) => ({
      shops: [
        {
          cipher: book.shop.cipher,
          code: book.shop.code,
          id: book.shop.id,
          name: book.shop.name,
          region: 'ID',
          seller_type: 'LOCAL',
        },
      ],
    }),
  }),
  // what an app of a category, not of a shop, may do: nothing here
  endpoint('GET', '/authorization/202405/category_assets', 'seller.authorization.info', {
    takesCipher: false,
    answer: () => ({ category_assets: [] }),
  }),
  endpoint('DELETE', '/authorization/202403/shops', 'seller.authorization.info', {
    answer: ({ market }) => {
      withdrawPermission(market)
      return {}
    },
  }),
  endpoint('GET', '/seller/202309/shops', 'seller.shop.info', {
    takesCipher: false,
    answer: ({ market }) => ({ shops: [{ id: market.book.shop.id, region: 'ID' }] }),
  }),
  endpoint('GET', '/seller/202309/permissions', 'seller.shop.info', {
    takesCipher: false,
    answer: () => ({ permissions: [] }),
  }),
  endpoint('GET', '/logistics/202309/warehouses', 'seller.logistics', {
    answer: ({ market }) => ({
      warehouses: market.book.warehouses.map(({ id, entityId, name, type }, index) => ({
        id,
        entity_id: entityId,
        name,
        type,
        sub_type: 'DOMESTIC_WAREHOUSE',
        effect_status: 'ENABLED',
        is_default: index === 0,
        address: {
          region: 'Indonesia',
          region_code: 'ID',
          state: 'Jawa Tengah',
          city: 'Kabupaten Jepara',
          // the field is misspelt by the API itself
          distict: 'Tahunan',
          town: '',
          postal_code: '59427',
          contact_person: 'Ratna',
          phone_number: '(+62)81200000000',
          address_line1: 'Jl. Kartini No. 7',
          full_address: 'Jl. Kartini No. 7, Tahunan, Kabupaten Jepara, Jawa Tengah, 59427, Indonesia',
        },
      })),
    }),
  }),
  // of sellers who sell across borders
  endpoint('GET', '/logistics/202309/global_warehouses', 'seller.logistics', {
    takesCipher: false,
    answer: () => ({ global_warehouses: [] }),
  }),
  endpoint('GET', '/logistics/202309/warehouses/{warehouse_id}/delivery_options', 'seller.logistics', {
    query: z.looseObject({ scope: z.string().optional() }),
    answer: ({ market, params }) => {
      warehouseOf(market, params.warehouse_id!)
      return {
        delivery_options: DELIVERY_OPTIONS.map(({ id, name, type, platforms }) => ({
          id,
          name,
          type,
          description: name,
          platform: platforms,
          dimension_limit: { max_height: 100, max_length: 100, max_width: 100, unit: 'CENTIMETER' },
          weight_limit: { min_weight: 1, max_weight: 30_000, unit: 'GRAM' },
        })),
      }
    },
  }),
  endpoint('GET', '/logistics/202309/delivery_options/{delivery_option_id}/shipping_providers', 'seller.logistics', {
    answer: ({ params }) => {
      const option = DELIVERY_OPTIONS.find(({ id }) => id === params.delivery_option_id)
      if (!option) throw badParameter('param delivery_option_id is invalid')
      return { shipping_providers: option.providers.map(({ id, name }) => ({ id, name })) }
    },
  }),
]
