import { z } from 'zod'
import type { ItemAtChannel } from '../../../../../src-shared/listings/item.ts'
import type { Page, Payload, Window } from '../connector.ts'
import { differing, type ItemCalls, optionPictures, twinOf, type WantedItem, type WantedModel } from '../items.ts'
import { ChannelTrouble } from '../trouble.ts'
import { setPrice } from './listing-calls.ts'
import { BaseItem, ModelList, readItem } from './read-item.ts'
import { ITEMS_A_PAGE } from './unsure.ts'
import { type AtShop, agreed, digits, Id, listOf, payloadOf, readAs, secondsOf, Text } from './wire.ts'

/* Source: v2.product.get_item_list, add_item, update_item, init_tier_variation, search_item; v2.media_space.upload_image (2026-08). */

const STATUSES = ['NORMAL', 'UNLIST', 'BANNED', 'REVIEWING', 'SELLER_DELETE', 'SHOPEE_DELETE']
const Listed = z.looseObject({
  item: listOf(z.looseObject({ item_id: Id })),
  has_next_page: z.boolean().nullish(),
  next_offset: z.number().int().nullish(),
})
const Base = z.looseObject({ item_list: listOf(BaseItem) })

export async function items(shop: AtShop, window: Window | null, cursor: string | null): Promise<Page<Payload>> {
  const { said } = await shop.told(Listed, {
    method: 'GET',
    path: 'product/get_item_list',
    query: {
      offset: Number(cursor ?? 0),
      page_size: ITEMS_A_PAGE,
      item_status: STATUSES,
      update_time_from: window ? secondsOf(window.from) : undefined,
      update_time_to: window ? secondsOf(window.to) : undefined,
    },
    isReading: true,
  })
  const ids = said.item.map(({ item_id }) => item_id)
  return {
    items: await itemsWhole(shop, ids),
    next: said.has_next_page && said.next_offset ? String(said.next_offset) : null,
  }
}

/** Items as they stand now; one with variations costs a call of its own. */
export async function itemsWhole(shop: AtShop, itemIds: readonly string[]): Promise<Payload[]> {
  if (itemIds.length === 0) return []
  const { said, at } = await shop.told(Base, {
    method: 'GET',
    path: 'product/get_item_base_info',
    query: { item_id_list: itemIds.join(',') },
    isReading: true,
  })
  const told: Payload[] = []
  for (const item of said.item_list) {
    const models = item.has_model
      ? await shop.told(ModelList, {
          method: 'GET',
          path: 'product/get_model_list',
          query: { item_id: item.item_id },
          isReading: true,
        })
      : null
    told.push(payloadOf(item.item_id, { item, models: models?.said ?? null }, models?.at ?? at))
  }
  return told
}

const Categories = z.looseObject({
  category_list: listOf(
    z.looseObject({
      category_id: Id,
      parent_category_id: Id,
      display_category_name: Text,
      has_children: z.boolean().nullish(),
    }),
  ),
})
const Attributes = z.looseObject({
  list: listOf(
    z.looseObject({
      attribute_tree: listOf(
        z.looseObject({
          attribute_id: Id,
          name: Text,
          mandatory: z.boolean().nullish(),
          multi_lang: listOf(z.looseObject({ language: Text, value: Text })),
          attribute_info: z
            .looseObject({ input_type: z.number().nullish(), max_value_count: z.number().nullish() })
            .nullish(),
          attribute_value_list: listOf(
            z.looseObject({
              value_id: Id,
              name: Text,
              multi_lang: listOf(z.looseObject({ language: Text, value: Text })),
            }),
          ),
        }),
      ),
    }),
  ),
})
/** The seller's own words are taken: free text, and the two "combo boxes". */
const FREE_INPUTS = new Set([2, 3, 5])
const inIndonesian = ({ name, multi_lang }: { name: string; multi_lang: { language: string; value: string }[] }) =>
  multi_lang.find(({ language }) => language.toLowerCase() === 'id')?.value || name

const Brands = z.looseObject({
  brand_list: listOf(z.looseObject({ brand_id: Id, original_brand_name: Text, display_brand_name: Text })),
  has_next_page: z.boolean().nullish(),
  next_offset: z.number().int().nullish(),
  is_mandatory: z.boolean().nullish(),
})
const NORMAL_BRANDS = 1
const NO_BRAND = { brand_id: 0, original_brand_name: 'NoBrand' }

const Found = z.looseObject({ item_id_list: listOf(Id) })
const Couriers = z.looseObject({
  logistics_channel_list: listOf(z.looseObject({ logistics_channel_id: Id, enabled: z.boolean().nullish() })),
})
const Made = z.looseObject({ item_id: Id })
const Uploaded = z.looseObject({ image_info: z.looseObject({ image_id: z.string().min(1) }) })

export function itemCalls(shop: AtShop): ItemCalls {
  const post = (path: string, body: object) => shop.told(z.unknown(), { method: 'POST', path, body, isReading: false })
  const whole = async (itemId: string): Promise<ItemAtChannel> => {
    const [payload] = await itemsWhole(shop, [itemId])
    if (!payload) throw new ChannelTrouble({ kind: 'permanent', code: 'NO_SUCH_ITEM', message: itemId })
    return readItem(payload)
  }
  const couriers = async () => {
    const { said } = await shop.told(Couriers, {
      method: 'GET',
      path: 'logistics/get_channel_list',
      isReading: true,
    })
    return said.logistics_channel_list
      .filter(({ enabled }) => enabled)
      .map(({ logistics_channel_id }) => ({ logistic_id: digits(logistics_channel_id), enabled: true }))
  }
  const setListed: ItemCalls['setListed'] = async (itemId, isListed) => {
    const Answer = z.looseObject({ failure_list: listOf(z.looseObject({ failed_reason: Text })) })
    const { said } = await shop.told(Answer, {
      method: 'POST',
      path: 'product/unlist_item',
      body: { item_list: [{ item_id: digits(itemId), unlist: !isListed }] },
      isReading: false,
    })
    const [failure] = said.failure_list
    if (failure) throw new ChannelTrouble({ kind: 'permanent', code: 'UNLIST', message: failure.failed_reason })
  }

  async function bringVariations(was: ItemAtChannel, wanted: WantedItem): Promise<void> {
    const item_id = digits(was.itemId)
    if (was.tiers.length === 0) {
      const options = optionsOf([], wanted)
      await post('product/init_tier_variation', {
        item_id,
        tier_variation: tierVariation(wanted.tiers, options, optionPictures(null, wanted, 0, options[0]!)),
        model: wanted.models.map((model) => newModel(model, options)),
      })
      return
    }
    if (was.tiers.length !== wanted.tiers.length)
      throw new ChannelTrouble({ kind: 'permanent', code: 'OTHER_VARIATIONS', message: was.tiers.join(', ') })
    const added = wanted.models.filter(({ options }) => !twinOf(was.models, options))
    const before = optionsOf(was.models, { models: [] })
    const options = optionsOf(was.models, wanted)
    const pictures = optionPictures(was, wanted, 0, options[0]!)
    const picturesBefore = optionPictures(was, { ...wanted, optionPhotos: null }, 0, before[0]!)
    const hasNewOption = options.some((list, tier) => list.length > (before[tier]?.length ?? 0))
    // what is sent is all there is afterwards: a picture that is left out is gone
    if (hasNewOption || (pictures !== null && pictures.join() !== picturesBefore?.join()))
      await post('product/update_tier_variation', {
        item_id,
        tier_variation: tierVariation(was.tiers, options, pictures),
        model_list: was.models.map((model) => ({
          tier_index: placeOf(model.options, options),
          model_id: digits(model.modelId),
        })),
      })
    if (added.length > 0)
      await post('product/add_model', { item_id, model_list: added.map((model) => newModel(model, options)) })
    const recoded = wanted.models.flatMap(({ options, sku }) => {
      const known = twinOf(was.models, options)
      return known && known.sku !== sku ? [{ model_id: digits(known.modelId), model_sku: sku }] : []
    })
    if (recoded.length > 0) await post('product/update_model', { item_id, model: recoded })
  }

  return {
    items: (window, cursor) => items(shop, window, cursor),
    itemsWhole: (ids) => itemsWhole(shop, ids),
    async categories() {
      const query = { language: 'id' }
      const { said } = await shop.told(Categories, {
        method: 'GET',
        path: 'product/get_category',
        query,
        isReading: true,
      })
      return said.category_list.map(({ category_id, parent_category_id, display_category_name, has_children }) => ({
        id: category_id,
        parentId: parent_category_id === '0' ? '' : parent_category_id,
        name: display_category_name,
        isLeaf: !has_children,
        isInviteOnly: false,
      }))
    },
    async attributes(categoryId) {
      const { said } = await shop.told(Attributes, {
        method: 'GET',
        path: 'product/get_attribute_tree',
        query: { category_id_list: categoryId, language: 'id' },
        isReading: true,
      })
      return (said.list[0]?.attribute_tree ?? []).map((attribute) => ({
        id: attribute.attribute_id,
        name: inIndonesian(attribute),
        isMandatory: attribute.mandatory ?? false,
        isFree: FREE_INPUTS.has(attribute.attribute_info?.input_type ?? 0),
        isMultiple: (attribute.attribute_info?.max_value_count ?? 1) > 1,
        choices: attribute.attribute_value_list.map((value) => ({ id: value.value_id, name: inIndonesian(value) })),
      }))
    },
    async brands(categoryId, cursor) {
      const { said } = await shop.told(Brands, {
        method: 'GET',
        path: 'product/get_brand_list',
        query: {
          category_id: categoryId,
          status: NORMAL_BRANDS,
          offset: Number(cursor ?? 0),
          page_size: 100,
          language: 'id',
        },
        isReading: true,
      })
      return {
        items: said.brand_list
          .filter(({ brand_id }) => brand_id !== '0')
          .map(({ brand_id, original_brand_name, display_brand_name }) => ({
            id: brand_id,
            name: display_brand_name || original_brand_name,
          })),
        next: said.has_next_page && said.next_offset ? String(said.next_offset) : null,
        isMandatory: said.is_mandatory ?? false,
      }
    },
    async uploadPhoto({ type, bytes }) {
      const body = new FormData()
      body.append('image', new File([new Uint8Array(bytes)], `foto.${type === 'image/png' ? 'png' : 'jpg'}`, { type }))
      const call = { method: 'POST', path: 'media_space/upload_image', body, isReading: true } as const
      const answer = await shop.ask(call)
      return readAs(Uploaded, agreed(answer, true).response ?? {}, call).image_info.image_id
    },
    async findItem({ mark, models, tiers }) {
      const code = tiers.length === 0 ? models[0]!.sku : mark
      const { said } = await shop.told(Found, {
        method: 'GET',
        path: 'product/search_item',
        query: { item_sku: code, page_size: 50, offset: '' },
        isReading: true,
      })
      const found = (await itemsWhole(shop, said.item_id_list)).map(readItem)
      return found.find(({ ownCode, state }) => ownCode === code && state !== 'gone')?.itemId ?? null
    },
    // hidden until its variations stand: a buyer must not meet half of it
    async createItem(wanted) {
      const [first] = wanted.models
      const { said } = await shop.told(Made, {
        method: 'POST',
        path: 'product/add_item',
        body: {
          ...contentOf(wanted),
          item_sku: codeOf(wanted),
          original_price: first!.price,
          seller_stock: [{ stock: wanted.tiers.length === 0 ? first!.stock : 0 }],
          logistic_info: await couriers(),
          item_status: 'UNLIST',
          condition: 'NEW',
          brand: brandOf(wanted.brand),
        },
        isReading: false,
      })
      return said.item_id
    },
    async bringItem(itemId, wanted) {
      const was = await whole(itemId)
      const change = differing(was, wanted)
      const content = contentOf(wanted)
      const changed = {
        ...(change.title ? { item_name: content.item_name } : {}),
        ...(change.description ? { description: content.description } : {}),
        ...(change.category ? { category_id: content.category_id } : {}),
        ...(change.attributes || change.category ? { attribute_list: content.attribute_list } : {}),
        ...(change.brand ? { brand: content.brand } : {}),
        ...(change.photos ? { image: content.image } : {}),
        ...(change.weight ? { weight: content.weight } : {}),
        ...(change.dimensions ? { dimension: content.dimension } : {}),
        ...(wanted.tiers.length === 0 && was.ownCode !== codeOf(wanted) ? { item_sku: codeOf(wanted) } : {}),
      }
      if (Object.keys(changed).length > 0) await post('product/update_item', { item_id: digits(itemId), ...changed })
      if (wanted.tiers.length > 0) await bringVariations(was, wanted)
      const now = wanted.tiers.length > 0 ? await whole(itemId) : was
      const prices = wanted.models.flatMap(({ options, price }) => {
        const known = wanted.tiers.length === 0 ? now.models[0] : twinOf(now.models, options)
        return known && known.price !== price ? [{ modelId: known.modelId, price, isHeld: known.lockedBy !== '' }] : []
      })
      const refused = prices.length > 0 ? await setPrice(shop, itemId, prices) : []
      if ((was.state === 'live' || was.state === 'hidden') && wanted.isListed !== (was.state === 'live'))
        await setListed(itemId, wanted.isListed)
      return refused
    },
    setListed,
  }
}

const codeOf = ({ mark, models, tiers }: WantedItem) => (tiers.length === 0 ? models[0]!.sku : mark)

const contentOf = ({
  title,
  description,
  categoryId,
  brand,
  attributes,
  photoIds,
  weightGrams,
  dimensions,
}: WantedItem) => ({
  item_name: title,
  description,
  category_id: digits(categoryId),
  weight: weightGrams / 1000,
  image: { image_id_list: photoIds },
  attribute_list: attributes.map(({ id, values }) => ({
    attribute_id: digits(id),
    attribute_value_list: values.map((value) => ({
      value_id: digits(value.id || '0'),
      original_value_name: value.name,
    })),
  })),
  ...(brand === null ? {} : { brand: brandOf(brand) }),
  ...(dimensions
    ? {
        dimension: {
          package_length: dimensions.lengthCm,
          package_width: dimensions.widthCm,
          package_height: dimensions.heightCm,
        },
      }
    : {}),
})

const brandOf = (brand: WantedItem['brand']) =>
  brand === null || brand.id === '' ? NO_BRAND : { brand_id: digits(brand.id), original_brand_name: brand.name }

/** Options of each kind of variation: those that stand in their order, new ones behind them. */
function optionsOf(known: readonly { options: string[] }[], { models }: { models: readonly { options: string[] }[] }) {
  const lists: string[][] = []
  for (const { options } of [...known, ...models])
    options.forEach((option, tier) => {
      lists[tier] ??= []
      if (!lists[tier].some((each) => each.toLowerCase() === option.toLowerCase())) lists[tier].push(option)
    })
  return lists
}

const placeOf = (options: readonly string[], lists: readonly string[][]) =>
  options.map((option, tier) => lists[tier]!.findIndex((each) => each.toLowerCase() === option.toLowerCase()))

/** Pictures stand with the first kind of variation alone. */
const tierVariation = (names: readonly string[], lists: readonly string[][], pictures: readonly string[] | null) =>
  names.map((name, tier) => ({
    name,
    option_list: lists[tier]!.map((option, at) => ({
      option,
      ...(tier === 0 && pictures ? { image: { image_id: pictures[at]! } } : {}),
    })),
  }))

const newModel = ({ options, sku, price, stock }: WantedModel, lists: readonly string[][]) => ({
  tier_index: placeOf(options, lists),
  original_price: price,
  model_sku: sku,
  seller_stock: [{ stock }],
})
