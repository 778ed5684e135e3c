import { z } from 'zod'
import { type Content, type Market, nextId, type Product, type SalesAttribute, type Sku } from './book.ts'
import { type Category, categoryOf } from './categories.ts'
import { amount, id } from './checking.ts'
import { SaidNo } from './said-no.ts'
import { UNSURE } from './unsure.ts'

/** What creating and editing a product can say; which of it has to be said differs between the two. */
const uri = z.looseObject({ uri: z.string().min(1) })
const wantedSku = z.looseObject({
  id: id.optional(),
  seller_sku: z.string().optional(),
  external_sku_id: z.string().max(999).optional(),
  price: z
    .looseObject({ amount: z.string().optional(), sale_price: z.string().optional(), currency: z.string() })
    .optional(),
  inventory: z.array(z.looseObject({ warehouse_id: z.string(), quantity: z.number().int().optional() })).optional(),
  sales_attributes: z
    .array(
      z.looseObject({
        id: z.string().optional(),
        name: z.string().max(20).optional(),
        value_id: z.string().optional(),
        value_name: z.string().max(50).optional(),
        sku_img: uri.optional(),
      }),
    )
    .max(3)
    .optional(),
})
export const WantedProduct = z.looseObject({
  save_mode: z.enum(['LISTING', 'AS_DRAFT']).default('LISTING'),
  idempotency_key: z.string().max(128).optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  category_id: z.string().optional(),
  category_version: z.enum(['v1', 'v2']).default('v1'),
  brand_id: z.string().optional(),
  main_images: z.array(uri).optional(),
  product_attributes: z
    .array(
      z.looseObject({
        id: z.string(),
        values: z.array(z.looseObject({ id: z.string().optional(), name: z.string().max(50).optional() })),
      }),
    )
    .optional(),
  package_weight: z.looseObject({ value: z.string(), unit: z.string() }).optional(),
  package_dimensions: z
    .looseObject({ length: z.string(), width: z.string(), height: z.string(), unit: z.string() })
    .optional(),
  listing_platforms: z
    .array(z.enum(['TIKTOK_SHOP', 'TOKOPEDIA']))
    .min(1)
    .optional(),
  minimum_order_quantity: z.number().int().min(1).max(20).optional(),
  is_cod_allowed: z.boolean().optional(),
  external_product_id: z.string().max(999).optional(),
  skus: z.array(wantedSku).optional(),
})
export type WantedProduct = z.infer<typeof WantedProduct>
type WantedSku = z.infer<typeof wantedSku>

const DECIMAL = /^\d{1,6}(\.\d{1,4})?$/
const LARGEST_STOCK = 99_999
const LOWEST_PRICE = 100
const LARGEST_PRICE = 100_000_000

/** Every rule for text, pictures, category, weight and SKUs; the first one broken is the answer. */
export function contentOf(market: Market, wanted: WantedProduct, old: Product | null): Content {
  const categoryId = wanted.category_id ?? old?.categoryId
  if (wanted.category_id !== undefined && wanted.category_version !== UNSURE.categoryVersion) throw new SaidNo(12052217)
  const category = checkedCategory(categoryId)
  const title = (wanted.title ?? old?.title ?? '').trim()
  if (title === '') throw new SaidNo(12052261)
  if (title.length < 25 || title.length > 255) throw new SaidNo(12052051)
  const description = wanted.description ?? old?.description ?? ''
  if (description.trim() === '') throw new SaidNo(12052015)
  if (description.length > 10_000) throw new SaidNo(12052013)
  const imageUris = wanted.main_images?.map((image) => image.uri) ?? old?.imageUris ?? []
  if (imageUris.length === 0) throw new SaidNo(12052028)
  if (imageUris.length > 9) throw new SaidNo(12052306)
  if (imageUris.some((each) => market.book.images[each]?.useCase !== 'MAIN_IMAGE')) throw new SaidNo(12052300)
  const brandId = (wanted.brand_id ?? old?.brandId ?? null) || null
  if (brandId !== null) {
    const brand = market.book.brands.find((each) => each.id === brandId)
    if (!brand) throw new SaidNo(12052026)
    if (brand.isFirstRank && brand.isAuthorized === false) throw new SaidNo(12052208)
  }
  const attributes = attributesOf(market, wanted, old, category)
  const weight = wanted.package_weight ?? old?.weight
  if (
    !weight ||
    !['KILOGRAM', 'GRAM'].includes(weight.unit) ||
    !DECIMAL.test(weight.value) ||
    Number(weight.value) <= 0
  )
    throw new SaidNo(12019011)
  const dimensions = wanted.package_dimensions ?? old?.dimensions ?? null
  if (dimensions) {
    const sides = [dimensions.length, dimensions.width, dimensions.height]
    if (dimensions.unit !== 'CENTIMETER' || sides.some((side) => !/^[1-9]\d{0,2}$/.test(side)))
      throw new SaidNo(12019012)
  }
  return {
    title,
    description,
    categoryId: category.id,
    brandId,
    imageUris,
    attributes,
    weight: { value: weight.value, unit: weight.unit },
    dimensions: dimensions && {
      length: dimensions.length,
      width: dimensions.width,
      height: dimensions.height,
      unit: dimensions.unit,
    },
    minimumOrder: wanted.minimum_order_quantity ?? old?.minimumOrder ?? 1,
    isCodAllowed: wanted.is_cod_allowed ?? old?.isCodAllowed ?? true,
    externalId: wanted.external_product_id ?? old?.externalId ?? null,
    skus: wanted.skus ? skusOf(market, wanted.skus, old, category) : (old?.skus ?? missingSkus()),
  }
}

function missingSkus(): never {
  throw new SaidNo(11050001, 'param body.skus is missing')
}

function checkedCategory(categoryId: string | undefined): Category {
  const category = categoryId === undefined ? undefined : categoryOf(categoryId)
  if (!category) throw new SaidNo(12052023)
  if (!category.isLeaf) throw new SaidNo(12052230)
  if (category.permission === 'INVITE_ONLY') throw new SaidNo(12052223)
  return category
}

function attributesOf(
  market: Market,
  wanted: WantedProduct,
  old: Product | null,
  category: Category,
): Content['attributes'] {
  const given =
    wanted.product_attributes?.map((each) => {
      const known = category.attributes.find(
        (attribute) => attribute.id === each.id && attribute.type === 'PRODUCT_PROPERTY',
      )
      if (!known) throw new SaidNo(12052240)
      if (each.values.length > 1 && !known.isMultiple) throw new SaidNo(12052246)
      const values = each.values.map((value) => {
        const listed = known.values.find((one) => one.id === value.id || one.name === value.name)
        if (listed) return listed
        if (!value.name) throw new SaidNo(12052248)
        if (!known.isCustomizable) throw new SaidNo(12052247)
        return { id: nextId(market.book, 'attribute'), name: value.name }
      })
      return { id: each.id, values }
    }) ??
    old?.attributes ??
    []
  const isMissing = category.attributes.some(
    (attribute) => attribute.isRequired && !given.some((each) => each.id === attribute.id && each.values.length > 0),
  )
  if (isMissing) throw new SaidNo(12052104)
  return given
}

function skusOf(market: Market, wanted: WantedSku[], old: Product | null, category: Category): Sku[] {
  if (wanted.length === 0) missingSkus()
  if (wanted.length > 100) throw new SaidNo(12052050)
  const names = new Map<string, SalesAttribute>()
  const skus = wanted.map((each) => {
    const kept = each.id === undefined ? undefined : old?.skus.find((sku) => sku.id === each.id)
    if (each.id !== undefined && !kept) throw new SaidNo(12052556)
    const sellerSku = each.seller_sku ?? kept?.sellerSku ?? ''
    if (sellerSku.length > 50 || /\s/.test(sellerSku)) throw new SaidNo(12052054)
    if (!each.price && !kept) throw new SaidNo(12052073)
    const attributes =
      each.sales_attributes?.map((attribute) => named(market, attribute, category, names)) ?? kept?.attributes ?? []
    return {
      id: kept?.id ?? nextId(market.book, 'sku'),
      sellerSku,
      price: each.price ? priceOf(each.price) : kept!.price,
      available: each.inventory ? stockOf(market, each.inventory) : (kept?.available ?? missingStock()),
      committed: kept?.committed ?? 0,
      attributes,
      externalId: each.external_sku_id ?? kept?.externalId ?? null,
      isDeactivated: kept?.isDeactivated ?? false,
      share: kept?.share ?? 1,
    }
  })
  checkPictures(skus)
  const kinds = new Set(skus.map((sku) => sku.attributes.map((attribute) => attribute.id).join(' ')))
  if (kinds.size > 1) throw new SaidNo(12052550)
  if (skus.length > 1 && kinds.has('')) throw new SaidNo(12052104)
  const choices = skus.map((sku) => sku.attributes.map((attribute) => attribute.valueId).join(' '))
  if (new Set(choices).size < choices.length) throw new SaidNo(12052251)
  return skus
}

/** Pictures belong to one kind of variation, and then to each of its values. */
function checkPictures(skus: readonly Sku[]) {
  const attributes = skus.flatMap((sku) => sku.attributes)
  const pictured = new Set(attributes.flatMap(({ id: kind, imageUri }) => (imageUri === null ? [] : [kind])))
  if (pictured.size > 1) throw new SaidNo(12052528)
  const [kind] = pictured
  if (attributes.some(({ id: each, imageUri }) => each === kind && imageUri === null)) throw new SaidNo(12052522)
}

function missingStock(): never {
  throw new SaidNo(12019024)
}

/** Names of one's own get an id, the same within one product. */
function named(
  market: Market,
  { id: given, name, value_id, value_name, sku_img }: NonNullable<WantedSku['sales_attributes']>[number],
  category: Category,
  names: Map<string, SalesAttribute>,
): SalesAttribute {
  const known = category.attributes.find(
    (each) => each.type === 'SALES_PROPERTY' && (each.id === given || (!given && each.name === name)),
  )
  if (!known && !name && !given) throw new SaidNo(12052241)
  const value = known?.values.find((each) => each.id === value_id || (!value_id && each.name === value_name))
  if (!value && !value_name && !value_id) throw new SaidNo(12052248)
  if (sku_img && market.book.images[sku_img.uri]?.useCase !== 'ATTRIBUTE_IMAGE') throw new SaidNo(12052520)
  const label = known?.name ?? name ?? given!
  const option = value?.name ?? value_name ?? value_id!
  const sameName = [...names.values()].find((each) => each.name === label)
  const sameValue = names.get(`${label} ${option}`)
  const attribute: SalesAttribute = {
    id: known?.id ?? given ?? sameName?.id ?? nextId(market.book, 'attribute'),
    name: label,
    valueId: value?.id ?? value_id ?? sameValue?.valueId ?? nextId(market.book, 'attribute'),
    valueName: option,
    imageUri: sku_img?.uri ?? null,
  }
  names.set(`${label} ${option}`, attribute)
  return attribute
}

/** Whole rupiah: the currency has no cents. */
export function priceOf({ amount: given, currency }: { amount?: string | undefined; currency: string }): number {
  if (currency !== 'IDR') throw new SaidNo(12052084)
  if (given === undefined || !amount.safeParse(given).success) throw new SaidNo(12052012)
  const price = Number(given)
  if (price < LOWEST_PRICE || price > LARGEST_PRICE) throw new SaidNo(12052570)
  return price
}

/** One sales warehouse, which has to be named; a quantity within the limits. */
export function stockOf(
  market: Market,
  inventory: readonly { warehouse_id: string; quantity?: number | undefined }[],
): number {
  const sales = market.book.warehouses.filter(({ type }) => type === 'SALES_WAREHOUSE')
  for (const { warehouse_id } of inventory) {
    const known = market.book.warehouses.find((warehouse) => warehouse.id === warehouse_id)
    if (!known) throw new SaidNo(12052097)
    if (known.type !== 'SALES_WAREHOUSE') throw new SaidNo(12019022)
  }
  if (new Set(inventory.map(({ warehouse_id }) => warehouse_id)).size !== sales.length) throw new SaidNo(12019028)
  const quantity = inventory[0]!.quantity
  if (quantity === undefined) throw new SaidNo(12019024)
  if (quantity < (UNSURE.stockMayBeZero ? 0 : 1) || quantity > LARGEST_STOCK) throw new SaidNo(12052055)
  return quantity
}
