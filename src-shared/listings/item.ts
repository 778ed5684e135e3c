import { z } from 'zod'
import { Price } from '../kernel/rupiah.ts'

/* A listing whole, as a buyer sees it at a channel: what is pulled, written and published. */

/** A fact that a channel asks for of a category; ids are the channel's own, blank of a value written freely. */
export const ItemAttribute = z.object({
  id: z.string().max(100),
  name: z.string().max(200),
  values: z.array(z.object({ id: z.string().max(100), name: z.string().max(200) })).max(20),
})
export type ItemAttribute = z.infer<typeof ItemAttribute>

/** A brand of the channel's own list; without id and name it is said to have none. */
export const ItemBrand = z.object({ id: z.string().max(100), name: z.string().max(254) })
export type ItemBrand = z.infer<typeof ItemBrand>

/** Of the parcel, in whole centimetres. */
export const Dimensions = z.object({
  lengthCm: z.number().int().min(1).max(999),
  widthCm: z.number().int().min(1).max(999),
  heightCm: z.number().int().min(1).max(999),
})
export type Dimensions = z.infer<typeof Dimensions>

export const ItemState = z.enum(['live', 'hidden', 'reviewing', 'refused', 'gone'])
export type ItemState = z.infer<typeof ItemState>

/** One variation, or the item itself where there is none; then there are no options. */
export const ModelAtChannel = z.object({
  modelId: z.string(),
  /** As many as the item has kinds of variation. */
  options: z.array(z.string()),
  sku: z.string(),
  /** Before discounts; null where the channel does not tell. */
  price: Price.nullable(),
  stock: z.number().int().nullable(),
  reserved: z.number().int().nullable(),
  isHidden: z.boolean(),
  /** Why stock or price cannot be changed now, in the channel's words; blank when they can. */
  lockedBy: z.string(),
})
export type ModelAtChannel = z.infer<typeof ModelAtChannel>

/** An item as it stands at its channel. What a channel does not tell is null or blank. */
export const ItemAtChannel = z.object({
  itemId: z.string(),
  /** The seller's own code of the whole item, also the mark by which an item that Lumbung made is found again. */
  ownCode: z.string(),
  title: z.string(),
  description: z.string(),
  state: ItemState,
  /** An edit waits for the channel's people; until then buyers see what stood before. */
  isUnderReview: z.boolean(),
  /** Why the channel refused it or an edit, in its own words. */
  refusedFor: z.string(),
  categoryId: z.string(),
  /** From the root down, where the channel tells it. */
  categoryPath: z.string(),
  brand: ItemBrand,
  attributes: z.array(ItemAttribute),
  photos: z.array(z.object({ id: z.string(), address: z.string() })),
  /** Pictures of the options of one kind of variation, as a buyer chooses by them; the kind by its place among `tiers`. */
  optionPhotos: z.array(z.object({ tier: z.number().int(), option: z.string(), id: z.string() })),
  weightGrams: z.number().int().nullable(),
  dimensions: Dimensions.nullable(),
  /** Names of the kinds of variation: Warna, Ukuran. */
  tiers: z.array(z.string()),
  models: z.array(ModelAtChannel),
})
export type ItemAtChannel = z.infer<typeof ItemAtChannel>

/** Options make one name as channels print it in orders: `Navy, L`. */
export const variationNameOf = (options: readonly string[]): string => options.filter(Boolean).join(', ')
