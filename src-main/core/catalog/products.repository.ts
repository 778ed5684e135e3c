import { type Selectable, sql } from 'kysely'
import type { ProductDraft, VariantDraft } from '../../../src-shared/catalog/catalog.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { insertMany, type Reader, type Tx } from '../database/open.ts'
import type { VariantRow } from '../database/schema.ts'
import { valuesIn } from '../database/values-in.ts'
import { codeKey } from './codes.ts'
import { recordCompositions } from './goods.ts'
import type { CodeOwner } from './product-rules.ts'
import type { ProductChange, StoredProduct } from './stored-product.ts'
import type { KnownSku } from './suggest-sku.ts'

/** Products with everything they were saved with, by id; all of them without `ids`. */
export async function storedProducts(reader: Reader, ids?: readonly string[]): Promise<Map<string, StoredProduct>> {
  let products = reader.selectFrom('product').selectAll().orderBy(sql`natural(name)`).orderBy('id')
  let variants = reader.selectFrom('variant').selectAll().orderBy('position').orderBy('id')
  let components = reader
    .selectFrom('bundle_component')
    .innerJoin('variant', 'variant.id', 'bundle_id')
    .select(['bundle_id', 'component_id', 'pieces'])
    .orderBy('component_id')
  if (ids) {
    products = products.where('id', 'in', valuesIn(ids))
    variants = variants.where('product_id', 'in', valuesIn(ids))
    components = components.where('variant.product_id', 'in', valuesIn(ids))
  }
  const variantsByProduct = Map.groupBy(await variants.execute(), ({ product_id }) => product_id)
  const componentsByBundle = Map.groupBy(await components.execute(), ({ bundle_id }) => bundle_id)
  return new Map(
    (await products.execute()).map((row) => [
      row.id,
      {
        id: row.id,
        name: row.name,
        category: row.category,
        description: row.description,
        photoId: row.photo_id,
        archived: row.archived_at !== null,
        variants: (variantsByProduct.get(row.id) ?? []).map((variant) => ({
          ...asVariantDraft(variant),
          components: (componentsByBundle.get(variant.id) ?? []).map(({ component_id, pieces }) => ({
            variantId: component_id,
            pieces,
          })),
        })),
      },
    ]),
  )
}

const asVariantDraft = (row: Selectable<VariantRow>): Omit<VariantDraft, 'components'> => ({
  id: row.id,
  sku: row.sku,
  barcode: row.barcode,
  motif: row.motif,
  colour: row.colour,
  size: row.size,
  unit: row.unit as VariantDraft['unit'],
  shelf: row.shelf,
  price: row.price,
  weightGrams: row.weight_grams,
  reorderPoint: row.reorder_point,
  safetyStock: row.safety_stock,
  ownPhotoId: row.photo_id,
})

const columnsOf = (variant: VariantDraft) => ({
  sku: variant.sku,
  barcode: variant.barcode,
  motif: variant.motif,
  colour: variant.colour,
  size: variant.size,
  unit: variant.unit,
  shelf: variant.shelf,
  price: variant.price,
  weight_grams: variant.weightGrams,
  reorder_point: variant.reorderPoint,
  safety_stock: variant.safetyStock,
  photo_id: variant.ownPhotoId,
  is_bundle: variant.components.length > 0 ? 1 : 0,
})

/** Writes what `change` says; codes of changed variants must have been released when they pass between variants. */
export async function saveProduct(tx: Tx, wanted: ProductDraft, change: ProductChange, now: Instant): Promise<void> {
  const { id, name, category, description, photoId } = wanted
  const fields = { name, category, description, photo_id: photoId, updated_at: now }
  const product = await tx
    .insertInto('product')
    .values({ id, ...fields, created_at: now, archived_at: null })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(fields))
    .returning('archived_at')
    .executeTakeFirstOrThrow()
  const touched = [...change.added, ...change.changed, ...change.removed]
  if (touched.some(({ components }) => components.length > 0) || change.changed.length > 0)
    await tx
      .deleteFrom('bundle_component')
      .where('bundle_id', 'in', valuesIn(touched.map(({ id }) => id)))
      .execute()
  if (change.removed.length > 0) await removeVariants(tx, change.removed)

  const position = new Map(wanted.variants.map((variant, index) => [variant.id, index]))
  await insertMany(
    tx,
    'variant',
    change.added.map((variant) => ({
      id: variant.id,
      product_id: id,
      ...columnsOf(variant),
      position: position.get(variant.id)!,
      archived_at: product.archived_at,
    })),
  )
  for (const variant of change.changed)
    await tx.updateTable('variant').set(columnsOf(variant)).where('id', '=', variant.id).execute()
  if (change.moved)
    for (const [variantId, place] of position)
      await tx.updateTable('variant').set({ position: place }).where('id', '=', variantId).execute()
  await insertMany(
    tx,
    'bundle_component',
    [...change.added, ...change.changed].flatMap((variant) =>
      variant.components.map(({ variantId, pieces }) => ({
        bundle_id: variant.id,
        component_id: variantId,
        pieces,
      })),
    ),
  )
  await recordCompositions(tx, [...change.added, ...change.changed], now)
}

async function removeVariants(tx: Tx, removed: readonly VariantDraft[]): Promise<void> {
  const ids = removed.map(({ id }) => id)
  // a level of nothing is left behind by a reservation that was released
  await tx.deleteFrom('stock_level').where('variant_id', 'in', valuesIn(ids)).execute()
  await tx.deleteFrom('variant').where('id', 'in', valuesIn(ids)).execute()
}

/** Lets go of the codes of these variants, so that codes may pass from one to another within one save. */
export async function releaseCodes(tx: Tx, variantIds: readonly string[]): Promise<void> {
  await tx
    .updateTable('variant')
    .set((eb) => ({ sku: eb.ref('id'), barcode: null }))
    .where('id', 'in', valuesIn(variantIds))
    .execute()
}

export async function archiveProduct(tx: Tx, id: string, archivedAt: Instant | null, now: Instant): Promise<boolean> {
  const row = await tx
    .updateTable('product')
    .set({ archived_at: archivedAt, updated_at: now })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  await tx.updateTable('variant').set({ archived_at: archivedAt }).where('product_id', '=', id).execute()
  return row !== undefined
}

export async function setBarcode(tx: Tx, variantId: string, barcode: string, now: Instant): Promise<void> {
  const { product_id } = await tx
    .updateTable('variant')
    .set({ barcode })
    .where('id', '=', variantId)
    .returning('product_id')
    .executeTakeFirstOrThrow()
  await tx.updateTable('product').set({ updated_at: now }).where('id', '=', product_id).execute()
}

const owners = (reader: Reader) =>
  reader
    .selectFrom('variant')
    .innerJoin('product', 'product.id', 'variant.product_id')
    .select(['variant.id as variantId', 'sku', 'barcode', 'product.name as productName'])

/** Whoever has one of these codes as SKU or barcode, archived or not, however it is written. */
export async function codeOwners(reader: Reader, codes: readonly string[]): Promise<CodeOwner[]> {
  const keys = codes.map(codeKey)
  return owners(reader)
    .where(({ eb, or }) =>
      or([eb(sql`lower(trim(sku))`, 'in', valuesIn(keys)), eb(sql`lower(trim(barcode))`, 'in', valuesIn(keys))]),
    )
    .execute()
}

export const allCodeOwners = (reader: Reader): Promise<CodeOwner[]> => owners(reader).execute()

/** SKUs that are not archived, as listings are compared with them; all of them without `ids`. */
export async function skusOnSale(reader: Reader, ids?: readonly string[]): Promise<KnownSku[]> {
  let query = reader
    .selectFrom('variant')
    .innerJoin('product', 'product.id', 'variant.product_id')
    .select(['variant.id', 'sku', 'barcode', 'motif', 'colour', 'size', 'product.name'])
    .where('variant.archived_at', 'is', null)
  if (ids) query = query.where('variant.id', 'in', valuesIn(ids))
  return (await query.execute()).map(({ id, sku, barcode, name, ...options }) => ({
    variantId: id,
    sku,
    barcode,
    size: options.size,
    colour: options.colour,
    goodsName: { product: name, ...options },
  }))
}

/** SKUs that are not archived and have one of these codes as SKU or barcode, by `codeKey`. */
export async function skusWithCodes(reader: Reader, codes: readonly string[]): Promise<Map<string, KnownSku>> {
  if (codes.length === 0) return new Map()
  const owners = await codeOwners(reader, codes)
  const skus = await skusOnSale(
    reader,
    owners.map(({ variantId }) => variantId),
  )
  return new Map([
    ...skus.flatMap((sku) => (sku.barcode ? [[codeKey(sku.barcode), sku] as const] : [])),
    ...skus.map((sku) => [codeKey(sku.sku), sku] as const),
  ])
}

/** Those of these variants that stand in other products. */
export async function variantsElsewhere(
  reader: Reader,
  productId: string,
  ids: readonly string[],
): Promise<Map<string, CodeOwner & { isBundle: boolean }>> {
  const rows = await owners(reader)
    .select('is_bundle')
    .where('variant.id', 'in', valuesIn(ids))
    .where('product_id', '<>', productId)
    .execute()
  return new Map(rows.map(({ is_bundle, ...owner }) => [owner.variantId, { ...owner, isBundle: is_bundle === 1 }]))
}

const STOCK = ['stock_movement', 'reservation', 'opening_stock'] as const
const HISTORY = [...STOCK, 'stock_adjustment_line', 'purchase_line', 'listing', 'order_line'] as const

async function mentioned(reader: Reader, tables: readonly (typeof HISTORY)[number][], ids: readonly string[]) {
  const found = new Set<string>()
  if (ids.length === 0) return found
  for (const table of tables) {
    const rows = await reader
      .selectFrom(table)
      .select('variant_id')
      .distinct()
      .where('variant_id', 'in', valuesIn(ids))
      .execute()
    for (const { variant_id } of rows) found.add(variant_id!)
  }
  return found
}

/** Those of these variants that ever had stock of their own. */
export const variantsWithStock = (reader: Reader, ids: readonly string[]): Promise<Set<string>> =>
  mentioned(reader, STOCK, ids)

/** Those of these variants that a document, a listing or a bundle of another product speaks of. */
export async function variantsWithHistory(reader: Reader, productId: string, ids: readonly string[]) {
  const found = await mentioned(reader, HISTORY, ids)
  for (const id of await variantsInsideBundles(reader, productId, ids)) found.add(id)
  return found
}

/** Those of these variants that bundles of other products are made of. */
export async function variantsInsideBundles(reader: Reader, productId: string, ids: readonly string[]) {
  if (ids.length === 0) return new Set<string>()
  const rows = await reader
    .selectFrom('bundle_component')
    .innerJoin('variant', 'variant.id', 'bundle_id')
    .select('component_id')
    .distinct()
    .where('component_id', 'in', valuesIn(ids))
    .where('variant.product_id', '<>', productId)
    .execute()
  return new Set(rows.map(({ component_id }) => component_id))
}
