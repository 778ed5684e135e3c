import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { type ItemAtChannel, variationNameOf } from '../../../src-shared/listings/item.ts'
import { mapListings } from '../catalog/listings.repository.ts'
import type { Reader, Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import { listingsOfProducts } from '../orders/listings-of-statements.ts'
import { settleOrdersOfListings } from '../orders/settle-orders.ts'
import type { Settle } from '../settling/settle.ts'

/**
 * Items as their channel tells them. Their variations are listings like any other: known by the channel's ids, so that a renamed product
 * keeps its mapping. Of an item that was made here each variation is the SKU it was made of.
 */
export async function storeItems(
  tx: Tx,
  settle: Settle,
  shopId: string,
  told: readonly { item: ItemAtChannel; saidAt: Instant }[],
  now: Instant,
): Promise<void> {
  const goods = told.flatMap(({ item }) =>
    item.state === 'gone'
      ? []
      : item.models.map(({ modelId, options, sku }) => ({
          itemId: item.itemId,
          modelId,
          productName: item.title,
          variationName: variationNameOf(options),
          sku,
          parentSku: item.ownCode,
        })),
  )
  if (goods.length > 0) await listingsOfProducts(tx, settle, shopId, goods, now)
  for (const { item, saidAt } of told)
    await tx
      .insertInto('channel_item')
      .values({
        shop_id: shopId,
        item_id: item.itemId,
        said_at: saidAt,
        title: item.title,
        state: item.state,
        told: JSON.stringify(item),
      })
      .onConflict((conflict) =>
        conflict
          .columns(['shop_id', 'item_id'])
          .doUpdateSet({ said_at: saidAt, title: item.title, state: item.state, told: JSON.stringify(item) })
          .where('channel_item.said_at', '<=', saidAt),
      )
      .execute()
  await mapOwnItems(
    tx,
    settle,
    shopId,
    told.map(({ item }) => item.itemId),
    now,
  )
}

async function mapOwnItems(tx: Tx, settle: Settle, shopId: string, itemIds: readonly string[], now: Instant) {
  const rows = await tx
    .selectFrom('own_listing as own')
    .innerJoin('listing', (join) =>
      join.onRef('listing.shop_id', '=', 'own.shop_id').onRef('listing.external_item', '=', 'own.item_id'),
    )
    .innerJoin('variant', (join) =>
      join.onRef('variant.product_id', '=', 'own.product_id').onRef('variant.sku', '=', 'listing.sku'),
    )
    .select(['listing.id as listingId', 'variant.id as variantId'])
    .where('own.shop_id', '=', shopId)
    .where('own.item_id', 'in', valuesIn(itemIds))
    .where('own.asked', '>', 0)
    .where('listing.variant_id', 'is', null)
    .execute()
  if (rows.length === 0) return
  await mapListings(tx, rows, now)
  await settleOrdersOfListings(
    tx,
    settle,
    rows.map(({ listingId }) => listingId),
  )
}

/** An item as it was kept; what older rows did not know is blank. */
export const toldItem = (told: string): ItemAtChannel =>
  Object.assign({ brand: { id: '', name: '' }, optionPhotos: [] }, JSON.parse(told) as ItemAtChannel)

export interface StoredItem {
  shopId: string
  item: ItemAtChannel
  saidAt: Instant
  /** Our SKUs by the channel's models, as far as they are mapped. */
  variantOf: Map<string, string>
}

/** Products on sale that stand in a shop as far as their SKUs are mapped, and of which nothing is written for it here. */
export async function productsUnwritten(reader: Reader, shopId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('channel_item as c')
    .innerJoin('listing as l', (join) =>
      join.onRef('l.shop_id', '=', 'c.shop_id').onRef('l.external_item', '=', 'c.item_id'),
    )
    .innerJoin('variant as v', 'v.id', 'l.variant_id')
    .innerJoin('product as p', 'p.id', 'v.product_id')
    .leftJoin('own_listing as own', (join) =>
      join.onRef('own.product_id', '=', 'v.product_id').onRef('own.shop_id', '=', 'c.shop_id'),
    )
    .select('p.id')
    .distinct()
    .where('c.shop_id', '=', shopId)
    .where('c.state', '<>', 'gone')
    .where('p.archived_at', 'is', null)
    .where('own.product_id', 'is', null)
    .orderBy('p.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Items that stand at channels, of some products or all; those that are gone are left out. */
export async function storedItems(reader: Reader, productIds?: readonly string[]): Promise<StoredItem[]> {
  let query = reader
    .selectFrom('channel_item as c')
    .leftJoin('listing as l', (join) =>
      join.onRef('l.shop_id', '=', 'c.shop_id').onRef('l.external_item', '=', 'c.item_id'),
    )
    .leftJoin('variant as v', 'v.id', 'l.variant_id')
    .select([
      'c.shop_id as shopId',
      'c.item_id as itemId',
      'c.said_at as saidAt',
      'c.told',
      'l.external_model as model',
      'v.id as variantId',
    ])
    .where('c.state', '<>', 'gone')
  if (productIds)
    query = query.where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('v.product_id', 'in', valuesIn(productIds)),
        exists(
          selectFrom('own_listing as own')
            .select('own.product_id')
            .whereRef('own.shop_id', '=', 'c.shop_id')
            .whereRef('own.item_id', '=', 'c.item_id')
            .where('own.product_id', 'in', valuesIn(productIds)),
        ),
      ]),
    )
  const items = new Map<string, StoredItem>()
  for (const { shopId, itemId, saidAt, told, model, variantId } of await query.execute()) {
    const key = `${shopId} ${itemId}`
    const known = items.get(key) ?? {
      shopId,
      saidAt,
      item: toldItem(told),
      variantOf: new Map<string, string>(),
    }
    if (variantId !== null && model !== null) known.variantOf.set(model, variantId)
    items.set(key, known)
  }
  return [...items.values()]
}
