import { z } from 'zod'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'

const Told = z.object({
  weightGrams: z.number().int().nullable(),
  models: z.array(z.object({ modelId: z.string(), price: z.number().int().nullable() })),
})

/** What a connected channel asks for goods that nobody may have bought yet, and what they weigh, by listing. */
export async function pricesAtChannel(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, { price: number | null; weightGrams: number | null }>> {
  const listings = await reader
    .selectFrom('listing')
    .select(['id', 'shop_id', 'external_item', 'external_model'])
    .where('id', 'in', valuesIn(ids))
    .where('external_item', '<>', '')
    .execute()
  const rows = await reader
    .selectFrom('channel_item')
    .select(['shop_id', 'item_id', 'told'])
    .where('item_id', 'in', valuesIn([...new Set(listings.map(({ external_item }) => external_item))]))
    .execute()
  const items = new Map(
    rows.map(({ shop_id, item_id, told }) => [`${shop_id} ${item_id}`, Told.parse(JSON.parse(told))]),
  )
  return new Map(
    listings.flatMap(({ id, shop_id, external_item, external_model }) => {
      const item = items.get(`${shop_id} ${external_item}`)
      const model = item?.models.find(({ modelId }) => modelId === external_model)
      return item && model ? [[id, { price: model.price, weightGrams: item.weightGrams }] as const] : []
    }),
  )
}
