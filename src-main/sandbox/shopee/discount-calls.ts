import { z } from 'zod'
import { overlapping, type PromotionStatus, priceAsDiscounted, statusAt } from './discounts.ts'
import { due } from './order-life.ts'
import { Id, Int, queryInt, queryOneOf, read } from './parameters.ts'
import { type Discount, type Item, type Shopee, secondsNow } from './state.ts'
import { wrongPrice } from './stock-and-price.ts'
import { type Payload, Refused } from './wire.ts'

/* Discounts of the seller. Source: v2.discount pages (2026-08). */

const HOUR = 3_600
const LONGEST = 180 * 86_400
const MOST = 1_000
const ITEMS_AT_ONCE = 50

const ADD = z.object({ discount_name: z.string().min(1), start_time: Int, end_time: Int })

export function addDiscount(shopee: Shopee, body: unknown): Payload {
  const { discount_name, start_time, end_time } = read(ADD, body, 'discount.')
  const { state } = shopee
  const now = secondsNow(shopee)
  if (state.shop.holiday)
    throw new Refused('discount.error_holiday_mode', 'Cannot add discount as holiday mode is turned on')
  checkTimes(start_time, end_time, now)
  state.discounts ??= []
  const all = state.discounts
  if (all.filter((each) => statusAt(each, now) !== 'expired').length >= MOST)
    throw new Refused('discount.exceed_max_discount_count', 'The upcoming and ongoing discount cannot exceed 1000.')
  const id = 665_000_000_000_000 + all.length + 1
  all.push({ id, name: discount_name, start: start_time, end: end_time, items: [], updateTime: now, isDeleted: false })
  turnsAt(shopee, start_time, end_time)
  return { response: { discount_id: id } }
}

function checkTimes(start: number, end: number, now: number) {
  if (start <= now)
    throw new Refused(
      'discount.discount_start_time_smaller_than_now',
      'Discount start time is less than the current time.',
    )
  if (end <= start)
    throw new Refused(
      'discount.discount_end_time_smaller_than_start_time',
      'Discount end time should later than start time.',
    )
  if (end - start < HOUR)
    throw new Refused('discount.discount_period_too_short', 'The end time should be later than 1 hour of start time.')
  if (end - start > LONGEST)
    throw new Refused('discount.discount_period_too_long', 'Promotion duration must be within 180 days.')
}

/** Prices change by themselves when it begins and when it ends. */
function turnsAt(shopee: Shopee, ...times: number[]) {
  for (const time of times) due(shopee, time - secondsNow(shopee), 'discountTurns', '')
}

const UPDATE = z.object({
  discount_id: Id,
  discount_name: z.string().min(1).optional(),
  start_time: Int.optional(),
  end_time: Int.optional(),
})

export function updateDiscount(shopee: Shopee, body: unknown): Payload {
  const asked = read(UPDATE, body, 'discount.')
  const now = secondsNow(shopee)
  const discount = openDiscount(shopee, asked.discount_id)
  const next = { start: asked.start_time ?? discount.start, end: asked.end_time ?? discount.end }
  const isOngoing = statusAt(discount, now) === 'ongoing'
  if (isOngoing && (next.start !== discount.start || next.end > discount.end))
    throw new Refused('discount.error_param', 'An ongoing discount can only be shortened.')
  if (!isOngoing) checkTimes(next.start, next.end, now)
  Object.assign(discount, next, { name: asked.discount_name ?? discount.name })
  turnsAt(shopee, next.start, next.end)
  return changed(shopee, discount)
}

const ONE = z.object({ discount_id: Id })

export function endDiscount(shopee: Shopee, body: unknown): Payload {
  const discount = openDiscount(shopee, read(ONE, body, 'discount.').discount_id)
  if (statusAt(discount, secondsNow(shopee)) !== 'ongoing')
    throw new Refused('discount.discount_is_upcoming', 'Only the ongoing discount can be ended.')
  discount.end = secondsNow(shopee)
  return changed(shopee, discount)
}

export function deleteDiscount(shopee: Shopee, body: unknown): Payload {
  const discount = openDiscount(shopee, read(ONE, body, 'discount.').discount_id)
  if (statusAt(discount, secondsNow(shopee)) === 'ongoing')
    throw new Refused('discount.discount_is_ongoing', 'The ongoing discount cannot be deleted.')
  discount.isDeleted = true
  discount.items = []
  return changed(shopee, discount)
}

function changed(shopee: Shopee, discount: Discount): Payload {
  discount.updateTime = secondsNow(shopee)
  priceAsDiscounted(shopee)
  return { response: { discount_id: discount.id, modify_time: discount.updateTime } }
}

function discountOf({ state }: Shopee, id: number): Discount {
  const found = state.discounts?.find((each) => each.id === id && !each.isDeleted)
  if (!found) throw new Refused('common.error_not_found', 'The information you queried is not found.')
  return found
}

/** One that can still be changed. */
function openDiscount(shopee: Shopee, id: number): Discount {
  const discount = discountOf(shopee, id)
  if (statusAt(discount, secondsNow(shopee)) === 'expired')
    throw new Refused('discount.discount_is_end', 'The end discount cannot be updated or deleted.')
  return discount
}

const Price = z.number().positive()
const ITEMS = z.object({
  discount_id: Id,
  item_list: z.array(
    z.object({
      item_id: Id,
      purchase_limit: Int.min(0).optional(),
      item_promotion_price: Price.optional(),
      item_promotion_stock: Int.min(0).optional(),
      model_list: z
        .array(z.object({ model_id: Id, model_promotion_price: Price, model_promotion_stock: Int.min(0).optional() }))
        .optional(),
    }),
  ),
})
type AskedItem = z.infer<typeof ITEMS>['item_list'][number]

/** Why some goods stay as they are, in the answer beside those that were taken. */
interface Failure {
  item_id: number
  model_id: number
  fail_error: string
  fail_message: string
}
const failed = (item_id: number, model_id: number, error: string, fail_message: string): Failure[] => [
  { item_id, model_id, fail_error: `discount.${error}`, fail_message },
]

export const addDiscountItems = (shopee: Shopee, body: unknown): Payload => setItems(shopee, body, true)
export const updateDiscountItems = (shopee: Shopee, body: unknown): Payload => setItems(shopee, body, false)

function setItems(shopee: Shopee, body: unknown, isNew: boolean): Payload {
  const { discount_id, item_list } = read(ITEMS, body, 'discount.')
  if (item_list.length > ITEMS_AT_ONCE)
    throw new Refused('discount.exceed_discount_item_batch_size', 'You can only add up to 50 items at a time.')
  const discount = openDiscount(shopee, discount_id)
  const failures = item_list.map((asked) => setItem(shopee, discount, asked, isNew))
  changed(shopee, discount)
  const count = failures.filter((each) => each.length === 0).length
  return { response: { discount_id, count, error_list: failures.flat(), warning: '' } }
}

function setItem(shopee: Shopee, discount: Discount, asked: AskedItem, isNew: boolean): Failure[] {
  const { state } = shopee
  const item = state.items.get(asked.item_id)
  const no = (error: string, message: string, model = 0) => failed(asked.item_id, model, error, message)
  if (!item) return no('item_id_not_exist', 'The Item id you provided is not found, please check your item id.')
  if (item.status !== 'NORMAL') return no('item_status_invalid', 'item status is invalid.')
  const held = discount.items.find(({ itemId }) => itemId === item.itemId)
  if (!isNew && !held)
    return no('item_id_not_exist', 'The Item id you provided is not found, please check your item id.')
  if (overlapping(state, item.itemId, discount).length > 0)
    return no('item_in_other_promotion', 'Item is already in other overlapped discount.')
  const prices = promotedPrices(item, asked)
  if (!Array.isArray(prices)) return no(prices.error, prices.message)
  for (const [modelId, price] of prices) {
    const model = item.models.find((each) => each.modelId === modelId)
    if (!model)
      return no('model_id_not_exist', 'The model id you provided is not found. Please check your model id.', modelId)
    if (isNew && held?.prices.has(modelId))
      return no('model_in_promotion', 'The model that you provided is already in this discount.', modelId)
    if (price > model.originalPrice)
      return no('promotion_price_higher_input_price', 'Discount price is greater than original price.', modelId)
    if (wrongPrice(price) !== null)
      return no('promotion_price_too_low', 'Discount price is less than the minimum national amount.', modelId)
  }
  const kept = held ?? { itemId: item.itemId, limit: 0, prices: new Map<number, number>() }
  if (!held) discount.items.push(kept)
  kept.limit = asked.purchase_limit ?? kept.limit
  for (const [modelId, price] of prices) kept.prices.set(modelId, price)
  return []
}

function promotedPrices(item: Item, asked: AskedItem): [number, number][] | { error: string; message: string } {
  if (item.tiers.length > 0)
    return asked.model_list?.length
      ? asked.model_list.map((each) => [each.model_id, each.model_promotion_price])
      : { error: 'item_need_model_id', message: 'Please input model id for the item with models.' }
  const price = asked.item_promotion_price ?? asked.model_list?.[0]?.model_promotion_price
  return price === undefined
    ? { error: 'discount_need_promotion_price', message: 'Please input the discount price.' }
    : [[0, price]]
}

const WITHOUT = z.object({ discount_id: Id, item_id: Id, model_id: Id.optional() })

export function deleteDiscountItem(shopee: Shopee, body: unknown): Payload {
  const { discount_id, item_id, model_id = 0 } = read(WITHOUT, body, 'discount.')
  const discount = openDiscount(shopee, discount_id)
  const held = discount.items.find(({ itemId }) => itemId === item_id)
  const isThere = held !== undefined && (model_id === 0 || held.prices.delete(model_id))
  const error_list = isThere
    ? []
    : failed(
        item_id,
        model_id,
        'item_id_not_exist',
        'The Item id you provided is not found, please check your item id.',
      )
  if (held && (model_id === 0 || held.prices.size === 0))
    discount.items = discount.items.filter(({ itemId }) => itemId !== item_id)
  changed(shopee, discount)
  return { response: { discount_id, error_list } }
}

const PAGE = { page_no: queryInt(1), page_size: queryInt(1, 100) }
const LIST = z.object({
  ...PAGE,
  discount_status: queryOneOf(['upcoming', 'ongoing', 'expired', 'all']),
  update_time_from: queryInt().optional(),
  update_time_to: queryInt().optional(),
})

export function discountList(shopee: Shopee, query: unknown): Payload {
  const asked = read(LIST, query, 'discount.')
  const now = secondsNow(shopee)
  const found = (shopee.state.discounts ?? []).filter(
    (each) =>
      !each.isDeleted &&
      (asked.discount_status === 'all' || statusAt(each, now) === asked.discount_status) &&
      each.updateTime >= (asked.update_time_from ?? 0) &&
      each.updateTime <= (asked.update_time_to ?? Number.POSITIVE_INFINITY),
  )
  const { rows, more } = onPage(found, asked)
  return { response: { discount_list: rows.map((each) => ({ ...facts(each, statusAt(each, now)), source: 0 })), more } }
}

const facts = ({ id, name, start, end }: Discount, status: PromotionStatus) => ({
  status,
  discount_name: name,
  start_time: start,
  end_time: end,
  discount_id: id,
})

export function onPage<Row>(
  all: readonly Row[],
  { page_no, page_size }: { page_no: number; page_size: number },
): { rows: Row[]; more: boolean } {
  const from = (page_no - 1) * page_size
  return { rows: all.slice(from, from + page_size), more: all.length > from + page_size }
}

const DETAIL = z.object({ discount_id: queryInt(), ...PAGE })

export function discountDetail(shopee: Shopee, query: unknown): Payload {
  const asked = read(DETAIL, query, 'discount.')
  const discount = discountOf(shopee, asked.discount_id)
  const { rows, more } = onPage(discount.items, asked)
  return {
    response: {
      ...facts(discount, statusAt(discount, secondsNow(shopee))),
      item_list: rows.map(({ itemId, limit, prices }) => itemDetail(shopee, itemId, limit, prices)),
      more,
    },
  }
}

function itemDetail({ state }: Shopee, itemId: number, purchase_limit: number, prices: ReadonlyMap<number, number>) {
  const item = state.items.get(itemId)!
  const isVaried = item.tiers.length > 0
  const stock = item.models.reduce((sum, model) => sum + model.stock, 0)
  return {
    item_id: itemId,
    item_name: item.name,
    normal_stock: stock,
    item_promotion_stock: 0,
    item_original_price: isVaried ? 0 : item.models[0]!.originalPrice,
    item_promotion_price: isVaried ? 0 : prices.get(0)!,
    purchase_limit,
    model_list: !isVaried
      ? []
      : item.models
          .filter(({ modelId }) => prices.has(modelId))
          .map((model) => ({
            model_id: model.modelId,
            model_name: model.tierIndex.map((index, tier) => item.tiers[tier]!.options[index]!.option).join(','),
            model_normal_stock: model.stock,
            model_promotion_stock: 0,
            model_original_price: model.originalPrice,
            model_promotion_price: prices.get(model.modelId)!,
          })),
  }
}
