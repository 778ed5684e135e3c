import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Id } from '../kernel/ids.ts'
import { pick } from '../kernel/refusal.ts'
import { Dimensions } from './item.ts'
import { listingsRefusals } from './listings.refusals.ts'
import {
  AttributeChoice,
  BrandChoices,
  CategoryChoice,
  ListingField,
  ListingShop,
  Master,
  MasterRow,
  PUT_BACK_AT_ONCE,
  VersionDraft,
  Written,
} from './listings.ts'

const One = z.object({ productId: Id, shopId: Id })
const WrittenOf = One.extend({ written: Written })
const Several = z.array(One).min(1).max(2000)
const Fields = z.array(ListingField).min(1).nullable().default(null)
const Show = z.enum(['all', 'different', 'unlisted', 'waiting', 'refused'])

/** Produk Induk: what a product says at its channels, written here, published and compared. */
export const listingsContract = {
  /** Connected shops that a product can stand in. */
  shops: oc.route({ method: 'GET', path: '/listings/shops' }).output(z.array(ListingShop)),
  /** Products with their state in each connected shop. */
  list: oc
    .route({ method: 'GET', path: '/listings' })
    .input(
      z.object({
        query: z.string().max(200).default(''),
        show: Show.default('all'),
        limit: z.coerce.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ rows: z.array(MasterRow), total: z.number().int(), counts: z.record(Show, z.number().int()) })),
  get: oc
    .route({ method: 'GET', path: '/listings/{productId}' })
    .input(z.object({ productId: Id }))
    .output(Master)
    .errors(pick(listingsRefusals, 'LISTING_PRODUCT_NOT_FOUND')),
  /** Categories of a shop's channel that a listing can stand in, as far as they are known here. */
  categories: oc
    .route({ method: 'GET', path: '/listings/shops/{shopId}/categories' })
    .input(z.object({ shopId: Id, query: z.string().max(200).default('') }))
    .output(z.array(CategoryChoice)),
  /** What a category asks for; null while the channel has not told. */
  attributes: oc
    .route({ method: 'GET', path: '/listings/shops/{shopId}/attributes' })
    .input(z.object({ shopId: Id, categoryId: z.string().max(40) }))
    .output(z.array(AttributeChoice).nullable()),
  /** Brands that a listing of this category can carry; null while the channel has not told. */
  brands: oc
    .route({ method: 'GET', path: '/listings/shops/{shopId}/brands' })
    .input(z.object({ shopId: Id, categoryId: z.string().max(40), query: z.string().max(200).default('') }))
    .output(BrandChoices.nullable()),
  /** Pictures and parcel that all shops share. */
  saveMaster: oc
    .route({ method: 'PUT', path: '/listings/{productId}' })
    .input(
      z.object({
        productId: Id,
        photoIds: z.array(Id).max(9),
        dimensions: Dimensions.nullable(),
        /** By SKU; those that are not named have none. As they were where nothing is said. */
        variantPhotos: z.record(Id, Id).optional(),
      }),
    )
    .output(z.object({ productId: Id }))
    .errors(pick(listingsRefusals, 'LISTING_PRODUCT_NOT_FOUND')),
  /** What is written for one shop alone. Nothing is sent. */
  save: oc
    .route({ method: 'PUT', path: '/listings/{productId}/shops/{shopId}' })
    .input(WrittenOf)
    .output(One)
    .errors(pick(listingsRefusals, 'LISTING_PRODUCT_NOT_FOUND', 'LISTING_SHOP_NOT_CONNECTED')),
  /** Takes over what stands at the channel: these fields, or all. Answers what was written before, so that it can be put back. */
  takeTheirs: oc
    .route({ method: 'POST', path: '/listings/take-theirs' })
    .input(z.object({ of: Several, fields: Fields }))
    .output(z.object({ taken: z.number().int(), before: z.array(WrittenOf) })),
  /** What is written for several shops or products, as it was before; what is no longer there is left out. */
  putBack: oc
    .route({ method: 'POST', path: '/listings/put-back' })
    .input(z.object({ of: z.array(WrittenOf).min(1).max(PUT_BACK_AT_ONCE) }))
    .output(z.object({ putBack: z.number().int() })),
  /**
   * Asks for listings to be brought to their channels as they are written now: these fields, or all. Sent at once, or once the connection is
   * back. Those that would break a rule of their channel are left out; of a single one that is a refusal.
   */
  publish: oc
    .route({ method: 'POST', path: '/listings/publish' })
    .input(z.object({ of: Several, fields: Fields, isListed: z.boolean().default(true) }))
    .output(z.object({ asked: z.number().int(), leftOut: z.number().int() }))
    .errors(pick(listingsRefusals, 'LISTING_BREAKS_RULES')),
  /**
   * Prepares words and prices for a time: the channel is asked to show them at their minute, and to show what is written again after it.
   * Without internet that is done once it is back, and said to be late. One that has begun can only be ended.
   */
  saveVersion: oc
    .route({ method: 'PUT', path: '/listings/versions' })
    .input(VersionDraft)
    .output(z.object({ id: Id }))
    .errors(
      pick(
        listingsRefusals,
        'LISTING_PRODUCT_NOT_FOUND',
        'LISTING_BREAKS_RULES',
        'VERSION_OVERLAPS',
        'VERSION_TIME_WRONG',
        'VERSION_HAS_BEGUN',
        'VERSION_SAYS_NOTHING',
      ),
    ),
  /** Not shown after all; one that is shown ends now. */
  removeVersion: oc
    .route({ method: 'POST', path: '/listings/versions/remove' })
    .input(z.object({ id: Id }))
    .output(z.object({ id: Id })),
  /** What waits is not sent after all. */
  callOff: oc
    .route({ method: 'POST', path: '/listings/call-off' })
    .input(z.object({ of: Several }))
    .output(z.object({ calledOff: z.number().int() })),
}
