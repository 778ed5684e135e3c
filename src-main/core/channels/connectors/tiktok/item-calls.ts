import { z } from 'zod'
import type { ItemAtChannel } from '../../../../../src-shared/listings/item.ts'
import type { Page, Payload, Window } from '../connector.ts'
import { differing, type ItemCalls, optionPictures, twinOf, type WantedItem } from '../items.ts'
import { ChannelTrouble } from '../trouble.ts'
import { htmlOf } from './html-text.ts'
import { listingCalls } from './listing-calls.ts'
import { nextOf } from './order-calls.ts'
import { hasDetail, Product, readItem } from './read-item.ts'
import type { ShopCalls } from './shop-calls.ts'
import { CATEGORY_VERSION } from './unsure.ts'
import { Errors } from './wire.ts'

/* Source: Partner Center, product 202309, 202502 and 202509 (2026-11). */

/** Each product is asked for by itself, since only its detail names the variations. */
const PAGE_SIZE = '20'

const Found = z.object({ products: z.array(Product).nullish(), next_page_token: z.string().nullish() })
const Inventory = z.object({
  inventory: z
    .array(
      z.object({
        skus: z.array(
          z.object({
            id: z.string(),
            total_available_quantity: z.number().int(),
            total_committed_quantity: z.number().int(),
          }),
        ),
      }),
    )
    .nullish(),
})
const Categories = z.object({
  categories: z
    .array(
      z.looseObject({
        id: z.string(),
        parent_id: z.string().nullish(),
        local_name: z.string(),
        is_leaf: z.boolean().nullish(),
        permission_statuses: z.array(z.string()).nullish(),
      }),
    )
    .nullish(),
})
const Attributes = z.object({
  attributes: z
    .array(
      z.looseObject({
        id: z.string(),
        name: z.string(),
        type: z.string().nullish(),
        // misspelt by the API itself; both are read
        is_requried: z.boolean().nullish(),
        is_required: z.boolean().nullish(),
        is_customizable: z.boolean().nullish(),
        is_multiple_selection: z.boolean().nullish(),
        values: z.array(z.object({ id: z.string(), name: z.string() })).nullish(),
      }),
    )
    .nullish(),
})
const Brands = z.object({
  brands: z
    .array(
      z.looseObject({
        id: z.string(),
        name: z.string(),
        authorized_status: z.string().nullish(),
        brand_status: z.string().nullish(),
        is_t1_brand: z.boolean().nullish(),
      }),
    )
    .nullish(),
  next_page_token: z.string().nullish(),
})
const Warehouses = z.object({
  warehouses: z
    .array(z.looseObject({ id: z.string(), type: z.string().nullish(), is_default: z.boolean().nullish() }))
    .nullish(),
})

export function itemCalls(calls: ShopCalls): ItemCalls {
  const { get, post } = calls
  const { setPrice } = listingCalls(calls)

  const levelsOf = async (ids: readonly string[]) => {
    if (ids.length === 0) return {}
    const { data } = await post('/product/202309/inventory/search', { product_ids: ids }, { isReading: true })
    const skus = (Inventory.parse(data).inventory ?? []).flatMap((each) => each.skus)
    return Object.fromEntries(
      skus.map((sku) => [sku.id, { available: sku.total_available_quantity, committed: sku.total_committed_quantity }]),
    )
  }
  const detail = (id: string, query: Record<string, string> = {}) => get(`/product/202309/products/${id}`, query)

  const itemsWhole: ItemCalls['itemsWhole'] = async (ids) => {
    const levels = await levelsOf(ids)
    const told: Payload[] = []
    for (const id of ids) {
      const { data, answer } = await detail(id)
      told.push({ key: id, body: JSON.stringify({ product: data, levels: ownOf(data, levels) }), saidAt: answer.at })
    }
    return told
  }

  /** The version that stands or waits for the channel's people: what was asked for last. */
  const asked = async (itemId: string) => {
    const { data, answer } = await detail(itemId, { return_under_review_version: 'true' })
    return readItem({ key: itemId, body: JSON.stringify({ product: data, levels: {} }), saidAt: answer.at })
  }

  const inBulk = async (path: string, itemId: string) => {
    const { data } = await post(path, { product_ids: [itemId] }, { isReading: false })
    const [refused] = Errors.parse(data ?? {}).errors ?? []
    if (refused) throw new ChannelTrouble({ kind: 'permanent', code: String(refused.code), message: refused.message })
  }
  const setListed: ItemCalls['setListed'] = (itemId, isListed) =>
    inBulk(`/product/202309/products/${isListed ? 'activate' : 'deactivate'}`, itemId)

  const warehouse = async (): Promise<string[]> => {
    const { data } = await get('/logistics/202309/warehouses')
    return (Warehouses.parse(data).warehouses ?? [])
      .filter(({ type }) => type === 'SALES_WAREHOUSE')
      .sort((a, b) => Number(b.is_default ?? false) - Number(a.is_default ?? false))
      .map(({ id }) => id)
  }

  return {
    async items(window: Window | null, cursor: string | null): Promise<Page<Payload>> {
      const query = { page_size: PAGE_SIZE, ...(cursor === null ? {} : { page_token: cursor }) }
      const within = window
        ? { update_time_ge: Math.floor(window.from / 1000), update_time_le: Math.ceil(window.to / 1000) }
        : {}
      const { data, answer } = await post(
        '/product/202502/products/search',
        { status: 'ALL', ...within },
        {
          query,
          isReading: true,
        },
      )
      const { products, next_page_token } = Found.parse(data)
      const found = products ?? []
      const whole = await itemsWhole(found.filter(hasDetail).map(({ id }) => id))
      const bare = found
        .filter((product) => !hasDetail(product))
        .map((product) => ({
          key: product.id,
          body: JSON.stringify({ product, levels: {} }),
          saidAt: answer.at,
        }))
      return { items: [...whole, ...bare], next: nextOf(next_page_token) }
    },
    itemsWhole,
    async categories() {
      const query = { locale: 'id-ID', category_version: CATEGORY_VERSION }
      const { data } = await get('/product/202309/categories', query)
      return (Categories.parse(data).categories ?? []).map(
        ({ id, parent_id, local_name, is_leaf, permission_statuses }) => ({
          id,
          parentId: parent_id && parent_id !== '0' ? parent_id : '',
          name: local_name,
          isLeaf: is_leaf ?? false,
          isInviteOnly: (permission_statuses ?? []).length > 0 && !permission_statuses!.includes('AVAILABLE'),
        }),
      )
    },
    async attributes(categoryId) {
      const query = { locale: 'id-ID', category_version: CATEGORY_VERSION }
      const { data } = await get(`/product/202309/categories/${categoryId}/attributes`, query)
      return (Attributes.parse(data).attributes ?? [])
        .filter(({ type }) => type !== 'SALES_PROPERTY')
        .map((attribute) => ({
          id: attribute.id,
          name: attribute.name,
          isMandatory: attribute.is_requried ?? attribute.is_required ?? false,
          isFree: attribute.is_customizable ?? false,
          isMultiple: attribute.is_multiple_selection ?? false,
          choices: attribute.values ?? [],
        }))
    },
    // the seller's own first: all that there are is a long list
    async brands(categoryId, cursor) {
      const [whose, token = ''] = cursor === null ? ['own'] : cursor.split(/ (.*)/)
      const { data } = await get('/product/202309/brands', {
        category_id: categoryId,
        category_version: CATEGORY_VERSION,
        page_size: '100',
        ...(whose === 'own' ? { is_authorized: 'true' } : {}),
        ...(token === '' ? {} : { page_token: token }),
      })
      const { brands, next_page_token } = Brands.parse(data)
      const next = nextOf(next_page_token)
      return {
        items: (brands ?? [])
          .filter(({ authorized_status, brand_status, is_t1_brand }) =>
            authorized_status === 'AUTHORIZED' ? brand_status !== 'UNAVAILABLE' : is_t1_brand !== true,
          )
          .map(({ id, name }) => ({ id, name })),
        next: next === null ? (whose === 'own' ? 'all ' : null) : `${whose} ${next}`,
        // no rule of a category asks for one
        isMandatory: false,
      }
    },
    async uploadPhoto({ of, type, bytes }) {
      const form = new FormData()
      form.append('data', new File([new Uint8Array(bytes)], `foto.${type === 'image/png' ? 'png' : 'jpg'}`, { type }))
      form.append('use_case', of === 'item' ? 'MAIN_IMAGE' : 'ATTRIBUTE_IMAGE')
      const { data } = await calls.upload('/product/202309/images/upload', form)
      return z.object({ uri: z.string().min(1) }).parse(data).uri
    },
    async findItem({ mark, models }) {
      const codes = models.map(({ sku }) => sku)
      const { data } = await post(
        '/product/202502/products/search',
        { status: 'ALL', seller_skus: codes.slice(0, 10) },
        { query: { page_size: PAGE_SIZE }, isReading: true },
      )
      const found = (Found.parse(data).products ?? []).filter(hasDetail)
      for (const { id } of found) {
        const item = await asked(id)
        const carried = new Set(item.models.map(({ sku }) => sku))
        if (item.ownCode === mark || codes.every((code) => carried.has(code))) return id
      }
      return null
    },
    async createItem(wanted, key) {
      const warehouses = await warehouse()
      const pictured = picturesOf(null, wanted, wanted.tiers, wanted.models)
      const { data } = await post(
        '/product/202309/products',
        {
          ...contentOf(wanted),
          save_mode: 'LISTING',
          idempotency_key: key,
          external_product_id: wanted.mark,
          skus: wanted.models.map((model) => ({
            seller_sku: model.sku,
            price: { amount: String(model.price), currency: 'IDR' },
            inventory: warehouses.map((warehouse_id, at) => ({ warehouse_id, quantity: at === 0 ? model.stock : 0 })),
            ...(wanted.tiers.length === 0
              ? {}
              : { sales_attributes: attributesOf(wanted.tiers, model.options, pictured) }),
          })),
        },
        { isReading: false },
      )
      return z.object({ product_id: z.string() }).parse(data).product_id
    },
    async bringItem(itemId, wanted) {
      const was = await asked(itemId)
      const change = differing(was, wanted)
      const content = contentOf(wanted)
      const pictured = picturesOf(was, wanted, was.tiers, [...was.models, ...wanted.models])
      const isPicturedOtherwise = pictured?.of.some(
        ({ option, id }) => pictureOf(was.optionPhotos, pictured.tier, option) !== id,
      )
      const isOther = wanted.models.some(({ options, sku }) => {
        const known = wanted.tiers.length === 0 ? was.models[0] : twinOf(was.models, options)
        return !known || known.sku !== sku
      })
      if (was.tiers.length !== wanted.tiers.length)
        throw new ChannelTrouble({ kind: 'permanent', code: 'OTHER_VARIATIONS', message: was.tiers.join(', ') })
      const changed = {
        ...(change.title ? { title: content.title } : {}),
        ...(change.description ? { description: content.description } : {}),
        ...(change.category ? { category_id: content.category_id, category_version: CATEGORY_VERSION } : {}),
        ...(change.attributes || change.category ? { product_attributes: content.product_attributes } : {}),
        ...(change.brand && wanted.brand ? { brand_id: wanted.brand.id } : {}),
        ...(change.photos ? { main_images: content.main_images } : {}),
        ...(change.weight ? { package_weight: content.package_weight } : {}),
        ...(change.dimensions ? { package_dimensions: content.package_dimensions } : {}),
        ...(isOther || isPicturedOtherwise ? { skus: await skusOf(was, wanted, pictured, warehouse) } : {}),
      }
      if (Object.keys(changed).length > 0)
        await post(`/product/202509/products/${itemId}/partial_edit`, changed, { isReading: false })
      const isTurned = (was.state === 'live' || was.state === 'hidden') && wanted.isListed !== (was.state === 'live')
      // a price is only taken of what is listed
      if (isTurned && wanted.isListed) await setListed(itemId, true)
      const prices = wanted.models.flatMap(({ options, price }) => {
        const known = wanted.tiers.length === 0 ? was.models[0] : twinOf(was.models, options)
        return known && known.price !== price ? [{ modelId: known.modelId, price }] : []
      })
      const refused = prices.length > 0 ? await setPrice(itemId, prices) : []
      if (isTurned && !wanted.isListed) await setListed(itemId, false)
      return refused
    },
    setListed,
  }
}

const ownOf = (product: unknown, levels: Record<string, unknown>) =>
  Object.fromEntries(
    (Product.parse(product).skus ?? []).flatMap(({ id }) => (levels[id] ? [[id, levels[id]] as const] : [])),
  )

type Pictured = NonNullable<WantedItem['optionPhotos']> | null

const pictureOf = (pictures: ItemAtChannel['optionPhotos'], tier: number, option: string) =>
  pictures.find((each) => each.tier === tier && each.option === option)?.id

/** Pictures may stand with any one kind of variation, then with each of its options. */
function picturesOf(
  was: ItemAtChannel | null,
  wanted: WantedItem,
  tiers: readonly string[],
  models: readonly { options: string[] }[],
): Pictured {
  const tier = wanted.optionPhotos?.tier ?? was?.optionPhotos[0]?.tier ?? 0
  if (tiers.length <= tier) return null
  const options = [...new Set(models.map((model) => model.options[tier] ?? ''))]
  const ids = optionPictures(was, wanted, tier, options)
  return ids && { tier, of: options.map((option, at) => ({ option, id: ids[at]! })) }
}

const attributesOf = (tiers: readonly string[], options: readonly string[], pictured: Pictured) =>
  tiers.map((name, tier) => {
    const picture = pictured?.tier === tier ? pictured.of.find(({ option }) => option === options[tier]) : undefined
    return { name, value_name: options[tier] ?? '', ...(picture ? { sku_img: { uri: picture.id } } : {}) }
  })

/** All SKUs anew, those that stand by their ids; a variation that is not wanted any more stays as it is. */
async function skusOf(was: ItemAtChannel, wanted: WantedItem, pictured: Pictured, warehouse: () => Promise<string[]>) {
  const ids = await warehouse()
  const kept = was.models.map((model) => {
    const twin = wanted.tiers.length === 0 ? wanted.models[0] : twinOf(wanted.models, model.options)
    return {
      id: model.modelId,
      seller_sku: twin?.sku ?? model.sku,
      ...(was.tiers.length === 0 ? {} : { sales_attributes: attributesOf(was.tiers, model.options, pictured) }),
    }
  })
  const added = wanted.models.filter(({ options }) => wanted.tiers.length > 0 && !twinOf(was.models, options))
  return [
    ...kept,
    ...added.map((model) => ({
      seller_sku: model.sku,
      price: { amount: String(model.price), currency: 'IDR' },
      inventory: ids.map((warehouse_id, at) => ({ warehouse_id, quantity: at === 0 ? model.stock : 0 })),
      sales_attributes: attributesOf(was.tiers, model.options, pictured),
    })),
  ]
}

const contentOf = (wanted: WantedItem) => ({
  title: wanted.title,
  description: htmlOf(wanted.description),
  category_id: wanted.categoryId,
  category_version: CATEGORY_VERSION,
  main_images: wanted.photoIds.map((uri) => ({ uri })),
  product_attributes: wanted.attributes.map(({ id, values }) => ({
    id,
    values: values.map((value) => ({ ...(value.id ? { id: value.id } : {}), name: value.name })),
  })),
  package_weight: { value: String(wanted.weightGrams / 1000), unit: 'KILOGRAM' },
  ...(wanted.brand === null || wanted.brand.id === '' ? {} : { brand_id: wanted.brand.id }),
  ...(wanted.dimensions
    ? {
        package_dimensions: {
          length: String(wanted.dimensions.lengthCm),
          width: String(wanted.dimensions.widthCm),
          height: String(wanted.dimensions.heightCm),
          unit: 'CENTIMETER',
        },
      }
    : {}),
})
