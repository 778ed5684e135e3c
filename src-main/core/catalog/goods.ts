import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'

/** What leaves the shelf for one piece sold: the SKU itself, or a bundle's components. */
export interface Component {
  variantId: string
  pieces: number
}

/** Components of SKUs, by SKU id. An ordinary SKU is one piece of itself. */
export async function componentsOfVariants(
  reader: Reader,
  variantIds: readonly string[],
): Promise<Map<string, Component[]>> {
  const goods = new Map<string, Component[]>(variantIds.map((id) => [id, [{ variantId: id, pieces: 1 }]]))
  if (variantIds.length === 0) return goods
  const rows = await reader
    .selectFrom('bundle_component')
    .innerJoin('variant', 'variant.id', 'bundle_component.bundle_id')
    .select(['bundle_id', 'component_id', 'pieces'])
    .where('bundle_id', 'in', valuesIn(variantIds))
    .where('variant.is_bundle', '=', 1)
    .orderBy('component_id')
    .execute()
  for (const [bundle, components] of Map.groupBy(rows, ({ bundle_id }) => bundle_id))
    goods.set(
      bundle,
      components.map(({ component_id, pieces }) => ({ variantId: component_id, pieces })),
    )
  return goods
}

/** Components of channel listings, by listing id; a listing that is not mapped is absent. */
export async function componentsOfListings(
  reader: Reader,
  listingIds: readonly string[],
): Promise<Map<string, Component[]>> {
  if (listingIds.length === 0) return new Map()
  const mapped = await reader
    .selectFrom('listing')
    .select(['id', 'variant_id'])
    .where('id', 'in', valuesIn(listingIds))
    .where('variant_id', 'is not', null)
    .execute()
  const goods = await componentsOfVariants(reader, [...new Set(mapped.map(({ variant_id }) => variant_id!))])
  return new Map(mapped.map(({ id, variant_id }) => [id, goods.get(variant_id!)!]))
}
