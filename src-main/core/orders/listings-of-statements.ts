import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { OrderSnapshot } from '../../../src-shared/orders/order.ts'
import { forgetListings, knownListings, namesOfListings, storeListings } from '../catalog/catalog.repository.ts'
import type { StoredListings } from '../catalog/known-listings.repository.ts'
import type { KnownListings, SameGoods } from '../catalog/listing-identity.ts'
import { idsKey, nameKey, type StatedGoods } from '../catalog/listing-names.ts'
import type { Tx } from '../database/open.ts'
import type { Settle } from '../settling/settle.ts'
import { pairsOf } from './line-pairs.ts'
import type { OrderDocumentLine } from './order-document.ts'
import { moveLines, type StoredOrder } from './orders.repository.ts'
import { movePackedListings } from './parcels.repository.ts'
import { renamedLines } from './renamed-lines.ts'
import { settleOrdersOfListings } from './settle-orders.ts'
import { stampOf, statedLine } from './stated-document.ts'

/**
 * The listings that statements speak of, stored and told apart. A line of a known order that is called otherwise now is a
 * rename; listings that turn out to be one are joined, and the lines of all orders with them.
 */
export async function listingsOfStatements(
  tx: Tx,
  shopId: string,
  snapshots: readonly OrderSnapshot[],
  orders: ReadonlyMap<string, StoredOrder>,
  now: Instant,
): Promise<StoredListings> {
  const goods = snapshots.flatMap((snapshot) => {
    const seenAt = stampOf(snapshot, now).atMost
    return snapshot.lines.map((line) => ({ ...line, seenAt }))
  })
  const inOrders = [...orders.values()].flatMap(({ document }) =>
    document.lines.flatMap(({ listingId }) => listingId ?? []),
  )
  const known = await knownListings(tx, shopId, goods, inOrders)
  return joined(tx, await storeListings(tx, shopId, goods, await sameGoods(tx, snapshots, orders, known), known, now))
}

/** The listings of goods that no order states, as a list of products does; orders that hold what they turn out to be settle again. */
export async function listingsOfProducts(
  tx: Tx,
  settle: Settle,
  shopId: string,
  goods: readonly StatedGoods[],
  now: Instant,
): Promise<StoredListings & { known: KnownListings }> {
  const known = await knownListings(tx, shopId, goods)
  const seen = goods.map((each) => ({ ...each, seenAt: now }))
  const stored = await joined(tx, await storeListings(tx, shopId, seen, [], known, now))
  await settleOrdersOfListings(tx, settle, stored.changed)
  return { ...stored, known }
}

/** Lines of all orders follow their listings to those that these turned out to be. */
async function joined(tx: Tx, stored: StoredListings): Promise<StoredListings> {
  await moveLines(tx, stored.absorbed)
  await movePackedListings(tx, stored.absorbed)
  await forgetListings(tx, [...stored.absorbed.keys()])
  return stored
}

interface Unpaired {
  known: OrderDocumentLine[]
  stated: (StatedGoods & { pieces: number; price: number })[]
}

/** Lines of known orders that their statements call otherwise now, and what these are. */
async function sameGoods(
  tx: Tx,
  snapshots: readonly OrderSnapshot[],
  orders: ReadonlyMap<string, StoredOrder>,
  known: KnownListings,
): Promise<SameGoods[]> {
  const idByIds = new Map(known.listings.flatMap(({ id, ids }) => (ids === null ? [] : [[ids, id] as const])))
  const idOf = (goods: StatedGoods) =>
    idByIds.get(idsKey(goods) ?? '') ?? known.idByName.get(nameKey(goods)) ?? NEVER_SEEN
  const sames: SameGoods[] = []
  const unpaired: Unpaired[] = []
  for (const { number, lines } of snapshots) {
    const document = orders.get(number)?.document
    if (!document) continue
    const stated = lines.map((line, at) => statedLine(line, at, idOf(line)))
    const pairs = pairsOf(document.lines, stated)
    const knownByNumber = new Map(document.lines.map((line) => [line.line, line]))
    for (const pair of pairs) {
      const { listingId } = knownByNumber.get(pair.known)!
      if (listingId !== stated[pair.stated - 1]!.listingId)
        sames.push({ stated: lines[pair.stated - 1]!, listingId: listingId! })
    }
    const left = {
      known: document.lines.filter(({ line }) => !pairs.some((pair) => pair.known === line)),
      stated: lines.filter((_, at) => !pairs.some((pair) => pair.stated === at + 1)),
    }
    if (left.known.length > 0 && left.stated.length > 0) unpaired.push(left)
  }
  if (unpaired.length === 0) return sames
  const names = await namesOfListings(
    tx,
    unpaired.flatMap((left) => left.known.map(({ listingId }) => listingId!)),
  )
  return [
    ...sames,
    ...unpaired.flatMap((left) =>
      renamedLines(
        left.known.map(({ listingId, pieces, price }) => ({
          listingId: listingId!,
          pieces,
          price,
          names: names.get(listingId!) ?? [],
        })),
        left.stated.map((line) => ({ goods: line, pieces: line.pieces, price: line.price })),
      ).map(({ line, known }) => ({ stated: line.goods, listingId: known.listingId })),
    ),
  ]
}

/** Stands for the listing of a name nobody has used before. */
const NEVER_SEEN = ''
