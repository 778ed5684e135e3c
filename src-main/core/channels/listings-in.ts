import type { ListingFile, ListingStatement } from '../../../src-shared/catalog/listing-file.ts'
import type { ListingsOutcome, ListingsWithdrawal } from '../../../src-shared/channels/listings-outcome.ts'
import { idsKey, nameKey } from '../catalog/listing-names.ts'
import { listingsByIds } from '../catalog/listings.repository.ts'
import {
  countToldListings,
  forgetToldListings,
  runsToldOfListings,
  storeToldListings,
  type ToldListing,
  toldOfListings,
} from '../catalog/told-listings.repository.ts'
import { listingsNamedByOrders } from '../catalog/unmapped-listings.repository.ts'
import type { Tx } from '../database/open.ts'
import { listingsOfProducts } from '../orders/listings-of-statements.ts'
import type { Extent, Stepwise } from '../work/stepwise.ts'
import type { ImportNeeds, ImportTarget, IntoShop, OtherRun, TakenRun, TakingIn } from './content-kind.ts'
import { listingDoubts, shopOfListings } from './shop-doubts.ts'

/** What a channel's list of products tells: its goods by their ids, names and codes, before an order names them. It books nothing. */
export const listingsIn: TakingIn<ListingFile, IntoShop, ListingsOutcome> = {
  doubts: (reader, { listings }, { shopId }) => listingDoubts(reader, listings, shopId),
  shopSpokenOf: (reader, { listings }, channel) => shopOfListings(reader, listings, channel),
  takingIn: takingListingsIn,
  runsTellingOfTheSame: runsToldOfListings,
  // a mapping is the owner's own, whoever told of the goods
  mayBeTakenBack: async () => {},
  takingBack: takingListingsBack,
}

interface Mark extends Extent {
  counted: Pick<ListingsOutcome, 'added' | 'changed' | 'unchanged' | 'mapped' | 'unmapped'>
}

function takingListingsIn(
  { listings, keptOut }: ListingFile,
  { seq, importId, shopId, doubts }: ImportTarget<IntoShop>,
  { settle, now }: ImportNeeds,
): Stepwise<Mark, ListingsOutcome> {
  return {
    begin: async () => ({
      done: 0,
      total: listings.length,
      counted: { added: 0, changed: 0, unchanged: 0, mapped: 0, unmapped: 0 },
    }),
    async step(tx, mark, size) {
      const some = listings.slice(mark.done, mark.done + size)
      const { known, idOf } = await listingsOfProducts(tx, settle, shopId, some, now)
      const idsBefore = new Map(known.listings.map(({ id, ids }) => [id, ids]))
      const namesBefore = new Set(known.idByName.keys())
      const told = some.map((each) => ({ each, listingId: idOf(each) }))
      const toldBefore = await toldOfListings(
        tx,
        told.map(({ listingId }) => listingId),
      )
      await storeToldListings(
        tx,
        seq,
        told.map(({ each, listingId }) => toldOf(each, listingId)),
      )
      const stands = new Map(
        (
          await listingsByIds(
            tx,
            told.map(({ listingId }) => listingId),
          )
        ).map(({ id, variantId }) => [id, variantId]),
      )
      const isNew = ({ listingId }: (typeof told)[number]) => !idsBefore.has(listingId)
      const isSame = ({ each, listingId }: (typeof told)[number]) => {
        const before = toldBefore.get(listingId)
        return (
          idsBefore.get(listingId) === idsKey(each) &&
          namesBefore.has(nameKey(each)) &&
          before?.price === each.price &&
          before.stock === each.stock
        )
      }
      const times = (fits: (each: (typeof told)[number]) => boolean) => told.filter(fits).length
      const { counted } = mark
      const mapped = times(({ listingId }) => stands.get(listingId) != null)
      return {
        ...mark,
        done: mark.done + some.length,
        counted: {
          added: counted.added + times(isNew),
          changed: counted.changed + times((each) => !isNew(each) && !isSame(each)),
          unchanged: counted.unchanged + times((each) => !isNew(each) && isSame(each)),
          mapped: counted.mapped + mapped,
          unmapped: counted.unmapped + some.length - mapped,
        },
      }
    },
    end: async (_tx, { counted }) => ({
      kind: 'listings',
      importId,
      shopId,
      ...counted,
      keptOut: keptOut.rows,
      entries: 0,
      profit: 0,
      doubts,
    }),
  }
}

const toldOf = ({ price, stock }: ListingStatement, listingId: string): ToldListing => ({ listingId, price, stock })

interface BackMark extends Extent {
  withdrawn: number
  kept: number
}

/** What orders or other lists name stays known; what this list alone told of is in no list any more unless it was mapped. */
function takingListingsBack(
  run: TakenRun<IntoShop>,
  _others: readonly OtherRun<ListingFile>[],
): Stepwise<BackMark, ListingsWithdrawal> {
  return {
    begin: async (tx) => ({ done: 0, total: await countToldListings(tx, run.seq), withdrawn: 0, kept: 0 }),
    async step(tx, mark, size) {
      const gone = await forgetToldListings(tx, run.seq, size)
      if (gone.length === 0) return { ...mark, done: mark.total }
      const kept = (await stillNamed(tx, gone)).size
      return {
        done: Math.min(mark.done + gone.length, mark.total),
        total: mark.total,
        withdrawn: mark.withdrawn + gone.length - kept,
        kept: mark.kept + kept,
      }
    },
    end: async (_tx, { withdrawn, kept }) => ({
      kind: 'listings',
      importId: run.importId,
      shopId: run.shopId,
      withdrawn,
      kept,
      closedEntries: 0,
      correctedOn: null,
      entries: 0,
      profit: 0,
    }),
  }
}

const stillNamed = async (tx: Tx, listingIds: readonly string[]): Promise<Set<string>> =>
  new Set([...(await toldOfListings(tx, listingIds)).keys(), ...(await listingsNamedByOrders(tx, listingIds))])
