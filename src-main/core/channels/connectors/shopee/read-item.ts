import { z } from 'zod'
import type { ItemAtChannel, ItemState } from '../../../../../src-shared/listings/item.ts'
import type { Payload } from '../connector.ts'
import { Amount, Id, listOf, Text } from './wire.ts'

/* Source: v2.product.get_item_base_info and get_model_list (2026-08). Weights are text in kilograms. */

const STATES: Record<string, ItemState> = {
  NORMAL: 'live',
  UNLIST: 'hidden',
  BANNED: 'refused',
  REVIEWING: 'reviewing',
  SELLER_DELETE: 'gone',
  SHOPEE_DELETE: 'gone',
}

const Prices = listOf(z.looseObject({ original_price: Amount.nullish() }))
const Stocks = z
  .looseObject({
    summary_info: z
      .looseObject({
        total_reserved_stock: z.number().int().nullish(),
        total_available_stock: z.number().int().nullish(),
      })
      .nullish(),
  })
  .nullish()
const Side = z.number().int().nullish()
export const BaseItem = z.looseObject({
  item_id: Id,
  item_name: Text,
  description: Text,
  item_sku: Text,
  item_status: Text,
  category_id: Id.nullish(),
  weight: Text,
  has_model: z.boolean().nullish(),
  has_promotion: z.boolean().nullish(),
  price_info: Prices,
  stock_info_v2: Stocks,
  image: z.looseObject({ image_id_list: listOf(z.string()), image_url_list: listOf(z.string()) }).nullish(),
  dimension: z.looseObject({ package_length: Side, package_width: Side, package_height: Side }).nullish(),
  brand: z.looseObject({ brand_id: Id.nullish(), original_brand_name: Text }).nullish(),
  attribute_list: listOf(
    z.looseObject({
      attribute_id: Id,
      original_attribute_name: Text,
      attribute_value_list: listOf(z.looseObject({ value_id: Id, original_value_name: Text })),
    }),
  ),
})
type BaseItem = z.output<typeof BaseItem>
export const ModelList = z.looseObject({
  tier_variation: listOf(
    z.looseObject({
      name: Text,
      option_list: listOf(
        z.looseObject({ option: Text, image: z.looseObject({ image_id: z.string().nullish() }).nullish() }),
      ),
    }),
  ),
  model: listOf(
    z.looseObject({
      model_id: Id,
      tier_index: listOf(z.number().int()),
      model_sku: Text,
      model_status: Text,
      has_promotion: z.boolean().nullish(),
      price_info: Prices,
      stock_info_v2: Stocks,
    }),
  ),
})

const Told = z.looseObject({ item: BaseItem, models: ModelList.nullable() })

const figures = (it: Pick<BaseItem, 'has_promotion' | 'price_info' | 'stock_info_v2'>) => ({
  price: it.price_info[0]?.original_price ?? null,
  stock: it.stock_info_v2?.summary_info?.total_available_stock ?? null,
  reserved: it.stock_info_v2?.summary_info?.total_reserved_stock ?? null,
  lockedBy: it.has_promotion ? 'promotion' : '',
})

const NO_BRAND = { id: '', name: '' }
/** Shopee's own word for none is brand 0. */
const isOf = (brandId: string | null | undefined) => Boolean(brandId) && brandId !== '0'

export function readItem({ body }: Payload): ItemAtChannel {
  const { item, models } = Told.parse(JSON.parse(body))
  const { package_length, package_width, package_height } = item.dimension ?? {}
  const hasSides = package_length && package_width && package_height
  return {
    itemId: item.item_id,
    ownCode: item.item_sku,
    title: item.item_name,
    description: item.description,
    state: STATES[item.item_status] ?? 'hidden',
    isUnderReview: item.item_status === 'REVIEWING',
    refusedFor: item.item_status === 'BANNED' ? 'BANNED' : '',
    categoryId: item.category_id ?? '',
    categoryPath: '',
    brand: isOf(item.brand?.brand_id) ? { id: item.brand!.brand_id!, name: item.brand!.original_brand_name } : NO_BRAND,
    attributes: item.attribute_list.map(({ attribute_id, original_attribute_name, attribute_value_list }) => ({
      id: attribute_id,
      name: original_attribute_name,
      values: attribute_value_list.map(({ value_id, original_value_name }) => ({
        id: value_id === '0' ? '' : value_id,
        name: original_value_name,
      })),
    })),
    photos: (item.image?.image_id_list ?? []).map((id, at) => ({
      id,
      address: item.image?.image_url_list[at] ?? '',
    })),
    optionPhotos: (models?.tier_variation ?? []).flatMap(({ option_list }, tier) =>
      option_list.flatMap(({ option, image }) => (image?.image_id ? [{ tier, option, id: image.image_id }] : [])),
    ),
    weightGrams: item.weight === '' ? null : Math.round(Number(item.weight) * 1000),
    dimensions: hasSides ? { lengthCm: package_length, widthCm: package_width, heightCm: package_height } : null,
    tiers: models?.tier_variation.map(({ name }) => name) ?? [],
    models: models
      ? models.model.map((model) => ({
          ...figures(model),
          modelId: model.model_id,
          options: model.tier_index.map(
            (option, tier) => models.tier_variation[tier]?.option_list[option]?.option ?? '',
          ),
          sku: model.model_sku,
          isHidden: /UNAVAILABLE|DELETED|BANNED/.test(model.model_status),
        }))
      : [{ ...figures(item), modelId: '', options: [], sku: item.item_sku, isHidden: false }],
  }
}
