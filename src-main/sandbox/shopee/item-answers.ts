import { ATTRIBUTES } from './categories.ts'
import { COURIERS, courierOf } from './couriers.ts'
import type { Item, Model, Shopee } from './state.ts'

/* How items and their models look on the wire. Source: v2.product.get_item_base_info and get_model_list (2026-08). */

const priceInfo = (model: Model) => [
  {
    currency: 'IDR',
    original_price: model.originalPrice,
    current_price: model.price,
    inflated_price_of_original_price: model.originalPrice,
    inflated_price_of_current_price: model.price,
  },
]

const stockInfo = (model: Model) => ({
  summary_info: { total_reserved_stock: model.reserved, total_available_stock: model.stock },
  seller_stock: [{ location_id: '', stock: model.stock, if_saleable: true }],
  shopee_stock: [],
  advance_stock: { sellable_advance_stock: 0, in_transit_advance_stock: 0 },
})

const dimension = ({ dimension: { length, width, height } }: Item) => ({
  package_length: length,
  package_width: width,
  package_height: height,
})

export const imageUrl = ({ ground }: Shopee, id: string): string => `${ground.url}/file/${id}`

export const isPromoted = ({ isInPromotion, isDiscounted }: Model): boolean => isInPromotion || isDiscounted === true

const hasModels = (item: Item) => item.tiers.length > 0

export function baseInfo(shopee: Shopee, item: Item) {
  return {
    item_id: item.itemId,
    category_id: item.categoryId,
    item_name: item.name,
    description: item.description,
    item_sku: item.sku,
    create_time: item.createTime,
    update_time: item.updateTime,
    attribute_list: item.attributes.map(({ attributeId, values }) => {
      const known = ATTRIBUTES.find(({ id }) => id === attributeId)
      return {
        attribute_id: attributeId,
        original_attribute_name: known?.name ?? '',
        is_mandatory: known?.isMandatory ?? false,
        attribute_value_list: values.map(({ valueId, name, unit }) => ({
          value_id: valueId,
          original_value_name: name,
          value_unit: unit,
        })),
      }
    }),
    // price and stock of an item with models are asked for with get_model_list
    ...(hasModels(item) ? {} : { price_info: priceInfo(item.models[0]!), stock_info_v2: stockInfo(item.models[0]!) }),
    image: {
      image_id_list: item.imageIds,
      image_url_list: item.imageIds.map((id) => imageUrl(shopee, id)),
      image_ratio: '1:1',
    },
    weight: String(item.weightKg),
    dimension: dimension(item),
    logistic_info: COURIERS.map(({ channelId, name }) => ({
      logistic_id: channelId,
      logistic_name: name,
      enabled: item.logisticIds.includes(channelId),
      is_free: false,
      estimated_shipping_fee: courierOf(channelId).fee,
    })),
    pre_order: { is_pre_order: item.isPreOrder, days_to_ship: item.daysToShip },
    condition: item.condition,
    item_status: item.status,
    deboost: false,
    has_model: hasModels(item),
    has_promotion: item.models.some(isPromoted),
    brand: { brand_id: item.brand.id, original_brand_name: item.brand.name },
    item_dangerous: item.isDangerous,
    gtin_code: item.gtin ?? '',
    description_type: 'normal',
    is_fulfillment_by_shopee: false,
    tag: { kit: false },
    wholesales: item.wholesales?.length ? item.wholesales : null,
  }
}

export function modelList(shopee: Shopee, item: Item) {
  return {
    tier_variation: item.tiers.map(({ name, options }) => ({
      name,
      option_list: options.map(({ option, imageId }) => ({
        option,
        ...(imageId ? { image: { image_id: imageId, image_url: imageUrl(shopee, imageId) } } : {}),
      })),
    })),
    model: item.tiers.length === 0 ? [] : item.models.map((model) => modelAnswer(item, model)),
  }
}

export const modelAnswer = (item: Item, model: Model) => ({
  model_id: model.modelId,
  tier_index: model.tierIndex,
  promotion_id: 0,
  has_promotion: isPromoted(model),
  model_sku: model.sku,
  model_status: 'MODEL_NORMAL',
  price_info: priceInfo(model),
  stock_info_v2: stockInfo(model),
  pre_order: { is_pre_order: item.isPreOrder, days_to_ship: item.daysToShip },
  gtin_code: '',
  weight: String(model.weightKg ?? item.weightKg),
  dimension: dimension(item),
  is_fulfillment_by_shopee: false,
})
