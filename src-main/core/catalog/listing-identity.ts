import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { idsKey, nameKey, type StatedGoods } from './listing-names.ts'

/** A listing as far as it matters for telling whether two are one. */
export interface KnownListing {
  id: string
  /** `idsKey` of the channel's own ids; null while no source knew them. */
  ids: string | null
  variantId: string | null
  firstSeenAt: Instant
}

export interface KnownListings {
  listings: readonly KnownListing[]
  /** Owners of names, by `nameKey`. */
  idByName: ReadonlyMap<string, string>
}

/** A line of an order states the same goods as a known line of it, whatever it calls them. */
export interface SameGoods {
  stated: StatedGoods
  listingId: string
}

/** What one listing turns out to be. */
export interface Identified {
  /** The listing that stays; null: a new one. */
  listingId: string | null
  /** Listings that were thought to be others and are this one. */
  absorbed: string[]
  ids: string | null
  names: string[]
}

export interface Identities {
  identified: Identified[]
  /** Which of them stated goods are. */
  indexOf: (goods: StatedGoods) => number
}

const areSeveral = (a: ReadonlySet<string>, b: ReadonlySet<string>) => new Set([...a, ...b]).size > 1

interface Group {
  listings: KnownListing[]
  ids: Set<string>
  variants: Set<string>
  names: Set<string>
}

/**
 * Which listings the stated goods are. Goods are known by the channel's own ids, by a name they had before, or because a
 * line of an order that is known calls them otherwise now: that is a rename, and the listing has one name more. Two listings
 * that turn out to be one are joined, unless the channel gives them different ids or they are mapped to different SKUs.
 */
export function identified(
  goods: readonly StatedGoods[],
  sames: readonly SameGoods[],
  known: KnownListings,
): Identities {
  const groupOf = new Map<string, Group>()
  const keysOf = new Map<Group, Set<string>>()
  const group = (key: string, start: () => Group): Group => {
    const found = groupOf.get(key)
    if (found) return found
    const made = start()
    groupOf.set(key, made)
    keysOf.set(made, new Set([key]))
    return made
  }
  const join = (a: Group, b: Group) => {
    if (a === b || areSeveral(a.ids, b.ids) || areSeveral(a.variants, b.variants)) return
    a.listings.push(...b.listings)
    for (const id of b.ids) a.ids.add(id)
    for (const variant of b.variants) a.variants.add(variant)
    for (const name of b.names) a.names.add(name)
    for (const key of keysOf.get(b)!) {
      groupOf.set(key, a)
      keysOf.get(a)!.add(key)
    }
    keysOf.delete(b)
  }

  for (const listing of known.listings) {
    const { id, ids, variantId } = listing
    const made = group(`listing ${id}`, () => ({
      listings: [listing],
      ids: new Set(ids === null ? [] : [ids]),
      variants: new Set(variantId === null ? [] : [variantId]),
      names: new Set(),
    }))
    if (ids !== null) groupOf.set(`ids ${ids}`, made)
    if (ids !== null) keysOf.get(made)!.add(`ids ${ids}`)
  }
  const byIds = (ids: string) =>
    group(`ids ${ids}`, () => ({ listings: [], ids: new Set([ids]), variants: new Set(), names: new Set() }))
  const byName = (name: string) => {
    const owner = known.idByName.get(name)
    const start = () => ({ listings: [], ids: new Set<string>(), variants: new Set<string>(), names: new Set([name]) })
    return owner === undefined ? group(`name ${name}`, start) : groupOf.get(`listing ${owner}`)!
  }
  const groupFor = (stated: StatedGoods): Group => {
    const ids = idsKey(stated)
    return ids === null ? byName(nameKey(stated)) : byIds(ids)
  }

  for (const stated of goods) {
    const ids = idsKey(stated)
    if (ids !== null) join(byIds(ids), byName(nameKey(stated)))
    else byName(nameKey(stated))
  }
  for (const { stated, listingId } of sames) join(groupOf.get(`listing ${listingId}`)!, groupFor(stated))

  const groups = [...keysOf.keys()]
  const index = new Map(groups.map((each, at) => [each, at]))
  return {
    identified: groups.map(({ listings, ids, names }) => {
      const [stays, ...absorbed] = listings.toSorted(
        (a, b) =>
          Number(a.variantId === null) - Number(b.variantId === null) ||
          a.firstSeenAt - b.firstSeenAt ||
          (a.id < b.id ? -1 : 1),
      )
      return {
        listingId: stays?.id ?? null,
        absorbed: absorbed.map(({ id }) => id),
        ids: [...ids][0] ?? null,
        names: [...names],
      }
    }),
    indexOf: (stated) => index.get(groupFor(stated))!,
  }
}
