import { z } from 'zod'
import type { Call } from '../frame/call.ts'
import { filesOf } from '../frame/call.ts'
import { ATTRIBUTES, brandsOf, CATEGORIES, hasChildren, isLeaf, LIMITS, NEEDS_BRAND } from './categories.ts'
import { baseInfo, imageUrl, modelList } from './item-answers.ts'
import { addImage } from './opened.ts'
import { Id, queryBool, queryInt, queryInts, queryOneOf, queryText, queryTexts, read } from './parameters.ts'
import type { Item, ItemStatus, Shopee } from './state.ts'
import { type Payload, Refused, wrongParameter } from './wire.ts'

const STATUSES = ['NORMAL', 'BANNED', 'UNLIST', 'REVIEWING', 'SELLER_DELETE', 'SHOPEE_DELETE'] as const
/** Beyond it the real one asks for another way of paging. */
const DEEPEST_OFFSET = 10_000

const LIST = z.object({
  offset: queryInt(),
  page_size: queryInt(1, 100),
  update_time_from: queryInt().optional(),
  update_time_to: queryInt().optional(),
  item_status: queryTexts(STATUSES.length).pipe(z.array(z.enum(STATUSES))),
})

export function itemList({ state, ground }: Shopee, query: unknown): Payload {
  const asked = read(LIST, query, 'product.')
  if ((asked.update_time_from ?? 0) >= (asked.update_time_to ?? Number.POSITIVE_INFINITY))
    throw new Refused('product.error_update_time_range', 'Update_time_to should be later than update_time_from.')
  if (asked.offset > DEEPEST_OFFSET)
    throw new Refused('product.error_param', 'offset over limit, please use the next field')
  const found = [...state.items.values()].filter(
    (item) =>
      asked.item_status.includes(item.status) &&
      item.updateTime >= (asked.update_time_from ?? 0) &&
      item.updateTime <= (asked.update_time_to ?? Number.POSITIVE_INFINITY),
  )
  const end = asked.offset + asked.page_size
  const page = ground.faults.rows('product/get_item_list', found.slice(asked.offset, end))
  return {
    response: {
      item: page.map((item) => ({
        item_id: item.itemId,
        item_status: item.status,
        update_time: item.updateTime,
        tag: { kit: false },
      })),
      total_count: found.length,
      has_next_page: end < found.length,
      ...(end < found.length ? { next_offset: end } : {}),
    },
  }
}

const SEARCH = z.object({
  offset: queryText().optional(),
  page_size: queryInt(1, 100),
  item_name: queryText().optional(),
  item_sku: queryText().optional(),
  item_status: queryTexts(STATUSES.length)
    .pipe(z.array(z.enum(STATUSES)))
    .optional(),
  attribute_status: queryInt(0, 3).optional(),
  deboost_only: queryBool().optional(),
})

export function searchItem({ state }: Shopee, query: unknown): Payload {
  const asked = read(SEARCH, query, 'product.')
  if (!asked.item_name && !asked.item_sku) throw wrongParameter('item_name or item_sku is required', 'product.')
  const name = asked.item_name?.toLowerCase()
  const found = [...state.items.values()].filter(
    (item) =>
      (asked.item_status ? asked.item_status.includes(item.status) : !isDeleted(item.status)) &&
      // nothing is pushed down in the search, and every listing has what is asked of it
      !asked.deboost_only &&
      !asked.attribute_status &&
      (!name || item.name.toLowerCase().includes(name)) &&
      (!asked.item_sku || item.sku === asked.item_sku || item.models.some(({ sku }) => sku === asked.item_sku)),
  )
  const offset = Number(asked.offset || 0)
  if (!Number.isInteger(offset)) throw wrongParameter('offset', 'product.')
  const end = offset + asked.page_size
  return {
    response: {
      item_id_list: found.slice(offset, end).map(({ itemId }) => itemId),
      total_count: found.length,
      next_offset: end < found.length ? String(end) : '',
    },
  }
}

const isDeleted = (status: ItemStatus) => status === 'SELLER_DELETE' || status === 'SHOPEE_DELETE'

/** An item that can still be talked about. */
export function itemOf({ state }: Shopee, itemId: number): Item {
  const item = state.items.get(itemId)
  if (!item) throw new Refused('product.error_item_not_found', 'Product not found')
  return item
}

export function editableItem(shopee: Shopee, itemId: number): Item {
  const item = itemOf(shopee, itemId)
  if (isDeleted(item.status) || item.status === 'BANNED')
    throw new Refused('product.error_item_uneditable', "Can't edit this item. item status can not support editing.")
  return item
}

const IDS = z.object({ item_id_list: queryInts(50) })

export function itemBaseInfo(shopee: Shopee, query: unknown): Payload {
  const { item_id_list } = read(IDS, query, 'product.')
  const found = item_id_list.flatMap((id) => shopee.state.items.get(id) ?? [])
  if (found.length === 0) throw new Refused('product.error_item_not_found', 'Product not found')
  return { response: { item_list: found.map((item) => baseInfo(shopee, item)) } }
}

/** What buyers did with items; nobody looks at the shelf of a sandbox. */
export function itemExtraInfo({ state }: Shopee, query: unknown): Payload {
  const { item_id_list } = read(IDS, query, 'product.')
  const sold = (id: number) =>
    [...state.orders.values()].reduce(
      (sum, { lines, status }) =>
        status === 'CANCELLED' || status === 'UNPAID'
          ? sum
          : sum + lines.reduce((pieces, line) => (line.itemId === id ? pieces + line.quantity : pieces), 0),
      0,
    )
  const found = item_id_list.filter((id) => state.items.has(id))
  if (found.length === 0) throw new Refused('product.error_item_not_found', 'Product not found')
  return {
    response: {
      item_list: found.map((id) => ({
        item_id: id,
        sale: sold(id),
        views: 0,
        likes: 0,
        rating_star: 0,
        comment_count: 0,
      })),
    },
  }
}

/** No item is in a promotion. */
export function itemPromotions({ state }: Shopee, query: unknown): Payload {
  const { item_id_list } = read(IDS, query, 'product.')
  return {
    response: {
      success_list: item_id_list.filter((id) => state.items.has(id)).map((item_id) => ({ item_id, promotion: [] })),
      failure_list: item_id_list
        .filter((id) => !state.items.has(id))
        .map((item_id) => ({ item_id, failed_reason: 'Product not found' })),
    },
  }
}

const ONE = z.object({ item_id: queryInt() })

export function itemModels(shopee: Shopee, query: unknown): Payload {
  return { response: modelList(shopee, itemOf(shopee, read(ONE, query, 'product.').item_id)) }
}

const LANGUAGE = z.object({ language: queryOneOf(['id', 'en']).optional() })

export function categories(_: Shopee, query: unknown): Payload {
  const { language = 'id' } = read(LANGUAGE, query, 'product.')
  return {
    response: {
      category_list: CATEGORIES.map(({ id, parentId, english, name }) => ({
        category_id: id,
        parent_category_id: parentId,
        original_category_name: english,
        display_category_name: language === 'en' ? english : name,
        has_children: hasChildren(id),
      })),
    },
  }
}

const TREE = z.object({ category_id_list: queryInts(20), language: queryOneOf(['id', 'en']).optional() })

export function attributeTree(_: Shopee, query: unknown): Payload {
  const { category_id_list } = read(TREE, query, 'product.')
  const wrong = category_id_list.find((id) => !isLeaf(id))
  if (wrong !== undefined) throw wrongParameter(`category_id ${wrong} is not a leaf category`, 'product.')
  return {
    response: {
      list: category_id_list.map((category_id) => ({
        category_id,
        attribute_tree: ATTRIBUTES.map(({ id, name, english, isMandatory, values }) => ({
          attribute_id: id,
          mandatory: isMandatory,
          name: english,
          attribute_value_list: values.map((value) => ({
            value_id: value.id,
            name: value.english,
            multi_lang: [{ language: 'id', value: value.name }],
          })),
          attribute_info: { input_type: 2, input_validation_type: 0, format_type: 1, max_value_count: 1 },
          multi_lang: [{ language: 'id', value: name }],
        })),
      })),
    },
  }
}

const BRAND_LIST = z.object({
  offset: queryInt(),
  page_size: queryInt(1, 100),
  category_id: queryInt(),
  status: queryInt(1, 2),
  language: queryText().optional(),
})

export function brandList({ state }: Shopee, query: unknown): Payload {
  const { offset, page_size, category_id, status } = read(BRAND_LIST, query, 'product.')
  if (!isLeaf(category_id)) throw wrongParameter(`category_id ${category_id} is not a leaf category`, 'product.')
  const end = offset + page_size
  const brands = brandsOf(state).filter(({ isPending = false }) => isPending === (status === 2))
  return {
    response: {
      brand_list: brands.slice(offset, end).map(({ id, name }) => ({
        brand_id: id,
        original_brand_name: name,
        display_brand_name: name,
      })),
      has_next_page: end < brands.length,
      next_offset: Math.min(end, brands.length),
      is_mandatory: NEEDS_BRAND.has(category_id),
      input_type: 'DROP_DOWN',
    },
  }
}

export const itemLimit = (): Payload => ({
  response: {
    price_limit: { min_limit: LIMITS.price.min, max_limit: LIMITS.price.max },
    stock_limit: { min_limit: LIMITS.stock.min, max_limit: LIMITS.stock.max },
    item_name_length_limit: { min_limit: LIMITS.name.min, max_limit: LIMITS.name.max },
    item_description_length_limit: { min_limit: LIMITS.description.min, max_limit: LIMITS.description.max },
    item_image_count_limit: { min_limit: LIMITS.images.min, max_limit: LIMITS.images.max },
    tier_variation_name_length_limit: { min_limit: 1, max_limit: LIMITS.optionLetters },
    tier_variation_option_length_limit: { min_limit: 1, max_limit: LIMITS.optionLetters },
    tier_variation_count_limit: { min_limit: 0, max_limit: LIMITS.models },
    weight_limit: { weight_mandatory: true },
    dimension_limit: { dimension_mandatory: false },
    item_count_limit: { max_limit: 10_000 },
    dts_limit: { days_to_ship_limit: { min_limit: 7, max_limit: 30 }, non_pre_order_days_to_ship: 2 },
    wholesale_price_threshold_percentage: { min_limit: 50, max_limit: 100 },
    size_chart_limit: {
      size_chart_mandatory: false,
      support_image_size_chart: true,
      support_template_size_chart: false,
    },
    gtin_limit: { gtin_validation_rule: 'Optional' },
  },
})

const JPEG = Buffer.from([0xff, 0xd8, 0xff])
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47])

/** Up to nine JPG or PNG pictures in the field `image`, ten megabytes each. */
export async function uploadImage(shopee: Shopee, call: Call): Promise<Payload> {
  const uploaded = await uploadedPictures(shopee, call, 'image')
  return { response: { image_info: uploaded[0]!.image_info, image_info_list: uploaded } }
}

/** The newer way, for other parts of the house as well: the field is `images`. */
export async function uploadPictures(shopee: Shopee, call: Call): Promise<Payload> {
  const uploaded = await uploadedPictures(shopee, call, 'images')
  return {
    response: {
      image_list: uploaded.map(({ image_info: { image_id, image_url_list } }) => ({
        image_id,
        image_url: image_url_list[0]!.image_url,
      })),
    },
  }
}

async function uploadedPictures(shopee: Shopee, call: Call, field: string) {
  const files = (await filesOf(call))?.filter((file) => file.field === field)
  if (!files || files.length === 0) throw new Refused('error_param', `${field} is required`)
  if (files.length > LIMITS.images.max) throw wrongParameter(`at most ${LIMITS.images.max} images`)
  return files.map(({ bytes }, index) => {
    const type = bytes.subarray(0, 3).equals(JPEG)
      ? 'image/jpeg'
      : bytes.subarray(0, 4).equals(PNG)
        ? 'image/png'
        : null
    if (!type) throw new Refused('error_param', 'Invalid image format, only JPG, JPEG and PNG are supported')
    if (bytes.length > LIMITS.imageBytes) throw new Refused('error_param', 'Image size exceeds 10 MB')
    const imageId = addImage(shopee.state, type, bytes)
    return {
      id: index,
      error: '',
      message: '',
      image_info: {
        image_id: imageId,
        image_url_list: [{ image_url_region: 'ID', image_url: imageUrl(shopee, imageId) }],
      },
    }
  })
}

const UNLIST = z.object({
  item_list: z
    .array(z.object({ item_id: Id, unlist: z.boolean() }))
    .min(1)
    .max(50),
})

export function unlistItem(shopee: Shopee, body: unknown, now: number): Payload {
  const { item_list } = read(UNLIST, body, 'product.')
  const [failure_list, success_list]: [unknown[], unknown[]] = [[], []]
  for (const { item_id, unlist } of item_list) {
    const item = shopee.state.items.get(item_id)
    if (!item || isDeleted(item.status)) failure_list.push({ item_id, failed_reason: 'Item_id is not found.' })
    else {
      item.status = unlist ? 'UNLIST' : 'NORMAL'
      item.updateTime = now
      success_list.push({ item_id, unlist })
    }
  }
  return { response: { failure_list, success_list } }
}

const DELETE = z.object({ item_id: Id })

export function deleteItem(shopee: Shopee, body: unknown, now: number): Payload {
  const item = editableItem(shopee, read(DELETE, body, 'product.').item_id)
  item.status = 'SELLER_DELETE'
  item.updateTime = now
  return { response: {} }
}
