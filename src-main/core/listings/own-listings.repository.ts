import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { type OwnListing, Written } from '../../../src-shared/listings/listings.ts'
import { type ConnectedChannel, SyncTrouble } from '../../../src-shared/sync/sync.ts'
import type { AttributeAtChannel, BrandPage, CategoryAtChannel } from '../channels/connectors/items.ts'
import { actorNow } from '../database/actor.ts'
import type { Reader, Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import { type MasterProduct, markOf } from './own-listing.ts'

/** What was asked to stand at the channel. */
export interface Wanted {
  listing: OwnListing
  isListed: boolean
}

export interface StoredOwn {
  productId: string
  shopId: string
  mark: string
  itemId: string | null
  written: Written
  asked: number
  done: number
  wanted: Wanted | null
  makingSince: Instant | null
  publishedAt: Instant | null
  trouble: SyncTrouble | null
}

export async function ownListings(
  reader: Reader,
  { productIds, shopId, isWaiting }: { productIds?: readonly string[]; shopId?: string; isWaiting?: boolean },
): Promise<StoredOwn[]> {
  const rows = await reader
    .selectFrom('own_listing')
    .selectAll()
    .$if(productIds !== undefined, (query) => query.where('product_id', 'in', valuesIn(productIds!)))
    .$if(shopId !== undefined, (query) => query.where('shop_id', '=', shopId!))
    .$if(isWaiting === true, (query) => query.whereRef('asked', '>', 'done'))
    .execute()
  return rows.map((row) => ({
    productId: row.product_id,
    shopId: row.shop_id,
    mark: row.mark,
    itemId: row.item_id,
    written: Written.parse(JSON.parse(row.written)),
    asked: row.asked,
    done: row.done,
    wanted: row.wanted === null ? null : (JSON.parse(row.wanted) as Wanted),
    makingSince: row.making_since,
    publishedAt: row.published_at,
    trouble: row.trouble === null ? null : SyncTrouble.parse(JSON.parse(row.trouble)),
  }))
}

const change = (tx: Tx, { productId, shopId }: Pick<StoredOwn, 'productId' | 'shopId'>) =>
  tx.updateTable('own_listing').where('product_id', '=', productId).where('shop_id', '=', shopId)

export async function saveWritten(
  tx: Tx,
  of: { productId: string; shopId: string; itemId: string | null },
  written: Written,
): Promise<void> {
  const text = JSON.stringify(written)
  await tx
    .insertInto('own_listing')
    .values({
      product_id: of.productId,
      shop_id: of.shopId,
      mark: markOf(of.productId, of.shopId),
      item_id: of.itemId,
      written: text,
      wanted: null,
      making_since: null,
      published_at: null,
      trouble: null,
      actor: actorNow().id,
    })
    .onConflict((conflict) =>
      conflict.columns(['product_id', 'shop_id']).doUpdateSet((row) => ({
        written: text,
        item_id: row.ref('excluded.item_id'),
        actor: actorNow().id,
      })),
    )
    .execute()
}

/** To be sent as soon as the channel answers; what was asked before and is not done yet is replaced. */
export const ask = (tx: Tx, of: Pick<StoredOwn, 'productId' | 'shopId'>, wanted: Wanted) =>
  change(tx, of)
    .set((row) => ({ wanted: JSON.stringify(wanted), asked: row('asked', '+', 1), trouble: null }))
    .execute()

/** Not sent after all. */
export const callOff = (tx: Tx, of: Pick<StoredOwn, 'productId' | 'shopId'>) =>
  change(tx, of)
    .set((row) => ({ done: row.ref('asked') }))
    .execute()

export const noteMaking = (tx: Tx, of: StoredOwn, at: Instant) => change(tx, of).set({ making_since: at }).execute()

export const noteItem = (tx: Tx, of: StoredOwn, itemId: string) =>
  change(tx, of).set({ item_id: itemId, making_since: null }).execute()

export const noteDone = (tx: Tx, of: StoredOwn, at: Instant) =>
  change(tx, of).set({ done: of.asked, published_at: at, trouble: null }).execute()

export const noteRefused = (tx: Tx, of: StoredOwn, trouble: SyncTrouble) =>
  change(tx, of)
    .set({ done: of.asked, making_since: null, trouble: JSON.stringify(trouble) })
    .execute()

/** Products as far as listings are made of them; archived ones are left out. */
export async function masterProducts(reader: Reader, ids?: readonly string[]): Promise<Map<string, MasterProduct>> {
  const rows = await reader
    .selectFrom('product as p')
    .innerJoin('variant as v', 'v.product_id', 'p.id')
    .leftJoin('product_master as m', 'm.product_id', 'p.id')
    .select([
      'p.id',
      'p.name',
      'p.description',
      'p.photo_id as cover',
      'm.photos',
      'm.dimensions',
      'm.variant_photos as variantPhotos',
      'v.id as variantId',
      'v.sku',
      'v.motif',
      'v.colour',
      'v.size',
      'v.price',
      'v.weight_grams as weightGrams',
    ])
    .where('p.archived_at', 'is', null)
    .where('v.archived_at', 'is', null)
    .$if(ids !== undefined, (query) => query.where('p.id', 'in', valuesIn(ids!)))
    .orderBy('p.name')
    .orderBy('p.id')
    .orderBy('v.position')
    .execute()
  const products = new Map<string, MasterProduct>()
  for (const { id, name, description, cover, photos, dimensions, variantPhotos, variantId, ...variant } of rows) {
    const known = products.get(id) ?? {
      id,
      name,
      description,
      photoIds: photos === null ? (cover === null ? [] : [cover]) : (JSON.parse(photos) as string[]),
      dimensions: dimensions === null ? null : (JSON.parse(dimensions) as MasterProduct['dimensions']),
      variantPhotos: variantPhotos === null ? {} : (JSON.parse(variantPhotos) as MasterProduct['variantPhotos']),
      variants: [],
    }
    known.variants.push({ id: variantId, ...variant })
    products.set(id, known)
  }
  return products
}

export async function saveMaster(
  tx: Tx,
  productId: string,
  { photoIds, dimensions, variantPhotos }: Pick<MasterProduct, 'photoIds' | 'dimensions' | 'variantPhotos'>,
): Promise<void> {
  const row = {
    photos: JSON.stringify(photoIds),
    dimensions: dimensions && JSON.stringify(dimensions),
    variant_photos: JSON.stringify(variantPhotos),
    actor: actorNow().id,
  }
  await tx
    .insertInto('product_master')
    .values({ product_id: productId, ...row })
    .onConflict((conflict) => conflict.column('product_id').doUpdateSet(row))
    .execute()
}

/** Shops that talk to their channels, by name. */
export async function connectedShops(
  reader: Reader,
): Promise<{ shopId: string; name: string; channel: ConnectedChannel; account: string; waiting: number }[]> {
  const rows = await reader
    .selectFrom('connection')
    .innerJoin('shop', 'shop.id', 'connection.shop_id')
    .select((eb) => [
      'shop.id as shopId',
      'shop.name',
      'shop.channel',
      'connection.account',
      eb
        .selectFrom('own_listing')
        .select(({ fn }) => fn.countAll<number>().as('waiting'))
        .whereRef('own_listing.shop_id', '=', 'shop.id')
        .whereRef('asked', '>', 'done')
        .as('waiting'),
    ])
    .where('connection.ended_at', 'is', null)
    .orderBy('shop.name')
    .execute()
  return rows.map(({ channel, waiting, ...row }) => ({
    ...row,
    channel: channel as ConnectedChannel,
    waiting: waiting ?? 0,
  }))
}

export async function uploadedPhotos(reader: Reader, shopId: string): Promise<Map<string, string>> {
  const rows = await reader.selectFrom('uploaded_photo').selectAll().where('shop_id', '=', shopId).execute()
  return new Map(rows.map(({ sha256, channel_id }) => [sha256, channel_id]))
}

export const noteUpload = (tx: Tx, shopId: string, sha256: string, channelId: string) =>
  tx
    .insertInto('uploaded_photo')
    .values({ shop_id: shopId, sha256, channel_id: channelId })
    .onConflict((conflict) => conflict.columns(['shop_id', 'sha256']).doUpdateSet({ channel_id: channelId }))
    .execute()

/** The tree of a channel, each category with the names from the root down. */
export async function saveCategories(tx: Tx, shopId: string, tree: readonly CategoryAtChannel[]): Promise<void> {
  const byId = new Map(tree.map((each) => [each.id, each]))
  const pathOf = (category: CategoryAtChannel, depth = 0): string => {
    const parent = depth < 10 ? byId.get(category.parentId) : undefined
    return parent ? `${pathOf(parent, depth + 1)} > ${category.name}` : category.name
  }
  await tx.deleteFrom('channel_category').where('shop_id', '=', shopId).execute()
  const rows = tree
    .filter(({ isLeaf }) => isLeaf)
    .map((category) => ({
      shop_id: shopId,
      id: category.id,
      path: pathOf(category),
      is_open: category.isInviteOnly ? 0 : 1,
    }))
  for (let from = 0; from < rows.length; from += 500)
    await tx
      .insertInto('channel_category')
      .values(rows.slice(from, from + 500))
      .execute()
}

export const categoriesOf = async (reader: Reader, shopId: string) =>
  (await reader.selectFrom('channel_category').selectAll().where('shop_id', '=', shopId).orderBy('path').execute()).map(
    ({ id, path, is_open }) => ({ id, path, isOpen: is_open === 1 }),
  )

export const saveAttributes = (tx: Tx, shopId: string, categoryId: string, told: readonly AttributeAtChannel[]) =>
  tx
    .insertInto('channel_attribute')
    .values({ shop_id: shopId, category_id: categoryId, told: JSON.stringify(told) })
    .onConflict((conflict) => conflict.columns(['shop_id', 'category_id']).doUpdateSet({ told: JSON.stringify(told) }))
    .execute()

export async function saveBrands(
  tx: Tx,
  shopId: string,
  categoryId: string,
  { isMandatory, isWhole, brands }: { isMandatory: boolean; isWhole: boolean; brands: BrandPage['items'] },
): Promise<void> {
  const row = { is_mandatory: isMandatory ? 1 : 0, is_whole: isWhole ? 1 : 0, told: JSON.stringify(brands) }
  await tx
    .insertInto('channel_brand')
    .values({ shop_id: shopId, category_id: categoryId, ...row })
    .onConflict((conflict) => conflict.columns(['shop_id', 'category_id']).doUpdateSet(row))
    .execute()
}

/** Null of a category that nobody asked the channel about. */
export async function brandsOf(reader: Reader, shopId: string, categoryId: string) {
  const row = await reader
    .selectFrom('channel_brand')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('category_id', '=', categoryId)
    .executeTakeFirst()
  return row
    ? {
        isMandatory: row.is_mandatory === 1,
        isWhole: row.is_whole === 1,
        brands: JSON.parse(row.told) as BrandPage['items'],
      }
    : null
}

/** Whether a brand has to be said, by shop and category; a category that nobody asked the channel about is missing. */
export async function brandsAsked(reader: Reader): Promise<Map<string, boolean>> {
  const rows = await reader.selectFrom('channel_brand').select(['shop_id', 'category_id', 'is_mandatory']).execute()
  return new Map(
    rows.map(({ shop_id, category_id, is_mandatory }) => [`${shop_id} ${category_id}`, is_mandatory === 1]),
  )
}

/** By shop and category; a category that nobody asked the channel about is missing. */
export async function attributesAsked(reader: Reader): Promise<Map<string, AttributeAtChannel[]>> {
  const rows = await reader.selectFrom('channel_attribute').selectAll().execute()
  return new Map(
    rows.map(({ shop_id, category_id, told }) => [
      `${shop_id} ${category_id}`,
      JSON.parse(told) as AttributeAtChannel[],
    ]),
  )
}
