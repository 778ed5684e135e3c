import { createHash } from 'node:crypto'
import { formatRupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { ItemAtChannel, ItemAttribute, ModelAtChannel } from '../../../src-shared/listings/item.ts'
import type {
  Difference,
  ListingField,
  OptionPhotos,
  OwnListing,
  OwnModel,
  Written,
} from '../../../src-shared/listings/listings.ts'
import type { ConnectedChannel } from '../../../src-shared/sync/sync.ts'

/** A product as far as its listings are made of it. */
export interface MasterProduct {
  id: string
  name: string
  description: string
  photoIds: string[]
  dimensions: OwnListing['dimensions']
  /** A picture of its own, by SKU. */
  variantPhotos: Record<string, string>
  /** Those on sale, in their order. */
  variants: MasterVariant[]
}
export interface MasterVariant {
  id: string
  sku: string
  motif: string
  colour: string
  size: string
  price: number
  weightGrams: number
}

/** The item at the channel, and which of our SKUs each of its models is. */
export interface Theirs {
  item: ItemAtChannel
  modelOf: ReadonlyMap<string, ModelAtChannel>
}

const KINDS = [
  { name: 'Motif', of: ({ motif }: MasterVariant) => motif },
  { name: 'Warna', of: ({ colour }: MasterVariant) => colour },
  { name: 'Ukuran', of: ({ size }: MasterVariant) => size },
]

/** Kinds of variation: in what the SKUs of a product differ. Where a channel knows two, motif and colour are chosen as one. */
export function kindsOf(channel: ConnectedChannel, variants: readonly MasterVariant[]) {
  const used = KINDS.filter(({ of }) => new Set(variants.map(of)).size > 1)
  if (channel !== 'shopee' || used.length < 3) return used
  const motifAndColour = ({ motif, colour }: MasterVariant) => [motif, colour].filter(Boolean).join(' ')
  return [{ name: 'Motif & Warna', of: motifAndColour }, used[2]!]
}

/** The listing as it shall stand: what is written for the shop, else what the product says. */
export function ownListing(
  channel: ConnectedChannel,
  product: MasterProduct,
  written: Written,
  theirs: Theirs | null,
): OwnListing {
  const kinds = kindsOf(channel, product.variants)
  const model = (variant: MasterVariant, options: string[]): OwnModel => ({
    variantId: variant.id,
    sku: variant.sku,
    options,
    price: written.prices[variant.id] ?? variant.price,
  })
  // what stands at the channel keeps its own words for variations
  const added = theirs ? newOptions(product, theirs, kinds) : new Map<string, string[]>()
  const models = theirs
    ? product.variants.flatMap((variant) => {
        const known = theirs.modelOf.get(variant.id)
        if (known) return [{ ...model(variant, known.options), sku: known.sku || variant.sku }]
        const options = added.get(variant.id)
        return options ? [model(variant, options)] : []
      })
    : product.variants.map((variant) =>
        model(
          variant,
          kinds.map(({ of }) => of(variant) || '-'),
        ),
      )
  return {
    title: written.title ?? product.name,
    description: written.description ?? product.description,
    categoryId: written.categoryId,
    attributes: written.attributes,
    brand: written.brand,
    photoIds: product.photoIds,
    optionPhotos: optionPhotosOf(product.variantPhotos, models, theirs, written.keepsPhotos),
    keepsPhotos: written.keepsPhotos,
    weightGrams: written.weightGrams ?? Math.max(0, ...product.variants.map(({ weightGrams }) => weightGrams)),
    dimensions: written.dimensions ?? product.dimensions,
    tiers: theirs ? theirs.item.tiers : kinds.map(({ name }) => name),
    models,
  }
}

/**
 * Options of SKUs that a standing item does not have yet, in its own kinds of variation. None where it has models that are no SKU of ours (a
 * new one might be one of these), or where its kinds are not those in which our SKUs differ.
 */
function newOptions(
  { variants }: MasterProduct,
  { item, modelOf }: Theirs,
  kinds: ReturnType<typeof kindsOf>,
): Map<string, string[]> {
  const added = new Map<string, string[]>()
  if (item.tiers.length === 0 || item.models.length > modelOf.size) return added
  const known = variants.flatMap((variant) => {
    const model = modelOf.get(variant.id)
    return model ? [{ variant, model }] : []
  })
  const isSame = (one = '', other = '') => one.trim().toLowerCase() === other.trim().toLowerCase()
  const kindOfTier = item.tiers.map((_, tier) =>
    kinds.find(({ of }) => known.every(({ variant, model }) => isSame(of(variant) || '-', model.options[tier]))),
  )
  const taken = new Set(item.models.map(({ options }) => optionsKey(options)))
  for (const variant of variants) {
    if (modelOf.has(variant.id)) continue
    const options = kindOfTier.flatMap((kind) => (kind ? [kind.of(variant) || '-'] : []))
    if (options.length === item.tiers.length && !taken.has(optionsKey(options))) added.set(variant.id, options)
  }
  return added
}

/**
 * A picture for each option of the kind by which buyers choose: the kind that has pictures at the channel, else the first. An option has ours where
 * all its SKUs show the same one; what stands there stays where we have none, and wherever pictures are kept as they are.
 */
function optionPhotosOf(
  variantPhotos: MasterProduct['variantPhotos'],
  models: readonly OwnModel[],
  theirs: Theirs | null,
  keepsPhotos: boolean,
): OptionPhotos | null {
  const standing = theirs?.item.optionPhotos ?? []
  const tier = standing[0]?.tier ?? 0
  const options = [...new Set(models.flatMap((model) => model.options[tier] ?? []))]
  const of = options.map((option) => {
    const photos = new Set(
      models.filter((model) => model.options[tier] === option).map(({ variantId }) => variantPhotos[variantId] ?? null),
    )
    const channelId = standing.find((each) => each.tier === tier && each.option === option)?.id ?? ''
    const [photoId] = photos.size === 1 ? photos : [null]
    return { option, photoId: keepsPhotos && channelId !== '' ? null : (photoId ?? null), channelId }
  })
  return of.some(({ photoId, channelId }) => photoId !== null || channelId !== '') ? { tier, of } : null
}

/** The kind by which buyers choose with pictures, with our own words for its options. */
export function picturedKind({ variants, variantPhotos }: MasterProduct) {
  const [kind] = kindsOf('tiktok', variants)
  if (!kind) return null
  const byOption = Map.groupBy(variants, kind.of)
  return {
    kind: kind.name,
    options: [...byOption].map(([option, of]) => {
      const [photoId, ...others] = new Set(of.map(({ id }) => variantPhotos[id] ?? null))
      return { option, variantIds: of.map(({ id }) => id), photoId: others.length === 0 ? (photoId ?? null) : null }
    }),
  }
}

const optionsKey = (options: readonly string[]) => JSON.stringify(options.map((option) => option.trim().toLowerCase()))

const wordsOf = (attributes: readonly ItemAttribute[]) =>
  attributes
    .map(({ name, values }) => `${name}: ${values.map((value) => value.name).join(', ')}`)
    .sort()
    .join('; ')

const idsOf = (attributes: readonly ItemAttribute[]) =>
  attributes
    .map(({ id, values }) => `${id}=${values.map((value) => value.id || value.name).sort()}`)
    .sort()
    .join(';')

const sides = (of: OwnListing['dimensions']) => (of ? `${of.lengthCm} × ${of.widthCm} × ${of.heightCm} cm` : '')

const photosSaid = (photos: number, ofOptions: number) =>
  ofOptions === 0 ? `${photos} foto` : `${photos} foto + ${ofOptions} pilihan`

/** What the channel calls our pictures, blank where it has none yet. */
export interface Uploaded {
  item(photoId: string): string
  option(photoId: string): string
}

export function differencesOf(
  ours: OwnListing,
  { item, modelOf }: Theirs,
  uploaded: Uploaded,
  pathOf: (categoryId: string) => string,
): Difference[] {
  const differences: Difference[] = []
  const differ = (field: ListingField, ours: string, theirs: string) => differences.push({ field, ours, theirs })
  if (ours.title !== item.title) differ('title', ours.title, item.title)
  if (ours.description.trim() !== item.description.trim()) differ('description', ours.description, item.description)
  if (ours.categoryId !== item.categoryId)
    differ('category', pathOf(ours.categoryId), item.categoryPath || pathOf(item.categoryId))
  if (idsOf(ours.attributes) !== idsOf(item.attributes))
    differ('attributes', wordsOf(ours.attributes), wordsOf(item.attributes))
  if (ours.brand !== null && ours.brand.id !== item.brand.id) differ('brand', ours.brand.name, item.brand.name)
  const theirPhotos = item.photos.map(({ id }) => id)
  const ownPictures = (ours.optionPhotos?.of ?? []).filter(({ photoId }) => photoId !== null)
  const isPicturedOtherwise = ownPictures.some(({ photoId, channelId }) => uploaded.option(photoId!) !== channelId)
  if (!ours.keepsPhotos && (ours.photoIds.map(uploaded.item).join() !== theirPhotos.join() || isPicturedOtherwise))
    differ(
      'photos',
      photosSaid(ours.photoIds.length, ours.optionPhotos?.of.length ?? 0),
      photosSaid(theirPhotos.length, item.optionPhotos.length),
    )
  if (item.weightGrams !== null && ours.weightGrams !== item.weightGrams)
    differ('weight', `${ours.weightGrams} g`, `${item.weightGrams} g`)
  if (ours.dimensions && sides(ours.dimensions) !== sides(item.dimensions))
    differ('dimensions', sides(ours.dimensions), sides(item.dimensions))
  const added = ours.models.filter(({ variantId }) => !modelOf.has(variantId))
  if (added.length > 0)
    differ('models', added.map(({ sku, options }) => `${sku} (${options.join(', ')})`).join('; '), '')
  const priced = ours.models.flatMap(({ variantId, sku, price }) => {
    const theirs = modelOf.get(variantId)?.price ?? null
    return theirs === null || theirs === price ? [] : [{ sku, price, theirs }]
  })
  if (priced.length > 0)
    differ(
      'prices',
      priced.map(({ sku, price }) => `${sku} ${formatRupiah(price)}`).join(', '),
      priced.map(({ sku, theirs }) => `${sku} ${formatRupiah(theirs)}`).join(', '),
    )
  return differences
}

/** What is written once the channel's own words are taken, of these fields. */
export function withTheirs(
  written: Written,
  fields: ReadonlySet<ListingField>,
  { item, modelOf }: Theirs,
  product: MasterProduct,
): Written {
  const takes = (field: ListingField) => fields.has(field)
  const priceOf = new Map(product.variants.map(({ id, price }) => [id, price]))
  return {
    title: takes('title') ? (item.title === product.name ? null : item.title) : written.title,
    description: takes('description')
      ? item.description === product.description
        ? null
        : item.description
      : written.description,
    categoryId: takes('category') ? item.categoryId : written.categoryId,
    attributes: takes('attributes') ? item.attributes : written.attributes,
    brand: takes('brand') ? item.brand : written.brand,
    weightGrams: takes('weight') ? item.weightGrams : written.weightGrams,
    dimensions: takes('dimensions') ? item.dimensions : written.dimensions,
    keepsPhotos: takes('photos') ? true : written.keepsPhotos,
    prices: takes('prices')
      ? Object.fromEntries(
          [...modelOf].flatMap(([id, { price }]) => (price === null || price === priceOf.get(id) ? [] : [[id, price]])),
        )
      : written.prices,
  }
}

/** The listing in which only these fields are ours and everything else stays as the channel has it. */
export function onlyOurs(ours: OwnListing, fields: ReadonlySet<ListingField>, { item, modelOf }: Theirs): OwnListing {
  const is = (field: ListingField) => fields.has(field)
  return {
    title: is('title') ? ours.title : item.title,
    description: is('description') ? ours.description : item.description,
    categoryId: is('category') ? ours.categoryId : item.categoryId,
    attributes: is('attributes') || is('category') ? ours.attributes : item.attributes,
    brand: is('brand') || is('category') ? ours.brand : null,
    photoIds: ours.photoIds,
    optionPhotos: ours.optionPhotos && {
      ...ours.optionPhotos,
      of: ours.optionPhotos.of.map((each) =>
        is('photos') || each.channelId === '' ? each : { ...each, photoId: null },
      ),
    },
    keepsPhotos: is('photos') ? ours.keepsPhotos : true,
    weightGrams: is('weight') ? ours.weightGrams : (item.weightGrams ?? ours.weightGrams),
    dimensions: is('dimensions') ? ours.dimensions : item.dimensions,
    tiers: item.tiers,
    models: ours.models
      .filter(({ variantId }) => is('models') || modelOf.has(variantId))
      .map((model) => ({
        ...model,
        price: is('prices') ? model.price : (modelOf.get(model.variantId)?.price ?? model.price),
      })),
  }
}

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** The mark of a product's listing in a shop: always the same, so that an item made before a crash is found again. */
export function markOf(productId: string, shopId: string): string {
  const digest = createHash('sha256').update(`${productId} ${shopId}`).digest()
  return `LB-${[...digest.subarray(0, 8)].map((byte) => LETTERS[byte % LETTERS.length]).join('')}`
}
