import type { Instant } from '../../../../src-shared/kernel/business-day.ts'
import type { ListingAtChannel } from '../../channels/connectors/connector.ts'
import { ChannelTrouble } from '../../channels/connectors/trouble.ts'
import { mappedListings } from '../../channels/stock-out/stock-terms.repository.ts'
import { type WantedStock, wantedStock } from '../../channels/stock-out/wanted-stock.ts'
import { breathe, type Doors, type Reader } from '../../database/open.ts'
import { inPieces } from '../pulling.ts'
import type { Visit } from '../visit.ts'
import {
  epochOf,
  listingStock,
  noteAccepted,
  noteRefused,
  noteSent,
  noteThere,
  type StoredListingStock,
  soldThereSince,
  stockOutOf,
} from './listing-stock.repository.ts'

interface PushingNeeds extends Pick<Doors, 'read' | 'write'> {
  now: () => Instant
  isOver: () => boolean
}

/** A listing whose number at the channel is not what it shall be. */
export interface DueListing extends WantedStock {
  stored: StoredListingStock
}

/** Whether a shop's stock may go out: somebody has seen the differences since it was connected, or restored. */
export async function mayGoOut(reader: Reader, shopId: string): Promise<boolean> {
  const { isOn, epoch } = await stockOutOf(reader, shopId)
  return isOn && epoch === (await epochOf(reader)).epoch
}

/**
 * What is to be told of some listings of a shop. Level, not edge: it follows from what there is and what stands at the channel,
 * whatever happened in between, so nothing is lost when a process is killed and nothing old can wait in a queue.
 */
export async function dueListings(
  reader: Reader,
  by: { shopIds: readonly string[] } | { listingIds: readonly string[] },
  now: Instant,
): Promise<DueListing[]> {
  const ids = 'listingIds' in by ? by.listingIds : (await mappedListings(reader, by)).map(({ listingId }) => listingId)
  const due: DueListing[] = []
  for (const some of inPieces(ids, AT_ONCE)) {
    const wanted = await wantedStock(reader, { listingIds: some }, now)
    // a shop of many goods: whoever asks something meanwhile is answered in between
    await breathe()
    const stored = await listingStock(reader, some)
    for (const each of wanted) {
      const known = stored.get(each.listingId)
      if (known && isDue(each, known)) due.push({ ...each, stored: known })
    }
  }
  return due
}
/** Some ten milliseconds. */
const AT_ONCE = 100

export const isDue = ({ itemId, rule, desired }: WantedStock, stored: StoredListingStock): boolean =>
  itemId !== '' &&
  rule.isTold &&
  stored.stateThere !== 'gone' &&
  stored.stateThere !== 'refused' &&
  stored.lockedBy === '' &&
  stored.refused !== desired.pieces &&
  (stored.sent !== null || (stored.there !== null && stored.there !== desired.pieces))

/** More passes than this would mean that the channel says yes and shows something else; the next round goes on. */
const PASSES = 5

/**
 * Tells the channel what it shall show, item by item, until nothing differs. Each number is decided in the transaction before it
 * goes out and looked at again after its answer: when the stock changed meanwhile, the next pass says so. What nobody knows the
 * result of is read back before anything else is said of it.
 */
export async function pushStock(visit: Visit, { read, write, now, isOver }: PushingNeeds): Promise<void> {
  const { shopId } = visit.connection
  for (let pass = 0; pass < PASSES; pass++) {
    if (!(await mayGoOut(read, shopId))) return
    const due = await dueListings(read, { shopIds: [shopId] }, now())
    if (due.length === 0) return
    await readBackDoubtful(visit, due, { read, write, now })
    for (const some of itemsOf(due, visit.connector.facts.modelsAtOnce)) {
      if (isOver()) return
      await pushItem(
        visit,
        some.map(({ listingId }) => listingId),
        { write, now },
      )
    }
  }
}

/** Listings of one item go together, as many as the channel takes. */
function* itemsOf(due: readonly DueListing[], modelsAtOnce: number): Generator<DueListing[]> {
  for (const ofItem of Map.groupBy(due, ({ itemId }) => itemId).values()) yield* inPieces(ofItem, modelsAtOnce)
}

/** Listings whose orders are looked through before whoever asks something meanwhile is answered. */
const LOOKED_AT_ONCE = 40

async function readBackDoubtful(
  visit: Visit,
  due: readonly DueListing[],
  { read, write, now }: Omit<PushingNeeds, 'isOver'>,
): Promise<void> {
  const sold = new Set<string>()
  const ids = due.map(({ listingId }) => listingId)
  for (const some of inPieces(ids, LOOKED_AT_ONCE)) {
    for (const id of await soldThereSince(read, visit.connection.shopId, some)) sold.add(id)
    await breathe()
  }
  const doubtful = due.filter(({ listingId, stored }) => stored.sent !== null || sold.has(listingId))
  await readBack(visit, doubtful, { write, now })
}

/** Asks how some listings stand now. What the channel no longer names is gone. */
export async function readBack(
  visit: Visit,
  listings: readonly Pick<WantedStock, 'listingId' | 'itemId' | 'modelId'>[],
  { write, now }: Pick<PushingNeeds, 'write' | 'now'>,
): Promise<void> {
  const itemIds = [...new Set(listings.map(({ itemId }) => itemId))]
  for (const some of inPieces(itemIds, visit.connector.facts.itemsAtOnce)) {
    const told = await visit.ask((shop) => shop.listingsOf(some))
    const key = ({ itemId, modelId }: { itemId: string; modelId: string }) => `${itemId}/${modelId}`
    const byIds = new Map(told.map((each) => [key(each), each]))
    const known = listings.filter(({ itemId }) => some.includes(itemId))
    await write(
      ['channels'],
      (tx) =>
        noteThere(
          tx,
          known.map((listing) => ({ listingId: listing.listingId, at: byIds.get(key(listing)) ?? GONE })),
          now(),
        ),
      'quiet step',
    )
  }
}

const GONE: ListingAtChannel = {
  itemId: '',
  modelId: '',
  productName: '',
  variationName: '',
  sku: '',
  parentSku: '',
  state: 'gone',
  stock: null,
  reserved: null,
  price: null,
  lockedBy: '',
}

async function pushItem(
  visit: Visit,
  listingIds: readonly string[],
  { write, now }: Pick<PushingNeeds, 'write' | 'now'>,
): Promise<void> {
  const { shopId } = visit.connection
  // decided where it is written down: nothing that changed since can make it old before it goes
  const sending = await write(
    ['channels'],
    async (tx) => {
      if (!(await mayGoOut(tx, shopId))) return []
      const due = (await dueListings(tx, { listingIds }, now())).filter(({ stored }) => stored.sent === null)
      const generations = await noteSent(
        tx,
        due.map(({ listingId, desired }) => ({ listingId, pieces: desired.pieces })),
        now(),
      )
      return due.map((each) => ({ ...each, generation: generations.get(each.listingId)! }))
    },
    'quiet step',
  )
  const [first] = sending
  if (!first) return
  const models = sending.map(({ modelId, desired }) => ({ modelId, pieces: desired.pieces }))
  try {
    const refused = await visit.ask((shop) => shop.setStock(first.itemId, models))
    const reasonOf = new Map(refused.map((each) => [each.modelId, each]))
    await write(
      ['channels'],
      async (tx) => {
        await noteAccepted(
          tx,
          sending.filter(({ modelId }) => !reasonOf.has(modelId)),
          now(),
        )
        await noteRefused(
          tx,
          sending.flatMap(({ listingId, generation, modelId }) => {
            const reason = reasonOf.get(modelId)
            return reason ? [{ listingId, generation, code: reason.code, message: reason.message }] : []
          }),
        )
      },
      'quiet step',
    )
  } catch (problem) {
    if (!(problem instanceof ChannelTrouble)) throw problem
    const { kind, code, message } = problem.trouble
    if (kind === 'permanent')
      await write(
        ['channels'],
        (tx) =>
          noteRefused(
            tx,
            sending.map(({ listingId, generation }) => ({ listingId, generation, code, message })),
          ),
        'quiet step',
      )
    else if (kind === 'unknown result') await readBack(visit, sending, { write, now })
    else throw problem
  }
}
