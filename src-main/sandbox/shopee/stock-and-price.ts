import { z } from 'zod'
import { LIMITS } from './categories.ts'
import { isPromoted } from './item-answers.ts'
import { Id, Int, read } from './parameters.ts'
import { editableItem } from './product-calls.ts'
import { type Item, type Model, type Shopee, secondsNow } from './state.ts'
import { type Payload, Refused } from './wire.ts'

/* Source: v2.product.update_stock and update_price (2026-08). Amounts are absolute. */

const STOCK = z.object({
  item_id: Id,
  stock_list: z
    .array(
      z.object({
        model_id: Id.optional(),
        seller_stock: z.array(z.object({ location_id: z.string().optional(), stock: Int })).min(1),
      }),
    )
    .min(1)
    .max(50),
})

export function updateStock(shopee: Shopee, body: unknown): Payload {
  const { item_id, stock_list } = read(STOCK, body, 'product.')
  const item = editableItem(shopee, item_id)
  if (shopee.state.shop.holiday)
    throw new Refused(
      'product.error_holiday_mode_change_stock',
      'The shop is in holiday mode, stock can not be changed.',
    )
  checkModels(
    item,
    stock_list,
    'error_edit_item_stock_for_item_has_model',
    "Can't to edit item stock directly while item has models.",
  )
  const located = stock_list.some(({ seller_stock }) => seller_stock.some(({ location_id }) => location_id))
  if (located)
    throw new Refused(
      'product.error_auth',
      'You do not have right to use seller location_id, please only fill seller_stock filed.',
    )
  // of one model a refusal is said as error_auth, of several it stands in the list
  const only = stock_list.length === 1 ? stock_list[0]! : null
  const alone = only && modelOf(item, only.model_id)
  if (only && alone && pieces(only) >= 0 && pieces(only) < alone.reserved)
    throw new Refused('product.error_auth', 'Total stock must be more than reserved stock.')

  const [failure_list, success_list]: [unknown[], unknown[]] = [[], []]
  for (const each of stock_list) {
    const [model, stock] = [modelOf(item, each.model_id), pieces(each)]
    const model_id = each.model_id ?? 0
    if (!model) failure_list.push({ model_id, failed_reason: 'Wrong model_id.' })
    else if (stock < LIMITS.stock.min || stock > LIMITS.stock.max)
      failure_list.push({
        model_id,
        failed_reason: `Stock should be between ${LIMITS.stock.min} and ${LIMITS.stock.max}.`,
      })
    else if (stock < model.reserved)
      failure_list.push({ model_id, failed_reason: 'Stock should be larger than reserved stock.' })
    else {
      model.stock = stock
      item.updateTime = secondsNow(shopee)
      success_list.push({ model_id, location_id: '', stock })
    }
  }
  if (success_list.length === 0)
    throw new Refused(
      'product.error_busi_update_stock_failed',
      'Update stock failed, please check failure_list for detailed reason',
      {
        failure_list,
        success_list,
      },
    )
  return { response: { failure_list, success_list } }
}

const pieces = ({ seller_stock }: { seller_stock: { stock: number }[] }) =>
  seller_stock.reduce((sum, { stock }) => sum + stock, 0)

const PRICE = z.object({
  item_id: Id,
  price_list: z
    .array(z.object({ model_id: Id.optional(), original_price: z.number() }))
    .min(1)
    .max(50),
})

export function updatePrice(shopee: Shopee, body: unknown): Payload {
  const { item_id, price_list } = read(PRICE, body, 'product.')
  const item = editableItem(shopee, item_id)
  checkModels(
    item,
    price_list,
    'error_edit_item_price_for_item_has_model',
    "Can't to edit item price directly while item has models.",
  )
  const named = price_list.flatMap(({ model_id }) => modelOf(item, model_id) ?? [])
  if (named.some(isPromoted))
    throw new Refused(
      'product.error_cannt_edit_price_in_promotion',
      'Price cannot be edited when item is under promotion.',
    )
  const wanted = new Map(price_list.map(({ model_id = 0, original_price }) => [model_id, original_price]))
  checkSpread(item.models.map((model) => wanted.get(model.modelId) ?? model.originalPrice))

  const [failure_list, success_list]: [unknown[], unknown[]] = [[], []]
  for (const { model_id = 0, original_price } of price_list) {
    const model = modelOf(item, model_id)
    const wrong = model ? wrongPrice(original_price) : 'Wrong model_id.'
    if (wrong) failure_list.push({ model_id, failed_reason: wrong })
    else {
      model!.originalPrice = original_price
      model!.price = original_price
      item.updateTime = secondsNow(shopee)
      success_list.push({ model_id, original_price })
    }
  }
  if (success_list.length === 0)
    throw new Refused(
      'product.error_busi_update_price_failed',
      'Update price failed, please check failure_list for detailed reason',
      {
        failure_list,
        success_list,
      },
    )
  return { response: { failure_list, success_list } }
}

/** Why a price cannot stand, or null. Rupiah have no decimals. */
export function wrongPrice(price: number): string | null {
  if (!Number.isInteger(price)) return 'Price should not have decimals.'
  if (price < LIMITS.price.min || price > LIMITS.price.max)
    return `Price should be between ${LIMITS.price.min} and ${LIMITS.price.max}.`
  return null
}

/** @throws when the variations of one listing are too far apart. Source: "Stock and price management" (2025-12). */
export function checkSpread(prices: readonly number[]): void {
  if (prices.length > 0 && Math.max(...prices) > LIMITS.priceSpread * Math.min(...prices))
    throw new Refused(
      'product.error_param',
      `The price difference between models should not exceed ${LIMITS.priceSpread} times.`,
    )
}

const modelOf = (item: Item, modelId = 0): Model | undefined => item.models.find((model) => model.modelId === modelId)

function checkModels(item: Item, list: readonly { model_id?: number | undefined }[], error: string, message: string) {
  const ids = list.map(({ model_id = 0 }) => model_id)
  if (new Set(ids).size < ids.length) throw new Refused('product.error_param', 'Repeat model_id.')
  if (item.tiers.length > 0 && ids.includes(0)) throw new Refused(`product.${error}`, message)
  if (list.length === 1 && !modelOf(item, ids[0])) throw new Refused('product.error_param', 'Wrong model_id.')
}
