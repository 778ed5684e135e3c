import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import {
  ListingField,
  type Master,
  type MasterRow,
  type ShopListing,
  type VersionDraft,
  type Written,
} from '../../../src-shared/listings/listings.ts'
import type { ConnectedChannel } from '../../../src-shared/sync/sync.ts'
import type { Tx } from '../database/open.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { onlyOurs, picturedKind, withTheirs } from './own-listing.ts'
import {
  ask,
  attributesAsked,
  brandsOf,
  callOff,
  categoriesOf,
  connectedShops,
  masterProducts,
  ownListings,
  saveMaster,
  saveWritten,
} from './own-listings.repository.ts'
import { versionsShown } from './prepared-versions.ts'
import { breachesAsVersion, type Compared, comparedListings } from './shop-listings.ts'
import { markVersion, saveVersion, versionsOf } from './versions.repository.ts'

interface ListingsNeeds extends Pick<RoomNeeds, 'read' | 'write' | 'now'> {
  /** What waits for a shop's channel is due; its round begins once that is committed. */
  due: (tx: Tx, shopId: string) => Promise<void>
  begin: (shopId: string) => void
}

interface Of {
  productId: string
  shopId: string
}

type Show = 'all' | 'different' | 'unlisted' | 'waiting' | 'refused'
const SHOWN: Record<Show, (state: MasterRow['shops'][number]['state']) => boolean> = {
  all: () => true,
  different: (state) => state === 'different',
  unlisted: (state) => state === 'unlisted',
  waiting: (state) => state === 'waiting' || state === 'reviewing',
  refused: (state) => state === 'refused',
}
const MOST_CATEGORIES = 60
const MOST_BRANDS = 60

export const createListings = ({ read, write, now, due, begin }: ListingsNeeds) => ({
  async shops() {
    return (await connectedShops(read)).map(({ account: _, ...shop }) => shop)
  },

  async list({ query, show, limit }: { query: string; show: Show; limit: number }) {
    const rows = new Map<string, MasterRow>()
    for (const each of await comparedListings(read, now())) {
      const { product } = each
      const row = rows.get(product.id) ?? {
        productId: product.id,
        name: product.name,
        photoId: product.photoIds[0] ?? null,
        skus: product.variants.length,
        lowestPrice: Math.min(...product.variants.map(({ price }) => price)),
        shops: [],
      }
      row.shops.push(inShop(each))
      rows.set(product.id, row)
    }
    const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean)
    const found = [...rows.values()].filter(({ name, shops }) => {
      const text = [name, ...shops.map(({ title }) => title)].join(' ').toLowerCase()
      return words.every((word) => text.includes(word))
    })
    const showing = (by: Show) => found.filter(({ shops }) => shops.some(({ state }) => SHOWN[by](state)))
    const shown = showing(show)
    const count = (by: Show) => showing(by).length
    return {
      rows: shown.slice(0, limit),
      total: shown.length,
      counts: {
        all: found.length,
        different: count('different'),
        unlisted: count('unlisted'),
        waiting: count('waiting'),
        refused: count('refused'),
      },
    }
  },

  async get(productId: string): Promise<Master> {
    const product = (await masterProducts(read, [productId])).get(productId)
    if (!product) throw new DomainError('LISTING_PRODUCT_NOT_FOUND', { id: productId })
    const { name, photoIds, dimensions } = product
    const compared = await comparedListings(read, now(), [productId])
    return {
      productId,
      name,
      photoIds,
      dimensions,
      pictured: picturedKind(product),
      shops: compared.map((each) => shown(each, now())),
    }
  },

  async categories(shopId: string, query: string) {
    const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean)
    return (await categoriesOf(read, shopId))
      .filter(({ path }) => words.every((word) => path.toLowerCase().includes(word)))
      .slice(0, MOST_CATEGORIES)
  },

  attributes: async (shopId: string, categoryId: string) =>
    (await attributesAsked(read)).get(`${shopId} ${categoryId}`) ?? null,

  async brands(shopId: string, categoryId: string, query: string) {
    const told = await brandsOf(read, shopId, categoryId)
    if (!told) return null
    const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean)
    const found = told.brands.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
    return { ...told, brands: found.slice(0, MOST_BRANDS) }
  },

  saveMaster: (wanted: {
    productId: string
    photoIds: string[]
    dimensions: Master['dimensions']
    variantPhotos?: Record<string, string> | undefined
  }) =>
    write(['listings'], async (tx) => {
      const { productId } = wanted
      const known = (await masterProducts(tx, [productId])).get(productId)
      if (!known) throw new DomainError('LISTING_PRODUCT_NOT_FOUND', { id: productId })
      await saveMaster(tx, productId, { ...wanted, variantPhotos: wanted.variantPhotos ?? known.variantPhotos })
      return { productId }
    }),

  async save({ productId, shopId, written }: Of & { written: Written }) {
    const answer = await write(['listings'], async (tx) => {
      const [known] = await comparedOf(tx, now(), [{ productId, shopId }])
      if (!known) {
        const isConnected = (await connectedShops(tx)).some((shop) => shop.shopId === shopId)
        throw isConnected
          ? new DomainError('LISTING_PRODUCT_NOT_FOUND', { id: productId })
          : new DomainError('LISTING_SHOP_NOT_CONNECTED', { id: shopId })
      }
      await saveWritten(tx, { productId, shopId, itemId: itemIdOf(known) }, written)
      // what its category asks for is learnt with the next round
      await due(tx, shopId)
      return { productId, shopId }
    })
    begin(shopId)
    return answer
  },

  takeTheirs: (of: readonly Of[], fields: readonly ListingField[] | null) =>
    write(['listings'], async (tx) => {
      const taking = new Set(fields ?? ListingField.options)
      const found = (await comparedOf(tx, now(), of)).filter(({ theirs }) => theirs !== null)
      for (const each of found) {
        const written = withTheirs(each.written, taking, each.theirs!, each.product)
        await saveWritten(tx, { ...idsOf(each), itemId: itemIdOf(each) }, written)
      }
      return { taken: found.length, before: found.map((each) => ({ ...idsOf(each), written: each.written })) }
    }),

  putBack: (of: readonly (Of & { written: Written })[]) =>
    write(['listings'], async (tx) => {
      const found = await comparedOf(tx, now(), of)
      for (const each of found) {
        const { productId, shopId } = idsOf(each)
        const before = of.find((one) => one.productId === productId && one.shopId === shopId)
        if (before) await saveWritten(tx, { productId, shopId, itemId: itemIdOf(each) }, before.written)
      }
      return { putBack: found.length }
    }),

  async publish({
    of,
    fields,
    isListed,
  }: {
    of: readonly Of[]
    fields: readonly ListingField[] | null
    isListed: boolean
  }) {
    const shopIds = new Set<string>()
    const answer = await write(['listings'], async (tx) => {
      const found = await comparedOf(tx, now(), of)
      const ready = found.filter(({ breaches }) => breaches.length === 0)
      if (of.length === 1 && ready.length === 0)
        throw new DomainError('LISTING_BREAKS_RULES', { breaches: found[0]?.breaches.length ?? 0 })
      for (const each of ready) {
        const { own, theirs, ours, written } = each
        if (!own || own.itemId !== itemIdOf(each))
          await saveWritten(tx, { ...idsOf(each), itemId: itemIdOf(each) }, written)
        const listing = fields && theirs ? onlyOurs(ours, new Set(fields), theirs) : ours
        await ask(tx, idsOf(each), { listing, isListed })
        shopIds.add(each.shop.shopId)
      }
      for (const shopId of shopIds) await due(tx, shopId)
      return { asked: ready.length, leftOut: of.length - ready.length }
    })
    for (const shopId of shopIds) begin(shopId)
    return answer
  },

  async saveVersion(draft: VersionDraft) {
    const { id, productId, shopId, startsAt, endsAt } = draft
    const answer = await write(['listings'], async (tx) => {
      if (endsAt <= startsAt || endsAt <= now()) throw new DomainError('VERSION_TIME_WRONG', {})
      const [known] = await comparedOf(tx, now(), [{ productId, shopId }])
      if (!known) throw new DomainError('LISTING_PRODUCT_NOT_FOUND', { id: productId })
      const before = known.versions.find((each) => each.id === id)
      if (before?.begunAt != null) throw new DomainError('VERSION_HAS_BEGUN', { name: before.name })
      const other = known.versions.find(
        (each) => each.id !== id && each.removedAt === null && each.startsAt < endsAt && startsAt < each.endsAt,
      )
      if (other) throw new DomainError('VERSION_OVERLAPS', { name: other.name })
      if (draft.title === null && draft.description === null && Object.keys(draft.prices).length === 0)
        throw new DomainError('VERSION_SAYS_NOTHING', {})
      // what the listing breaks without it is told where it is written
      const fresh = (await breachesAsVersion(tx, known, draft)).filter(
        ({ rule, about }) => !known.breaches.some((each) => each.rule === rule && each.about === about),
      )
      if (fresh.length > 0) throw new DomainError('LISTING_BREAKS_RULES', { breaches: fresh.length })
      await saveVersion(tx, draft)
      // its minute is planned with the next round
      await due(tx, shopId)
      return { id }
    })
    begin(shopId)
    return answer
  },

  async removeVersion(id: string) {
    let shopId: string | null = null
    const answer = await write(['listings'], async (tx) => {
      const [version] = await versionsOf(tx, { id })
      if (version && version.endedAt === null) {
        shopId = version.shopId
        await markVersion(tx, id, { removed_at: now() })
        await due(tx, version.shopId)
      }
      return { id }
    })
    if (shopId) begin(shopId)
    return answer
  },

  callOff: (of: readonly Of[]) =>
    write(['listings'], async (tx) => {
      const productIds = of.map(({ productId }) => productId)
      const waiting = (await ownListings(tx, { productIds, isWaiting: true })).filter((own) =>
        of.some(({ productId, shopId }) => productId === own.productId && shopId === own.shopId),
      )
      for (const own of waiting) await callOff(tx, own)
      return { calledOff: waiting.length }
    }),
})
export type ListingsService = ReturnType<typeof createListings>

async function comparedOf(tx: Tx, now: Instant, of: readonly Of[]): Promise<Compared[]> {
  const meant = new Set(of.map(({ productId, shopId }) => `${productId} ${shopId}`))
  const all = await comparedListings(tx, now, [...new Set(of.map(({ productId }) => productId))])
  return all.filter(({ product, shop }) => meant.has(`${product.id} ${shop.shopId}`))
}

const idsOf = ({ product, shop }: Compared): Of => ({ productId: product.id, shopId: shop.shopId })
const itemIdOf = ({ own, theirs }: Compared): string | null => theirs?.item.itemId ?? own?.itemId ?? null

function inShop({ shop, state, ours, theirs, differences }: Compared): MasterRow['shops'][number] {
  const models = theirs?.item.models ?? []
  const prices = models.flatMap(({ price }) => price ?? [])
  return {
    shopId: shop.shopId,
    state,
    title: theirs?.item.title ?? ours.title,
    price: prices.length === 0 ? null : Math.min(...prices),
    stock: theirs ? models.reduce((sum, { stock }) => sum + (stock ?? 0), 0) : null,
    itemState: theirs?.item.state ?? null,
    differences: differences.length,
  }
}

/** Where a buyer sees an item. Shopee's links of products as its app shares them; Tokopedia & TikTok Shop's as well. */
const ADDRESSES: Record<ConnectedChannel, (account: string, itemId: string) => string> = {
  shopee: (account, itemId) => `https://shopee.co.id/product/${account}/${itemId}`,
  tiktok: (_, itemId) => `https://shop-id.tokopedia.com/pdp/${itemId}`,
}

function shown(each: Compared, now: Instant): ShopListing {
  const { shop, own, theirs, saidAt, state, written, ours, breaches, differences, pathOf } = each
  const itemId = itemIdOf(each)
  return {
    shopId: shop.shopId,
    shopName: shop.name,
    channel: shop.channel,
    state,
    itemId,
    itemState: theirs?.item.state ?? null,
    saidAt,
    publishedAt: own?.publishedAt ?? null,
    address: itemId === null ? '' : ADDRESSES[shop.channel](shop.account, itemId),
    refusedFor: theirs?.item.refusedFor ?? '',
    trouble: own?.trouble ?? null,
    written,
    ours,
    categoryPath: pathOf(ours.categoryId),
    breaches,
    differences,
    versions: versionsShown(each.versions, now),
  }
}
