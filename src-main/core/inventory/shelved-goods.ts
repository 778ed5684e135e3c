import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'

export interface ShelvedGoods {
  sku: string
  onHand: number
}

/**
 * SKUs that have stock of their own, by id, with what is on hand now.
 * @throws BUNDLE_HAS_NO_STOCK for a bundle, PRODUCT_NOT_FOUND for a SKU that nobody knows.
 */
export async function requireShelvedGoods(
  reader: Reader,
  variantIds: readonly string[],
): Promise<Map<string, ShelvedGoods>> {
  const rows = await reader
    .selectFrom('variant')
    .leftJoin('stock_level', 'stock_level.variant_id', 'variant.id')
    .select(['variant.id', 'sku', 'is_bundle', 'on_hand'])
    .where('variant.id', 'in', valuesIn(variantIds))
    .execute()
  const goods = new Map<string, ShelvedGoods>()
  for (const { id, sku, is_bundle, on_hand } of rows) {
    if (is_bundle === 1) throw new DomainError('BUNDLE_HAS_NO_STOCK', { sku })
    goods.set(id, { sku, onHand: on_hand ?? 0 })
  }
  for (const id of variantIds) if (!goods.has(id)) throw new DomainError('PRODUCT_NOT_FOUND', { id })
  return goods
}
