import type { ProductDraft, VariantDraft } from '../../../src-shared/catalog/catalog.ts'
import { type Options, optionKey } from '../../../src-shared/catalog/goods-name.ts'
import { inSizeOrder } from '../../../src-shared/catalog/size-order.ts'
import { folded } from '../../../src-shared/kernel/folded.ts'
import { firstLetters } from '../../../src-shared/kernel/page.ts'
import type { CodeVerdict } from './code-rule.ts'
import { codeKey } from './codes.ts'
import { type SkuMaker, skuMaker, stemOf, stemOfCode } from './new-sku.ts'
import { optionsDisagree } from './option-words.ts'
import type { CodeOwner } from './product-rules.ts'
import { arranged, type StoredProduct } from './stored-product.ts'
import { parseVariationName } from './variation-name.ts'

export interface UnmappedListing {
  id: string
  shopId: string
  sku: string
  productName: string
  variationName: string
  price: number
  weightGrams: number
  /** What its code says; null when it has none. */
  verdict: CodeVerdict | null
}

export interface MadeFromListings {
  /** New products, and known ones that gain variants, whole and ready to save. */
  drafts: ProductDraft[]
  mappings: { listingId: string; variantId: string }[]
  products: number
  variants: number
}

/** An SKU made of a listing and named by its code, and where each shop shows it. */
interface Made {
  variantId: string
  options: Options
  shops: Map<string, string>
}

/** A product being put together. */
interface Growing {
  draft: ProductDraft
  isNew: boolean
  grew: boolean
  stem: string | null
}

/**
 * Products and SKUs for listings that have none. Listings of one product name become one product, and those of the same
 * options one SKU, also across shops. The channel's SKU code becomes ours when it names one variation and nobody has it; a
 * listing of another shop with that code is the same goods. A code that a seller gave to a whole family names none of its
 * variations: all of them begin with it and go on with their options, so that siblings are named alike.
 */
export function productsFromListings({
  listings,
  products,
  codes,
  newId,
}: {
  listings: readonly UnmappedListing[]
  products: readonly StoredProduct[]
  /** Every SKU and barcode in the shop. */
  codes: readonly CodeOwner[]
  newId: () => string
}): MadeFromListings {
  const growing = new Map<string, Growing>()
  for (const product of products) {
    const key = nameKey(product.name)
    if (!growing.has(key)) growing.set(key, { draft: product, isNew: false, grew: false, stem: null })
  }
  const skus = skuMaker(new Set(codes.flatMap(({ sku, barcode }) => [sku, barcode ?? sku].map(codeKey))))
  const familyCodes = familyCodesOf(listings)

  const madeByCode = new Map<string, Made>()
  let variants = 0

  /** What another shop's listing with this code was made into. */
  function madeFor(listing: UnmappedListing, options: Options): string | undefined {
    const made = madeByCode.get(codeKey(listing.sku))
    const place = placeOf(listing, options)
    if (!made || !isSameGoods(made, listing, place, options)) return undefined
    made.shops.set(listing.shopId, place)
    return made.variantId
  }

  /** The product's SKU of these options, made when it has none. */
  function variantOf(product: Growing, listing: UnmappedListing, options: Options): string {
    const twin = product.draft.variants.find((variant) => optionKey(variant) === optionKey(options))
    if (twin) return twin.id
    const variant = newVariant(
      listing,
      options,
      skuFor(skus, product, listing, options, familyCodes.get(nameKey(product.draft.name))),
      newId(),
    )
    product.draft = { ...product.draft, variants: [...product.draft.variants, variant] }
    product.grew = true
    variants++
    if (codeKey(variant.sku) === codeKey(listing.sku))
      madeByCode.set(codeKey(variant.sku), {
        variantId: variant.id,
        options,
        shops: new Map([[listing.shopId, placeOf(listing, options)]]),
      })
    return variant.id
  }

  const mappings = listings.map((listing) => {
    const options = parseVariationName(listing.variationName)
    const variantId =
      (listing.verdict?.isCertain ? listing.verdict.match!.variantId : undefined) ??
      madeFor(listing, options) ??
      variantOf(productFor(growing, listing, newId), listing, options)
    return { listingId: listing.id, variantId }
  })
  const grown = [...growing.values()].filter(({ grew }) => grew)
  return {
    drafts: grown.map(({ draft, isNew }) => arranged(isNew ? sortedBySize(draft) : draft)),
    mappings,
    products: grown.filter(({ isNew }) => isNew).length,
    variants,
  }
}

/** A file names variations as they were sold; a shelf has M before XL, colour by colour. */
function sortedBySize(draft: ProductDraft): ProductDraft {
  const colours = Map.groupBy(draft.variants, ({ motif, colour }) => optionKey({ motif, colour, size: '' }))
  return { ...draft, variants: [...colours.values()].flatMap((each) => inSizeOrder(each, ({ size }) => size)) }
}

/** Where a shop shows the goods: its name for them and the options. */
const placeOf = ({ productName }: UnmappedListing, options: Options) =>
  `${nameKey(productName)}\u0000${optionKey(options)}`

/** A name of signs alone folds to nothing and stands for itself. */
const nameKey = (name: string) => folded(name) || name

/** The same code means the same goods, unless this shop gave it to another variation, or size or colour contradict. */
function isSameGoods(made: Made, { shopId, verdict }: UnmappedListing, place: string, options: Options): boolean {
  if (optionsDisagree(made.options, options)) return false
  const here = made.shops.get(shopId)
  return here === undefined ? !verdict?.isShared : here === place
}

function productFor(growing: Map<string, Growing>, listing: UnmappedListing, newId: () => string): Growing {
  const name = productNameOf(listing)
  const key = nameKey(name)
  const found = growing.get(key)
  if (found) return found
  const draft = { id: newId(), name, category: '', description: '', photoId: null, variants: [] }
  const product = { draft, isNew: true, grew: false, stem: null }
  growing.set(key, product)
  return product
}

const productNameOf = ({ productName, sku }: UnmappedListing) =>
  firstLetters(productName || sku || 'Produk tanpa nama', 200).trim()

/** By product: the one code that its seller gave to the whole family and to no other, as the beginning of SKUs. */
function familyCodesOf(listings: readonly UnmappedListing[]): Map<string, string> {
  const families = Map.groupBy(listings, (listing) => nameKey(productNameOf(listing)))
  const codes = [...families].flatMap(([family, members]) => {
    const shared = new Set(
      members.filter(({ verdict }) => verdict?.isOfOneVariation === false).map(({ sku }) => stemOfCode(sku)),
    )
    const [code = ''] = shared
    return shared.size === 1 && code !== '' ? [{ family, code }] : []
  })
  return new Map(
    [...Map.groupBy(codes, ({ code }) => code)].flatMap(([code, [first, ...others]]) =>
      first && others.length === 0 ? [[first.family, code]] : [],
    ),
  )
}

const SKU_LENGTH = 60

function skuFor(
  skus: SkuMaker,
  product: Growing,
  { sku, verdict }: UnmappedListing,
  options: Options,
  familyCode: string | undefined,
): string {
  if (sku !== '' && sku.length <= SKU_LENGTH && verdict?.isOfOneVariation !== false && skus.isFree(sku))
    return skus.take(sku)
  product.stem ??=
    stemOf(product.draft.variants.map((variant) => variant.sku)) ?? familyCode ?? skus.stemFor(product.draft.name)
  return skus.make(product.stem, options)
}

const newVariant = (
  { price, weightGrams }: UnmappedListing,
  options: Options,
  sku: string,
  id: string,
): VariantDraft => ({
  id,
  sku,
  barcode: null,
  ...options,
  unit: 'pcs',
  shelf: '',
  price,
  weightGrams: Math.min(weightGrams, 1_000_000),
  reorderPoint: 0,
  safetyStock: 0,
  ownPhotoId: null,
  components: [],
})
