import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { ItemAtChannel } from '../../../src-shared/listings/item.ts'
import type { OptionPhotos } from '../../../src-shared/listings/listings.ts'
import { AVAILABLE } from '../catalog/available.ts'
import { photoById } from '../catalog/photos.repository.ts'
import type { Payload, ShopAtChannel } from '../channels/connectors/connector.ts'
import type { PhotoBytes, WantedItem } from '../channels/connectors/items.ts'
import { ChannelTrouble } from '../channels/connectors/trouble.ts'
import type { Doors, Reader } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import { toldItem } from './items.repository.ts'
import {
  noteDone,
  noteItem,
  noteMaking,
  noteRefused,
  noteUpload,
  ownListings,
  type StoredOwn,
  uploadedPhotos,
} from './own-listings.repository.ts'
import { noteShown } from './versions.repository.ts'

/** What was just made may not be found at once; asked for again before, it could be made twice. */
const FINDABLE_AFTER_MS = 60_000

export interface PublishingNeeds extends Pick<Doors, 'read' | 'write'> {
  now: () => Instant
  shopId: string
  ask<Answer>(question: (shop: ShopAtChannel) => Promise<Answer>): Promise<Answer>
  /** Keeps what the channel says now; it is understood with everything else. */
  keep(payloads: readonly Payload[]): Promise<void>
  isOver: () => boolean
}

/**
 * Brings to the channel what was asked to stand there. Each is one item, however often this is cut off: what was made is found by its mark
 * before anything is made, and an item is brought to what is wanted by what differs. A no of the channel concerns that listing
 * alone; any other trouble ends the round, and the next one goes on. Answers whether something still waits for the moment it can be found.
 */
export async function publishWaiting(needs: PublishingNeeds): Promise<{ againAt: Instant | null }> {
  const { read, write, now, shopId, isOver } = needs
  let againAt: Instant | null = null
  for (const own of await ownListings(read, { shopId, isWaiting: true })) {
    if (isOver()) break
    const findableAt = own.makingSince === null ? 0 : own.makingSince + FINDABLE_AFTER_MS
    if (own.itemId === null && findableAt > now()) {
      againAt = Math.min(againAt ?? findableAt, findableAt)
      continue
    }
    try {
      await publish(needs, own)
    } catch (problem) {
      if (!(problem instanceof ChannelTrouble) || problem.trouble.kind !== 'permanent') throw problem
      const { kind, code, message } = problem.trouble
      await write(['listings'], (tx) => noteRefused(tx, own, { kind, code, message }), 'step')
    }
  }
  return { againAt }
}

async function publish(needs: PublishingNeeds, own: StoredOwn): Promise<void> {
  const { write, now, ask, keep } = needs
  const standing = own.itemId === null ? null : await itemOf(needs.read, own)
  const wanted = await wantedItem(needs, own, standing)
  let itemId = standing ? own.itemId : await ask((shop) => shop.findItem(wanted))
  if (itemId === null) {
    await write(['listings'], (tx) => noteMaking(tx, own, now()), 'step')
    itemId = await ask((shop) => shop.createItem(wanted, `${own.mark}-${own.asked}`))
  }
  const found = itemId
  if (found !== own.itemId) await write(['listings'], (tx) => noteItem(tx, own, found), 'step')
  const refused = await ask((shop) => shop.bringItem(found, wanted))
  await keep(await ask((shop) => shop.itemsWhole([found])))
  const [price] = refused
  await write(
    ['listings'],
    async (tx) => {
      await noteDone(tx, own, now())
      if (!price) await noteShown(tx, own, now())
      if (price) await noteRefused(tx, own, { kind: 'permanent', code: 'PRICE', message: price.message })
    },
    'step',
  )
}

async function itemOf(reader: Reader, { shopId, itemId }: StoredOwn): Promise<ItemAtChannel | null> {
  const row = await reader
    .selectFrom('channel_item')
    .select(['told', 'state'])
    .where('shop_id', '=', shopId)
    .where('item_id', '=', itemId)
    .executeTakeFirst()
  // made, and not yet told of: as good as there
  if (!row) return toldItem('{"photos":[]}')
  return row.state === 'gone' ? null : toldItem(row.told)
}

async function wantedItem(needs: PublishingNeeds, own: StoredOwn, standing: ItemAtChannel | null): Promise<WantedItem> {
  const { listing, isListed } = own.wanted!
  const available = await availableOf(
    needs.read,
    listing.models.map(({ variantId }) => variantId),
  )
  return {
    mark: standing?.ownCode || own.mark,
    title: listing.title,
    description: listing.description,
    categoryId: listing.categoryId,
    brand: listing.brand ?? null,
    attributes: listing.attributes,
    photoIds:
      listing.keepsPhotos && standing
        ? standing.photos.map(({ id }) => id)
        : await uploaded(needs, listing.photoIds, 'item'),
    optionPhotos: listing.optionPhotos ? await uploadedOptions(needs, listing.optionPhotos) : null,
    weightGrams: listing.weightGrams,
    dimensions: listing.dimensions,
    tiers: listing.tiers,
    models: listing.models.map(({ variantId, sku, options, price }) => ({
      options,
      sku,
      price,
      stock: available.get(variantId) ?? 0,
    })),
    isListed,
  }
}

/** Each picture once in each shop, known by its bytes. */
async function uploaded(
  { read, write, shopId, ask }: PublishingNeeds,
  photoIds: readonly string[],
  of: PhotoBytes['of'],
): Promise<string[]> {
  const known = await uploadedPhotos(read, shopId)
  const ids: string[] = []
  for (const photoId of photoIds) {
    const photo = await photoById(read, photoId)
    if (!photo) continue
    const sha256 = uploadKey(hashOf(photo.bytes), of)
    const channelId =
      known.get(sha256) ??
      (await ask((shop) =>
        shop.uploadPhoto({
          of,
          type: photo.mediaType === 'image/png' ? 'image/png' : 'image/jpeg',
          bytes: photo.bytes,
        }),
      ))
    if (!known.has(sha256)) await write(['listings'], (tx) => noteUpload(tx, shopId, sha256, channelId), 'step')
    known.set(sha256, channelId)
    ids.push(channelId)
  }
  return ids
}

/** Options without a picture are left out; the channel then keeps its own, or has none. */
async function uploadedOptions(
  needs: PublishingNeeds,
  { tier, of }: OptionPhotos,
): Promise<WantedItem['optionPhotos']> {
  const pictured: { option: string; id: string }[] = []
  for (const { option, photoId, channelId } of of) {
    const [id = channelId] = photoId === null ? [] : await uploaded(needs, [photoId], 'option')
    if (id !== '') pictured.push({ option, id })
  }
  return { tier, of: pictured }
}

/** A picture that serves both is sent for each: some channels keep them apart. */
export const uploadKey = (sha256: string, of: PhotoBytes['of']): string => (of === 'item' ? sha256 : `${sha256} option`)

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function availableOf(reader: Reader, variantIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await reader
    .selectFrom('variant')
    .leftJoin('stock_level', 'stock_level.variant_id', 'variant.id')
    .select(['variant.id', sql<number>`${AVAILABLE}`.as('available')])
    .where('variant.id', 'in', valuesIn(variantIds))
    .execute()
  return new Map(rows.map(({ id, available }) => [id, available]))
}
