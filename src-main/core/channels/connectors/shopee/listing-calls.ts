import { z } from 'zod'
import type { ModelPrice, ModelStock, RefusedModel } from '../connector.ts'
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

export const setPrice = (shop: AtShop, itemId: string, models: readonly ModelPrice[]) =>
  pushed(shop, 'product/update_price', {
    item_id: digits(itemId),
    price_list: models.map(({ modelId, price }) => ({ model_id: digits(modelId || '0'), original_price: price })),
  })
