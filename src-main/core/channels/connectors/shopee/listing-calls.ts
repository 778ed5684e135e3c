import { z } from 'zod'
import type { ModelPrice, ModelStock, RefusedModel } from '../connector.ts'
import { ChannelTrouble } from '../trouble.ts'
import { type AtShop, digits, envelopeOf, Id, listOf, readAs, Text, troubleOf } from './wire.ts'

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

/** A promotion that runs holds the price; one model of which it does has the whole call turned down. */
const HELD_BY_PROMOTION = /(error_cannt_edit_price_in_promotion|error_in_item_promotion_item_price_lock)$/

export async function setPrice(
  shop: AtShop,
  itemId: string,
  models: readonly (ModelPrice & { isHeld?: boolean })[],
): Promise<RefusedModel[]> {
  const price_list = models.map(({ modelId, price }) => ({ model_id: digits(modelId || '0'), original_price: price }))
  try {
    return await pushed(shop, 'product/update_price', { item_id: digits(itemId), price_list })
  } catch (problem) {
    if (!(problem instanceof ChannelTrouble) || !HELD_BY_PROMOTION.test(problem.trouble.code)) throw problem
    const { code, message } = problem.trouble
    const held = models.filter(({ isHeld }) => isHeld)
    const rest = models.filter(({ isHeld }) => !isHeld)
    const told = held.length > 0 && rest.length > 0 ? held : models
    const refused = told.map(({ modelId }) => ({ modelId, code, message }))
    return told === held ? [...refused, ...(await setPrice(shop, itemId, rest))] : refused
  }
}
