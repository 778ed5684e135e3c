import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { insertMany, type Reader, type Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'

/** What leaves the shelf for one piece sold: the SKU itself, or a bundle's components. */
export interface Component {
  variantId: string
  pieces: number
}

/** Answers what one piece of a SKU was made of when its goods left (null: of what it is made now). */
export type GoodsAt = (variantId: string, leftAt: Instant | null) => readonly Component[]

interface Version {
  since: Instant
  components: Component[]
}

/**
 * What SKUs are and were made of. An ordinary SKU is one piece of itself. A bundle keeps every composition it had: goods
 * that left keep the one that stood when they went; what left before the first one is taken as made of that.
 */
export async function compositionsOf(reader: Reader, variantIds: readonly string[]): Promise<GoodsAt> {
  const versions = variantIds.length === 0 ? new Map<string, Version[]>() : await versionsOf(reader, variantIds)
  return (variantId, leftAt) => {
    const known = versions.get(variantId)
    if (!known) return [{ variantId, pieces: 1 }]
    const stood = leftAt === null ? known.at(-1) : known.findLast(({ since }) => since < leftAt)
    return (stood ?? known[0]!).components
  }
}

/** Oldest first; a bundle that became an ordinary SKU is one piece of itself from then on. */
async function versionsOf(reader: Reader, bundleIds: readonly string[]): Promise<Map<string, Version[]>> {
  const rows = await reader
    .selectFrom('bundle_version')
    .selectAll()
    .where('bundle_id', 'in', valuesIn(bundleIds))
    .orderBy('bundle_id')
    .orderBy('version')
    .orderBy('component_id')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ bundle_id }) => bundle_id)].map(([bundle, rows]) => [
      bundle,
      [...Map.groupBy(rows, ({ version }) => version).values()].map((components) => ({
        since: components[0]!.since,
        components: components.map(({ component_id, pieces }) => ({ variantId: component_id, pieces })),
      })),
    ]),
  )
}

/** Notes what these SKUs are made of from now on, where that is new. No components: an ordinary SKU. */
export async function recordCompositions(
  tx: Tx,
  variants: readonly { id: string; components: readonly Component[] }[],
  now: Instant,
): Promise<void> {
  if (variants.length === 0) return
  const known = await versionsOf(
    tx,
    variants.map(({ id }) => id),
  )
  const rows = variants.flatMap(({ id, components }) => {
    const versions = known.get(id) ?? []
    const last = versions.at(-1)?.components ?? [{ variantId: id, pieces: 1 }]
    const wanted = components.length > 0 ? components : [{ variantId: id, pieces: 1 }]
    if (same(last, wanted)) return []
    return wanted.map(({ variantId, pieces }) => ({
      bundle_id: id,
      version: versions.length + 1,
      since: now,
      component_id: variantId,
      pieces,
    }))
  })
  await insertMany(tx, 'bundle_version', rows)
}

const same = (a: readonly Component[], b: readonly Component[]) =>
  a.length === b.length &&
  a.every((one) => b.some(({ variantId, pieces }) => variantId === one.variantId && pieces === one.pieces))

/** The SKU each listing is mapped to, by listing id; a listing that is not mapped is absent. */
export async function variantsOfListings(reader: Reader, listingIds: readonly string[]): Promise<Map<string, string>> {
  if (listingIds.length === 0) return new Map()
  const mapped = await reader
    .selectFrom('listing')
    .select(['id', 'variant_id'])
    .where('id', 'in', valuesIn(listingIds))
    .where('variant_id', 'is not', null)
    .execute()
  return new Map(mapped.map(({ id, variant_id }) => [id, variant_id!]))
}
