import type { Instant } from '../../../../src-shared/kernel/business-day.ts'
import { mapWhatFollows } from '../../catalog/known-listings.repository.ts'
import type { ListingAtChannel, Page } from '../../channels/connectors/connector.ts'
import { breathe, type Doors } from '../../database/open.ts'
import { listingsOfProducts } from '../../orders/listings-of-statements.ts'
import { settleOrdersOfListings } from '../../orders/settle-orders.ts'
import type { Settle } from '../../settling/settle.ts'
import { inPieces } from '../pulling.ts'
import type { Visit } from '../visit.ts'
import { epochOf, listingStock, noteThere, notToldSince, saveStockOut, stockOutOf } from './listing-stock.repository.ts'
import { readBack } from './pushing.ts'

/** Small enough that nobody at the pack desk waits for it. */
const AT_ONCE = 50

interface ReadingNeeds extends Pick<Doors, 'read' | 'write'> {
  settle: Settle
  now: () => Instant
  isOver: () => boolean
  /** What does not wait until everything is read. */
  between: () => Promise<void>
}

/**
 * Reads what the channel shows of everything that is on sale there; goods that nobody named yet become known, and mapped where
 * their code is certain. What is not shown any more is asked for once more by itself, then it is gone.
 */
export async function readStock(visit: Visit, needs: ReadingNeeds): Promise<void> {
  const { write, settle, now, isOver, between } = needs
  const { shopId } = visit.connection
  const begun = now()
  let cursor: string | null = null
  do {
    if (isOver()) return
    const at: string | null = cursor
    const page: Page<ListingAtChannel> = await visit.ask((shop) => shop.listings(at))
    const told = page.items.filter(({ state, productName }) => state !== 'gone' && productName !== '')
    for (const some of inPieces(told, AT_ONCE)) {
      // understanding a page, and storing what it tells, is some ten milliseconds each
      await breathe()
      await write(
        ['channels', 'catalog'],
        async (tx) => {
          const { idOf } = await listingsOfProducts(tx, settle, shopId, some, now())
          await breathe()
          await noteThere(
            tx,
            some.map((each) => ({ listingId: idOf(each), at: each })),
            now(),
          )
        },
        'quiet step',
      )
    }
    await between()
    cursor = page.next
  } while (cursor !== null)
  await lookForMissing(visit, begun, needs)
  await write(
    ['channels'],
    async (tx) => {
      const kept = await stockOutOf(tx, shopId)
      const { epoch } = await epochOf(tx)
      await saveStockOut(tx, shopId, { ...kept, epoch: kept.isOn ? kept.epoch : epoch, comparedAt: now() })
    },
    'quiet step',
  )
}

/** A seller who lists variations anew gives them the codes of those that went: these are theirs now. */
async function lookForMissing(visit: Visit, begun: Instant, { read, write, settle, now }: ReadingNeeds): Promise<void> {
  const missing = await notToldSince(read, visit.connection.shopId, begun)
  if (missing.length === 0) return
  await readBack(visit, missing, { write, now })
  const ids = missing.map(({ listingId }) => listingId)
  await write(
    ['channels', 'catalog'],
    async (tx) => {
      const stored = await listingStock(tx, ids)
      const gone = ids.filter((id) => stored.get(id)?.stateThere === 'gone')
      await settleOrdersOfListings(tx, settle, await mapWhatFollows(tx, gone, now()))
    },
    'quiet step',
  )
}
