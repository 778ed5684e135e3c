import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { ListingField } from '../../../src-shared/listings/listings.ts'
import type { ShopAtChannel } from '../channels/connectors/connector.ts'
import { ChannelTrouble } from '../channels/connectors/trouble.ts'
import type { Doors, Tx } from '../database/open.ts'
import { storedItems } from './items.repository.ts'
import { withTheirs } from './own-listing.ts'
import {
  attributesAsked,
  categoriesOf,
  ownListings,
  saveAttributes,
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
  const inUse = new Set([
    ...(await storedItems(read)).filter((each) => each.shopId === shopId).map(({ item }) => item.categoryId),
    ...(await ownListings(read, { shopId })).map(({ written }) => written.categoryId),
  ])
  for (const categoryId of inUse) {
    if (categoryId === '' || known.has(`${shopId} ${categoryId}`)) continue
    try {
      const told = await ask((shop) => shop.attributes(categoryId))
      await write(['listings'], (tx) => saveAttributes(tx, shopId, categoryId, told), 'step')
    } catch (problem) {
      // a category that is gone asks for nothing
      if (!(problem instanceof ChannelTrouble) || problem.trouble.kind !== 'permanent') throw problem
    }
  }
}

/**
 * What stands at the channel when it is first understood which product it is becomes what is written here: from then on every
 * change there shows as a difference, and every change here as one that is not published yet.
 */
export async function adoptItems(tx: Tx, shopId: string, now: Instant): Promise<void> {
  const all = new Set(ListingField.options)
  for (const { shop, own, theirs, written, product } of await comparedListings(tx, now))
    if (shop.shopId === shopId && own === null && theirs !== null)
      await saveWritten(
        tx,
        { productId: product.id, shopId, itemId: theirs.item.itemId },
        withTheirs(written, all, theirs, product),
      )
}
