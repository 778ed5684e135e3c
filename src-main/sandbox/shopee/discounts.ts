import type { Discount, Item, Model, Shopee } from './state.ts'
import { secondsNow } from './state.ts'

/* What a discount of the seller does to prices while it goes on. */

export type PromotionStatus = 'upcoming' | 'ongoing' | 'expired'

export const statusAt = ({ start, end }: { start: number; end: number }, now: number): PromotionStatus =>
  now < start ? 'upcoming' : now < end ? 'ongoing' : 'expired'

/** Prices as the discounts that go on now make them; nobody edits these meanwhile. */
export function priceAsDiscounted(shopee: Shopee): void {
  const { state } = shopee
  const now = secondsNow(shopee)
  const going = (state.discounts ?? []).filter((each) => statusAt(each, now) === 'ongoing')
  const priceOf = (item: Item, model: Model) =>
    going.flatMap(({ items }) => items.find(({ itemId }) => itemId === item.itemId)?.prices.get(model.modelId) ?? [])[0]
  for (const item of state.items.values())
    for (const model of item.models) {
      const price = priceOf(item, model)
      if (price === undefined && !model.isDiscounted) continue
      model.price = price ?? model.originalPrice
      model.isDiscounted = price !== undefined
      item.updateTime = now
    }
}

/** Discounts of which an item is already part while this one goes on. */
export const overlapping = (state: Shopee['state'], itemId: number, { start, end, id }: Discount): Discount[] =>
  (state.discounts ?? []).filter(
    (each) =>
      each.id !== id && each.start < end && start < each.end && each.items.some((held) => held.itemId === itemId),
  )
