import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { ItemBrand } from '../../../src-shared/listings/item.ts'
import { ListingField } from '../../../src-shared/listings/listings.ts'
import type { ShopAtChannel } from '../channels/connectors/connector.ts'
import type { BrandPage } from '../channels/connectors/items.ts'
import { ChannelTrouble } from '../channels/connectors/trouble.ts'
import { breathe, type Doors } from '../database/open.ts'
import { productsUnwritten, storedItems } from './items.repository.ts'
import { withTheirs } from './own-listing.ts'
import {
  attributesAsked,
  brandsAsked,
  categoriesOf,
  ownListings,
  saveAttributes,
  saveBrands,
  saveCategories,
  saveWritten,
} from './own-listings.repository.ts'
import { comparedListings } from './shop-listings.ts'

interface LearningNeeds extends Pick<Doors, 'read' | 'write'> {
  shopId: string
  ask<Answer>(question: (shop: ShopAtChannel) => Promise<Answer>): Promise<Answer>
}

/** Fetched ahead, so that a listing can be written without a connection: the tree of categories, and what those in use ask for. */
export async function learnCategories({ read, write, shopId, ask }: LearningNeeds, isAnew: boolean): Promise<void> {
  if (isAnew || (await categoriesOf(read, shopId)).length === 0) {
    const tree = await ask((shop) => shop.categories())
    await write(['listings'], (tx) => saveCategories(tx, shopId, tree), 'quiet step')
  }
  const known = await attributesAsked(read)
  const branded = await brandsAsked(read)
  const standing = new Map(
    (await storedItems(read)).flatMap(({ shopId: of, item }) =>
      of === shopId ? [[item.itemId, item.categoryId] as const] : [],
    ),
  )
  const chosen = new Set(
    (await ownListings(read, { shopId }))
      .filter(({ itemId, written }) => standing.get(itemId ?? '') !== written.categoryId)
      .map(({ written }) => written.categoryId),
  )
  let brandLists = 0
  // what was just chosen is waited for; brands of the others are many pages, so that each round asks for one list of them
  for (const categoryId of new Set([...chosen, ...standing.values()])) {
    if (categoryId === '') continue
    const key = `${shopId} ${categoryId}`
    try {
      if (!known.has(key)) {
        const told = await ask((shop) => shop.attributes(categoryId))
        await write(['listings'], (tx) => saveAttributes(tx, shopId, categoryId, told), 'step')
      }
      if (!branded.has(key) && (chosen.has(categoryId) || brandLists++ < LISTS_A_ROUND)) {
        const told = await brandsOf(ask, categoryId)
        await write(['listings'], (tx) => saveBrands(tx, shopId, categoryId, told), 'step')
      }
    } catch (problem) {
      // a category that is gone asks for nothing
      if (!(problem instanceof ChannelTrouble) || problem.trouble.kind !== 'permanent') throw problem
    }
  }
}

/** More pages of brands than these are not kept; a channel has tens of thousands of them in some categories. */
const MOST_PAGES = 20
const LISTS_A_ROUND = 1

async function brandsOf(ask: LearningNeeds['ask'], categoryId: string) {
  const brands = new Map<string, ItemBrand>()
  let cursor: string | null = null
  let isMandatory = false
  for (let page = 0; page < MOST_PAGES; page++) {
    const at: string | null = cursor
    const told: BrandPage = await ask((shop) => shop.brands(categoryId, at))
    for (const brand of told.items) brands.set(brand.id, brand)
    isMandatory ||= told.isMandatory
    cursor = told.next
    if (cursor === null) break
  }
  return { isMandatory, isWhole: cursor === null, brands: [...brands.values()] }
}

/** Few enough that the window is answered between two of them. */
const ADOPTED_AT_ONCE = 20

/**
 * What stands at the channel when it is first understood which product it is becomes what is written here: from then on every
 * change there shows as a difference, and every change here as one that is not published yet.
 */
export async function adoptItems(
  { read, write, now }: Pick<Doors, 'read' | 'write'> & { now: () => Instant },
  shopId: string,
): Promise<void> {
  const all = new Set(ListingField.options)
  const unwritten = await productsUnwritten(read, shopId)
  for (let from = 0; from < unwritten.length; from += ADOPTED_AT_ONCE) {
    await breathe()
    const some = unwritten.slice(from, from + ADOPTED_AT_ONCE)
    await write(
      ['listings'],
      async (tx) => {
        for (const { shop, own, theirs, written, product } of await comparedListings(tx, now(), some))
          if (shop.shopId === shopId && own === null && theirs !== null)
            await saveWritten(
              tx,
              { productId: product.id, shopId, itemId: theirs.item.itemId },
              withTheirs(written, all, theirs, product),
            )
      },
      'quiet step',
    )
  }
}
