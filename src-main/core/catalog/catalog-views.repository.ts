import { sql } from 'kysely'
import type { Variant } from '../../../src-shared/catalog/catalog.ts'
import { type GoodsName, wholeName } from '../../../src-shared/catalog/goods-name.ts'
import { divRound } from '../../../src-shared/kernel/allocate.ts'
import type { Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import { AVAILABLE } from './available.ts'
import { codeKey } from './codes.ts'

/** Reading for lists and screens. Nothing here decides anything. */

/** What is shown of a SKU `v` of a product `p`. */
const PHOTO = sql<string | null>`coalesce(v.photo_id, p.photo_id)`

const shelved = (reader: Reader) =>
  reader
    .selectFrom('variant as v')
    .innerJoin('product as p', 'p.id', 'v.product_id')
    .leftJoin('stock_level as s', 's.variant_id', 'v.id')
    .select([
      'v.id',
      'v.sku',
      'v.barcode',
      'v.motif',
      'v.colour',
      'v.size',
      'v.unit',
      'v.shelf',
      'v.price',
      'v.weight_grams',
      'v.reorder_point',
      'v.safety_stock',
      'v.is_bundle',
      'v.archived_at',
      'v.product_id',
      'p.name as product_name',
      'p.category',
      'v.photo_id as own_photo_id',
      PHOTO.as('photo_id'),
      's.on_hand',
      's.reserved',
      AVAILABLE.as('available'),
      's.costed',
      's.value',
    ])
    .orderBy('v.position')
    .orderBy('v.id')

type ShelvedRow = Awaited<ReturnType<ReturnType<typeof shelved>['execute']>>[number]

interface Level {
  available: number
  costed: number | null
  value: number | null
}

/** Moving average of `pieces` together, null while no cost is known. */
const costOf = ({ costed, value }: Level, pieces = 1): number | null =>
  costed !== null && costed > 0 && value !== null ? divRound(value, pieces, costed) : null

interface BundlePart extends Level {
  component_id: string
  pieces: number
}

async function partsOfBundles(reader: Reader, bundleIds: readonly string[]): Promise<Map<string, BundlePart[]>> {
  if (bundleIds.length === 0) return new Map()
  const rows = await reader
    .selectFrom('bundle_component as b')
    .innerJoin('variant as v', 'v.id', 'b.component_id')
    .leftJoin('stock_level as s', 's.variant_id', 'v.id')
    .select(['b.bundle_id', 'b.component_id', 'b.pieces', AVAILABLE.as('available'), 's.costed', 's.value'])
    .where('b.bundle_id', 'in', valuesIn(bundleIds))
    .orderBy('b.component_id')
    .execute()
  return Map.groupBy(rows, ({ bundle_id }) => bundle_id)
}

/** A bundle has no stock of its own: as many can be sold as its scarcest component allows. */
function ofBundle(parts: readonly BundlePart[], safetyStock: number): Pick<Variant, 'available' | 'averageCost'> {
  const complete = parts.map((part) => Math.floor(part.available / part.pieces))
  const costs = parts.map((part) => costOf(part, part.pieces))
  return {
    available: Math.max(0, Math.min(...complete) - safetyStock),
    averageCost: costs.some((cost) => cost === null) ? null : costs.reduce<number>((sum, cost) => sum + cost!, 0),
  }
}

async function asVariants(reader: Reader, rows: readonly ShelvedRow[]): Promise<(Variant & { value: number })[]> {
  const bundles = await partsOfBundles(
    reader,
    rows.filter(({ is_bundle }) => is_bundle === 1).map(({ id }) => id),
  )
  return rows.map((row) => {
    const parts = bundles.get(row.id)
    const goodsName = { product: row.product_name, motif: row.motif, colour: row.colour, size: row.size }
    return {
      id: row.id,
      sku: row.sku,
      barcode: row.barcode,
      motif: row.motif,
      colour: row.colour,
      size: row.size,
      unit: row.unit as Variant['unit'],
      shelf: row.shelf,
      price: row.price,
      weightGrams: row.weight_grams,
      reorderPoint: row.reorder_point,
      safetyStock: row.safety_stock,
      ownPhotoId: row.own_photo_id,
      components: parts?.map(({ component_id, pieces }) => ({ variantId: component_id, pieces })) ?? [],
      productId: row.product_id,
      productName: row.product_name,
      category: row.category,
      photoId: row.photo_id,
      label: wholeName(goodsName),
      goodsName,
      archived: row.archived_at !== null,
      onHand: row.on_hand ?? 0,
      reserved: row.reserved ?? 0,
      ...(parts ? ofBundle(parts, row.safety_stock) : { available: row.available, averageCost: costOf(row) }),
      value: row.value ?? 0,
    }
  })
}

/** SKUs with their stock, in the order asked for; what does not exist is left out. */
export async function variantsByIds(reader: Reader, ids: readonly string[]): Promise<Variant[]> {
  const found = await asVariants(reader, await shelved(reader).where('v.id', 'in', valuesIn(ids)).execute())
  const byId = new Map(found.map(({ value: _, ...variant }) => [variant.id, variant]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** SKUs of these products with their stock and its value, by product. */
export async function variantsOfProducts(reader: Reader, productIds: readonly string[]) {
  const rows = await shelved(reader).where('v.product_id', 'in', valuesIn(productIds)).execute()
  return Map.groupBy(await asVariants(reader, rows), ({ productId }) => productId)
}

/** SKUs that lie on the shelf, so many of each, and could go in place of another: of its product, and of its category. */
export async function variantsLike(
  reader: Reader,
  { id, productId, category }: Pick<Variant, 'id' | 'productId' | 'category'>,
  pieces: number,
): Promise<Variant[]> {
  const rows = await shelved(reader)
    .where('v.id', '<>', id)
    .where('v.archived_at', 'is', null)
    .where('v.is_bundle', '=', 0)
    .where(({ eb, or }) =>
      or([eb('v.product_id', '=', productId), ...(category === '' ? [] : [eb('p.category', '=', category)])]),
    )
    .where(AVAILABLE, '>=', pieces)
    .execute()
  return (await asVariants(reader, rows)).map(({ value: _, ...variant }) => variant)
}

/** Every SKU that is not archived, as the product file lists them. */
export async function variantsInCatalogOrder(reader: Reader): Promise<Variant[]> {
  const rows = await shelved(reader)
    .clearOrderBy()
    .where('p.archived_at', 'is', null)
    .orderBy(sql`natural(p.name)`)
    .orderBy('p.id')
    .orderBy('v.position')
    .orderBy('v.id')
    .execute()
  return (await asVariants(reader, rows)).map(({ value: _, ...variant }) => variant)
}

/** The SKU whose code this is: exactly as scanned, else typed in another case. Archived ones too: parcels come back. */
export async function variantIdByCode(reader: Reader, code: string): Promise<string | null> {
  const exact = await reader
    .selectFrom('variant')
    .select('id')
    .where(({ eb, or }) => or([eb('sku', '=', code), eb('barcode', '=', code)]))
    .executeTakeFirst()
  if (exact) return exact.id
  const alike = await reader
    .selectFrom('variant')
    .select('id')
    .where(({ eb, or }) => or([eb(sql`lower(sku)`, '=', codeKey(code)), eb(sql`lower(barcode)`, '=', codeKey(code))]))
    .executeTakeFirst()
  return alike?.id ?? null
}

export interface VariantLabel {
  sku: string
  /** `wholeName` of its parts. */
  label: string
  goodsName: GoodsName
  shelf: string
  size: string
  colour: string
  photoId: string | null
  category: string
}

/** How other rooms name an SKU, by its id. */
export async function variantLabels(reader: Reader, ids: readonly string[]): Promise<Map<string, VariantLabel>> {
  const rows = await reader
    .selectFrom('variant as v')
    .innerJoin('product as p', 'p.id', 'v.product_id')
    .select(['v.id', 'v.sku', 'v.motif', 'v.colour', 'v.size', 'v.shelf', 'p.name', PHOTO.as('photo_id'), 'p.category'])
    .where('v.id', 'in', valuesIn(ids))
    .execute()
  return new Map(
    rows.map(({ id, motif, colour, size, ...row }) => [
      id,
      {
        sku: row.sku,
        label: wholeName({ product: row.name, motif, colour, size }),
        goodsName: { product: row.name, motif, colour, size },
        shelf: row.shelf,
        size,
        colour,
        photoId: row.photo_id,
        category: row.category,
      },
    ]),
  )
}
