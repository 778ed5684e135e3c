import { z } from 'zod'
import { Instant } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { Price, Rupiah } from '../kernel/rupiah.ts'
import { ConnectedChannel, SyncTrouble } from '../sync/sync.ts'
import { Dimensions, ItemAttribute, ItemBrand, ItemState } from './item.ts'

/** Fields of a listing that may be set for one shop alone, and that are compared with the channel one by one. */
export const ListingField = z.enum([
  'title',
  'description',
  'category',
  'brand',
  'attributes',
  'photos',
  'weight',
  'dimensions',
  'models',
  'prices',
])
export type ListingField = z.infer<typeof ListingField>

/** What is written for one shop; what is null follows the product. */
export const Written = z.object({
  title: z.string().trim().max(300).nullable().default(null),
  description: z.string().max(12_000).nullable().default(null),
  /** There is no category of the product's own that a channel would know. */
  categoryId: z.string().max(40).default(''),
  attributes: z.array(ItemAttribute).max(100).default([]),
  /** Null: as it stands at the channel, none for what is new there. */
  brand: ItemBrand.nullable().default(null),
  weightGrams: z.number().int().min(1).max(1_000_000).nullable().default(null),
  dimensions: Dimensions.nullable().default(null),
  /** Pictures at the channel stay as they are there. */
  keepsPhotos: z.boolean().default(false),
  /** By SKU of ours; one that is not named costs what the product says. */
  prices: z.record(Id, Price).default({}),
})
export type Written = z.infer<typeof Written>

/** Texts are long: so many of them fit one message with room to spare. */
export const PUT_BACK_AT_ONCE = 50

/** One variation as it shall be sold in one shop. */
export const OwnModel = z.object({
  variantId: Id,
  sku: z.string(),
  options: z.array(z.string()),
  price: Price,
})
export type OwnModel = z.infer<typeof OwnModel>

/** A picture for each option of one kind of variation: ours, or the one that stays as it is at the channel. */
export const OptionPhotos = z.object({
  tier: z.number().int(),
  of: z.array(z.object({ option: z.string(), photoId: Id.nullable(), channelId: z.string() })),
})
export type OptionPhotos = z.infer<typeof OptionPhotos>

/** A listing as it shall stand, with what follows the product filled in. */
export const OwnListing = z.object({
  title: z.string(),
  description: z.string(),
  categoryId: z.string(),
  attributes: z.array(ItemAttribute),
  brand: ItemBrand.nullable(),
  photoIds: z.array(Id),
  /** By the options of one kind of variation; null where no option has a picture. */
  optionPhotos: OptionPhotos.nullable(),
  keepsPhotos: z.boolean(),
  weightGrams: z.number().int(),
  dimensions: Dimensions.nullable(),
  tiers: z.array(z.string()),
  models: z.array(OwnModel),
})
export type OwnListing = z.infer<typeof OwnListing>

/** A rule of the channel that the listing would break; told before anything is sent (`listing-rules.words.ts`). */
export const Breach = z.object({
  rule: z.enum([
    'title short',
    'title long',
    'description short',
    'description long',
    'category missing',
    'attribute missing',
    'brand missing',
    'photo missing',
    'photos many',
    'photo format',
    'photo small',
    'option photo missing',
    'option photo format',
    'option photo small',
    'weight missing',
    'kinds many',
    'options many',
    'option long',
    'models many',
    'price low',
    'price high',
    'price spread',
    'code wrong',
    'word forbidden',
  ]),
  /** The word, attribute, option or code it is about; blank where it is about the whole. */
  about: z.string(),
  is: z.number().int(),
  limit: z.number().int(),
})
export type Breach = z.infer<typeof Breach>

/** One field that differs, in words and figures as they are shown. */
export const Difference = z.object({ field: ListingField, ours: z.string(), theirs: z.string() })
export type Difference = z.infer<typeof Difference>

export const PublicationState = z.enum([
  /** Nowhere yet. */
  'unlisted',
  /** Stands at the channel as it is written here. */
  'same',
  'different',
  /** Goes out as soon as the channel answers. */
  'waiting',
  /** The channel said no. */
  'refused',
  /** The channel's people look at it. */
  'reviewing',
])
export type PublicationState = z.infer<typeof PublicationState>

/** How far a prepared version has come. `late`: the channel showed it more than a minute after it was to begin. */
export const VersionState = z.enum(['planned', 'sending', 'shown', 'late', 'over'])
export type VersionState = z.infer<typeof VersionState>

/** Words and prices for a time; what is null or missing follows the listing. */
export const VersionDraft = z.object({
  id: Id,
  productId: Id,
  shopId: Id,
  name: z.string().trim().min(1).max(60),
  title: z.string().trim().max(300).nullable(),
  description: z.string().max(12_000).nullable(),
  prices: z.record(Id, Price),
  startsAt: Instant,
  endsAt: Instant,
})
export type VersionDraft = z.infer<typeof VersionDraft>

export const ListingVersion = VersionDraft.omit({ productId: true, shopId: true }).extend({
  state: VersionState,
  /** When the channel first showed it. */
  shownAt: Instant.nullable(),
})
export type ListingVersion = z.infer<typeof ListingVersion>

/** A product in one connected shop. */
export const ShopListing = z.object({
  shopId: Id,
  shopName: z.string(),
  channel: ConnectedChannel,
  state: PublicationState,
  itemId: z.string().nullable(),
  /** What the channel does with it; null where it is not there. */
  itemState: ItemState.nullable(),
  saidAt: Instant.nullable(),
  publishedAt: Instant.nullable(),
  /** Where a buyer sees it. */
  address: z.string(),
  refusedFor: z.string(),
  trouble: SyncTrouble.nullable(),
  written: Written,
  ours: OwnListing,
  categoryPath: z.string(),
  breaches: z.array(Breach),
  differences: z.array(Difference),
  /** Prepared for a time, the next one first; those that are over stay for a month. */
  versions: z.array(ListingVersion),
})
export type ShopListing = z.infer<typeof ShopListing>

/** A product and its listings in all connected shops. */
export const Master = z.object({
  productId: Id,
  name: z.string(),
  photoIds: z.array(Id),
  dimensions: Dimensions.nullable(),
  /** The kind of variation that buyers choose by pictures, with the SKUs of each option; null where there are no variations. */
  pictured: z
    .object({
      kind: z.string(),
      options: z.array(z.object({ option: z.string(), variantIds: z.array(Id), photoId: Id.nullable() })),
    })
    .nullable(),
  shops: z.array(ShopListing),
})
export type Master = z.infer<typeof Master>

/** One line of the list: a product, and how it stands in each shop. */
export const MasterRow = z.object({
  productId: Id,
  name: z.string(),
  photoId: Id.nullable(),
  skus: z.number().int(),
  lowestPrice: Rupiah,
  shops: z.array(
    z.object({
      shopId: Id,
      state: PublicationState,
      title: z.string(),
      price: Rupiah.nullable(),
      stock: z.number().int().nullable(),
      itemState: ItemState.nullable(),
      differences: z.number().int(),
    }),
  ),
})
export type MasterRow = z.infer<typeof MasterRow>

export const ListingShop = z.object({
  shopId: Id,
  name: z.string(),
  channel: ConnectedChannel,
  waiting: z.number().int(),
})
export type ListingShop = z.infer<typeof ListingShop>

export const CategoryChoice = z.object({ id: z.string(), path: z.string(), isOpen: z.boolean() })
/** Brands of a category, the first that a search finds. `isWhole` is false where the channel has more than are kept here. */
export const BrandChoices = z.object({
  isMandatory: z.boolean(),
  isWhole: z.boolean(),
  brands: z.array(ItemBrand),
})
export const AttributeChoice = z.object({
  id: z.string(),
  name: z.string(),
  isMandatory: z.boolean(),
  isFree: z.boolean(),
  isMultiple: z.boolean(),
  choices: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type AttributeChoice = z.infer<typeof AttributeChoice>
