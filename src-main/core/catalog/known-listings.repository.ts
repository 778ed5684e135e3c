import { sql } from 'kysely'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { insertMany, type Reader, type Tx } from '../database/open.ts'
import { valuesIn } from '../database/values-in.ts'
import { verdictsOfCodes } from './code-rule.repository.ts'
import { type Identified, identified, type KnownListings, type SameGoods } from './listing-identity.ts'
import { idsKey, type ListingName, named, nameKey, type StatedGoods } from './listing-names.ts'
import { moveToldListings } from './told-listings.repository.ts'

/** Goods as a statement names them, and when that was. */
export interface SeenGoods extends StatedGoods {
  seenAt: Instant
}

/** What is known of a shop's listings with these names or ids, and of some more. */
export async function knownListings(
  reader: Reader,
  shopId: string,
  goods: readonly StatedGoods[],
  besides: readonly string[] = [],
): Promise<KnownListings> {
  const names = new Map(goods.map((each) => [nameKey(each), named(each)]))
  const owners = await sql<ListingName & { listingId: string }>`
    select a.listing_id as listingId, a.sku, a.product_name as productName, a.variation_name as variationName
    from json_each(${JSON.stringify([...names.values()])}) n cross join listing_alias a
      on a.shop_id = ${shopId} and a.sku = n.value ->> 'sku'
      and a.product_name = n.value ->> 'productName' and a.variation_name = n.value ->> 'variationName'`.execute(reader)
  const withIds = new Map(goods.flatMap((each) => (each.itemId ? [[idsKey(each), each] as const] : [])))
  const byIds =
    withIds.size === 0
      ? []
      : (
          await sql<{ id: string }>`
            select l.id from json_each(${JSON.stringify([...withIds.values()])}) n cross join listing l
              on l.shop_id = ${shopId} and l.external_item = n.value ->> 'itemId'
              and l.external_model = coalesce(n.value ->> 'modelId', '') and l.external_item <> ''`.execute(reader)
        ).rows
  const ids = new Set([...owners.rows.map(({ listingId }) => listingId), ...byIds.map(({ id }) => id), ...besides])
  const rows = await reader
    .selectFrom('listing')
    .select(['id', 'external_item', 'external_model', 'variant_id', 'first_seen_at'])
    .where('id', 'in', valuesIn(ids))
    .execute()
  return {
    listings: rows.map((row) => ({
      id: row.id,
      ids: idsKey({ itemId: row.external_item, modelId: row.external_model }),
      variantId: row.variant_id,
      firstSeenAt: row.first_seen_at,
    })),
    idByName: new Map(owners.rows.map(({ listingId, ...name }) => [nameKey(name), listingId])),
  }
}

export interface StoredListings {
  idOf: (goods: StatedGoods) => string
  /** Listings that turned out to be others, by id; their order lines move, then they are forgotten. */
  absorbed: ReadonlyMap<string, string>
  /** Listings known before that were joined or mapped by this: what sold them settles again. */
  changed: readonly string[]
}

/** Stores what the stated goods turn out to be, with their names, and maps what a code certainly names. */
export async function storeListings(
  tx: Tx,
  shopId: string,
  goods: readonly SeenGoods[],
  sames: readonly SameGoods[],
  known: KnownListings,
  now: Instant,
): Promise<StoredListings> {
  const { identified: found, indexOf } = identified(goods, sames, known)
  const mappedBefore = new Map(known.listings.map(({ id, variantId }) => [id, variantId]))
  const idsBefore = new Map(known.listings.map(({ id, ids }) => [id, ids]))
  const ids = found.map(({ listingId }) => listingId ?? newId(now))
  const absorbed = new Map(found.flatMap((each, at) => each.absorbed.map((id) => [id, ids[at]!] as const)))

  // goods whose name another listing has already are known by their ids alone
  const names = new Map(
    goods.flatMap((each) => [[idsKey(each) ?? '', named(each)] as const, [nameKey(each), named(each)] as const]),
  )
  await insertListings(
    tx,
    shopId,
    found.flatMap((each, at) =>
      each.listingId === null ? [{ id: ids[at]!, ids: each.ids, name: names.get(each.names[0] ?? each.ids!)! }] : [],
    ),
    now,
  )
  await absorb(tx, absorbed)
  await nameExternally(
    tx,
    found.flatMap((each) =>
      each.listingId !== null && each.ids !== null && each.ids !== idsBefore.get(each.listingId)
        ? [{ id: each.listingId, ids: each.ids }]
        : [],
    ),
  )
  const gained = await storeNames(tx, shopId, goods, ids, found, known)

  const mapped = await mapByCode(
    tx,
    [...gained].filter((id) => !mappedBefore.get(id)),
    now,
  )
  const changed = new Set([...absorbed.values(), ...mapped.filter((id) => mappedBefore.has(id))])
  return { idOf: (each) => ids[indexOf(each)]!, absorbed, changed: [...changed] }
}

async function insertListings(
  tx: Tx,
  shopId: string,
  listings: readonly { id: string; ids: string | null; name: ListingName }[],
  now: Instant,
): Promise<void> {
  await insertMany(
    tx,
    'listing',
    listings.map(({ id, ids, name }) => ({
      id,
      shop_id: shopId,
      ...externalColumns(ids),
      sku: name.sku,
      product_name: name.productName,
      variation_name: name.variationName,
      variant_id: null,
      mapped_at: null,
      first_seen_at: now,
    })),
  )
}

const externalColumns = (ids: string | null) => {
  const [item = '', model = ''] = ids?.split('\u0000') ?? []
  return { external_item: item, external_model: model }
}

/** Names pass on, and ids are let go of so that the listing that stays may take them. */
async function absorb(tx: Tx, absorbed: ReadonlyMap<string, string>): Promise<void> {
  for (const [from, to] of absorbed) {
    await tx.updateTable('listing_alias').set({ listing_id: to }).where('listing_id', '=', from).execute()
    await tx.updateTable('listing').set({ external_item: '', external_model: '' }).where('id', '=', from).execute()
  }
  await moveToldListings(tx, absorbed)
}

async function nameExternally(tx: Tx, listings: readonly { id: string; ids: string }[]): Promise<void> {
  for (const { id, ids } of listings)
    await tx.updateTable('listing').set(externalColumns(ids)).where('id', '=', id).execute()
}

/** Adds new names and when names were seen; answers which listings have one more. */
async function storeNames(
  tx: Tx,
  shopId: string,
  goods: readonly SeenGoods[],
  ids: readonly string[],
  found: readonly Identified[],
  known: KnownListings,
): Promise<Set<string>> {
  const seen = new Map<string, { first: Instant; last: Instant }>()
  for (const each of goods) {
    const key = nameKey(each)
    const before = seen.get(key)
    seen.set(key, {
      first: Math.min(before?.first ?? each.seenAt, each.seenAt),
      last: Math.max(before?.last ?? each.seenAt, each.seenAt),
    })
  }
  const names = new Map(goods.map((each) => [nameKey(each), named(each)]))
  const gained = found.flatMap((each, at) => each.names.map((name) => ({ name, listingId: ids[at]! })))
  await insertMany(
    tx,
    'listing_alias',
    gained.map(({ name, listingId }) => ({
      shop_id: shopId,
      sku: names.get(name)!.sku,
      product_name: names.get(name)!.productName,
      variation_name: names.get(name)!.variationName,
      listing_id: listingId,
      first_seen_at: seen.get(name)!.first,
      last_seen_at: seen.get(name)!.last,
    })),
  )
  // an upsert finds each name by its key; an update joined to the list would read the whole list for every name of the shop
  const again = [...seen].flatMap(([key, times]) => {
    const listingId = known.idByName.get(key)
    return listingId === undefined ? [] : [{ ...names.get(key)!, ...times, listingId }]
  })
  await sql`
    insert into listing_alias
      (shop_id, sku, product_name, variation_name, listing_id, first_seen_at, last_seen_at)
    select ${shopId}, n.value ->> 'sku', n.value ->> 'productName', n.value ->> 'variationName', n.value ->> 'listingId',
      n.value ->> 'first', n.value ->> 'last'
    from json_each(${JSON.stringify(again)}) n where true
    on conflict (shop_id, sku, product_name, variation_name) do update set
      first_seen_at = min(first_seen_at, excluded.first_seen_at), last_seen_at = max(last_seen_at, excluded.last_seen_at)
    where last_seen_at < excluded.last_seen_at or first_seen_at > excluded.first_seen_at`.execute(tx)
  const touched = new Set([...gained.map(({ listingId }) => listingId), ...known.idByName.values(), ...ids])
  await showNewestNames(tx, [...touched])
  return new Set(gained.map(({ listingId }) => listingId))
}

/** A listing is shown by the name seen last. */
async function showNewestNames(tx: Tx, listingIds: readonly string[]): Promise<void> {
  await sql`
    update listing set (sku, product_name, variation_name) = (
      select a.sku, a.product_name, a.variation_name from listing_alias a where a.listing_id = listing.id
      order by a.last_seen_at desc, a.product_name desc, a.variation_name desc, a.sku desc limit 1)
    where id in (
      select listing_id from listing_alias where listing_id in (select value from json_each(${JSON.stringify(listingIds)}))
      group by listing_id having count(*) > 1)`.execute(tx)
}

/** Maps those of these listings whose code names one thing; a person's own decision about a listing stands. */
async function mapByCode(tx: Tx, listingIds: readonly string[], now: Instant): Promise<string[]> {
  const certain = [...(await verdictsOfCodes(tx, listingIds))].filter(([, { isCertain }]) => isCertain)
  const mapped: string[] = []
  for (const [id, { match }] of certain) {
    const { numUpdatedRows } = await tx
      .updateTable('listing')
      .set({ variant_id: match!.variantId, mapped_at: now })
      .where('id', '=', id)
      .where('mapped_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) mapped.push(id)
  }
  return mapped
}

/**
 * Names with a code pass from listings that are gone from the channel to what is listed under them now; what such a code
 * certainly names is mapped. @returns the listings that were mapped
 */
export async function mapWhatFollows(tx: Tx, goneIds: readonly string[], now: Instant): Promise<string[]> {
  if (goneIds.length === 0) return []
  const gone = JSON.stringify(goneIds)
  await sql`
    update listing_alias as a set listing_id = l.id from listing as l
    where a.listing_id in (select value from json_each(${gone})) and a.sku <> ''
      and l.shop_id = a.shop_id and l.sku = a.sku and l.product_name = a.product_name and l.variation_name = a.variation_name
      and l.variant_id is null and l.mapped_at is null and l.id not in (select value from json_each(${gone}))`.execute(
    tx,
  )
  const { rows } = await sql<{ id: string }>`
    select distinct l.id from listing as g join listing as l on l.shop_id = g.shop_id and lower(trim(l.sku)) = lower(trim(g.sku))
    where g.id in (select value from json_each(${gone})) and g.sku <> '' and l.variant_id is null`.execute(tx)
  return mapByCode(
    tx,
    rows.map(({ id }) => id),
    now,
  )
}

/** Once nothing speaks of them any more. */
export async function forgetListings(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('listing').where('id', 'in', valuesIn(ids)).execute()
}

/** Every name that these listings have had, by listing. */
export async function namesOfListings(reader: Reader, ids: readonly string[]): Promise<Map<string, ListingName[]>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .selectFrom('listing_alias')
    .select(['listing_id', 'sku', 'product_name as productName', 'variation_name as variationName'])
    .where('listing_id', 'in', valuesIn(ids))
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ listing_id }) => listing_id)].map(([id, names]) => [
      id,
      names.map(({ listing_id: _, ...name }) => name),
    ]),
  )
}
