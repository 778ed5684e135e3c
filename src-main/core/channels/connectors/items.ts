import type { Rupiah } from '../../../../src-shared/kernel/rupiah.ts'
import {
  type ItemAtChannel,
  type ItemAttribute,
  type ItemBrand,
  variationNameOf,
} from '../../../../src-shared/listings/item.ts'
import type { ListingAtChannel, Page, Payload, Window } from './connector.ts'

/** What an item should be at the channel. */
export interface WantedItem {
  /** Stands as the seller's own code of the item where the channel has room for one; nobody else's item carries it. */
  mark: string
  title: string
  description: string
  categoryId: string
  /** Null: as it stands, none for a new one. */
  brand: ItemBrand | null
  attributes: ItemAttribute[]
  /** The channel's own ids of pictures, the cover first. */
  photoIds: string[]
  /** Of each option of one kind of variation; null: as they stand. */
  optionPhotos: { tier: number; of: { option: string; id: string }[] } | null
  weightGrams: number
  dimensions: ItemAtChannel['dimensions']
  /** Kinds of variation; none for an item that is sold in one form, which then is its only model. */
  tiers: string[]
  models: WantedModel[]
  isListed: boolean
}
export interface WantedModel {
  options: string[]
  sku: string
  price: Rupiah
  /** Only what it begins with; later changes go by `setStock`. */
  stock: number
}

export interface CategoryAtChannel {
  id: string
  /** Blank at the root. */
  parentId: string
  name: string
  /** Whether items can stand in it. */
  isLeaf: boolean
  /** The seller must be let in first, which he asks for in Seller Centre. */
  isInviteOnly: boolean
}

export interface AttributeAtChannel {
  id: string
  name: string
  isMandatory: boolean
  /** Whether words of one's own are taken beside the choices. */
  isFree: boolean
  isMultiple: boolean
  choices: { id: string; name: string }[]
}

/** A page of the brands that items of a category can carry, those first that the channel knows the seller may use. */
export interface BrandPage extends Page<ItemBrand> {
  /** An item has to say its brand, be it that it has none. */
  isMandatory: boolean
}

/** A picture's bytes and what they are; some channels keep those of options apart. */
export interface PhotoBytes {
  of: 'item' | 'option'
  type: 'image/jpeg' | 'image/png'
  bytes: Uint8Array
}

/** Items whole: read, written, found again. */
export interface ItemCalls {
  /** Items that changed within the window, whole; all there are without one. */
  items(window: Window | null, cursor: string | null): Promise<Page<Payload>>
  /** Items by their ids, whole, up to `itemsAtOnce`; one that the channel does not know is left out. */
  itemsWhole(itemIds: readonly string[]): Promise<Payload[]>
  categories(): Promise<CategoryAtChannel[]>
  attributes(categoryId: string): Promise<AttributeAtChannel[]>
  brands(categoryId: string, cursor: string | null): Promise<BrandPage>
  /** Answers the channel's id of the picture. The same bytes may be sent again. */
  uploadPhoto(photo: PhotoBytes): Promise<string>
  /** The item that was made for this; null where there is none. Asked before it is made, whatever is thought to have happened. */
  findItem(wanted: Pick<WantedItem, 'mark' | 'models' | 'tiers'>): Promise<string | null>
  /**
   * Makes the item, perhaps only in part: `bringItem` does the rest. Answers its id. `key` is the same each time this item is asked for,
   * so that a channel that knows such keys makes it once by itself.
   */
  createItem(wanted: WantedItem, key: string): Promise<string>
  /**
   * Changes what differs from what is wanted, and nothing else; stock stays, variations are added, never taken away. May be asked any number of
   * times. Answers variations whose price the channel refused for now.
   */
  bringItem(itemId: string, wanted: WantedItem): Promise<{ message: string }[]>
  /** On sale, or hidden from buyers. */
  setListed(itemId: string, isListed: boolean): Promise<void>
}

/** What differs of one item, by what a channel changes at once. */
export function differing(was: ItemAtChannel, wanted: WantedItem) {
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const ids = ({ id, values }: ItemAttribute) => [id, values.map((value) => value.id || value.name).sort()]
  const facts = (list: readonly ItemAttribute[]) => list.map(ids).sort((a, b) => (String(a) < String(b) ? -1 : 1))
  return {
    title: was.title !== wanted.title,
    description: was.description !== wanted.description,
    category: was.categoryId !== wanted.categoryId,
    brand: wanted.brand !== null && was.brand.id !== wanted.brand.id,
    // an attribute that a channel does not tell back was not changed by anybody
    attributes: !isSame(facts(was.attributes), facts(wanted.attributes)),
    photos: !isSame(
      was.photos.map(({ id }) => id),
      wanted.photoIds,
    ),
    weight: was.weightGrams !== wanted.weightGrams,
    dimensions: wanted.dimensions !== null && !isSame(was.dimensions, wanted.dimensions),
  }
}

/**
 * The picture of each option of a kind of variation: what is wanted, else what stands. Null where there is none, or where some option
 * would be left without: channels take pictures for all options of a kind, or for none.
 */
export function optionPictures(
  was: ItemAtChannel | null,
  wanted: WantedItem,
  tier: number,
  options: readonly string[],
): string[] | null {
  const key = (option: string) => option.trim().toLowerCase()
  const standing = (was?.optionPhotos ?? []).filter((each) => each.tier === tier)
  const pictures = new Map(standing.map(({ option, id }) => [key(option), id]))
  if (wanted.optionPhotos?.tier === tier)
    for (const { option, id } of wanted.optionPhotos.of) pictures.set(key(option), id)
  const found = options.flatMap((option) => pictures.get(key(option)) ?? [])
  return found.length > 0 && found.length === options.length ? found : null
}

/** The known model of the same options, however they are spelt. */
export const twinOf = <Model extends { options: readonly string[] }>(
  models: readonly Model[],
  options: readonly string[],
): Model | undefined => models.find((model) => optionsKey(model.options) === optionsKey(options))

const optionsKey = (options: readonly string[]): string =>
  options.map((option) => option.trim().toLowerCase()).join('\u0000')

/** An item's variations as what stock and price are set of. */
export const sellableOf = (item: ItemAtChannel): ListingAtChannel[] =>
  item.models.map(({ modelId, options, sku, price, stock, reserved, isHidden, lockedBy }) => ({
    itemId: item.itemId,
    modelId,
    productName: item.title,
    variationName: variationNameOf(options),
    sku,
    parentSku: item.ownCode,
    state: item.state === 'reviewing' || (item.state === 'live' && isHidden) ? 'hidden' : item.state,
    price,
    stock,
    reserved,
    lockedBy,
  }))
