import { z } from 'zod'
import { ATTRIBUTES, brandsOf, isLeaf, LIMITS, NEEDS_BRAND } from './categories.ts'
import { COURIERS } from './couriers.ts'
import { baseInfo, modelAnswer, modelList } from './item-answers.ts'
import { Id, Int, read } from './parameters.ts'
import { editableItem } from './product-calls.ts'
import { type Item, type Model, type Shopee, secondsNow, type Tier } from './state.ts'
import { checkSpread, wrongPrice } from './stock-and-price.ts'
import { type Payload, Refused, wrongParameter } from './wire.ts'

/* Writing listings. Source: v2.product.add_item, update_item, init_tier_variation, add_model, update_model, delete_model (2026-08). */

const wrong = (detail: string) => wrongParameter(detail, 'product.')
const no = (error: string, message: string) => new Refused(`product.${error}`, message)
const lengthBetween = ({ min, max }: { min: number; max: number }) => z.string().min(min).max(max)

const Stock = z
  .array(z.object({ location_id: z.string().optional(), stock: Int.min(LIMITS.stock.min).max(LIMITS.stock.max) }))
  .min(1)
const Dimension = z.object({
  package_height: Int.positive(),
  package_length: Int.positive(),
  package_width: Int.positive(),
})
const Attributes = z.array(
  z.object({
    attribute_id: Id,
    attribute_value_list: z
      .array(z.object({ value_id: Id, original_value_name: z.string().optional(), value_unit: z.string().optional() }))
      .default([]),
  }),
)
const Images = z.object({ image_id_list: z.array(z.string()).min(LIMITS.images.min).max(LIMITS.images.max) })
const Brand = z.object({ brand_id: Id, original_brand_name: z.string().optional() })
const Logistics = z.array(z.object({ logistic_id: Id, enabled: z.boolean() }))

const WRITTEN = {
  item_name: lengthBetween(LIMITS.name),
  description: lengthBetween(LIMITS.description),
  item_sku: z.string().max(100).optional(),
  category_id: Id,
  weight: z.number().positive(),
  dimension: Dimension.optional(),
  image: Images,
  logistic_info: Logistics,
  attribute_list: Attributes.optional(),
  brand: Brand.optional(),
  item_status: z.enum(['NORMAL', 'UNLIST']).optional(),
  condition: z.enum(['NEW', 'USED']).optional(),
  item_dangerous: Int.min(0).max(1).optional(),
  pre_order: z.object({ is_pre_order: z.boolean(), days_to_ship: Int.min(1).max(30).optional() }).optional(),
  gtin_code: z
    .string()
    .regex(/^(00|\d{8,14})?$/, 'This is not a valid GTIN. Please, inform a valid number')
    .optional(),
  wholesale: z.array(z.object({ min_count: Int.min(1), max_count: Int.min(1), unit_price: z.number() })).optional(),
}

const ADD = z.object({ ...WRITTEN, original_price: z.number(), seller_stock: Stock.optional() })

export function addItem(shopee: Shopee, body: unknown): Payload {
  const asked = read(ADD, body, 'product.')
  if (NEEDS_BRAND.has(asked.category_id) && !asked.brand) throw wrong('brand is required for this category')
  const badPrice = wrongPrice(asked.original_price)
  if (badPrice) throw wrong(badPrice)
  const { state } = shopee
  const now = secondsNow(shopee)
  const item: Item = {
    itemId: state.last.item + 1,
    status: asked.item_status ?? 'NORMAL',
    name: asked.item_name,
    description: asked.description,
    sku: asked.item_sku ?? '',
    categoryId: leaf(asked.category_id),
    brand: brandOf(shopee, asked.brand),
    attributes: attributesOf(asked.attribute_list ?? []),
    imageIds: imagesOf(shopee, asked.image.image_id_list),
    weightKg: asked.weight,
    dimension: dimensionOf(asked.dimension),
    logisticIds: logisticsOf(asked.logistic_info),
    isDangerous: asked.item_dangerous ?? 0,
    condition: asked.condition ?? 'NEW',
    daysToShip: asked.pre_order?.days_to_ship ?? 2,
    isPreOrder: asked.pre_order?.is_pre_order ?? false,
    gtin: asked.gtin_code ?? '',
    wholesales: asked.wholesale ?? [],
    createTime: now,
    updateTime: now,
    tiers: [],
    models: [
      {
        modelId: 0,
        tierIndex: [],
        sku: asked.item_sku ?? '',
        originalPrice: asked.original_price,
        price: asked.original_price,
        stock: total(asked.seller_stock ?? []),
        reserved: 0,
        isInPromotion: false,
        weightKg: null,
      },
    ],
    share: 1,
  }
  state.last.item += 1
  state.items.set(item.itemId, item)
  return { response: baseInfo(shopee, item) }
}

const UPDATE = z.object({ item_id: Id, ...z.object(WRITTEN).partial().shape })

/** Only fields that are sent change. */
export function updateItem(shopee: Shopee, body: unknown): Payload {
  const asked = read(UPDATE, body, 'product.')
  const item = editableItem(shopee, asked.item_id)
  const changed: Item = {
    ...item,
    name: asked.item_name ?? item.name,
    description: asked.description ?? item.description,
    sku: asked.item_sku ?? item.sku,
    categoryId: asked.category_id === undefined ? item.categoryId : leaf(asked.category_id),
    brand: asked.brand ? brandOf(shopee, asked.brand) : item.brand,
    attributes: asked.attribute_list ? attributesOf(asked.attribute_list) : item.attributes,
    imageIds: asked.image ? imagesOf(shopee, asked.image.image_id_list) : item.imageIds,
    weightKg: asked.weight ?? item.weightKg,
    dimension: asked.dimension ? dimensionOf(asked.dimension) : item.dimension,
    logisticIds: asked.logistic_info ? logisticsOf(asked.logistic_info) : item.logisticIds,
    isDangerous: asked.item_dangerous ?? item.isDangerous,
    condition: asked.condition ?? item.condition,
    isPreOrder: asked.pre_order?.is_pre_order ?? item.isPreOrder,
    daysToShip: asked.pre_order?.days_to_ship ?? item.daysToShip,
    gtin: asked.gtin_code ?? item.gtin ?? '',
    wholesales: asked.wholesale ?? item.wholesales ?? [],
    status: asked.item_status ?? item.status,
    updateTime: secondsNow(shopee),
  }
  if (changed.tiers.length === 0) changed.models[0]!.sku = changed.sku
  shopee.state.items.set(item.itemId, changed)
  return { response: baseInfo(shopee, changed) }
}

const NewModel = z.object({
  tier_index: z.array(Int.nonnegative()).min(1).max(LIMITS.tiers),
  original_price: z.number(),
  model_sku: z.string().max(100).optional(),
  weight: z.number().positive().optional(),
  seller_stock: Stock,
  dimension: Dimension.optional(),
})
const Option = lengthBetween({ min: 1, max: LIMITS.optionLetters })
const OldTiers = z
  .array(
    z.object({
      name: Option,
      option_list: z
        .array(z.object({ option: Option, image: z.object({ image_id: z.string() }).optional() }))
        .min(1)
        .max(LIMITS.options),
    }),
  )
  .min(1)
  .max(LIMITS.tiers)
const NewTiers = z
  .array(
    z.object({
      variation_id: Id,
      variation_name: Option.optional(),
      variation_group_id: Id.optional(),
      variation_option_list: z
        .array(
          z.object({
            variation_option_id: Id.optional(),
            variation_option_name: Option.optional(),
            image_id: z.string().optional(),
          }),
        )
        .min(1)
        .max(LIMITS.options),
    }),
  )
  .min(1)
  .max(LIMITS.tiers)
const TIERS = { tier_variation: OldTiers.optional(), standardise_tier_variation: NewTiers.optional() }

const INIT = z.object({ item_id: Id, ...TIERS, model: z.array(NewModel).min(1).max(LIMITS.models) })

/** Gives an item its first variations; all its combinations at once. */
export function initTierVariation(shopee: Shopee, body: unknown): Payload {
  const asked = read(INIT, body, 'product.')
  const item = editableItem(shopee, asked.item_id)
  const tiers = tiersOf(shopee, asked)
  const combinations = tiers.reduce((count, { options }) => count * options.length, 1)
  const models = modelsOf(shopee, tiers, asked.model)
  if (models.length !== combinations) throw wrong(`model should cover all ${combinations} combinations`)
  checkSpread(models.map(({ originalPrice }) => originalPrice))
  item.tiers = tiers
  item.models = models
  item.updateTime = secondsNow(shopee)
  const { tier_variation } = modelList(shopee, item)
  return {
    response: { item_id: item.itemId, tier_variation, model: models.map((model) => newModelAnswer(item, model)) },
  }
}

/** Of models just made the stock stands beside them, as the pages of init_tier_variation and add_model print it. */
const newModelAnswer = (item: Item, model: Model) => ({
  ...modelAnswer(item, model),
  seller_stock: [{ location_id: '', stock: model.stock }],
})

const UPDATE_TIERS = z.object({
  item_id: Id,
  ...TIERS,
  model_list: z.array(z.object({ tier_index: z.array(Int.nonnegative()).min(1), model_id: Id })).optional(),
})

/** Renames, adds or takes out options; models keep their ids and get the places that are said, and one without a place goes. */
export function updateTierVariation(shopee: Shopee, body: unknown): Payload {
  const asked = read(UPDATE_TIERS, body, 'product.')
  const item = editableItem(shopee, asked.item_id)
  if (item.tiers.length === 0)
    throw no(
      'error_tier_var_is_',
      'Item without tier-variation. Please use init_tier_variation api to upgrade the structure.',
    )
  const tiers = tiersOf(shopee, asked)
  if (tiers.length !== item.tiers.length) throw no('error_param', 'Canot change the level of tier-variation.')
  const models = asked.model_list ? placedAnew(item, asked.model_list) : item.models
  for (const { tierIndex } of models) checkPlace(tiers, tierIndex)
  if (new Set(models.map(({ tierIndex }) => tierIndex.join())).size < models.length)
    throw no('error_model_duplicate_tier_variation_index', 'Item have duplicate tier_index.')
  if (models.length === 0) throw no('error_busi_cannot_delete_all_model', 'Cannot delete all models by this api.')
  item.tiers = tiers
  item.models = models
  item.updateTime = secondsNow(shopee)
  return { response: {} }
}

function placedAnew(item: Item, places: readonly { model_id: number; tier_index: number[] }[]): Model[] {
  const placed = new Map<number, number[]>()
  for (const { model_id, tier_index } of places) {
    if (!item.models.some(({ modelId }) => modelId === model_id))
      throw no('error_wrong_modelid', `The model_id is wrong or not related to this item, model_id:${model_id}`)
    if (placed.has(model_id)) throw no('error_duplicate_modelid', `The model_id is duplicate, model_id:${model_id}`)
    placed.set(model_id, tier_index)
  }
  return item.models.flatMap((model) => {
    const tierIndex = placed.get(model.modelId)
    return tierIndex ? [{ ...model, tierIndex }] : []
  })
}

const ADD_MODELS = z.object({ item_id: Id, model_list: z.array(NewModel).min(1).max(LIMITS.models) })

export function addModel(shopee: Shopee, body: unknown): Payload {
  const asked = read(ADD_MODELS, body, 'product.')
  const item = editableItem(shopee, asked.item_id)
  if (item.tiers.length === 0) throw wrong('item has no tier_variation')
  const models = modelsOf(shopee, item.tiers, asked.model_list, item.models)
  checkSpread([...item.models, ...models].map(({ originalPrice }) => originalPrice))
  item.models.push(...models)
  item.updateTime = secondsNow(shopee)
  return { response: { model: models.map((model) => newModelAnswer(item, model)) } }
}

const UPDATE_MODELS = z.object({
  item_id: Id,
  model: z
    .array(
      z.object({ model_id: Id, model_sku: z.string().max(100).optional(), weight: z.number().positive().optional() }),
    )
    .min(1)
    .max(50),
})

export function updateModel(shopee: Shopee, body: unknown): Payload {
  const asked = read(UPDATE_MODELS, body, 'product.')
  const item = editableItem(shopee, asked.item_id)
  const found = asked.model.map((change) => {
    const model = item.models.find(({ modelId }) => modelId === change.model_id && modelId !== 0)
    if (!model) throw wrong(`Wrong model_id ${change.model_id}`)
    return { model, change }
  })
  for (const { model, change } of found) {
    model.sku = change.model_sku ?? model.sku
    model.weightKg = change.weight ?? model.weightKg
  }
  item.updateTime = secondsNow(shopee)
  return { response: {} }
}

const DELETE_MODEL = z.object({ item_id: Id, model_id: Id })

export function deleteModel(shopee: Shopee, body: unknown): Payload {
  const { item_id, model_id } = read(DELETE_MODEL, body, 'product.')
  const item = editableItem(shopee, item_id)
  if (model_id === 0 || !item.models.some(({ modelId }) => modelId === model_id))
    throw wrong(`Wrong model_id ${model_id}`)
  if (item.models.length === 1) throw wrong('the last model can not be deleted')
  item.models = item.models.filter(({ modelId }) => modelId !== model_id)
  item.updateTime = secondsNow(shopee)
  return { response: {} }
}

function tiersOf(
  shopee: Shopee,
  asked: {
    tier_variation?: z.infer<typeof OldTiers> | undefined
    standardise_tier_variation?: z.infer<typeof NewTiers> | undefined
  },
): Tier[] {
  const tiers: Tier[] | undefined = asked.tier_variation
    ? asked.tier_variation.map(({ name, option_list }) => ({
        name,
        options: option_list.map(({ option, image }) => ({ option, imageId: image?.image_id ?? null })),
      }))
    : asked.standardise_tier_variation?.map((tier) => ({
        name: tier.variation_name ?? '',
        options: tier.variation_option_list.map((option) => ({
          option: option.variation_option_name ?? '',
          imageId: option.image_id ?? null,
        })),
      }))
  if (!tiers) throw wrong('standardise_tier_variation is required')
  for (const { options } of tiers) {
    if (new Set(options.map(({ option }) => option)).size < options.length) throw wrong('repeated variation option')
    const pictured = options.filter(({ imageId }) => imageId !== null).length
    if (pictured > 0 && pictured < options.length)
      throw no('error_tier_img_partial', 'Interal error, please contact openapi team.')
    imagesOf(
      shopee,
      options.flatMap(({ imageId }) => imageId ?? []),
    )
  }
  return tiers
}

function checkPlace(tiers: readonly Tier[], place: readonly number[]) {
  if (place.length !== tiers.length || place.some((index, tier) => index >= tiers[tier]!.options.length))
    throw wrong('tier_index')
}

function modelsOf(
  shopee: Shopee,
  tiers: readonly Tier[],
  wanted: readonly z.infer<typeof NewModel>[],
  known: readonly Model[] = [],
): Model[] {
  const places = new Set(known.map(({ tierIndex }) => tierIndex.join()))
  for (const { tier_index, original_price } of wanted) {
    checkPlace(tiers, tier_index)
    if (places.has(tier_index.join())) throw wrong('repeated tier_index')
    places.add(tier_index.join())
    const bad = wrongPrice(original_price)
    if (bad) throw wrong(bad)
  }
  return wanted.map((model) => ({
    modelId: ++shopee.state.last.model,
    tierIndex: model.tier_index,
    sku: model.model_sku ?? '',
    originalPrice: model.original_price,
    price: model.original_price,
    stock: total(model.seller_stock),
    reserved: 0,
    isInPromotion: false,
    weightKg: model.weight ?? null,
  }))
}

const total = (stock: readonly { stock: number }[]) => stock.reduce((sum, each) => sum + each.stock, 0)

function leaf(id: number): number {
  if (!isLeaf(id)) throw wrong(`category_id ${id} is not a leaf category`)
  return id
}

function brandOf({ state }: Shopee, brand: z.infer<typeof Brand> | undefined) {
  if (!brand || brand.brand_id === 0) return { id: 0, name: 'NoBrand' }
  const known = brandsOf(state).find(({ id }) => id === brand.brand_id)
  if (!known || known.isPending) throw wrong(`Invalid brand_id ${brand.brand_id}`)
  return known
}

function attributesOf(given: z.infer<typeof Attributes>): Item['attributes'] {
  for (const { attribute_id } of given)
    if (!ATTRIBUTES.some(({ id }) => id === attribute_id)) throw wrong(`Invalid attribute_id ${attribute_id}`)
  const missing = ATTRIBUTES.find(
    ({ id, isMandatory }) => isMandatory && !given.some(({ attribute_id }) => attribute_id === id),
  )
  if (missing) throw wrong(`mandatory attribute ${missing.id} is missing`)
  return given.map(({ attribute_id, attribute_value_list }) => ({
    attributeId: attribute_id,
    values: attribute_value_list.map(({ value_id, original_value_name, value_unit }) => {
      const known = ATTRIBUTES.find(({ id }) => id === attribute_id)!.values.find(({ id }) => id === value_id)
      if (!known && (value_id !== 0 || !original_value_name)) throw wrong(`Invalid value_id ${value_id}`)
      return { valueId: value_id, name: known?.name ?? original_value_name!, unit: value_unit ?? '' }
    }),
  }))
}

function imagesOf({ state }: Shopee, ids: readonly string[]): string[] {
  const unknown = ids.find((id) => !state.images.has(id))
  if (unknown !== undefined) throw wrong(`Invalid image_id ${unknown}`)
  return [...ids]
}

const dimensionOf = (given: z.infer<typeof Dimension> | undefined) => ({
  length: given?.package_length ?? 0,
  width: given?.package_width ?? 0,
  height: given?.package_height ?? 0,
})

function logisticsOf(given: z.infer<typeof Logistics>): number[] {
  const unknown = given.find(({ logistic_id }) => !COURIERS.some(({ channelId }) => channelId === logistic_id))
  if (unknown) throw wrong(`Invalid logistic_id ${unknown.logistic_id}`)
  const enabled = given.filter(({ enabled }) => enabled).map(({ logistic_id }) => logistic_id)
  if (enabled.length === 0) throw wrong('at least one logistic channel should be enabled')
  return enabled
}
