import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { pictureSize } from '../../../src-shared/kernel/picture-size.ts'
import { type AskedOfListing, breachesOf, type KnownPhoto } from '../../../src-shared/listings/listing-rules.ts'
import type {
  Breach,
  Difference,
  OwnListing,
  PublicationState,
  Written,
} from '../../../src-shared/listings/listings.ts'
import { Written as WrittenShape } from '../../../src-shared/listings/listings.ts'
import type { ConnectedChannel } from '../../../src-shared/sync/sync.ts'
import { photoById } from '../catalog/photos.repository.ts'
import type { Reader } from '../database/open.ts'
import { type StoredItem, storedItems } from './items.repository.ts'
import { differencesOf, type MasterProduct, ownListing, type Theirs, type Uploaded } from './own-listing.ts'
import {
  attributesAsked,
  brandsAsked,
  categoriesOf,
  connectedShops,
  masterProducts,
  ownListings,
  type StoredOwn,
  uploadedPhotos,
} from './own-listings.repository.ts'
import { isCurrent, withVersion } from './prepared-versions.ts'
import { hashOf, uploadKey } from './publishing.ts'
import { type StoredVersion, versionsOf } from './versions.repository.ts'

/** A product in one connected shop, compared. */
export interface Compared {
  product: MasterProduct
  shop: { shopId: string; name: string; channel: ConnectedChannel; account: string }
  own: StoredOwn | null
  theirs: Theirs | null
  saidAt: number | null
  written: Written
  ours: OwnListing
  breaches: Breach[]
  differences: Difference[]
  state: PublicationState
  versions: StoredVersion[]
  pathOf: (categoryId: string) => string
}

const NOTHING_WRITTEN = WrittenShape.parse({})

/** Products in all connected shops: what is written here beside what their channels say. */
export async function comparedListings(
  reader: Reader,
  now: Instant,
  productIds?: readonly string[],
): Promise<Compared[]> {
  const shops = await connectedShops(reader)
  if (shops.length === 0) return []
  const products = await masterProducts(reader, productIds)
  const owns = new Map(
    (await ownListings(reader, productIds ? { productIds } : {})).map((own) => [`${own.productId} ${own.shopId}`, own]),
  )
  const productOf = new Map(
    [...products.values()].flatMap(({ id, variants }) => variants.map((variant) => [variant.id, id] as const)),
  )
  const items = new Map<string, StoredItem>()
  const byItem = new Map([...owns.values()].map((own) => [`${own.shopId} ${own.itemId}`, own.productId]))
  for (const stored of await storedItems(reader, productIds)) {
    const productId =
      byItem.get(`${stored.shopId} ${stored.item.itemId}`) ??
      onlyOne([...stored.variantOf.values()].map((id) => productOf.get(id)))
    if (!productId) continue
    const key = `${productId} ${stored.shopId}`
    const linked = owns.get(key)?.itemId
    // a product may stand twice in a shop; the one that is written here, else the one found first
    if (!items.has(key) || linked === stored.item.itemId) items.set(key, stored)
  }
  const versions = Map.groupBy(
    await versionsOf(reader, productIds ? { productIds } : {}),
    ({ productId, shopId }) => `${productId} ${shopId}`,
  )
  const asked = await askedOf(reader)
  const photos = await photosOf(reader, [...products.values()].flatMap(photosNamed))
  const compared: Compared[] = []
  for (const shop of shops) {
    const uploaded = uploadedAs(await uploadedPhotos(reader, shop.shopId), photos)
    const paths = new Map((await categoriesOf(reader, shop.shopId)).map(({ id, path }) => [id, path]))
    const pathOf = (categoryId: string) => paths.get(categoryId) ?? categoryId
    for (const product of products.values()) {
      const key = `${product.id} ${shop.shopId}`
      const own = owns.get(key) ?? null
      const stored = items.get(key) ?? null
      const theirs = stored && theirsOf(stored)
      const written = own?.written ?? NOTHING_WRITTEN
      const prepared = versions.get(key) ?? []
      const current = prepared.find((version) => isCurrent(version, now))
      const ours = ownListing(shop.channel, product, withVersion(written, current), theirs)
      const differences = own && theirs ? differencesOf(ours, theirs, uploaded, pathOf) : []
      compared.push({
        product,
        shop,
        own,
        theirs,
        saidAt: stored?.saidAt ?? null,
        written,
        ours,
        breaches: breachesOf(shop.channel, ours, theirs?.item ?? null, asked(shop.shopId, ours.categoryId), photos),
        differences,
        state: stateOf(own, theirs, differences),
        versions: prepared,
        pathOf,
      })
    }
  }
  return compared
}

/** What its channel would say to a listing with a version's words and prices. */
export async function breachesAsVersion(
  reader: Reader,
  { shop, product, written, theirs }: Compared,
  version: Pick<StoredVersion, 'title' | 'description' | 'prices'>,
): Promise<Breach[]> {
  const ours = ownListing(shop.channel, product, withVersion(written, version), theirs)
  const photos = await photosOf(reader, photosNamed(product))
  const asked = await askedOf(reader)
  return breachesOf(shop.channel, ours, theirs?.item ?? null, asked(shop.shopId, ours.categoryId), photos)
}

const photosNamed = ({ photoIds, variantPhotos }: MasterProduct) => [...photoIds, ...Object.values(variantPhotos)]

/** What categories ask for; nothing of one that nobody asked the channel about. */
async function askedOf(reader: Reader): Promise<(shopId: string, categoryId: string) => AskedOfListing> {
  const attributes = await attributesAsked(reader)
  const branded = await brandsAsked(reader)
  return (shopId, categoryId) => {
    const key = `${shopId} ${categoryId}`
    return { attributes: attributes.get(key) ?? [], needsBrand: branded.get(key) ?? false }
  }
}

function uploadedAs(uploaded: ReadonlyMap<string, string>, photos: ReadonlyMap<string, HashedPhoto>): Uploaded {
  const as = (of: 'item' | 'option') => (photoId: string) => {
    const photo = photos.get(photoId)
    return photo ? (uploaded.get(uploadKey(photo.sha256, of)) ?? '') : ''
  }
  return { item: as('item'), option: as('option') }
}

const onlyOne = <Value>(values: readonly Value[]): Value | undefined =>
  new Set(values).size === 1 ? values[0] : undefined

function theirsOf({ item, variantOf }: StoredItem): Theirs {
  const modelOf = new Map(
    item.models.flatMap((model) => {
      const variantId = variantOf.get(model.modelId)
      return variantId ? [[variantId, model] as const] : []
    }),
  )
  return { item, modelOf }
}

function stateOf(own: StoredOwn | null, theirs: Theirs | null, differences: readonly Difference[]): PublicationState {
  if (own && own.asked > own.done) return 'waiting'
  if (own?.trouble || theirs?.item.state === 'refused') return 'refused'
  if (!theirs) return 'unlisted'
  if (theirs.item.isUnderReview || theirs.item.state === 'reviewing') return 'reviewing'
  return differences.length > 0 ? 'different' : 'same'
}

interface HashedPhoto extends KnownPhoto {
  sha256: string
}

/** What a picture is never changes: each is looked at once. */
const seen = new Map<string, HashedPhoto>()

async function photosOf(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, HashedPhoto>> {
  for (const id of new Set(ids)) {
    if (seen.has(id)) continue
    const photo = await photoById(reader, id)
    if (photo) seen.set(id, { type: photo.mediaType, size: pictureSize(photo.bytes), sha256: hashOf(photo.bytes) })
  }
  return seen
}
