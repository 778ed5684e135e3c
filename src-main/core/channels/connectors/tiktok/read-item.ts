import { z } from 'zod'
import type { ItemAtChannel, ItemState } from '../../../../../src-shared/listings/item.ts'
import type { Payload } from '../connector.ts'
import { amountOf } from './amount.ts'
import { textOf } from './html-text.ts'

/* Source: Partner Center, product 202309 (2026-11). Every SKU has an id of its own, also where there is only one. */

const Stock = z.looseObject({ warehouse_id: z.string(), quantity: z.number().int() })
const Sku = z.looseObject({
  id: z.string(),
  seller_sku: z.string().nullish(),
  price: z.looseObject({ tax_exclusive_price: z.string().nullish(), sale_price: z.string().nullish() }).nullish(),
  inventory: z.array(Stock).nullish(),
  sales_attributes: z
    .array(
      z.looseObject({
        id: z.string().nullish(),
        name: z.string().nullish(),
        value_id: z.string().nullish(),
        value_name: z.string().nullish(),
        sku_img: z.looseObject({ uri: z.string().nullish() }).nullish(),
      }),
    )
    .nullish(),
  status_info: z.looseObject({ status: z.string().nullish() }).nullish(),
})
export const Product = z.looseObject({
  id: z.string(),
  title: z.string(),
  description: z.string().nullish(),
  status: z.string().nullish(),
  product_status: z.string().nullish(),
  external_product_id: z.string().nullish(),
  audit: z.looseObject({ status: z.string().nullish() }).nullish(),
  audit_failed_reasons: z.array(z.looseObject({ reasons: z.array(z.string()).nullish() })).nullish(),
  category_chains: z
    .array(z.looseObject({ id: z.string(), is_leaf: z.boolean().nullish(), local_name: z.string().nullish() }))
    .nullish(),
  brand: z.looseObject({ id: z.string().nullish(), name: z.string().nullish() }).nullish(),
  main_images: z.array(z.looseObject({ uri: z.string(), urls: z.array(z.string()).nullish() })).nullish(),
  package_weight: z.looseObject({ unit: z.string().nullish(), value: z.string().nullish() }).nullish(),
  package_dimensions: z
    .looseObject({ length: z.string().nullish(), width: z.string().nullish(), height: z.string().nullish() })
    .nullish(),
  product_attributes: z
    .array(
      z.looseObject({
        id: z.string(),
        name: z.string().nullish(),
        values: z.array(z.looseObject({ id: z.string().nullish(), name: z.string().nullish() })).nullish(),
      }),
    )
    .nullish(),
  skus: z.array(Sku).nullish(),
})
export type Product = z.infer<typeof Product>

const STATES: Record<string, ItemState> = {
  ACTIVATE: 'live',
  DRAFT: 'hidden',
  PENDING: 'reviewing',
  INITIAL: 'reviewing',
  SELLER_DEACTIVATED: 'hidden',
  FAILED: 'refused',
  PLATFORM_DEACTIVATED: 'refused',
  FREEZE: 'refused',
  DELETED: 'gone',
}
/** Their detail is not told any more. */
const WITHOUT_DETAIL = new Set(['FREEZE', 'DELETED'])

/** The newer of the two fields calls both a product under review and a refused one by one word; the older tells them apart. */
const statusOf = ({ status, product_status }: Product): string => status ?? product_status ?? ''
export const hasDetail = (product: Product): boolean => !WITHOUT_DETAIL.has(statusOf(product))

const Level = z.looseObject({ available: z.number(), committed: z.number() })
const Told = z.looseObject({ product: Product, levels: z.record(z.string(), Level) })

export function readItem({ body }: Payload): ItemAtChannel {
  const { product, levels } = Told.parse(JSON.parse(body))
  const skus = product.skus ?? []
  const { package_weight: weight, package_dimensions: sides } = product
  const [lengthCm, widthCm, heightCm] = [sides?.length, sides?.width, sides?.height].map((side) =>
    Math.round(Number(side ?? 0)),
  ) as [number, number, number]
  return {
    itemId: product.id,
    ownCode: product.external_product_id ?? '',
    title: product.title,
    description: textOf(product.description ?? ''),
    state: STATES[statusOf(product)] ?? 'hidden',
    isUnderReview: product.audit?.status === 'AUDITING',
    refusedFor: (product.audit_failed_reasons ?? []).flatMap(({ reasons }) => reasons ?? []).join(' '),
    categoryId: product.category_chains?.at(-1)?.id ?? '',
    categoryPath: (product.category_chains ?? []).map(({ local_name }) => local_name ?? '').join(' > '),
    brand: { id: product.brand?.id ?? '', name: product.brand?.name ?? '' },
    attributes: (product.product_attributes ?? []).map(({ id, name, values }) => ({
      id,
      name: name ?? '',
      values: (values ?? []).map((value) => ({ id: value.id ?? '', name: value.name ?? '' })),
    })),
    photos: (product.main_images ?? []).map(({ uri, urls }) => ({ id: uri, address: urls?.[0] ?? '' })),
    optionPhotos: optionPhotosOf(skus),
    weightGrams: weight?.value ? Math.round(Number(weight.value) * (weight.unit === 'GRAM' ? 1 : 1000)) : null,
    dimensions: lengthCm && widthCm && heightCm ? { lengthCm, widthCm, heightCm } : null,
    tiers: (skus[0]?.sales_attributes ?? []).map(({ name }) => name ?? ''),
    models: skus.map((sku) => {
      const written = sku.price?.tax_exclusive_price ?? sku.price?.sale_price
      const offered = sku.inventory?.reduce((sum, { quantity }) => sum + quantity, 0)
      return {
        modelId: sku.id,
        options: (sku.sales_attributes ?? []).map(({ value_name }) => value_name ?? ''),
        sku: sku.seller_sku ?? '',
        price: written ? amountOf(written) : null,
        stock: levels[sku.id]?.available ?? offered ?? null,
        reserved: levels[sku.id]?.committed ?? null,
        isHidden: sku.status_info?.status?.includes('DEACTIVATED') ?? false,
        lockedBy: '',
      }
    }),
  }
}

/** Each SKU carries the picture of its options; the first of an option is taken. */
function optionPhotosOf(skus: readonly z.infer<typeof Sku>[]): ItemAtChannel['optionPhotos'] {
  const found = new Map<string, ItemAtChannel['optionPhotos'][number]>()
  for (const { sales_attributes } of skus)
    for (const [tier, { value_name, sku_img }] of (sales_attributes ?? []).entries()) {
      const key = `${tier} ${value_name}`
      if (sku_img?.uri && !found.has(key)) found.set(key, { tier, option: value_name ?? '', id: sku_img.uri })
    }
  return [...found.values()]
}
