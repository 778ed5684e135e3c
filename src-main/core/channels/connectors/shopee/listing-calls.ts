import { z } from 'zod'
import type { ListingAtChannel, ModelPrice, ModelStock, Page, RefusedModel } from '../connector.ts'
import { ITEMS_A_PAGE } from './unsure.ts'
import { Amount, type AtShop, digits, envelopeOf, Id, listOf, readAs, Text, troubleOf } from './wire.ts'

/** What is on sale and what no longer is. */
const STATUSES = ['NORMAL', 'UNLIST', 'BANNED', 'REVIEWING', 'SELLER_DELETE', 'SHOPEE_DELETE']
const STATES: Record<string, ListingAtChannel['state']> = {
  NORMAL: 'live',
  UNLIST: 'hidden',
  BANNED: 'refused',
  REVIEWING: 'refused',
  SELLER_DELETE: 'gone',
  SHOPEE_DELETE: 'gone',
}

const Listed = z.looseObject({
  item: listOf(z.looseObject({ item_id: Id })),
  has_next_page: z.boolean().nullish(),
  next_offset: z.number().int().nullish(),
})
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
const Base = z.looseObject({
  item_list: listOf(
    z.looseObject({
      item_id: Id,
      item_name: Text,
      item_sku: Text,
      item_status: Text,
      has_model: z.boolean().nullish(),
      has_promotion: z.boolean().nullish(),
      price_info: Prices,
      stock_info_v2: Stocks,
    }),
  ),
})
type Item = z.output<typeof Base>['item_list'][number]
const Models = z.looseObject({
  tier_variation: listOf(z.looseObject({ name: Text, option_list: listOf(z.looseObject({ option: Text })) })),
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

export async function listings(shop: AtShop, cursor: string | null): Promise<Page<ListingAtChannel>> {
  const { said } = await shop.told(Listed, {
    method: 'GET',
    path: 'product/get_item_list',
    query: { offset: Number(cursor ?? 0), page_size: ITEMS_A_PAGE, item_status: STATUSES },
    isReading: true,
  })
  const items = await listingsOf(
    shop,
    said.item.map(({ item_id }) => item_id),
  )
  const next = said.has_next_page && said.next_offset ? String(said.next_offset) : null
  return { items, next }
}

/** Items as they stand now; one with variations costs a call of its own. */
export async function listingsOf(shop: AtShop, itemIds: readonly string[]): Promise<ListingAtChannel[]> {
  if (itemIds.length === 0) return []
  const { said } = await shop.told(Base, {
    method: 'GET',
    path: 'product/get_item_base_info',
    query: { item_id_list: itemIds.join(',') },
    isReading: true,
  })
  const told: ListingAtChannel[] = []
  for (const item of said.item_list) told.push(...(item.has_model ? await modelsOf(shop, item) : [bare(item)]))
  return told
}

const facts = (item: Item, it: Pick<Item, 'has_promotion' | 'price_info' | 'stock_info_v2'>) => ({
  itemId: item.item_id,
  productName: item.item_name,
  parentSku: item.item_sku,
  stock: it.stock_info_v2?.summary_info?.total_available_stock ?? null,
  reserved: it.stock_info_v2?.summary_info?.total_reserved_stock ?? null,
  price: it.price_info[0]?.original_price ?? null,
  lockedBy: it.has_promotion ? 'promotion' : '',
})

const bare = (item: Item): ListingAtChannel => ({
  ...facts(item, item),
  modelId: '',
  variationName: '',
  sku: item.item_sku,
  state: STATES[item.item_status] ?? 'hidden',
})

async function modelsOf(shop: AtShop, item: Item): Promise<ListingAtChannel[]> {
  const { said } = await shop.told(Models, {
    method: 'GET',
    path: 'product/get_model_list',
    query: { item_id: item.item_id },
    isReading: true,
  })
  const ofItem = STATES[item.item_status] ?? 'hidden'
  return said.model.map((model) => ({
    ...facts(item, model),
    modelId: model.model_id,
    variationName: model.tier_index
      .map((option, tier) => said.tier_variation[tier]?.option_list[option]?.option ?? '')
      .filter((option) => option !== '')
      .join(', '),
    sku: model.model_sku,
    state: ofItem === 'live' && /UNAVAILABLE|DELETED|BANNED/.test(model.model_status) ? 'hidden' : ofItem,
  }))
}

const Failures = z.looseObject({
  failure_list: listOf(z.looseObject({ model_id: Id.nullish(), failed_reason: Text })),
})

/** Some models may be turned down while the others are taken, with an error or without one. */
async function pushed(shop: AtShop, path: string, body: unknown): Promise<RefusedModel[]> {
  const call = { method: 'POST', path, body, isReading: false } as const
  const answer = await shop.ask(call)
  const envelope = envelopeOf(answer)
  const failures = Failures.safeParse(envelope.response ?? {}).data?.failure_list ?? []
  if (failures.length > 0)
    return failures.map(({ model_id, failed_reason }) => ({
      modelId: model_id && model_id !== '0' ? model_id : '',
      code: envelope.error || 'REFUSED',
      message: failed_reason,
    }))
  if (envelope.error !== '') throw troubleOf(envelope.error, envelope.message, answer, false)
  readAs(Failures, envelope.response ?? {}, call)
  return []
}

export const setStock = (shop: AtShop, itemId: string, models: readonly ModelStock[]) =>
  pushed(shop, 'product/update_stock', {
    item_id: digits(itemId),
    stock_list: models.map(({ modelId, pieces }) => ({
      model_id: digits(modelId || '0'),
      seller_stock: [{ stock: pieces }],
    })),
  })

export const setPrice = (shop: AtShop, itemId: string, models: readonly ModelPrice[]) =>
  pushed(shop, 'product/update_price', {
    item_id: digits(itemId),
    price_list: models.map(({ modelId, price }) => ({ model_id: digits(modelId || '0'), original_price: price })),
  })
