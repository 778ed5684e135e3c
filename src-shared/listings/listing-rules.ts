import type { PictureSize } from '../kernel/picture-size.ts'
import type { ConnectedChannel } from '../sync/sync.ts'
import type { ItemAtChannel } from './item.ts'
import type { AttributeChoice, Breach, OwnListing } from './listings.ts'

/** What a channel accepts of a listing. */
interface Limits {
  title: readonly [least: number, most: number]
  description: readonly [least: number, most: number]
  photos: number
  /** Shorter edge of a picture, in pixels. */
  photoEdge: number
  kinds: number
  optionsOfKind: number
  optionLetters: number
  models: number
  price: readonly [least: number, most: number]
  /** Dearest variation over the cheapest; null where there is no such rule. */
  spread: number | null
  /** Codes may hold blanks. */
  codeWithBlanks: boolean
  codeLetters: number
  /** Where the numbers are from, and when they were read. */
  source: string
}

export const LISTING_LIMITS: Readonly<Record<ConnectedChannel, Limits>> = {
  shopee: {
    title: [5, 255],
    description: [20, 5000],
    photos: 9,
    photoEdge: 1,
    kinds: 2,
    optionsOfKind: 50,
    optionLetters: 20,
    models: 100,
    price: [99, 150_000_000],
    spread: 7,
    codeWithBlanks: true,
    codeLetters: 100,
    // v2.product.get_item_limit, and "Stock and price management" (2025-12)
    source: 'Shopee Open Platform, 12/2025',
  },
  tiktok: {
    title: [25, 255],
    description: [1, 10_000],
    photos: 9,
    photoEdge: 300,
    kinds: 3,
    optionsOfKind: 100,
    optionLetters: 50,
    models: 100,
    price: [100, 100_000_000],
    spread: null,
    codeWithBlanks: false,
    codeLetters: 50,
    // "Create product" 202309
    source: 'TikTok Shop Partner Center, 11/2026',
  },
}

/**
 * Words that both channels take listings down for: counterfeits, and ways around their checkout. Source: prohibited content in the seller
 * education pages of Shopee Indonesia and Tokopedia & TikTok Shop (read 2026-11); "kw" alone is left out, it stands in codes.
 */
const FORBIDDEN = [
  /\bpalsu\b/i,
  /\breplika\b/i,
  /\bkw super\b/i,
  /\bwhatsapp\b/i,
  /\bwa\.me\b/i,
  /\btransfer langsung\b/i,
  /\bdi luar (?:shopee|tokopedia|tiktok)\b/i,
  /https?:\/\/\S+/i,
  /(?:\+62|\b08)\d{8,11}\b/,
]

export interface KnownPhoto {
  type: string
  size: PictureSize | null
}

const isTaken = ({ type }: KnownPhoto) => type === 'image/jpeg' || type === 'image/png'
const shorterEdge = ({ size }: KnownPhoto) => (size === null ? 0 : Math.min(size.width, size.height))

/** What the listing's category asks for. */
export interface AskedOfListing {
  attributes: readonly AttributeChoice[]
  needsBrand: boolean
}

/**
 * Every rule of the channel that this listing breaks, the most basic first. `standing` is what is at the channel already; pictures are known by our
 * ids.
 */
export function breachesOf(
  channel: ConnectedChannel,
  listing: OwnListing,
  standing: Pick<ItemAtChannel, 'categoryId'> | null,
  asked: AskedOfListing,
  pictures: ReadonlyMap<string, KnownPhoto>,
): Breach[] {
  const limits = LISTING_LIMITS[channel]
  const breaches: Breach[] = []
  const breach = (rule: Breach['rule'], about = '', is = 0, limit = 0) => breaches.push({ rule, about, is, limit })
  const { title, description, models, tiers } = listing

  const [shortest, longest] = limits.title
  if (title.length < shortest) breach('title short', '', title.length, shortest)
  if (title.length > longest) breach('title long', '', title.length, longest)
  const [least, most] = limits.description
  if (description.trim().length < least) breach('description short', '', description.trim().length, least)
  if (description.length > most) breach('description long', '', description.length, most)
  for (const pattern of FORBIDDEN) {
    const found = pattern.exec(title) ?? pattern.exec(description)
    if (found) breach('word forbidden', found[0])
  }
  if (listing.categoryId === '') breach('category missing')
  for (const { id, name, isMandatory } of asked.attributes)
    if (isMandatory && !listing.attributes.some((each) => each.id === id && each.values.length > 0))
      breach('attribute missing', name)
  if (asked.needsBrand && listing.brand === null && standing?.categoryId !== listing.categoryId) breach('brand missing')
  const photos = listing.photoIds.flatMap((id) => pictures.get(id) ?? [])
  if (!listing.keepsPhotos) {
    if (photos.length === 0) breach('photo missing', '', 0, 1)
    if (photos.length > limits.photos) breach('photos many', '', photos.length, limits.photos)
    photos.forEach((photo, at) => {
      if (!isTaken(photo)) breach('photo format', String(at + 1))
      const edge = shorterEdge(photo)
      if (edge < limits.photoEdge) breach('photo small', String(at + 1), edge, limits.photoEdge)
    })
  }
  // channels take pictures for all options of a kind, or for none
  for (const { option, photoId, channelId } of listing.optionPhotos?.of ?? []) {
    const photo = photoId === null ? undefined : pictures.get(photoId)
    if (!photo) {
      if (channelId === '') breach('option photo missing', option)
      continue
    }
    if (!isTaken(photo)) breach('option photo format', option)
    const edge = shorterEdge(photo)
    if (edge < limits.photoEdge) breach('option photo small', option, edge, limits.photoEdge)
  }
  if (listing.weightGrams <= 0) breach('weight missing')
  if (tiers.length > limits.kinds) breach('kinds many', tiers.join(', '), tiers.length, limits.kinds)
  tiers.forEach((kind, tier) => {
    const options = new Set(models.map((model) => model.options[tier] ?? ''))
    if (options.size > limits.optionsOfKind) breach('options many', kind, options.size, limits.optionsOfKind)
    for (const option of options)
      if (option.length > limits.optionLetters) breach('option long', option, option.length, limits.optionLetters)
  })
  if (models.length > limits.models) breach('models many', '', models.length, limits.models)
  const prices = models.map(({ price }) => price)
  const [cheapest, dearest] = [Math.min(...prices), Math.max(...prices)]
  if (cheapest < limits.price[0]) breach('price low', '', cheapest, limits.price[0])
  if (dearest > limits.price[1]) breach('price high', '', dearest, limits.price[1])
  if (limits.spread !== null && cheapest > 0 && dearest > limits.spread * cheapest)
    breach('price spread', '', Math.ceil(dearest / cheapest), limits.spread)
  for (const { sku } of models)
    if (sku.length > limits.codeLetters || (!limits.codeWithBlanks && /\s/.test(sku)))
      breach('code wrong', sku, sku.length, limits.codeLetters)
  return breaches
}
